/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-display-list.h"

G_BEGIN_DECLS

/* The render nodes of a display list, each made once and kept: painting a frame again costs no more
 * than putting them together. */
typedef struct _TlEntryNodes TlEntryNodes;

TlEntryNodes *tl_entry_nodes_new (PangoContext *context);
void tl_entry_nodes_free (TlEntryNodes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEntryNodes, tl_entry_nodes_free)

void tl_entry_nodes_set_list (TlEntryNodes *self, const TlDisplayList *list);
GskRenderNode *
tl_entry_nodes_get (TlEntryNodes *self, guint index, TlDetail detail, TlEmphasis emphasis);
void tl_entry_nodes_forget (TlEntryNodes *self, guint index);
void tl_entry_nodes_trim (TlEntryNodes *self, const GArray *wanted);

G_END_DECLS
