/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-bench"

#include <stdlib.h>

#include "tl-analysis.h"
#include "tl-workspace.h"

/* How long do alignment, figures and all checks of a workspace take, and how does that grow? */

#define N_RUNS 21
#define CACHE_BYTES (64 * 1024 * 1024)
#define GOAL_MS 25.0     /* milliseconds for the larger workspace */
#define GROWTH_GOAL 15.0 /* times, from 1,000 to 10,000 projects */

/* A linear congruential generator: the same workspace on every machine. */
static guint
below (guint64 *state, guint limit)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005)
           + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((*state >> 33) * limit >> 31);
}

static char *
make_title (guint64 *state)
{
  static const char *const verbs[]
      = { "Build", "Grow", "Improve", "Keep", "Lift", "Prepare", "Shorten", "Win" };
  static const char *const things[]
      = { "renewals", "leadership", "margin",     "markets", "adoption", "quality", "experts",
          "safety",   "rework",     "onboarding", "trust",   "planning", "sales",   "service" };
  static const char *const forms[]
      = { "course", "clinic", "guide", "programme", "series", "toolkit", "academy", "workshop" };
  static const char *const people[]
      = { "engineers", "newcomers", "operators", "leads", "managers", "apprentices", "partners" };

  return g_strdup_printf ("%s %s: %s for %s, round %u", verbs[below (state, G_N_ELEMENTS (verbs))],
                          things[below (state, G_N_ELEMENTS (things))],
                          forms[below (state, G_N_ELEMENTS (forms))],
                          people[below (state, G_N_ELEMENTS (people))], 1 + below (state, 9000));
}

static TlItem *
add (TlWorkspace *workspace, TlKind kind, guint64 *state)
{
  g_autofree char *title = make_title (state);
  TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title, NULL);
  return item;
}

static TlItem *
pick (TlWorkspace *workspace, TlKind kind, guint64 *state)
{
  return tl_workspace_get_item (workspace, kind,
                                below (state, tl_workspace_get_n_items (workspace, kind)));
}

static TlDate
pick_day (guint64 *state)
{
  return tl_date_from_ymd (2025, 1, 1) + below (state, 700);
}

/* Fills in a choice for nine items of ten. */
static void
choose (TlWorkspace *workspace, TlItem *item, TlField field, guint64 *state)
{
  int choice = (int) below (state, (guint) tl_field_get_spec (field)->n_choices);

  if (below (state, 10) > 0)
    tl_workspace_set_choice (workspace, item, field, choice, NULL);
}

static void
add_person (TlWorkspace *workspace, guint64 *state)
{
  static const TlField ratings[] = { TL_PERSON_ACCESS, TL_PERSON_CREDIBILITY, TL_PERSON_TRUST };
  TlItem *person = add (workspace, TL_KIND_PERSON, state);

  for (TlField test = TL_PERSON_OWNS_GOAL; test <= TL_PERSON_HAS_RESOURCES; test++)
    choose (workspace, person, test, state);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    tl_workspace_set_number (workspace, person, ratings[i], below (state, 5), NULL);
  tl_workspace_set_date (workspace, person, TL_PERSON_LAST_CONTACT, pick_day (state), NULL);
}

static void
add_goal (TlWorkspace *workspace, guint64 *state, guint n_goals)
{
  TlItem *goal = add (workspace, TL_KIND_GOAL, state);

  tl_workspace_set_number (workspace, goal, TL_GOAL_PRIORITY, 1 + below (state, n_goals), NULL);
  tl_workspace_set_number (workspace, goal, TL_GOAL_WEIGHT, 100.0 / n_goals, NULL);
  if (below (state, 10) > 0)
    tl_workspace_set_ref (workspace, goal, TL_GOAL_OWNER, pick (workspace, TL_KIND_PERSON, state),
                          NULL);
  if (below (state, 10) == 0)
    tl_workspace_set_choice (workspace, goal, TL_GOAL_STATUS, TL_GOAL_STATUS_RETIRED, NULL);
  tl_workspace_set_choice (workspace, goal, TL_GOAL_ROLE, (int) below (state, TL_N_ROLE), NULL);
  tl_workspace_set_date (workspace, goal, TL_GOAL_REVIEWED_ON, pick_day (state), NULL);
}

