/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* How an item stands, in a sentence to be read on from its title. */
char *tl_item_dup_lead (TlSession *session, TlItem *item);
char *tl_measure_dup_standing (TlItem *measure);
char *tl_goal_dup_target (TlItem *goal);

G_END_DECLS
