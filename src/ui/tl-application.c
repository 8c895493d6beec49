/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-application.h"

#include <glib/gi18n.h>

#include "tl-accels.h"
#include "tl-compat.h"
#include "tl-config.h"
#include "tl-template.h"
#include "tl-window.h"

struct _TlApplication
{
  AdwApplication parent_instance;

  gboolean is_quitting;
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* Two names of one file are one document. */
static GFile *
resolve (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;

  return real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
}

static TlWindow *
find_window (TlApplication *self, GFile *file)
{
  g_autoptr (GFile) wanted = resolve (file);

  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    {
      g_autoptr (GFile) shown = NULL;

      if (!TL_IS_WINDOW (at->data) || tl_window_get_file (at->data) == NULL)
        continue;
      shown = resolve (tl_window_get_file (at->data));
      if (g_file_equal (shown, wanted))
        return at->data;
    }
  return NULL;
}

static TlWindow *
get_active_window (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !TL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? TL_WINDOW (window) : NULL;
}

/* An empty window that nobody has used is the one to use. */
static TlWindow *
get_window_for_document (TlApplication *self)
{
  TlWindow *active = get_active_window (self);

  if (active != NULL && tl_window_is_untouched (active))
    return active;
  return tl_window_new (GTK_APPLICATION (self));
}

static void
open_file (TlApplication *self, GFile *file)
{
  TlWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = get_window_for_document (self);
      tl_window_load (window, file);
    }
  tl_window_present_loaded (window);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (tl_window_new (user_data)));
}

static void
file_chosen (GtkWindow *parent, GFile *file, gpointer user_data)
{
  if (file != NULL)
    open_file (user_data, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const suffixes[] = { "json", NULL };
  g_autoptr (GListModel) filters
      = tl_filters_new (C_ ("file type", "Throughline Workspaces"), suffixes);

  tl_filters_add (filters, C_ ("file type", "All Files"), NULL);
  tl_choose_file (GTK_WINDOW (get_active_window (user_data)), C_ ("dialog title", "Open"), filters,
                  file_chosen, user_data);
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

/* As a document of its own, so that playing with it does not spoil it. */
static void
open_template (TlApplication *self, const TlTemplate *template)
{
  g_autoptr (TlWorkspace) workspace = tl_template_create (template);
  g_autoptr (TlDocument) document = tl_document_new_for_workspace (workspace);
  TlWindow *window = get_window_for_document (self);

  tl_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_from_template_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const TlTemplate *template = tl_template_find (g_variant_get_string (parameter, NULL));

  if (template != NULL)
    open_template (user_data, template);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_template (user_data, tl_template_find (TL_TEMPLATE_SAMPLE));
}

static void quit_next (TlApplication *self);

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlApplication) self = user_data;

  if (tl_window_leave_finish (TL_WINDOW (source), result))
    {
      gtk_window_destroy (GTK_WINDOW (source));
      quit_next (self);
    }
  else
    {
      self->is_quitting = FALSE;
    }
}

/* One window after the other, so that there is one question at a time. */
static void
quit_next (TlApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    {
      if (!TL_IS_WINDOW (at->data))
        continue;
      tl_window_leave_async (at->data, left_cb, g_object_ref (self));
      return;
    }
  g_application_quit (G_APPLICATION (self));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlApplication *self = user_data;

  if (self->is_quitting)
    return;
  self->is_quitting = TRUE;
  quit_next (self);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_show_about (gtk_application_get_active_window (user_data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *window = get_active_window (user_data);

  if (window != NULL)
    tl_show_shortcuts (GTK_APPLICATION_WINDOW (window),
                       "/io/github/throughline/Throughline/ui/tl-shortcuts.ui");
}

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "new-window", new_cb }, /* the desktop's name for it */
  { "open", open_cb },
  { "open-uri", open_uri_cb, "s" },
  { "open-sample", open_sample_cb },
  { "new-from-template", new_from_template_cb, "s" },
  { "quit", quit_cb },
  { "about", about_cb },
  { "shortcuts", shortcuts_cb },
};

static void
tl_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  tl_accels_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (TL_APP_ID);
}

static void
tl_application_activate (GApplication *application)
{
  TlWindow *window = get_active_window (TL_APPLICATION (application));

  if (window == NULL)
    window = tl_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
}

static void
tl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (TL_APPLICATION (application), files[i]);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
}

static void
tl_application_init (TlApplication *self)
{
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application, not running yet
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION, "application-id", TL_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/throughline/Throughline", NULL);
}
