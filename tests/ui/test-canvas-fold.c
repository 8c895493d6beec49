/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands-view.h"
#include "tl-commands.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */

static TlItem *
get (UiCanvas *fixture, const char *id)
{
  return ui_sample_get (fixture->session, id);
}

static TlSelection *
get_selection (UiCanvas *fixture)
{
  return tl_session_get_selection (fixture->session);
}

static void
select_item (UiCanvas *fixture, const char *id)
{
  tl_selection_select (get_selection (fixture), get (fixture, id));
  tl_canvas_focus_item (fixture->canvas, get (fixture, id));
  ui_wait (FRAMES_MS);
}

static TlRect
get_handle (UiCanvas *fixture, const char *id)
{
  TlFold fold;
  guint index;

  g_assert_true (tl_map_view_find (fixture->canvas->view, id, &index));
  g_assert_true (tl_scene_get_fold (tl_map_view_get_scene (fixture->canvas->view), index, &fold));
  return tl_viewport_rect_to_screen (tl_map_view_get_viewport (fixture->canvas->view), fold.handle);
}

/* What is selected and has the keyboard below the goal hands both on to it. */
static void
test_fold (UiCanvas *fixture, gconstpointer user_data)
{
  select_item (fixture, "G4-2");
  tl_selection_add (get_selection (fixture), get (fixture, "P01"));
  ui_canvas_activate (fixture, "canvas.fold");
  g_assert_true (tl_lens_is_folded (fixture->lens, "G4"));
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));
  g_assert_true (ui_canvas_shows (fixture, "P01"));
  g_assert_cmpuint (tl_selection_get_n_items (get_selection (fixture)), ==, 2);
  g_assert_true (tl_selection_contains (get_selection (fixture), get (fixture, "G4")));
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, "G4");

  ui_canvas_activate (fixture, "canvas.unfold");
  g_assert_true (ui_canvas_shows (fixture, "G4-2"));
  g_assert_false (tl_history_can_undo (tl_session_get_history (fixture->session)));
}

static void
assert_state (UiCanvas *fixture, const char *id, gboolean is_expanded, const char *words)
{
  TlCardNode *node = tl_card_pool_find (fixture->canvas->pool, id);
  g_autofree char *state = NULL;
  g_autofree char *description = NULL;

  g_assert_nonnull (node);
  state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_EXPANDED,
                                           is_expanded, NULL);
  g_assert_null (state);
  description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (node),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", NULL);
  g_assert_nonnull (description);
  g_assert_cmpint (strstr (description, words) != NULL, ==, !is_expanded);
}

/* A screen reader is told the state, and hears what is hidden. */
static void
test_accessible (UiCanvas *fixture, gconstpointer user_data)
{
  select_item (fixture, "G4");
  assert_state (fixture, "G4", TRUE, "hidden");
  ui_canvas_activate (fixture, "canvas.toggle-fold");
  assert_state (fixture, "G4", FALSE, "5 objectives hidden");
  ui_canvas_activate (fixture, "canvas.toggle-fold");
  assert_state (fixture, "G4", TRUE, "hidden");
  g_assert_false (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (
                                         tl_card_pool_find (fixture->canvas->pool, "G4-2")),
                                     GTK_ACCESSIBLE_STATE_EXPANDED));
}

/* Cards have nodes again, however long it takes until they are painted at their new places. */
static void
test_slow_frame (UiCanvas *fixture, gconstpointer user_data)
{
  select_item (fixture, "G4");
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.fold", NULL);
  g_usleep (FRAMES_MS * 1000);
  ui_wait (2 * FRAMES_MS);
  g_assert_nonnull (tl_card_pool_find (fixture->canvas->pool, "G4"));
  g_assert_nonnull (tl_card_pool_find (fixture->canvas->pool, "G1"));
  g_assert_null (tl_card_pool_find (fixture->canvas->pool, "G4-2"));
}

/* Whatever brings an objective into sight unfolds its goal, and no other. */
static void
test_reveal (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_activate (fixture, "canvas.fold-all");
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));
  g_assert_false (ui_canvas_shows (fixture, "G1-1"));
  tl_session_reveal (fixture->session, get (fixture, "G4-2"));
  g_assert_true (ui_canvas_shows (fixture, "G4-2"));
  g_assert_false (ui_canvas_shows (fixture, "G1-1"));
  tl_selection_select (get_selection (fixture), get (fixture, "G1-1"));
  g_assert_true (ui_canvas_shows (fixture, "G1-1"));
  tl_session_reveal (fixture->session, get (fixture, "G2"));
  g_assert_false (ui_canvas_shows (fixture, "G2-1"));
  ui_canvas_activate (fixture, "canvas.unfold-all");
  g_assert_true (ui_canvas_shows (fixture, "G2-1"));
}

/* Edits change nothing about it, and what comes back is folded again. */
static void
test_edits (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  TlItem *objective;

  select_item (fixture, "G4");
  ui_canvas_activate (fixture, "canvas.fold");
  tl_command_rename (fixture->session, get (fixture, "G1"), "Another", NULL);
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));
  g_ptr_array_add (goals, get (fixture, "G4"));
  tl_command_delete (fixture->session, goals);
  g_assert_false (ui_canvas_shows (fixture, "G4"));
  tl_session_undo (fixture->session);
  g_assert_true (ui_canvas_shows (fixture, "G4"));
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));

  objective = tl_command_add_objective (fixture->session, get (fixture, "G4"), "New");
  tl_session_reveal (fixture->session, objective);
  g_assert_true (ui_canvas_shows (fixture, tl_item_get_id (objective)));
}

