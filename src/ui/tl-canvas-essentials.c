/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include "tl-compat.h"
#include "tl-hover-card.h"

#define REST_MS 500 /* of a pointer, before it is asking */

static TlItem *
lookup (TlCanvas *self, const char *id)
{
  return id != NULL && self->session != NULL
             ? tl_workspace_lookup (tl_session_get_workspace (self->session), id)
             : NULL;
}

static void
hide (TlCanvas *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->essential_id, g_free);
  if (self->hover_card != NULL)
    gtk_widget_set_visible (self->hover_card, FALSE);
}

/* What there is to know of an item of the map, or of a lane. */
static TlEssentials *
create_essentials (TlCanvas *self, const char *id, guint index)
{
  TlItem *item = lookup (self, id);

  return item != NULL ? tl_essentials_new (self->session, item)
                      : tl_essentials_new_for_lane (self->session,
                                                    tl_map_view_get_scene (self->view), index);
}

/* Returns what is shown, if it is in sight. */
static TlEssentials *
show (TlCanvas *self, const char *id)
{
  TlEssentials *essentials;
  TlRect seen;
  TlFold fold;
  guint index;

  if (!tl_map_view_find (self->view, id, &index)
      || !tl_map_view_get_seen_rect (self->view, index, &seen)
      || (lookup (self, id) == NULL
          && !tl_scene_get_fold (tl_map_view_get_scene (self->view), index, &fold)))
    return NULL;
  essentials = create_essentials (self, id, index);
  tl_hover_card_set_essentials (TL_HOVER_CARD (self->hover_card), essentials);
  g_free (self->essential_id);
  self->essential_id = g_strdup (id);
  gtk_widget_set_visible (self->hover_card, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return essentials;
}

static gboolean
rest_cb (gpointer user_data)
{
  TlCanvas *self = user_data;
  g_autoptr (TlEssentials) shown = NULL;

  self->rest_source = 0;
  if (self->session != NULL && self->tool == NULL && self->rename_entry == NULL)
    shown = show (self, self->rest_id);
  return G_SOURCE_REMOVE;
}

/**
 * tl_canvas_rest_on:
 * @self: a canvas
 * @id: (nullable): of what the pointer is on
 *
 * Shows the essentials of that when the pointer stays where it is. Once they were put away, the
 * pointer has to leave it before they come again.
 */
void
tl_canvas_rest_on (TlCanvas *self, const char *id)
{
  gboolean is_same = g_strcmp0 (id, self->rest_id) == 0;

  if (is_same && self->rest_source == 0)
    return;
  if (!is_same)
    {
      hide (self);
      g_free (self->rest_id);
      self->rest_id = g_strdup (id);
    }
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (id != NULL)
    self->rest_source = g_timeout_add (REST_MS, rest_cb, self);
}

/**
 * tl_canvas_hide_essentials:
 * @self: a canvas
 *
 * Returns: whether they were shown
 */
gboolean
tl_canvas_hide_essentials (TlCanvas *self)
{
  gboolean was_shown = self->essential_id != NULL;

  hide (self);
  return was_shown;
}

/**
 * tl_canvas_show_essentials:
 * @self: a canvas
 *
 * Shows the essentials of the item or the lane that has the keyboard, or else of what is selected,
 * and has them read; when they are there, puts them away.
 */
void
tl_canvas_show_essentials (TlCanvas *self)
{
  g_autofree char *before = g_strdup (self->essential_id);
  g_autoptr (TlEssentials) essentials = NULL;
  TlItem *primary;
  const char *id;

  if (!tl_canvas_ensure_scene (self))
    return;
  primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  id = self->focused != NULL ? self->focused : primary != NULL ? tl_item_get_id (primary) : NULL;
  tl_canvas_hide_essentials (self);
  if (id == NULL || g_strcmp0 (id, before) == 0)
    return;
  essentials = show (self, id);
  if (essentials != NULL)
    {
      g_autofree char *spoken = tl_essentials_dup_spoken (essentials);

      tl_announce (self->hover_card, spoken);
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * tl_canvas_allocate_essentials:
 * @self: a canvas whose view has its size
 *
 * Puts them beside what they are about, as long as that is in sight: another size of the canvas may
 * have taken it away.
 */
void
tl_canvas_allocate_essentials (TlCanvas *self)
{
  const double margin = TL_CANVAS_CONTROL_MARGIN;
  double top = tl_map_view_get_top (self->view);
  TlRect room = tl_rect (margin, top, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin,
                         gtk_widget_get_height (GTK_WIDGET (self)) - top - margin);
  TlRect subject, place;
  int width, height;
  gboolean is_seen;
  guint index;

  is_seen = tl_map_view_find (self->view, self->essential_id, &index)
            && tl_map_view_get_seen_rect (self->view, index, &subject);
  gtk_widget_set_child_visible (self->hover_card, is_seen);
  if (!is_seen || !gtk_widget_get_visible (self->hover_card))
    return;
  if (tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_LINK
      && tl_rect_contains (subject, self->pointer))
    subject = tl_rect (self->pointer.x, self->pointer.y, 1, 1);
  gtk_widget_measure (self->hover_card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, MAX ((int) room.width, 1));
  gtk_widget_measure (self->hover_card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place = tl_hover_card_find_place (subject, room, width, height);
  gtk_widget_size_allocate (self->hover_card,
                            &(GtkAllocation) { (int) place.x, (int) place.y, width, height }, -1);
}

/**
 * tl_canvas_init_essentials:
 * @self: a new canvas
 */
void
tl_canvas_init_essentials (TlCanvas *self)
{
  self->hover_card = tl_hover_card_new ();
  gtk_widget_set_visible (self->hover_card, FALSE);
  gtk_widget_set_parent (self->hover_card, GTK_WIDGET (self));
}

/**
 * tl_canvas_dispose_essentials:
 * @self: a canvas that goes
 */
void
tl_canvas_dispose_essentials (TlCanvas *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->rest_id, g_free);
  g_clear_pointer (&self->essential_id, g_free);
  g_clear_pointer (&self->hover_card, gtk_widget_unparent);
}
