/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_isotonic_fit (double *values, const double *weights, int n);

G_END_DECLS
