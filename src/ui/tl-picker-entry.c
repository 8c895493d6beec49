/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-picker-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-item-words.h"

struct _TlPickerEntry
{
  GObject parent_instance;

  /* Owned. */
  TlItem *item;
  char *title;
  char *detail;
  char *reason;
  char *folded; /* all that a search looks through, the title on the first line */

  guint rank;
};

G_DEFINE_FINAL_TYPE (TlPickerEntry, tl_picker_entry, G_TYPE_OBJECT)

static TlItem *
get_goal (TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  return tl_item_get_kind (item) == TL_KIND_GOAL ? item : NULL;
}

static char *
fold (TlPickerEntry *self)
{
  g_autoptr (GString) all = g_string_new (self->title);
  g_autofree char *composed = NULL;

  g_string_append_printf (all, "\n%s\n%s", tl_item_get_id (self->item), self->detail);
  if (tl_kind_has_field (tl_item_get_kind (self->item), TL_ITEM_TAGS))
    for (const char *const *tag = tl_item_get_words (self->item, TL_ITEM_TAGS); *tag != NULL; tag++)
      g_string_append_printf (all, "\n%s", *tag);
  composed = g_utf8_normalize (all->str, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (composed != NULL ? composed : all->str, -1);
}

static void
tl_picker_entry_finalize (GObject *object)
{
  TlPickerEntry *self = TL_PICKER_ENTRY (object);

  g_object_unref (self->item);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->reason);
  g_free (self->folded);

  G_OBJECT_CLASS (tl_picker_entry_parent_class)->finalize (object);
}

static void
tl_picker_entry_class_init (TlPickerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_picker_entry_finalize;
}

static void
tl_picker_entry_init (TlPickerEntry *self)
{
}

/**
 * tl_picker_entry_new:
 * @session: a session
 * @item: an item
 * @reason: (nullable): why it is offered, translated
 *
 * Returns: (transfer full): the entry
 */
TlPickerEntry *
tl_picker_entry_new (TlSession *session, TlItem *item, const char *reason)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);
  TlItem *goal = get_goal (item);

  self->item = g_object_ref (item);
  self->title = tl_item_dup_name (item);
  self->detail = tl_item_dup_detail (item);
  self->reason = g_strdup (reason != NULL ? reason : "");
  if (goal != NULL)
    self->rank = tl_alignment_get_rank (tl_session_get_alignment (session), goal);
  self->folded = fold (self);
  return self;
}

/**
 * tl_picker_entry_new_under_goal:
 * @objective: an objective
 * @reason: (nullable): more about it, translated
 *
 * Returns: (transfer full): an entry for a list under the objective's goal, which needs no telling
 */
TlPickerEntry *
tl_picker_entry_new_under_goal (TlItem *objective, const char *reason)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);

  self->item = g_object_ref (objective);
  self->title = tl_item_dup_name (objective);
  if (tl_item_is_set (objective, TL_OBJECTIVE_LEVEL))
    /* Translators: the level of an objective, from 0 to 5. */
    self->detail
        = g_strdup_printf (_ ("Level %.15g"), tl_item_get_number (objective, TL_OBJECTIVE_LEVEL));
  else
    self->detail = g_strdup ("");
  self->reason = g_strdup (reason != NULL ? reason : "");
  self->folded = fold (self);
  return self;
}

/**
 * tl_picker_entry_get_item:
 * @self: an entry
 *
 * Returns: (transfer none): the item
 */
TlItem *
tl_picker_entry_get_item (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->item;
}

/**
 * tl_picker_entry_get_title:
 * @self: an entry
 *
 * Returns: what the item is called
 */
const char *
tl_picker_entry_get_title (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->title;
}

/**
 * tl_picker_entry_get_detail:
 * @self: an entry
 *
 * Returns: where the item belongs; may be empty
 */
const char *
tl_picker_entry_get_detail (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->detail;
}

/**
 * tl_picker_entry_get_reason:
 * @self: an entry
 *
 * Returns: why it is offered; may be empty
 */
const char *
tl_picker_entry_get_reason (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->reason;
}

/**
 * tl_picker_entry_get_rank:
 * @self: an entry
 *
 * Returns: the place of the item's goal by priority, from 1; 0 for none
 */
guint
tl_picker_entry_get_rank (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), 0);

  return self->rank;
}

/**
 * tl_picker_entry_dup_spoken:
 * @self: an entry
 *
 * Returns: (transfer full): the entry for a screen reader
 */
char *
tl_picker_entry_dup_spoken (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  if (*self->reason != '\0')
    /* Translators: for screen readers: the title of an item, where it belongs, why it is offered.
     */
    return g_strdup_printf (C_ ("picker", "%s, %s, %s"), self->title, self->detail, self->reason);
  if (*self->detail != '\0')
    /* Translators: for screen readers: the title of an item, and where it belongs. */
    return g_strdup_printf (C_ ("picker", "%s, %s"), self->title, self->detail);
  return g_strdup (self->title);
}

/**
 * tl_picker_entry_matches:
 * @self: an entry
 * @folded_words: (array zero-terminated=1): words, normalised and case-folded
 *
 * Returns: whether each of the words is somewhere in title, id, tags or detail
 */
gboolean
tl_picker_entry_matches (TlPickerEntry *self, const char *const *folded_words)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), FALSE);

  for (; *folded_words != NULL; folded_words++)
    if (strstr (self->folded, *folded_words) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * tl_picker_entry_matches_title:
 * @self: an entry
 * @folded_words: (array zero-terminated=1): as in tl_picker_entry_matches()
 *
 * Returns: whether each of the words is in the title
 */
gboolean
tl_picker_entry_matches_title (TlPickerEntry *self, const char *const *folded_words)
{
  gssize title_length;

  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), FALSE);

  title_length = strchr (self->folded, '\n') - self->folded;
  for (; *folded_words != NULL; folded_words++)
    if (g_strstr_len (self->folded, title_length, *folded_words) == NULL)
      return FALSE;
  return TRUE;
}
