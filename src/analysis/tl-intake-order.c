/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-intake-order.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const char *label;
  TlField fields[4]; /* the effort comes last, and divides */
  gboolean is_product;
} Order;

static const Order orders[TL_N_INTAKE_ORDERS] = {
  [TL_INTAKE_RICE]
  = { NC_ ("intake order", "Reach, Impact, Confidence"),
      { TL_PROJECT_REACH, TL_PROJECT_IMPACT_SCORE, TL_PROJECT_CONFIDENCE, TL_PROJECT_EFFORT },
      TRUE },
  [TL_INTAKE_WSJF] = { NC_ ("intake order", "Cost of Delay"),
                       { TL_PROJECT_IMPACT_SCORE, TL_PROJECT_TIME_CRITICALITY,
                         TL_PROJECT_RISK_REDUCTION, TL_PROJECT_EFFORT },
                       FALSE },
};

/**
 * tl_intake_order_get_label:
 * @order: an order
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
tl_intake_order_get_label (TlIntakeOrder order)
{
  g_return_val_if_fail (order < TL_N_INTAKE_ORDERS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "intake order", orders[order].label);
}

/**
 * tl_intake_order_get_fields:
 * @order: an order
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): the fields of a project that it needs
 */
const TlField *
tl_intake_order_get_fields (TlIntakeOrder order, guint *n_fields)
{
  g_return_val_if_fail (order < TL_N_INTAKE_ORDERS, NULL);

  *n_fields = G_N_ELEMENTS (orders[order].fields);
  return orders[order].fields;
}

/**
 * tl_intake_order_get_score:
 * @order: an order
 * @project: a project
 *
 * RICE: reach · impact · confidence ÷ effort, with reach in people, impact from 0 to 10, confidence
 * from 0 to 1, effort in days. WSJF, the weighted shortest job first: (impact + time criticality +
 * risk reduction) ÷ effort, the three of them from 0 to 10.
 *
 * Returns: the score; NaN while something that it needs is not recorded, and for work without days
 */
double
tl_intake_order_get_score (TlIntakeOrder order, TlItem *project)
{
  const Order *row;
  double worth, effort;

  g_return_val_if_fail (order < TL_N_INTAKE_ORDERS && TL_IS_ITEM (project), (double) NAN);

  row = &orders[order];
  effort = tl_item_get_number (project, row->fields[3]);
  worth = tl_item_get_number (project, row->fields[0]);
  for (guint i = 1; i < 3; i++)
    {
      double number = tl_item_get_number (project, row->fields[i]);

      worth = row->is_product ? worth * number : worth + number;
    }
  return effort > 0 ? worth / effort : (double) NAN;
}

typedef struct
{
  TlItem *project;
  double score;
  guint place;
} Entry;

/* The best first, what is not known last, equals as they were. */
static int
compare_entries (gconstpointer left, gconstpointer right)
{
  const Entry *a = left;
  const Entry *b = right;

  if (isnan (a->score) != isnan (b->score))
    return isnan (a->score) ? 1 : -1;
  if (a->score > b->score)
    return -1;
  if (a->score < b->score)
    return 1;
  return a->place < b->place ? -1 : a->place > b->place;
}

/**
 * tl_intake_order_sort:
 * @order: an order
 * @projects: (element-type TlItem): projects, in any order
 *
 * Puts @projects in that order: the highest score first, those without a score at the end.
 */
void
tl_intake_order_sort (TlIntakeOrder order, GPtrArray *projects)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), projects->len);

  for (guint i = 0; i < projects->len; i++)
    {
      Entry entry
          = { projects->pdata[i], tl_intake_order_get_score (order, projects->pdata[i]), i };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < projects->len; i++)
    projects->pdata[i] = g_array_index (entries, Entry, i).project;
}
