/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_NOTICE (tl_notice_get_type ())
G_DECLARE_FINAL_TYPE (TlNotice, tl_notice, TL, NOTICE, GtkWidget)

/* A line across the window about the document as a whole, with up to two things to do about it.
 * Properties: "text", "revealed", "icon-name", "first-label", "first-action", "second-label",
 * "second-action", "compact" (the things to do beneath the text). */
GtkWidget *tl_notice_new (void);
void tl_notice_show (TlNotice *self, const char *text);
void tl_notice_hide (TlNotice *self);
gboolean tl_notice_is_shown (TlNotice *self);
const char *tl_notice_get_text (TlNotice *self);

G_END_DECLS
