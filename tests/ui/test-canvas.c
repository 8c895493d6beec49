/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands.h"
#include "ui-plan.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */

static TlItem *
get_primary (UiCanvas *fixture)
{
  return tl_selection_get_primary (tl_session_get_selection (fixture->session));
}

static void
select_item (UiCanvas *fixture, const char *id)
{
  TlItem *item = ui_sample_get (fixture->session, id);

  tl_selection_select (tl_session_get_selection (fixture->session), item);
  tl_canvas_focus_item (fixture->canvas, item);
  ui_wait (FRAMES_MS);
}

static gboolean
press (UiCanvas *fixture, const char *accelerator)
{
  return ui_press_key (GTK_WIDGET (fixture->canvas), accelerator);
}

static TlPoint
get_middle (UiCanvas *fixture, const char *id)
{
  TlRect rect;
  guint index;

  g_assert_true (tl_map_view_find (fixture->canvas->view, id, &index));
  g_assert_true (tl_map_view_get_seen_rect (fixture->canvas->view, index, &rect));
  return tl_rect_get_center (rect);
}

static guint
count_nodes (TlCanvas *canvas)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += TL_IS_CARD_NODE (child) ? 1 : 0;
  return n;
}

/* On a busy machine the delay of the nodes can be over before the frame comes that finds what is in
 * sight. */
static void
test_late_frame (UiCanvas *fixture, gconstpointer user_data)
{
  guint n_nodes = count_nodes (fixture->canvas);

  g_assert_cmpuint (n_nodes, >, 10);
  tl_canvas_invalidate_scene (fixture->canvas);
  tl_canvas_ensure_scene (fixture->canvas);
  g_usleep (FRAMES_MS * 1000);
  ui_wait (2 * FRAMES_MS);
  g_assert_cmpuint (count_nodes (fixture->canvas), ==, n_nodes);
}

/* The toolkit asks for tooltips whenever one has changed: before the first frame, too, and then
 * the scene would have to be made twice. */
static void
test_early_tooltip (UiCanvas *fixture, gconstpointer user_data)
{
  gboolean has_tooltip = FALSE;

  tl_canvas_invalidate_scene (fixture->canvas);
  g_signal_emit_by_name (fixture->canvas, "query-tooltip", 1, 1, FALSE, NULL, &has_tooltip);
  g_assert_false (has_tooltip);
  g_assert_true (fixture->canvas->scene_is_stale);
}

/* Every card in sight is a node with a name, and no more than those. */
static void
test_nodes (UiCanvas *fixture, gconstpointer user_data)
{
  guint n_nodes = 0;
  guint n_focusable = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!TL_IS_CARD_NODE (child))
        continue;
      n_nodes++;
      n_focusable += gtk_widget_get_focusable (child) ? 1 : 0;
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child),
                                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    }
  g_assert_cmpuint (n_nodes, >, 15);
  g_assert_cmpuint (n_nodes, <, 81);
  g_assert_cmpuint (n_focusable, ==, n_nodes);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_LIST);
}

/* Whoever goes somewhere with the keyboard on the map goes on from there; from elsewhere, as from a
 * list of findings, the keyboard is left where it is. */
static void
test_keyboard_goes_along (UiCanvas *fixture, gconstpointer user_data)
{
  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G4"));
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, "G4");
  tl_session_reveal (fixture->session, ui_sample_get (fixture->session, "P39"));
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, "P39");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  tl_session_reveal (fixture->session, ui_sample_get (fixture->session, "G4"));
  g_assert_cmpstr (ui_canvas_get_keyboard (fixture), ==, NULL);
}

