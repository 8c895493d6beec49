/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_N_LEVELS 6

/* The levels of evaluation, 0 to 5, in words. */
const char *tl_level_get_name (int level);
char *tl_level_dup_label (int level);

G_END_DECLS
