/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pdf.h"
#include "tl-theme.h"

G_BEGIN_DECLS

/* A document on A4 paper, page by page: each with a section, a title that is a sentence,
 * and a foot that counts. Lengths are in units of 3/4 point, so that texts have their usual sizes.
 */
typedef struct _TlSheets TlSheets;

TlSheets *tl_sheets_new (const TlPdfInfo *info, const char *running_text, guint n_pages);
TlSheets *tl_sheets_new_upright (const TlPdfInfo *info, const char *running_text, guint n_pages);
void tl_sheets_free (TlSheets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSheets, tl_sheets_free)

TlRect tl_sheets_begin (TlSheets *self, const char *section, const char *title);
TlRect tl_sheets_continue (TlSheets *self);
guint tl_sheets_get_n_pages (const TlSheets *self);
GBytes *tl_sheets_finish (TlSheets *self, GError **error);

TlPainter *tl_sheets_get_painter (const TlSheets *self);
const TlTheme *tl_sheets_get_theme (const TlSheets *self);

/* Text: told in lines, measured as it will be drawn. */
double tl_sheets_measure (const TlSheets *self, const TlText *text);
double tl_sheets_measure_width (const TlSheets *self, const char *string, TlTextRole role);
double tl_sheets_write (const TlSheets *self, const TlText *text, double x, double y);

G_END_DECLS
