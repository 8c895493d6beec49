/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* Waivers in words. */
char *tl_waiver_dup_terms (TlItem *waiver);
char *tl_waiver_dup_state (TlItem *waiver, TlDate today);

G_END_DECLS
