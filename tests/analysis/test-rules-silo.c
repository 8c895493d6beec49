/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample.h"
#include "tl-analysis.h"

/* What the two rules about pairs of projects find, and what their waivers hide. */

#define TODAY tl_date_from_ymd (2026, 11, 21)

typedef struct
{
  const char *name;
  const char *rule;
  const char *projects;
  const char *more;     /* of the document */
  const char *findings; /* severity:first+second */
  const char *waived;   /* first+second:waiver */
  const char *says;
} Case;

/* clang-format off */
#define GOALS     "'goals':[{'id':'G'},{'id':'H'}],'objectives':[{'id':'O','title':'Coach more','goal':'G'},{'id':'N','goal':'H'}]"
#define UNITS     "'units':[{'id':'V','title':'Sales'},{'id':'W','title':'Service'}]"
#define LINKS(p, q) "'links':[{'id':'L','project':'P','target':'" p "'},{'id':'M','project':'Q','target':'" q "'}]"
#define ALIKE(id) "{'id':'" id "','status':'live','title':'Coaching','audience':['managers'],'topics':['coaching'],'effortDays':8}"
#define P_WITH(more) "{'id':'P','status':'live','title':'Coaching','audience':['managers'],'topics':['coaching']" more "}"
#define Q_WITH(more) "{'id':'Q','status':'live','title':'Coaching','audience':['managers'],'topics':['coaching']" more "}"
#define SPEAKS(id, unit, more) "{'id':'" id "','status':'live'," unit "'audience':['managers','" id "'],'topics':['feedback','" id "']" more "}"
#define WAIVER(more) "'waivers':[{'id':'X','reason':'agreed'," more "}]"