static void
test_arrows (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *first;

  select_item (fixture, "P04");
  g_assert_true (press (fixture, "Down"));
  first = get_primary (fixture);
  g_assert_cmpint (tl_item_get_kind (first), ==, TL_KIND_PROJECT);
  g_assert_cmpstr (tl_item_get_id (first), !=, "P04");
  g_assert_cmpstr (fixture->canvas->focused, ==, tl_item_get_id (first));
  g_assert_true (press (fixture, "Up"));
  g_assert_cmpstr (tl_item_get_id (get_primary (fixture)), ==, "P04");
  g_assert_true (press (fixture, "<Shift>Down"));
  g_assert_cmpuint (tl_selection_get_n_items (tl_session_get_selection (fixture->session)), ==, 2);
  g_assert_true (press (fixture, "Home"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_GOAL);
  g_assert_true (press (fixture, "End"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_PROJECT);
}

static const char *
get_origin (UiCanvas *fixture)
{
  int origin = tl_item_get_choice (get_primary (fixture), TL_PROJECT_ORIGIN);

  return origin != TL_CHOICE_NONE ? tl_field_get_choice_name (TL_PROJECT_ORIGIN, origin) : "";
}

/* Arrows walk from group to group of the tray, down and up again, and who opens another window has
 * the groups there, too. */
static void
test_tray_groups (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkWidget) other = NULL;
  g_autofree char *groups = NULL;
  TlItem *first;
  guint index;

  tl_workspace_set_choice (tl_session_get_workspace (fixture->session),
                           ui_sample_get (fixture->session, "P17"), TL_PROJECT_ORIGIN,
                           TL_ORIGIN_REQUEST, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.tray-groups", "s", "origin");
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_true (tl_map_view_find (fixture->canvas->view, "tray-group:0", &index));
  g_assert_true (tl_map_view_find (fixture->canvas->view, "tray-group:1", &index));

  select_item (fixture, "P17");
  while (press (fixture, "Up")
         && tl_map_view_find (fixture->canvas->view, tl_item_get_id (get_primary (fixture)), &index)
         && tl_map_view_is_in_tray (fixture->canvas->view, index))
    ;
  g_assert_true (press (fixture, "Down"));
  do
    {
      first = get_primary (fixture);
      g_hash_table_add (origins, (gpointer) get_origin (fixture));
      press (fixture, "Down");
    }
  while (get_primary (fixture) != first);
  g_assert_cmpuint (g_hash_table_size (origins), >, 1);

  other = g_object_ref_sink (tl_canvas_new ());
  g_object_get (other, "tray-groups", &groups, NULL);
  g_assert_cmpstr (groups, ==, "origin");
  g_object_set (fixture->canvas, "tray-groups", "none", NULL);
  g_assert_false (tl_canvas_ensure_scene (fixture->canvas)
                  && tl_map_view_find (fixture->canvas->view, "tray-group:0", &index));
}

/* Along the chain: to the objective, along its links, to the goal. */
static void
test_chain (UiCanvas *fixture, gconstpointer user_data)
{
  select_item (fixture, "P01");
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_OBJECTIVE);
  g_assert_true (press (fixture, "<Alt>Down"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_LINK);
  g_assert_true (press (fixture, "1"));
  g_assert_cmpint (tl_item_get_choice (get_primary (fixture), TL_LINK_STRENGTH), ==,
                   TL_STRENGTH_WEAK);
  g_assert_true (press (fixture, "3"));
  g_assert_cmpint (tl_item_get_choice (get_primary (fixture), TL_LINK_STRENGTH), ==,
                   TL_STRENGTH_STRONG);
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_OBJECTIVE);
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_cmpint (tl_item_get_kind (get_primary (fixture)), ==, TL_KIND_GOAL);
}

/* A card is dragged out of the tray onto an objective, and the tray has one less. */
static void
test_link_tool (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *source = ui_sample_get (fixture->session, "P17");
  TlItem *target = ui_sample_get (fixture->session, "G1-1");
  guint n_before = tl_analysis_get_figures (tl_session_get_analysis (fixture->session))->n_aligned;
  TlPoint start, end;
  TlTool *tool;
  TlEmphasis emphasis;
  guint index;

  tl_canvas_reveal (fixture->canvas, source);
  tl_canvas_reveal (fixture->canvas, target);
  ui_wait (3 * FRAMES_MS);
  start = get_middle (fixture, "P17");
  end = get_middle (fixture, "G1-1");
  tool = tl_tool_link_new (fixture->canvas, start, source);
  tl_canvas_set_tool (fixture->canvas, tool);
  tl_tool_update (tool, end);
  tl_map_view_find (fixture->canvas->view, "G1-1", &index);
  g_assert_true (tl_tool_get_emphasis (tool, index, &emphasis));
  g_assert_cmpint (emphasis, ==, TL_EMPHASIS_NONE);
  tl_map_view_find (fixture->canvas->view, "P01", &index);
  g_assert_true (tl_tool_get_emphasis (tool, index, &emphasis));
  g_assert_cmpint (emphasis, ==, TL_EMPHASIS_DIMMED);
  ui_wait (FRAMES_MS);
  g_object_ref (tool);
  tl_canvas_set_tool (fixture->canvas, NULL);
  tl_tool_finish (tool, end);
  g_object_unref (tool);

  g_assert_cmpuint (tl_analysis_get_figures (tl_session_get_analysis (fixture->session))->n_aligned,
                    ==, n_before + 1);
  tl_map_view_find (fixture->canvas->view, "P17", &index);
  g_assert_false (tl_map_view_is_in_tray (fixture->canvas->view, index));
  g_assert_true (get_primary (fixture) == source);
  tl_session_undo (fixture->session);
  tl_map_view_find (fixture->canvas->view, "P17", &index);
  g_assert_true (tl_map_view_is_in_tray (fixture->canvas->view, index));
}

/* Escape in the middle of a gesture: as if it had never begun. */
static void
test_cancel (UiCanvas *fixture, gconstpointer user_data)
{
  guint64 revision = tl_workspace_get_revision (tl_session_get_workspace (fixture->session));
  TlViewport before;
  TlTool *tool;

  select_item (fixture, "P01");
  before = tl_canvas_get_viewport (fixture->canvas);
  tool = tl_tool_marquee_new (fixture->canvas, tl_point (5, 5), FALSE);
  tl_canvas_set_tool (fixture->canvas, tool);
  tl_tool_update (tool, tl_point (600, 300));
  g_assert_cmpuint (tl_selection_get_n_items (tl_session_get_selection (fixture->session)), >, 1);
  g_assert_true (press (fixture, "Escape"));
  g_assert_null (fixture->canvas->tool);
  g_assert_cmpstr (tl_item_get_id (get_primary (fixture)), ==, "P01");

  tool = tl_tool_pan_new (fixture->canvas, tl_point (300, 300), FALSE);
  tl_canvas_set_tool (fixture->canvas, tool);
  tl_tool_update (tool, tl_point (200, 200));
  g_assert_false (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas), before));
  g_assert_true (press (fixture, "Escape"));
  g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas), before));
  g_assert_cmpuint (tl_workspace_get_revision (tl_session_get_workspace (fixture->session)), ==,
                    revision);
}

