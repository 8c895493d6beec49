/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "tl-map-view.h"
#include "ui-sample.h"

#define WIDTH 1000.0
#define HEIGHT 560.0

#define ALIGNED "P04"
#define UNALIGNED "P17"

typedef struct
{
  TlSession *session;
  TlMapView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = WIDTH - 24 };

  fixture->session = ui_sample_open ();
  fixture->view = tl_map_view_new (context);
  g_object_unref (context);
  tl_map_view_set_docked (fixture->view, TRUE);
  tl_map_view_set_size (fixture->view, WIDTH, HEIGHT);
  tl_map_view_set_scene (fixture->view,
                         tl_scene_new_map (tl_session_get_analysis (fixture->session), &options));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  tl_map_view_free (fixture->view);
  g_clear_object (&fixture->session);
}

static guint
find (Fixture *fixture, const char *id)
{
  guint index;

  g_assert_true (tl_map_view_find (fixture->view, id, &index));
  return index;
}

/* The tray lies at the bottom edge, wherever the camera is, and what is in it can be pointed at. */
static void
test_docked (Fixture *fixture, gconstpointer user_data)
{
  guint tray_card = find (fixture, UNALIGNED);
  guint map_card = find (fixture, ALIGNED);
  TlRect tray = tl_map_view_get_tray (fixture->view);
  TlRect before = tl_map_view_get_entry_rect (fixture->view, tray_card);
  TlViewport viewport = tl_map_view_get_viewport (fixture->view);
  TlRect after;
  guint hit;

  g_assert_true (tl_map_view_is_in_tray (fixture->view, tray_card));
  g_assert_false (tl_map_view_is_in_tray (fixture->view, map_card));
  g_assert_cmpfloat_with_epsilon (tray.y + tray.height, HEIGHT - 12, 0.01);
  g_assert_cmpfloat (viewport.height, <, tray.y);

  tl_map_view_set_viewport (fixture->view, tl_viewport_pan (viewport, -50, -300));
  after = tl_map_view_get_entry_rect (fixture->view, tray_card);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.01);

  tl_map_view_reveal_in_tray (fixture->view, tray_card);
  after = tl_map_view_get_entry_rect (fixture->view, tray_card);
  g_assert_true (tl_rect_contains_rect (tray, after));
  g_assert_true (tl_map_view_hit (fixture->view, tl_rect_get_center (after), 4, &hit));
  g_assert_cmpuint (hit, ==, tray_card);
}

static void
test_hit (Fixture *fixture, gconstpointer user_data)
{
  guint card = find (fixture, ALIGNED);
  guint hit;

  tl_map_view_set_viewport (fixture->view, tl_map_view_get_revealing (fixture->view, card, 20));
  g_assert_true (
      tl_map_view_hit (fixture->view,
                       tl_rect_get_center (tl_map_view_get_entry_rect (fixture->view, card)), 4,
                       &hit));
  g_assert_cmpuint (hit, ==, card);
  /* Between map and tray there is nothing, whatever lies behind. */
  g_assert_false (
      tl_map_view_hit (fixture->view,
                       tl_point (300, tl_map_view_get_viewport (fixture->view).height + 6), 4,
                       &hit));
}

static void
test_fold (Fixture *fixture, gconstpointer user_data)
{
  double height = tl_map_view_get_viewport (fixture->view).height;

  tl_map_view_set_folded (fixture->view, TRUE);
  g_assert_cmpfloat (tl_map_view_get_tray (fixture->view).height, <, 40);
  g_assert_cmpfloat (tl_map_view_get_tray (fixture->view).height, ==,
                     tl_map_view_get_tray_head (fixture->view).height);
  g_assert_cmpfloat (tl_map_view_get_viewport (fixture->view).height, >, height);
  tl_map_view_set_docked (fixture->view, FALSE);
  g_assert_true (tl_rect_is_empty (tl_map_view_get_tray (fixture->view)));
  g_assert_cmpfloat (tl_map_view_get_viewport (fixture->view).height, ==, HEIGHT);
}

static void
test_scroll_tray (Fixture *fixture, gconstpointer user_data)
{
  double position, share;

  g_assert_true (tl_map_view_get_tray_scroll (fixture->view, &position, &share));
  g_assert_cmpfloat (position, ==, 0);
  g_assert_cmpfloat (share, <, 1);
  g_assert_false (tl_map_view_scroll_tray (fixture->view, -10));
  g_assert_true (tl_map_view_scroll_tray (fixture->view, 1e6));
  g_assert_false (tl_map_view_scroll_tray (fixture->view, 1));
  tl_map_view_get_tray_scroll (fixture->view, &position, &share);
  g_assert_cmpfloat (position, ==, 1);
}

