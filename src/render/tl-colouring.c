/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-colouring.h"

#include <glib/gi18n.h>

#include "tl-map.h"

#define MAX_UNITS 9 /* with a colour of their own; the others share the tenth */
#define OTHER_UNITS_HUE 7

struct _TlColouring
{
  GArray *categories;          /* owned, of TlCategory */
  GHashTable *category_of_ref; /* owned: goal or unit → category + 1 */
  GHashTable *names;           /* owned: unit that shares a category → its title */
  TlField field;               /* of a project, where its choice is the category */
  int by;
};

/* Where the hues are in the palette. */
enum
{
  BLUE,
  TEAL,
  GREEN,
  MUSTARD,
  ORANGE,
  PINK,
  PURPLE,
  SLATE,
  BROWN,
  INDIGO,
};

/* What is alike has colours that are alike; what is at rest has quiet ones. */
static const int status_hues[] = {
  [TL_STATUS_IDEA] = PURPLE,   [TL_STATUS_INTAKE] = INDIGO,  [TL_STATUS_ANALYSIS] = BLUE,
  [TL_STATUS_APPROVED] = TEAL, [TL_STATUS_DESIGN] = MUSTARD, [TL_STATUS_LIVE] = GREEN,
  [TL_STATUS_PAUSED] = ORANGE, [TL_STATUS_DONE] = SLATE,     [TL_STATUS_STOPPED] = BROWN,
  [TL_STATUS_DECLINED] = PINK,
};
static const int work_hues[] = {
  [TL_WORK_STRATEGIC] = INDIGO,
  [TL_WORK_TACTICAL] = TEAL,
  [TL_WORK_TRANSACTIONAL] = BROWN,
};
static const int origin_hues[] = {
  [TL_ORIGIN_PROACTIVE] = GREEN,
  [TL_ORIGIN_REQUEST] = BLUE,
  [TL_ORIGIN_MANDATE] = SLATE,
};

/* The categories of the alignment, in the order of the legend. */
enum
{
  ALIGNED,
  GOAL_ONLY,
  UNALIGNED,
  MANDATED,
  UNCOUNTED,
};

static void
clear_category (gpointer data)
{
  TlCategory *category = data;

  g_free (category->label);
}

static void
add (TlColouring *self, const char *label, int hue, TlLook look)
{
  TlCategory category = { .label = g_strdup (label), .hue = hue, .look = look };

  g_array_append_val (self->categories, category);
}

/* The last category: what nobody has recorded. */
static void
add_unknown (TlColouring *self, const char *label)
{
  add (self, label, TL_COLOURING_NEUTRAL, TL_LOOK_DOTTED);
}

static void
add_choices (TlColouring *self, TlField field, const int *hues, int n_choices)
{
  self->field = field;
  for (int i = 0; i < n_choices; i++)
    add (self, tl_field_get_choice_label (field, i), hues[i], TL_LOOK_SOLID);
}

static void
add_goals (TlColouring *self, TlAnalysis *analysis)
{
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  for (guint i = 0; i < n; i++)
    {
      guint rank = tl_alignment_get_rank (alignment, goals[i]);
      g_autofree char *title = tl_map_dup_title (goals[i]);
      /* Translators: in the legend, a goal with its rank. */
      g_autofree char *label = rank > 0 ? g_strdup_printf (C_ ("legend", "%u · %s"), rank, title)
                                        : g_steal_pointer (&title);

      add (self, label, (int) i, TL_LOOK_PLAIN);
      g_hash_table_insert (self->category_of_ref, goals[i], GUINT_TO_POINTER (i + 1));
    }
}

typedef struct
{
  TlItem *unit;
  guint n_projects;
  guint place; /* in the document */
} UnitUse;

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const UnitUse *ua = a;
  const UnitUse *ub = b;

  if (ua->n_projects != ub->n_projects)
    return ua->n_projects > ub->n_projects ? -1 : 1;
  return ua->place < ub->place ? -1 : 1;
}

/* Units that are used, the most used first. */
static GArray *
list_units (TlWorkspace *workspace)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (UnitUse));
  guint n_units = tl_workspace_get_n_items (workspace, TL_KIND_UNIT);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);
      TlItem *unit = tl_item_get_ref (project, TL_PROJECT_UNIT);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, unit));

      if (unit != NULL)
        g_hash_table_insert (counts, unit, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < n_units; i++)
    {
      TlItem *unit = tl_workspace_get_item (workspace, TL_KIND_UNIT, i);
      UnitUse use = { unit, GPOINTER_TO_UINT (g_hash_table_lookup (counts, unit)), i };

      if (use.n_projects > 0)
        g_array_append_val (uses, use);
    }
  g_array_sort (uses, compare_uses);
  return uses;
}

