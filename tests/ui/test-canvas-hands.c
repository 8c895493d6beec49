/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "tl-pin.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

/* Goals and their order. */

static guint
get_rank (UiCanvas *ui, const char *id)
{
  return tl_alignment_get_rank (tl_session_get_alignment (ui->session),
                                ui_sample_get (ui->session, id));
}

/* Of the sample: G4 G1 G2 G5 G7 G6 G3 G8. */
static const struct
{
  const char *dragged;
  const char *onto;
  double share; /* of the height of what it is let go on */
  guint rank;
} ranks[] = {
  { "G4", "G1", 0.9, 2 }, /* below the middle of the next */
  { "G4", "G1", 0.1, 1 }, /* above it: nothing has changed */
  { "G2", "G1", 0.1, 2 }, { "G2", "G4", 0.1, 1 }, { "G2", "G4", 0.9, 2 }, { "G4", "G2", 0.9, 3 },
};

static void
test_rank_by_drag (UiCanvas *ui, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_autofree char *label = NULL;
      guint before;
      TlRect rect;
      TlTool *tool;

      tl_canvas_zoom_to_fit (ui->canvas);
      ui_canvas_settle (ui);
      before = get_rank (ui, ranks[i].dragged);
      rect = ui_canvas_get_rect (ui, ranks[i].onto);
      tool = tl_tool_rank_new (ui->canvas, ui_canvas_get_middle (ui, ranks[i].dragged),
                               ui_sample_get (ui->session, ranks[i].dragged));
      ui_canvas_drag (ui, tool,
                      tl_point (rect.x + rect.width / 2, rect.y + rect.height * ranks[i].share));
      g_assert_cmpuint (get_rank (ui, ranks[i].dragged), ==, ranks[i].rank);
      if (ranks[i].rank == before)
        continue;
      label = g_strdup (tl_history_get_undo_label (tl_session_get_history (ui->session)));
      g_assert_cmpstr (label, ==, "Move Goal");
      tl_session_undo (ui->session);
      g_assert_cmpuint (get_rank (ui, ranks[i].dragged), ==, before);
    }
}

/* From top to bottom the goals stand beside each other; by theme they do not stand by rank. */
static void
test_rank_turned (UiCanvas *ui, gconstpointer user_data)
{
  TlItem *goal = ui_sample_get (ui->session, "G4");
  TlRect rect;

  g_object_set (ui->canvas, "direction", "down", NULL);
  ui_canvas_settle (ui);
  tl_canvas_zoom_to_fit (ui->canvas);
  ui_canvas_settle (ui);
  rect = ui_canvas_get_rect (ui, "G1");
  ui_canvas_drag (ui, tl_tool_rank_new (ui->canvas, ui_canvas_get_middle (ui, "G4"), goal),
                  tl_point (rect.x + rect.width * 0.9, rect.y + rect.height / 2));
  g_assert_cmpuint (get_rank (ui, "G4"), ==, 2);
  tl_session_undo (ui->session);
  g_assert_true (tl_tool_rank_takes (ui->canvas, goal));
  g_object_set (ui->canvas, "arrange-by", "theme", NULL);
  ui_canvas_settle (ui);
  g_assert_false (tl_tool_rank_takes (ui->canvas, goal));
}

/* Away from the goals, a goal that is dragged is linked. */
static void
test_rank_or_link (UiCanvas *ui, gconstpointer user_data)
{
  TlItem *goal = ui_sample_get (ui->session, "G4");
  guint n = ui_canvas_count (ui, TL_KIND_LINK);

  tl_canvas_zoom_to_fit (ui->canvas);
  ui_canvas_settle (ui);
  ui_canvas_drag (ui, tl_tool_rank_new (ui->canvas, ui_canvas_get_middle (ui, "G4"), goal),
                  ui_canvas_get_middle (ui, "P01"));
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_LINK), ==, n + 1);
  g_assert_cmpuint (get_rank (ui, "G4"), ==, 1);
  g_assert_true (ui_canvas_serves (ui, ui_sample_get (ui->session, "P01"), "G4"));
}

static void
test_rank_by_key (UiCanvas *ui, gconstpointer user_data)
{
  ui_canvas_select (ui, "G1");
  g_assert_true (ui_canvas_press (ui, "<Alt><Shift>Up"));
  g_assert_cmpuint (get_rank (ui, "G1"), ==, 1);
  g_assert_true (ui_canvas_press (ui, "<Alt><Shift>Up"));
  g_assert_cmpuint (get_rank (ui, "G1"), ==, 1);
  g_assert_cmpstr (ui->canvas->focused, ==, "G1");
  for (guint i = 0; i < 10; i++)
    g_assert_true (ui_canvas_press (ui, "<Alt><Shift>Down"));
  g_assert_cmpuint (get_rank (ui, "G1"), ==, 8);
  ui_canvas_select (ui, "P01");
  g_assert_true (ui_canvas_press (ui, "<Alt><Shift>Up"));
}

