/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter-names.h"

#include <glib/gi18n-lib.h>

#include "tl-filter.h"
#include "tl-fold.h"

typedef struct
{
  const char *name;
  TlFilterSpecial special;
} SpecialRow;

typedef struct
{
  const char *name;
  TlField field;
} AliasRow;

typedef struct
{
  GPtrArray *all;     /* of TlFilterName: those that are offered, in that order */
  GHashTable *by_key; /* key → TlFilterName */
} Names;

static const SpecialRow specials[] = {
  { "kind", TL_SPECIAL_KIND }, { "serves", TL_SPECIAL_SERVES },
  { "goal", TL_SPECIAL_GOAL }, { "objective", TL_SPECIAL_OBJECTIVE },
  { "rule", TL_SPECIAL_RULE }, { "severity", TL_SPECIAL_SEVERITY },
  { "has", TL_SPECIAL_HAS },   { "no", TL_SPECIAL_NO },
  { "id", TL_SPECIAL_ID },
};

/* Shorter than what stands in the file, and what people say. */
static const AliasRow aliases[] = {
  { "name", TL_ITEM_TITLE },
  { "tag", TL_ITEM_TAGS },
  { "days", TL_PROJECT_EFFORT },
  { "people", TL_PROJECT_PARTICIPANTS },
  { "people", TL_UNIT_SIZE },
  { "category", TL_PROJECT_WORK_CATEGORY },
  { "type", TL_PROJECT_SOLUTION_TYPE },
  { "topic", TL_PROJECT_TOPICS },
  { "topic", TL_REQUEST_TOPICS },
  { "topic", TL_SOLUTION_TOPICS },
  { "skill", TL_PROJECT_SKILLS },
  { "skill", TL_SOLUTION_SKILLS },
  { "by", TL_GOAL_BY_DATE },
  { "by", TL_OBJECTIVE_BY_DATE },
  { "use", TL_PROJECT_USE_SHARE },
};

/**
 * tl_filter_make_key:
 * @text: a name as it was typed
 *
 * Returns: (transfer full): what all ways to write it have in common: letters and digits alone,
 *   folded
 */
char *
tl_filter_make_key (const char *text)
{
  g_autofree char *folded = tl_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, FALSE);
}

static TlFilterName *
ensure (Names *names, const char *shown, gboolean is_offered)
{
  g_autofree char *key = tl_filter_make_key (shown);
  TlFilterName *name = g_hash_table_lookup (names->by_key, key);

  if (name != NULL)
    return name;
  name = g_new0 (TlFilterName, 1);
  name->shown = g_strdup (shown);
  name->fields = g_array_new (FALSE, FALSE, sizeof (TlField));
  g_hash_table_insert (names->by_key, g_steal_pointer (&key), name);
  if (is_offered)
    g_ptr_array_add (names->all, name);
  return name;
}

static void
add_field (Names *names, const char *shown, TlField field, gboolean is_offered)
{
  TlFilterName *name = ensure (names, shown, is_offered);

  for (guint i = 0; i < name->fields->len; i++)
    if (g_array_index (name->fields, TlField, i) == field)
      return;
  g_array_append_val (name->fields, field);
}

static void
add_fields_of_kind (Names *names, TlKind kind, gboolean by_label)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (by_label)
        add_field (names, tl_field_get_label (fields[i]), fields[i], FALSE);
      else
        add_field (names, tl_field_get_spec (fields[i])->name, fields[i], TRUE);
    }
}

static Names *
names_new (void)
{
  static const TlKind first[] = { TL_KIND_PROJECT, TL_KIND_OBJECTIVE, TL_KIND_GOAL };
  Names *names = g_new0 (Names, 1);

  names->all = g_ptr_array_new ();
  names->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    ensure (names, specials[i].name, TRUE)->special = specials[i].special;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    add_field (names, aliases[i].name, aliases[i].field, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    add_fields_of_kind (names, first[i], FALSE);

  /* Labels come last, so that what they call is never what a name means. */
  for (guint by_label = 0; by_label < 2; by_label++)
    for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
      if (tl_filter_is_searched (kind))
        add_fields_of_kind (names, kind, by_label == 1);
  return names;
}

/* Made once, and kept as long as the tables that it is made from. */
static const Names *
get_names (void)
{
  static Names *names;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, names_new ());
  return names;
}

