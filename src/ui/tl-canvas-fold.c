/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"

#define MOST_FOLDS 2 /* that an item is hidden in */

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

static TlScene *
get_scene (TlCanvas *self)
{
  return self->session != NULL ? tl_map_view_get_scene (self->view) : NULL;
}

static const char *
get_id (TlCanvas *self, guint index)
{
  return tl_map_view_get_entry (self->view, index)->item.id;
}

static gboolean
get_fold (TlCanvas *self, const char *id, TlFold *fold)
{
  guint index;

  return tl_map_view_find (self->view, id, &index)
         && tl_scene_get_fold (get_scene (self), index, fold);
}

/* What something folds into: itself, where cards are under it, or else what it is under; a link,
 * what it leads to. */
static gboolean
find_owner (TlCanvas *self, const char *id, guint *index)
{
  TlScene *scene = get_scene (self);
  guint right;
  TlFold fold;

  if (!tl_map_view_find (self->view, id, index))
    return FALSE;
  tl_scene_get_ends (scene, *index, index, &right);
  return tl_scene_get_fold (scene, *index, &fold) || tl_scene_get_owner (scene, *index, index);
}

static void
add_owner (TlCanvas *self, GPtrArray *owners, const char *id)
{
  guint index;

  if (find_owner (self, id, &index)
      && !g_ptr_array_find_with_equal_func (owners, get_id (self, index), g_str_equal, NULL))
    g_ptr_array_add (owners, g_strdup (get_id (self, index)));
}

/* What can be folded or unfolded, by the ids: by what is selected, or else by what has the
 * keyboard. */
static GPtrArray *
list_owners (TlCanvas *self)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func (g_free);
  TlSelection *selection;

  if (get_scene (self) == NULL)
    return owners;
  selection = get_selection (self);
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    add_owner (self, owners, tl_item_get_id (tl_selection_get_item (selection, i)));
  if (tl_selection_get_n_items (selection) == 0 && self->focused != NULL)
    add_owner (self, owners, self->focused);
  return owners;
}

