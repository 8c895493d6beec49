/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_cli_has_command (int argc, char **argv);
int tl_cli_main (int argc, char **argv);

G_END_DECLS
