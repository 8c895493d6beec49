/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

GBytes *tl_write_bytes (TlWorkspace *workspace);

G_END_DECLS
