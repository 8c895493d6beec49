/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-answer-row.h"

#include <glib/gi18n-lib.h>

struct _TlAnswerRow
{
  GtkWidget parent_instance;

  /* Template. */
  GtkGrid *grid;
  GtkLabel *sign;
  GtkLabel *name;
  GtkLabel *question;
};

G_DEFINE_FINAL_TYPE (TlAnswerRow, tl_answer_row, GTK_TYPE_WIDGET)

static void
tl_answer_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_answer_row_parent_class)->dispose (object);
}

static void
tl_answer_row_class_init (TlAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_answer_row_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAnswerRow, grid);
  gtk_widget_class_bind_template_child (widget_class, TlAnswerRow, sign);
  gtk_widget_class_bind_template_child (widget_class, TlAnswerRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlAnswerRow, question);
}

static void
tl_answer_row_init (TlAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_answer_row_new:
 * @name: what it is about, translated
 * @question: (nullable): what is asked, translated
 * @control: (nullable) (transfer floating): what answers it, or does something about it
 *
 * Returns: (transfer floating): the row, with no answer
 */
GtkWidget *
tl_answer_row_new (const char *name, const char *question, GtkWidget *control)
{
  TlAnswerRow *self = g_object_new (TL_TYPE_ANSWER_ROW, NULL);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->question, question != NULL ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->question), question != NULL);
  if (control != NULL)
    {
      gtk_widget_set_hexpand (control, FALSE);
      gtk_widget_set_valign (control, GTK_ALIGN_START);
      gtk_grid_attach (self->grid, control, 2, 0, 1, 1);
    }
  tl_answer_row_set_answer (self, TL_CHOICE_NONE);
  return GTK_WIDGET (self);
}

static const char *
get_css_class (int answer)
{
  if (answer == TL_TRI_YES)
    return "yes";
  return answer == TL_TRI_NO ? "no" : "unknown";
}

/**
 * tl_answer_row_set_answer:
 * @self: a row
 * @answer: %TL_TRI_YES, %TL_TRI_NO or %TL_CHOICE_NONE
 */
void
tl_answer_row_set_answer (TlAnswerRow *self, int answer)
{
  const char *classes[] = { get_css_class (answer), NULL };
  g_autofree char *spoken = NULL;

  g_return_if_fail (TL_IS_ANSWER_ROW (self));

  gtk_label_set_text (self->sign, tl_tri_get_sign (answer));
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char **) classes);
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), "tl-sign");
  /* Translators: what is asked and the answer, for screen readers: “Long Term: Yes”. */
  spoken = g_strdup_printf (C_ ("field", "%s: %s"), gtk_label_get_text (self->name),
                            tl_tri_get_word (answer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * tl_tri_get_sign:
 * @answer: %TL_TRI_YES, %TL_TRI_NO or %TL_CHOICE_NONE
 *
 * Returns: the sign of an answer
 */
const char *
tl_tri_get_sign (int answer)
{
  if (answer == TL_TRI_YES)
    return "✓";
  return answer == TL_TRI_NO ? "✕" : "?";
}

/**
 * tl_tri_get_word:
 * @answer: %TL_TRI_YES, %TL_TRI_NO or %TL_CHOICE_NONE
 *
 * Returns: the answer as a word, translated
 */
const char *
tl_tri_get_word (int answer)
{
  if (answer == TL_TRI_YES)
    return C_ ("tri", "Yes");
  return answer == TL_TRI_NO ? C_ ("tri", "No") : C_ ("tri", "Not recorded");
}
