/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-prose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Gives the last line its height when nothing is on it. */
#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"

/* What is beyond that of a text, the view scrolls to with its cursor. */
#define MEASURED_CHARACTERS 4000
#define MEASURED_LINES 200
#define LONGEST_WORD                                                                               \
  60 /* characters; lines are broken in longer ones, at a price that grows with                    \
        the square of their length */

struct _TlFieldProse
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *measure; /* says how high the text is at any width, which a text view does not */
  GtkLabel *placeholder;
};

G_DEFINE_FINAL_TYPE (TlFieldProse, tl_field_prose, TL_TYPE_FIELD_EDITOR)

static TlFieldType
get_field_type (TlFieldProse *self)
{
  return tl_field_get_spec (tl_field_editor_get_field (TL_FIELD_EDITOR (self)))->type;
}

static char *
dup_text (TlFieldProse *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* As much of a text as its height is told by, whatever a file has in it. */
static char *
dup_measured (const char *text)
{
  GString *measured = g_string_new (NULL);
  guint n_lines = 0;
  guint n_in_word = 0;

  for (guint n = 0; *text != '\0' && n < MEASURED_CHARACTERS && n_lines < MEASURED_LINES; n++)
    {
      gunichar c = g_utf8_get_char (text);

      n_lines += c == '\n';
      n_in_word = g_unichar_isspace (c) ? 0 : n_in_word + 1;
      if (n_in_word % LONGEST_WORD == LONGEST_WORD - 1 && !g_unichar_ismark (c))
        g_string_append (measured, ZERO_WIDTH_SPACE);
      g_string_append_unichar (measured, c);
      text = g_utf8_next_char (text);
    }
  g_string_append (measured, ZERO_WIDTH_SPACE);
  return g_string_free (measured, FALSE);
}

static void
changed_cb (TlFieldProse *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *measured = dup_measured (text);

  gtk_label_set_text (self->measure, measured);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), *text == '\0');
  if (get_field_type (self) == TL_FIELD_TYPE_TEXT)
    g_strdelimit (text, "\r\n\t", ' ');
  tl_field_editor_commit_text (TL_FIELD_EDITOR (self), text);
}

static gboolean
key_pressed_cb (TlFieldProse *self, guint keyval, guint keycode, GdkModifierType state)
{
  TlFieldEditor *editor = TL_FIELD_EDITOR (self);
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (is_enter && get_field_type (self) == TL_FIELD_TYPE_TEXT)
    tl_field_editor_settle (editor);
  else if (keyval == GDK_KEY_Escape && tl_field_editor_is_refused (editor))
    tl_field_editor_settle (editor);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
tl_field_prose_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldProse *self = TL_FIELD_PROSE (editor);
  const char *text = value->form == TL_VALUE_TEXT ? value->text : "";
  g_autofree char *shown = dup_text (self);

  if (strcmp (text, shown) != 0)
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
tl_field_prose_constructed (GObject *object)
{
  TlFieldProse *self = TL_FIELD_PROSE (object);

  G_OBJECT_CLASS (tl_field_prose_parent_class)->constructed (object);

  gtk_label_set_text (self->placeholder, C_ ("field", "Not recorded"));
}

static void
tl_field_prose_class_init (TlFieldProseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_prose_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_prose_show_value;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-prose.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldProse, view);
  gtk_widget_class_bind_template_child (widget_class, TlFieldProse, buffer);
  gtk_widget_class_bind_template_child (widget_class, TlFieldProse, measure);
  gtk_widget_class_bind_template_child (widget_class, TlFieldProse, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tl_field_prose_init (TlFieldProse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_field_prose_set_placeholder:
 * @self: an editor of prose
 * @placeholder: what stands there as long as nothing does, translated
 */
void
tl_field_prose_set_placeholder (TlFieldProse *self, const char *placeholder)
{
  g_return_if_fail (TL_IS_FIELD_PROSE (self));

  gtk_label_set_text (self->placeholder, placeholder);
}
