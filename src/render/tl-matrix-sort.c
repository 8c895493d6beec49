/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <math.h>
#include <string.h>

#include "tl-matrix-order.h"
#include "tl-matrix-private.h"

/* What decides the place of a row, in this order. */
typedef struct
{
  int class; /* what serves nothing comes last */
  double key;
  char *word; /* (nullable): owned */
  double second_key;
  int row;
} Place;

/* The goal that a row serves most. */
typedef struct
{
  int group;
  int column; /* the first in that group */
} Home;

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->word);
}

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_places (gconstpointer pointer_a, gconstpointer pointer_b)
{
  const Place *a = pointer_a;
  const Place *b = pointer_b;
  int order = a->class - b->class;

  if (order == 0)
    order = compare_numbers (a->key, b->key);
  if (order == 0 && a->word != NULL)
    order = strcmp (a->word, b->word);
  if (order == 0)
    order = compare_numbers (a->second_key, b->second_key);
  return order != 0 ? order : a->row - b->row;
}

/* Mandates without a link come behind the alarms, and what does not count behind both. */
static int
get_class (const TlMatrixRow *row)
{
  static const int classes[] = {
    [TL_STANDING_ALIGNED] = 0,  [TL_STANDING_GOAL_ONLY] = 1, [TL_STANDING_CLOSED] = 2,
    [TL_STANDING_UNLINKED] = 3, [TL_STANDING_MANDATE] = 4,   [TL_STANDING_UNCOUNTED] = 5,
  };

  return classes[row->standing];
}

/* Entries still come row by row. Equal goals: the one that is first in priority. */
static Home *
find_homes (const TlMatrix *self)
{
  Home *homes = g_new (Home, self->rows->len + 1);
  g_autofree double *sums = g_new0 (double, self->groups->len + 1);
  guint from = 0;

  for (int row = 0; row < (int) self->rows->len; row++)
    {
      Home home = { (int) self->groups->len, (int) self->columns->len };
      double most = 0;
      guint to = from;

      for (; to < self->entries->len; to++)
        {
          const TlMatrixEntry *entry = &g_array_index (self->entries, TlMatrixEntry, to);
          int group = tl_matrix_peek_column (self, entry->column)->group;

          if (entry->row != row)
            break;
          sums[group] += tl_link_get_sigma (entry->link);
          if (sums[group] > most || (sums[group] == most && group < home.group))
            {
              most = sums[group];
              home.group = group;
            }
        }
      for (; from < to; from++)
        {
          int column = g_array_index (self->entries, TlMatrixEntry, from).column;

          if (tl_matrix_peek_column (self, column)->group == home.group)
            home.column = MIN (home.column, column);
          sums[tl_matrix_peek_column (self, column)->group] = 0;
        }
      homes[row] = home;
    }
  return homes;
}

static GArray *
list_places (const TlMatrix *self, TlMatrixOrder order)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_autofree Home *homes = order == TL_MATRIX_BY_GOAL ? find_homes (self) : NULL;

  g_array_set_clear_func (places, clear_place);
  for (int i = 0; i < (int) self->rows->len; i++)
    {
      const TlMatrixRow *row = tl_matrix_peek_row (self, i);
      Place place = { .row = i };

      if (order == TL_MATRIX_BY_GOAL)
        place.class = get_class (row);
      if (homes != NULL)
        {
          place.key = homes[i].group;
          place.second_key = homes[i].column;
        }
      if (order == TL_MATRIX_BY_DAYS)
        place.key = isnan (row->days) ? 1 : -row->days;
      if (order == TL_MATRIX_BY_TITLE)
        place.word = g_utf8_collate_key (row->title, -1);
      g_array_append_val (places, place);
    }
  return places;
}

static int *
sort_rows (const TlMatrix *self, TlMatrixOrder order)
{
  g_autoptr (GArray) places = list_places (self, order);
  int *rows = g_new (int, places->len + 1);

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    rows[i] = g_array_index (places, Place, i).row;
  return rows;
}

static int
compare_dots (gconstpointer pointer_a, gconstpointer pointer_b)
{
  const TlMatrixDot *a = pointer_a;
  const TlMatrixDot *b = pointer_b;

  return a->row != b->row ? a->row - b->row : a->column - b->column;
}

static GArray *
list_dots (const TlMatrix *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TlMatrixDot));
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (TlMatrixDot));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TlMatrixEntry *entry = &g_array_index (self->entries, TlMatrixEntry, i);
      TlMatrixDot dot = { entry->row, entry->column };

      g_array_append_val (all, dot);
    }
  g_array_sort (all, compare_dots);
  for (guint i = 0; i < all->len; i++)
    {
      const TlMatrixDot *dot = &g_array_index (all, TlMatrixDot, i);

      if (i == 0 || compare_dots (dot - 1, dot) != 0)
        g_array_append_val (dots, *dot);
    }
  return dots;
}

static gboolean
is_all_folded (const TlMatrix *self)
{
  return self->groups->len == self->columns->len;
}

