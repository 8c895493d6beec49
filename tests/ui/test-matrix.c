/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "tl-commands-link.h"
#include "tl-commands.h"
#include "tl-matrix-grid-private.h"
#include "tl-matrix-view.h"
#include "tl-picker-window.h"
#include "ui-sample.h"

#define FRAMES_MS 60

typedef struct
{
  TlSession *session;
  GtkWidget *window;
  GtkWidget *view;
  TlMatrixGrid *grid;
  GString *said;
} Fixture;

static gboolean
flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_run (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (FRAMES_MS, flag_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the frame that was asked for has come. */
static void
wait_for_picture (Fixture *fixture)
{
  while (fixture->grid->picture == NULL || fixture->grid->frame.width <= 0)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static void
said_cb (TlSession *session, const char *text, gboolean can_undo, Fixture *fixture)
{
  g_string_append_printf (fixture->said, "%s%s|", text, can_undo ? " (undo)" : "");
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->session = ui_sample_open ();
  fixture->said = g_string_new (NULL);
  g_signal_connect (fixture->session, "said", G_CALLBACK (said_cb), fixture);
  fixture->view = tl_matrix_view_new ();
  fixture->grid = TL_MATRIX_GRID (find_child (fixture->view, TL_TYPE_MATRIX_GRID));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  tl_matrix_view_set_session (TL_MATRIX_VIEW (fixture->view), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_picture (fixture);
  gtk_widget_grab_focus (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (fixture->session, fixture);
  g_assert_cmpuint (G_OBJECT (fixture->session)->ref_count, ==, 1);
  g_clear_object (&fixture->session);
  g_string_free (fixture->said, TRUE);
}

static TlItem *
get (Fixture *fixture, const char *id)
{
  return ui_sample_get (fixture->session, id);
}

static TlItem *
get_primary (Fixture *fixture)
{
  return tl_selection_get_primary (tl_session_get_selection (fixture->session));
}

static const TlMatrix *
get_matrix (Fixture *fixture)
{
  return tl_matrix_grid_get_matrix (fixture->grid);
}

static void
put_cursor (Fixture *fixture, const char *project, const char *target)
{
  int row = project != NULL ? tl_matrix_find_row (get_matrix (fixture), get (fixture, project))
                            : TL_MATRIX_TITLES;
  int column = target != NULL ? tl_matrix_find_column (get_matrix (fixture), get (fixture, target))
                              : TL_MATRIX_TITLES;

  tl_matrix_grid_set_cursor (fixture->grid, row, column);
  wait_for_picture (fixture);
}

/* Presses a key by its class binding, as the key itself would. */
static gboolean
press (Fixture *fixture, const char *accelerator)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accelerator);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                 GTK_WIDGET (fixture->grid),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_error ("%s is bound to nothing", accelerator);
}

/* Clicks as the pointer would, at the middle of a place that is in sight. */
static void
click (Fixture *fixture, const TlMatrixSpot *spot)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));
  TlPoint at
      = tl_rect_get_center (tl_matrix_get_rect (get_matrix (fixture), &fixture->grid->frame, spot));

  if (spot->part == TL_MATRIX_FOLD)
    {
      TlRect rect = tl_matrix_get_rect (get_matrix (fixture), &fixture->grid->frame, spot);

      at.x = rect.x + rect.width - 6;
    }
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == 1)
        g_signal_emit_by_name (controller, "released", 1, at.x, at.y);
    }
  wait_for_picture (fixture);
}

static void
click_cell (Fixture *fixture, const char *project, const char *target)
{
  put_cursor (fixture, project, target);
  click (fixture, &(TlMatrixSpot) { TL_MATRIX_CELL, fixture->grid->row, fixture->grid->column });
}

/* "none", or the strength of the one link between the two. */
static const char *
get_strength (Fixture *fixture, const char *project, const char *target)
{
  g_autoptr (GPtrArray) links
      = tl_link_list_between (get (fixture, project), get (fixture, target));

  if (links->len == 0)
    return "none";
  g_assert_cmpuint (links->len, ==, 1);
  return tl_field_get_choice_name (TL_LINK_STRENGTH,
                                   tl_item_get_choice (links->pdata[0], TL_LINK_STRENGTH));
}

static const char *
get_name (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (TL_IS_MATRIX_NODE (focus));
  return tl_matrix_node_get_label (TL_MATRIX_NODE (focus));
}

static guint
count_aligned (Fixture *fixture)
{
  return tl_analysis_get_figures (tl_session_get_analysis (fixture->session))->n_aligned;
}

