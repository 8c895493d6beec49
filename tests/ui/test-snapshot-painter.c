/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "tl-snapshot-painter.h"

static TlSnapshotPainter *
create_painter (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  TlSnapshotPainter *self = tl_snapshot_painter_new (context);

  g_object_unref (context);
  return self;
}

static void
assert_bounds (GskRenderNode *node, TlRect expected)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, (float) expected.x, 0.01f);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, (float) expected.y, 0.01f);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, (float) expected.width, 0.01f);
  g_assert_cmpfloat_with_epsilon (bounds.size.height, (float) expected.height, 0.01f);
}

/* Whose coordinates begin at its own corner, wherever that is. */
static void
assert_is_cairo (GskRenderNode *node)
{
  graphene_rect_t bounds;

  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_TRANSFORM_NODE);
  node = gsk_transform_node_get_child (node);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CAIRO_NODE);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (graphene_point_equal (&bounds.origin, graphene_point_zero ()));
}

static void
test_rectangles (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  TlRect rect = tl_rect (10, 20, 100, 50);
  TlColor red = tl_color (0xff0000);
  GskRenderNode *node;

  tl_snapshot_painter_begin (self);
  tl_painter_fill_rect (TL_PAINTER (self), rect, 0, red);
  node = tl_snapshot_painter_end (self);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_COLOR_NODE);
  assert_bounds (node, rect);
  gsk_render_node_unref (node);

  tl_snapshot_painter_begin (self);
  tl_painter_fill_rect (TL_PAINTER (self), rect, 12, red);
  node = tl_snapshot_painter_end (self);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_ROUNDED_CLIP_NODE);
  gsk_render_node_unref (node);

  /* A stroke lies on both sides of its line. */
  tl_snapshot_painter_begin (self);
  tl_painter_stroke_rect (TL_PAINTER (self), rect, 12, tl_stroke (2), red);
  node = tl_snapshot_painter_end (self);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_BORDER_NODE);
  assert_bounds (node, tl_rect_grow (rect, 1));
  gsk_render_node_unref (node);

  tl_snapshot_painter_begin (self);
  tl_painter_stroke_rect (TL_PAINTER (self), rect, 12, tl_stroke_dashed (2, 4, 3), red);
  node = tl_snapshot_painter_end (self);
  assert_is_cairo (node);
  assert_bounds (node, tl_rect_grow (rect, 1));
  gsk_render_node_unref (node);
}

static void
test_paths (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  GskRenderNode *node;

  tl_path_builder_add_link (builder, tl_point (0, 0), tl_point (80, 200), FALSE);
  tl_snapshot_painter_begin (self);
  tl_painter_stroke_path (TL_PAINTER (self), tl_path_builder_get_path (builder), tl_stroke (3),
                          tl_color (0xff));
  node = tl_snapshot_painter_end (self);
  assert_is_cairo (node);
  /* Tight: a renderer makes a bitmap of as many pixels. */
  assert_bounds (node, tl_rect (-3, -3, 86, 206));
  gsk_render_node_unref (node);
}

static void
paint_text (TlSnapshotPainter *self, const char *string)
{
  TlText text = { .string = string,
                  .role = TL_TEXT_TITLE,
                  .width = 120,
                  .max_lines = 2,
                  .color = tl_color (0x112233) };

  tl_painter_draw_text (TL_PAINTER (self), &text, tl_point (5, 7));
}

static void
test_text (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  GskRenderNode *node;

  tl_snapshot_painter_begin (self);
  paint_text (self, "Sellers");
  node = tl_snapshot_painter_end (self);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);

  tl_snapshot_painter_begin (self);
  paint_text (self, "");
  node = tl_snapshot_painter_end (self);
  g_assert_null (node);
  tl_snapshot_painter_forget (self);
}

/* Clips end with the state in which they were set, or with the node. */
static void
test_states (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  TlPainter *painter = TL_PAINTER (self);
  GskRenderNode *node;

  tl_snapshot_painter_begin (self);
  tl_painter_save (painter);
  tl_painter_translate (painter, 100, 0);
  tl_painter_scale (painter, 2);
  tl_painter_clip_rect (painter, tl_rect (0, 0, 10, 10));
  tl_painter_fill_rect (painter, tl_rect (0, 0, 50, 50), 0, tl_color (1));
  tl_painter_restore (painter);
  node = tl_snapshot_painter_end (self);
  assert_bounds (node, tl_rect (100, 0, 20, 20));
  gsk_render_node_unref (node);

  tl_snapshot_painter_begin (self);
  tl_painter_clip_rect (painter, tl_rect (0, 0, 10, 10));
  tl_painter_fill_rect (painter, tl_rect (0, 0, 50, 50), 0, tl_color (1));
  node = tl_snapshot_painter_end (self);
  assert_bounds (node, tl_rect (0, 0, 10, 10));
  gsk_render_node_unref (node);
}

