/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* Where a goal's share of the effort stands against its weight. */
typedef struct
{
  TlItem *goal;  /* borrowed from the alignment */
  double days;   /* that go into it */
  double share;  /* of all days that go into a goal, percent */
  double weight; /* percent; NaN when not recorded */
  double points; /* share − weight: above 0 it gets more than it weighs; NaN when unknown */
  double excess; /* the same in days: to be moved away from it, or to it when below 0; or NaN */
} TlPull;

typedef struct
{
  GArray *pulls;     /* of TlPull, one an active goal, by rank; owned */
  double days;       /* that go into all of them */
  double over;       /* days that goals get beyond their weight */
  double under;      /* days that goals lack of it */
  double to_move;    /* what can move from those to these */
  guint n_unknown;   /* goals whose weight is not recorded */
  gboolean is_known; /* there are days, and weights */
} TlBalance;

void tl_balance_init (TlBalance *self, TlAlignment *alignment);
void tl_balance_clear (TlBalance *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlBalance, tl_balance_clear)
GPtrArray *tl_balance_dup_largest (TlBalance *self, guint most);

G_END_DECLS
