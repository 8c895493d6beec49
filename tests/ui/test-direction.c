/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program is written from right to left: what is around the document is mirrored, and the
 * picture of the document is the one that everybody else has. */

#include "tl-application.h"
#include "tl-desk-tab.h"
#include "tl-style.h"
#include "tl-window-private.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define HEBREW "שיחות מכריעות"
#define FRAMES_MS 60

static TlApplication *application;

/* Texts. */

/* The side of a line that the text touches. */
static PangoAlignment
get_side (PangoLayout *layout)
{
  PangoRectangle ink;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  return ink.x < pango_layout_get_width (layout) / PANGO_SCALE - ink.x - ink.width
             ? PANGO_ALIGN_LEFT
             : PANGO_ALIGN_RIGHT;
}

static void
test_texts_begin_with_the_widget (void)
{
  static const char *const texts[] = { "Field certification", HEBREW, "1\u2009546" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int is_rtl = 0; is_rtl < 2; is_rtl++)
      for (int is_end = 0; is_end < 2; is_end++)
        {
          GtkTextDirection direction = is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
          GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
          g_autoptr (PangoLayout) layout = NULL;

          gtk_widget_set_direction (widget, direction);
          layout = gtk_widget_create_pango_layout (widget, texts[i]);
          pango_layout_set_width (layout, 600 * PANGO_SCALE);
          tl_style_align_layout (layout, direction, is_end);
          g_assert_cmpint (get_side (layout), ==,
                           is_rtl != is_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
          g_object_unref (widget);
        }
}

static void
test_texts_of_the_picture_begin_on_their_own_side (void)
{
  for (int is_rtl = 0; is_rtl < 2; is_rtl++)
    {
      GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
      PangoContext *context;
      g_autoptr (PangoLayout) layout = NULL;

      gtk_widget_set_direction (widget, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      context = tl_style_create_picture_context (widget);
      layout = pango_layout_new (context);
      g_object_unref (context);
      pango_layout_set_width (layout, 600 * PANGO_SCALE);
      pango_layout_set_text (layout, "Field certification", -1);
      g_assert_cmpint (get_side (layout), ==, PANGO_ALIGN_LEFT);
      pango_layout_set_text (layout, HEBREW, -1);
      g_assert_cmpint (get_side (layout), ==, PANGO_ALIGN_RIGHT);
      g_object_unref (widget);
    }
}

/* The map. */

static void
set_up_mirrored (UiCanvas *fixture, gconstpointer user_data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  ui_canvas_set_up_still (fixture, user_data);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture->canvas)), ==, GTK_TEXT_DIR_RTL);
}

static void
tear_down_mirrored (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_tear_down (fixture, user_data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Each card lies where it lies for everybody. */
static void
test_map_is_not_mirrored (UiCanvas *fixture, gconstpointer user_data)
{
  const TlDisplayList *list = tl_map_view_get_list (fixture->canvas->view);
  UiCanvas other = { 0 };
  guint n_cards = 0;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  ui_canvas_set_up_still (&other, NULL);
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlItem *item = tl_canvas_get_item (fixture->canvas, i);
      TlRect here = tl_map_view_get_entry_rect (fixture->canvas->view, i);
      TlRect there;
      guint index;

      if (item == NULL || tl_item_get_kind (item) == TL_KIND_LINK)
        continue;
      g_assert_true (tl_map_view_find (other.canvas->view, tl_item_get_id (item), &index));
      there = tl_map_view_get_entry_rect (other.canvas->view, index);
      g_assert_cmpfloat_with_epsilon (here.x, there.x, 0.01);
      g_assert_cmpfloat_with_epsilon (here.y, there.y, 0.01);
      n_cards++;
    }
  g_assert_cmpuint (n_cards, >, 60);
  ui_canvas_tear_down (&other, NULL);
}

static gboolean
is_node_of (GtkWidget *widget, gpointer id)
{
  return TL_IS_CARD_NODE (widget)
         && g_strcmp0 (tl_card_node_get_id (TL_CARD_NODE (widget)), id) == 0;
}

/* What is seen at a place, what the pointer meets there and what a screen reader finds are one. */
static void
test_map_is_hit_where_it_is_seen (UiCanvas *fixture, gconstpointer user_data)
{
  static const char *const ids[] = { "G1", "G1-2", "P17" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlItem *item = ui_sample_get (fixture->session, ids[i]);
      TlPoint middle;
      GtkWidget *node;
      graphene_rect_t bounds;

      tl_canvas_focus_item (fixture->canvas, item);
      ui_canvas_settle (fixture);
      middle = ui_canvas_get_middle (fixture, ids[i]);
      g_assert_true (tl_canvas_get_item_at (fixture->canvas, middle) == item);
      node = ui_find (GTK_WIDGET (fixture->canvas), is_node_of, (gpointer) ids[i]);
      g_assert_nonnull (node);
      g_assert_true (gtk_widget_compute_bounds (node, GTK_WIDGET (fixture->canvas), &bounds));
      g_assert_true (
          graphene_rect_contains_point (&bounds,
                                        &GRAPHENE_POINT_INIT ((float) middle.x, (float) middle.y)));
    }
}

/* An arrow goes where it points to. */
static void
test_arrows_on_the_map (UiCanvas *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *key;
    int dx;
    int dy;
  } cases[] = {
    { "Right", 1, 0 },      { "Down", 0, 1 },       { "Left", -1, 0 },
    { "<Alt>Right", 1, 0 }, { "<Alt>Left", -1, 0 },
  };

  ui_canvas_select (fixture, "G1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlRect from = fixture->canvas->last_rect;
      TlRect to;

      ui_canvas_press (fixture, cases[i].key);
      ui_wait (FRAMES_MS);
      to = fixture->canvas->last_rect;
      g_test_message ("%s from %g to %g", cases[i].key, from.x, to.x);
      if (cases[i].dx != 0)
        g_assert_cmpfloat ((to.x - from.x) * cases[i].dx, >, 0);
      else
        g_assert_cmpfloat ((to.y - from.y) * cases[i].dy, >, 0);
    }
}