/* Columns stay under their goals. Where every goal is one column, the goals may move as well. */
static void
cluster (const TlMatrix *self, int **rows, int **columns)
{
  g_autoptr (GArray) dots = list_dots (self);
  int n_columns = (int) self->columns->len;
  g_autofree int *groups = g_new (int, n_columns + 1);
  g_autofree int *ranks = g_new (int, self->rows->len + 1);
  g_autofree int *by_class = sort_rows (self, TL_MATRIX_BY_GOAL);
  int n = 0;

  *rows = g_new (int, self->rows->len + 1);
  *columns = g_new (int, n_columns + 1);
  for (int i = 0; i < n_columns; i++)
    groups[i] = tl_matrix_peek_column (self, i)->group;
  tl_matrix_order_cluster ((const TlMatrixDot *) dots->data, (int) dots->len, (int) self->rows->len,
                           n_columns, is_all_folded (self) ? NULL : groups, ranks, *columns);
  /* Filled rows as clustered, then those that are empty by what is to be done about them. */
  g_autofree gboolean *is_filled = g_new0 (gboolean, self->rows->len + 1);
  for (guint i = 0; i < dots->len; i++)
    is_filled[g_array_index (dots, TlMatrixDot, i).row] = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (is_filled[ranks[i]])
      (*rows)[n++] = ranks[i];
  for (guint i = 0; i < self->rows->len; i++)
    if (!is_filled[by_class[i]])
      (*rows)[n++] = by_class[i];
}

static gboolean
is_same_column (const TlMatrixColumn *a, const TlMatrixColumn *b)
{
  return a->is_goal == b->is_goal && strcmp (a->id, b->id) == 0;
}

/* Rows keep the places they had; new ones come last. */
static int *
keep_rows (const TlMatrix *self, const TlMatrix *previous)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree int *row_at = g_new (int, previous->rows->len + 1);
  int *rows = g_new (int, self->rows->len + 1);
  int n = 0;

  for (int i = 0; i < (int) previous->rows->len; i++)
    {
      g_hash_table_insert (places, (gpointer) tl_matrix_peek_row (previous, i)->id,
                           GINT_TO_POINTER (i + 1));
      row_at[i] = TL_MATRIX_NONE;
    }
  for (int i = 0; i < (int) self->rows->len; i++)
    {
      int place = GPOINTER_TO_INT (g_hash_table_lookup (places, tl_matrix_peek_row (self, i)->id));

      if (place > 0)
        row_at[place - 1] = i;
    }
  for (int i = 0; i < (int) previous->rows->len; i++)
    if (row_at[i] != TL_MATRIX_NONE)
      rows[n++] = row_at[i];
  for (int i = 0; i < (int) self->rows->len; i++)
    if (!g_hash_table_contains (places, tl_matrix_peek_row (self, i)->id))
      rows[n++] = i;
  return rows;
}

static gboolean
has_same_columns (const TlMatrix *self, const TlMatrix *previous, int *columns)
{
  g_autoptr (GHashTable) objectives = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) goals = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->columns->len != previous->columns->len)
    return FALSE;
  for (int i = 0; i < (int) self->columns->len; i++)
    {
      const TlMatrixColumn *column = tl_matrix_peek_column (self, i);

      g_hash_table_insert (column->is_goal ? goals : objectives, (gpointer) column->id,
                           GINT_TO_POINTER (i + 1));
    }
  for (int i = 0; i < (int) previous->columns->len; i++)
    {
      const TlMatrixColumn *column = tl_matrix_peek_column (previous, i);
      int at = GPOINTER_TO_INT (
          g_hash_table_lookup (column->is_goal ? goals : objectives, column->id));

      if (at == 0 || !is_same_column (column, tl_matrix_peek_column (self, at - 1)))
        return FALSE;
      columns[i] = at - 1;
    }
  return TRUE;
}

static void
apply_rows (TlMatrix *self, const int *rows)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TlMatrixRow), self->rows->len);
  g_autofree int *place_of = g_new (int, self->rows->len + 1);

  for (int i = 0; i < (int) self->rows->len; i++)
    {
      g_array_append_val (sorted, *tl_matrix_peek_row (self, rows[i]));
      place_of[rows[i]] = i;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlMatrixEntry *entry = &g_array_index (self->entries, TlMatrixEntry, i);

      entry->row = place_of[entry->row];
    }
  g_array_unref (self->rows);
  self->rows = sorted;
}

static void
apply_columns (TlMatrix *self, const int *columns)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TlMatrixColumn), self->columns->len);
  g_autofree int *place_of = g_new (int, self->columns->len + 1);
  GHashTableIter iter;
  gpointer item, value;

  for (int i = 0; i < (int) self->columns->len; i++)
    {
      g_array_append_val (sorted, *tl_matrix_peek_column (self, columns[i]));
      place_of[columns[i]] = i;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlMatrixEntry *entry = &g_array_index (self->entries, TlMatrixEntry, i);

      entry->column = place_of[entry->column];
    }
  g_hash_table_iter_init (&iter, self->column_of);
  while (g_hash_table_iter_next (&iter, &item, &value))
    g_hash_table_iter_replace (&iter, GINT_TO_POINTER (place_of[GPOINTER_TO_INT (value) - 1] + 1));
  g_array_unref (self->columns);
  self->columns = sorted;
}

/**
 * tl_matrix_sort:
 * @self: a matrix with rows, columns and entries, all in document order
 * @options: in which order they shall be
 *
 * Puts rows and columns in order. What was in sight before stays where it was: an edit must not
 * make the rows jump below the pointer, and so orders are made anew only without a previous matrix.
 */
void
tl_matrix_sort (TlMatrix *self, const TlMatrixOptions *options)
{
  g_autofree int *rows = NULL;
  g_autofree int *columns = NULL;

  if (options->previous != NULL)
    {
      columns = g_new (int, self->columns->len + 1);
      rows = keep_rows (self, options->previous);
      if (has_same_columns (self, options->previous, columns))
        apply_columns (self, columns);
    }
  else if (options->order == TL_MATRIX_CLUSTERED)
    {
      cluster (self, &rows, &columns);
      apply_columns (self, columns);
    }
  else
    rows = sort_rows (self, options->order);
  apply_rows (self, rows);
}
