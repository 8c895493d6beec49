/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-place.h"
#include "tl-commands.h"
#include "tl-lens.h"
#include "tl-outline-words.h"
#include "ui-sample.h"

static TlSession *
open_sample (const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);

  g_assert_no_error (error);
  return tl_session_new (document);
}

static TlOutlineNode *
find_node (TlOutlineNode *parent, TlSession *session, const TlOutlinePlace *place)
{
  GListModel *children = tl_outline_node_get_children (parent, session);

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TlOutlineNode) node = g_list_model_get_item (children, i);

      if (tl_outline_place_equal (tl_outline_node_get_place (node), place))
        return node;
    }
  return NULL;
}

static TlOutlineNode *
walk (TlOutlineNode *root, TlSession *session, TlItem *item)
{
  g_autoptr (GArray) path = tl_outline_dup_path (session, item);
  TlOutlineNode *node = root;

  for (guint i = 0; i < path->len && node != NULL; i++)
    node = find_node (node, session, &g_array_index (path, TlOutlinePlace, i));
  return node;
}

/* Everything that is found from the top. */
static void
collect (TlOutlineNode *parent, TlSession *session, GHashTable *found)
{
  GListModel *children = tl_outline_node_get_children (parent, session);

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TlOutlineNode) node = g_list_model_get_item (children, i);
      g_autofree char *label = tl_outline_dup_label (node, session);

      TlItem *item = tl_outline_node_get_item (node);

      g_assert_cmpstr (label, !=, "");
      /* Only projects stand in several places, by a link each. */
      if (tl_outline_node_get_link (node) != NULL)
        g_assert_true (g_hash_table_add (found, tl_outline_node_get_link (node)));
      else if (item != NULL && tl_item_get_kind (item) != TL_KIND_PROJECT)
        g_assert_true (g_hash_table_add (found, item));
      if (item != NULL)
        g_hash_table_add (found, item);
      collect (node, session, found);
    }
}

static void
test_has_everything (gconstpointer name)
{
  g_autoptr (TlSession) session = open_sample (name);
  g_autoptr (TlOutlineNode) root = tl_outline_node_new (&TL_OUTLINE_PLACE_ROOT);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  TlWorkspace *workspace = tl_session_get_workspace (session);

  collect (root, session, found);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; kind != TL_KIND_SETTINGS && i < tl_workspace_get_n_items (workspace, kind);
         i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);
        TlOutlineNode *node = walk (root, session, item);

        g_assert_true (g_hash_table_contains (found, item));
        g_assert_nonnull (node);
        g_assert_true (tl_outline_node_get_item (node) == item
                       || tl_outline_node_get_link (node) == item);
      }
}

/* One item of each kind, on nothing and with nothing set. */
static void
test_bare_items (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (TlOutlineNode) root = tl_outline_node_new (&TL_OUTLINE_PLACE_ROOT);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (!tl_kind_get_spec (kind)->is_single)
      {
        TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

        tl_outline_node_update (root, session);
        g_assert_true (tl_outline_node_get_item (walk (root, session, item)) == item);
      }
}

static void
test_follows_changes (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (TlOutlineNode) root = tl_outline_node_new (&TL_OUTLINE_PLACE_ROOT);
  TlItem *project = ui_sample_get (session, "P17");
  TlOutlineNode *objective = walk (root, session, ui_sample_get (session, "G1-2"));
  TlOutlineNode *unaligned = walk (root, session, project);
  guint n = tl_outline_node_count_children (objective, session);

  g_assert_true (tl_outline_node_get_item (unaligned) == project);
  g_assert_null (tl_outline_node_get_link (unaligned));

  ui_sample_link (session, "P17", "G1-2");
  g_assert_true (tl_outline_node_update (root, session));
  g_assert_true (walk (root, session, ui_sample_get (session, "G1-2")) == objective);
  g_assert_cmpuint (tl_outline_node_count_children (objective, session), ==, n + 1);
  g_assert_nonnull (tl_outline_node_get_link (walk (root, session, project)));
  g_assert_false (tl_outline_node_update (root, session));

  tl_session_undo (session);
  tl_outline_node_update (root, session);
  g_assert_cmpuint (tl_outline_node_count_children (objective, session), ==, n);
}

