/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <math.h>

#include "tl-display-list-private.h"

/* From the units of an operation to those of the list. */
typedef struct
{
  double dx;
  double dy;
  double scale;
  int turns; /* quarters, against the clock */
} Transform;

struct _TlRecorder
{
  TlPainter parent_instance;

  /* Owned */
  GArray *transforms; /* of Transform, the last one in force */

  /* Borrowed */
  TlDisplayList *list;
  const char *group; /* in the list's chunk */

  guint entry; /* that is being drawn */

  TlDetail detail;
  TlLook look;
  TlInk ink;
  double note_room;
  gboolean is_noted;
  gboolean in_item;
};

G_DEFINE_FINAL_TYPE (TlRecorder, tl_recorder, TL_TYPE_PAINTER)

static const char *
keep_string (TlRecorder *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert (self->list->chunk, string) : NULL;
}

static TlEntry *
get_entry (TlRecorder *self)
{
  g_assert (self->in_item);
  return &g_array_index (self->list->entries, TlEntry, self->entry);
}

static Transform *
get_transform (TlRecorder *self)
{
  return &g_array_index (self->transforms, Transform, self->transforms->len - 1);
}

/* Where a point lies round the origin after so many quarters. */
static TlPoint
turn_point (int turns, TlPoint p)
{
  for (int i = 0; i < turns; i++)
    p = tl_point (p.y, -p.x);
  return p;
}

static TlRect
map_rect (const Transform *transform, TlRect rect)
{
  TlPoint a = turn_point (transform->turns, tl_point (rect.x, rect.y));
  TlPoint b = turn_point (transform->turns, tl_point (rect.x + rect.width, rect.y + rect.height));

  return tl_rect (transform->dx + MIN (a.x, b.x) * transform->scale,
                  transform->dy + MIN (a.y, b.y) * transform->scale,
                  fabs (b.x - a.x) * transform->scale, fabs (b.y - a.y) * transform->scale);
}

/* @extent is what is drawn, empty when nothing is. */
static void
add_op (TlRecorder *self, TlOp op, TlRect extent)
{
  TlEntry *entry = get_entry (self);

  op.detail = self->detail;
  op.look = self->look;
  op.ink = self->ink;
  op.is_noted = self->is_noted;
  op.note_room = self->note_room;
  g_array_append_val (self->list->ops, op);
  entry->n_ops++;
  if (!tl_rect_is_empty (extent))
    entry->extent = tl_rect_union (entry->extent, map_rect (get_transform (self), extent));
}

static void
add_state_op (TlRecorder *self, TlOp op)
{
  add_op (self, op, tl_rect (0, 0, 0, 0));
}

static void
add_rect_op (TlRecorder *self,
             TlOpKind kind,
             TlRect rect,
             double radius,
             TlStroke stroke,
             TlColor color)
{
  TlOp op = { .kind = kind, .rect = { rect, radius, stroke, color } };

  add_op (self, op, tl_rect_grow (rect, stroke.width / 2));
}

static void
add_path_op (TlRecorder *self, TlOpKind kind, TlPath path, TlStroke stroke, TlColor color)
{
  GArray *segments = self->list->segments;
  TlOp op = { .kind = kind, .path = { segments->len, path.n_segments, stroke, color } };

  g_array_append_vals (segments, path.segments, path.n_segments);
  add_op (self, op, tl_path_get_reach (path, stroke.width));
}

static void
tl_recorder_save (TlPainter *painter)
{
  TlRecorder *self = TL_RECORDER (painter);
  Transform transform = *get_transform (self);

  g_array_append_val (self->transforms, transform);
  add_state_op (self, (TlOp) { .kind = TL_OP_SAVE });
}

static void
tl_recorder_restore (TlPainter *painter)
{
  TlRecorder *self = TL_RECORDER (painter);

  g_return_if_fail (self->transforms->len > 1);

  g_array_set_size (self->transforms, self->transforms->len - 1);
  add_state_op (self, (TlOp) { .kind = TL_OP_RESTORE });
}

