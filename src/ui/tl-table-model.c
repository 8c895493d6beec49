/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-table-model.h"

#include <string.h>

/* Columns by which can be sorted at once; more nobody can follow. */
#define SORT_MAX 8

/* What is known of an item of the kind, shown or not. */
typedef struct
{
  TlItem *item; /* owned */
  TlSortKey keys[SORT_MAX];
  char *words;    /* what the filter looks into, folded; NULL until needed */
  guint position; /* among the shown, if the model knows; see first_stale */
  guint is_shown : 1;
  guint is_kept : 1; /* whatever the filter says */
} Entry;

struct _TlTableModel
{
  GObject parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *selection_signals;
  GHashTable *entries; /* TlItem → Entry, which it owns */
  GPtrArray *shown;    /* of Entry */
  GPtrArray *columns;  /* that the filter looks into: of const TlTableColumn */
  char *filter;        /* folded; NULL for none */
  char *query;         /* of the lens, when it was last looked through */

  TlKind kind;
  TlTableSort sort[SORT_MAX];
  guint n_sort;
  guint first_stale;    /* positions before it are right */
  guint is_looking : 1; /* the lens leaves rows out */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (TlTableModel, tl_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_init))
/* clang-format on */

/* Entries. */

static void
clear_keys (Entry *entry)
{
  for (guint i = 0; i < SORT_MAX; i++)
    tl_sort_key_clear (&entry->keys[i]);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  clear_keys (entry);
  g_free (entry->words);
  g_object_unref (entry->item);
  g_free (entry);
}

static void
make_keys (TlTableModel *self, Entry *entry)
{
  clear_keys (entry);
  for (guint i = 0; i < self->n_sort; i++)
    entry->keys[i] = tl_table_column_make_key (self->sort[i].column, self->session, entry->item);
}

static Entry *
add_entry (TlTableModel *self, TlItem *item)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->item = g_object_ref (item);
  g_hash_table_insert (self->entries, item, entry);
  make_keys (self, entry);
  return entry;
}

static const char *
get_words (TlTableModel *self, Entry *entry)
{
  g_autoptr (GString) words = NULL;

  if (entry->words != NULL)
    return entry->words;
  words = g_string_new (NULL);
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      g_autofree char *text
          = tl_table_column_dup_text (self->columns->pdata[i], self->session, entry->item);

      g_string_append (words, text);
      g_string_append_c (words, '\n');
    }
  entry->words = g_utf8_casefold (words->str, -1);
  return entry->words;
}

/* What is searched for in all views, and what is not to be shown in any. */
static gboolean
passes_lens (TlTableModel *self, Entry *entry)
{
  TlLens *lens = tl_session_get_lens (self->session);
  TlLensEmphasis emphasis = tl_lens_get_emphasis (lens, entry->item);

  if (tl_lens_has_query (lens) && !tl_lens_matches (lens, entry->item))
    return FALSE;
  return !tl_lens_get_hides (lens) || emphasis == TL_LENS_NORMAL || emphasis == TL_LENS_LIT;
}

static gboolean
matches (TlTableModel *self, Entry *entry)
{
  if (entry->is_kept)
    return TRUE;
  if (!passes_lens (self, entry))
    return FALSE;
  return self->filter == NULL || strstr (get_words (self, entry), self->filter) != NULL;
}

/* Order. */

static int
compare_places (TlTableModel *self, const Entry *a, const Entry *b)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  guint place = tl_workspace_get_position (workspace, a->item);
  guint other = tl_workspace_get_position (workspace, b->item);

  return place < other ? -1 : place > other;
}

/* What sorts alike stays in the order of the document. */
static int
compare (TlTableModel *self, const Entry *a, const Entry *b)
{
  for (guint i = 0; i < self->n_sort; i++)
    {
      int order = tl_sort_key_compare (&a->keys[i], &b->keys[i], self->sort[i].is_descending);

      if (order != 0)
        return order;
    }
  return compare_places (self, a, b);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (user_data, *(Entry *const *) a, *(Entry *const *) b);
}

