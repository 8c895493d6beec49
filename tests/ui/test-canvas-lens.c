/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands.h"
#include "tl-legend-panel.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */

static void
focus_on (UiCanvas *fixture, const char *id)
{
  tl_selection_select (tl_session_get_selection (fixture->session),
                       ui_sample_get (fixture->session, id));
  tl_canvas_focus_selection (fixture->canvas);
  ui_wait (FRAMES_MS);
}

static void
activate (UiCanvas *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
  ui_wait (FRAMES_MS);
}

static TlEmphasis
get_emphasis (UiCanvas *fixture, const char *id)
{
  guint index;

  g_assert_true (tl_map_view_find (fixture->canvas->view, id, &index));
  return tl_canvas_look_through (fixture->canvas, index, TL_EMPHASIS_NONE);
}

static guint
count_cards (UiCanvas *fixture)
{
  return tl_scene_get_n_cards (tl_map_view_get_scene (fixture->canvas->view));
}

static gboolean
shows (UiCanvas *fixture, const char *id)
{
  guint index;

  return tl_map_view_find (fixture->canvas->view, id, &index);
}

static guint
count_all (UiCanvas *fixture)
{
  return 8 + 28 + 45;
}

/* A goal with its objectives, then with the projects that serve them. */
static void
test_focus_steps (UiCanvas *fixture, gconstpointer user_data)
{
  focus_on (fixture, "G4");
  g_assert_cmpuint (tl_lens_get_focus_steps (fixture->lens), ==, 2);
  g_assert_cmpint (get_emphasis (fixture, "G4"), ==, TL_EMPHASIS_LIT);
  g_assert_cmpint (get_emphasis (fixture, "G4-2"), ==, TL_EMPHASIS_LIT);
  g_assert_cmpint (get_emphasis (fixture, "branch:G4-2"), ==, TL_EMPHASIS_LIT);
  g_assert_cmpint (get_emphasis (fixture, "G1"), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (fixture, "branch:G1-1"), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (fixture, "P17"), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (fixture, "header:goals"), ==, TL_EMPHASIS_NONE);
  g_assert_cmpuint (count_cards (fixture), ==, count_all (fixture));

  activate (fixture, "canvas.focus-fewer");
  g_assert_cmpuint (tl_lens_get_focus_steps (fixture->lens), ==, 1);
  activate (fixture, "canvas.focus-fewer");
  g_assert_cmpuint (tl_lens_get_focus_steps (fixture->lens), ==, 1);
  activate (fixture, "canvas.unfocus");
  g_assert_null (tl_lens_get_focus (fixture->lens));
  g_assert_cmpint (get_emphasis (fixture, "G1"), ==, TL_EMPHASIS_NONE);
}

/* What is hidden is nowhere: not on the map, not among the nodes, not under the keyboard. */
static void
test_hide (UiCanvas *fixture, gconstpointer user_data)
{
  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G1"));
  focus_on (fixture, "G4");
  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G1"));
  g_object_set (fixture->canvas, "hide-rest", TRUE, NULL);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_true (shows (fixture, "G4"));
  g_assert_true (shows (fixture, "G4-2"));
  g_assert_false (shows (fixture, "G1"));
  g_assert_false (shows (fixture, "P17"));
  g_assert_cmpuint (count_cards (fixture), <, 12);
  g_assert_null (tl_card_pool_find (fixture->canvas->pool, "G1"));
  g_assert_nonnull (tl_card_pool_find (fixture->canvas->pool, "G4"));
  g_assert_cmpstr (fixture->canvas->focused, !=, "G1");
  g_assert_true (TL_IS_CARD_NODE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_cmpint (get_emphasis (fixture, "G4"), !=, TL_EMPHASIS_DIMMED);

  g_object_set (fixture->canvas, "hide-rest", FALSE, NULL);
  g_assert_true (shows (fixture, "G1"));
  g_assert_cmpuint (count_cards (fixture), ==, count_all (fixture));
}

/* A project that is found keeps what it is for, in the background. */
static void
test_hide_around_match (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *project = ui_sample_get (fixture->session, "P01");
  TlItem *link = ui_sample_get (fixture->session, "P01-L1");
  TlItem *objective = tl_item_get_ref (link, TL_LINK_TARGET);
  const char *goal = tl_item_get_id (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL));
  g_autofree char *query = g_strdup_printf ("\"%s\"", tl_item_get_title (project));

  tl_lens_set_query (fixture->lens, query);
  tl_lens_set_hides (fixture->lens, TRUE);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_cmpuint (count_cards (fixture), <, 8);
  g_assert_true (shows (fixture, "P01"));
  g_assert_cmpint (get_emphasis (fixture, tl_item_get_id (objective)), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (fixture, goal), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (fixture, "P01"), !=, TL_EMPHASIS_DIMMED);
}

