/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

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