static void
test_rename (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *item = ui_sample_get (fixture->session, "P01");
  g_autofree char *before = g_strdup (tl_item_get_title (item));
  GtkWidget *entry;

  select_item (fixture, "P01");
  g_assert_true (press (fixture, "F2"));
  entry = gtk_widget_get_first_child (fixture->canvas->rename_entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Another title ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (fixture->canvas->rename_entry);
  g_assert_cmpstr (tl_item_get_title (item), ==, "Another title");
  tl_session_undo (fixture->session);
  g_assert_cmpstr (tl_item_get_title (item), ==, before);

  g_assert_true (press (fixture, "F2"));
  g_signal_emit_by_name (fixture->canvas->rename_entry, "done", NULL);
  g_assert_null (fixture->canvas->rename_entry);
  g_assert_cmpstr (tl_item_get_title (item), ==, before);
}

/* What is being renamed is deleted elsewhere: the entry goes, and the keyboard stays on the map. */
static void
test_rename_deleted (UiCanvas *fixture, gconstpointer user_data)
{
  GtkWidget *focus;

  select_item (fixture, "P01");
  tl_canvas_begin_rename (fixture->canvas, get_primary (fixture));
  g_assert_nonnull (fixture->canvas->rename_entry);
  tl_workspace_remove (tl_session_get_workspace (fixture->session), get_primary (fixture));
  ui_wait (FRAMES_MS);
  g_assert_null (fixture->canvas->rename_entry);
  g_assert_null (fixture->canvas->renamed);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus == GTK_WIDGET (fixture->canvas) || TL_IS_CARD_NODE (focus));
}

