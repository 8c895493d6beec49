/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

#define TL_PDF_MAX_PAGE 14400.0 /* points; 200 inches, the largest page that readers accept */

/* Strings are borrowed for the call and may be NULL. */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *created; /* ISO 8601; NULL for now. A fixed one makes the bytes repeatable. */
} TlPdfInfo;

/* A PDF document in memory, page by page. */
typedef struct _TlPdf TlPdf;

TlPdf *tl_pdf_new (const TlPdfInfo *info);
void tl_pdf_free (TlPdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdf, tl_pdf_free)

TlPainter *tl_pdf_begin_page (TlPdf *self, double width, double height, const char *outline);
void tl_pdf_end_page (TlPdf *self);
GBytes *tl_pdf_finish (TlPdf *self, GError **error);

G_END_DECLS
