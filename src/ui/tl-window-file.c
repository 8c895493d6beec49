/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n.h>

#include "tl-brief.h"
#include "tl-compat.h"
#include "tl-export.h"
#include "tl-recent.h"
#include "tl-repair.h"
#include "tl-save-flow.h"
#include "tl-window-private.h"

/* In which most files are read. A window that comes up to say that it reads takes time, too. */
#define PATIENCE_MS 400

/* What can be read by anybody who receives it. */
typedef struct
{
  const char *action;
  const char *what;   /* as the table of exporters calls it */
  const char *suffix; /* of the name that is suggested */
} Export;

static TlDocument *
get_document (TlWindow *self)
{
  return tl_session_get_document (self->session);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* Saving. */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (source);
  GFile *file = tl_document_get_file (get_document (self));

  if (!tl_save_flow_finish (result))
    return;
  tl_notice_hide (self->disk_notice);
  tl_recent_add (file);
  tl_window_toast (self, _ ("Saved"), FALSE);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  /* What is being typed belongs to what is saved. */
  tl_history_seal (tl_session_get_history (self->session));
  tl_save_flow_save_async (GTK_WINDOW (self), get_document (self),
                           g_str_equal (name, "win.save-as"), saved_cb, NULL);
}

/* Loading. */

static void
show_failure (TlWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *title = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failure, title);
  adw_status_page_set_description (self->failure, description);
  gtk_stack_set_visible_child_name (self->pages, "failure");
  tl_window_update_file_actions (self);
}

static void
show_notices (TlWindow *self)
{
  TlDocument *document = get_document (self);
  guint n_repairs = tl_document_get_repairs (document)->len;
  g_autofree char *repairs = NULL;

  tl_notice_hide (self->disk_notice);
  tl_notice_hide (self->repairs_notice);
  tl_notice_hide (self->read_only_notice);
  if (tl_document_is_read_only (document))
    tl_notice_show (self->read_only_notice, tl_document_get_read_only_reason (document));
  if (n_repairs == 0)
    return;
  repairs = g_strdup_printf (ngettext ("%u thing in the file could not be used and was left out.",
                                       "%u things in the file could not be used and were left out.",
                                       n_repairs),
                             n_repairs);
  tl_notice_show (self->repairs_notice, repairs);
}

static void
present_due (TlWindow *self)
{
  if (self->present_source == 0)
    return;
  g_clear_handle_id (&self->present_source, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->present_source = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = tl_document_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  file = g_steal_pointer (&self->loading);
  if (document == NULL)
    {
      g_autoptr (TlDocument) empty = tl_document_new ();

      tl_window_set_document (self, empty);
      show_failure (self, file, error);
      tl_window_focus_page (self);
      present_due (self);
      return;
    }
  tl_window_set_document (self, document);
  tl_window_focus_page (self);
  show_notices (self);
  present_due (self);
  tl_recent_add (file);
}

/**
 * tl_window_load:
 * @self: a window
 * @file: the file to read
 *
 * Shows the document in the file instead of the one that is shown, as soon as it is read. A file
 * that cannot be read is told of in the window.
 */
void
tl_window_load (TlWindow *self, GFile *file)
{
  g_return_if_fail (TL_IS_WINDOW (self) && G_IS_FILE (file));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->loading, file);
  gtk_stack_set_visible_child_name (self->pages, "loading");
  tl_window_update_edit_actions (self);
  tl_window_update_file_actions (self);
  tl_document_load_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * tl_window_present_loaded:
 * @self: a window
 *
 * Brings the window up as soon as what is being read is there, or when that takes long.
 */
void
tl_window_present_loaded (TlWindow *self)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->loading == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_source == 0)
    self->present_source = g_timeout_add (PATIENCE_MS, present_cb, self);
}

static void
start_afresh_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TlDocument) document = tl_document_new ();

  gtk_stack_set_visible_child_name (TL_WINDOW (widget)->pages, "plan");
  tl_window_set_document (TL_WINDOW (widget), document);
}

