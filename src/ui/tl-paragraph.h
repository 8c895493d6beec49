/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PARAGRAPH (tl_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (TlParagraph, tl_paragraph, TL, PARAGRAPH, GtkWidget)

/* Text that wraps, in the rows of long lists. GtkLabel lays it out four times until it is shown:
 * for its smallest and its natural width, for its height, and for good. This takes whatever width
 * there is, and lays it out once. */
void tl_paragraph_set_text (TlParagraph *self, const char *text);
void tl_paragraph_set_single (TlParagraph *self, gboolean is_single);
const char *tl_paragraph_get_text (TlParagraph *self);

G_END_DECLS