/* A new query or colour is no reason to place anything anew, unless something is hidden by it. */
static void
test_scene_stays (UiCanvas *fixture, gconstpointer user_data)
{
  TlScene *scene = tl_map_view_get_scene (fixture->canvas->view);

  tl_lens_set_query (fixture->lens, "certification");
  ui_wait (FRAMES_MS);
  tl_lens_set_colour_by (fixture->lens, TL_COLOUR_BY_STATUS);
  ui_wait (FRAMES_MS);
  focus_on (fixture, "G4");
  g_assert_true (tl_map_view_get_scene (fixture->canvas->view) == scene);
  g_assert_cmpint (tl_colouring_get_by (tl_scene_get_colouring (scene)), ==, TL_COLOUR_BY_STATUS);

  tl_lens_set_hides (fixture->lens, TRUE);
  scene = tl_map_view_get_scene (fixture->canvas->view);
  tl_lens_set_colour_by (fixture->lens, TL_COLOUR_BY_UNIT);
  g_assert_true (tl_map_view_get_scene (fixture->canvas->view) == scene);
  g_assert_cmpint (tl_colouring_get_by (tl_scene_get_colouring (scene)), ==, TL_COLOUR_BY_UNIT);
}

static void
test_matches (UiCanvas *fixture, gconstpointer user_data)
{
  guint n_matches = 0;
  const TlDisplayList *list = tl_map_view_get_list (fixture->canvas->view);

  g_assert_false (tl_canvas_is_match (fixture->canvas, 0));
  tl_lens_set_query (fixture->lens, "certification");
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    n_matches += tl_display_list_get_entry (list, i)->item.role == TL_ENTRY_CARD
                 && tl_canvas_is_match (fixture->canvas, i);
  g_assert_cmpuint (n_matches, >, 1);
  g_assert_cmpuint (n_matches, <=, tl_lens_get_n_matches (fixture->lens));
  g_assert_cmpint (get_emphasis (fixture, "G1"), ==, TL_EMPHASIS_DIMMED);
  activate (fixture, "canvas.clear-query");
  g_assert_cmpint (get_emphasis (fixture, "G1"), ==, TL_EMPHASIS_NONE);
}

/* An edit while something is hidden: what is new and not asked for stays out of sight. */
static void
test_edit_hidden (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *goal;

  focus_on (fixture, "G4");
  tl_lens_set_hides (fixture->lens, TRUE);
  goal = tl_command_add_goal (fixture->session, "New");
  g_assert_false (shows (fixture, tl_item_get_id (goal)));
  tl_session_undo (fixture->session);
  tl_lens_set_focus (fixture->lens, NULL, 0);
  g_assert_cmpuint (count_cards (fixture), ==, count_all (fixture));
}

static void
test_show (UiCanvas *fixture, gconstpointer user_data)
{
  g_object_set (fixture->canvas, "show", "all", NULL);
  g_assert_cmpuint (count_cards (fixture), ==, 8 + 29 + 52);
  g_object_set (fixture->canvas, "show", "flagged", NULL);
  g_assert_true (shows (fixture, "P17"));
  g_assert_false (shows (fixture, "G4"));
  activate (fixture, "canvas.show-everything");
  g_assert_cmpuint (count_cards (fixture), ==, count_all (fixture));
}

static GtkWidget *
find_row (GtkWidget *widget, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, text);

      if (found != NULL)
        return found;
      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        return gtk_widget_get_ancestor (child, GTK_TYPE_BUTTON);
    }
  return NULL;
}

static gboolean
has_description (UiCanvas *fixture, const char *id, const char *part)
{
  TlCardNode *node;
  g_autofree char *found = NULL;

  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, id));
  ui_wait (FRAMES_MS);
  node = tl_card_pool_find (fixture->canvas->pool, id);
  g_assert_nonnull (node);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (node),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", NULL);
  return found != NULL && strstr (found, part) != NULL;
}

