/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-display-list-private.h"
#include "tl-theme.h"

#define FULL_SCALE 0.62 /* below it the quiet lines cannot be read */
#define TITLES_SCALE 0.36
#define BARS_SCALE 0.14

#define DIM_SHARE 0.74  /* how far a dimmed colour goes towards the background */
#define LIT_OPACITY 2.4 /* how much more of a lit link is seen */

#define SEPARATOR " · "

/* One entry being painted. */
typedef struct
{
  const TlDisplayList *list;
  const TlTint *tint;
  TlEmphasis emphasis;
  TlColor background;
  TlPainter *painter;
} Paint;

static TlColor
emphasize (TlColor color, TlEmphasis emphasis, TlColor background)
{
  if (emphasis == TL_EMPHASIS_DIMMED)
    return tl_color_mix (color, tl_color_with_alpha (background, color.a), DIM_SHARE);
  if (emphasis == TL_EMPHASIS_LIT && color.a < 1)
    color.a = MIN (color.a * LIT_OPACITY, 1);
  return color;
}

/* The colour that an operation has in the entry as it is coloured now. */
static TlColor
get_color (const TlOp *op, const TlTint *tint, TlColor own)
{
  if (op->ink == TL_INK_TINT)
    return tl_color_with_alpha (tint->color, own.a);
  return op->ink == TL_INK_ON_TINT ? tl_theme_get_ink (tint->color) : own;
}

/* A line that says already what the colour says is left as it is. */
static char *
dup_noted (const char *line, const char *note)
{
  if (line == NULL || *line == '\0')
    return g_strdup (note);
  return g_str_has_prefix (line, note) ? g_strdup (line)
                                       : g_strconcat (note, SEPARATOR, line, NULL);
}

static double
get_note_room (const TlOp *op, const TlTint *tint)
{
  double wanted;

  if (op->note_room <= 0 || tint->note == NULL)
    return 0;
  wanted = tl_text_estimate_width (tint->note, TL_TEXT_DETAIL)
           + tl_text_estimate_width (SEPARATOR, TL_TEXT_DETAIL);
  return MIN (op->note_room, wanted);
}

static void
paint_text (const Paint *paint, const TlOp *op)
{
  TlText text = op->text.text;
  const TlTint *tint = paint->tint;
  TlPoint origin = op->text.origin;
  double room = get_note_room (op, tint);
  g_autofree char *noted = NULL;

  if (op->is_noted && tint->note != NULL)
    noted = dup_noted (text.suffix != NULL ? text.suffix : text.string, tint->note);
  if (noted != NULL && text.suffix != NULL)
    text.suffix = noted;
  else if (noted != NULL)
    text.string = noted;
  text.color = emphasize (get_color (op, tint, text.color), paint->emphasis, paint->background);
  text.suffix_color = emphasize (text.suffix_color, paint->emphasis, paint->background);
  text.width += op->is_noted ? room : -room;
  origin.x -= op->is_noted ? room : 0;
  tl_painter_draw_text (paint->painter, &text, origin);
}

static void
paint_rect (const Paint *paint, const TlOp *op)
{
  const TlRectOp *rect = &op->rect;
  TlColor color
      = emphasize (get_color (op, paint->tint, rect->color), paint->emphasis, paint->background);

  if (op->kind == TL_OP_FILL_RECT)
    tl_painter_fill_rect (paint->painter, rect->rect, rect->radius, color);
  else if (op->kind == TL_OP_FILL_EDGE)
    tl_painter_fill_edge (paint->painter, rect->rect, rect->radius, rect->stroke.width, color);
  else
    tl_painter_stroke_rect (paint->painter, rect->rect, rect->radius, rect->stroke, color);
}

static void
paint_path (const Paint *paint, const TlOp *op)
{
  TlPath path = tl_display_list_get_path (paint->list, &op->path);
  TlColor color
      = emphasize (get_color (op, paint->tint, op->path.color), paint->emphasis, paint->background);

  if (op->kind == TL_OP_FILL_PATH)
    tl_painter_fill_path (paint->painter, path, color);
  else
    tl_painter_stroke_path (paint->painter, path, op->path.stroke, color);
}

