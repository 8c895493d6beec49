/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-cairo-pen.h"
#include "tl-commands-paste.h"
#include "tl-commands-place.h"
#include "tl-commands.h"
#include "tl-snapshot-painter.h"

#define LINE_WIDTH 3.0
#define KNOB_RADIUS 5.0
#define TARGET_WIDTH 3.0
#define MAX_BEND 120.0   /* pixels */
#define SNAP_PIXELS 14.0 /* between cards, the nearest one is meant */
#define GHOST_WIDTH 280.0
#define GHOST_HEIGHT 34.0
#define GHOST_RADIUS 6.0
#define GHOST_REACH 60.0 /* pixels from the start: nearer, it is no new card that is meant */

struct _TlToolLink
{
  TlTool parent_instance;

  /* Owned */
  TlItem *source;
  TlItem *moved;       /* (nullable): the link whose other end is dragged */
  GHashTable *targets; /* set of ids, borrowed from the items: what can be linked */
  char *target;        /* (nullable): id of what the pointer is on */

  TlPoint at;
  TlKind fitting;       /* of the card that would be added on the empty map, or TL_N_KINDS */
  gboolean is_on_empty; /* where it would be */
};

#define TL_TYPE_TOOL_LINK (tl_tool_link_get_type ())
G_DECLARE_FINAL_TYPE (TlToolLink, tl_tool_link, TL, TOOL_LINK, TlTool)
G_DEFINE_FINAL_TYPE (TlToolLink, tl_tool_link, TL_TYPE_TOOL)

static void
find_targets (TlToolLink *self, TlCanvas *canvas)
{
  const TlDisplayList *list = tl_map_view_get_list (canvas->view);

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlItem *item = NULL;

      if (tl_display_list_get_entry (list, i)->item.role == TL_ENTRY_CARD)
        item = tl_canvas_get_item (canvas, i);
      if (item != NULL && item != self->source
          && tl_command_can_link (canvas->session, self->source, item))
        g_hash_table_add (self->targets, (gpointer) tl_item_get_id (item));
    }
}

static double
get_distance (TlRect rect, TlPoint point)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - rect.x - rect.width), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - rect.y - rect.height), 0);

  return hypot (dx, dy);
}

/* The card under the pointer; links are passed over. */
static TlItem *
find_card (TlCanvas *canvas, TlPoint at)
{
  TlItem *item = tl_canvas_get_item_at (canvas, at);

  return item != NULL && tl_item_get_kind (item) != TL_KIND_LINK ? item : NULL;
}

static const char *
find_target (TlToolLink *self, TlCanvas *canvas, TlPoint at)
{
  GArray *visible = tl_map_view_get_visible (canvas->view);
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  double least = SNAP_PIXELS;
  const char *nearest = NULL;
  TlItem *card = find_card (canvas, at);

  if (at.y >= viewport.height && !tl_rect_contains (tl_map_view_get_tray (canvas->view), at))
    return NULL;
  /* What cannot be linked does not mean its neighbour. */
  if (card != NULL && !g_hash_table_contains (self->targets, tl_item_get_id (card)))
    return NULL;
  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      const char *id = tl_map_view_get_entry (canvas->view, index)->item.id;
      double distance = get_distance (tl_map_view_get_entry_rect (canvas->view, index), at);

      if (distance >= least
          || tl_map_view_is_in_tray (canvas->view, index) != (at.y >= viewport.height)
          || !g_hash_table_contains (self->targets, id))
        continue;
      least = distance;
      nearest = id;
    }
  return nearest;
}

/* On the map, away from the start and from everything that is there. */
static gboolean
is_on_empty (TlToolLink *self, TlCanvas *canvas, TlPoint at)
{
  TlPoint start = tl_tool_get_start (TL_TOOL (self));
  TlViewport viewport = tl_canvas_get_viewport (canvas);

  return self->fitting != TL_N_KINDS && hypot (at.x - start.x, at.y - start.y) > GHOST_REACH
         && tl_rect_contains (tl_rect (0, 0, viewport.width, viewport.height), at)
         && !tl_rect_contains (tl_map_view_get_headings (canvas->view), at)
         && find_card (canvas, at) == NULL;
}

static void
add_there (TlToolLink *self, TlPoint at)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  TlCanvasNewCard card = {
    .kind = self->fitting,
    .under = self->source,
    .at = tl_viewport_to_map (tl_canvas_get_viewport (canvas),
                              tl_point (at.x, at.y - GHOST_HEIGHT / 2)),
  };

  tl_canvas_begin_add (canvas, &card);
}

