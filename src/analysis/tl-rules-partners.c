/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-partner.h"

/* Is the right leader behind the work, and how does learning stand with that leader? What rests on
 * ratings of people is private. */

/* PRT-01 */

static char *
describe_no_client (const TlProjectRow *row)
{
  if (row->is_key)
    return g_strdup (_ ("It is to move a top goal, and its sponsor is not recorded."));
  if (row->category == TL_WORK_STRATEGIC)
    return g_strdup (_ ("It is called strategic, and its sponsor is not recorded."));
  return g_strdup (_ ("Its sponsor is not recorded."));
}

static TlItem *
find_goal_owner (TlCheck *check, const TlProjectRow *row)
{
  guint n;
  const guint *links = tl_alignment_get_row_links (check->alignment, row, &n);

  for (guint i = 0; i < n; i++)
    {
      guint goal = check->alignment->objectives[check->alignment->links[links[i]].objective].goal;
      TlItem *owner
          = tl_item_get_ref (check->alignment->rolls[TL_ROLL_GOAL].items[goal], TL_GOAL_OWNER);

      if (owner != NULL)
        return owner;
    }
  return NULL;
}

static void
look_for_no_client (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  gboolean is_grave = row->category == TL_WORK_STRATEGIC || row->is_key;
  TlItem *owner;
  char *remedy = NULL;

  if (!tl_check_is_under_way (row) || row->origin == TL_ORIGIN_MANDATE
      || tl_item_is_set (project, TL_PROJECT_SPONSOR))
    return;
  owner = find_goal_owner (check, row);
  if (owner != NULL)
    remedy = g_strdup_printf (_ ("It serves a goal of %s: ask there first."),
                              tl_check_get_name (owner));
  tl_check_report (check, is_grave ? TL_SEVERITY_HIGH : TL_SEVERITY_MEDIUM, project,
                   describe_no_client (row), remedy);
}

/* PRT-02 */

static char *
describe_client (TlItem *sponsor, const TlClientTests *tests)
{
  const char *failed[TL_N_CLIENT_TESTS + 1] = { NULL };
  const char *unknown[TL_N_CLIENT_TESTS + 1] = { NULL };
  guint n_failed = 0, n_unknown = 0;

  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    {
      const char *label = tl_field_get_label (tl_client_test_get_field (i));

      if (tests->answers[i] == TL_TRI_STATE_NO)
        failed[n_failed++] = label;
      else if (tests->answers[i] == TL_TRI_STATE_UNKNOWN)
        unknown[n_unknown++] = label;
    }
  return tl_check_add_missing (
      g_strdup_printf (ngettext ("Its sponsor, %1$s, meets %2$u of the four tests of a client.",
                                 "Its sponsor, %1$s, meets %2$u of the four tests of a client.",
                                 tests->n_met),
                       tl_check_get_name (sponsor), tests->n_met),
      failed, unknown);
}

/* What is wrong with a sponsor is said once for all the projects of that sponsor. */
typedef struct
{
  TlSeverity severity;
  char *detail; /* NULL when nothing is wrong */
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->detail);
  g_free (verdict);
}

static Verdict *
judge_client (TlItem *sponsor)
{
  TlClientTests tests = tl_client_tests_get (sponsor);
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->severity = tests.n_met < TL_N_CLIENT_TESTS - 1 ? TL_SEVERITY_HIGH : TL_SEVERITY_MEDIUM;
  if (tests.n_unknown < TL_N_CLIENT_TESTS && tests.n_met < TL_N_CLIENT_TESTS)
    verdict->detail = describe_client (sponsor, &tests);
  return verdict;
}

static void
look_for_wrong_client (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlItem *sponsor = tl_item_get_ref (project, TL_PROJECT_SPONSOR);
  Verdict *verdict;

  if (sponsor == NULL)
    return;
  if (check->clients == NULL)
    check->clients = g_hash_table_new_full (NULL, NULL, NULL, verdict_free);
  verdict = g_hash_table_lookup (check->clients, sponsor);
  if (verdict == NULL)
    g_hash_table_insert (check->clients, sponsor, verdict = judge_client (sponsor));
  if (verdict->detail != NULL)
    tl_check_report (check, verdict->severity, project, g_strdup (verdict->detail), NULL);
}

/* PRT-03 */

/* What is weakest decides the next step. */
static const char *
advise_on_partner (TlField weakest)
{
  switch (weakest)
    {
    case TL_PERSON_ACCESS:
      return _ (
          "Find out who can bring you into a talk, and ask for twenty minutes about the goal. Then "
          "rate it anew.");
    case TL_PERSON_CREDIBILITY:
      return _ ("Learn the numbers of this business, and bring a thought about them to the next "
                "talk. Then rate it anew.");
    case TL_PERSON_TRUST:
    default:
      return _ (
          "Promise something small that helps this leader soon, and keep it. Then rate it anew.");
    }
}

static char *
describe_weakest (TlItem *owner, TlField weakest, double rating)
{
  const char *name = tl_check_get_name (owner);

  switch (weakest)
    {
    case TL_PERSON_ACCESS:
      return g_strdup_printf (_ ("Access to its owner, %1$s, is rated %2$d of 4."), name,
                              (int) rating);
    case TL_PERSON_CREDIBILITY:
      return g_strdup_printf (_ ("Credibility with its owner, %1$s, is rated %2$d of 4."), name,
                              (int) rating);
    case TL_PERSON_TRUST:
    default:
      return g_strdup_printf (_ ("The trust of its owner, %1$s, is rated %2$d of 4."), name,
                              (int) rating);
    }
}

