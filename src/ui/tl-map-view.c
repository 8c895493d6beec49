/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-view-private.h"

#define DOCK_MARGIN 12.0
#define DOCK_SHARE 0.3       /* of the height that the tray may take */
#define DOCK_MIN_HEIGHT 88.0 /* a heading and a row of cards */
#define TRAY_HEAD_GAP 2.0    /* map units over the first card that are not part of the head */
#define HEADINGS_TOP 10.0    /* of pinned headings, from the edge of the view */
#define HEADINGS_LEFT 16.0   /* the same of those of rows */
#define HEADINGS_BOTTOM 8.0

static void
forget_nodes (TlMapView *self)
{
  for (int i = 0; i < N_LINES; i++)
    tl_line_tiles_forget (self->lines[i]);
  g_array_set_size (self->halos, 0);
  tl_entry_nodes_set_list (self->nodes, NULL);
  g_array_set_size (self->map_nodes, 0);
  g_array_set_size (self->heading_nodes, 0);
  g_array_set_size (self->tray_nodes, 0);
  g_array_set_size (self->head_nodes, 0);
  g_array_set_size (self->visible, 0);
  g_array_set_size (self->tray_grounds, 0);
  g_clear_pointer (&self->grounds, g_free);
}

static Ground
find_ground (TlMapView *self, const TlEntry *entry)
{
  if (self->is_docked && entry->item.role == TL_ENTRY_HEADER)
    return GROUND_HEADINGS;
  if (!self->is_docked || !tl_rect_intersects (self->tray_region, entry->extent))
    return GROUND_MAP;
  return tl_rect_contains_rect (tl_rect_grow (self->tray_region, 2), entry->extent) ? GROUND_TRAY
                                                                                    : GROUND_NONE;
}

/* The parts of the tray that begin at its top keep their heads there. */
static void
survey_tray (TlMapView *self, const TlDisplayList *list)
{
  double first = self->tray_region.y + self->tray_region.height;

  g_array_set_size (self->tray_grounds, 0);
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      if (self->grounds[i] != GROUND_TRAY)
        continue;
      /* Heads of groups scroll with their cards. */
      if (entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_DECORATION)
        first = MIN (first, entry->item.bounds.y);
      else if (entry->extent.y < self->tray_region.y + 1)
        g_array_append_val (self->tray_grounds, i);
    }
  self->tray_head = first - self->tray_region.y - TRAY_HEAD_GAP;
}

static void
survey (TlMapView *self)
{
  const TlDisplayList *list = tl_scene_get_list (self->scene);
  guint n = tl_display_list_get_n_entries (list);

  self->tray_region = self->headings_region = self->content = tl_rect (0, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      if (entry->item.role == TL_ENTRY_TRAY)
        self->tray_region = tl_rect_union (self->tray_region, entry->extent);
      else if (entry->item.role == TL_ENTRY_HEADER)
        self->headings_region = tl_rect_union (self->headings_region, entry->item.bounds);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      self->grounds[i] = (guint8) find_ground (self, entry);
      if (self->grounds[i] == GROUND_MAP || self->grounds[i] == GROUND_HEADINGS)
        self->content = tl_rect_union (self->content, entry->extent);
    }
  survey_tray (self, list);
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
  double most = MAX (DOCK_MIN_HEIGHT * self->tray.scale, self->height * DOCK_SHARE);

  return MIN (whole, self->is_folded ? self->tray_head * self->tray.scale : most);
}

static void
arrange (TlMapView *self)
{
  double width = MAX (1, self->width - 2 * DOCK_MARGIN);
  double map_height = self->height;

  self->tray_frame = tl_rect (0, 0, 0, 0);
  if (self->is_docked && !tl_rect_is_empty (self->tray_region))
    {
      double height;

      self->tray.scale = MIN (self->text_scale, width / self->tray_region.width);
      height = get_tray_height (self, self->tray_region.height * self->tray.scale);
      self->tray_frame = tl_rect (DOCK_MARGIN, self->height - DOCK_MARGIN - height,
                                  self->tray_region.width * self->tray.scale, height);
      map_height = self->tray_frame.y - DOCK_MARGIN;
      place_tray (self);
    }
  self->map = tl_viewport_resize (self->map, self->width, MAX (1, map_height));
}

