/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-matrix-order.h"

#define N_BLOCKS 6
#define ROWS_A_BLOCK 10
#define COLUMNS_A_BLOCK 4
#define N_ROWS (N_BLOCKS * ROWS_A_BLOCK)
#define N_COLUMNS (N_BLOCKS * COLUMNS_A_BLOCK)

static void
shuffle (int *values, int n, GRand *rand)
{
  for (int i = n - 1; i > 0; i--)
    {
      int j = g_rand_int_range (rand, 0, i + 1);
      int value = values[i];

      values[i] = values[j];
      values[j] = value;
    }
}

static int *
make_shuffled (int n, GRand *rand)
{
  int *values = g_new (int, n);

  for (int i = 0; i < n; i++)
    values[i] = i;
  shuffle (values, n, rand);
  return values;
}

/* Silos: rows serve columns of their own block, mostly, and none of it is seen in the given order.
 */
static GArray *
make_silos (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree int *rows = make_shuffled (N_ROWS, rand);
  g_autofree int *columns = make_shuffled (N_COLUMNS, rand);
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (TlMatrixDot));

  for (int row = 0; row < N_ROWS; row++)
    for (int column = 0; column < N_COLUMNS; column++)
      {
        gboolean is_home = row / ROWS_A_BLOCK == column / COLUMNS_A_BLOCK;
        TlMatrixDot dot = { rows[row], columns[column] };

        if (g_rand_double (rand) < (is_home ? 0.7 : 0.01))
          g_array_append_val (dots, dot);
      }
  return dots;
}

static int *
invert (const int *order, int n)
{
  int *places = g_new (int, n);

  for (int i = 0; i < n; i++)
    places[order[i]] = i;
  return places;
}

/* The measure of effectiveness of McCormick, Schweitzer and White (1972): how many dots have a dot
 * beside them, each such pair twice. */
static int
measure_blocks (const GArray *dots, const int *row_order, const int *column_order)
{
  g_autofree int *row_places = invert (row_order, N_ROWS);
  g_autofree int *column_places = invert (column_order, N_COLUMNS);
  g_autofree gboolean *filled = g_new0 (gboolean, N_ROWS * N_COLUMNS);
  int sum = 0;

  for (guint i = 0; i < dots->len; i++)
    {
      const TlMatrixDot *dot = &g_array_index (dots, TlMatrixDot, i);

      filled[row_places[dot->row] * N_COLUMNS + column_places[dot->column]] = TRUE;
    }
  for (int row = 0; row < N_ROWS; row++)
    for (int column = 0; column < N_COLUMNS; column++)
      {
        if (!filled[row * N_COLUMNS + column])
          continue;
        sum += row > 0 && filled[(row - 1) * N_COLUMNS + column] ? 2 : 0;
        sum += column > 0 && filled[row * N_COLUMNS + column - 1] ? 2 : 0;
      }
  return sum;
}

static void
cluster (const GArray *dots, const int *groups, int *rows, int *columns)
{
  tl_matrix_order_cluster ((const TlMatrixDot *) dots->data, (int) dots->len, N_ROWS, N_COLUMNS,
                           groups, rows, columns);
}

static void
check_permutation (const int *order, int n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n);

  for (int i = 0; i < n; i++)
    {
      g_assert_cmpint (order[i], >=, 0);
      g_assert_cmpint (order[i], <, n);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

static void
test_blocks_appear (void)
{
  int given_rows[N_ROWS];
  int given_columns[N_COLUMNS];

  for (int i = 0; i < N_ROWS; i++)
    given_rows[i] = i;
  for (int i = 0; i < N_COLUMNS; i++)
    given_columns[i] = i;
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GArray) dots = make_silos (seed);
      int rows[N_ROWS];
      int columns[N_COLUMNS];
      int before = measure_blocks (dots, given_rows, given_columns);

      cluster (dots, NULL, rows, columns);
      check_permutation (rows, N_ROWS);
      check_permutation (columns, N_COLUMNS);
      g_assert_cmpint (measure_blocks (dots, rows, columns), >, 3 * before);
    }
}

/* Columns stay with their group, and groups in their order, however much better it could be. */
static void
test_groups_stay (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GArray) dots = make_silos (seed);
      int groups[N_COLUMNS];
      int rows[N_ROWS];
      int columns[N_COLUMNS];

      for (int i = 0; i < N_COLUMNS; i++)
        groups[i] = i / COLUMNS_A_BLOCK;
      cluster (dots, groups, rows, columns);
      check_permutation (rows, N_ROWS);
      check_permutation (columns, N_COLUMNS);
      for (int i = 0; i < N_COLUMNS; i++)
        g_assert_cmpint (groups[columns[i]], ==, i / COLUMNS_A_BLOCK);
    }
}

static void
test_same_again (void)
{
  g_autoptr (GArray) dots = make_silos (3);
  int rows[2][N_ROWS];
  int columns[2][N_COLUMNS];

  for (int i = 0; i < 2; i++)
    cluster (dots, NULL, rows[i], columns[i]);
  g_assert_cmpmem (rows[0], sizeof rows[0], rows[1], sizeof rows[1]);
  g_assert_cmpmem (columns[0], sizeof columns[0], columns[1], sizeof columns[1]);
}

static void
test_empty_comes_last (void)
{
  static const TlMatrixDot dots[] = { { 3, 1 }, { 1, 3 }, { 4, 1 } };
  static const int groups[] = { 0, 0, 1, 1 };
  int rows[5];
  int columns[4];

  tl_matrix_order_cluster (dots, G_N_ELEMENTS (dots), 5, 4, groups, rows, columns);
  check_permutation (rows, 5);
  g_assert_cmpint (rows[3], ==, 0);
  g_assert_cmpint (rows[4], ==, 2);
  g_assert_cmpint (columns[0], ==, 1);
  g_assert_cmpint (columns[1], ==, 0);
  g_assert_cmpint (columns[2], ==, 3);
  g_assert_cmpint (columns[3], ==, 2);
}

static void
test_nothing (void)
{
  int rows[2];
  int columns[1];

  tl_matrix_order_cluster (NULL, 0, 0, 0, NULL, rows, columns);
  tl_matrix_order_cluster (NULL, 0, 2, 1, NULL, rows, columns);
  g_assert_cmpint (rows[0], ==, 0);
  g_assert_cmpint (rows[1], ==, 1);
  g_assert_cmpint (columns[0], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/matrix-order/blocks-appear", test_blocks_appear);
  g_test_add_func ("/layout/matrix-order/groups-stay", test_groups_stay);
  g_test_add_func ("/layout/matrix-order/same-again", test_same_again);
  g_test_add_func ("/layout/matrix-order/empty-comes-last", test_empty_comes_last);
  g_test_add_func ("/layout/matrix-order/nothing", test_nothing);
  return g_test_run ();
}
