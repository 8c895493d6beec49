/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-canvas-private.h"

G_BEGIN_DECLS

/* A canvas in a window, with the sample workspace. */
typedef struct
{
  TlSession *session;
  TlLens *lens; /* of the session */
  GtkWidget *window;
  TlCanvas *canvas;
} UiCanvas;

void ui_canvas_open (UiCanvas *self, int width, int height);
void ui_canvas_wait (TlCanvas *canvas, guint milliseconds);
void ui_canvas_animate (gboolean is_animated);
void ui_canvas_set_up (UiCanvas *self, gconstpointer user_data);
void ui_canvas_set_up_still (UiCanvas *self, gconstpointer user_data);
void ui_canvas_tear_down (UiCanvas *self, gconstpointer user_data);
void ui_canvas_add (const char *path, void (*test) (UiCanvas *ui, gconstpointer user_data));
void ui_canvas_settle (UiCanvas *self);
TlItem *ui_canvas_get_primary (UiCanvas *self);
void ui_canvas_select (UiCanvas *self, const char *ids);
gboolean ui_canvas_press (UiCanvas *self, const char *accelerator);
void ui_canvas_activate (UiCanvas *self, const char *action);
gboolean ui_canvas_shows (UiCanvas *self, const char *id);
const char *ui_canvas_get_keyboard (UiCanvas *self);
TlRect ui_canvas_get_rect (UiCanvas *self, const char *id);
TlPoint ui_canvas_get_middle (UiCanvas *self, const char *id);
void ui_canvas_drag (UiCanvas *self, TlTool *tool, TlPoint end);
guint ui_canvas_count (UiCanvas *self, TlKind kind);
guint ui_canvas_count_selected (UiCanvas *self);
gboolean ui_canvas_serves (UiCanvas *self, TlItem *project, const char *target);
TlPoint ui_canvas_find_empty (UiCanvas *self);

G_END_DECLS
