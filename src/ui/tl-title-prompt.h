/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TlTitleFunc) (GtkWindow *parent, const char *title, gpointer user_data);

void tl_prompt_for_title (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *answer,
                          const char *title,
                          TlTitleFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy);

G_END_DECLS
