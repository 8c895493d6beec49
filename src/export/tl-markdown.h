/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_markdown_append_text (GString *out, const char *text);

G_END_DECLS
