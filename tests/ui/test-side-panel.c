/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-finding-groups.h"
#include "tl-finding-node.h"
#include "tl-list-update.h"
#include "ui-sample.h"

#include <gtk/gtk.h>

/* Lists of strings: an object stands for its text up to the colon, and what follows is what it
 * says. */

static const char *
get_key (gpointer object)
{
  static char key[2];

  key[0] = gtk_string_object_get_string (object)[0];
  return key;
}

static void
take_over (gpointer older, gpointer newer)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (older, "taken-over"));

  g_object_set_data (older, "taken-over", GUINT_TO_POINTER (n + 1));
}

static GListStore *
list_of (const char *keys)
{
  GListStore *list = g_list_store_new (GTK_TYPE_STRING_OBJECT);

  for (; *keys != '\0'; keys++)
    {
      char text[2] = { *keys, '\0' };
      g_autoptr (GtkStringObject) object = gtk_string_object_new (text);

      g_list_store_append (list, object);
    }
  return list;
}

static char *
read_list (GListStore *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GtkStringObject) object = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append (text, gtk_string_object_get_string (object));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
items_changed_cb (GListModel *list, guint at, guint removed, guint added, gpointer user_data)
{
  *(guint *) user_data += removed + added;
}

static void
test_list_update (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint n_touched; /* objects that came or went */
    guint n_kept;
  } cases[] = {
    { "", "", 0, 0 },          { "", "abc", 3, 0 },
    { "abc", "", 3, 0 },       { "abc", "abc", 0, 3 },
    { "abcde", "abde", 1, 4 }, { "abcde", "bd", 3, 2 },
    { "bd", "abcde", 3, 2 },   { "abc", "axc", 2, 2 },
    { "abcd", "abdc", 4, 4 }, /* another order: those that follow go and come */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = list_of (cases[i].before);
      g_autoptr (GListStore) wanted = list_of (cases[i].after);
      g_autofree char *result = NULL;
      guint n_touched = 0;
      guint n_kept = 0;

      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &n_touched);
      tl_list_update (list, G_LIST_MODEL (wanted), get_key, take_over);
      result = read_list (list);
      g_assert_cmpstr (result, ==, cases[i].after);
      g_assert_cmpuint (n_touched, ==, cases[i].n_touched);
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (list)); k++)
        {
          g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (list), k);

          n_kept += GPOINTER_TO_UINT (g_object_get_data (object, "taken-over"));
        }
      g_assert_cmpuint (n_kept, ==, cases[i].n_kept);
    }
}

static const TlFindingFilter all = { NULL, 0 };

static TlFindingNode *
find_group (GListStore *groups, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (TlFindingNode) node = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (g_str_equal (tl_finding_node_get_key (node), rule))
        return node;
    }
  return NULL;
}

static void
test_findings_keep_their_nodes (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (GListStore) groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  g_autoptr (TlFindingNode) first = NULL;
  g_autoptr (TlFindingNode) still_first = NULL;
  TlFindingNode *group;
  guint n_groups;

  tl_finding_groups_update (groups, tl_session_get_analysis (session), &all);
  n_groups = g_list_model_get_n_items (G_LIST_MODEL (groups));
  group = find_group (groups, "ALN-01");
  g_assert_cmpuint (tl_finding_node_get_n_findings (group), ==, 12);
  first = g_list_model_get_item (tl_finding_node_get_children (group), 1);

  ui_sample_link (session, "P17", "G1-1");
  tl_finding_groups_update (groups, tl_session_get_analysis (session), &all);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), ==, n_groups);
  g_assert_true (find_group (groups, "ALN-01") == group);
  g_assert_cmpuint (tl_finding_node_get_n_findings (group), ==, 11);
  still_first = g_list_model_get_item (tl_finding_node_get_children (group), 0);
  g_assert_true (first == still_first);
}

static void
test_findings_are_all_there (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAnalysis *analysis = tl_session_get_analysis (session);
  g_autoptr (GListStore) groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  guint n_open = 0;
  guint n_waived = 0;

  tl_finding_groups_update (groups, analysis, &all);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (TlFindingNode) node = g_list_model_get_item (G_LIST_MODEL (groups), i);
      g_autofree char *label = tl_finding_node_dup_label (node);

      g_assert_true (tl_finding_node_is_group (node));
      g_assert_cmpstr (label, !=, "");
      if (tl_finding_node_get_kind (node) == TL_FINDING_ROW_WAIVED)
        n_waived += tl_finding_node_get_n_findings (node);
      else
        n_open += tl_finding_node_get_n_findings (node);
    }
  g_assert_cmpuint (n_open, ==, tl_analysis_get_n_findings (analysis));
  g_assert_cmpuint (n_waived, ==, tl_analysis_get_n_waived (analysis));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/update", test_list_update);
  g_test_add_func ("/findings/keep-their-nodes", test_findings_keep_their_nodes);
  g_test_add_func ("/findings/are-all-there", test_findings_are_all_there);
  return g_test_run ();
}
