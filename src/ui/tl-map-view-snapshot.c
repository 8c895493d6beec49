/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-view-private.h"

#include "tl-snapshot-painter.h"

#define PREPARED_PIXELS 64 /* beyond the edge, so that a slow pan meets finished nodes */
#define HALO_WIDTH 3.0     /* map units */
#define FADE_HEIGHT 14.0   /* of an edge behind which there is more */
#define FOLDED_FOOT 14.0   /* of a folded tray: the corners of its lower edge */

static void
show (GArray *nodes, GskRenderNode *node, guint index)
{
  Shown shown = { node, index };

  if (node != NULL)
    g_array_append_val (nodes, shown);
}

/* What is dragged along may belong where nobody looks any more. */
static void
find_carried (TlMapView *self, Ground ground, TlRect frame, GArray *found)
{
  TlViewport viewport = tl_map_view_get_viewport_of (self, ground);
  GHashTableIter iter;
  gpointer key;

  if (self->carried == NULL)
    return;
  g_hash_table_iter_init (&iter, self->carried);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint index = GPOINTER_TO_UINT (key) - 1;
      const TlEntry *entry = tl_map_view_get_entry (self, index);

      if (self->grounds[index] == ground
          && !tl_rect_intersects (tl_viewport_rect_to_screen (viewport, entry->extent), frame)
          && tl_rect_intersects (tl_map_view_get_shown_rect (self, index),
                                 tl_rect (0, 0, self->width, self->height)))
        g_array_append_val (found, ((TlPaintedEntry) { index, TL_EMPHASIS_NONE }));
    }
}

/* Lines become tiles, which are larger than what is in sight. */
static void
show_line (TlMapView *self, TlPaintedEntry painted, GArray *layers[])
{
  Shift shift;
  gboolean is_fading = self->glide != NULL && tl_map_view_get_shift (self, painted.index, &shift)
                       && shift.is_fading;

  if (layers[LINES_STILL]->len + layers[LINES_FADING]->len == 0)
    self->n_below = self->map_nodes->len;
  g_array_append_val (layers[is_fading ? LINES_FADING : LINES_STILL], painted);
}

static void
show_entry (TlMapView *self, TlPaintedEntry painted, TlDetail detail, GArray *nodes)
{
  show (nodes, tl_entry_nodes_get (self->nodes, painted.index, detail, painted.emphasis),
        painted.index);
  g_array_append_val (self->visible, painted.index);
}

static GArray *
query (TlMapView *self, Ground ground, double reach, TlEmphasisFunc emphasis, gpointer user_data)
{
  TlRect frame = tl_rect_grow (tl_map_view_get_frame_of (self, ground), reach);
  TlViewport viewport = tl_map_view_get_viewport_of (self, ground);

  return tl_display_list_query_painted (tl_scene_get_list (self->scene),
                                        tl_viewport_rect_to_map (viewport, frame), emphasis,
                                        user_data);
}

static void
prepare_ground (TlMapView *self,
                Ground ground,
                GArray *nodes,
                GArray *layers[],
                TlEmphasisFunc emphasis,
                gpointer user_data)
{
  TlViewport viewport = tl_map_view_get_viewport_of (self, ground);
  TlRect frame = tl_rect_grow (tl_map_view_get_frame_of (self, ground), PREPARED_PIXELS);
  TlRect area = tl_viewport_rect_to_map (viewport, frame);
  g_autoptr (GArray) found
      = query (self, ground, layers != NULL ? TL_LINE_TILES_REACH : PREPARED_PIXELS, emphasis,
               user_data);
  TlDetail detail = tl_detail_for_scale (viewport.scale);

  for (guint i = 0; i < found->len; i++)
    {
      TlPaintedEntry painted = g_array_index (found, TlPaintedEntry, i);
      const TlEntry *entry;

      if (self->grounds[painted.index] != ground)
        continue;
      entry = tl_map_view_get_entry (self, painted.index);
      if (layers != NULL && tl_entry_is_line (entry))
        show_line (self, painted, layers);
      if (tl_rect_intersects (area, entry->extent))
        show_entry (self, painted, detail, nodes);
    }
  g_array_set_size (found, 0);
  find_carried (self, ground, frame, found);
  for (guint i = 0; i < found->len; i++)
    show_entry (self, g_array_index (found, TlPaintedEntry, i), detail, nodes);
}

static void
prepare_lines (TlMapView *self, Lines layer, GArray *entries)
{
  tl_line_tiles_prepare (self->lines[layer], tl_scene_get_list (self->scene), entries, self->map,
                         tl_map_view_get_frame_of (self, GROUND_MAP), self->factor);
}

