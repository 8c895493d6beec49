/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-canvas.h"

#include "tl-commands.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define WIDTH 1200
#define HEIGHT 760
#define FRAMES_MS 120 /* longer than the delay of the nodes */
#define POLL_MS 20
#define LONGEST_POLLS 3000
#define LEAST_FRAMES 4

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_left = user_data;

  gtk_widget_queue_draw (widget);
  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* At least so long, and for some frames, however slow the machine is. */
void
ui_canvas_wait (TlCanvas *canvas, guint milliseconds)
{
  guint n_left = LEAST_FRAMES;

  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), count_frame, &n_left, NULL);
  ui_wait (milliseconds);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A canvas in a window of its own with the sample, once it has its size and its cards. */
void
ui_canvas_open (UiCanvas *self, int width, int height)
{
  self->session = ui_sample_open ();
  self->lens = tl_session_get_lens (self->session);
  self->canvas = TL_CANVAS (tl_canvas_new ());
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  tl_canvas_set_session (self->canvas, self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  for (int i = 0; self->canvas->width < width && i < LONGEST_POLLS; i++)
    ui_wait (POLL_MS);
  g_assert_cmpint (self->canvas->width, ==, width);
  ui_canvas_wait (self->canvas, 2 * FRAMES_MS);
}

/* Without animations everything is where it belongs at once. */
void
ui_canvas_animate (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

void
ui_canvas_set_up (UiCanvas *self, gconstpointer user_data)
{
  ui_canvas_open (self, WIDTH, HEIGHT);
}

void
ui_canvas_set_up_still (UiCanvas *self, gconstpointer user_data)
{
  ui_canvas_animate (FALSE);
  ui_canvas_open (self, WIDTH, HEIGHT);
}

void
ui_canvas_tear_down (UiCanvas *self, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_wait (FRAMES_MS);
  g_assert_cmpuint (G_OBJECT (self->session)->ref_count, ==, 1);
  g_clear_object (&self->session);
}

/* Adds a test of a canvas that stands still. */
void
ui_canvas_add (const char *path, void (*test) (UiCanvas *ui, gconstpointer user_data))
{
  g_test_add (path, UiCanvas, NULL, ui_canvas_set_up_still, test, ui_canvas_tear_down);
}

void
ui_canvas_settle (UiCanvas *self)
{
  ui_canvas_wait (self->canvas, FRAMES_MS);
}

TlItem *
ui_canvas_get_primary (UiCanvas *self)
{
  return tl_selection_get_primary (tl_session_get_selection (self->session));
}

/* Some items, the last of which has the keyboard. */
void
ui_canvas_select (UiCanvas *self, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  TlSelection *selection = tl_session_get_selection (self->session);

  tl_selection_clear (selection);
  for (GStrv id = list; *id != NULL; id++)
    {
      tl_selection_add (selection, ui_sample_get (self->session, *id));
      tl_canvas_focus_item (self->canvas, ui_sample_get (self->session, *id));
    }
  ui_wait (FRAMES_MS);
}

gboolean
ui_canvas_press (UiCanvas *self, const char *accelerator)
{
  return ui_press_key (GTK_WIDGET (self->canvas), accelerator);
}

/* Runs an action and waits until all is where it goes to. */
void
ui_canvas_activate (UiCanvas *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
}

gboolean
ui_canvas_shows (UiCanvas *self, const char *id)
{
  guint index;

  return tl_canvas_ensure_scene (self->canvas) && tl_map_view_find (self->canvas->view, id, &index);
}

/* The id of the card that has the keyboard, or NULL. */
const char *
ui_canvas_get_keyboard (UiCanvas *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return TL_IS_CARD_NODE (focus) ? tl_card_node_get_id (TL_CARD_NODE (focus)) : NULL;
}

TlRect
ui_canvas_get_rect (UiCanvas *self, const char *id)
{
  TlRect rect;
  guint index;

  g_assert_true (tl_canvas_ensure_scene (self->canvas));
  g_assert_true (tl_map_view_find (self->canvas->view, id, &index));
  g_assert_true (tl_map_view_get_seen_rect (self->canvas->view, index, &rect));
  return rect;
}

TlPoint
ui_canvas_get_middle (UiCanvas *self, const char *id)
{
  return tl_rect_get_center (ui_canvas_get_rect (self, id));
}

/* A whole gesture, from where the tool began. */
void
ui_canvas_drag (UiCanvas *self, TlTool *tool, TlPoint end)
{
  TlPoint start = tl_tool_get_start (tool);

  g_object_ref (tool);
  tl_canvas_set_tool (self->canvas, tool);
  tl_tool_update (tool, tl_point ((start.x + end.x) / 2, (start.y + end.y) / 2));
  tl_tool_update (tool, end);
  ui_wait (FRAMES_MS);
  tl_canvas_set_tool (self->canvas, NULL);
  tl_tool_finish (tool, end);
  g_object_unref (tool);
  ui_canvas_settle (self);
}

guint
ui_canvas_count (UiCanvas *self, TlKind kind)
{
  return tl_workspace_get_n_items (tl_session_get_workspace (self->session), kind);
}

guint
ui_canvas_count_selected (UiCanvas *self)
{
  return tl_selection_get_n_items (tl_session_get_selection (self->session));
}

/* Whether it serves it already. */
gboolean
ui_canvas_serves (UiCanvas *self, TlItem *project, const char *target)
{
  return !tl_command_can_link (self->session, project, ui_sample_get (self->session, target));
}

static gboolean
is_empty (UiCanvas *self, TlPoint at)
{
  for (double dx = -20; dx <= 20; dx += 10)
    for (double dy = -20; dy <= 20; dy += 10)
      if (tl_canvas_get_item_at (self->canvas, tl_point (at.x + dx, at.y + dy)) != NULL)
        return FALSE;
  return TRUE;
}

/* A point of the map with nothing near it. */
TlPoint
ui_canvas_find_empty (UiCanvas *self)
{
  TlViewport viewport = tl_canvas_get_viewport (self->canvas);

  for (double y = 120; y < viewport.height - 20; y += 8)
    for (double x = viewport.width - 40; x > 40; x -= 8)
      if (is_empty (self, tl_point (x, y)))
        return tl_point (x, y);
  g_assert_not_reached ();
}
