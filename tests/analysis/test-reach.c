/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter-plan.h"
#include "tl-reach.h"

typedef struct
{
  const char *from;
  guint steps;
  const char *reached; /* by id */
} Case;

static const Case cases[] = {
  { "p1", 0, "p1" },
  { "p1", 1, "c1 l1 o1 p1" },
  { "p1", 2, "c1 g1 l1 o1 p1" },
  { "g2", 1, "g2 o2 o3" },
  { "g2", 2, "g2 l2 o2 o3 p3" },
  { "c1", 1, "c1 l1 o1 p1" },
  { "o1", 1, "c1 g1 l1 o1 p1" },
  { "p4", 9, "p4" },
  { "ma", 9, "ma" },
  { "p1 p3", 1, "c1 l1 l2 o1 o2 p1 p3" },
  { "p1 o1", 0, "l1 o1 p1" },
};

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (tl_item_get_id (*(TlItem *const *) a), tl_item_get_id (*(TlItem *const *) b));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  g_auto (GStrv) ids = g_strsplit (test->from, " ", -1);
  g_autoptr (GPtrArray) from = g_ptr_array_new ();
  g_autoptr (GHashTable) reached = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (from, tl_workspace_lookup (tl_analysis_get_workspace (analysis), ids[i]));
  reached = tl_reach_find (from, test->steps);
  items = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, item);
  g_ptr_array_sort (items, compare_ids);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tl_item_get_id (items->pdata[i]));
  g_assert_cmpstr (text->str, ==, test->reached);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reach/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
