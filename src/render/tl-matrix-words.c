/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-map.h"
#include "tl-matrix-private.h"

static const char *
get_strength_word (int strength)
{
  if (strength == TL_CHOICE_NONE)
    return C_ ("strength", "strength not recorded");
  return tl_field_get_choice_label (TL_LINK_STRENGTH, strength);
}

static char *
dup_strength (int strength)
{
  return g_utf8_strdown (get_strength_word (strength), -1);
}

static char *
name_folded (const TlMatrixRow *row, const TlMatrixColumn *column, const TlMatrixCell *cell)
{
  g_autofree char *strength = dup_strength (cell->strength);
  guint n = cell->n_links - cell->n_straight;

  if (n == 0)
    /* Translators: a project, a goal, a strength in lower case. */
    return g_strdup_printf (C_ ("spoken", "%s serves the goal %s straight, as a stop-gap: %s"),
                            row->title, column->title, strength);
  /* Translators: a project, a goal, a number of objectives, a strength in lower case. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s serves %s through %u objective, at most: %s",
                                       "%s serves %s through %u objectives, at most: %s", n),
                          row->title, column->title, n, strength);
}

static char *
name_filled (const TlMatrix *self,
             const TlMatrixRow *row,
             const TlMatrixColumn *column,
             const TlMatrixCell *cell)
{
  g_autofree char *strength = dup_strength (cell->strength);

  if (column->is_goal)
    return name_folded (row, column, cell);
  if (cell->is_closed)
    /* Translators: a project, an objective that is closed or whose goal is, a strength. */
    return g_strdup_printf (C_ ("spoken", "%s serves %s, which is not active: %s"), row->title,
                            column->title, strength);
  /* Translators: a project, an objective, a strength in lower case. */
  return g_strdup_printf (C_ ("spoken", "%s serves %s: %s"), row->title, column->title, strength);
}

/**
 * tl_matrix_name_cell:
 * @self: a matrix
 * @row: of the place
 * @column: of the place
 *
 * Returns: (transfer full): a sentence on whether the project serves the objective, and how
 * strongly
 */
char *
tl_matrix_name_cell (const TlMatrix *self, int row, int column)
{
  const TlMatrixRow *line = tl_matrix_get_row (self, row);
  const TlMatrixColumn *head = tl_matrix_get_column (self, column);
  const TlMatrixCell *cell = tl_matrix_get_cell (self, row, column);
  g_autofree char *name = NULL;

  if (cell == NULL)
    /* Translators: a project, and an objective or goal. */
    return g_strdup_printf (C_ ("spoken", "%s does not serve %s"), line->title, head->title);
  name = name_filled (self, line, head, cell);
  if (!cell->is_disputed)
    return g_steal_pointer (&name);
  /* Translators: a sentence on a link that somebody disputes. */
  return g_strdup_printf (C_ ("spoken", "%s, disputed"), name);
}

/**
 * tl_matrix_name_row:
 * @self: a matrix
 * @row: a row
 *
 * Returns: (transfer full): the project with its totals and what is wrong with it
 */
char *
tl_matrix_name_row (const TlMatrix *self, int row)
{
  const TlMatrixRow *line = tl_matrix_get_row (self, row);
  g_autofree char *days = isnan (line->days) ? g_strdup (C_ ("effort", "days not recorded"))
                                             : tl_map_format_days (line->days);
  /* Translators: a project, how many links it has, and its effort. */
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u link, %s",
                                                        "%s: %u links, %s", line->n_links),
                                           line->title, line->n_links, days);

  if (line->sign != NULL)
    /* Translators: a project with its totals, and what is wrong with it. */
    return g_strdup_printf (C_ ("spoken", "%s. %s"), name, line->sign);
  if (line->standing == TL_STANDING_MANDATE)
    return g_strdup_printf (C_ ("spoken", "%s. %s"), name, C_ ("matrix", "Mandated"));
  return g_steal_pointer (&name);
}

/**
 * tl_matrix_name_column:
 * @self: a matrix
 * @column: a column
 *
 * Returns: (transfer full): the objective with its totals and what is wrong with it
 */
char *
tl_matrix_name_column (const TlMatrix *self, int column)
{
  const TlMatrixColumn *head = tl_matrix_get_column (self, column);
  g_autofree char *days = tl_map_format_days (head->days);
  /* Translators: an objective or goal, how many projects serve it, and their effort for it. */
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u project, %s",
                                                        "%s: %u projects, %s", head->n_projects),
                                           head->title, head->n_projects, days);

  if (head->sign != NULL)
    return g_strdup_printf (C_ ("spoken", "%s. %s"), name, head->sign);
  return g_steal_pointer (&name);
}

static char *
dup_percent (double number)
{
  g_autofree char *digits = isnan (number) ? g_strdup ("–") : tl_map_format_number (round (number));

  return g_strdup_printf (C_ ("share", "%s %%"), digits);
}

/**
 * tl_matrix_name_group:
 * @self: a matrix
 * @group: a group
 *
 * Returns: (transfer full): the goal with its rank, its effort against its weight, and what is
 * wrong with it
 */
char *
tl_matrix_name_group (const TlMatrix *self, int group)
{
  const TlMatrixGroup *head = tl_matrix_get_group (self, group);
  g_autofree char *days = tl_map_format_days (head->days);
  g_autofree char *share = dup_percent (head->share * 100);
  g_autofree char *weight = dup_percent (head->weight);
  g_autofree char *name = NULL;

  if (head->goal == NULL)
    return g_strdup (head->title);
  /* Translators: the rank of a goal, its title, its effort in days, that in percent of all, and the
   * goal's weight in percent. */
  name = g_strdup_printf (C_ ("spoken", "Goal %u, %s: %s, %s of effort for %s of weight"),
                          head->rank, head->title, days, share, weight);
  if (head->sign != NULL)
    return g_strdup_printf (C_ ("spoken", "%s. %s"), name, head->sign);
  return g_steal_pointer (&name);
}

/**
 * tl_matrix_describe:
 * @self: a matrix
 *
 * Returns: (transfer full): a sentence on how much is in it
 */
char *
tl_matrix_describe (const TlMatrix *self)
{
  /* Translators: for screen readers, what is in the matrix. */
  return g_strdup_printf (C_ ("spoken", "%u projects, %u objectives and goals, %u links. "
                                        "%u projects and %u columns need a decision"),
                          self->rows->len, self->columns->len, self->n_links, self->n_alarms,
                          self->n_unserved);
}
