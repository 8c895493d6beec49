/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

void tl_spectral_place (const TlNet *net, double *places);

G_END_DECLS
