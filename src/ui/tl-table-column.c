/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-table-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-cell-text.h"
#include "tl-field-factory.h"
#include "tl-item-words.h"

/* Widths that a column starts with, in pixels. */
#define TITLE_WIDTH 280
#define TEXT_WIDTH 200
#define CHOICE_WIDTH 140
#define REF_WIDTH 180
#define NUMBER_WIDTH 100
#define DATE_WIDTH 120
#define STANDING_WIDTH 170
#define COMPUTED_WIDTH 160

/* What is worked out, and for which kind. */
static const struct
{
  TlKind kind;
  TlColumnSource source;
  const char *name;
} computed[] = {
  { TL_KIND_PROJECT, TL_COLUMN_STANDING, "=standing" },
  { TL_KIND_PROJECT, TL_COLUMN_SERVES, "=serves" },
  { TL_KIND_GOAL, TL_COLUMN_COVERAGE, "=coverage" },
  { TL_KIND_GOAL, TL_COLUMN_SHARE, "=share" },
  { TL_KIND_OBJECTIVE, TL_COLUMN_SUPPORT, "=support" },
  { TL_KIND_MEASURE, TL_COLUMN_GAUGE, "=attained" },
};

/* What is shown to begin with, in this order, where the basics would be too much or too little. */
static const struct
{
  TlKind kind;
  const char *names;
} first_shown[] = {
  { TL_KIND_GOAL, "title priority weight status owner =coverage =share measureName baseline target "
                  "byDate learningRole" },
  { TL_KIND_OBJECTIVE, "title goal status =support level need should is target byDate owner" },
  { TL_KIND_PROJECT, "title status =standing effortDays workCategory origin start end owner unit" },
  { TL_KIND_LINK, "project target strength mechanism status contributionPercent agreedBy "
                  "agreedOn" },
  { TL_KIND_PERSON, "title role unit part access credibility trust lastContact nextStep" },
  { TL_KIND_REQUEST, "title outcome requester unit receivedOn deadline problem askedFor" },
  { TL_KIND_MEASURE, "title of category plan toDate =attained forecast unitOfMeasure owner" },
  { TL_KIND_WAIVER, "title rule about reason by until" },
};

static GArray *columns[TL_N_KINDS]; /* of TlTableColumn */

static void
append (GArray *all, TlKind kind, TlColumnSource source, TlField field, const char *name)
{
  TlTableColumn column = { kind, source, field, name, FALSE };

  g_array_append_val (all, column);
}

/* Fields of the kind itself, then the shared ones; the title, which is one of them, first. */
static GArray *
list_columns (TlKind kind)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TlTableColumn));
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  if (tl_kind_has_field (kind, TL_ITEM_TITLE))
    append (all, kind, TL_COLUMN_FIELD, TL_ITEM_TITLE, tl_field_get_spec (TL_ITEM_TITLE)->name);
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (computed[i].kind == kind)
      append (all, kind, computed[i].source, TL_N_FIELDS, computed[i].name);
  for (int shared = 0; shared < 2; shared++)
    for (guint i = 0; i < n_fields; i++)
      if (fields[i] != TL_ITEM_TITLE && tl_field_has_editor (fields[i])
          && (fields[i] < TL_N_SHARED_FIELDS) == shared)
        append (all, kind, TL_COLUMN_FIELD, fields[i], tl_field_get_spec (fields[i])->name);
  return all;
}

static guint
find_name (GArray *all, const char *name)
{
  guint i = 0;

  while (i < all->len && strcmp (g_array_index (all, TlTableColumn, i).name, name) != 0)
    i++;
  return i;
}

static const char *
get_first_shown (TlKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_shown); i++)
    if (first_shown[i].kind == kind)
      return first_shown[i].names;
  return NULL;
}

static void
show_basics (GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      TlTableColumn *column = &g_array_index (all, TlTableColumn, i);
      TlGroup group = column->field != TL_N_FIELDS ? tl_field_get_spec (column->field)->group
                                                   : TL_GROUP_BASICS;

      column->is_shown = group == TL_GROUP_BASICS;
    }
}

