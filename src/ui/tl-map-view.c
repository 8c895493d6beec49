/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-view.h"

#include "tl-entry-nodes.h"
#include "tl-snapshot-painter.h"

#define PREPARED_PIXELS 64 /* beyond the edge, so that a slow pan meets finished nodes */

#define DOCK_MARGIN 12.0
#define DOCK_SHARE 0.27      /* of the height that the tray may take */
#define FADE_HEIGHT 14.0     /* of an edge behind which there is more */
#define DOCK_MIN_HEIGHT 88.0 /* a heading and a row of cards */
#define DOCK_FOLDED_HEIGHT 40.0

/* On what an entry lies. */
typedef enum
{
  GROUND_MAP,
  GROUND_TRAY,
  GROUND_NONE, /* between the two: it cannot be drawn when the tray is docked */
} Ground;

struct _TlMapView
{
  /* Owned */
  TlScene *scene;
  TlEntryNodes *nodes;
  guint8 *grounds;      /* of each entry: a Ground */
  GArray *visible;      /* of guint: entries in sight, in the order of painting */
  GPtrArray *map_nodes; /* their nodes, borrowed */
  GPtrArray *tray_nodes;

  TlRect tray_region; /* in map units; empty when there is no tray */
  TlRect content;     /* in map units: all but a docked tray */
  TlViewport map;
  TlViewport tray;
  TlRect tray_frame; /* in pixels */
  double tray_scroll;
  double width;
  double height;
  gboolean is_docked;
  gboolean is_folded;
};

static void
forget_nodes (TlMapView *self)
{
  tl_entry_nodes_set_list (self->nodes, NULL);
  g_ptr_array_set_size (self->map_nodes, 0);
  g_ptr_array_set_size (self->tray_nodes, 0);
  g_array_set_size (self->visible, 0);
  g_clear_pointer (&self->grounds, g_free);
}

static Ground
find_ground (TlMapView *self, const TlEntry *entry)
{
  if (!self->is_docked || !tl_rect_intersects (self->tray_region, entry->extent))
    return GROUND_MAP;
  return tl_rect_contains_rect (tl_rect_grow (self->tray_region, 2), entry->extent) ? GROUND_TRAY
                                                                                    : GROUND_NONE;
}

static void
survey (TlMapView *self)
{
  const TlDisplayList *list = tl_scene_get_list (self->scene);
  guint n = tl_display_list_get_n_entries (list);

  self->tray_region = tl_rect (0, 0, 0, 0);
  self->content = tl_rect (0, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      if (entry->item.role == TL_ENTRY_TRAY)
        self->tray_region = tl_rect_union (self->tray_region, entry->extent);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      self->grounds[i] = find_ground (self, entry);
      if (self->grounds[i] == GROUND_MAP)
        self->content = tl_rect_union (self->content, entry->extent);
    }
}

static double
clamp_tray_scroll (TlMapView *self, double scroll)
{
  double length = self->tray_region.height * self->tray.scale;

  return CLAMP (scroll, 0, MAX (0, length - self->tray_frame.height));
}

static void
place_tray (TlMapView *self)
{
  self->tray_scroll = clamp_tray_scroll (self, self->tray_scroll);
  self->tray.origin.x = self->tray_frame.x - self->tray_region.x * self->tray.scale;
  self->tray.origin.y
      = self->tray_frame.y - self->tray_scroll - self->tray_region.y * self->tray.scale;
}

static double
get_tray_height (TlMapView *self, double whole)
{
  double most = MAX (DOCK_MIN_HEIGHT, self->height * DOCK_SHARE);

  if (self->is_folded)
    return MIN (whole, DOCK_FOLDED_HEIGHT);
  return MIN (whole, most);
}

static void
arrange (TlMapView *self)
{
  double width = MAX (1, self->width - 2 * DOCK_MARGIN);
  double map_height = self->height;

  self->tray_frame = tl_rect (0, 0, 0, 0);
  if (self->is_docked && !tl_rect_is_empty (self->tray_region))
    {
      double scale = MIN (1, width / self->tray_region.width);
      double height = get_tray_height (self, self->tray_region.height * scale);

      self->tray.scale = scale;
      self->tray_frame = tl_rect (DOCK_MARGIN, self->height - DOCK_MARGIN - height,
                                  self->tray_region.width * scale, height);
      map_height = self->tray_frame.y - DOCK_MARGIN;
      place_tray (self);
    }
  self->map = tl_viewport_resize (self->map, self->width, MAX (1, map_height));
}

