/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-inspector.h"
#include "ui-plan.h"
#include "ui-widgets.h"

G_BEGIN_DECLS

/* The inspector of the small plan, in a window that leads to its fields. */
typedef struct
{
  TlSession *session;
  GtkWidget *window;
  GtkWidget *inspector;
} UiInspector;

void ui_inspector_set_up (UiInspector *self, gconstpointer data);
void ui_inspector_tear_down (UiInspector *self, gconstpointer data);
TlItem *ui_inspector_select (UiInspector *self, const char *id);
void ui_inspector_select_item (UiInspector *self, TlItem *item);
TlWorkspace *ui_inspector_get_workspace (UiInspector *self);

/* What is to be seen: the section of a heading, a button in it, whether a text is said. */
GtkWidget *ui_inspector_find_section (UiInspector *self, const char *heading);
GtkWidget *ui_inspector_get_section (UiInspector *self, const char *heading);
gboolean ui_says (GtkWidget *root, const char *text);
void ui_press (GtkWidget *root, const char *label);
void ui_toggle (GtkWidget *root, TlField field, const char *label);
GtkWidget *ui_inspector_get_focus (UiInspector *self);

G_END_DECLS
