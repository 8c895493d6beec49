/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-repair.h"

#include <glib/gi18n-lib.h>

/**
 * tl_repair_new:
 * @place: where the value stands in the file
 * @item_id: the item that it belongs to
 * @field: the field, or %TL_N_FIELDS
 * @sentence: what was done and why, translated
 *
 * Returns: (transfer full): a repair
 */
TlRepair *
tl_repair_new (TlJsonPlace place, const char *item_id, TlField field, const char *sentence)
{
  TlRepair *self = g_new0 (TlRepair, 1);

  self->place = place;
  self->item_id = g_strdup (item_id);
  self->field = field;
  self->sentence = g_strdup (sentence);
  return self;
}

/**
 * tl_repair_free:
 * @self: (transfer full): a repair
 */
void
tl_repair_free (TlRepair *self)
{
  g_free (self->item_id);
  g_free (self->sentence);
  g_free (self);
}

/**
 * tl_repair_dup_message:
 * @self: a repair
 *
 * Returns: (transfer full): line, column and sentence, as errors have them
 */
char *
tl_repair_dup_message (const TlRepair *self)
{
  /* Translators: where in a file a fault is, and then a sentence that says what is wrong. */
  return g_strdup_printf (_ ("line %u, column %u: %s"), self->place.line, self->place.column,
                          self->sentence);
}
