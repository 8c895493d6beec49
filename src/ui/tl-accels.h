/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the actions: one table. */
typedef struct
{
  const char *action;
  const char *accels[4];
  gboolean yields; /* to whatever has the keyboard, when that has a use for the key */
} TlAccel;

guint tl_accels_get_n_accels (void);
const TlAccel *tl_accels_get (guint index);
void tl_accels_install (GtkApplication *application);
void tl_accels_bind (GtkWidgetClass *widget_class);

G_END_DECLS
