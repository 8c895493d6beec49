/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-item-text.h"

/* What an item says, folded. It is kept with the item, because folding takes far longer than
 * searching, and a search is done anew with each key that is pressed. */
typedef struct
{
  guint64 revision;
  char *title;
  char *open;   /* all other fields, a line each */
  char *secret; /* the private ones; NULL when there are none */
} ItemText;

/* The fields of a kind that refer to others, but not to what an item is a part of: a link is not
 * found by the titles of its ends, or each card would be found with all of its lines. */
typedef struct
{
  TlField fields[TL_N_FIELDS];
  guint n_fields;
} RefFields;

static G_DEFINE_QUARK (tl - item - text, item_text)

    static void item_text_free (gpointer data)
{
  ItemText *text = data;

  g_free (text->title);
  g_free (text->open);
  g_free (text->secret);
  g_free (text);
}

static void
append_line (GString *lines, const char *text)
{
  if (text == NULL)
    return;
  tl_fold_append (lines, text);
  g_string_append_c (lines, '\n');
}

/* Choices are found by what they are called, but yes and no mean nothing by themselves. */
static void
append_choice (GString *lines, TlItem *item, const TlFieldSpec *spec)
{
  int choice = tl_item_get_choice (item, spec->field);

  if (spec->type == TL_FIELD_TYPE_CHOICE && choice != TL_CHOICE_NONE)
    append_line (lines, tl_field_get_choice_label (spec->field, choice));
}

static void
append_field (GString *lines, TlItem *item, const TlFieldSpec *spec)
{
  switch (spec->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
      append_line (lines, tl_item_get_text (item, spec->field));
      break;
    case TL_FIELD_TYPE_WORDS:
      for (const char *const *word = tl_item_get_words (item, spec->field); *word != NULL; word++)
        append_line (lines, *word);
      break;
    case TL_FIELD_TYPE_CHOICE:
      append_choice (lines, item, spec);
      break;
    default:
      break;
    }
}

static char *
fold_fields (TlItem *item, gboolean is_private)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (fields[i]);

      if (!spec->is_private == !is_private && fields[i] != TL_ITEM_TITLE
          && tl_item_is_set (item, fields[i]))
        append_field (lines, item, spec);
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

static const ItemText *
get (TlItem *item)
{
  ItemText *text = g_object_get_qdata (G_OBJECT (item), item_text_quark ());
  const char *title = tl_item_get_title (item);

  if (text != NULL && text->revision == tl_item_get_revision (item))
    return text;
  text = g_new0 (ItemText, 1);
  text->revision = tl_item_get_revision (item);
  text->title = tl_fold (title != NULL ? title : "");
  text->open = fold_fields (item, FALSE);
  text->secret = fold_fields (item, TRUE);
  g_object_set_qdata_full (G_OBJECT (item), item_text_quark (), text, item_text_free);
  return text;
}

static gboolean
has (const char *text, const TlNeedle *needle)
{
  return text != NULL && tl_needle_is_in (needle, text);
}

static gboolean
ref_has (TlItem *item, TlField field, const TlNeedle *needle)
{
  g_autoptr (GPtrArray) targets = NULL;
  TlItem *target;

  if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REF)
    {
      target = tl_item_get_ref (item, field);
      return target != NULL && has (get (target)->title, needle);
    }
  targets = tl_item_dup_refs (item, field);
  for (guint i = 0; i < targets->len; i++)
    if (has (get (targets->pdata[i])->title, needle))
      return TRUE;
  return FALSE;
}

static RefFields *
make_ref_fields (void)
{
  RefFields *made = g_new0 (RefFields, TL_N_KINDS);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        if (tl_field_get_spec (fields[i])->refers_to != 0
            && !tl_field_get_spec (fields[i])->dies_with)
          made[kind].fields[made[kind].n_fields++] = fields[i];
    }
  return made;
}

/* Made once, for as long as the tables that they are made from. */
static const RefFields *
get_ref_fields (TlKind kind)
{
  static RefFields *all;

  if (g_once_init_enter (&all))
    g_once_init_leave (&all, make_ref_fields ());
  return &all[kind];
}

/* What an item refers to may be renamed without a change of its own, so that those titles are not
 * kept with it. */
static gboolean
refs_have (TlItem *item, const TlNeedle *needle, gboolean with_private)
{
  const RefFields *refs = get_ref_fields (tl_item_get_kind (item));

  for (guint i = 0; i < refs->n_fields; i++)
    if ((with_private || !tl_field_get_spec (refs->fields[i])->is_private)
        && tl_item_is_set (item, refs->fields[i]) && ref_has (item, refs->fields[i], needle))
      return TRUE;
  return FALSE;
}

/**
 * tl_item_text_contains:
 * @item: an item
 * @needle: what to look for
 * @with_private: whether to look into the private fields, too
 *
 * Returns: whether @needle stands in a text, a list, a choice or the title of @item, or in the
 *   title of what it refers to, unless that is what it is a part of
 */
gboolean
tl_item_text_contains (TlItem *item, const TlNeedle *needle, gboolean with_private)
{
  const ItemText *text = get (item);

  return has (text->title, needle) || has (text->open, needle)
         || (with_private && has (text->secret, needle)) || refs_have (item, needle, with_private);
}

/**
 * tl_item_text_get_title:
 * @item: an item
 *
 * Returns: (transfer none): its title, as tl_fold() makes it; empty when it has none
 */
const char *
tl_item_text_get_title (TlItem *item)
{
  return get (item)->title;
}
