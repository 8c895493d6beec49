/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_WORKSPACE_SECTION (tl_workspace_section_get_type ())
G_DECLARE_FINAL_TYPE (TlWorkspaceSection, tl_workspace_section, TL, WORKSPACE_SECTION, TlSection)

/* The plan as a whole: its period, what is in it, how complete it is. */

G_END_DECLS
