/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-analysis.h"

G_BEGIN_DECLS

#define TL_EXPORT_ERROR (tl_export_error_quark ())
GQuark tl_export_error_quark (void);

typedef enum
{
  TL_EXPORT_ERROR_FORMAT, /* no exporter writes that type of file, or not of that content */
  TL_EXPORT_ERROR_SIZE,   /* the picture is larger than the format can hold */
} TlExportError;

typedef enum
{
  TL_EXPORT_PUBLIC = 0,
  TL_EXPORT_WITH_PRIVATE = 1 << 0, /* with what private fields say, for the owner's eyes */
} TlExportFlags;

/* A row of the table of exporters: what is exported, and the types of file it can become. */
typedef struct
{
  const char *what; /* "map", "pack": on the command line */
  const char *const *extensions;
} TlExporter;

guint tl_exporter_get_n_exporters (void);
const TlExporter *tl_exporter_get (guint index);
const TlExporter *tl_exporter_find (const char *what);

GBytes *tl_export (TlAnalysis *analysis,
                   const char *what,
                   const char *extension,
                   TlExportFlags flags,
                   GError **error);
gboolean tl_export_to_file (TlAnalysis *analysis,
                            const char *what,
                            GFile *file,
                            TlExportFlags flags,
                            GError **error);

void tl_export_to_file_async (TlAnalysis *analysis,
                              const char *what,
                              GFile *file,
                              TlExportFlags flags,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean tl_export_to_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
