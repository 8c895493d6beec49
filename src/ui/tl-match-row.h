/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-ranking.h"

G_BEGIN_DECLS

#define TL_TYPE_MATCH_ROW (tl_match_row_get_type ())
G_DECLARE_FINAL_TYPE (TlMatchRow, tl_match_row, TL, MATCH_ROW, GtkWidget)

/* From these scores on a match is called close, or fair. */
#define TL_MATCH_CLOSE .5
#define TL_MATCH_FAIR .2

/* Something that exists, how well it fits what is asked, and why; with a button to point to it. */
GtkWidget *tl_match_row_new (const TlRankingHit *hit);

G_END_DECLS
