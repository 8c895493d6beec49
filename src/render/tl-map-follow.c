/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map.h"

#include <string.h>

/* What a map would be after an edit, while it is still what it was. */
typedef struct
{
  TlMap *map;
  TlTransaction *transaction;

  /* Owned */
  GArray *cards;      /* of TlMapCard, with what the others lend */
  GHashTable *titles; /* card + 1 → title */
} Prospect;

static void
find_titles (Prospect *prospect)
{
  for (guint i = 0; i < tl_transaction_get_n_changes (prospect->transaction); i++)
    {
      TlItem *item = tl_transaction_get_change (prospect->transaction, i)->item;
      int card = tl_map_find_card (prospect->map, item);

      /* What is folded into another card is not seen. */
      if (card != TL_MAP_NONE && tl_map_get_card (prospect->map, card)->item == item)
        g_hash_table_insert (prospect->titles, GINT_TO_POINTER (card + 1), tl_map_dup_title (item));
    }
}

static gboolean
is_same_sign (const TlMapCard *a, const TlMapCard *b)
{
  return g_strcmp0 (a->sign, b->sign) == 0 && a->is_flagged == b->is_flagged
         && a->hides_flagged == b->hides_flagged;
}

/* Fills in which cards look otherwise. Returns whether all of them keep their size. */
static gboolean
find_changes (const Prospect *prospect, GArray *changes)
{
  for (guint i = 0; i < prospect->map->cards->len; i++)
    {
      const TlMapCard *before = tl_map_get_card (prospect->map, (int) i);
      TlMapCard *after = &g_array_index (prospect->cards, TlMapCard, i);
      char *title = g_hash_table_lookup (prospect->titles, GINT_TO_POINTER (i + 1));
      TlMapChange change = { (int) i, title != NULL };

      if (title == NULL && is_same_sign (before, after))
        continue;
      if (title != NULL)
        after->title = title;
      if (!tl_map_is_same_size (prospect->map, before, after))
        return FALSE;
      g_array_append_val (changes, change);
    }
  return TRUE;
}

static void
take_over (const Prospect *prospect, TlAnalysis *analysis, const GArray *changes)
{
  TlMap *map = prospect->map;

  for (guint i = 0; i < changes->len; i++)
    {
      const TlMapChange *change = &g_array_index (changes, TlMapChange, i);
      TlMapCard *card = tl_map_get_card (map, change->card);
      const TlMapCard *after = &g_array_index (prospect->cards, TlMapCard, change->card);

      map->n_shapes[TL_MAP_FLAGGED] += (guint) after->is_flagged - (guint) card->is_flagged;
      card->sign = after->sign;
      card->is_flagged = after->is_flagged;
      card->hides_flagged = after->hides_flagged;
      if (!change->is_worded)
        continue;
      g_free (card->title);
      card->title = g_strdup (after->title);
    }
  tl_analysis_ref (analysis);
  tl_analysis_unref (map->analysis);
  map->analysis = analysis;
}

/**
 * tl_map_follow:
 * @self: a map
 * @analysis: of the workspace as it stands
 * @transaction: what has changed: words of its cards
 * @changes: (element-type TlMapChange): where to add the cards that look otherwise now
 *
 * Says what is said now, as long as nothing has to move for it.
 *
 * Returns: whether that is so; if not, the map is as it was
 */
gboolean
tl_map_follow (TlMap *self, TlAnalysis *analysis, TlTransaction *transaction, GArray *changes)
{
  g_autoptr (GArray) cards = g_array_sized_new (FALSE, FALSE, sizeof (TlMapCard), self->cards->len);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Prospect prospect = { self, transaction, cards, titles };

  g_array_append_vals (cards, self->cards->data, self->cards->len);
  find_titles (&prospect);
  tl_map_collect_signs (self, analysis, cards);
  if (!find_changes (&prospect, changes))
    return FALSE;
  take_over (&prospect, analysis, changes);
  return TRUE;
}
