/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-scene.h"

#include <math.h>
#include <string.h>

#include "tl-map-look.h"
#include "tl-scene-private.h"

#define PROBE 2.0     /* map units */
#define SAME_WAY 0.25 /* apart at most */
#define NO_ENTRY (-1)
#define INACTIVE_SHARE 0.5 /* of the surface in the colour of what is closed or only an idea */

static void
draw (TlScene *self, TlMap *map)
{
  g_autoptr (TlRecorder) recorder = tl_recorder_new (self->list);

  /* Items come last, so that their ids win over ours. */
  tl_map_draw_tray (map, recorder);
  tl_map_draw_lanes (map, recorder);
  tl_map_draw_headers (map, recorder);
  if (map->options->with_legend)
    tl_map_draw_legend (map, recorder);
  self->n_before_lines = tl_display_list_get_n_entries (self->list);
  tl_map_add_links (map, recorder);
  self->n_before_cards = tl_display_list_get_n_entries (self->list);
  tl_map_add_cards (map, recorder);
}

/* What comes into sight. */
static void
draw_due (guint entry, TlRecorder *recorder, gpointer user_data)
{
  TlScene *self = user_data;

  if (entry < self->n_before_cards)
    tl_map_draw_link (self->map, entry - self->n_before_lines, recorder);
  else
    tl_map_draw_card (self->map, (int) (entry - self->n_before_cards), recorder);
}

/* The entry in which a lane can be folded or unfolded. */
static void
add_lane (TlScene *self, const TlMapLane *lane)
{
  TlSceneNode *node;
  guint entry;

  if (!tl_display_list_find (self->list, lane->id, &entry))
    g_assert_not_reached ();
  g_array_append_val (self->lanes, entry);
  node = &g_array_index (self->nodes, TlSceneNode, entry);
  node->is_lane = TRUE;
  node->can_fold = TRUE;
  node->is_folded = lane->is_folded;
  node->n_hidden = lane->n_hidden;
}

static int
find_owner (const TlScene *self, const TlMapCard *card)
{
  if (card->goal != TL_MAP_NONE)
    return (int) (self->n_before_cards + (guint) card->goal);
  if (card->lane == TL_MAP_NONE || tl_map_card_is_strip (card) || self->lanes->len == 0)
    return NO_ENTRY;
  return (int) g_array_index (self->lanes, guint, card->lane);
}

static void
add_nodes (TlScene *self, TlMap *map)
{
  guint first = self->n_before_cards;
  TlSceneNode nobody = {
    .kind = TL_N_KINDS,
    .owner = NO_ENTRY,
    .category = TL_COLOURING_NONE,
    .first_to_right = TL_SCENE_NO_LINE,
    .first_to_left = TL_SCENE_NO_LINE,
  };

  for (guint i = 0; i < tl_display_list_get_n_entries (self->list); i++)
    g_array_append_val (self->nodes, nobody);
  for (guint i = 0; map->options->is_folded != NULL && i < map->lanes->len; i++)
    add_lane (self, tl_map_get_lane (map, i));
  for (guint i = 0; i < map->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (map, (int) i);
      TlSceneNode *node = &g_array_index (self->nodes, TlSceneNode, first + i);

      card->entry = first + i;
      node->owner = find_owner (self, card);
      if (tl_map_card_is_strip (card))
        continue;
      node->kind = card->kind;
      node->is_apart = tl_map_card_is_apart (card);
      node->is_pinned = card->is_pinned;
      node->is_mandate = card->standing == TL_STANDING_MANDATE;
      node->is_unserved = tl_map_card_is_unserved (card);
      node->is_flagged = card->is_flagged;
      node->is_inactive = card->is_inactive;
      node->can_fold = tl_map_card_can_fold (map, card);
      node->is_folded = card->is_folded;
      node->n_hidden = card->n_hidden;
      node->category = card->category;
      node->note = tl_colouring_get_note (map->colouring, card->category, card->item);
      node->n_projects = card->n_projects;
    }
}

static void
add_lines (TlScene *self, TlMap *map)
{
  guint first = self->n_before_lines;

  for (guint i = 0; i < map->links->len; i++)
    {
      const TlMapLink *link = tl_map_get_link (map, i);
      guint left = tl_map_get_card (map, link->left)->entry;
      guint right = tl_map_get_card (map, link->right)->entry;
      TlSceneNode *left_node = &g_array_index (self->nodes, TlSceneNode, left);
      TlSceneNode *right_node = &g_array_index (self->nodes, TlSceneNode, right);
      TlSceneLine line
          = { first + i, left, right, left_node->first_to_right, right_node->first_to_left };

      g_array_append_val (self->lines, line);
      left_node->first_to_right = (int) i;
      right_node->first_to_left = (int) i;
    }
}