static guint
find_place (TlTableModel *self, const Entry *entry)
{
  guint low = 0;
  guint high = self->shown->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare (self, self->shown->pdata[middle], entry) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
get_position (TlTableModel *self, Entry *entry)
{
  for (guint i = self->first_stale; i < self->shown->len; i++)
    ((Entry *) self->shown->pdata[i])->position = i;
  self->first_stale = self->shown->len;
  return entry->position;
}

static void
set_stale (TlTableModel *self, guint position)
{
  self->first_stale = MIN (self->first_stale, position);
}

/* One row at a time. */

static void
tell (TlTableModel *self, guint position, guint n_removed, guint n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
hide (TlTableModel *self, Entry *entry)
{
  guint position = get_position (self, entry);

  entry->is_shown = FALSE;
  g_ptr_array_remove_index (self->shown, position);
  set_stale (self, position);
  tell (self, position, 1, 0);
}

static void
show (TlTableModel *self, Entry *entry)
{
  guint position = find_place (self, entry);

  entry->is_shown = TRUE;
  g_ptr_array_insert (self->shown, (int) position, entry);
  set_stale (self, position);
  tell (self, position, 0, 1);
}

static gboolean
is_in_place (TlTableModel *self, guint position)
{
  gpointer *at = self->shown->pdata + position;

  return (position == 0 || compare (self, at[-1], at[0]) <= 0)
         && (position + 1 == self->shown->len || compare (self, at[0], at[1]) <= 0);
}

/* The view keeps the widgets of rows that leave and come in one change. */
static void
move (TlTableModel *self, Entry *entry)
{
  guint from = get_position (self, entry);
  guint to;

  if (is_in_place (self, from))
    return;
  g_ptr_array_remove_index (self->shown, from);
  to = find_place (self, entry);
  g_ptr_array_insert (self->shown, (int) to, entry);
  set_stale (self, MIN (from, to));
  tell (self, MIN (from, to), MAX (from, to) - MIN (from, to) + 1,
        MAX (from, to) - MIN (from, to) + 1);
}

/* All rows. */

static gboolean
is_sorted (TlTableModel *self)
{
  for (guint i = 1; i < self->shown->len; i++)
    if (compare (self, self->shown->pdata[i - 1], self->shown->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

/* Takes the place of what is shown, and tells of what is between the ends that are the same. */
static void
replace_shown (TlTableModel *self, GPtrArray *wanted)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint head = 0;
  guint tail = 0;
  guint shortest = MIN (before->len, wanted->len);

  while (head < shortest && before->pdata[head] == wanted->pdata[head])
    head++;
  while (tail < shortest - head
         && before->pdata[before->len - 1 - tail] == wanted->pdata[wanted->len - 1 - tail])
    tail++;
  self->shown = g_ptr_array_ref (wanted);
  set_stale (self, head);
  if (before->len != head + tail || wanted->len != head + tail)
    tell (self, head, before->len - head - tail, wanted->len - head - tail);
}

/* From the document, where most things are in the order that most often is wanted. */
static void
renew (TlTableModel *self)
{
  TlWorkspace *workspace = self->session != NULL ? tl_session_get_workspace (self->session) : NULL;
  guint n = workspace != NULL ? tl_workspace_get_n_items (workspace, self->kind) : 0;
  g_autoptr (GPtrArray) wanted = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, self->kind, i);
      Entry *entry = g_hash_table_lookup (self->entries, item);

      if (entry == NULL)
        entry = add_entry (self, item);
      entry->is_shown = matches (self, entry);
      if (entry->is_shown)
        g_ptr_array_add (wanted, entry);
    }
  if (self->n_sort > 0)
    g_ptr_array_sort_with_data (wanted, compare_cb, self);
  replace_shown (self, wanted);
}

static void
renew_keys (TlTableModel *self)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    make_keys (self, entry);
}

static void
forget_words (TlTableModel *self, gboolean keeps_none)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      g_clear_pointer (&entry->words, g_free);
      if (keeps_none)
        entry->is_kept = FALSE;
    }
}

