/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-pin.h"
#include "tl-snapshot-painter.h"

#define COLUMN_REACH 12.0 /* pixels beside the goals that are still among them */
#define LINE_WIDTH 3.0
#define END_GAP 10.0 /* pixels from the line to the first or last goal */
#define LABEL_PAD 6.0
#define LABEL_GAP 16.0 /* pixels from the pointer */

/* A goal that is dragged: among the goals it gets another rank, elsewhere it is linked. */
struct _TlToolRank
{
  TlTool parent_instance;

  /* Owned */
  TlTool *link;
  GPtrArray *goals; /* of TlItem: the active ones on the map, by rank */

  guint from;
  guint to; /* among the goals */
  gboolean is_ranking;
  gboolean is_row; /* the goals stand beside each other */
  TlPoint at;
};

#define TL_TYPE_TOOL_RANK (tl_tool_rank_get_type ())
G_DECLARE_FINAL_TYPE (TlToolRank, tl_tool_rank, TL, TOOL_RANK, TlTool)
G_DEFINE_FINAL_TYPE (TlToolRank, tl_tool_rank, TL_TYPE_TOOL)

static TlRect
get_rect (TlToolRank *self, guint goal)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  guint index;

  if (!tl_map_view_find (canvas->view, tl_item_get_id (self->goals->pdata[goal]), &index))
    return tl_rect (0, 0, 0, 0);
  return tl_map_view_get_entry_rect (canvas->view, index);
}

/* Along the goals, and across them. */
static double
get_along (TlToolRank *self, TlPoint point)
{
  return self->is_row ? point.x : point.y;
}

static gboolean
is_among_goals (TlToolRank *self, TlPoint at)
{
  TlViewport viewport = tl_canvas_get_viewport (tl_tool_get_canvas (TL_TOOL (self)));
  TlRect source = get_rect (self, self->from);

  if (at.y >= viewport.height)
    return FALSE;
  return self->is_row
             ? at.y > source.y - COLUMN_REACH && at.y < source.y + source.height + COLUMN_REACH
             : at.x > source.x - COLUMN_REACH && at.x < source.x + source.width + COLUMN_REACH;
}

/* How many of the others come before. */
static guint
find_place (TlToolRank *self, TlPoint at)
{
  guint n = 0;

  for (guint i = 0; i < self->goals->len; i++)
    if (i != self->from
        && get_along (self, tl_rect_get_center (get_rect (self, i))) < get_along (self, at))
      n++;
  /* On the card itself nothing is meant yet. */
  return tl_rect_contains (get_rect (self, self->from), at) ? self->from : n;
}

static void
tl_tool_rank_update (TlTool *tool, TlPoint at)
{
  TlToolRank *self = TL_TOOL_RANK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);

  self->at = at;
  self->is_ranking = is_among_goals (self, at);
  if (!self->is_ranking)
    {
      tl_tool_update (self->link, at);
      return;
    }
  self->to = find_place (self, at);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), "grabbing");
  tl_tool_pull_edges (tool, at);
  tl_canvas_queue_update (canvas);
}

static void
tl_tool_rank_finish (TlTool *tool, TlPoint at)
{
  TlToolRank *self = TL_TOOL_RANK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  g_autoptr (TlItem) goal = g_object_ref (self->goals->pdata[self->from]);

  tl_tool_rank_update (tool, at);
  if (!self->is_ranking)
    tl_tool_finish (self->link, at);
  else if (self->to != self->from)
    tl_canvas_rank_goal (canvas, goal, self->goals->pdata[self->to]);
}

static void
tl_tool_rank_cancel (TlTool *tool)
{
  tl_tool_cancel (TL_TOOL_RANK (tool)->link);
}

static gboolean
tl_tool_rank_get_emphasis (TlTool *tool, guint index, TlEmphasis *emphasis)
{
  TlToolRank *self = TL_TOOL_RANK (tool);

  return !self->is_ranking && tl_tool_get_emphasis (self->link, index, emphasis);
}

static double
get_start (TlToolRank *self, guint goal)
{
  TlRect rect = get_rect (self, goal);

  return get_along (self, tl_point (rect.x, rect.y));
}

static double
get_end (TlToolRank *self, guint goal)
{
  TlRect rect = get_rect (self, goal);

  return get_along (self, tl_point (rect.x + rect.width, rect.y + rect.height));
}

/* Between the goals that it would come between. */
static double
get_level (TlToolRank *self)
{
  guint before = self->to > self->from ? self->to : self->to - 1;
  guint behind = before + 1;

  if (self->to == 0)
    return get_start (self, 0) - END_GAP;
  if (behind >= self->goals->len)
    return get_end (self, before) + END_GAP;
  return (get_end (self, before) + get_start (self, behind)) / 2;
}

