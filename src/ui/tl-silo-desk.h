/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-desk.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_DESK (tl_silo_desk_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloDesk, tl_silo_desk, TL, SILO_DESK, TlDesk)

/* Projects that do the same, or tell the same people different things: a list of pairs, and one of
 * them side by side. Properties: "filter", which pairs are listed: "all", "alike", "mixed" or
 * "waived"; "folded", whether list and pair take turns. */
GtkWidget *tl_silo_desk_new (void);
void tl_silo_desk_open (TlSiloDesk *self, const char *id, const char *other);

G_END_DECLS
