/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECK_ROW (tl_check_row_get_type ())
G_DECLARE_FINAL_TYPE (TlCheckRow, tl_check_row, TL, CHECK_ROW, AdwPreferencesRow)

/* A rule: what it finds and how often, why that matters, whether it is on, and what it goes by. */
GtkWidget *tl_check_row_new (TlSession *session, const TlRule *rule);
void tl_check_row_update (TlCheckRow *self);

G_END_DECLS
