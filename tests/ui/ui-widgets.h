/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-application.h"
#include "tl-field-editor.h"

G_BEGIN_DECLS

/* Widgets in tests: a window, and what is in it. */
void ui_widgets_init (void);
TlApplication *ui_application_new (GApplicationFlags flags);
GtkWidget *ui_window_new (GtkWidget *content);
void ui_window_close (GtkWidget *window);
void ui_settle (void);
void ui_wait (guint milliseconds);
gboolean ui_press_key (GtkWidget *widget, const char *accelerator);

typedef gboolean (*UiMatch) (GtkWidget *widget, gpointer data);
GtkWidget *ui_find (GtkWidget *root, UiMatch match, gpointer data);
GtkWidget *ui_find_type (GtkWidget *root, GType type);
GtkWidget *ui_find_button (GtkWidget *root, const char *label);
TlFieldEditor *ui_find_editor (GtkWidget *root, TlField field);
GtkWidget *ui_find_window (GType type);
char *ui_find_unnamed (GtkWidget *root);

G_END_DECLS
