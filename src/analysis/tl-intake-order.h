/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

/* Two ways to put what waits in an order. An order to discuss, never a verdict. */
typedef enum
{
  TL_INTAKE_RICE, /* reach · impact · confidence ÷ effort */
  TL_INTAKE_WSJF, /* (impact + time criticality + risk reduction) ÷ effort */
  TL_N_INTAKE_ORDERS,
} TlIntakeOrder;

const char *tl_intake_order_get_label (TlIntakeOrder order);
const TlField *tl_intake_order_get_fields (TlIntakeOrder order, guint *n_fields);
double tl_intake_order_get_score (TlIntakeOrder order, TlItem *project);
void tl_intake_order_sort (TlIntakeOrder order, GPtrArray *projects);

G_END_DECLS
