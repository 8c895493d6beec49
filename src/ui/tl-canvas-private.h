/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-camera.h"
#include "tl-canvas.h"
#include "tl-card-pool.h"
#include "tl-highlight.h"
#include "tl-map-bar.h"
#include "tl-map-view.h"
#include "tl-menu-owner.h"
#include "tl-places.h"
#include "tl-tool.h"

G_BEGIN_DECLS

/* Which projects there are on the map. */
typedef enum
{
  TL_CANVAS_SHOW_COUNTED,
  TL_CANVAS_SHOW_ALL,     /* also ideas, and what is over */
  TL_CANVAS_SHOW_FLAGGED, /* what needs a decision */
  TL_CANVAS_N_SHOWS
} TlCanvasShow;

/* A card that is to be added when its title has been written. */
typedef struct
{
  TlKind kind;
  TlItem *under;    /* (nullable): what it is to hang together with */
  char *beside;     /* (nullable): id of the card below which to ask */
  TlPoint at;       /* otherwise, where on the map */
  gboolean goes_on; /* to the next one */
} TlCanvasNewCard;

#define TL_CANVAS_GLIDE_MS 240
#define TL_CANVAS_MARGIN 24.0 /* pixels round what is brought into sight */
#define TL_CANVAS_CONTROL_MARGIN 12
#define TL_CANVAS_GRID 8.0 /* map units: the rhythm of everything on the map */
#define TL_CANVAS_BUTTON_BACK 8
#define TL_CANVAS_BUTTON_FORWARD 9
#define TL_CANVAS_TOLERANCE 6.0 /* pixels beside a link that still point at it */

/* What the parts of the canvas share; the tools work on it, too. */
struct _TlCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  TlSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *lens_signals;
  TlMapView *view;
  TlCamera *camera;
  TlCardPool *pool;
  TlHighlight *highlight; /* (nullable) */
  guint8 *lens_states;    /* (nullable): what the lens says of each entry, as far as it was asked */
  TlTool *tool;           /* (nullable): of the gesture that goes on */
  AdwAnimation *glide;    /* (nullable): of the cards that an edit has moved */
  GSimpleActionGroup *item_actions;
  TlPlaces *trail;
  char **settled_ids; /* of what is selected, but for what is being selected now */
  char **hovered;     /* (nullable): ids of what the pointer rests on: of a trunk, all its links */
  char **candidate;   /* (nullable): the same of what it is about to rest on */
  char *focused;      /* (nullable): id of the item with the keyboard, or that had it last */
  char *watched;      /* (nullable): id of what stays under the eye in the next scene */
  TlItem *renamed;    /* (nullable) */
  TlCanvasNewCard new_card;
  char *rest_id;      /* (nullable): of what the pointer is on */
  char *essential_id; /* (nullable): of what the hover card is about */
  TlRect last_rect;   /* of the focused item, in map units */
  GHashTable *places; /* (nullable): id → TlRect, where cards stay; none where edits lay out */

  /* Children */
  GtkWidget *bar;
  GtkWidget *legend;
  GtkWidget *legend_button;
  GtkWidget *hover_card;
  GtkWidget *overview;
  GtkWidget *zoom_control;
  GtkWidget *tray_button;
  GtkWidget *invite;
  GtkLabel *invite_title;
  GtkLabel *invite_text;
  GtkButton *invite_button;
  GtkWidget *rename_entry; /* (nullable) */
  GtkWidget *menu;         /* (nullable) */

  /* Borrowed: controllers belong to the widget */
  GtkGesture *drag;
  GtkGesture *pinch;

  TlPoint pointer;
  double pinch_scale; /* at the begin of a pinch */
  guint hover_source;
  guint sync_source;
  guint controls_source;
  guint overview_source;
  guint settle_source;
  guint rest_source;
  guint64 hidden_key; /* of what the lens hides of the scene */
  int arrange_by;     /* of the scene */
  int direction;
  TlCanvasShow show;
  TlTrayGrouping tray_groups;
  int width; /* at the last allocation */
  int height;
  double tray_width; /* that of the scene, in map units */
  gboolean legend_shown;
  gboolean overview_shown;
  gboolean overview_is_stale;
  gboolean scene_is_stale;
  gboolean scene_glides;  /* its successor is another state of the same document */
  gboolean is_placed;     /* the camera has been placed for this session */
  gboolean is_camera_due; /* it is to go where the lens says, as soon as there is a map */
  gboolean is_led;        /* and has gone elsewhere since */
  gboolean is_focus_due;  /* a card gets the keyboard as soon as there is one */
  gboolean is_sync_due;   /* the cards in sight may be others than those that have nodes */
  gboolean is_rearranged; /* its successor is laid out in another way */
  gboolean move_mode;     /* a card that is dragged is moved, not linked */
  gboolean names_new;     /* what is renamed has just been added */
  gboolean is_space_held;
  gboolean has_panned_with_space;
};

