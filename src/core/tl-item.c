/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-item.h"

#include "tl-item-private.h"
#include "tl-workspace.h"

/* What is asked most often stands together at the head, to be fetched at once. */
struct _TlItem
{
  GObject parent_instance;

  TlKind kind;
  guint position_hint;

  /* Owned. */
  TlValue *values;   /* one a slot */
  GArray *referrers; /* of TlReferrer; NULL until there is one */
  char *id;
  GPtrArray *extras; /* of OwnedExtra; NULL until there is one */

  /* Borrowed: NULL while the item is in no workspace. */
  TlWorkspace *workspace;

  guint64 revision;
  guint n_slots;
};

typedef struct
{
  TlExtra shown;
  char *group;
  char *name;
  char *json;
} OwnedExtra;

G_DEFINE_FINAL_TYPE (TlItem, tl_item, G_TYPE_OBJECT)

static void
owned_extra_free (gpointer data)
{
  OwnedExtra *extra = data;

  g_free (extra->group);
  g_free (extra->name);
  g_free (extra->json);
  g_free (extra);
}

static void
tl_item_finalize (GObject *object)
{
  TlItem *self = TL_ITEM (object);

  for (guint i = 0; i < self->n_slots; i++)
    tl_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->id);
  g_clear_pointer (&self->referrers, g_array_unref);
  g_clear_pointer (&self->extras, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_item_parent_class)->finalize (object);
}

static void
tl_item_class_init (TlItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_item_finalize;
}

static void
tl_item_init (TlItem *self)
{
}

TlItem *
tl_item_new (TlKind kind, const char *id)
{
  TlItem *self = g_object_new (TL_TYPE_ITEM, NULL);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  self->kind = kind;
  self->id = g_strdup (id);
  self->n_slots = MAX (TL_N_SHARED_FIELDS, tl_kind_get_slot (kind, fields[n_fields - 1]) + 1);
  self->values = g_new0 (TlValue, self->n_slots);
  return self;
}

void
tl_item_attach (TlItem *self, TlWorkspace *workspace, guint position)
{
  g_assert (self->workspace == NULL);

  self->workspace = workspace;
  self->position_hint = position;
}

void
tl_item_detach (TlItem *self)
{
  self->workspace = NULL;
}

guint
tl_item_get_position_hint (TlItem *self)
{
  return self->position_hint;
}

void
tl_item_set_position_hint (TlItem *self, guint position)
{
  self->position_hint = position;
}

void
tl_item_put_value (TlItem *self, TlField field, const TlValue *value, guint64 revision)
{
  TlValue *slot = &self->values[tl_kind_get_slot (self->kind, field)];
  TlValue copy = tl_value_copy (value);

  tl_value_clear (slot);
  *slot = copy;
  self->revision = revision;
}

void
tl_item_add_referrer (TlItem *self, TlItem *referrer, TlField field)
{
  TlReferrer entry = { referrer, field };

  if (self->referrers == NULL)
    self->referrers = g_array_new (FALSE, FALSE, sizeof (TlReferrer));
  g_array_append_val (self->referrers, entry);
}

void
tl_item_remove_referrer (TlItem *self, TlItem *referrer, TlField field)
{
  /* From the end: what came last leaves first when a gesture or a load is taken back. */
  for (guint i = self->referrers != NULL ? self->referrers->len : 0; i > 0; i--)
    {
      TlReferrer *entry = &g_array_index (self->referrers, TlReferrer, i - 1);

      if (entry->item == referrer && entry->field == field)
        {
          g_array_remove_index_fast (self->referrers, i - 1);
          return;
        }
    }
  g_assert_not_reached ();
}

/**
 * tl_item_get_kind:
 * @self: an item
 *
 * Returns: its kind, which never changes
 */
TlKind
tl_item_get_kind (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), TL_KIND_ITEM);

  return self->kind;
}

/**
 * tl_item_get_id:
 * @self: an item
 *
 * Returns: its id, unique in the workspace and never changed; the empty text for the workspace's
 * own item and its settings
 */
const char *
tl_item_get_id (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), NULL);

  return self->id;
}

/**
 * tl_item_get_title:
 * @self: an item
 *
 * Returns: its title, or the empty text
 */
const char *
tl_item_get_title (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), NULL);

  return self->values[TL_ITEM_TITLE].form == TL_VALUE_TEXT ? self->values[TL_ITEM_TITLE].text : "";
}

/**
 * tl_item_get_workspace:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the workspace that it is in; %NULL once it was removed
 */
TlWorkspace *
tl_item_get_workspace (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), NULL);

  return self->workspace;
}

/**
 * tl_item_get_revision:
 * @self: an item
 *
 * Returns: the workspace's revision in which a field of the item last changed
 */
guint64
tl_item_get_revision (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), 0);

  return self->revision;
}

/**
 * tl_item_get_value:
 * @self: an item
 * @field: a field of its kind
 *
 * Returns: (transfer none): what is recorded, unset when nothing is; defaults are not filled in
 */
const TlValue *
tl_item_get_value (TlItem *self, TlField field)
{
  g_assert (tl_kind_has_field (self->kind, field));

  return &self->values[tl_kind_get_slot (self->kind, field)];
}

/**
 * tl_item_is_set:
 * @self: an item
 * @field: a field of its kind
 *
 * Returns: whether something is recorded there; a default is not
 */
gboolean
tl_item_is_set (TlItem *self, TlField field)
{
  return tl_item_get_value (self, field)->form != TL_VALUE_UNSET;
}

/**
 * tl_item_get_text:
 * @self: an item
 * @field: a text, prose, reference or data field
 *
 * Returns: (nullable): the text, or the id referred to; %NULL when there is none
 */
