/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Do two areas do the same, or tell the same people different things? */

#define PERCENT 100.0
#define ROUNDING 1e-6   /* of percent */
#define MAX_NAMED 2     /* names in a list; of more, the number is told */
#define TITLES_ALIKE .4 /* from here on the titles are worth mentioning */

/* A pair that is still so, with its items. */
typedef struct
{
  const TlPair *pair;
  TlItem *items[2];
  guint positions[2];
} Held;

static int
compare_held (gconstpointer left, gconstpointer right)
{
  const Held *a = left;
  const Held *b = right;

  for (guint i = 0; i < G_N_ELEMENTS (a->positions); i++)
    if (a->positions[i] != b->positions[i])
      return a->positions[i] < b->positions[i] ? -1 : 1;
  return 0;
}

/* In document order, as findings are; found for the first rule that asks. */
static const GArray *
list_held (TlCheck *check)
{
  guint n = check->duplicates != NULL ? tl_duplicates_get_n_pairs (check->duplicates) : 0;
  GArray *list;

  if (check->pairs != NULL)
    return check->pairs;
  list = check->pairs = g_array_new (FALSE, FALSE, sizeof (Held));
  for (guint i = 0; i < n; i++)
    {
      Held held = { tl_duplicates_get_pair (check->duplicates, i) };

      if (!tl_pair_holds (held.pair, check->alignment, held.items))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (held.items); j++)
        held.positions[j] = tl_workspace_get_position (check->workspace, held.items[j]);
      g_array_append_val (list, held);
    }
  g_array_sort (list, compare_held);
  return list;
}

/* Names in quotation marks, the first few of them. */
static char *
list_names (TlCheck *check, char *const *shared, gboolean are_ids)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = g_strv_length ((char **) shared);

  for (guint i = 0; i < n && (i < MAX_NAMED || n == MAX_NAMED + 1); i++)
    {
      TlItem *item = are_ids ? tl_workspace_lookup (check->workspace, shared[i]) : NULL;

      if (i > 0)
        g_string_append (list, C_ ("list", ", "));
      g_string_append_printf (list, C_ ("list", "“%s”"),
                              item != NULL ? tl_check_get_name (item) : shared[i]);
    }
  if (n > MAX_NAMED + 1)
    g_string_append_printf (list,
                            g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                         n - MAX_NAMED),
                            n - MAX_NAMED);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* VAL-02 */

static char *
dup_clause (TlDuplicateTerm term, const char *names)
{
  switch (term)
    {
    case TL_DUPLICATE_OBJECTIVES:
      /* Translators: objectives that both of two projects serve. */
      return g_strdup_printf (_ ("both serve %s"), names);
    case TL_DUPLICATE_AUDIENCE:
      return g_strdup_printf (_ ("both are for %s"), names);
    default:
      /* Translators: topics and skills that both of two projects are about. */
      return g_strdup_printf (_ ("both are about %s"), names);
    }
}

static void
append_clause (GString *text, const char *clause)
{
  g_string_append (text, text->len > 0 ? C_ ("between clauses", "; ") : "");
  g_string_append (text, clause);
}