/* tl-canvas.c */
void tl_canvas_queue_update (TlCanvas *self);
void tl_canvas_invalidate_scene (TlCanvas *self);
void tl_canvas_set_show (TlCanvas *self, TlCanvasShow show);
const char *tl_canvas_show_get_label (TlCanvasShow show);
void tl_canvas_set_tool (TlCanvas *self, TlTool *tool);
void tl_canvas_cancel_tool (TlCanvas *self);

/* tl-canvas-scene.c */
void tl_canvas_end_glide (TlCanvas *self);
gboolean tl_canvas_ensure_scene (TlCanvas *self);
void tl_canvas_follow (TlCanvas *self, TlTransaction *transaction);
void tl_canvas_prepare (TlCanvas *self);
void tl_canvas_update_highlight (TlCanvas *self);
const TlTheme *tl_canvas_get_theme (TlCanvas *self);
double tl_canvas_get_tray_width (TlCanvas *self);
TlItem *tl_canvas_get_item (TlCanvas *self, guint index);
TlItem *tl_canvas_get_item_at (TlCanvas *self, TlPoint point);
GPtrArray *tl_canvas_list_items_at (TlCanvas *self, TlPoint point);

/* tl-canvas-lens.c */
void tl_canvas_class_add_lens_actions (GtkWidgetClass *widget_class);
void tl_canvas_init_lens (TlCanvas *self);
void tl_canvas_queue_controls (TlCanvas *self);
void tl_canvas_forget_states (TlCanvas *self);
void tl_canvas_fill_options (TlCanvas *self, TlSceneOptions *options);
gboolean tl_canvas_is_filtered (TlCanvas *self);
int tl_canvas_get_colour_by (TlCanvas *self);
void tl_canvas_set_colour_by (TlCanvas *self, const char *name);
gboolean tl_canvas_get_hides (TlCanvas *self);
void tl_canvas_set_hides (TlCanvas *self, gboolean hides);
void tl_canvas_show_everything (TlCanvas *self);
TlEmphasis tl_canvas_look_through (TlCanvas *self, guint index, TlEmphasis emphasis);
gboolean tl_canvas_is_match (TlCanvas *self, guint index);

/* tl-canvas-arrange.c */
void tl_canvas_class_add_arrange_actions (GtkWidgetClass *widget_class);
void tl_canvas_init_arrange (TlCanvas *self);
void tl_canvas_update_arrange_actions (TlCanvas *self);
int tl_canvas_get_arrange_by (TlCanvas *self);
void tl_canvas_set_arrange_by (TlCanvas *self, const char *name);
int tl_canvas_get_direction (TlCanvas *self);
void tl_canvas_set_direction (TlCanvas *self, const char *name);
gboolean tl_canvas_follow_arrangement (TlCanvas *self);
gboolean tl_canvas_get_keeps_tidy (TlCanvas *self);
void tl_canvas_set_keeps_tidy (TlCanvas *self, gboolean keeps_tidy);
void tl_canvas_fill_arrangement (TlCanvas *self, TlSceneOptions *options);
void tl_canvas_remember_places (TlCanvas *self);