/* Each link that is folded into another line can be found by its own id. */
static void
add_folded_links (TlScene *self, TlMap *map)
{
  for (guint i = 0; i < map->folded_links->len; i++)
    {
      const TlMapFoldedLink *folded = &g_array_index (map->folded_links, TlMapFoldedLink, i);

      tl_display_list_add_id (self->list, tl_item_get_id (folded->item),
                              tl_scene_get_line (self, (int) folded->link)->entry);
    }
}

static TlTint
get_card_tint (const TlScene *self, const TlSceneNode *node)
{
  TlTint tint = { tl_colouring_get_color (self->colouring, node->category, self->theme),
                  TL_LOOK_SOLID, node->note };

  if (tl_colouring_get_by (self->colouring) == TL_COLOUR_BY_GOAL)
    tint.look = TL_LOOK_PLAIN;
  else if (node->category != TL_COLOURING_NONE)
    tint.look = tl_colouring_get_category (self->colouring, node->category)->look;
  if (node->is_inactive)
    tint.color = tl_color_mix (tint.color, self->theme->surface, INACTIVE_SHARE);
  return tint;
}

/* Branches have the colour of their goal, and so have links; or that of their project, where
 * projects have one. */
static TlTint
get_line_tint (const TlScene *self, const TlSceneLine *line)
{
  gboolean is_by_goal = tl_colouring_get_by (self->colouring) == TL_COLOUR_BY_GOAL;
  const TlSceneNode *right = tl_scene_get_node (self, line->right);
  const TlSceneNode *node = right;

  if (is_by_goal || right->kind != TL_KIND_PROJECT)
    node = tl_scene_get_node (self, line->left);
  return (TlTint) { tl_colouring_get_color (self->colouring, node->category, self->theme),
                    TL_LOOK_PLAIN, NULL };
}

static void
set_tint (TlScene *self, guint entry, TlTint tint, GArray *changed)
{
  if (tl_display_list_set_tint (self->list, entry, &tint) && changed != NULL)
    g_array_append_val (changed, entry);
}

static void
tint_all (TlScene *self, GArray *changed)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (tl_scene_get_node (self, i)->kind != TL_N_KINDS)
      set_tint (self, i, get_card_tint (self, tl_scene_get_node (self, i)), changed);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlSceneLine *line = tl_scene_get_line (self, (int) i);

      set_tint (self, line->entry, get_line_tint (self, line), changed);
    }
}

/**
 * tl_scene_new_map:
 * @analysis: of the workspace at the revision to show
 * @options: (nullable): what to show and how; %NULL for all of the defaults
 *
 * Builds the map: goals in priority order, their objectives, the projects that serve them, and the
 * tray of those that do not. No text is laid out here; sizes are estimated from characters. Cards
 * and links are drawn when they are first painted, which has to be before the workspace changes for
 * the picture to be that of one revision.
 *
 * Returns: (transfer full): the scene, which keeps the analysis
 */
TlScene *
tl_scene_new_map (TlAnalysis *analysis, const TlSceneOptions *options)
{
  static const TlSceneOptions defaults = { 0 };
  TlMap *map;
  TlScene *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  map = tl_map_new (analysis, options,
                    options->before != NULL ? options->before->map->layout : NULL);
  self = g_new0 (TlScene, 1);
  self->map = map;
  self->theme = map->theme;
  self->is_upright = map->is_upright;
  self->revision = tl_workspace_get_revision (tl_analysis_get_workspace (analysis));
  self->list = tl_display_list_new (map->theme->canvas);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TlSceneNode));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TlSceneLine));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (guint));
  tl_display_list_set_draw_func (self->list, draw_due, self);
  tl_display_list_reserve (self->list, map->cards->len + map->links->len);
  draw (self, map);
  add_nodes (self, map);
  add_lines (self, map);
  add_folded_links (self, map);
  memcpy (self->n_shapes, map->n_shapes, sizeof self->n_shapes);
  self->colouring = g_steal_pointer (&map->colouring);
  tint_all (self, NULL);
  return self;
}

/**
 * tl_scene_free:
 * @self: (transfer full): a scene
 */