static const Case cases[] = {
  { "hit", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), GOALS, "medium:P+Q", "", "100 % alike: both are for “managers”; both are about “coaching”; their titles are alike. Not recorded: objectives, when they run." },
  { "objectives", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), GOALS "," LINKS ("O", "O"), "medium:P+Q", "", "both serve “Coach more”" },
  { "dates-known", "VAL-02", P_WITH (",'start':'2026-01-01','end':'2026-12-31'") "," Q_WITH (",'start':'2026-06-01','end':'2027-12-31'"), GOALS "," LINKS ("O", "O"), "medium:P+Q", "", "alike." },
  { "near-miss-objectives", "VAL-02", P_WITH ("") ",{'id':'Q','status':'live','title':'Swimming','audience':['managers'],'topics':['coaching']}", GOALS "," LINKS ("O", "N"), "", "", NULL },
  { "near-miss-dates", "VAL-02", P_WITH (",'end':'2026-03-31'") "," Q_WITH (",'start':'2026-04-01'"), GOALS, "", "", NULL },
  { "threshold", "VAL-02", P_WITH ("") "," Q_WITH (""), GOALS "," LINKS ("O", "N") ",'settings':{'duplicateScore':0.66}", "", "", NULL },
  { "threshold-met", "VAL-02", P_WITH ("") "," Q_WITH (""), GOALS "," LINKS ("O", "N") ",'settings':{'duplicateScore':0.65}", "medium:P+Q", "", "65 % alike" },
  { "little-recorded", "VAL-02", "{'id':'P','status':'live','title':'Ask','audience':['a']},{'id':'Q','status':'live','title':'Ask','audience':['a']}", GOALS, "low:P+Q", "", "Not recorded: objectives, topics, when they run." },
  { "three", "VAL-02", ALIKE ("R") "," ALIKE ("P") "," ALIKE ("Q"), GOALS, "medium:R+P medium:R+Q medium:P+Q", "", NULL },
  { "same-unit", "VAL-02", P_WITH (",'unit':'V'") "," Q_WITH (",'unit':'V'"), UNITS, "medium:P+Q", "", NULL },
  { "done", "VAL-02", P_WITH ("") ",{'id':'Q','status':'done','title':'Coaching','audience':['managers'],'topics':['coaching']}", GOALS, "", "", NULL },
  { "idea", "VAL-02", "{'id':'P','status':'idea','title':'Coaching'},{'id':'Q','status':'live','title':'Coaching'}", GOALS, "", "", NULL },
  { "waived-pair", "VAL-02", ALIKE ("P") "," ALIKE ("Q") "," ALIKE ("R"), WAIVER ("'rule':'VAL-02','about':'P','with':'Q'"), "medium:P+R medium:Q+R", "P+Q:X", NULL },
  { "waived-turned", "VAL-02", ALIKE ("P") "," ALIKE ("Q") "," ALIKE ("R"), WAIVER ("'rule':'VAL-02','about':'R','with':'Q'"), "medium:P+Q medium:P+R", "Q+R:X", NULL },
  { "waived-first", "VAL-02", ALIKE ("P") "," ALIKE ("Q") "," ALIKE ("R"), WAIVER ("'rule':'VAL-02','about':'P'"), "medium:Q+R", "P+Q:X P+R:X", NULL },
  { "waived-second", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), WAIVER ("'rule':'VAL-02','about':'Q'"), "", "P+Q:X", NULL },
  { "waived-all", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), WAIVER ("'rule':'VAL-02'"), "", "P+Q:X", NULL },
  { "waived-other-rule", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), WAIVER ("'rule':'VAL-05','about':'P','with':'Q'"), "medium:P+Q", "", NULL },
  { "waiver-ended", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), WAIVER ("'rule':'VAL-02','about':'P','with':'Q','until':'2026-11-20'"), "medium:P+Q", "", NULL },
  { "waived-itself", "VAL-02", ALIKE ("P") "," ALIKE ("Q"), WAIVER ("'rule':'VAL-02','about':'P','with':'P'"), "medium:P+Q", "", NULL },

  { "hit", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS, "low:P+Q", "", "“Sales” and “Service” both speak to “managers” about “feedback”, for no goal in common." },
  { "other-goals", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS "," GOALS "," LINKS ("O", "N"), "low:P+Q", "", NULL },
  { "common-goal", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS "," GOALS "," LINKS ("O", "G"), "", "", NULL },
  { "retired-goal", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS ",'goals':[{'id':'G','status':'retired'}]," LINKS ("G", "G"), "low:P+Q", "", NULL },
  { "same-unit", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'V',", ""), UNITS, "", "", NULL },
  { "no-unit", "VAL-05", SPEAKS ("P", "", "") "," SPEAKS ("Q", "'unit':'V',", ""), UNITS, "low:P+Q", "", "for which unit is not recorded" },
  { "no-units-at-all", "VAL-05", SPEAKS ("P", "", "") "," SPEAKS ("Q", "", ""), GOALS, "", "", NULL },
  { "other-topic", "VAL-05", SPEAKS ("P", "'unit':'V',", "") ",{'id':'Q','status':'live','unit':'W','audience':['managers'],'topics':['sales']}", UNITS, "", "", NULL },
  { "skill-is-no-topic", "VAL-05", SPEAKS ("P", "'unit':'V',", "") ",{'id':'Q','status':'live','unit':'W','audience':['managers'],'skills':['feedback']}", UNITS, "", "", NULL },
  { "other-audience", "VAL-05", SPEAKS ("P", "'unit':'V',", "") ",{'id':'Q','status':'live','unit':'W','audience':['staff'],'topics':['feedback']}", UNITS, "", "", NULL },
  { "no-topics", "VAL-05", SPEAKS ("P", "'unit':'V',", "") ",{'id':'Q','status':'live','unit':'W','audience':['managers']}", UNITS, "", "", NULL },
  { "after", "VAL-05", SPEAKS ("P", "'unit':'V',", ",'end':'2026-03-31'") "," SPEAKS ("Q", "'unit':'W',", ",'start':'2026-04-01'"), UNITS, "", "", NULL },
  { "dates-known", "VAL-05", SPEAKS ("P", "'unit':'V',", ",'start':'2026-01-01','end':'2026-03-31'") "," SPEAKS ("Q", "'unit':'W',", ",'start':'2026-01-01','end':'2026-03-31'"), UNITS, "low:P+Q", "", "in common." },
  { "no-dates", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS, "low:P+Q", "", "When they run is not recorded." },
  { "done", "VAL-05", SPEAKS ("P", "'unit':'V',", "") ",{'id':'Q','status':'done','unit':'W','audience':['managers'],'topics':['feedback']}", UNITS, "", "", NULL },
  { "waived", "VAL-05", SPEAKS ("P", "'unit':'V',", "") "," SPEAKS ("Q", "'unit':'W',", ""), UNITS "," WAIVER ("'rule':'VAL-05','about':'Q','with':'P'"), "", "P+Q:X", NULL },
};
/* clang-format on */

static void
append (GString *text, const char *before, const TlFinding *finding, const char *after)
{
  g_assert_cmpuint (finding->n_items, ==, 2);
  g_string_append_printf (text, "%s%s%s+%s%s", text->len > 0 ? " " : "", before,
                          tl_item_get_id (finding->items[0]), tl_item_get_id (finding->items[1]),
                          after);
}

