/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* What hides that which is under it: items, and lanes of the map. It goes by ids, so that what is
 * deleted and comes back is folded again. */
typedef struct _TlFolds TlFolds;

TlFolds *tl_folds_new (void);
void tl_folds_free (TlFolds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFolds, tl_folds_free)

gboolean tl_folds_contains (const TlFolds *self, const char *id);
gboolean tl_folds_is_empty (const TlFolds *self);
guint64 tl_folds_get_serial (const TlFolds *self);
gboolean tl_folds_set (TlFolds *self, const char *id, gboolean is_folded);
gboolean tl_folds_set_all (TlFolds *self, GPtrArray *ids);
GPtrArray *tl_folds_list (const TlFolds *self);

G_END_DECLS
