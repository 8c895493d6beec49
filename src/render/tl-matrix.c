/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-matrix.h"

#include "tl-map.h"
#include "tl-matrix-private.h"

/* What is wrong with an item is said as on the map: by the first finding that is loud enough. */
static void
collect_signs (TlMatrix *self)
{
  for (guint i = 0; i < tl_analysis_get_n_findings (self->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (self->analysis, i);
      /* The matrix is shown to others. */
      const char *sign
          = finding->rule->is_private ? NULL : tl_map_get_short_sign (finding->rule->id);

      for (guint j = 0; j < finding->n_items && sign != NULL; j++)
        if (!g_hash_table_contains (self->signs, finding->items[j]))
          g_hash_table_insert (self->signs, finding->items[j], (gpointer) sign);
    }
}

static void
collect_rows (TlMatrix *self, const TlMatrixOptions *options)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (self->analysis);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);
      TlStanding standing = tl_alignment_get_standing (tl_matrix_get_alignment (self), item);
      g_autofree char *title = NULL;
      TlMatrixRow row = { .item = item, .standing = standing };

      if ((standing == TL_STANDING_UNCOUNTED && !options->include_uncounted)
          || !tl_matrix_keeps (self, item))
        continue;
      title = tl_map_dup_title (item);
      row.id = g_string_chunk_insert (self->strings, tl_item_get_id (item));
      row.title = g_string_chunk_insert (self->strings, title);
      row.sign = g_hash_table_lookup (self->signs, item);
      row.days = tl_item_get_number (item, TL_PROJECT_EFFORT);
      g_array_append_val (self->rows, row);
    }
}

static void
collect_entries (TlMatrix *self)
{
  for (int row = 0; row < (int) self->rows->len; row++)
    {
      guint n;
      TlItem *const *links = tl_alignment_get_links (tl_matrix_get_alignment (self),
                                                     tl_matrix_peek_row (self, row)->item, &n);

      for (guint i = 0; i < n; i++)
        {
          TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);
          int column = target != NULL ? tl_matrix_find_column (self, target) : TL_MATRIX_NONE;
          TlMatrixEntry entry = { row, column, links[i] };

          if (column != TL_MATRIX_NONE)
            g_array_append_val (self->entries, entry);
        }
    }
}

static int
compare_entries (gconstpointer pointer_a, gconstpointer pointer_b)
{
  const TlMatrixEntry *a = pointer_a;
  const TlMatrixEntry *b = pointer_b;

  return a->row != b->row ? a->row - b->row : a->column - b->column;
}

static void
add_to_cell (const TlMatrix *self, TlMatrixCell *cell, TlItem *link)
{
  TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);

  cell->n_links++;
  cell->strength = MAX (cell->strength, tl_item_get_choice (link, TL_LINK_STRENGTH));
  cell->n_straight += tl_item_get_kind (target) == TL_KIND_GOAL ? 1 : 0;
  cell->is_closed = cell->is_closed && !tl_matrix_link_is_valid (self, link);
  cell->is_disputed
      = cell->is_disputed || tl_item_get_choice (link, TL_LINK_STATUS) == TL_LINK_STATUS_DISPUTED;
}

static void
make_cells (TlMatrix *self)
{
  TlMatrixCell *cell = NULL;

  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TlMatrixEntry *entry = &g_array_index (self->entries, TlMatrixEntry, i);
      TlMatrixCell fresh = { entry->row, entry->column, i, 0, TL_CHOICE_NONE, 0, TRUE, FALSE };

      g_ptr_array_add (self->links, entry->link);
      if (cell == NULL || cell->row != entry->row || cell->column != entry->column)
        {
          g_array_append_val (self->cells, fresh);
          cell = &g_array_index (self->cells, TlMatrixCell, self->cells->len - 1);
        }
      add_to_cell (self, cell, entry->link);
    }
}

/* Where the cells of each row and of each column are, so that none is looked for. */
static void
index_cells (TlMatrix *self)
{
  int n_rows = (int) self->rows->len;
  int n_columns = (int) self->columns->len;
  g_autofree int *fill = NULL;

  self->row_starts = g_new0 (int, n_rows + 1);
  self->column_starts = g_new0 (int, n_columns + 1);
  self->column_cells = g_new (int, self->cells->len + 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TlMatrixCell *cell = &g_array_index (self->cells, TlMatrixCell, i);

      self->row_starts[cell->row + 1]++;
      self->column_starts[cell->column + 1]++;
    }
  for (int i = 0; i < n_rows; i++)
    self->row_starts[i + 1] += self->row_starts[i];
  for (int i = 0; i < n_columns; i++)
    self->column_starts[i + 1] += self->column_starts[i];
  fill = g_memdup2 (self->column_starts, sizeof (int) * ((gsize) n_columns + 1));
  for (guint i = 0; i < self->cells->len; i++)
    self->column_cells[fill[g_array_index (self->cells, TlMatrixCell, i).column]++] = (int) i;
}

