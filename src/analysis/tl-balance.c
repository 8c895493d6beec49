/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-balance.h"

#include <math.h>

#define PERCENT 100.0

static TlPull
make_pull (TlAlignment *alignment, TlItem *goal, double days)
{
  TlPull pull = {
    .goal = goal,
    .days = tl_alignment_get_goal_effort (alignment, goal),
    .share = tl_alignment_get_goal_share (alignment, goal) * PERCENT,
    .weight = tl_item_get_number (goal, TL_GOAL_WEIGHT),
  };

  pull.points = pull.share - pull.weight;
  pull.excess = pull.points / PERCENT * days;
  return pull;
}

static double
add_days (TlAlignment *alignment, TlItem *const *goals, guint n_active)
{
  double days = 0;

  for (guint i = 0; i < n_active; i++)
    days += tl_alignment_get_goal_effort (alignment, goals[i]);
  return days;
}

static guint
count_active (TlAlignment *alignment, TlItem *const *goals, guint n_goals)
{
  guint n_active = 0;

  while (n_active < n_goals && tl_alignment_is_active_goal (alignment, goals[n_active]))
    n_active++;
  return n_active;
}

/**
 * tl_balance_init:
 * @self: (out caller-allocates): a balance, to be cleared
 * @alignment: how the projects stand to the goals
 *
 * Holds the days of each active goal against its weight: the days beyond it are share − weight of
 * all days that reach a goal. What can be moved is the smaller of what some goals have too much
 * and others too little; the two differ where the weights do not make 100. A goal whose weight is
 * not recorded pulls nowhere.
 */
void
tl_balance_init (TlBalance *self, TlAlignment *alignment)
{
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);
  guint n_active = count_active (alignment, goals, n);

  *self = (TlBalance) {
    .pulls = g_array_sized_new (FALSE, FALSE, sizeof (TlPull), n_active),
    .days = add_days (alignment, goals, n_active),
  };
  for (guint i = 0; i < n_active; i++)
    {
      TlPull pull = make_pull (alignment, goals[i], self->days);

      g_array_append_val (self->pulls, pull);
      self->n_unknown += isnan (pull.weight) ? 1 : 0;
      if (pull.excess > 0)
        self->over += pull.excess;
      else if (pull.excess < 0)
        self->under -= pull.excess;
    }
  self->to_move = MIN (self->over, self->under);
  self->is_known = self->days > 0 && self->n_unknown < n_active;
}

/**
 * tl_balance_clear:
 * @self: a balance, empty afterwards
 */
void
tl_balance_clear (TlBalance *self)
{
  g_clear_pointer (&self->pulls, g_array_unref);
}

static int
compare_pulls (gconstpointer left, gconstpointer right)
{
  const TlPull *a = *(const TlPull *const *) left;
  const TlPull *b = *(const TlPull *const *) right;
  double difference = fabs (b->excess) - fabs (a->excess);

  if (fpclassify (difference) == FP_ZERO)
    return a < b ? -1 : a > b;
  return difference < 0 ? -1 : 1;
}

/**
 * tl_balance_dup_largest:
 * @self: a balance
 * @most: how many are wanted
 *
 * Returns: (transfer full) (element-type TlPull): the goals that are furthest from their weight,
 *   the furthest first; those that are where they should be, and those of which that is not known,
 *   are left out. They belong to @self.
 */
GPtrArray *
tl_balance_dup_largest (TlBalance *self, guint most)
{
  GPtrArray *largest = g_ptr_array_new ();

  for (guint i = 0; i < self->pulls->len; i++)
    {
      TlPull *pull = &g_array_index (self->pulls, TlPull, i);

      if (fabs (pull->excess) > 0)
        g_ptr_array_add (largest, pull);
    }
  g_ptr_array_sort (largest, compare_pulls);
  if (largest->len > most)
    g_ptr_array_set_size (largest, (int) most);
  return largest;
}
