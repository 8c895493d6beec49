/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What titles cost that nobody writes but a file can have: a word of 10 KB, tens of thousands of
 * lines, every direction in turn, emoji, piles of marks. Each is given to a goal, an objective and
 * a project and shown in each place where titles are, next to what a long plain title costs there.
 */

#include "window.h"

#define N_TIMES 1
#define WAIT_MS 120

typedef struct
{
  const char *name;
  const char *unit;
  guint n;
} Title;

/* The first is what the others are held against. */
static const Title titles[] = {
  { "a long title", "Sixteen letters ", 13 },
  { "a word of 10 KB", "supercalifragilistic", 512 },
  { "a word of 30 KB", "supercalifragilistic", 1536 },
  { "50,000 lines", "line\n", 50000 },
  { "every direction", "left שמאל يسار ", 700 },
  { "emoji", "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈", 400 },
  { "marks on one letter", "e\u0301\u0323\u0308", 2500 },
};

typedef struct
{
  const char *name;
  void (*show) (TlWindow *window);
} Place;

static TlItem *
get_item (TlWindow *window, TlKind kind)
{
  return tl_workspace_get_item (tl_session_get_workspace (window->session), kind, 0);
}

static void
show_window (TlWindow *window, const char *view)
{
  g_object_set (window, "view", view, NULL);
}

static void
show_map (TlWindow *window)
{
  show_window (window, "map");
  tl_session_reveal (window->session, get_item (window, TL_KIND_GOAL));
}

static void
show_project (TlWindow *window)
{
  tl_session_reveal (window->session, get_item (window, TL_KIND_PROJECT));
}

static void
show_objective (TlWindow *window)
{
  tl_session_reveal (window->session, get_item (window, TL_KIND_OBJECTIVE));
}

static void
show_table (TlWindow *window)
{
  show_window (window, "table");
}

static void
show_matrix (TlWindow *window)
{
  show_window (window, "matrix");
}

static void
show_outline (TlWindow *window)
{
  tl_side_panel_show_page (window->side_panel, "outline");
}

static void
show_findings (TlWindow *window)
{
  tl_side_panel_show_page (window->side_panel, "findings");
}

static void
show_discovery (TlWindow *window)
{
  show_window (window, "practice");
  tl_practice_set_desk (window->practice, "discovery");
}

static void
show_partners (TlWindow *window)
{
  tl_practice_set_desk (window->practice, "partners");
}

static void
show_rename (TlWindow *window)
{
  show_window (window, "map");
  tl_canvas_begin_rename (window->canvas, get_item (window, TL_KIND_PROJECT));
}

static void
show_toast (TlWindow *window)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (get_item (window, TL_KIND_PROJECT)));
  tl_selection_set_items (tl_session_get_selection (window->session), items);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
}

static void
show_palette (TlWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.palette", NULL);
}

static const Place places[] = {
  { "map and inspector, goal", show_map },
  { "objective", show_objective },
  { "project", show_project },
  { "outline", show_outline },
  { "findings", show_findings },
  { "table", show_table },
  { "matrix", show_matrix },
  { "discovery", show_discovery },
  { "partners", show_partners },
  { "renaming", show_rename },
  { "toast", show_toast },
  { "palette", show_palette },
};

static char *
create_title (const Title *title)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < title->n; i++)
    g_string_append (text, title->unit);
  return g_string_free (text, FALSE);
}

static gboolean
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (WAIT_MS, set_flag, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_title (TlWindow *window, const char *text)
{
  static const TlKind kinds[] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT };
  TlWorkspace *workspace = tl_session_get_workspace (window->session);

  tl_workspace_begin (workspace, "Title");
  tl_workspace_set_text (workspace, tl_workspace_get_root (workspace), TL_ITEM_TITLE, text, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    tl_workspace_set_text (workspace, get_item (window, kinds[i]), TL_ITEM_TITLE, text, NULL);
  tl_workspace_commit (workspace);
}

/* All places in turn, in a window of its own; the least of some times is what it takes. */
static void
measure (const char *path, const Title *title, double *costs)
{
  g_autofree char *text = create_title (title);

  for (guint time = 0; time < N_TIMES; time++)
    {
      TlWindow *window = bench_window_open (path);

      set_title (window, text);
      wait_a_moment ();
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          double start = bench_thread_ms ();
          double taken;

          places[i].show (window);
          wait_a_moment ();
          taken = bench_thread_ms () - start;
          costs[i] = time == 0 ? taken : MIN (costs[i], taken);
        }
      bench_window_close (window);
    }
}

int
main (int argc, char *argv[])
{
  double plain[G_N_ELEMENTS (places)];

  g_assert (argc > 1);
  setvbuf (stdout, NULL, _IOLBF, 0);
  bench_init (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      double costs[G_N_ELEMENTS (places)];

      measure (argv[1], &titles[i], costs);
      g_print ("%s:", titles[i].name);
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          if (i == 0)
            plain[j] = costs[j];
          g_print (" %s %.1f ms (%.1f)%s", places[j].name, costs[j], costs[j] / plain[j],
                   j + 1 < G_N_ELEMENTS (places) ? "," : "\n");
        }
    }
  return 0;
}