/* Puts what is shown first to the front. */
static GArray *
arrange (GArray *all, const char *names)
{
  g_auto (GStrv) wanted = g_strsplit (names, " ", -1);
  GArray *arranged = g_array_new (FALSE, FALSE, sizeof (TlTableColumn));

  for (GStrv name = wanted; *name != NULL; name++)
    {
      guint at = find_name (all, *name);
      TlTableColumn column;

      g_assert (at < all->len);
      column = g_array_index (all, TlTableColumn, at);
      column.is_shown = TRUE;
      g_array_append_val (arranged, column);
      g_array_remove_index (all, at);
    }
  g_array_append_vals (arranged, all->data, all->len);
  return arranged;
}

static GArray *
get_columns (TlKind kind)
{
  const char *names = get_first_shown (kind);
  g_autoptr (GArray) all = NULL;

  if (columns[kind] != NULL)
    return columns[kind];
  all = list_columns (kind);
  if (names != NULL)
    {
      columns[kind] = arrange (all, names);
    }
  else
    {
      show_basics (all);
      columns[kind] = g_steal_pointer (&all);
    }
  return columns[kind];
}

/* What is worked out. */

static const char *
get_standing_words (TlStanding standing)
{
  switch (standing)
    {
    case TL_STANDING_ALIGNED:
      /* Translators: of a project, in a table. */
      return C_ ("standing", "✓ Aligned");
    case TL_STANDING_GOAL_ONLY:
      return C_ ("standing", "▲ Serves a goal only");
    case TL_STANDING_CLOSED:
      return C_ ("standing", "▲ Serves what is closed");
    case TL_STANDING_UNLINKED:
      return C_ ("standing", "▲ Serves nothing");
    case TL_STANDING_MANDATE:
      return C_ ("standing", "Mandated");
    case TL_STANDING_UNCOUNTED:
    default:
      return C_ ("standing", "Not counted");
    }
}

static char *
dup_serves (TlAlignment *alignment, TlItem *project)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_links (alignment, project, &n_links);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);
      g_autofree char *name = target != NULL ? tl_item_dup_name (target) : NULL;

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_covered (TlAlignment *alignment, TlItem *goal, guint *n_objectives)
{
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, n_objectives);
  guint n = 0;

  for (guint i = 0; i < *n_objectives; i++)
    n += tl_alignment_is_covered (alignment, objectives[i]);
  return n;
}

static double
get_coverage (TlAlignment *alignment, TlItem *goal)
{
  guint n_objectives;
  guint n = count_covered (alignment, goal, &n_objectives);

  return n_objectives > 0 ? (double) n / n_objectives : (double) NAN;
}

static double
get_attainment (TlItem *measure)
{
  double plan = tl_item_get_number (measure, TL_MEASURE_PLAN);
  double share = tl_item_get_number (measure, TL_MEASURE_TO_DATE) / plan * 100;

  return isfinite (share) ? share : (double) NAN;
}

static double
get_computed (const TlTableColumn *self, TlAlignment *alignment, TlItem *item)
{
  guint n_links;

  switch (self->source)
    {
    case TL_COLUMN_STANDING:
      return tl_alignment_get_standing (alignment, item);
    case TL_COLUMN_COVERAGE:
      return get_coverage (alignment, item);
    case TL_COLUMN_SHARE:
      return tl_alignment_get_goal_share (alignment, item) * 100;
    case TL_COLUMN_SUPPORT:
      tl_alignment_get_supporters (alignment, item, &n_links);
      return n_links;
    case TL_COLUMN_GAUGE:
      return get_attainment (item);
    case TL_COLUMN_FIELD:
    case TL_COLUMN_SERVES:
    default:
      return (double) NAN;
    }
}

static char *
dup_percent (double share)
{
  /* Translators: a share in percent. */
  return isnan (share) ? g_strdup ("") : g_strdup_printf (C_ ("share", "%.0f %%"), share);
}

static char *
dup_computed (const TlTableColumn *self, TlAlignment *alignment, TlItem *item)
{
  double number = get_computed (self, alignment, item);
  guint n_objectives;
  guint n;

  switch (self->source)
    {
    case TL_COLUMN_STANDING:
      return g_strdup (get_standing_words (tl_alignment_get_standing (alignment, item)));
    case TL_COLUMN_SERVES:
      return dup_serves (alignment, item);
    case TL_COLUMN_COVERAGE:
      n = count_covered (alignment, item, &n_objectives);
      /* Translators: so many of so many objectives of a goal are supported, in a table. */
      return n_objectives > 0 ? g_strdup_printf (C_ ("coverage", "%u of %u"), n, n_objectives)
                              : g_strdup ("");
    case TL_COLUMN_SUPPORT:
      return g_strdup_printf ("%.0f", number);
    case TL_COLUMN_SHARE:
    case TL_COLUMN_GAUGE:
    case TL_COLUMN_FIELD:
    default:
      return dup_percent (number);
    }
}

