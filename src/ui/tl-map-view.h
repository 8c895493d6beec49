/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* A scene in a rectangle of pixels: what is seen of it, ready to be painted. The map moves and
 * scales; the tray is docked at the bottom, where it can be reached from everywhere on the map. No
 * widget: the canvas and the stage each have one. */
typedef struct _TlMapView TlMapView;

TlMapView *tl_map_view_new (PangoContext *context);
void tl_map_view_free (TlMapView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMapView, tl_map_view_free)

/* Scene. */
void tl_map_view_set_scene (TlMapView *self, TlScene *scene);
void tl_map_view_change_scene (TlMapView *self, TlScene *scene);
gboolean tl_map_view_start_glide (TlMapView *self);
void tl_map_view_set_glide (TlMapView *self, double share);
void
tl_map_view_carry (TlMapView *self, GHashTable *entries, TlPoint map_shift, TlPoint tray_shift);
gboolean tl_map_view_follow (TlMapView *self, TlAnalysis *analysis, TlTransaction *transaction);
void tl_map_view_colour_by (TlMapView *self, TlAnalysis *analysis, int by);
TlScene *tl_map_view_get_scene (TlMapView *self);
const TlDisplayList *tl_map_view_get_list (TlMapView *self);
TlRect tl_map_view_get_content (TlMapView *self);

/* Place. */
void tl_map_view_set_size (TlMapView *self, double width, double height);
void tl_map_view_set_text_scale (TlMapView *self, double scale);
double tl_map_view_get_text_scale (TlMapView *self);
void tl_map_view_set_top (TlMapView *self, double top);
void tl_map_view_set_docked (TlMapView *self, gboolean is_docked);
void tl_map_view_set_folded (TlMapView *self, gboolean is_folded);
gboolean tl_map_view_is_folded (TlMapView *self);
TlViewport tl_map_view_get_viewport (TlMapView *self);
void tl_map_view_set_viewport (TlMapView *self, TlViewport viewport);
TlRect tl_map_view_get_tray (TlMapView *self);
TlRect tl_map_view_get_tray_head (TlMapView *self);
TlRect tl_map_view_get_headings (TlMapView *self);
double tl_map_view_get_top (TlMapView *self);
gboolean tl_map_view_scroll_tray (TlMapView *self, double dy);
gboolean tl_map_view_get_tray_scroll (TlMapView *self, double *position, double *share);

/* Entries. */
gboolean tl_map_view_hit (TlMapView *self, TlPoint point, double tolerance, guint *index);
gboolean tl_map_view_find (TlMapView *self, const char *id, guint *index);
const TlEntry *tl_map_view_get_entry (TlMapView *self, guint index);
gboolean tl_map_view_is_in_tray (TlMapView *self, guint index);
TlRect tl_map_view_get_entry_rect (TlMapView *self, guint index);
TlRect tl_map_view_get_shown_rect (TlMapView *self, guint index);
gboolean tl_map_view_get_seen_rect (TlMapView *self, guint index, TlRect *rect);
double tl_map_view_get_entry_scale (TlMapView *self, guint index);
TlViewport tl_map_view_get_revealing (TlMapView *self, guint index, double margin);
TlViewport tl_map_view_begin_with (TlMapView *self, TlViewport viewport, guint index);
void tl_map_view_reveal_in_tray (TlMapView *self, guint index);

/* Painting. */
void tl_map_view_set_ready_func (TlMapView *self, GFunc ready, gpointer user_data);
void tl_map_view_set_factor (TlMapView *self, int factor);
void tl_map_view_prepare (TlMapView *self, TlEmphasisFunc emphasis, gpointer user_data);
gboolean tl_map_view_is_busy (TlMapView *self);
GArray *tl_map_view_get_visible (TlMapView *self);
void tl_map_view_snapshot (TlMapView *self, GtkSnapshot *snapshot);
void tl_map_view_set_halos (TlMapView *self, const GArray *links, TlColor color);
void tl_map_view_snapshot_halos (TlMapView *self, GtkSnapshot *snapshot);
GdkTexture *tl_map_view_create_picture (TlMapView *self,
                                        int width,
                                        int height,
                                        TlEmphasisFunc emphasis,
                                        gpointer user_data);
gboolean tl_map_view_push_clip (TlMapView *self, guint index, GtkSnapshot *snapshot);

G_END_DECLS
