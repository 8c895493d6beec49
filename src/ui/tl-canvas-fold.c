/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"

static TlLens *
get_lens (TlCanvas *self)
{
  return self->session != NULL ? tl_session_get_lens (self->session) : NULL;
}

static TlSelection *
get_selection (TlCanvas *self)
{
  return tl_session_get_selection (self->session);
}

static TlItem *
get_focused (TlCanvas *self)
{
  return self->focused != NULL
             ? tl_workspace_lookup (tl_session_get_workspace (self->session), self->focused)
             : NULL;
}

static gboolean
get_fold (TlCanvas *self, TlItem *item, TlFold *fold)
{
  guint index;

  return item != NULL && tl_map_view_find (self->view, tl_item_get_id (item), &index)
         && tl_scene_get_fold (tl_map_view_get_scene (self->view), index, fold);
}

/* The card that an item is under, or that it is itself. */
static TlItem *
get_owner (TlItem *item)
{
  TlItem *target;

  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_OBJECTIVE:
      return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
    case TL_KIND_LINK:
      target = tl_item_get_ref (item, TL_LINK_TARGET);
      return target != NULL ? get_owner (target) : NULL;
    default:
      return item;
    }
}

static void
add_owner (TlCanvas *self, GPtrArray *owners, TlItem *item)
{
  TlItem *owner = item != NULL ? get_owner (item) : NULL;
  TlFold fold;

  if (get_fold (self, owner, &fold) && !g_ptr_array_find (owners, owner, NULL))
    g_ptr_array_add (owners, owner);
}

/* What can be folded or unfolded: by what is selected, or else by what has the keyboard. */
static GPtrArray *
list_owners (TlCanvas *self)
{
  GPtrArray *owners = g_ptr_array_new ();
  TlSelection *selection;

  if (self->session == NULL || tl_map_view_get_scene (self->view) == NULL)
    return owners;
  selection = get_selection (self);
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    add_owner (self, owners, tl_selection_get_item (selection, i));
  if (tl_selection_get_n_items (selection) == 0)
    add_owner (self, owners, get_focused (self));
  return owners;
}

static GPtrArray *
list_all_owners (TlCanvas *self)
{
  GPtrArray *owners = g_ptr_array_new ();
  const TlDisplayList *list;

  if (self->session == NULL || tl_map_view_get_scene (self->view) == NULL)
    return owners;
  list = tl_map_view_get_list (self->view);
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlFold fold;

      if (tl_scene_get_fold (tl_map_view_get_scene (self->view), i, &fold))
        g_ptr_array_add (owners, tl_canvas_get_item (self, i));
    }
  return owners;
}

static guint
count_folded (TlCanvas *self, GPtrArray *owners)
{
  guint n = 0;

  for (guint i = 0; i < owners->len; i++)
    n += tl_lens_is_folded (get_lens (self), owners->pdata[i]);
  return n;
}

static gboolean
is_under (TlItem *item, GPtrArray *owners)
{
  return tl_item_get_kind (item) == TL_KIND_OBJECTIVE && get_owner (item) != NULL
         && g_ptr_array_find (owners, get_owner (item), NULL);
}

/* What is selected and goes out of sight hands that on to what it is folded into. */
static void
hand_on_selection (TlCanvas *self, GPtrArray *owners)
{
  TlSelection *selection = get_selection (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gboolean is_other = FALSE;

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    {
      TlItem *item = tl_selection_get_item (selection, i);
      gboolean is_hidden = is_under (item, owners);

      is_other = is_other || is_hidden;
      if (is_hidden)
        item = get_owner (item);
      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  if (is_other)
    tl_selection_set_items (selection, items);
}

/* Says what has gone out of sight, or has come into it. */
static void
announce (TlCanvas *self, GPtrArray *owners)
{
  guint n_hidden = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < owners->len; i++)
    {
      TlFold fold;

      if (get_fold (self, owners->pdata[i], &fold))
        n_hidden += fold.n_hidden;
    }
  words = n_hidden > 0 ? tl_fold_dup_words (n_hidden)
                       : g_strdup (C_ ("accessible", "Objectives are shown"));
  tl_announce (GTK_WIDGET (self), words);
}

/* The card that the keyboard is on now. */
static TlItem *
get_item_with_keyboard (TlCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return TL_IS_CARD_NODE (child) ? tl_workspace_lookup (tl_session_get_workspace (self->session),
                                                        tl_card_node_get_id (TL_CARD_NODE (child)))
                                 : NULL;
}

/* Cards go out of sight: what is selected and the keyboard go to what they are folded into. */
static void
fold (TlCanvas *self, GPtrArray *owners)
{
  TlLens *lens = get_lens (self);
  TlItem *item = get_item_with_keyboard (self);
  TlItem *heir = item != NULL && is_under (item, owners) ? get_owner (item) : NULL;

  tl_lens_begin (lens);
  hand_on_selection (self, owners);
  for (guint i = 0; i < owners->len; i++)
    tl_lens_set_folded (lens, owners->pdata[i], TRUE);
  if (heir != NULL)
    tl_canvas_focus_item (self, heir);
  tl_lens_end (lens);
}

static void
unfold (TlCanvas *self, GPtrArray *owners)
{
  TlLens *lens = get_lens (self);

  tl_lens_begin (lens);
  for (guint i = 0; i < owners->len; i++)
    tl_lens_set_folded (lens, owners->pdata[i], FALSE);
  tl_lens_end (lens);
}

static void
set_folded (TlCanvas *self, GPtrArray *owners, gboolean is_folded)
{
  if (owners->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (is_folded)
    fold (self, owners);
  else
    unfold (self, owners);
  if (tl_canvas_ensure_scene (self))
    announce (self, owners);
}

static void
fold_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean is_all = g_str_has_suffix (name, "-all");
  gboolean has_scene = tl_canvas_ensure_scene (self);
  g_autoptr (GPtrArray) owners = is_all ? list_all_owners (self) : list_owners (self);
  guint n_folded = has_scene ? count_folded (self, owners) : 0;

  if (g_str_has_prefix (name, "canvas.toggle-fold"))
    set_folded (self, owners, n_folded < owners->len);
  else
    set_folded (self, owners, g_str_has_prefix (name, "canvas.fold"));
}

/**
 * tl_canvas_class_add_fold_actions:
 * @widget_class: of the canvas
 *
 * Installs the actions that hide what is under a card and show it again, with their keys.
 */
void
tl_canvas_class_add_fold_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[]
      = { "canvas.fold",     "canvas.unfold",     "canvas.toggle-fold",
          "canvas.fold-all", "canvas.unfold-all", "canvas.toggle-fold-all" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, fold_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, 0, "canvas.toggle-fold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Z, GDK_SHIFT_MASK,
                                       "canvas.toggle-fold-all", NULL);
}