static const char *
get_computed_label (TlColumnSource source)
{
  switch (source)
    {
    case TL_COLUMN_STANDING:
      return C_ ("column", "Standing");
    case TL_COLUMN_SERVES:
      return C_ ("column", "Serves");
    case TL_COLUMN_COVERAGE:
      return C_ ("column", "Objectives Supported");
    case TL_COLUMN_SHARE:
      return C_ ("column", "Share of Days");
    case TL_COLUMN_SUPPORT:
      return C_ ("column", "Projects");
    case TL_COLUMN_GAUGE:
    case TL_COLUMN_FIELD:
    default:
      return C_ ("column", "Of Plan");
    }
}

/**
 * tl_table_columns_count:
 * @kind: a kind of which there can be many
 *
 * Returns: how many columns its register can have
 */
guint
tl_table_columns_count (TlKind kind)
{
  return get_columns (kind)->len;
}

/**
 * tl_table_columns_get:
 * @kind: a kind of which there can be many
 * @index: less than tl_table_columns_count()
 *
 * Returns: (transfer none): a column, in the order in which they are to begin with
 */
const TlTableColumn *
tl_table_columns_get (TlKind kind, guint index)
{
  g_return_val_if_fail (index < get_columns (kind)->len, NULL);

  return &g_array_index (get_columns (kind), TlTableColumn, index);
}

/**
 * tl_table_columns_find:
 * @kind: a kind of which there can be many
 * @name: a name out of the settings
 *
 * Returns: (transfer none) (nullable): the column of that name
 */
const TlTableColumn *
tl_table_columns_find (TlKind kind, const char *name)
{
  GArray *all = get_columns (kind);
  guint at = find_name (all, name);

  return at < all->len ? &g_array_index (all, TlTableColumn, at) : NULL;
}

/**
 * tl_table_columns_find_field:
 * @kind: a kind of which there can be many
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column in which the field is edited
 */
const TlTableColumn *
tl_table_columns_find_field (TlKind kind, TlField field)
{
  return tl_table_columns_find (kind, tl_field_get_spec (field)->name);
}

/**
 * tl_table_column_dup_label:
 * @self: a column
 *
 * Returns: (transfer full): what stands above it, translated; it says when the field is private
 */
char *
tl_table_column_dup_label (const TlTableColumn *self)
{
  if (self->field == TL_N_FIELDS)
    return g_strdup (get_computed_label (self->source));
  if (tl_field_get_spec (self->field)->is_private)
    /* Translators: the name of a field that is never exported or shown. */
    return g_strdup_printf (C_ ("column", "%s (Private)"), tl_field_get_label (self->field));
  return g_strdup (tl_field_get_label (self->field));
}

/**
 * tl_table_column_get_help:
 * @self: a column
 *
 * Returns: (nullable): what it is, in a sentence
 */
const char *
tl_table_column_get_help (const TlTableColumn *self)
{
  return self->field != TL_N_FIELDS ? tl_field_get_help (self->field) : NULL;
}

gboolean
tl_table_column_is_editable (const TlTableColumn *self)
{
  return self->source == TL_COLUMN_FIELD;
}

/**
 * tl_table_column_is_numeric:
 * @self: a column
 *
 * Returns: whether its cells are numbers, which stand at the end of their place
 */
gboolean
tl_table_column_is_numeric (const TlTableColumn *self)
{
  if (self->source == TL_COLUMN_FIELD)
    return tl_field_get_form (self->field) == TL_VALUE_NUMBER;
  return self->source != TL_COLUMN_STANDING && self->source != TL_COLUMN_SERVES;
}

/**
 * tl_table_column_get_width:
 * @self: a column
 *
 * Returns: the width in pixels that it starts with
 */