/* Following the document. */

static void
remove_entry (TlTableModel *self, TlItem *item)
{
  Entry *entry = g_hash_table_lookup (self->entries, item);

  if (entry == NULL)
    return;
  if (entry->is_shown)
    hide (self, entry);
  g_hash_table_remove (self->entries, item);
}

static void
touch (TlTableModel *self, TlItem *item)
{
  Entry *entry = g_hash_table_lookup (self->entries, item);

  if (entry == NULL)
    {
      entry = add_entry (self, item);
      entry->is_kept = TRUE;
      show (self, entry);
      return;
    }
  g_clear_pointer (&entry->words, g_free);
  make_keys (self, entry);
  if (entry->is_shown)
    {
      entry->is_kept = TRUE;
      move (self, entry);
    }
  else if (matches (self, entry))
    {
      show (self, entry);
    }
}

/* What has been changed of the kind, each item once. */
static GPtrArray *
collect_touched (TlTableModel *self, TlTransaction *transaction)
{
  GPtrArray *touched = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_transaction_get_n_changes (transaction); i++)
    {
      TlItem *item = tl_transaction_get_change (transaction, i)->item;

      if (tl_item_get_kind (item) == self->kind && g_hash_table_add (seen, item))
        g_ptr_array_add (touched, item);
    }
  return touched;
}

static gboolean
is_gone (TlItem *item)
{
  return tl_item_get_workspace (item) == NULL;
}

/* Many at once: the list is made anew, of which the view is told once. What left goes first, while
 * the shown still hold it. */
static void
follow_many (TlTableModel *self, GPtrArray *touched)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < touched->len; i++)
    {
      TlItem *item = touched->pdata[i];
      Entry *entry = g_hash_table_lookup (self->entries, item);

      if (is_gone (item))
        {
          if (entry != NULL && g_hash_table_steal (self->entries, item))
            g_ptr_array_add (gone, entry);
          continue;
        }
      if (entry == NULL)
        {
          entry = add_entry (self, item);
          entry->is_kept = TRUE;
          continue;
        }
      entry->is_kept |= entry->is_shown;
      g_clear_pointer (&entry->words, g_free);
      make_keys (self, entry);
    }
  renew (self);
}

static void
follow_one (TlTableModel *self, TlItem *item)
{
  if (is_gone (item))
    remove_entry (self, item);
  else
    touch (self, item);
}

/* Whether cells of rows that were not touched can have another text now. */
static gboolean
reaches_others (TlTableModel *self, TlTransaction *transaction)
{
  if (self->kind == TL_KIND_GOAL || self->kind == TL_KIND_OBJECTIVE)
    return TRUE;
  for (guint i = 0; i < tl_transaction_get_n_changes (transaction); i++)
    {
      const TlChange *change = tl_transaction_get_change (transaction, i);

      if (change->type != TL_CHANGE_SET || change->field == TL_ITEM_TITLE
          || tl_item_get_kind (change->item) != self->kind)
        return TRUE;
    }
  return FALSE;
}

static gboolean
sorts_by_others (TlTableModel *self)
{
  for (guint i = 0; i < self->n_sort; i++)
    if (tl_table_column_depends_on_others (self->sort[i].column))
      return TRUE;
  return FALSE;
}