static void
add_units (TlColouring *self, TlWorkspace *workspace)
{
  g_autoptr (GArray) uses = list_units (workspace);
  gboolean has_others = uses->len > MAX_UNITS + 1;
  guint n_own = has_others ? MAX_UNITS : uses->len;

  for (guint i = 0; i < uses->len; i++)
    {
      TlItem *unit = g_array_index (uses, UnitUse, i).unit;
      g_autofree char *title = tl_map_dup_title (unit);
      guint hue = i < OTHER_UNITS_HUE ? i : i + 1;

      if (i < n_own)
        add (self, title, i == MAX_UNITS ? OTHER_UNITS_HUE : (int) hue, TL_LOOK_SOLID);
      else if (i == n_own)
        add (self, C_ ("legend", "Other units"), OTHER_UNITS_HUE, TL_LOOK_SOLID);
      if (i >= n_own)
        g_hash_table_insert (self->names, unit, g_steal_pointer (&title));
      g_hash_table_insert (self->category_of_ref, unit, GUINT_TO_POINTER (MIN (i, n_own) + 1));
    }
}

static void
add_alignment (TlColouring *self)
{
  add (self, C_ ("legend", "Aligned"), BLUE, TL_LOOK_SOLID);
  add (self, C_ ("legend", "Linked to a goal only"), PURPLE, TL_LOOK_SOLID);
  add (self, C_ ("legend", "Not aligned"), TL_COLOURING_NEUTRAL, TL_LOOK_HATCHED);
  add (self, C_ ("legend", "Mandated"), SLATE, TL_LOOK_SOLID);
  add (self, C_ ("legend", "Not counted"), TL_COLOURING_NEUTRAL, TL_LOOK_SOLID);
}

static int
classify_standing (TlStanding standing)
{
  static const int categories[] = {
    [TL_STANDING_UNCOUNTED] = UNCOUNTED, [TL_STANDING_ALIGNED] = ALIGNED,
    [TL_STANDING_GOAL_ONLY] = GOAL_ONLY, [TL_STANDING_CLOSED] = UNALIGNED,
    [TL_STANDING_UNLINKED] = UNALIGNED,  [TL_STANDING_MANDATE] = MANDATED,
  };

  return categories[standing];
}

/* A goal or an objective is aligned when something serves it. */
static int
classify_alignment (TlAlignment *alignment, TlItem *item)
{
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      return classify_standing (tl_alignment_get_standing (alignment, item));
    case TL_KIND_OBJECTIVE:
      if (!tl_alignment_is_active_objective (alignment, item))
        return UNCOUNTED;
      return tl_alignment_is_covered (alignment, item) ? ALIGNED : UNALIGNED;
    default:
      if (!tl_alignment_is_active_goal (alignment, item))
        return UNCOUNTED;
      return tl_alignment_is_goal_covered (alignment, item) ? ALIGNED : UNALIGNED;
    }
}

static int
find_ref (const TlColouring *self, TlItem *ref)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->category_of_ref, ref)) - 1;
}

static int
classify_by_goal (const TlColouring *self, TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    return find_ref (self, item);
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return find_ref (self, tl_item_get_ref (item, TL_OBJECTIVE_GOAL));
  return TL_COLOURING_NONE;
}

/**
 * tl_colouring_new:
 * @analysis: of the plan
 * @by: a choice of the field %TL_VIEW_COLOUR_BY
 *
 * Returns: (transfer full): the categories, nothing counted yet
 */
TlColouring *
tl_colouring_new (TlAnalysis *analysis, int by)
{
  TlColouring *self = g_new0 (TlColouring, 1);

  self->by = by;
  self->categories = g_array_new (FALSE, FALSE, sizeof (TlCategory));
  g_array_set_clear_func (self->categories, clear_category);
  self->category_of_ref = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  switch (by)
    {
    case TL_COLOUR_BY_STATUS:
      add_choices (self, TL_PROJECT_STATUS, status_hues, G_N_ELEMENTS (status_hues));
      add_unknown (self, C_ ("legend", "No status"));
      break;
    case TL_COLOUR_BY_CATEGORY:
      add_choices (self, TL_PROJECT_WORK_CATEGORY, work_hues, G_N_ELEMENTS (work_hues));
      add_unknown (self, C_ ("legend", "No work category"));
      break;
    case TL_COLOUR_BY_ORIGIN:
      add_choices (self, TL_PROJECT_ORIGIN, origin_hues, G_N_ELEMENTS (origin_hues));
      add_unknown (self, C_ ("legend", "No origin"));
      break;
    case TL_COLOUR_BY_UNIT:
      add_units (self, tl_analysis_get_workspace (analysis));
      add_unknown (self, C_ ("legend", "No unit"));
      break;
    case TL_COLOUR_BY_ALIGNMENT:
      add_alignment (self);
      break;
    default:
      add_goals (self, analysis);
      break;
    }
  return self;
}