/* What the two have in common, in clauses. */
static char *
describe_shared (TlCheck *check, const TlPair *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint term = 0; term < TL_DUPLICATE_TITLE; term++)
    {
      g_autofree char *names = NULL;
      g_autofree char *clause = NULL;

      if (pair->shared[term][0] == NULL)
        continue;
      names = list_names (check, pair->shared[term], term == TL_DUPLICATE_OBJECTIVES);
      clause = dup_clause (term, names);
      append_clause (text, clause);
    }
  if (pair->terms[TL_DUPLICATE_TITLE] >= TITLES_ALIKE)
    append_clause (text, _ ("their titles are alike"));
  if (text->len == 0)
    append_clause (text, _ ("they share a little of everything"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the score cannot rest on, as a sentence with a blank before it. */
static void
append_unknown (GString *text, const TlPair *pair)
{
  static const char *const names[TL_N_DUPLICATE_TERMS] = {
    [TL_DUPLICATE_OBJECTIVES] = NC_ ("not recorded", "objectives"),
    [TL_DUPLICATE_AUDIENCE] = NC_ ("not recorded", "audience"),
    [TL_DUPLICATE_TOPICS] = NC_ ("not recorded", "topics"),
    [TL_DUPLICATE_TITLE] = NC_ ("not recorded", "title"),
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    if (isnan (pair->terms[term]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list", ", ") : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "not recorded", names[term]));
  if (!pair->has_dates)
    g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list", ", ") : "",
                            C_ ("not recorded", "when they run"));
  if (list->len > 0)
    /* Translators: what two projects lack, such as "objectives, topics". */
    g_string_append_printf (text, _ (" Not recorded: %s."), list->str);
}

static char *
describe_alike (TlCheck *check, const TlPair *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shared = describe_shared (check, pair);
  char figure[TL_FIGURE_LENGTH];

  /* Translators: how alike two projects are in percent, then what they share. */
  g_string_append_printf (text, _ ("They are %1$s %% alike: %2$s."),
                          tl_check_format_figure (floor (pair->score * PERCENT + ROUNDING), figure),
                          shared);
  append_unknown (text, pair);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Who has to talk, when both are known. */
static char *
advise_talk (const Held *held)
{
  TlItem *first = tl_item_get_ref (held->items[0], TL_PROJECT_OWNER);
  TlItem *second = tl_item_get_ref (held->items[1], TL_PROJECT_OWNER);

  if (first == NULL || second == NULL)
    return g_strdup (_ ("Bring both owners together: merge the two, reuse one, or divide the "
                        "audience."));
  if (first == second)
    return g_strdup_printf (_ ("Ask %s, who owns both: merge the two, reuse one, or divide the "
                               "audience."),
                            tl_check_get_name (first));
  return g_strdup_printf (_ ("Bring %1$s and %2$s together: merge the two, reuse one, or divide "
                             "the audience."),
                          tl_check_get_name (first), tl_check_get_name (second));
}

static char *
advise_merge (const Held *held)
{
  g_autofree char *talk = advise_talk (held);
  g_autofree char *saving = NULL;
  char figure[TL_FIGURE_LENGTH];

  if (isnan (held->pair->saving) || held->pair->saving <= 0)
    return g_steal_pointer (&talk);
  saving
      = g_strdup_printf (ngettext ("Up to %s day could be saved.", "Up to %s days could be saved.",
                                   tl_check_get_plural (held->pair->saving)),
                         tl_check_format_figure (held->pair->saving, figure));
  return g_strjoin (" ", talk, saving, NULL);
}

/* A score that rests on little is a hint, and says what is not recorded. */
static void
run_duplicates (TlCheck *check)
{
  const GArray *list = list_held (check);

  for (guint i = 0; i < list->len; i++)
    {
      const Held *held = &g_array_index (list, Held, i);
      gboolean is_firm = held->pair->basis >= TL_DUPLICATES_FIRM_BASIS;

      if (held->pair->is_duplicate)
        tl_check_report_pair (check, is_firm ? TL_SEVERITY_MEDIUM : TL_SEVERITY_LOW, held->items,
                              describe_alike (check, held->pair), advise_merge (held));
    }
}

/* VAL-05 */

static char *
describe_mixed (TlCheck *check, const Held *held)
{
  const TlPair *pair = held->pair;
  g_autofree char *people = list_names (check, pair->shared[TL_DUPLICATE_AUDIENCE], FALSE);
  g_autofree char *topics = list_names (check, pair->shared[TL_DUPLICATE_TOPICS], FALSE);
  TlItem *first = tl_item_get_ref (held->items[0], TL_PROJECT_UNIT);
  TlItem *second = tl_item_get_ref (held->items[1], TL_PROJECT_UNIT);
  g_autoptr (GString) text = g_string_new (NULL);

  if (first != NULL && second != NULL)
    /* Translators: two units, an audience, topics. */
    g_string_append_printf (text,
                            _ ("“%1$s” and “%2$s” both speak to %3$s about %4$s, for no goal in "
                               "common."),
                            tl_check_get_name (first), tl_check_get_name (second), people, topics);
  else
    /* Translators: an audience, topics. */
    g_string_append_printf (text,
                            _ ("Both speak to %1$s about %2$s, for no goal in common; for which "
                               "unit is not recorded."),
                            people, topics);
  if (!pair->has_dates)
    g_string_append (text, _ (" When they run is not recorded."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
run_mixed (TlCheck *check)
{
  const GArray *list = list_held (check);

  for (guint i = 0; i < list->len; i++)
    {
      const Held *held = &g_array_index (list, Held, i);

      if (held->pair->is_mixed)
        tl_check_report_pair (check, TL_SEVERITY_LOW, held->items, describe_mixed (check, held),
                              NULL);
    }
}

/* clang-format off */
const TlRuleRow tl_rules_silo[] = {
  {
    {
      .id = "VAL-02",
      .title = N_("Possible duplication"),
      .why = N_("What two areas do side by side is paid for twice, and neither learns from the other."),
      .remedy = N_("Bring both owners together: merge the two, reuse one, or divide the audience."),
      .source = "S10",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_COMPARE,
    },
    .run = run_duplicates,
  },
  {
    {
      .id = "VAL-05",
      .title = N_("Mixed message"),
      .why = N_("Who hears two voices on one topic follows neither."),
      .remedy = N_("Have both areas agree on one message, or on who speaks when."),
      .source = "S10",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_COMPARE,
    },
    .run = run_mixed,
  },
  { { NULL } },
};
/* clang-format on */