/* A click links, further clicks make the link strong and weak, and the last takes it away. */
static void
test_clicks (Fixture *fixture, gconstpointer user_data)
{
  static const char *const strengths[] = { "medium", "strong", "weak", "none" };
  guint n_before = count_aligned (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      click_cell (fixture, "P17", "G4-1");
      g_assert_cmpstr (get_strength (fixture, "P17", "G4-1"), ==, strengths[i]);
      g_assert_cmpuint (count_aligned (fixture), ==, n_before + (i < 3 ? 1 : 0));
      if (i < 3)
        g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_LINK);
    }
  g_assert_nonnull (strstr (fixture->said->str, "Removed the link (undo)"));
  for (int i = 2; i >= 0; i--)
    {
      tl_session_undo (fixture->session);
      g_assert_cmpstr (get_strength (fixture, "P17", "G4-1"), ==, strengths[i]);
    }
  tl_session_undo (fixture->session);
  g_assert_cmpstr (get_strength (fixture, "P17", "G4-1"), ==, "none");
}

/* What somebody has written about a link is not thrown away by clicking once too often. */
static void
test_clicks_keep_what_is_written (Fixture *fixture, gconstpointer user_data)
{
  TlItem *link;

  click_cell (fixture, "P17", "G4-1");
  link = get_primary (fixture);
  tl_workspace_set_text (tl_session_get_workspace (fixture->session), link, TL_LINK_MECHANISM,
                         "Sellers hear it", NULL);
  for (int i = 0; i < 3; i++)
    click_cell (fixture, "P17", "G4-1");
  g_assert_cmpstr (get_strength (fixture, "P17", "G4-1"), ==, "medium");
  g_assert_true (get_primary (fixture) == link);
}

static void
test_keys_edit (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *key;
    const char *strength;
  } steps[] = { { "3", "strong" },    { "1", "weak" },       { "0", "none" },
                { "w", "weak" },      { "m", "medium" },     { "s", "strong" },
                { "Delete", "none" }, { "space", "medium" }, { "space", "strong" } };

  put_cursor (fixture, "P17", "G1-1");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press (fixture, steps[i].key));
      g_assert_cmpstr (get_strength (fixture, "P17", "G1-1"), ==, steps[i].strength);
    }
  /* Linking strongly is one step. */
  put_cursor (fixture, "P17", "G1-2");
  g_assert_true (press (fixture, "3"));
  tl_session_undo (fixture->session);
  g_assert_cmpstr (get_strength (fixture, "P17", "G1-2"), ==, "none");
}