/* tl-canvas-fold.c */
void tl_canvas_class_add_fold_actions (GtkWidgetClass *widget_class);
void tl_canvas_update_fold_actions (TlCanvas *self);
void tl_canvas_fill_folds (TlCanvas *self, TlSceneOptions *options);
void tl_canvas_unfold_to (TlCanvas *self, TlItem *item);
const char *tl_canvas_find_fold (TlCanvas *self, TlPoint at, TlFold *fold);
gboolean tl_canvas_fold_at (TlCanvas *self, TlPoint at);
void tl_canvas_toggle_fold (TlCanvas *self, const char *id);
const char *tl_canvas_find_lane (TlCanvas *self, TlPoint at);
gboolean tl_canvas_is_on_lane (TlCanvas *self);
const char *tl_canvas_find_strip (TlCanvas *self, TlPoint at);

/* tl-canvas-tray.c */
void tl_canvas_init_tray (TlCanvas *self);
const char *tl_canvas_get_tray_groups (TlCanvas *self);
void tl_canvas_set_tray_groups (TlCanvas *self, const char *name);

/* tl-canvas-controls.c */
void tl_canvas_init_controls (TlCanvas *self);
void tl_canvas_dispose_controls (TlCanvas *self);
void tl_canvas_measure_controls (TlCanvas *self);
void tl_canvas_allocate_controls (TlCanvas *self);
TlRect tl_canvas_get_zoom_rect (TlCanvas *self);
TlRect tl_canvas_get_control_rect (TlCanvas *self);
void tl_canvas_update_legend (TlCanvas *self);
void tl_canvas_update_invite (TlCanvas *self);
gboolean tl_canvas_is_control (TlCanvas *self, GtkWidget *child);
gboolean tl_canvas_focus_control (TlCanvas *self, GtkWidget *from, GtkDirectionType direction);
gboolean tl_canvas_is_in_control (TlCanvas *self);
void tl_canvas_keep_focus (TlCanvas *self);

/* tl-canvas-overview.c */
void tl_canvas_init_overview (TlCanvas *self);
void tl_canvas_dispose_overview (TlCanvas *self);
void tl_canvas_queue_overview (TlCanvas *self, gboolean is_stale);
void tl_canvas_update_overview (TlCanvas *self);
void tl_canvas_allocate_overview (TlCanvas *self, double bottom);
void tl_canvas_describe_overview (TlCanvas *self);

/* tl-canvas-places.c */
void tl_canvas_class_add_place_actions (GtkWidgetClass *widget_class);
void tl_canvas_init_places (TlCanvas *self);
void tl_canvas_dispose_places (TlCanvas *self);
void tl_canvas_leave_place (TlCanvas *self);
void tl_canvas_settle_place (TlCanvas *self);
void tl_canvas_forget_places (TlCanvas *self);

/* tl-canvas-essentials.c */
void tl_canvas_init_essentials (TlCanvas *self);
void tl_canvas_dispose_essentials (TlCanvas *self);
void tl_canvas_rest_on (TlCanvas *self, const char *id);
void tl_canvas_show_essentials (TlCanvas *self);
gboolean tl_canvas_hide_essentials (TlCanvas *self);
void tl_canvas_allocate_essentials (TlCanvas *self);

/* tl-canvas-camera.c */
void tl_canvas_init_camera (TlCanvas *self);
void tl_canvas_place_camera (TlCanvas *self, gboolean is_resized);
TlViewport tl_canvas_get_viewport (TlCanvas *self);
void tl_canvas_set_viewport (TlCanvas *self, TlViewport viewport);
void tl_canvas_return_camera (TlCanvas *self);
void tl_canvas_note_camera (TlCanvas *self);
void tl_canvas_follow_camera (TlCanvas *self);
void tl_canvas_reveal_id (TlCanvas *self, const char *id);