static void
tl_tool_link_update (TlTool *tool, TlPoint at)
{
  TlToolLink *self = TL_TOOL_LINK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  const char *id = find_target (self, canvas, at);

  self->at = at;
  self->is_on_empty = id == NULL && is_on_empty (self, canvas, at);
  if (g_strcmp0 (id, self->target) != 0)
    {
      g_free (self->target);
      self->target = g_strdup (id);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), id != NULL ? "copy" : "grabbing");
    }
  tl_tool_pull_edges (tool, at);
  tl_canvas_queue_update (canvas);
}

/* Returns: (nullable): what is then selected */
static TlItem *
link_to (TlToolLink *self, TlSession *session, TlItem *target, GError **error)
{
  if (self->moved == NULL)
    return tl_command_link (session, self->source, target, error) != NULL ? self->source : NULL;
  if (tl_item_get_kind (target) == TL_KIND_PROJECT)
    return tl_command_relink_from (session, self->moved, target, error) ? self->moved : NULL;
  return tl_command_relink (session, self->moved, target, error) ? self->moved : NULL;
}

static void
tl_tool_link_finish (TlTool *tool, TlPoint at)
{
  TlToolLink *self = TL_TOOL_LINK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  g_autoptr (TlSession) session = g_object_ref (canvas->session);
  g_autoptr (GError) error = NULL;
  TlItem *target;
  TlItem *linked;

  tl_tool_link_update (tool, at);
  target = self->target != NULL
               ? tl_workspace_lookup (tl_session_get_workspace (session), self->target)
               : NULL;
  if (target == NULL && self->is_on_empty)
    add_there (self, at);
  if (target == NULL)
    return;
  linked = link_to (self, session, target, &error);
  if (linked == NULL)
    {
      tl_session_say (session, error->message, FALSE);
      return;
    }
  tl_selection_select (tl_session_get_selection (session), linked);
  tl_canvas_focus_item (canvas, linked);
}

static gboolean
tl_tool_link_get_emphasis (TlTool *tool, guint index, TlEmphasis *emphasis)
{
  TlToolLink *self = TL_TOOL_LINK (tool);
  const TlEntry *entry = tl_map_view_get_entry (tl_tool_get_canvas (tool)->view, index);
  const char *id = entry->item.id;
  gboolean is_open = g_hash_table_contains (self->targets, id)
                     || g_str_equal (id, tl_item_get_id (self->source));

  if (entry->item.role == TL_ENTRY_HEADER || entry->item.role == TL_ENTRY_TRAY)
    return FALSE;
  *emphasis = is_open ? TL_EMPHASIS_NONE : TL_EMPHASIS_DIMMED;
  return TRUE;
}

/* The middle of the edge of the source's card that faces the pointer. */
static TlPoint
get_outlet (TlToolLink *self, TlPoint *direction)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  TlPoint start = tl_tool_get_start (TL_TOOL (self));
  TlRect rect;
  guint index;

  *direction = tl_point (self->at.x < start.x ? -1 : 1, 0);
  if (!tl_map_view_find (canvas->view, tl_item_get_id (self->source), &index))
    return start;
  rect = tl_map_view_get_entry_rect (canvas->view, index);
  if (self->moved != NULL)
    direction->x = self->at.x < rect.x + rect.width / 2 ? -1 : 1;
  if (tl_map_view_is_in_tray (canvas->view, index))
    {
      *direction = tl_point (0, -1);
      return tl_point (rect.x + rect.width / 2, rect.y);
    }
  return tl_point (direction->x < 0 ? rect.x : rect.x + rect.width, rect.y + rect.height / 2);
}

/* Where the line ends: at the pointer, or at the edge of what would be linked. */
static TlPoint
get_inlet (TlToolLink *self, TlPoint outlet)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  TlRect rect;
  guint index;

  if (!tl_map_view_find (canvas->view, self->target, &index))
    return self->at;
  rect = tl_map_view_get_entry_rect (canvas->view, index);
  return tl_point (tl_item_get_kind (self->source) == TL_KIND_PROJECT ? rect.x + rect.width
                                                                      : rect.x,
                   rect.y + rect.height / 2);
}

