/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <math.h>

#include "tl-style.h"

#define TRAY_MARGINS 24.0 /* pixels */
#define MIN_TRAY_WIDTH 320.0
#define LARGEST_TRAY_SCALE 1.4 /* of large texts, where there is no room for more */
#define FULL_TRAY_WIDTH 740.0  /* from here on it is at 100 % */
#define LEAST_TRAY_SCALE 0.85
#define MANY_ITEMS 4000 /* of which a scene is not rebuilt for every pixel of a resize */
#define COARSE_STEP 160.0
#define HALO_OPACITY 0.4
#define MAX_LIT 40 /* with more selected, there is no chain to be made out */

/* Asked before there is a scene, too: the first is to be as wide as those that follow. */
static gboolean
is_large (TlCanvas *self)
{
  TlWorkspace *workspace = self->session != NULL ? tl_session_get_workspace (self->session) : NULL;

  return workspace != NULL
         && tl_workspace_get_n_items (workspace, TL_KIND_PROJECT)
                    + tl_workspace_get_n_items (workspace, TL_KIND_LINK)
                > MANY_ITEMS;
}

/**
 * tl_canvas_get_tray_width:
 * @self: a canvas
 *
 * Returns: how wide the tray of the scene should be, in map units
 */
double
tl_canvas_get_tray_width (TlCanvas *self)
{
  double width_px = gtk_widget_get_width (GTK_WIDGET (self)) - TRAY_MARGINS;
  double scale = tl_map_view_get_text_scale (self->view);
  double room = MAX (MIN_TRAY_WIDTH / MIN (scale, LARGEST_TRAY_SCALE), width_px / scale);
  /* Where there is little room, the tray is a little smaller, and holds more. */
  double width = room / CLAMP (room / FULL_TRAY_WIDTH, LEAST_TRAY_SCALE, 1);

  return is_large (self) ? MAX (MIN_TRAY_WIDTH, floor (width / COARSE_STEP) * COARSE_STEP) : width;
}

/* Keeps what the user looks at where it is when the layout around it changes. */
static void
hold_view (TlCanvas *self, const char *id, TlPoint before, gboolean was_in_tray)
{
  TlRect rect;
  guint index;

  if (id == NULL || was_in_tray || !tl_map_view_find (self->view, id, &index)
      || tl_map_view_is_in_tray (self->view, index))
    return;
  rect = tl_map_view_get_entry_rect (self->view, index);
  if (rect.x == before.x && rect.y == before.y)
    return;
  self->is_led = TRUE;
  tl_map_view_set_viewport (self->view, tl_viewport_pan (tl_map_view_get_viewport (self->view),
                                                         before.x - rect.x, before.y - rect.y));
}

static void
glide_cb (double share, gpointer user_data)
{
  TlCanvas *self = user_data;

  tl_map_view_set_glide (self->view, 1 - share);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets the eye follow the cards to their new places. */
static void
start_glide (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwAnimationTarget *target;

  if (!adw_get_enable_animations (widget) || !gtk_widget_get_mapped (widget)
      || !tl_map_view_start_glide (self->view))
    {
      tl_map_view_set_glide (self->view, 0);
      return;
    }
  target = adw_callback_animation_target_new (glide_cb, self, NULL);
  self->glide = adw_timed_animation_new (widget, 0, 1, TL_CANVAS_GLIDE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->glide);
}

/* What the user looks at: what is being folded, what is selected, or else what has the keyboard. In
 * another arrangement only the first is worth to be looked at still; without it, the map is seen as
 * at first. */
static char *
dup_watched (TlCanvas *self)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  gboolean is_rearranged = self->is_rearranged;

  self->is_rearranged = FALSE;
  if (self->watched != NULL)
    return g_steal_pointer (&self->watched);
  if (primary != NULL)
    return g_strdup (tl_item_get_id (primary));
  if (is_rearranged)
    self->is_placed = self->is_led = FALSE;
  return is_rearranged ? NULL : g_strdup (self->focused);
}

