/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

#define TL_TYPE_SELECTION (tl_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlSelection, tl_selection, TL, SELECTION, GObject)

TlSelection *tl_selection_new (TlWorkspace *workspace);

guint tl_selection_get_n_items (TlSelection *self);
TlItem *tl_selection_get_item (TlSelection *self, guint index);
TlItem *tl_selection_get_primary (TlSelection *self);
gboolean tl_selection_contains (TlSelection *self, TlItem *item);

void tl_selection_select (TlSelection *self, TlItem *item);
void tl_selection_add (TlSelection *self, TlItem *item);
void tl_selection_remove (TlSelection *self, TlItem *item);
void tl_selection_toggle (TlSelection *self, TlItem *item);
void tl_selection_set_items (TlSelection *self, GPtrArray *items);
void tl_selection_clear (TlSelection *self);

G_END_DECLS
