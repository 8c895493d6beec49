/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-gate.h"

#include <glib/gi18n-lib.h>

#include "tl-workspace.h"

static const struct
{
  const char *words;   /* as a task of a list */
  const char *missing; /* in a list within a sentence */
} texts[] = {
  [TL_GATE_OBJECTIVE] = { N_ ("It serves an active objective"), N_ ("the objective it serves") },
  [TL_GATE_GOAL] = { N_ ("The objective leads to an active goal"), N_ ("a goal behind it") },
  [TL_GATE_SHOULD] = { N_ ("What should happen is written down"), N_ ("what should happen") },
  [TL_GATE_IS] = { N_ ("What happens today is written down"), N_ ("what happens today") },
  [TL_GATE_CAUSE] = { N_ ("A cause of the gap is recorded"), N_ ("a cause of the gap") },
  [TL_GATE_SPONSOR] = { N_ ("A sponsor stands behind it"), N_ ("a sponsor") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == TL_N_GATE_STEPS);

static gboolean
is_active_goal (TlItem *goal)
{
  return goal != NULL && tl_item_get_choice (goal, TL_GOAL_STATUS) == TL_GOAL_STATUS_ACTIVE;
}

static gboolean
is_active_objective (TlItem *item)
{
  return item != NULL && tl_item_get_kind (item) == TL_KIND_OBJECTIVE
         && tl_item_get_choice (item, TL_OBJECTIVE_STATUS) == TL_OBJECTIVE_STATUS_ACTIVE;
}

static gboolean
has_cause (TlItem *objective)
{
  for (guint i = 0; i < tl_item_get_n_referrers (objective); i++)
    {
      TlField field;

      tl_item_get_referrer (objective, i, &field);
      if (field == TL_CAUSE_OBJECTIVE)
        return TRUE;
    }
  return FALSE;
}

static guint
count_known (TlItem *objective)
{
  return (is_active_goal (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL)) ? 1 : 0)
         + (tl_item_is_set (objective, TL_OBJECTIVE_SHOULD) ? 1 : 0)
         + (tl_item_is_set (objective, TL_OBJECTIVE_IS) ? 1 : 0) + (has_cause (objective) ? 1 : 0);
}

static gboolean
comes_before (TlItem *item, TlItem *other)
{
  TlWorkspace *workspace = tl_item_get_workspace (item);

  return tl_workspace_get_position (workspace, item) < tl_workspace_get_position (workspace, other);
}

/* One objective that is understood is enough; of several the best known is judged, and of equals
 * that of the first link. */
static TlItem *
find_objective (TlItem *project)
{
  TlItem *best = NULL;
  TlItem *best_link = NULL;
  guint most = 0;

  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);
      TlItem *target = field == TL_LINK_PROJECT ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;
      guint n_known;

      if (!is_active_objective (target))
        continue;
      n_known = count_known (target);
      if (best == NULL || n_known > most || (n_known == most && comes_before (link, best_link)))
        {
          best = target;
          best_link = link;
          most = n_known;
        }
    }
  return best;
}

/* A link straight to a goal says which goal, and still not what has to change. */
static gboolean
serves_goal (TlItem *project)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);
      TlItem *target = field == TL_LINK_PROJECT ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;

      if (target != NULL && tl_item_get_kind (target) == TL_KIND_GOAL && is_active_goal (target))
        return TRUE;
    }
  return FALSE;
}

static void
put (TlGate *self, TlGateStep step, gboolean is_met, TlItem *item, TlField field)
{
  self->needs[step] = (TlGateNeed) { is_met, item, field };
}

static void
look_at_objective (TlGate *self, TlItem *objective)
{
  put (self, TL_GATE_GOAL, is_active_goal (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL)),
       objective, TL_OBJECTIVE_GOAL);
  put (self, TL_GATE_SHOULD, tl_item_is_set (objective, TL_OBJECTIVE_SHOULD), objective,
       TL_OBJECTIVE_SHOULD);
  put (self, TL_GATE_IS, tl_item_is_set (objective, TL_OBJECTIVE_IS), objective, TL_OBJECTIVE_IS);
  put (self, TL_GATE_CAUSE, has_cause (objective), objective, TL_CAUSE_OBJECTIVE);
}

