/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-compat.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-config.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* A dialog that waits for the user: it keeps its parent alive until the answer is given. */
typedef struct
{
  GtkWindow *parent;
  GCallback func;
  gpointer user_data;
} Waiting;

static Waiting *
waiting_new (GtkWindow *parent, GCallback func, gpointer user_data)
{
  Waiting *self = g_new0 (Waiting, 1);

  g_set_object (&self->parent, parent);
  self->func = func;
  self->user_data = user_data;
  return self;
}

static void
waiting_free (Waiting *self)
{
  g_clear_object (&self->parent);
  g_free (self);
}

static void
tell_file (Waiting *waiting, GFile *file)
{
  ((TlFileFunc) waiting->func) (waiting->parent, file, waiting->user_data);
  waiting_free (waiting);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static GtkFileDialog *
file_dialog_new (const char *title, GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_modal (dialog, TRUE);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  tell_file (user_data, file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  tell_file (user_data, file);
}

static void
show_open (GtkWindow *parent, const char *title, GListModel *filters, Waiting *waiting)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, filters);

  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, waiting);
}

static void
show_save (GtkWindow *parent,
           const char *title,
           const char *name,
           GFile *folder,
           GListModel *filters,
           Waiting *waiting)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, filters);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, waiting);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  tell_file (user_data, file);
}

static GtkFileChooserNative *
file_chooser_new (GtkWindow *parent,
                  const char *title,
                  GListModel *filters,
                  GtkFileChooserAction action,
                  Waiting *waiting)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), waiting);
  return dialog;
}

