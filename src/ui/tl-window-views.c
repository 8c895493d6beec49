/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-window-private.h"

static void
desk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  tl_window_set_view (self, "practice");
  tl_practice_set_desk (self->practice, g_variant_get_string (parameter, NULL));
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const char *id, *other;

  g_variant_get (parameter, "(&s&s)", &id, &other);
  tl_window_set_view (self, "practice");
  tl_practice_compare (self->practice, id, other);
}

/*
 * tl_window_install_view_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that choose what of the document is in sight.
 */
void
tl_window_install_view_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_action (widget_class, "win.desk", "s", desk_cb);
  gtk_widget_class_install_action (widget_class, "win.compare", "(ss)", compare_cb);
}

/*
 * tl_window_get_view:
 * @self: a window
 *
 * Returns: the name of the view in sight: "map", "table" …
 */
const char *
tl_window_get_view (TlWindow *self)
{
  return self->views != NULL ? adw_view_stack_get_visible_child_name (self->views) : "map";
}

/*
 * tl_window_set_view:
 * @self: a window
 * @name: the name of a view; one that does not exist changes nothing
 *
 * Brings it into sight.
 */
void
tl_window_set_view (TlWindow *self, const char *name)
{
  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

/*
 * tl_window_shows_plan:
 * @self: a window
 *
 * Returns: whether there is a plan to be seen and worked on
 */
gboolean
tl_window_shows_plan (TlWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "plan") == 0;
}

/*
 * tl_window_shows_map:
 * @self: a window
 *
 * Returns: whether the plan is seen as a map
 */
gboolean
tl_window_shows_map (TlWindow *self)
{
  return tl_window_shows_plan (self) && g_strcmp0 (tl_window_get_view (self), "map") == 0;
}

/*
 * tl_window_set_views_session:
 * @self: a window
 *
 * Makes all views show the session of the window.
 */
void
tl_window_set_views_session (TlWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_object_set (adw_view_stack_page_get_child (page), "session", self->session, NULL);
    }
}
