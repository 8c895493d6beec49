/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-relation.h"

/**
 * tl_relation_init:
 * @self: a relation that holds nothing yet
 * @n_owners: how many owners there are
 * @members: (array length=n_members): the items that may belong to one
 * @owners: (array length=n_members): the owner of each, or %TL_NOBODY
 * @n_members: how many
 *
 * Groups @members by their owners in two passes, and keeps their order within a group.
 */
void
tl_relation_init (TlRelation *self,
                  guint n_owners,
                  TlItem *const *members,
                  const guint *owners,
                  guint n_members)
{
  g_autofree guint *next = NULL;

  self->starts = g_new0 (guint, n_owners + 1);
  for (guint i = 0; i < n_members; i++)
    if (owners[i] != TL_NOBODY)
      self->starts[owners[i] + 1]++;
  for (guint i = 0; i < n_owners; i++)
    self->starts[i + 1] += self->starts[i];

  self->items = g_new (TlItem *, self->starts[n_owners]);
  self->numbers = g_new (guint, self->starts[n_owners]);
  next = g_memdup2 (self->starts, (n_owners + 1) * sizeof (guint));
  for (guint i = 0; i < n_members; i++)
    if (owners[i] != TL_NOBODY)
      {
        guint place = next[owners[i]]++;

        self->items[place] = members[i];
        self->numbers[place] = i;
      }
}

/**
 * tl_relation_clear:
 * @self: a relation, empty afterwards
 */
void
tl_relation_clear (TlRelation *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->numbers, g_free);
}

/* Returns whether @owner is anybody; nobody has no members. */
static gboolean
find_members (const TlRelation *self, guint owner, guint *first, guint *n_items)
{
  *n_items = 0;
  if (owner == TL_NOBODY)
    return FALSE;
  *first = self->starts[owner];
  *n_items = self->starts[owner + 1] - *first;
  return TRUE;
}

/**
 * tl_relation_get:
 * @self: a relation
 * @owner: the number of an owner, or %TL_NOBODY, to whom nothing belongs
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items) (nullable): what belongs to @owner
 */
TlItem *const *
tl_relation_get (const TlRelation *self, guint owner, guint *n_items)
{
  guint first;

  return find_members (self, owner, &first, n_items) ? self->items + first : NULL;
}

/**
 * tl_relation_get_numbers:
 * @self: a relation
 * @owner: the number of an owner, or %TL_NOBODY, to whom nothing belongs
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items) (nullable): the numbers of what belongs to
 * @owner, in the same order
 */
const guint *
tl_relation_get_numbers (const TlRelation *self, guint owner, guint *n_items)
{
  guint first;

  return find_members (self, owner, &first, n_items) ? self->numbers + first : NULL;
}
