/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a renderer is given of a map that is many times as high as any screen: a bitmap is made of
 * each cairo node and of each texture, and no graphics card takes one of any size. */

#include <pango/pangocairo.h>

#include "tl-map-view.h"
#include "tl-session.h"
#include "ui-plan.h"

#define WIDTH 1280.0
#define HEIGHT 800.0
#define N_OBJECTIVES 300
#define N_LINKED 1500
#define N_UNALIGNED 700
#define N_HALOS 20

#define MAX_SIDE 2100.0 /* device pixels, of the nearest view on a display of twice the pixels */
#define MAX_BITMAPS 600 /* in sight */
#define MAX_TEXTURES 60
#define MANY_FRAMES 90

typedef struct
{
  TlSession *session;
  TlMapView *view;
  TlRect frame; /* of what is in sight, in device pixels */
  guint n_bitmaps;
  guint n_textures;
  double largest;
} Fixture;

static TlItem *
add (TlWorkspace *workspace, TlKind kind, const char *prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);
  TlItem *item = tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);

  if (kind != TL_KIND_LINK)
    tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, id, NULL);
  return item;
}

static void
refer (TlWorkspace *workspace, TlItem *item, TlField field, const char *prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);

  tl_workspace_set_text (workspace, item, field, id, NULL);
}

static void
choose (TlWorkspace *workspace, TlItem *item, TlField field, const char *choice)
{
  g_auto (TlValue) value = tl_value_from_choice (tl_field_find_choice (field, choice));

  g_assert_true (tl_workspace_set (workspace, item, field, &value, NULL));
}

static void
add_project (TlWorkspace *workspace, guint number)
{
  static const char *const strengths[] = { "weak", "medium", "strong" };
  TlItem *project = add (workspace, TL_KIND_PROJECT, "p", number);

  choose (workspace, project, TL_PROJECT_STATUS, "live");
  for (guint i = 0; i < 2 && number < N_LINKED; i++)
    {
      TlItem *link = add (workspace, TL_KIND_LINK, "l", 2 * number + i);

      refer (workspace, link, TL_LINK_PROJECT, "p", number);
      refer (workspace, link, TL_LINK_TARGET, "o", (number * 7 + i * 131) % N_OBJECTIVES);
      choose (workspace, link, TL_LINK_STRENGTH, strengths[(number + i) % 3]);
    }
}

/* A plan whose map is some hundred thousand units high. */
static TlSession *
open_tall_plan (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlDocument) document = NULL;

  g_setenv ("THROUGHLINE_TODAY", UI_PLAN_TODAY, TRUE);
  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < 3; i++)
    add (workspace, TL_KIND_GOAL, "g", i);
  for (guint i = 0; i < N_OBJECTIVES; i++)
    refer (workspace, add (workspace, TL_KIND_OBJECTIVE, "o", i), TL_OBJECTIVE_GOAL, "g", i % 3);
  for (guint i = 0; i < N_LINKED + N_UNALIGNED; i++)
    add_project (workspace, i);
  tl_workspace_end_bulk (workspace);
  document = tl_document_new_for_workspace (workspace);
  return tl_session_new (document);
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = WIDTH - 24 };

  fixture->session = open_tall_plan ();
  fixture->view = tl_map_view_new (context);
  g_object_unref (context);
  tl_map_view_set_docked (fixture->view, TRUE);
  tl_map_view_set_size (fixture->view, WIDTH, HEIGHT);
  tl_map_view_set_scene (fixture->view,
                         tl_scene_new_map (tl_session_get_analysis (fixture->session), &options));
  g_assert_cmpfloat (tl_map_view_get_content (fixture->view).height, >, 60000);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  tl_map_view_free (fixture->view);
  g_clear_object (&fixture->session);
}

