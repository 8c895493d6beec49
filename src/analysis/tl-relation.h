/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item-numbers.h"

G_BEGIN_DECLS

/* Which items belong to which owner, for owners that are numbered from 0: one block for all. */
typedef struct
{
  guint *starts;  /* one an owner and one more: where its members begin in items */
  TlItem **items; /* borrowed, grouped by owner, in the order in which they were given */
  guint *numbers; /* of these items: their places in what was given */
} TlRelation;

void tl_relation_init (TlRelation *self,
                       guint n_owners,
                       TlItem *const *members,
                       const guint *owners,
                       guint n_members);
void tl_relation_clear (TlRelation *self);
TlItem *const *tl_relation_get (const TlRelation *self, guint owner, guint *n_items);
const guint *tl_relation_get_numbers (const TlRelation *self, guint owner, guint *n_items);

G_END_DECLS
