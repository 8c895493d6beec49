/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-pin.h"
#include "tl-compat.h"
#include "tl-pin.h"
#include "tl-settings.h"

static TlLens *
get_lens (TlCanvas *self)
{
  return self->session != NULL ? tl_session_get_lens (self->session) : NULL;
}

/* How the map is laid out. */

/**
 * tl_canvas_get_arrange_by:
 * @self: a canvas
 *
 * Returns: how the cards are arranged, a choice of the field %TL_VIEW_ARRANGE_BY
 */
int
tl_canvas_get_arrange_by (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  int by = lens != NULL ? tl_lens_get_arrange_by (lens) : TL_CHOICE_NONE;

  return by != TL_CHOICE_NONE ? by : TL_ARRANGE_BY_GOAL;
}

/**
 * tl_canvas_get_direction:
 * @self: a canvas
 *
 * Returns: where the map goes from the goals, a choice of the field %TL_VIEW_DIRECTION
 */
int
tl_canvas_get_direction (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  int direction = lens != NULL ? tl_lens_get_direction (lens) : TL_CHOICE_NONE;

  return direction != TL_CHOICE_NONE ? direction : TL_MAP_DIRECTION_RIGHT;
}

static int
find_choice (TlField field, const char *name)
{
  return name != NULL ? tl_field_find_choice (field, name) : TL_CHOICE_NONE;
}

/**
 * tl_canvas_set_arrange_by:
 * @self: a canvas
 * @name: (nullable): a choice of the field %TL_VIEW_ARRANGE_BY
 */
void
tl_canvas_set_arrange_by (TlCanvas *self, const char *name)
{
  int by = find_choice (TL_VIEW_ARRANGE_BY, name);
  g_autofree char *text = NULL;

  if (self->session == NULL || by == TL_CHOICE_NONE || by == tl_canvas_get_arrange_by (self))
    return;
  tl_lens_set_arrange_by (get_lens (self), by);
  /* Translators: by what the cards of the map are arranged, such as Unit. */
  text = g_strdup_printf (C_ ("accessible", "Arranged by %s"),
                          tl_field_get_choice_label (TL_VIEW_ARRANGE_BY, by));
  tl_announce (GTK_WIDGET (self), text);
}

/**
 * tl_canvas_set_direction:
 * @self: a canvas
 * @name: (nullable): a choice of the field %TL_VIEW_DIRECTION
 */
void
tl_canvas_set_direction (TlCanvas *self, const char *name)
{
  int direction = find_choice (TL_VIEW_DIRECTION, name);

  if (self->session == NULL || direction == TL_CHOICE_NONE
      || direction == tl_canvas_get_direction (self))
    return;
  tl_lens_set_direction (get_lens (self), direction);
  tl_announce (GTK_WIDGET (self), tl_field_get_choice_label (TL_VIEW_DIRECTION, direction));
}

/**
 * tl_canvas_follow_arrangement:
 * @self: a canvas whose lens has changed
 *
 * Returns: whether the map is laid out otherwise than before, and has to be made anew
 */
gboolean
tl_canvas_follow_arrangement (TlCanvas *self)
{
  int by = tl_canvas_get_arrange_by (self);
  int direction = tl_canvas_get_direction (self);

  if (self->arrange_by == by && self->direction == direction)
    return FALSE;
  self->arrange_by = by;
  self->direction = direction;
  if (self->places != NULL)
    g_hash_table_remove_all (self->places);
  self->is_rearranged = TRUE;
  g_object_notify (G_OBJECT (self), "arrange-by");
  g_object_notify (G_OBJECT (self), "direction");
  return TRUE;
}

/* Places that cards keep while nobody tidies the map. */

static gboolean
place_cb (TlItem *item, TlRect *place, gpointer places)
{
  const TlRect *known = g_hash_table_lookup (places, tl_item_get_id (item));

  if (known != NULL)
    *place = *known;
  return known != NULL;
}