static void
count_bitmap (Fixture *self, GskRenderNode *node, GskTransform *transform)
{
  graphene_rect_t bounds;
  TlRect rect;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (transform, &bounds, &bounds);
  rect = tl_rect (bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
  self->largest = MAX (self->largest, MAX (rect.width, rect.height));
  if (!tl_rect_intersects (rect, self->frame))
    return;
  if (gsk_render_node_get_node_type (node) == GSK_CAIRO_NODE)
    self->n_bitmaps++;
  else
    self->n_textures++;
}

static void
walk (Fixture *self, GskRenderNode *node, GskTransform *transform)
{
  g_autoptr (GskTransform) own = NULL;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        walk (self, gsk_container_node_get_child (node, i), transform);
      break;
    case GSK_TRANSFORM_NODE:
      own = gsk_transform_transform (gsk_transform_ref (transform),
                                     gsk_transform_node_get_transform (node));
      walk (self, gsk_transform_node_get_child (node), own);
      break;
    case GSK_CLIP_NODE:
      walk (self, gsk_clip_node_get_child (node), transform);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      walk (self, gsk_rounded_clip_node_get_child (node), transform);
      break;
    case GSK_OPACITY_NODE:
      walk (self, gsk_opacity_node_get_child (node), transform);
      break;
    case GSK_CAIRO_NODE:
    case GSK_TEXTURE_NODE:
      count_bitmap (self, node, transform);
      break;
    case GSK_COLOR_NODE:
    case GSK_BORDER_NODE:
    case GSK_TEXT_NODE:
    case GSK_LINEAR_GRADIENT_NODE:
      break;
    default:
      g_assert_not_reached (); /* a kind of node that this test knows nothing of */
    }
}

static TlEmphasis
emphasis_cb (guint index, gpointer user_data)
{
  return (TlEmphasis) (index % (TL_EMPHASIS_DIMMED + 1));
}

static void
give_halos (Fixture *self)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < N_HALOS; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i * 150);
      guint index;

      g_assert_true (tl_map_view_find (self->view, id, &index));
      g_array_append_val (links, index);
    }
  tl_map_view_set_halos (self->view, links, tl_color_with_alpha (tl_color (0xff), 0.4));
}

static void
look (Fixture *self, double scale, double share, int factor)
{
  TlRect content = tl_map_view_get_content (self->view);
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  TlPoint point = tl_point (content.x + content.width * 0.6, content.y + content.height * share);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskTransform) transform = gsk_transform_scale (NULL, (float) factor, (float) factor);
  g_autoptr (GskRenderNode) node = NULL;

  viewport.scale = scale;
  tl_map_view_set_viewport (self->view, tl_viewport_center_on (viewport, point));
  tl_map_view_set_factor (self->view, factor);
  tl_map_view_prepare (self->view, emphasis_cb, NULL);
  tl_map_view_snapshot (self->view, snapshot);
  tl_map_view_snapshot_halos (self->view, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  self->n_bitmaps = self->n_textures = 0;
  self->frame = tl_rect (0, 0, WIDTH * factor, HEIGHT * factor);
  walk (self, node, transform);
}

/* From wherever and however near the map is seen. */
static void
test_sizes (Fixture *fixture, gconstpointer user_data)
{
  static const double shares[] = { 0, 0.5, 1 };

  give_halos (fixture);
  for (double scale = TL_VIEWPORT_MIN_SCALE; scale < TL_VIEWPORT_MAX_SCALE; scale *= 1.7)
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
      for (int factor = 1; factor <= 2; factor++)
        {
          fixture->largest = 0;
          look (fixture, scale, shares[i], factor);
          g_test_message ("%.3f at %.1f, %d: %u bitmaps and %u textures, up to %.0f", scale,
                          shares[i], factor, fixture->n_bitmaps, fixture->n_textures,
                          fixture->largest);
          g_assert_cmpfloat (fixture->largest, <=, MAX_SIDE);
          g_assert_cmpuint (fixture->n_bitmaps, <=, MAX_BITMAPS);
          g_assert_cmpuint (fixture->n_textures, <=, factor * factor * MAX_TEXTURES);
        }
  look (fixture, 1, 0.5, 1);
  g_assert_cmpuint (fixture->n_textures, >, 0);
}

/* Who zooms in and out for long has no more bitmaps than after the first time. */
static void
test_zooming (Fixture *fixture, gconstpointer user_data)
{
  guint n_first = 0;

  for (int i = 0; i < MANY_FRAMES; i++)
    {
      int step = ABS (i % 30 - 15);

      look (fixture, 0.1 + 0.04 * step, 0.5, 1);
      if (i == 30)
        n_first = fixture->n_textures + fixture->n_bitmaps;
      if (i > 0 && i % 30 == 0)
        g_assert_cmpuint (fixture->n_textures + fixture->n_bitmaps, <=, n_first + n_first / 2);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  ADD ("/ui/map-nodes/sizes", test_sizes);
  ADD ("/ui/map-nodes/zooming", test_zooming);
  return g_test_run ();
}
