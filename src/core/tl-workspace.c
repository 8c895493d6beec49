/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-workspace.h"

#include <glib/gi18n-lib.h>

#include "tl-forest.h"
#include "tl-item-private.h"
#include "tl-workspace-private.h"

#define NEAR 64 /* places from where an item was last known to be */

#define ID_RANDOM_LENGTH 6 /* characters: 31 bits of chance after the prefix of a new id */

struct _TlWorkspace
{
  GObject parent_instance;

  /* Owned. */
  GPtrArray *items[TL_N_KINDS]; /* of TlItem, in the order of the document */
  GHashTable *by_id;            /* id → TlItem, both borrowed from the arrays */
  TlTransaction *transaction;   /* what is being done; NULL between transactions */
  TlForest *forest;             /* while reading: who is part of whom */

  guint first_stale[TL_N_KINDS]; /* positions before it are known to the items */
  guint64 revision;
  guint depth; /* of nested transactions */

  guint is_bulk : 1;
  guint is_read_only : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlWorkspace, tl_workspace, G_TYPE_OBJECT)

G_DEFINE_QUARK (tl_workspace_error, tl_workspace_error)

/* References, indexed both ways. */

static void
index_value (TlWorkspace *self, TlItem *item, TlField field, const TlValue *value, gboolean add)
{
  void (*change) (TlItem *, TlItem *, TlField)
      = add ? tl_item_add_referrer : tl_item_remove_referrer;
  TlFieldType type = tl_field_get_spec (field)->type;

  if (type == TL_FIELD_TYPE_REF && value->form == TL_VALUE_TEXT)
    {
      change (g_hash_table_lookup (self->by_id, value->text), item, field);
    }
  else if (type == TL_FIELD_TYPE_REFS && value->form == TL_VALUE_WORDS)
    {
      for (GStrv id = value->words; *id != NULL; id++)
        change (g_hash_table_lookup (self->by_id, *id), item, field);
    }
}

static void
index_item (TlWorkspace *self, TlItem *item, gboolean add)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    index_value (self, item, fields[i], tl_item_get_value (item, fields[i]), add);
}

/* The changes themselves: each is done without a question, for it was asked before. */

static void
renumber (TlWorkspace *self, TlKind kind)
{
  GPtrArray *items = self->items[kind];

  for (guint i = self->first_stale[kind]; i < items->len; i++)
    tl_item_set_position_hint (items->pdata[i], i);
  self->first_stale[kind] = items->len;
}

