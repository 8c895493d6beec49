/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-workspace.h"

/**
 * tl_workspace_set_text:
 * @self: a workspace
 * @item: an item in it
 * @field: a text, prose, reference or data field
 * @text: (nullable): the text or id
 * @error: as in tl_workspace_set()
 *
 * Returns: whether it was taken
 */
gboolean
tl_workspace_set_text (TlWorkspace *self,
                       TlItem *item,
                       TlField field,
                       const char *text,
                       GError **error)
{
  g_auto (TlValue) value = tl_value_from_text (text);

  return tl_workspace_set (self, item, field, &value, error);
}

/**
 * tl_workspace_set_number:
 * @self: a workspace
 * @item: an item in it
 * @field: a number or integer field
 * @number: the number in the field's unit; NaN for unknown
 * @error: as in tl_workspace_set()
 *
 * Returns: whether it was taken
 */
gboolean
tl_workspace_set_number (TlWorkspace *self,
                         TlItem *item,
                         TlField field,
                         double number,
                         GError **error)
{
  TlValue value = tl_value_from_number (number);

  return tl_workspace_set (self, item, field, &value, error);
}

/**
 * tl_workspace_set_date:
 * @self: a workspace
 * @item: an item in it
 * @field: a date field
 * @date: the day, or %TL_DATE_NONE
 * @error: as in tl_workspace_set()
 *
 * Returns: whether it was taken
 */
gboolean
tl_workspace_set_date (TlWorkspace *self, TlItem *item, TlField field, TlDate date, GError **error)
{
  TlValue value = tl_value_from_date (date);

  return tl_workspace_set (self, item, field, &value, error);
}

/**
 * tl_workspace_set_choice:
 * @self: a workspace
 * @item: an item in it
 * @field: a choice, flag or tri field
 * @choice: index of a choice, or %TL_CHOICE_NONE
 * @error: as in tl_workspace_set()
 *
 * Returns: whether it was taken
 */
gboolean
tl_workspace_set_choice (TlWorkspace *self, TlItem *item, TlField field, int choice, GError **error)
{
  TlValue value = tl_value_from_choice (choice);

  return tl_workspace_set (self, item, field, &value, error);
}

/**
 * tl_workspace_set_ref:
 * @self: a workspace
 * @item: an item in it
 * @field: a reference field
 * @target: (nullable): the item to refer to
 * @error: as in tl_workspace_set()
 *
 * Returns: whether it was taken
 */
gboolean
tl_workspace_set_ref (TlWorkspace *self,
                      TlItem *item,
                      TlField field,
                      TlItem *target,
                      GError **error)
{
  return tl_workspace_set_text (self, item, field, target != NULL ? tl_item_get_id (target) : NULL,
                                error);
}

/**
 * tl_workspace_set_words:
 * @self: a workspace
 * @item: an item in it
 * @field: a words or references field
 * @words: (nullable) (array zero-terminated=1): the words or ids
 * @error: as in tl_workspace_set()
 *
 * Returns: whether they were taken
 */
gboolean
tl_workspace_set_words (TlWorkspace *self,
                        TlItem *item,
                        TlField field,
                        const char *const *words,
                        GError **error)
{
  g_auto (TlValue) value = tl_value_from_words (words);

  return tl_workspace_set (self, item, field, &value, error);
}
