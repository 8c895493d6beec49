/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pack.h"

G_BEGIN_DECLS

/* What the figures say, in sentences; translated and owned by the caller. They need no sheets. */

char *tl_pack_say_alignment (const TlPack *pack);
char *tl_pack_say_goals (const TlPack *pack);
char *tl_pack_say_map (const TlPack *pack);
char *tl_pack_say_effort (const TlPack *pack);
char *tl_pack_say_findings (const TlPack *pack);
char *tl_pack_say_partners (const TlPack *pack);

char *tl_pack_say_rate (const TlPack *pack);
char *tl_pack_say_effort_rate (const TlPack *pack);
char *tl_pack_say_coverage (const TlPack *pack);
char *tl_pack_say_unaligned (const TlPack *pack);
char *tl_pack_say_focus (const TlPack *pack);
GPtrArray *tl_pack_list_answers (const TlPack *pack);

gboolean tl_pack_has_weights (const TlPack *pack);
guint tl_pack_count_high (const TlPack *pack);

G_END_DECLS