void
tl_scene_free (TlScene *self)
{
  tl_display_list_free (self->list);
  tl_map_free (self->map);
  tl_colouring_free (self->colouring);
  g_array_unref (self->nodes);
  g_array_unref (self->lines);
  g_array_unref (self->lanes);
  g_free (self);
}

/**
 * tl_scene_get_list:
 * @self: a scene
 *
 * Returns: (transfer none): its display list
 */
const TlDisplayList *
tl_scene_get_list (const TlScene *self)
{
  return self->list;
}

/**
 * tl_scene_get_theme:
 * @self: a scene
 *
 * Returns: (transfer none): the colours it was drawn with
 */
const TlTheme *
tl_scene_get_theme (const TlScene *self)
{
  return self->theme;
}

/**
 * tl_scene_get_revision:
 * @self: a scene
 *
 * Returns: the revision of the workspace that it shows
 */
guint64
tl_scene_get_revision (const TlScene *self)
{
  return self->revision;
}

/**
 * tl_scene_is_upright:
 * @self: a scene
 *
 * Returns: whether it goes from top to bottom, with the headings at the left of its rows
 */
gboolean
tl_scene_is_upright (const TlScene *self)
{
  return self->is_upright;
}

/**
 * tl_scene_get_colouring:
 * @self: a scene
 *
 * Returns: (transfer none): by what it is coloured, with what of it is in the picture
 */
const TlColouring *
tl_scene_get_colouring (const TlScene *self)
{
  return self->colouring;
}

/**
 * tl_scene_get_n_cards:
 * @self: a scene
 *
 * Returns: how many goals, objectives and projects are in the picture
 */
guint
tl_scene_get_n_cards (const TlScene *self)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += tl_scene_get_node (self, i)->kind != TL_N_KINDS;
  return n;
}

/**
 * tl_scene_get_ends:
 * @self: a scene
 * @entry: of its list
 * @left: (out): the card on the side of the goals
 * @right: (out): the card on the side of the projects
 *
 * Returns: whether the entry is a link or a branch
 */
gboolean
tl_scene_get_ends (const TlScene *self, guint entry, guint *left, guint *right)
{
  TlEntryRole role = tl_display_list_get_entry (self->list, entry)->item.role;
  const TlSceneLine *line;

  if ((role != TL_ENTRY_LINK && role != TL_ENTRY_BRANCH) || self->lines->len == 0)
    return FALSE;
  /* Lines are entries that follow each other. */
  line = tl_scene_get_line (self, (int) (entry - tl_scene_get_line (self, 0)->entry));
  *left = line->left;
  *right = line->right;
  return TRUE;
}

/**
 * tl_scene_list_partners:
 * @self: a scene
 * @entry: of its list
 * @to_left: whether to look towards the goals or towards the projects
 *
 * Returns: (transfer full) (element-type guint): the cards that lines lead to from a card, or the
 *   end of a line
 */
GArray *
tl_scene_list_partners (const TlScene *self, guint entry, gboolean to_left)
{
  const TlSceneNode *node = tl_scene_get_node (self, entry);
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint ends[2];

  if (tl_scene_get_ends (self, entry, &ends[0], &ends[1]))
    g_array_append_val (partners, ends[to_left ? 0 : 1]);
  for (int i = to_left ? node->first_to_left : node->first_to_right; i != TL_SCENE_NO_LINE;)
    {
      const TlSceneLine *line = tl_scene_get_line (self, i);

      g_array_append_val (partners, *(to_left ? &line->left : &line->right));
      i = to_left ? line->next_of_right : line->next_of_left;
    }
  return partners;
}

/* Two lines run along the same way where three points beside them are equally far from both. */
static gboolean
is_along (const TlScene *self, guint a, guint b, TlPoint point)
{
  const TlPoint probes[]
      = { point, tl_point (point.x + PROBE, point.y), tl_point (point.x, point.y + PROBE) };

  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    if (fabs (tl_display_list_get_distance (self->list, a, probes[i])
              - tl_display_list_get_distance (self->list, b, probes[i]))
        > SAME_WAY)
      return FALSE;
  return TRUE;
}

/**
 * tl_scene_list_trunk:
 * @self: a scene
 * @entry: of a link
 * @point: where the link is pointed at
 *
 * Returns: (transfer full) (element-type guint): the link, and those of the same card that share
 *   their way with it there
 */