static void
tl_recorder_translate (TlPainter *painter, double dx, double dy)
{
  TlRecorder *self = TL_RECORDER (painter);
  Transform *transform = get_transform (self);

  TlPoint way = turn_point (transform->turns, tl_point (dx, dy));

  transform->dx += way.x * transform->scale;
  transform->dy += way.y * transform->scale;
  add_state_op (self, (TlOp) { .kind = TL_OP_TRANSLATE, .offset = { dx, dy } });
}

static void
tl_recorder_scale (TlPainter *painter, double factor)
{
  TlRecorder *self = TL_RECORDER (painter);

  get_transform (self)->scale *= factor;
  add_state_op (self, (TlOp) { .kind = TL_OP_SCALE, .factor = factor });
}

static void
tl_recorder_turn (TlPainter *painter)
{
  TlRecorder *self = TL_RECORDER (painter);
  Transform *transform = get_transform (self);

  transform->turns = (transform->turns + 1) % 4;
  add_state_op (self, (TlOp) { .kind = TL_OP_TURN });
}

static void
tl_recorder_clip_rect (TlPainter *painter, TlRect rect)
{
  add_state_op (TL_RECORDER (painter),
                (TlOp) { .kind = TL_OP_CLIP_RECT, .rect = { .rect = rect } });
}

static void
tl_recorder_fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
  add_rect_op (TL_RECORDER (painter), TL_OP_FILL_RECT, rect, radius, tl_stroke (0), color);
}

static void
tl_recorder_stroke_rect (TlPainter *painter,
                         TlRect rect,
                         double radius,
                         TlStroke stroke,
                         TlColor color)
{
  add_rect_op (TL_RECORDER (painter), TL_OP_STROKE_RECT, rect, radius, stroke, color);
}

static void
tl_recorder_fill_edge (TlPainter *painter, TlRect rect, double radius, double width, TlColor color)
{
  TlOp op = { .kind = TL_OP_FILL_EDGE, .rect = { rect, radius, tl_stroke (width), color } };

  add_op (TL_RECORDER (painter), op, tl_rect (rect.x, rect.y, width, rect.height));
}

static void
tl_recorder_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
  add_path_op (TL_RECORDER (painter), TL_OP_FILL_PATH, path, tl_stroke (0), color);
}

static void
tl_recorder_stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  add_path_op (TL_RECORDER (painter), TL_OP_STROKE_PATH, path, stroke, color);
}

static void
tl_recorder_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  TlRecorder *self = TL_RECORDER (painter);
  TlOp op = { .kind = TL_OP_DRAW_TEXT, .text = { *text, origin } };
  int lines = MAX (text->max_lines, 1);
  double width = text->width;

  op.text.text.string = keep_string (self, text->string);
  op.text.text.suffix = keep_string (self, text->suffix);
  if (width <= 0)
    {
      width = tl_text_estimate_width (text->string, text->role);
      if (text->suffix != NULL)
        width += tl_text_estimate_width (text->suffix, TL_TEXT_DETAIL) + 12;
    }
  add_op (self, op,
          tl_rect (origin.x, origin.y, width, lines * tl_text_role_get_line_height (text->role)));
}

/* An entry without anything drawn for it yet. The strings of @item last as long as the list. */
static TlEntry *
add_entry (TlRecorder *self, const TlPainterItem *item)
{
  TlDisplayList *list = self->list;
  TlEntry entry = {
    .item = *item,
    .group = self->group,
    .extent = item->bounds,
    .tint = { .look = TL_LOOK_PLAIN, .color = { 0, 0, 0, 1 } },
    .first_op = list->ops->len,
  };

  g_array_append_val (list->entries, entry);
  /* Whatever a document calls its items, what is drawn last is what its id means. */
  g_hash_table_insert (list->by_id, (gpointer) entry.item.id,
                       GUINT_TO_POINTER (list->entries->len));
  return &g_array_index (list->entries, TlEntry, list->entries->len - 1);
}

