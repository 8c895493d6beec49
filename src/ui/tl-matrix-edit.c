/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands-link.h"
#include "tl-commands.h"
#include "tl-matrix-grid-private.h"
#include "tl-picker.h"

/* What waits for an answer while the picker is open. */
typedef struct
{
  TlMatrixGrid *grid;
  TlSession *session;
  TlItem *project;
  int edit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->grid);
  g_object_unref (question->session);
  g_object_unref (question->project);
  g_free (question);
}

/* From medium to strong to weak; and then to none, if nothing but the strength would be lost. */
static int
get_next (GPtrArray *links)
{
  int strength = tl_item_get_choice (links->pdata[0], TL_LINK_STRENGTH);

  if (strength == TL_STRENGTH_MEDIUM)
    return TL_STRENGTH_STRONG;
  if (strength == TL_STRENGTH_STRONG)
    return TL_STRENGTH_WEAK;
  for (guint i = 0; i < links->len; i++)
    if (!tl_link_is_bare (links->pdata[i]))
      return TL_STRENGTH_MEDIUM;
  return strength == TL_CHOICE_NONE ? TL_STRENGTH_MEDIUM : TL_MATRIX_EDIT_UNLINK;
}

static void
make_link (TlMatrixGrid *self, TlSession *session, TlItem *project, TlItem *target, int edit)
{
  int strength = edit >= 0 ? edit : TL_STRENGTH_MEDIUM;
  g_autoptr (GError) error = NULL;
  TlItem *link;

  if (edit == TL_MATRIX_EDIT_UNLINK)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  link = tl_command_link_as (session, project, target, strength, &error);
  if (link == NULL)
    tl_session_say (session, error->message, FALSE);
  else
    tl_selection_select (tl_session_get_selection (session), link);
}

static void
run (TlMatrixGrid *self, TlSession *session, TlItem *project, TlItem *target, int edit)
{
  g_autoptr (GPtrArray) links = tl_link_list_between (project, target);
  g_autoptr (GError) error = NULL;

  if (links->len == 0)
    {
      make_link (self, session, project, target, edit);
      return;
    }
  if (edit == TL_MATRIX_EDIT_CYCLE)
    edit = get_next (links);
  if (edit == TL_MATRIX_EDIT_UNLINK)
    {
      tl_command_delete (session, links);
      return;
    }
  if (tl_command_set_strengths (session, links, edit, &error))
    tl_selection_select (tl_session_get_selection (session), links->pdata[0]);
  else
    tl_session_say (session, error->message, FALSE);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Question *question = user_data;

  /* The document may have changed below the picker. */
  if (tl_item_get_workspace (picked) == NULL || tl_item_get_workspace (question->project) == NULL)
    return;
  run (question->grid, question->session, question->project, picked, question->edit);
}

static void
ask (TlMatrixGrid *self, TlItem *project, GPtrArray *targets, int edit)
{
  Question *question = g_new (Question, 1);

  question->grid = g_object_ref (self);
  question->session = g_object_ref (self->session);
  question->project = g_object_ref (project);
  question->edit = edit;
  tl_picker_choose (GTK_WIDGET (self), self->session, C_ ("picker", "Which Objective?"), targets,
                    picked_cb, question, question_free);
}

static gboolean
is_served (TlMatrixGrid *self, TlItem *project, TlItem *target)
{
  g_autoptr (GPtrArray) links = tl_link_list_between (project, target);

  return links->len > 0;
}

/* What the links of a folded place lead to, or could lead to. */
static GPtrArray *
list_targets (TlMatrixGrid *self, const TlMatrixSpot *spot, int edit)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  TlItem *project = tl_matrix_get_row (self->matrix, spot->row)->item;
  TlItem *goal = tl_matrix_get_column (self->matrix, spot->column)->item;
  GPtrArray *targets = g_ptr_array_new ();
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE);

  for (guint i = 0; i < n; i++)
    {
      TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);
      gboolean is_open = tl_alignment_is_active_objective (alignment, objective);

      if (tl_matrix_find_column (self->matrix, objective) != spot->column)
        continue;
      if (is_served (self, project, objective) || (is_open && edit != TL_MATRIX_EDIT_UNLINK))
        g_ptr_array_add (targets, objective);
    }
  if (goal != NULL && is_served (self, project, goal))
    g_ptr_array_add (targets, goal);
  return targets;
}