/**
 * tl_gate_look:
 * @self: where to put the answers, which hold until the workspace changes
 * @project: a project
 *
 * Looks up what is known before a solution is named (S12, S13): an active objective with a goal,
 * its should and is, a cause, and somebody who sponsors the project.
 */
void
tl_gate_look (TlGate *self, TlItem *project)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tl_item_get_kind (project) == TL_KIND_PROJECT);

  *self = (TlGate) { .objective = find_objective (project) };
  put (self, TL_GATE_OBJECTIVE, self->objective != NULL, project, TL_LINK_PROJECT);
  if (self->objective != NULL)
    look_at_objective (self, self->objective);
  else
    put (self, TL_GATE_GOAL, serves_goal (project), NULL, TL_OBJECTIVE_GOAL);
  put (self, TL_GATE_SPONSOR, tl_item_get_ref (project, TL_PROJECT_SPONSOR) != NULL, project,
       TL_PROJECT_SPONSOR);
}

/**
 * tl_gate_is_open:
 * @self: a gate
 *
 * Returns: whether a solution may be named without a reason
 */
gboolean
tl_gate_is_open (const TlGate *self)
{
  return tl_gate_count_missing (self) == 0;
}

/**
 * tl_gate_count_missing:
 * @self: a gate
 *
 * Returns: how many steps are not met
 */
guint
tl_gate_count_missing (const TlGate *self)
{
  guint n = 0;

  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    n += self->needs[step].is_met ? 0 : 1;
  return n;
}

/**
 * tl_gate_dup_missing:
 * @self: a gate
 *
 * Returns: (transfer full): what is missing, one after the other, to stand in a sentence; empty
 *   when the gate is open
 */
char *
tl_gate_dup_missing (const TlGate *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    if (!self->needs[step].is_met)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (texts[step].missing));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_gate_step_get_words:
 * @step: a step
 *
 * Returns: what is the case once the step is met, translated
 */
const char *
tl_gate_step_get_words (TlGateStep step)
{
  g_return_val_if_fail (step < TL_N_GATE_STEPS, NULL);

  return _ (texts[step].words);
}

static gboolean
is_name (int type)
{
  return type != TL_CHOICE_NONE && type != TL_SOLUTION_UNDECIDED;
}

static gboolean
is_approved (int status)
{
  return status == TL_STATUS_APPROVED || status == TL_STATUS_DESIGN || status == TL_STATUS_LIVE;
}

/**
 * tl_gate_is_named:
 * @project: a project
 *
 * Returns: whether a solution is named
 */
gboolean
tl_gate_is_named (TlItem *project)
{
  return is_name (tl_item_get_choice (project, TL_PROJECT_SOLUTION_TYPE));
}

/**
 * tl_gate_stops:
 * @item: an item of any kind
 * @field: one of its fields
 * @value: what it is to hold
 *
 * A project goes through the gate when its first solution is named, and when it is approved with
 * one that is named. What is through, such as another solution or the step from approved to live,
 * is not stopped again.
 *
 * Returns: whether @item would go through a gate that is not open
 */
gboolean
tl_gate_stops (TlItem *item, TlField field, const TlValue *value)
{
  int choice = value->form == TL_VALUE_CHOICE ? value->choice : TL_CHOICE_NONE;
  TlGate gate;

  if (field == TL_PROJECT_SOLUTION_TYPE)
    {
      if (!is_name (choice) || tl_gate_is_named (item))
        return FALSE;
    }
  else if (field != TL_PROJECT_STATUS || !is_approved (choice) || !tl_gate_is_named (item)
           || is_approved (tl_item_get_choice (item, field)))
    return FALSE;
  tl_gate_look (&gate, item);
  return !tl_gate_is_open (&gate);
}