static void
test_names (Fixture *fixture, gconstpointer user_data)
{
  put_cursor (fixture, "P17", "G1-1");
  gtk_widget_grab_focus (fixture->view);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->grid), GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_nonnull (strstr (get_name (fixture), "does not serve Top-tier adoption"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (
                                       gtk_window_get_focus (GTK_WINDOW (fixture->window))),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
  g_assert_true (press (fixture, "2"));
  g_assert_nonnull (strstr (get_name (fixture), "serves Top-tier adoption"));
  g_assert_true (g_str_has_suffix (get_name (fixture), ": medium"));
  put_cursor (fixture, "P17", NULL);
  g_assert_nonnull (strstr (get_name (fixture), ": 1 link, "));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (
                                       gtk_window_get_focus (GTK_WINDOW (fixture->window))),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  put_cursor (fixture, NULL, "G1-2");
  g_assert_true (g_str_has_suffix (get_name (fixture), "0 projects, 0 days. No project"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (
                                       gtk_window_get_focus (GTK_WINDOW (fixture->window))),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  g_assert_true (press (fixture, "Up"));
  g_assert_true (g_str_has_prefix (get_name (fixture), "Goal 2, "));
}

/* The keyboard goes from node to node, so that each step is told, and never gets lost. */
static void
test_walk (Fixture *fixture, gconstpointer user_data)
{
  static const char *const keys[]
      = { "Right", "Down",          "Right", "Left",      "End",     "<Control>Left", "Home",
          "Left",  "Down",          "Up",    "Page_Down", "Page_Up", "<Control>End",  "Right",
          "Down",  "<Control>Home", "Up",    "Up",        "Right",   "Left",          "Up",
          "Down",  "Down" };
  GtkWidget *before = NULL;

  put_cursor (fixture, "P17", "G1-1");
  gtk_widget_grab_focus (fixture->view);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      int row = fixture->grid->row;
      int column = fixture->grid->column;
      GtkWidget *focus;

      g_assert_true (press (fixture, keys[i]));
      wait_for_picture (fixture);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (TL_IS_MATRIX_NODE (focus));
      if (row != fixture->grid->row || column != fixture->grid->column)
        g_assert_true (focus != before);
      before = focus;
    }
  g_assert_cmpint (fixture->grid->row, ==, 0);
  g_assert_cmpint (fixture->grid->column, ==, 0);
}

static void
test_jump (Fixture *fixture, gconstpointer user_data)
{
  put_cursor (fixture, "P38", NULL);
  g_assert_true (press (fixture, "<Control>Right"));
  g_assert_nonnull (
      tl_matrix_get_cell (get_matrix (fixture), fixture->grid->row, fixture->grid->column));
  g_assert_true (press (fixture, "<Control>Right"));
  g_assert_true (press (fixture, "<Control>Down"));
  g_assert_nonnull (
      tl_matrix_get_cell (get_matrix (fixture), fixture->grid->row, fixture->grid->column));
}

static void
test_fold (Fixture *fixture, gconstpointer user_data)
{
  put_cursor (fixture, "P38", "G4-3");
  g_assert_true (press (fixture, "minus"));
  g_assert_cmpint (tl_matrix_get_n_columns (get_matrix (fixture)), ==, 24);
  g_assert_true (tl_matrix_get_column (get_matrix (fixture), fixture->grid->column)->is_goal);
  g_assert_true (press (fixture, "plus"));
  g_assert_cmpint (tl_matrix_get_n_columns (get_matrix (fixture)), ==, 28);
  g_assert_true (press (fixture, "slash"));
  g_assert_cmpint (tl_matrix_get_n_columns (get_matrix (fixture)), ==, 8);
  g_assert_true (tl_matrix_grid_is_folded (fixture->grid));
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "matrix.fold", NULL);
  g_assert_cmpint (tl_matrix_get_n_columns (get_matrix (fixture)), ==, 28);
  wait_for_picture (fixture);
  click (fixture, &(TlMatrixSpot) { TL_MATRIX_FOLD, TL_MATRIX_NONE, 0 });
  g_assert_true (tl_matrix_get_group (get_matrix (fixture), 0)->is_folded);
  g_assert_false (tl_matrix_grid_is_folded (fixture->grid));
}

static TlPickerWindow *
find_picker (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (TL_IS_PICKER_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* A goal stands for several objectives: which one is asked, and where there is one it is taken. */
static void
test_folded_edits (Fixture *fixture, gconstpointer user_data)
{
  guint64 revision;

  tl_matrix_grid_fold_all (fixture->grid, TRUE);
  put_cursor (fixture, "P17", "G4");
  revision = tl_workspace_get_revision (tl_session_get_workspace (fixture->session));
  g_assert_true (press (fixture, "3"));
  g_assert_nonnull (find_picker ());
  g_assert_cmpuint (tl_workspace_get_revision (tl_session_get_workspace (fixture->session)), ==,
                    revision);
  gtk_window_destroy (GTK_WINDOW (find_picker ()));
  let_run ();
  put_cursor (fixture, "P41", "G4");
  g_assert_true (press (fixture, "Delete"));
  g_assert_null (find_picker ());
  g_assert_cmpuint (tl_workspace_get_revision (tl_session_get_workspace (fixture->session)), >,
                    revision);
}

/* A selection made elsewhere is seen here, and one made here is everyone's. */
static void
test_selection (Fixture *fixture, gconstpointer user_data)
{
  tl_session_reveal (fixture->session, get (fixture, "P17"));
  g_assert_cmpint (fixture->grid->row, ==,
                   tl_matrix_find_row (get_matrix (fixture), get (fixture, "P17")));
  tl_session_reveal (fixture->session, get (fixture, "G8-4"));
  wait_for_picture (fixture);
  g_assert_cmpint (fixture->grid->column, ==,
                   tl_matrix_find_column (get_matrix (fixture), get (fixture, "G8-4")));
  click (fixture, &(TlMatrixSpot) { TL_MATRIX_COLUMN, TL_MATRIX_NONE, fixture->grid->column });
  g_assert_true (get_primary (fixture) == get (fixture, "G8-4"));
  put_cursor (fixture, "P01", NULL);
  g_assert_true (press (fixture, "Return"));
  g_assert_true (get_primary (fixture) == get (fixture, "P01"));
  g_assert_true (press (fixture, "Escape"));
  g_assert_null (get_primary (fixture));
}

/* Rows do not jump when a project is linked that came last; the order is made anew on demand. */
static void
test_rows_stay (Fixture *fixture, gconstpointer user_data)
{
  int row = tl_matrix_find_row (get_matrix (fixture), get (fixture, "P17"));

  put_cursor (fixture, "P17", "G4-1");
  g_assert_true (press (fixture, "3"));
  g_assert_cmpint (tl_matrix_find_row (get_matrix (fixture), get (fixture, "P17")), ==, row);
  g_assert_cmpint (fixture->grid->row, ==, row);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "matrix.sort-again", NULL);
  g_assert_cmpint (tl_matrix_find_row (get_matrix (fixture), get (fixture, "P17")), <, row);
  g_assert_cmpint (fixture->grid->row, ==,
                   tl_matrix_find_row (get_matrix (fixture), get (fixture, "P17")));
}

/* Deleting what is shown, and all of it, loses neither the keyboard nor anything else. */
static void
test_deleted (Fixture *fixture, gconstpointer user_data)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);

  put_cursor (fixture, "P17", "G4-1");
  gtk_widget_grab_focus (fixture->view);
  tl_workspace_remove (workspace, get (fixture, "G4-1"));
  g_assert_true (TL_IS_MATRIX_NODE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  tl_workspace_remove (workspace, get (fixture, "P17"));
  wait_for_picture (fixture);
  g_assert_true (TL_IS_MATRIX_NODE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  while (tl_workspace_get_n_items (workspace, TL_KIND_PROJECT) > 0)
    tl_workspace_remove (workspace, tl_workspace_get_item (workspace, TL_KIND_PROJECT, 0));
  let_run ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->grid)));
  tl_session_undo (fixture->session);
  let_run ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->grid)));
}

