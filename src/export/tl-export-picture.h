/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-painter.h"

G_BEGIN_DECLS

typedef void (*TlExportPaintFunc) (TlPainter *painter, guint page, gpointer user_data);

/* One picture that stands under the title of the workspace. Sizes in map units. */
typedef struct
{
  const char *name; /* of its page */
  double width;
  double height;
  guint n_pages; /* of the same size; above 1 in a PDF only */
  TlExportPaintFunc paint;
  gpointer user_data;
} TlExportPicture;

GBytes *tl_export_picture (const TlExportPicture *picture,
                           TlAnalysis *analysis,
                           const char *extension,
                           GError **error);

G_END_DECLS
