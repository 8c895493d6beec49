/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"
#include "tl-commands-paste.h"
#include "tl-item-clipboard.h"

/**
 * tl_canvas_dup_chosen:
 * @self: a canvas with a session
 *
 * Returns: (transfer full) (element-type TlItem): what is selected; if nothing is, what has the
 *   keyboard
 */
GPtrArray *
tl_canvas_dup_chosen (TlCanvas *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = tl_selection_get_n_items (selection);
  TlItem *focused = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_ref (tl_selection_get_item (selection, i)));
  if (n == 0 && self->focused != NULL)
    focused = tl_workspace_lookup (tl_session_get_workspace (self->session), self->focused);
  if (focused != NULL)
    g_ptr_array_add (items, g_object_ref (focused));
  return items;
}

static gboolean
hold (TlCanvas *self, GPtrArray *items)
{
  g_autoptr (GdkContentProvider) content = tl_item_clipboard_provide (items);

  if (content == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      tl_session_say (self->session, _ ("A link is copied with the cards at both of its ends"),
                      FALSE);
      return FALSE;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  return TRUE;
}

/**
 * tl_canvas_copy:
 * @self: a canvas with a session
 *
 * Puts what is selected on the clipboard.
 */
void
tl_canvas_copy (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (self);

  if (items->len > 0)
    hold (self, items);
}

/**
 * tl_canvas_cut:
 * @self: a canvas with a session
 *
 * Puts what is selected on the clipboard, and deletes it.
 */
void
tl_canvas_cut (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (self);

  if (items->len > 0 && hold (self, items))
    tl_command_cut (self->session, items);
}

static gboolean
is_card (TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);

  return kind == TL_KIND_GOAL || kind == TL_KIND_OBJECTIVE || kind == TL_KIND_PROJECT;
}

/**
 * tl_canvas_select_new:
 * @self: a canvas
 * @items: (element-type TlItem): what has just been added
 *
 * Selects the cards among the items, and goes to the first of them that is on the map.
 */
void
tl_canvas_select_new (TlCanvas *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  TlItem *first = NULL;
  guint index;

  if (!tl_canvas_ensure_scene (self))
    return;
  for (guint i = 0; i < items->len; i++)
    if (is_card (items->pdata[i]))
      {
        g_ptr_array_add (cards, items->pdata[i]);
        if (first == NULL
            && tl_map_view_find (self->view, tl_item_get_id (items->pdata[i]), &index))
          first = items->pdata[i];
      }
  tl_selection_set_items (tl_session_get_selection (self->session), cards);
  tl_canvas_focus_item (self, first);
}

static void
pasted_cb (TlSession *session, GPtrArray *items, gpointer user_data)
{
  TlCanvas *self = user_data;

  if (self->session == session && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_canvas_select_new (self, items);
}

/* Where to: the one goal or objective that is selected. */
static TlItem *
get_under (TlCanvas *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *item
      = tl_selection_get_n_items (selection) == 1 ? tl_selection_get_primary (selection) : NULL;

  return item != NULL
                 && (tl_item_get_kind (item) == TL_KIND_GOAL
                     || tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
             ? item
             : NULL;
}

/**
 * tl_canvas_paste:
 * @self: a canvas with a session
 *
 * Adds what is on the clipboard; it goes under the one goal or objective that is selected.
 */
void
tl_canvas_paste (TlCanvas *self)
{
  tl_item_clipboard_paste (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->session,
                           get_under (self), pasted_cb, G_OBJECT (self));
}

/**
 * tl_canvas_duplicate:
 * @self: a canvas with a session
 *
 * Adds a copy of what is selected, and selects it instead.
 */
void
tl_canvas_duplicate (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  if (items->len == 0)
    return;
  copies = tl_command_duplicate (self->session, items, &error);
  if (copies == NULL)
    tl_session_say (self->session, error->message, FALSE);
  else if (copies->len > 0)
    tl_canvas_select_new (self, copies);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
