/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"

G_BEGIN_DECLS

/* A graph in the language of Graphviz, one edge a line. The column of a node is told by the first
 * letter of its name: g for goals, o for objectives, p for projects. */

char *gv_write (const TlLayoutGraph *graph);
TlLayoutGraph *gv_read (const char *path, const char *drawing_path, GError **error);

G_END_DECLS
