/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The member names of all objects that are open at one moment of a scan. */
typedef struct _TlJsonNames TlJsonNames;

TlJsonNames *tl_json_names_new (const char *text);
void tl_json_names_free (TlJsonNames *self);

guint tl_json_names_get_count (const TlJsonNames *self);
gboolean tl_json_names_add (TlJsonNames *self, guint depth, gsize start, gsize length);
void tl_json_names_drop (TlJsonNames *self, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonNames, tl_json_names_free)

G_END_DECLS
