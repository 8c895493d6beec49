/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-desk.h"

G_BEGIN_DECLS

#define TL_TYPE_PARTS_DESK (tl_parts_desk_get_type ())
G_DECLARE_FINAL_TYPE (TlPartsDesk, tl_parts_desk, TL, PARTS_DESK, TlDesk)

/* A desk that says how things stand in a sentence, perhaps a chart, and a tree of figures with the
 * items behind them; with nothing to show, what to do first. Property: "subject", what it is about:
 * "requests", "discovery", "partners", "mix", "insights" or "effort". */
GtkWidget *tl_parts_desk_new (const char *subject);

G_END_DECLS
