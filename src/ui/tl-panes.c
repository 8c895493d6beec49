/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-pane-handle.h"

/* Widths in pixels. The schema of the settings has the same limits. */
#define CONTENT_MIN_PX 240
#define HANDLE_PX 9
#define SLIDE_MS 220

static const struct
{
  int least;
  int most;
  int usual;
} limits[TL_N_SIDES] = {
  [TL_SIDE_START] = { 200, 640, 300 },
  [TL_SIDE_END] = { 240, 720, 320 },
};

typedef struct
{
  /* Owned. */
  GtkWidget *panel;
  GtkWidget *handle;
  AdwAnimation *slide; /* over the middle */

  double progress; /* of the slide: 0 out of sight, 1 in place */
  int width;
  guint is_docked : 1; /* is shown when there is room */
  guint is_over : 1;   /* is shown when there is none */
} Side;

struct _TlPanes
{
  GtkWidget parent_instance;

  /* Owned. */
  GtkWidget *content;
  GtkWidget *scrim;
  Side sides[TL_N_SIDES];

  /* The drag of a handle. */
  TlSide dragged;
  int width_before;

  guint is_folded : 1;
};

enum
{
  PROP_CONTENT = 1,
  PROP_START,
  PROP_END,
  PROP_SHOW_START,
  PROP_SHOW_END,
  PROP_START_WIDTH,
  PROP_END_WIDTH,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlPanes, tl_panes, GTK_TYPE_WIDGET)

static gboolean
is_docked (TlPanes *self, TlSide side)
{
  return self->sides[side].panel != NULL && self->sides[side].is_docked && !self->is_folded;
}

static gboolean
is_over (TlPanes *self, TlSide side)
{
  return self->sides[side].panel != NULL && self->is_folded
         && (self->sides[side].is_over || self->sides[side].progress > 0);
}

/* With large text a panel may need more than the least that people can drag it to. */
static int
get_least (TlPanes *self, TlSide side)
{
  int least;

  gtk_widget_measure (self->sides[side].panel, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  return MAX (least, limits[side].least);
}

static int
get_wanted (TlPanes *self, TlSide side)
{
  return MAX (self->sides[side].width, get_least (self, side));
}

/* The panels get what they ask for as long as the middle keeps its least; then both give way. */
static int
get_docked_width (TlPanes *self, TlSide side)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - CONTENT_MIN_PX;
  int wanted = 0;
  int least = 0;
  int spare;

  for (int i = 0; i < TL_N_SIDES; i++)
    {
      if (!is_docked (self, i))
        continue;
      wanted += get_wanted (self, i);
      least += get_least (self, i);
    }
  if (wanted <= room)
    return get_wanted (self, side);

  spare = get_wanted (self, side) - get_least (self, side);
  if (wanted == least || room <= least)
    return get_least (self, side);
  return get_least (self, side) + spare * (room - least) / (wanted - least);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation place = { x, 0, width, height };
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place.width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &place, -1);
}

static gboolean
is_at_left (TlPanes *self, TlSide side)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (side == TL_SIDE_START) != is_rtl;
}

static void
allocate_docked (TlPanes *self, TlSide side, int width, int height, int *left, int *right)
{
  Side *at = &self->sides[side];
  int panel_width = get_docked_width (self, side);

  if (is_at_left (self, side))
    {
      allocate_at (at->panel, 0, panel_width, height);
      allocate_at (at->handle, panel_width - 2, HANDLE_PX, height);
      *left = panel_width;
    }
  else
    {
      allocate_at (at->panel, width - panel_width, panel_width, height);
      allocate_at (at->handle, width - panel_width - HANDLE_PX + 2, HANDLE_PX, height);
      *right = panel_width;
    }
  tl_pane_handle_set_range (TL_PANE_HANDLE (at->handle), panel_width, get_least (self, side),
                            MAX (limits[side].most, panel_width));
}

static void
allocate_over (TlPanes *self, TlSide side, int width, int height)
{
  Side *at = &self->sides[side];
  int panel_width = MIN (get_wanted (self, side), MAX (width - 48, get_least (self, side)));
  int hidden = (int) ((1 - at->progress) * panel_width);

  allocate_at (at->panel, is_at_left (self, side) ? -hidden : width - panel_width + hidden,
               panel_width, height);
}

