/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people type them. */
gboolean
tl_number_parse (const char *text, const char *unit, char radix, double *number, GError **error);

G_END_DECLS
