/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-writer.h"

#include <string.h>

#include "tl-format.h"
#include "tl-json-output.h"

/* What comes next in an item: its fields in the order of the table, and between them, and in the
 * objects that some of them share, what this version does not know. */
typedef struct
{
  TlJsonOutput *output; /* borrowed */
  TlItem *item;         /* borrowed */
  char *group;          /* owned: the object that is open, or NULL */
} ItemWriter;

static void
write_value (TlJsonOutput *output, const TlFieldSpec *spec, const TlValue *value)
{
  g_autofree char *date = NULL;

  switch (value->form)
    {
    case TL_VALUE_TEXT:
      if (spec->type == TL_FIELD_TYPE_DATA)
        tl_json_output_json (output, value->text);
      else
        tl_json_output_string (output, value->text);
      break;
    case TL_VALUE_NUMBER:
      tl_json_output_number (output, value->number);
      break;
    case TL_VALUE_DATE:
      date = tl_date_format (value->date);
      tl_json_output_string (output, date);
      break;
    case TL_VALUE_CHOICE:
      if (spec->type == TL_FIELD_TYPE_FLAG)
        tl_json_output_boolean (output, value->choice == TL_TRI_YES);
      else
        tl_json_output_string (output, tl_field_get_choice_name (spec->field, value->choice));
      break;
    case TL_VALUE_WORDS:
      tl_json_output_strings (output, (const char *const *) value->words);
      break;
    case TL_VALUE_UNSET:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_extra_in (TlItem *item, const char *group)
{
  for (guint i = 0; i < tl_item_get_n_extras (item); i++)
    if (g_strcmp0 (tl_item_get_extra (item, i)->group, group) == 0)
      return TRUE;
  return FALSE;
}

/* Members of the open object that stood behind the anchors from @first to @last. */
static void
write_extras (ItemWriter *self, int first, int last)
{
  for (guint i = 0; i < tl_item_get_n_extras (self->item); i++)
    {
      const TlExtra *extra = tl_item_get_extra (self->item, i);

      if (extra->anchor < first || extra->anchor > last
          || g_strcmp0 (extra->group, self->group) != 0)
        continue;
      tl_json_output_name (self->output, extra->name);
      tl_json_output_json (self->output, extra->json);
    }
}

static void
close_group (ItemWriter *self, int last)
{
  if (self->group == NULL)
    return;
  tl_json_output_end_object (self->output);
  g_clear_pointer (&self->group, g_free);
  write_extras (self, last, last);
}

static void
open_group (ItemWriter *self, const char *group, int before)
{
  self->group = g_strdup (group);
  tl_json_output_name (self->output, group);
  tl_json_output_begin_object (self->output);
  write_extras (self, TL_FORMAT_ANCHOR_HEAD, before);
}

static gboolean
group_is (const ItemWriter *self, const char *name, const char *dot)
{
  gsize length = dot != NULL ? (gsize) (dot - name) : 0;

  return self->group != NULL && dot != NULL && strlen (self->group) == length
         && strncmp (self->group, name, length) == 0;
}

static void
write_field (ItemWriter *self, const TlFieldSpec *spec, int slot)
{
  const TlValue *value = tl_item_get_value (self->item, spec->field);
  const char *dot = strchr (spec->name, '.');

  if (!group_is (self, spec->name, dot))
    {
      g_autofree char *group
          = dot != NULL ? g_strndup (spec->name, (gsize) (dot - spec->name)) : NULL;

      close_group (self, slot - 1);
      if (group != NULL && (value->form != TL_VALUE_UNSET || has_extra_in (self->item, group)))
        open_group (self, group, slot - 1);
    }
  if (value->form != TL_VALUE_UNSET)
    {
      tl_json_output_name (self->output, dot != NULL ? dot + 1 : spec->name);
      write_value (self->output, spec, value);
    }
  write_extras (self, slot, slot);
}

static void
write_fields (TlJsonOutput *output, TlItem *item)
{
  ItemWriter self = { .output = output, .item = item };
  TlKind kind = tl_item_get_kind (item);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);
  int slot = TL_FORMAT_ANCHOR_HEAD;

  write_extras (&self, slot, slot);
  for (guint i = 0; i < n_fields; i++)
    {
      slot = (int) tl_kind_get_slot (kind, fields[i]);
      write_field (&self, tl_field_get_spec (fields[i]), slot);
    }
  close_group (&self, slot);
}

static void
write_item (TlJsonOutput *output, TlItem *item)
{
  tl_json_output_begin_object (output);
  if (!tl_kind_get_spec (tl_item_get_kind (item))->is_single)
    {
      tl_json_output_name (output, TL_FORMAT_MEMBER_ID);
      tl_json_output_string (output, tl_item_get_id (item));
    }
  write_fields (output, item);
  tl_json_output_end_object (output);
}

static void
write_array (TlJsonOutput *output, TlWorkspace *workspace, TlKind kind)
{
  guint n_items = tl_workspace_get_n_items (workspace, kind);

  if (n_items == 0)
    return;
  tl_json_output_name (output, tl_kind_get_spec (kind)->array);
  tl_json_output_begin_array (output);
  for (guint i = 0; i < n_items; i++)
    write_item (output, tl_workspace_get_item (workspace, kind, i));
  tl_json_output_end_array (output);
}

static gboolean
is_blank (TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (tl_item_is_set (item, fields[i]))
      return FALSE;
  return tl_item_get_n_extras (item) == 0;
}

static void
write_single (TlJsonOutput *output, TlWorkspace *workspace, TlKind kind)
{
  TlItem *item = tl_workspace_get_item (workspace, kind, 0);

  if (is_blank (item))
    return;
  tl_json_output_name (output, tl_kind_get_spec (kind)->array);
  write_item (output, item);
}

/**
 * tl_write_bytes:
 * @workspace: a workspace
 *
 * Writes the canonical text of a document, in which a change of one field is a change of one line.
 * The version is always this program's own, so a workspace from a newer file must not be written.
 *
 * Returns: (transfer full): the text
 */
GBytes *
tl_write_bytes (TlWorkspace *workspace)
{
  TlJsonOutput *output = tl_json_output_new ();
  TlItem *root = tl_workspace_get_root (workspace);
  ItemWriter writer = { .output = output, .item = root };

  tl_json_output_begin_object (output);
  tl_json_output_name (output, TL_FORMAT_MEMBER_FORMAT);
  tl_json_output_string (output, TL_FORMAT_NAME);
  tl_json_output_name (output, TL_FORMAT_MEMBER_VERSION);
  tl_json_output_number (output, TL_FORMAT_VERSION);
  write_fields (output, root);
  for (TlKind kind = TL_KIND_WORKSPACE + 1; kind < TL_N_KINDS; kind++)
    {
      if (tl_kind_get_spec (kind)->is_single)
        write_single (output, workspace, kind);
      else
        write_array (output, workspace, kind);
      write_extras (&writer, TL_FORMAT_ANCHOR_KIND (kind), TL_FORMAT_ANCHOR_KIND (kind));
    }
  tl_json_output_end_object (output);
  return tl_json_output_free_to_bytes (output);
}
