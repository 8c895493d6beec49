/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter-plan.h"
#include "sample.h"
#include "tl-filter.h"
#include "tl-reading-order.h"

#define N_RANDOM_TEXTS 20000

typedef struct
{
  const char *text;
  const char *ids; /* in the order of reading */
} Match;

/* clang-format off */
static const Match matches[] = {
  /* Nothing. */
  { "", "g2 o2 p3 o3 g1 o1 c1 p1 g3 p2 p4 p5 uw us up ma bo l1 l2 i1 w1" },
  { "  ,  ", "g2 o2 p3 o3 g1 o1 c1 p1 g3 p2 p4 p5 uw us up ma bo l1 l2 i1 w1" },
  /* Words. */
  { "academy", "p3" },
  { "ACADEMY", "p3" },
  { "cafe", "p2" },
  { "CAFÉ", "p2" },
  { "slow talks", "p2" },
  { "lunch", "p2" },
  { "bo first", "p3" },
  { "onboard", "p1" },
  { "boarding", "p1" },
  { "ing", "" },
  { "ai kind:goal,project", "g1 p1" },
  { "\"field cert\"", "" },
  { "\"field certification\"", "p1" },
  { "maria nunez", "g1 p1 ma" },
  { "escalations", "l2" },
  { "paused", "p2" },
  { "secret", "ma" },
  { "zebra", "" },
  { "e-learning", "p5" },
  { "\"field sales\"", "p1 us" },
  { "\"sales field\"", "" },
  { "“Field Sales”", "p1 us" },
  { "\"slow   lunch\"", "p2" },
  { "\"(long)\"", "p2" },
  { "\"key\"", "" },
  { "sales - support", "" },
  /* Kinds. */
  { "kind:goal", "g2 g1 g3" },
  { "kind:Projects", "p3 p1 p2 p4 p5" },
  { "kind:people", "ma bo" },
  { "kind:goal,unit", "g2 g1 g3 uw us up" },
  { "kind!=project kind!=link kind!=goal ai", "o1" },
  /* And, or, not. */
  { "kind:project -paused", "p3 p1 p4 p5" },
  { "kind:project not paused", "p3 p1 p4 p5" },
  { "kind:project and live", "p1 p4" },
  { "kind:project (live or paused)", "p1 p2 p4" },
  { "kind:project -(live or paused)", "p3 p5" },
  { "cafe or academy kind:project", "p3 p2" },
  { "kind:project not not live", "p1 p4" },
  { "kind:project --live", "p1 p4" },
  { "kind:project \"or\"", "" },
  /* Choices. */
  { "status:live", "p1 p4" },
  { "status=live", "p1 p4" },
  { "Status: Live", "p1 p4" },
  { "status:live,design", "p3 p1 p4" },
  { "status: live, design,", "p3 p1 p4" },
  { "status!=live", "p3 p2 p5" },
  { "status!=live,idea", "p3 p2" },
  { "-status:live kind:project", "p3 p2 p5" },
  { "status:retired", "g3" },
  { "status:active", "g2 o2 o3 g1 o1" },
  { "longTerm:yes", "p3" },
  { "long-term:yes", "p3" },
  { "confirmed:yes", "c1" },
  { "strength>=medium", "l1" },
  { "strength<strong", "l2" },
  { "contribution-band>low", "g2" },
  { "contribution-band<=low", "g1" },
  /* Numbers. */
  { "days>20", "p1" },
  { "days>=20", "p3 p1" },
  { "days > 19.5", "p3 p1" },
  { "effortDays<5", "p5" },
  { "Effort<=5", "p2 p5" },
  { "days:40", "p1" },
  { "days=40,5", "p1 p2" },
  { "days!=40", "p3 p2 p4 p5" },
  { "days>-1", "p3 p1 p2 p5" },
  { "weight>40%", "g1" },
  { "people>100", "us" },
  /* Days. */
  { "start<2026-07-01", "p1" },
  { "start:2026-07", "p2" },
  { "start>2026-07", "p3" },
  { "start>=2026-07", "p3 p2" },
  { "start:2026-q1", "p1" },
  { "start:2026-Q3", "p2" },
  { "start>2026-Q3", "p3" },
  { "start:2026", "p3 p1 p2" },
  { "start<=2026-12", "p3 p1 p2" },
  { "start:today", "p2" },
  { "start<today", "p1" },
  { "start>today", "p3" },
  { "starts>=today", "p3 p2" },
  /* Texts, lists, references. */
  { "title:ai kind:goal,project", "g1 p1" },
  { "name=\"win WITH ai\"", "g1" },
  { "title=win", "" },
  { "tag:onboarding", "p1" },
  { "tags:q", "p1" },
  { "tag=q", "" },
  { "tag!=q3 kind:project", "p3 p2 p4 p5" },
  { "owner:maria", "g1 p1" },
  { "owner=ma", "" },
  { "owner=\"maria nunez\"", "g1 p1" },
  { "owner!=maria kind:project", "p3 p1 p2 p4 p5" },
  { "unit:sales or unit:support", "p3 p1 p2" },
  { "unit:world", "p1" },
  { "unit=world", "p1" },
  { "addresses:shows", "p1" },
  { "trust:3", "ma" },
  /* What is recorded. */
  { "has:owner", "g1 p1" },
  { "no:sponsor", "p3 p2 p4 p5" },
  { "no:sponsor,days", "p4" },
  { "has:tag", "p1" },
  { "no:serves kind:project", "p2 p4 p5" },
  { "has:goal kind:project,cause", "p3 c1 p1" },
  { "no!=sponsor", "p1" },
  /* Relations. */
  { "serves:\"Win with AI\"", "o1 c1 p1 l1" },
  { "serves:assistant", "c1 p1 l1" },
  { "goal:\"Win with AI\"", "g1 o1 c1 p1 l1" },
  { "goal=customers", "" },
  { "goal:customers kind:project", "p3" },
  { "goal!=\"Keep customers\" kind:goal", "g1 g3" },
  { "objective:churn", "o2 p3 l2" },
  { "id:P3", "p3" },
  /* States. */
  { "unaligned", "p2" },
  { "aligned", "p3 p1" },
  { "mandated", "p4" },
  { "covered", "g2 o2 g1 o1" },
  { "uncovered", "o3" },
  { "waived", "p2" },
  { "top", "g2" },
  { "key", "" },
  { "-aligned kind:project", "p2 p4 p5" },
  { "kind:objective flagged uncovered", "o3" },
  /* Findings. */
  { "rule:ALN-01", "" },
  { "rule:aln-06", "o3" },
  { "rule:aln-06 rule:aln kind:objective", "o3" },
  { "rule!=aln kind:objective", "o2 o1" },
};