static void
tl_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlPanes *self = TL_PANES (widget);
  double veil = 0;
  int left = 0;
  int right = 0;

  for (int side = 0; side < TL_N_SIDES; side++)
    {
      if (is_docked (self, side))
        allocate_docked (self, side, width, height, &left, &right);
      else if (is_over (self, side))
        allocate_over (self, side, width, height);
      veil = MAX (veil, is_over (self, side) ? self->sides[side].progress : 0);
    }
  gtk_widget_set_opacity (self->scrim, veil);
  allocate_at (self->scrim, 0, width, height);
  if (self->content != NULL)
    allocate_at (self->content, left, width - left - right, height);
}

/* Not while sizes are given: what comes into sight may ask for another size. */
static void
update_visibility (TlPanes *self)
{
  gboolean is_any_over = FALSE;

  for (int side = 0; side < TL_N_SIDES; side++)
    {
      Side *at = &self->sides[side];

      if (at->handle != NULL)
        gtk_widget_set_child_visible (at->handle, is_docked (self, side));
      if (at->panel != NULL)
        gtk_widget_set_child_visible (at->panel, is_docked (self, side) || is_over (self, side));
      is_any_over |= is_over (self, side);
    }
  gtk_widget_set_child_visible (self->scrim, is_any_over);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tl_panes_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  TlPanes *self = TL_PANES (widget);
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least = 0;
  int wanted = 0;

  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, &least, &wanted, NULL, NULL);
  for (int side = 0; side < TL_N_SIDES; side++)
    {
      int panel_least;

      if (!is_docked (self, side))
        continue;
      gtk_widget_measure (self->sides[side].panel, orientation, -1, &panel_least, NULL, NULL, NULL);
      least = is_horizontal ? least + get_least (self, side) : MAX (least, panel_least);
      wanted = is_horizontal ? wanted + get_wanted (self, side) : MAX (wanted, panel_least);
    }
  *minimum = least;
  *natural = MAX (least, wanted);
}

static void
slide_cb (double value, gpointer user_data)
{
  TlPanes *self = user_data;

  for (int side = 0; side < TL_N_SIDES; side++)
    {
      if (self->sides[side].slide != NULL
          && adw_animation_get_state (self->sides[side].slide) == ADW_ANIMATION_PLAYING)
        self->sides[side].progress = adw_animation_get_value (self->sides[side].slide);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
focus_in (TlPanes *self, GtkWidget *child)
{
  if (child != NULL && gtk_widget_get_root (child) != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
slide_done_cb (TlPanes *self, AdwAnimation *animation)
{
  for (int side = 0; side < TL_N_SIDES; side++)
    {
      Side *at = &self->sides[side];

      if (at->slide != animation)
        continue;
      at->progress = at->is_over;
      update_visibility (self);
      if (at->is_over)
        focus_in (self, at->panel);
    }
}

static void
slide_to (TlPanes *self, TlSide side, gboolean is_over_now)
{
  Side *at = &self->sides[side];

  if (at->is_over == is_over_now)
    return;
  at->is_over = is_over_now;
  update_visibility (self);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (at->slide), at->progress);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (at->slide), is_over_now ? 1 : 0);
  adw_animation_play (at->slide);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_START + side]);
}

static gboolean
dismiss_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlPanes *self = TL_PANES (widget);

  if (!self->sides[TL_SIDE_START].is_over && !self->sides[TL_SIDE_END].is_over)
    return FALSE;
  tl_panes_dismiss (self);
  focus_in (self, self->content);
  return TRUE;
}

