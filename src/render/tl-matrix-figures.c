/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <math.h>

#include "tl-matrix-private.h"

/* A project in one column counts once there, by whichever of its links. */
static gboolean
is_counted_cell (const TlMatrix *self, const TlMatrixCell *cell)
{
  return !cell->is_closed
         && tl_matrix_peek_row (self, cell->row)->standing != TL_STANDING_UNCOUNTED;
}

static double
sum_valid_sigma (const TlMatrix *self, TlItem *project)
{
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (tl_matrix_get_alignment (self), project, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += tl_link_get_sigma (links[i]);
  return sum;
}

/* The days of a project are divided among the valid links to objectives, by their strength. */
static double
get_cell_days (const TlMatrix *self, const TlMatrixCell *cell, double days, double sum)
{
  TlItem *const *links = tl_matrix_get_links (self, cell);
  double sigma = 0;

  for (guint i = 0; i < cell->n_links; i++)
    if (tl_item_get_kind (tl_item_get_ref (links[i], TL_LINK_TARGET)) == TL_KIND_OBJECTIVE
        && tl_matrix_link_is_valid (self, links[i]))
      sigma += tl_link_get_sigma (links[i]);
  return sum > 0 ? days * sigma / sum : 0;
}

static void
count_row (TlMatrix *self, int row)
{
  TlMatrixRow *line = tl_matrix_peek_row (self, row);
  double days = tl_alignment_get_effort (tl_matrix_get_alignment (self), line->item);
  double sum = sum_valid_sigma (self, line->item);
  guint n;
  const TlMatrixCell *cells = tl_matrix_get_cells (self, row, &n);

  if (line->standing != TL_STANDING_UNCOUNTED)
    self->days += days;
  for (guint i = 0; i < n; i++)
    {
      TlMatrixColumn *column = tl_matrix_peek_column (self, cells[i].column);

      line->n_links += cells[i].n_links;
      if (!is_counted_cell (self, &cells[i]))
        continue;
      self->n_links += cells[i].n_links;
      column->n_projects++;
      column->days += get_cell_days (self, &cells[i], days, sum);
    }
}

static void
count_group (TlMatrix *self, TlMatrixGroup *group)
{
  TlAlignment *alignment = tl_matrix_get_alignment (self);

  group->share = NAN;
  if (group->goal == NULL)
    {
      group->weight = NAN;
      return;
    }
  group->days = tl_alignment_get_goal_effort (alignment, group->goal);
  group->share = tl_alignment_get_goal_share (alignment, group->goal);
}

/**
 * tl_matrix_count:
 * @self: a matrix with cells
 *
 * Adds up rows, columns, goals and all. The figures are those of the alignment: what a column of an
 * objective says, its goal's adds up to.
 */
void
tl_matrix_count (TlMatrix *self)
{
  for (int i = 0; i < (int) self->rows->len; i++)
    count_row (self, i);
  for (int i = 0; i < (int) self->groups->len; i++)
    count_group (self, tl_matrix_peek_group (self, i));
  for (int i = 0; i < (int) self->rows->len; i++)
    self->n_alarms += tl_matrix_peek_row (self, i)->sign != NULL ? 1 : 0;
  for (int i = 0; i < (int) self->columns->len; i++)
    self->n_unserved += tl_matrix_peek_column (self, i)->sign != NULL ? 1 : 0;
}