GArray *
tl_scene_list_trunk (const TlScene *self, guint entry, TlPoint point)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left, right;

  g_array_append_val (entries, entry);
  if (!tl_scene_get_ends (self, entry, &left, &right))
    return entries;
  for (int i = tl_scene_get_node (self, left)->first_to_right; i != TL_SCENE_NO_LINE;
       i = tl_scene_get_line (self, i)->next_of_left)
    {
      guint other = tl_scene_get_line (self, i)->entry;

      if (other != entry
          && tl_display_list_get_entry (self->list, other)->item.role == TL_ENTRY_LINK
          && is_along (self, entry, other, point))
        g_array_append_val (entries, other);
    }
  return entries;
}

/**
 * tl_scene_set_colour_by:
 * @self: a scene without a legend
 * @analysis: the one that it was made of
 * @by: a choice of the field %TL_VIEW_COLOUR_BY
 * @changed: (nullable) (element-type guint): where to add the entries that look otherwise now
 *
 * Colours the picture by something else. Nothing is placed or drawn anew.
 */
void
tl_scene_set_colour_by (TlScene *self, TlAnalysis *analysis, int by, GArray *changed)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  TlColouring *before = self->colouring;

  g_return_if_fail (tl_workspace_get_revision (workspace) == self->revision);

  self->colouring = tl_colouring_new (analysis, by);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TlSceneNode *node = &g_array_index (self->nodes, TlSceneNode, i);
      TlItem *item;

      if (node->kind == TL_N_KINDS)
        continue;
      item = tl_workspace_lookup (workspace, tl_display_list_get_entry (self->list, i)->item.id);
      node->category = tl_colouring_classify (self->colouring, analysis, item);
      node->note = tl_colouring_get_note (self->colouring, node->category, item);
      tl_colouring_count (self->colouring, node->category, node->kind, node->n_projects);
    }
  tint_all (self, changed);
  tl_colouring_free (before);
}

/**
 * tl_scene_get_bounds:
 * @self: a scene
 *
 * Returns: what the picture takes; its left end and its top are close to the origin, not at it
 */
TlRect
tl_scene_get_bounds (const TlScene *self)
{
  return tl_display_list_get_bounds (self->list);
}

/**
 * tl_scene_get_item_bounds:
 * @self: a scene
 * @id: of an item
 * @bounds: (out): where its card or link is
 *
 * Returns: whether the item is in the picture
 */
gboolean
tl_scene_get_item_bounds (const TlScene *self, const char *id, TlRect *bounds)
{
  guint entry;

  g_return_val_if_fail (id != NULL && bounds != NULL, FALSE);

  if (!tl_display_list_find (self->list, id, &entry))
    return FALSE;
  *bounds = tl_display_list_get_entry (self->list, entry)->item.bounds;
  return TRUE;
}

/**
 * tl_scene_paint:
 * @self: a scene
 * @painter: where to paint it
 * @clip: (nullable): leave out what does not reach into this area
 * @detail: one step
 * @emphasis: (nullable) (scope call): the state of each entry, such as tl_highlight_get()
 * @user_data: for @emphasis
 *
 * Paints the picture in map units, without its background.
 */
void
tl_scene_paint (const TlScene *self,
                TlPainter *painter,
                const TlRect *clip,
                TlDetail detail,
                TlEmphasisFunc emphasis,
                gpointer user_data)
{
  tl_display_list_paint (self->list, painter, clip, detail, emphasis, user_data);
}

/**
 * tl_scene_paint_to_fit:
 * @self: a scene
 * @painter: where to paint it
 * @page: the part of the page that it may take, in the painter's units
 * @emphasis: (nullable) (scope call): the state of each entry
 * @user_data: for @emphasis
 *
 * Paints the whole picture in full detail, as large as it fits, centred across the page and hanging
 * from its top. It is never enlarged.
 *
 * Returns: the scale
 */
double
tl_scene_paint_to_fit (const TlScene *self,
                       TlPainter *painter,
                       TlRect page,
                       TlEmphasisFunc emphasis,
                       gpointer user_data)
{
  TlRect bounds = tl_scene_get_bounds (self);
  double scale = 1;

  g_return_val_if_fail (!tl_rect_is_empty (page), 0);

  if (!tl_rect_is_empty (bounds))
    scale = MIN (MIN (page.width / bounds.width, page.height / bounds.height), 1);
  tl_painter_save (painter);
  tl_painter_translate (painter, page.x + (page.width - bounds.width * scale) / 2, page.y);
  tl_painter_scale (painter, scale);
  tl_painter_translate (painter, -bounds.x, -bounds.y);
  tl_scene_paint (self, painter, NULL, TL_DETAIL_FULL, emphasis, user_data);
  tl_painter_restore (painter);
  return scale;
}
