/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-person-section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-answer-row.h"
#include "tl-field-factory.h"
#include "tl-field-scale.h"
#include "tl-partner.h"
#include "tl-person-words.h"

struct _TlPersonSection
{
  TlSection parent_instance;

  /* Template. */
  GtkLabel *words;
  GtkBox *tests;
  GtkBox *ratings;
  GtkBox *fields;

  TlAnswerRow *checks[TL_N_CLIENT_TESTS]; /* children of a box */
};

G_DEFINE_FINAL_TYPE (TlPersonSection, tl_person_section, TL_TYPE_SECTION)

static void
add_test (TlPersonSection *self, guint test)
{
  TlField field = tl_client_test_get_field (test);
  GtkWidget *editor = tl_field_create_editor (field);
  GtkWidget *row
      = tl_answer_row_new (tl_field_get_label (field), tl_field_get_help (field), editor);

  tl_field_editor_hide_name (TL_FIELD_EDITOR (editor));
  tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (editor));
  gtk_box_append (self->tests, row);
  self->checks[test] = TL_ANSWER_ROW (row);
}

static void
add_rating (TlPersonSection *self, guint rating)
{
  GtkWidget *editor = tl_field_scale_new (tl_partner_rating_get_field (rating));

  gtk_box_append (self->ratings, editor);
  tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (editor));
}

static char *
dup_words (TlSession *session, TlItem *person)
{
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));
  double strength = tl_partner_get_strength (person, today);
  g_autofree char *contact = tl_person_dup_contact (person, today);
  g_autofree char *words = NULL;

  if (isnan (strength))
    return g_strdup (contact != NULL ? contact
                                     : _ ("How strong the partnership is, is not rated."));
  /* Translators: how strong a partnership is, of 100. */
  words = g_strdup_printf (_ ("Strength %.0f of 100"), strength);
  if (contact == NULL)
    return g_steal_pointer (&words);
  /* Translators: “Strength 56 of 100”, and “Last talk 12 days ago”. */
  return g_strdup_printf (C_ ("partner", "%s · %s"), words, contact);
}

static gboolean
tl_person_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlPersonSection *self = TL_PERSON_SECTION (section);
  g_autofree char *words = dup_words (session, item);

  gtk_label_set_text (self->words, words);
  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    tl_answer_row_set_answer (self->checks[i],
                              tl_item_get_choice (item, tl_client_test_get_field (i)));
  return TRUE;
}

static void
tl_person_section_class_init (TlPersonSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_person_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-person-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPersonSection, words);
  gtk_widget_class_bind_template_child (widget_class, TlPersonSection, tests);
  gtk_widget_class_bind_template_child (widget_class, TlPersonSection, ratings);
  gtk_widget_class_bind_template_child (widget_class, TlPersonSection, fields);
}

static void
tl_person_section_init (TlPersonSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    add_test (self, i);
  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    add_rating (self, i);
  tl_section_add_prose (TL_SECTION (self), self->fields, TL_PERSON_EVIDENCE,
                        _ ("What do these ratings rest on?"));
  tl_section_add_editor (TL_SECTION (self), self->fields, TL_PERSON_LAST_CONTACT);
  tl_section_add_prose (TL_SECTION (self), self->fields, TL_PERSON_NEXT_STEP,
                        _ ("What comes next with this person?"));
}