static gboolean
is_upright (TlMapView *self)
{
  return self->scene != NULL && tl_scene_is_upright (self->scene);
}

/* How much of the top edge the headings take when they have stopped there, in pixels. */
static double
get_pinned_height (TlMapView *self)
{
  if (tl_rect_is_empty (self->headings_region) || is_upright (self))
    return self->top;
  return self->top + HEADINGS_TOP + self->headings_region.height * self->map.scale
         + HEADINGS_BOTTOM;
}

/* The same of the left edge, where the headings are those of rows. */
static double
get_pinned_width (TlMapView *self)
{
  if (!self->is_docked || !is_upright (self))
    return 0;
  return HEADINGS_LEFT + self->headings_region.width * self->map.scale;
}

/* How far the headings must come down, or to the right, to be in sight, in pixels. */
static TlPoint
get_headings_shift (TlMapView *self)
{
  double left = self->headings_region.x * self->map.scale + self->map.origin.x;
  double top = self->headings_region.y * self->map.scale + self->map.origin.y;

  if (!self->is_docked)
    return tl_point (0, 0);
  return is_upright (self) ? tl_point (MAX (HEADINGS_LEFT - left, 0), 0)
                           : tl_point (0, MAX (self->top + HEADINGS_TOP - top, 0));
}

/* What there is of the map under the headings of its columns, which are always in sight. */
static TlRect
get_cards (TlMapView *self)
{
  double bottom = self->content.y + self->content.height;
  TlRect cards = self->content;

  if (self->is_docked && !is_upright (self) && !tl_rect_is_empty (self->headings_region))
    cards.y = MIN (self->headings_region.y + self->headings_region.height, bottom - 1);
  cards.height = bottom - cards.y;
  return tl_rect_is_empty (self->content) ? self->content : cards;
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
  for (int i = 0; i < N_LINES; i++)
    self->lines[i] = tl_line_tiles_new ();
  self->halos = g_array_new (FALSE, FALSE, sizeof (TlPaintedEntry));
  self->factor = 1;
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tray_grounds = g_array_new (FALSE, FALSE, sizeof (guint));
  self->map_nodes = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->heading_nodes = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->tray_nodes = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->head_nodes = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->map = tl_viewport (1, 1);
  self->tray = tl_viewport (1, 1);
  self->text_scale = 1;
  return self;
}

/**
 * tl_map_view_free:
 * @self: (transfer full): a view
 */
void
tl_map_view_free (TlMapView *self)
{
  tl_map_view_set_glide (self, 0);
  tl_map_view_carry (self, NULL, tl_point (0, 0), tl_point (0, 0));
  forget_nodes (self);
  g_clear_handle_id (&self->past_source, g_source_remove);
  g_clear_pointer (&self->past, tl_scene_free);
  g_clear_pointer (&self->scene, tl_scene_free);
  tl_entry_nodes_free (self->nodes);
  for (int i = 0; i < N_LINES; i++)
    tl_line_tiles_free (self->lines[i]);
  g_array_unref (self->halos);
  g_array_unref (self->visible);
  g_array_unref (self->tray_grounds);
  g_array_unref (self->map_nodes);
  g_array_unref (self->heading_nodes);
  g_array_unref (self->tray_nodes);
  g_array_unref (self->head_nodes);
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
  tl_map_view_set_glide (self, 0);
  tl_map_view_carry (self, NULL, tl_point (0, 0), tl_point (0, 0));
  forget_nodes (self);
  g_clear_pointer (&self->scene, tl_scene_free);
  self->scene = scene;
  self->tray_region = self->headings_region = self->content = tl_rect (0, 0, 0, 0);
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

static void
forget_changed (TlMapView *self, const GArray *changed)
{
  for (guint i = 0; i < changed->len; i++)
    tl_entry_nodes_forget (self->nodes, g_array_index (changed, guint, i));
  if (changed->len > 0)
    tl_line_tiles_touch (self->lines[LINES_STILL]);
}

/**
 * tl_map_view_follow:
 * @self: a view
 * @analysis: of the workspace as it stands
 * @transaction: what has changed since the scene was made
 *
 * Follows an edit as tl_scene_follow(). Only the nodes of what looks otherwise now are made anew.
 *
 * Returns: whether that was enough; if not, another scene has to be made
 */
gboolean
tl_map_view_follow (TlMapView *self, TlAnalysis *analysis, TlTransaction *transaction)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->scene == NULL || !tl_scene_follow (self->scene, analysis, transaction, changed))
    return FALSE;
  forget_changed (self, changed);
  return TRUE;
}

