/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-snapshot-painter.h"
#include "tl-style.h"

/* In pixels. */
#define LARGEST_WIDTH 208.0
#define LARGEST_HEIGHT 144.0
#define LEAST_WIDTH 88.0 /* of a map that is much higher than wide: it is stretched */
#define LEAST_HEIGHT 48.0
#define MARGIN 8.0
#define LEAST_VIEW 6.0
#define LEAST_MARK 3.0
#define VIEW_LINE 2.0F
#define VIEW_RADIUS 3.0F

#define VIEW_OPACITY 0.12
#define STEP 0.25 /* of what is in sight */

struct _TlOverview
{
  GtkWidget parent_instance;

  /* Owned */
  GdkTexture *picture; /* (nullable) */
  GArray *marks;       /* of TlRect, in map units */
  char *description;   /* (nullable) */

  TlRect content; /* in map units */
  TlRect view;    /* in map units: what is in sight */
  double width;   /* of the picture, in pixels */
  double height;
  TlPoint grip; /* in map units: from the middle of the view to the pointer that drags it */
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOverview, tl_overview, GTK_TYPE_WIDGET)

static TlPoint
get_scale (TlOverview *self)
{
  return tl_point (self->width / MAX (self->content.width, 1),
                   self->height / MAX (self->content.height, 1));
}

/* What is small is still seen, and nothing lies outside of the picture. */
static TlRect
to_picture (TlOverview *self, TlRect rect, double least)
{
  TlPoint scale = get_scale (self);
  double left = (rect.x - self->content.x) * scale.x;
  double top = (rect.y - self->content.y) * scale.y;
  double right = CLAMP (left + rect.width * scale.x, 0, self->width);
  double bottom = CLAMP (top + rect.height * scale.y, 0, self->height);
  TlRect frame = tl_overview_get_frame (self);
  TlRect shown;

  left = CLAMP (left, 0, self->width);
  top = CLAMP (top, 0, self->height);
  shown = tl_rect (left, top, MAX (right - left, least), MAX (bottom - top, least));
  shown.x = frame.x + MIN (shown.x, MAX (self->width - shown.width, 0));
  shown.y = frame.y + MIN (shown.y, MAX (self->height - shown.height, 0));
  return shown;
}

static TlPoint
to_map (TlOverview *self, double x, double y)
{
  TlRect frame = tl_overview_get_frame (self);
  TlPoint scale = get_scale (self);

  return tl_point (self->content.x + (x - frame.x) / scale.x,
                   self->content.y + (y - frame.y) / scale.y);
}

/* Painting. */

static void
append_marks (TlOverview *self, GtkSnapshot *snapshot, TlColor accent)
{
  GdkRGBA color = tl_color_to_rgba (accent);

  for (guint i = 0; i < self->marks->len; i++)
    {
      TlRect mark = to_picture (self, g_array_index (self->marks, TlRect, i), LEAST_MARK);
      graphene_rect_t bounds = tl_rect_to_graphene (mark);

      gtk_snapshot_append_color (snapshot, &color, &bounds);
    }
}

static void
append_view (TlOverview *self, GtkSnapshot *snapshot, TlColor accent)
{
  graphene_rect_t bounds = tl_rect_to_graphene (to_picture (self, self->view, LEAST_VIEW));
  GdkRGBA fill = tl_color_to_rgba (tl_color_with_alpha (accent, VIEW_OPACITY));
  GdkRGBA line = tl_color_to_rgba (accent);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, VIEW_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { VIEW_LINE, VIEW_LINE, VIEW_LINE, VIEW_LINE },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
tl_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlOverview *self = TL_OVERVIEW (widget);
  TlColor accent = tl_style_get_theme ()->accent;
  graphene_rect_t bounds = tl_rect_to_graphene (tl_overview_get_frame (self));

  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &bounds);
  append_marks (self, snapshot, accent);
  append_view (self, snapshot, accent);
}

static void
tl_overview_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  double least = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;

  /* Whoever allocates it asks for its size when the content is known. */
  *minimum = *natural = (int) ceil (least + 2 * MARGIN);
}

/* Leading the view. */

static void
move_to (TlOverview *self, TlPoint point, gboolean is_jump)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, point.x, point.y, is_jump);
}

/* The frame is taken where it is gripped; elsewhere it comes to the pointer. */
static void
drag_begin_cb (TlOverview *self, double x, double y, GtkGesture *gesture)
{
  TlPoint point = to_map (self, x, y);
  TlPoint center = tl_rect_get_center (self->view);
  graphene_rect_t view = tl_rect_to_graphene (to_picture (self, self->view, LEAST_VIEW));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->grip = tl_point (0, 0);
  if (graphene_rect_contains_point (&view, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    self->grip = tl_point (point.x - center.x, point.y - center.y);
  else
    move_to (self, point, TRUE);
}

static void
drag_update_cb (TlOverview *self, double dx, double dy, GtkGestureDrag *gesture)
{
  TlPoint point;
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || (dx == 0 && dy == 0))
    return;
  point = to_map (self, x + dx, y + dy);
  move_to (self, tl_point (point.x - self->grip.x, point.y - self->grip.y), FALSE);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  double x, y;

  g_variant_get (args, "(dd)", &x, &y);
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, x, y);
  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlOverview *self = TL_OVERVIEW (widget);
  TlRect content = self->content;

  move_to (self,
           g_variant_get_boolean (args)
               ? tl_point (content.x + content.width, content.y + content.height)
               : tl_point (content.x, content.y),
           TRUE);
  return GDK_EVENT_STOP;
}