/* The head of the tray stays while cards scroll, and what has scrolled under it is out of reach. */
static void
test_tray_head (Fixture *fixture, gconstpointer user_data)
{
  TlRect head = tl_map_view_get_tray_head (fixture->view);
  guint first = find (fixture, "P52"); /* the most days: at the top */
  TlRect rect = tl_map_view_get_entry_rect (fixture->view, first);
  guint hit;

  g_assert_cmpfloat (head.height, >, 20);
  g_assert_cmpfloat (rect.y, >=, head.y + head.height);
  g_assert_true (tl_map_view_hit (fixture->view, tl_rect_get_center (rect), 4, &hit));
  g_assert_true (tl_map_view_scroll_tray (fixture->view, rect.height));
  rect = tl_map_view_get_entry_rect (fixture->view, first);
  g_assert_true (tl_rect_intersects (head, rect));
  g_assert_false (
      tl_map_view_hit (fixture->view, tl_point (rect.x + 30, head.y + head.height - 2), 0, &hit));
  tl_map_view_get_seen_rect (fixture->view, first, &rect);
  g_assert_cmpfloat (rect.y, >=, head.y + head.height);
  tl_map_view_reveal_in_tray (fixture->view, first);
  g_assert_false (tl_rect_intersects (head, tl_map_view_get_entry_rect (fixture->view, first)));
}

/* The headings of the columns stop at the top edge, and cards pass under them. */
static void
test_headings (Fixture *fixture, gconstpointer user_data)
{
  guint heading = find (fixture, "header:projects");
  guint card = find (fixture, ALIGNED);
  TlRect strip, rect;
  guint hit;

  g_assert_true (tl_rect_is_empty (tl_map_view_get_headings (fixture->view))
                 || tl_map_view_get_viewport (fixture->view).origin.y < 10);
  tl_map_view_set_viewport (fixture->view,
                            tl_viewport_pan (tl_map_view_get_viewport (fixture->view), 0, 40));
  g_assert_true (tl_rect_is_empty (tl_map_view_get_headings (fixture->view)));

  rect = tl_map_view_get_entry_rect (fixture->view, card);
  tl_map_view_set_viewport (fixture->view,
                            tl_viewport_pan (tl_map_view_get_viewport (fixture->view), 0,
                                             4 - rect.y));
  strip = tl_map_view_get_headings (fixture->view);
  rect = tl_map_view_get_entry_rect (fixture->view, heading);
  g_assert_true (tl_rect_contains_rect (strip, tl_rect (0, rect.y, 1, rect.height)));
  rect = tl_map_view_get_entry_rect (fixture->view, card);
  g_assert_false (tl_map_view_hit (fixture->view, tl_point (rect.x + 20, rect.y + 10), 4, &hit));
  if (tl_map_view_get_seen_rect (fixture->view, card, &rect))
    g_assert_cmpfloat (rect.y, >=, strip.height);

  tl_map_view_set_viewport (fixture->view, tl_map_view_get_revealing (fixture->view, card, 4));
  rect = tl_map_view_get_entry_rect (fixture->view, card);
  g_assert_cmpfloat (rect.y, >=, tl_map_view_get_headings (fixture->view).height);
  g_assert_true (tl_map_view_hit (fixture->view, tl_rect_get_center (rect), 4, &hit));
}

static void
change_scene (Fixture *fixture)
{
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = WIDTH - 24 };

  tl_map_view_change_scene (fixture->view,
                            tl_scene_new_map (tl_session_get_analysis (fixture->session),
                                              &options));
}

/* A card that an edit has moved is shown on the whole way from where it was. */
static void
test_glide (Fixture *fixture, gconstpointer user_data)
{
  static const double shares[] = { 1, 0.5, 0 };
  TlRect from = tl_map_view_get_entry_rect (fixture->view, find (fixture, UNALIGNED));
  TlRect to;

  change_scene (fixture);
  g_assert_false (tl_map_view_start_glide (fixture->view)); /* nothing has moved */
  ui_sample_link (fixture->session, UNALIGNED, "G2-1");
  change_scene (fixture);
  to = tl_map_view_get_entry_rect (fixture->view, find (fixture, UNALIGNED));
  g_assert_true (tl_map_view_start_glide (fixture->view));
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      TlRect shown;

      tl_map_view_set_glide (fixture->view, shares[i]);
      shown = tl_map_view_get_shown_rect (fixture->view, find (fixture, UNALIGNED));
      g_assert_cmpfloat_with_epsilon (shown.x, to.x + (from.x - to.x) * shares[i], 0.01);
      g_assert_cmpfloat_with_epsilon (shown.y, to.y + (from.y - to.y) * shares[i], 0.01);
      tl_map_view_prepare (fixture->view, NULL, NULL);
      tl_map_view_snapshot (fixture->view, snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
    }
}

