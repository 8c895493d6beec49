/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

GPtrArray *tl_reading_order_new (TlAlignment *alignment);

G_END_DECLS
