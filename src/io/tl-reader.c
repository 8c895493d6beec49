/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-format.h"
#include "tl-json-output.h"
#include "tl-json-scanner.h"
#include "tl-json-value.h"

#define NAME_BYTES 64 /* more than any name that is known, with its end */

/* A reference, which waits until all items are there. */
typedef struct
{
  TlItem *item; /* borrowed */
  TlField field;
  TlValue value; /* owned */
  TlJsonSpan span;
} Pending;

typedef struct
{
  /* Owned. */
  TlWorkspace *workspace;
  GPtrArray *repairs;
  GArray *pending; /* of Pending */

  /* Borrowed. */
  const char *text;
  GError **error;

  TlJsonSpan root;
  TlJsonPlace place; /* the last counted: those to come are mostly behind it */
  gboolean is_newer;
} Reader;

G_DEFINE_QUARK (tl_reader_error, tl_reader_error)

static void
pending_clear (gpointer data)
{
  Pending *pending = data;

  tl_value_clear (&pending->value);
}

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Faults. */

static gboolean
refuse (Reader *self, gsize offset, TlReaderError code, const char *sentence)
{
  TlJsonPlace place = tl_json_place_at (self->text, offset);

  /* Translators: where in a file a fault is, and then a sentence that says what is wrong. */
  g_set_error (self->error, TL_READER_ERROR, code, _ ("line %u, column %u: %s"), place.line,
               place.column, sentence);
  return FALSE;
}

/* The reason is a sentence of its own, so that each can be translated. */
static void
repair (Reader *self, TlItem *item, const TlFieldSpec *spec, gsize offset, const char *reason)
{
  const char *id = tl_item_get_id (item);
  g_autofree char *sentence = NULL;

  if (*id != '\0')
    /* Translators: the name of a field, the id of an item, and a sentence that says why. */
    sentence = g_strdup_printf (_ ("“%s” of “%s” was left out. %s"),
                                tl_field_get_label (spec->field), id, reason);
  else
    /* Translators: the name of a field, and a sentence that says why. */
    sentence
        = g_strdup_printf (_ ("“%s” was left out. %s"), tl_field_get_label (spec->field), reason);
  self->place = tl_json_place_from (self->text, self->place, offset);
  g_ptr_array_add (self->repairs, tl_repair_new (self->place, id, spec->field, sentence));
}

static const char *
get_expectation (TlFieldType type)
{
  switch (type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return _ ("A number is expected here.");
    case TL_FIELD_TYPE_FLAG:
      return _ ("true or false is expected here.");
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_REFS:
      return _ ("A list of texts is expected here.");
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_DATE:
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_TRI:
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_DATA:
    default:
      return _ ("A text is expected here.");
    }
}

/* What a later version has made of a field is no fault of the file; it can be read, without that
 * field, since it cannot be overwritten. */
static gboolean
refuse_unless_newer (Reader *self,
                     TlItem *item,
                     const TlFieldSpec *spec,
                     gsize offset,
                     TlReaderError code,
                     const char *sentence)
{
  if (!self->is_newer)
    return refuse (self, offset, code, sentence);
  repair (self, item, spec, offset, sentence);
  return TRUE;
}

/* Values. */

static gboolean
is_reference (const TlFieldSpec *spec)
{
  return spec->type == TL_FIELD_TYPE_REF || spec->type == TL_FIELD_TYPE_REFS;
}

static void
set_value (Reader *self,
           TlItem *item,
           const TlFieldSpec *spec,
           TlJsonSpan span,
           const TlValue *value)
{
  g_autoptr (GError) error = NULL;

  if (!tl_workspace_set (self->workspace, item, spec->field, value, &error))
    repair (self, item, spec, span.value, error->message);
}

static gboolean
refuse_choice (Reader *self, TlItem *item, const TlFieldSpec *spec, TlJsonSpan span)
{
  g_autofree char *name = tl_json_dup_string (self->text, span);
  g_autofree char *sentence
      = g_strdup_printf (_ ("“%s” is not one of the choices for “%s”."), name, spec->name);

  return refuse_unless_newer (self, item, spec, span.value, TL_READER_ERROR_CHOICE, sentence);
}

static void
repair_date (Reader *self, TlItem *item, const TlFieldSpec *spec, TlJsonSpan span)
{
  g_autofree char *date = tl_json_dup_string (self->text, span);
  g_autofree char *reason = g_strdup_printf (_ ("“%s” is no date."), date);

  repair (self, item, spec, span.value, reason);
}