static void
remember_card (TlCanvas *self, guint index)
{
  const TlPainterItem *item = &tl_map_view_get_entry (self->view, index)->item;

  if (item->role != TL_ENTRY_CARD)
    return;
  if (tl_map_view_is_in_tray (self->view, index))
    g_hash_table_remove (self->places, item->id);
  else
    g_hash_table_insert (self->places, g_strdup (item->id),
                         g_memdup2 (&item->bounds, sizeof item->bounds));
}

/**
 * tl_canvas_remember_places:
 * @self: a canvas with a new scene
 *
 * Keeps in mind where the cards lie that are to stay there.
 */
void
tl_canvas_remember_places (TlCanvas *self)
{
  const TlDisplayList *list = tl_map_view_get_list (self->view);

  if (self->places == NULL || list == NULL)
    return;
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    remember_card (self, i);
}

/**
 * tl_canvas_fill_arrangement:
 * @self: a canvas with a session
 * @options: (inout): how its scene is laid out
 */
void
tl_canvas_fill_arrangement (TlCanvas *self, TlSceneOptions *options)
{
  options->arrange_by = tl_canvas_get_arrange_by (self);
  options->direction = tl_canvas_get_direction (self);
  /* Lanes hold their cards together, and so are laid out each time. */
  if (self->places == NULL || g_hash_table_size (self->places) == 0
      || options->arrange_by != TL_ARRANGE_BY_GOAL)
    return;
  options->place = place_cb;
  options->place_data = self->places;
}

/**
 * tl_canvas_get_keeps_tidy:
 * @self: a canvas
 *
 * Returns: whether each edit lays out the map, or leaves the cards where they are
 */
gboolean
tl_canvas_get_keeps_tidy (TlCanvas *self)
{
  return self->places == NULL;
}

/**
 * tl_canvas_set_keeps_tidy:
 * @self: a canvas
 * @keeps_tidy: whether each edit lays out the map
 */
void
tl_canvas_set_keeps_tidy (TlCanvas *self, gboolean keeps_tidy)
{
  if (tl_canvas_get_keeps_tidy (self) == keeps_tidy)
    return;
  if (keeps_tidy)
    {
      g_clear_pointer (&self->places, g_hash_table_unref);
      tl_canvas_invalidate_scene (self);
    }
  else
    {
      self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (!self->scene_is_stale)
        tl_canvas_remember_places (self);
    }
  tl_canvas_queue_controls (self);
  g_object_notify (G_OBJECT (self), "keep-tidy");
}

/* Actions. */

/* The selected cards that lie on the map, pinned or not. @points: (nullable): where they lie */
static GPtrArray *
list_selected (TlCanvas *self, gboolean are_pinned, GArray *points)
{
  GPtrArray *items = g_ptr_array_new ();
  TlSelection *selection = self->session != NULL ? tl_session_get_selection (self->session) : NULL;

  for (guint i = 0; selection != NULL && i < tl_selection_get_n_items (selection); i++)
    {
      TlItem *item = tl_selection_get_item (selection, i);
      TlRect bounds;
      guint index;

      if (!tl_pin_is_kind (tl_item_get_kind (item)) || (tl_pin_find (item) != NULL) != are_pinned
          || !tl_map_view_find (self->view, tl_item_get_id (item), &index)
          || tl_map_view_is_in_tray (self->view, index))
        continue;
      g_ptr_array_add (items, item);
      bounds = tl_map_view_get_entry (self->view, index)->item.bounds;
      if (points != NULL)
        g_array_append_vals (points, &(TlPoint) { bounds.x, bounds.y }, 1);
    }
  return items;
}

