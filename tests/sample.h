/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-workspace.h"

G_BEGIN_DECLS

/* Workspaces for tests. The reader knows no more than the table of kinds and fields, and takes only
 * documents that are right. */

TlWorkspace *sample_read (JsonNode *document);
TlWorkspace *sample_read_text (const char *text);
JsonNode *sample_load_data (const char *name);

G_END_DECLS