static TlEmphasis
count_cb (guint entry, gpointer user_data)
{
  (*(guint *) user_data)++;
  return entry % 2 == 0 ? TL_EMPHASIS_NONE : TL_EMPHASIS_DIMMED;
}

/* Only what is in sight is looked at, and a second frame makes the same nodes no more. */
static void
test_prepare (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  guint n_all = tl_display_list_get_n_entries (tl_map_view_get_list (fixture->view));
  guint n_asked = 0;
  GskRenderNode *first, *second;
  TlRect seen;

  tl_map_view_prepare (fixture->view, count_cb, &n_asked);
  g_assert_cmpuint (n_asked, >, 0);
  g_assert_cmpuint (tl_map_view_get_visible (fixture->view)->len, <, n_all);
  g_assert_false (tl_map_view_get_seen_rect (fixture->view, find (fixture, "G6-1"), &seen));

  tl_map_view_snapshot (fixture->view, snapshot);
  first = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (first);
  g_clear_object (&snapshot);
  snapshot = gtk_snapshot_new ();
  tl_map_view_prepare (fixture->view, count_cb, &n_asked);
  tl_map_view_snapshot (fixture->view, snapshot);
  second = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (second);
  gsk_render_node_unref (first);
  gsk_render_node_unref (second);
}

static void
ready_cb (gpointer tiles, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
look (Fixture *fixture, TlViewport viewport)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  tl_map_view_set_viewport (fixture->view, viewport);
  tl_map_view_prepare (fixture->view, NULL, NULL);
  tl_map_view_snapshot (fixture->view, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
}

/* Nobody waits for lines but for the first; and what is within reach is there. */
static void
test_lines (Fixture *fixture, gconstpointer user_data)
{
  TlViewport viewport = tl_map_view_get_viewport (fixture->view);
  guint n_ready = 0;

  tl_map_view_set_ready_func (fixture->view, ready_cb, &n_ready);
  look (fixture, viewport);
  g_assert_false (tl_map_view_is_busy (fixture->view));

  viewport.scale *= 1.5;
  look (fixture, viewport);
  g_assert_true (tl_map_view_is_busy (fixture->view));
  while (n_ready == 0)
    g_main_context_iteration (NULL, TRUE);
  look (fixture, viewport);
  g_assert_false (tl_map_view_is_busy (fixture->view));
  for (int i = 0; i < 10; i++)
    {
      viewport = tl_viewport_pan (viewport, -1, -5);
      look (fixture, viewport);
      g_assert_false (tl_map_view_is_busy (fixture->view));
    }

  /* Another scene does not show the lines of this one, and a view can go at any time. */
  viewport.scale *= 1.5;
  look (fixture, viewport);
  g_assert_true (tl_map_view_is_busy (fixture->view));
  change_scene (fixture);
  look (fixture, viewport);
  g_assert_false (tl_map_view_is_busy (fixture->view));
  viewport.scale *= 1.5;
  look (fixture, viewport);
  g_assert_true (tl_map_view_is_busy (fixture->view));
}

static void
test_no_scene (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  guint index;

  tl_map_view_set_scene (fixture->view, NULL);
  tl_map_view_prepare (fixture->view, NULL, NULL);
  tl_map_view_snapshot (fixture->view, snapshot);
  g_assert_false (tl_map_view_find (fixture->view, ALIGNED, &index));
  g_assert_false (tl_map_view_hit (fixture->view, tl_point (10, 10), 4, &index));
  g_assert_true (tl_rect_is_empty (tl_map_view_get_tray (fixture->view)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  ADD ("/ui/map-view/docked", test_docked);
  ADD ("/ui/map-view/hit", test_hit);
  ADD ("/ui/map-view/fold", test_fold);
  ADD ("/ui/map-view/scroll-tray", test_scroll_tray);
  ADD ("/ui/map-view/tray-head", test_tray_head);
  ADD ("/ui/map-view/headings", test_headings);
  ADD ("/ui/map-view/glide", test_glide);
  ADD ("/ui/map-view/prepare", test_prepare);
  ADD ("/ui/map-view/lines", test_lines);
  ADD ("/ui/map-view/no-scene", test_no_scene);
  return g_test_run ();
}
