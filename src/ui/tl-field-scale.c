/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-scale.h"

#include <glib/gi18n-lib.h>

#include "tl-level.h"

/* More would be no choice at a glance. */
#define MAX_STEPS 7

struct _TlFieldScale
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkBox *box;

  GtkToggleButton *buttons[MAX_STEPS]; /* children of the box */
  guint is_toggling : 1;
};

G_DEFINE_FINAL_TYPE (TlFieldScale, tl_field_scale, TL_TYPE_FIELD_EDITOR)

static const TlFieldSpec *
get_spec (TlFieldScale *self)
{
  return tl_field_get_spec (tl_field_editor_get_field (TL_FIELD_EDITOR (self)));
}

static int
count_steps (TlFieldScale *self)
{
  return (int) (get_spec (self)->maximum - get_spec (self)->minimum) + 1;
}

static void
set_active (TlFieldScale *self, GtkToggleButton *active)
{
  self->is_toggling = TRUE;
  for (int i = 0; i < count_steps (self); i++)
    gtk_toggle_button_set_active (self->buttons[i], self->buttons[i] == active);
  self->is_toggling = FALSE;
}

static void
toggled_cb (TlFieldScale *self, GtkToggleButton *button)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (self->is_toggling)
    return;
  if (gtk_toggle_button_get_active (button))
    for (int i = 0; i < count_steps (self); i++)
      if (self->buttons[i] == button)
        value = tl_value_from_number (get_spec (self)->minimum + i);
  set_active (self, gtk_toggle_button_get_active (button) ? button : NULL);
  tl_field_editor_commit (TL_FIELD_EDITOR (self), &value);
}

static void
tl_field_scale_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldScale *self = TL_FIELD_SCALE (editor);
  int step = value->form == TL_VALUE_NUMBER ? (int) (value->number - get_spec (self)->minimum) : -1;

  set_active (self, step >= 0 && step < count_steps (self) ? self->buttons[step] : NULL);
}

static gboolean
tl_field_scale_grab_focus (GtkWidget *widget)
{
  TlFieldScale *self = TL_FIELD_SCALE (widget);

  if (tl_field_editor_contains_focus (TL_FIELD_EDITOR (self)))
    return FALSE;
  for (int i = 0; i < count_steps (self); i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[i]));
  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[0]));
}

static gboolean
is_level (const TlFieldSpec *spec)
{
  return spec->field == TL_OBJECTIVE_LEVEL || spec->field == TL_PROJECT_EVALUATION_LEVEL
         || spec->field == TL_MEASURE_LEVEL;
}

/* A button alone says “4”; with the field it says of what. */
static void
name_button (TlFieldScale *self, GtkWidget *button, int number)
{
  const TlFieldSpec *spec = get_spec (self);
  const char *label = tl_field_get_label (spec->field);
  g_autofree char *spoken = NULL;

  if (is_level (spec))
    {
      gtk_widget_set_tooltip_text (button, tl_level_get_name (number));
      /* Translators: a field, a level and its name, for screen readers: “Level: 4, impact”. */
      spoken
          = g_strdup_printf (C_ ("field", "%s: %d, %s"), label, number, tl_level_get_name (number));
    }
  else
    /* Translators: a field and a number, for screen readers: “Trust: 4”. */
    spoken = g_strdup_printf (C_ ("field", "%s: %d"), label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
tl_field_scale_constructed (GObject *object)
{
  TlFieldScale *self = TL_FIELD_SCALE (object);

  G_OBJECT_CLASS (tl_field_scale_parent_class)->constructed (object);

  g_assert (count_steps (self) <= MAX_STEPS);
  for (int i = 0; i < count_steps (self); i++)
    {
      int number = (int) get_spec (self)->minimum + i;
      g_autofree char *label = g_strdup_printf ("%d", number);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      name_button (self, button, number);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
tl_field_scale_class_init (TlFieldScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_scale_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_scale_show_value;
  widget_class->grab_focus = tl_field_scale_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldScale, box);
}

static void
tl_field_scale_init (TlFieldScale *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_field_scale_new:
 * @field: an integer field with few values
 *
 * Returns: (transfer floating): an editor, bound to nothing yet
 */
GtkWidget *
tl_field_scale_new (TlField field)
{
  return g_object_new (TL_TYPE_FIELD_SCALE, "field", (guint) field, NULL);
}