/**
 * tl_colouring_free:
 * @self: (transfer full): a colouring
 */
void
tl_colouring_free (TlColouring *self)
{
  g_array_unref (self->categories);
  g_hash_table_unref (self->category_of_ref);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * tl_colouring_get_by:
 * @self: a colouring
 *
 * Returns: the choice of the field %TL_VIEW_COLOUR_BY
 */
int
tl_colouring_get_by (const TlColouring *self)
{
  return self->by;
}

/**
 * tl_colouring_get_n_categories:
 * @self: a colouring
 *
 * Returns: how many there are, in use or not
 */
guint
tl_colouring_get_n_categories (const TlColouring *self)
{
  return self->categories->len;
}

/**
 * tl_colouring_get_category:
 * @self: a colouring
 * @category: below tl_colouring_get_n_categories()
 *
 * Returns: (transfer none): the category
 */
const TlCategory *
tl_colouring_get_category (const TlColouring *self, int category)
{
  g_return_val_if_fail (category >= 0 && (guint) category < self->categories->len, NULL);

  return &g_array_index (self->categories, TlCategory, category);
}

/**
 * tl_colouring_classify:
 * @self: a colouring
 * @analysis: the one that it was made with
 * @item: a goal, an objective or a project
 *
 * Returns: its category, or %TL_COLOURING_NONE
 */
int
tl_colouring_classify (const TlColouring *self, TlAnalysis *analysis, TlItem *item)
{
  int unknown = (int) self->categories->len - 1;
  int category;

  if (self->by == TL_COLOUR_BY_GOAL)
    return classify_by_goal (self, item);
  if (self->by == TL_COLOUR_BY_ALIGNMENT)
    return classify_alignment (tl_analysis_get_alignment (analysis), item);
  if (tl_item_get_kind (item) != TL_KIND_PROJECT)
    return TL_COLOURING_NONE;
  category = self->by == TL_COLOUR_BY_UNIT
                 ? find_ref (self, tl_item_get_ref (item, TL_PROJECT_UNIT))
                 : tl_item_get_choice (item, self->field);
  return category >= 0 && category < unknown ? category : unknown;
}

/**
 * tl_colouring_get_note:
 * @self: a colouring
 * @category: of @item, as tl_colouring_classify() says
 * @item: a goal, an objective or a project
 *
 * Returns: (transfer none) (nullable): in words what the colour of its card says; %NULL where the
 *   card says so anyway
 */
const char *
tl_colouring_get_note (const TlColouring *self, int category, TlItem *item)
{
  const TlCategory *found;
  const char *name = NULL;

  if (category == TL_COLOURING_NONE || tl_item_get_kind (item) != TL_KIND_PROJECT)
    return NULL;
  found = tl_colouring_get_category (self, category);
  /* The signs of what is not aligned say so themselves. */
  if (found->look == TL_LOOK_HATCHED)
    return NULL;
  if (self->by == TL_COLOUR_BY_UNIT)
    name = g_hash_table_lookup (self->names, tl_item_get_ref (item, TL_PROJECT_UNIT));
  return name != NULL ? name : found->label;
}

/**
 * tl_colouring_count:
 * @self: a colouring
 * @category: of something that is in the picture; %TL_COLOURING_NONE is not counted
 * @kind: what it is
 * @n_projects: how many projects it stands for; a goal does so only where goals are the categories
 */
void
tl_colouring_count (TlColouring *self, int category, TlKind kind, guint n_projects)
{
  if (category == TL_COLOURING_NONE)
    return;
  g_array_index (self->categories, TlCategory, category).n_projects
      += kind == TL_KIND_GOAL && self->by != TL_COLOUR_BY_GOAL ? 0 : n_projects;
  g_array_index (self->categories, TlCategory, category).n_items++;
}

/**
 * tl_colouring_get_color:
 * @self: a colouring
 * @category: one of its categories, or %TL_COLOURING_NONE
 * @theme: the colours
 *
 * Returns: its colour; amber for what is not aligned, a quiet one for what has no hue
 */
TlColor
tl_colouring_get_color (const TlColouring *self, int category, const TlTheme *theme)
{
  const TlCategory *found
      = category != TL_COLOURING_NONE ? tl_colouring_get_category (self, category) : NULL;

  if (found != NULL && found->look == TL_LOOK_HATCHED)
    return theme->amber_line;
  if (found == NULL || found->hue == TL_COLOURING_NEUTRAL)
    return theme->quiet;
  return tl_theme_get_hue (theme, (guint) found->hue);
}
