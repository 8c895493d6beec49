/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_DIVIDE_WINDOW (tl_divide_window_get_type ())
G_DECLARE_FINAL_TYPE (TlDivideWindow, tl_divide_window, TL, DIVIDE_WINDOW, AdwWindow)

/* Asks of each part of an audience that two projects share which of them it goes to. */
void tl_divide_window_present (GtkWidget *parent,
                               TlSession *session,
                               TlItem *const *projects,
                               const char *const *shared);

G_END_DECLS