static void
prepare_map (TlMapView *self, TlEmphasisFunc emphasis, gpointer user_data)
{
  g_autoptr (GArray) still = g_array_new (FALSE, FALSE, sizeof (TlPaintedEntry));
  g_autoptr (GArray) fading = g_array_new (FALSE, FALSE, sizeof (TlPaintedEntry));
  GArray *layers[] = { [LINES_STILL] = still, [LINES_FADING] = fading };

  self->n_below = 0;
  prepare_ground (self, GROUND_MAP, self->map_nodes, layers, emphasis, user_data);
  prepare_lines (self, LINES_STILL, still);
  /* After a glide, its lines stay until they are among the others. */
  if (self->glide != NULL || !tl_line_tiles_is_busy (self->lines[LINES_STILL]))
    prepare_lines (self, LINES_FADING, fading);
  prepare_lines (self, LINES_HALOS, self->halos);
}

/* What a tray keeps at its top lies over the cards, so its nodes are painted a second time. */
static void
prepare_heads (TlMapView *self, TlEmphasisFunc emphasis, gpointer user_data)
{
  TlDetail detail = tl_detail_for_scale (self->tray.scale);

  for (guint i = 0; i < self->tray_grounds->len; i++)
    {
      guint index = g_array_index (self->tray_grounds, guint, i);
      TlEmphasis state = emphasis != NULL ? emphasis (index, user_data) : TL_EMPHASIS_NONE;
      GskRenderNode *node = tl_entry_nodes_get (self->nodes, index, detail, state);

      show (self->head_nodes, node, index);
      g_array_append_val (self->visible, index);
    }
}

static void
push_ground (GtkSnapshot *snapshot, TlViewport viewport, TlRect frame)
{
  graphene_rect_t clip = tl_rect_to_graphene (frame);
  graphene_point_t origin
      = GRAPHENE_POINT_INIT ((float) viewport.origin.x, (float) viewport.origin.y);

  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_scale (snapshot, (float) viewport.scale, (float) viewport.scale);
}

static void
pop_ground (GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_shifted (const Shown *shown, TlPoint offset, double scale, GtkSnapshot *snapshot)
{
  graphene_point_t shift
      = GRAPHENE_POINT_INIT ((float) (offset.x / scale), (float) (offset.y / scale));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &shift);
  gtk_snapshot_append_node (snapshot, shown->node);
  gtk_snapshot_restore (snapshot);
}

/* Which of the entries that are on their way. */
typedef enum
{
  WAY_GROUND, /* what is no card and keeps its shape */
  WAY_FADING,
  WAY_CARDS,
  WAY_CROSSING,
} Way;

static void
append_way (TlMapView *self, GArray *nodes, Way way, double scale, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Shown *shown = &g_array_index (nodes, Shown, i);
      gboolean is_card = tl_map_view_get_entry (self, shown->index)->item.role == TL_ENTRY_CARD;
      Shift shift = { 0 };
      Way own;

      tl_map_view_get_shift (self, shown->index, &shift);
      own = shift.is_crossing ? WAY_CROSSING
            : shift.is_fading ? WAY_FADING
            : is_card         ? WAY_CARDS
                              : WAY_GROUND;
      if (own == way)
        append_shifted (shown, shift.offset, scale, snapshot);
    }
}

static void
append_gliding (TlMapView *self, GArray *nodes, double scale, GtkSnapshot *snapshot)
{
  append_way (self, nodes, WAY_GROUND, scale, snapshot);
  gtk_snapshot_push_opacity (snapshot, self->glide != NULL ? 1 - self->glide->share : 1);
  append_way (self, nodes, WAY_FADING, scale, snapshot);
  gtk_snapshot_pop (snapshot);
  append_way (self, nodes, WAY_CARDS, scale, snapshot);
}

static gboolean
is_moving (TlMapView *self)
{
  return self->glide != NULL || self->carried != NULL;
}

static void
append_nodes (TlMapView *self,
              GArray *nodes,
              TlViewport viewport,
              TlRect frame,
              GtkSnapshot *snapshot)
{
  if (tl_rect_is_empty (frame))
    return;
  push_ground (snapshot, viewport, frame);
  if (is_moving (self))
    append_gliding (self, nodes, viewport.scale, snapshot);
  else
    for (guint i = 0; i < nodes->len; i++)
      gtk_snapshot_append_node (snapshot, g_array_index (nodes, Shown, i).node);
  pop_ground (snapshot);
}

static void
append_lines (TlMapView *self, Lines layer, TlRect frame, GtkSnapshot *snapshot)
{
  tl_line_tiles_append (self->lines[layer], self->map, frame, snapshot);
}

static void
append_map_nodes (TlMapView *self, guint from, guint to, TlRect frame, GtkSnapshot *snapshot)
{
  push_ground (snapshot, self->map, frame);
  for (guint i = from; i < to; i++)
    gtk_snapshot_append_node (snapshot, g_array_index (self->map_nodes, Shown, i).node);
  pop_ground (snapshot);
}

