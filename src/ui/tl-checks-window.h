/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECKS_WINDOW (tl_checks_window_get_type ())
G_DECLARE_FINAL_TYPE (TlChecksWindow, tl_checks_window, TL, CHECKS_WINDOW, AdwWindow)

/* What the plan is checked by: all rules, to be switched on and off, and their thresholds. */
GtkWidget *tl_checks_window_new (TlSession *session);

G_END_DECLS