static void
draw_line (TlToolLink *self, GtkSnapshot *snapshot, TlColor color)
{
  TlPoint way;
  TlPoint from = get_outlet (self, &way);
  TlPoint to = get_inlet (self, from);
  double bend = MIN (hypot (to.x - from.x, to.y - from.y) / 2, MAX_BEND);
  double side = tl_item_get_kind (self->source) == TL_KIND_PROJECT ? 1 : -1;
  double back = self->target != NULL ? side : 0;
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  GtkWidget *canvas = GTK_WIDGET (tl_tool_get_canvas (TL_TOOL (self)));
  graphene_rect_t in_sight = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (canvas),
                                                 (float) gtk_widget_get_height (canvas));
  graphene_rect_t bounds;
  TlPath path;
  cairo_t *cr;

  tl_path_builder_move_to (builder, from.x, from.y);
  tl_path_builder_cubic_to (builder, tl_point (from.x + way.x * bend, from.y + way.y * bend),
                            tl_point (to.x + back * bend, to.y), to);
  path = tl_path_builder_get_path (builder);
  bounds = tl_rect_to_graphene (tl_rect_grow (tl_path_get_bounds (path), 2 * KNOB_RADIUS));
  /* The card may be far away by now, and a bitmap is made of all this. */
  if (!graphene_rect_intersection (&bounds, &in_sight, &bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tl_cairo_set_stroke (cr, tl_stroke (LINE_WIDTH), color);
  tl_cairo_add_path (cr, path);
  cairo_stroke (cr);
  cairo_arc (cr, to.x, to.y, KNOB_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Where the title of a new card would be asked for. */
static void
draw_ghost (TlToolLink *self, GtkSnapshot *snapshot, TlColor color)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) self->at.x, (float) (self->at.y - GHOST_HEIGHT / 2),
                            (float) GHOST_WIDTH, (float) GHOST_HEIGHT);
  GdkRGBA ground = tl_color_to_rgba (tl_color_with_alpha (color, 0.12));
  GdkRGBA line = tl_color_to_rgba (color);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) GHOST_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
tl_tool_link_snapshot (TlTool *tool, GtkSnapshot *snapshot)
{
  TlToolLink *self = TL_TOOL_LINK (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  GArray *visible = tl_map_view_get_visible (canvas->view);
  TlColor accent = tl_canvas_get_theme (canvas)->accent;

  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      const char *id = tl_map_view_get_entry (canvas->view, index)->item.id;
      gboolean is_target = g_strcmp0 (id, self->target) == 0;

      if (g_hash_table_contains (self->targets, id))
        tl_canvas_outline_entry (canvas, index, snapshot, is_target ? 2 : 1,
                                 is_target ? TARGET_WIDTH : 1,
                                 is_target ? accent : tl_color_with_alpha (accent, 0.55));
    }
  draw_line (self, snapshot, accent);
  if (self->is_on_empty)
    draw_ghost (self, snapshot, accent);
}

static void
tl_tool_link_finalize (GObject *object)
{
  TlToolLink *self = TL_TOOL_LINK (object);

  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->target, g_free);
  g_clear_object (&self->source);
  g_clear_object (&self->moved);

  G_OBJECT_CLASS (tl_tool_link_parent_class)->finalize (object);
}

static void
tl_tool_link_class_init (TlToolLinkClass *klass)
{
  TlToolClass *tool_class = TL_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_tool_link_finalize;
  tool_class->cursor = "grabbing";
  tool_class->update = tl_tool_link_update;
  tool_class->finish = tl_tool_link_finish;
  tool_class->snapshot = tl_tool_link_snapshot;
  tool_class->get_emphasis = tl_tool_link_get_emphasis;
}

static void
tl_tool_link_init (TlToolLink *self)
{
  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * tl_tool_link_new:
 * @canvas: what to work on; it has a scene
 * @start: where the gesture began, in pixels
 * @source: the item whose card it began on
 *
 * Draws a link from a card to wherever it may lead: from a project to an objective or a goal, or
 * the other way round. On the empty map it leads to a new card.
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_link_new (TlCanvas *canvas, TlPoint start, TlItem *source)
{
  TlToolLink *self = g_object_new (TL_TYPE_TOOL_LINK, NULL);

  tl_tool_set_start (TL_TOOL (self), canvas, start);
  self->source = g_object_ref (source);
  self->at = start;
  self->fitting = tl_command_can_add_under (canvas->session, source)
                      ? tl_kind_get_fitting (tl_item_get_kind (source))
                      : TL_N_KINDS;
  find_targets (self, canvas);
  return TL_TOOL (self);
}

/**
 * tl_tool_link_new_for_end:
 * @canvas: what to work on; it has a scene
 * @start: where the gesture began, in pixels
 * @link: a link with both of its ends
 * @end: %TL_LINK_TARGET or %TL_LINK_PROJECT: the end that it began on
 *
 * Moves that end of the link to another card, with all that was said of the link.
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_link_new_for_end (TlCanvas *canvas, TlPoint start, TlItem *link, TlField end)
{
  TlItem *fixed = tl_item_get_ref (link, end == TL_LINK_TARGET ? TL_LINK_PROJECT : TL_LINK_TARGET);
  TlTool *tool = tl_tool_link_new (canvas, start, fixed);
  TlToolLink *self = TL_TOOL_LINK (tool);

  self->moved = g_object_ref (link);
  self->fitting = TL_N_KINDS;
  return tool;
}