static void
show_repairs_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TlAnswer answers[] = { { "close", C_ ("button", "_Close"), TL_ANSWER_PLAIN } };
  TlWindow *self = TL_WINDOW (widget);
  GPtrArray *repairs = tl_document_get_repairs (get_document (self));
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;
  GtkWidget *scrolled;

  for (guint i = 0; i < repairs->len; i++)
    {
      g_autofree char *message = tl_repair_dup_message (repairs->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", message);
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", text->str, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, NULL);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", label, "hscrollbar-policy",
                           GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "min-content-height",
                           160, "max-content-height", 280, NULL);
  tl_ask (GTK_WINDOW (self), _ ("What Was Left Out"),
          _ ("The file itself is unchanged as long as the document is not saved."), scrolled,
          answers, G_N_ELEMENTS (answers), NULL, NULL);
}

/* The file on the disk. */

static void
reload_answered (GtkWindow *parent, const char *answer, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (parent);
  g_autoptr (GFile) file = NULL;

  if (!g_str_equal (answer, "reload") || tl_window_get_file (self) == NULL)
    return;
  file = g_object_ref (tl_window_get_file (self));
  tl_notice_hide (self->disk_notice);
  tl_window_load (self, file);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("button", "_Cancel"), TL_ANSWER_PLAIN },
    { "reload", C_ ("button", "_Load It Again"), TL_ANSWER_DESTRUCTIVE },
  };
  TlWindow *self = TL_WINDOW (widget);

  if (!tl_document_is_dirty (get_document (self)))
    reload_answered (GTK_WINDOW (self), "reload", NULL);
  else
    tl_ask (GTK_WINDOW (self), _ ("Give Up the Changes Made Here?"),
            _ ("What the other program has written replaces them."), NULL, answers,
            G_N_ELEMENTS (answers), reload_answered, NULL);
}

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  /* Asked again only when there is something new to say. */
  tl_notice_hide (self->disk_notice);
  tl_window_toast (self, _ ("Saving will ask before it replaces the other version"), FALSE);
}

/*
 * tl_window_check_disk:
 * @self: a window
 *
 * Tells the user when somebody else has written the file.
 */
void
tl_window_check_disk (TlWindow *self)
{
  TlDocument *document = get_document (self);
  const char *text = NULL;

  if (self->loading != NULL || tl_document_is_busy (document))
    return;
  switch (tl_document_check_disk (document))
    {
    case TL_DOCUMENT_DISK_CHANGED:
      text = _ ("Another program has changed the file.");
      break;
    case TL_DOCUMENT_DISK_GONE:
      text = _ ("The file is no longer there. Save to write it anew.");
      break;
    case TL_DOCUMENT_DISK_NONE:
    case TL_DOCUMENT_DISK_SAME:
    default:
      tl_notice_hide (self->disk_notice);
      return;
    }
  if (g_strcmp0 (text, tl_notice_get_text (self->disk_notice)) != 0)
    tl_notice_show (self->disk_notice, text);
}

/* Exporting. */

static const Export exports[] = {
  { "win.export-map", "map", ".pdf" },
  { "win.export-matrix", "matrix", ".pdf" },
  { "win.export-pack", "pack", ".pdf" },
};

/* What is being written when the last window closes is written all the same. */
typedef struct
{
  TlWindow *window;
  GFile *file;
} Exporting;

/* A window that is closed has no place for a message; the session has. */
static void
notify_failure (const char *name, const GError *error)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("The Export Failed"));
  g_autofree char *body = g_strdup_printf ("%s: %s", name, error->message);

  g_notification_set_body (notification, body);
  g_application_send_notification (g_application_get_default (), NULL, notification);
}

static Exporting *
begin_export (TlWindow *self, GFile *file)
{
  Exporting *exporting = g_new (Exporting, 1);

  exporting->window = g_object_ref (self);
  exporting->file = g_object_ref (file);
  g_application_hold (g_application_get_default ());
  return exporting;
}