/**
 * tl_map_view_colour_by:
 * @self: a view with a scene
 * @analysis: the one that the scene was made of
 * @by: a choice of the field %TL_VIEW_COLOUR_BY
 *
 * Colours the scene by something else. Only the nodes of what looks otherwise now are made anew.
 */
void
tl_map_view_colour_by (TlMapView *self, TlAnalysis *analysis, int by)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_scene_set_colour_by (self->scene, analysis, by, changed);
  forget_changed (self, changed);
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
 * tl_map_view_set_text_scale:
 * @self: a view
 * @scale: of texts that the user wants to read, from 1 up
 *
 * Lets the tray be as large, where there is room for it.
 */
void
tl_map_view_set_text_scale (TlMapView *self, double scale)
{
  self->text_scale = scale;
}

/**
 * tl_map_view_get_text_scale:
 * @self: a view
 *
 * Returns: the scale of texts that the user wants to read
 */
double
tl_map_view_get_text_scale (TlMapView *self)
{
  return self->text_scale;
}

/**
 * tl_map_view_set_top:
 * @self: a view
 * @top: how much of the height lies under something else, in pixels
 */
void
tl_map_view_set_top (TlMapView *self, double top)
{
  self->top = top;
}

/**
 * tl_map_view_get_top:
 * @self: a view
 *
 * Returns: how much of the height lies under something else, in pixels
 */
double
tl_map_view_get_top (TlMapView *self)
{
  return self->top;
}

/**
 * tl_map_view_set_docked:
 * @self: a view
 * @is_docked: whether the tray lies at the bottom edge and the headings of the columns stop at the
 *   top edge, or both lie on the map where the scene has them
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
  TlRect cards = get_cards (self);
  double covered;

  self->map = tl_viewport_resize (viewport, self->map.width, self->map.height);
  covered = MIN (self->is_docked ? get_pinned_height (self) : self->top, self->map.height / 2);
  viewport = tl_viewport_pan (self->map, 0, -covered);
  viewport.height -= covered;
  viewport = tl_viewport_pan (tl_viewport_clamp (viewport, cards), 0, covered);
  self->map.origin = viewport.origin;
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
 * tl_map_view_get_tray_head:
 * @self: a view
 *
 * Returns: the part of the docked tray that does not scroll, in pixels
 */
