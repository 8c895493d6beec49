/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-snapshot-painter.h"
#include "tl-style.h"

#define SYNC_DELAY_MS 40 /* nodes for a screen reader may come a moment after the picture */

static const struct
{
  const char *name;
  const char *label;
} shows[TL_CANVAS_N_SHOWS] = {
  [TL_CANVAS_SHOW_COUNTED] = { "counted", NC_ ("show", "Counted") },
  [TL_CANVAS_SHOW_ALL] = { "all", NC_ ("show", "All") },
  [TL_CANVAS_SHOW_FLAGGED] = { "flagged", NC_ ("show", "Needs Decision") },
};

enum
{
  PROP_SESSION = 1,
  PROP_ZOOM,
  PROP_TRAY_FOLDED,
  PROP_COLOUR_BY,
  PROP_SHOW,
  PROP_HIDE_REST,
  PROP_LEGEND_SHOWN,
  PROP_ARRANGE_BY,
  PROP_DIRECTION,
  PROP_KEEP_TIDY,
  PROP_MOVE_MODE,
  PROP_TRAY_GROUPS,
  PROP_OVERVIEW_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlCanvas,
                               tl_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_MENU_OWNER,
                                                      tl_canvas_init_menu_owner))

static void
describe_map (TlCanvas *self)
{
  const TlFigures *figures;
  g_autofree char *description = NULL;

  if (self->session == NULL)
    return;
  figures = tl_analysis_get_figures (tl_session_get_analysis (self->session));
  /* Translators: for screen readers, what is on the map. */
  description = g_strdup_printf (
      C_ ("accessible", "%1$u goals, %2$u objectives, %3$u projects, %4$u of them not aligned"),
      figures->n_active_goals, figures->n_active_objectives, figures->n_counted,
      figures->n_unaligned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static gboolean
sync_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->sync_source = 0;
  tl_card_pool_sync (self->pool, self->session, self->view, self->focused);
  tl_canvas_give_due_focus (self);
  tl_canvas_describe_overview (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
queue_sync (TlCanvas *self)
{
  if (self->sync_source == 0)
    self->sync_source = g_timeout_add (SYNC_DELAY_MS, sync_cb, self);
}

static void
restyle (TlCanvas *self)
{
  tl_canvas_cancel_tool (self);
  self->scene_is_stale = TRUE;
  tl_canvas_queue_controls (self);
  tl_canvas_queue_update (self);
}

/* Session. */

static void
analysed_cb (TlCanvas *self, TlTransaction *transaction)
{
  /* Of pairs of projects no card tells, and a tool may be at work. */
  if (transaction == NULL)
    return;
  tl_canvas_follow_titles (self);
  tl_canvas_follow (self, transaction);
  describe_map (self);
  /* Out of sight, one scene is enough for all edits until it is seen again. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && tl_canvas_ensure_scene (self))
    tl_canvas_move_lost_focus (self);
  tl_canvas_update_edits (self);
}

static gboolean
is_keyboard_on_card (TlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return TL_IS_CARD_NODE (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A keyboard that is on a card goes along, so that the next key is about what was gone to. */
static void
revealed_cb (TlCanvas *self, TlItem *item)
{
  tl_canvas_leave_place (self);
  tl_canvas_unfold_to (self, item);
  tl_canvas_reveal (self, item);
  if (is_keyboard_on_card (self))
    tl_canvas_focus_item (self, item);
}

static void
selection_changed_cb (TlCanvas *self)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (self->session));

  tl_canvas_unfold_to (self, primary);
  if (primary != NULL
      && (!gtk_widget_get_mapped (GTK_WIDGET (self)) || tl_canvas_ensure_scene (self)))
    tl_canvas_set_focused_id (self, tl_item_get_id (primary));
  tl_card_pool_update_selected (self->pool, self->session);
  tl_canvas_update_highlight (self);
  tl_canvas_update_actions (self);
  tl_canvas_update_fold_actions (self);
  tl_canvas_queue_overview (self, FALSE);
  tl_canvas_settle_place (self);
}

/* Widget. */

static void
tl_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlCanvas *self = TL_CANVAS (widget);
  double text_scale = tl_style_get_text_scale ();
  gboolean is_resized = self->width != width || self->height != height
                        || tl_map_view_get_text_scale (self->view) != text_scale;

  tl_canvas_measure_controls (self);
  tl_map_view_set_text_scale (self->view, text_scale);
  tl_map_view_set_size (self->view, width, height);
  tl_map_view_set_factor (self->view, gtk_widget_get_scale_factor (widget));
  if (tl_map_view_get_scene (self->view) != NULL
      && tl_canvas_get_tray_width (self) != self->tray_width)
    self->scene_is_stale = TRUE;
  tl_canvas_ensure_scene (self);
  tl_canvas_place_camera (self, is_resized);
  tl_map_view_set_viewport (self->view, tl_map_view_get_viewport (self->view));
  tl_canvas_note_camera (self);
  tl_canvas_prepare (self);
  tl_card_pool_allocate (self->pool, self->view);
  tl_canvas_allocate_controls (self);
  tl_canvas_allocate_title (self);
  tl_canvas_allocate_essentials (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  /* Not at every allocation: giving nodes to cards asks for one. And not before it: what is in
   * sight is known from here on. */
  if (self->is_sync_due || is_resized)
    queue_sync (self);
  self->is_sync_due = FALSE;
  self->width = width;
  self->height = height;
}

static void
tl_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  TlCanvas *self = TL_CANVAS (widget);
  int zoom, legend, bar;
  int control;

  gtk_widget_measure (self->zoom_control, orientation, -1, &zoom, NULL, NULL, NULL);
  gtk_widget_measure (self->legend_button, orientation, -1, &legend, NULL, NULL, NULL);
  gtk_widget_measure (self->bar, orientation, -1, &bar, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    control = MAX (zoom + legend + TL_CANVAS_CONTROL_MARGIN, bar);
  else
    control = zoom + bar + TL_CANVAS_CONTROL_MARGIN;
  *minimum = control + 2 * TL_CANVAS_CONTROL_MARGIN;
  *natural = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600);
}

static void
tl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  GdkRGBA ground = tl_color_to_rgba (tl_canvas_get_theme (self)->canvas);

  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  tl_map_view_snapshot (self->view, snapshot);
  tl_canvas_snapshot_overlay (self, snapshot);
  GTK_WIDGET_CLASS (tl_canvas_parent_class)->snapshot (widget, snapshot);
}

