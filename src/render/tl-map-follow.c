/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map.h"

/* What a map would be after an edit, while it is still what it was. Owned. */
typedef struct
{
  TlMapSign *signs;   /* by card */
  GHashTable *titles; /* card + 1 → title */
} Prospect;

static void
clear_prospect (Prospect *prospect)
{
  g_free (prospect->signs);
  g_hash_table_unref (prospect->titles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prospect, clear_prospect)

static GHashTable *
find_titles (const TlMap *self, TlTransaction *transaction)
{
  GHashTable *titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < tl_transaction_get_n_changes (transaction); i++)
    {
      TlItem *item = tl_transaction_get_change (transaction, i)->item;
      int card = tl_map_find_card (self, item);

      /* What is folded into another card is not seen. */
      if (card != TL_MAP_NONE && tl_map_get_card (self, card)->item == item)
        g_hash_table_insert (titles, GINT_TO_POINTER (card + 1), tl_map_dup_title (item));
    }
  return titles;
}

static gboolean
has_sign (const TlMapCard *card, const TlMapSign *sign)
{
  return g_strcmp0 (card->sign, sign->words) == 0 && card->hides_flagged == sign->hides_flagged;
}

/* Returns whether the card keeps its size. */
static gboolean
keeps_size (const TlMap *self, const TlMapCard *card, const TlMapSign *sign, char *title)
{
  TlMapCard after = *card;

  tl_map_set_sign (&after, sign);
  if (title != NULL)
    after.title = title;
  return tl_map_is_same_size (self, card, &after);
}

/* Fills in which cards look otherwise. Returns whether all of them keep their size. */
static gboolean
find_changes (const TlMap *self, const Prospect *prospect, GArray *changes)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);
      char *title = g_hash_table_lookup (prospect->titles, GUINT_TO_POINTER (i + 1));
      TlMapChange change = { (int) i, title != NULL };

      if (title == NULL && has_sign (card, &prospect->signs[i]))
        continue;
      if (!keeps_size (self, card, &prospect->signs[i], title))
        return FALSE;
      g_array_append_val (changes, change);
    }
  return TRUE;
}

static void
take_over (TlMap *self, const Prospect *prospect, const TlMapChange *change)
{
  TlMapCard *card = tl_map_get_card (self, change->card);
  char *title = g_hash_table_lookup (prospect->titles, GINT_TO_POINTER (change->card + 1));

  self->n_shapes[TL_MAP_FLAGGED] -= card->is_flagged;
  tl_map_set_sign (card, &prospect->signs[change->card]);
  self->n_shapes[TL_MAP_FLAGGED] += card->is_flagged;
  if (title == NULL)
    return;
  g_free (card->title);
  card->title = g_strdup (title);
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
  g_auto (Prospect) prospect
      = { tl_map_list_signs (self, analysis), find_titles (self, transaction) };

  if (!find_changes (self, &prospect, changes))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    take_over (self, &prospect, &g_array_index (changes, TlMapChange, i));
  tl_analysis_unref (self->analysis);
  self->analysis = tl_analysis_ref (analysis);
  return TRUE;
}