/* What a change of each sort does to the order: nothing, or perhaps something. */
static gboolean moved;

static void
changed_cb (TlSession *session, TlTransaction *transaction)
{
  if (transaction != NULL)
    moved = tl_outline_is_moved_by (transaction);
}

static void
test_what_moves (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *goal = ui_sample_get (session, "G1");

  g_signal_connect (session, "analysed", G_CALLBACK (changed_cb), NULL);
  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Another title", NULL);
  g_assert_false (moved);
  tl_workspace_set_number (workspace, goal, TL_GOAL_WEIGHT, 3, NULL);
  g_assert_false (moved);
  tl_workspace_set_number (workspace, goal, TL_GOAL_PRIORITY, 9, NULL);
  g_assert_true (moved);
  moved = FALSE;
  tl_workspace_set_choice (workspace, goal, TL_GOAL_STATUS, TL_GOAL_STATUS_RETIRED, NULL);
  g_assert_true (moved);
}

static guint
count_all (TlOutlineNode *node, TlSession *session)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  collect (node, session, found);
  return g_hash_table_size (found);
}

/* What is hidden is left out, but not what something shown stands under. */
static void
test_lens_hides (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (TlOutlineNode) root = tl_outline_node_new (&TL_OUTLINE_PLACE_ROOT);
  TlLens *lens = tl_session_get_lens (session);
  TlItem *objective = ui_sample_get (session, "G1-2");
  g_autofree char *query = g_strdup_printf ("\"%s\"", tl_item_get_title (objective));
  guint n = count_all (root, session);

  tl_lens_set_query (lens, query);
  g_assert_true (tl_lens_matches (lens, objective));
  tl_outline_node_update (root, session);
  g_assert_cmpuint (count_all (root, session), ==, n);

  tl_lens_set_hides (lens, TRUE);
  tl_outline_node_update (root, session);
  g_assert_cmpuint (count_all (root, session), <, n);
  g_assert_nonnull (walk (root, session, objective));
  g_assert_null (walk (root, session, ui_sample_get (session, "P17")));

  tl_lens_set_query (lens, "");
  tl_outline_node_update (root, session);
  g_assert_cmpuint (count_all (root, session), ==, n);
}

/* Where items can be put, and what is said where they cannot. */
typedef struct
{
  const char *item;
  const char *parent; /* NULL for none */
  const char *error;  /* NULL where it can */
} Put;

static const Put placings[] = {
  { "G1-2", "G2", NULL },
  { "G1-2", NULL, NULL },
  { "G1-2", "P17", "An objective belongs to a goal." },
  { "G1", "G2", "A goal belongs to a theme." },
  { "P17", "G1-1", NULL },
  { "P17", "P01", "A project serves an objective or a goal." },
  { "P17", NULL, "A project serves an objective or a goal." },
};

static void
test_put_under (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (placings); i++)
    {
      g_autoptr (TlSession) session = ui_sample_open ();
      TlItem *item = ui_sample_get (session, placings[i].item);
      TlItem *parent
          = placings[i].parent != NULL ? ui_sample_get (session, placings[i].parent) : NULL;
      g_autoptr (GError) error = NULL;
      gboolean taken = tl_command_put_under (session, item, parent, &error);

      g_test_message ("%s under %s", placings[i].item, placings[i].parent);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, placings[i].error);
      g_assert_true (taken == (placings[i].error == NULL));
      g_assert_true (tl_history_can_undo (tl_session_get_history (session)) == taken);
      if (!taken)
        continue;
      if (tl_item_get_kind (item) != TL_KIND_PROJECT)
        g_assert_true (tl_item_get_holder (item) == parent);
      tl_session_undo (session);
      g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
    }
}

/* Goals hand their priorities on; each move is undone in one step. */
typedef struct
{
  double before[4]; /* 0: not recorded */
  guint from;       /* ranks, from 0 */
  guint to;
  double after[4];
} Rank;