/* The keyboard is never nowhere. */
static void
test_focus_after_delete (UiCanvas *fixture, gconstpointer user_data)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
      GtkWidget *focus;

      if (i == 0)
        select_item (fixture, "P01");
      g_ptr_array_add (items,
                       g_object_ref (ui_sample_get (fixture->session, fixture->canvas->focused)));
      tl_command_delete (fixture->session, items);
      ui_wait (FRAMES_MS);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_nonnull (focus);
      g_assert_true (TL_IS_CARD_NODE (focus));
      g_assert_cmpstr (tl_card_node_get_id (TL_CARD_NODE (focus)), ==, fixture->canvas->focused);
    }
}

static void
test_way_home (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport far = tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), 1e6, -1e6);
  TlRect seen;

  tl_canvas_set_viewport (fixture->canvas, far);
  tl_canvas_zoom_to_fit (fixture->canvas);
  ui_wait (4 * FRAMES_MS);
  seen = tl_viewport_rect_to_screen (tl_canvas_get_viewport (fixture->canvas),
                                     tl_map_view_get_content (fixture->canvas->view));
  g_assert_cmpfloat (seen.y, >=, 0);
  g_assert_cmpfloat (seen.y + seen.height, <=, tl_canvas_get_viewport (fixture->canvas).height + 1);
  tl_canvas_set_zoom (fixture->canvas, 1);
  ui_wait (4 * FRAMES_MS);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), 1, 1e-6);
}

static TlRect
get_content_on_screen (UiCanvas *fixture)
{
  return tl_viewport_rect_to_screen (tl_canvas_get_viewport (fixture->canvas),
                                     tl_map_view_get_content (fixture->canvas->view));
}

static void
resize (UiCanvas *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  ui_wait (2 * FRAMES_MS);
}

/* What two fingers do counts from where they began. */
static void
test_pinch (UiCanvas *fixture, gconstpointer user_data)
{
  double zoom = tl_canvas_get_zoom (fixture->canvas);

  g_signal_emit_by_name (fixture->canvas->pinch, "begin", NULL);
  g_signal_emit_by_name (fixture->canvas->pinch, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), 1.5 * zoom, 1e-6);
  g_signal_emit_by_name (fixture->canvas->pinch, "scale-changed", 1.2);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), 1.2 * zoom, 1e-6);
}

/* As long as the user has not gone anywhere, the map fits whatever room there is. */
static void
test_refit (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport led;
  double zoom;

  resize (fixture, 700, 700);
  zoom = tl_canvas_get_zoom (fixture->canvas);
  g_assert_cmpfloat (zoom, <, 0.8);
  resize (fixture, 1100, 700);
  g_assert_cmpfloat (tl_canvas_get_zoom (fixture->canvas), >, zoom);
  g_assert_cmpfloat (get_content_on_screen (fixture).width, >, 0.75 * 1100);
  resize (fixture, 700, 700);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), zoom, 1e-6);

  led = tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), -20, -30);
  tl_canvas_set_viewport (fixture->canvas, led);
  resize (fixture, 1100, 700);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), zoom, 1e-6);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_viewport (fixture->canvas).origin.y, led.origin.y,
                                  0.01);
}

/* The zoom buttons are neither over the headings, nor over the tray, nor over a map that fits. */
static void
test_zoom_control (UiCanvas *fixture, gconstpointer user_data)
{
  static const int widths[] = { 360, 700, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      TlRect control, heading;
      guint index;

      resize (fixture, widths[i], 700);
      control = tl_canvas_get_control_rect (fixture->canvas);
      g_assert_true (tl_map_view_find (fixture->canvas->view, "header:projects", &index));
      heading = tl_map_view_get_entry_rect (fixture->canvas->view, index);
      g_assert_false (tl_rect_intersects (control, heading));
      g_assert_false (tl_rect_intersects (control, tl_map_view_get_tray (fixture->canvas->view)));
    }
  tl_canvas_zoom_to_fit (fixture->canvas);
  ui_wait (4 * FRAMES_MS);
  g_assert_false (tl_rect_intersects (tl_canvas_get_control_rect (fixture->canvas),
                                      get_content_on_screen (fixture)));
}

