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

static void
copy (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (self);

  if (items->len > 0)
    hold (self, items);
}

static void
cut (TlCanvas *self)
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

static void
paste (TlCanvas *self)
{
  tl_item_clipboard_paste (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->session,
                           get_under (self), pasted_cb, G_OBJECT (self));
}

static void
duplicate (TlCanvas *self)
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

static const struct
{
  const char *name;
  void (*activate) (TlCanvas *self);
  gboolean needs_items;
  gboolean is_edit;
  guint key, modifiers;
  guint other_key, other_modifiers; /* as old desktops have it */
} actions[] = {
  { "canvas.copy", copy, TRUE, FALSE, GDK_KEY_c, GDK_CONTROL_MASK, GDK_KEY_Insert,
    GDK_CONTROL_MASK },
  { "canvas.cut", cut, TRUE, TRUE, GDK_KEY_x, GDK_CONTROL_MASK, GDK_KEY_Delete, GDK_SHIFT_MASK },
  { "canvas.paste", paste, FALSE, TRUE, GDK_KEY_v, GDK_CONTROL_MASK, GDK_KEY_Insert,
    GDK_SHIFT_MASK },
  { "canvas.duplicate", duplicate, TRUE, TRUE, GDK_KEY_d, GDK_CONTROL_MASK, 0, 0 },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  for (guint i = 0; self->session != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (self);
}

/**
 * tl_canvas_class_add_clipboard:
 * @widget_class: of the canvas
 *
 * Installs what copies and pastes, with its keys.
 */
void
tl_canvas_class_add_clipboard (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
      tl_canvas_class_bind_action (widget_class, actions[i].key, actions[i].modifiers,
                                   actions[i].name);
      if (actions[i].other_key != 0)
        tl_canvas_class_bind_action (widget_class, actions[i].other_key, actions[i].other_modifiers,
                                     actions[i].name);
    }
}

/**
 * tl_canvas_update_clipboard:
 * @self: a canvas
 *
 * Enables what can be copied and pasted as things stand.
 */
void
tl_canvas_update_clipboard (TlCanvas *self)
{
  gboolean has_items = self->session != NULL
                       && (tl_selection_get_n_items (tl_session_get_selection (self->session)) > 0
                           || self->focused != NULL);
  gboolean is_editable = self->session != NULL && tl_session_is_editable (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (has_items || !actions[i].needs_items)
                                       && (is_editable || !actions[i].is_edit));
}
