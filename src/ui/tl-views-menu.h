/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

void tl_views_menu_fill (GMenu *menu, TlWorkspace *workspace);

G_END_DECLS
