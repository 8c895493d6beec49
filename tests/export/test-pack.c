/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"

#define SECRET "Geheimnis"

static void
test_goals (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_read_text (pdf);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (tl_analysis_get_alignment (analysis), &n_goals);

  if (text == NULL)
    return;
  g_assert_cmpuint (n_goals, ==, 8);
  for (guint i = 0; i < n_goals; i++)
    if (!export_has_words (text, tl_item_get_title (goals[i])))
      g_error ("“%s” is not in the summary", tl_item_get_title (goals[i]));
}

static void
test_projects (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_read_text (pdf);
  guint n_projects;
  TlItem *const *projects
      = tl_alignment_get_counted_projects (tl_analysis_get_alignment (analysis), &n_projects);

  if (text == NULL)
    return;
  for (guint i = 0; i < n_projects; i++)
    if (!export_has_words (text, tl_item_get_title (projects[i])))
      g_error ("“%s” is not on the map of the summary", tl_item_get_title (projects[i]));
}

static void
test_figures (void)
{
  static const char *const told[] = {
    "29 of 45 projects",
    "14 of 28 active objectives",
    "215 days",
    "6 of 7 goals",
    "Page 1 of ",
    "ALN-01",
    "Uploading content on request",
  };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_read_text (pdf);

  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("The summary does not tell: %s", told[i]);
}

static void
test_pages (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  guint n_pages = export_count_pages (pdf);

  if (n_pages == 0)
    return;
  g_assert_cmpuint (n_pages, >=, 4);
  g_assert_cmpuint (n_pages, <=, 8);
}

static void
test_information (void)
{
  const char *const arguments[] = { "pdfinfo", "-isodates", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_run_tool (pdf, arguments);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "All-remote software company"));
  g_assert_nonnull (strstr (text, "2026-11-21T00:00:00Z"));
  g_assert_nonnull (strstr (text, "(A4)"));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;
  return n;
}

/* One bookmark a page. */
static void
test_outline (void)
{
  const char *const arguments[] = { "pdftohtml", "-xml", "-i", "-stdout", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *xml = export_run_tool (pdf, arguments);

  if (xml == NULL)
    return;
  g_assert_cmpuint (count (xml, "<item page="), ==, export_count_pages (pdf));
  g_assert_nonnull (strstr (xml, "<item page=\"3\">The alignment map</item>"));
}

static void
test_fonts (void)
{
  const char *const arguments[] = { "pdffonts", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_run_tool (pdf, arguments);
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    if (strstr (lines[i], " yes yes yes ") == NULL)
      g_error ("Not embedded, not a subset or without Unicode: %s", lines[i]);
}

static void
test_no_bitmaps (void)
{
  const char *const arguments[] = { "pdfimages", "-list", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *list = export_run_tool (pdf, arguments);

  if (list != NULL)
    g_assert_cmpuint (export_count_lines (list), ==, 2); /* those of its heading */
}

static void
mark (TlItem *item, TlField field)
{
  TlWorkspace *workspace = tl_item_get_workspace (item);
  const TlFieldSpec *spec = tl_field_get_spec (field);

  switch (spec->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
      export_plan_set_text (item, field, SECRET);
      break;
    case TL_FIELD_TYPE_REF:
      export_plan_set_ref (item, field, export_plan_add (workspace, TL_KIND_PERSON, SECRET));
      break;
    case TL_FIELD_TYPE_DATE:
      export_plan_set_date (item, field, "1977-07-17");
      break;
    case TL_FIELD_TYPE_INTEGER:
    case TL_FIELD_TYPE_NUMBER:
      export_plan_set_number (item, field, spec->maximum);
      break;
    case TL_FIELD_TYPE_TRI:
      export_plan_set_choice (item, field, TL_TRI_NO);
      break;
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_REFS:
    case TL_FIELD_TYPE_DATA:
    default:
      g_error ("Private field %s is of a type that this test does not mark", spec->name);
    }
}

/* Fills every private field of the items of a plan; returns how many. */
static guint
mark_private_fields (TlWorkspace *workspace)
{
  guint n = 0;

  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);
      guint n_items;

      if (!spec->is_private)
        continue;
      n_items = tl_workspace_get_n_items (workspace, spec->kind);
      g_assert_cmpuint (n_items, >, 0);
      for (guint i = 0; i < n_items; i++, n++)
        mark (tl_workspace_get_item (workspace, spec->kind, i), field);
    }
  return n;
}

static void
test_private (void)
{
  g_autoptr (TlAnalysis) sample = export_plan_load_sample ();
  TlWorkspace *workspace = tl_analysis_get_workspace (sample);
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pack = NULL;
  g_autoptr (GBytes) map = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text_of_pack = NULL;
  g_autofree char *text_of_map = NULL;
  g_autofree char *text_of_svg = NULL;

  export_plan_add (workspace, TL_KIND_INSIGHT, "What was heard");
  export_plan_add (workspace, TL_KIND_STEP, "A step");
  g_assert_cmpuint (mark_private_fields (workspace), >, 20);
  analysis = export_plan_analyse (workspace);

  svg = export_make (analysis, "map", "svg");
  text_of_svg = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_null (strstr (text_of_svg, SECRET));
  pack = export_make (analysis, "pack", "pdf");
  map = export_make (analysis, "map", "pdf");
  text_of_pack = export_read_text (pack);
  text_of_map = export_read_text (map);
  if (text_of_pack == NULL || text_of_map == NULL)
    return;
  g_assert_null (strstr (text_of_pack, SECRET));
  g_assert_null (strstr (text_of_pack, "77"));
  g_assert_null (strstr (text_of_map, SECRET));
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  g_autoptr (GBytes) pdf = export_make (analysis, "pack", "pdf");
  g_autofree char *text = export_read_text (pdf);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "No project is under way yet"));
  g_assert_nonnull (strstr (text, "No goal is active yet"));
  g_assert_null (strstr (text, "nan"));
  g_assert_cmpuint (export_count_pages (pdf), ==, 5);
}