static void
append_map_way (TlMapView *self, Way way, TlRect frame, GtkSnapshot *snapshot)
{
  push_ground (snapshot, self->map, frame);
  append_way (self, self->map_nodes, way, self->map.scale, snapshot);
  pop_ground (snapshot);
}

static void
append_map (TlMapView *self, TlRect frame, GtkSnapshot *snapshot)
{
  graphene_rect_t clip = tl_rect_to_graphene (frame);

  if (tl_rect_is_empty (frame))
    return;
  gtk_snapshot_push_clip (snapshot, &clip);
  if (is_moving (self))
    {
      append_map_way (self, WAY_GROUND, frame, snapshot);
      append_lines (self, LINES_STILL, frame, snapshot);
      gtk_snapshot_push_opacity (snapshot, self->glide != NULL ? 1 - self->glide->share : 1);
      append_lines (self, LINES_FADING, frame, snapshot);
      append_map_way (self, WAY_FADING, frame, snapshot);
      gtk_snapshot_pop (snapshot);
      append_map_way (self, WAY_CARDS, frame, snapshot);
    }
  else
    {
      append_map_nodes (self, 0, self->n_below, frame, snapshot);
      append_lines (self, LINES_STILL, frame, snapshot);
      append_lines (self, LINES_FADING, frame, snapshot);
      append_map_nodes (self, self->n_below, self->map_nodes->len, frame, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* From the tray to the map and back a card goes over everything. */
static void
append_crossing (TlMapView *self, GtkSnapshot *snapshot)
{
  TlRect whole = tl_rect (0, 0, self->width, self->height);

  push_ground (snapshot, self->map, whole);
  append_way (self, self->map_nodes, WAY_CROSSING, self->map.scale, snapshot);
  pop_ground (snapshot);
  push_ground (snapshot, self->tray, whole);
  append_way (self, self->tray_nodes, WAY_CROSSING, self->tray.scale, snapshot);
  pop_ground (snapshot);
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

/* Where the map goes on behind what stands beside it: at a window's edge there is no need to say
 * so. */
static void
fade_map (TlMapView *self, TlRect frame, TlColor ground, GtkSnapshot *snapshot)
{
  TlRect content = tl_viewport_rect_to_screen (self->map, self->content);
  graphene_rect_t strip = tl_rect_to_graphene (tl_map_view_get_headings (self));
  GdkRGBA color = tl_color_to_rgba (ground);
  gboolean is_framed = !self->is_docked;

  if (strip.size.height > 0)
    gtk_snapshot_append_color (snapshot, &color, &strip);
  if (content.y < frame.y - 1 && (is_framed || strip.size.height > 0))
    fade_edge (snapshot, frame, TRUE, ground);
  if (content.y + content.height > frame.y + frame.height + 1
      && (is_framed || !tl_rect_is_empty (self->tray_frame)))
    fade_edge (snapshot, frame, FALSE, ground);
}

/* A folded tray is closed by the lower edge that it has when it is open. */
static void
append_foot (TlMapView *self, TlViewport head, GtkSnapshot *snapshot)
{
  double length = self->tray_region.height * self->tray.scale;
  TlRect foot = self->tray_frame;

  foot.height = MIN (FOLDED_FOOT, foot.height / 2);
  foot.y += self->tray_frame.height - foot.height;
  append_nodes (self, self->head_nodes, tl_viewport_pan (head, 0, self->tray_frame.height - length),
                foot, snapshot);
}

static void
append_tray (TlMapView *self, TlColor ground, GtkSnapshot *snapshot)
{
  TlRect head = tl_map_view_get_tray_head (self);
  TlRect body = tl_map_view_get_frame_of (self, GROUND_TRAY);
  TlViewport still = tl_viewport_pan (self->tray, 0, self->tray_scroll);
  double length = self->tray_region.height * self->tray.scale;

  append_nodes (self, self->tray_nodes, self->tray, body, snapshot);
  if (self->is_folded)
    {
      head.height -= MIN (FOLDED_FOOT, head.height / 2);
      append_foot (self, still, snapshot);
    }
  append_nodes (self, self->head_nodes, still, head, snapshot);
  if (self->tray_scroll > 1 && !self->is_folded)
    fade_edge (snapshot, body, TRUE, tl_scene_get_theme (self->scene)->amber_ground);
  if (self->tray_scroll + self->tray_frame.height < length - 1 && !self->is_folded)
    fade_edge (snapshot, body, FALSE, ground);
}

/**
 * tl_map_view_set_ready_func:
 * @self: a view
 * @ready: called when the lines in sight have been drawn anew, so that it is to be prepared and
 *   painted once more; without it, they are drawn while it is prepared
 * @user_data: for @ready
 */
void
tl_map_view_set_ready_func (TlMapView *self, GFunc ready, gpointer user_data)
{
  for (int i = 0; i < N_LINES; i++)
    tl_line_tiles_set_ready_func (self->lines[i], ready, user_data);
}

/**
 * tl_map_view_set_factor:
 * @self: a view
 * @factor: device pixels a pixel
 */
void
tl_map_view_set_factor (TlMapView *self, int factor)
{
  self->factor = factor;
}

/**
 * tl_map_view_is_busy:
 * @self: a view
 *
 * Returns: whether lines are being drawn, so that there is soon more to be seen
 */
gboolean
tl_map_view_is_busy (TlMapView *self)
{
  for (int i = 0; i < N_LINES; i++)
    if (tl_line_tiles_is_busy (self->lines[i]))
      return TRUE;
  return FALSE;
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
  g_array_set_size (self->map_nodes, 0);
  g_array_set_size (self->heading_nodes, 0);
  g_array_set_size (self->tray_nodes, 0);
  g_array_set_size (self->head_nodes, 0);
  g_array_set_size (self->visible, 0);
  if (self->scene == NULL)
    return;
  prepare_map (self, emphasis, user_data);
  if (self->is_docked)
    prepare_ground (self, GROUND_HEADINGS, self->heading_nodes, NULL, emphasis, user_data);
  if (!tl_rect_is_empty (self->tray_frame))
    {
      prepare_ground (self, GROUND_TRAY, self->tray_nodes, NULL, emphasis, user_data);
      prepare_heads (self, emphasis, user_data);
    }
  tl_entry_nodes_trim (self->nodes, self->visible);
}

/**
 * tl_map_view_snapshot:
 * @self: a view that is prepared
 * @snapshot: where to put what is seen
 */
void
tl_map_view_snapshot (TlMapView *self, GtkSnapshot *snapshot)
{
  TlRect frame = tl_map_view_get_frame_of (self, GROUND_MAP);
  TlColor ground;

  if (self->scene == NULL)
    return;
  ground = tl_display_list_get_background (tl_scene_get_list (self->scene));
  append_map (self, frame, snapshot);
  fade_map (self, frame, ground, snapshot);
  append_nodes (self, self->heading_nodes, tl_map_view_get_viewport_of (self, GROUND_HEADINGS),
                tl_map_view_get_frame_of (self, GROUND_HEADINGS), snapshot);
  if (!tl_rect_is_empty (self->tray_frame))
    append_tray (self, ground, snapshot);
  if (is_moving (self))
    append_crossing (self, snapshot);
}

/**
 * tl_map_view_set_halos:
 * @self: a view with a scene
 * @links: (element-type guint): the entries of links
 * @color: of the halos
 *
 * Gives a glow to these links and to no others, until there is another scene.
 */
void
tl_map_view_set_halos (TlMapView *self, const GArray *links, TlColor color)
{
  tl_line_tiles_set_halo (self->lines[LINES_HALOS], HALO_WIDTH, color);
  g_array_set_size (self->halos, 0);
  for (guint i = 0; i < links->len; i++)
    g_array_append_val (self->halos,
                        ((TlPaintedEntry) { g_array_index (links, guint, i), TL_EMPHASIS_NONE }));
}

/**
 * tl_map_view_snapshot_halos:
 * @self: a view that is prepared
 * @snapshot: where to put what is seen of them
 */
void
tl_map_view_snapshot_halos (TlMapView *self, GtkSnapshot *snapshot)
{
  TlRect frame = tl_map_view_get_frame_of (self, GROUND_MAP);
  graphene_rect_t clip = tl_rect_to_graphene (frame);

  if (self->scene == NULL || self->halos->len == 0 || tl_rect_is_empty (frame))
    return;
  gtk_snapshot_push_clip (snapshot, &clip);
  append_lines (self, LINES_HALOS, frame, snapshot);
  gtk_snapshot_pop (snapshot);
}

/**
 * tl_map_view_push_clip:
 * @self: a view with a scene
 * @index: of an entry
 * @snapshot: where to push it; the caller pops it
 *
 * Clips to the ground on which an entry lies, for what is drawn around it.
 *
 * Returns: whether it was pushed; not where the ground has no room, because GTK 4.8 forgets to free
 *   what nothing can be seen of
 */
gboolean
tl_map_view_push_clip (TlMapView *self, guint index, GtkSnapshot *snapshot)
{
  TlRect frame = tl_map_view_get_frame_of (self, self->grounds[index]);
  graphene_rect_t clip;
  Shift shift;

  if (tl_map_view_get_shift (self, index, &shift) && shift.is_crossing)
    frame = tl_rect (0, 0, self->width, self->height);
  if (tl_rect_is_empty (frame))
    return FALSE;
  clip = tl_rect_to_graphene (frame);
  gtk_snapshot_push_clip (snapshot, &clip);
  return TRUE;
}
