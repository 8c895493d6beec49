/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-role-section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-contribution.h"

struct _TlRoleSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *role;
  GtkLabel *note;
  GtkBox *numbers;
};

G_DEFINE_FINAL_TYPE (TlRoleSection, tl_role_section, TL_TYPE_SECTION)

/* What is planned, and what stands on its own: parts that say nothing make it a floor. */
static char *
dup_contribution (TlSession *session, TlItem *goal)
{
  TlContribution planned = tl_contribution_get_for_goal (tl_session_get_alignment (session), goal);
  const char *band;

  /* Nothing of what is not recorded is not a plan of nothing. */
  if (isnan (planned.percent) || (planned.n_unknown > 0 && !(planned.percent > 0)))
    return g_strdup (_ ("What learning is to contribute is not recorded."));
  band = tl_field_get_choice_label (TL_GOAL_CONTRIBUTION_BAND,
                                    tl_contribution_get_band (planned.percent));
  if (band == NULL)
    band = C_ ("band", "very low");
  if (planned.is_agreed)
    /* Translators: percent of a goal's move, and a band, such as “Medium”. */
    return g_strdup_printf (_ ("Agreed: learning brings %.0f %% of the move (%s)."),
                            planned.percent, band);
  /* Translators: percent of a goal's move, and a band, such as “Medium”. */
  return g_strdup_printf (_ ("Planned: learning brings %.0f %% of the move (%s), added up from the "
                             "links."),
                          planned.percent, band);
}

static char *
dup_note (TlSession *session, TlItem *goal)
{
  switch (tl_item_get_choice (goal, TL_GOAL_ROLE))
    {
    case TL_ROLE_UNDECIDED:
      return g_strdup (_ ("▲ Not settled: ask the owner whether learning can move this goal."));
    case TL_ROLE_YES:
      return dup_contribution (session, goal);
    default:
      return NULL;
    }
}

static gboolean
tl_role_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlRoleSection *self = TL_ROLE_SECTION (section);
  g_autofree char *note = dup_note (session, item);
  int role = tl_item_get_choice (item, TL_GOAL_ROLE);

  tl_label_show (self->note, note);
  if (role == TL_ROLE_UNDECIDED)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "tl-alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "tl-alarm");
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), role != TL_ROLE_NO);
  return TRUE;
}

static void
tl_role_section_class_init (TlRoleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_role_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-role-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, role);
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, numbers);
}

static void
tl_role_section_init (TlRoleSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_editor_hide_name (tl_section_add_editor (TL_SECTION (self), self->role, TL_GOAL_ROLE));
  tl_section_add_prose (TL_SECTION (self), self->role, TL_GOAL_ROLE_REASON,
                        _ ("Why? In the owner’s words"));
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_CONTRIBUTION);
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_CONTRIBUTION_BAND);
}
