/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"
#include "tl-brief.h"

/* One page for two owners: it says what both have, marks what they share, and asks one question. */

#define SECRET "Geheimnis"

static void
set_words (TlItem *item, TlField field, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  tl_workspace_set_words (tl_item_get_workspace (item), item, field, (const char *const *) list,
                          NULL);
}

static TlItem *
add_owner (TlWorkspace *workspace, TlItem *project, const char *name)
{
  TlItem *person = export_plan_add (workspace, TL_KIND_PERSON, name);

  export_plan_set_ref (project, TL_PROJECT_OWNER, person);
  export_plan_set_text (person, TL_PERSON_EVIDENCE, SECRET);
  return person;
}

/* Two projects that are alike, with much or little recorded of them. */
static TlWorkspace *
make_plan (gboolean is_full)
{
  TlWorkspace *workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "Grow", 50);
  TlItem *objective = export_plan_add_objective (goal, "Renew *every* contract");
  TlItem *a = export_plan_add_project (workspace, "Coaching for leads", 20);
  TlItem *b = export_plan_add_project (workspace, "Coaching for leads", 8);

  set_words (a, TL_PROJECT_AUDIENCE, "Team leads|Sales");
  set_words (b, TL_PROJECT_AUDIENCE, "team leads");
  if (!is_full)
    return workspace;
  export_plan_link (a, objective);
  export_plan_link (b, objective);
  set_words (a, TL_PROJECT_TOPICS, "coaching");
  set_words (b, TL_PROJECT_TOPICS, "coaching|feedback");
  export_plan_set_text (a, TL_PROJECT_SUMMARY, "Six talks | over half a year");
  export_plan_set_date (a, TL_PROJECT_START, "2026-01-01");
  export_plan_set_date (a, TL_PROJECT_END, "2026-06-30");
  add_owner (workspace, a, "Ada");
  add_owner (workspace, b, "Bob");
  return workspace;
}

static TlBrief *
make_brief (TlWorkspace *workspace)
{
  g_autoptr (TlAnalysis) analysis
      = tl_analysis_new_complete (workspace, tl_date_from_ymd (2026, 11, 21));
  const TlPair *pair = tl_duplicates_get_pair (tl_analysis_get_duplicates (analysis), 0);
  TlItem *items[2];

  g_assert_true (tl_pair_holds (pair, tl_analysis_get_alignment (analysis), items));
  return tl_brief_new (analysis, pair, items);
}

static void
test_markdown (void)
{
  static const char *const told[] = {
    "# “Coaching for leads” and “Coaching for leads” are ",
    "\n| | Coaching for leads | Coaching for leads |\n|---|---|---|\n",
    "\n| What it does | Six talks \\| over half a year | not recorded |\n",
    "\n| Owner | Ada | Bob |\n",
    "\n| Audience | **= Team leads**; Sales | **= team leads** |\n",
    "\n| Topics and skills | **= coaching** | **= coaching**; feedback |\n",
    "\n| Objectives | **= Renew \\*every\\* contract** | **= Renew \\*every\\* contract** |\n",
    "\n| Effort | 20 days | 8 days |\n",
    "\n- Audience: 50\xe2\x80\xaf%",
    "\n- Title: 100\xe2\x80\xaf%",
    "\n## Proposed\n\n",
    "could save up to 8 days",
    "\n## The question to settle\n\n",
  };
  g_autoptr (TlWorkspace) workspace = make_plan (TRUE);
  g_autoptr (TlBrief) brief = make_brief (workspace);
  g_autofree char *text = tl_brief_to_markdown (brief);

  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("“%s” is not in:\n%s", told[i], text);
  g_assert_null (strstr (text, SECRET));
}

/* What nobody has recorded is said to be so. */
static void
test_unknown (void)
{
  g_autoptr (TlWorkspace) workspace = make_plan (FALSE);
  g_autoptr (TlBrief) brief = make_brief (workspace);
  g_autofree char *text = tl_brief_to_markdown (brief);

  g_assert_nonnull (strstr (text, "\n| Unit | not recorded | not recorded |\n"));
  g_assert_nonnull (strstr (text, "\n- Objectives: not recorded for either\n"));
  g_assert_null (brief->owners[0]);
}

static void
test_pdf (void)
{
  static const char *const told[] = {
    "Brief for Ada and Bob",  "= Team leads", "= Renew", "not recorded", "Proposed",
    "The question to settle", "Page 1 of 1",
  };
  g_autoptr (TlWorkspace) workspace = make_plan (TRUE);
  g_autoptr (TlBrief) brief = make_brief (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tl_brief_to_pdf (brief, &error);
  g_autoptr (GBytes) again = tl_brief_to_pdf (brief, &error);
  g_autofree char *text = export_read_text (pdf);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("“%s” is not in: %s", told[i], text);
  g_assert_null (strstr (text, SECRET));
  g_assert_cmpuint (export_count_pages (pdf), ==, 1);
}

/* It stands upright, and stays one page whatever was written. */
static void
test_one_page (void)
{
  const char *const arguments[] = { "pdfinfo", EXPORT_FILE, NULL };
  g_autoptr (TlWorkspace) workspace = make_plan (TRUE);
  g_autofree char *text = g_strnfill (4000, 'x');
  g_autofree char *output = NULL;
  g_autoptr (TlBrief) brief = NULL;
  g_autoptr (GBytes) pdf = NULL;
  GString *words = g_string_new ("team leads");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (words, "|%u words that are rather long for a list of words", i);
  for (guint i = 0; i < 2; i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      export_plan_set_text (project, TL_PROJECT_SUMMARY, text);
      set_words (project, TL_PROJECT_AUDIENCE, words->str);
      set_words (project, TL_PROJECT_TOPICS, words->str);
    }
  g_string_free (words, TRUE);
  brief = make_brief (workspace);
  pdf = tl_brief_to_pdf (brief, NULL);
  output = export_run_tool (pdf, arguments);
  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "595.28 x 841.89 pts (A4)"));
  g_assert_cmpuint (export_count_pages (pdf), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief/markdown", test_markdown);
  g_test_add_func ("/brief/unknown", test_unknown);
  g_test_add_func ("/brief/pdf", test_pdf);
  g_test_add_func ("/brief/one-page", test_one_page);
  return g_test_run ();
}