/**
 * tl_canvas_update_fold_actions:
 * @self: a canvas
 *
 * Enables what can be done with what is selected or has the keyboard.
 */
void
tl_canvas_update_fold_actions (TlCanvas *self)
{
  g_autoptr (GPtrArray) owners = list_owners (self);
  g_autoptr (GPtrArray) all = list_all_owners (self);
  guint n = self->session != NULL ? count_folded (self, owners) : 0;
  guint n_all = self->session != NULL ? count_folded (self, all) : 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "canvas.fold", n < owners->len);
  gtk_widget_action_set_enabled (widget, "canvas.unfold", n > 0);
  gtk_widget_action_set_enabled (widget, "canvas.fold-all", n_all < all->len);
  gtk_widget_action_set_enabled (widget, "canvas.unfold-all", n_all > 0);
}

static gboolean
is_folded_cb (TlItem *item, gpointer lens)
{
  return tl_lens_is_folded (lens, item);
}

/**
 * tl_canvas_fill_folds:
 * @self: a canvas with a session
 * @options: (inout): what its scene shows
 */
void
tl_canvas_fill_folds (TlCanvas *self, TlSceneOptions *options)
{
  options->is_folded = is_folded_cb;
  options->fold_data = get_lens (self);
}

/**
 * tl_canvas_unfold_to:
 * @self: a canvas
 * @item: (nullable): what shall be in sight
 *
 * Unfolds what @item is hidden in.
 */
void
tl_canvas_unfold_to (TlCanvas *self, TlItem *item)
{
  TlLens *lens = get_lens (self);
  TlItem *owner = lens != NULL && item != NULL && tl_item_get_kind (item) == TL_KIND_OBJECTIVE
                      ? get_owner (item)
                      : NULL;

  if (owner != NULL)
    tl_lens_set_folded (lens, owner, FALSE);
}

/**
 * tl_canvas_find_fold:
 * @self: a canvas
 * @at: in pixels
 * @fold: (out): how the card stands that has a handle there
 *
 * Returns: (transfer none) (nullable): what a click folds or unfolds there
 */
TlItem *
tl_canvas_find_fold (TlCanvas *self, TlPoint at, TlFold *fold)
{
  guint index;
  double scale;

  if (!tl_canvas_ensure_scene (self) || !tl_map_view_hit (self->view, at, 0, &index)
      || !tl_scene_get_fold (tl_map_view_get_scene (self->view), index, fold))
    return NULL;
  scale = tl_map_view_get_entry_scale (self->view, index);
  if ((tl_detail_for_scale (scale) & (TL_DETAIL_FULL | TL_DETAIL_TITLES)) == 0
      || !tl_rect_contains (fold->handle,
                            tl_viewport_to_map (tl_map_view_get_viewport (self->view), at)))
    return NULL;
  return tl_canvas_get_item (self, index);
}

/**
 * tl_canvas_fold_at:
 * @self: a canvas
 * @at: where it was clicked, in pixels
 *
 * Returns: whether that was the handle of a card, which is folded or unfolded now
 */
gboolean
tl_canvas_fold_at (TlCanvas *self, TlPoint at)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  TlFold fold;
  TlItem *item = tl_canvas_find_fold (self, at, &fold);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (owners, item);
  set_folded (self, owners, !fold.is_folded);
  return TRUE;
}
