/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

/* (nullable): NULL when nothing is recorded. */
char *
dump_value (const TlValue *value)
{
  switch (value->form)
    {
    case TL_VALUE_TEXT:
      return g_strdup (value->text);
    case TL_VALUE_NUMBER:
      return g_strdup_printf ("%.17g", value->number);
    case TL_VALUE_DATE:
      return tl_date_format (value->date);
    case TL_VALUE_CHOICE:
      return g_strdup_printf ("%d", value->choice);
    case TL_VALUE_WORDS:
      return g_strjoinv (" ", value->words);
    default:
      return NULL;
    }
}

static void
dump_item (GString *text, TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  g_string_append_printf (text, "%s %s", tl_kind_get_label (tl_item_get_kind (item)),
                          tl_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = dump_value (tl_item_get_value (item, fields[i]));

      if (value != NULL)
        g_string_append_printf (text, " | %s=%s", tl_field_get_spec (fields[i])->name, value);
    }
  g_string_append_c (text, '\n');
}

char *
dump_workspace (TlWorkspace *workspace)
{
  GString *text = g_string_new (NULL);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      dump_item (text, tl_workspace_get_item (workspace, kind, i));
  return g_string_free (text, FALSE);
}

static void
add_reference (GHashTable *expected,
               TlWorkspace *workspace,
               const char *id,
               TlItem *from,
               TlField field)
{
  TlItem *target = tl_workspace_lookup (workspace, id);
  GPtrArray *list;

  g_assert_nonnull (target);
  list = g_hash_table_lookup (expected, target);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (expected, target, list);
    }
  g_ptr_array_add (list, g_strdup_printf ("%s %d", tl_item_get_id (from), field));
}

static void
collect_references (GHashTable *expected, TlWorkspace *workspace, TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      TlFieldType type = tl_field_get_spec (fields[i])->type;

      if (type == TL_FIELD_TYPE_REF && tl_item_is_set (item, fields[i]))
        add_reference (expected, workspace, tl_item_get_text (item, fields[i]), item, fields[i]);
      else if (type == TL_FIELD_TYPE_REFS)
        for (const char *const *id = tl_item_get_words (item, fields[i]); *id != NULL; id++)
          add_reference (expected, workspace, *id, item, fields[i]);
    }
}

static int
compare_texts (gconstpointer left, gconstpointer right)
{
  return g_strcmp0 (*(const char *const *) left, *(const char *const *) right);
}

static void
assert_referrers (TlItem *item, GPtrArray *expected)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      g_assert_true (tl_item_get_workspace (referrer) == tl_item_get_workspace (item));
      g_ptr_array_add (found, g_strdup_printf ("%s %d", tl_item_get_id (referrer), field));
    }
  g_assert_cmpuint (found->len, ==, expected != NULL ? expected->len : 0);
  if (expected == NULL)
    return;
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_sort (expected, compare_texts);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
}

static void
assert_place (TlWorkspace *workspace, TlKind kind, guint position)
{
  TlItem *item = tl_workspace_get_item (workspace, kind, position);

  g_assert_cmpuint (tl_workspace_get_position (workspace, item), ==, position);
  g_assert_true (tl_item_get_workspace (item) == workspace);
  if (!tl_kind_get_spec (kind)->is_single)
    g_assert_true (tl_workspace_lookup (workspace, tl_item_get_id (item)) == item);
}

void
dump_assert_indices (TlWorkspace *workspace)
{
  g_autoptr (GHashTable) expected
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      collect_references (expected, workspace, tl_workspace_get_item (workspace, kind, i));
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);

        assert_place (workspace, kind, i);
        assert_referrers (item, g_hash_table_lookup (expected, item));
      }
}
