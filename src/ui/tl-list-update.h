/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What tells two objects that stand for the same thing. */
typedef const char *(*TlKeyFunc) (gpointer object);

/* Brings the older of two such objects up to date; the newer one is let go. */
typedef void (*TlTakeOverFunc) (gpointer older, gpointer newer);

void
tl_list_update (GListStore *list, GListModel *wanted, TlKeyFunc get_key, TlTakeOverFunc take_over);

G_END_DECLS
