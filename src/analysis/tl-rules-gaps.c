/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* Is it known why the gap is there, and does the cure fit the cause? The projects of an objective
 * are those that count towards it: counted, and under a goal that is active. */

#define N_WANTED 3

/* GOL-05 */

static TlItem *
find_built_project (TlCheck *check, TlItem *objective)
{
  guint n;
  const guint *links = tl_alignment_get_row_supporters (check->alignment, objective, &n);

  for (guint i = 0; i < n; i++)
    {
      const TlLinkRow *link = &check->alignment->links[links[i]];
      int status = check->alignment->projects[link->project].status;

      if (status == TL_STATUS_DESIGN || status == TL_STATUS_LIVE)
        return tl_alignment_get_row_project (check->alignment, link);
    }
  return NULL;
}

static guint
list_missing (TlCheck *check, TlItem *objective, const char **missing)
{
  guint n_causes, n = 0;

  tl_alignment_get_causes (check->alignment, objective, &n_causes);
  if (!tl_item_is_set (objective, TL_OBJECTIVE_SHOULD))
    missing[n++] = C_ ("what is missing of a gap", "what should happen");
  if (!tl_item_is_set (objective, TL_OBJECTIVE_IS))
    missing[n++] = C_ ("what is missing of a gap", "what happens today");
  if (n_causes == 0)
    missing[n++] = C_ ("what is missing of a gap", "why");
  return n;
}

static void
look_for_no_analysis (TlCheck *check, TlItem *objective)
{
  const char *missing[N_WANTED + 1] = { NULL };
  g_autofree char *list = NULL;
  TlItem *project;

  if (list_missing (check, objective, missing) == 0)
    return;
  project = find_built_project (check, objective);
  if (project == NULL)
    return;
  list = tl_check_join (missing);
  tl_check_report (check, TL_SEVERITY_MEDIUM, objective,
                   g_strdup_printf (_ ("“%1$s” is being built or is running already. Not recorded: "
                                       "%2$s."),
                                    tl_check_get_name (project), list),
                   NULL);
}

/* GOL-06: what is not recorded could be a lack of skill, or another cure; then that is found. */

typedef struct
{
  guint n_causes;
  guint n_projects;
  gboolean is_skill;      /* one of the causes is a lack of skill */
  gboolean is_other_cure; /* one of the projects is no training */
  gboolean is_incomplete; /* the sort of a cause or of a project is not recorded */
} Cures;

static gboolean
is_training (int type)
{
  return type == TL_SOLUTION_COURSE || type == TL_SOLUTION_PROGRAMME || type == TL_SOLUTION_EVENT
         || type == TL_SOLUTION_CREDENTIAL || type == TL_SOLUTION_CONTENT_LIBRARY
         || type == TL_SOLUTION_ONBOARDING;
}

static void
collect_causes (TlCheck *check, TlItem *objective, Cures *cures)
{
  TlItem *const *causes = tl_alignment_get_causes (check->alignment, objective, &cures->n_causes);

  for (guint i = 0; i < cures->n_causes; i++)
    {
      int category = tl_item_get_choice (causes[i], TL_CAUSE_CATEGORY);

      cures->is_skill |= category == TL_CAUSE_SKILL_KNOWLEDGE;
      cures->is_incomplete |= category == TL_CHOICE_NONE;
    }
}

static void
collect_cures (TlCheck *check, TlItem *objective, Cures *cures)
{
  const guint *links
      = tl_alignment_get_row_supporters (check->alignment, objective, &cures->n_projects);

  for (guint i = 0; i < cures->n_projects; i++)
    {
      const TlLinkRow *link = &check->alignment->links[links[i]];
      int type = tl_item_get_choice (tl_alignment_get_row_project (check->alignment, link),
                                     TL_PROJECT_SOLUTION_TYPE);

      cures->is_other_cure |= type != TL_CHOICE_NONE && !is_training (type);
      cures->is_incomplete |= type == TL_CHOICE_NONE;
    }
}

