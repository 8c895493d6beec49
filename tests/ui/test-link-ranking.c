/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-link-ranking.h"
#include "ui-plan.h"

static const struct
{
  const char *id;
  const char *ranked; /* ids, best first */
  const char *first_reason;
} rows[] = {
  /* An objective that nothing serves and that shares a word, then one that nothing serves, then
   * the one that is served; goals last, the first goal first. */
  { "p2", "o3 o2 o1 g1 g2", "nothing serves it yet · shares “managers”" },
  /* What it serves already, and what is closed, is not offered. */
  { "p1", "o2 o3 g1 g2", "nothing serves it yet" },
  /* Of projects, those that serve nothing come first. */
  { "o2", "p2 p3 p1", "serves nothing yet, 5 days" },
  { "o3", "p2 p3 p1", "serves nothing yet, 5 days · shares “managers”" },
};

static char *
join_ids (GPtrArray *candidates)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      TlLinkCandidate *candidate = candidates->pdata[i];

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tl_item_get_id (candidate->item));
    }
  return g_string_free (ids, FALSE);
}

static void
test_order (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) candidates
          = tl_link_ranking_new (session, ui_plan_get (session, rows[i].id));
      g_autofree char *ids = join_ids (candidates);

      g_assert_cmpstr (ids, ==, rows[i].ranked);
      g_assert_cmpstr (((TlLinkCandidate *) candidates->pdata[0])->reason, ==,
                       rows[i].first_reason);
    }
}

static void
test_served (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *ids = NULL;

  tl_command_link (session, ui_plan_get (session, "p1"), ui_plan_get (session, "o2"), NULL);
  candidates = tl_link_ranking_new (session, ui_plan_get (session, "p2"));
  ids = join_ids (candidates);
  g_assert_cmpstr (ids, ==, "o3 o1 o2 g1 g2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-ranking/order", test_order);
  g_test_add_func ("/link-ranking/served", test_served);
  return g_test_run ();
}
