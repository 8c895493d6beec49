/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter-plan.h"
#include "tl-filter-complete.h"

#define N_RANDOM_TEXTS 5000

/* "|" is the cursor. What comes out is the text with the completion in it; "…" stands for the rest
 * of a list. */
typedef struct
{
  const char *text;
  const char *first;
  const char *second;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "|", "unaligned|", "aligned|" },
  { "sta|", "status:|", "start>|" },
  { "STA|", "status:|", "start>|" },
  { "days|", "days>|", "days<|" },
  { "una|", "unaligned|", NULL },
  { "(una|", "(unaligned|", NULL },
  { "-una|", "-unaligned|", NULL },
  { "academy own|", "academy owner:|", NULL },
  { "own| academy", "owner:| academy", NULL },
  { "ow|ne", "owner:|", NULL },
  { "spons|", "sponsor:|", NULL },
  { "status:|", "status:idea|", "status:intake|" },
  { "status:l|", "status:live|", NULL },
  { "status: l|", "status: live|", NULL },
  { "status!=l|", "status!=live|", NULL },
  { "status:live,d|", "status:live,design|", "status:live,done|" },
  { "status:live, de|", "status:live, design|", "status:live, declined|" },
  { "kind:pro|", "kind:project|", NULL },
  { "kind:peo|", "kind:person|", NULL },
  { "owner:|", "owner:\"María Núñez\"|", "owner:Bo|" },
  { "owner:mar|", "owner:\"María Núñez\"|", NULL },
  { "owner:nunez|", "owner:\"María Núñez\"|", NULL },
  { "owner:\"mar|", "owner:\"María Núñez\"|", NULL },
  { "owner:\"mar|\"", "owner:\"María Núñez\"|", NULL },
  { "tag:|", "tag:onboarding|", "tag:q3|" },
  { "tag:on|", "tag:onboarding|", NULL },
  { "goal:|", "goal:\"Win with AI\"|", "goal:\"Keep customers\"|" },
  { "serves:churn|", "serves:\"Churn is down\"|", NULL },
  { "objective:assist|", "objective:\"Sellers use the assistant\"|", NULL },
  { "unit:sup|", "unit:Support|", NULL },
  { "rule:aln-0|", "rule:ALN-01|", "rule:ALN-02|" },
  { "severity:|", "severity:high|", "severity:medium|" },
  { "has:ow|", "has:owner|", NULL },
  { "no:spo|", "no:sponsor|", NULL },
  { "no:owner,spo|", "no:owner,sponsor|", NULL },
  { "start<to|", "start<today|", NULL },
  { "longTerm:|", "longTerm:no|", "longTerm:yes|" },
  { "days>1|", NULL, NULL },
  { "nothing:o|", NULL, NULL },
  { "zzzz|", NULL, NULL },
  { "\"una|", NULL, NULL },
  { "status:live |", "status:live unaligned|", "status:live aligned|" },
};
/* clang-format on */

static char *
apply (const char *text, const TlCompletion *completion)
{
  return g_strdup_printf ("%.*s%s|%s", (int) completion->span.from, text, completion->replacement,
                          text + completion->span.to);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  gsize cursor = (gsize) (strchr (test->text, '|') - test->text);
  g_autofree char *text
      = g_strdup_printf ("%.*s%s", (int) cursor, test->text, test->text + cursor + 1);
  g_autoptr (GPtrArray) found = tl_filter_complete (text, cursor, analysis);
  const char *expected[] = { test->first, test->second };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *completed = found->len > i ? apply (text, found->pdata[i]) : NULL;

      if (expected[i] != NULL || i == 0)
        g_assert_cmpstr (completed, ==, expected[i]);
    }
}

/* What is offered is worth offering: it says what it is, and most of it is a whole filter. */
static void
test_described (void)
{
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  g_autoptr (GPtrArray) found = tl_filter_complete ("", 0, analysis);

  g_assert_cmpuint (found->len, >, 20);
  for (guint i = 0; i < found->len; i++)
    {
      TlCompletion *completion = found->pdata[i];

      g_assert_true (*completion->label != '\0');
      g_assert_true (completion->description != NULL && *completion->description != '\0');
    }
}

/* A value that was taken over from the list is understood. */
static void
test_understood (void)
{
  static const char *const texts[] = { "kind:", "status:", "owner:", "goal:", "rule:", "has:" };
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) found = tl_filter_complete (texts[i], strlen (texts[i]), analysis);

      g_assert_cmpuint (found->len, >, 0);
      for (guint j = 0; j < found->len; j++)
        {
          TlCompletion *completion = found->pdata[j];
          g_autofree char *text = g_strconcat (texts[i], completion->replacement, NULL);
          g_autoptr (GError) error = NULL;
          g_autoptr (TlFilter) filter = tl_filter_new (text, TL_FILTER_DEFAULT, NULL, &error);

          g_assert_no_error (error);
        }
    }
}

static void
test_random (void)
{
  static const char *const parts[] = { "(", "\"", ":",  "=",     "!=",   "<",     ",",  "-", " ",
                                       "é", "“",  "\\", "owner", "kind", "title", "中", "a" };
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();

  for (guint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_parts = (guint) g_test_rand_int_range (0, 8);
      gsize cursor;
      g_autoptr (GPtrArray) found = NULL;

      for (guint j = 0; j < n_parts; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      cursor = (gsize) g_test_rand_int_range (0, (gint32) text->len + 3);
      found = tl_filter_complete (text->str, cursor, analysis);
      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *completed = apply (text->str, found->pdata[j]);

          g_assert_true (g_utf8_validate (completed, -1, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/complete/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/complete/described", test_described);
  g_test_add_func ("/complete/understood", test_understood);
  g_test_add_func ("/complete/random", test_random);

  return g_test_run ();
}