static void
test_show_all (Fixture *fixture, gconstpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "matrix.show-all", NULL);
  g_assert_cmpint (tl_matrix_get_n_rows (get_matrix (fixture)), ==, 52);
  for (int order = 0; order < TL_N_MATRIX_ORDERS; order++)
    {
      static const char *const names[] = { "goal", "days", "title", "clustered" };

      gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "matrix.order", "s", names[order]);
      g_assert_cmpint (tl_matrix_get_n_rows (get_matrix (fixture)), ==, 52);
      wait_for_picture (fixture);
    }
}

/* What the lens hides is not there; who stops searching finds all rows, and edits keep them. */
static void
test_lens (Fixture *fixture, gconstpointer user_data)
{
  TlLens *lens = tl_session_get_lens (fixture->session);
  int n;

  tl_lens_set_query (lens, "elevate");
  wait_for_picture (fixture);
  g_assert_cmpint (tl_matrix_get_n_rows (get_matrix (fixture)), ==, 45);
  tl_lens_set_hides (lens, TRUE);
  n = tl_matrix_get_n_rows (get_matrix (fixture));
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (n, <, 45);
  put_cursor (fixture, tl_matrix_get_row (get_matrix (fixture), 0)->id,
              tl_matrix_get_column (get_matrix (fixture), 0)->id);
  g_assert_true (press (fixture, "3"));
  g_assert_cmpint (tl_matrix_get_n_rows (get_matrix (fixture)), ==, n);
  tl_lens_set_query (lens, "nowhere-to-be-found");
  let_run ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->grid)));
  tl_lens_set_query (lens, "");
  tl_lens_set_hides (lens, FALSE);
  let_run ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->grid)));
  g_assert_cmpint (tl_matrix_get_n_rows (get_matrix (fixture)), ==, 45);
}

static void
test_read_only (Fixture *fixture, gconstpointer user_data)
{
  tl_workspace_set_read_only (tl_session_get_workspace (fixture->session), TRUE);
  put_cursor (fixture, "P17", "G4-1");
  g_assert_true (press (fixture, "3"));
  g_assert_cmpstr (get_strength (fixture, "P17", "G4-1"), ==, "none");
  g_assert_cmpuint (fixture->said->len, >, 0);
  put_cursor (fixture, "P41", "G4-3");
  g_string_truncate (fixture->said, 0);
  g_assert_true (press (fixture, "1"));
  g_assert_cmpuint (fixture->said->len, >, 0);
  tl_workspace_set_read_only (tl_session_get_workspace (fixture->session), FALSE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer user_data);
  } tests[] = {
    { "/ui/matrix/clicks", test_clicks },
    { "/ui/matrix/clicks-keep-what-is-written", test_clicks_keep_what_is_written },
    { "/ui/matrix/keys-edit", test_keys_edit },
    { "/ui/matrix/names", test_names },
    { "/ui/matrix/walk", test_walk },
    { "/ui/matrix/jump", test_jump },
    { "/ui/matrix/fold", test_fold },
    { "/ui/matrix/folded-edits", test_folded_edits },
    { "/ui/matrix/selection", test_selection },
    { "/ui/matrix/rows-stay", test_rows_stay },
    { "/ui/matrix/deleted", test_deleted },
    { "/ui/matrix/show-all", test_show_all },
    { "/ui/matrix/lens", test_lens },
    { "/ui/matrix/read-only", test_read_only },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
