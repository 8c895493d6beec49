/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_SPLIT_ROW (tl_split_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSplitRow, tl_split_row, TL, SPLIT_ROW, GtkWidget)

typedef enum
{
  TL_SPLIT_FIRST,
  TL_SPLIT_BOTH,
  TL_SPLIT_SECOND,
} TlSplit;

/* A part of an audience, and which of two projects keeps it. */
GtkWidget *tl_split_row_new (const char *word);
const char *tl_split_row_get_word (TlSplitRow *self);
TlSplit tl_split_row_get_choice (TlSplitRow *self);
void tl_split_row_set_choice (TlSplitRow *self, TlSplit choice);

G_END_DECLS