/* Links that get another end. */

static TlItem *
find_link (UiCanvas *ui, const char *project, const char *target)
{
  TlWorkspace *workspace = tl_session_get_workspace (ui->session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (workspace, TL_KIND_LINK, i);

      if (tl_item_get_ref (link, TL_LINK_PROJECT) == ui_sample_get (ui->session, project)
          && tl_item_get_ref (link, TL_LINK_TARGET) == ui_sample_get (ui->session, target))
        return link;
    }
  return NULL;
}

static double
get_distance (TlRect rect, TlPoint point)
{
  return MAX (MAX (rect.x - point.x, point.x - rect.x - rect.width), 0)
         + MAX (MAX (rect.y - point.y, point.y - rect.y - rect.height), 0);
}

/* Takes hold of an end of the link, which is selected, at the card there. */
static TlTool *
take_end (UiCanvas *ui, TlItem *link, const char *card)
{
  TlViewport viewport = tl_canvas_get_viewport (ui->canvas);
  TlField end = TL_LINK_TARGET;
  TlPoint points[2];
  guint index;
  guint nearest;

  g_assert_true (tl_map_view_find (ui->canvas->view, tl_item_get_id (link), &index));
  g_assert_true (tl_display_list_get_line (tl_map_view_get_list (ui->canvas->view), index,
                                           &points[0], &points[1]));
  for (guint i = 0; i < 2; i++)
    points[i] = tl_viewport_to_screen (viewport, points[i]);
  nearest = get_distance (ui_canvas_get_rect (ui, card), points[0])
                    < get_distance (ui_canvas_get_rect (ui, card), points[1])
                ? 0
                : 1;
  g_assert_cmpfloat (get_distance (ui_canvas_get_rect (ui, card), points[nearest]), <, 4);
  g_assert_true (tl_canvas_find_end (ui->canvas, points[nearest], &end) == link);
  g_assert_true (tl_item_get_ref (link, end) == ui_sample_get (ui->session, card));
  return tl_tool_link_new_for_end (ui->canvas, points[nearest], link, end);
}

static void
prepare_link (UiCanvas *ui, TlItem *link)
{
  tl_canvas_zoom_to_fit (ui->canvas);
  ui_canvas_settle (ui);
  tl_selection_select (tl_session_get_selection (ui->session), link);
  tl_canvas_focus_item (ui->canvas, link);
  ui_canvas_settle (ui);
}

static void
test_reconnect (UiCanvas *ui, gconstpointer user_data)
{
  TlItem *link = find_link (ui, "P07", "G8-2");
  guint n = ui_canvas_count (ui, TL_KIND_LINK);
  TlEmphasis emphasis;
  TlTool *tool;
  guint index;

  tl_workspace_set_text (tl_session_get_workspace (ui->session), link, TL_LINK_MECHANISM,
                         "By practice", NULL);
  prepare_link (ui, link);
  tool = take_end (ui, link, "G8-2");
  /* What it serves already is not lit. */
  tl_map_view_find (ui->canvas->view, "G8-1", &index);
  g_assert_true (tl_tool_get_emphasis (tool, index, &emphasis));
  g_assert_cmpint (emphasis, ==, TL_EMPHASIS_DIMMED);
  ui_canvas_drag (ui, tool, ui_canvas_get_middle (ui, "G8-3"));
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == ui_sample_get (ui->session, "G8-3"));
  g_assert_cmpstr (tl_item_get_text (link, TL_LINK_MECHANISM), ==, "By practice");
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==, TL_STRENGTH_STRONG);
  g_assert_true (ui_canvas_get_primary (ui) == link);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_LINK), ==, n);

  prepare_link (ui, link);
  ui_canvas_drag (ui, take_end (ui, link, "P07"), ui_canvas_get_middle (ui, "P02"));
  g_assert_true (tl_item_get_ref (link, TL_LINK_PROJECT) == ui_sample_get (ui->session, "P02"));
  tl_session_undo (ui->session);
  tl_session_undo (ui->session);
  g_assert_true (find_link (ui, "P07", "G8-2") == link);

  /* To nowhere, and to where it is. */
  prepare_link (ui, link);
  ui_canvas_drag (ui, take_end (ui, link, "G8-2"), ui_canvas_find_empty (ui));
  g_assert_null (ui->canvas->rename_entry);
  ui_canvas_drag (ui, take_end (ui, link, "G8-2"), ui_canvas_get_middle (ui, "G8-2"));
  g_assert_true (find_link (ui, "P07", "G8-2") == link);
}