static void
add_objective (TlWorkspace *workspace, guint64 *state)
{
  TlItem *objective = add (workspace, TL_KIND_OBJECTIVE, state);

  tl_workspace_set_ref (workspace, objective, TL_OBJECTIVE_GOAL,
                        pick (workspace, TL_KIND_GOAL, state), NULL);
  tl_workspace_set_number (workspace, objective, TL_OBJECTIVE_LEVEL, below (state, 6), NULL);
  if (below (state, 10) == 0)
    tl_workspace_set_choice (workspace, objective, TL_OBJECTIVE_STATUS, TL_OBJECTIVE_STATUS_CLOSED,
                             NULL);
  if (below (state, 2) == 0)
    tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_SHOULD, "Every time", NULL);
  tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_IS, "Now and then", NULL);
}

static void
add_cause (TlWorkspace *workspace, guint64 *state)
{
  TlItem *cause = add (workspace, TL_KIND_CAUSE, state);

  tl_workspace_set_ref (workspace, cause, TL_CAUSE_OBJECTIVE,
                        pick (workspace, TL_KIND_OBJECTIVE, state), NULL);
  choose (workspace, cause, TL_CAUSE_CATEGORY, state);
  choose (workspace, cause, TL_CAUSE_CONFIRMED, state);
  tl_workspace_set_date (workspace, cause, TL_CAUSE_RECORDED_ON, pick_day (state), NULL);
}

static void
add_measure (TlWorkspace *workspace, guint64 *state)
{
  static const TlKind kinds[] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT };
  TlItem *measure = add (workspace, TL_KIND_MEASURE, state);

  tl_workspace_set_ref (workspace, measure, TL_MEASURE_OF,
                        pick (workspace, kinds[below (state, 3)], state), NULL);
  choose (workspace, measure, TL_MEASURE_CATEGORY, state);
}

static void
add_request (TlWorkspace *workspace, guint64 *state)
{
  TlItem *request = add (workspace, TL_KIND_REQUEST, state);

  choose (workspace, request, TL_REQUEST_OUTCOME, state);
  tl_workspace_set_date (workspace, request, TL_REQUEST_RECEIVED_ON, pick_day (state), NULL);
}

/* What the checks of partners, value and measures read. */
static void
fill_project (TlWorkspace *workspace, TlItem *project, guint64 *state)
{
  static const TlField choices[]
      = { TL_PROJECT_WHOLE_ORGANISATION, TL_PROJECT_LONG_TERM,     TL_PROJECT_MULTIPLE_SOLUTIONS,
          TL_PROJECT_SOLUTION_NEUTRAL,   TL_PROJECT_SOLUTION_TYPE, TL_PROJECT_REUSE };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    choose (workspace, project, choices[i], state);
  if (below (state, 4) > 0)
    tl_workspace_set_ref (workspace, project, TL_PROJECT_SPONSOR,
                          pick (workspace, TL_KIND_PERSON, state), NULL);
  tl_workspace_set_date (workspace, project, TL_PROJECT_START, pick_day (state), NULL);
  tl_workspace_set_date (workspace, project, TL_PROJECT_SOLUTION_CHOSEN, pick_day (state), NULL);
  tl_workspace_set_number (workspace, project, TL_PROJECT_COST, below (state, 9000), NULL);
  tl_workspace_set_number (workspace, project, TL_PROJECT_USE_SHARE, below (state, 101), NULL);
  tl_workspace_set_number (workspace, project, TL_PROJECT_EVALUATION_LEVEL, below (state, 6), NULL);
}

static void
add_project (TlWorkspace *workspace, guint64 *state)
{
  TlItem *project = add (workspace, TL_KIND_PROJECT, state);

  tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, (int) below (state, TL_N_STATUS),
                           NULL);
  tl_workspace_set_choice (workspace, project, TL_PROJECT_WORK_CATEGORY,
                           (int) below (state, TL_N_WORK), NULL);
  tl_workspace_set_choice (workspace, project, TL_PROJECT_ORIGIN, (int) below (state, TL_N_ORIGIN),
                           NULL);
  tl_workspace_set_number (workspace, project, TL_PROJECT_EFFORT, below (state, 120), NULL);
  fill_project (workspace, project, state);
}

/* Three projects of ten serve nothing, and the others share the links among them. */
static void
add_link (TlWorkspace *workspace, guint64 *state)
{
  guint n_projects = tl_workspace_get_n_items (workspace, TL_KIND_PROJECT);
  TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);
  TlItem *project
      = tl_workspace_get_item (workspace, TL_KIND_PROJECT, below (state, n_projects * 7 / 10));
  TlKind kind = below (state, 20) == 0 ? TL_KIND_GOAL : TL_KIND_OBJECTIVE;

  tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, NULL);
  tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, pick (workspace, kind, state), NULL);
  tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, (int) below (state, TL_N_STRENGTH),
                           NULL);
  tl_workspace_set_date (workspace, link, TL_ITEM_CREATED, pick_day (state), NULL);
  tl_workspace_set_number (workspace, link, TL_LINK_CONTRIBUTION, below (state, 40), NULL);
  if (below (state, 2) == 0)
    tl_workspace_set_text (workspace, link, TL_LINK_MECHANISM, "They ask first", NULL);
  if (below (state, 2) == 0)
    tl_workspace_set_date (workspace, link, TL_LINK_AGREED_ON, pick_day (state), NULL);
}

