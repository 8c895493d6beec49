/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-map.h"

G_BEGIN_DECLS

#define TL_SCENE_NO_LINE (-1)

/* A line between two cards. Lines of one card form two lists, threaded through their numbers. */
typedef struct
{
  guint entry;
  guint left;  /* entry of the card */
  guint right; /* entry of the card */
  int next_of_left;
  int next_of_right;
} TlSceneLine;

typedef struct
{
  TlKind kind;
  gboolean is_apart; /* what is for the tray, in it or pinned to another place */
  gboolean is_mandate;
  gboolean is_pinned;
  gboolean is_inactive;
  gboolean is_unserved;
  gboolean is_flagged;
  gboolean can_fold;
  gboolean is_folded;
  gboolean is_lane; /* its head or its strip */
  guint n_hidden;
  int owner;          /* entry of the goal or the lane that it is under, -1 for none */
  int category;       /* of the colouring */
  const char *note;   /* (nullable): of the colouring, too */
  guint n_projects;   /* that a goal has; of a project: itself */
  int first_to_right; /* line whose left end it is, -1 for none */
  int first_to_left;  /* line whose right end it is */
} TlSceneNode;

struct _TlScene
{
  /* Owned */
  TlMap *map; /* what is drawn when it is seen */
  TlDisplayList *list;
  TlColouring *colouring;
  GArray *nodes; /* of TlSceneNode, by entry */
  GArray *lines; /* of TlSceneLine */
  GArray *lanes; /* of guint: the entries of their heads and strips, where they can be folded */

  const TlTheme *theme; /* lasts as long as the program */
  guint64 revision;
  gboolean is_upright;
  guint n_before_lines; /* entries */
  guint n_before_cards;
  guint n_followed; /* entries that were drawn again */
  guint n_shapes[TL_MAP_N_SHAPES];
};

static inline const TlSceneNode *
tl_scene_get_node (const TlScene *self, guint entry)
{
  return &g_array_index (self->nodes, TlSceneNode, entry);
}

static inline const TlSceneLine *
tl_scene_get_line (const TlScene *self, int line)
{
  return &g_array_index (self->lines, TlSceneLine, line);
}

G_END_DECLS
