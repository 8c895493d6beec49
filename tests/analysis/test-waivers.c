/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-analysis.h"

/* Which waivers hide which of the findings of GOL-01 on two goals without an owner. */

typedef struct
{
  const char *name;
  const char *waivers;
  const char *left;   /* goals that are still found */
  const char *waived; /* goals, each with the waiver that hides it */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "none", "", "G H ", "" },
  { "one-item", "{'id':'W','rule':'GOL-01','about':'H','reason':'new'}", "G ", "H:W " },
  { "workspace", "{'id':'W','rule':'GOL-01','reason':'new'}", "", "G:W H:W " },
  { "item-before-workspace", "{'id':'W','rule':'GOL-01','reason':'new'},{'id':'V','rule':'GOL-01','about':'H','reason':'old'}", "", "G:W H:V " },
  { "first-counts", "{'id':'W','rule':'GOL-01','about':'H','reason':'new'},{'id':'V','rule':'GOL-01','about':'H','reason':'old'}", "G ", "H:W " },
  { "no-reason", "{'id':'W','rule':'GOL-01','about':'H'}", "G H ", "" },
  { "blank-reason", "{'id':'W','rule':'GOL-01','about':'H','reason':'  '}", "G H ", "" },
  { "other-rule", "{'id':'W','rule':'GOL-02','about':'H','reason':'new'}", "G H ", "" },
  { "no-rule", "{'id':'W','about':'H','reason':'new'}", "G H ", "" },
  { "unknown-rule", "{'id':'W','rule':'GOL-99','reason':'new'}", "G H ", "" },
  { "until-today", "{'id':'W','rule':'GOL-01','about':'H','reason':'new','until':'2026-11-21'}", "G ", "H:W " },
  { "until-yesterday", "{'id':'W','rule':'GOL-01','about':'H','reason':'new','until':'2026-11-20'}", "G H ", "" },
  { "expired-then-holding", "{'id':'W','rule':'GOL-01','about':'H','reason':'new','until':'2026-11-20'},{'id':'V','rule':'GOL-01','about':'H','reason':'old'}", "G ", "H:V " },
};
/* clang-format on */

static char *
list_left (TlAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      g_assert_null (finding->waiver);
      if (g_str_equal (finding->rule->id, "GOL-01"))
        g_string_append_printf (text, "%s ", tl_item_get_id (finding->items[0]));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
list_waived (TlAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (analysis, i);

      if (g_str_equal (finding->rule->id, "GOL-01"))
        g_string_append_printf (text, "%s:%s ", tl_item_get_id (finding->items[0]),
                                tl_item_get_id (finding->waiver));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *document
      = g_strdup_printf ("{'goals':[{'id':'G'},{'id':'H'}],'waivers':[%s]}", test->waivers);
  g_autoptr (TlWorkspace) workspace = sample_read_text (document);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 11, 21));
  g_autofree char *left = list_left (analysis);
  g_autofree char *waived = list_waived (analysis);
  g_autoptr (GPtrArray) of_g
      = tl_analysis_find_item (analysis, tl_workspace_lookup (workspace, "G"));

  g_assert_cmpstr (left, ==, test->left);
  g_assert_cmpstr (waived, ==, test->waived);
  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-01")), ==,
                    strlen (test->left) / 2);
  for (guint i = 0; i < of_g->len; i++)
    g_assert_null (((const TlFinding *) of_g->pdata[i])->waiver);
}

/* A finding about the workspace is waived by a waiver without a subject. */
static void
test_workspace_finding (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'settings':{'maximumGoals':1},'goals':[{'id':'G'},{'id':'H'}],"
                          "'waivers':[{'id':'W','rule':'GOL-03','reason':'new'}]}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 11, 21));

  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-03")), ==, 0);
  g_assert_cmpuint (tl_analysis_get_n_waived (analysis), ==, 1);
  g_assert_cmpuint (tl_analysis_get_waived (analysis, 0)->n_items, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/waivers/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/waivers/workspace-finding", test_workspace_finding);

  return g_test_run ();
}