static void
edit_folded (TlMatrixGrid *self, const TlMatrixSpot *spot, int edit)
{
  TlItem *project = tl_matrix_get_row (self->matrix, spot->row)->item;
  g_autoptr (GPtrArray) targets = list_targets (self, spot, edit);

  if (targets->len > 1)
    ask (self, project, targets, edit);
  else if (targets->len == 1)
    run (self, self->session, project, targets->pdata[0], edit);
  else if (edit == TL_MATRIX_EDIT_UNLINK)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    tl_session_say (self->session, _ ("This goal has no objective yet. Add one first."), FALSE);
}

/**
 * tl_matrix_grid_get_item:
 * @self: a grid with a matrix
 * @spot: a place in it
 *
 * Returns: (transfer none) (nullable): what is there: a link, the first of several; a project, an
 *   objective, a goal
 */
TlItem *
tl_matrix_grid_get_item (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  const TlMatrixCell *cell;

  switch (spot->part)
    {
    case TL_MATRIX_CELL:
      cell = tl_matrix_get_cell (self->matrix, spot->row, spot->column);
      return cell != NULL ? tl_matrix_get_links (self->matrix, cell)[0] : NULL;
    case TL_MATRIX_ROW:
      return tl_matrix_get_row (self->matrix, spot->row)->item;
    case TL_MATRIX_COLUMN:
      return tl_matrix_get_column (self->matrix, spot->column)->item;
    case TL_MATRIX_GROUP:
    case TL_MATRIX_FOLD:
      return tl_matrix_get_group (self->matrix,
                                  tl_matrix_get_column (self->matrix, spot->column)->group)
          ->goal;
    case TL_MATRIX_NOWHERE:
    default:
      return NULL;
    }
}

/**
 * tl_matrix_grid_select:
 * @self: a grid with a matrix
 * @spot: a place in it
 * @toggles: whether to add to the selection what is there, or take it out
 *
 * Selects what is there in all views: the links of a place, or its project where there is none.
 */
void
tl_matrix_grid_select (TlMatrixGrid *self, const TlMatrixSpot *spot, gboolean toggles)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *item = tl_matrix_grid_get_item (self, spot);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (item == NULL && spot->part == TL_MATRIX_CELL)
    item = tl_matrix_get_row (self->matrix, spot->row)->item;
  else if (spot->part == TL_MATRIX_CELL)
    {
      const TlMatrixCell *cell = tl_matrix_get_cell (self->matrix, spot->row, spot->column);

      for (guint i = 0; i < cell->n_links; i++)
        g_ptr_array_add (items, tl_matrix_get_links (self->matrix, cell)[i]);
    }
  if (item == NULL)
    return;
  if (toggles)
    tl_selection_toggle (selection, item);
  else if (items->len > 1)
    tl_selection_set_items (selection, items);
  else
    tl_selection_select (selection, item);
}

/**
 * tl_matrix_grid_edit:
 * @self: a grid with a matrix
 * @edit: a strength, or a #TlMatrixEdit
 *
 * Does something to the links at the cursor, in one step that can be undone. Where the place stands
 * for several objectives, asks which.
 */
void
tl_matrix_grid_edit (TlMatrixGrid *self, int edit)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  const TlMatrixColumn *column;

  if (spot.part != TL_MATRIX_CELL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  column = tl_matrix_get_column (self->matrix, spot.column);
  if (column->is_goal && tl_matrix_get_group (self->matrix, column->group)->is_folded)
    edit_folded (self, &spot, edit);
  else
    run (self, self->session, tl_matrix_get_row (self->matrix, spot.row)->item, column->item, edit);
}
