/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-marks-section.h"

#include <glib/gi18n-lib.h>

#include "tl-answer-row.h"
#include "tl-commands.h"
#include "tl-field-factory.h"
#include "tl-marks.h"

struct _TlMarksSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *rows;
  GtkLabel *verdict;
  GtkButton *call;

  TlAnswerRow *checks[TL_N_MARKS]; /* children of the box */
};

G_DEFINE_FINAL_TYPE (TlMarksSection, tl_marks_section, TL_TYPE_SECTION)

static void
add_row (TlMarksSection *self, TlMark mark)
{
  TlField field = tl_mark_get_field (mark);
  GtkWidget *editor = field < TL_N_FIELDS ? tl_field_create_editor (field) : NULL;
  GtkWidget *row
      = tl_answer_row_new (tl_mark_get_label (mark), tl_mark_get_question (mark), editor);

  if (editor != NULL)
    {
      tl_field_editor_hide_name (TL_FIELD_EDITOR (editor));
      tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (editor));
    }
  gtk_box_append (self->rows, row);
  self->checks[mark] = TL_ANSWER_ROW (row);
}

static int
to_choice (TlTriState answer)
{
  if (answer == TL_TRI_STATE_YES)
    return TL_TRI_YES;
  return answer == TL_TRI_STATE_NO ? TL_TRI_NO : TL_CHOICE_NONE;
}

/* What the project can be called instead; %TL_CHOICE_NONE when its name is fine, or nobody can
 * tell. */
static int
get_better_category (TlCalling calling)
{
  if (calling == TL_CALLING_TOO_HIGH)
    return TL_WORK_TACTICAL;
  return calling == TL_CALLING_TOO_LOW ? TL_WORK_STRATEGIC : TL_CHOICE_NONE;
}

/* The names of the marks with an answer, one after the other. */
static char *
dup_marks (const TlMarks *marks, TlTriState answer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    if (marks->answers[mark] == answer)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tl_mark_get_label (mark));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_verdict (TlSession *session, TlItem *project, const TlMarks *marks, TlCalling calling)
{
  guint least = (guint) tl_workspace_get_setting (tl_session_get_workspace (session),
                                                  TL_SETTINGS_STRATEGIC_MARKS);
  g_autofree char *failed = dup_marks (marks, TL_TRI_STATE_NO);
  g_autofree char *unknown = dup_marks (marks, TL_TRI_STATE_UNKNOWN);
  const char *called
      = tl_field_get_choice_label (TL_PROJECT_WORK_CATEGORY,
                                   tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY));

  switch (calling)
    {
    case TL_CALLING_TOO_HIGH:
      /* Translators: how many marks strategic work needs, and the names of those that fail. */
      return g_strdup_printf (_ ("▲ It is called strategic, which takes %u marks. What fails: %s."),
                              least, failed);
    case TL_CALLING_TOO_LOW:
      /* Translators: a number of marks, and a category of work, such as “Tactical”. */
      return g_strdup_printf (_ ("It bears %u marks, as strategic work does, and is called %s."),
                              marks->n_yes, called);
    case TL_CALLING_OPEN:
      if (called == NULL && marks->n_unknown == 0)
        return g_strdup (_ ("What it is called is not recorded."));
      /* Translators: the names of the marks that are not recorded. */
      return g_strdup_printf (_ ("Too little is recorded to tell. Not recorded: %s."), unknown);
    case TL_CALLING_FITS:
    default:
      /* Translators: a category of work, such as “Tactical”. */
      return g_strdup_printf (_ ("The marks fit what it is called: %s."), called);
    }
}

static void
call_cb (TlMarksSection *self)
{
  TlSession *session = tl_section_get_session (TL_SECTION (self));
  TlItem *project = tl_section_get_item (TL_SECTION (self));
  TlValue value = tl_value_from_choice (
      get_better_category (tl_marks_compare (tl_session_get_alignment (session), project)));
  g_autoptr (GError) error = NULL;

  if (value.form != TL_VALUE_CHOICE)
    return;
  tl_history_seal (tl_session_get_history (session));
  if (!tl_command_set_field (session, project, TL_PROJECT_WORK_CATEGORY, &value, &error))
    tl_session_say (session, error->message, FALSE);
  tl_history_seal (tl_session_get_history (session));
}

/* The button that was pressed goes: the first mark gets the focus. */
static void
show_call (TlMarksSection *self, TlSession *session, TlCalling calling)
{
  int better = get_better_category (calling);
  GtkWidget *call = GTK_WIDGET (self->call);
  gboolean had_focus = gtk_widget_is_focus (call);
  g_autofree char *label = NULL;

  if (better != TL_CHOICE_NONE)
    {
      /* Translators: what a button does; a category of work, such as “Tactical”. */
      label = g_strdup_printf (C_ ("inspector", "Call It “%s”"),
                               tl_field_get_choice_label (TL_PROJECT_WORK_CATEGORY, better));
      gtk_button_set_label (self->call, label);
    }
  gtk_widget_set_sensitive (call, tl_session_is_editable (session));
  gtk_widget_set_visible (call, better != TL_CHOICE_NONE);
  if (had_focus && better == TL_CHOICE_NONE)
    gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

static gboolean
tl_marks_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlMarksSection *self = TL_MARKS_SECTION (section);
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlMarks marks = tl_marks_get (alignment, item);
  TlCalling calling = tl_marks_compare (alignment, item);
  g_autofree char *verdict = dup_verdict (session, item, &marks, calling);
  /* Translators: how many of the marks of strategic work a project bears: “3 of 5”. */
  g_autofree char *summary = g_strdup_printf (C_ ("marks", "%u of %u"), marks.n_yes, TL_N_MARKS);

  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    tl_answer_row_set_answer (self->checks[mark], to_choice (marks.answers[mark]));
  tl_section_set_summary (section, summary);
  gtk_label_set_text (self->verdict, verdict);
  if (calling == TL_CALLING_TOO_HIGH)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "tl-alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "tl-alarm");
  show_call (self, session, calling);
  return TRUE;
}

static void
tl_marks_section_class_init (TlMarksSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_marks_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-marks-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMarksSection, rows);
  gtk_widget_class_bind_template_child (widget_class, TlMarksSection, verdict);
  gtk_widget_class_bind_template_child (widget_class, TlMarksSection, call);
  gtk_widget_class_bind_template_callback (widget_class, call_cb);
}

static void
tl_marks_section_init (TlMarksSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    add_row (self, mark);
}
