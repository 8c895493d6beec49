/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TlSharingFunc) (guint index, gpointer data);

/* Steps that two threads share, each of which depends on none of the others. */
typedef struct
{
  /*< private >*/
  TlSharingFunc function;
  gpointer data;
  guint n_steps;
  int n_left; /* atomic: blocks that nobody has taken yet */
  GThread *thread;
} TlSharing;

void tl_sharing_begin (TlSharing *self,
                       const char *name,
                       guint n_steps,
                       TlSharingFunc function,
                       gpointer data);
void tl_sharing_end (TlSharing *self, gpointer data);

G_END_DECLS