static void
drag_begin_cb (TlPanes *self, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (int side = 0; side < TL_N_SIDES; side++)
    {
      if (self->sides[side].handle == NULL || self->sides[side].handle != picked)
        continue;
      self->dragged = side;
      self->width_before = get_docked_width (self, side);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (TlPanes *self, double dx, double dy, GtkGesture *gesture)
{
  int more = is_at_left (self, self->dragged) ? (int) dx : -(int) dx;

  tl_panes_set_width (self, self->dragged, self->width_before + more);
}

static void
stepped_cb (TlPanes *self, int pixels, GtkWidget *handle)
{
  TlSide side = handle == self->sides[TL_SIDE_START].handle ? TL_SIDE_START : TL_SIDE_END;
  gint64 more = is_at_left (self, side) ? pixels : -(gint64) pixels;
  gint64 width = get_docked_width (self, side) + more;

  tl_panes_set_width (self, side, (int) CLAMP (width, 0, G_MAXINT));
}

static void
add_side (TlPanes *self, TlSide side, const char *label)
{
  Side *at = &self->sides[side];

  at->width = limits[side].usual;
  at->is_docked = TRUE;
  at->handle = tl_pane_handle_new (label);
  gtk_widget_set_parent (at->handle, GTK_WIDGET (self));
  g_signal_connect_object (at->handle, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);

  at->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_MS,
                                       adw_callback_animation_target_new (slide_cb, self, NULL));
  g_signal_connect_object (at->slide, "done", G_CALLBACK (slide_done_cb), self, G_CONNECT_SWAPPED);
}

static void
add_scrim (TlPanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->scrim = g_object_new (ADW_TYPE_BIN, "css-name", "scrim", NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (tl_panes_dismiss), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scrim, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->scrim, GTK_WIDGET (self));
}

static void
tl_panes_dispose (GObject *object)
{
  TlPanes *self = TL_PANES (object);

  for (int side = 0; side < TL_N_SIDES; side++)
    {
      if (self->sides[side].slide != NULL)
        adw_animation_reset (self->sides[side].slide);
      g_clear_object (&self->sides[side].slide);
      g_clear_pointer (&self->sides[side].handle, gtk_widget_unparent);
      g_clear_pointer (&self->sides[side].panel, gtk_widget_unparent);
    }
  g_clear_pointer (&self->scrim, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_panes_parent_class)->dispose (object);
}

static void
tl_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlPanes *self = TL_PANES (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_START:
    case PROP_END:
      g_value_set_object (value, self->sides[prop_id - PROP_START].panel);
      break;
    case PROP_SHOW_START:
    case PROP_SHOW_END:
      g_value_set_boolean (value, tl_panes_get_shown (self, prop_id - PROP_SHOW_START));
      break;
    case PROP_START_WIDTH:
    case PROP_END_WIDTH:
      g_value_set_int (value, self->sides[prop_id - PROP_START_WIDTH].width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_panes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlPanes *self = TL_PANES (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      tl_panes_set_content (self, g_value_get_object (value));
      break;
    case PROP_START:
    case PROP_END:
      tl_panes_set_panel (self, prop_id - PROP_START, g_value_get_object (value));
      break;
    case PROP_SHOW_START:
    case PROP_SHOW_END:
      tl_panes_set_shown (self, prop_id - PROP_SHOW_START, g_value_get_boolean (value));
      break;
    case PROP_START_WIDTH:
    case PROP_END_WIDTH:
      tl_panes_set_width (self, prop_id - PROP_START_WIDTH, g_value_get_int (value));
      break;
    case PROP_FOLDED:
      tl_panes_set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SHOW_START] = g_param_spec_boolean ("show-start", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, TRUE, flags);
  props[PROP_START_WIDTH]
      = g_param_spec_int ("start-width", NULL, NULL, 0, G_MAXINT, limits[0].usual, flags);
  props[PROP_END_WIDTH]
      = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT, limits[1].usual, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tl_panes_class_init (TlPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_panes_dispose;
  object_class->get_property = tl_panes_get_property;
  object_class->set_property = tl_panes_set_property;
  widget_class->measure = tl_panes_measure;
  widget_class->size_allocate = tl_panes_size_allocate;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, dismiss_cb, NULL);
}

static void
tl_panes_init (TlPanes *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_side (self, TL_SIDE_START, C_ ("accessible name", "Width of the Left Panel"));
  add_side (self, TL_SIDE_END, C_ ("accessible name", "Width of the Right Panel"));
  add_scrim (self);
  update_visibility (self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * tl_panes_new:
 *
 * Returns: (transfer floating): panes with nothing in them
 */
GtkWidget *
tl_panes_new (void)
{
  return g_object_new (TL_TYPE_PANES, NULL);
}

/**
 * tl_panes_set_content:
 * @self: panes
 * @content: (nullable): what is in the middle
 */
void
tl_panes_set_content (TlPanes *self, GtkWidget *content)
{
  g_return_if_fail (TL_IS_PANES (self));

  if (self->content == content)
    return;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  /* Tab goes along the order of the children, and what comes later is drawn above. */
  if (content != NULL)
    gtk_widget_insert_before (content, GTK_WIDGET (self), self->sides[TL_SIDE_START].handle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

/**
 * tl_panes_set_panel:
 * @self: panes
 * @side: which side
 * @panel: (nullable): what is at that side
 */
void
tl_panes_set_panel (TlPanes *self, TlSide side, GtkWidget *panel)
{
  g_return_if_fail (TL_IS_PANES (self) && side < TL_N_SIDES);

  if (self->sides[side].panel == panel)
    return;
  g_clear_pointer (&self->sides[side].panel, gtk_widget_unparent);
  self->sides[side].panel = panel;
  if (panel != NULL)
    gtk_widget_insert_after (panel, GTK_WIDGET (self), self->scrim);
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START + side]);
}

/**
 * tl_panes_get_shown:
 * @self: panes
 * @side: which side
 *
 * Returns: whether the panel is in sight: beside the middle, or over it when folded
 */
gboolean
tl_panes_get_shown (TlPanes *self, TlSide side)
{
  g_return_val_if_fail (TL_IS_PANES (self) && side < TL_N_SIDES, FALSE);

  return self->is_folded ? self->sides[side].is_over : self->sides[side].is_docked;
}

/**
 * tl_panes_set_shown:
 * @self: panes
 * @side: which side
 * @is_shown: whether the panel is to be in sight. Folded, the other one goes out of it.
 */
void
tl_panes_set_shown (TlPanes *self, TlSide side, gboolean is_shown)
{
  g_return_if_fail (TL_IS_PANES (self) && side < TL_N_SIDES);

  if (tl_panes_get_shown (self, side) == is_shown)
    return;
  if (self->is_folded)
    {
      slide_to (self, TL_N_SIDES - 1 - side, FALSE);
      slide_to (self, side, is_shown);
      return;
    }
  self->sides[side].is_docked = is_shown;
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_START + side]);
}

/**
 * tl_panes_get_width:
 * @self: panes
 * @side: which side
 *
 * Returns: the width of the panel when there is room for it, in pixels
 */
int
tl_panes_get_width (TlPanes *self, TlSide side)
{
  g_return_val_if_fail (TL_IS_PANES (self) && side < TL_N_SIDES, 0);

  return self->sides[side].width;
}

/**
 * tl_panes_set_width:
 * @self: panes
 * @side: which side
 * @width: the width of the panel in pixels; brought into its limits
 */
void
tl_panes_set_width (TlPanes *self, TlSide side, int width)
{
  g_return_if_fail (TL_IS_PANES (self) && side < TL_N_SIDES);

  width = CLAMP (width, limits[side].least, limits[side].most);
  if (self->sides[side].width == width)
    return;
  self->sides[side].width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START_WIDTH + side]);
}