static void
draw_line (TlToolRank *self, GtkSnapshot *snapshot, TlColor color)
{
  TlRect rect = get_rect (self, self->from);
  double level = get_level (self) - LINE_WIDTH / 2;
  GdkRGBA rgba = tl_color_to_rgba (color);
  graphene_rect_t bounds;
  GskRoundedRect line;

  rect = self->is_row ? tl_rect (level, rect.y, LINE_WIDTH, rect.height)
                      : tl_rect (rect.x, level, rect.width, LINE_WIDTH);
  bounds = tl_rect_to_graphene (rect);
  gsk_rounded_rect_init_from_rect (&line, &bounds, (float) (LINE_WIDTH / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &line);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* What the place means, beside the pointer. */
static void
draw_label (TlToolRank *self, GtkSnapshot *snapshot, TlColor color)
{
  GtkWidget *widget = GTK_WIDGET (tl_tool_get_canvas (TL_TOOL (self)));
  /* Translators: the place of a goal among all goals. */
  g_autofree char *text = g_strdup_printf (C_ ("map", "Priority %u"), self->to + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA ground = tl_color_to_rgba (color);
  GdkRGBA ink = tl_color_to_rgba (tl_theme_get_ink (color));
  graphene_rect_t bounds;
  GskRoundedRect outline;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  bounds = GRAPHENE_RECT_INIT ((float) (self->at.x + LABEL_GAP), (float) (self->at.y + LABEL_GAP),
                               (float) (width + 2 * LABEL_PAD), (float) (height + 2 * LABEL_PAD));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) LABEL_PAD);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + (float) LABEL_PAD,
                                                          bounds.origin.y + (float) LABEL_PAD));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
tl_tool_rank_snapshot (TlTool *tool, GtkSnapshot *snapshot)
{
  TlToolRank *self = TL_TOOL_RANK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlColor accent = tl_canvas_get_theme (canvas)->accent;
  guint index;

  if (!self->is_ranking)
    tl_tool_snapshot (self->link, snapshot);
  if (!self->is_ranking || self->to == self->from
      || !tl_map_view_find (canvas->view, tl_item_get_id (self->goals->pdata[self->from]), &index))
    return;
  if (tl_map_view_push_clip (canvas->view, index, snapshot))
    {
      draw_line (self, snapshot, accent);
      gtk_snapshot_pop (snapshot);
    }
  draw_label (self, snapshot, accent);
}

static void
tl_tool_rank_finalize (GObject *object)
{
  TlToolRank *self = TL_TOOL_RANK (object);

  g_clear_object (&self->link);
  g_clear_pointer (&self->goals, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_tool_rank_parent_class)->finalize (object);
}

static void
tl_tool_rank_class_init (TlToolRankClass *klass)
{
  TlToolClass *tool_class = TL_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_tool_rank_finalize;
  tool_class->cursor = "grabbing";
  tool_class->update = tl_tool_rank_update;
  tool_class->finish = tl_tool_rank_finish;
  tool_class->cancel = tl_tool_rank_cancel;
  tool_class->snapshot = tl_tool_rank_snapshot;
  tool_class->get_emphasis = tl_tool_rank_get_emphasis;
}

static void
tl_tool_rank_init (TlToolRank *self)
{
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_tool_rank_takes:
 * @canvas: a canvas
 * @item: an item
 *
 * Returns: whether the item is a goal that stands among the others by its rank: it is active, lies
 *   where the layout has put it, and the map is not arranged by theme
 */
gboolean
tl_tool_rank_takes (TlCanvas *canvas, TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_GOAL
         && tl_alignment_is_active_goal (tl_session_get_alignment (canvas->session), item)
         && tl_pin_find (item) == NULL && tl_canvas_get_arrange_by (canvas) != TL_ARRANGE_BY_THEME;
}

/**
 * tl_tool_rank_new:
 * @canvas: what to work on; it has a scene
 * @start: where the gesture began, in pixels
 * @goal: the goal whose card it began on, as of tl_tool_rank_takes()
 *
 * Moves the goal to another place among the goals; away from them, links it as tl_tool_link_new().
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_rank_new (TlCanvas *canvas, TlPoint start, TlItem *goal)
{
  TlToolRank *self = g_object_new (TL_TYPE_TOOL_RANK, NULL);
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (tl_session_get_alignment (canvas->session), &n);
  guint index;

  tl_tool_set_start (TL_TOOL (self), canvas, start);
  self->link = tl_tool_link_new (canvas, start, goal);
  self->at = start;
  self->is_row = tl_canvas_get_direction (canvas) != TL_MAP_DIRECTION_RIGHT;
  for (guint i = 0; i < n; i++)
    {
      if (!tl_tool_rank_takes (canvas, goals[i])
          || !tl_map_view_find (canvas->view, tl_item_get_id (goals[i]), &index))
        continue;
      if (goals[i] == goal)
        self->from = self->goals->len;
      g_ptr_array_add (self->goals, g_object_ref (goals[i]));
    }
  self->to = self->from;
  return TL_TOOL (self);
}
