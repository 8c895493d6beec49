/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands-view.h"
#include "tl-commands.h"
#include "tl-essentials.h"
#include "tl-card-walk.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */
#define LANE "lane:category:strategic"

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
arrange (UiCanvas *fixture, const char *by)
{
  g_object_set (fixture->canvas, "arrange-by", by, NULL);
  g_assert_true (tl_canvas_ensure_scene (fixture->canvas));
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
}

/* A project that lies in the lane. */
static TlItem *
find_in_lane (UiCanvas *fixture)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);
      guint index;

      if (tl_item_get_choice (item, TL_PROJECT_WORK_CATEGORY) == TL_WORK_STRATEGIC
          && tl_map_view_find (fixture->canvas->view, tl_item_get_id (item), &index)
          && !tl_map_view_is_in_tray (fixture->canvas->view, index))
        return item;
    }
  g_assert_not_reached ();
}

/* From a card, the key folds the lane that it lies in, and the keyboard goes on from there. */
static void
test_fold (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *project;

  arrange (fixture, "category");
  project = find_in_lane (fixture);
  tl_selection_select (get_selection (fixture), project);
  tl_canvas_focus_item (fixture->canvas, project);
  ui_wait (FRAMES_MS);
  ui_canvas_activate (fixture, "canvas.toggle-fold");
  g_assert_true (tl_lens_is_folded (fixture->lens, LANE));
  g_assert_false (ui_canvas_shows (fixture, tl_item_get_id (project)));
  g_assert_cmpuint (tl_selection_get_n_items (get_selection (fixture)), ==, 0);
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, LANE);

  ui_canvas_activate (fixture, "canvas.toggle-fold");
  g_assert_true (ui_canvas_shows (fixture, tl_item_get_id (project)));
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, LANE);
  g_assert_false (tl_history_can_undo (tl_session_get_history (fixture->session)));
}

static void
assert_node (UiCanvas *fixture, gboolean is_expanded, const char *description)
{
  TlCardNode *node;
  g_autofree char *label = NULL;
  g_autofree char *state = NULL;
  g_autofree char *said = NULL;

  ui_wait (FRAMES_MS);
  node = tl_card_pool_find (fixture->canvas->pool, LANE);
  g_assert_nonnull (node);
  label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "Lane: Strategic", NULL);
  g_assert_cmpstr (label, ==, NULL);
  state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_EXPANDED,
                                           is_expanded, NULL);
  g_assert_cmpstr (state, ==, NULL);
  said
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (node),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, NULL);
  g_assert_cmpstr (said, ==, NULL);
}

/* A screen reader is told of the lane, what lies in it, and whether that is shown, and can fold
 * it. */
static void
test_accessible (UiCanvas *fixture, gconstpointer user_data)
{
  arrange (fixture, "category");
  tl_canvas_focus_id (fixture->canvas, LANE);
  assert_node (fixture, TRUE, "4 projects, 410 days");
  gtk_widget_activate_action (GTK_WIDGET (tl_card_pool_find (fixture->canvas->pool, LANE)),
                              "card.fold", NULL);
  assert_node (fixture, FALSE, "Folded, 4 projects, 410 days");
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, LANE);
}

/* Whatever brings a card into sight unfolds all that it is hidden in, and nothing else. */
static void
test_reveal (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *project;

  arrange (fixture, "category");
  project = find_in_lane (fixture);
  ui_canvas_activate (fixture, "canvas.fold-all");
  g_assert_false (ui_canvas_shows (fixture, tl_item_get_id (project)));
  g_assert_false (ui_canvas_shows (fixture, "G1-1"));
  tl_session_reveal (fixture->session, project);
  g_assert_true (ui_canvas_shows (fixture, tl_item_get_id (project)));
  g_assert_true (tl_lens_is_folded (fixture->lens, "lane:category:tactical"));
  g_assert_false (ui_canvas_shows (fixture, "G1-1"));

  ui_canvas_activate (fixture, "canvas.unfold-all");
  g_assert_true (ui_canvas_shows (fixture, "G1-1"));
  arrange (fixture, "theme");
  ui_canvas_activate (fixture, "canvas.fold-all");
  g_assert_false (ui_canvas_shows (fixture, "G1"));
  tl_selection_select (get_selection (fixture), get (fixture, "G1-1"));
  g_assert_true (ui_canvas_shows (fixture, "G1-1"));
  g_assert_false (ui_canvas_shows (fixture, "G4-1"));
}

/* A click on the head of a lane folds it, and one on its strip unfolds it; a column has a heading
 * for both. */