static void
check_texts (const Case *test, const TlFinding *finding)
{
  g_test_message ("%s | %s", finding->detail, finding->remedy);
  g_assert_true (g_str_has_suffix (finding->detail, "."));
  g_assert_true (g_str_has_suffix (finding->remedy, "."));
  if (test->says != NULL)
    g_assert_nonnull (strstr (finding->detail, test->says));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *document = g_strdup_printf ("{'projects':[%s],%s}", test->projects, test->more);
  g_autoptr (TlWorkspace) workspace = sample_read_text (document);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new_complete (workspace, TODAY);
  g_autoptr (TlAnalysis) cheap = tl_analysis_new (workspace, TODAY);
  const TlRule *rule = tl_rule_find (test->rule);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) waived = g_string_new (NULL);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);
      g_autofree char *severity = g_strdup_printf ("%s:", tl_severity_get_name (finding->severity));

      if (finding->rule != rule)
        continue;
      append (found, severity, finding, "");
      check_texts (test, finding);
    }
  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (analysis, i);
      g_autofree char *waiver = g_strdup_printf (":%s", tl_item_get_id (finding->waiver));

      if (finding->rule == rule)
        append (waived, "", finding, waiver);
    }
  g_assert_cmpstr (found->str, ==, test->findings);
  g_assert_cmpstr (waived->str, ==, test->waived);
  g_assert_cmpuint (tl_analysis_count (cheap, rule), ==, 0);
}

/* A pair is filed under both. */
static void
test_both_items (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'projects':[" ALIKE ("P") "," ALIKE ("Q") "]}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new_complete (workspace, TODAY);
  const TlRule *rule = tl_rule_find ("VAL-02");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) filed
          = tl_analysis_find_item (analysis, tl_workspace_get_item (workspace, TL_KIND_PROJECT, i));
      guint n = 0;

      for (guint j = 0; j < filed->len; j++)
        n += ((const TlFinding *) filed->pdata[j])->rule == rule ? 1 : 0;
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_remedy (void)
{
  static const struct
  {
    const char *owners[2];
    const char *remedy;
  } steps[] = {
    { { "A", "B" }, "Bring Ada and Bob together: " },
    { { "A", "A" }, "Ask Ada, who owns both: " },
    { { "A", NULL }, "Bring both owners together: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TlWorkspace) workspace
          = sample_read_text ("{'people':[{'id':'A','title':'Ada'},{'id':'B','title':'Bob'}],"
                              "'projects':[" ALIKE ("P") "," ALIKE ("Q") "]}");
      g_autoptr (TlAnalysis) analysis = NULL;
      guint n;

      for (guint j = 0; j < 2; j++)
        if (steps[i].owners[j] != NULL)
          tl_workspace_set_text (workspace, tl_workspace_get_item (workspace, TL_KIND_PROJECT, j),
                                 TL_PROJECT_OWNER, steps[i].owners[j], NULL);
      analysis = tl_analysis_new_complete (workspace, TODAY);
      n = tl_analysis_get_n_findings (analysis);
      for (guint j = 0; j < n; j++)
        {
          const TlFinding *finding = tl_analysis_get_finding (analysis, j);

          if (!g_str_equal (finding->rule->id, "VAL-02"))
            continue;
          g_assert_true (g_str_has_prefix (finding->remedy, steps[i].remedy));
          g_assert_true (g_str_has_suffix (finding->remedy, "Up to 8 days could be saved."));
        }
      g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("VAL-02")), ==, 1);
    }
}

/* Pairs of an older revision are told as far as they are still so, and no further. */
static void
test_older_revision (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'projects':[" ALIKE ("P") "," ALIKE ("Q") "," ALIKE ("R") "]}");
  g_autoptr (TlAnalysis) before = tl_analysis_new_complete (workspace, TODAY);
  g_autoptr (TlAnalysis) after = NULL;
  g_autoptr (TlAnalysis) again = NULL;
  g_autoptr (TlDuplicates) duplicates = NULL;
  const TlRule *rule = tl_rule_find ("VAL-02");

  g_assert_true (tl_analysis_is_complete (before));
  g_assert_cmpuint (tl_analysis_count (before, rule), ==, 3);
  tl_workspace_set_text (workspace, tl_workspace_lookup (workspace, "R"), TL_ITEM_TITLE, "Coach",
                         NULL);
  after = tl_analysis_new_with (workspace, TODAY, tl_analysis_get_duplicates (before));
  g_assert_false (tl_analysis_is_complete (after));
  g_assert_cmpuint (tl_analysis_count (after, rule), ==, 1);
  duplicates = tl_duplicates_new (tl_analysis_get_alignment (after));
  again = tl_analysis_complete (after, duplicates);
  g_assert_true (tl_analysis_is_complete (again));
  g_assert_cmpuint (tl_analysis_count (again, rule), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules-silo/%s/%s", cases[i].rule, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules-silo/both-items", test_both_items);
  g_test_add_func ("/rules-silo/remedy", test_remedy);
  g_test_add_func ("/rules-silo/older-revision", test_older_revision);

  return g_test_run ();
}