/* What one of the two grounds shows. */
static void
prepare_ground (TlMapView *self,
                Ground ground,
                TlViewport viewport,
                TlRect frame,
                GPtrArray *nodes,
                TlEmphasisFunc emphasis,
                gpointer user_data)
{
  const TlDisplayList *list = tl_scene_get_list (self->scene);
  TlRect area = tl_viewport_rect_to_map (viewport, tl_rect_grow (frame, PREPARED_PIXELS));
  g_autoptr (GArray) found = tl_display_list_query (list, area);
  TlDetail detail = tl_detail_for_scale (viewport.scale);

  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      TlEmphasis state = emphasis != NULL ? emphasis (index, user_data) : TL_EMPHASIS_NONE;
      GskRenderNode *node;

      if (self->grounds[index] != ground)
        continue;
      node = tl_entry_nodes_get (self->nodes, index, detail, state);
      if (node != NULL)
        g_ptr_array_add (nodes, node);
      g_array_append_val (self->visible, index);
    }
}

static void
append_nodes (GPtrArray *nodes, TlViewport viewport, TlRect frame, GtkSnapshot *snapshot)
{
  graphene_rect_t clip = tl_rect_to_graphene (frame);
  graphene_point_t origin
      = GRAPHENE_POINT_INIT ((float) viewport.origin.x, (float) viewport.origin.y);

  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_scale (snapshot, (float) viewport.scale, (float) viewport.scale);
  for (guint i = 0; i < nodes->len; i++)
    gtk_snapshot_append_node (snapshot, nodes->pdata[i]);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static TlRect
get_map_frame (TlMapView *self)
{
  return tl_rect (0, 0, self->map.width, self->map.height);
}

/* A soft edge says that something goes on behind it. */
static void
fade_edge (GtkSnapshot *snapshot, TlRect frame, gboolean is_top, TlColor ground)
{
  double y = is_top ? frame.y : frame.y + frame.height - FADE_HEIGHT;
  graphene_rect_t bounds = tl_rect_to_graphene (tl_rect (frame.x, y, frame.width, FADE_HEIGHT));
  graphene_point_t from = { bounds.origin.x, (float) (is_top ? y : y + FADE_HEIGHT) };
  graphene_point_t to = { bounds.origin.x, (float) (is_top ? y + FADE_HEIGHT : y) };
  GskColorStop stops[] = { { 0, tl_color_to_rgba (ground) },
                           { 1, tl_color_to_rgba (tl_color_with_alpha (ground, 0)) } };

  gtk_snapshot_append_linear_gradient (snapshot, &bounds, &from, &to, stops, G_N_ELEMENTS (stops));
}

static void
fade_edges (TlMapView *self, GtkSnapshot *snapshot)
{
  TlColor ground = tl_display_list_get_background (tl_scene_get_list (self->scene));
  TlRect content = tl_viewport_rect_to_screen (self->map, self->content);
  double length = self->tray_region.height * self->tray.scale;

  if (content.y + content.height > self->map.height + 1)
    fade_edge (snapshot, get_map_frame (self), FALSE, ground);
  if (self->tray_scroll > 1)
    fade_edge (snapshot, self->tray_frame, TRUE, ground);
  if (!self->is_folded && self->tray_scroll + self->tray_frame.height < length - 1)
    fade_edge (snapshot, self->tray_frame, FALSE, ground);
}

static TlViewport
get_viewport_of (TlMapView *self, guint index)
{
  return self->grounds[index] == GROUND_TRAY ? self->tray : self->map;
}

/**
 * tl_map_view_new:
 * @context: the fonts, for this view alone
 *
 * Returns: (transfer full): a view of nothing
 */
TlMapView *
tl_map_view_new (PangoContext *context)
{
  TlMapView *self = g_new0 (TlMapView, 1);

  self->nodes = tl_entry_nodes_new (context);
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
  self->map_nodes = g_ptr_array_new ();
  self->tray_nodes = g_ptr_array_new ();
  self->map = tl_viewport (1, 1);
  self->tray = tl_viewport (1, 1);
  return self;
}

/**
 * tl_map_view_free:
 * @self: (transfer full): a view
 */
void
tl_map_view_free (TlMapView *self)
{
  forget_nodes (self);
  g_clear_pointer (&self->scene, tl_scene_free);
  tl_entry_nodes_free (self->nodes);
  g_array_unref (self->visible);
  g_ptr_array_unref (self->map_nodes);
  g_ptr_array_unref (self->tray_nodes);
  g_free (self);
}

/**
 * tl_map_view_set_scene:
 * @self: a view
 * @scene: (transfer full) (nullable): what to show from now on
 *
 * The camera stays where it is.
 */
void
tl_map_view_set_scene (TlMapView *self, TlScene *scene)
{
  forget_nodes (self);
  g_clear_pointer (&self->scene, tl_scene_free);
  self->scene = scene;
  self->tray_region = tl_rect (0, 0, 0, 0);
  self->content = tl_rect (0, 0, 0, 0);
  if (scene != NULL)
    {
      const TlDisplayList *list = tl_scene_get_list (scene);

      tl_entry_nodes_set_list (self->nodes, list);
      self->grounds = g_new0 (guint8, MAX (1, tl_display_list_get_n_entries (list)));
      survey (self);
    }
  arrange (self);
}

/**
 * tl_map_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the scene
 */
TlScene *
tl_map_view_get_scene (TlMapView *self)
{
  return self->scene;
}

/**
 * tl_map_view_get_list:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what there is to see, %NULL without a scene
 */
const TlDisplayList *
tl_map_view_get_list (TlMapView *self)
{
  return self->scene != NULL ? tl_scene_get_list (self->scene) : NULL;
}

/**
 * tl_map_view_get_content:
 * @self: a view
 *
 * Returns: the part of the map that there is to move about in, in map units; a docked tray is not
 *   in it
 */
TlRect
tl_map_view_get_content (TlMapView *self)
{
  return self->content;
}

/**
 * tl_map_view_set_size:
 * @self: a view
 * @width: in pixels
 * @height: in pixels
 */
void
tl_map_view_set_size (TlMapView *self, double width, double height)
{
  self->width = width;
  self->height = height;
  arrange (self);
}

/**
 * tl_map_view_set_docked:
 * @self: a view
 * @is_docked: whether the tray lies at the bottom edge, or on the map where the scene has it
 */
void
tl_map_view_set_docked (TlMapView *self, gboolean is_docked)
{
  self->is_docked = is_docked;
  if (self->scene != NULL)
    survey (self);
  arrange (self);
}

/**
 * tl_map_view_set_folded:
 * @self: a view
 * @is_folded: whether of a docked tray no more than the heading is seen
 */
void
tl_map_view_set_folded (TlMapView *self, gboolean is_folded)
{
  self->is_folded = is_folded;
  arrange (self);
}

/**
 * tl_map_view_is_folded:
 * @self: a view
 *
 * Returns: whether of a docked tray no more than the heading is seen
 */
gboolean
tl_map_view_is_folded (TlMapView *self)
{
  return self->is_folded;
}

/**
 * tl_map_view_get_viewport:
 * @self: a view
 *
 * Returns: where the map is seen from; its size is that of the part above the tray
 */
TlViewport
tl_map_view_get_viewport (TlMapView *self)
{
  return self->map;
}

/**
 * tl_map_view_set_viewport:
 * @self: a view
 * @viewport: where to see the map from; its size is ignored
 *
 * Part of the map stays in sight, whatever is asked for.
 */
void
tl_map_view_set_viewport (TlMapView *self, TlViewport viewport)
{
  viewport = tl_viewport_resize (viewport, self->map.width, self->map.height);
  self->map = tl_viewport_clamp (viewport, self->content);
}

/**
 * tl_map_view_get_tray:
 * @self: a view
 *
 * Returns: the frame of the docked tray, in pixels; empty when there is none
 */
TlRect
tl_map_view_get_tray (TlMapView *self)
{
  return self->tray_frame;
}

/**
 * tl_map_view_scroll_tray:
 * @self: a view
 * @dy: how far to go down, in pixels
 *
 * Returns: whether the docked tray has moved
 */
gboolean
tl_map_view_scroll_tray (TlMapView *self, double dy)
{
  double before = self->tray_scroll;

  self->tray_scroll = clamp_tray_scroll (self, self->tray_scroll + dy);
  place_tray (self);
  return self->tray_scroll != before;
}

/**
 * tl_map_view_get_tray_scroll:
 * @self: a view
 * @position: (out): of what is seen, from 0 at the top to 1 at the bottom
 * @share: (out): how much of the tray is seen, from 0 to 1
 *
 * Returns: whether there is more in the docked tray than is seen
 */
gboolean
tl_map_view_get_tray_scroll (TlMapView *self, double *position, double *share)
{
  double length = self->tray_region.height * self->tray.scale;
  double hidden = length - self->tray_frame.height;

  if (tl_rect_is_empty (self->tray_frame) || hidden < 1)
    return FALSE;
  *position = self->tray_scroll / hidden;
  *share = self->tray_frame.height / length;
  return TRUE;
}

/**
 * tl_map_view_hit:
 * @self: a view
 * @point: in pixels
 * @tolerance: how far beside a link one may point, in pixels
 * @index: (out): the entry
 *
 * Returns: whether there is anything
 */
gboolean
tl_map_view_hit (TlMapView *self, TlPoint point, double tolerance, guint *index)
{
  gboolean in_tray = tl_rect_contains (self->tray_frame, point);
  TlViewport viewport = in_tray ? self->tray : self->map;
  Ground ground = in_tray ? GROUND_TRAY : GROUND_MAP;

  if (self->scene == NULL || (!in_tray && point.y >= self->map.height))
    return FALSE;
  return tl_display_list_hit (tl_scene_get_list (self->scene), tl_viewport_to_map (viewport, point),
                              tolerance / viewport.scale, index)
         && self->grounds[*index] == ground;
}

/**
 * tl_map_view_find:
 * @self: a view
 * @id: of an item
 * @index: (out): the entry that shows it
 *
 * Returns: whether it is on the map or in the tray
 */
gboolean
tl_map_view_find (TlMapView *self, const char *id, guint *index)
{
  return self->scene != NULL && id != NULL
         && tl_display_list_find (tl_scene_get_list (self->scene), id, index)
         && self->grounds[*index] != GROUND_NONE;
}

/**
 * tl_map_view_get_entry:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: (transfer none): the entry, as long as the scene stays
 */
const TlEntry *
tl_map_view_get_entry (TlMapView *self, guint index)
{
  return tl_display_list_get_entry (tl_scene_get_list (self->scene), index);
}

/**
 * tl_map_view_is_in_tray:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: whether it lies in a docked tray
 */
gboolean
tl_map_view_is_in_tray (TlMapView *self, guint index)
{
  return self->grounds[index] == GROUND_TRAY;
}

/**
 * tl_map_view_get_entry_rect:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: the bounds of the entry in pixels of the view, in sight or not
 */
TlRect
tl_map_view_get_entry_rect (TlMapView *self, guint index)
{
  return tl_viewport_rect_to_screen (get_viewport_of (self, index),
                                     tl_map_view_get_entry (self, index)->item.bounds);
}

/**
 * tl_map_view_get_seen_rect:
 * @self: a view with a scene
 * @index: of an entry
 * @rect: (out): the part of its bounds that is in sight, in pixels of the view
 *
 * Returns: whether any of it is in sight
 */
gboolean
tl_map_view_get_seen_rect (TlMapView *self, guint index, TlRect *rect)
{
  TlRect whole = tl_map_view_get_entry_rect (self, index);
  TlRect frame = self->grounds[index] == GROUND_TRAY ? self->tray_frame : get_map_frame (self);
  double right = MIN (whole.x + whole.width, frame.x + frame.width);
  double bottom = MIN (whole.y + whole.height, frame.y + frame.height);

  *rect = tl_rect (MAX (whole.x, frame.x), MAX (whole.y, frame.y), 0, 0);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
  return !tl_rect_is_empty (*rect);
}

/**
 * tl_map_view_get_entry_scale:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: pixels a map unit where the entry lies
 */
double
tl_map_view_get_entry_scale (TlMapView *self, guint index)
{
  return get_viewport_of (self, index).scale;
}

/**
 * tl_map_view_get_revealing:
 * @self: a view with a scene
 * @index: of an entry
 * @margin: to the edge of the view, in pixels
 *
 * Returns: where to see the map from so that the entry is in sight; for one in the docked tray, the
 *   map stays as it is
 */
TlViewport
tl_map_view_get_revealing (TlMapView *self, guint index, double margin)
{
  if (self->grounds[index] == GROUND_TRAY)
    return self->map;
  return tl_viewport_reveal (self->map, tl_map_view_get_entry (self, index)->item.bounds, margin);
}

/**
 * tl_map_view_reveal_in_tray:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Scrolls the docked tray until the entry is in sight, if that is where it lies.
 */
void
tl_map_view_reveal_in_tray (TlMapView *self, guint index)
{
  TlRect rect;

  if (self->grounds[index] != GROUND_TRAY)
    return;
  rect = tl_rect_grow (tl_map_view_get_entry_rect (self, index), 8);
  if (rect.y < self->tray_frame.y)
    tl_map_view_scroll_tray (self, rect.y - self->tray_frame.y);
  else if (rect.y + rect.height > self->tray_frame.y + self->tray_frame.height)
    tl_map_view_scroll_tray (self,
                             rect.y + rect.height - self->tray_frame.y - self->tray_frame.height);
}

/**
 * tl_map_view_prepare:
 * @self: a view
 * @emphasis: (nullable) (scope call): asked for the state of each entry in sight
 * @user_data: for @emphasis
 *
 * Finds what is in sight and makes the render nodes that are missing. To be called before a frame
 * is painted, whenever anything has changed.
 */
void
tl_map_view_prepare (TlMapView *self, TlEmphasisFunc emphasis, gpointer user_data)
{
  g_ptr_array_set_size (self->map_nodes, 0);
  g_ptr_array_set_size (self->tray_nodes, 0);
  g_array_set_size (self->visible, 0);
  if (self->scene == NULL)
    return;
  prepare_ground (self, GROUND_MAP, self->map, get_map_frame (self), self->map_nodes, emphasis,
                  user_data);
  if (!tl_rect_is_empty (self->tray_frame))
    prepare_ground (self, GROUND_TRAY, self->tray, self->tray_frame, self->tray_nodes, emphasis,
                    user_data);
  tl_entry_nodes_trim (self->nodes, self->visible);
}

/**
 * tl_map_view_get_visible:
 * @self: a view that is prepared
 *
 * Returns: (transfer none) (element-type guint): the entries in sight, or nearly so
 */
GArray *
tl_map_view_get_visible (TlMapView *self)
{
  return self->visible;
}

/**
 * tl_map_view_snapshot:
 * @self: a view that is prepared
 * @snapshot: where to put what is seen
 */
void
tl_map_view_snapshot (TlMapView *self, GtkSnapshot *snapshot)
{
  append_nodes (self->map_nodes, self->map, get_map_frame (self), snapshot);
  if (!tl_rect_is_empty (self->tray_frame))
    {
      append_nodes (self->tray_nodes, self->tray, self->tray_frame, snapshot);
      fade_edges (self, snapshot);
    }
}

/**
 * tl_map_view_create_halo:
 * @self: a view with a scene
 * @index: of a link
 * @color: of the halo
 *
 * Returns: (transfer full) (nullable): a glow along the link, in map units
 */
GskRenderNode *
tl_map_view_create_halo (TlMapView *self, guint index, TlColor color)
{
  return tl_entry_nodes_create_halo (self->nodes, index, color);
}

/**
 * tl_map_view_append:
 * @self: a view
 * @nodes: (element-type GskRenderNode): in map units
 * @snapshot: where to put what is seen of them
 */
void
tl_map_view_append (TlMapView *self, GPtrArray *nodes, GtkSnapshot *snapshot)
{
  append_nodes (nodes, self->map, get_map_frame (self), snapshot);
}

/**
 * tl_map_view_push_clip:
 * @self: a view with a scene
 * @index: of an entry
 * @snapshot: where to push it; the caller pops it
 *
 * Clips to the ground on which an entry lies, for what is drawn around it.
 */
void
tl_map_view_push_clip (TlMapView *self, guint index, GtkSnapshot *snapshot)
{
  TlRect frame = self->grounds[index] == GROUND_TRAY ? self->tray_frame : get_map_frame (self);
  graphene_rect_t clip = tl_rect_to_graphene (frame);

  gtk_snapshot_push_clip (snapshot, &clip);
}
