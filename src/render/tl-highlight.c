/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-highlight.h"

#include <string.h>

#include "tl-scene-private.h"

struct _TlHighlight
{
  const TlScene *scene; /* borrowed */
  guint8 *is_lit;       /* owned, by entry */
  guint n_lit;
};

static void
light (TlHighlight *self, guint entry)
{
  if (self->is_lit[entry])
    return;
  self->is_lit[entry] = TRUE;
  self->n_lit++;
}

/* Towards the goals: from a project to what it serves, from there to its goal. */
static void
light_left (TlHighlight *self, guint entry)
{
  light (self, entry);
  for (int i = tl_scene_get_node (self->scene, entry)->first_to_left; i >= 0;
       i = tl_scene_get_line (self->scene, i)->next_of_right)
    {
      light (self, tl_scene_get_line (self->scene, i)->entry);
      light_left (self, tl_scene_get_line (self->scene, i)->left);
    }
}

/* Towards the projects. Both ways go through two lines at most. */
static void
light_right (TlHighlight *self, guint entry)
{
  light (self, entry);
  for (int i = tl_scene_get_node (self->scene, entry)->first_to_right; i >= 0;
       i = tl_scene_get_line (self->scene, i)->next_of_left)
    {
      light (self, tl_scene_get_line (self->scene, i)->entry);
      light_right (self, tl_scene_get_line (self->scene, i)->right);
    }
}

/* Lines are entries that follow each other. */
static void
light_line (TlHighlight *self, guint entry)
{
  guint first = tl_scene_get_line (self->scene, 0)->entry;
  const TlSceneLine *line = tl_scene_get_line (self->scene, (int) (entry - first));

  light (self, entry);
  light_left (self, line->left);
  light_right (self, line->right);
}

/**
 * tl_highlight_new:
 * @scene: a scene, which outlives the highlight
 *
 * Returns: (transfer full): a highlight with nothing lit, and so nothing dimmed
 */
TlHighlight *
tl_highlight_new (const TlScene *scene)
{
  TlHighlight *self = g_new0 (TlHighlight, 1);

  self->scene = scene;
  self->is_lit = g_new0 (guint8, scene->nodes->len + 1);
  return self;
}

/**
 * tl_highlight_free:
 * @self: (transfer full): a highlight
 */
void
tl_highlight_free (TlHighlight *self)
{
  g_free (self->is_lit);
  g_free (self);
}

/**
 * tl_highlight_clear:
 * @self: a highlight
 *
 * Puts out all lights.
 */
void
tl_highlight_clear (TlHighlight *self)
{
  memset (self->is_lit, 0, self->scene->nodes->len);
  self->n_lit = 0;
}

/**
 * tl_highlight_is_empty:
 * @self: a highlight
 *
 * Returns: whether nothing is lit
 */
gboolean
tl_highlight_is_empty (const TlHighlight *self)
{
  return self->n_lit == 0;
}

/**
 * tl_highlight_add:
 * @self: a highlight
 * @id: of an entry; nothing happens when it is not in the scene
 *
 * Lights one card or link alone.
 */
void
tl_highlight_add (TlHighlight *self, const char *id)
{
  guint entry;

  if (tl_display_list_find (self->scene->list, id, &entry))
    light (self, entry);
}

/**
 * tl_highlight_add_kind:
 * @self: a highlight
 * @kind: %TL_KIND_GOAL, %TL_KIND_OBJECTIVE or %TL_KIND_PROJECT
 *
 * Lights all cards of a kind.
 */
void
tl_highlight_add_kind (TlHighlight *self, TlKind kind)
{
  for (guint i = 0; i < self->scene->nodes->len; i++)
    if (tl_scene_get_node (self->scene, i)->kind == kind)
      light (self, i);
}

/**
 * tl_highlight_add_chain:
 * @self: a highlight
 * @id: of a card or link; nothing happens when it is not in the scene
 *
 * Lights a card with all that it leads to: towards the goals and towards the projects, not sideways
 * to what shares a goal with it.
 */
void
tl_highlight_add_chain (TlHighlight *self, const char *id)
{
  guint entry;
  TlEntryRole role;

  if (!tl_display_list_find (self->scene->list, id, &entry))
    return;
  role = tl_display_list_get_entry (self->scene->list, entry)->item.role;
  if (role == TL_ENTRY_LINK || role == TL_ENTRY_BRANCH)
    {
      light_line (self, entry);
      return;
    }
  light_left (self, entry);
  light_right (self, entry);
}

/**
 * tl_highlight_add_tray:
 * @self: a highlight
 *
 * Lights the tray with all that belongs into it.
 */
void
tl_highlight_add_tray (TlHighlight *self)
{
  for (guint i = 0; i < self->scene->nodes->len; i++)
    if (tl_scene_get_node (self->scene, i)->is_apart
        || tl_display_list_get_entry (self->scene->list, i)->item.role == TL_ENTRY_TRAY)
      light (self, i);
}

/**
 * tl_highlight_get:
 * @entry: of the scene's list
 * @highlight: (type TlHighlight): a highlight
 *
 * A #TlEmphasisFunc.
 *
 * Returns: the state in which the entry is painted
 */
TlEmphasis
tl_highlight_get (guint entry, gpointer highlight)
{
  const TlHighlight *self = highlight;
  TlEntryRole role;

  if (self->n_lit == 0)
    return TL_EMPHASIS_NONE;
  if (self->is_lit[entry])
    return TL_EMPHASIS_LIT;
  role = tl_display_list_get_entry (self->scene->list, entry)->item.role;
  return role == TL_ENTRY_HEADER || role == TL_ENTRY_LANE || role == TL_ENTRY_LEGEND
             ? TL_EMPHASIS_NONE
             : TL_EMPHASIS_DIMMED;
}
