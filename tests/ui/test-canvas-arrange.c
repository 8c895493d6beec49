/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "tl-commands-pin.h"
#include "tl-commands-view.h"
#include "tl-commands.h"
#include "tl-pin.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */

#define GOAL "G5"
#define OBJECTIVE "G5-1"
#define PROJECT "P03"

static TlItem *
get (UiCanvas *fixture, const char *id)
{
  return ui_sample_get (fixture->session, id);
}

static void
choose (UiCanvas *fixture, const char *id)
{
  tl_selection_select (tl_session_get_selection (fixture->session), get (fixture, id));
  tl_canvas_reveal (fixture->canvas, get (fixture, id));
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
}

static void
act (UiCanvas *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
  ui_settle ();
}

static TlRect
get_place (UiCanvas *fixture, const char *id)
{
  guint index = 0;

  g_assert_true (tl_canvas_ensure_scene (fixture->canvas));
  g_assert_true (tl_map_view_find (fixture->canvas->view, id, &index));
  return tl_map_view_get_entry (fixture->canvas->view, index)->item.bounds;
}

static void
assert_at (TlRect rect, double x, double y)
{
  g_assert_cmpfloat (fabs (rect.x - x), <, 1);
  g_assert_cmpfloat (fabs (rect.y - y), <, 1);
}

static gboolean
is_enabled (UiCanvas *fixture, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean is_sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->canvas));
  is_sensitive = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  return is_sensitive;
}

/* A card is pinned where it lies, stays there when the layout around it changes, and goes back. */
static void
test_pin (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect before;

  g_assert_false (is_enabled (fixture, "canvas.pin"));
  g_assert_false (is_enabled (fixture, "canvas.tidy"));
  choose (fixture, PROJECT);
  before = get_place (fixture, PROJECT);
  act (fixture, "canvas.pin");
  assert_at (get_place (fixture, PROJECT), before.x, before.y);
  g_assert_false (is_enabled (fixture, "canvas.pin"));
  g_assert_true (is_enabled (fixture, "canvas.unpin"));
  g_assert_true (is_enabled (fixture, "canvas.tidy"));

  tl_command_add_project (fixture->session, get (fixture, OBJECTIVE), "Newcomer");
  assert_at (get_place (fixture, PROJECT), before.x, before.y);
  act (fixture, "canvas.unpin");
  g_assert_null (tl_pin_find (get (fixture, PROJECT)));
  g_assert_false (is_enabled (fixture, "canvas.unpin"));
  g_assert_false (is_enabled (fixture, "canvas.tidy"));
}

/* A card in the tray is not pinned there. */
static void
test_tray (UiCanvas *fixture, gconstpointer user_data)
{
  TlAlignment *alignment = tl_session_get_alignment (fixture->session);
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      if (tl_alignment_get_standing (alignment, project) != TL_STANDING_UNLINKED)
        continue;
      choose (fixture, tl_item_get_id (project));
      g_assert_false (is_enabled (fixture, "canvas.pin"));
      return;
    }
  g_assert_not_reached ();
}

static void
said_cb (char **said, const char *text, gboolean can_undo)
{
  g_free (*said);
  *said = g_strdup_printf ("%s%s", text, can_undo ? " (undo)" : "");
}

