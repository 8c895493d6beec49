/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-cell-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-field-text.h"
#include "tl-item-words.h"

struct _TlCellReader
{
  /* Owned. */
  TlWorkspace *workspace;
  GHashTable *titles[TL_N_KINDS]; /* folded name → TlItem, or AMBIGUOUS; NULL until needed */
};

/* What a name leads to that several items have. */
static char ambiguous;
#define AMBIGUOUS ((gpointer) &ambiguous)

/* Out of the cell. */

static char *
join_refs (TlItem *item, TlField field)
{
  g_autoptr (GPtrArray) targets = tl_item_dup_refs (item, field);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *name = tl_item_dup_name (targets->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_number (double number)
{
  return isnan (number) ? g_strdup ("") : g_strdup_printf ("%.15g", number);
}

/**
 * tl_cell_dup_text:
 * @item: an item
 * @field: a field of its kind
 *
 * Returns: (transfer full): what a table shows of the value, which tl_cell_reader_parse() reads
 *   back: the default where there is one, titles for references; empty when nothing is known
 */
char *
tl_cell_dup_text (TlItem *item, TlField field)
{
  TlItem *target;
  const char *label;

  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_REF:
      target = tl_item_get_ref (item, field);
      return target != NULL ? tl_item_dup_name (target) : g_strdup ("");
    case TL_FIELD_TYPE_REFS:
      return join_refs (item, field);
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      label = tl_field_get_choice_label (field, tl_item_get_choice (item, field));
      return g_strdup (label != NULL ? label : "");
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return format_number (tl_item_get_number (item, field));
    default:
      return tl_field_format (field, tl_item_get_value (item, field));
    }
}

/* Into the cell: choices. */

static gboolean
is_same (const char *text, const char *folded)
{
  g_autofree char *other = g_utf8_casefold (text, -1);

  return strcmp (other, folded) == 0;
}

/* What spreadsheets write for yes and no. */
static int
find_truth (const char *folded)
{
  static const char *const words[][2] = { { "false", "true" }, { "0", "1" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (int truth = 0; truth < 2; truth++)
      if (strcmp (folded, words[i][truth]) == 0)
        return truth == 0 ? TL_TRI_NO : TL_TRI_YES;
  return TL_CHOICE_NONE;
}

static int
find_choice (const TlFieldSpec *spec, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int i = 0; i < spec->n_choices; i++)
    if (is_same (tl_field_get_choice_label (spec->field, i), folded)
        || is_same (spec->choices[i].name, folded))
      return i;
  return spec->type != TL_FIELD_TYPE_CHOICE ? find_truth (folded) : TL_CHOICE_NONE;
}

/**
 * tl_cell_dup_choices:
 * @field: a choice, flag or tri field
 *
 * Returns: (transfer full): all that can be chosen, for a sentence: “Idea, Intake, Live”
 */
char *
tl_cell_dup_choices (TlField field)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < spec->n_choices; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", tl_field_get_choice_label (field, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
parse_choice (const TlFieldSpec *spec, const char *text, TlValue *value, GError **error)
{
  int choice = find_choice (spec, text);
  g_autofree char *choices = NULL;

  *value = tl_value_from_choice (choice);
  if (choice != TL_CHOICE_NONE)
    return TRUE;
  choices = tl_cell_dup_choices (spec->field);
  g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CHOICE,
               /* Translators: what was typed, and all that could have been: “Idea, Live, Done”. */
               _ ("“%s” is none of these: %s."), text, choices);
  return FALSE;
}

/* Into the cell: references. */

static GHashTable *
index_titles (TlWorkspace *workspace, TlKind kind)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);
      g_autofree char *name = tl_item_dup_name (item);
      char *folded = g_utf8_casefold (name, -1);

      g_hash_table_replace (titles, folded,
                            g_hash_table_contains (titles, folded) ? AMBIGUOUS : item);
    }
  return titles;
}

/* The one item of that name among the kinds that @spec refers to; AMBIGUOUS; or NULL. */
static gpointer
find_title (TlCellReader *self, const TlFieldSpec *spec, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gpointer found = NULL;

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      gpointer match;

      if ((spec->refers_to & (1u << kind)) == 0)
        continue;
      if (self->titles[kind] == NULL)
        self->titles[kind] = index_titles (self->workspace, kind);
      match = g_hash_table_lookup (self->titles[kind], folded);
      if (match != NULL)
        found = found == NULL ? match : AMBIGUOUS;
    }
  return found;
}

