/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-clipping.h"

#include <glib/gi18n-lib.h>

#include "tl-fold.h"
#include "tl-format.h"
#include "tl-reader.h"

#define COMPANION "companion" /* the member that marks one */

/* clang-format off */
G_DEFINE_QUARK (tl-clipping-error-quark, tl_clipping_error)
/* clang-format on */

/* What becomes of items on their way: from an item of the one workspace to that of the other. */
typedef struct
{
  TlWorkspace *target;
  GHashTable *copies;    /* TlItem to TlItem, both borrowed */
  GHashTable *by_title;  /* kind and folded title to TlItem, of the target as it was */
  gboolean *are_indexed; /* by kind */
} Passage;

static Passage
passage_begin (TlWorkspace *target)
{
  return (Passage) { target, g_hash_table_new (NULL, NULL),
                     g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                     g_new0 (gboolean, TL_N_KINDS) };
}

static void
passage_end (Passage *self)
{
  g_hash_table_unref (self->copies);
  g_hash_table_unref (self->by_title);
  g_free (self->are_indexed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passage, passage_end)

/* Out: which items there are. */

static gboolean
is_carried (TlItem *item)
{
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_WORKSPACE:
    case TL_KIND_SETTINGS:
    case TL_KIND_WAIVER:
    case TL_KIND_VIEW:
    case TL_KIND_STORY:
    case TL_KIND_STEP:
    case TL_KIND_SNAPSHOT:
    case TL_KIND_PLACE:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Whether all that the item is nothing without is among the items. */
static gboolean
has_ends_in (TlItem *item, GHashTable *items)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (tl_field_get_spec (fields[i])->dies_with
        && !g_hash_table_contains (items, tl_item_get_ref (item, fields[i])))
      return FALSE;
  return TRUE;
}

static void
add_dependants (GHashTable *held, TlItem *item)
{
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (tl_field_get_spec (field)->dies_with && is_carried (referrer)
          && has_ends_in (referrer, held))
        g_hash_table_add (held, referrer);
    }
}

static GHashTable *
hold (GPtrArray *items)
{
  GHashTable *held = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    if (tl_item_get_workspace (items->pdata[i]) != NULL && is_carried (items->pdata[i])
        && tl_item_get_kind (items->pdata[i]) != TL_KIND_LINK)
      g_hash_table_add (held, items->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    if (g_hash_table_contains (held, items->pdata[i]))
      add_dependants (held, items->pdata[i]);
  return held;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  TlItem *const *first = a;
  TlItem *const *second = b;
  TlWorkspace *workspace = tl_item_get_workspace (*first);
  TlKind kinds[] = { tl_item_get_kind (*first), tl_item_get_kind (*second) };
  guint places[] = { tl_workspace_get_position (workspace, *first),
                     tl_workspace_get_position (workspace, *second) };

  if (kinds[0] != kinds[1])
    return kinds[0] < kinds[1] ? -1 : 1;
  return places[0] < places[1] ? -1 : places[0] > places[1];
}

static GPtrArray *
sort (GHashTable *set)
{
  GPtrArray *items = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, item);
  g_ptr_array_sort (items, compare_places);
  return items;
}

/* Values. */

static const char *
find_copy (Passage *self, TlItem *from, const char *id)
{
  TlItem *item = tl_workspace_lookup (tl_item_get_workspace (from), id);
  TlItem *copy = item != NULL ? g_hash_table_lookup (self->copies, item) : NULL;

  return copy != NULL ? tl_item_get_id (copy) : NULL;
}

/* References go to the copies; to what has none they are left out. */
static TlValue
pass_value (Passage *self, TlItem *from, TlField field)
{
  const TlValue *value = tl_item_get_value (from, field);
  g_autoptr (GPtrArray) ids = NULL;

  if (tl_field_get_spec (field)->refers_to == 0)
    return tl_value_copy (value);
  if (value->form == TL_VALUE_TEXT)
    return tl_value_from_text (find_copy (self, from, value->text));
  ids = g_ptr_array_new ();
  for (guint i = 0; value->words[i] != NULL; i++)
    {
      const char *id = find_copy (self, from, value->words[i]);

      if (id != NULL)
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return tl_value_from_words ((const char *const *) ids->pdata);
}

static void
pass_extras (TlItem *from, TlItem *to)
{
  for (guint i = 0; i < tl_item_get_n_extras (from); i++)
    {
      const TlExtra *extra = tl_item_get_extra (from, i);

      tl_item_add_extra (to, extra->anchor, extra->group, extra->name, extra->json);
    }
}

static gboolean
pass_fields (Passage *self, TlItem *from, TlItem *to, GError **error)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (from), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;

      if (!tl_item_is_set (from, fields[i]) || tl_field_get_spec (fields[i])->is_private)
        continue;
      value = pass_value (self, from, fields[i]);
      if (!tl_workspace_set (self->target, to, fields[i], &value, error))
        return FALSE;
    }
  pass_extras (from, to);
  return TRUE;
}