static char *
describe_cures (const Cures *cures)
{
  if (cures->is_incomplete)
    return g_strdup (_ ("As far as recorded, training is to cure what is no lack of skill; the "
                        "category of a cause or the type of a solution is not recorded."));
  return g_strdup_printf (ngettext ("None of its causes is a lack of skill, and the %u project "
                                    "that serves it is training.",
                                    "None of its causes is a lack of skill, and all %u projects "
                                    "that serve it are training.",
                                    cures->n_projects),
                          cures->n_projects);
}

static void
look_for_mismatch (TlCheck *check, TlItem *objective)
{
  Cures cures = { 0 };

  collect_causes (check, objective, &cures);
  if (cures.n_causes == 0 || cures.is_skill)
    return;
  collect_cures (check, objective, &cures);
  if (cures.n_projects > 0 && !cures.is_other_cure)
    tl_check_report (check, TL_SEVERITY_HIGH, objective, describe_cures (&cures), NULL);
}

/* GOL-07 */

static gboolean
is_addressed (TlCheck *check, TlItem *cause)
{
  for (guint i = 0; i < tl_item_get_n_referrers (cause); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (cause, i, &field);

      if (field == TL_PROJECT_ADDRESSES && tl_alignment_is_counted (check->alignment, referrer))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_cause_name (TlItem *cause)
{
  int category = tl_item_get_choice (cause, TL_CAUSE_CATEGORY);

  if (*tl_item_get_title (cause) != '\0' || category == TL_CHOICE_NONE)
    return tl_check_get_name (cause);
  return tl_field_get_choice_label (TL_CAUSE_CATEGORY, category);
}

static void
report_open_causes (TlCheck *check, TlItem *objective, GPtrArray *open)
{
  guint n = open->len;
  g_autofree char *list = NULL;

  g_ptr_array_add (open, NULL);
  list = tl_check_join ((const char *const *) open->pdata);
  tl_check_report (check, TL_SEVERITY_MEDIUM, objective,
                   g_strdup_printf (ngettext ("No project works on %u confirmed cause: %s.",
                                              "No project works on %u confirmed causes: %s.", n),
                                    n, list),
                   NULL);
}

static void
look_for_open_cause (TlCheck *check, TlItem *objective)
{
  g_autoptr (GPtrArray) open = NULL;
  guint n;
  TlItem *const *causes = tl_alignment_get_causes (check->alignment, objective, &n);

  if (n < 2)
    return;
  open = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    if (tl_item_get_flag (causes[i], TL_CAUSE_CONFIRMED) && !is_addressed (check, causes[i]))
      g_ptr_array_add (open, (gpointer) get_cause_name (causes[i]));
  if (open->len > 0)
    report_open_causes (check, objective, open);
}

/* clang-format off */
const TlRuleRow tl_rules_gaps[] = {
  {
    {
      .id = "GOL-05",
      .title = N_("Built before the gap was understood"),
      .why = N_("Who has not asked why things are as they are is curing a guess."),
      .remedy = N_("Record what should happen, what happens today, and why; then see whether the project still fits."),
      .source = "S13",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_FILL,
      .field = TL_OBJECTIVE_SHOULD,
      .more = { { TL_FIX_FILL, TL_OBJECTIVE_IS } },
    },
    .look_at_objective = look_for_no_analysis,
  },
  {
    {
      .id = "GOL-06",
      .title = N_("Training against a cause it cannot cure"),
      .why = N_("People who know how, and are kept from it, do no better after a course."),
      .remedy = N_("Add a solution for the cause that was found, with whoever can change it, or show that a skill is lacking as well."),
      .source = "S13",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_LINK,
      .more = { { TL_FIX_EDIT, TL_CAUSE_CATEGORY } },
    },
    .look_at_objective = look_for_mismatch,
  },
  {
    {
      .id = "GOL-07",
      .title = N_("A cause is left open"),
      .why = N_("Where several causes hold a gap open, closing one of them rarely closes the gap."),
      .remedy = N_("Add what is missing, or find the person whose task it is."),
      .source = "S13",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_ADDRESSES,
      .more = { { TL_FIX_EDIT, TL_CAUSE_CONFIRMED } },
    },
    .look_at_objective = look_for_open_cause,
  },
  { { NULL } },
};
/* clang-format on */
