/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

/* Figures as people read them. */
char *tl_pack_format_number (double number);
char *tl_pack_format_share (double share);
char *tl_pack_format_share_below (double share, double limit);
char *tl_pack_format_days (double days);
char *tl_pack_format_points (double share);
char *tl_pack_format_period (TlItem *root);
char *tl_pack_format_place (TlItem *root, TlDate today);

/* Names: never empty, and short enough to stand in a sentence. */
const char *tl_pack_get_title (TlItem *item);
char *tl_pack_dup_name (TlItem *item);
char *tl_pack_quote (TlItem *item);

G_END_DECLS