static char *
repeat (const char *part, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

static void
test_hostile (void)
{
  g_autofree char *long_word = repeat ("W", 100000);
  g_autofree char *many_lines = repeat ("a\n", 50000);
  const char *const titles[] = { long_word,   many_lines, "<b>&\"'%s%n\\", "\x01\x02\x7f",
                                 "שלום עולם", "🎯🎯🎯",      "العربية",       "e\xcc\x81\xcc\x81" };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;

  export_plan_set_text (tl_workspace_get_root (workspace), TL_ITEM_TITLE, long_word);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlItem *person = export_plan_add (workspace, TL_KIND_PERSON, titles[i]);
      TlItem *goal = export_plan_add_goal (workspace, titles[i], 10);
      TlItem *objective = export_plan_add_objective (goal, titles[i]);
      TlItem *decision = export_plan_add (workspace, TL_KIND_DECISION, titles[i]);

      export_plan_set_ref (goal, TL_GOAL_OWNER, person);
      export_plan_set_text (goal, TL_GOAL_MEASURE_NAME, titles[i]);
      export_plan_set_ref (decision, TL_DECISION_OWNER, person);
      export_plan_set_text (decision, TL_DECISION_ASK, titles[i]);
      export_plan_link (export_plan_add_project (workspace, titles[i], 1e9), objective);
      export_plan_add_project (workspace, titles[i], 0);
    }
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  g_assert_cmpuint (export_count_pages (pdf), <, 12);
}

/* The text of a page and all that follow, or of those before another page. */
static char *
cut_section (const char *text, const char *section, const char *next)
{
  const char *start = strstr (text, section);
  const char *end = start != NULL && next != NULL ? strstr (start, next) : NULL;

  g_assert_nonnull (start);
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

static void
switch_off (TlWorkspace *workspace, const char *const *rules)
{
  tl_workspace_set_words (workspace, tl_workspace_get_settings (workspace), TL_SETTINGS_RULES_OFF,
                          rules, NULL);
}

/* Every urgent finding is there once in the lists, and a head is repeated where its list goes on.
 */
static void
test_many_findings (void)
{
  static const char *const others[] = { "PRT-01", "WRK-02", NULL };
  const guint n_projects = 300;
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lists = NULL;

  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stray work number %03u", i);

      export_plan_add_project (workspace, title, n_projects + 1 - i);
    }
  switch_off (workspace, others);
  analysis = export_plan_analyse (workspace);
  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), >=, n_projects);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  lists = cut_section (text, "What does not fit", NULL);
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stray work number %03u", i);

      if (count (lists, title) != 1)
        g_error ("%s is not listed once", title);
    }
  g_assert_cmpuint (count (text, "(continued)"), >=, 5);
  g_assert_cmpuint (export_count_pages (pdf), >=, 9);
}

/* Of what is not urgent the largest are listed, and how many more there are. */
static void
test_rest (void)
{
  static const char *const others[] = { "ALN-01", "WRK-02", NULL };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lists = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stray work number %03u", i);

      export_plan_add_project (workspace, title, 100 - i);
    }
  switch_off (workspace, others);
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  lists = cut_section (text, "What does not fit", NULL);
  g_assert_cmpuint (count (lists, "Stray work number 007"), ==, 1);
  g_assert_cmpuint (count (lists, "Stray work number 008"), ==, 0);
  g_assert_nonnull (strstr (lists, "and 12 more"));
}

