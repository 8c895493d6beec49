/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_FORM (tl_field_form_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldForm, tl_field_form, TL, FIELD_FORM, GtkWidget)

/* All fields of one kind, as the table of the schema has them; one form serves every item of its
 * kind. */
GtkWidget *tl_field_form_new (TlKind kind);
void tl_field_form_bind (TlFieldForm *self, TlSession *session, TlItem *item);
void tl_field_form_refresh (TlFieldForm *self);
GtkWidget *tl_field_form_open_at (TlFieldForm *self, TlField field);

G_END_DECLS
