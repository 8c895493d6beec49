/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-outline-model.h"
#include "tl-outline-row.h"
#include "tl-outline.h"

G_BEGIN_DECLS

/* What is done at a row once it has its place on the screen. */
typedef enum
{
  TL_OUTLINE_SHOW,   /* nothing: it is in sight */
  TL_OUTLINE_FOCUS,  /* it gets the keyboard */
  TL_OUTLINE_RENAME, /* its title is written */
} TlOutlineThen;

/* The parts of the outline, which are in several files: tl-outline.c has the tree and the
 * selection, tl-outline-edit.c what is done to the rows, tl-outline-clipboard.c what is cut and
 * pasted, tl-outline-drag.c what is dragged, tl-outline-input.c keys and menus. */
struct _TlOutline
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *lens_signals;
  TlOutlineNode *root;
  GtkTreeListModel *tree;
  TlOutlineModel *model;
  GHashTable *open;            /* set of TlOutlineNode, by their places: what the user has opened */
  TlOutlineNode *current;      /* of the row that has, or last had, the keyboard */
  GPtrArray *held;             /* of TlOutlineNode: what was cut or copied */
  GdkContentProvider *holding; /* what of it is on the clipboard */
  GString *typed;              /* letters of the title that is looked for */
  GtkWidget *menu;             /* child; NULL until it is first opened */

  /* Template. */
  GtkListView *list;

  GtkTreeListRow *waiting; /* owned: a row that is to come into sight, by a tick callback */
  guint waiting_tick;
  guint n_waited;
  gint64 typed_at;
  TlOutlineThen then;
  TlOutlineRow *drop_row; /* weak: over which something is dragged */

  guint is_stale : 1;  /* something has changed while nobody looked */
  guint is_hiding : 1; /* the lens leaves rows out */
  guint is_moving : 1; /* what is held was cut, not copied */
};

/* tl-outline.c */
void tl_outline_open_row (TlOutline *self, GtkTreeListRow *row);
GtkTreeListRow *tl_outline_dup_current_row (TlOutline *self);
TlOutlineRow *tl_outline_find_widget (TlOutline *self, GtkTreeListRow *row);
TlOutlineNode *tl_outline_find_node (TlOutline *self, GArray *path);
void tl_outline_go_to_row (TlOutline *self, GtkTreeListRow *row, TlOutlineThen then);
void tl_outline_go_to (TlOutline *self, TlItem *item, TlOutlineThen then);
void tl_outline_go_to_position (TlOutline *self, guint position);
void tl_outline_set_current (TlOutline *self, GtkTreeListRow *row);

/* tl-outline-edit.c */
void tl_outline_class_add_actions (GtkWidgetClass *widget_class);
void tl_outline_update_actions (TlOutline *self);
guint tl_outline_list_child_kinds (const TlOutlinePlace *place, TlKind kinds[2]);

/* tl-outline-clipboard.c */
void tl_outline_hold (TlOutline *self, gboolean is_moving);
gboolean tl_outline_let_go (TlOutline *self);
gboolean tl_outline_holds_something (TlOutline *self);
void tl_outline_paste (TlOutline *self);
gboolean tl_outline_can_drop (TlOutline *self, TlOutlineNode *node, GtkTreeListRow *row);
void tl_outline_drop (TlOutline *self, TlOutlineNode *node, GtkTreeListRow *row);

/* tl-outline-drag.c */
void tl_outline_init_drag (TlOutline *self);

/* tl-outline-input.c */
TlOutlineRow *tl_outline_pick (TlOutline *self, double x, double y);
void tl_outline_init_input (TlOutline *self);
void tl_outline_popup_menu (TlOutline *self);
void tl_outline_popup_additions (TlOutline *self, const TlOutlinePlace *place);

G_END_DECLS
