/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-viewport.h"

G_BEGIN_DECLS

typedef TlViewport (*TlCameraGetFunc) (gpointer user_data);
typedef void (*TlCameraSetFunc) (TlViewport viewport, gpointer user_data);

/* Moves a viewport over time, on the frame clock of a widget; one motion at a time. Where
 * animations are off, it arrives at once. */
typedef struct _TlCamera TlCamera;

TlCamera *
tl_camera_new (GtkWidget *widget, TlCameraGetFunc get, TlCameraSetFunc set, gpointer user_data);
void tl_camera_free (TlCamera *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCamera, tl_camera_free)

void tl_camera_glide (TlCamera *self, TlViewport to, guint milliseconds);
void tl_camera_fling (TlCamera *self, double velocity_x, double velocity_y);
void tl_camera_stop (TlCamera *self);
TlViewport tl_camera_get_destination (TlCamera *self);

G_END_DECLS
