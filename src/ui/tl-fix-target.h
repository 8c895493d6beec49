/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Which item has the field by which a finding about another is mended. */
TlItem *tl_fix_find_target (TlAlignment *alignment, TlItem *item, TlField field);

G_END_DECLS
