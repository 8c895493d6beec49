/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-save-flow.h"

#include <glib/gi18n.h>

#include "tl-compat.h"
#include "tl-format.h"
#include "tl-save.h"

/* As long as a name may be on the usual file systems, less what saving puts around it. */
#define NAME_MAX_BYTES 200

/* What a document's file may end in, the longer one first. */
static const char *const known_suffixes[] = { TL_FORMAT_SUFFIX, ".json" };

/* Every step of the talk holds the task, and the step that ends it returns from it. */

static TlDocument *
get_document (GTask *task)
{
  return g_task_get_task_data (task);
}

static void
end (GTask *task, gboolean is_safe)
{
  g_task_return_boolean (task, is_safe);
  g_object_unref (task);
}

static void ask_where (GtkWindow *parent, GTask *task);
static void save (GtkWindow *parent, GTask *task, TlDocumentSaveFlags flags);

static void
conflict_answered (GtkWindow *parent, const char *answer, gpointer user_data)
{
  if (g_str_equal (answer, "overwrite"))
    save (parent, user_data, TL_DOCUMENT_SAVE_OVERWRITE);
  else if (g_str_equal (answer, "save-as"))
    ask_where (parent, user_data);
  else
    end (user_data, FALSE);
}

static void
failure_answered (GtkWindow *parent, const char *answer, gpointer user_data)
{
  if (g_str_equal (answer, "retry"))
    save (parent, user_data, TL_DOCUMENT_SAVE_DEFAULT);
  else if (g_str_equal (answer, "save-as"))
    ask_where (parent, user_data);
  else
    end (user_data, FALSE);
}

static void
tell_conflict (GtkWindow *parent, GTask *task)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("button", "_Cancel"), TL_ANSWER_PLAIN },
    { "overwrite", C_ ("button", "_Replace It"), TL_ANSWER_DESTRUCTIVE },
    { "save-as", C_ ("button", "Save _As…"), TL_ANSWER_SUGGESTED },
  };

  tl_ask (
      parent, _ ("The File Has Changed"),
      _ ("Another program has written to it since it was read here. Replacing it loses what was "
         "written there."),
      NULL, answers, G_N_ELEMENTS (answers), conflict_answered, task);
}

static void
tell_failure (GtkWindow *parent, GTask *task, const GError *error)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("button", "_Cancel"), TL_ANSWER_PLAIN },
    { "save-as", C_ ("button", "Save _As…"), TL_ANSWER_PLAIN },
    { "retry", C_ ("button", "_Try Again"), TL_ANSWER_SUGGESTED },
  };

  if (g_error_matches (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT))
    tell_conflict (parent, task);
  else
    tl_ask (parent, _ ("The Document Was Not Saved"), error->message, NULL, answers,
            G_N_ELEMENTS (answers), failure_answered, task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (tl_document_save_finish (TL_DOCUMENT (source), result, &error))
    end (user_data, TRUE);
  else
    tell_failure (g_task_get_source_object (user_data), user_data, error);
}

static void
saved_as_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (tl_document_save_as_finish (TL_DOCUMENT (source), result, &error))
    end (user_data, TRUE);
  else
    tell_failure (g_task_get_source_object (user_data), user_data, error);
}

static void
save (GtkWindow *parent, GTask *task, TlDocumentSaveFlags flags)
{
  TlDocument *document = get_document (task);

  if (tl_document_get_file (document) == NULL)
    ask_where (parent, task);
  else
    tl_document_save_async (document, flags, NULL, saved_cb, task);
}

static void
place_chosen (GtkWindow *parent, GFile *file, gpointer user_data)
{
  if (file == NULL)
    end (user_data, FALSE);
  else
    tl_document_save_as_async (get_document (user_data), file, NULL, saved_as_cb, user_data);
}