static void
show_open (GtkWindow *parent, const char *title, GListModel *filters, Waiting *waiting)
{
  GtkFileChooserNative *dialog
      = file_chooser_new (parent, title, filters, GTK_FILE_CHOOSER_ACTION_OPEN, waiting);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
show_save (GtkWindow *parent,
           const char *title,
           const char *name,
           GFile *folder,
           GListModel *filters,
           Waiting *waiting)
{
  GtkFileChooserNative *dialog
      = file_chooser_new (parent, title, filters, GTK_FILE_CHOOSER_ACTION_SAVE, waiting);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * tl_choose_file:
 * @parent: (nullable): the window that asks; it stays alive until @func is called
 * @title: what the file is for, translated
 * @filters: (transfer none): a list of #GtkFileFilter
 * @func: what to do with the file
 * @user_data: passed to @func
 *
 * Lets the user choose a file to read, through the portal where there is one.
 */
void
tl_choose_file (GtkWindow *parent,
                const char *title,
                GListModel *filters,
                TlFileFunc func,
                gpointer user_data)
{
  show_open (parent, title, filters, waiting_new (parent, G_CALLBACK (func), user_data));
}

/**
 * tl_choose_file_to_write:
 * @parent: (nullable): the window that asks; it stays alive until @func is called
 * @title: what the file is for, translated
 * @name: the name to start with
 * @folder: (nullable): the folder to start in
 * @filters: (transfer none): a list of #GtkFileFilter
 * @func: what to do with the file
 * @user_data: passed to @func
 *
 * Lets the user choose a file to write. Whether to replace one that exists has been asked when
 * @func is called.
 */
void
tl_choose_file_to_write (GtkWindow *parent,
                         const char *title,
                         const char *name,
                         GFile *folder,
                         GListModel *filters,
                         TlFileFunc func,
                         gpointer user_data)
{
  show_save (parent, title, name, folder, filters,
             waiting_new (parent, G_CALLBACK (func), user_data));
}

/**
 * tl_filters_add:
 * @filters: what tl_filters_new() has returned
 * @name: what such files are, translated
 * @suffixes: (array zero-terminated=1) (nullable): how their names end, without a dot; %NULL for
 *   all files
 *
 * Adds another sort of file to choose from.
 */
void
tl_filters_add (GListModel *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (G_LIST_STORE (filters), filter);
}

/**
 * tl_filters_new:
 * @name: what such files are, translated
 * @suffixes: (array zero-terminated=1): how their names end, without a dot
 *
 * Returns: (transfer full): a list with one filter
 */
GListModel *
tl_filters_new (const char *name, const char *const *suffixes)
{
  GListModel *filters = G_LIST_MODEL (g_list_store_new (GTK_TYPE_FILE_FILTER));

  tl_filters_add (filters, name, suffixes);
  return filters;
}

static void
answered_cb (GtkWidget *dialog, const char *answer, gpointer user_data)
{
  Waiting *waiting = user_data;

  /* The answer may be to close the parent, of which a dialog that is going itself hears nothing. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  ((TlAnswerFunc) waiting->func) (waiting->parent, answer, waiting->user_data);
  waiting_free (waiting);
}

static void
ignore_answer (GtkWindow *parent, const char *answer, gpointer user_data)
{
}

/**
 * tl_ask:
 * @parent: the window that asks; it stays alive until @func is called
 * @heading: the question, plain text
 * @body: what there is to know for an answer, plain text
 * @more: (nullable) (transfer floating): what to show beneath it
 * @answers: (array length=n_answers): the answers; the first is what Escape means, and Enter the
 *   one that is suggested
 * @n_answers: how many answers there are, at least 1
 * @func: (nullable): what to do with the answer's id
 * @user_data: passed to @func
 *
 * Asks the user something that cannot wait.
 */
void
tl_ask (GtkWindow *parent,
        const char *heading,
        const char *body,
        GtkWidget *more,
        const TlAnswer *answers,
        guint n_answers,
        TlAnswerFunc func,
        gpointer user_data)
{
  const AdwResponseAppearance appearances[] = {
    [TL_ANSWER_PLAIN] = ADW_RESPONSE_DEFAULT,
    [TL_ANSWER_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [TL_ANSWER_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  g_return_if_fail (n_answers > 0);

  adw_message_dialog_set_extra_child (dialog, more);
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id,
                                                  appearances[answers[i].looks]);
      if (answers[i].looks == TL_ANSWER_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, answers[i].id);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  if (n_answers == 1)
    adw_message_dialog_set_default_response (dialog, answers[0].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb),
                    waiting_new (parent, G_CALLBACK (func != NULL ? func : ignore_answer),
                                 user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * tl_widget_get_color:
 * @widget: a widget
 * @color: (out): the colour of its text
 */
void
tl_widget_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/**
 * tl_list_row_set_label:
 * @child: what shows an item of a list
 * @label: what the row says, for assistive technologies
 *
 * Names the row around the widget: it has the focus, and older toolkits would read its type.
 */
void
tl_list_row_set_label (GtkWidget *child, const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * tl_list_row_set_expanded:
 * @child: what shows an item of a list
 * @is_expanded: whether what is under the item is shown, or %GTK_ACCESSIBLE_VALUE_UNDEFINED where
 *   there is nothing
 */
void
tl_list_row_set_expanded (GtkWidget *child, int is_expanded)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded,
                                 -1);
}

/**
 * tl_announce:
 * @widget: where it happened
 * @text: a sentence, plain text
 *
 * Has a screen reader say it; where the toolkit cannot do that, the widget is described by it
 * anew, also when it is the same again.
 */
void
tl_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
#endif
}

/**
 * tl_show_shortcuts:
 * @window: the window whose actions it is about
 * @resource: where the window of shortcuts, with the id "shortcuts", is described
 *
 * Shows the keys of all actions. The toolkit looks the keys up for a window that is set as the help
 * of another.
 */
void
tl_show_shortcuts (GtkApplicationWindow *window, const char *resource)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      builder = gtk_builder_new_from_resource (resource);
      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (
                                                   gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static char *
dup_debug_info (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");

  return g_strdup_printf ("Throughline %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n"
                          "GSK_RENDERER %s\n",
                          TL_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version,
                          renderer != NULL ? renderer : "-");
}

/**
 * tl_show_about:
 * @parent: (nullable): the window to stand before
 *
 * Tells what this program is, of which version, and what to write into a report about it.
 */
void
tl_show_about (GtkWindow *parent)
{
  g_autofree char *debug_info = dup_debug_info ();

  adw_show_about_window (parent, "application-name", C_ ("application name", "Throughline"),
                         "application-icon", TL_APP_ID, "version", TL_VERSION, "comments",
                         _ ("Ties every learning project to the goal that it serves"),
                         "developer-name", _ ("The Throughline authors"), "license-type",
                         GTK_LICENSE_GPL_3_0, "debug-info", debug_info, "debug-info-filename",
                         "throughline-debug-info.txt", "translator-credits",
                         _ ("translator-credits"), NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS
