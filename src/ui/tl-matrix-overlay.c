/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-matrix-grid-private.h"
#include "tl-style.h"

#define CROSS_OPACITY 0.045
#define SELECTED_OPACITY 0.13
#define VEIL_OPACITY 0.66
#define OUTLINE_WIDTH 2.0
#define MAX_OUTLINED 400 /* of a selection; more is not seen at once */

static void
push_clip (GtkSnapshot *snapshot, TlRect rect)
{
  graphene_rect_t bounds = tl_rect_to_graphene (rect);

  gtk_snapshot_push_clip (snapshot, &bounds);
}

static void
fill (GtkSnapshot *snapshot, TlRect rect, TlColor color, double opacity)
{
  graphene_rect_t bounds = tl_rect_to_graphene (rect);
  GdkRGBA rgba = tl_color_to_rgba (tl_color_with_alpha (color, opacity));

  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
}

static void
outline (GtkSnapshot *snapshot, TlRect rect, TlColor color)
{
  graphene_rect_t bounds = tl_rect_to_graphene (rect);
  GdkRGBA rgba = tl_color_to_rgba (color);
  float width = OUTLINE_WIDTH;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, 4);
  gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

/* Where the part of the picture is seen that something belongs to. */
static TlRect
get_room (TlMatrixGrid *self, TlMatrixPart part)
{
  TlRect body = tl_matrix_frame_get_body (&self->frame);

  if (part == TL_MATRIX_ROW)
    return tl_rect (0, body.y, body.x, body.height);
  if (part == TL_MATRIX_CELL)
    return body;
  return tl_rect (body.x, 0, body.width, body.y);
}

static void
outline_spot (TlMatrixGrid *self, GtkSnapshot *snapshot, const TlMatrixSpot *spot, TlColor color)
{
  TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, spot);
  TlRect room = get_room (self, spot->part);

  if (!tl_rect_intersects (rect, room))
    return;
  push_clip (snapshot, room);
  outline (snapshot, rect, color);
  gtk_snapshot_pop (snapshot);
}

/* The row across titles, places and totals; the column down likewise. */
static void
draw_row (TlMatrixGrid *self, GtkSnapshot *snapshot, int row, TlColor color, double opacity)
{
  TlMatrixSpot spot = { TL_MATRIX_ROW, row, TL_MATRIX_NONE };
  TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);
  TlRect room = get_room (self, TL_MATRIX_ROW);

  push_clip (snapshot, tl_rect (0, room.y, self->frame.width, room.height));
  fill (snapshot, tl_rect (0, rect.y, self->frame.width, rect.height), color, opacity);
  gtk_snapshot_pop (snapshot);
}

static void
draw_column (TlMatrixGrid *self, GtkSnapshot *snapshot, int column, TlColor color, double opacity)
{
  TlMatrixSpot spot = { TL_MATRIX_COLUMN, TL_MATRIX_NONE, column };
  TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);
  TlRect room = get_room (self, TL_MATRIX_COLUMN);

  push_clip (snapshot, tl_rect (room.x, 0, room.width, self->frame.height));
  fill (snapshot,
        tl_rect (rect.x, rect.y, rect.width, self->frame.height - rect.y - self->frame.foot / 3),
        color, opacity);
  gtk_snapshot_pop (snapshot);
}

static void
draw_cross (TlMatrixGrid *self, GtkSnapshot *snapshot, const TlMatrixSpot *spot, TlColor color)
{
  if (spot->part == TL_MATRIX_CELL || spot->part == TL_MATRIX_ROW)
    draw_row (self, snapshot, spot->row, color, CROSS_OPACITY);
  if (spot->part == TL_MATRIX_CELL || spot->part == TL_MATRIX_COLUMN)
    draw_column (self, snapshot, spot->column, color, CROSS_OPACITY);
}

static void
draw_selected_link (TlMatrixGrid *self, GtkSnapshot *snapshot, TlItem *link, TlColor color)
{
  TlItem *project = tl_item_get_ref (link, TL_LINK_PROJECT);
  TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);
  TlMatrixSpot spot = { TL_MATRIX_CELL, TL_MATRIX_NONE, TL_MATRIX_NONE };

  if (project == NULL || target == NULL)
    return;
  spot.row = tl_matrix_find_row (self->matrix, project);
  spot.column = tl_matrix_find_column (self->matrix, target);
  if (spot.row != TL_MATRIX_NONE && spot.column != TL_MATRIX_NONE)
    outline_spot (self, snapshot, &spot, color);
}

static void
draw_selected (TlMatrixGrid *self, GtkSnapshot *snapshot, TlItem *item, TlColor color)
{
  int row = tl_matrix_find_row (self->matrix, item);
  int column = tl_matrix_find_column (self->matrix, item);
  int group = tl_item_get_kind (item) == TL_KIND_GOAL ? tl_matrix_find_group (self->matrix, item)
                                                      : TL_MATRIX_NONE;

  if (tl_item_get_kind (item) == TL_KIND_LINK)
    draw_selected_link (self, snapshot, item, color);
  else if (row != TL_MATRIX_NONE)
    {
      draw_row (self, snapshot, row, color, SELECTED_OPACITY);
      outline_spot (self, snapshot, &(TlMatrixSpot) { TL_MATRIX_ROW, row, TL_MATRIX_NONE }, color);
    }
  else if (group != TL_MATRIX_NONE)
    outline_spot (self, snapshot,
                  &(TlMatrixSpot) { TL_MATRIX_GROUP, TL_MATRIX_NONE,
                                    tl_matrix_get_group (self->matrix, group)->first_column },
                  color);
  else if (column != TL_MATRIX_NONE)
    {
      draw_column (self, snapshot, column, color, SELECTED_OPACITY);
      outline_spot (self, snapshot, &(TlMatrixSpot) { TL_MATRIX_COLUMN, TL_MATRIX_NONE, column },
                    color);
    }
}

