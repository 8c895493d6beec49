/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-scene.h"

#include "tl-scene-private.h"

/* What was drawn before stays in the list until there is another one. */
#define MOST_FOLLOWED 500 /* entries */

/* What no map shows; findings may be about it. */
static gboolean
is_unseen (TlKind kind)
{
  switch (kind)
    {
    case TL_KIND_CAUSE:
    case TL_KIND_REQUEST:
    case TL_KIND_SOLUTION:
    case TL_KIND_MEASURE:
    case TL_KIND_INSIGHT:
    case TL_KIND_DECISION:
    case TL_KIND_WAIVER:
    case TL_KIND_NOTE:
    case TL_KIND_VIEW:
    case TL_KIND_STORY:
    case TL_KIND_STEP:
    case TL_KIND_SNAPSHOT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words of a card are seen on it and on its links, and nothing is put anywhere for them. */
static gboolean
leaves_all_in_place (const TlChange *change)
{
  TlKind kind = tl_item_get_kind (change->item);
  TlFieldType type;

  if (is_unseen (kind))
    return TRUE;
  if (change->type != TL_CHANGE_SET || (kind != TL_KIND_OBJECTIVE && kind != TL_KIND_PROJECT))
    return FALSE;
  type = tl_field_get_spec (change->field)->type;
  return type == TL_FIELD_TYPE_TEXT || type == TL_FIELD_TYPE_PROSE || type == TL_FIELD_TYPE_WORDS;
}

/* Where something is left out, words may decide what; and a strip tells of all that is in it. */
static gboolean
can_follow (const TlScene *self, TlTransaction *transaction)
{
  guint n = tl_transaction_get_n_changes (transaction);

  if (tl_map_hides (self->map) || tl_map_has_strips (self->map) || self->map->options->with_legend
      || self->n_followed + n > MOST_FOLLOWED)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!leaves_all_in_place (tl_transaction_get_change (transaction, i)))
      return FALSE;
  return TRUE;
}

static void
redraw (TlScene *self, guint entry, GArray *changed)
{
  if (!tl_display_list_forget (self->list, entry))
    return;
  self->n_followed++;
  g_array_append_val (changed, entry);
}

static void
redraw_lines (TlScene *self, const TlSceneNode *node, GArray *changed)
{
  for (int i = node->first_to_right; i != TL_SCENE_NO_LINE;)
    {
      redraw (self, tl_scene_get_line (self, i)->entry, changed);
      i = tl_scene_get_line (self, i)->next_of_left;
    }
  for (int i = node->first_to_left; i != TL_SCENE_NO_LINE;)
    {
      redraw (self, tl_scene_get_line (self, i)->entry, changed);
      i = tl_scene_get_line (self, i)->next_of_right;
    }
}

/**
 * tl_scene_follow:
 * @self: a scene of the workspace as it was before @transaction
 * @analysis: of the workspace as it stands
 * @transaction: what has changed
 * @changed: (element-type guint): where to add the entries that look otherwise now
 *
 * Follows an edit that has changed nothing but words, and signs of what needs a decision: nothing
 * has to move, and only what says something else is drawn again. The scene is then what a new one
 * would be.
 *
 * Returns: whether the edit was such a one; if not, the scene is as it was, and another one has to
 *   be made
 */
gboolean
tl_scene_follow (TlScene *self, TlAnalysis *analysis, TlTransaction *transaction, GArray *changed)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (TlMapChange));

  g_return_val_if_fail (self != NULL && analysis != NULL && transaction != NULL, FALSE);

  if (!can_follow (self, transaction) || !tl_map_follow (self->map, analysis, transaction, cards))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      const TlMapChange *change = &g_array_index (cards, TlMapChange, i);
      const TlMapCard *card = tl_map_get_card (self->map, change->card);
      TlSceneNode *node = &g_array_index (self->nodes, TlSceneNode, card->entry);

      node->is_flagged = card->is_flagged;
      redraw (self, card->entry, changed);
      if (change->is_worded)
        redraw_lines (self, node, changed);
    }
  self->n_shapes[TL_MAP_FLAGGED] = self->map->n_shapes[TL_MAP_FLAGGED];
  self->revision = tl_workspace_get_revision (tl_analysis_get_workspace (analysis));
  return TRUE;
}
