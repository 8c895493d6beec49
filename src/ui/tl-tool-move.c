/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-commands-pin.h"
#include "tl-snap.h"
#include "tl-snapshot-painter.h"

#define SNAP_PIXELS 6.0 /* from how far a card is drawn to a line */
#define GUIDE_WIDTH 1.0
#define GUIDE_OVERHANG 12.0 /* pixels beyond the cards that it joins */

struct _TlToolMove
{
  TlTool parent_instance;

  /* Owned */
  GPtrArray *items;    /* of TlItem */
  GArray *rects;       /* of TlRect: where their cards were, in map units */
  GHashTable *entries; /* set of their indices + 1 */

  TlPoint anchor; /* where it was taken hold of, in map units */
  TlPoint origin; /* of the map at that moment, in pixels */
  TlRect lead;    /* of the card that was taken hold of */
  TlPoint shift;  /* in map units */
  TlSnap snap;
};

#define TL_TYPE_TOOL_MOVE (tl_tool_move_get_type ())
G_DECLARE_FINAL_TYPE (TlToolMove, tl_tool_move, TL, TOOL_MOVE, TlTool)
G_DEFINE_FINAL_TYPE (TlToolMove, tl_tool_move, TL_TYPE_TOOL)

static void
add_item (TlToolMove *self, TlItem *item)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  TlRect rect;
  guint index;

  if (!tl_map_view_find (canvas->view, tl_item_get_id (item), &index)
      || tl_map_view_get_entry (canvas->view, index)->item.role != TL_ENTRY_CARD)
    return;
  /* A card in the tray is taken from where it is seen over the map. */
  rect = tl_viewport_rect_to_map (tl_canvas_get_viewport (canvas),
                                  tl_map_view_get_entry_rect (canvas->view, index));
  g_ptr_array_add (self->items, g_object_ref (item));
  g_array_append_val (self->rects, rect);
  g_hash_table_add (self->entries, GUINT_TO_POINTER (index + 1));
}

/* The cards in sight that stay. */
static GArray *
list_others (TlToolMove *self)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  GArray *visible = tl_map_view_get_visible (canvas->view);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (TlRect));

  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      const TlEntry *entry = tl_map_view_get_entry (canvas->view, index);

      if (entry->item.role == TL_ENTRY_CARD && !tl_map_view_is_in_tray (canvas->view, index)
          && !g_hash_table_contains (self->entries, GUINT_TO_POINTER (index + 1)))
        g_array_append_val (others, entry->item.bounds);
    }
  return others;
}

static void
tl_tool_move_update (TlTool *tool, TlPoint at)
{
  TlToolMove *self = TL_TOOL_MOVE (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  TlPoint now = tl_viewport_to_map (viewport, at);
  g_autoptr (GArray) others = list_others (self);
  TlRect lead = self->lead;
  TlPoint pixels;

  self->shift = tl_point (now.x - self->anchor.x, now.y - self->anchor.y);
  lead.x += self->shift.x;
  lead.y += self->shift.y;
  self->snap = tl_snap_rect (lead, (const TlRect *) (void *) others->data, others->len,
                             SNAP_PIXELS / viewport.scale, TL_CANVAS_GRID);
  self->shift.x += self->snap.shift.x;
  self->shift.y += self->snap.shift.y;
  pixels = tl_point (self->shift.x * viewport.scale, self->shift.y * viewport.scale);
  tl_map_view_carry (canvas->view, self->entries, pixels,
                     tl_point (pixels.x + viewport.origin.x - self->origin.x,
                               pixels.y + viewport.origin.y - self->origin.y));
  tl_tool_pull_edges (tool, at);
  tl_canvas_queue_update (canvas);
}

static void
let_go (TlToolMove *self)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));

  tl_map_view_carry (canvas->view, NULL, tl_point (0, 0), tl_point (0, 0));
  tl_canvas_queue_update (canvas);
}

static void
tl_tool_move_finish (TlTool *tool, TlPoint at)
{
  TlToolMove *self = TL_TOOL_MOVE (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  g_autofree TlPoint *corners = g_new (TlPoint, self->items->len);

  tl_tool_move_update (tool, at);
  let_go (self);
  /* The tray is no place to lie at. */
  if (at.y >= viewport.height)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      TlRect rect = g_array_index (self->rects, TlRect, i);

      corners[i] = tl_point (rect.x + self->shift.x, rect.y + self->shift.y);
    }
  tl_canvas_place_cards (canvas, self->items, corners, NULL);
}