typedef struct
{
  const char *text;
  TlFilterError code;
  const char *where; /* the part of the text that is wrong */
  const char *says;  /* some of the message */
} Wrong;

static const Wrong wrongs[] = {
  { "status:lvie", TL_FILTER_ERROR_VALUE, "lvie", "Did you mean “live”?" },
  { "kind:goal status:xyzzy", TL_FILTER_ERROR_VALUE, "xyzzy", "idea" },
  { "stauts:live", TL_FILTER_ERROR_FIELD, "stauts", "Did you mean “status”?" },
  { "a qwertyuiop:1", TL_FILTER_ERROR_FIELD, "qwertyuiop", "quotation marks" },
  { "10:30", TL_FILTER_ERROR_FIELD, "10", "quotation marks" },
  { "kind:progect", TL_FILTER_ERROR_VALUE, "progect", "“project”" },
  { "kind:view", TL_FILTER_ERROR_VALUE, "view", "goal" },
  { "severity:bad", TL_FILTER_ERROR_VALUE, "bad", "high" },
  { "rule:ALN-99", TL_FILTER_ERROR_VALUE, "ALN-99", "ALN-" },
  { "days>abc", TL_FILTER_ERROR_VALUE, "abc", "number" },
  { "days>5x", TL_FILTER_ERROR_VALUE, "5x", "number" },
  { "days>inf", TL_FILTER_ERROR_VALUE, "inf", "number" },
  { "start<soon", TL_FILTER_ERROR_VALUE, "soon", "2026-Q3" },
  { "start<2026-13", TL_FILTER_ERROR_VALUE, "2026-13", "day" },
  { "start<2026-Q5", TL_FILTER_ERROR_VALUE, "2026-Q5", "day" },
  { "start<2026-02-30", TL_FILTER_ERROR_VALUE, "2026-02-30", "day" },
  { "status>live", TL_FILTER_ERROR_SYNTAX, "live", "more" },
  { "owner>maria", TL_FILTER_ERROR_SYNTAX, "maria", "more" },
  { "kind<goal", TL_FILTER_ERROR_SYNTAX, "goal", "more" },
  { "status:", TL_FILTER_ERROR_SYNTAX, ":", "value" },
  { "status:\"\"", TL_FILTER_ERROR_SYNTAX, ":", "value" },
  { "status:live owner:)", TL_FILTER_ERROR_SYNTAX, ":", "value" },
  { "has:statsu", TL_FILTER_ERROR_FIELD, "statsu", "“status”" },
  { "no:kind", TL_FILTER_ERROR_FIELD, "kind", "missing" },
  { ":live", TL_FILTER_ERROR_SYNTAX, ":", "field" },
  { "a (b", TL_FILTER_ERROR_SYNTAX, "(", "not closed" },
  { "a b)", TL_FILTER_ERROR_SYNTAX, ")", "open" },
  { "a \"b", TL_FILTER_ERROR_SYNTAX, "\"b", "not closed" },
  { "title:\"b", TL_FILTER_ERROR_SYNTAX, "\"b", "not closed" },
  { "a or", TL_FILTER_ERROR_SYNTAX, "or", "Both" },
  { "or a", TL_FILTER_ERROR_SYNTAX, "or", "Both" },
  { "a or or b", TL_FILTER_ERROR_SYNTAX, "or", "Both" },
  { "a not", TL_FILTER_ERROR_SYNTAX, "", "missing" },
};
/* clang-format on */

