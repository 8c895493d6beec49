/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_WAIVE_WINDOW (tl_waive_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWaiveWindow, tl_waive_window, TL, WAIVE_WINDOW, AdwWindow)

/* Asks why a finding is to be let pass, who says so, and until when. */
void tl_waive_window_present (GtkWidget *parent, TlSession *session, const TlFinding *finding);
void tl_waive_window_present_pair (GtkWidget *parent,
                                   TlSession *session,
                                   TlItem *const *projects,
                                   GPtrArray *rules);

G_END_DECLS