/* Companions. */

static void
add_companion (Passage *self, TlItem *item)
{
  TlItem *copy;

  if (item == NULL || g_hash_table_contains (self->copies, item)
      || tl_kind_get_spec (tl_item_get_kind (item))->is_single)
    return;
  copy = tl_workspace_add (self->target, tl_item_get_kind (item), tl_item_get_id (item),
                           TL_POSITION_END, NULL);
  tl_workspace_set_text (self->target, copy, TL_ITEM_TITLE, tl_item_get_title (item), NULL);
  tl_item_add_extra (copy, TL_FORMAT_ANCHOR_HEAD, NULL, COMPANION, "true");
  g_hash_table_insert (self->copies, item, copy);
}

static void
add_companions_of (Passage *self, TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const TlValue *value = tl_item_get_value (item, fields[i]);

      if (tl_field_get_spec (fields[i])->refers_to == 0)
        continue;
      if (value->form == TL_VALUE_TEXT)
        add_companion (self, tl_item_get_ref (item, fields[i]));
      for (guint j = 0; value->form == TL_VALUE_WORDS && value->words[j] != NULL; j++)
        add_companion (self, tl_workspace_lookup (tl_item_get_workspace (item), value->words[j]));
    }
}

/* In. */

static char *
dup_key (TlKind kind, const char *title)
{
  g_autofree char *folded = tl_fold (title);

  return g_strdup_printf ("%d:%s", kind, folded);
}

static void
index_kind (Passage *self, TlKind kind)
{
  if (self->are_indexed[kind])
    return;
  self->are_indexed[kind] = TRUE;
  for (guint i = tl_workspace_get_n_items (self->target, kind); i > 0; i--)
    {
      TlItem *item = tl_workspace_get_item (self->target, kind, i - 1);

      g_hash_table_replace (self->by_title, dup_key (kind, tl_item_get_title (item)), item);
    }
}

/* Ids mean nothing in another document: what is the same has the same title. */
static TlItem *
find_same (Passage *self, TlItem *companion)
{
  TlKind kind = tl_item_get_kind (companion);
  g_autofree char *key = dup_key (kind, tl_item_get_title (companion));
  TlItem *same = tl_workspace_lookup (self->target, tl_item_get_id (companion));

  if (same != NULL && tl_item_get_kind (same) == kind
      && g_strcmp0 (tl_item_get_title (same), tl_item_get_title (companion)) == 0)
    return same;
  index_kind (self, kind);
  return g_hash_table_lookup (self->by_title, key);
}

/* People and the like come along; what the plan is made of does not. */
static gboolean
comes_along (TlItem *companion)
{
  TlKind kind = tl_item_get_kind (companion);

  return kind == TL_KIND_PERSON || kind == TL_KIND_UNIT || kind == TL_KIND_THEME;
}

static TlItem *
put_item (Passage *self, TlItem *item, GError **error)
{
  const char *id = tl_item_get_id (item);
  gboolean is_taken = tl_workspace_lookup (self->target, id) != NULL;

  return tl_workspace_add (self->target, tl_item_get_kind (item), is_taken ? NULL : id,
                           TL_POSITION_END, error);
}

/* Companions first: what is put is not the same as anything. */
static gboolean
put_companions (Passage *self, TlWorkspace *clipping, GError **error)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (clipping, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (clipping, kind, i);
        TlItem *copy;

        if (!tl_clipping_is_companion (item))
          continue;
        copy = find_same (self, item);
        if (copy == NULL && comes_along (item))
          {
            copy = put_item (self, item, error);
            if (copy == NULL
                || !tl_workspace_set_text (self->target, copy, TL_ITEM_TITLE,
                                           tl_item_get_title (item), error))
              return FALSE;
          }
        if (copy != NULL)
          g_hash_table_insert (self->copies, item, copy);
      }
  return TRUE;
}

