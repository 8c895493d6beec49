/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_MERGE_WINDOW (tl_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (TlMergeWindow, tl_merge_window, TL, MERGE_WINDOW, AdwWindow)

/* Asks which of two projects stays, and shows what it will have then. */
void tl_merge_window_present (GtkWidget *parent, TlSession *session, TlItem *const *projects);

G_END_DECLS