static gboolean
is_dim (TlMatrixGrid *self, TlItem *item)
{
  return item != NULL
         && tl_lens_get_emphasis (tl_session_get_lens (self->session), item) == TL_LENS_DIM;
}

static void
veil (GtkSnapshot *snapshot, TlRect rect, TlColor ground)
{
  fill (snapshot, rect, ground, VEIL_OPACITY);
}

/* The places of a row that is dim, where the columns are dim as well. */
static void
veil_places (TlMatrixGrid *self, GtkSnapshot *snapshot, int row, const gboolean *dim, TlColor color)
{
  int first = tl_matrix_find_column_at (self->matrix, self->frame.scroll_x);
  TlRect body = tl_matrix_frame_get_body (&self->frame);
  int n = tl_matrix_get_n_columns (self->matrix);

  for (int i = first; i >= 0 && i < n; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_CELL, row, i };
      TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);

      if (rect.x >= body.x + body.width)
        break;
      if (dim[i - first])
        veil (snapshot, rect, color);
    }
}

/* Which of the columns in sight are dim; their titles get their veil on the way. */
static gboolean *
veil_columns (TlMatrixGrid *self, GtkSnapshot *snapshot, TlColor color)
{
  int first = tl_matrix_find_column_at (self->matrix, self->frame.scroll_x);
  int n = tl_matrix_get_n_columns (self->matrix);
  TlRect room = get_room (self, TL_MATRIX_COLUMN);
  gboolean *dim = g_new0 (gboolean, n + 1);

  push_clip (snapshot, room);
  for (int i = MAX (first, 0); i < n; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_COLUMN, TL_MATRIX_NONE, i };
      TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);

      if (rect.x >= room.x + room.width)
        break;
      dim[i - first] = is_dim (self, tl_matrix_get_column (self->matrix, i)->item);
      if (dim[i - first])
        veil (snapshot, rect, color);
    }
  gtk_snapshot_pop (snapshot);
  return dim;
}

/* What the lens dims lies under a veil: titles by themselves, and a place only where neither its
 * row nor its column is asked for. */
static void
draw_veils (TlMatrixGrid *self, GtkSnapshot *snapshot, TlColor color)
{
  TlRect body = tl_matrix_frame_get_body (&self->frame);
  int first = (int) (self->frame.scroll_y / tl_matrix_get_row_height ());
  int n = tl_matrix_get_n_rows (self->matrix);
  g_autofree gboolean *dim = veil_columns (self, snapshot, color);

  for (int i = first; i < n; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_ROW, i, TL_MATRIX_NONE };
      TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);

      if (rect.y >= body.y + body.height)
        break;
      if (!is_dim (self, tl_matrix_get_row (self->matrix, i)->item))
        continue;
      push_clip (snapshot, get_room (self, TL_MATRIX_ROW));
      veil (snapshot, rect, color);
      gtk_snapshot_pop (snapshot);
      push_clip (snapshot, body);
      veil_places (self, snapshot, i, dim, color);
      gtk_snapshot_pop (snapshot);
    }
}

/* The cursor is a frame within a frame, so that it is not taken for a selected place. */
static void
draw_cursor (TlMatrixGrid *self, GtkSnapshot *snapshot, TlColor color, TlColor ground)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);

  push_clip (snapshot, get_room (self, spot.part));
  outline (snapshot, rect, color);
  outline (snapshot, tl_rect_grow (rect, -OUTLINE_WIDTH), ground);
  gtk_snapshot_pop (snapshot);
}

/**
 * tl_matrix_grid_snapshot_overlay:
 * @self: a grid with a matrix and a picture
 * @snapshot: where to draw
 *
 * Draws over the picture what changes without it: selection, cross-hair, cursor.
 */
void
tl_matrix_grid_snapshot_overlay (TlMatrixGrid *self, GtkSnapshot *snapshot)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  const TlTheme *theme = tl_style_get_theme ();
  TlMatrixSpot cursor = tl_matrix_grid_get_cursor (self);
  gboolean has_focus = self->node != NULL && gtk_widget_has_focus (self->node);
  guint n = MIN (tl_selection_get_n_items (selection), MAX_OUTLINED);

  draw_veils (self, snapshot, theme->canvas);
  if (self->hovered.part != TL_MATRIX_NOWHERE)
    draw_cross (self, snapshot, &self->hovered, theme->text);
  else if (has_focus)
    draw_cross (self, snapshot, &cursor, theme->text);
  for (guint i = 0; i < n; i++)
    draw_selected (self, snapshot, tl_selection_get_item (selection, i), theme->accent);
  if (has_focus && cursor.part != TL_MATRIX_NOWHERE)
    draw_cursor (self, snapshot, theme->accent, theme->surface);
}