/* Whether all that the item is nothing without comes along: a clipping may be from anywhere. */
static gboolean
is_whole (TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      TlItem *end
          = tl_field_get_spec (fields[i])->dies_with ? tl_item_get_ref (item, fields[i]) : item;

      if (end == NULL || tl_clipping_is_companion (end))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_items (TlWorkspace *clipping)
{
  GPtrArray *items = g_ptr_array_new ();

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (clipping, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (clipping, kind, i);

        if (is_carried (item) && !tl_clipping_is_companion (item) && is_whole (item))
          g_ptr_array_add (items, item);
      }
  return items;
}

/**
 * tl_clipping_new:
 * @items: (element-type TlItem): items of one workspace, of any kinds; links go with what they
 *   link, when both ends do
 *
 * What is private stays where it is.
 *
 * Returns: (transfer full): the clipping, as a workspace
 */
TlWorkspace *
tl_clipping_new (GPtrArray *items)
{
  g_autoptr (TlWorkspace) clipping = tl_workspace_new ();
  g_autoptr (GHashTable) held = hold (items);
  g_autoptr (GPtrArray) sorted = sort (held);
  g_auto (Passage) passage = passage_begin (clipping);

  tl_workspace_begin_bulk (clipping);
  for (guint i = 0; i < sorted->len; i++)
    {
      TlItem *item = sorted->pdata[i];

      g_hash_table_insert (passage.copies, item,
                           tl_workspace_add (clipping, tl_item_get_kind (item),
                                             tl_item_get_id (item), TL_POSITION_END, NULL));
    }
  for (guint i = 0; i < sorted->len; i++)
    add_companions_of (&passage, sorted->pdata[i]);
  for (guint i = 0; i < sorted->len; i++)
    {
      gboolean taken = pass_fields (&passage, sorted->pdata[i],
                                    g_hash_table_lookup (passage.copies, sorted->pdata[i]), NULL);

      g_assert (taken);
    }
  tl_workspace_end_bulk (clipping);
  return g_steal_pointer (&clipping);
}

/**
 * tl_clipping_read:
 * @bytes: what came from somewhere, with tl_write_bytes() of a clipping perhaps, or a document
 * @error: return location: a #TlClippingError, or any of tl_read_bytes()
 *
 * Returns: (transfer full) (nullable): the clipping
 */
TlWorkspace *
tl_clipping_read (GBytes *bytes, GError **error)
{
  g_autoptr (TlReadResult) result = tl_read_bytes (bytes, error);

  if (result == NULL)
    return NULL;
  if (result->is_newer)
    g_set_error_literal (error, TL_CLIPPING_ERROR, TL_CLIPPING_ERROR_NEWER,
                         _ ("It comes from a later version of Throughline."));
  else if (tl_clipping_get_n_items (result->workspace) == 0)
    g_set_error_literal (error, TL_CLIPPING_ERROR, TL_CLIPPING_ERROR_EMPTY,
                         _ ("There is nothing in it."));
  else
    return g_object_ref (result->workspace);
  return NULL;
}

/**
 * tl_clipping_is_companion:
 * @item: an item of a clipping
 *
 * Returns: whether it is there only because another refers to it
 */
gboolean
tl_clipping_is_companion (TlItem *item)
{
  for (guint i = 0; i < tl_item_get_n_extras (item); i++)
    if (g_str_equal (tl_item_get_extra (item, i)->name, COMPANION))
      return TRUE;
  return FALSE;
}

/**
 * tl_clipping_get_n_items:
 * @clipping: a clipping
 *
 * Returns: how many items are in it, without companions
 */
guint
tl_clipping_get_n_items (TlWorkspace *clipping)
{
  g_autoptr (GPtrArray) items = list_items (clipping);

  return items->len;
}

/**
 * tl_clipping_put:
 * @clipping: a clipping
 * @target: a workspace in a transaction
 * @error: return location for a #TlWorkspaceError; the transaction has to be rolled back then
 *
 * Puts copies of the items behind those that there are. An id that is taken is made new. A
 * companion stands for the item of its kind and title; where there is none, people, units and
 * themes are added, and other references left out.
 *
 * Returns: (transfer full) (nullable) (element-type TlItem): what has been added but for
 * companions, in the order of @clipping
 */
GPtrArray *
tl_clipping_put (TlWorkspace *clipping, TlWorkspace *target, GError **error)
{
  g_autoptr (GPtrArray) items = list_items (clipping);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Passage) passage = passage_begin (target);

  g_return_val_if_fail (tl_workspace_is_in_transaction (target), NULL);

  if (!put_companions (&passage, clipping, error))
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      TlItem *copy = put_item (&passage, items->pdata[i], error);

      if (copy == NULL)
        return NULL;
      g_hash_table_insert (passage.copies, items->pdata[i], copy);
      g_ptr_array_add (copies, g_object_ref (copy));
    }
  for (guint i = 0; i < items->len; i++)
    if (!pass_fields (&passage, items->pdata[i], copies->pdata[i], error))
      return NULL;
  return g_steal_pointer (&copies);
}