/* Of what is a card or a strip, the essentials tell; a handle has a word of its own. The toolkit
 * asks when any tooltip has changed, and what has not been drawn yet is not made to answer. */
static gboolean
tl_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlFold fold;

  if (self->session == NULL || self->tool != NULL || self->scene_is_stale
      || tl_canvas_find_fold (self, tl_point (x, y), &fold) == NULL
      || (fold.is_lane && fold.is_folded))
    return FALSE;
  gtk_tooltip_set_text (tooltip,
                        fold.is_folded ? C_ ("tooltip", "Unfold (Z)") : C_ ("tooltip", "Fold (Z)"));
  return TRUE;
}

static void
set_tray_folded (TlCanvas *self, gboolean is_folded)
{
  if (tl_map_view_is_folded (self->view) == is_folded)
    return;
  tl_map_view_set_folded (self->view, is_folded);
  gtk_button_set_icon_name (GTK_BUTTON (self->tray_button),
                            is_folded ? "pan-up-symbolic" : "pan-down-symbolic");
  tl_canvas_queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRAY_FOLDED]);
}

static void
set_show_by_name (TlCanvas *self, const char *name)
{
  for (guint i = 0; i < TL_CANVAS_N_SHOWS; i++)
    if (g_strcmp0 (name, shows[i].name) == 0)
      tl_canvas_set_show (self, (TlCanvasShow) i);
}