/**
 * tl_panes_get_folded:
 * @self: panes
 *
 * Returns: whether the panels lie over the middle
 */
gboolean
tl_panes_get_folded (TlPanes *self)
{
  g_return_val_if_fail (TL_IS_PANES (self), FALSE);

  return self->is_folded;
}

/**
 * tl_panes_set_folded:
 * @self: panes
 * @is_folded: whether panels lie over the middle. They are out of sight first; unfolded, they are
 *   as they were before.
 */
void
tl_panes_set_folded (TlPanes *self, gboolean is_folded)
{
  g_return_if_fail (TL_IS_PANES (self));

  if (self->is_folded == is_folded)
    return;
  self->is_folded = is_folded;
  for (int side = 0; side < TL_N_SIDES; side++)
    {
      adw_animation_reset (self->sides[side].slide);
      self->sides[side].is_over = FALSE;
      self->sides[side].progress = 0;
      if (self->sides[side].panel == NULL)
        continue;
      if (is_folded)
        gtk_widget_add_css_class (self->sides[side].panel, "over");
      else
        gtk_widget_remove_css_class (self->sides[side].panel, "over");
    }
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_START]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_END]);
}

/**
 * tl_panes_dismiss:
 * @self: panes
 *
 * Puts away the panel that lies over the middle, if one does.
 */
void
tl_panes_dismiss (TlPanes *self)
{
  g_return_if_fail (TL_IS_PANES (self));

  for (int side = 0; side < TL_N_SIDES; side++)
    slide_to (self, side, FALSE);
}
