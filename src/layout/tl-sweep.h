/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

void tl_sweep_right (TlNet *net);
void tl_sweep_left (TlNet *net);

G_END_DECLS
