/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-schema.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWER_ROW (tl_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswerRow, tl_answer_row, TL, ANSWER_ROW, GtkWidget)

/* Something that is so, is not so or is not known: a sign, a name, what is asked, and perhaps a
 * control. */
GtkWidget *tl_answer_row_new (const char *name, const char *question, GtkWidget *control);
void tl_answer_row_set_answer (TlAnswerRow *self, int answer);

/* "✓", "✕" or "?", and the same as a word. */
const char *tl_tri_get_sign (int answer);
const char *tl_tri_get_word (int answer);

G_END_DECLS
