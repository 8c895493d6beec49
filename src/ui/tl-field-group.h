/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_GROUP (tl_field_group_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldGroup, tl_field_group, TL, FIELD_GROUP, GtkWidget)

/* The fields of one kind that belong together, under a heading that opens and closes. Editors are
 * made when they are first seen. */
GtkWidget *tl_field_group_new (TlKind kind, TlGroup group);
gboolean tl_field_group_has (TlFieldGroup *self, TlField field);
void tl_field_group_bind (TlFieldGroup *self, TlSession *session, TlItem *item);
void tl_field_group_refresh (TlFieldGroup *self);
GtkWidget *tl_field_group_open_at (TlFieldGroup *self, TlField field);

G_END_DECLS
