/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-field-text.h"

struct _TlFieldEntry
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkEditable *entry;
  GtkLabel *unit;
  GtkWidget *calendar_button;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;

  guint is_opening : 1; /* the calendar's day is set to the entry's */
};

G_DEFINE_FINAL_TYPE (TlFieldEntry, tl_field_entry, TL_TYPE_FIELD_EDITOR)

static const TlFieldSpec *
get_spec (TlFieldEntry *self)
{
  return tl_field_get_spec (tl_field_editor_get_field (TL_FIELD_EDITOR (self)));
}

static gboolean
is_number (TlFieldEntry *self)
{
  return tl_field_get_form (get_spec (self)->field) == TL_VALUE_NUMBER;
}

static void
changed_cb (TlFieldEntry *self)
{
  tl_field_editor_commit_text (TL_FIELD_EDITOR (self), gtk_editable_get_text (self->entry));
}

static void
activate_cb (TlFieldEntry *self)
{
  if (!tl_field_editor_is_refused (TL_FIELD_EDITOR (self)))
    tl_field_editor_settle (TL_FIELD_EDITOR (self));
}

/* Numbers. */

/* Fractions of one are stepped by tenths, all else by one. */
static double
get_step (const TlFieldSpec *spec)
{
  return spec->type == TL_FIELD_TYPE_NUMBER && spec->maximum <= 1 ? .1 : 1;
}

static void
step (TlFieldEntry *self, int direction)
{
  const TlFieldSpec *spec = get_spec (self);
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autofree char *text = NULL;
  double number;

  if (!tl_field_parse (spec->field, gtk_editable_get_text (self->entry), &value, NULL))
    return;
  if (value.form == TL_VALUE_NUMBER)
    number = value.number;
  else
    number = isnan (spec->default_number) ? 0 : spec->default_number;
  number += direction * get_step (spec);
  number = round (number / get_step (spec) * 1e6) / 1e6 * get_step (spec);
  value = tl_value_from_number (CLAMP (number, spec->minimum, spec->maximum));
  text = tl_field_format (spec->field, &value);
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

static gboolean
key_pressed_cb (TlFieldEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && tl_field_editor_is_refused (TL_FIELD_EDITOR (self)))
    tl_field_editor_settle (TL_FIELD_EDITOR (self));
  else if (is_number (self) && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    step (self, 1);
  else if (is_number (self) && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Days. */

static void
set_day (TlFieldEntry *self, GDateTime *day)
{
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (self->entry, text);
}

static void
day_selected_cb (TlFieldEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (!self->is_opening)
    set_day (self, day);
}

static void
today_clicked_cb (TlFieldEntry *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  set_day (self, now);
  gtk_popover_popdown (self->calendar_popover);
}

/* Noon, which every day has in every time zone. */
static GDateTime *
dup_noon (TlDate date)
{
  g_autofree char *text = tl_date_format (date);
  g_autofree char *noon = g_strconcat (text, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (noon, zone);
}

static void
calendar_show_cb (TlFieldEntry *self)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GDateTime) day = NULL;

  if (!tl_field_parse (get_spec (self)->field, gtk_editable_get_text (self->entry), &value, NULL)
      || value.form != TL_VALUE_DATE)
    return;
  day = dup_noon (value.date);
  self->is_opening = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_opening = FALSE;
}

/* What says the same is left as it was typed while it is being typed. */
static void
tl_field_entry_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldEntry *self = TL_FIELD_ENTRY (editor);
  g_autofree char *text = tl_field_format (get_spec (self)->field, value);

  if (!g_str_equal (text, gtk_editable_get_text (self->entry)))
    gtk_editable_set_text (self->entry, text);
}

static char *
dup_placeholder (const TlFieldSpec *spec)
{
  if (spec->type == TL_FIELD_TYPE_DATE)
    /* Translators: how a day is to be typed. */
    return g_strdup (C_ ("field", "YYYY-MM-DD"));
  if (!isnan (spec->default_number))
    return g_strdup_printf ("%.15g", spec->default_number);
  if (spec->type == TL_FIELD_TYPE_WORDS)
    return g_strdup (C_ ("field", "Words, with commas"));
  return g_strdup (C_ ("field", "Not recorded"));
}

static void
tl_field_entry_constructed (GObject *object)
{
  TlFieldEntry *self = TL_FIELD_ENTRY (object);
  const TlFieldSpec *spec;
  g_autofree char *placeholder = NULL;
  const char *unit;

  G_OBJECT_CLASS (tl_field_entry_parent_class)->constructed (object);

  spec = get_spec (self);
  unit = tl_field_get_unit (spec->field);
  placeholder = dup_placeholder (spec);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_label_set_text (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  gtk_widget_set_visible (self->calendar_button, spec->type == TL_FIELD_TYPE_DATE);
  if (is_number (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
}

static void
tl_field_entry_class_init (TlFieldEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_entry_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_entry_show_value;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFieldEntry, unit);
  gtk_widget_class_bind_template_child (widget_class, TlFieldEntry, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, TlFieldEntry, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, TlFieldEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_show_cb);
}

/* Without a history of its own the text would still take the keys of undo, and do nothing: they are
 * for the window. */
static void
leave_undo (TlFieldEntry *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));

  gtk_widget_action_set_enabled (text, "text.undo", FALSE);
  gtk_widget_action_set_enabled (text, "text.redo", FALSE);
}

static void
tl_field_entry_init (TlFieldEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  leave_undo (self);
}
