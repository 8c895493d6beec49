/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-place.h"
#include "tl-commands.h"
#include "tl-outline-private.h"
#include "ui-sample.h"

#include <adwaita.h>

static TlSession *session;
static GtkWidget *window;
static GtkWidget *outline;
static char *said;

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static GListModel *
get_rows (void)
{
  GtkWidget *list = outline;

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_first_child (list);
  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static GPtrArray *
collect (TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    g_ptr_array_add (items, tl_workspace_get_item (workspace, kind, i));
  return items;
}

static void
said_cb (TlSession *from, const char *text)
{
  g_free (said);
  said = g_strdup (text);
}

static void
set_up (void)
{
  session = ui_sample_open ();
  g_signal_connect (session, "said", G_CALLBACK (said_cb), NULL);
  window = gtk_window_new ();
  outline = tl_outline_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 320, 900);
  gtk_window_set_child (GTK_WINDOW (window), outline);
  tl_outline_set_session (TL_OUTLINE (outline), session);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
}

static void
tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_clear_object (&session);
  g_clear_pointer (&said, g_free);
}

/* All goals go and come back, and with them the rows under the plan. */
static void
test_empty_and_back (void)
{
  g_autoptr (GPtrArray) goals = NULL;
  guint n_rows;

  set_up ();
  n_rows = g_list_model_get_n_items (get_rows ());
  goals = collect (TL_KIND_GOAL);
  g_assert_cmpuint (n_rows, >, goals->len);
  tl_command_delete (session, goals);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows ()), <, n_rows);
  tl_session_undo (session);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows ()), ==, n_rows);
  tear_down ();
}

static GtkTreeListRow *
find_row (TlItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows ()); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (), i);
      g_autoptr (TlOutlineNode) node = gtk_tree_list_row_get_item (row);

      if (tl_outline_node_get_item (node) == item)
        return g_steal_pointer (&row);
    }
  return NULL;
}

/* What nothing served can be opened once something does. */
static void
test_first_supporter (void)
{
  TlItem *project;
  g_autoptr (GtkTreeListRow) objective = NULL;
  g_autoptr (GtkTreeListRow) supporter = NULL;

  set_up ();
  project = ui_sample_get (session, "P17");
  tl_session_reveal (session, ui_sample_get (session, "G1-2"));
  settle ();
  objective = find_row (ui_sample_get (session, "G1-2"));
  gtk_tree_list_row_set_expanded (objective, TRUE);
  ui_sample_link (session, "P17", "G1-2");
  settle ();
  g_assert_true (gtk_tree_list_row_is_expandable (objective));
  gtk_tree_list_row_set_expanded (objective, TRUE);
  supporter = find_row (project);
  g_assert_nonnull (supporter);
  g_assert_cmpuint (gtk_tree_list_row_get_depth (supporter), ==,
                    gtk_tree_list_row_get_depth (objective) + 1);
  tear_down ();
}

static void
go_to (TlItem *item)
{
  tl_outline_go_to (TL_OUTLINE (outline), item, TL_OUTLINE_FOCUS);
  settle ();
}

static void
act (const char *action)
{
  tl_outline_update_actions (TL_OUTLINE (outline));
  gtk_widget_activate_action (outline, action, NULL);
  settle ();
}

/* The link by which a project serves something. */
static TlItem *
find_link (const char *project, const char *target)
{
  TlItem *item = ui_sample_get (session, project);

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);

      if (field == TL_LINK_PROJECT
          && tl_item_get_ref (link, TL_LINK_TARGET) == ui_sample_get (session, target))
        return link;
    }
  return NULL;
}

static TlItem *
get_primary (void)
{
  return tl_selection_get_primary (tl_session_get_selection (session));
}

static gboolean
can_undo (void)
{
  return tl_history_can_undo (tl_session_get_history (session));
}

/* What is added at a row: of what kind, and on what it hangs; each is one step of undo. */
typedef struct
{
  const char *at;
  const char *action;
  const char *detailed; /* the parameter of the action */
  TlKind kind;
  const char *holder; /* or what a project serves */
} Addition;

static const Addition additions[] = {
  { "G1", "outline.add-sibling", NULL, TL_KIND_GOAL, NULL },
  { "G1", "outline.add-child", NULL, TL_KIND_OBJECTIVE, "G1" },
  { "G1-2", "outline.add-sibling", NULL, TL_KIND_OBJECTIVE, "G1" },
  { "G1-2", "outline.add", "projects", TL_KIND_PROJECT, "G1-2" },
  { "G1-2", "outline.add", "causes", TL_KIND_CAUSE, "G1-2" },
  { "P17", "outline.add-sibling", NULL, TL_KIND_PROJECT, NULL },
};