static void
tl_overview_finalize (GObject *object)
{
  TlOverview *self = TL_OVERVIEW (object);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (tl_overview_parent_class)->finalize (object);
}

static void
bind_step (GtkWidgetClass *widget_class, guint key, guint keypad, double x, double y)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(dd)", x, y);
  gtk_widget_class_add_binding (widget_class, keypad, 0, step_cb, "(dd)", x, y);
}

static void
tl_overview_class_init (TlOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_overview_finalize;
  widget_class->measure = tl_overview_measure;
  widget_class->snapshot = tl_overview_snapshot;

  /**
   * TlOverview::moved:
   * @self: the overview
   * @x: of a point of the map
   * @y: of a point of the map
   * @is_jump: whether the view has to come there from elsewhere
   *
   * The user wants to see the point in the middle.
   */
  signals[SIGNAL_MOVED]
      = g_signal_new ("moved", TL_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);

  /**
   * TlOverview::stepped:
   * @self: the overview
   * @x: to the right, in widths of what is in sight
   * @y: down, in heights of what is in sight
   *
   * The user wants to go on.
   */
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", TL_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -STEP, 0);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, STEP, 0);
  bind_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -STEP);
  bind_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, STEP);
  bind_step (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -1);
  bind_step (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_overview_init (TlOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (TlRect));
  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Overview of the map"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/**
 * tl_overview_new:
 *
 * Returns: (transfer floating): an overview of nothing
 */
GtkWidget *
tl_overview_new (void)
{
  return g_object_new (TL_TYPE_OVERVIEW, NULL);
}

/**
 * tl_overview_set_content:
 * @self: an overview
 * @content: of the map, in map units
 * @room_x: how wide it may be, in pixels
 * @room_y: how high it may be, in pixels
 *
 * Chooses the size of the picture: as large as may be in the proportions of the map; but of one
 * that is many times as high as it is wide, nothing could be made out then, and the picture is
 * stretched. What changes is seen with the next allocation.
 */
void
tl_overview_set_content (TlOverview *self, TlRect content, double room_x, double room_y)
{
  double most_x = CLAMP (room_x - 2 * MARGIN, LEAST_WIDTH, LARGEST_WIDTH);
  double most_y = CLAMP (room_y - 2 * MARGIN, LEAST_HEIGHT, LARGEST_HEIGHT);
  double scale = MIN (most_x / MAX (content.width, 1), most_y / MAX (content.height, 1));
  double width = MAX (floor (content.width * scale), LEAST_WIDTH);
  double height = MAX (floor (content.height * scale), LEAST_HEIGHT);

  g_return_if_fail (TL_IS_OVERVIEW (self));

  self->content = content;
  self->width = width;
  self->height = height;
}

/**
 * tl_overview_get_size:
 * @self: an overview
 *
 * Returns: the size that it should have, with its margins, in pixels
 */
TlPoint
tl_overview_get_size (TlOverview *self)
{
  return tl_point (self->width + 2 * MARGIN, self->height + 2 * MARGIN);
}

/**
 * tl_overview_get_frame:
 * @self: an overview
 *
 * Returns: where in it the picture is, in pixels
 */
TlRect
tl_overview_get_frame (TlOverview *self)
{
  return tl_rect (MARGIN, MARGIN, self->width, self->height);
}

/**
 * tl_overview_set_picture:
 * @self: an overview
 * @picture: (transfer full) (nullable): of the whole content
 */
void
tl_overview_set_picture (TlOverview *self, GdkTexture *picture)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  g_clear_object (&self->picture);
  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_overview_get_picture:
 * @self: an overview
 *
 * Returns: (transfer none) (nullable): the picture of the whole content
 */
GdkTexture *
tl_overview_get_picture (TlOverview *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW (self), NULL);

  return self->picture;
}

/**
 * tl_overview_set_view:
 * @self: an overview
 * @view: what is in sight, in map units
 */
void
tl_overview_set_view (TlOverview *self, TlRect view)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (view.x == self->view.x && view.y == self->view.y && view.width == self->view.width
      && view.height == self->view.height)
    return;
  self->view = view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_overview_set_marks:
 * @self: an overview
 * @marks: (transfer full) (element-type TlRect): what is selected, in map units
 */
void
tl_overview_set_marks (TlOverview *self, GArray *marks)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  g_array_unref (self->marks);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_overview_describe:
 * @self: an overview
 * @text: in words, what part of the map is in sight
 */
void
tl_overview_describe (TlOverview *self, const char *text)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (g_strcmp0 (self->description, text) == 0)
    return;
  g_free (self->description);
  self->description = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}