static void
rebuild_scene (TlCanvas *self)
{
  TlSceneOptions options = { .theme = tl_style_get_theme (), .tray = TL_TRAY_DOCKED };
  g_autofree char *id = dup_watched (self);
  gboolean was_in_tray = FALSE;
  TlRect before = { 0 };
  guint index;
  gboolean is_held = self->is_placed && tl_map_view_find (self->view, id, &index);

  if (is_held)
    {
      before = tl_map_view_get_entry_rect (self->view, index);
      was_in_tray = tl_map_view_is_in_tray (self->view, index);
    }
  self->tray_width = tl_canvas_get_tray_width (self);
  options.tray_width = self->tray_width;
  options.tray_groups = self->tray_groups;
  g_clear_pointer (&self->highlight, tl_highlight_free);
  tl_canvas_end_glide (self);
  tl_canvas_fill_options (self, &options);
  options.before = tl_map_view_get_scene (self->view);
  tl_map_view_change_scene (self->view,
                            tl_scene_new_map (tl_session_get_analysis (self->session), &options));
  tl_canvas_remember_places (self);
  tl_canvas_forget_states (self);
  tl_canvas_queue_controls (self);
  if (is_held)
    hold_view (self, id, tl_point (before.x, before.y), was_in_tray);
  if (self->scene_glides)
    start_glide (self);
  else
    tl_map_view_set_glide (self->view, 0);
  self->scene_glides = FALSE;
}

static TlEmphasis
get_selection_emphasis (TlCanvas *self, guint index)
{
  TlEmphasis emphasis = tl_highlight_get (index, self->highlight);
  TlEntryRole role = tl_map_view_get_entry (self->view, index)->item.role;

  /* What is selected stays so for long: links fall back behind its chain, cards stay readable. */
  if (emphasis == TL_EMPHASIS_DIMMED && role != TL_ENTRY_LINK && role != TL_ENTRY_BRANCH)
    return TL_EMPHASIS_NONE;
  return emphasis;
}

/* The tray is no part of any chain on the map. */
static TlEmphasis
get_hover_emphasis (TlCanvas *self, guint index)
{
  return tl_map_view_is_in_tray (self->view, index) ? TL_EMPHASIS_NONE
                                                    : tl_highlight_get (index, self->highlight);
}

static TlEmphasis
get_highlight (TlCanvas *self, guint index)
{
  if (self->highlight == NULL || tl_highlight_is_empty (self->highlight))
    return TL_EMPHASIS_NONE;
  if (self->hovered == NULL)
    return get_selection_emphasis (self, index);
  return get_hover_emphasis (self, index);
}

static TlEmphasis
emphasis_cb (guint index, gpointer user_data)
{
  TlCanvas *self = user_data;
  TlEmphasis emphasis;

  if (self->tool != NULL && tl_tool_get_emphasis (self->tool, index, &emphasis))
    return emphasis;
  return tl_canvas_look_through (self, index, get_highlight (self, index));
}

static void
update_halos (TlCanvas *self)
{
  TlColor color = tl_color_with_alpha (tl_canvas_get_theme (self)->accent, HALO_OPACITY);
  TlSelection *selection = self->session != NULL ? tl_session_get_selection (self->session) : NULL;
  guint n = selection != NULL ? MIN (tl_selection_get_n_items (selection), MAX_LIT) : 0;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint index;

      if (tl_map_view_find (self->view, tl_item_get_id (tl_selection_get_item (selection, i)),
                            &index)
          && tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_LINK)
        g_array_append_val (links, index);
    }
  tl_map_view_set_halos (self->view, links, color);
}

/**
 * tl_canvas_end_glide:
 * @self: a canvas
 *
 * Puts every card where it belongs, at once.
 */