/* Asked for by name, there is a page on the partnerships, and what rests on private fields is
 * listed and counted. */
static void
test_with_private (void)
{
  static const char *const told[] = {
    "Partnership, for your eyes only",
    "0 of 1 goal has an owner who passes all four tests of a client",
    "Ada Lovell",
    "2 of 4",
    "not: Has Authority",
    "Trust 3",
    "Ask about the autumn",
    "PRT-02",
  };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *owner = export_plan_add (workspace, TL_KIND_PERSON, "Ada Lovell");
  TlItem *goal = export_plan_add_goal (workspace, "More crews", 100);
  TlItem *project = export_plan_add_project (workspace, "Coaching for leads", 5);
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  export_plan_set_choice (owner, TL_PERSON_OWNS_GOAL, TL_TRI_YES);
  export_plan_set_choice (owner, TL_PERSON_HAS_STAKE, TL_TRI_YES);
  export_plan_set_choice (owner, TL_PERSON_HAS_AUTHORITY, TL_TRI_NO);
  export_plan_set_number (owner, TL_PERSON_TRUST, 3);
  export_plan_set_text (owner, TL_PERSON_NEXT_STEP, "Ask about the autumn");
  export_plan_set_ref (goal, TL_GOAL_OWNER, owner);
  export_plan_set_ref (project, TL_PROJECT_SPONSOR, owner);
  analysis = export_plan_analyse (workspace);
  pdf = export_make_private (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (!export_has_words (text, told[i]))
      g_error ("The private summary does not tell: %s", told[i]);
}

/* In words it says the same. */
static void
test_summary (void)
{
  static const char *const told[] = {
    "29 of 45 projects",
    "14 of 28 active objectives",
    "215 days",
    "\n| 1 | Win against the main competitor with AI | CEO | 2 of 5 |",
    "ALN-01 · Work that serves no objective: 12\n",
    "\n- Uploading content on request",
  };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) file = export_make (analysis, "summary", "md");
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_true (g_str_has_prefix (text, "# All\\-remote software company\n"));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("The summary does not tell: %s", told[i]);
  g_assert_null (strstr (text, "PRT-02"));
}

/* What rests on private ratings is neither listed nor counted, waived or not. */
static void
test_private_findings (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *sponsor = export_plan_add (workspace, TL_KIND_PERSON, "Ada");
  TlItem *project = export_plan_add_project (workspace, "Coaching for leads", 5);
  TlItem *waived = export_plan_add_project (workspace, "Guides for crews", 4);
  TlItem *waiver = export_plan_add (workspace, TL_KIND_WAIVER, "");
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  export_plan_set_choice (sponsor, TL_PERSON_HAS_AUTHORITY, TL_TRI_NO);
  export_plan_set_ref (project, TL_PROJECT_SPONSOR, sponsor);
  export_plan_set_ref (waived, TL_PROJECT_SPONSOR, sponsor);
  export_plan_set_text (waiver, TL_WAIVER_RULE, "PRT-02");
  export_plan_set_ref (waiver, TL_WAIVER_ABOUT, waived);
  export_plan_set_text (waiver, TL_WAIVER_REASON, "Lent for a month");
  analysis = export_plan_analyse (workspace);
  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("PRT-02")), ==, 1);
  g_assert_cmpuint (tl_analysis_get_n_waived (analysis), ==, 1);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  g_assert_null (strstr (text, "PRT-02"));
  g_assert_null (strstr (text, "Lent for a month"));
  g_assert_null (strstr (text, "Has Authority"));
  g_assert_nonnull (strstr (text, "2 of 4 open points are urgent"));
}

static void
test_many_goals (void)
{
  const guint n_goals = 60;
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;
  g_autofree char *chart = NULL;

  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal of many %02u", i);

      export_plan_add_objective (export_plan_add_goal (workspace, title, 1), "An objective");
    }
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  table = cut_section (text, "Goals at a glance", "The alignment map");
  chart = cut_section (text, "Where effort goes", "What does not fit");
  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal of many %02u", i);

      if (strstr (table, title) == NULL || strstr (chart, title) == NULL)
        g_error ("%s is not in the table and in the chart", title);
    }
}

