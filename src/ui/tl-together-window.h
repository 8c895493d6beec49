/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_TOGETHER_WINDOW (tl_together_window_get_type ())
G_DECLARE_FINAL_TYPE (TlTogetherWindow, tl_together_window, TL, TOGETHER_WINDOW, AdwWindow)

/* Asks who decides about two projects, and by when. */
void tl_together_window_present (GtkWidget *parent, TlSession *session, TlItem *const *projects);

G_END_DECLS