static TlWorkspace *
make_workspace (guint n_projects)
{
  TlWorkspace *workspace = tl_workspace_new ();
  guint64 state = n_projects;

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < 20; i++)
    add_person (workspace, &state);
  for (guint i = 0; i < n_projects / 20; i++)
    add_goal (workspace, &state, n_projects / 20);
  for (guint i = 0; i < n_projects / 4; i++)
    add_objective (workspace, &state);
  for (guint i = 0; i < n_projects; i++)
    add_project (workspace, &state);
  for (guint i = 0; i < n_projects / 2; i++)
    add_cause (workspace, &state);
  for (guint i = 0; i < n_projects / 4; i++)
    add_measure (workspace, &state);
  for (guint i = 0; i < n_projects / 10; i++)
    add_request (workspace, &state);
  for (guint i = 0; i < 2 * n_projects; i++)
    add_link (workspace, &state);
  tl_workspace_end_bulk (workspace);
  return workspace;
}

static int
compare_doubles (const void *left, const void *right)
{
  double a = *(const double *) left;
  double b = *(const double *) right;

  return a < b ? -1 : a > b;
}

/* In milliseconds. */
typedef struct
{
  double all;     /* checks, with what they rest on */
  double figures; /* and the alignment, of it */
  double warm;    /* all checks, again at once */
  guint n_findings;
} Result;

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  return times[N_RUNS / 2];
}

/* An analysis follows an edit, and between two edits a window was drawn: what it reads is no longer
 * in the processor's caches. A small workspace that is read again and again would be flattered. */
static void
forget_caches (void)
{
  static volatile char memory[CACHE_BYTES];

  for (gsize i = 0; i < sizeof memory; i += 64)
    memory[i]++;
}

static double
get_elapsed (gint64 *since)
{
  gint64 start = *since;

  *since = g_get_monotonic_time ();
  return (double) (*since - start) / 1000;
}

static double
time_figures (TlWorkspace *workspace)
{
  gint64 clock = g_get_monotonic_time ();
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  TlFigures figures;

  tl_figures_compute (&figures, alignment);
  return get_elapsed (&clock);
}

static double
time_checks (TlWorkspace *workspace, guint *n_findings)
{
  gint64 clock = g_get_monotonic_time ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 1, 1));

  *n_findings = tl_analysis_get_n_findings (analysis);
  return get_elapsed (&clock);
}

typedef struct
{
  TlWorkspace *workspace;
  double all[N_RUNS];
  double figures[N_RUNS];
  double warm[N_RUNS];
  guint n_findings;
} Series;

static void
run (Series *series, guint index)
{
  forget_caches ();
  series->figures[index] = time_figures (series->workspace);
  forget_caches ();
  series->all[index] = time_checks (series->workspace, &series->n_findings);
  series->warm[index] = time_checks (series->workspace, &series->n_findings);
}

static Result
get_result (Series *series)
{
  return (Result) { get_median (series->all), get_median (series->figures),
                    get_median (series->warm), series->n_findings };
}

static void
print_result (guint n_projects, const Result *result)
{
  g_print ("%6u projects: all checks %.2f ms (%u findings), of it alignment and figures %.2f ms; "
           "again at once %.2f ms\n",
           n_projects, result->all, result->n_findings, result->figures, result->warm);
}

int
main (int argc, char **argv)
{
  g_autoptr (TlWorkspace) small_workspace = make_workspace (1000);
  g_autoptr (TlWorkspace) large_workspace = make_workspace (10000);
  Series small_series = { small_workspace };
  Series large_series = { large_workspace };
  Result small, large;
  double growth;

  /* In turns, so that what else the machine does falls on both. */
  for (guint i = 0; i < N_RUNS; i++)
    {
      run (&small_series, i);
      run (&large_series, i);
    }
  small = get_result (&small_series);
  large = get_result (&large_series);
  growth = large.all / small.all;
  print_result (1000, &small);
  print_result (10000, &large);
  g_print ("growth %.1f times (goal %.0f; again at once %.1f), goal %.0f ms: %s\n", growth,
           GROWTH_GOAL, large.warm / small.warm, GOAL_MS,
           large.all <= GOAL_MS ? "reached" : "missed");
  return EXIT_SUCCESS;
}
