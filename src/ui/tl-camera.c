/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-camera.h"

#include <adwaita.h>
#include <math.h>

#define FRICTION 4.0     /* a second: of its speed a flung map keeps e^-4 */
#define LEAST_SPEED 12.0 /* pixels a second; slower is standing still */

struct _TlCamera
{
  /* Borrowed: the widget outlives its camera. */
  GtkWidget *widget;
  TlCameraGetFunc get;
  TlCameraSetFunc set;
  gpointer user_data;

  /* Owned */
  AdwAnimation *animation; /* (nullable) */
  guint tick;

  TlViewport from;
  TlViewport to;
  TlPoint velocity;  /* pixels a second */
  gint64 last_frame; /* microseconds */
};

static void
stop_fling (TlCamera *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static void
glide_cb (double share, gpointer user_data)
{
  TlCamera *self = user_data;

  self->set (tl_viewport_mix (self->from, self->to, share), self->user_data);
}

static gboolean
fling_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TlCamera *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->last_frame) / G_USEC_PER_SEC;
  TlViewport before = self->get (self->user_data);

  self->last_frame = now;
  self->set (tl_viewport_pan (before, self->velocity.x * seconds, self->velocity.y * seconds),
             self->user_data);
  self->velocity.x *= exp (-FRICTION * seconds);
  self->velocity.y *= exp (-FRICTION * seconds);
  if (hypot (self->velocity.x, self->velocity.y) > LEAST_SPEED
      && (seconds <= 0 || !tl_viewport_equal (before, self->get (self->user_data))))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * tl_camera_new:
 * @widget: on whose frame clock it moves; it must outlive the camera
 * @get: tells where the camera is
 * @set: moves it
 * @user_data: for both
 *
 * Returns: (transfer full): a camera at rest
 */
TlCamera *
tl_camera_new (GtkWidget *widget, TlCameraGetFunc get, TlCameraSetFunc set, gpointer user_data)
{
  TlCamera *self = g_new0 (TlCamera, 1);

  self->widget = widget;
  self->get = get;
  self->set = set;
  self->user_data = user_data;
  return self;
}

/**
 * tl_camera_free:
 * @self: (transfer full): a camera
 */
void
tl_camera_free (TlCamera *self)
{
  tl_camera_stop (self);
  g_free (self);
}

/**
 * tl_camera_glide:
 * @self: a camera
 * @to: where to go
 * @milliseconds: how long it may take; 0 for at once
 *
 * Goes there with an even start and a soft end, from wherever it is now.
 */
void
tl_camera_glide (TlCamera *self, TlViewport to, guint milliseconds)
{
  AdwAnimationTarget *target;

  tl_camera_stop (self);
  self->from = self->get (self->user_data);
  self->to = to;
  if (milliseconds == 0 || tl_viewport_equal (self->from, to)
      || !adw_get_enable_animations (self->widget) || !gtk_widget_get_mapped (self->widget))
    {
      self->set (to, self->user_data);
      return;
    }
  target = adw_callback_animation_target_new (glide_cb, self, NULL);
  self->animation = adw_timed_animation_new (self->widget, 0, 1, milliseconds, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->animation);
}

/**
 * tl_camera_fling:
 * @self: a camera
 * @velocity_x: of the map, in pixels a second
 * @velocity_y: of the map, in pixels a second
 *
 * Lets the map run on and slow down by itself.
 */
void
tl_camera_fling (TlCamera *self, double velocity_x, double velocity_y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  tl_camera_stop (self);
  if (clock == NULL || !adw_get_enable_animations (self->widget)
      || hypot (velocity_x, velocity_y) < LEAST_SPEED)
    return;
  self->velocity = tl_point (velocity_x, velocity_y);
  self->last_frame = gdk_frame_clock_get_frame_time (clock);
  self->tick = gtk_widget_add_tick_callback (self->widget, fling_cb, self, NULL);
}

/**
 * tl_camera_stop:
 * @self: a camera
 *
 * Stays where it is; every press and turn of a wheel does this first.
 */
void
tl_camera_stop (TlCamera *self)
{
  stop_fling (self);
  if (self->animation != NULL)
    {
      /* Pausing, unlike resetting or skipping, moves nothing. */
      adw_animation_pause (self->animation);
      g_clear_object (&self->animation);
    }
}

/**
 * tl_camera_get_destination:
 * @self: a camera
 *
 * Returns: where it will be when it has arrived; where it is, when it stands
 */
TlViewport
tl_camera_get_destination (TlCamera *self)
{
  gboolean is_gliding = self->animation != NULL
                        && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;

  return is_gliding ? self->to : self->get (self->user_data);
}