static gboolean
read_value (Reader *self, TlItem *item, const TlFieldSpec *spec, TlJsonSpan span)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  gsize misfit;

  switch (tl_json_to_value (self->text, span, spec, &value, &misfit))
    {
    case TL_JSON_IS_WRONG_TYPE:
      return refuse_unless_newer (self, item, spec, misfit, TL_READER_ERROR_TYPE,
                                  get_expectation (spec->type));
    case TL_JSON_IS_NO_CHOICE:
      return refuse_choice (self, item, spec, span);
    case TL_JSON_IS_NO_DATE:
      repair_date (self, item, spec, span);
      return TRUE;
    case TL_JSON_FITS:
    default:
      break;
    }
  if (is_reference (spec))
    {
      Pending pending = { item, spec->field, tl_value_copy (&value), span };
      g_array_append_val (self->pending, pending);
    }
  else
    {
      set_value (self, item, spec, span, &value);
    }
  return TRUE;
}

/* References, when all items are there. */

static TlValue
drop_bad_references (Reader *self, const Pending *pending, const TlFieldSpec *spec)
{
  g_autoptr (GPtrArray) good = g_ptr_array_new (); /* borrows from the value */
  TlJsonSpan element;
  gboolean more = tl_json_span_first (self->text, pending->span, &element);

  for (GStrv id = pending->value.words; more; id++, more = tl_json_span_next (self->text, &element))
    {
      const char *const one[] = { *id, NULL };
      g_auto (TlValue) value = tl_value_from_words (one);
      g_autoptr (GError) error = NULL;

      if (tl_workspace_check (self->workspace, pending->item, spec->field, &value, &error))
        g_ptr_array_add (good, *id);
      else
        repair (self, pending->item, spec, element.value, error->message);
    }
  g_ptr_array_add (good, NULL);
  return tl_value_from_words ((const char *const *) good->pdata);
}

static void
resolve (Reader *self, const Pending *pending)
{
  const TlFieldSpec *spec = tl_field_get_spec (pending->field);

  if (pending->value.form == TL_VALUE_WORDS
      && !tl_workspace_check (self->workspace, pending->item, spec->field, &pending->value, NULL))
    {
      g_auto (TlValue) good = drop_bad_references (self, pending, spec);
      set_value (self, pending->item, spec, pending->span, &good);
    }
  else
    {
      set_value (self, pending->item, spec, pending->span, &pending->value);
    }
}

/* Names. */

/* A name too long to be known counts as empty, which is not known either. */
static void
copy_name (const Reader *self, TlJsonSpan span, char name[NAME_BYTES])
{
  const char *raw = self->text + span.name;
  g_autofree char *decoded = NULL;
  gsize length = span.name_length;

  if (memchr (raw, '\\', length) != NULL)
    {
      raw = decoded = tl_json_span_dup_name (self->text, span);
      length = strlen (decoded);
    }
  if (length >= NAME_BYTES)
    length = 0;
  memcpy (name, raw, length);
  name[length] = '\0';
}

static gboolean
is_in_group (const TlFieldSpec *spec, const char *group)
{
  gsize length = strlen (group);

  return strncmp (spec->name, group, length) == 0 && spec->name[length] == '.';
}

/* Returns the last slot of the group, behind which all stands that follows its object. */
static gboolean
find_group (TlKind kind, const char *name, int *last)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);
  gboolean found = FALSE;

  for (guint i = 0; i < n_fields; i++)
    if (is_in_group (tl_field_get_spec (fields[i]), name))
      {
        *last = (int) tl_kind_get_slot (kind, fields[i]);
        found = TRUE;
      }
  return found;
}

/* Members mostly come in the order of the table, so the field after the last is tried first. A dot
 * is ours, for the table; in a file it is a part of some unknown name. */
static const TlFieldSpec *
find_field (TlKind kind, const char *name, guint *next)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      guint at = (*next + i) % n_fields;
      const TlFieldSpec *spec = tl_field_get_spec (fields[at]);

      if (strcmp (spec->name, name) == 0)
        {
          *next = at + 1;
          return strchr (name, '.') == NULL ? spec : NULL;
        }
    }
  return NULL;
}

static const TlFieldSpec *
find_grouped_field (TlKind kind, const char *group, const char *name)
{
  g_autofree char *path = g_strconcat (group, ".", name, NULL);

  return strchr (name, '.') == NULL ? tl_kind_find_field (kind, path) : NULL;
}

/* Members. */

static void
keep_extra (Reader *self, TlItem *item, int anchor, const char *group, TlJsonSpan span)
{
  g_autofree char *name = tl_json_span_dup_name (self->text, span);
  g_autofree char *json = tl_json_compact (self->text + span.value, span.end - span.value);

  tl_item_add_extra (item, anchor, group, name, json);
}

