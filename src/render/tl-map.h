/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/* What a map shows, between the workspace and the picture; private to the scene. */

#define TL_MAP_NONE (-1)

/* What the legend explains besides colours. */
typedef enum
{
  TL_MAP_STRONG,
  TL_MAP_MEDIUM,
  TL_MAP_WEAK,
  TL_MAP_DISPUTED,
  TL_MAP_STRATEGIC,
  TL_MAP_TACTICAL,
  TL_MAP_TRANSACTIONAL,
  TL_MAP_UNSORTED,
  TL_MAP_LEVEL,
  TL_MAP_UNSERVED,
  TL_MAP_FLAGGED,
  TL_MAP_UNALIGNED,
  TL_MAP_PINNED,
  TL_MAP_N_SHAPES
} TlMapShape;

/* Widths and distances in map units. */
typedef struct
{
  double grid;
  double goal_width;
  double objective_width;
  double project_width;
  double column_gap;
  double row_gap;
  double block_gap;
  double radius;   /* of a card's corners */
  int goal_lines;  /* of a title, at most */
  int title_lines; /* of objectives and projects, at most */
  gboolean is_compact;
} TlMapMetrics;

/* Some cards of a column that belong together, under a head; or a column of its own. */
typedef struct
{
  char *id;          /* owned: of the entry of its head, or of its strip; the same in each scene */
  char *title;       /* owned */
  guint n_cards;     /* that lie in it, in sight or not */
  guint n_unaligned; /* projects of them that serve no objective */
  double days;
  gboolean is_folded;
  guint n_hidden; /* cards that are folded into it */
  int strip;      /* the card for them */
  int node;       /* of the layout graph, that of its head; none for a column */
  double gap;     /* before the words of the head, in that node */
  TlRect head;    /* where its words go */
  TlRect ground;
} TlMapLane;

typedef struct
{
  TlItem *item;     /* owned: what is drawn later may be gone by then; NULL for a strip */
  char *title;      /* owned: one line, no longer than a tooltip may be */
  TlKind kind;      /* TL_N_KINDS: a strip, which is a folded lane */
  int goal;         /* of an objective: its card */
  int lane;         /* where the arrangement puts it into one */
  int category;     /* of the colouring */
  guint n_projects; /* goal: that serve it; project: itself */
  int node;         /* of the layout graph; none in the tray */
  TlStanding standing;
  guint n_partners;     /* goal: objectives; objective: projects; project: what it serves */
  guint n_covered;      /* goal: objectives that something serves */
  const char *sign;     /* (nullable): what needs a decision, translated */
  gboolean is_flagged;  /* amber */
  gboolean is_covered;  /* something serves it */
  gboolean is_inactive; /* closed, finished, or only an idea */
  gboolean is_pinned;   /* to its place: it lies in no column and in no tray */
  gboolean is_held;     /* where it was before */
  gboolean is_folded;
  guint n_hidden;         /* cards that are folded into it */
  gboolean hides_flagged; /* one of them needs a decision */
  int n_lines;            /* of the title */
  double days_width;      /* behind a title of one line; 0 where facts stand below the title */
  TlRect rect;
  guint entry;
} TlMapCard;

typedef struct
{
  TlItem *item; /* owned; NULL for the branch from a goal to its objective */
  int strength; /* of the item, read once: so many are far apart in memory */
  int status;
  int left; /* cards */
  int right;
  int edge;            /* of the layout graph */
  gboolean is_upright; /* it leaves and arrives upwards or downwards */
  guint n_folded; /* links that it stands for; 0 where it is one that leads to what is in sight */
  guint entry;
} TlMapLink;

/* A link to or from something that is folded into a card. */
typedef struct
{
  TlItem *item; /* borrowed */
  guint link;   /* the line that stands for it */
} TlMapFoldedLink;

/* What findings make a card say. */
typedef struct
{
  const char *words;      /* (nullable): what needs a decision, translated */
  gboolean hides_flagged; /* something that is folded into it needs one */
} TlMapSign;

/* A card that looks otherwise after an edit. */
typedef struct
{
  int card;
  gboolean is_worded; /* it says something else, and not only by its sign */
} TlMapChange;

/* What links lead from: a project, and the card that it has or is folded into. */
typedef struct
{
  TlItem *item; /* borrowed */
  int card;
} TlMapSource;

/* Cards of the tray that have something in common. */
typedef struct
{
  char *title; /* owned */
  guint n;
  double days;
  gboolean is_alarm;
  TlRect head;
} TlMapTrayGroup;

