/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-matrix-grid.h"
#include "tl-matrix-node.h"
#include "tl-menu-owner.h"
#include "tl-snapshot-painter.h"

G_BEGIN_DECLS

/* Places beside the body that the cursor can be at: as its row, and as its column. */
#define TL_MATRIX_TITLES (-1)
#define TL_MATRIX_GOALS (-2)

typedef enum
{
  TL_MATRIX_NODE_CELL,
  TL_MATRIX_NODE_ROW,
  TL_MATRIX_NODE_COLUMN,
  TL_MATRIX_N_NODES
} TlMatrixNodeSort;

/* What can be done to the links of a place; the strengths are those of the schema. */
typedef enum
{
  TL_MATRIX_EDIT_CYCLE = -1,
  TL_MATRIX_EDIT_UNLINK = -2,
} TlMatrixEdit;

/* What the parts of the grid share. */
struct _TlMatrixGrid
{
  GtkWidget parent_instance;

  /* Owned */
  TlSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *lens_signals;
  TlMatrix
      *matrix; /* (nullable): stale when is_stale says so; then nothing but its order is used */
  TlSnapshotPainter *painter;
  GskRenderNode *picture; /* (nullable): what the frame shows */
  GtkAdjustment *adjustments[2];
  GHashTable *folded; /* ids of goals */
  GSimpleActionGroup *actions;
  char *query;     /* (nullable): by which the lens hides */
  char *row_id;    /* (nullable): of the cursor */
  char *column_id; /* (nullable): of the cursor */

  /* Children: two of a sort, so that the keyboard goes from one to the other. */
  GtkWidget *nodes[TL_MATRIX_N_NODES][2];
  GtkWidget *node; /* (nullable): the one in use */
  GtkWidget *menu; /* (nullable) */

  gpointer focus; /* (nullable): by which the lens hides; only to be compared */
  GtkScrollablePolicy policies[2];
  TlMatrixOrder order;
  double scale; /* pixels a unit of the frame, by the size of texts */
  TlMatrixFrame frame;
  TlMatrixSpot hovered;
  int row; /* of the cursor */
  int column;
  gboolean column_is_goal;
  gboolean shows_all;
  gboolean is_stale;
  gboolean keeps_order; /* the next matrix shows the same document, a step later */
  double painted_lines; /* rows and columns, since the painter has forgotten its texts */
};

/* tl-matrix-grid.c */
TlRect tl_matrix_grid_get_pixels (TlMatrixGrid *self, TlRect rect);
gboolean tl_matrix_grid_ensure (TlMatrixGrid *self);
void tl_matrix_grid_invalidate (TlMatrixGrid *self, gboolean keeps_order);
void tl_matrix_grid_queue_update (TlMatrixGrid *self);
void tl_matrix_grid_set_folded (TlMatrixGrid *self, int group, gboolean is_folded);

/* tl-matrix-cursor.c */
void tl_matrix_grid_init_cursor (TlMatrixGrid *self);
TlMatrixSpot tl_matrix_grid_get_cursor (TlMatrixGrid *self);
void tl_matrix_grid_set_cursor (TlMatrixGrid *self, int row, int column);
void tl_matrix_grid_restore_cursor (TlMatrixGrid *self);
void tl_matrix_grid_scroll_to (TlMatrixGrid *self, const TlMatrixSpot *spot);
gboolean tl_matrix_grid_take_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean tl_matrix_grid_grab_focus (GtkWidget *widget);
void tl_matrix_grid_allocate_node (TlMatrixGrid *self);
void tl_matrix_grid_describe_node (TlMatrixGrid *self);

/* tl-matrix-edit.c */
TlItem *tl_matrix_grid_get_item (TlMatrixGrid *self, const TlMatrixSpot *spot);
void tl_matrix_grid_select (TlMatrixGrid *self, const TlMatrixSpot *spot, gboolean toggles);
void tl_matrix_grid_edit (TlMatrixGrid *self, int edit);

/* tl-matrix-keys.c */
void tl_matrix_grid_class_add_keys (GtkWidgetClass *widget_class);

/* tl-matrix-pointer.c */
void tl_matrix_grid_init_menu_owner (TlMenuOwnerInterface *iface);
void tl_matrix_grid_init_pointer (TlMatrixGrid *self);
void tl_matrix_grid_init_actions (TlMatrixGrid *self);
void tl_matrix_grid_popup_menu (TlMatrixGrid *self);
gboolean tl_matrix_grid_query_tooltip (GtkWidget *widget,
                                       int x,
                                       int y,
                                       gboolean keyboard,
                                       GtkTooltip *tooltip);

/* tl-matrix-overlay.c */
void tl_matrix_grid_snapshot_overlay (TlMatrixGrid *self, GtkSnapshot *snapshot);

G_END_DECLS