static void
test_click (UiCanvas *fixture, gconstpointer user_data)
{
  static const char *const ids[][2] = { { "category", LANE }, { "quarter", "lane:quarter" } };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlFold fold;
      TlPoint at;

      arrange (fixture, ids[i][0]);
      tl_canvas_focus_id (fixture->canvas, ids[i][1]);
      ui_wait (2 * TL_CANVAS_GLIDE_MS);
      at = tl_rect_get_center (ui_canvas_get_rect (fixture, ids[i][1]));
      g_assert_cmpstr (tl_canvas_find_fold (fixture->canvas, at, &fold), ==, ids[i][1]);
      g_assert_true (tl_canvas_fold_at (fixture->canvas, at));
      g_assert_true (tl_lens_is_folded (fixture->lens, ids[i][1]));
      g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, ids[i][1]);
      ui_wait (2 * TL_CANVAS_GLIDE_MS);
      if (i == 1)
        at = tl_rect_get_center (ui_canvas_get_rect (fixture, "header:lane:quarter"));
      else
        at = tl_rect_get_center (ui_canvas_get_rect (fixture, ids[i][1]));
      g_assert_true (tl_canvas_fold_at (fixture->canvas, at));
      g_assert_false (tl_lens_is_folded (fixture->lens, ids[i][1]));
      ui_wait (2 * TL_CANVAS_GLIDE_MS);
    }
}

/* The head of a lane is on the way of the arrows, between the cards. */
static void
test_walk (UiCanvas *fixture, gconstpointer user_data)
{
  const TlDisplayList *list;
  guint head, card, back;

  arrange (fixture, "category");
  list = tl_map_view_get_list (fixture->canvas->view);
  g_assert_true (tl_map_view_find (fixture->canvas->view, LANE, &head));
  g_assert_true (tl_card_walk (list, head, TL_WALK_DOWN, &card));
  g_assert_cmpint (tl_display_list_get_entry (list, card)->item.role, ==, TL_ENTRY_CARD);
  g_assert_true (tl_card_walk (list, card, TL_WALK_UP, &back));
  g_assert_cmpuint (back, ==, head);
}

/* What is folded stays where it is under the hand, but for what it takes to have all of the strip
 * in sight. */
static void
test_steady (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect before, after;

  arrange (fixture, "category");
  tl_selection_select (get_selection (fixture), get (fixture, "G4"));
  tl_canvas_focus_id (fixture->canvas, "lane:category:tactical");
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  before = ui_canvas_get_rect (fixture, "lane:category:tactical");
  g_assert_true (tl_canvas_fold_at (fixture->canvas, tl_rect_get_center (before)));
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  after = ui_canvas_get_rect (fixture, "lane:category:tactical");
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 40);
}

/* By key, what lies in a lane is told, whether it is in sight or not. */
static void
test_essentials (UiCanvas *fixture, gconstpointer user_data)
{
  g_autofree char *open = NULL;
  g_autofree char *folded = NULL;

  arrange (fixture, "category");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (TlEssentials) essentials = NULL;
      guint index = 0;

      tl_canvas_focus_id (fixture->canvas, LANE);
      ui_wait (2 * TL_CANVAS_GLIDE_MS);
      g_assert_true (ui_canvas_press (fixture, "<Control>i"));
      g_assert_cmpstr (fixture->canvas->essential_id, ==, LANE);
      g_assert_true (tl_map_view_find (fixture->canvas->view, LANE, &index));
      essentials
          = tl_essentials_new_for_lane (fixture->session,
                                        tl_map_view_get_scene (fixture->canvas->view), index);
      *(i == 0 ? &open : &folded) = tl_essentials_dup_spoken (essentials);
      g_assert_true (ui_canvas_press (fixture, "<Control>i"));
      g_assert_null (fixture->canvas->essential_id);
      ui_canvas_activate (fixture, "canvas.toggle-fold");
    }
  g_assert_true (g_str_has_prefix (open, "Lane. Strategic. 4 projects, 410 days. Projects: "));
  g_assert_true (g_str_has_prefix (folded, "Lane · Folded. Strategic. "));
  g_assert_true (g_str_has_suffix (folded, strstr (open, "4 projects")));
}

/* A view that is saved keeps what is folded, whatever sort of lane. */
static void
test_saved_view (UiCanvas *fixture, gconstpointer user_data)
{
  const char *const *words;
  TlItem *view;

  arrange (fixture, "category");
  tl_lens_set_folded (fixture->lens, LANE, TRUE);
  tl_lens_set_folded (fixture->lens, "G4", TRUE);
  view = tl_command_save_view (fixture->session, "Folded", TL_CHOICE_NONE);
  ui_wait (FRAMES_MS);
  words = tl_item_get_words (view, TL_VIEW_FOLDED_LANES);
  g_assert_cmpstr (words[0], ==, "category:strategic");
  g_assert_null (words[1]);
  ui_canvas_activate (fixture, "canvas.unfold-all");
  g_assert_false (tl_lens_is_folded (fixture->lens, LANE));
  tl_view_show (fixture->session, view);
  g_assert_true (tl_lens_is_folded (fixture->lens, LANE));
  g_assert_true (tl_lens_is_folded (fixture->lens, "G4"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/canvas-lanes/" path, UiCanvas, NULL, ui_canvas_set_up, function,                \
              ui_canvas_tear_down)
  ADD ("fold", test_fold);
  ADD ("accessible", test_accessible);
  ADD ("reveal", test_reveal);
  ADD ("click", test_click);
  ADD ("walk", test_walk);
  ADD ("steady", test_steady);
  ADD ("essentials", test_essentials);
  ADD ("saved-view", test_saved_view);
#undef ADD
  return g_test_run ();
}