/* Cards that are moved. */

static TlRect
get_bounds (UiCanvas *ui, const char *id)
{
  guint index;

  g_assert_true (tl_map_view_find (ui->canvas->view, id, &index));
  return tl_map_view_get_entry (ui->canvas->view, index)->item.bounds;
}

static gboolean
is_pinned (UiCanvas *ui, const char *id)
{
  return tl_pin_find (ui_sample_get (ui->session, id)) != NULL;
}

static TlPoint
shift (TlPoint point, double dx, double dy)
{
  return tl_point (point.x + dx, point.y + dy);
}

static void
prepare_map (UiCanvas *ui)
{
  tl_canvas_zoom_to_fit (ui->canvas);
  ui_canvas_settle (ui);
}

/* Where a card is let go it stays, and the map under it stays as well. */
static void
test_move (UiCanvas *ui, gconstpointer user_data)
{
  TlItem *item = ui_sample_get (ui->session, "G4-1");
  TlViewport viewport;
  TlPoint start, end;
  TlRect bounds;

  prepare_map (ui);
  viewport = tl_canvas_get_viewport (ui->canvas);
  start = ui_canvas_get_middle (ui, "G4-1");
  ui_canvas_drag (ui, tl_tool_move_new (ui->canvas, start, item), shift (start, -60, 150));
  end = ui_canvas_get_middle (ui, "G4-1");
  g_assert_true (is_pinned (ui, "G4-1"));
  g_assert_cmpfloat_with_epsilon (end.x, start.x - 60, 8);
  g_assert_cmpfloat_with_epsilon (end.y, start.y + 150, 8);
  g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (ui->canvas), viewport));
  g_assert_true (ui_canvas_get_primary (ui) == item);
  g_assert_cmpstr (ui->canvas->focused, ==, "G4-1");
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (ui->session)), ==,
                   "Move Card");
  bounds = get_bounds (ui, "G4-1");
  g_assert_cmpfloat (bounds.x, ==, round (bounds.x));
  tl_session_undo (ui->session);
  g_assert_false (is_pinned (ui, "G4-1"));
}

/* What is selected moves together, if the card that is taken hold of is of it. */
static void
test_move_selection (UiCanvas *ui, gconstpointer user_data)
{
  TlRect first, second;
  TlPoint start;

  prepare_map (ui);
  ui_canvas_select (ui, "G4-1 G4-2");
  prepare_map (ui);
  first = get_bounds (ui, "G4-1");
  second = get_bounds (ui, "G4-2");
  start = ui_canvas_get_middle (ui, "G4-1");
  ui_canvas_drag (ui, tl_tool_move_new (ui->canvas, start, ui_sample_get (ui->session, "G4-1")),
                  shift (start, 40, 200));
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 2);
  g_assert_cmpfloat_with_epsilon (get_bounds (ui, "G4-1").x - first.x,
                                  get_bounds (ui, "G4-2").x - second.x, 1);
  g_assert_cmpfloat_with_epsilon (get_bounds (ui, "G4-1").y - first.y,
                                  get_bounds (ui, "G4-2").y - second.y, 1);
  start = ui_canvas_get_middle (ui, "P01");
  ui_canvas_drag (ui, tl_tool_move_new (ui->canvas, start, ui_sample_get (ui->session, "P01")),
                  shift (start, -30, 30));
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 1);
  g_assert_true (is_pinned (ui, "P01"));
}

/* While it is moved a card follows the pointer; Escape puts it back, and so does the tray. */
static void
test_move_given_up (UiCanvas *ui, gconstpointer user_data)
{
  TlItem *item = ui_sample_get (ui->session, "G4-1");
  TlPoint start;
  TlRect before, shown;
  TlTool *tool;
  guint index;

  prepare_map (ui);
  start = ui_canvas_get_middle (ui, "G4-1");
  tl_map_view_find (ui->canvas->view, "G4-1", &index);
  before = tl_map_view_get_entry_rect (ui->canvas->view, index);
  tool = tl_tool_move_new (ui->canvas, start, item);
  tl_canvas_set_tool (ui->canvas, tool);
  tl_tool_update (tool, shift (start, 50, 100));
  ui_canvas_settle (ui);
  shown = tl_map_view_get_shown_rect (ui->canvas->view, index);
  g_assert_cmpfloat_with_epsilon (shown.x, before.x + 50, 8);
  g_assert_cmpfloat_with_epsilon (shown.y, before.y + 100, 8);
  g_assert_true (ui_canvas_press (ui, "<Control>Escape"));
  g_assert_null (ui->canvas->tool);
  g_assert_false (ui_canvas_press (ui, "<Control>Escape"));
  shown = tl_map_view_get_shown_rect (ui->canvas->view, index);
  g_assert_cmpfloat (shown.x, ==, before.x);
  g_assert_false (is_pinned (ui, "G4-1"));

  ui_canvas_drag (ui, tl_tool_move_new (ui->canvas, start, item),
                  tl_rect_get_center (tl_map_view_get_tray (ui->canvas->view)));
  g_assert_false (is_pinned (ui, "G4-1"));
}