/* The list. */

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TL_TABLE_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlItem *item = tl_table_model_get_item (TL_TABLE_MODEL (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The selection. */

static TlSelection *
get_selection (TlTableModel *self)
{
  return self->session != NULL ? tl_session_get_selection (self->session) : NULL;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  TlTableModel *self = TL_TABLE_MODEL (model);
  TlItem *item = tl_table_model_get_item (self, position);

  return item != NULL && tl_selection_contains (get_selection (self), item);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selected = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n_items; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

/* Of the rows in @mask, those in @selected are selected; all others stay as they are. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TlTableModel *self = TL_TABLE_MODEL (model);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (self->session == NULL)
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_bitset_contains (mask, i) ? gtk_bitset_contains (selected, i) : is_selected (model, i))
      g_ptr_array_add (items, tl_table_model_get_item (self, i));
  tl_selection_set_items (get_selection (self), items);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  /* Selecting items, ranges and all of them is done with this one, unless it is more specific. */
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
selection_changed_cb (TlTableModel *self)
{
  if (self->shown->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->shown->len);
}

static void
tl_table_model_dispose (GObject *object)
{
  TlTableModel *self = TL_TABLE_MODEL (object);

  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_table_model_parent_class)->dispose (object);
}

static void
tl_table_model_finalize (GObject *object)
{
  TlTableModel *self = TL_TABLE_MODEL (object);

  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->entries);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->filter);
  g_free (self->query);

  G_OBJECT_CLASS (tl_table_model_parent_class)->finalize (object);
}

static void
tl_table_model_class_init (TlTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_table_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_table_model_finalize;
}

static void
tl_table_model_init (TlTableModel *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->shown = g_ptr_array_new ();
  self->kind = TL_KIND_PROJECT;
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (selection_changed_cb), self);
}

/**
 * tl_table_model_new:
 *
 * Returns: (transfer full): an empty list
 */
TlTableModel *
tl_table_model_new (void)
{
  return g_object_new (TL_TYPE_TABLE_MODEL, NULL);
}

/**
 * tl_table_model_set_source:
 * @self: a list
 * @session: (nullable): whose items to list
 * @kind: which of them
 *
 * Nothing is sorted or filtered at first.
 */
void
tl_table_model_set_source (TlTableModel *self, TlSession *session, TlKind kind)
{
  g_autoptr (GHashTable) before = NULL;

  g_return_if_fail (TL_IS_TABLE_MODEL (self) && kind < TL_N_KINDS);

  /* Until the view has been told, the shown are entries of before. */
  before = g_steal_pointer (&self->entries);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->n_sort = 0;
  g_clear_pointer (&self->filter, g_free);
  g_set_object (&self->session, session);
  self->kind = kind;
  g_signal_group_set_target (self->selection_signals, get_selection (self));
  renew (self);
}

TlKind
tl_table_model_get_kind (TlTableModel *self)
{
  return self->kind;
}

/**
 * tl_table_model_update:
 * @self: a list
 * @transaction: (nullable): what has changed; %NULL when only the analysis is another
 *
 * To be called after each change, when the analysis is new.
 */
void
tl_table_model_update (TlTableModel *self, TlTransaction *transaction)
{
  g_autoptr (GPtrArray) touched = NULL;
  gboolean reaches;

  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  if (self->session == NULL)
    return;
  if (transaction == NULL)
    {
      forget_words (self, FALSE);
      renew_keys (self);
      renew (self);
      return;
    }
  touched = collect_touched (self, transaction);
  reaches = reaches_others (self, transaction);
  if (self->filter != NULL && reaches)
    forget_words (self, FALSE);
  if (touched->len == 1)
    follow_one (self, touched->pdata[0]);
  else if (touched->len > 1)
    follow_many (self, touched);
  if (!reaches || !sorts_by_others (self))
    return;
  renew_keys (self);
  if (!is_sorted (self))
    renew (self);
}

/**
 * tl_table_model_set_sort:
 * @self: a list
 * @sort: (array length=n_sort): by what to sort, the most important first
 * @n_sort: how many there are; 0 for the order of the document
 */
void
tl_table_model_set_sort (TlTableModel *self, const TlTableSort *sort, guint n_sort)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  self->n_sort = MIN (n_sort, SORT_MAX);
  for (guint i = 0; i < self->n_sort; i++)
    self->sort[i] = sort[i];
  renew_keys (self);
  renew (self);
}

guint
tl_table_model_get_n_sort (TlTableModel *self)
{
  return self->n_sort;
}