TlRect
tl_map_view_get_tray_head (TlMapView *self)
{
  TlRect head = self->tray_frame;

  head.height = MIN (head.height, self->tray_head * self->tray.scale);
  return head;
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
  Ground ground = tl_rect_contains (self->tray_frame, point) ? GROUND_TRAY : GROUND_MAP;
  TlViewport viewport = tl_map_view_get_viewport_of (self, ground);

  if (self->scene == NULL || !tl_rect_contains (tl_map_view_get_frame_of (self, ground), point))
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
 * tl_map_view_get_entry_rect:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: the bounds of the entry in pixels of the view, in sight or not
 */
TlRect
tl_map_view_get_entry_rect (TlMapView *self, guint index)
{
  return tl_viewport_rect_to_screen (tl_map_view_get_viewport_of (self, self->grounds[index]),
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
  TlRect frame = tl_map_view_get_frame_of (self, self->grounds[index]);
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
  return tl_map_view_get_viewport_of (self, self->grounds[index]).scale;
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
  TlViewport viewport = self->map;
  double above = self->is_docked ? get_pinned_height (self) : 0;
  double beside = get_pinned_width (self);

  if (self->grounds[index] == GROUND_TRAY)
    return self->map;
  viewport.origin.x -= beside;
  viewport.origin.y -= above;
  viewport.width -= beside;
  viewport.height -= above;
  viewport
      = tl_viewport_reveal (viewport, tl_map_view_get_entry (self, index)->item.bounds, margin);
  viewport.origin.x += beside;
  viewport.origin.y += above;
  viewport.width += beside;
  viewport.height += above;
  return viewport;
}

/**
 * tl_map_view_begin_with:
 * @self: a view with a scene
 * @viewport: where the map is seen from its corner
 * @index: of an entry
 *
 * Returns: @viewport, moved along the map until the entry comes next to the headings, unless it is
 *   in sight anyway
 */
TlViewport
tl_map_view_begin_with (TlMapView *self, TlViewport viewport, guint index)
{
  TlRect headings = tl_viewport_rect_to_screen (viewport, self->headings_region);
  TlRect entry
      = tl_viewport_rect_to_screen (viewport, tl_map_view_get_entry (self, index)->item.bounds);

  if (is_upright (self) && entry.x + entry.width > viewport.width)
    viewport.origin.x -= entry.x - (headings.x + headings.width + HEADINGS_LEFT);
  else if (!is_upright (self) && entry.y + entry.height > viewport.height)
    viewport.origin.y -= entry.y - (headings.y + headings.height + HEADINGS_BOTTOM);
  return viewport;
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
  TlRect frame = tl_map_view_get_frame_of (self, GROUND_TRAY);
  TlRect rect;

  if (self->grounds[index] != GROUND_TRAY)
    return;
  rect = tl_rect_grow (tl_map_view_get_entry_rect (self, index), 8);
  if (rect.y < frame.y)
    tl_map_view_scroll_tray (self, rect.y - frame.y);
  else if (rect.y + rect.height > frame.y + frame.height)
    tl_map_view_scroll_tray (self, rect.y + rect.height - frame.y - frame.height);
}

/**
 * tl_map_view_get_headings:
 * @self: a view
 *
 * Returns: the strip that is kept free at the top edge and that the headings of the columns take
 *   there, in pixels; without the headings as long as they are where they belong
 */
TlRect
tl_map_view_get_headings (TlMapView *self)
{
  if (get_headings_shift (self).y <= 0)
    return tl_rect (0, 0, self->top > 0 ? self->map.width : 0, MIN (self->top, self->map.height));
  return tl_rect (0, 0, self->map.width, MIN (get_pinned_height (self), self->map.height));
}

/* For painting. */

/**
 * tl_map_view_get_viewport_of:
 * @self: a view
 * @ground: one that entries lie on
 *
 * Returns: where the ground is seen from
 */
TlViewport
tl_map_view_get_viewport_of (TlMapView *self, Ground ground)
{
  if (ground == GROUND_TRAY)
    return self->tray;
  if (ground == GROUND_HEADINGS)
    return tl_viewport_pan (self->map, get_headings_shift (self).x, get_headings_shift (self).y);
  return self->map;
}

/**
 * tl_map_view_get_frame_of:
 * @self: a view
 * @ground: one that entries lie on
 *
 * Returns: the part of the view in which the ground is seen, in pixels
 */
TlRect
tl_map_view_get_frame_of (TlMapView *self, Ground ground)
{
  TlRect frame = tl_rect (0, 0, self->map.width, self->map.height);
  double beside = get_headings_shift (self).x > 0 ? get_pinned_width (self) : 0;
  double covered;

  if (ground == GROUND_HEADINGS && !is_upright (self))
    return frame;
  if (ground == GROUND_TRAY)
    frame = self->tray_frame;
  else if (ground == GROUND_MAP)
    {
      frame.x += beside;
      frame.width -= beside;
    }
  covered = ground == GROUND_TRAY ? tl_map_view_get_tray_head (self).height
                                  : tl_map_view_get_headings (self).height;
  frame.y += covered;
  frame.height -= covered;
  return frame;
}