int
tl_table_column_get_width (const TlTableColumn *self)
{
  if (self->source != TL_COLUMN_FIELD)
    return tl_table_column_is_numeric (self) ? COMPUTED_WIDTH : STANDING_WIDTH;
  if (self->field == TL_ITEM_TITLE)
    return TITLE_WIDTH;
  switch (tl_field_get_spec (self->field)->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return NUMBER_WIDTH;
    case TL_FIELD_TYPE_DATE:
      return DATE_WIDTH;
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return CHOICE_WIDTH;
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_REFS:
      return REF_WIDTH;
    default:
      return TEXT_WIDTH;
    }
}

/**
 * tl_table_column_dup_text:
 * @self: a column
 * @session: a session
 * @item: an item of its kind
 *
 * Returns: (transfer full): what stands in the cell
 */
char *
tl_table_column_dup_text (const TlTableColumn *self, TlSession *session, TlItem *item)
{
  if (self->source == TL_COLUMN_FIELD)
    return tl_cell_dup_text (item, self->field);
  return dup_computed (self, tl_session_get_alignment (session), item);
}

/**
 * tl_table_column_get_number:
 * @self: a column of numbers
 * @session: a session
 * @item: an item of its kind
 *
 * Returns: the number in the cell, or NaN
 */
double
tl_table_column_get_number (const TlTableColumn *self, TlSession *session, TlItem *item)
{
  if (self->source == TL_COLUMN_FIELD)
    return tl_item_get_number (item, self->field);
  return get_computed (self, tl_session_get_alignment (session), item);
}

/* Sorting. */

static TlSortKey
make_text_key (const char *text)
{
  return (TlSortKey) { 0, *text != '\0' ? g_utf8_collate_key (text, -1) : NULL, *text != '\0' };
}

static TlSortKey
make_number_key (double number)
{
  return (TlSortKey) { number, NULL, !isnan (number) };
}

/**
 * tl_table_column_make_key:
 * @self: a column
 * @session: a session
 * @item: an item of its kind
 *
 * Numbers and days sort as such, choices in their order, everything else as people sort words.
 *
 * Returns: (transfer full): what @item sorts by
 */
TlSortKey
tl_table_column_make_key (const TlTableColumn *self, TlSession *session, TlItem *item)
{
  g_autofree char *text = NULL;
  int choice;

  if (tl_table_column_is_numeric (self) || self->source == TL_COLUMN_STANDING)
    return make_number_key (tl_table_column_get_number (self, session, item));
  if (self->source == TL_COLUMN_FIELD)
    switch (tl_field_get_form (self->field))
      {
      case TL_VALUE_CHOICE:
        choice = tl_item_get_choice (item, self->field);
        return (TlSortKey) { choice, NULL, choice != TL_CHOICE_NONE };
      case TL_VALUE_DATE:
        return (TlSortKey) { tl_item_get_date (item, self->field), NULL,
                             tl_item_is_set (item, self->field) };
      default:
        break;
      }
  text = tl_table_column_dup_text (self, session, item);
  return make_text_key (text);
}

/**
 * tl_table_column_depends_on_others:
 * @self: a column
 *
 * Returns: whether its cells can change when items of other rows do
 */
gboolean
tl_table_column_depends_on_others (const TlTableColumn *self)
{
  TlFieldType type;

  if (self->source != TL_COLUMN_FIELD)
    return self->source != TL_COLUMN_GAUGE;
  type = tl_field_get_spec (self->field)->type;
  return type == TL_FIELD_TYPE_REF || type == TL_FIELD_TYPE_REFS;
}

/**
 * tl_sort_key_compare:
 * @a: a key
 * @b: another one of the same column
 * @is_descending: whether the larger comes first
 *
 * What is not known comes last either way.
 *
 * Returns: as strcmp()
 */
int
tl_sort_key_compare (const TlSortKey *a, const TlSortKey *b, gboolean is_descending)
{
  int order;

  if (!a->is_known || !b->is_known)
    return (int) b->is_known - (int) a->is_known;
  if (a->text != NULL)
    order = strcmp (a->text, b->text);
  else
    order = a->number < b->number ? -1 : a->number > b->number;
  return is_descending ? -order : order;
}

gboolean
tl_sort_key_equal (const TlSortKey *a, const TlSortKey *b)
{
  return tl_sort_key_compare (a, b, FALSE) == 0;
}

void
tl_sort_key_clear (TlSortKey *self)
{
  g_clear_pointer (&self->text, g_free);
}
