/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* A workspace as text, so that two states can be compared, and a difference be read. */
char *dump_value (const TlValue *value);
char *dump_workspace (TlWorkspace *workspace);

/* Every item knows its place, and exactly those who refer to it. */
void dump_assert_indices (TlWorkspace *workspace);

G_END_DECLS