/* Tidying is one step, said with a way back. */
static void
test_tidy (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect before = get_place (fixture, PROJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const TlPoint points[] = { { 1000, 200 }, { -400, 80 } };
  g_autofree char *said = NULL;

  g_signal_connect_swapped (fixture->session, "said", G_CALLBACK (said_cb), &said);
  g_ptr_array_add (items, get (fixture, PROJECT));
  g_ptr_array_add (items, get (fixture, GOAL));
  tl_command_pin_cards (fixture->session, items, points, NULL);
  ui_wait (FRAMES_MS);
  assert_at (get_place (fixture, PROJECT), 1000, 200);
  assert_at (get_place (fixture, GOAL), -400, 80);
  act (fixture, "canvas.tidy");
  assert_at (get_place (fixture, PROJECT), before.x, before.y);
  g_assert_cmpstr (said, ==, "Unpinned 2 cards (undo)");
  tl_session_undo (fixture->session);
  assert_at (get_place (fixture, PROJECT), 1000, 200);
  g_signal_handlers_disconnect_by_data (fixture->session, &said);
}

/* What is selected stays under the eye when an edit lays out the map anew. */
static void
test_eye (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect before, after;
  guint index = 0;

  choose (fixture, OBJECTIVE);
  g_assert_true (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
  before = tl_map_view_get_entry_rect (fixture->canvas->view, index);
  /* Its goal becomes the first one. */
  tl_workspace_set_number (tl_session_get_workspace (fixture->session), get (fixture, GOAL),
                           TL_GOAL_PRIORITY, 1, NULL);
  tl_workspace_set_number (tl_session_get_workspace (fixture->session), get (fixture, "G4"),
                           TL_GOAL_PRIORITY, 9, NULL);
  tl_canvas_ensure_scene (fixture->canvas);
  g_assert_true (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
  after = tl_map_view_get_entry_rect (fixture->canvas->view, index);
  assert_at (after, before.x, before.y);

  /* Also in another arrangement, and in another direction. */
  g_object_set (fixture->canvas, "arrange-by", "category", NULL);
  tl_canvas_ensure_scene (fixture->canvas);
  g_assert_true (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
  assert_at (tl_map_view_get_entry_rect (fixture->canvas->view, index), before.x, before.y);
  g_object_set (fixture->canvas, "direction", "down", NULL);
  tl_canvas_ensure_scene (fixture->canvas);
  g_assert_true (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
  assert_at (tl_map_view_get_entry_rect (fixture->canvas->view, index), before.x, before.y);
}

/* Without keep-tidy, an edit moves nothing that lies there; what is new finds room beside what it
 * serves; and tidying lays out all. */
static void
test_keep_tidy (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect goal = get_place (fixture, GOAL);
  TlRect project = get_place (fixture, PROJECT);
  TlRect objective = get_place (fixture, OBJECTIVE);
  TlItem *added;
  TlRect place;

  g_object_set (fixture->canvas, "keep-tidy", FALSE, NULL);
  ui_settle ();
  added = tl_command_add_project (fixture->session, get (fixture, OBJECTIVE), "Newcomer");
  tl_workspace_set_number (tl_session_get_workspace (fixture->session), get (fixture, "G4"),
                           TL_GOAL_PRIORITY, 99, NULL);
  assert_at (get_place (fixture, GOAL), goal.x, goal.y);
  assert_at (get_place (fixture, PROJECT), project.x, project.y);
  place = get_place (fixture, tl_item_get_id (added));
  g_assert_cmpfloat (place.x, ==, project.x);
  g_assert_cmpfloat (fabs (place.y - objective.y), <, 1500);
  for (guint i = 0;
       i < tl_workspace_get_n_items (tl_session_get_workspace (fixture->session), TL_KIND_PROJECT);
       i++)
    {
      TlItem *other
          = tl_workspace_get_item (tl_session_get_workspace (fixture->session), TL_KIND_PROJECT, i);
      guint index;

      if (other != added
          && tl_map_view_find (fixture->canvas->view, tl_item_get_id (other), &index))
        g_assert_false (tl_rect_intersects (get_place (fixture, tl_item_get_id (other)), place));
    }

  g_assert_true (is_enabled (fixture, "canvas.tidy"));
  act (fixture, "canvas.tidy");
  g_assert_cmpfloat (get_place (fixture, GOAL).y, <, goal.y);
  g_object_set (fixture->canvas, "keep-tidy", TRUE, NULL);
  ui_settle ();
  g_assert_false (is_enabled (fixture, "canvas.tidy"));
}

/* A saved view has the arrangement and the direction, and the actions tell what is shown. */
static void
test_view (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *view;
  g_autofree char *by = NULL;
  g_autofree char *direction = NULL;
  g_autofree char *summary = NULL;

  g_object_set (fixture->canvas, "arrange-by", "category", "direction", "down", NULL);
  get_place (fixture, "lane:category:strategic");
  view = tl_command_save_view (fixture->session, "Work", TL_PLACE_OF_VIEW_MAP);
  summary = tl_view_dup_summary (view);
  g_assert_cmpstr (summary, ==, "Map · arranged by Work Category · Top to Bottom");
  g_object_set (fixture->canvas, "arrange-by", "goal", "direction", "right", NULL);
  tl_view_show (fixture->session, view);
  g_object_get (fixture->canvas, "arrange-by", &by, "direction", &direction, NULL);
  g_assert_cmpstr (by, ==, "category");
  g_assert_cmpstr (direction, ==, "down");
  get_place (fixture, "lane:category:strategic");
}

/* The headings of rows stay in sight at the left, and the cards go under them. */
static void
test_headings_of_rows (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect heading, seen;
  guint index = 0;

  g_object_set (fixture->canvas, "direction", "down", NULL);
  ui_wait (FRAMES_MS);
  tl_canvas_set_viewport (fixture->canvas,
                          tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), -2000, 0));
  g_assert_true (tl_map_view_find (fixture->canvas->view, "header:goals", &index));
  heading = tl_map_view_get_entry_rect (fixture->canvas->view, index);
  g_assert_cmpfloat (heading.x, >=, 0);
  g_assert_cmpfloat (heading.x, <, 40);
  g_assert_true (tl_map_view_find (fixture->canvas->view, GOAL, &index));
  if (tl_map_view_get_seen_rect (fixture->canvas->view, index, &seen))
    g_assert_cmpfloat (seen.x, >=, heading.x + heading.width);
}

/* One key pins and unpins: what is selected, or else what has the keyboard. */
static void
test_key (UiCanvas *fixture, gconstpointer user_data)
{
  tl_canvas_focus_item (fixture->canvas, get (fixture, PROJECT));
  g_assert_true (ui_canvas_press (fixture, "p"));
  g_assert_nonnull (tl_pin_find (get (fixture, PROJECT)));
  tl_selection_add (tl_session_get_selection (fixture->session), get (fixture, GOAL));
  g_assert_true (ui_canvas_press (fixture, "p"));
  g_assert_nonnull (tl_pin_find (get (fixture, PROJECT)));
  g_assert_nonnull (tl_pin_find (get (fixture, GOAL)));
  g_assert_true (ui_canvas_press (fixture, "p"));
  g_assert_null (tl_pin_find (get (fixture, PROJECT)));
  g_assert_null (tl_pin_find (get (fixture, GOAL)));
}

/* A goal that is pinned and folded stays both, in any arrangement and direction. */
static void
test_folded (UiCanvas *fixture, gconstpointer user_data)
{
  static const char *const arrangements[] = { "goal", "theme", "unit", "quarter", "category" };
  static const char *const directions[] = { "right", "down" };
  TlRect before;

  choose (fixture, GOAL);
  act (fixture, "canvas.fold");
  before = get_place (fixture, GOAL);
  act (fixture, "canvas.pin");
  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    for (guint k = 0; k < G_N_ELEMENTS (directions); k++)
      {
        guint index;
        TlFold fold;
        TlRect place;

        g_test_message ("%s, %s", arrangements[i], directions[k]);
        g_object_set (fixture->canvas, "arrange-by", arrangements[i], "direction", directions[k],
                      NULL);
        place = get_place (fixture, GOAL);
        assert_at (place, before.x, before.y);
        g_assert_true (tl_map_view_find (fixture->canvas->view, GOAL, &index));
        g_assert_true (
            tl_scene_get_fold (tl_map_view_get_scene (fixture->canvas->view), index, &fold));
        g_assert_true (fold.is_folded);
        g_assert_false (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
        act (fixture, "canvas.fold-all");
        g_assert_true (tl_map_view_find (fixture->canvas->view, GOAL, &index));
        act (fixture, "canvas.unfold-all");
        assert_at (get_place (fixture, GOAL), before.x, before.y);
        g_assert_true (tl_map_view_find (fixture->canvas->view, OBJECTIVE, &index));
        act (fixture, "canvas.fold");
      }
}

#define ADD(name, test)                                                                            \
  g_test_add ("/canvas-arrange/" name, UiCanvas, NULL, ui_canvas_set_up, test, ui_canvas_tear_down)

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("pin", test_pin);
  ADD ("key", test_key);
  ADD ("folded", test_folded);
  ADD ("tray", test_tray);
  ADD ("tidy", test_tidy);
  ADD ("eye", test_eye);
  ADD ("keep-tidy", test_keep_tidy);
  ADD ("view", test_view);
  ADD ("headings-of-rows", test_headings_of_rows);
  return g_test_run ();
}