static void
tl_tool_move_cancel (TlTool *tool)
{
  let_go (TL_TOOL_MOVE (tool));
}

/* Lines do not follow before the card is let go. */
static gboolean
tl_tool_move_get_emphasis (TlTool *tool, guint index, TlEmphasis *emphasis)
{
  TlToolMove *self = TL_TOOL_MOVE (tool);
  TlScene *scene = tl_map_view_get_scene (tl_tool_get_canvas (tool)->view);
  guint left, right;

  if (!tl_scene_get_ends (scene, index, &left, &right)
      || (!g_hash_table_contains (self->entries, GUINT_TO_POINTER (left + 1))
          && !g_hash_table_contains (self->entries, GUINT_TO_POINTER (right + 1))))
    return FALSE;
  *emphasis = TL_EMPHASIS_DIMMED;
  return TRUE;
}

static void
draw_guide (TlCanvas *canvas, const TlGuide *guide, GtkSnapshot *snapshot)
{
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  TlPoint from
      = guide->is_vertical ? tl_point (guide->at, guide->from) : tl_point (guide->from, guide->at);
  TlPoint to
      = guide->is_vertical ? tl_point (guide->at, guide->to) : tl_point (guide->to, guide->at);
  GdkRGBA color = tl_color_to_rgba (tl_canvas_get_theme (canvas)->accent);
  graphene_rect_t bounds;
  TlRect line;

  from = tl_viewport_to_screen (viewport, from);
  to = tl_viewport_to_screen (viewport, to);
  if (guide->is_vertical)
    line = tl_rect (round (from.x), from.y - GUIDE_OVERHANG, GUIDE_WIDTH,
                    to.y - from.y + 2 * GUIDE_OVERHANG);
  else
    line = tl_rect (from.x - GUIDE_OVERHANG, round (from.y), to.x - from.x + 2 * GUIDE_OVERHANG,
                    GUIDE_WIDTH);
  bounds = tl_rect_to_graphene (line);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
}

static void
tl_tool_move_snapshot (TlTool *tool, GtkSnapshot *snapshot)
{
  TlToolMove *self = TL_TOOL_MOVE (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlViewport viewport = tl_canvas_get_viewport (canvas);

  if (viewport.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) viewport.width,
                                                         (float) viewport.height));
  for (guint i = 0; i < self->snap.n_guides; i++)
    draw_guide (canvas, &self->snap.guides[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tl_tool_move_finalize (GObject *object)
{
  TlToolMove *self = TL_TOOL_MOVE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->rects, g_array_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);

  G_OBJECT_CLASS (tl_tool_move_parent_class)->finalize (object);
}

static void
tl_tool_move_class_init (TlToolMoveClass *klass)
{
  TlToolClass *tool_class = TL_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_tool_move_finalize;
  tool_class->cursor = "move";
  tool_class->update = tl_tool_move_update;
  tool_class->finish = tl_tool_move_finish;
  tool_class->cancel = tl_tool_move_cancel;
  tool_class->snapshot = tl_tool_move_snapshot;
  tool_class->get_emphasis = tl_tool_move_get_emphasis;
}

static void
tl_tool_move_init (TlToolMove *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->rects = g_array_new (FALSE, FALSE, sizeof (TlRect));
  self->entries = g_hash_table_new (NULL, NULL);
}

/**
 * tl_tool_move_new:
 * @canvas: what to work on; it has a scene
 * @start: where the gesture began, in pixels
 * @item: the item whose card it began on
 *
 * Moves the card, and with it all that is selected if it is; otherwise it alone is selected. Where
 * cards are let go they are pinned.
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_move_new (TlCanvas *canvas, TlPoint start, TlItem *item)
{
  TlToolMove *self = g_object_new (TL_TYPE_TOOL_MOVE, NULL);
  TlSelection *selection = tl_session_get_selection (canvas->session);

  tl_tool_set_start (TL_TOOL (self), canvas, start);
  if (!tl_selection_contains (selection, item))
    tl_selection_select (selection, item);
  self->anchor = tl_viewport_to_map (tl_canvas_get_viewport (canvas), start);
  self->origin = tl_canvas_get_viewport (canvas).origin;
  add_item (self, item);
  self->lead = g_array_index (self->rects, TlRect, 0);
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    if (tl_selection_get_item (selection, i) != item)
      add_item (self, tl_selection_get_item (selection, i));
  return TL_TOOL (self);
}
