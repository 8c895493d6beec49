/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-choice.h"

#include <glib/gi18n-lib.h>

struct _TlFieldChoice
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkDropDown *list;
  GtkStringList *labels; /* “not recorded” first, where there is no default */
};

G_DEFINE_FINAL_TYPE (TlFieldChoice, tl_field_choice, TL_TYPE_FIELD_EDITOR)

static const TlFieldSpec *
get_spec (TlFieldChoice *self)
{
  return tl_field_get_spec (tl_field_editor_get_field (TL_FIELD_EDITOR (self)));
}

/* How many rows stand before the first choice. */
static int
get_offset (const TlFieldSpec *spec)
{
  return spec->default_choice == TL_CHOICE_NONE ? 1 : 0;
}

/* The button within is what has the keyboard, and older toolkits would read its type. */
static void
name_button (TlFieldChoice *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  guint selected = gtk_drop_down_get_selected (self->list);
  const char *choice = gtk_string_list_get_string (self->labels, selected);
  const char *name = tl_field_get_label (tl_field_editor_get_field (TL_FIELD_EDITOR (self)));
  /* Translators: a field and one of its answers, for screen readers: “Long Term: Yes”. */
  g_autofree char *spoken = g_strdup_printf (C_ ("field", "%s: %s"), name, choice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
selected_cb (TlFieldChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);
  TlValue value;

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  name_button (self);
  value = tl_value_from_choice ((int) selected - get_offset (get_spec (self)));
  tl_field_editor_commit (TL_FIELD_EDITOR (self), &value);
}

static void
tl_field_choice_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldChoice *self = TL_FIELD_CHOICE (editor);
  const TlFieldSpec *spec = get_spec (self);
  int choice = value->form == TL_VALUE_CHOICE ? value->choice : spec->default_choice;

  gtk_drop_down_set_selected (self->list, (guint) (choice + get_offset (spec)));
  name_button (self);
}

static void
tl_field_choice_constructed (GObject *object)
{
  TlFieldChoice *self = TL_FIELD_CHOICE (object);
  const TlFieldSpec *spec;

  G_OBJECT_CLASS (tl_field_choice_parent_class)->constructed (object);

  spec = get_spec (self);
  if (get_offset (spec) > 0)
    gtk_string_list_append (self->labels, C_ ("field", "Not recorded"));
  for (int i = 0; i < spec->n_choices; i++)
    gtk_string_list_append (self->labels, tl_field_get_choice_label (spec->field, i));
}

static void
tl_field_choice_class_init (TlFieldChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_choice_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_choice_show_value;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldChoice, list);
  gtk_widget_class_bind_template_child (widget_class, TlFieldChoice, labels);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tl_field_choice_init (TlFieldChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
