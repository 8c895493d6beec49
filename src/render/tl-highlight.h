/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/* What is lit in a scene while the rest is dimmed; as long as nothing is added, nothing is dimmed.
 * Headings and the legend never are. */
typedef struct _TlHighlight TlHighlight;

TlHighlight *tl_highlight_new (const TlScene *scene);
void tl_highlight_free (TlHighlight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHighlight, tl_highlight_free)

void tl_highlight_clear (TlHighlight *self);
gboolean tl_highlight_is_empty (const TlHighlight *self);
void tl_highlight_add (TlHighlight *self, const char *id);
void tl_highlight_add_kind (TlHighlight *self, TlKind kind);
void tl_highlight_add_chain (TlHighlight *self, const char *id);
void tl_highlight_add_tray (TlHighlight *self);
TlEmphasis tl_highlight_get (guint entry, gpointer highlight);

G_END_DECLS