static void
test_additions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      const Addition *row = &additions[i];
      TlItem *added;

      set_up ();
      g_test_message ("%s at %s", row->action, row->at);
      go_to (ui_sample_get (session, row->at));
      if (row->detailed != NULL)
        gtk_widget_activate_action (outline, row->action, "s", row->detailed);
      else
        act (row->action);
      settle ();
      added = get_primary ();
      g_assert_cmpint (tl_item_get_kind (added), ==, row->kind);
      if (row->holder != NULL && row->kind != TL_KIND_PROJECT)
        g_assert_true (tl_item_get_holder (added) == ui_sample_get (session, row->holder));
      if (row->holder != NULL && row->kind == TL_KIND_PROJECT)
        g_assert_nonnull (find_link (tl_item_get_id (added), row->holder));
      /* Its title is being written. */
      g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
      tl_session_undo (session);
      settle ();
      g_assert_false (can_undo ());
      tear_down ();
    }
}

/* What is cut or copied, where it is pasted, and what becomes of it. */
typedef struct
{
  const char *item;
  const char *serves; /* of a project: by its link to what it is taken */
  const char *action;
  const char *at;
  const char *serves_then;
  const char *holder;
  const char *refusal;
} Pasting;

static const Pasting pastings[] = {
  { "G1-2", NULL, "outline.cut", "G2", NULL, "G2", NULL },
  { "G1-2", NULL, "outline.cut", "G2-1", NULL, "G2", NULL },
  { "G1-2", NULL, "outline.cut", "G1", NULL, "G1",
    "“First beta of value-stream dashboards” stands there already." },
  { "G1-2", NULL, "outline.cut", "P17", NULL, "G1", "An objective belongs to a goal." },
  { "G1-2", NULL, "outline.copy", "G2", NULL, "G1",
    "Only a project can stand in several places. Cut it to move it." },
  { "P17", NULL, "outline.cut", "G1-2", "G1-2", NULL, NULL },
  { "P39", "G1-1", "outline.cut", "G1-2", "G1-2", NULL, NULL },
  { "P39", "G1-1", "outline.copy", "G1-2", "G1-1", NULL, NULL },
  { "P39", "G1-1", "outline.cut", "P17", "G1-1", NULL, "A project serves an objective or a goal." },
};

static void
check_pasted (const Pasting *row)
{
  TlItem *item = ui_sample_get (session, row->item);

  if (row->refusal != NULL)
    g_assert_cmpstr (said, ==, row->refusal);
  g_assert_true (can_undo () == (row->refusal == NULL));
  if (row->holder != NULL)
    g_assert_true (tl_item_get_holder (item) == ui_sample_get (session, row->holder));
  if (row->serves_then != NULL)
    g_assert_nonnull (find_link (row->item, row->serves_then));
  if (row->serves != NULL && row->refusal == NULL && g_str_equal (row->action, "outline.cut"))
    g_assert_null (find_link (row->item, row->serves));
}

static void
test_pastings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pastings); i++)
    {
      const Pasting *row = &pastings[i];

      set_up ();
      g_test_message ("%s %s at %s", row->action, row->item, row->at);
      go_to (row->serves != NULL ? find_link (row->item, row->serves)
                                 : ui_sample_get (session, row->item));
      act (row->action);
      go_to (ui_sample_get (session, row->at));
      act ("outline.paste");
      check_pasted (row);
      if (row->refusal == NULL)
        {
          g_assert_true (get_primary () == ui_sample_get (session, row->item));
          tl_session_undo (session);
          settle ();
          g_assert_false (can_undo ());
        }
      tear_down ();
    }
}

/* A row that is moved goes on having the keyboard, and stays open. */
static void
test_move (void)
{
  TlItem *goal;
  TlItem *objective;
  guint rank;
  guint n;
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GtkTreeListRow) first = NULL;

  set_up ();
  goal = ui_sample_get (session, "G2");
  objective = ui_sample_get (session, "G2-1");
  rank = tl_alignment_get_rank (tl_session_get_alignment (session), goal);
  go_to (objective);
  go_to (goal);
  act ("outline.move-up");
  g_assert_cmpuint (tl_alignment_get_rank (tl_session_get_alignment (session), goal), ==, rank - 1);
  row = find_row (goal);
  g_assert_true (gtk_tree_list_row_get_expanded (row));
  first = tl_outline_dup_current_row (TL_OUTLINE (outline));
  g_assert_true (first == row);
  g_assert_nonnull (find_row (objective));
  tl_session_undo (session);
  settle ();
  g_assert_false (can_undo ());
  g_assert_cmpuint (tl_alignment_get_rank (tl_session_get_alignment (session), goal), ==, rank);
  /* At the top, nothing happens. */
  go_to (tl_alignment_get_goals (tl_session_get_alignment (session), &n)[0]);
  act ("outline.move-up");
  g_assert_false (can_undo ());
  tear_down ();
}