static gboolean
read_group (Reader *self, TlItem *item, const char *group, TlJsonSpan object)
{
  TlKind kind = tl_item_get_kind (item);
  int anchor = TL_FORMAT_ANCHOR_HEAD;
  TlJsonSpan span;

  if (self->text[object.value] != '{')
    return refuse (self, object.value, TL_READER_ERROR_TYPE, _ ("An object is expected here."));
  for (gboolean more = tl_json_span_first (self->text, object, &span); more;
       more = tl_json_span_next (self->text, &span))
    {
      const TlFieldSpec *spec;
      char name[NAME_BYTES];

      copy_name (self, span, name);
      spec = find_grouped_field (kind, group, name);
      if (spec == NULL)
        keep_extra (self, item, anchor, group, span);
      else if (read_value (self, item, spec, span))
        anchor = (int) tl_kind_get_slot (kind, spec->field);
      else
        return FALSE;
    }
  return TRUE;
}

static gboolean read_kind (Reader *self, TlKind kind, TlJsonSpan span);

/* Members that are known without being fields: the arrays and the marker in the document, the id in
 * an item, which was read before. */
static gboolean
read_structure (Reader *self,
                TlKind kind,
                const char *name,
                TlJsonSpan span,
                int *anchor,
                gboolean *known)
{
  TlKind array;

  *known = TRUE;
  if (kind != TL_KIND_WORKSPACE)
    {
      *known = !tl_kind_get_spec (kind)->is_single && g_str_equal (name, TL_FORMAT_MEMBER_ID);
      return TRUE;
    }
  array = tl_kind_from_array (name);
  if (array != TL_N_KINDS)
    {
      *anchor = TL_FORMAT_ANCHOR_KIND (array);
      return read_kind (self, array, span);
    }
  *known
      = g_str_equal (name, TL_FORMAT_MEMBER_FORMAT) || g_str_equal (name, TL_FORMAT_MEMBER_VERSION);
  return TRUE;
}

static gboolean
read_member (Reader *self, TlItem *item, TlJsonSpan span, int *anchor, guint *next)
{
  TlKind kind = tl_item_get_kind (item);
  const TlFieldSpec *spec;
  char name[NAME_BYTES];
  gboolean known;

  copy_name (self, span, name);
  spec = find_field (kind, name, next);
  if (spec != NULL)
    {
      *anchor = (int) tl_kind_get_slot (kind, spec->field);
      return read_value (self, item, spec, span);
    }
  if (find_group (kind, name, anchor))
    return read_group (self, item, name, span);
  if (!read_structure (self, kind, name, span, anchor, &known))
    return FALSE;
  if (!known)
    keep_extra (self, item, *anchor, NULL, span);
  return TRUE;
}

static gboolean
read_members (Reader *self, TlItem *item, TlJsonSpan object)
{
  int anchor = TL_FORMAT_ANCHOR_HEAD;
  guint next = 0;
  TlJsonSpan span;

  for (gboolean more = tl_json_span_first (self->text, object, &span); more;
       more = tl_json_span_next (self->text, &span))
    if (!read_member (self, item, span, &anchor, &next))
      return FALSE;
  return TRUE;
}

/* Items. */

static TlItem *
add_item (Reader *self, TlKind kind, TlJsonSpan object)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  TlJsonSpan span;
  TlItem *item;

  if (!tl_json_span_member (self->text, object, TL_FORMAT_MEMBER_ID, &span))
    {
      refuse (self, object.value, TL_READER_ERROR_ID, _ ("The item has no id."));
      return NULL;
    }
  if (!tl_json_is_string (self->text, span))
    {
      refuse (self, span.value, TL_READER_ERROR_TYPE, get_expectation (TL_FIELD_TYPE_TEXT));
      return NULL;
    }
  id = tl_json_dup_string (self->text, span);
  item = tl_workspace_add (self->workspace, kind, id, TL_POSITION_END, &error);
  if (item == NULL)
    refuse (self, span.value, TL_READER_ERROR_ID, error->message);
  return item;
}

static gboolean
read_item (Reader *self, TlKind kind, TlJsonSpan object)
{
  TlItem *item;

  if (self->text[object.value] != '{')
    return refuse (self, object.value, TL_READER_ERROR_TYPE, _ ("An object is expected here."));
  if (tl_kind_get_spec (kind)->is_single)
    item = tl_workspace_get_item (self->workspace, kind, 0);
  else
    item = add_item (self, kind, object);
  return item != NULL && read_members (self, item, object);
}

