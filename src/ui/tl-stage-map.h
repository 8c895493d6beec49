/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_STAGE_MAP (tl_stage_map_get_type ())
G_DECLARE_FINAL_TYPE (TlStageMap, tl_stage_map, TL, STAGE_MAP, GtkWidget)

/* The map before an audience: it is looked at, and the camera is led. */
GtkWidget *tl_stage_map_new (void);
void tl_stage_map_set_session (TlStageMap *self, TlSession *session);
void tl_stage_map_show_chain (TlStageMap *self, const char *id);
void tl_stage_map_show_tray (TlStageMap *self);

G_END_DECLS
