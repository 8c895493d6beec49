/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

/**
 * tl_parts_new_topic:
 * @finding: a finding about an item
 *
 * Returns: (transfer full): the part that stands for the item in respect of that finding
 */
TlPart *
tl_parts_new_topic (const TlFinding *finding)
{
  TlPart *self;

  g_return_val_if_fail (finding != NULL && finding->n_items > 0, NULL);

  self = tl_part_new_for (finding->items[0]);
  g_free (self->key);
  self->key = g_strdup_printf ("%s %s", finding->rule->id, tl_item_get_id (finding->items[0]));
  return self;
}

/**
 * tl_parts_clear:
 * @self: what a desk says
 *
 * Frees what is in it.
 */
void
tl_parts_clear (TlParts *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->root);
}