static void
begin_drawing (TlRecorder *self, guint entry)
{
  self->entry = entry;
  self->in_item = TRUE;
  self->detail = TL_DETAIL_ALL;
  self->look = TL_LOOK_ALL;
  self->ink = TL_INK_OWN;
  self->is_noted = FALSE;
  self->note_room = 0;
}

static void
tl_recorder_begin_item (TlPainter *painter, const TlPainterItem *item)
{
  TlRecorder *self = TL_RECORDER (painter);
  TlPainterItem kept = *item;

  g_return_if_fail (!self->in_item);

  kept.id = keep_string (self, item->id);
  kept.name = keep_string (self, item->name);
  kept.hint = keep_string (self, item->hint);
  kept.link = keep_string (self, item->link);
  add_entry (self, &kept);
  begin_drawing (self, self->list->entries->len - 1);
}

static void
tl_recorder_end_item (TlPainter *painter)
{
  TlRecorder *self = TL_RECORDER (painter);
  TlEntry *entry = get_entry (self);

  if (tl_rect_is_empty (entry->item.bounds))
    entry->item.bounds = entry->extent;
  tl_spatial_index_set (self->list->index, self->entry, entry->extent);
  self->list->bounds = tl_rect_union (self->list->bounds, entry->extent);
  self->in_item = FALSE;
}

static void
tl_recorder_begin_group (TlPainter *painter, const char *name)
{
  TlRecorder *self = TL_RECORDER (painter);

  self->group = g_string_chunk_insert_const (self->list->chunk, name);
}

static void
tl_recorder_end_group (TlPainter *painter)
{
  TL_RECORDER (painter)->group = NULL;
}

static void
tl_recorder_finalize (GObject *object)
{
  g_clear_pointer (&TL_RECORDER (object)->transforms, g_array_unref);
  G_OBJECT_CLASS (tl_recorder_parent_class)->finalize (object);
}

static void
tl_recorder_class_init (TlRecorderClass *klass)
{
  TlPainterClass *painter_class = TL_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_recorder_finalize;
  painter_class->save = tl_recorder_save;
  painter_class->restore = tl_recorder_restore;
  painter_class->translate = tl_recorder_translate;
  painter_class->scale = tl_recorder_scale;
  painter_class->turn = tl_recorder_turn;
  painter_class->clip_rect = tl_recorder_clip_rect;
  painter_class->fill_rect = tl_recorder_fill_rect;
  painter_class->stroke_rect = tl_recorder_stroke_rect;
  painter_class->fill_edge = tl_recorder_fill_edge;
  painter_class->fill_path = tl_recorder_fill_path;
  painter_class->stroke_path = tl_recorder_stroke_path;
  painter_class->draw_text = tl_recorder_draw_text;
  painter_class->begin_item = tl_recorder_begin_item;
  painter_class->end_item = tl_recorder_end_item;
  painter_class->begin_group = tl_recorder_begin_group;
  painter_class->end_group = tl_recorder_end_group;
}

static void
tl_recorder_init (TlRecorder *self)
{
  Transform identity = { 0, 0, 1 };

  self->transforms = g_array_new (FALSE, FALSE, sizeof (Transform));
  g_array_append_val (self->transforms, identity);
  self->detail = TL_DETAIL_ALL;
  self->look = TL_LOOK_ALL;
}

/**
 * tl_recorder_new:
 * @list: what to fill; it outlives the painter
 *
 * Returns: (transfer full): a painter that adds to @list an entry for each item. Nothing may be
 *   drawn outside of an item. An item without bounds gets those of what is drawn for it.
 */
TlRecorder *
tl_recorder_new (TlDisplayList *list)
{
  TlRecorder *self;

  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (TL_TYPE_RECORDER, NULL);
  self->list = list;
  return self;
}

