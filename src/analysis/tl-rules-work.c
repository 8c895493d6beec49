/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

#include "tl-alignment-private.h"

/* Which kinds of work fill the days, and who started them? */

#define PERCENT 100.0
#define TOLERANCE 1e-9 /* of percent */

/* WRK-03 */

static guint
count_uncategorised (TlCheck *check)
{
  guint n_unknown = 0;

  for (guint i = 0; i < check->alignment->n_counted; i++)
    if (tl_alignment_get_counted_row (check->alignment, i)->category == TL_CHOICE_NONE)
      n_unknown++;
  return n_unknown;
}

static char *
describe_mix (TlCheck *check, gboolean is_low, gboolean is_high)
{
  char strategic[TL_FIGURE_LENGTH], transactional[TL_FIGURE_LENGTH];
  guint n_unknown = count_uncategorised (check);

  tl_check_format_figure (check->figures->mix_strategic * PERCENT, strategic);
  tl_check_format_figure (check->figures->mix_transactional * PERCENT, transactional);
  if (is_low && n_unknown > 0)
    return g_strdup_printf (ngettext ("As far as recorded, %s %% of the days are strategic; for %u "
                                      "project the category is not recorded.",
                                      "As far as recorded, %s %% of the days are strategic; for %u "
                                      "projects the category is not recorded.",
                                      n_unknown),
                            strategic, n_unknown);
  if (is_low && is_high)
    return g_strdup_printf (_ ("Only %s %% of the days are strategic, and %s %% are "
                               "transactional."),
                            strategic, transactional);
  if (is_low)
    return g_strdup_printf (_ ("Only %s %% of the days are strategic."), strategic);
  return g_strdup_printf (_ ("Transactional work takes %s %% of the days."), transactional);
}

static TlItem *
find_largest_transactional (TlCheck *check)
{
  TlItem *largest = NULL;
  double most = 0;

  for (guint i = 0; i < check->alignment->n_counted; i++)
    {
      const TlProjectRow *project = tl_alignment_get_counted_row (check->alignment, i);

      if (project->effort <= most || project->category != TL_WORK_TRANSACTIONAL)
        continue;
      largest = check->alignment->counted_projects[i];
      most = project->effort;
    }
  return largest;
}

static char *
advise_on_room (TlCheck *check)
{
  TlItem *largest = find_largest_transactional (check);
  char figure[TL_FIGURE_LENGTH];
  double days;

  if (largest == NULL)
    return NULL;
  days = tl_alignment_get_effort (check->alignment, largest);
  return g_strdup_printf (ngettext ("Begin with “%s”, the largest transactional work (%s day): "
                                    "automate it, or do it once for everybody.",
                                    "Begin with “%s”, the largest transactional work (%s days): "
                                    "automate it, or do it once for everybody.",
                                    tl_check_get_plural (days)),
                          tl_check_get_name (largest), tl_check_format_figure (days, figure));
}

static void
run_no_room (TlCheck *check)
{
  const TlFigures *figures = check->figures;
  double least = tl_check_get_setting (check, TL_SETTINGS_STRATEGIC_SHARE) - TOLERANCE;
  double most = tl_check_get_setting (check, TL_SETTINGS_TRANSACTIONAL_SHARE) + TOLERANCE;
  gboolean is_low = figures->mix_strategic * PERCENT < least;
  gboolean is_high = figures->mix_transactional * PERCENT > most;

  if (figures->n_counted > 0 && figures->n_with_effort == 0)
    tl_check_report (check, TL_SEVERITY_MEDIUM, NULL,
                     g_strdup (_ ("The days of the projects are not recorded, so nobody can tell "
                                  "how much room there is.")),
                     g_strdup (_ ("Record the days of each project, roughly at first.")));
  else if (is_low || is_high)
    tl_check_report (check, TL_SEVERITY_MEDIUM, NULL, describe_mix (check, is_low, is_high),
                     advise_on_room (check));
}

/* WRK-04 */

typedef struct
{
  guint n_projects; /* counted, of any origin but a mandate */
  guint n_requests;
  guint n_unknown;
} Origins;

static Origins
count_origins (TlCheck *check)
{
  Origins origins = { 0 };

  for (guint i = 0; i < check->alignment->n_counted; i++)
    {
      int origin = tl_alignment_get_counted_row (check->alignment, i)->origin;

      origins.n_projects += origin != TL_ORIGIN_MANDATE ? 1 : 0;
      origins.n_requests += origin == TL_ORIGIN_REQUEST ? 1 : 0;
      origins.n_unknown += origin == TL_CHOICE_NONE ? 1 : 0;
    }
  return origins;
}

static double
get_percent (guint part, guint whole)
{
  return whole > 0 ? PERCENT * part / whole : 0;
}

/* What is not recorded does not pass: when it could tip the balance, that is what is found. */
static void
run_orders (TlCheck *check)
{
  Origins origins = count_origins (check);
  double most = tl_check_get_setting (check, TL_SETTINGS_REQUEST_SHARE) + TOLERANCE;

  if (get_percent (origins.n_requests, origins.n_projects) > most)
    tl_check_report (
        check, TL_SEVERITY_MEDIUM, NULL,
        g_strdup_printf (_ ("Of %u projects that no rule demands, %u were asked for by "
                            "somebody else."),
                         origins.n_projects, origins.n_requests),
        NULL);
  else if (get_percent (origins.n_requests + origins.n_unknown, origins.n_projects) > most)
    tl_check_report (check, TL_SEVERITY_MEDIUM, NULL,
                     g_strdup_printf (ngettext ("Whether %u of %u project was asked for is not "
                                                "recorded.",
                                                "Whether %u of %u projects were asked for is not "
                                                "recorded.",
                                                origins.n_projects),
                                      origins.n_unknown, origins.n_projects),
                     g_strdup (_ ("Record who started each of them.")));
}

/* clang-format off */
const TlRuleRow tl_rules_work[] = {
  {
    {
      .id = "WRK-03",
      .title = N_("Little room for strategic work"),
      .why = N_("Small orders fill every day that nobody keeps free."),
      .remedy = N_("Give days back to strategic work: automate or pool what comes again and again."),
      .source = "S11",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_EFFORT,
    },
    .run = run_no_room,
  },
  {
    {
      .id = "WRK-04",
      .title = N_("Mostly taking orders"),
      .why = N_("Who only answers requests learns of the strategy when it is too late to shape it."),
      .remedy = N_("Set up talks in which you listen, and bring the next proposal before it is asked for: only your own proposals change the balance."),
      .source = "S4",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_FILL,
      .field = TL_PROJECT_ORIGIN,
      .more = { { TL_FIX_EDIT, TL_PERSON_NEXT_STEP } },
    },
    .run = run_orders,
  },
  { { NULL } },
};
/* clang-format on */
