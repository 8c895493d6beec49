/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-attainment.h"

#include <math.h>

/* How far a measure has come on the way that was planned for it (TDRp). */

static double
divide_by_plan (TlItem *measure, TlField field)
{
  double plan = tl_item_get_number (measure, TL_MEASURE_PLAN);
  double value = tl_item_get_number (measure, field);

  return fabs (plan) > 0 ? value / plan : (double) NAN;
}

/**
 * tl_attainment_get_to_date:
 * @measure: a measure
 *
 * Returns: its value to date ÷ its plan, 1 when the plan is met; NaN when either is not recorded,
 *   and for a plan of nothing
 */
double
tl_attainment_get_to_date (TlItem *measure)
{
  return divide_by_plan (measure, TL_MEASURE_TO_DATE);
}

/**
 * tl_attainment_get_forecast:
 * @measure: a measure
 *
 * Returns: its forecast ÷ its plan, 1 when the plan will be met; NaN when either is not recorded,
 *   and for a plan of nothing
 */
double
tl_attainment_get_forecast (TlItem *measure)
{
  return divide_by_plan (measure, TL_MEASURE_FORECAST);
}