static void
paint_op (const Paint *paint, const TlOp *op)
{
  switch (op->kind)
    {
    case TL_OP_SAVE:
      tl_painter_save (paint->painter);
      break;
    case TL_OP_RESTORE:
      tl_painter_restore (paint->painter);
      break;
    case TL_OP_TRANSLATE:
      tl_painter_translate (paint->painter, op->offset.x, op->offset.y);
      break;
    case TL_OP_SCALE:
      tl_painter_scale (paint->painter, op->factor);
      break;
    case TL_OP_TURN:
      tl_painter_turn (paint->painter);
      break;
    case TL_OP_CLIP_RECT:
      tl_painter_clip_rect (paint->painter, op->rect.rect);
      break;
    case TL_OP_FILL_RECT:
    case TL_OP_STROKE_RECT:
    case TL_OP_FILL_EDGE:
      paint_rect (paint, op);
      break;
    case TL_OP_FILL_PATH:
    case TL_OP_STROKE_PATH:
      paint_path (paint, op);
      break;
    case TL_OP_DRAW_TEXT:
      paint_text (paint, op);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const TlPathOp *
find_stroke (const TlDisplayList *self, const TlEntry *entry)
{
  for (guint i = 0; i < entry->n_ops; i++)
    {
      const TlOp *op = tl_display_list_get_op (self, entry->first_op + i);

      if (op->kind == TL_OP_STROKE_PATH)
        return &op->path;
    }
  return NULL;
}

/* How far the point is from the middle of the link that the entry draws, less half its width. */
static double
get_distance_to_link (const TlDisplayList *self, const TlEntry *entry, TlPoint point)
{
  const TlPathOp *op = find_stroke (self, entry);

  return op != NULL ? tl_path_get_distance (tl_display_list_get_path (self, op), point)
                          - op->stroke.width / 2
                    : G_MAXDOUBLE;
}

static gboolean
find_card (const TlDisplayList *self, const GArray *candidates, TlPoint point, guint *index)
{
  for (guint i = candidates->len; i > 0; i--)
    {
      guint candidate = g_array_index (candidates, guint, i - 1);
      const TlEntry *entry = tl_display_list_get_entry (self, candidate);

      if (entry->item.role == TL_ENTRY_CARD && tl_rect_contains (entry->item.bounds, point))
        {
          *index = candidate;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_link (const TlDisplayList *self,
           const GArray *candidates,
           TlPoint point,
           double tolerance,
           guint *index)
{
  double nearest = tolerance;
  gboolean found = FALSE;

  for (guint i = candidates->len; i > 0; i--)
    {
      guint candidate = g_array_index (candidates, guint, i - 1);
      const TlEntry *entry = tl_display_list_get_entry (self, candidate);
      double distance;

      if (entry->item.role != TL_ENTRY_LINK)
        continue;
      entry = tl_display_list_draw_entry (self, candidate);
      distance = get_distance_to_link (self, entry, point);
      if (found ? distance < nearest : distance <= nearest)
        {
          nearest = distance;
          *index = candidate;
          found = TRUE;
        }
    }
  return found;
}

static gboolean
find_ground (const TlDisplayList *self, const GArray *candidates, TlPoint point, guint *index)
{
  for (guint i = candidates->len; i > 0; i--)
    {
      guint candidate = g_array_index (candidates, guint, i - 1);
      const TlEntry *entry = tl_display_list_get_entry (self, candidate);
      TlEntryRole role = entry->item.role;

      if ((role == TL_ENTRY_TRAY || role == TL_ENTRY_HEADER || role == TL_ENTRY_LEGEND)
          && tl_rect_contains (entry->item.bounds, point))
        {
          *index = candidate;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
switch_group (TlPainter *painter, const char *from, const char *to)
{
  if (g_strcmp0 (from, to) == 0)
    return from;
  if (from != NULL)
    tl_painter_end_group (painter);
  if (to != NULL)
    tl_painter_begin_group (painter, to);
  return to;
}

/* Says in words, too, what the colour says. */
static void
begin_item (TlPainter *painter, const TlEntry *entry)
{
  TlPainterItem item = entry->item;
  g_autofree char *name = NULL;

  if (entry->tint.note != NULL)
    /* Translators: the name of a card, and what its colour says. */
    item.name = name = g_strdup_printf (C_ ("spoken", "%s, %s"), item.name, entry->tint.note);
  tl_painter_begin_item (painter, &item);
}

/**
 * tl_display_list_get_distance:
 * @self: a list
 * @index: of an entry with a line, which is drawn if it is not yet
 * @point: a point of the picture
 *
 * Returns: how far the point is from the middle of the line
 */
double
tl_display_list_get_distance (const TlDisplayList *self, guint index, TlPoint point)
{
  const TlPathOp *op = find_stroke (self, tl_display_list_draw_entry (self, index));

  return op != NULL ? tl_path_get_distance (tl_display_list_get_path (self, op), point)
                    : G_MAXDOUBLE;
}

/**
 * tl_detail_for_scale:
 * @scale: pixels a map unit, as the user sees them
 *
 * Returns: the one step of detail that can be told apart at this scale
 */
TlDetail
tl_detail_for_scale (double scale)
{
  if (scale >= FULL_SCALE)
    return TL_DETAIL_FULL;
  if (scale >= TITLES_SCALE)
    return TL_DETAIL_TITLES;
  return scale >= BARS_SCALE ? TL_DETAIL_BARS : TL_DETAIL_BLOCKS;
}

/**
 * tl_display_list_new:
 * @background: opaque; what is dimmed fades towards it
 *
 * Returns: (transfer full): a list to be filled by a #TlRecorder
 */
TlDisplayList *
tl_display_list_new (TlColor background)
{
  TlDisplayList *self = g_new0 (TlDisplayList, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (TlEntry));
  self->ops = g_array_new (FALSE, TRUE, sizeof (TlOp));
  self->segments = g_array_new (FALSE, FALSE, sizeof (TlPathSegment));
  self->chunk = g_string_chunk_new (4096);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->index = tl_spatial_index_new ();
  self->background = background;
  return self;
}

/**
 * tl_display_list_free:
 * @self: (transfer full): a list
 */
void
tl_display_list_free (TlDisplayList *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->ops);
  g_array_unref (self->segments);
  g_string_chunk_free (self->chunk);
  g_hash_table_unref (self->by_id);
  tl_spatial_index_free (self->index);
  g_free (self);
}

/**
 * tl_display_list_set_draw_func:
 * @self: a list
 * @draw: draws an entry that was added as due, with a recorder that is at it
 * @user_data: for @draw, as long as the list is painted
 *
 * Of a large picture little is in sight: what is never painted need not be drawn.
 */
void
tl_display_list_set_draw_func (TlDisplayList *self, TlDrawFunc draw, gpointer user_data)
{
  g_return_if_fail (self->draw == NULL);

  self->draw = draw;
  self->draw_data = user_data;
}

/**
 * tl_display_list_reserve:
 * @self: a list without entries
 * @n_entries: how many there will be, at least
 *
 * Makes room for all of them at once.
 */
void
tl_display_list_reserve (TlDisplayList *self, guint n_entries)
{
  g_return_if_fail (self->entries->len == 0);

  g_array_unref (self->entries);
  self->entries = g_array_sized_new (FALSE, TRUE, sizeof (TlEntry), n_entries);
}

/**
 * tl_display_list_draw_entry:
 * @self: a list
 * @index: below tl_display_list_get_n_entries()
 *
 * Returns: (transfer none): the entry, with its name and all that is drawn for it
 */
const TlEntry *
tl_display_list_draw_entry (const TlDisplayList *self, guint index)
{
  const TlEntry *entry = tl_display_list_get_entry (self, index);
  g_autoptr (TlRecorder) recorder = NULL;

  if (!entry->is_due)
    return entry;
  /* The picture is what it was, only more of it is known. */
  recorder = tl_recorder_new ((TlDisplayList *) self);
  tl_recorder_draw_due (recorder, index);
  return entry;
}

/**
 * tl_display_list_forget:
 * @self: a list
 * @index: of an entry that was added as due
 *
 * Has the entry drawn anew when it is next painted. It reaches where it did.
 *
 * Returns: whether it had been drawn
 */
gboolean
tl_display_list_forget (TlDisplayList *self, guint index)
{
  TlEntry *entry;

  g_return_val_if_fail (self->draw != NULL && index < self->entries->len, FALSE);

  entry = &g_array_index (self->entries, TlEntry, index);
  if (entry->is_due)
    return FALSE;
  entry->is_due = TRUE;
  entry->item.name = entry->item.hint = NULL;
  entry->n_ops = 0;
  return TRUE;
}

/**
 * tl_display_list_get_n_entries:
 * @self: a list
 *
 * Returns: how many things are in the picture
 */
guint
tl_display_list_get_n_entries (const TlDisplayList *self)
{
  return self->entries->len;
}

/**
 * tl_display_list_get_entry:
 * @self: a list
 * @index: below tl_display_list_get_n_entries()
 *
 * Returns: (transfer none): the entry, until the list is recorded further
 */
const TlEntry *
tl_display_list_get_entry (const TlDisplayList *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, TlEntry, index);
}

/**
 * tl_display_list_set_tint:
 * @self: a list
 * @index: of an entry
 * @tint: its colour from now on
 *
 * Nothing is drawn anew; whoever keeps what the entry was painted as, paints it again.
 *
 * Returns: whether it had another one
 */
gboolean
tl_display_list_set_tint (TlDisplayList *self, guint index, const TlTint *tint)
{
  TlTint *own;
  gboolean is_other;

  g_return_val_if_fail (index < self->entries->len, FALSE);

  own = &g_array_index (self->entries, TlEntry, index).tint;
  is_other = own->look != tint->look || !tl_color_equal (own->color, tint->color)
             || g_strcmp0 (own->note, tint->note) != 0;
  *own = *tint;
  return is_other;
}

/**
 * tl_display_list_add_id:
 * @self: a list
 * @id: by which an entry can be found from now on, besides its own; that of another entry stays
 * @index: of the entry
 */
void
tl_display_list_add_id (TlDisplayList *self, const char *id, guint index)
{
  g_return_if_fail (index < self->entries->len);

  if (!g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, g_string_chunk_insert (self->chunk, id),
                         GUINT_TO_POINTER (index + 1));
}

/**
 * tl_display_list_find:
 * @self: a list
 * @id: of an entry
 * @index: (out) (optional): where it is
 *
 * Returns: whether there is one
 */
gboolean
tl_display_list_find (const TlDisplayList *self, const char *id, guint *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  if (found == 0)
    return FALSE;
  if (index != NULL)
    *index = found - 1;
  return TRUE;
}

/**
 * tl_display_list_get_bounds:
 * @self: a list
 *
 * Returns: the rectangle that holds the whole picture
 */
TlRect
tl_display_list_get_bounds (const TlDisplayList *self)
{
  return self->bounds;
}

/**
 * tl_display_list_get_background:
 * @self: a list
 *
 * Returns: the colour behind the picture, which painting does not fill
 */
TlColor
tl_display_list_get_background (const TlDisplayList *self)
{
  return self->background;
}

/**
 * tl_display_list_query:
 * @self: a list
 * @rect: an area
 *
 * Returns: (transfer full) (element-type guint): the entries that reach into it, in the order in
 *   which they are painted
 */
GArray *
tl_display_list_query (const TlDisplayList *self, TlRect rect)
{
  return tl_spatial_index_query (self->index, rect);
}

static TlPoint
get_end (const TlPathSegment *segment)
{
  return segment->p[segment->verb == TL_PATH_CUBIC ? 2 : 0];
}

/**
 * tl_display_list_get_line:
 * @self: a list
 * @index: of an entry
 * @from: (out): where its line begins
 * @to: (out): where it ends
 *
 * Returns: whether the entry has a line, as links have
 */
gboolean
tl_display_list_get_line (const TlDisplayList *self, guint index, TlPoint *from, TlPoint *to)
{
  const TlEntry *entry = tl_display_list_get_entry (self, index);

  for (guint i = 0; i < entry->n_ops; i++)
    {
      const TlOp *op = tl_display_list_get_op (self, entry->first_op + i);
      TlPath path;

      if (op->kind != TL_OP_STROKE_PATH || op->path.n_segments < 2)
        continue;
      path = tl_display_list_get_path (self, &op->path);
      *from = get_end (&path.segments[0]);
      *to = get_end (&path.segments[path.n_segments - 1]);
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_display_list_query_painted:
 * @self: a list
 * @rect: an area
 * @emphasis: (nullable) (scope call): asked for the state of each entry
 * @user_data: for @emphasis
 *
 * Returns: (transfer full) (element-type TlPaintedEntry): the entries that reach into it, in the
 *   order in which they are painted now: lines share their way with others, and those that are lit
 *   lie over those that are not
 */
GArray *
tl_display_list_query_painted (const TlDisplayList *self,
                               TlRect rect,
                               TlEmphasisFunc emphasis,
                               gpointer user_data)
{
  g_autoptr (GArray) found = tl_spatial_index_query (self->index, rect);
  g_autoptr (GArray) lit = g_array_new (FALSE, FALSE, sizeof (TlPaintedEntry));
  GArray *painted = g_array_sized_new (FALSE, FALSE, sizeof (TlPaintedEntry), found->len);

  for (guint i = 0; i < found->len; i++)
    {
      TlPaintedEntry entry = { g_array_index (found, guint, i), TL_EMPHASIS_NONE };
      gboolean is_line = tl_entry_is_line (tl_display_list_get_entry (self, entry.index));

      if (emphasis != NULL)
        entry.emphasis = emphasis (entry.index, user_data);
      if (!is_line && lit->len > 0)
        {
          g_array_append_vals (painted, lit->data, lit->len);
          g_array_set_size (lit, 0);
        }
      g_array_append_val (is_line && entry.emphasis == TL_EMPHASIS_LIT ? lit : painted, entry);
    }
  g_array_append_vals (painted, lit->data, lit->len);
  return painted;
}

/**
 * tl_display_list_hit:
 * @self: a list
 * @point: a point of the picture
 * @tolerance: how far beside a link one may point, in map units
 * @index: (out): the entry
 *
 * What can be pointed at is, in this order: the topmost card, the nearest link, the ground that
 * lies there (tray, heading, legend).
 *
 * Returns: whether there is anything
 */
gboolean
tl_display_list_hit (const TlDisplayList *self, TlPoint point, double tolerance, guint *index)
{
  TlRect reach = tl_rect_grow (tl_rect (point.x, point.y, 0, 0), MAX (tolerance, 0.5));
  g_autoptr (GArray) candidates = tl_spatial_index_query (self->index, reach);

  return find_card (self, candidates, point, index)
         || find_link (self, candidates, point, tolerance, index)
         || find_ground (self, candidates, point, index);
}

/**
 * tl_display_list_paint_entry:
 * @self: a list
 * @index: of an entry
 * @painter: where to paint it
 * @detail: one step
 * @emphasis: its state
 *
 * Paints the operations of one entry, and does not tell @painter about the item; a canvas makes
 * the entry's render node of this.
 */
void
tl_display_list_paint_entry (const TlDisplayList *self,
                             guint index,
                             TlPainter *painter,
                             TlDetail detail,
                             TlEmphasis emphasis)
{
  const TlEntry *entry = tl_display_list_draw_entry (self, index);
  Paint paint = { self, &entry->tint, emphasis, self->background, painter };

  for (guint i = 0; i < entry->n_ops; i++)
    {
      const TlOp *op = tl_display_list_get_op (self, entry->first_op + i);

      if ((op->detail & detail) != 0 && (op->look & entry->tint.look) != 0)
        paint_op (&paint, op);
    }
}

/**
 * tl_display_list_paint:
 * @self: a list
 * @painter: where to paint it
 * @clip: (nullable): leave out what does not reach into this area; %NULL for all
 * @detail: one step
 * @emphasis: (nullable) (scope call): asked for the state of each entry
 * @user_data: for @emphasis
 *
 * Paints the picture without its background, and names items and groups to @painter.
 */
void
tl_display_list_paint (const TlDisplayList *self,
                       TlPainter *painter,
                       const TlRect *clip,
                       TlDetail detail,
                       TlEmphasisFunc emphasis,
                       gpointer user_data)
{
  g_autoptr (GArray) visible
      = tl_display_list_query_painted (self, clip != NULL ? *clip : self->bounds, emphasis,
                                       user_data);
  const char *group = NULL;

  for (guint i = 0; i < visible->len; i++)
    {
      TlPaintedEntry painted = g_array_index (visible, TlPaintedEntry, i);
      const TlEntry *entry = tl_display_list_draw_entry (self, painted.index);

      group = switch_group (painter, group, entry->group);
      begin_item (painter, entry);
      tl_display_list_paint_entry (self, painted.index, painter, detail, painted.emphasis);
      tl_painter_end_item (painter);
    }
  switch_group (painter, group, NULL);
}
