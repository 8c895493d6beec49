/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-tri.h"

#include <glib/gi18n-lib.h>

struct _TlFieldTri
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *unknown;
};

G_DEFINE_FINAL_TYPE (TlFieldTri, tl_field_tri, TL_TYPE_FIELD_EDITOR)

static int
get_choice (TlFieldTri *self)
{
  if (gtk_toggle_button_get_active (self->yes))
    return TL_TRI_YES;
  return gtk_toggle_button_get_active (self->no) ? TL_TRI_NO : TL_CHOICE_NONE;
}

/* One comes up and one goes down: the one that went down says nothing. */
static void
toggled_cb (TlFieldTri *self, GtkToggleButton *button)
{
  TlValue value = tl_value_from_choice (get_choice (self));

  if (gtk_toggle_button_get_active (button))
    tl_field_editor_commit (TL_FIELD_EDITOR (self), &value);
}

static void
tl_field_tri_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldTri *self = TL_FIELD_TRI (editor);
  GtkToggleButton *button = self->unknown;

  if (value->form == TL_VALUE_CHOICE)
    button = value->choice == TL_TRI_YES ? self->yes : self->no;
  gtk_toggle_button_set_active (button, TRUE);
}

static gboolean
tl_field_tri_grab_focus (GtkWidget *widget)
{
  TlFieldTri *self = TL_FIELD_TRI (widget);

  if (tl_field_editor_contains_focus (TL_FIELD_EDITOR (self)))
    return FALSE;
  if (gtk_toggle_button_get_active (self->unknown))
    return gtk_widget_grab_focus (GTK_WIDGET (self->yes));
  return gtk_widget_grab_focus (
      GTK_WIDGET (gtk_toggle_button_get_active (self->yes) ? self->yes : self->no));
}

/* A button alone says “Yes”; with the field it says to what. */
static void
name_button (TlFieldTri *self, GtkToggleButton *button)
{
  TlField field = tl_field_editor_get_field (TL_FIELD_EDITOR (self));
  /* Translators: a field and one of its answers, for screen readers: “Long Term: Yes”. */
  g_autofree char *name = g_strdup_printf (C_ ("field", "%s: %s"), tl_field_get_label (field),
                                           gtk_button_get_label (GTK_BUTTON (button)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tl_field_tri_constructed (GObject *object)
{
  TlFieldTri *self = TL_FIELD_TRI (object);

  G_OBJECT_CLASS (tl_field_tri_parent_class)->constructed (object);

  name_button (self, self->yes);
  name_button (self, self->no);
  name_button (self, self->unknown);
}

static void
tl_field_tri_class_init (TlFieldTriClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_tri_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_tri_show_value;
  widget_class->grab_focus = tl_field_tri_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-tri.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldTri, yes);
  gtk_widget_class_bind_template_child (widget_class, TlFieldTri, no);
  gtk_widget_class_bind_template_child (widget_class, TlFieldTri, unknown);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tl_field_tri_init (TlFieldTri *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