static gboolean
is_enabled (UiCanvas *fixture, const char *action)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  gboolean is_sensitive;

  gtk_widget_set_parent (button, GTK_WIDGET (fixture->canvas));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_sensitive = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  return is_sensitive;
}

/* The menu offers what can be done. */
static void
test_enabled (UiCanvas *fixture, gconstpointer user_data)
{
  select_item (fixture, "G4-2");
  g_assert_true (is_enabled (fixture, "canvas.fold"));
  g_assert_false (is_enabled (fixture, "canvas.unfold"));
  g_assert_false (is_enabled (fixture, "canvas.unfold-all"));
  ui_canvas_activate (fixture, "canvas.fold");
  g_assert_false (is_enabled (fixture, "canvas.fold"));
  g_assert_true (is_enabled (fixture, "canvas.unfold"));
  g_assert_true (is_enabled (fixture, "canvas.unfold-all"));
  select_item (fixture, "P01");
  g_assert_false (is_enabled (fixture, "canvas.fold"));
  g_assert_false (is_enabled (fixture, "canvas.unfold"));
  ui_canvas_activate (fixture, "canvas.toggle-fold-all");
  g_assert_false (is_enabled (fixture, "canvas.fold-all"));
  ui_canvas_activate (fixture, "canvas.toggle-fold-all");
  g_assert_true (is_enabled (fixture, "canvas.fold-all"));
  g_assert_false (is_enabled (fixture, "canvas.unfold-all"));
}

/* The handle folds the card on which it is, and leaves the selection alone. */
static void
test_handle (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect handle;
  TlFold fold;

  select_item (fixture, "P01");
  tl_canvas_reveal (fixture->canvas, get (fixture, "G4"));
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  handle = get_handle (fixture, "G4");
  g_assert_cmpstr (tl_canvas_find_fold (fixture->canvas, tl_rect_get_center (handle), &fold), ==,
                   "G4");
  g_assert_null (tl_canvas_find_fold (fixture->canvas,
                                      tl_point (handle.x - 8, tl_rect_get_center (handle).y),
                                      &fold));
  g_assert_true (tl_canvas_fold_at (fixture->canvas, tl_rect_get_center (handle)));
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));
  g_assert_true (tl_selection_get_primary (get_selection (fixture)) == get (fixture, "P01"));
  g_assert_true (
      tl_canvas_fold_at (fixture->canvas, tl_rect_get_center (get_handle (fixture, "G4"))));
  g_assert_true (ui_canvas_shows (fixture, "G4-2"));
}

/* A view that is saved keeps it; going back to another one unfolds. */
static void
test_saved_view (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *open = tl_command_save_view (fixture->session, "Open", TL_CHOICE_NONE);
  g_autoptr (GPtrArray) refs = NULL;
  g_autofree char *summary = NULL;
  TlItem *folded;

  select_item (fixture, "G4");
  tl_selection_add (get_selection (fixture), get (fixture, "G1"));
  ui_canvas_activate (fixture, "canvas.fold");
  folded = tl_command_save_view (fixture->session, "Folded", TL_CHOICE_NONE);
  refs = tl_item_dup_refs (folded, TL_VIEW_FOLDED);
  g_assert_cmpuint (refs->len, ==, 2);
  summary = tl_view_dup_summary (folded);
  g_assert_cmpstr (summary, ==, "2 folded");

  tl_view_show (fixture->session, open);
  g_assert_true (ui_canvas_shows (fixture, "G4-2"));
  tl_view_show (fixture->session, folded);
  g_assert_false (ui_canvas_shows (fixture, "G4-2"));
  g_assert_false (ui_canvas_shows (fixture, "G1-1"));
  g_assert_true (ui_canvas_shows (fixture, "G2-1"));
}

/* The keyboard goes on through what is folded: along the chain, and from link to link. */
static void
test_walk (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *objective = tl_item_get_ref (get (fixture, "P01-L1"), TL_LINK_TARGET);
  const char *goal = tl_item_get_id (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL));
  guint index;

  ui_canvas_activate (fixture, "canvas.fold-all");
  g_assert_true (ui_canvas_shows (fixture, "P01-L1"));
  select_item (fixture, "P01-L1");
  g_assert_true (tl_map_view_find (fixture->canvas->view, "P01-L1", &index));
  g_assert_cmpint (tl_map_view_get_entry (fixture->canvas->view, index)->item.role, ==,
                   TL_ENTRY_LINK);
  g_assert_false (ui_canvas_shows (fixture, tl_item_get_id (objective)));
  g_assert_true (ui_canvas_shows (fixture, goal));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/canvas-fold/" path, UiCanvas, NULL, ui_canvas_set_up, function,                 \
              ui_canvas_tear_down)
  ADD ("fold", test_fold);
  ADD ("accessible", test_accessible);
  ADD ("slow-frame", test_slow_frame);
  ADD ("reveal", test_reveal);
  ADD ("edits", test_edits);
  ADD ("enabled", test_enabled);
  ADD ("handle", test_handle);
  ADD ("saved-view", test_saved_view);
  ADD ("walk", test_walk);
#undef ADD
  return g_test_run ();
}
