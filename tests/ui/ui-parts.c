/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-parts.h"

/**
 * ui_parts_find:
 * @part: a part
 * @key: what one is known by that is in it
 *
 * Returns: (transfer none) (nullable): that one
 */
TlPart *
ui_parts_find (TlPart *part, const char *key)
{
  for (guint i = 0; i < ui_parts_count (part); i++)
    {
      g_autoptr (TlPart) child = g_list_model_get_item (G_LIST_MODEL (part->parts), i);

      if (g_str_equal (child->key, key))
        return child;
    }
  return NULL;
}

/**
 * ui_parts_count:
 * @part: a part
 *
 * Returns: how many are in it
 */
guint
ui_parts_count (TlPart *part)
{
  return g_list_model_get_n_items (G_LIST_MODEL (part->parts));
}