/**
 * tl_recorder_set_detail:
 * @self: a recorder
 * @detail: the steps at which the following operations of this item are painted; each item starts
 *   with all of them
 */
void
tl_recorder_set_detail (TlRecorder *self, TlDetail detail)
{
  g_return_if_fail (TL_IS_RECORDER (self));

  self->detail = detail;
}

/**
 * tl_recorder_set_look:
 * @self: a recorder
 * @look: the looks in which the following operations of this item are painted; each item starts
 *   with all of them
 */
void
tl_recorder_set_look (TlRecorder *self, TlLook look)
{
  g_return_if_fail (TL_IS_RECORDER (self));

  self->look = look;
}

/**
 * tl_recorder_set_ink:
 * @self: a recorder
 * @ink: where the following operations of this item take their colours from; each item starts with
 *   their own
 */
void
tl_recorder_set_ink (TlRecorder *self, TlInk ink)
{
  g_return_if_fail (TL_IS_RECORDER (self));

  self->ink = ink;
}

/**
 * tl_recorder_set_noted:
 * @self: a recorder
 * @is_noted: whether the following texts of this item are to say what the item's colour says; each
 *   item starts without
 * @room: where that is said in a line of the title: what the title gives away for it at most, in
 *   map units, and the other text takes on its left; else 0
 */
void
tl_recorder_set_noted (TlRecorder *self, gboolean is_noted, double room)
{
  g_return_if_fail (TL_IS_RECORDER (self));

  self->note_room = room;
  self->is_noted = is_noted;
}

/**
 * tl_recorder_keep:
 * @self: a recorder
 * @string: any string
 *
 * Returns: (transfer none): the same, as long as the list
 */
const char *
tl_recorder_keep (TlRecorder *self, const char *string)
{
  return keep_string (self, string);
}

/**
 * tl_recorder_add_due:
 * @self: a recorder
 * @item: what the entry is for; it needs no name yet, but bounds. Its id has to last as long as the
 *   list, as with tl_recorder_keep()
 * @extent: all that will be drawn for it
 *
 * Adds an entry that is drawn when it is first painted, by the function of the list.
 */
void
tl_recorder_add_due (TlRecorder *self, const TlPainterItem *item, TlRect extent)
{
  TlEntry *entry;

  g_return_if_fail (TL_IS_RECORDER (self) && !self->in_item);

  entry = add_entry (self, item);
  entry->is_due = TRUE;
  entry->extent = tl_rect_union (item->bounds, extent);
  tl_spatial_index_set (self->list->index, self->list->entries->len - 1, entry->extent);
  self->list->bounds = tl_rect_union (self->list->bounds, entry->extent);
}

/**
 * tl_recorder_draw_due:
 * @self: a recorder that is at no item
 * @entry: one that is due
 *
 * Has the function of the list draw the entry. What it reaches into stays as it was told.
 */
void
tl_recorder_draw_due (TlRecorder *self, guint entry)
{
  TlDisplayList *list;
  TlEntry *due;
  TlRect extent;

  g_return_if_fail (TL_IS_RECORDER (self) && !self->in_item && self->list->draw != NULL);

  list = self->list;
  due = &g_array_index (list->entries, TlEntry, entry);
  due->is_due = FALSE;
  due->first_op = list->ops->len;
  extent = due->extent;
  begin_drawing (self, entry);
  list->draw (entry, self, list->draw_data);
  self->in_item = FALSE;
  due->extent = extent;
}

/**
 * tl_recorder_name_item:
 * @self: a recorder that is at an item
 * @name: of the item
 * @hint: (nullable): more about it
 */
void
tl_recorder_name_item (TlRecorder *self, const char *name, const char *hint)
{
  TlEntry *entry;

  g_return_if_fail (TL_IS_RECORDER (self) && self->in_item);

  entry = get_entry (self);
  entry->item.name = keep_string (self, name);
  entry->item.hint = keep_string (self, hint);
}
