/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-isotonic.h"

/* A run of values that share one fitted value. */
typedef struct
{
  double mean;
  double weight;
  int n;
} Pool;

/**
 * tl_isotonic_fit:
 * @values: (array length=n) (inout): the values wished for, replaced by the fit
 * @weights: (array length=n): how much each value counts, above 0
 * @n: the number of values
 *
 * Finds the never falling sequence that is nearest to @values in weighted least squares. Adjacent
 * violators are pooled, which takes linear time and is exact (Ayer and others, "An empirical
 * distribution function for sampling with incomplete information", 1955).
 */
void
tl_isotonic_fit (double *values, const double *weights, int n)
{
  g_autofree Pool *pools = g_new (Pool, MAX (n, 1));
  int n_pools = 0;

  for (int i = 0; i < n; i++)
    {
      Pool pool = { values[i], weights[i], 1 };

      while (n_pools > 0 && pools[n_pools - 1].mean >= pool.mean)
        {
          Pool before = pools[--n_pools];
          double weight = before.weight + pool.weight;

          pool.mean = (before.mean * before.weight + pool.mean * pool.weight) / weight;
          pool.weight = weight;
          pool.n += before.n;
        }
      pools[n_pools++] = pool;
    }
  for (int p = 0, i = 0; p < n_pools; p++)
    for (int end = i + pools[p].n; i < end; i++)
      values[i] = pools[p].mean;
}
