/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes how much longer in a plan of twice the size. Without a window; processor time of the
 * whole program, the least of some runs. */

#include "tl-clipping.h"
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "tl-scene.h"
#include "window.h"

#define N_TIMES 5
#define MOST_GROWTH 2.5

typedef struct
{
  TlSession *session; /* (nullable): until it is open */
  const char *path;
} Bench;

typedef struct
{
  const char *name;
  void (*run) (Bench *bench);
  gboolean is_undone; /* afterwards */
} Step;

static GPtrArray *
list_cards (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      g_ptr_array_add (items, g_object_ref (tl_workspace_get_item (workspace, kind, i)));
  return items;
}

static void
open_plan (Bench *bench)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (bench->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  g_set_object (&bench->session, NULL);
  bench->session = tl_session_new (document);
}

static void
lay_out (Bench *bench)
{
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = 1200 };
  TlScene *scene = tl_scene_new_map (tl_session_get_analysis (bench->session), &options);

  tl_scene_free (scene);
}

static void
search (Bench *bench)
{
  TlLens *lens = tl_session_get_lens (bench->session);

  tl_lens_set_query (lens, "coaching");
  tl_lens_set_query (lens, "");
}

static void
copy_and_paste (Bench *bench)
{
  g_autoptr (GPtrArray) items = list_cards (bench->session);
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GPtrArray) copies = tl_command_paste (bench->session, clipping, NULL, NULL);

  g_assert_nonnull (copies);
}

static void
delete_all (Bench *bench)
{
  g_autoptr (GPtrArray) items = list_cards (bench->session);

  tl_command_delete (bench->session, items);
}

static const Step steps[] = {
  { "open", open_plan, FALSE },       { "layout", lay_out, FALSE },
  { "search", search, FALSE },        { "copy and paste all", copy_and_paste, TRUE },
  { "delete all", delete_all, TRUE },
};

static double
measure (Bench *bench, const Step *step)
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < N_TIMES; i++)
    {
      double start;

      /* Nothing is compared meanwhile. */
      if (bench->session != NULL)
        bench_rest (bench->session);
      start = bench_process_ms ();
      step->run (bench);
      least = MIN (least, bench_process_ms () - start);
      if (step->is_undone)
        tl_session_undo (bench->session);
    }
  return least;
}

int
main (int argc, char *argv[])
{
  double before[G_N_ELEMENTS (steps)] = { 0 };

  gtk_init ();
  for (int i = 1; i < argc; i++)
    {
      Bench bench = { NULL, argv[i] };
      g_autofree char *name = g_path_get_basename (argv[i]);

      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          double cost = measure (&bench, &steps[j]);

          g_print ("%s: %s: %.1f ms", name, steps[j].name, cost);
          if (i > 1)
            g_print ("; against the plan before %.2f (goal %.1f: %s)", cost / before[j],
                     MOST_GROWTH, cost / before[j] <= MOST_GROWTH ? "reached" : "missed");
          g_print ("\n");
          before[j] = cost;
        }
      g_clear_object (&bench.session);
    }
  return 0;
}