static void
end_export (Exporting *exporting, const GError *error)
{
  const TlAnswer answers[] = { { "close", C_ ("button", "_Close"), TL_ANSWER_PLAIN } };
  g_autoptr (TlWindow) self = exporting->window;
  g_autoptr (GFile) file = exporting->file;
  g_autofree char *name = dup_name (file);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), name);
  gboolean is_open = self->session != NULL;

  if (error == NULL && is_open)
    tl_session_say (self->session, text, FALSE);
  else if (error != NULL && is_open)
    tl_ask (GTK_WINDOW (self), _ ("The Export Failed"), error->message, NULL, answers,
            G_N_ELEMENTS (answers), NULL, NULL);
  else if (error != NULL)
    notify_failure (name, error);
  g_application_release (g_application_get_default ());
  g_free (exporting);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  tl_export_to_file_finish (result, &error);
  end_export (user_data, error);
}

static void
brief_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  tl_brief_to_file_finish (result, &error);
  end_export (user_data, error);
}

static const char *
get_choice_name (TlField field, int choice)
{
  return choice != TL_CHOICE_NONE ? tl_field_get_choice_name (field, choice) : "";
}

/* The map looks on paper as it does on the screen. */
static char *
dup_what (TlWindow *self, const char *what)
{
  TlLens *lens = tl_session_get_lens (self->session);

  if (!g_str_equal (what, "map"))
    return g_strdup (what);
  return g_strdup_printf ("%s:%s:%s:%s", what,
                          get_choice_name (TL_VIEW_COLOUR_BY, tl_lens_get_colour_by (lens)),
                          get_choice_name (TL_VIEW_ARRANGE_BY, tl_lens_get_arrange_by (lens)),
                          get_choice_name (TL_VIEW_DIRECTION, tl_lens_get_direction (lens)));
}

static void
export_chosen (GtkWindow *parent, GFile *file, gpointer user_data)
{
  const Export *export = user_data;
  TlWindow *self = TL_WINDOW (parent);
  g_autofree char *what = NULL;

  if (file == NULL)
    return;
  what = dup_what (self, export->what);
  tl_export_to_file_async (tl_session_get_analysis (self->session), what, file, TL_EXPORT_PUBLIC,
                           exported_cb, begin_export (self, file));
}

static GListModel *
export_filters_new (const Export *export)
{
  const char *const pdf[] = { "pdf", NULL };
  const char *const svg[] = { "svg", NULL };
  const char *const png[] = { "png", NULL };
  GListModel *filters;

  if (g_str_equal (export->what, "pack"))
    return tl_filters_new (C_ ("file type", "PDF Documents"), pdf);

  filters = tl_filters_new (C_ ("file type", "PDF Documents"), pdf);
  tl_filters_add (filters, C_ ("file type", "SVG Drawings"), svg);
  tl_filters_add (filters, C_ ("file type", "PNG Pictures"), png);
  return filters;
}

static const Export *
find_export (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].action, action))
      return &exports[i];
  g_assert_not_reached ();
}

static const char *
get_export_title (const Export *export)
{
  if (g_str_equal (export->what, "pack"))
    return C_ ("dialog title", "Export Leadership Summary");
  if (g_str_equal (export->what, "matrix"))
    return C_ ("dialog title", "Export Matrix as PDF, SVG or PNG");
  return C_ ("dialog title", "Export Map as PDF, SVG or PNG");
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const Export *export = find_export (action);
  GFile *file = tl_document_get_file (get_document (self));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = tl_save_flow_suggest_name (get_document (self), export->suffix);
  g_autoptr (GListModel) filters = export_filters_new (export);

  tl_choose_file_to_write (GTK_WINDOW (self), get_export_title (export), name, folder, filters,
                           export_chosen, (gpointer) export);
}

/* What is on the table is what was on the screen when it was asked for. */
static void
brief_chosen (GtkWindow *parent, GFile *file, gpointer user_data)
{
  g_autoptr (TlBrief) brief = user_data;

  if (file != NULL)
    tl_brief_to_file_async (g_steal_pointer (&brief), file, brief_saved_cb,
                            begin_export (TL_WINDOW (parent), file));
}