/* Many items that are removed one after another have moved by a few places each. */
static gboolean
find_near (TlWorkspace *self, TlItem *item, guint *position)
{
  const GPtrArray *items = self->items[tl_item_get_kind (item)];
  guint hint = tl_item_get_position_hint (item);
  guint end = MIN (hint + NEAR, items->len);

  for (guint i = hint > NEAR ? hint - NEAR : 0; i < end; i++)
    if (items->pdata[i] == item)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
set_stale (TlWorkspace *self, TlKind kind, guint position)
{
  self->first_stale[kind] = MIN (self->first_stale[kind], position);
}

static void
insert_item (TlWorkspace *self, TlItem *item, guint position)
{
  TlKind kind = tl_item_get_kind (item);

  g_ptr_array_insert (self->items[kind], (int) position, g_object_ref (item));
  if (position + 1 == self->items[kind]->len && self->first_stale[kind] == position)
    self->first_stale[kind]++;
  else
    set_stale (self, kind, position);
  tl_item_attach (item, self, position);
  if (!tl_kind_get_spec (kind)->is_single)
    g_hash_table_insert (self->by_id, (char *) tl_item_get_id (item), item);
  index_item (self, item, TRUE);
}

static void
extract_item (TlWorkspace *self, TlItem *item, guint position)
{
  TlKind kind = tl_item_get_kind (item);

  index_item (self, item, FALSE);
  g_assert (tl_item_get_n_referrers (item) == 0);
  g_hash_table_remove (self->by_id, tl_item_get_id (item));
  tl_item_detach (item);
  set_stale (self, kind, position);
  g_ptr_array_remove_index (self->items[kind], position);
}

static void
shift_item (TlWorkspace *self, TlItem *item, guint from, guint to)
{
  TlKind kind = tl_item_get_kind (item);
  gpointer stolen = g_ptr_array_steal_index (self->items[kind], from);

  g_ptr_array_insert (self->items[kind], (int) to, stolen);
  set_stale (self, kind, MIN (from, to));
}

static void
put_value (TlWorkspace *self, TlItem *item, TlField field, const TlValue *value)
{
  index_value (self, item, field, tl_item_get_value (item, field), FALSE);
  tl_item_put_value (item, field, value, self->revision + 1);
  index_value (self, item, field, value, TRUE);
}

static void
apply_change (TlWorkspace *self, const TlChange *change)
{
  switch (change->type)
    {
    case TL_CHANGE_ADD:
      insert_item (self, change->item, change->to);
      break;
    case TL_CHANGE_REMOVE:
      extract_item (self, change->item, change->from);
      break;
    case TL_CHANGE_SET:
      put_value (self, change->item, change->field, &change->after);
      break;
    case TL_CHANGE_MOVE:
      shift_item (self, change->item, change->from, change->to);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
apply_all (TlWorkspace *self, TlTransaction *transaction)
{
  for (guint i = 0; i < tl_transaction_get_n_changes (transaction); i++)
    apply_change (self, tl_transaction_get_change (transaction, i));
}

/* Does and records a change; (transfer full). */
static void
make_change (TlWorkspace *self, TlChange *change)
{
  apply_change (self, change);
  tl_transaction_append (self->transaction, change);
}

/* A value that says what its absence would say is not recorded. */
static gboolean
is_default (const TlFieldSpec *spec, const TlValue *value)
{
  return (value->form == TL_VALUE_CHOICE && value->choice == spec->default_choice)
         || (value->form == TL_VALUE_NUMBER && value->number == spec->default_number);
}

static char *
make_id (TlWorkspace *self, TlKind kind)
{
  static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
  g_autoptr (GString) id = g_string_new (NULL);

  do
    {
      g_string_printf (id, "%s-", tl_kind_get_spec (kind)->id_prefix);
      for (int i = 0; i < ID_RANDOM_LENGTH; i++)
        g_string_append_c (id, digits[g_random_int_range (0, 32)]);
    }
  while (g_hash_table_contains (self->by_id, id->str));
  return g_string_free (g_steal_pointer (&id), FALSE);
}

static void
forget_items (TlWorkspace *self)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < self->items[kind]->len; i++)
      tl_item_detach (self->items[kind]->pdata[i]);
}

static void
tl_workspace_finalize (GObject *object)
{
  TlWorkspace *self = TL_WORKSPACE (object);

  forget_items (self);
  g_hash_table_unref (self->by_id);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    g_ptr_array_unref (self->items[kind]);
  g_clear_pointer (&self->transaction, tl_transaction_unref);
  g_clear_pointer (&self->forest, tl_forest_free);

  G_OBJECT_CLASS (tl_workspace_parent_class)->finalize (object);
}

static void
tl_workspace_class_init (TlWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_workspace_finalize;

  /**
   * TlWorkspace::changed:
   * @self: the workspace
   * @transaction: what was done
   *
   * One transaction, one emission, after all of it was done.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_TRANSACTION);
}

static void
tl_workspace_init (TlWorkspace *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      self->items[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      if (tl_kind_get_spec (kind)->is_single)
        {
          g_autoptr (TlItem) item = tl_item_new (kind, "");

          insert_item (self, item, 0);
        }
    }
}

/**
 * tl_workspace_new:
 *
 * Returns: (transfer full): an empty workspace
 */
TlWorkspace *
tl_workspace_new (void)
{
  return g_object_new (TL_TYPE_WORKSPACE, NULL);
}

/**
 * tl_workspace_get_revision:
 * @self: a workspace
 *
 * Returns: a number that grows with every transaction, undo, redo and rollback included
 */
guint64
tl_workspace_get_revision (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), 0);

  return self->revision;
}

/**
 * tl_workspace_get_root:
 * @self: a workspace
 *
 * Returns: (transfer none): the item that holds the workspace's own fields
 */
TlItem *
tl_workspace_get_root (TlWorkspace *self)
{
  return tl_workspace_get_item (self, TL_KIND_WORKSPACE, 0);
}

/**
 * tl_workspace_get_settings:
 * @self: a workspace
 *
 * Returns: (transfer none): the item that holds the thresholds
 */
TlItem *
tl_workspace_get_settings (TlWorkspace *self)
{
  return tl_workspace_get_item (self, TL_KIND_SETTINGS, 0);
}

/**
 * tl_workspace_get_setting:
 * @self: a workspace
 * @field: a number among the settings
 *
 * Returns: the workspace's number, or the default
 */
