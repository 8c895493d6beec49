/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

char *tl_link_dup_look (TlItem *link);

G_END_DECLS