void
tl_canvas_end_glide (TlCanvas *self)
{
  if (self->glide == NULL)
    return;
  adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
  tl_map_view_set_glide (self->view, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_ensure_scene:
 * @self: a canvas
 *
 * Makes the scene that of the workspace as it stands.
 *
 * Returns: whether there is one
 */
gboolean
tl_canvas_ensure_scene (TlCanvas *self)
{
  if (self->scene_is_stale)
    {
      self->scene_is_stale = FALSE;
      tl_canvas_hide_essentials (self);
      if (self->session != NULL)
        rebuild_scene (self);
      else
        tl_map_view_set_scene (self->view, NULL);
      tl_canvas_update_highlight (self);
    }
  return tl_map_view_get_scene (self->view) != NULL;
}

static void
light_hovered (TlCanvas *self)
{
  for (guint i = 0; self->hovered[i] != NULL; i++)
    tl_highlight_add_chain (self->highlight, self->hovered[i]);
}

static void
light_selected (TlCanvas *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  guint n = tl_selection_get_n_items (selection);

  for (guint i = 0; n <= MAX_LIT && i < n; i++)
    tl_highlight_add_chain (self->highlight, tl_item_get_id (tl_selection_get_item (selection, i)));
}

/**
 * tl_canvas_follow:
 * @self: a canvas
 * @transaction: what has changed in its document
 *
 * Has the map say what it shows now, where it does when nothing on it has to move; otherwise a new
 * scene is due.
 */
void
tl_canvas_follow (TlCanvas *self, TlTransaction *transaction)
{
  if (self->scene_is_stale
      || !tl_map_view_follow (self->view, tl_session_get_analysis (self->session), transaction))
    {
      tl_canvas_invalidate_scene (self);
      return;
    }
  tl_canvas_cancel_tool (self);
  tl_canvas_hide_essentials (self);
  tl_canvas_forget_states (self);
  tl_canvas_queue_controls (self);
  tl_canvas_update_highlight (self);
}

/**
 * tl_canvas_update_highlight:
 * @self: a canvas
 *
 * Lights the chains of what the pointer rests on, or else of what is selected.
 */
void
tl_canvas_update_highlight (TlCanvas *self)
{
  TlScene *scene = tl_map_view_get_scene (self->view);

  g_clear_pointer (&self->highlight, tl_highlight_free);
  if (scene != NULL && self->session != NULL)
    {
      self->highlight = tl_highlight_new (scene);
      if (self->hovered != NULL)
        light_hovered (self);
      else
        light_selected (self);
    }
  update_halos (self);
  tl_canvas_queue_update (self);
}

/**
 * tl_canvas_get_theme:
 * @self: a canvas
 *
 * Returns: (transfer none): the colours
 */
const TlTheme *
tl_canvas_get_theme (TlCanvas *self)
{
  return tl_style_get_theme ();
}

/**
 * tl_canvas_get_item:
 * @self: a canvas
 * @index: of an entry of the scene
 *
 * Returns: (transfer none) (nullable): the item that it shows; %NULL for headings and the like
 */
TlItem *
tl_canvas_get_item (TlCanvas *self, guint index)
{
  const TlEntry *entry = tl_map_view_get_entry (self->view, index);

  if (self->session == NULL
      || (entry->item.role != TL_ENTRY_CARD && entry->item.role != TL_ENTRY_LINK))
    return NULL;
  return tl_workspace_lookup (tl_session_get_workspace (self->session), entry->item.id);
}

/**
 * tl_canvas_get_item_at:
 * @self: a canvas
 * @point: in pixels
 *
 * Returns: (transfer none) (nullable): what is there
 */
TlItem *
tl_canvas_get_item_at (TlCanvas *self, TlPoint point)
{
  guint index;

  if (!tl_canvas_ensure_scene (self)
      || !tl_map_view_hit (self->view, point, TL_CANVAS_TOLERANCE, &index))
    return NULL;
  return tl_canvas_get_item (self, index);
}

/**
 * tl_canvas_list_items_at:
 * @self: a canvas
 * @point: in pixels
 *
 * Returns: (transfer full) (element-type TlItem): what is there; where links share their way, all
 *   of them, because nobody can see which of them is meant
 */
GPtrArray *
tl_canvas_list_items_at (TlCanvas *self, TlPoint point)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GArray) trunk = NULL;
  TlPoint at;
  guint index;

  if (!tl_canvas_ensure_scene (self)
      || !tl_map_view_hit (self->view, point, TL_CANVAS_TOLERANCE, &index))
    return items;
  at = tl_viewport_to_map (tl_map_view_get_viewport (self->view), point);
  trunk = tl_scene_list_trunk (tl_map_view_get_scene (self->view), index, at);
  for (guint i = 0; i < trunk->len; i++)
    {
      TlItem *item = tl_canvas_get_item (self, g_array_index (trunk, guint, i));

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

/**
 * tl_canvas_prepare:
 * @self: a canvas
 *
 * Makes ready what the next frame shows.
 */
void
tl_canvas_prepare (TlCanvas *self)
{
  tl_map_view_prepare (self->view, emphasis_cb, self);
}
