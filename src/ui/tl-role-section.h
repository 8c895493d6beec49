/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_ROLE_SECTION (tl_role_section_get_type ())
G_DECLARE_FINAL_TYPE (TlRoleSection, tl_role_section, TL, ROLE_SECTION, TlSection)

/* Whether learning can move a goal, and by how much. */

G_END_DECLS
