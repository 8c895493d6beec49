/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the outline costs: to show the plan, to open all of it, to follow an edit that moves nothing
 * and one that may, and to follow the selection. The renderer is not in it. */

#include <adwaita.h>

#include "tl-outline-private.h"

#define WIDTH 320
#define HEIGHT 800
#define N_EDITS 40

typedef struct
{
  double show;   /* milliseconds */
  double closed; /* a status that has changed, with only the plan open */
  double open;
  double edit;
  double move;
  double select;
} Cost;

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
open_all (TlOutline *outline)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outline->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (outline->tree, i);

      if (gtk_tree_list_row_is_expandable (row))
        tl_outline_open_row (outline, row);
    }
}

/* As if the field of a project had changed: what the outline does then, and nobody else. */
static double
measure_edits (TlOutline *outline, TlField field)
{
  TlWorkspace *workspace = tl_session_get_workspace (outline->session);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      TlTransaction *transaction = tl_transaction_new ("Edit", NULL);
      TlChange change = { .type = TL_CHANGE_SET, .field = field };

      change.item = g_object_ref (tl_workspace_get_item (workspace, TL_KIND_PROJECT, i));
      tl_transaction_append (transaction, &change);
      g_signal_emit_by_name (outline->session, "analysed", transaction);
      tl_transaction_unref (transaction);
    }
  return milliseconds_since (start) / N_EDITS;
}

static double
measure_selecting (TlOutline *outline)
{
  TlWorkspace *workspace = tl_session_get_workspace (outline->session);
  TlSelection *selection = tl_session_get_selection (outline->session);
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_PROJECT);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    tl_selection_select (selection,
                         tl_workspace_get_item (workspace, TL_KIND_PROJECT, i * n / N_EDITS));
  return milliseconds_since (start) / N_EDITS;
}

static Cost
measure (TlDocument *document)
{
  g_autoptr (TlSession) session = tl_session_new (document);
  GtkWidget *window = adw_window_new ();
  TlOutline *outline = TL_OUTLINE (tl_outline_new ());
  gint64 start = g_get_monotonic_time ();
  Cost cost;

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (outline));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  tl_outline_set_session (outline, session);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  cost.show = milliseconds_since (start);
  cost.closed = measure_edits (outline, TL_PROJECT_STATUS);
  start = g_get_monotonic_time ();
  open_all (outline);
  settle ();
  cost.open = milliseconds_since (start);
  cost.edit = measure_edits (outline, TL_ITEM_TITLE);
  cost.move = measure_edits (outline, TL_PROJECT_STATUS);
  cost.select = measure_selecting (outline);
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

int
main (int argc, char *argv[])
{
  Cost first = { 0 };

  adw_init ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
      g_autofree char *name = g_path_get_basename (argv[i]);
      Cost cost;

      if (document == NULL)
        g_error ("%s", error->message);
      cost = measure (document);
      if (i == 1)
        first = cost;
      g_print (
          "%s: shown in %.1f ms, a status followed in %.2f ms; all opened in %.1f ms, then a "
          "title followed in %.2f ms, a status in %.2f ms, a selection in %.2f ms; against the "
          "first: shown %.1f, status %.1f; opened %.1f, title %.1f, status %.1f, selection "
          "%.1f\n",
          name, cost.show, cost.closed, cost.open, cost.edit, cost.move, cost.select,
          cost.show / first.show, cost.closed / first.closed, cost.open / first.open,
          cost.edit / first.edit, cost.move / first.move, cost.select / first.select);
    }
  return 0;
}