static gboolean
read_kind (Reader *self, TlKind kind, TlJsonSpan array)
{
  TlJsonSpan span;

  if (tl_kind_get_spec (kind)->is_single)
    return read_item (self, kind, array);
  if (self->text[array.value] != '[')
    return refuse (self, array.value, TL_READER_ERROR_TYPE,
                   _ ("A list of items is expected here."));
  for (gboolean more = tl_json_span_first (self->text, array, &span); more;
       more = tl_json_span_next (self->text, &span))
    if (!read_item (self, kind, span))
      return FALSE;
  return TRUE;
}

/* The document. */

static gboolean
is_marked (const Reader *self)
{
  g_autofree char *format = NULL;
  TlJsonSpan span;

  if (self->text[self->root.value] != '{'
      || !tl_json_span_member (self->text, self->root, TL_FORMAT_MEMBER_FORMAT, &span)
      || !tl_json_is_string (self->text, span))
    return FALSE;
  format = tl_json_dup_string (self->text, span);
  return g_str_equal (format, TL_FORMAT_NAME);
}

static gboolean
read_version (Reader *self)
{
  TlJsonSpan span;
  double version;

  if (!tl_json_span_member (self->text, self->root, TL_FORMAT_MEMBER_VERSION, &span))
    return refuse (self, self->root.value, TL_READER_ERROR_FORMAT,
                   _ ("The document does not say its version."));
  version = g_ascii_isdigit (self->text[span.value])
                ? g_ascii_strtod (self->text + span.value, NULL)
                : 0;
  if (version < 1 || version != floor (version))
    return refuse (self, span.value, TL_READER_ERROR_FORMAT,
                   _ ("The version must be a whole number from 1."));
  self->is_newer = version > TL_FORMAT_VERSION;
  return TRUE;
}

static gboolean
read_document (Reader *self)
{
  if (!is_marked (self))
    return refuse (self, self->root.value, TL_READER_ERROR_FORMAT,
                   _ ("This is not a Throughline document."));
  if (!read_version (self)
      || !read_members (self, tl_workspace_get_root (self->workspace), self->root))
    return FALSE;
  for (guint i = 0; i < self->pending->len; i++)
    resolve (self, &g_array_index (self->pending, Pending, i));
  return TRUE;
}

static TlReadResult *
read_text (const char *text, gsize length, GError **error)
{
  TlReadResult *result;
  g_auto (Reader) reader = {
    .workspace = tl_workspace_new (),
    .repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_repair_free),
    .pending = g_array_new (FALSE, FALSE, sizeof (Pending)),
    .text = text,
    .error = error,
    .root = tl_json_span_root (text, length),
    .place = TL_JSON_PLACE_START,
  };

  g_array_set_clear_func (reader.pending, pending_clear);
  tl_workspace_begin_bulk (reader.workspace);
  if (!read_document (&reader))
    return NULL;
  tl_workspace_end_bulk (reader.workspace);
  tl_workspace_set_read_only (reader.workspace, reader.is_newer);

  result = g_new0 (TlReadResult, 1);
  result->workspace = g_steal_pointer (&reader.workspace);
  result->repairs = g_steal_pointer (&reader.repairs);
  result->is_newer = reader.is_newer;
  return result;
}

/**
 * tl_read_result_free:
 * @self: (transfer full): a result; take a reference to what is to be kept
 */
void
tl_read_result_free (TlReadResult *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  g_free (self);
}

/**
 * tl_read_bytes:
 * @bytes: a document
 * @error: (nullable): a return location for a #TlJsonError or #TlReaderError
 *
 * Reads a document as the format's description says: what cannot be understood is refused, what
 * cannot be is left out and reported, and what is not known is kept. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): a workspace and what had to be repaired
 */
TlReadResult *
tl_read_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (!tl_json_scan (text, length, TL_JSON_SCAN_DOCUMENT, NULL, error))
    return NULL;
  return read_text (text, length, error);
}

/**
 * tl_read_file:
 * @file: a document
 * @identity: (out) (optional): what the file was when it was read
 * @cancellable: (nullable): to give up
 * @error: (nullable): a return location for a #GIOErrorEnum, #TlJsonError or #TlReaderError, whose
 *   message starts with the name of the file
 *
 * Reads a file as tl_read_bytes() does. Blocks; may be called in any thread.
 *
 * Returns: (transfer full) (nullable): a workspace and what had to be repaired
 */
TlReadResult *
tl_read_file (GFile *file, TlFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = tl_file_read (file, identity, cancellable, error);
  TlReadResult *result;

  if (bytes == NULL)
    return NULL;
  result = tl_read_bytes (bytes, error);
  if (result == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_prefix_error (error, "%s: ", name);
    }
  return result;
}