static const Rank ranks[] = {
  { { 1, 2, 3, 4 }, 1, 0, { 2, 1, 3, 4 } },   { { 1, 2, 3, 4 }, 0, 2, { 3, 1, 2, 4 } },
  { { 2, 5, 9, 11 }, 3, 1, { 2, 9, 11, 5 } }, { { 1, 1, 1, 1 }, 2, 1, { 1, 3, 2, 4 } },
  { { 1, 2, 2, 3 }, 0, 1, { 2, 1, 3, 4 } },
};

/* With one that is retired, which has no rank. */
static TlSession *
open_goals (const Rank *rank, TlItem *goals[5])
{
  g_autoptr (TlDocument) document = tl_document_new ();
  TlSession *session = tl_session_new (document);
  TlWorkspace *workspace = tl_session_get_workspace (session);

  for (guint i = 0; i < 4; i++)
    {
      goals[i] = tl_workspace_add (workspace, TL_KIND_GOAL, NULL, TL_POSITION_END, NULL);
      tl_workspace_set_number (workspace, goals[i], TL_GOAL_PRIORITY, rank->before[i], NULL);
    }
  goals[4] = tl_workspace_add (workspace, TL_KIND_GOAL, NULL, 0, NULL);
  tl_workspace_set_choice (workspace, goals[4], TL_GOAL_STATUS, TL_GOAL_STATUS_RETIRED, NULL);
  return session;
}

static void
test_ranks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      TlItem *goals[5];
      g_autoptr (TlSession) session = open_goals (&ranks[i], goals);
      TlAlignment *alignment;

      g_test_message ("row %u", i);
      g_assert_true (
          tl_command_take_place (session, goals[ranks[i].from], goals[ranks[i].to], NULL));
      alignment = tl_session_get_alignment (session);
      g_assert_cmpuint (tl_alignment_get_rank (alignment, goals[ranks[i].from]), ==,
                        ranks[i].to + 1);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpfloat (tl_item_get_number (goals[j], TL_GOAL_PRIORITY), ==, ranks[i].after[j]);
      g_assert_false (tl_item_is_set (goals[4], TL_GOAL_PRIORITY));
      tl_session_undo (session);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpfloat (tl_item_get_number (goals[j], TL_GOAL_PRIORITY), ==, ranks[i].before[j]);
    }
}

static void
test_no_common_order (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_command_take_place (session, ui_sample_get (session, "G1"),
                                         ui_sample_get (session, "P17"), &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND);
  g_clear_error (&error);
  tl_workspace_set_choice (tl_session_get_workspace (session), ui_sample_get (session, "G1-1"),
                           TL_OBJECTIVE_STATUS, TL_OBJECTIVE_STATUS_MET, NULL);
  g_assert_false (tl_command_take_place (session, ui_sample_get (session, "G1-1"),
                                         ui_sample_get (session, "G1-2"), &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND);
}

/* A link goes elsewhere with all that was said of it. */
static void
test_relink (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *link = ui_sample_link (session, "P17", "G1-2");
  TlItem *goal = ui_sample_get (session, "G2");
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_command_relink (session, link, goal, &error));
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == goal);
  g_assert_false (tl_command_relink (session, link, goal, &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_LINKED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/outline/has-everything/software-company",
                        "software-company.throughline.json", test_has_everything);
  g_test_add_data_func ("/outline/has-everything/regional-railway",
                        "regional-railway.throughline.json", test_has_everything);
  g_test_add_func ("/outline/bare-items", test_bare_items);
  g_test_add_func ("/outline/follows-changes", test_follows_changes);
  g_test_add_func ("/outline/what-moves", test_what_moves);
  g_test_add_func ("/outline/lens-hides", test_lens_hides);
  g_test_add_func ("/place/put-under", test_put_under);
  g_test_add_func ("/place/ranks", test_ranks);
  g_test_add_func ("/place/no-common-order", test_no_common_order);
  g_test_add_func ("/place/relink", test_relink);
  return g_test_run ();
}