static void
index_rows (TlMatrix *self)
{
  for (int i = 0; i < (int) self->rows->len; i++)
    g_hash_table_insert (self->row_of, tl_matrix_peek_row (self, i)->item, GINT_TO_POINTER (i + 1));
}

/**
 * tl_matrix_new:
 * @analysis: of the workspace at the revision to show
 * @options: (nullable): what to show and in which order; not kept
 *
 * Collects projects as rows, objectives under their goals as columns, and the links between them,
 * with totals. What it costs grows with rows, columns and links, never with places.
 *
 * Returns: (transfer full): the matrix. Its items are those of the workspace at that revision.
 */
TlMatrix *
tl_matrix_new (TlAnalysis *analysis, const TlMatrixOptions *options)
{
  static const TlMatrixOptions defaults = { 0 };
  TlMatrix *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  self = g_new0 (TlMatrix, 1);
  self->analysis = tl_analysis_ref (analysis);
  self->groups = g_array_new (FALSE, FALSE, sizeof (TlMatrixGroup));
  self->columns = g_array_new (FALSE, FALSE, sizeof (TlMatrixColumn));
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlMatrixRow));
  self->entries = g_array_new (FALSE, FALSE, sizeof (TlMatrixEntry));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TlMatrixCell));
  self->links = g_ptr_array_new ();
  self->column_of = g_hash_table_new (NULL, NULL);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->signs = g_hash_table_new (NULL, NULL);
  self->strings = g_string_chunk_new (4096);
  if (options->shows != NULL)
    self->kept = tl_matrix_filter (tl_analysis_get_workspace (analysis), options);
  collect_signs (self);
  tl_matrix_collect_columns (self, options);
  collect_rows (self, options);
  collect_entries (self);
  tl_matrix_sort (self, options);
  tl_matrix_place_columns (self);
  index_rows (self);
  make_cells (self);
  index_cells (self);
  tl_matrix_count (self);
  return self;
}

/**
 * tl_matrix_free:
 * @self: (transfer full): a matrix
 */
void
tl_matrix_free (TlMatrix *self)
{
  tl_analysis_unref (self->analysis);
  g_array_unref (self->groups);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->entries);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->links);
  g_free (self->row_starts);
  g_free (self->column_starts);
  g_free (self->column_cells);
  g_hash_table_unref (self->column_of);
  g_hash_table_unref (self->row_of);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_hash_table_unref (self->signs);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * tl_matrix_get_analysis:
 * @self: a matrix
 *
 * Returns: (transfer none): what it was made from
 */
TlAnalysis *
tl_matrix_get_analysis (const TlMatrix *self)
{
  return self->analysis;
}

/**
 * tl_matrix_get_n_rows:
 * @self: a matrix
 *
 * Returns: how many projects it shows
 */
int
tl_matrix_get_n_rows (const TlMatrix *self)
{
  return (int) self->rows->len;
}

/**
 * tl_matrix_get_n_columns:
 * @self: a matrix
 *
 * Returns: how many columns it has, folded goals being one each
 */
int
tl_matrix_get_n_columns (const TlMatrix *self)
{
  return (int) self->columns->len;
}

/**
 * tl_matrix_get_n_groups:
 * @self: a matrix
 *
 * Returns: how many goals its columns stand under
 */
int
tl_matrix_get_n_groups (const TlMatrix *self)
{
  return (int) self->groups->len;
}

/**
 * tl_matrix_get_row:
 * @self: a matrix
 * @row: below tl_matrix_get_n_rows()
 *
 * Returns: (transfer none): the row
 */
const TlMatrixRow *
tl_matrix_get_row (const TlMatrix *self, int row)
{
  g_return_val_if_fail (row >= 0 && row < (int) self->rows->len, NULL);

  return tl_matrix_peek_row (self, row);
}

/**
 * tl_matrix_get_column:
 * @self: a matrix
 * @column: below tl_matrix_get_n_columns()
 *
 * Returns: (transfer none): the column
 */
const TlMatrixColumn *
tl_matrix_get_column (const TlMatrix *self, int column)
{
  g_return_val_if_fail (column >= 0 && column < (int) self->columns->len, NULL);

  return tl_matrix_peek_column (self, column);
}

/**
 * tl_matrix_get_group:
 * @self: a matrix
 * @group: below tl_matrix_get_n_groups()
 *
 * Returns: (transfer none): the group
 */
const TlMatrixGroup *
tl_matrix_get_group (const TlMatrix *self, int group)
{
  g_return_val_if_fail (group >= 0 && group < (int) self->groups->len, NULL);

  return tl_matrix_peek_group (self, group);
}

/**
 * tl_matrix_get_columns_width:
 * @self: a matrix
 *
 * Returns: of all columns together, in map units
 */
