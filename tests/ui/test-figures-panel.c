/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "tl-figure-popover.h"
#include "tl-figure-row.h"
#include "tl-figure-words.h"
#include "tl-figures-panel.h"
#include "ui-plan.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define N_SETTLE 20
#define SETTLE_US 5000
#define TOLERANCE 1e-9

typedef struct
{
  TlSession *session;
  GtkWidget *panel;
  GtkWidget *window;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < N_SETTLE; i++)
    {
      ui_settle ();
      g_usleep (SETTLE_US);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ui_sample_open ();
  fixture->panel = tl_figures_panel_new ();
  tl_figures_panel_set_session (TL_FIGURES_PANEL (fixture->panel), fixture->session);
  fixture->window = ui_window_new (fixture->panel);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (fixture->window);
  g_clear_object (&fixture->session);
}

/* What the panel takes from the analysis is what the items add up to. */
static void
test_values (void)
{
  TlSession *const sessions[] = { ui_sample_open (), ui_plan_new () };

  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      TlAnalysis *analysis = tl_session_get_analysis (sessions[i]);

      for (TlFigureId figure = 0; figure < TL_N_FIGURES; figure++)
        {
          double quick = tl_figures_get_value (tl_analysis_get_figures (analysis), figure);
          double summed = tl_figure_get_value (tl_analysis_get_alignment (analysis), figure);

          if (isnan (summed))
            g_assert_true (isnan (quick));
          else
            g_assert_cmpfloat_with_epsilon (quick, summed, TOLERANCE);
        }
      g_object_unref (sessions[i]);
    }
}

static void
test_words (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAnalysis *analysis = tl_session_get_analysis (session);
  TlAlignment *alignment = tl_session_get_alignment (session);
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  g_autofree char *division = tl_figure_dup_division (alignment, TL_FIGURE_ALIGNED);
  g_autofree char *gain = tl_figure_dup_gain (alignment, TL_FIGURE_ALIGNED);
  g_autofree char *gain_of_days = tl_figure_dup_gain (alignment, TL_FIGURE_ALIGNED_DAYS);
  g_autofree char *gain_of_mix = tl_figure_dup_gain (alignment, TL_FIGURE_MIX_STRATEGIC);
  g_autofree char *gap = tl_figure_dup_gap (figures, TL_FIGURE_ALIGNED_DAYS);
  g_autofree char *one_day = tl_figure_dup_amount (TL_FIGURE_ALIGNED_DAYS, 1);
  g_autofree char *nothing = tl_share_dup_percent ((double) NAN);
  g_autofree char *no_gap = NULL;

  g_assert_cmpstr (division, ==, "29 of 45");
  g_assert_cmpstr (gain, ==, "Each of those left out would add 2.2 points.");
  g_assert_nonnull (strstr (gain_of_days, "would add most"));
  g_assert_null (gain_of_mix);
  g_assert_null (gap);
  g_assert_cmpstr (one_day, ==, "1 day");
  g_assert_cmpstr (nothing, ==, "–");

  tl_workspace_set (tl_session_get_workspace (session), ui_sample_get (session, "P17"),
                    TL_PROJECT_EFFORT, &TL_VALUE_INIT, NULL);
  figures = tl_analysis_get_figures (tl_session_get_analysis (session));
  no_gap = tl_figure_dup_gap (figures, TL_FIGURE_ALIGNED);
  g_assert_null (no_gap);
  g_free (gap);
  gap = tl_figure_dup_gap (figures, TL_FIGURE_ALIGNED_DAYS);
  g_assert_cmpstr (gap, ==, "44 of 45 projects have days; the others add nothing.");
}

static gboolean
is_of_figure (GtkWidget *widget, gpointer data)
{
  return TL_IS_FIGURE_ROW (widget)
         && tl_figure_row_get_figure (TL_FIGURE_ROW (widget)) == GPOINTER_TO_UINT (data);
}

static GListModel *
get_items (GtkWidget *popover)
{
  return G_LIST_MODEL (
      gtk_list_view_get_model (GTK_LIST_VIEW (ui_find_type (popover, GTK_TYPE_LIST_VIEW))));
}

/* A number opens to its items; they can be shown, and selected all at once. */
static void
test_explains (Fixture *fixture, gconstpointer data)
{
  TlSelection *selection = tl_session_get_selection (fixture->session);
  GtkWidget *row
      = ui_find (fixture->panel, is_of_figure, GUINT_TO_POINTER (TL_FIGURE_COVERED_WEIGHT));
  GtkWidget *popover;
  GtkWidget *button;
  g_autoptr (GPtrArray) goals = tl_figure_dup_items (tl_session_get_alignment (fixture->session),
                                                     TL_FIGURE_COVERED_WEIGHT, TL_FIGURE_WHOLE);
  g_autofree char *label = g_strdup_printf ("All (%u)", goals->len);
  g_autofree char *unnamed = NULL;

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "clicked");
  settle ();
  popover = ui_find_type (fixture->panel, TL_TYPE_FIGURE_POPOVER);
  g_assert_nonnull (popover);
  unnamed = ui_find_unnamed (popover);
  g_assert_cmpstr (unnamed, ==, NULL);
  g_signal_emit_by_name (ui_find_type (popover, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 1);
  g_assert_cmpint (tl_item_get_kind (tl_selection_get_primary (selection)), ==, TL_KIND_GOAL);

  button = ui_find_button (popover, label);
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_items (popover)), ==, goals->len);
  g_signal_emit_by_name (ui_find_button (popover, "Select All"), "clicked");
  settle ();
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, goals->len);
  g_assert_null (ui_find_type (fixture->panel, TL_TYPE_FIGURE_POPOVER));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
}

/* What changes while it is looked at is followed. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *ring = ui_find_type (fixture->panel, GTK_TYPE_BUTTON);
  GtkWidget *popover;

  g_signal_emit_by_name (ring, "clicked");
  settle ();
  popover = ui_find_type (fixture->panel, TL_TYPE_FIGURE_POPOVER);
  g_assert_cmpuint (g_list_model_get_n_items (get_items (popover)), ==, 29);
  ui_sample_link (fixture->session, "P17", "G1-1");
  g_assert_cmpuint (g_list_model_get_n_items (get_items (popover)), ==, 30);
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/figures-panel/values", test_values);
  g_test_add_func ("/figures-panel/words", test_words);
  g_test_add ("/figures-panel/explains", Fixture, NULL, set_up, test_explains, tear_down);
  g_test_add ("/figures-panel/follows", Fixture, NULL, set_up, test_follows, tear_down);
  return g_test_run ();
}
