/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-ref.h"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"
#include "tl-picker.h"

struct _TlFieldRef
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkWidget *choose;
  GtkLabel *title;
  GtkWidget *show;
  GtkWidget *clear;
};

/* What was asked for when the picker opened: the form may show another item by the time it
 * closes. */
typedef struct
{
  TlFieldRef *editor;
  TlItem *item;
} Asking;

G_DEFINE_FINAL_TYPE (TlFieldRef, tl_field_ref, TL_TYPE_FIELD_EDITOR)

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->editor);
  g_object_unref (asking->item);
  g_free (asking);
}

static TlItem *
get_target (TlFieldRef *self)
{
  TlItem *item = tl_field_editor_get_item (TL_FIELD_EDITOR (self));

  return item != NULL ? tl_item_get_ref (item, tl_field_editor_get_field (TL_FIELD_EDITOR (self)))
                      : NULL;
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Asking *asking = user_data;
  TlFieldEditor *editor = TL_FIELD_EDITOR (asking->editor);
  g_auto (TlValue) value = tl_value_from_text (tl_item_get_id (picked));

  if (tl_field_editor_get_item (editor) != asking->item)
    return;
  tl_field_editor_commit (editor, &value);
  tl_field_editor_refresh (editor);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
choose_cb (TlFieldRef *self)
{
  TlFieldEditor *editor = TL_FIELD_EDITOR (self);
  Asking *asking = g_new0 (Asking, 1);

  asking->editor = g_object_ref (self);
  asking->item = g_object_ref (tl_field_editor_get_item (editor));
  tl_picker_choose_for_field (GTK_WIDGET (self), tl_field_editor_get_session (editor), asking->item,
                              tl_field_editor_get_field (editor), picked_cb, asking, asking_free);
}

static void
show_cb (TlFieldRef *self)
{
  TlSession *session = tl_field_editor_get_session (TL_FIELD_EDITOR (self));
  TlItem *target = get_target (self);

  tl_selection_select (tl_session_get_selection (session), target);
  tl_session_reveal (session, target);
}

static void
clear_cb (TlFieldRef *self)
{
  TlFieldEditor *editor = TL_FIELD_EDITOR (self);

  tl_field_editor_commit (editor, &TL_VALUE_INIT);
  tl_field_editor_refresh (editor);
  gtk_widget_grab_focus (self->choose);
}

static void
tl_field_ref_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldRef *self = TL_FIELD_REF (editor);
  TlItem *target = get_target (self);
  g_autofree char *name
      = target != NULL ? tl_item_dup_name (target) : g_strdup (C_ ("field", "Not recorded"));
  g_autofree char *spoken
      /* Translators: a field and what it holds, for screen readers: “Owner: Jane”. */
      = g_strdup_printf (C_ ("field", "%s: %s"),
                         tl_field_get_label (tl_field_editor_get_field (editor)), name);

  gtk_label_set_text (self->title, name);
  gtk_widget_set_tooltip_text (self->choose, name);
  gtk_widget_set_visible (self->show, target != NULL);
  gtk_widget_set_visible (self->clear, target != NULL);
  if (target != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
tl_field_ref_class_init (TlFieldRefClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_ref_show_value;
  TL_FIELD_EDITOR_CLASS (klass)->shows_titles = TRUE;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-ref.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldRef, choose);
  gtk_widget_class_bind_template_child (widget_class, TlFieldRef, title);
  gtk_widget_class_bind_template_child (widget_class, TlFieldRef, show);
  gtk_widget_class_bind_template_child (widget_class, TlFieldRef, clear);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
tl_field_ref_init (TlFieldRef *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