double
tl_workspace_get_setting (TlWorkspace *self, TlField field)
{
  return tl_item_get_number (tl_workspace_get_settings (self), field);
}

/**
 * tl_workspace_lookup:
 * @self: a workspace
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the item that has it
 */
TlItem *
tl_workspace_lookup (TlWorkspace *self, const char *id)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * tl_workspace_get_n_items:
 * @self: a workspace
 * @kind: a kind of item
 *
 * Returns: how many there are
 */
guint
tl_workspace_get_n_items (TlWorkspace *self, TlKind kind)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self) && kind < TL_N_KINDS, 0);

  return self->items[kind]->len;
}

/**
 * tl_workspace_get_item:
 * @self: a workspace
 * @kind: a kind of item
 * @position: less than tl_workspace_get_n_items()
 *
 * Returns: (transfer none): the item at that place in the document's order
 */
TlItem *
tl_workspace_get_item (TlWorkspace *self, TlKind kind, guint position)
{
  g_return_val_if_fail (position < tl_workspace_get_n_items (self, kind), NULL);

  return self->items[kind]->pdata[position];
}

/**
 * tl_workspace_get_position:
 * @self: a workspace
 * @item: an item in it
 *
 * Returns: its place among the items of its kind
 */
guint
tl_workspace_get_position (TlWorkspace *self, TlItem *item)
{
  TlKind kind;
  guint position;

  g_return_val_if_fail (TL_IS_WORKSPACE (self), 0);
  g_return_val_if_fail (tl_item_get_workspace (item) == self, 0);

  kind = tl_item_get_kind (item);
  position = tl_item_get_position_hint (item);
  if (position < self->first_stale[kind] && self->items[kind]->pdata[position] == item)
    return position;
  if (find_near (self, item, &position))
    return position;
  renumber (self, kind);
  return tl_item_get_position_hint (item);
}

/**
 * tl_workspace_is_empty:
 * @self: a workspace
 *
 * Returns: whether it has no items but its own
 */
gboolean
tl_workspace_is_empty (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), TRUE);

  return g_hash_table_size (self->by_id) == 0;
}

/**
 * tl_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: whether changes are refused
 */
gboolean
tl_workspace_is_read_only (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), TRUE);

  return self->is_read_only;
}

/**
 * tl_workspace_set_read_only:
 * @self: a workspace
 * @read_only: whether to refuse changes from now on
 */
void
tl_workspace_set_read_only (TlWorkspace *self, gboolean read_only)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  self->is_read_only = read_only;
}

/* Whether @target is @item or stands below it by @field: then @item cannot come under @target. */
gboolean
tl_workspace_is_below (TlWorkspace *self, TlItem *target, TlItem *item, TlField field)
{
  if (self->is_bulk)
    return tl_forest_is_below (self->forest, target, item);
  while (target != NULL && target != item)
    target = tl_item_get_ref (target, field);
  return target == item;
}

/**
 * tl_workspace_begin:
 * @self: a workspace
 * @label: what the user does, translated, in header capitals: "Link Project"
 *
 * Begins a transaction: all changes up to tl_workspace_commit() are one step of undo and one
 * signal. Inside another transaction it only counts.
 */
void
tl_workspace_begin (TlWorkspace *self, const char *label)
{
  tl_workspace_begin_merging (self, label, NULL);
}

/**
 * tl_workspace_begin_merging:
 * @self: a workspace
 * @label: as in tl_workspace_begin()
 * @merge_key: (nullable): transactions in a row with this key become one step of undo, until
 *   tl_history_seal()
 */
void
tl_workspace_begin_merging (TlWorkspace *self, const char *label, const char *merge_key)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (!self->is_bulk);

  if (self->depth++ == 0)
    self->transaction = tl_transaction_new (label, merge_key);
}

/**
 * tl_workspace_commit:
 * @self: a workspace in a transaction
 *
 * Ends the transaction and tells of it, when anything changed.
 */
void
tl_workspace_commit (TlWorkspace *self)
{
  g_autoptr (TlTransaction) transaction = NULL;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  transaction = g_steal_pointer (&self->transaction);
  if (tl_transaction_get_n_changes (transaction) == 0)
    return;
  self->revision++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, transaction);
}

/**
 * tl_workspace_rollback:
 * @self: a workspace in a transaction that is not inside another
 *
 * Ends the transaction as if it had never begun.
 */