/* tl-canvas-focus.c */
void tl_canvas_init_focus (TlCanvas *self);
gboolean tl_canvas_focus_cards (TlCanvas *self);
gboolean tl_canvas_take_focus (GtkWidget *widget, GtkDirectionType direction);
void tl_canvas_give_due_focus (TlCanvas *self);
void tl_canvas_focus_item (TlCanvas *self, TlItem *item);
void tl_canvas_focus_id (TlCanvas *self, const char *id);
void tl_canvas_set_focused_id (TlCanvas *self, const char *id);
void tl_canvas_move_lost_focus (TlCanvas *self);
void tl_canvas_run_on (TlCanvas *self, TlItem *item, const char *action);

/* tl-canvas-title.c */
void tl_canvas_begin_add (TlCanvas *self, const TlCanvasNewCard *card);
void tl_canvas_add_linked (TlCanvas *self, TlItem *item);
void tl_canvas_add_beside (TlCanvas *self, TlItem *item);
void tl_canvas_end_rename (TlCanvas *self);
void tl_canvas_follow_titles (TlCanvas *self);
void tl_canvas_allocate_title (TlCanvas *self);

/* tl-canvas-overlay.c */
void tl_canvas_snapshot_overlay (TlCanvas *self, GtkSnapshot *snapshot);
void tl_canvas_outline_entry (TlCanvas *self,
                              guint index,
                              GtkSnapshot *snapshot,
                              double gap,
                              double width,
                              TlColor color);

/* tl-canvas-pointer.c */
void tl_canvas_init_pointer (TlCanvas *self);
void tl_canvas_select_at (TlCanvas *self, TlPoint at, gboolean toggles);
void tl_canvas_stop_hover (TlCanvas *self);

/* tl-canvas-clipboard.c */
GPtrArray *tl_canvas_dup_chosen (TlCanvas *self);
void tl_canvas_select_new (TlCanvas *self, GPtrArray *items);
void tl_canvas_copy (TlCanvas *self);
void tl_canvas_cut (TlCanvas *self);
void tl_canvas_paste (TlCanvas *self);
void tl_canvas_duplicate (TlCanvas *self);

/* tl-canvas-ends.c */
TlItem *tl_canvas_find_end (TlCanvas *self, TlPoint at, TlField *end);
void tl_canvas_draw_ends (TlCanvas *self, GtkSnapshot *snapshot);

/* tl-canvas-edit.c */
void tl_canvas_rank_goal (TlCanvas *self, TlItem *goal, TlItem *neighbour);
void tl_canvas_class_add_edits (GtkWidgetClass *widget_class);
void tl_canvas_update_edits (TlCanvas *self);

/* tl-canvas-move.c */
void
tl_canvas_place_cards (TlCanvas *self, GPtrArray *items, const TlPoint *corners, const char *label);
void tl_canvas_nudge (TlCanvas *self, int dx, int dy);
void tl_canvas_class_add_moves (GtkWidgetClass *widget_class);
void tl_canvas_update_moves (TlCanvas *self);

/* tl-canvas-keys.c */
gboolean tl_canvas_has_keys (TlCanvas *self);
void tl_canvas_class_bind_action (GtkWidgetClass *widget_class,
                                  guint key,
                                  guint modifiers,
                                  const char *action);
void tl_canvas_class_add_keys (GtkWidgetClass *widget_class);
void tl_canvas_init_keys (TlCanvas *self);

/* tl-canvas-menu.c */
void tl_canvas_init_menu_owner (TlMenuOwnerInterface *iface);
void tl_canvas_class_add_actions (GtkWidgetClass *widget_class);
void tl_canvas_init_actions (TlCanvas *self);
void tl_canvas_update_actions (TlCanvas *self);
void tl_canvas_popup_menu (TlCanvas *self, TlPoint at);

G_END_DECLS