static void
ask_where (GtkWindow *parent, GTask *task)
{
  const char *const suffixes[] = { "json", NULL };
  TlDocument *document = get_document (task);
  GFile *file = tl_document_get_file (document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = tl_save_flow_suggest_name (document, TL_FORMAT_SUFFIX);
  g_autoptr (GListModel) filters
      = tl_filters_new (C_ ("file type", "Throughline Workspaces"), suffixes);

  tl_choose_file_to_write (parent, C_ ("dialog title", "Save As"), name, folder, filters,
                           place_chosen, task);
}

static void
leave_answered (GtkWindow *parent, const char *answer, gpointer user_data)
{
  if (g_str_equal (answer, "save"))
    save (parent, user_data, TL_DOCUMENT_SAVE_DEFAULT);
  else
    end (user_data, g_str_equal (answer, "discard"));
}

static GTask *
task_new (GtkWindow *parent, TlDocument *document, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  return task;
}

/**
 * tl_save_flow_save_async:
 * @parent: the window that asks
 * @document: what to save
 * @is_save_as: whether to ask for a place even if the document has one
 * @callback: called when it is saved, or the user has given up
 * @user_data: passed to @callback
 *
 * Saves the document, and asks what is needed for it.
 */
void
tl_save_flow_save_async (GtkWindow *parent,
                         TlDocument *document,
                         gboolean is_save_as,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = task_new (parent, document, callback, user_data);

  if (is_save_as)
    ask_where (parent, task);
  else
    save (parent, task, TL_DOCUMENT_SAVE_DEFAULT);
}

static void
ask_about_leaving (GTask *task)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("button", "_Cancel"), TL_ANSWER_PLAIN },
    { "discard", C_ ("button", "_Discard"), TL_ANSWER_DESTRUCTIVE },
    { "save", C_ ("button", "_Save"), TL_ANSWER_SUGGESTED },
  };
  TlDocument *document = g_task_get_task_data (task);
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (!tl_document_is_dirty (document))
    {
      end (task, TRUE);
      return;
    }
  title = tl_document_dup_title (document);
  body = g_strdup_printf (_ ("“%s” has changes that are not saved. They are lost if they are "
                             "discarded."),
                          title);
  tl_ask (g_task_get_source_object (task), _ ("Save Changes?"), body, NULL, answers,
          G_N_ELEMENTS (answers), leave_answered, task);
}

static void
saved_before_leaving (TlDocument *document, GParamSpec *pspec, gpointer task)
{
  if (tl_document_is_busy (document))
    return;
  g_signal_handlers_disconnect_by_func (document, saved_before_leaving, task);
  ask_about_leaving (task);
}

/**
 * tl_save_flow_leave_async:
 * @parent: the window that asks
 * @document: what is to be closed
 * @callback: called when it may be closed, or the user wants it open
 * @user_data: passed to @callback
 *
 * Asks about unsaved changes if there are any, and saves them if they are to be kept. A save that
 * is under way is waited for first.
 */
void
tl_save_flow_leave_async (GtkWindow *parent,
                          TlDocument *document,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = task_new (parent, document, callback, user_data);

  if (tl_document_is_busy (document))
    g_signal_connect (document, "notify::busy", G_CALLBACK (saved_before_leaving), task);
  else
    ask_about_leaving (task);
}

/**
 * tl_save_flow_finish:
 * @result: what the callback was given
 *
 * Returns: whether the document is saved, or may be closed without that
 */
gboolean
tl_save_flow_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * tl_save_flow_suggest_name:
 * @document: a document
 * @suffix: how the name is to end
 *
 * Returns: (transfer full): a name for a file of the document: that of its own file, or its title
 *   without what a file's name cannot have
 */
char *
tl_save_flow_suggest_name (TlDocument *document, const char *suffix)
{
  GFile *file = tl_document_get_file (document);
  g_autofree char *name
      = file != NULL ? g_file_get_basename (file) : tl_document_dup_title (document);
  const char *end_of_name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known_suffixes); i++)
    if (g_str_has_suffix (name, known_suffixes[i]))
      name[strlen (name) - strlen (known_suffixes[i])] = '\0';
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  if (strlen (name) > NAME_MAX_BYTES)
    name[NAME_MAX_BYTES] = '\0';
  if (!g_utf8_validate (name, -1, &end_of_name))
    name[end_of_name - name] = '\0';
  return g_strconcat (name, suffix, NULL);
}