static char *
find (TlAnalysis *analysis, TlFilter *filter)
{
  g_autoptr (GPtrArray) order = tl_reading_order_new (tl_analysis_get_alignment (analysis));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      TlItem *item = order->pdata[i];

      if (tl_filter_is_searched (tl_item_get_kind (item))
          && tl_filter_matches (filter, analysis, item))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", tl_item_get_id (item));
    }
  return g_string_free (ids, FALSE);
}

static void
test_match (gconstpointer data)
{
  const Match *test = data;
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFilter) filter = tl_filter_new (test->text, TL_FILTER_DEFAULT, NULL, &error);
  g_autofree char *ids = NULL;

  g_assert_no_error (error);
  ids = find (analysis, filter);
  g_assert_cmpstr (ids, ==, test->ids);
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *test = data;
  g_autoptr (GError) error = NULL;
  TlFilterSpan where;
  g_autoptr (TlFilter) filter = tl_filter_new (test->text, TL_FILTER_DEFAULT, &where, &error);
  g_autofree char *part = NULL;

  g_assert_null (filter);
  g_assert_error (error, TL_FILTER_ERROR, (int) test->code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, test->says));
  g_assert_cmpuint (where.from, <=, where.to);
  g_assert_cmpuint (where.to, <=, strlen (test->text));
  part = g_strndup (test->text + where.from, where.to - where.from);
  g_assert_cmpstr (part, ==, test->where);
}

/* The severities of all findings about an item, by what the analysis says itself. */
static void
test_severity (void)
{
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  g_autoptr (GPtrArray) order = tl_reading_order_new (tl_analysis_get_alignment (analysis));
  g_autoptr (TlFilter) high = tl_filter_new ("severity:high", TL_FILTER_DEFAULT, NULL, NULL);
  g_autoptr (TlFilter) flagged = tl_filter_new ("flagged", TL_FILTER_DEFAULT, NULL, NULL);
  guint n_high = 0;

  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, order->pdata[i]);
      gboolean is_high = FALSE;

      for (guint j = 0; j < findings->len; j++)
        is_high |= ((TlFinding *) findings->pdata[j])->severity == TL_SEVERITY_HIGH;
      n_high += is_high ? 1 : 0;
      g_assert_cmpint (tl_filter_matches (high, analysis, order->pdata[i]), ==, is_high);
      g_assert_cmpint (tl_filter_matches (flagged, analysis, order->pdata[i]), ==,
                       findings->len > 0);
    }
  g_assert_cmpuint (n_high, >, 0);
}

