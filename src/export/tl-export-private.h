/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* What an exporter's row does: the bytes of a file of a type that the row names. */
typedef GBytes *(*TlExportFunc) (TlAnalysis *analysis, const char *extension, GError **error);

typedef GBytes *(*TlExportColouredFunc) (TlAnalysis *analysis,
                                         const char *extension,
                                         int colour_by,
                                         GError **error);

GBytes *tl_export_map (TlAnalysis *analysis, const char *extension, GError **error);
GBytes *
tl_export_map_coloured (TlAnalysis *analysis, const char *extension, int colour_by, GError **error);
GBytes *tl_export_matrix (TlAnalysis *analysis, const char *extension, GError **error);
GBytes *tl_export_pack (TlAnalysis *analysis, const char *extension, GError **error);

char *tl_export_format_creation (TlAnalysis *analysis);

G_END_DECLS
