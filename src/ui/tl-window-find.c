/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands-view.h"
#include "tl-title-prompt.h"
#include "tl-views-menu.h"
#include "tl-views-window.h"
#include "tl-window-private.h"

/* What a saved view calls the view that is in sight; some have no name there. */
static int
get_place (TlWindow *self)
{
  return tl_field_find_choice (TL_VIEW_PLACE, tl_window_get_view (self));
}

static void
show_saved_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlItem *view = tl_workspace_lookup (tl_session_get_workspace (self->session),
                                      g_variant_get_string (parameter, NULL));
  const char *place;

  if (view == NULL || tl_item_get_kind (view) != TL_KIND_VIEW)
    return;
  place = tl_field_get_choice_name (TL_VIEW_PLACE, tl_item_get_choice (view, TL_VIEW_PLACE));
  if (place != NULL)
    tl_window_set_view (self, place);
  tl_view_show (self->session, view);
}

static void
title_cb (GtkWindow *parent, const char *title, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (parent);
  TlItem *view = tl_command_save_view (self->session, title, get_place (self));
  g_autofree char *words = NULL;

  if (view == NULL)
    return;
  words = g_strdup_printf (_ ("Saved the view “%s”"), tl_item_get_title (view));
  tl_session_say (self->session, words, TRUE);
}

/*
 * tl_window_find:
 * @self: a window
 *
 * Begins to search.
 */
void
tl_window_find (TlWindow *self)
{
  tl_find_bar_open (self->find_bar);
}

static void
step (TlWindow *self, int by)
{
  if (tl_lens_has_query (tl_session_get_lens (self->session)))
    tl_find_bar_step (self->find_bar, by);
  else
    tl_find_bar_open (self->find_bar);
}

/*
 * tl_window_find_next:
 * @self: a window
 *
 * Shows the next match, or begins to search.
 */
void
tl_window_find_next (TlWindow *self)
{
  step (self, 1);
}

/*
 * tl_window_find_previous:
 * @self: a window
 *
 * Shows the match before, or begins to search.
 */
void
tl_window_find_previous (TlWindow *self)
{
  step (self, -1);
}

/*
 * tl_window_save_view:
 * @self: a window
 *
 * Asks for a title, and keeps how the document is looked at under it.
 */
void
tl_window_save_view (TlWindow *self)
{
  g_autofree char *title = tl_view_dup_proposed_title (self->session);

  tl_prompt_for_title (GTK_WINDOW (self), _ ("Save This View"),
                       _ ("What is searched for, in focus and in colour is kept in the document."),
                       C_ ("button", "_Save"), title, title_cb, NULL, NULL);
}

/*
 * tl_window_manage_views:
 * @self: a window
 *
 * Shows the saved views, to be renamed and deleted.
 */
void
tl_window_manage_views (TlWindow *self)
{
  gtk_window_present (
      GTK_WINDOW (tl_views_window_new (GTK_WINDOW (self), self->session, get_place (self))));
}

/*
 * tl_window_update_saved_views:
 * @self: a window
 *
 * Lists the saved views of the document in the menus.
 */
void
tl_window_update_saved_views (TlWindow *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  tl_views_menu_fill (self->views_menu, workspace);
  tl_views_menu_fill (tl_find_bar_get_views_menu (self->find_bar), workspace);
}

/*
 * tl_window_install_find_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions on saved views that take one.
 */
void
tl_window_install_find_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-saved-view", "s", show_saved_view_cb);
}
