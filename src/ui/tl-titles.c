/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-titles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-item-words.h"

#define MAX_DIGITS 2 /* of a number in a list */

/* clang-format off */
G_DEFINE_QUARK (tl-titles-error-quark, tl_titles_error)
/* clang-format on */

/* Out. */

typedef struct
{
  GPtrArray *items;  /* borrowed */
  GHashTable *under; /* TlItem to a GPtrArray of what stands under it */
  GHashTable *held;  /* what stands under something */
  GString *text;
} Writer;

/* The first of the items that @item hangs on: a goal, or what a project serves. */
static TlItem *
find_parent (GHashTable *all, TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    {
      TlItem *goal = tl_item_get_ref (item, TL_OBJECTIVE_GOAL);

      return g_hash_table_contains (all, goal) ? goal : NULL;
    }
  for (guint i = 0;
       tl_item_get_kind (item) == TL_KIND_PROJECT && i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);
      TlItem *target = field == TL_LINK_PROJECT ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;

      if (target != NULL && g_hash_table_contains (all, target))
        return target;
    }
  return NULL;
}

static void
sort_in (Writer *self)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_add (all, self->items->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    {
      TlItem *parent = find_parent (all, self->items->pdata[i]);
      GPtrArray *children = parent != NULL ? g_hash_table_lookup (self->under, parent) : NULL;

      if (parent == NULL)
        continue;
      if (children == NULL)
        {
          children = g_ptr_array_new ();
          g_hash_table_insert (self->under, parent, children);
        }
      g_ptr_array_add (children, self->items->pdata[i]);
      g_hash_table_add (self->held, self->items->pdata[i]);
    }
}

static void
write_item (Writer *self, TlItem *item, guint depth)
{
  GPtrArray *children = g_hash_table_lookup (self->under, item);
  g_autofree char *name = tl_item_dup_name (item);

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (self->text, '\t');
  g_string_append (self->text, name);
  for (guint i = 0; children != NULL && i < children->len; i++)
    write_item (self, children->pdata[i], depth + 1);
}

/**
 * tl_titles_from_items:
 * @items: (element-type TlItem): items of one workspace, each once
 *
 * Writes a title a line, objectives with a tab under their goal and projects under the first thing
 * that they serve, where that is among the items.
 *
 * Returns: (transfer full): the text, without a line break at its end
 */
char *
tl_titles_from_items (GPtrArray *items)
{
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) under
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Writer writer = { items, under, held, g_string_new (NULL) };

  sort_in (&writer);
  for (guint i = 0; i < items->len; i++)
    if (!g_hash_table_contains (held, items->pdata[i]))
      write_item (&writer, items->pdata[i], 0);
  return g_string_free (writer.text, FALSE);
}

/* In. */

/* Behind what a list has before its lines: a sign or a number, and a blank. */
static const char *
skip_bullet (const char *line)
{
  static const char *const signs[] = { "-", "*", "+", "•", "◦", "▪", "–", "—" };
  gsize n_digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i]);

      if (g_str_has_prefix (line, signs[i]) && g_ascii_isspace (line[length]))
        return line + length;
    }
  if (n_digits > 0 && n_digits <= MAX_DIGITS && (line[n_digits] == '.' || line[n_digits] == ')')
      && g_ascii_isspace (line[n_digits + 1]))
    return line + n_digits + 1;
  return line;
}

static char *
dup_title (const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));

  return g_strstrip (g_strdup (skip_bullet (stripped)));
}

/**
 * tl_titles_parse:
 * @text: what somebody has typed or pasted
 * @error: return location for a #TlTitlesError, with a sentence that says what is wrong
 *
 * Finds the titles in a text, one a line. Empty lines count for nothing, and the signs and numbers
 * of lists are left out.
 *
 * Returns: (transfer full) (nullable): the titles, at least one
 */
GStrv
tl_titles_parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *title = dup_title (lines[i]);

      if (*title == '\0')
        continue;
      if (g_utf8_strlen (title, -1) > TL_TITLES_MAX_LENGTH)
        {
          g_set_error_literal (error, TL_TITLES_ERROR, TL_TITLES_ERROR_LONG,
                               _ ("There is a line that is too long for a title."));
          return NULL;
        }
      g_strv_builder_add (titles, title);
      n++;
    }
  if (n > 0 && n <= TL_TITLES_MAX)
    return g_strv_builder_end (titles);
  if (n == 0)
    g_set_error_literal (error, TL_TITLES_ERROR, TL_TITLES_ERROR_EMPTY, _ ("There is no text."));
  else
    g_set_error (error, TL_TITLES_ERROR, TL_TITLES_ERROR_MANY,
                 _ ("There are %u lines, and no more than %u can become cards at a time."), n,
                 TL_TITLES_MAX);
  return NULL;
}