/* Cards that an edit has moved glide; a press ends that, and so does the next edit. */
static void
test_glide (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect at, shown;
  guint index;

  ui_sample_link (fixture->session, "P17", "G2-1");
  g_assert_nonnull (fixture->canvas->glide);
  g_assert_true (tl_map_view_find (fixture->canvas->view, "P17", &index));
  at = tl_map_view_get_entry_rect (fixture->canvas->view, index);
  shown = tl_map_view_get_shown_rect (fixture->canvas->view, index);
  g_assert_cmpfloat (shown.y, >, at.y + 10);
  tl_session_undo (fixture->session);
  ui_wait (FRAMES_MS);
  tl_canvas_end_glide (fixture->canvas);
  g_assert_true (tl_map_view_find (fixture->canvas->view, "P17", &index));
  at = tl_map_view_get_entry_rect (fixture->canvas->view, index);
  shown = tl_map_view_get_shown_rect (fixture->canvas->view, index);
  g_assert_cmpfloat (shown.y, ==, at.y);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  tl_session_redo (fixture->session);
  g_assert_null (fixture->canvas->glide);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

/* Another session, another theme, no session: nothing of the old one is left. */
static void
test_swap (UiCanvas *fixture, gconstpointer user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (TlSession) other = ui_plan_new ();
  guint index;

  select_item (fixture, "P01");
  tl_canvas_begin_rename (fixture->canvas, get_primary (fixture));
  tl_canvas_set_session (fixture->canvas, other);
  ui_wait (FRAMES_MS);
  g_assert_cmpuint (G_OBJECT (fixture->session)->ref_count, ==, 1);
  g_assert_false (tl_map_view_find (fixture->canvas->view, "P01", &index));
  g_assert_true (tl_map_view_find (fixture->canvas->view, "p2", &index));

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_wait (FRAMES_MS);
  g_assert_true (tl_scene_get_theme (tl_map_view_get_scene (fixture->canvas->view))
                 == tl_theme_get (TL_THEME_DARK));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);

  tl_canvas_set_session (fixture->canvas, NULL);
  ui_wait (FRAMES_MS);
  g_assert_cmpuint (G_OBJECT (other)->ref_count, ==, 1);
  tl_canvas_zoom_to_fit (fixture->canvas);
  tl_canvas_select_all (fixture->canvas);
}

static void
test_finalize (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  GtkWidget *canvas = g_object_ref_sink (tl_canvas_new ());

  tl_canvas_set_session (TL_CANVAS (canvas), session);
  tl_canvas_select_all (TL_CANVAS (canvas));
  g_assert_cmpuint (tl_selection_get_n_items (tl_session_get_selection (session)), >, 5);
  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &canvas);
  g_object_unref (canvas);
  g_assert_null (canvas);
  g_assert_cmpuint (G_OBJECT (session)->ref_count, ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, UiCanvas, NULL, ui_canvas_set_up, function, ui_canvas_tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/ui/canvas/nodes", test_nodes);
  ADD ("/ui/canvas/late-frame", test_late_frame);
  ADD ("/ui/canvas/early-tooltip", test_early_tooltip);
  ADD ("/ui/canvas/arrows", test_arrows);
  ADD ("/ui/canvas/keyboard-goes-along", test_keyboard_goes_along);
  ADD ("/ui/canvas/tray-groups", test_tray_groups);
  ADD ("/ui/canvas/chain", test_chain);
  ADD ("/ui/canvas/link-tool", test_link_tool);
  ADD ("/ui/canvas/cancel", test_cancel);
  ADD ("/ui/canvas/rename", test_rename);
  ADD ("/ui/canvas/rename-deleted", test_rename_deleted);
  ADD ("/ui/canvas/focus-after-delete", test_focus_after_delete);
  ADD ("/ui/canvas/way-home", test_way_home);
  ADD ("/ui/canvas/pinch", test_pinch);
  ADD ("/ui/canvas/refit", test_refit);
  ADD ("/ui/canvas/zoom-control", test_zoom_control);
  ADD ("/ui/canvas/glide", test_glide);
  ADD ("/ui/canvas/swap", test_swap);
  g_test_add_func ("/ui/canvas/finalize", test_finalize);
  return g_test_run ();
}