static void
set_legend_shown (TlCanvas *self, gboolean is_shown)
{
  if (self->legend_shown == is_shown)
    return;
  self->legend_shown = is_shown;
  tl_canvas_queue_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEGEND_SHOWN]);
}

static void
set_move_mode (TlCanvas *self, gboolean moves)
{
  if (self->move_mode == moves)
    return;
  self->move_mode = moves;
  tl_canvas_cancel_tool (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVE_MODE]);
}

static void
set_overview_shown (TlCanvas *self, gboolean is_shown)
{
  if (self->overview_shown == is_shown)
    return;
  self->overview_shown = is_shown;
  tl_canvas_queue_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW_SHOWN]);
}

static void
tl_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, tl_canvas_get_zoom (self));
      break;
    case PROP_TRAY_FOLDED:
      g_value_set_boolean (value, tl_map_view_is_folded (self->view));
      break;
    case PROP_COLOUR_BY:
      g_value_set_string (value, tl_field_get_choice_name (TL_VIEW_COLOUR_BY,
                                                           tl_canvas_get_colour_by (self)));
      break;
    case PROP_SHOW:
      g_value_set_string (value, shows[self->show].name);
      break;
    case PROP_HIDE_REST:
      g_value_set_boolean (value, tl_canvas_get_hides (self));
      break;
    case PROP_LEGEND_SHOWN:
      g_value_set_boolean (value, self->legend_shown);
      break;
    case PROP_ARRANGE_BY:
      g_value_set_string (value, tl_field_get_choice_name (TL_VIEW_ARRANGE_BY,
                                                           tl_canvas_get_arrange_by (self)));
      break;
    case PROP_DIRECTION:
      g_value_set_string (value, tl_field_get_choice_name (TL_VIEW_DIRECTION,
                                                           tl_canvas_get_direction (self)));
      break;
    case PROP_KEEP_TIDY:
      g_value_set_boolean (value, tl_canvas_get_keeps_tidy (self));
      break;
    case PROP_MOVE_MODE:
      g_value_set_boolean (value, self->move_mode);
      break;
    case PROP_TRAY_GROUPS:
      g_value_set_string (value, tl_canvas_get_tray_groups (self));
      break;
    case PROP_OVERVIEW_SHOWN:
      g_value_set_boolean (value, self->overview_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (id)
    {
    case PROP_SESSION:
      tl_canvas_set_session (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      tl_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_TRAY_FOLDED:
      set_tray_folded (self, g_value_get_boolean (value));
      break;
    case PROP_COLOUR_BY:
      tl_canvas_set_colour_by (self, g_value_get_string (value));
      break;
    case PROP_SHOW:
      set_show_by_name (self, g_value_get_string (value));
      break;
    case PROP_HIDE_REST:
      tl_canvas_set_hides (self, g_value_get_boolean (value));
      break;
    case PROP_LEGEND_SHOWN:
      set_legend_shown (self, g_value_get_boolean (value));
      break;
    case PROP_ARRANGE_BY:
      tl_canvas_set_arrange_by (self, g_value_get_string (value));
      break;
    case PROP_DIRECTION:
      tl_canvas_set_direction (self, g_value_get_string (value));
      break;
    case PROP_KEEP_TIDY:
      tl_canvas_set_keeps_tidy (self, g_value_get_boolean (value));
      break;
    case PROP_MOVE_MODE:
      set_move_mode (self, g_value_get_boolean (value));
      break;
    case PROP_TRAY_GROUPS:
      tl_canvas_set_tray_groups (self, g_value_get_string (value));
      break;
    case PROP_OVERVIEW_SHOWN:
      set_overview_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_stop_hover (self);
  g_clear_object (&self->tool);
  tl_canvas_end_glide (self);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  tl_canvas_end_rename (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  tl_canvas_dispose_controls (self);
  tl_canvas_dispose_places (self);
  tl_canvas_dispose_essentials (self);
  g_clear_pointer (&self->pool, tl_card_pool_free);
  g_clear_pointer (&self->camera, tl_camera_free);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->lens_signals);
  g_clear_object (&self->item_actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  g_clear_pointer (&self->highlight, tl_highlight_free);
  g_clear_pointer (&self->lens_states, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->view, tl_map_view_free);
  g_clear_pointer (&self->hovered, g_strfreev);
  g_clear_pointer (&self->candidate, g_strfreev);
  g_clear_pointer (&self->focused, g_free);
  g_clear_pointer (&self->watched, g_free);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;
  object_class->get_property = tl_canvas_get_property;
  object_class->set_property = tl_canvas_set_property;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->measure = tl_canvas_measure;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->focus = tl_canvas_take_focus;
  widget_class->query_tooltip = tl_canvas_query_tooltip;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, TL_VIEWPORT_MIN_SCALE,
                                               TL_VIEWPORT_MAX_SCALE, 1, flags);
  properties[PROP_TRAY_FOLDED] = g_param_spec_boolean ("tray-folded", NULL, NULL, FALSE, flags);
  properties[PROP_COLOUR_BY] = g_param_spec_string ("colour-by", NULL, NULL, "goal", flags);
  properties[PROP_SHOW] = g_param_spec_string ("show", NULL, NULL, "counted", flags);
  properties[PROP_HIDE_REST] = g_param_spec_boolean ("hide-rest", NULL, NULL, FALSE, flags);
  properties[PROP_LEGEND_SHOWN] = g_param_spec_boolean ("legend-shown", NULL, NULL, FALSE, flags);
  properties[PROP_ARRANGE_BY] = g_param_spec_string ("arrange-by", NULL, NULL, "goal", flags);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "right", flags);
  properties[PROP_KEEP_TIDY] = g_param_spec_boolean ("keep-tidy", NULL, NULL, TRUE, flags);
  properties[PROP_MOVE_MODE] = g_param_spec_boolean ("move-mode", NULL, NULL, FALSE, flags);
  properties[PROP_TRAY_GROUPS] = g_param_spec_string ("tray-groups", NULL, NULL, "none", flags);
  properties[PROP_OVERVIEW_SHOWN]
      = g_param_spec_boolean ("overview-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  tl_canvas_class_add_actions (widget_class);
  tl_canvas_class_add_lens_actions (widget_class);
  tl_canvas_class_add_arrange_actions (widget_class);
  tl_canvas_class_add_edits (widget_class);
  tl_canvas_class_add_moves (widget_class);
  tl_canvas_class_add_fold_actions (widget_class);
  tl_canvas_class_add_place_actions (widget_class);
  tl_canvas_class_add_keys (widget_class);
}

static void
init_session_signals (TlCanvas *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "revealed", G_CALLBACK (revealed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (selection_changed_cb), self);
}

static void
lines_ready_cb (gpointer tiles, gpointer user_data)
{
  gtk_widget_queue_allocate (user_data);
  gtk_widget_queue_draw (user_data);
}

static void
scale_factor_cb (TlCanvas *self)
{
  tl_canvas_queue_update (self);
}

static void
tl_canvas_init (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = tl_style_create_picture_context (widget);

  self->view = tl_map_view_new (context);
  g_object_unref (context);
  tl_map_view_set_docked (self->view, TRUE);
  tl_map_view_set_ready_func (self->view, lines_ready_cb, self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
  tl_canvas_init_camera (self);
  tl_canvas_init_focus (self);
  tl_canvas_init_controls (self);
  tl_canvas_init_lens (self);
  tl_canvas_init_arrange (self);
  tl_canvas_init_tray (self);
  init_session_signals (self);
  tl_canvas_init_actions (self);
  tl_canvas_init_pointer (self);
  tl_canvas_init_keys (self);
  tl_canvas_init_places (self);
  tl_canvas_init_essentials (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Alignment map"), -1);
  tl_style_connect (self, G_CALLBACK (restyle));
}

/* For the other parts of the canvas. */

/**
 * tl_canvas_queue_update:
 * @self: a canvas
 *
 * Asks for a frame with everything as it is by then. What is in sight is found, and its nodes are
 * made, in the layout phase of that frame; painting only puts them together.
 */
void
tl_canvas_queue_update (TlCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->is_sync_due = TRUE;
}

/**
 * tl_canvas_invalidate_scene:
 * @self: a canvas whose map is another state of the same document
 *
 * Has the scene made anew; what moves, glides.
 */
void
tl_canvas_invalidate_scene (TlCanvas *self)
{
  self->scene_glides = TRUE;
  restyle (self);
}

/**
 * tl_canvas_set_show:
 * @self: a canvas
 * @show: which projects there are on the map
 */
void
tl_canvas_set_show (TlCanvas *self, TlCanvasShow show)
{
  if (self->show == show)
    return;
  self->show = show;
  tl_canvas_invalidate_scene (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && tl_canvas_ensure_scene (self))
    tl_canvas_move_lost_focus (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW]);
}

/**
 * tl_canvas_show_get_label:
 * @show: which projects there are on the map
 *
 * Returns: the same in a word of the user's language
 */
const char *
tl_canvas_show_get_label (TlCanvasShow show)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "show", shows[show].label);
}

/**
 * tl_canvas_set_tool:
 * @self: a canvas
 * @tool: (transfer full) (nullable): of the gesture that goes on from now on
 */
void
tl_canvas_set_tool (TlCanvas *self, TlTool *tool)
{
  const char *cursor = tool != NULL ? TL_TOOL_GET_CLASS (tool)->cursor : NULL;

  g_set_object (&self->tool, tool);
  g_clear_object (&tool);
  if (self->tool != NULL)
    tl_canvas_stop_hover (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  tl_canvas_queue_update (self);
}

/**
 * tl_canvas_cancel_tool:
 * @self: a canvas
 *
 * Ends the gesture that goes on, if any, and undoes what it did.
 */
void
tl_canvas_cancel_tool (TlCanvas *self)
{
  g_autoptr (TlTool) tool = g_steal_pointer (&self->tool);

  if (tool == NULL)
    return;
  tl_tool_cancel (tool);
  tl_canvas_set_tool (self, NULL);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

/* For the window. */

/**
 * tl_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a session, and so without a map
 */
GtkWidget *
tl_canvas_new (void)
{
  return g_object_new (TL_TYPE_CANVAS, NULL);
}

/**
 * tl_canvas_set_session:
 * @self: a canvas
 * @session: (nullable): what to show from now on
 */
void
tl_canvas_set_session (TlCanvas *self, TlSession *session)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->session == session)
    return;
  tl_camera_stop (self->camera);
  tl_canvas_end_glide (self);
  tl_canvas_stop_hover (self);
  tl_canvas_end_rename (self);
  restyle (self);
  self->scene_glides = FALSE;
  g_set_object (&self->session, session);
  g_clear_pointer (&self->focused, g_free);
  g_clear_pointer (&self->highlight, tl_highlight_free);
  g_clear_pointer (&self->lens_states, g_free);
  if (self->places != NULL)
    g_hash_table_remove_all (self->places);
  tl_map_view_set_scene (self->view, NULL);
  tl_card_pool_sync (self->pool, NULL, self->view, NULL);
  self->is_placed = FALSE;
  self->is_led = FALSE;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? tl_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->lens_signals,
                             session != NULL ? tl_session_get_lens (session) : NULL);
  tl_canvas_follow_arrangement (self);
  describe_map (self);
  tl_canvas_update_actions (self);
  tl_canvas_forget_places (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * tl_canvas_select_all:
 * @self: a canvas
 *
 * Selects every card that the map shows.
 */
void
tl_canvas_select_all (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const TlDisplayList *list;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_canvas_ensure_scene (self))
    return;
  list = tl_map_view_get_list (self->view);
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlItem *item = tl_canvas_get_item (self, i);

      if (item != NULL && tl_item_get_kind (item) != TL_KIND_LINK)
        g_ptr_array_add (items, item);
    }
  tl_selection_set_items (tl_session_get_selection (self->session), items);
}