void
tl_workspace_rollback (TlWorkspace *self)
{
  g_autoptr (TlTransaction) transaction = NULL;
  g_autoptr (TlTransaction) inverse = NULL;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (self->depth == 1);

  self->depth = 0;
  transaction = g_steal_pointer (&self->transaction);
  inverse = tl_transaction_invert (transaction);
  apply_all (self, inverse);
  /* What was taken back had a revision, which nothing else may get. */
  self->revision++;
}

/**
 * tl_workspace_finish:
 * @self: a workspace in a transaction
 * @is_done: whether all that was to be changed has been
 *
 * Ends the transaction: keeps what was done, or takes it back when a part of it was refused. Inside
 * another transaction the taking back is left to that one, which has to fail as well.
 *
 * Returns: @is_done
 */
gboolean
tl_workspace_finish (TlWorkspace *self, gboolean is_done)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), FALSE);

  if (is_done || self->depth > 1)
    tl_workspace_commit (self);
  else
    tl_workspace_rollback (self);
  return is_done;
}

/**
 * tl_workspace_is_in_transaction:
 * @self: a workspace
 *
 * Returns: whether a transaction has begun and not ended
 */
gboolean
tl_workspace_is_in_transaction (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), FALSE);

  return self->depth > 0;
}

/* What is done inside of another transaction needs no label of its own. @label: to be translated */
static void
begin_change (TlWorkspace *self, const char *label)
{
  tl_workspace_begin (self, self->depth == 0 ? _ (label) : label);
}

static gboolean
check_id (TlWorkspace *self, const char *id, GError **error)
{
  if (*id == '\0')
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_ID, _ ("An id cannot be empty."));
  else if (g_hash_table_contains (self->by_id, id))
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_ID,
                 _ ("Two items have the id “%s”."), id);
  else
    return TRUE;
  return FALSE;
}

/**
 * tl_workspace_add:
 * @self: a workspace
 * @kind: a kind that stands in an array
 * @id: (nullable): its id; %NULL for a new one
 * @position: where among its kind, or %TL_POSITION_END
 * @error: return location: %TL_WORKSPACE_ERROR_ID when @id is empty or taken, or read-only
 *
 * Returns: (transfer none) (nullable): the new item
 */
TlItem *
tl_workspace_add (TlWorkspace *self, TlKind kind, const char *id, guint position, GError **error)
{
  g_autofree char *made_id = NULL;
  g_autoptr (TlItem) item = NULL;
  TlChange change = { .type = TL_CHANGE_ADD };

  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (kind < TL_N_KINDS && !tl_kind_get_spec (kind)->is_single, NULL);

  if (!tl_workspace_check_writable (self, error))
    return NULL;
  if (id == NULL)
    id = made_id = make_id (self, kind);
  if (!check_id (self, id, error))
    return NULL;
  item = tl_item_new (kind, id);
  change.to = MIN (position, self->items[kind]->len);
  change.item = item;
  if (self->is_bulk)
    {
      insert_item (self, item, change.to);
      return item;
    }
  g_object_ref (item);
  begin_change (self, N_ ("Add"));
  make_change (self, &change);
  tl_workspace_commit (self);
  return item;
}

static void
clear_reference (TlWorkspace *self, TlItem *referrer, TlField field, TlItem *item)
{
  g_autoptr (GStrvBuilder) left = NULL;
  g_auto (GStrv) ids = NULL;

  if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REF)
    {
      tl_workspace_set (self, referrer, field, &TL_VALUE_INIT, NULL);
      return;
    }
  left = g_strv_builder_new ();
  for (const char *const *id = tl_item_get_words (referrer, field); *id != NULL; id++)
    if (!g_str_equal (*id, tl_item_get_id (item)))
      g_strv_builder_add (left, *id);
  ids = g_strv_builder_end (left);
  tl_workspace_set_words (self, referrer, field, (const char *const *) ids, NULL);
}

/* What is being removed, and what it is removed with. */
typedef struct _Removal
{
  TlItem *item;
  const struct _Removal *outer;
} Removal;

static gboolean
is_being_removed (const Removal *removal, TlItem *item)
{
  while (removal != NULL && removal->item != item)
    removal = removal->outer;
  return removal != NULL;
}

/* One referrer is taken until there is none: a removal may have taken others with it. Items that
 * would die with each other are taken apart first. */
