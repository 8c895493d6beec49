/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-finding-fix.h"
#include "ui-sample.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *rule;
    const char *item;
    const char *label;
  } cases[] = {
    { "ALN-01", "P17", "Link to an Objective…" },
    { "ALN-04", "P03", "Fill In “How It Helps”" }, /* a gap of its link, not of the project */
    { "ALN-06", "G1-2", "Link a Project…" },
    { "ALN-08", "G2", "Fill In “Role of Learning”" },
    { "ALN-11", "P01-L1", "Fill In “Agreed On”" },
    { "PRT-03", "G1", "Fill In “Next Step”" }, /* of its owner */
  };
  g_autoptr (TlSession) session = ui_sample_open ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tl_finding_fix_dup_label (tl_session_get_alignment (session),
                                                         tl_rule_find (cases[i].rule),
                                                         ui_sample_get (session, cases[i].item));

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Where nothing is left to be edited, no button promises it. */
static void
test_no_link (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();

  g_assert_null (tl_finding_fix_dup_label (tl_session_get_alignment (session),
                                           tl_rule_find ("ALN-04"),
                                           ui_sample_get (session, "P17")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding-fix/labels", test_labels);
  g_test_add_func ("/finding-fix/no-link", test_no_link);
  return g_test_run ();
}
