/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-gate-section.h"

#include <glib/gi18n-lib.h>

#include "tl-answer-row.h"
#include "tl-gate-fill.h"

struct _TlGateSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *rows;
  GtkLabel *note;
  GtkBox *type;

  TlAnswerRow *checks[TL_N_GATE_STEPS]; /* children of the box */
  GtkWidget *buttons[TL_N_GATE_STEPS];  /* each in its row */
};

G_DEFINE_FINAL_TYPE (TlGateSection, tl_gate_section, TL_TYPE_SECTION)

static TlGateStep
find_step (TlGateSection *self, GtkWidget *row)
{
  TlGateStep step = 0;

  while (step < TL_N_GATE_STEPS && GTK_WIDGET (self->checks[step]) != row)
    step++;
  return step;
}

/* To where the step is filled in. */
static void
fill_cb (TlGateSection *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, TL_TYPE_ANSWER_ROW);
  TlGateStep step = find_step (self, row);

  g_return_if_fail (step < TL_N_GATE_STEPS);

  tl_gate_fill (button, tl_section_get_session (TL_SECTION (self)),
                tl_section_get_item (TL_SECTION (self)), step);
}

static GtkWidget *
create_button (TlGateSection *self, TlGateStep step)
{
  const char *label = tl_gate_fill_get_label (step);
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: for screen readers: what is to be the case, and what a button does about it. */
  g_autofree char *spoken
      = g_strdup_printf (C_ ("gate", "%s: %s"), tl_gate_step_get_words (step), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (TlGateSection *self, TlGateStep step)
{
  GtkWidget *row;

  self->buttons[step] = create_button (self, step);
  row = tl_answer_row_new (tl_gate_step_get_words (step), NULL, self->buttons[step]);
  self->checks[step] = TL_ANSWER_ROW (row);
  gtk_box_append (self->rows, row);
}

/* A button that has the focus goes when its step is met: the next that is left gets it. */
static void
show_button (TlGateSection *self, TlGateStep step, gboolean is_needed)
{
  GtkWidget *button = self->buttons[step];
  gboolean had_focus = gtk_widget_is_focus (button);

  gtk_widget_set_visible (button, is_needed);
  if (!had_focus || is_needed)
    return;
  for (TlGateStep next = 0; next < TL_N_GATE_STEPS; next++)
    if (gtk_widget_get_visible (self->buttons[next]))
      {
        gtk_widget_grab_focus (self->buttons[next]);
        return;
      }
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static const char *
get_note (const TlGate *gate, TlItem *project)
{
  if (tl_gate_is_open (gate))
    return tl_gate_is_named (project) ? NULL
                                      : _ ("All of it is known: a solution can be named now.");
  if (tl_gate_is_named (project))
    return _ ("▲ A solution is named, and this is not known yet.");
  return NULL;
}

static gboolean
tl_gate_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlGateSection *self = TL_GATE_SECTION (section);
  gboolean is_editable = tl_session_is_editable (session);
  g_autofree char *summary = NULL;
  TlGate gate;
  guint n_met;

  tl_gate_look (&gate, item);
  n_met = TL_N_GATE_STEPS - tl_gate_count_missing (&gate);
  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    {
      const TlGateNeed *need = &gate.needs[step];

      tl_answer_row_set_answer (self->checks[step], need->is_met ? TL_TRI_YES : TL_TRI_NO);
      show_button (self, step, !need->is_met && need->item != NULL && is_editable);
    }
  /* Translators: of the things that have to be known, how many are. */
  summary = g_strdup_printf (C_ ("gate", "%u of %u known"), n_met, (guint) TL_N_GATE_STEPS);
  tl_section_set_summary (section, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), !tl_gate_is_open (&gate));
  tl_label_show (self->note, get_note (&gate, item));
  /* What is well on its way has no need of it, and what is over neither. */
  return (!tl_gate_is_open (&gate) || !tl_gate_is_named (item))
         && tl_item_get_choice (item, TL_PROJECT_STATUS) < TL_STATUS_DONE;
}

static void
tl_gate_section_class_init (TlGateSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_gate_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-gate-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGateSection, rows);
  gtk_widget_class_bind_template_child (widget_class, TlGateSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlGateSection, type);
}

static void
tl_gate_section_init (TlGateSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    add_row (self, step);
  tl_section_add_editor (TL_SECTION (self), self->type, TL_PROJECT_SOLUTION_TYPE);
}
