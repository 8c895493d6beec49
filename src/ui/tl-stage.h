/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_STAGE (tl_stage_get_type ())
G_DECLARE_FINAL_TYPE (TlStage, tl_stage, TL, STAGE, GtkWindow)

/* The map before an audience: full screen, no panels, no private fields, step by step. */
GtkWidget *tl_stage_new (TlSession *session);

G_END_DECLS
