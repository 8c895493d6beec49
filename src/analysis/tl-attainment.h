/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

double tl_attainment_get_to_date (TlItem *measure);
double tl_attainment_get_forecast (TlItem *measure);

G_END_DECLS