static void
test_decisions (void)
{
  g_autoptr (TlAnalysis) sample = export_plan_load_sample ();
  TlWorkspace *workspace = tl_analysis_get_workspace (sample);
  TlItem *later = export_plan_add (workspace, TL_KIND_DECISION, "Ask that comes second");
  TlItem *sooner = export_plan_add (workspace, TL_KIND_DECISION, "Ask that comes first");
  TlItem *taken = export_plan_add (workspace, TL_KIND_DECISION, "Ask that was answered");
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *due = NULL;
  g_autofree char *who = NULL;
  const char *first, *second;

  export_plan_set_ref (sooner, TL_DECISION_OWNER,
                       tl_workspace_get_item (workspace, TL_KIND_PERSON, 0));
  export_plan_set_date (sooner, TL_DECISION_DUE, "2026-12-01");
  export_plan_set_date (later, TL_DECISION_DUE, "2027-01-01");
  export_plan_set_date (taken, TL_DECISION_DECIDED_ON, "2026-01-01");
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  first = strstr (text, "Ask that comes first");
  second = strstr (text, "Ask that comes second");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first < second);
  due = tl_date_format_for_people (tl_date_parse ("2026-12-01"));
  who = g_strconcat ("CEO decides by ", due, NULL);
  g_assert_nonnull (strstr (text, who));
  g_assert_null (strstr (text, "Ask that was answered"));
}

static void
test_waivers (void)
{
  g_autoptr (TlAnalysis) sample = export_plan_load_sample ();
  TlWorkspace *workspace = tl_analysis_get_workspace (sample);
  TlItem *waiver = export_plan_add (workspace, TL_KIND_WAIVER, NULL);
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  export_plan_set_text (waiver, TL_WAIVER_RULE, "ALN-01");
  export_plan_set_ref (waiver, TL_WAIVER_ABOUT, tl_workspace_lookup (workspace, "P17"));
  export_plan_set_text (waiver, TL_WAIVER_REASON, "Agreed to run out by itself");
  analysis = export_plan_analyse (workspace);
  g_assert_cmpuint (tl_analysis_get_n_waived (analysis), ==, 1);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Agreed to run out by itself"));
  g_assert_nonnull (strstr (text, "Set aside"));
}

/* A map that cannot be read on one page goes over several, and each card is whole on one. */
static void
test_tall_map (void)
{
  const guint n_projects = 90;
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  TlItem *objective = NULL;

  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Work number %02u", i);

      if (i % 10 == 0)
        objective = export_plan_add_objective (export_plan_add_goal (workspace, "A goal", 10),
                                               "An objective");
      export_plan_link (export_plan_add_project (workspace, title, 3), objective);
    }
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "The alignment map (2)"));
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Work number %02u", i);

      if (strstr (text, title) == NULL)
        g_error ("%s is not on the map", title);
    }
}

/* What could not be read on a few pages is shown in its shape, and says so. */
static void
test_large_map (void)
{
  const guint n_projects = 600;
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *objective
      = export_plan_add_objective (export_plan_add_goal (workspace, "A goal", 100), "An objective");
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_projects; i++)
    export_plan_link (export_plan_add_project (workspace, "Work", 3), objective);
  analysis = export_plan_analyse (workspace);
  pdf = export_make (analysis, "pack", "pdf");
  text = export_read_text (pdf);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "too large to be read on a page"));
  g_assert_null (strstr (text, "The alignment map (2)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/goals", test_goals);
  g_test_add_func ("/pack/projects", test_projects);
  g_test_add_func ("/pack/figures", test_figures);
  g_test_add_func ("/pack/pages", test_pages);
  g_test_add_func ("/pack/information", test_information);
  g_test_add_func ("/pack/outline", test_outline);
  g_test_add_func ("/pack/fonts", test_fonts);
  g_test_add_func ("/pack/no-bitmaps", test_no_bitmaps);
  g_test_add_func ("/pack/private", test_private);
  g_test_add_func ("/pack/empty", test_empty);
  g_test_add_func ("/pack/hostile", test_hostile);
  g_test_add_func ("/pack/many-findings", test_many_findings);
  g_test_add_func ("/pack/rest", test_rest);
  g_test_add_func ("/pack/private-findings", test_private_findings);
  g_test_add_func ("/pack/with-private", test_with_private);
  g_test_add_func ("/pack/summary", test_summary);
  g_test_add_func ("/pack/many-goals", test_many_goals);
  g_test_add_func ("/pack/decisions", test_decisions);
  g_test_add_func ("/pack/waivers", test_waivers);
  g_test_add_func ("/pack/tall-map", test_tall_map);
  g_test_add_func ("/pack/large-map", test_large_map);
  return g_test_run ();
}
