/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-marks.h"

/* The five marks of strategic work, and what they make of what a project is called. */

/* clang-format off */
#define PLAN(project, settings) "{'goals':[{'id':'G'}],'objectives':[{'id':'O','goal':'G'}],'projects':[{'id':'P'," project "}],'links':[{'id':'L','project':'P','target':'O'}]" settings "}"
#define ANSWERS(whole, far) "'wholeOrganisation':'" whole "','longTerm':'" far "'"

static const struct
{
  const char *document;
  const char *answers; /* y, n or ?, in the order of the marks */
  TlCalling calling;
} cases[] = {
  { PLAN ("'status':'live','workCategory':'strategic'", ""), "y????", TL_CALLING_OPEN },
  { PLAN ("'workCategory':'strategic'," ANSWERS ("yes", "yes") ",'multipleSolutions':'yes'", ""), "yyyy?", TL_CALLING_FITS },
  { PLAN ("'workCategory':'strategic'," ANSWERS ("no", "no"), ""), "ynn??", TL_CALLING_TOO_HIGH },
  { PLAN ("'workCategory':'strategic'," ANSWERS ("no", "yes"), ""), "yny??", TL_CALLING_OPEN },
  { PLAN ("'workCategory':'tactical'," ANSWERS ("yes", "yes") ",'solutionNeutral':'yes'", ""), "yyy?y", TL_CALLING_TOO_LOW },
  { PLAN ("'workCategory':'transactional'," ANSWERS ("no", "no"), ""), "ynn??", TL_CALLING_FITS },
  { PLAN (ANSWERS ("no", "no"), ""), "ynn??", TL_CALLING_OPEN },
  { PLAN ("'workCategory':'strategic'," ANSWERS ("no", "no"), ",'settings':{'strategicMarks':1}"), "ynn??", TL_CALLING_FITS },
  { "{'projects':[{'id':'P','status':'live','workCategory':'strategic'," ANSWERS ("yes", "no") "}]}", "nyn??", TL_CALLING_TOO_HIGH },
};
/* clang-format on */

static void
test_cases (void)
{
  static const char signs[]
      = { [TL_TRI_STATE_UNKNOWN] = '?', [TL_TRI_STATE_NO] = 'n', [TL_TRI_STATE_YES] = 'y' };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlWorkspace) workspace = sample_read_text (cases[i].document);
      g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
      TlItem *project = tl_workspace_lookup (workspace, "P");
      TlMarks marks = tl_marks_get (alignment, project);
      char found[TL_N_MARKS + 1] = "";
      guint n_yes = 0, n_unknown = 0;

      for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
        {
          found[mark] = signs[marks.answers[mark]];
          n_yes += found[mark] == 'y' ? 1 : 0;
          n_unknown += found[mark] == '?' ? 1 : 0;
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].answers);
      g_assert_cmpuint (marks.n_yes, ==, n_yes);
      g_assert_cmpuint (marks.n_unknown, ==, n_unknown);
      g_assert_cmpint (tl_marks_compare (alignment, project), ==, cases[i].calling);
    }
}

/* Each mark has a name and a question of its own, and but for the first a field. */
static void
test_names (void)
{
  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    {
      g_assert_cmpstr (tl_mark_get_label (mark), !=, "");
      g_assert_true (g_str_has_suffix (tl_mark_get_question (mark), "?"));
      for (TlMark other = 0; other < mark; other++)
        g_assert_cmpstr (tl_mark_get_label (mark), !=, tl_mark_get_label (other));
      g_assert_cmpint (tl_mark_get_field (mark) == TL_N_FIELDS, ==, mark == TL_MARK_BUSINESS_GOAL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/cases", test_cases);
  g_test_add_func ("/marks/names", test_names);

  return g_test_run ();
}
