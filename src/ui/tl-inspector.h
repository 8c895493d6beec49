/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_INSPECTOR (tl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TlInspector, tl_inspector, TL, INSPECTOR, GtkWidget)

/* What is selected: what it serves and how, its findings, its fields. Nothing selected: the
 * workspace. */
GtkWidget *tl_inspector_new (void);
void tl_inspector_set_session (TlInspector *self, TlSession *session);
void tl_inspector_follow (TlInspector *self);
void tl_inspector_focus_field (TlInspector *self, TlField field);
gboolean tl_inspector_go_back (TlInspector *self);

G_END_DECLS
