/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit costs from the command to the frame that shows it, in the whole window, and how much
 * of that the session takes without any window: the change itself, what is indexed, and the
 * analysis. Clocks run for the thread of the window alone: pairs of projects are compared in
 * another one, meanwhile. */

#include "tl-clipping.h"
#include "tl-commands-paste.h"
#include "tl-commands-pin.h"
#include "tl-commands.h"
#include "window.h"

#define N_TIMES 5
#define N_DELETED 1000
#define GOAL_MS 50.0 /* in the largest plan, to the picture */
#define STEP 8.0     /* map units that a card is moved by */

typedef struct
{
  const char *name;
  void (*prepare) (TlSession *session, guint time); /* (nullable): not counted */
  void (*edit) (TlSession *session, guint time);
  gboolean is_undone; /* afterwards: the next time is to find what this one found */
  gboolean has_goal;
} Step;

typedef struct
{
  double session;
  double picture; /* until the map is ready to be drawn */
  double frame;   /* until the renderer has drawn the window */
} Cost;

static double picture_end;

static TlItem *
get_project (TlSession *session, guint index)
{
  return tl_workspace_get_item (tl_session_get_workspace (session), TL_KIND_PROJECT, index);
}

static void
rename_project (TlSession *session, guint time)
{
  g_autofree char *title = g_strdup_printf ("Another Title, the %u.", time);

  tl_command_rename (session, get_project (session, time), title, NULL);
}

static void
undo (TlSession *session, guint time)
{
  tl_session_undo (session);
}

static void
redo (TlSession *session, guint time)
{
  tl_session_redo (session);
}

static void
link_project (TlSession *session, guint time)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *project = get_project (session, time);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);

      if (tl_command_can_link (session, project, objective))
        {
          tl_command_link (session, project, objective, NULL);
          return;
        }
    }
}

static void
select_nothing (TlSession *session, guint time)
{
  tl_selection_clear (tl_session_get_selection (session));
}

static GPtrArray *
list_cards (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GPtrArray *items = g_ptr_array_new ();

  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      g_ptr_array_add (items, tl_workspace_get_item (workspace, kind, i));
  return items;
}

static void
select_all (TlSession *session, guint time)
{
  g_autoptr (GPtrArray) items = list_cards (session);

  tl_selection_set_items (tl_session_get_selection (session), items);
}

/* As the tools do it: each card is pinned a step further. */
static void
move_all (TlSession *session, guint time)
{
  g_autoptr (GPtrArray) items = list_cards (session);
  g_autofree TlPoint *points = g_new (TlPoint, items->len);

  for (guint i = 0; i < items->len; i++)
    points[i] = tl_point (i % 100 * 300 + time * STEP, i / 100 * 100);
  tl_command_pin_cards (session, items, points, "Move Cards");
}

/* Of what is selected, as a document of its own. */
static TlWorkspace *clipping;

static void
copy_all (TlSession *session, guint time)
{
  g_autoptr (GPtrArray) items = list_cards (session);

  g_clear_object (&clipping);
  clipping = tl_clipping_new (items);
}

static void
paste_all (TlSession *session, guint time)
{
  g_autoptr (GPtrArray) copies = tl_command_paste (session, clipping, NULL, NULL);

  g_assert_nonnull (copies);
}

static void
delete_many (TlSession *session, guint time)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n = MIN (N_DELETED, tl_workspace_get_n_items (workspace, TL_KIND_PROJECT));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_ref (get_project (session, i)));
  tl_command_delete (session, items);
}

/* In this order: what one has done, the next one takes back. */
static const Step steps[] = {
  { "a title", NULL, rename_project, FALSE, TRUE },
  { "its undo", rename_project, undo, FALSE, TRUE },
  { "its redo", NULL, redo, TRUE, TRUE },
  { "a link", NULL, link_project, FALSE, TRUE },
  { "its undo", link_project, undo, FALSE, TRUE },
  { "select all", select_nothing, select_all, FALSE, TRUE },
  { "move all", select_nothing, move_all, TRUE, TRUE },
  { "its undo", move_all, undo, FALSE, TRUE },
  { "its redo", NULL, redo, TRUE, TRUE },
  { "delete 1,000", select_nothing, delete_many, TRUE, FALSE },
  { "its undo", delete_many, undo, FALSE, FALSE },
  { "paste all", copy_all, paste_all, TRUE, FALSE },
};

static void
allocated_cb (double milliseconds, gpointer user_data)
{
}

static void
painted_cb (double milliseconds, gpointer user_data)
{
  picture_end = bench_thread_ms ();
}

static Cost
measure_step (TlWindow *window, TlSession *plain, const Step *step)
{
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pictures = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  Cost cost;
  double late;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start, taken;

      if (step->prepare != NULL)
        {
          step->prepare (plain, i);
          step->prepare (window->session, i);
        }
      bench_rest (plain);
      bench_rest (window->session);
      start = bench_thread_ms ();
      step->edit (plain, i);
      taken = bench_thread_ms () - start;
      g_array_append_val (alone, taken);
      bench_rest (plain);
      start = bench_thread_ms ();
      step->edit (window->session, i);
      bench_next_frame (GTK_WIDGET (window));
      taken = bench_thread_ms () - start;
      g_array_append_val (frames, taken);
      taken = picture_end - start;
      g_array_append_val (pictures, taken);
      if (step->is_undone)
        {
          tl_session_undo (plain);
          tl_session_undo (window->session);
        }
    }
  bench_sum_up (alone, &cost.session, &late);
  bench_sum_up (pictures, &cost.picture, &late);
  bench_sum_up (frames, &cost.frame, &late);
  return cost;
}

static TlSession *
open_plain (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  return tl_session_new (document);
}

int
main (int argc, char *argv[])
{
  Cost first[G_N_ELEMENTS (steps)];

  bench_init (NULL);
  bench_watch (TL_TYPE_CANVAS, allocated_cb, painted_cb, NULL);
  for (int i = 1; i < argc; i++)
    {
      TlWindow *window = bench_window_open (argv[i]);
      g_autoptr (TlSession) plain = open_plain (argv[i]);
      g_autofree char *name = g_path_get_basename (argv[i]);

      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          Cost cost = measure_step (window, plain, &steps[j]);

          if (i == 1)
            first[j] = cost;
          g_print ("%s: %s: session %.1f ms, with the picture of the map %.1f ms, with the frame "
                   "%.1f ms; against the first %.1f",
                   name, steps[j].name, cost.session, cost.picture, cost.frame,
                   cost.picture / first[j].picture);
          if (steps[j].has_goal)
            g_print ("; goal %.0f ms: %s", GOAL_MS, cost.picture <= GOAL_MS ? "reached" : "missed");
          g_print ("\n");
        }
      bench_window_close (window);
    }
  return 0;
}
