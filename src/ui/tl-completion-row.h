/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter-complete.h"

G_BEGIN_DECLS

#define TL_TYPE_COMPLETION_ROW (tl_completion_row_get_type ())
G_DECLARE_FINAL_TYPE (TlCompletionRow, tl_completion_row, TL, COMPLETION_ROW, GtkListBoxRow)

/* One line in the list of what a filter may become. */
GtkWidget *tl_completion_row_new (const TlCompletion *completion);

G_END_DECLS
