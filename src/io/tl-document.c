/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"
#include "tl-reader.h"
#include "tl-save-job.h"

struct _TlDocument
{
  GObject parent_instance;

  /* Owned. */
  TlWorkspace *workspace;
  TlHistory *history;
  GFile *file; /* NULL until it is saved for the first time */
  GPtrArray *repairs;

  TlFileIdentity identity; /* of the file, as it was read or last written */

  gboolean is_busy;   /* a save is under way */
  gboolean was_dirty; /* as last told */
  gboolean is_newer;
};

typedef struct
{
  TlReadResult *result;
  TlFileIdentity identity;
} Loaded;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FILE,
  PROP_DIRTY,
  PROP_BUSY,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->result, tl_read_result_free);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
tell_dirty (TlDocument *self)
{
  gboolean is_dirty = tl_document_is_dirty (self);

  if (self->was_dirty == is_dirty)
    return;
  self->was_dirty = is_dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
workspace_changed_cb (TlDocument *self, TlTransaction *transaction)
{
  TlItem *root = tl_workspace_get_root (self->workspace);

  if (tl_transaction_touches (transaction, root))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_busy (TlDocument *self, gboolean is_busy)
{
  if (self->is_busy == is_busy)
    return;
  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_file (TlDocument *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static TlDocument *
new_for_loaded (GFile *file, Loaded *loaded)
{
  TlDocument *self = tl_document_new_for_workspace (loaded->result->workspace);

  self->file = g_object_ref (file);
  self->identity = loaded->identity;
  self->is_newer = loaded->result->is_newer;
  g_ptr_array_unref (self->repairs);
  self->repairs = g_ptr_array_ref (loaded->result->repairs);
  /* What is shown is not what is on disk; a newer file cannot be saved, so it asks for nothing. */
  if (self->repairs->len > 0 && !self->is_newer)
    tl_history_mark_unsaved (self->history);
  return self;
}

static Loaded *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->result = tl_read_file (file, &loaded->identity, cancellable, error);
  return loaded->result != NULL ? g_steal_pointer (&loaded) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Loaded *loaded = load (task_data, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
  else
    g_task_return_error (task, error);
}

/* Saving, in three steps: the first and the last in the thread of the document, the one between
 * them in any. */

static TlSaveJob *
begin_save (TlDocument *self, GFile *file, gboolean overwrites, GError **error)
{
  if (self->is_newer)
    {
      g_set_error_literal (error, TL_SAVE_ERROR, TL_SAVE_ERROR_READ_ONLY,
                           tl_document_get_read_only_reason (self));
      return NULL;
    }
  if (self->is_busy)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _ ("The document is being saved already."));
      return NULL;
    }
  return tl_save_job_new (self->workspace, file, overwrites ? NULL : &self->identity);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (tl_save_job_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Edits made meanwhile are not on disk, and what was saved before no longer is: then no undo leads
 * back to the file. The same holds when the file was written but may not survive a loss of power.
 */
static void
end_save (TlDocument *self, const TlSaveJob *job, gboolean succeeded)
{
  gboolean is_own_file = self->file != NULL && g_file_equal (self->file, job->file);

  if (!job->written.is_known || (!succeeded && !is_own_file))
    return;
  self->identity = job->written;
  if (!succeeded || tl_workspace_get_revision (self->workspace) != job->revision)
    tl_history_mark_unsaved (self->history);
  else
    tl_history_mark_saved (self->history);
  if (succeeded)
    set_file (self, job->file);
}

static gboolean
save_now (TlDocument *self,
          GFile *file,
          gboolean overwrites,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (TlSaveJob) job = begin_save (self, file, overwrites, error);
  gboolean succeeded;

  if (job == NULL)
    return FALSE;
  set_busy (self, TRUE);
  succeeded = tl_save_job_run (job, cancellable, error);
  end_save (self, job, succeeded);
  set_busy (self, FALSE);
  return succeeded;
}

static void
thread_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TlDocument *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);

  end_save (self, g_task_get_task_data (G_TASK (result)), succeeded);
  set_busy (self, FALSE);
  if (succeeded)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The inner task brings the outcome back to this thread before the caller hears of it. It does not
 * hold the document, which the thread, by letting go of the task last, would otherwise dispose of.
 * Whether a file was written is a fact, which a cancellation that comes too late does not change.
 */
static void
save_in_background (TlDocument *self, GFile *file, gboolean overwrites, GTask *task)
{
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  TlSaveJob *job = begin_save (self, file, overwrites, &error);

  g_task_set_check_cancellable (task, FALSE);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  set_busy (self, TRUE);
  inner = g_task_new (NULL, g_task_get_cancellable (task), thread_done_cb, g_object_ref (task));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) tl_save_job_free);
  g_task_run_in_thread (inner, save_in_thread);
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlDocument *self = TL_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, tl_document_dup_title (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, tl_document_is_dirty (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->is_busy);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->is_newer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tl_document_dispose;
  object_class->get_property = tl_document_get_property;

  /**
   * TlDocument:title:
   *
   * What to call the document; see tl_document_dup_title().
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlDocument:file:
   *
   * Where the document is saved; %NULL until it is.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  /**
   * TlDocument:dirty:
   *
   * Whether closing would lose something.
   */
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  /**
   * TlDocument:busy:
   *
   * Whether a save is under way. Editing goes on meanwhile.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  /**
   * TlDocument:read-only:
   *
   * Whether the document can neither be changed nor saved.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_document_init (TlDocument *self)
{
  self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_repair_free);
}

/**
 * tl_document_new:
 *
 * Returns: (transfer full): a document with an empty workspace and no file
 */
TlDocument *
tl_document_new (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();

  return tl_document_new_for_workspace (workspace);
}

/**
 * tl_document_new_for_workspace:
 * @workspace: a workspace that belongs to no document yet, such as a template
 *
 * Returns: (transfer full): a document without a file, which is not dirty until it is edited
 */
TlDocument *
tl_document_new_for_workspace (TlWorkspace *workspace)
{
  TlDocument *self;

  g_return_val_if_fail (TL_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->workspace = g_object_ref (workspace);
  self->history = tl_history_new (workspace);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (tell_dirty), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_document_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: (nullable): a return location for a #GIOErrorEnum, #TlJsonError or #TlReaderError; the
 *   message names the file and, for a fault in it, line and column
 *
 * Opens a file. Repairs that had to be made leave the document dirty and the file untouched. A
 * file of a newer version opens read-only.
 *
 * Returns: (transfer full) (nullable): the document
 */
TlDocument *
tl_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  loaded = load (file, cancellable, error);
  return loaded != NULL ? new_for_loaded (file, loaded) : NULL;
}

/**
 * tl_document_load_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called when it is read, in the thread's default main context
 * @user_data: for @callback
 *
 * Opens a file without blocking: all reading is done in a thread.
 */
void
tl_document_load_async (GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * tl_document_load_finish:
 * @result: what the callback of tl_document_load_async() was given
 * @error: (nullable): as in tl_document_load()
 *
 * Returns: (transfer full) (nullable): the document
 */
TlDocument *
tl_document_load_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  return loaded != NULL ? new_for_loaded (g_task_get_task_data (G_TASK (result)), loaded) : NULL;
}

/**
 * tl_document_get_workspace:
 * @self: a document
 *
 * Returns: (transfer none): its workspace, the same for all of its life
 */
TlWorkspace *
tl_document_get_workspace (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->workspace;
}

/**
 * tl_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its history, the same for all of its life; saving does not end it
 */
TlHistory *
tl_document_get_history (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * tl_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
tl_document_get_file (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tl_document_dup_title:
 * @self: a document
 *
 * Returns: (transfer full): the title of the workspace; without one the name of the file, less what
 *   tells its type; without a file a word that says so
 */
char *
tl_document_dup_title (TlDocument *self)
{
  const char *title;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  title = tl_item_get_title (tl_workspace_get_root (self->workspace));
  if (*title != '\0')
    return g_strdup (title);
  if (self->file == NULL)
    return g_strdup (C_ ("document", "Untitled"));
  base = g_file_get_basename (self->file);
  name = g_filename_display_name (base);
  if (g_str_has_suffix (name, TL_FORMAT_SUFFIX) && strlen (name) > strlen (TL_FORMAT_SUFFIX))
    name[strlen (name) - strlen (TL_FORMAT_SUFFIX)] = '\0';
  return g_steal_pointer (&name);
}

/**
 * tl_document_is_dirty:
 * @self: a document
 *
 * Returns: whether the workspace is other than what is on disk; undoing back to what was saved
 *   makes it clean again
 */
gboolean
tl_document_is_dirty (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return !tl_history_is_saved (self->history);
}

/**
 * tl_document_is_busy:
 * @self: a document
 *
 * Returns: whether a save is under way
 */
gboolean
tl_document_is_busy (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->is_busy;
}

/**
 * tl_document_is_read_only:
 * @self: a document
 *
 * Returns: whether it can neither be changed nor saved
 */
gboolean
tl_document_is_read_only (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->is_newer;
}

/**
 * tl_document_get_read_only_reason:
 * @self: a document
 *
 * Returns: (nullable): why it is read-only, as a sentence for people; %NULL when it is not
 */
const char *
tl_document_get_read_only_reason (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->is_newer ? _ ("The document was saved by a newer version of Throughline, so it can "
                             "be read but not changed.")
                        : NULL;
}

/**
 * tl_document_get_repairs:
 * @self: a document
 *
 * Returns: (transfer none) (element-type TlRepair): what had to be left out of the file when it was
 *   read; possibly none
 */
GPtrArray *
tl_document_get_repairs (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->repairs;
}

/**
 * tl_document_check_disk:
 * @self: a document that is not busy
 *
 * Looks whether somebody else has changed the file. Reads it only when its size or time say that
 * it may have changed, so this is cheap enough for each time a window gets the focus.
 *
 * Returns: how the file stands to the document
 */
TlDocumentDiskState
tl_document_check_disk (TlDocument *self)
{
  g_autoptr (GBytes) bytes = NULL;
  TlFileIdentity found;
  struct stat info;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), TL_DOCUMENT_DISK_NONE);

  if (self->file == NULL)
    return TL_DOCUMENT_DISK_NONE;
  if (g_file_is_native (self->file) && stat (g_file_peek_path (self->file), &info) == 0
      && tl_file_identity_has_stat (&self->identity, &info))
    return TL_DOCUMENT_DISK_SAME;
  bytes = tl_file_read (self->file, &found, NULL, NULL);
  if (bytes == NULL)
    return TL_DOCUMENT_DISK_GONE;
  return tl_file_identity_has_content (&self->identity, &found) ? TL_DOCUMENT_DISK_SAME
                                                                : TL_DOCUMENT_DISK_CHANGED;
}

/**
 * tl_document_save:
 * @self: a document that has a file
 * @flags: what to do when somebody else has changed the file
 * @cancellable: (nullable): to give up; the file then is as it was
 * @error: (nullable): a return location for a #TlSaveError or a #GIOErrorEnum, the latter with
 *   %G_IO_ERROR_PENDING while another save is under way
 *
 * Saves to the document's file, and blocks until it is on the disk. What is written is read back
 * before the old file is touched.
 *
 * Returns: whether it was saved; if not, the document is as dirty as before
 */
gboolean
tl_document_save (TlDocument *self,
                  TlDocumentSaveFlags flags,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return save_now (self, self->file, (flags & TL_DOCUMENT_SAVE_OVERWRITE) != 0, cancellable, error);
}

/**
 * tl_document_save_async:
 * @self: a document that has a file
 * @flags: as in tl_document_save()
 * @cancellable: (nullable): to give up
 * @callback: called when it is saved, or not
 * @user_data: for @callback
 *
 * As tl_document_save(), with the slow part in a thread. What is saved is the workspace as it is
 * now; when it is edited meanwhile the document stays dirty.
 */
void
tl_document_save_async (TlDocument *self,
                        TlDocumentSaveFlags flags,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_save_async);
  save_in_background (self, self->file, (flags & TL_DOCUMENT_SAVE_OVERWRITE) != 0, task);
}

/**
 * tl_document_save_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: (nullable): as in tl_document_save()
 *
 * Returns: whether it was saved
 */
gboolean
tl_document_save_finish (TlDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_document_save_as:
 * @self: a document
 * @file: where to save it from now on; replaced when it exists, so ask before
 * @cancellable: (nullable): to give up
 * @error: (nullable): as in tl_document_save()
 *
 * As tl_document_save(), to another file, which becomes the document's own once it is saved.
 *
 * Returns: whether it was saved; if not, the document keeps the file that it had
 */
gboolean
tl_document_save_as (TlDocument *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return save_now (self, file, TRUE, cancellable, error);
}

/**
 * tl_document_save_as_async:
 * @self: a document
 * @file: as in tl_document_save_as()
 * @cancellable: (nullable): to give up
 * @callback: called when it is saved, or not
 * @user_data: for @callback
 *
 * As tl_document_save_as(), with the slow part in a thread.
 */
void
tl_document_save_as_async (TlDocument *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_save_as_async);
  save_in_background (self, file, TRUE, task);
}

/**
 * tl_document_save_as_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: (nullable): as in tl_document_save()
 *
 * Returns: whether it was saved
 */
gboolean
tl_document_save_as_finish (TlDocument *self, GAsyncResult *result, GError **error)
{
  return tl_document_save_finish (self, result, error);
}