typedef struct
{
  /* Borrowed */
  const TlTheme *theme;
  const TlSceneOptions *options; /* its own */

  /* Owned */
  TlAnalysis *analysis;
  TlSceneOptions own_options;
  GArray *cards; /* of TlMapCard: goals, objectives and projects, each kind together */
  GArray *links; /* of TlMapLink: branches, then links */
  GArray *lanes; /* of TlMapLane, in their order */
  GArray *heads; /* of TlRect: where the headings of the columns go, by column of the layout */
  GArray *tray_groups;     /* of TlMapTrayGroup */
  GArray *folded_links;    /* of TlMapFoldedLink */
  GArray *hidden_projects; /* of TlMapSource: those of a lane together */
  TlLayout *layout;
  GHashTable *card_of_item;  /* for what is folded: the card that it is folded into */
  GHashTable *flagged_items; /* (nullable): where only those are shown */
  TlColouring *colouring;
  GArray *route_points; /* of TlPoint, in pairs */
  GArray *route_starts; /* of guint, by link, and the end of the last */
  GArray *route_rails;  /* of double, by pair of points: where it runs upright, NAN for nowhere */

  TlMapMetrics metrics;
  TlPoint content;     /* where the layout begins: the headings are before it */
  gboolean is_upright; /* from top to bottom, in rows */
  TlRect columns;      /* all cards that are not in the tray */
  TlRect alarm;        /* the part of the tray for what is not aligned; empty when nothing is */
  TlRect mandates;
  guint n_shown[3];  /* goals, objectives, projects; where not all are */
  guint n_folded[3]; /* of them, those that are folded into other cards */
  guint n_alarms;    /* in sight or hidden */
  guint n_mandates;
  guint n_shown_alarms;
  guint n_shown_mandates;
  guint n_shapes[TL_MAP_N_SHAPES];
  double alarm_days;
  double mandate_days;
} TlMap;

TlMap *tl_map_new (TlAnalysis *analysis, const TlSceneOptions *options, const TlLayout *before);
void tl_map_free (TlMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMap, tl_map_free)

void tl_map_choose_metrics (TlMap *self);
void tl_map_arrange (TlMap *self, const TlLayout *before);
void tl_map_measure_cards (TlMap *self);
gboolean tl_map_is_same_size (const TlMap *self, const TlMapCard *before, TlMapCard *after);
int tl_map_find_card (const TlMap *self, TlItem *item);
TlMapSign *tl_map_list_signs (const TlMap *self, TlAnalysis *analysis);
void tl_map_set_sign (TlMapCard *card, const TlMapSign *sign);
gboolean
tl_map_follow (TlMap *self, TlAnalysis *analysis, TlTransaction *transaction, GArray *changes);
void tl_map_collect_lanes (TlMap *self);
void tl_map_fold_lanes (TlMap *self);
int tl_map_get_lane_of (const TlMap *self, const TlMapCard *card);
gboolean tl_map_has_lanes_for_columns (const TlMap *self);
int tl_map_get_lane_column (const TlMap *self);
TlKind tl_map_get_lane_kind (const TlMap *self);
double tl_map_measure_days (const TlMap *self, const TlMapCard *card);
double tl_map_measure_project (const TlMap *self, TlMapCard *card);
void tl_map_place_tray (TlMap *self);
void tl_map_clear_tray_group (gpointer group);
double tl_map_get_tray_head (const TlMap *self, double width, gboolean is_alarm);

static inline TlMapCard *
tl_map_get_card (const TlMap *self, int card)
{
  return &g_array_index (self->cards, TlMapCard, card);
}

static inline TlMapLane *
tl_map_get_lane (const TlMap *self, guint lane)
{
  return &g_array_index (self->lanes, TlMapLane, lane);
}

/* Of the entry of a card: that of its item, or of the lane for which a strip stands. */
static inline const char *
tl_map_get_card_id (const TlMap *self, const TlMapCard *card)
{
  return card->item != NULL ? tl_item_get_id (card->item)
                            : tl_map_get_lane (self, (guint) card->lane)->id;
}

static inline TlMapLink *
tl_map_get_link (const TlMap *self, guint link)
{
  return &g_array_index (self->links, TlMapLink, link);
}

static inline gboolean
tl_map_is_for_tray (TlStanding standing)
{
  return standing == TL_STANDING_UNLINKED || standing == TL_STANDING_CLOSED
         || standing == TL_STANDING_MANDATE;
}