double
tl_matrix_get_columns_width (const TlMatrix *self)
{
  const TlMatrixColumn *last;

  if (self->columns->len == 0)
    return 0;
  last = tl_matrix_peek_column (self, (int) self->columns->len - 1);
  return last->x + last->width;
}

/**
 * tl_matrix_find_column_at:
 * @self: a matrix
 * @x: map units from the left of the first column
 *
 * Returns: the column there; the first or the last one when @x is outside, and %TL_MATRIX_NONE only
 *   when there is none at all
 */
int
tl_matrix_find_column_at (const TlMatrix *self, double x)
{
  int low = 0;
  int high = (int) self->columns->len - 1;

  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (tl_matrix_peek_column (self, middle)->x <= x)
        low = middle;
      else
        high = middle - 1;
    }
  return self->columns->len > 0 ? low : TL_MATRIX_NONE;
}

/**
 * tl_matrix_get_n_links:
 * @self: a matrix
 *
 * Returns: how many valid links of counted projects it shows, those straight to a goal included
 */
guint
tl_matrix_get_n_links (const TlMatrix *self)
{
  return self->n_links;
}

/**
 * tl_matrix_get_days:
 * @self: a matrix
 *
 * Returns: the person-days of its rows that count
 */
double
tl_matrix_get_days (const TlMatrix *self)
{
  return self->days;
}

/**
 * tl_matrix_get_cells:
 * @self: a matrix
 * @row: a row
 * @n_cells: (out): how many
 *
 * Returns: (transfer none) (array length=n_cells): its places with links, from left to right
 */
const TlMatrixCell *
tl_matrix_get_cells (const TlMatrix *self, int row, guint *n_cells)
{
  g_return_val_if_fail (row >= 0 && row < (int) self->rows->len, NULL);

  *n_cells = (guint) (self->row_starts[row + 1] - self->row_starts[row]);
  return self->cells->len > 0 ? &g_array_index (self->cells, TlMatrixCell, self->row_starts[row])
                              : NULL;
}

/**
 * tl_matrix_get_cell:
 * @self: a matrix
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the place, %NULL when no link is there
 */
const TlMatrixCell *
tl_matrix_get_cell (const TlMatrix *self, int row, int column)
{
  guint n;
  const TlMatrixCell *cells = tl_matrix_get_cells (self, row, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i].column == column)
      return &cells[i];
  return NULL;
}

/**
 * tl_matrix_find_filled:
 * @self: a matrix
 * @row: where to begin
 * @column: where to begin
 * @down: 1 to look down, -1 to look up, 0 to look in the row
 * @right: 1 to look to the right, -1 to the left, 0 to look in the column
 *
 * Returns: the column of the next place with links in the row, or its row in the column;
 *   %TL_MATRIX_NONE when there is none that way
 */
int
tl_matrix_find_filled (const TlMatrix *self, int row, int column, int down, int right)
{
  gboolean in_row = right != 0;
  int way = in_row ? right : down;
  int from = in_row ? self->row_starts[row] : self->column_starts[column];
  int to = in_row ? self->row_starts[row + 1] : self->column_starts[column + 1];
  int at = in_row ? column : row;
  int found = TL_MATRIX_NONE;

  for (int i = way > 0 ? to - 1 : from; i >= from && i < to; i -= way)
    {
      int index = in_row ? i : self->column_cells[i];
      const TlMatrixCell *cell = &g_array_index (self->cells, TlMatrixCell, index);
      int place = in_row ? cell->column : cell->row;

      if ((place - at) * way <= 0)
        break;
      found = place;
    }
  return found;
}

/**
 * tl_matrix_get_links:
 * @self: a matrix
 * @cell: one of its places
 *
 * Returns: (transfer none) (array): the links there, as many as @cell says
 */
TlItem *const *
tl_matrix_get_links (const TlMatrix *self, const TlMatrixCell *cell)
{
  return (TlItem *const *) self->links->pdata + cell->first_link;
}

/**
 * tl_matrix_find_row:
 * @self: a matrix
 * @project: an item
 *
 * Returns: its row, or %TL_MATRIX_NONE
 */
int
tl_matrix_find_row (const TlMatrix *self, TlItem *project)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->row_of, project)) - 1;
}

/**
 * tl_matrix_find_column:
 * @self: a matrix
 * @target: an item
 *
 * Returns: the column of its links, or %TL_MATRIX_NONE; for an objective of a folded goal that of
 *   the goal
 */
int
tl_matrix_find_column (const TlMatrix *self, TlItem *target)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->column_of, target)) - 1;
}

/**
 * tl_matrix_find_group:
 * @self: a matrix
 * @goal: an item
 *
 * Returns: the group of the goal, or %TL_MATRIX_NONE
 */
int
tl_matrix_find_group (const TlMatrix *self, TlItem *goal)
{
  for (int i = 0; i < (int) self->groups->len; i++)
    if (tl_matrix_peek_group (self, i)->goal == goal)
      return i;
  return TL_MATRIX_NONE;
}