const char *
tl_item_get_text (TlItem *self, TlField field)
{
  const TlValue *value = tl_item_get_value (self, field);

  return value->form == TL_VALUE_TEXT ? value->text : NULL;
}

/**
 * tl_item_get_number:
 * @self: an item
 * @field: a number or integer field
 *
 * Returns: the number in the field's unit, its default when nothing is recorded, else NaN
 */
double
tl_item_get_number (TlItem *self, TlField field)
{
  const TlValue *value = tl_item_get_value (self, field);

  return value->form == TL_VALUE_NUMBER ? value->number : tl_field_get_spec (field)->default_number;
}

/**
 * tl_item_get_date:
 * @self: an item
 * @field: a date field
 *
 * Returns: the day, or %TL_DATE_NONE
 */
TlDate
tl_item_get_date (TlItem *self, TlField field)
{
  const TlValue *value = tl_item_get_value (self, field);

  return value->form == TL_VALUE_DATE ? value->date : TL_DATE_NONE;
}

/**
 * tl_item_get_choice:
 * @self: an item
 * @field: a choice, flag or tri field
 *
 * Returns: the index of the choice, the default when nothing is recorded, else %TL_CHOICE_NONE
 */
int
tl_item_get_choice (TlItem *self, TlField field)
{
  const TlValue *value = tl_item_get_value (self, field);

  return value->form == TL_VALUE_CHOICE ? value->choice : tl_field_get_spec (field)->default_choice;
}

/**
 * tl_item_get_flag:
 * @self: an item
 * @field: a flag or tri field
 *
 * Returns: whether it is yes
 */
gboolean
tl_item_get_flag (TlItem *self, TlField field)
{
  return tl_item_get_choice (self, field) == TL_TRI_YES;
}

/**
 * tl_item_get_words:
 * @self: an item
 * @field: a words or references field
 *
 * Returns: (transfer none) (array zero-terminated=1): the words or ids, possibly none, never %NULL
 */
const char *const *
tl_item_get_words (TlItem *self, TlField field)
{
  static const char *const none[] = { NULL };
  const TlValue *value = tl_item_get_value (self, field);

  return value->form == TL_VALUE_WORDS ? (const char *const *) value->words : none;
}

/**
 * tl_item_get_ref:
 * @self: an item that is in a workspace
 * @field: a reference field
 *
 * Returns: (transfer none) (nullable): the item referred to
 */
TlItem *
tl_item_get_ref (TlItem *self, TlField field)
{
  const char *id = tl_item_get_text (self, field);

  return id != NULL && self->workspace != NULL ? tl_workspace_lookup (self->workspace, id) : NULL;
}

/**
 * tl_item_dup_refs:
 * @self: an item that is in a workspace
 * @field: a references field
 *
 * Returns: (transfer full) (element-type TlItem): the items referred to, in order, possibly none
 */
GPtrArray *
tl_item_dup_refs (TlItem *self, TlField field)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *const *id = tl_item_get_words (self, field); *id != NULL; id++)
    {
      TlItem *item = self->workspace != NULL ? tl_workspace_lookup (self->workspace, *id) : NULL;

      if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
    }
  return items;
}

/**
 * tl_item_get_n_referrers:
 * @self: an item
 *
 * Returns: how many fields of other items refer to it; O(1)
 */
guint
tl_item_get_n_referrers (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), 0);

  return self->referrers != NULL ? self->referrers->len : 0;
}

/**
 * tl_item_get_referrer:
 * @self: an item
 * @index: less than tl_item_get_n_referrers()
 * @field: (out) (optional): the field by which it refers
 *
 * Returns: (transfer none): an item that refers to @self; their order is not that of the document
 */
TlItem *
tl_item_get_referrer (TlItem *self, guint index, TlField *field)
{
  TlReferrer *entry;

  g_return_val_if_fail (index < tl_item_get_n_referrers (self), NULL);

  entry = &g_array_index (self->referrers, TlReferrer, index);
  if (field != NULL)
    *field = entry->field;
  return entry->item;
}

/**
 * tl_item_get_n_extras:
 * @self: an item
 *
 * Returns: how many members it carries that this version does not know
 */
guint
tl_item_get_n_extras (TlItem *self)
{
  g_return_val_if_fail (TL_IS_ITEM (self), 0);

  return self->extras != NULL ? self->extras->len : 0;
}

/**
 * tl_item_get_extra:
 * @self: an item
 * @index: less than tl_item_get_n_extras()
 *
 * Returns: (transfer none): the unknown member, in the order of the file
 */
const TlExtra *
tl_item_get_extra (TlItem *self, guint index)
{
  g_return_val_if_fail (index < tl_item_get_n_extras (self), NULL);

  return &((OwnedExtra *) g_ptr_array_index (self->extras, index))->shown;
}

/**
 * tl_item_add_extra:
 * @self: an item that is just being read
 * @anchor: the place among the known members, as the reader and the writer count it
 * @group: (nullable): name of the object inside the item, %NULL for the item itself
 * @name: name of the member
 * @json: its value as JSON
 */
void
tl_item_add_extra (TlItem *self, int anchor, const char *group, const char *name, const char *json)
{
  OwnedExtra *extra;

  g_return_if_fail (TL_IS_ITEM (self));
  g_return_if_fail (name != NULL && json != NULL);

  extra = g_new0 (OwnedExtra, 1);
  extra->group = g_strdup (group);
  extra->name = g_strdup (name);
  extra->json = g_strdup (json);
  extra->shown = (TlExtra) { anchor, extra->group, extra->name, extra->json };
  if (self->extras == NULL)
    self->extras = g_ptr_array_new_with_free_func (owned_extra_free);
  g_ptr_array_add (self->extras, extra);
}
