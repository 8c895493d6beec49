/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

/* Workspaces of chance, made from the tables, so that a new field is tested without a new line.
 * Chance comes from the seed of the test program. */

TlWorkspace *random_workspace_new (guint n_items_per_kind);
void random_workspace_edit (TlWorkspace *workspace);
void assert_same_workspace (TlWorkspace *a, TlWorkspace *b);
