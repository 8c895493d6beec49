/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-commands-silo.h"

G_BEGIN_DECLS

/* Makes one project of two, in a transaction that has begun and in a workspace that can be changed.
 */
void tl_merge_projects (TlItem *kept, TlItem *other, TlMergeFlags flags);

G_END_DECLS