/* What is for the tray, where it is not pinned to another place. */
static inline gboolean
tl_map_card_is_apart (const TlMapCard *card)
{
  return tl_map_is_for_tray (card->standing);
}

static inline gboolean
tl_map_card_is_in_tray (const TlMapCard *card)
{
  return card->kind == TL_KIND_PROJECT && card->node == TL_MAP_NONE;
}

/* On paper, nobody asks why a card lies where it does. */
static inline gboolean
tl_map_shows_pin (const TlMap *self, const TlMapCard *card)
{
  return card->is_pinned && !self->options->with_legend;
}

/* Which of the three columns a card lies in; a strip stands for cards of several. */
static inline int
tl_map_get_kind_index (TlKind kind)
{
  return kind == TL_KIND_GOAL ? 0 : kind == TL_KIND_OBJECTIVE ? 1 : 2;
}

static inline gboolean
tl_map_card_is_strip (const TlMapCard *card)
{
  return card->kind == TL_N_KINDS;
}

/* Whether any lane is folded; strips come last. */
static inline gboolean
tl_map_has_strips (const TlMap *self)
{
  guint n = self->cards->len;

  return n > 0 && tl_map_card_is_strip (&g_array_index (self->cards, TlMapCard, n - 1));
}

/* Whether something may be left out that belongs into the picture. */
static inline gboolean
tl_map_hides (const TlMap *self)
{
  return self->options->filter != NULL || self->options->only_flagged;
}

static inline gboolean
tl_map_card_can_fold (const TlMap *self, const TlMapCard *card)
{
  return self->options->is_folded != NULL && card->kind == TL_KIND_GOAL && card->n_partners > 0;
}

static inline gboolean
tl_map_card_is_unserved (const TlMapCard *card)
{
  return card->kind == TL_KIND_OBJECTIVE && card->n_partners == 0 && !card->is_inactive;
}

/* Words, all translated and owned by the caller. */
char *tl_map_format_number (double number);
char *tl_map_format_days (double days);
char *tl_map_name_card (const TlMap *self, const TlMapCard *card);
char *tl_map_name_link (const TlMap *self, const TlMapLink *link);
char *tl_map_describe_card (const TlMap *self, const TlMapCard *card);
char *tl_map_describe_hidden (const TlMapCard *card);
char *tl_map_dup_strip_title (const TlMap *self, const TlMapCard *card);
char *tl_map_describe_strip (const TlMap *self, const TlMapCard *card);
char *tl_map_list_in_lane (const TlMap *self, const TlMapLane *lane);
char *tl_map_name_lane (const TlMap *self, const TlMapLane *lane);
char *tl_map_describe_lane (const TlMapLane *lane);
char *tl_map_dup_days (const TlMap *self, const TlMapCard *card);
char *tl_map_describe_goal (const TlMap *self, const TlMapCard *card);
char *tl_map_dup_title (TlItem *item);
const char *tl_map_get_short_sign (const char *rule);

/* Drawing: each adds its entries. */
void tl_map_draw_headers (TlMap *self, TlRecorder *recorder);
void tl_map_draw_lanes (TlMap *self, TlRecorder *recorder);
void tl_map_draw_tray (TlMap *self, TlRecorder *recorder);
void tl_map_add_links (TlMap *self, TlRecorder *recorder);
void tl_map_add_cards (TlMap *self, TlRecorder *recorder);
void tl_map_draw_link (TlMap *self, guint index, TlRecorder *recorder);
void tl_map_draw_card (TlMap *self, int index, TlRecorder *recorder);
void tl_map_draw_legend (TlMap *self, TlRecorder *recorder);
void tl_map_count_shapes (TlMap *self);
TlMapShape tl_map_get_strength_shape (int strength);
GArray *tl_legend_list_for (const TlColouring *colouring, const guint *n_shapes);
void tl_map_draw_mark (TlPainter *painter, int work_category, TlPoint center, TlColor color);
void tl_map_draw_sign (TlPainter *painter, TlPoint center, TlColor color);
void tl_map_draw_chevron (TlRecorder *recorder, TlPoint center, gboolean is_folded, TlColor color);
void tl_map_draw_strip (const TlMap *self, const TlMapCard *card, TlRecorder *recorder);
void tl_map_draw_pin (TlPainter *painter, TlPoint center, const TlTheme *theme);
TlStroke tl_map_get_link_stroke (int strength, int status);

G_END_DECLS
