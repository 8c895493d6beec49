/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-analysis.h"

/* The sample against the figures and findings that another program worked out from it. */

#define DECIMALS 1e6

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
  JsonNode *expected;
  JsonObject *metrics;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) document = sample_load_data ("software-company.throughline.json");

  fixture->workspace = sample_read (document);
  fixture->analysis = tl_analysis_new (fixture->workspace, tl_date_from_ymd (2026, 11, 21));
  fixture->expected = sample_load_data ("software-company.expected.json");
  fixture->metrics
      = json_object_get_object_member (json_node_get_object (fixture->expected), "metrics");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_analysis_unref (fixture->analysis);
  g_object_unref (fixture->workspace);
  json_node_unref (fixture->expected);
}

/* Six decimals, halves away from zero. */
static void
assert_figure (JsonObject *object, const char *name, double value)
{
  double expected = json_object_get_double_member (object, name);

  g_test_message ("%s: %.9f, expected %.6f", name, value, expected);
  g_assert_cmpfloat (round (value * DECIMALS), ==, round (expected * DECIMALS));
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  const TlFigures *figures = tl_analysis_get_figures (fixture->analysis);
  JsonObject *metrics = fixture->metrics;
  JsonObject *mix = json_object_get_object_member (metrics, "effortMix");

  assert_figure (metrics, "projects", figures->n_projects);
  assert_figure (metrics, "countedProjects", figures->n_counted);
  assert_figure (metrics, "alignedProjects", figures->n_aligned);
  assert_figure (metrics, "alignmentRate", figures->alignment_rate);
  assert_figure (metrics, "alignmentRateWithoutMandates", figures->alignment_rate_without_mandates);
  assert_figure (metrics, "effortDays", figures->effort_days);
  assert_figure (metrics, "effortWeightedAlignment", figures->effort_weighted_alignment);
  assert_figure (metrics, "strengthWeightedAlignment", figures->strength_weighted_alignment);
  assert_figure (metrics, "activeObjectives", figures->n_active_objectives);
  assert_figure (metrics, "objectiveCoverage", figures->objective_coverage);
  assert_figure (metrics, "goalCoverage", figures->goal_coverage);
  assert_figure (metrics, "goalCoverageByWeight", figures->goal_coverage_by_weight);
  assert_figure (metrics, "focusIndex", figures->focus_index);
  assert_figure (mix, "strategic", figures->mix_strategic);
  assert_figure (mix, "tacticalAligned", figures->mix_tactical_aligned);
  assert_figure (mix, "tacticalUnaligned", figures->mix_tactical_unaligned);
  assert_figure (mix, "transactional", figures->mix_transactional);
  assert_figure (metrics, "proactiveShare", figures->proactive_share);
}

/* What the expected figures do not hold, counted by hand in the sample. */
static void
test_other_figures (Fixture *fixture, gconstpointer data)
{
  const TlFigures *figures = tl_analysis_get_figures (fixture->analysis);

  g_assert_cmpuint (figures->n_with_effort, ==, 45);
  g_assert_cmpuint (figures->n_mandates, ==, 3);
  g_assert_cmpuint (figures->n_unaligned, ==, 13);
  g_assert_cmpuint (figures->n_active_goals, ==, 8);
  g_assert_cmpuint (figures->n_covered_objectives, ==, 14);
  g_assert_cmpfloat (figures->mandate_days + figures->unaligned_days, ==, 275);
  g_assert_cmpint (tl_figures_get_band (figures, fixture->workspace), ==, TL_BAND_ACT);
}

