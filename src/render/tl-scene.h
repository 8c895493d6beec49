/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-colouring.h"
#include "tl-display-list.h"
#include "tl-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TL_TRAY_BESIDE, /* a column to the right of the projects */
  TL_TRAY_BELOW,  /* rows under the columns */
  TL_TRAY_DOCKED, /* the same with one line a card, for where it is always in sight */
} TlTrayPlace;

/* By what the cards of the tray stand together. */
typedef enum
{
  TL_TRAY_UNGROUPED,
  TL_TRAY_BY_UNIT,
  TL_TRAY_BY_ORIGIN,
  TL_N_TRAY_GROUPINGS
} TlTrayGrouping;

/* The map of a workspace at one revision: a display list, and who hangs together with whom. Cards
 * and links have the ids of their items. */
typedef struct _TlScene TlScene;

/* Whether an item is to be shown. */
typedef gboolean (*TlSceneFilter) (TlItem *item, gpointer user_data);

/* Whether what has this id hides what is under it: a goal its objectives, a lane its cards. */
typedef gboolean (*TlSceneFolder) (const char *id, gpointer user_data);

/* The beginning of the ids of lanes, which are the same in each scene. */
#define TL_LANE_PREFIX "lane:"

/* Whether a card of the columns stays where it was, and where that is, in map units. */
typedef gboolean (*TlScenePlace) (TlItem *item, TlRect *place, gpointer user_data);

typedef struct
{
  const TlTheme *theme;       /* (nullable): the light one */
  TlTrayPlace tray;           /* where unaligned work lies */
  TlTrayGrouping tray_groups; /* each with its name, how many they are, and their days */
  double tray_width;          /* of a tray that is not beside; 0 for the width of the columns */
  gboolean is_compact;        /* one line a card: for a page, and for an overview */
  gboolean is_narrow;         /* the same with narrow columns: for large type on a screen */
  gboolean include_uncounted; /* also what is an idea, closed or finished */
  gboolean only_flagged;      /* only what needs a decision */
  gboolean with_legend;       /* for paper */
  int colour_by;              /* a choice of the field TL_VIEW_COLOUR_BY */
  int arrange_by;             /* a choice of the field TL_VIEW_ARRANGE_BY */
  int direction;              /* a choice of the field TL_VIEW_DIRECTION */
  TlSceneFilter filter;       /* (nullable) (scope call): what it refuses has no place */
  gpointer filter_data;
  TlScenePlace place; /* (nullable) (scope call): without it, all cards are laid out */
  gpointer place_data;
  TlSceneFolder is_folded; /* (nullable) (scope call): with it, goals and lanes have a handle to
                              fold them by */
  gpointer fold_data;
  const TlScene *before; /* (nullable): an earlier state of the same map, whose order is kept where
                            little has changed */
} TlSceneOptions;

/* How a card or a lane stands that has others under it. */
typedef struct
{
  gboolean is_folded;
  gboolean is_lane;
  guint n_hidden; /* under it, where it is folded */
  TlRect handle;  /* where a click folds or unfolds it, in map units */
} TlFold;

TlScene *tl_scene_new_map (TlAnalysis *analysis, const TlSceneOptions *options);
void tl_scene_free (TlScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_free)

const TlDisplayList *tl_scene_get_list (const TlScene *self);
const TlTheme *tl_scene_get_theme (const TlScene *self);
guint64 tl_scene_get_revision (const TlScene *self);
gboolean tl_scene_is_upright (const TlScene *self);
TlRect tl_scene_get_bounds (const TlScene *self);
const TlColouring *tl_scene_get_colouring (const TlScene *self);
guint tl_scene_get_n_cards (const TlScene *self);
gboolean tl_scene_get_ends (const TlScene *self, guint entry, guint *left, guint *right);
char *tl_fold_dup_words (guint n_hidden, gboolean is_lane);
gboolean tl_scene_get_fold (const TlScene *self, guint entry, TlFold *fold);
gboolean tl_scene_get_owner (const TlScene *self, guint entry, guint *owner);
gboolean tl_scene_find_hidden (const TlScene *self, TlItem *item, guint *entry);
char *tl_lane_dup_heading_id (const char *id);
guint tl_scene_get_n_lanes (const TlScene *self);
guint tl_scene_get_lane (const TlScene *self, guint lane);
char *tl_scene_describe_lane (const TlScene *self, guint entry, char **facts);
GArray *tl_scene_list_partners (const TlScene *self, guint entry, gboolean to_left);
gboolean
tl_scene_follow (TlScene *self, TlAnalysis *analysis, TlTransaction *transaction, GArray *changed);
GArray *tl_scene_list_trunk (const TlScene *self, guint entry, TlPoint point);
void tl_scene_set_colour_by (TlScene *self, TlAnalysis *analysis, int by, GArray *changed);
gboolean tl_scene_get_item_bounds (const TlScene *self, const char *id, TlRect *bounds);

void tl_scene_paint (const TlScene *self,
                     TlPainter *painter,
                     const TlRect *clip,
                     TlDetail detail,
                     TlEmphasisFunc emphasis,
                     gpointer user_data);
double tl_scene_paint_to_fit (const TlScene *self,
                              TlPainter *painter,
                              TlRect page,
                              TlEmphasisFunc emphasis,
                              gpointer user_data);

G_END_DECLS