TlTableSort
tl_table_model_get_sort (TlTableModel *self, guint index)
{
  g_return_val_if_fail (index < self->n_sort, (TlTableSort) { NULL });

  return self->sort[index];
}

/**
 * tl_table_model_set_filter:
 * @self: a list
 * @text: what a row must have in one of the columns, whatever the case; empty for every row
 * @columns: (element-type TlTableColumn): the columns to look into
 */
void
tl_table_model_set_filter (TlTableModel *self, const char *text, GPtrArray *columns)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  g_clear_pointer (&self->filter, g_free);
  if (*stripped != '\0')
    self->filter = g_utf8_casefold (stripped, -1);
  forget_words (self, TRUE);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_ptr_array_ref (columns);
  renew (self);
}

gboolean
tl_table_model_is_filtered (TlTableModel *self)
{
  return self->filter != NULL;
}

/**
 * tl_table_model_look:
 * @self: a list
 *
 * To be called when the lens of the session has changed. It does so with each change of the
 * document, too; what was edited stays until something else is searched for.
 */
void
tl_table_model_look (TlTableModel *self)
{
  TlLens *lens;
  const char *query;
  gboolean leaves_out;

  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  if (self->session == NULL)
    return;
  lens = tl_session_get_lens (self->session);
  leaves_out = tl_lens_has_query (lens) || tl_lens_get_hides (lens);
  if (!leaves_out && !self->is_looking)
    return;
  self->is_looking = leaves_out;
  query = tl_lens_get_query (lens);
  if (g_strcmp0 (query, self->query) != 0)
    {
      g_free (self->query);
      self->query = g_strdup (query);
      forget_words (self, TRUE);
    }
  renew (self);
}

/**
 * tl_table_model_keep:
 * @self: a list
 * @item: an item of its kind
 *
 * Shows @item, whatever the filter says, until the filter changes.
 */
void
tl_table_model_keep (TlTableModel *self, TlItem *item)
{
  Entry *entry;

  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  entry = g_hash_table_lookup (self->entries, item);
  if (entry == NULL || entry->is_shown)
    return;
  entry->is_kept = TRUE;
  show (self, entry);
}

/**
 * tl_table_model_get_item:
 * @self: a list
 * @position: any number
 *
 * Returns: (transfer none) (nullable): the item in that row
 */
TlItem *
tl_table_model_get_item (TlTableModel *self, guint position)
{
  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), NULL);

  return position < self->shown->len ? ((Entry *) self->shown->pdata[position])->item : NULL;
}

guint
tl_table_model_get_n_items (TlTableModel *self)
{
  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), 0);

  return self->shown->len;
}

/**
 * tl_table_model_find:
 * @self: a list
 * @item: (nullable): any item
 *
 * Returns: the row in which it is shown, or %GTK_INVALID_LIST_POSITION
 */
guint
tl_table_model_find (TlTableModel *self, TlItem *item)
{
  Entry *entry;

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), GTK_INVALID_LIST_POSITION);

  entry = item != NULL ? g_hash_table_lookup (self->entries, item) : NULL;
  return entry != NULL && entry->is_shown ? get_position (self, entry) : GTK_INVALID_LIST_POSITION;
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint position = tl_table_model_find (user_data, *(TlItem *const *) a);
  guint other = tl_table_model_find (user_data, *(TlItem *const *) b);

  return position < other ? -1 : position > other;
}

/**
 * tl_table_model_dup_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type TlItem): the selected items that are shown, from the top
 */
GPtrArray *
tl_table_model_dup_selected (TlTableModel *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  TlSelection *selection = get_selection (self);
  guint n = selection != NULL ? tl_selection_get_n_items (selection) : 0;

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_selection_get_item (selection, i);

      if (tl_table_model_find (self, item) != GTK_INVALID_LIST_POSITION)
        g_ptr_array_add (selected, g_object_ref (item));
    }
  g_ptr_array_sort_with_data (selected, compare_positions, self);
  return selected;
}
