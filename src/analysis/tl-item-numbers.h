/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

#define TL_NOBODY G_MAXUINT

/* Numbers of items. They are found by address alone, so that no item has to be fetched from memory
 * to learn which one it is: in a large workspace that is what takes the time. */
typedef struct
{
  struct _TlItemNumber *slots; /* in open addressing */
  guint shift;                 /* leaves as many bits of a hash as the table has */
} TlItemNumbers;

void tl_item_numbers_init (TlItemNumbers *self, guint n_items);
void tl_item_numbers_clear (TlItemNumbers *self);
void tl_item_numbers_add (TlItemNumbers *self, TlItem *item, guint number);
guint tl_item_numbers_find (const TlItemNumbers *self, TlItem *item);

G_END_DECLS
