/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* Finds, for a project that serves nothing, the objective that needs it most. */
typedef struct _TlSuggester TlSuggester;

TlSuggester *tl_suggester_new (TlAlignment *alignment);
void tl_suggester_free (TlSuggester *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSuggester, tl_suggester_free)

TlItem *tl_suggester_find (TlSuggester *self, TlItem *project, gboolean *is_alike);

G_END_DECLS
