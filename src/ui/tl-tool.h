/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-canvas.h"
#include "tl-display-list.h"

G_BEGIN_DECLS

#define TL_TYPE_TOOL (tl_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlTool, tl_tool, TL, TOOL, GObject)

/* What a gesture of the pointer does. A tool is made when the gesture begins and is gone when it
 * ends, and so is all that it remembers. Points are pixels of the canvas. */
struct _TlToolClass
{
  GObjectClass parent_class;

  const char *cursor; /* name */
  void (*update) (TlTool *self, TlPoint at);
  void (*finish) (TlTool *self, TlPoint at);
  void (*cancel) (TlTool *self);
  void (*snapshot) (TlTool *self, GtkSnapshot *snapshot);
  gboolean (*get_emphasis) (TlTool *self, guint entry, TlEmphasis *emphasis);
};

TlCanvas *tl_tool_get_canvas (TlTool *self);
TlPoint tl_tool_get_start (TlTool *self);
void tl_tool_set_start (TlTool *self, TlCanvas *canvas, TlPoint start);
void tl_tool_pull_edges (TlTool *self, TlPoint at);

void tl_tool_update (TlTool *self, TlPoint at);
void tl_tool_finish (TlTool *self, TlPoint at);
void tl_tool_cancel (TlTool *self);
void tl_tool_snapshot (TlTool *self, GtkSnapshot *snapshot);
gboolean tl_tool_get_emphasis (TlTool *self, guint entry, TlEmphasis *emphasis);

TlTool *tl_tool_pan_new (TlCanvas *canvas, TlPoint start, gboolean runs_on);
TlTool *tl_tool_marquee_new (TlCanvas *canvas, TlPoint start, gboolean extends);
TlTool *tl_tool_link_new (TlCanvas *canvas, TlPoint start, TlItem *source);
TlTool *tl_tool_link_new_for_end (TlCanvas *canvas, TlPoint start, TlItem *link, TlField end);
TlTool *tl_tool_move_new (TlCanvas *canvas, TlPoint start, TlItem *item);
gboolean tl_tool_rank_takes (TlCanvas *canvas, TlItem *item);
TlTool *tl_tool_rank_new (TlCanvas *canvas, TlPoint start, TlItem *goal);

G_END_DECLS