/* The legend follows the colours and what is in sight, and leads to the cards. */
static void
test_legend (UiCanvas *fixture, gconstpointer user_data)
{
  GtkWidget *legend = fixture->canvas->legend;
  TlSelection *selection = tl_session_get_selection (fixture->session);

  g_assert_false (gtk_widget_get_visible (legend));
  g_object_set (fixture->canvas, "colour-by", "status", NULL);
  ui_wait (FRAMES_MS);
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_nonnull (find_row (legend, "Live"));
  g_assert_null (find_row (legend, "Declined"));
  g_assert_true (has_description (fixture, "P38", "Live"));
  g_signal_emit_by_name (find_row (legend, "Paused"), "clicked");
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 1);
  g_assert_cmpint (tl_item_get_choice (tl_selection_get_primary (selection), TL_PROJECT_STATUS), ==,
                   TL_STATUS_PAUSED);
  g_signal_emit_by_name (find_row (legend, "strong link"), "clicked");
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 8);

  focus_on (fixture, "G4");
  tl_lens_set_hides (fixture->lens, TRUE);
  ui_wait (FRAMES_MS);
  g_assert_null (find_row (legend, "Paused"));
  g_assert_null (find_row (legend, "not aligned"));
  activate (fixture, "canvas.legend");
  g_assert_false (gtk_widget_get_visible (legend));
}

/* Where nothing is left to draw, there is a way on. */
static void
test_invitation (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  TlAlignment *alignment = tl_session_get_alignment (fixture->session);

  tl_lens_set_query (fixture->lens, "nothing is called so");
  tl_lens_set_hides (fixture->lens, TRUE);
  ui_wait (FRAMES_MS);
  g_assert_true (gtk_widget_get_mapped (fixture->canvas->invite));
  g_signal_emit_by_name (fixture->canvas->invite_button, "clicked");
  ui_wait (FRAMES_MS);
  g_assert_false (gtk_widget_get_visible (fixture->canvas->invite));
  g_assert_cmpuint (count_cards (fixture), ==, count_all (fixture));

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    g_ptr_array_add (items, tl_workspace_get_item (workspace, TL_KIND_GOAL, i));
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    g_ptr_array_add (items, tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i));
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      if (tl_alignment_is_counted (alignment, project))
        g_ptr_array_add (items, project);
    }
  tl_command_delete (fixture->session, items);
  ui_wait (FRAMES_MS);
  g_assert_false (tl_workspace_is_empty (workspace));
  g_assert_true (gtk_widget_get_mapped (fixture->canvas->invite));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (fixture->canvas->invite_button)),
                   ==, "win.add-goal");
}

/* The bar takes a strip of its own, which no card and no heading comes under. */
static void
test_bar (UiCanvas *fixture, gconstpointer user_data)
{
  double top = tl_map_view_get_top (fixture->canvas->view);
  guint index;
  TlRect rect;

  g_assert_cmpfloat (top, >, 30);
  g_assert_true (tl_map_view_find (fixture->canvas->view, "header:goals", &index));
  for (int i = 0; i < 3; i++)
    {
      TlViewport viewport = tl_canvas_get_viewport (fixture->canvas);

      tl_canvas_set_viewport (fixture->canvas, tl_viewport_pan (viewport, 0, -300));
      ui_wait (FRAMES_MS);
      g_assert_cmpfloat (tl_map_view_get_entry_rect (fixture->canvas->view, index).y, >=, top);
      g_assert_true (!tl_map_view_get_seen_rect (fixture->canvas->view, index, &rect)
                     || rect.y >= top);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add (path, UiCanvas, NULL, ui_canvas_set_up, function, ui_canvas_tear_down)
  ADD ("/ui/canvas-lens/focus-steps", test_focus_steps);
  ADD ("/ui/canvas-lens/hide", test_hide);
  ADD ("/ui/canvas-lens/hide-around-match", test_hide_around_match);
  ADD ("/ui/canvas-lens/scene-stays", test_scene_stays);
  ADD ("/ui/canvas-lens/matches", test_matches);
  ADD ("/ui/canvas-lens/edit-hidden", test_edit_hidden);
  ADD ("/ui/canvas-lens/show", test_show);
  ADD ("/ui/canvas-lens/legend", test_legend);
  ADD ("/ui/canvas-lens/invitation", test_invitation);
  ADD ("/ui/canvas-lens/bar", test_bar);

  return g_test_run ();
}