/* What something else draws is left out, until the next node. */
static void
test_without_lines (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlPath path;
  GskRenderNode *node;

  tl_path_builder_add_link (builder, tl_point (0, 0), tl_point (80, 200), FALSE);
  path = tl_path_builder_get_path (builder);
  tl_snapshot_painter_begin_without_lines (self);
  tl_painter_stroke_path (TL_PAINTER (self), path, tl_stroke (2), tl_color (1));
  g_assert_null (tl_snapshot_painter_end (self));

  tl_snapshot_painter_begin_without_lines (self);
  tl_painter_stroke_path (TL_PAINTER (self), path, tl_stroke (2), tl_color (1));
  tl_painter_fill_rect (TL_PAINTER (self), tl_rect (5, 5, 9, 9), 0, tl_color (1));
  node = tl_snapshot_painter_end (self);
  assert_bounds (node, tl_rect (5, 5, 9, 9));
  gsk_render_node_unref (node);

  tl_snapshot_painter_begin (self);
  tl_painter_stroke_path (TL_PAINTER (self), path, tl_stroke (2), tl_color (1));
  node = tl_snapshot_painter_end (self);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

/* Counts the cairo nodes of what is painted, and finds the largest side of one. */
static double
measure_cairo_nodes (GskRenderNode *node, guint *n_nodes)
{
  double largest = 0;
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return measure_cairo_nodes (gsk_transform_node_get_child (node), n_nodes);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      largest
          = MAX (largest, measure_cairo_nodes (gsk_container_node_get_child (node, i), n_nodes));
  if (gsk_render_node_get_node_type (node) != GSK_CAIRO_NODE)
    return largest;
  gsk_render_node_get_bounds (node, &bounds);
  (*n_nodes)++;
  return MAX (bounds.size.width, bounds.size.height);
}

/* What is painted of a tall tray: whatever its size, no bitmap is large. */
static void
test_large (void)
{
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  TlPainter *painter = TL_PAINTER (self);
  TlRect tray = tl_rect (0.5, 0.5, 640, 30000);
  GskRenderNode *node;
  graphene_rect_t bounds;
  guint n_nodes = 0;

  tl_snapshot_painter_begin (self);
  tl_painter_hatch_rect (painter, tray, 12, 14, tl_stroke (4), tl_color (1));
  tl_painter_stroke_rect (painter, tray, 12, tl_stroke_dashed (2, 7, 5), tl_color (1));
  node = tl_snapshot_painter_end (self);
  g_assert_cmpfloat (measure_cairo_nodes (node, &n_nodes), <, 300);
  g_assert_cmpuint (n_nodes, >, 600);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.size.height, >=, 30000);
  gsk_render_node_unref (node);
}

/* What is far down the map is drawn as what is at its beginning. */
static void
test_far (void)
{
  static const double tops[] = { 0, 360000 };
  g_autoptr (TlSnapshotPainter) self = create_painter ();
  cairo_surface_t *surfaces[2];

  for (int i = 0; i < 2; i++)
    {
      cairo_t *cr;
      GskRenderNode *node;

      tl_snapshot_painter_begin (self);
      tl_painter_hatch_rect (TL_PAINTER (self), tl_rect (10, tops[i] + 10, 200, 500), 12, 14,
                             tl_stroke (4), tl_color (1));
      node = tl_snapshot_painter_end (self);
      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_A8, 120, 240);
      cr = cairo_create (surfaces[i]);
      cairo_scale (cr, 0.5, 0.5);
      cairo_translate (cr, 0, -tops[i]);
      gsk_render_node_draw (node, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
      gsk_render_node_unref (node);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]), 240 * 120,
                   cairo_image_surface_get_data (surfaces[1]), 240 * 120);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/snapshot-painter/rectangles", test_rectangles);
  g_test_add_func ("/ui/snapshot-painter/paths", test_paths);
  g_test_add_func ("/ui/snapshot-painter/text", test_text);
  g_test_add_func ("/ui/snapshot-painter/states", test_states);
  g_test_add_func ("/ui/snapshot-painter/without-lines", test_without_lines);
  g_test_add_func ("/ui/snapshot-painter/large", test_large);
  g_test_add_func ("/ui/snapshot-painter/far", test_far);
  return g_test_run ();
}
