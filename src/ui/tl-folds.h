/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* Which items hide what is under them. It goes by their ids, so that one that is deleted and comes
 * back is folded again. */
typedef struct _TlFolds TlFolds;

TlFolds *tl_folds_new (void);
void tl_folds_free (TlFolds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFolds, tl_folds_free)

gboolean tl_folds_contains (const TlFolds *self, TlItem *item);
gboolean tl_folds_set (TlFolds *self, TlItem *item, gboolean is_folded);
gboolean tl_folds_set_all (TlFolds *self, GPtrArray *items);
GPtrArray *tl_folds_list (const TlFolds *self, TlWorkspace *workspace);

G_END_DECLS
