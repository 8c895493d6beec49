/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PANES (tl_panes_get_type ())
G_DECLARE_FINAL_TYPE (TlPanes, tl_panes, TL, PANES, GtkWidget)

typedef enum
{
  TL_SIDE_START,
  TL_SIDE_END,
  TL_N_SIDES,
} TlSide;

/* A middle, and a panel at either side that can be hidden, and made wider with the pointer or the
 * keyboard. Folded, a panel lies over the middle, one at a time, and a press beside it or Escape
 * puts it away. Properties: "content", "start", "end", "show-start", "show-end", "start-width",
 * "end-width", "folded". */
GtkWidget *tl_panes_new (void);
void tl_panes_set_content (TlPanes *self, GtkWidget *content);
void tl_panes_set_panel (TlPanes *self, TlSide side, GtkWidget *panel);
gboolean tl_panes_get_shown (TlPanes *self, TlSide side);
void tl_panes_set_shown (TlPanes *self, TlSide side, gboolean is_shown);
int tl_panes_get_width (TlPanes *self, TlSide side);
void tl_panes_set_width (TlPanes *self, TlSide side, int width);
gboolean tl_panes_get_folded (TlPanes *self);
void tl_panes_set_folded (TlPanes *self, gboolean is_folded);
void tl_panes_dismiss (TlPanes *self);

G_END_DECLS