/**
 * tl_filter_name_find:
 * @text: the name of a field, a short one of those, or a label
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
const TlFilterName *
tl_filter_name_find (const char *text)
{
  g_autofree char *key = tl_filter_make_key (text);

  return g_hash_table_lookup (get_names ()->by_key, key);
}

/**
 * tl_filter_name_get_all:
 *
 * Returns: (transfer none) (element-type TlFilterName): the names to offer, the best known first
 */
GPtrArray *
tl_filter_name_get_all (void)
{
  return get_names ()->all;
}

static const char *
describe_special (TlFilterSpecial special)
{
  switch (special)
    {
    case TL_SPECIAL_KIND:
      return C_ ("filter", "Goals, objectives, projects and the other kinds");
    case TL_SPECIAL_SERVES:
      return C_ ("filter", "What leads to an objective or a goal");
    case TL_SPECIAL_GOAL:
      return C_ ("filter", "A goal and all that leads to it");
    case TL_SPECIAL_OBJECTIVE:
      return C_ ("filter", "An objective and all that leads to it");
    case TL_SPECIAL_RULE:
      return C_ ("filter", "What a check has found something about");
    case TL_SPECIAL_SEVERITY:
      return C_ ("filter", "How bad the findings are");
    case TL_SPECIAL_HAS:
      return C_ ("filter", "Where something is recorded");
    case TL_SPECIAL_NO:
      return C_ ("filter", "Where something is missing");
    case TL_SPECIAL_ID:
      return C_ ("filter", "The name by which the file knows it");
    case TL_SPECIAL_NONE:
    default:
      return NULL;
    }
}

/**
 * tl_filter_name_describe:
 * @self: a name
 *
 * Returns: (transfer full): what it asks for, in a few words
 */
char *
tl_filter_name_describe (const TlFilterName *self)
{
  const char *special = describe_special (self->special);
  g_autoptr (GString) kinds = g_string_new (NULL);
  TlField first;

  if (special != NULL || self->fields->len == 0)
    return g_strdup (special);
  first = g_array_index (self->fields, TlField, 0);
  for (guint i = 0; i < self->fields->len; i++)
    {
      TlKind kind = tl_field_get_spec (g_array_index (self->fields, TlField, i))->kind;

      if (kind == TL_KIND_ITEM)
        continue;
      if (kinds->len > 0)
        g_string_append (kinds, C_ ("between two of a list", ", "));
      g_string_append (kinds, tl_kind_get_plural (kind));
    }
  if (kinds->len == 0)
    return g_strdup (tl_field_get_label (first));
  return g_strdup_printf (C_ ("filter", "%s (%s)"), tl_field_get_label (first), kinds->str);
}

/**
 * tl_filter_name_is_one:
 * @self: a name
 * @type: a type of field
 *
 * Returns: whether any of its fields is of @type
 */
gboolean
tl_filter_name_is_one (const TlFilterName *self, TlFieldType type)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (tl_field_get_spec (g_array_index (self->fields, TlField, i))->type == type)
      return TRUE;
  return FALSE;
}

/* How many letters are to be put in, left out, changed, or swapped with their neighbour to make one
 * text of the other: the optimal string alignment distance. */
static guint
get_distance (const char *a, const char *b)
{
  gsize width = strlen (b) + 1;
  g_autofree guint *rows = g_new0 (guint, 3 * width);
  guint *above2 = rows;
  guint *above = rows + width;
  guint *row = rows + 2 * width;

  for (gsize j = 0; j < width; j++)
    row[j] = (guint) j;
  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint *next = above2;

      above2 = above;
      above = row;
      row = next;
      row[0] = (guint) i;
      for (gsize j = 1; j < width; j++)
        {
          guint best = above[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0);

          best = MIN (best, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, above2[j - 2] + 1);
          row[j] = best;
        }
    }
  return row[width - 1];
}

/**
 * tl_filter_find_nearest:
 * @text: what was typed
 * @names: (element-type utf8): what could have been meant
 *
 * Returns: (transfer none) (nullable): the name that differs least from @text, if it does so little
 *   that it may be a slip of the fingers
 */
const char *
tl_filter_find_nearest (const char *text, GPtrArray *names)
{
  g_autofree char *key = tl_filter_make_key (text);
  gsize length = strlen (key);
  const char *nearest = NULL;
  guint least = length < 4 ? 2 : length < 8 ? 3 : 4; /* one less than is allowed */

  if (length > 64)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = tl_filter_make_key (names->pdata[i]);
      guint distance = strlen (other) > 64 ? G_MAXUINT : get_distance (key, other);

      if (distance < least)
        {
          least = distance;
          nearest = names->pdata[i];
        }
    }
  return nearest;
}
