/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_EDITOR (tl_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlFieldEditor, tl_field_editor, TL, FIELD_EDITOR, GtkWidget)

/**
 * TlFieldEditorClass:
 * @show_value: makes the control show @value, and leaves what is being typed alone when it says
 *   the same
 * @shows_titles: the control shows titles of other items, which change without the value
 *
 * One field of one item: a name, a control, and below it why something was refused. A subclass
 * brings the control; it puts it into the property "control" and what takes the focus into
 * "target".
 */
struct _TlFieldEditorClass
{
  GtkWidgetClass parent_class;

  void (*show_value) (TlFieldEditor *self, const TlValue *value);
  gboolean shows_titles;
};

void tl_field_editor_bind (TlFieldEditor *self, TlSession *session, TlItem *item);
void tl_field_editor_refresh (TlFieldEditor *self);
void tl_field_editor_hide_name (TlFieldEditor *self);

TlField tl_field_editor_get_field (TlFieldEditor *self);
TlItem *tl_field_editor_get_item (TlFieldEditor *self);
TlSession *tl_field_editor_get_session (TlFieldEditor *self);
gboolean tl_field_editor_is_refused (TlFieldEditor *self);

/* For subclasses. */
gboolean tl_field_editor_contains_focus (TlFieldEditor *self);
gboolean tl_field_editor_commit (TlFieldEditor *self, const TlValue *value);
void tl_field_editor_commit_text (TlFieldEditor *self, const char *text);
void tl_field_editor_settle (TlFieldEditor *self);

G_END_DECLS
