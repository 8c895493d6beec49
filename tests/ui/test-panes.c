/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-breakpoint-bin.h"
#include "tl-panes.h"

static TlPanes *
panes_new (void)
{
  TlPanes *panes = g_object_ref_sink (TL_PANES (tl_panes_new ()));

  tl_panes_set_panel (panes, TL_SIDE_START, gtk_label_new ("Start"));
  tl_panes_set_panel (panes, TL_SIDE_END, gtk_label_new ("End"));
  tl_panes_set_content (panes, gtk_label_new ("Middle"));
  return panes;
}

static int
measure_least (TlPanes *panes)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (panes), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static GtkWidget *
get_child (TlPanes *panes, const char *property)
{
  g_autoptr (GtkWidget) child = NULL;

  g_object_get (panes, property, &child, NULL);
  return child;
}

static void
test_measure (void)
{
  g_autoptr (TlPanes) panes = panes_new ();
  int both = measure_least (panes);
  int folded;

  tl_panes_set_shown (panes, TL_SIDE_START, FALSE);
  g_assert_cmpint (both - measure_least (panes), ==, 200);
  tl_panes_set_shown (panes, TL_SIDE_END, FALSE);
  g_assert_cmpint (both - measure_least (panes), ==, 440);
  tl_panes_set_shown (panes, TL_SIDE_START, TRUE);
  tl_panes_set_folded (panes, TRUE);
  folded = measure_least (panes);
  g_assert_cmpint (both - folded, ==, 440);
}

static void
test_width_limits (void)
{
  static const struct
  {
    TlSide side;
    int wanted;
    int given;
  } cases[] = {
    { TL_SIDE_START, 10, 200 },     { TL_SIDE_START, 333, 333 }, { TL_SIDE_START, 9999, 640 },
    { TL_SIDE_END, G_MININT, 240 }, { TL_SIDE_END, 333, 333 },   { TL_SIDE_END, G_MAXINT, 720 },
  };
  g_autoptr (TlPanes) panes = panes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_panes_set_width (panes, cases[i].side, cases[i].wanted);
      g_assert_cmpint (tl_panes_get_width (panes, cases[i].side), ==, cases[i].given);
    }
}

static void
test_fold (void)
{
  g_autoptr (TlPanes) panes = panes_new ();

  tl_panes_set_shown (panes, TL_SIDE_END, FALSE);
  tl_panes_set_folded (panes, TRUE);
  g_assert_false (tl_panes_get_shown (panes, TL_SIDE_START));
  g_assert_false (tl_panes_get_shown (panes, TL_SIDE_END));

  /* One at a time. */
  tl_panes_set_shown (panes, TL_SIDE_END, TRUE);
  tl_panes_set_shown (panes, TL_SIDE_START, TRUE);
  g_assert_true (tl_panes_get_shown (panes, TL_SIDE_START));
  g_assert_false (tl_panes_get_shown (panes, TL_SIDE_END));
  tl_panes_dismiss (panes);
  g_assert_false (tl_panes_get_shown (panes, TL_SIDE_START));

  /* As they were before. */
  tl_panes_set_folded (panes, FALSE);
  g_assert_true (tl_panes_get_shown (panes, TL_SIDE_START));
  g_assert_false (tl_panes_get_shown (panes, TL_SIDE_END));
}

static void
test_allocate (void)
{
  g_autoptr (TlPanes) panes = panes_new ();
  GtkWidget *widget = GTK_WIDGET (panes);
  GtkWidget *start = get_child (panes, "start");
  GtkWidget *content = get_child (panes, "content");
  GtkWidget *end = get_child (panes, "end");

  measure_least (panes);
  gtk_widget_allocate (widget, 1200, 600, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (start), ==, 300);
  g_assert_cmpint (gtk_widget_get_width (end), ==, 320);
  g_assert_cmpint (gtk_widget_get_width (content), ==, 580);

  /* Both panels give way before the middle does. */
  gtk_widget_allocate (widget, 800, 600, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (content), >=, 240);
  g_assert_cmpint (gtk_widget_get_width (start), >=, 200);
  g_assert_cmpint (gtk_widget_get_width (end), >=, 240);
  g_assert_cmpint (gtk_widget_get_width (content) + gtk_widget_get_width (start)
                       + gtk_widget_get_width (end),
                   ==, 800);

  tl_panes_set_folded (panes, TRUE);
  measure_least (panes);
  gtk_widget_allocate (widget, 360, 600, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (content), ==, 360);
  g_assert_false (gtk_widget_get_child_visible (start));
}

/* With large text a panel may need more than it was given: the middle makes way, and nothing lies
 * over anything. */
static void
test_large_panel (void)
{
  g_autoptr (TlPanes) panes = panes_new ();
  GtkWidget *start = get_child (panes, "start");
  GtkWidget *content = get_child (panes, "content");
  GtkWidget *end = get_child (panes, "end");

  gtk_widget_set_size_request (start, 350, -1);
  gtk_widget_set_size_request (end, 400, -1);
  g_assert_cmpint (measure_least (panes), >=, 750);
  gtk_widget_allocate (GTK_WIDGET (panes), 1200, 600, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (start), ==, 350);
  g_assert_cmpint (gtk_widget_get_width (end), ==, 400);
  g_assert_cmpint (gtk_widget_get_width (content), ==, 450);
}

static void
test_breakpoints (void)
{
  g_autoptr (TlBreakpointBin) bin
      = g_object_ref_sink (TL_BREAKPOINT_BIN (tl_breakpoint_bin_new ()));
  static const struct
  {
    int width;
    gboolean is_narrow;
    gboolean is_compact;
  } cases[]
      = { { 360, TRUE, TRUE },   { 599, TRUE, TRUE },    { 600, TRUE, FALSE }, { 859, TRUE, FALSE },
          { 860, FALSE, FALSE }, { 1600, FALSE, FALSE }, { 400, TRUE, TRUE } };
  GtkWidget *wide = gtk_label_new ("A child that wants more than there is");
  int least;

  gtk_widget_set_size_request (wide, 700, 10);
  tl_breakpoint_bin_set_child (bin, wide);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 360);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (bin), cases[i].width, 400, -1, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpint (tl_breakpoint_bin_is_narrow (bin), ==, cases[i].is_narrow);
      g_assert_cmpint (tl_breakpoint_bin_is_compact (bin), ==, cases[i].is_compact);
    }
}

static void
test_finalizes (void)
{
  TlPanes *panes = panes_new ();

  g_object_add_weak_pointer (G_OBJECT (panes), (gpointer *) &panes);
  tl_panes_set_folded (panes, TRUE);
  tl_panes_set_shown (panes, TL_SIDE_START, TRUE);
  g_object_unref (panes);
  g_assert_null (panes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/panes/measure", test_measure);
  g_test_add_func ("/panes/width-limits", test_width_limits);
  g_test_add_func ("/panes/fold", test_fold);
  g_test_add_func ("/panes/allocate", test_allocate);
  g_test_add_func ("/panes/large-panel", test_large_panel);
  g_test_add_func ("/panes/breakpoints", test_breakpoints);
  g_test_add_func ("/panes/finalizes", test_finalizes);
  return g_test_run ();
}
