/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-clipboard.h"

#include <glib/gi18n-lib.h>

#include "tl-clipping.h"
#include "tl-commands-paste.h"
#include "tl-titles.h"
#include "tl-writer.h"

#define MAX_BYTES (64 * 1024 * 1024) /* beyond it, it is no plan that somebody has copied */
#define CHUNK_BYTES (256 * 1024)

/* What is being pasted, until the clipboard has answered. */
typedef struct
{
  TlSession *session;
  TlItem *under; /* (nullable) */
  TlPastedFunc pasted;
  GObject *owner;
  GInputStream *stream;
  GByteArray *bytes;
} Pasting;

static void
pasting_free (Pasting *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->under);
  g_clear_object (&self->owner);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static TlItem *
get_under (Pasting *self)
{
  return self->under != NULL && tl_item_get_workspace (self->under) != NULL ? self->under : NULL;
}

static void
refuse (Pasting *self, const char *reason)
{
  /* Translators: a sentence that says why. */
  g_autofree char *words = g_strdup_printf (_ ("This cannot be pasted: %s"), reason);

  tl_session_say (self->session, words, FALSE);
}

static void
end (Pasting *self, GPtrArray *items, GError *error)
{
  if (items == NULL)
    refuse (self, error->message);
  else
    self->pasted (self->session, items, self->owner);
}

/* Items. */

static void
paste_bytes (Pasting *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->bytes->data, self->bytes->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkspace) clipping = tl_clipping_read (bytes, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (clipping != NULL)
    items = tl_command_paste (self->session, clipping, get_under (self), &error);
  end (self, items, error);
}

static void read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
read_on (Pasting *self)
{
  g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, NULL, read_cb,
                                   self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pasting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize length;
  gconstpointer data = chunk != NULL ? g_bytes_get_data (chunk, &length) : NULL;

  if (chunk == NULL)
    refuse (self, error->message);
  else if (length == 0)
    paste_bytes (self);
  else if (self->bytes->len + length > MAX_BYTES)
    refuse (self, _ ("It is too large."));
  else
    {
      g_byte_array_append (self->bytes, data, (guint) length);
      read_on (g_steal_pointer (&self));
    }
}

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pasting) self = user_data;
  g_autoptr (GError) error = NULL;

  self->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (self->stream != NULL)
    read_on (g_steal_pointer (&self));
  else
    refuse (self, error->message);
}

/* Text. */

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pasting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_auto (GStrv) titles = text != NULL ? tl_titles_parse (text, &error) : NULL;
  g_autoptr (GPtrArray) items = NULL;
  TlItem *under = get_under (self);
  gboolean is_goal = under != NULL && tl_item_get_kind (under) == TL_KIND_GOAL;

  if (titles != NULL)
    items = tl_command_add_list (self->session, is_goal ? TL_KIND_OBJECTIVE : TL_KIND_PROJECT,
                                 under, (const char *const *) titles, &error);
  end (self, items, error);
}

/**
 * tl_item_clipboard_provide:
 * @items: (element-type TlItem): what was copied, each once
 *
 * Returns: (transfer full) (nullable): what to put on the clipboard; %NULL where there are only
 *   links, which are copied with the cards at both of their ends
 */
GdkContentProvider *
tl_item_clipboard_provide (GPtrArray *items)
{
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GPtrArray) titled = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];

  for (guint i = 0; i < items->len; i++)
    if (tl_item_get_kind (items->pdata[i]) != TL_KIND_LINK)
      g_ptr_array_add (titled, items->pdata[i]);
  if (titled->len == 0)
    return NULL;
  text = tl_titles_from_items (titled);
  if (tl_clipping_get_n_items (clipping) == 0)
    return gdk_content_provider_new_typed (G_TYPE_STRING, text);
  bytes = tl_write_bytes (clipping);
  providers[0] = gdk_content_provider_new_for_bytes (TL_CLIPPING_MEDIA_TYPE, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * tl_item_clipboard_paste:
 * @clipboard: a clipboard
 * @session: where to
 * @under: (nullable): what it is to go under: a goal, or an objective
 * @pasted: called with the new items when there are some
 * @owner: lives until then, and is given to @pasted
 *
 * Adds what is on the clipboard: items that were copied in a window of this program, or else an
 * item for each line of a text: objectives of a goal, otherwise projects, which serve an objective
 * that they go under. What cannot be pasted is refused, and why is said.
 */
void
tl_item_clipboard_paste (GdkClipboard *clipboard,
                         TlSession *session,
                         TlItem *under,
                         TlPastedFunc pasted,
                         GObject *owner)
{
  const char *types[] = { TL_CLIPPING_MEDIA_TYPE, NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->session = g_object_ref (session);
  pasting->pasted = pasted;
  pasting->owner = g_object_ref (owner);
  pasting->bytes = g_byte_array_new ();
  g_set_object (&pasting->under, under);
  if (gdk_content_formats_contain_mime_type (formats, TL_CLIPPING_MEDIA_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_cb, pasting);
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
           || gdk_content_formats_contain_mime_type (formats, "text/plain"))
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, pasting);
  else
    {
      tl_session_say (session, _ ("There is nothing on the clipboard that can be pasted"), FALSE);
      pasting_free (pasting);
    }
}
