/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_CELL_EDITOR (tl_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlCellEditor, tl_cell_editor, TL, CELL_EDITOR, GtkWidget)

/* How the user is through with it. */
typedef enum
{
  TL_CELL_DONE_DOWN,  /* Enter */
  TL_CELL_DONE_UP,    /* Shift and Enter */
  TL_CELL_DONE_RIGHT, /* Tab */
  TL_CELL_DONE_LEFT,  /* Shift and Tab */
  TL_CELL_DONE_STAY,  /* something was chosen with the pointer */
  TL_CELL_DONE_AWAY,  /* the keyboard is elsewhere */
  TL_CELL_DONE_NOT,   /* Escape */
} TlCellDone;

/* Edits a value that belongs to nothing yet: a text, and below it what there is to choose from.
 * Nothing is changed while somebody types, unlike with TlFieldEditor: whoever owns the editor takes
 * the value when it is done, or leaves it.
 *
 * Signal "done" (TlCellDone how). */
GtkWidget *tl_cell_editor_new (TlSession *session, TlField field);

void tl_cell_editor_set_text (TlCellEditor *self, const char *text);
GtkWidget *tl_cell_editor_get_target (TlCellEditor *self);
gboolean tl_cell_editor_read (TlCellEditor *self, TlValue *value);
void tl_cell_editor_refuse (TlCellEditor *self, const char *reason);
const char *tl_cell_editor_get_reason (TlCellEditor *self);
void tl_cell_editor_set_plain (TlCellEditor *self);

G_END_DECLS
