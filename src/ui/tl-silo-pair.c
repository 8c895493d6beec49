/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-pair.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-item-words.h"
#include "tl-pack-words.h"

/* A score is cut, not rounded, so that none looks as if it reached what it has not. */
#define PERCENT 100.0
#define ROUNDING 1e-6 /* of percent */

G_DEFINE_FINAL_TYPE (TlSiloPair, tl_silo_pair, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_silo_pair_finalize (GObject *object)
{
  TlSiloPair *self = TL_SILO_PAIR (object);

  g_free (self->key);
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    {
      g_clear_object (&self->items[i]);
      g_free (self->names[i]);
    }
  g_free (self->units);
  g_free (self->percent);
  g_free (self->likeness);
  g_free (self->saving);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->waivers);

  G_OBJECT_CLASS (tl_silo_pair_parent_class)->finalize (object);
}

static void
tl_silo_pair_class_init (TlSiloPairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_silo_pair_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_SILO_PAIR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_silo_pair_init (TlSiloPair *self)
{
  self->rules = g_ptr_array_new ();
  self->waivers = g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
dup_units (TlItem *const *items)
{
  TlItem *units[2];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    units[i] = tl_item_get_ref (items[i], TL_PROJECT_UNIT);
  first = units[0] != NULL ? tl_item_dup_name (units[0]) : NULL;
  second = units[1] != NULL ? tl_item_dup_name (units[1]) : NULL;
  if (first == NULL && second == NULL)
    return g_strdup (_ ("Units not recorded"));
  if (first == NULL || second == NULL)
    /* Translators: the unit of one of two projects. */
    return g_strdup_printf (_ ("%s; the other unit is not recorded"),
                            first != NULL ? first : second);
  if (units[0] == units[1])
    /* Translators: the unit of two projects. */
    return g_strdup_printf (_ ("%s, both"), first);
  /* Translators: the units of two projects. */
  return g_strdup_printf (_ ("Two units: %1$s · %2$s"), first, second);
}

static const char *
get_likeness (const TlPair *pair)
{
  if (!pair->is_duplicate)
    return C_ ("likeness", "mixed message");
  if (pair->basis < TL_DUPLICATES_FIRM_BASIS)
    return C_ ("likeness", "a hint");
  return tl_pair_is_very_alike (pair) ? C_ ("likeness", "very alike") : C_ ("likeness", "alike");
}

static TlSiloPair *
pair_new (const TlFinding *finding, const TlPair *pair)
{
  TlSiloPair *self = g_object_new (TL_TYPE_SILO_PAIR, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    {
      self->items[i] = g_object_ref (finding->items[i]);
      self->names[i] = tl_item_dup_name (finding->items[i]);
    }
  self->key
      = tl_silo_pair_dup_key (tl_item_get_id (self->items[0]), tl_item_get_id (self->items[1]));
  self->units = dup_units (self->items);
  self->percent = tl_pack_format_share (floor (pair->score * PERCENT + ROUNDING) / PERCENT);
  self->likeness = g_strdup (get_likeness (pair));
  self->saving = pair->is_duplicate && pair->saving > 0 ? tl_pack_format_days (pair->saving) : NULL;
  self->score = pair->score;
  self->is_hint = pair->basis < TL_DUPLICATES_FIRM_BASIS;
  return self;
}

/* Pairs by what tells them apart: those that were compared, and those that are listed. */
typedef struct
{
  GHashTable *compared; /* key → TlPair */
  GHashTable *listed;   /* key → TlSiloPair */
} Index;

static GHashTable *
index_compared (TlDuplicates *duplicates)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = duplicates != NULL ? tl_duplicates_get_n_pairs (duplicates) : 0;

  for (guint i = 0; i < n; i++)
    {
      const TlPair *pair = tl_duplicates_get_pair (duplicates, i);

      g_hash_table_insert (index, tl_silo_pair_dup_key (pair->ids[0], pair->ids[1]),
                           (gpointer) pair);
    }
  return index;
}

/* Two checks may tell of the same pair: it is waived when both let it pass. */
static void
add_finding (const Index *index, const TlFinding *finding)
{
  g_autofree char *key = tl_silo_pair_dup_key (tl_item_get_id (finding->items[0]),
                                               tl_item_get_id (finding->items[1]));
  const TlPair *pair = g_hash_table_lookup (index->compared, key);
  TlSiloPair *self = g_hash_table_lookup (index->listed, key);

  if (self == NULL && pair != NULL)
    {
      self = pair_new (finding, pair);
      g_hash_table_insert (index->listed, g_steal_pointer (&key), self);
    }
  if (self == NULL)
    return;
  if (g_str_equal (finding->rule->id, "VAL-05"))
    self->is_mixed = TRUE;
  else
    self->is_duplicate = TRUE;
  if (finding->waiver != NULL)
    g_ptr_array_add (self->waivers, g_object_ref (finding->waiver));
  else
    g_ptr_array_add (self->rules, (gpointer) finding->rule->id);
  self->is_waived = self->rules->len == 0;
}

static gboolean
is_of_pair (const TlFinding *finding)
{
  return finding->rule->fix == TL_FIX_COMPARE && finding->n_items == 2;
}

static int
compare (gconstpointer left, gconstpointer right, gpointer user_data)
{
  const TlSiloPair *a = left;
  const TlSiloPair *b = right;

  if (a->is_waived != b->is_waived)
    return a->is_waived ? 1 : -1;
  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return g_strcmp0 (a->key, b->key);
}

/**
 * tl_silo_pair_list:
 * @session: a session
 *
 * Returns: (transfer full): the #TlSiloPair of all findings about two projects, those that are
 *   most alike first, and those that are waived last
 */
GListStore *
tl_silo_pair_list (TlSession *session)
{
  TlAnalysis *analysis = tl_session_get_analysis (session);
  GListStore *list = g_list_store_new (TL_TYPE_SILO_PAIR);
  g_autoptr (GHashTable) compared = index_compared (tl_session_get_duplicates (session));
  g_autoptr (GHashTable) listed
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  const Index index = { compared, listed };
  GHashTableIter iter;
  gpointer pair;

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    if (is_of_pair (tl_analysis_get_finding (analysis, i)))
      add_finding (&index, tl_analysis_get_finding (analysis, i));
  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    if (is_of_pair (tl_analysis_get_waived (analysis, i)))
      add_finding (&index, tl_analysis_get_waived (analysis, i));
  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    g_list_store_append (list, pair);
  g_list_store_sort (list, compare, NULL);
  return list;
}

/**
 * tl_silo_pair_dup_key:
 * @id: id of a project
 * @other: id of another
 *
 * Returns: (transfer full): what tells the pair of the two, in whatever order, from others
 */
char *
tl_silo_pair_dup_key (const char *id, const char *other)
{
  gboolean is_ordered = g_strcmp0 (id, other) < 0;

  return g_strjoin ("\n", is_ordered ? id : other, is_ordered ? other : id, NULL);
}

/**
 * tl_silo_pair_passes:
 * @self: a pair
 * @filter: which pairs are listed
 *
 * Returns: whether @self is one of them
 */
gboolean
tl_silo_pair_passes (TlSiloPair *self, TlSiloFilter filter)
{
  switch (filter)
    {
    case TL_SILO_ALIKE:
      return self->is_duplicate && !self->is_waived;
    case TL_SILO_MIXED:
      return self->is_mixed && !self->is_waived;
    case TL_SILO_WAIVED:
      return self->waivers->len > 0;
    case TL_SILO_ALL:
    case TL_N_SILO_FILTERS:
    default:
      return TRUE;
    }
}

/**
 * tl_silo_pair_is_there:
 * @self: a pair
 *
 * Returns: whether both projects are still in the plan
 */
gboolean
tl_silo_pair_is_there (TlSiloPair *self)
{
  return tl_item_get_workspace (self->items[0]) != NULL
         && tl_item_get_workspace (self->items[1]) != NULL;
}

#define SWAP(type, a, b)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    type swapped = (a);                                                                            \
    (a) = (b);                                                                                     \
    (b) = swapped;                                                                                 \
  }                                                                                                \
  G_STMT_END

/**
 * tl_silo_pair_take_over:
 * @self: a pair that is shown
 * @newer: the same pair as it is now; it is of no use afterwards
 *
 * Makes the older say what the newer does, and emits "changed".
 */
void
tl_silo_pair_take_over (TlSiloPair *self, TlSiloPair *newer)
{
  g_return_if_fail (TL_IS_SILO_PAIR (self) && TL_IS_SILO_PAIR (newer));

  if (self == newer)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    {
      SWAP (TlItem *, self->items[i], newer->items[i]);
      SWAP (char *, self->names[i], newer->names[i]);
    }
  SWAP (char *, self->units, newer->units);
  SWAP (char *, self->percent, newer->percent);
  SWAP (char *, self->likeness, newer->likeness);
  SWAP (char *, self->saving, newer->saving);
  SWAP (GPtrArray *, self->rules, newer->rules);
  SWAP (GPtrArray *, self->waivers, newer->waivers);
  self->score = newer->score;
  self->is_duplicate = newer->is_duplicate;
  self->is_mixed = newer->is_mixed;
  self->is_hint = newer->is_hint;
  self->is_waived = newer->is_waived;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_silo_pair_get_sort:
 * @self: a pair
 *
 * Returns: what was found about the two, translated
 */
const char *
tl_silo_pair_get_sort (TlSiloPair *self)
{
  if (self->is_duplicate && self->is_mixed)
    return C_ ("silo", "Near-duplicate and mixed message");
  return self->is_mixed ? C_ ("silo", "Mixed message") : C_ ("silo", "Near-duplicate");
}

/**
 * tl_silo_pair_dup_words:
 * @self: a pair
 *
 * Returns: (transfer full): all that its row says, for a screen reader
 */
char *
tl_silo_pair_dup_words (TlSiloPair *self)
{
  GString *words = g_string_new (NULL);

  /* Translators: for screen readers: two projects. */
  g_string_append_printf (words, C_ ("silo", "%1$s and %2$s"), self->names[0], self->names[1]);
  g_string_append_printf (words, ", %s, %s", self->percent, self->likeness);
  if (self->saving != NULL)
    g_string_append_printf (words, ", %s", self->saving);
  g_string_append_printf (words, ", %s", self->units);
  if (self->is_waived)
    g_string_append_printf (words, ", %s", C_ ("silo", "waived"));
  return g_string_free (words, FALSE);
}
