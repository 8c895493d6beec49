/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Whether numbers are now printed with a decimal comma. */
gboolean comma_locale_enter (void);
void comma_locale_leave (void);
