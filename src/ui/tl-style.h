/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-theme.h"

G_BEGIN_DECLS

const TlTheme *tl_style_get_theme (void);
void tl_style_connect (gpointer object, GCallback changed);

G_END_DECLS
