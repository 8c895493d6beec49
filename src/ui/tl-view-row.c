/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-view-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-view.h"
#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-title-prompt.h"

struct _TlViewRow
{
  AdwActionRow parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *view;

  int place; /* which of the window's views is seen now */
};

G_DEFINE_FINAL_TYPE (TlViewRow, tl_view_row, ADW_TYPE_ACTION_ROW)

static void
update_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlViewRow *self = TL_VIEW_ROW (widget);

  if (tl_command_update_view (self->session, self->view, self->place))
    tl_session_say (self->session, _ ("The view is what is seen now"), TRUE);
}

static void
renamed_cb (GtkWindow *parent, const char *title, gpointer user_data)
{
  TlViewRow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_command_rename (self->session, self->view, title, &error))
    tl_session_say (self->session, error->message, FALSE);
}

static void
rename_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlViewRow *self = TL_VIEW_ROW (widget);
  g_autofree char *title = tl_item_dup_name (self->view);

  tl_prompt_for_title (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Rename the View"), NULL,
                       C_ ("button", "_Rename"), title, renamed_cb, g_object_ref (self),
                       g_object_unref);
}

static void
delete_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlViewRow *self = TL_VIEW_ROW (widget);
  g_autoptr (GPtrArray) views = g_ptr_array_new ();

  g_ptr_array_add (views, self->view);
  tl_command_delete (self->session, views);
}

static void
tl_view_row_dispose (GObject *object)
{
  TlViewRow *self = TL_VIEW_ROW (object);

  g_clear_object (&self->view);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_view_row_parent_class)->dispose (object);
}

static void
tl_view_row_class_init (TlViewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_view_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-view-row.ui");
  gtk_widget_class_install_action (widget_class, "view.update", NULL, update_view_cb);
  gtk_widget_class_install_action (widget_class, "view.rename", NULL, rename_view_cb);
  gtk_widget_class_install_action (widget_class, "view.delete", NULL, delete_view_cb);
}

static void
tl_view_row_init (TlViewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
enable (TlViewRow *self, gboolean is_editable)
{
  static const char *const actions[] = { "view.update", "view.rename", "view.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_editable);
}

/**
 * tl_view_row_new:
 * @session: a session
 * @view: a view of it
 * @place: which of the window's views is seen now, or %TL_CHOICE_NONE
 *
 * Returns: (transfer floating): a row for @view
 */
GtkWidget *
tl_view_row_new (TlSession *session, TlItem *view, int place)
{
  TlViewRow *self = g_object_new (TL_TYPE_VIEW_ROW, NULL);
  g_autofree char *name = tl_item_dup_name (view);
  g_autofree char *summary = tl_view_dup_summary (view);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (summary, -1);

  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  self->place = place;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  enable (self, tl_session_is_editable (session));
  return GTK_WIDGET (self);
}

/**
 * tl_view_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): its view
 */
TlItem *
tl_view_row_get_view (TlViewRow *self)
{
  g_return_val_if_fail (TL_IS_VIEW_ROW (self), NULL);

  return self->view;
}