/* Work that serves nothing can lie on the map, too. */
static void
test_move_from_tray (UiCanvas *ui, gconstpointer user_data)
{
  TlPoint start;
  TlPoint end = tl_point (300, 300);
  guint index;

  tl_canvas_reveal (ui->canvas, ui_sample_get (ui->session, "P17"));
  ui_canvas_settle (ui);
  start = ui_canvas_get_middle (ui, "P17");
  ui_canvas_drag (ui, tl_tool_move_new (ui->canvas, start, ui_sample_get (ui->session, "P17")),
                  end);
  g_assert_true (is_pinned (ui, "P17"));
  tl_map_view_find (ui->canvas->view, "P17", &index);
  g_assert_false (tl_map_view_is_in_tray (ui->canvas->view, index));
  g_assert_true (tl_rect_contains (tl_rect_grow (ui_canvas_get_rect (ui, "P17"), 12), end));
}

static const struct
{
  const char *key;
  double dx;
  double dy;
} nudges[] = {
  { "<Control>Left", -8, 0 },         { "<Control>Right", 8, 0 },
  { "<Control>Up", 0, -8 },           { "<Control>Down", 0, 8 },
  { "<Control><Shift>Left", -40, 0 }, { "<Control><Shift>Right", 40, 0 },
  { "<Control><Shift>Up", 0, -40 },   { "<Control><Shift>Down", 0, 40 },
};

static void
test_nudge (UiCanvas *ui, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    {
      TlRect before, after;

      ui_canvas_select (ui, "G4-1");
      before = get_bounds (ui, "G4-1");
      g_assert_true (ui_canvas_press (ui, nudges[i].key));
      g_assert_true (ui_canvas_press (ui, nudges[i].key));
      after = get_bounds (ui, "G4-1");
      g_assert_cmpfloat_with_epsilon (after.x - before.x, 2 * nudges[i].dx, 1);
      g_assert_cmpfloat_with_epsilon (after.y - before.y, 2 * nudges[i].dy, 1);
      /* The whole way is one step. */
      tl_session_undo (ui->session);
      g_assert_false (is_pinned (ui, "G4-1"));
    }
}

static void
activate (UiCanvas *ui, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->canvas), action, NULL));
}

static void
test_align (UiCanvas *ui, gconstpointer user_data)
{
  prepare_map (ui);
  ui_canvas_select (ui, "G4-1");
  activate (ui, "canvas.align-left");
  g_assert_false (is_pinned (ui, "G4-1"));
  ui_canvas_select (ui, "G4 G4-1 P01");
  activate (ui, "canvas.align-left");
  g_assert_cmpfloat (get_bounds (ui, "G4-1").x, ==, get_bounds (ui, "G4").x);
  g_assert_cmpfloat (get_bounds (ui, "P01").x, ==, get_bounds (ui, "G4").x);
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (ui->session)), ==,
                   "Align Left");
  tl_session_undo (ui->session);
  g_assert_false (is_pinned (ui, "P01"));
  activate (ui, "canvas.distribute-vertically");
  g_assert_true (is_pinned (ui, "P01"));
  tl_session_undo (ui->session);
  activate (ui, "canvas.align-bottom");
  g_assert_cmpfloat_with_epsilon (get_bounds (ui, "G4-1").y + get_bounds (ui, "G4-1").height,
                                  get_bounds (ui, "P01").y + get_bounds (ui, "P01").height, 1);
}

/* In this mode a plain drag moves; it is what the button in the bar shows. */
static void
test_move_mode (UiCanvas *ui, gconstpointer user_data)
{
  gboolean is_on;

  ui_canvas_select (ui, "G4-1");
  g_assert_true (ui_canvas_press (ui, "m"));
  g_object_get (ui->canvas, "move-mode", &is_on, NULL);
  g_assert_true (is_on);
  g_assert_true (ui_canvas_press (ui, "m"));
  g_object_get (ui->canvas, "move-mode", &is_on, NULL);
  g_assert_false (is_on);
}

