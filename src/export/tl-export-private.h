/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* How something is exported. */
typedef struct
{
  const char *extension; /* a type of file that the exporter's row names */
  const char *part;      /* what stands after the colon, for the exporter to read; NULL for none */
  TlExportFlags flags;
} TlExportOptions;

/* What an exporter's row does: the bytes of a file. */
typedef GBytes *(*TlExportFunc) (TlAnalysis *analysis,
                                 const TlExportOptions *options,
                                 GError **error);

GBytes *tl_export_map (TlAnalysis *analysis, const TlExportOptions *options, GError **error);
GBytes *tl_export_matrix (TlAnalysis *analysis, const TlExportOptions *options, GError **error);
GBytes *tl_export_summary (TlAnalysis *analysis, const TlExportOptions *options, GError **error);
GBytes *tl_export_table (TlAnalysis *analysis, const TlExportOptions *options, GError **error);
GBytes *tl_export_pack (TlAnalysis *analysis, const TlExportOptions *options, GError **error);

char *tl_export_format_creation (TlAnalysis *analysis);
char *tl_export_dup_extension (GFile *file);

G_END_DECLS
