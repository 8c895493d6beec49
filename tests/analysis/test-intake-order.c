/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-attainment.h"
#include "tl-intake-order.h"

/* What waits, in two orders; and how far measures have come on their plans. */

/* clang-format off */
#define PLAN "{'projects':[" \
  "{'id':'P','reach':200,'impactScore':6,'confidence':0.5,'effortDays':30,'timeCriticality':2,'riskReduction':1}," \
  "{'id':'Q','reach':1000,'impactScore':3,'confidence':1,'effortDays':60,'timeCriticality':9,'riskReduction':6}," \
  "{'id':'R','reach':10,'impactScore':1,'effortDays':1,'timeCriticality':9,'riskReduction':10}," \
  "{'id':'S','reach':10,'impactScore':1,'confidence':1,'effortDays':0,'timeCriticality':1,'riskReduction':1}," \
  "{'id':'T','impactScore':6,'timeCriticality':2,'riskReduction':1,'effortDays':30}]}"
/* clang-format on */

static const struct
{
  const char *project;
  double rice;
  double wsjf;
} cases[] = {
  { "P", 20, .3 },           { "Q", 50, .3 },
  { "R", (double) NAN, 20 }, { "S", (double) NAN, (double) NAN },
  { "T", (double) NAN, .3 },
};

static void
assert_number (double found, double expected)
{
  g_assert_cmpint (isnan (found), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

static void
test_scores (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlItem *project = tl_workspace_lookup (workspace, cases[i].project);

      assert_number (tl_intake_order_get_score (TL_INTAKE_RICE, project), cases[i].rice);
      assert_number (tl_intake_order_get_score (TL_INTAKE_WSJF, project), cases[i].wsjf);
    }
}

static char *
sort (TlWorkspace *workspace, TlIntakeOrder order)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    g_ptr_array_add (projects, tl_workspace_get_item (workspace, TL_KIND_PROJECT, i));
  tl_intake_order_sort (order, projects);
  for (guint i = 0; i < projects->len; i++)
    g_string_append (text, tl_item_get_id (projects->pdata[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The best first, equals as they were, and at the end what has no score. */
static void
test_order (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autofree char *rice = sort (workspace, TL_INTAKE_RICE);
  g_autofree char *wsjf = sort (workspace, TL_INTAKE_WSJF);

  g_assert_cmpstr (rice, ==, "QPRST");
  g_assert_cmpstr (wsjf, ==, "RPQTS");
}

static void
test_fields (void)
{
  for (TlIntakeOrder order = 0; order < TL_N_INTAKE_ORDERS; order++)
    {
      guint n;
      const TlField *fields = tl_intake_order_get_fields (order, &n);

      g_assert_cmpstr (tl_intake_order_get_label (order), !=, "");
      g_assert_cmpuint (n, ==, 4);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (tl_field_get_spec (fields[i])->kind, ==, TL_KIND_PROJECT);
    }
}

static void
test_attainment (void)
{
  static const struct
  {
    const char *measure;
    double to_date;
    double forecast;
  } expected[] = {
    { "'plan':40,'toDate':30,'forecast':50", .75, 1.25 },
    { "'plan':40,'toDate':0", 0, (double) NAN },
    { "'plan':0,'toDate':3,'forecast':0", (double) NAN, (double) NAN },
    { "'toDate':3,'forecast':4", (double) NAN, (double) NAN },
    { "'plan':-4,'toDate':-2,'forecast':-4", .5, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *document
          = g_strdup_printf ("{'measures':[{'id':'M',%s}]}", expected[i].measure);
      g_autoptr (TlWorkspace) workspace = sample_read_text (document);
      TlItem *measure = tl_workspace_lookup (workspace, "M");

      assert_number (tl_attainment_get_to_date (measure), expected[i].to_date);
      assert_number (tl_attainment_get_forecast (measure), expected[i].forecast);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake-order/scores", test_scores);
  g_test_add_func ("/intake-order/order", test_order);
  g_test_add_func ("/intake-order/fields", test_fields);
  g_test_add_func ("/attainment/cases", test_attainment);

  return g_test_run ();
}