static void
pin_selection (TlCanvas *self)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  g_autoptr (GPtrArray) items = list_selected (self, FALSE, points);

  if (items->len == 0
      || !tl_command_pin_cards (self->session, items, (const TlPoint *) (const void *) points->data,
                                NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
forget_places (TlCanvas *self, GPtrArray *items)
{
  for (guint i = 0; self->places != NULL && i < items->len; i++)
    g_hash_table_remove (self->places, tl_item_get_id (items->pdata[i]));
}

static void
tidy_selection (TlCanvas *self)
{
  g_autoptr (GPtrArray) pinned = list_selected (self, TRUE, NULL);
  g_autoptr (GPtrArray) others = list_selected (self, FALSE, NULL);

  forget_places (self, pinned);
  forget_places (self, others);
  if (pinned->len == 0 || !tl_command_unpin_cards (self->session, pinned))
    tl_canvas_invalidate_scene (self);
}

static void
tidy_all (TlCanvas *self)
{
  if (self->places != NULL)
    g_hash_table_remove_all (self->places);
  if (tl_session_count_pinned (self->session, NULL) == 0 || !tl_command_tidy_all (self->session))
    tl_canvas_invalidate_scene (self);
}

/* What is selected is pinned, unless all of it is. */
static void
toggle_pins (TlCanvas *self)
{
  g_autoptr (GPtrArray) pinned = list_selected (self, TRUE, NULL);
  g_autoptr (GPtrArray) others = list_selected (self, FALSE, NULL);

  if (others->len > 0 || pinned->len == 0)
    pin_selection (self);
  else
    tidy_selection (self);
}

static void
arrange_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->session == NULL || !tl_canvas_ensure_scene (self))
    return;
  if (g_str_equal (name, "canvas.pin"))
    pin_selection (self);
  else if (g_str_equal (name, "canvas.toggle-pin"))
    toggle_pins (self);
  else if (g_str_equal (name, "canvas.tidy"))
    tidy_all (self);
  else
    tidy_selection (self);
}

/**
 * tl_canvas_class_add_arrange_actions:
 * @widget_class: of the canvas
 *
 * Installs the actions that change where cards lie.
 */
void
tl_canvas_class_add_arrange_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "canvas.pin", "canvas.unpin", "canvas.toggle-pin",
                                       "canvas.tidy", "canvas.tidy-selection" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, arrange_activated);
  gtk_widget_class_install_property_action (widget_class, "canvas.arrange-by", "arrange-by");
  gtk_widget_class_install_property_action (widget_class, "canvas.direction", "direction");
  gtk_widget_class_install_property_action (widget_class, "canvas.keep-tidy", "keep-tidy");
}

/**
 * tl_canvas_update_arrange_actions:
 * @self: a canvas
 *
 * Enables what can be done about where cards lie.
 */
void
tl_canvas_update_arrange_actions (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_scene = !self->scene_is_stale && tl_map_view_get_scene (self->view) != NULL;
  gboolean is_editable = self->session != NULL && tl_session_is_editable (self->session);
  g_autoptr (GPtrArray) pinned = list_selected (self, TRUE, NULL);
  g_autoptr (GPtrArray) others = list_selected (self, FALSE, NULL);
  gboolean has_pins = is_editable && tl_session_count_pinned (self->session, NULL) > 0;
  gboolean has_places = self->places != NULL;

  gtk_widget_action_set_enabled (widget, "canvas.pin", is_editable && has_scene && others->len > 0);
  gtk_widget_action_set_enabled (widget, "canvas.unpin", is_editable && pinned->len > 0);
  gtk_widget_action_set_enabled (widget, "canvas.toggle-pin", is_editable);
  gtk_widget_action_set_enabled (widget, "canvas.tidy", has_pins || has_places);
  gtk_widget_action_set_enabled (widget, "canvas.tidy-selection",
                                 (is_editable && pinned->len > 0)
                                     || (has_places && others->len > 0));
}

/**
 * tl_canvas_init_arrange:
 * @self: a new canvas
 */
void
tl_canvas_init_arrange (TlCanvas *self)
{
  g_autoptr (GSettings) settings = tl_settings_new ();

  if (settings != NULL)
    g_settings_bind (settings, "keep-tidy", self, "keep-tidy", G_SETTINGS_BIND_DEFAULT);
}