static gboolean
refers_to (const TlFieldSpec *spec, TlItem *item)
{
  return (spec->refers_to & (1u << tl_item_get_kind (item))) != 0;
}

static TlItem *
find_target (TlCellReader *self, const TlFieldSpec *spec, const char *text, GError **error)
{
  TlItem *by_id = tl_workspace_lookup (self->workspace, text);
  gpointer by_title;

  if (by_id != NULL && refers_to (spec, by_id))
    return by_id;
  by_title = find_title (self, spec, text);
  if (by_title == AMBIGUOUS)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DANGLING,
                 _ ("Several items are called “%s”. Write the id of the one that is meant."), text);
  else if (by_title == NULL)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DANGLING,
                 _ ("Nothing that fits here is called “%s”."), text);
  return by_title != AMBIGUOUS ? by_title : NULL;
}

static gboolean
parse_ref (TlCellReader *self,
           const TlFieldSpec *spec,
           const char *text,
           TlValue *value,
           GError **error)
{
  TlItem *target = find_target (self, spec, text, error);

  if (target != NULL)
    *value = tl_value_from_text (tl_item_get_id (target));
  return target != NULL;
}

/* A title may have the signs in it that stand between titles: what is one as a whole is one. */
static GStrv
split_refs (TlCellReader *self, const TlFieldSpec *spec, const char *text)
{
  const char *const whole[] = { text, NULL };

  if (find_title (self, spec, text) != NULL)
    return g_strdupv ((GStrv) whole);
  return g_strsplit_set (text, strchr (text, ';') != NULL ? ";" : ",", -1);
}

static gboolean
parse_refs (TlCellReader *self,
            const TlFieldSpec *spec,
            const char *text,
            TlValue *value,
            GError **error)
{
  g_auto (GStrv) parts = split_refs (self, spec, text);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (GStrv part = parts; *part != NULL; part++)
    {
      TlItem *target;

      if (*g_strstrip (*part) == '\0')
        continue;
      target = find_target (self, spec, *part, error);
      if (target == NULL)
        return FALSE;
      if (!g_ptr_array_find (ids, tl_item_get_id (target), NULL))
        g_ptr_array_add (ids, (gpointer) tl_item_get_id (target));
    }
  g_ptr_array_add (ids, NULL);
  *value = tl_value_from_words ((const char *const *) ids->pdata);
  return TRUE;
}

/* Into the cell: the rest. */

/* What is one line stays one line. */
static gboolean
parse_line (const char *text, TlValue *value)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f\v", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *line = NULL;

  for (GStrv word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (kept, *word);
  g_ptr_array_add (kept, NULL);
  line = g_strjoinv (" ", (GStrv) kept->pdata);
  *value = tl_value_from_text (line);
  return TRUE;
}

static void
drop_titles (TlCellReader *self)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    g_clear_pointer (&self->titles[kind], g_hash_table_unref);
}

/**
 * tl_cell_reader_new:
 * @workspace: where references lead
 *
 * Returns: (transfer full): a reader of what is put into cells
 */
TlCellReader *
tl_cell_reader_new (TlWorkspace *workspace)
{
  TlCellReader *self = g_new0 (TlCellReader, 1);

  self->workspace = g_object_ref (workspace);
  return self;
}

void
tl_cell_reader_free (TlCellReader *self)
{
  drop_titles (self);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * tl_cell_reader_parse:
 * @self: a reader
 * @field: a field that people edit
 * @text: what was typed or pasted
 * @value: (out): what it says; unset when nothing is in it or it is refused
 * @error: return location for a #TlWorkspaceError with a sentence that tells what is wrong
 *
 * Choices are taken by their label or by their name in the file, references by the id or by a
 * title that only one item has, whatever the case of the letters. Everything else is read as
 * tl_field_parse() does.
 *
 * Returns: whether @text can be read; tl_workspace_check() says whether the value fits
 */
gboolean
tl_cell_reader_parse (TlCellReader *self,
                      TlField field,
                      const char *text,
                      TlValue *value,
                      GError **error)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = TL_VALUE_INIT;
  if (*stripped == '\0')
    return TRUE;
  switch (spec->type)
    {
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return parse_choice (spec, stripped, value, error);
    case TL_FIELD_TYPE_REF:
      return parse_ref (self, spec, stripped, value, error);
    case TL_FIELD_TYPE_REFS:
      return parse_refs (self, spec, stripped, value, error);
    case TL_FIELD_TYPE_TEXT:
      return parse_line (stripped, value);
    default:
      return tl_field_parse (field, stripped, value, error);
    }
}