static double
get_center (GtkWidget *widget, GtkWidget *in)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, in, &bounds));
  return bounds.origin.x + bounds.size.width / 2;
}

/* What lies over the map is mirrored. */
static void
test_controls_of_the_map (UiCanvas *fixture, gconstpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  double middle = gtk_widget_get_width (widget) / 2.0;

  gtk_widget_activate_action (widget, "canvas.legend", NULL);
  gtk_widget_activate_action (widget, "canvas.overview", NULL);
  ui_canvas_settle (fixture);
  g_assert_cmpfloat (get_center (fixture->canvas->zoom_control, widget), <, middle);
  g_assert_cmpfloat (get_center (fixture->canvas->legend, widget), <, middle);
  g_assert_cmpfloat (get_center (fixture->canvas->overview, widget), >, middle);
  g_assert_cmpfloat (get_center (fixture->canvas->legend_button, widget), >,
                     get_center (fixture->canvas->zoom_control, widget));
}

/* The words beside a card stay in the window. */
static void
test_essentials_stay_in_sight (UiCanvas *fixture, gconstpointer user_data)
{
  static const char *const ids[] = { "G1", "P17" };
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      graphene_rect_t bounds;

      ui_canvas_select (fixture, ids[i]);
      ui_canvas_press (fixture, "<Control>i");
      ui_canvas_settle (fixture);
      g_assert_true (gtk_widget_get_mapped (fixture->canvas->hover_card));
      g_assert_true (gtk_widget_compute_bounds (fixture->canvas->hover_card, widget, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (widget));
      ui_canvas_press (fixture, "Escape");
    }
}

/* The window. */

static void
assert_sides (TlWindow *window)
{
  GtkWidget *panes = GTK_WIDGET (window->panes);
  double start = get_center (GTK_WIDGET (window->side_panel), panes);
  double middle = get_center (GTK_WIDGET (window->views), panes);
  double end = get_center (GTK_WIDGET (window->inspector), panes);

  g_assert_cmpfloat (start, >, middle);
  g_assert_cmpfloat (middle, >, end);
}

/* The tab of the desk that is in sight is in sight, too, where there is no room for all tabs. */
static void
test_first_tab_is_in_sight (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  GtkWidget *practice = tl_practice_new ();
  GtkWidget *window;
  GtkWidget *tab;
  graphene_rect_t bounds;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_practice_set_session (TL_PRACTICE (practice), session);
  window = ui_window_new (practice);
  ui_wait (4 * FRAMES_MS);
  tab = ui_find_type (practice, TL_TYPE_DESK_TAB);
  g_assert_true (gtk_widget_compute_bounds (tab, practice, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (practice));
  tl_practice_set_session (TL_PRACTICE (practice), NULL);
  ui_window_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_window_is_mirrored (void)
{
  static const char *const views[] = { "map", "table", "matrix", "practice" };
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = tl_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 760);
  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_window_set_view (window, views[i]);
      ui_wait (4 * FRAMES_MS);
      assert_sides (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_mirrored (const char *path, void (*test) (UiCanvas *ui, gconstpointer user_data))
{
  g_test_add (path, UiCanvas, NULL, set_up_mirrored, test, tear_down_mirrored);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  application = ui_application_new (G_APPLICATION_DEFAULT_FLAGS);

  g_test_add_func ("/direction/texts-begin-with-the-widget", test_texts_begin_with_the_widget);
  g_test_add_func ("/direction/texts-of-the-picture-begin-on-their-own-side",
                   test_texts_of_the_picture_begin_on_their_own_side);
  add_mirrored ("/direction/map-is-not-mirrored", test_map_is_not_mirrored);
  add_mirrored ("/direction/map-is-hit-where-it-is-seen", test_map_is_hit_where_it_is_seen);
  add_mirrored ("/direction/arrows-on-the-map", test_arrows_on_the_map);
  add_mirrored ("/direction/controls-of-the-map", test_controls_of_the_map);
  add_mirrored ("/direction/essentials-stay-in-sight", test_essentials_stay_in_sight);
  g_test_add_func ("/direction/first-tab-is-in-sight", test_first_tab_is_in_sight);
  g_test_add_func ("/direction/window-is-mirrored", test_window_is_mirrored);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