/* Keys. */

static void
test_extend_to_end (UiCanvas *ui, gconstpointer user_data)
{
  ui_canvas_select (ui, "P01");
  g_assert_true (ui_canvas_press (ui, "<Shift>Home"));
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 2);
  g_assert_cmpint (tl_item_get_kind (ui_canvas_get_primary (ui)), ==, TL_KIND_GOAL);
  g_assert_true (ui_canvas_press (ui, "<Shift>End"));
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 3);
  g_assert_true (ui_canvas_press (ui, "Home"));
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 1);
}

/* Keys that do what another does that is told of. */
static const char *const others[] = {
  "BackSpace",
  "<Control>Insert",
  "<Shift>Insert",
  "<Shift>Delete",
  "<Shift>Left",
  "<Shift>Right",
  "<Control>Up",
  "<Control>Down",
  "<Control><Shift>Up",
  "<Control><Shift>Down",
  "<Control><Shift>Left",
  "<Control>Escape",
  "<Shift>Escape",
  NULL,
};

static gboolean
is_told (const char *const *told, GtkShortcutTrigger *trigger)
{
  for (guint i = 0; told[i] != NULL; i++)
    {
      g_autoptr (GtkShortcutTrigger) other = gtk_shortcut_trigger_parse_string (told[i]);

      if (other != NULL && gtk_shortcut_trigger_equal (trigger, other))
        return TRUE;
    }
  return FALSE;
}

/* All that the window of shortcuts has between its tags, word by word. */
static GStrv
read_shortcuts (void)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/io/github/throughline/Throughline/ui/tl-shortcuts.ui",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) escaped = g_regex_new ("&lt;([a-zA-Z]+)&gt;", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_strdelimit (text, "<>\n", ' ');
  plain = g_regex_replace (escaped, text, -1, 0, "<\\1>", 0, NULL);
  return g_strsplit (plain, " ", -1);
}

/* Every key of the map is in the window of shortcuts. */
static void
test_keys_are_told (UiCanvas *ui, gconstpointer user_data)
{
  g_auto (GStrv) told = read_shortcuts ();
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (ui->canvas));
  guint n_keys = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          g_autofree char *name = gtk_shortcut_trigger_to_string (trigger);

          if (strstr (name, "KP_") != NULL)
            continue;
          n_keys++;
          if (!is_told ((const char *const *) told, trigger) && !is_told (others, trigger))
            g_error ("the window of shortcuts does not tell of %s", name);
        }
    }
  g_assert_cmpuint (n_keys, >, 40);
}

/* A key that comes before the map has a size does not lose it. */
static void
test_fit_too_early (UiCanvas *ui, gconstpointer user_data)
{
  GtkWidget *canvas = tl_canvas_new ();
  GtkWidget *window = gtk_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  tl_canvas_set_session (TL_CANVAS (canvas), ui->session);
  gtk_window_present (GTK_WINDOW (window));
  tl_canvas_zoom_to_fit (TL_CANVAS (canvas));
  for (int i = 0; TL_CANVAS (canvas)->width < 1200 && i < 500; i++)
    ui_wait (20);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_cmpfloat (tl_canvas_get_zoom (TL_CANVAS (canvas)), >, 0.1);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_canvas_settle (ui);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  ui_canvas_add ("/canvas-hands/rank-by-drag", test_rank_by_drag);
  ui_canvas_add ("/canvas-hands/rank-turned", test_rank_turned);
  ui_canvas_add ("/canvas-hands/rank-or-link", test_rank_or_link);
  ui_canvas_add ("/canvas-hands/rank-by-key", test_rank_by_key);
  ui_canvas_add ("/canvas-hands/reconnect", test_reconnect);
  ui_canvas_add ("/canvas-hands/move", test_move);
  ui_canvas_add ("/canvas-hands/move-selection", test_move_selection);
  ui_canvas_add ("/canvas-hands/move-given-up", test_move_given_up);
  ui_canvas_add ("/canvas-hands/move-from-tray", test_move_from_tray);
  ui_canvas_add ("/canvas-hands/nudge", test_nudge);
  ui_canvas_add ("/canvas-hands/align", test_align);
  ui_canvas_add ("/canvas-hands/move-mode", test_move_mode);
  ui_canvas_add ("/canvas-hands/fit-too-early", test_fit_too_early);
  ui_canvas_add ("/canvas-hands/extend-to-end", test_extend_to_end);
  ui_canvas_add ("/canvas-hands/keys-are-told", test_keys_are_told);
  return g_test_run ();
}