/* What goes and comes back is open where it was. */
static void
test_open_survives (void)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  set_up ();
  go_to (ui_sample_get (session, "G2-1"));
  g_ptr_array_add (goals, ui_sample_get (session, "G2"));
  tl_command_delete (session, goals);
  settle ();
  tl_session_undo (session);
  settle ();
  g_assert_nonnull (find_row (ui_sample_get (session, "G2-1")));
  tear_down ();
}

/* Delete takes the project, unlinking only its link. */
static void
test_unlink (void)
{
  TlItem *project;

  set_up ();
  project = ui_sample_get (session, "P39");
  go_to (find_link ("P39", "G1-1"));
  act ("outline.unlink");
  g_assert_true (tl_item_get_workspace (project) != NULL);
  g_assert_null (find_link ("P39", "G1-1"));
  tl_session_undo (session);
  settle ();
  go_to (find_link ("P39", "G1-1"));
  act ("outline.delete");
  g_assert_null (tl_item_get_workspace (project));
  tear_down ();
}

/* What is selected elsewhere is shown here, all of it, and the keyboard stays where it is. */
static void
test_selection (void)
{
  TlSelection *selection;
  GtkWidget *focus;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  set_up ();
  selection = tl_session_get_selection (session);
  g_ptr_array_add (items, ui_sample_get (session, "G1"));
  g_ptr_array_add (items, ui_sample_get (session, "G2-1"));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  tl_selection_set_items (selection, items);
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GtkTreeListRow) row = find_row (items->pdata[i]);

      g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows ()),
                                                      gtk_tree_list_row_get_position (row)));
    }
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_rows ()), 1, 3, TRUE);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 3);
  gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (get_rows ()), 2);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 2);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows ()), 0, TRUE);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 0);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows ()), 0));
  tear_down ();
}

/* A project in two places is taken to be where the user is. */
static void
test_second_place (void)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (TlOutlineNode) node = NULL;
  TlItem *link;

  set_up ();
  link = ui_sample_link (session, "P39", "G2-1");
  go_to (link);
  row = tl_outline_dup_current_row (TL_OUTLINE (outline));
  node = gtk_tree_list_row_get_item (row);
  g_assert_true (tl_outline_node_get_link (node) == link);
  g_assert_true (get_primary () == ui_sample_get (session, "P39"));
  tear_down ();
}

/* All that stands under the plan can be seen: each project that serves something. */
static void
test_open_all (void)
{
  TlWorkspace *workspace;
  guint n;

  set_up ();
  workspace = tl_session_get_workspace (session);
  n = tl_workspace_get_n_items (workspace, TL_KIND_LINK);
  g_assert_cmpuint (n, >, 0);
  go_to (tl_workspace_get_root (workspace));
  act ("outline.open-all");
  for (guint i = 0; i < n; i++)
    {
      TlItem *link = tl_workspace_get_item (workspace, TL_KIND_LINK, i);
      g_autoptr (GtkTreeListRow) row = find_row (tl_item_get_ref (link, TL_LINK_PROJECT));

      g_assert_nonnull (row);
    }
  tear_down ();
}

static void
test_read_only (void)
{
  static const char *const edits[] = { "outline.rename", "outline.add-sibling", "outline.add-child",
                                       "outline.delete", "outline.move-down",   "outline.cut" };

  set_up ();
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  go_to (ui_sample_get (session, "G1"));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    act (edits[i]);
  g_assert_false (can_undo ());
  g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  tear_down ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/outline/empty-and-back", test_empty_and_back);
  g_test_add_func ("/outline/first-supporter", test_first_supporter);
  g_test_add_func ("/outline/additions", test_additions);
  g_test_add_func ("/outline/pastings", test_pastings);
  g_test_add_func ("/outline/move", test_move);
  g_test_add_func ("/outline/open-survives", test_open_survives);
  g_test_add_func ("/outline/unlink", test_unlink);
  g_test_add_func ("/outline/selection", test_selection);
  g_test_add_func ("/outline/second-place", test_second_place);
  g_test_add_func ("/outline/open-all", test_open_all);
  g_test_add_func ("/outline/read-only", test_read_only);
  return g_test_run ();
}