static char *
describe_unrated (TlItem *owner, const TlPartnerRatings *ratings)
{
  const char *missing[TL_N_PARTNER_RATINGS + 1] = { NULL };
  g_autofree char *list = NULL;
  guint n = 0;

  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    if (isnan (ratings->values[i]))
      missing[n++] = tl_field_get_label (tl_partner_rating_get_field (i));
  list = tl_check_join (missing);
  return g_strdup_printf (_ ("How learning stands with its owner, %1$s, is not recorded: %2$s."),
                          tl_check_get_name (owner), list);
}

static void
look_for_weak_partner (TlCheck *check, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  TlPartnerRatings ratings;

  if (owner == NULL || !tl_alignment_is_top_goal (check->alignment, goal))
    return;
  ratings = tl_partner_ratings_get (owner);
  if (ratings.lowest < tl_check_get_setting (check, TL_SETTINGS_PARTNER_FLOOR))
    tl_check_report (check, TL_SEVERITY_MEDIUM, goal,
                     describe_weakest (owner, ratings.weakest, ratings.lowest),
                     g_strdup (advise_on_partner (ratings.weakest)));
  else if (ratings.n_unknown > 0)
    tl_check_report (check, TL_SEVERITY_MEDIUM, goal, describe_unrated (owner, &ratings),
                     g_strdup (_ ("Rate it after the next talk, with a word on what you saw.")));
}

/* PRT-04: once for a person, whatever the number of goals; the goal that is named is the first by
 * rank. */

static GHashTable *
map_owners (TlCheck *check)
{
  double least = tl_check_get_setting (check, TL_SETTINGS_QUIET_WEIGHT);
  GHashTable *goals = g_hash_table_new (NULL, NULL);
  guint n;
  TlItem *const *ranked = tl_alignment_get_goals (check->alignment, &n);

  for (guint i = 0; i < n && tl_alignment_is_active_goal (check->alignment, ranked[i]); i++)
    {
      TlItem *owner = tl_item_get_ref (ranked[i], TL_GOAL_OWNER);

      if (owner != NULL && tl_item_get_number (ranked[i], TL_GOAL_WEIGHT) >= least
          && !g_hash_table_contains (goals, owner))
        g_hash_table_insert (goals, owner, ranked[i]);
    }
  return goals;
}

static void
look_for_silence (TlCheck *check, TlItem *person, TlItem *goal)
{
  TlDate last = tl_item_get_date (person, TL_PERSON_LAST_CONTACT);
  double cadence = tl_item_get_number (person, TL_PERSON_CADENCE);
  gint64 days = tl_check_get_days_since (check, last);

  if (last == TL_DATE_NONE || days <= cadence)
    return;
  tl_check_report (
      check, TL_SEVERITY_LOW, person,
      g_strdup_printf (ngettext ("Owner of “%1$s”. The last contact was %2$u day ago; it was to be "
                                 "%3$d at most.",
                                 "Owner of “%1$s”. The last contact was %2$u days ago; it was to "
                                 "be %3$d at most.",
                                 (gulong) days),
                       tl_check_get_name (goal), (guint) days, (int) cadence),
      NULL);
}

static void
run_silence (TlCheck *check)
{
  const TlRoll *people = &check->alignment->rolls[TL_ROLL_PERSON];
  g_autoptr (GHashTable) goals = map_owners (check);

  for (guint i = 0; i < people->n; i++)
    {
      TlItem *goal = g_hash_table_lookup (goals, people->items[i]);

      if (goal != NULL)
        look_for_silence (check, people->items[i], goal);
    }
}

/* clang-format off */
const TlRuleRow tl_rules_partners[] = {
  {
    {
      .id = "PRT-01",
      .title = N_("No leader stands behind it"),
      .why = N_("Without a leader whose goal it serves, the first busy month ends it."),
      .remedy = N_("Find the leader whose goal it serves, and ask whether it is wanted."),
      .source = "S14",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_SPONSOR,
      .more = { { TL_FIX_ANALYSIS } },
    },
    .look_at_project = look_for_no_client,
  },
  {
    {
      .id = "PRT-02",
      .title = N_("The sponsor is not the client"),
      .why = N_("Who neither owns the goal nor can decide about people and money cannot make it happen."),
      .remedy = N_("Go up or across to somebody who has what is missing, and take the sponsor along."),
      .source = "S14",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_SPONSOR,
      .is_private = TRUE,
    },
    .look_at_project = look_for_wrong_client,
  },
  {
    {
      .id = "PRT-03",
      .title = N_("Weak partnership on a top goal"),
      .why = N_("The goals that matter most need a leader who tells you what goes wrong."),
      .remedy = N_("Decide on the next step for this partnership, take it, and rate it anew."),
      .source = "S15",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_FILL,
      .field = TL_PERSON_ACCESS,
      .more = { { TL_FIX_FILL, TL_PERSON_CREDIBILITY },
                { TL_FIX_FILL, TL_PERSON_TRUST },
                { TL_FIX_EDIT, TL_PERSON_NEXT_STEP } },
      .is_private = TRUE,
    },
    .look_at_goal = look_for_weak_partner,
  },
  {
    {
      .id = "PRT-04",
      .title = N_("Not heard from for too long"),
      .why = N_("What matters to a leader changes faster than a plan does."),
      .remedy = N_("Ask for twenty minutes: what has changed, and what keeps you busy now?"),
      .source = "S4",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_PERSON_LAST_CONTACT,
      .is_private = TRUE,
    },
    .run = run_silence,
  },
  { { NULL } },
};
/* clang-format on */
