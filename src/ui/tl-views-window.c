/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-views-window.h"

#include "tl-view-row.h"

struct _TlViewsWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;

  /* Template. */
  GtkStack *pages;
  GtkListBox *list;

  int place; /* which view of the parent is in sight */
};

G_DEFINE_FINAL_TYPE (TlViewsWindow, tl_views_window, ADW_TYPE_WINDOW)

/* Where the keyboard was in the list, it stays at that place. */
static void
update (TlViewsWindow *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  guint n_views = tl_workspace_get_n_items (workspace, TL_KIND_VIEW);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TL_TYPE_VIEW_ROW) : NULL;
  int at = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n_views; i++)
    gtk_list_box_append (self->list,
                         tl_view_row_new (self->session,
                                          tl_workspace_get_item (workspace, TL_KIND_VIEW, i),
                                          self->place));
  gtk_stack_set_visible_child_name (self->pages, n_views > 0 ? "some" : "none");
  if (at >= 0 && n_views > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (at, (int) n_views - 1))));
}

static void
row_activated_cb (TlViewsWindow *self, GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *id = tl_item_get_id (tl_view_row_get_view (TL_VIEW_ROW (row)));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-saved-view", "s", id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tl_views_window_dispose (GObject *object)
{
  TlViewsWindow *self = TL_VIEWS_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_views_window_parent_class)->dispose (object);
}

static void
tl_views_window_class_init (TlViewsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_views_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-views-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlViewsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlViewsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_views_window_init (TlViewsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_views_window_new:
 * @parent: the window that shows the document
 * @session: its session
 * @place: which of its views is in sight, or %TL_CHOICE_NONE
 *
 * Returns: (transfer none): a window with the saved views of the document
 */
GtkWidget *
tl_views_window_new (GtkWindow *parent, TlSession *session, int place)
{
  TlViewsWindow *self = g_object_new (TL_TYPE_VIEWS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->place = place;
  g_signal_connect_object (session, "analysed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