static char *
join_expected (JsonArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (ids); i++)
    g_string_append_printf (text, "%s ", json_array_get_string_element (ids, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_unaligned (Fixture *fixture, gconstpointer data)
{
  TlAlignment *alignment = tl_analysis_get_alignment (fixture->analysis);
  g_autofree char *expected
      = join_expected (json_object_get_array_member (fixture->metrics, "unalignedProjects"));
  g_autoptr (GString) found = g_string_new (NULL);
  guint n;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n);

  for (guint i = 0; i < n; i++)
    if (!tl_alignment_is_aligned (alignment, projects[i]))
      g_string_append_printf (found, "%s ", tl_item_get_id (projects[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_uncovered (Fixture *fixture, gconstpointer data)
{
  TlAlignment *alignment = tl_analysis_get_alignment (fixture->analysis);
  g_autofree char *expected
      = join_expected (json_object_get_array_member (fixture->metrics, "uncoveredObjectives"));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (fixture->workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *objective = tl_workspace_get_item (fixture->workspace, TL_KIND_OBJECTIVE, i);

      if (tl_alignment_is_active_objective (alignment, objective)
          && !tl_alignment_is_covered (alignment, objective))
        g_string_append_printf (found, "%s ", tl_item_get_id (objective));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_top_goals (Fixture *fixture, gconstpointer data)
{
  TlAlignment *alignment = tl_analysis_get_alignment (fixture->analysis);
  g_autofree char *expected = join_expected (
      json_object_get_array_member (json_node_get_object (fixture->expected), "topGoals"));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (fixture->workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (fixture->workspace, TL_KIND_GOAL, i);

      if (tl_alignment_is_top_goal (alignment, goal))
        g_string_append_printf (found, "%s ", tl_item_get_id (goal));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_findings (TlAnalysis *analysis, const char *id, JsonArray *ids)
{
  const TlRule *rule = tl_rule_find (id);
  g_autofree char *expected = join_expected (ids);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (rule);
  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (finding->rule != rule)
        continue;
      g_assert_cmpuint (finding->n_items, ==, 1);
      g_string_append_printf (found, "%s ", tl_item_get_id (finding->items[0]));
    }
  g_assert_cmpuint (tl_analysis_count (analysis, rule), ==, json_array_get_length (ids));
  /* Within a rule the document decides, but the more severe come first. */
  if (json_array_get_length (ids) > 0 && rule->severity == TL_SEVERITY_HIGH)
    g_assert_cmpstr (found->str, ==, expected);
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      g_autofree char *word = g_strconcat (json_array_get_string_element (ids, i), " ", NULL);

      g_assert_nonnull (strstr (found->str, word));
    }
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  JsonObject *rules
      = json_object_get_object_member (json_node_get_object (fixture->expected), "findings");
  JsonObjectIter iter;
  const char *id;
  JsonNode *ids;

  json_object_iter_init (&iter, rules);
  while (json_object_iter_next (&iter, &id, &ids))
    assert_findings (fixture->analysis, id, json_node_get_array (ids));
  g_assert_cmpuint (json_object_get_size (rules), ==, 11);
}

/* The story of the first session: one link, and one finding is gone. */
static void
test_link_p17 (Fixture *fixture, gconstpointer data)
{
  TlItem *link = tl_workspace_add (fixture->workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);
  g_autoptr (TlAnalysis) after = NULL;
  const TlRule *rule = tl_rule_find ("ALN-01");

  tl_workspace_set_text (fixture->workspace, link, TL_LINK_PROJECT, "P17", NULL);
  tl_workspace_set_text (fixture->workspace, link, TL_LINK_TARGET, "G1-2", NULL);
  after = tl_analysis_new (fixture->workspace, tl_analysis_get_today (fixture->analysis));
  g_assert_cmpuint (tl_analysis_count (fixture->analysis, rule), ==, 12);
  g_assert_cmpuint (tl_analysis_count (after, rule), ==, 11);
  g_assert_cmpuint (tl_analysis_get_figures (after)->n_aligned, ==, 30);
  g_assert_cmpuint (tl_analysis_get_figures (fixture->analysis)->n_aligned, ==, 29);
}

/* The place of a rule in the table. */
static guint
find_place (const TlRule *rule)
{
  guint place = 0;

  while (tl_rule_get (place) != rule)
    place++;
  return place;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  TlAnalysis *analysis = fixture->analysis;

  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), >, 40);
  for (guint i = 1; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *a = tl_analysis_get_finding (analysis, i - 1);
      const TlFinding *b = tl_analysis_get_finding (analysis, i);

      g_assert_cmpint (a->severity, <=, b->severity);
      if (a->severity < b->severity)
        continue;
      g_assert_cmpuint (find_place (a->rule), <=, find_place (b->rule));
      if (a->rule == b->rule && a->n_items > 0)
        g_assert_cmpuint (tl_workspace_get_position (fixture->workspace, a->items[0]), <,
                          tl_workspace_get_position (fixture->workspace, b->items[0]));
    }
}

/* Every finding says something, and nothing that it says has a hole in it. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < tl_analysis_get_n_findings (fixture->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (fixture->analysis, i);
      const char *texts[] = { finding->detail, finding->remedy };

      g_test_message ("%s %s: %s | %s", finding->rule->id,
                      finding->n_items > 0 ? tl_item_get_id (finding->items[0]) : "-",
                      finding->detail, finding->remedy);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_assert_true (g_str_has_suffix (texts[j], ".") || g_str_has_suffix (texts[j], "?"));
          g_assert_true (g_unichar_isupper (g_utf8_get_char (texts[j]))
                         || g_str_has_prefix (texts[j], "“"));
          g_assert_null (strstr (texts[j], "(null)"));
          g_assert_null (strstr (texts[j], "nan"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sample/figures", test_figures);
  ADD ("/sample/other-figures", test_other_figures);
  ADD ("/sample/unaligned", test_unaligned);
  ADD ("/sample/uncovered", test_uncovered);
  ADD ("/sample/top-goals", test_top_goals);
  ADD ("/sample/findings", test_findings);
  ADD ("/sample/link-p17", test_link_p17);
  ADD ("/sample/order", test_order);
  ADD ("/sample/texts", test_texts);

  return g_test_run ();
}
