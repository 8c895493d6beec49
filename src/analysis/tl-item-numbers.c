/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-item-numbers.h"

/* 2^64 divided by the golden ratio: multiples of it spread evenly over the upper bits (Knuth, The
 * Art of Computer Programming, volume 3, section 6.4). */
#define SPREAD G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MINIMUM_BITS 4 /* of the table's size */

/* Side by side, so that one look into memory finds both. */
typedef struct _TlItemNumber
{
  TlItem *item; /* (nullable): borrowed */
  guint number;
} TlItemNumber;

static guint
get_n_slots (const TlItemNumbers *self)
{
  return 1u << (64 - self->shift);
}

/* The slot in which @item is, or would be. */
static guint
probe (const TlItemNumbers *self, TlItem *item)
{
  guint mask = get_n_slots (self) - 1;
  guint slot = (guint) (((guint64) (gsize) item * SPREAD) >> self->shift);

  while (self->slots[slot].item != NULL && self->slots[slot].item != item)
    slot = (slot + 1) & mask;
  return slot;
}

/**
 * tl_item_numbers_init:
 * @self: numbers that hold nothing yet
 * @n_items: how many items will be added at most
 */
void
tl_item_numbers_init (TlItemNumbers *self, guint n_items)
{
  /* At most half of the slots are taken, so that a search ends soon. */
  guint bits = MAX (MINIMUM_BITS, (guint) g_bit_storage (n_items) + 1);

  self->shift = 64 - bits;
  self->slots = g_new0 (TlItemNumber, get_n_slots (self));
}

/**
 * tl_item_numbers_clear:
 * @self: numbers
 */
void
tl_item_numbers_clear (TlItemNumbers *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/**
 * tl_item_numbers_add:
 * @self: numbers with room for one more
 * @item: an item that has none yet
 * @number: its number
 */
void
tl_item_numbers_add (TlItemNumbers *self, TlItem *item, guint number)
{
  self->slots[probe (self, item)] = (TlItemNumber) { item, number };
}

/**
 * tl_item_numbers_find:
 * @self: numbers
 * @item: any item
 *
 * Returns: its number, or %TL_NOBODY
 */
guint
tl_item_numbers_find (const TlItemNumbers *self, TlItem *item)
{
  const TlItemNumber *slot = &self->slots[probe (self, item)];

  return slot->item != NULL ? slot->number : TL_NOBODY;
}
