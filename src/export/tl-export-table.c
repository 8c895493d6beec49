/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-export-private.h"
#include "tl-json-output.h"

/* A register as CSV, RFC 4180: a line for each item, a column for each field by the name that the
 * file has for it, ids for references. */

#define LINE_END "\r\n"
#define BETWEEN_WORDS "|"

/* The register that is meant when none is named. */
#define USUAL_KIND TL_KIND_PROJECT

/* A spreadsheet would take such a text for a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_quoted (GString *csv, const char *text)
{
  gboolean is_plain = strpbrk (text, ",\"\r\n") == NULL && !g_ascii_isspace (*text);
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (is_plain)
    {
      g_string_append (csv, text);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (csv, "\"%s\"", doubled);
}

static void
append_text (GString *csv, const char *text)
{
  g_autofree char *guarded = looks_like_formula (text) ? g_strconcat (" ", text, NULL) : NULL;

  append_quoted (csv, guarded != NULL ? guarded : text);
}

static void
append_value (GString *csv, TlItem *item, TlField field)
{
  g_autofree char *text = NULL;

  switch (tl_field_get_form (field))
    {
    case TL_VALUE_NUMBER:
      if (!isnan (tl_item_get_number (item, field)))
        tl_json_append_number (csv, tl_item_get_number (item, field));
      return;
    case TL_VALUE_DATE:
      text = tl_date_format (tl_item_get_date (item, field));
      break;
    case TL_VALUE_CHOICE:
      if (tl_item_get_choice (item, field) != TL_CHOICE_NONE)
        text = g_strdup (tl_field_get_choice_name (field, tl_item_get_choice (item, field)));
      break;
    case TL_VALUE_WORDS:
      text = g_strjoinv (BETWEEN_WORDS, (char **) tl_item_get_words (item, field));
      break;
    case TL_VALUE_TEXT:
    case TL_VALUE_UNSET:
    default:
      text = g_strdup (tl_item_get_text (item, field));
    }
  if (text != NULL)
    append_text (csv, text);
}

/* The goals that a project serves, which stand in no field of it. */
static char *
dup_goals (TlAlignment *alignment, TlItem *project)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  for (guint i = 0; i < n; i++)
    {
      TlItem *goal = tl_alignment_get_goal (alignment, tl_item_get_ref (links[i], TL_LINK_TARGET));

      if (goal != NULL
          && !g_ptr_array_find_with_equal_func (ids, tl_item_get_id (goal), g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) tl_item_get_id (goal));
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (BETWEEN_WORDS, (char **) ids->pdata);
}

static gboolean
is_told (TlField field, TlExportFlags flags)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  return spec->type != TL_FIELD_TYPE_DATA
         && (!spec->is_private || (flags & TL_EXPORT_WITH_PRIVATE) != 0);
}

static void
append_head (GString *csv, TlKind kind, TlExportFlags flags)
{
  guint n;
  const TlField *fields = tl_kind_get_fields (kind, &n);

  g_string_append (csv, "id,kind");
  for (guint i = 0; i < n; i++)
    if (is_told (fields[i], flags))
      g_string_append_printf (csv, ",%s", tl_field_get_spec (fields[i])->name);
  g_string_append (csv, kind == TL_KIND_PROJECT ? ",goals" LINE_END : LINE_END);
}

static void
append_item (GString *csv, TlAlignment *alignment, TlItem *item, TlExportFlags flags)
{
  TlKind kind = tl_item_get_kind (item);
  guint n;
  const TlField *fields = tl_kind_get_fields (kind, &n);

  append_text (csv, tl_item_get_id (item));
  g_string_append_printf (csv, ",%s", tl_kind_get_spec (kind)->array);
  for (guint i = 0; i < n; i++)
    if (is_told (fields[i], flags))
      {
        g_string_append_c (csv, ',');
        append_value (csv, item, fields[i]);
      }
  if (kind == TL_KIND_PROJECT)
    {
      g_autofree char *goals = dup_goals (alignment, item);

      g_string_append_c (csv, ',');
      append_text (csv, goals);
    }
  g_string_append (csv, LINE_END);
}

/* A snapshot holds a whole document, and what comes after it is no register. */
static gboolean
is_register (TlKind kind)
{
  return kind >= TL_KIND_UNIT && kind < TL_KIND_SNAPSHOT;
}

static TlKind
find_kind (const char *name, GError **error)
{
  TlKind kind = name != NULL ? tl_kind_from_array (name) : USUAL_KIND;
  g_autoptr (GString) list = g_string_new (NULL);

  if (kind != TL_N_KINDS && is_register (kind))
    return kind;
  for (TlKind known = 0; known < TL_N_KINDS; known++)
    if (is_register (known))
      g_string_append_printf (list, list->len > 0 ? ", %s" : "%s", tl_kind_get_spec (known)->array);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
               _ ("There is no register “%s”; there is: %s"), name, list->str);
  return TL_N_KINDS;
}

/**
 * tl_export_table:
 * @analysis: whose register to export
 * @options: which register, by the name of its array in a document; the type of file is "csv"
 * @error: %TL_EXPORT_ERROR_FORMAT when there is no such register
 *
 * Writes all items of a kind in the order of the document. A text that a spreadsheet would take for
 * a formula gets a blank before it. Of fields that are declared private nothing is written unless
 * it was asked for.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_table (TlAnalysis *analysis, const TlExportOptions *options, GError **error)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  TlKind kind = find_kind (options->part, error);
  GString *csv;

  if (kind == TL_N_KINDS)
    return NULL;
  csv = g_string_new (NULL);
  append_head (csv, kind, options->flags);
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    append_item (csv, tl_analysis_get_alignment (analysis),
                 tl_workspace_get_item (workspace, kind, i), options->flags);
  return g_string_free_to_bytes (csv);
}