static void
export_brief_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *const pdf[] = { "pdf", NULL };
  const char *const markdown[] = { "md", NULL };
  TlWindow *self = TL_WINDOW (widget);
  TlDuplicates *duplicates = tl_session_get_duplicates (self->session);
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  GFile *file = tl_document_get_file (get_document (self));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GListModel) filters = NULL;
  const char *ids[2];
  const TlPair *pair;
  TlItem *items[2];

  g_variant_get (parameter, "(&s&s)", &ids[0], &ids[1]);
  pair = duplicates != NULL ? tl_duplicates_find_pair (duplicates, ids[0], ids[1]) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = tl_workspace_lookup (workspace, ids[i]);
  if (pair == NULL || items[0] == NULL || items[1] == NULL)
    return;
  filters = tl_filters_new (C_ ("file type", "PDF Documents"), pdf);
  tl_filters_add (filters, C_ ("file type", "Markdown Texts"), markdown);
  tl_choose_file_to_write (GTK_WINDOW (self), C_ ("dialog title", "Save Brief for Both Owners"),
                           C_ ("file name", "Brief.pdf"), folder, filters, brief_chosen,
                           tl_brief_new (tl_session_get_analysis (self->session), pair, items));
}

/* Closing. */

static void
leave_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (source);
  GTask *task = user_data;

  self->is_leaving = FALSE;
  g_task_return_boolean (task, tl_save_flow_finish (result));
  g_object_unref (task);
}

/**
 * tl_window_leave_async:
 * @self: a window
 * @callback: called when the window may be closed, or is to stay
 * @user_data: passed to @callback
 *
 * Asks about unsaved changes. The window is not closed by this.
 */
void
tl_window_leave_async (TlWindow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TL_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  self->is_leaving = TRUE;
  tl_window_save_state (self);
  if (tl_document_is_dirty (get_document (self)))
    gtk_window_present (GTK_WINDOW (self));
  tl_save_flow_leave_async (GTK_WINDOW (self), get_document (self), leave_cb, task);
}

/**
 * tl_window_leave_finish:
 * @self: a window
 * @result: what the callback was given
 *
 * Returns: whether the window may be closed
 */
gboolean
tl_window_leave_finish (TlWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/*
 * tl_window_update_file_actions:
 * @self: a window
 *
 * Enables what can be done with the document as a whole.
 */
void
tl_window_update_file_actions (TlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlDocument *document = get_document (self);
  gboolean can_save = self->loading == NULL && !tl_document_is_read_only (document)
                      && !tl_document_is_busy (document);

  gtk_widget_action_set_enabled (widget, "win.save", can_save);
  gtk_widget_action_set_enabled (widget, "win.save-as", can_save);
  gtk_widget_action_set_enabled (widget, "win.export-map", tl_window_shows_plan (self));
  gtk_widget_action_set_enabled (widget, "win.export-matrix", tl_window_shows_plan (self));
  gtk_widget_action_set_enabled (widget, "win.export-pack", tl_window_shows_plan (self));
  gtk_widget_action_set_enabled (widget, "win.show-repairs",
                                 tl_document_get_repairs (document)->len > 0);
  gtk_widget_action_set_enabled (widget, "win.reload", tl_document_get_file (document) != NULL);
  /* Where they are not offered, they would take away what nobody has asked about. */
  gtk_widget_action_set_enabled (widget, "win.keep", tl_notice_is_shown (self->disk_notice));
  gtk_widget_action_set_enabled (widget, "win.start-afresh",
                                 g_strcmp0 (gtk_stack_get_visible_child_name (self->pages),
                                            "failure")
                                     == 0);
}

/*
 * tl_window_install_file_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that read and write files.
 */
void
tl_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "win.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "win.show-repairs", NULL, show_repairs_cb);
  gtk_widget_class_install_action (widget_class, "win.start-afresh", NULL, start_afresh_cb);
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    gtk_widget_class_install_action (widget_class, exports[i].action, NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-brief", "(ss)", export_brief_cb);
}