static GPtrArray *
list_all_owners (TlCanvas *self)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func (g_free);
  const TlDisplayList *list = get_scene (self) != NULL ? tl_map_view_get_list (self->view) : NULL;

  for (guint i = 0; list != NULL && i < tl_display_list_get_n_entries (list); i++)
    {
      TlFold fold;

      if (tl_scene_get_fold (get_scene (self), i, &fold))
        g_ptr_array_add (owners, g_strdup (get_id (self, i)));
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

/* Which of the owners a card goes into, if any; in a lane its goal may be as well. */
static gboolean
find_heir (TlCanvas *self, const char *id, GPtrArray *owners, guint *heir)
{
  gboolean found = FALSE;
  guint index;

  if (!tl_map_view_find (self->view, id, &index))
    return FALSE;
  while (tl_scene_get_owner (get_scene (self), index, &index))
    if (g_ptr_array_find_with_equal_func (owners, get_id (self, index), g_str_equal, NULL))
      {
        *heir = index;
        found = TRUE;
      }
  return found;
}

/* What is selected and goes out of sight hands that on to what it is folded into. A lane cannot be
 * selected. */
static void
hand_on_selection (TlCanvas *self, GPtrArray *owners)
{
  TlSelection *selection = get_selection (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gboolean is_other = FALSE;

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    {
      TlItem *item = tl_selection_get_item (selection, i);
      guint heir;
      gboolean is_hidden = find_heir (self, tl_item_get_id (item), owners, &heir);

      is_other = is_other || is_hidden;
      if (is_hidden)
        item = tl_canvas_get_item (self, heir);
      if (item != NULL && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  if (is_other)
    tl_selection_set_items (selection, items);
}

/* Says what has gone out of sight, or has come into it. */
static void
announce (TlCanvas *self, GPtrArray *owners)
{
  gboolean is_any_lane = FALSE;
  guint n_hidden = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < owners->len; i++)
    {
      TlFold fold;

      if (!get_fold (self, owners->pdata[i], &fold))
        continue;
      n_hidden += fold.n_hidden;
      is_any_lane = is_any_lane || fold.is_lane;
    }
  words = n_hidden > 0 ? tl_fold_dup_words (n_hidden, is_any_lane)
                       : g_strdup (is_any_lane ? C_ ("accessible", "Cards are shown")
                                               : C_ ("accessible", "Objectives are shown"));
  tl_announce (GTK_WIDGET (self), words);
}

/* What the keyboard is to be on when they are folded, if it is on what goes out of sight. */
static char *
dup_heir_of_keyboard (TlCanvas *self, GPtrArray *owners)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint heir;

  return TL_IS_CARD_NODE (child)
                 && find_heir (self, tl_card_node_get_id (TL_CARD_NODE (child)), owners, &heir)
             ? g_strdup (get_id (self, heir))
             : NULL;
}

/* Cards go out of sight: what is selected and the keyboard go to what they are folded into. */
static void
fold (TlCanvas *self, GPtrArray *owners)
{
  TlLens *lens = get_lens (self);
  g_autofree char *heir = dup_heir_of_keyboard (self, owners);

  tl_lens_begin (lens);
  hand_on_selection (self, owners);
  for (guint i = 0; i < owners->len; i++)
    tl_lens_set_folded (lens, owners->pdata[i], TRUE);
  if (heir != NULL)
    tl_canvas_set_focused_id (self, heir);
  tl_lens_end (lens);
  /* The way there is another one when the map has been laid out. */
  if (heir != NULL)
    tl_canvas_focus_id (self, heir);
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
  /* The hand that folds is on what is folded. */
  g_free (self->watched);
  self->watched = owners->len == 1 ? g_strdup (owners->pdata[0]) : NULL;
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
is_folded_cb (const char *id, gpointer lens)
{
  return tl_lens_is_folded (lens, id);
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
  guint index;

  if (lens == NULL || item == NULL || tl_folds_is_empty (tl_lens_get_folds (lens)))
    return;
  /* An objective may be in a folded goal, and that in a folded lane. */
  for (int i = 0; i < MOST_FOLDS; i++)
    if (tl_canvas_ensure_scene (self) && tl_scene_find_hidden (get_scene (self), item, &index))
      {
        g_autofree char *id = g_strdup (get_id (self, index));

        tl_lens_set_folded (lens, id, FALSE);
      }
}

static gboolean
is_at (TlCanvas *self, guint index, TlPoint at)
{
  TlRect seen;

  return tl_map_view_get_seen_rect (self->view, index, &seen) && tl_rect_contains (seen, at);
}

/* A folded column has a heading besides its strip. */
static gboolean
has_heading_at (TlCanvas *self, guint index, TlPoint at)
{
  g_autofree char *id = tl_lane_dup_heading_id (get_id (self, index));
  guint heading;

  return tl_map_view_find (self->view, id, &heading) && is_at (self, heading, at);
}

/**
 * tl_canvas_find_lane:
 * @self: a canvas with a scene
 * @at: in pixels
 *
 * Returns: (transfer none) (nullable): the id of the lane that has its head or its strip there; the
 *   heads of columns are pinned over the map
 */
const char *
tl_canvas_find_lane (TlCanvas *self, TlPoint at)
{
  TlScene *scene = get_scene (self);

  for (guint i = 0; scene != NULL && i < tl_scene_get_n_lanes (scene); i++)
    {
      guint index = tl_scene_get_lane (scene, i);

      if (is_at (self, index, at) || has_heading_at (self, index, at))
        return get_id (self, index);
    }
  return NULL;
}

/**
 * tl_canvas_find_strip:
 * @self: a canvas
 * @at: in pixels
 *
 * Returns: (transfer none) (nullable): the id of the folded lane that has its strip or its heading
 *   there
 */
const char *
tl_canvas_find_strip (TlCanvas *self, TlPoint at)
{
  const char *id = tl_canvas_ensure_scene (self) ? tl_canvas_find_lane (self, at) : NULL;
  TlFold fold;

  return id != NULL && get_fold (self, id, &fold) && fold.is_folded ? id : NULL;
}

/**
 * tl_canvas_is_on_lane:
 * @self: a canvas
 *
 * Returns: whether the keyboard is on a lane, or would come to one
 */
gboolean
tl_canvas_is_on_lane (TlCanvas *self)
{
  TlFold fold;

  return self->focused != NULL && get_scene (self) != NULL && get_fold (self, self->focused, &fold)
         && fold.is_lane;
}

static gboolean
shows_titles (TlCanvas *self, guint index)
{
  double scale = tl_map_view_get_entry_scale (self->view, index);

  return (tl_detail_for_scale (scale) & (TL_DETAIL_FULL | TL_DETAIL_TITLES)) != 0;
}

/**
 * tl_canvas_find_fold:
 * @self: a canvas
 * @at: in pixels
 * @fold: (out): how the card or the lane stands that has a handle there
 *
 * Returns: (transfer none) (nullable): the id of what a click folds or unfolds there
 */
const char *
tl_canvas_find_fold (TlCanvas *self, TlPoint at, TlFold *fold)
{
  const char *lane;
  guint index;

  if (!tl_canvas_ensure_scene (self))
    return NULL;
  if (tl_map_view_hit (self->view, at, 0, &index)
      && tl_scene_get_fold (get_scene (self), index, fold) && !fold->is_lane)
    return shows_titles (self, index)
                   && tl_rect_contains (fold->handle,
                                        tl_viewport_to_map (tl_map_view_get_viewport (self->view),
                                                            at))
               ? get_id (self, index)
               : NULL;
  lane = tl_canvas_get_item_at (self, at) == NULL ? tl_canvas_find_lane (self, at) : NULL;
  return lane != NULL && get_fold (self, lane, fold) && tl_map_view_find (self->view, lane, &index)
                 && shows_titles (self, index)
             ? lane
             : NULL;
}

/**
 * tl_canvas_toggle_fold:
 * @self: a canvas with a scene
 * @id: of a card or a lane
 *
 * Folds or unfolds it, if there is anything under it.
 */
void
tl_canvas_toggle_fold (TlCanvas *self, const char *id)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func (g_free);
  TlFold fold;

  if (!tl_canvas_ensure_scene (self) || !get_fold (self, id, &fold))
    return;
  g_ptr_array_add (owners, g_strdup (id));
  set_folded (self, owners, !fold.is_folded);
  /* A lane cannot be selected: it has the keyboard instead. */
  if (fold.is_lane)
    tl_canvas_focus_id (self, owners->pdata[0]);
}

/**
 * tl_canvas_fold_at:
 * @self: a canvas
 * @at: where it was clicked, in pixels
 *
 * Returns: whether that was the handle of a card or a lane, which is folded or unfolded now
 */
gboolean
tl_canvas_fold_at (TlCanvas *self, TlPoint at)
{
  TlFold fold;
  const char *id = tl_canvas_find_fold (self, at, &fold);

  if (id == NULL)
    return FALSE;
  tl_canvas_toggle_fold (self, id);
  return TRUE;
}
