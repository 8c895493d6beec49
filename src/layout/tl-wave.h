/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-mesh.h"

G_BEGIN_DECLS

void tl_wave_calm (const TlMesh *mesh, double *values, int rounds);

G_END_DECLS
