/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_RANK_BADGE (tl_rank_badge_get_type ())
G_DECLARE_FINAL_TYPE (TlRankBadge, tl_rank_badge, TL, RANK_BADGE, GtkWidget)

/* The place of a goal by priority, on the goal's colour. */
void tl_rank_badge_set_rank (TlRankBadge *self, guint rank);

G_END_DECLS