static void
test_private (void)
{
  static const struct
  {
    const char *text;
    const char *with;
    const char *without;
  } cases[] = {
    { "secret", "ma", "" },
    { "rumour bo", "i1", "" },
    { "heard-from:bo", "i1", "" },
    { "trust>2", "ma", "" },
    { "has:trust", "ma", "" },
    { "no:trust", "bo", "" },
    { "kind:person \"head of\"", "ma", "ma" },
  };
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlFilter) with = tl_filter_new (cases[i].text, TL_FILTER_DEFAULT, NULL, NULL);
      g_autoptr (TlFilter) without
          = tl_filter_new (cases[i].text, TL_FILTER_WITHOUT_PRIVATE, NULL, NULL);
      g_autofree char *found_with = find (analysis, with);
      g_autofree char *found_without = find (analysis, without);

      g_assert_cmpstr (found_with, ==, cases[i].with);
      g_assert_cmpstr (found_without, ==, cases[i].without);
    }
}

static TlItem *
lookup (TlAnalysis *analysis, const char *id)
{
  return tl_workspace_lookup (tl_analysis_get_workspace (analysis), id);
}

/* What was folded for a search is not what the next one searches after an edit. */
static void
test_follows_edits (void)
{
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  g_autoptr (TlFilter) filter = tl_filter_new ("zebra", TL_FILTER_DEFAULT, NULL, NULL);
  g_autofree char *before = find (analysis, filter);
  g_autofree char *after = NULL;

  tl_workspace_set_text (workspace, lookup (analysis, "ma"), TL_ITEM_TITLE, "Zebra", NULL);
  tl_workspace_set_text (workspace, lookup (analysis, "p2"), TL_PROJECT_SUMMARY, "zébra", NULL);
  after = find (analysis, filter);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (after, ==, "g1 p1 p2 ma");
}

static void
test_empty (void)
{
  g_autoptr (TlFilter) blank = tl_filter_new (" ", TL_FILTER_DEFAULT, NULL, NULL);
  g_autoptr (TlFilter) word = tl_filter_new ("a", TL_FILTER_DEFAULT, NULL, NULL);
  g_autoptr (TlFilter) shared = tl_filter_ref (word);

  g_assert_true (tl_filter_is_empty (blank));
  g_assert_false (tl_filter_is_empty (shared));
}

/* What is nested deeper than anybody writes is refused, not followed. */
static void
test_deep (void)
{
  const char *const parts[] = { "(", "-", "not " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 100000; j++)
        g_string_append (text, parts[i]);
      g_string_append (text, "a");
      g_assert_null (tl_filter_new (text->str, TL_FILTER_DEFAULT, NULL, &error));
      g_assert_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_DEPTH);
    }
}

/* Whatever is typed, it is understood or refused at a place in the text. */
static void
test_random (void)
{
  static const char *const parts[]
      = { "(",  ")",  "\"",     ":",    "=",     "!=",   "<",     ">",  "<=",     ",",
          "-",  " ",  "not ",   " or ", "and",   "days", "a",     "é",  "“",      "\\",
          "!",  "10", "kind",   "goal", "has",   "no",   "2026-", "Q3", "%",      "today",
          "\t", "—",  "status", "live", "owner", "rule", "ALN-",  "中", "e\u0301" };
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  guint n_understood = 0;

  for (guint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_parts = (guint) g_test_rand_int_range (1, 12);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlFilter) filter = NULL;
      TlFilterSpan where;

      for (guint j = 0; j < n_parts; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      filter = tl_filter_new (text->str, TL_FILTER_DEFAULT, &where, &error);
      g_assert_true ((filter == NULL) == (error != NULL));
      if (filter == NULL)
        {
          g_assert_true (where.from <= where.to && where.to <= text->len);
          g_assert_true (
              g_utf8_validate (text->str + where.from, (gssize) (where.to - where.from), NULL));
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      n_understood++;
      tl_filter_matches (filter, analysis, lookup (analysis, "p1"));
    }
  g_assert_cmpuint (n_understood, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/filter/match/%u", i);

      g_test_add_data_func (path, &matches[i], test_match);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/filter/wrong/%u", i);

      g_test_add_data_func (path, &wrongs[i], test_wrong);
    }
  g_test_add_func ("/filter/severity", test_severity);
  g_test_add_func ("/filter/private", test_private);
  g_test_add_func ("/filter/follows-edits", test_follows_edits);
  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/deep", test_deep);
  g_test_add_func ("/filter/random", test_random);

  return g_test_run ();
}
