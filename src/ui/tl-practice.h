/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_PRACTICE (tl_practice_get_type ())
G_DECLARE_FINAL_TYPE (TlPractice, tl_practice, TL, PRACTICE, GtkWidget)

/* The desks of a strategic partner, one in sight at a time. A desk is a TlDesk that is a page of
 * the template, with a row of the table in tl-practice.c. Properties: "session", "desk" (the name
 * of the one in sight). */
GtkWidget *tl_practice_new (void);
void tl_practice_set_session (TlPractice *self, TlSession *session);
const char *tl_practice_get_desk (TlPractice *self);
void tl_practice_set_desk (TlPractice *self, const char *name);
void tl_practice_compare (TlPractice *self, const char *id, const char *other);

G_END_DECLS