static void
remove_item (TlWorkspace *self, TlItem *item, const Removal *outer)
{
  Removal removal = { item, outer };
  TlChange change = { .type = TL_CHANGE_REMOVE };

  while (tl_item_get_n_referrers (item) > 0)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, tl_item_get_n_referrers (item) - 1, &field);

      if (tl_field_get_spec (field)->dies_with && !is_being_removed (&removal, referrer))
        remove_item (self, referrer, &removal);
      else
        clear_reference (self, referrer, field, item);
    }
  change.item = g_object_ref (item);
  change.from = tl_workspace_get_position (self, item);
  make_change (self, &change);
}

/**
 * tl_workspace_remove:
 * @self: a workspace that is not read-only
 * @item: an item in it
 *
 * Removes @item. In the same transaction, what is nothing without it is removed as well, and all
 * other references to it are cleared.
 */
void
tl_workspace_remove (TlWorkspace *self, TlItem *item)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (tl_item_get_workspace (item) == self);
  g_return_if_fail (!self->is_read_only && !self->is_bulk);
  g_return_if_fail (!tl_kind_get_spec (tl_item_get_kind (item))->is_single);

  begin_change (self, N_ ("Delete"));
  remove_item (self, item, NULL);
  tl_workspace_commit (self);
}

/**
 * tl_workspace_move:
 * @self: a workspace that is not read-only
 * @item: an item in it
 * @position: its new place among its kind; past the end is the end
 */
void
tl_workspace_move (TlWorkspace *self, TlItem *item, guint position)
{
  TlChange change = { .type = TL_CHANGE_MOVE };
  guint last;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (tl_item_get_workspace (item) == self);
  g_return_if_fail (!self->is_read_only && !self->is_bulk);

  last = self->items[tl_item_get_kind (item)]->len - 1;
  change.from = tl_workspace_get_position (self, item);
  change.to = MIN (position, last);
  if (change.from == change.to)
    return;
  change.item = g_object_ref (item);
  begin_change (self, N_ ("Move"));
  make_change (self, &change);
  tl_workspace_commit (self);
}

/**
 * tl_workspace_set:
 * @self: a workspace
 * @item: an item in it
 * @field: a field of its kind
 * @value: what it is to hold; a default becomes unset
 * @error: return location for a #TlWorkspaceError; the field is then as it was
 *
 * Returns: whether @value was taken
 */
gboolean
tl_workspace_set (TlWorkspace *self,
                  TlItem *item,
                  TlField field,
                  const TlValue *value,
                  GError **error)
{
  static const TlValue unset = { TL_VALUE_UNSET, { NULL } };
  TlChange change = { .type = TL_CHANGE_SET, .field = field };

  g_return_val_if_fail (tl_item_get_workspace (item) == self, FALSE);

  if (!tl_workspace_check (self, item, field, value, error))
    return FALSE;
  if (is_default (tl_field_get_spec (field), value))
    value = &unset;
  if (tl_value_equal (tl_item_get_value (item, field), value))
    return TRUE;
  if (self->is_bulk)
    {
      put_value (self, item, field, value);
      if (tl_field_get_spec (field)->is_acyclic && value->form == TL_VALUE_TEXT)
        tl_forest_put_below (self->forest, item, g_hash_table_lookup (self->by_id, value->text));
      return TRUE;
    }
  change.item = g_object_ref (item);
  change.before = tl_value_copy (tl_item_get_value (item, field));
  change.after = tl_value_copy (value);
  begin_change (self, N_ ("Edit"));
  make_change (self, &change);
  tl_workspace_commit (self);
  return TRUE;
}

/**
 * tl_workspace_apply:
 * @self: a workspace that is not in a transaction
 * @transaction: changes that fit its present state
 *
 * Does what @transaction says and tells of it. This is how the history undoes and redoes.
 */
void
tl_workspace_apply (TlWorkspace *self, TlTransaction *transaction)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (self->depth == 0);

  apply_all (self, transaction);
  self->revision++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, transaction);
}

/**
 * tl_workspace_begin_bulk:
 * @self: a workspace to which nobody listens yet
 *
 * From here to tl_workspace_end_bulk() changes are neither recorded nor told: a document is being
 * read.
 */
void
tl_workspace_begin_bulk (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (self->depth == 0 && !self->is_bulk);

  self->is_bulk = TRUE;
  self->forest = tl_forest_new ();
}

/**
 * tl_workspace_end_bulk:
 * @self: a workspace after tl_workspace_begin_bulk()
 */
void
tl_workspace_end_bulk (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (self->is_bulk);

  self->is_bulk = FALSE;
  g_clear_pointer (&self->forest, tl_forest_free);
  self->revision++;
}
