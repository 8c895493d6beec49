/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_SHARE_SECTION (tl_share_section_get_type ())
G_DECLARE_FINAL_TYPE (TlShareSection, tl_share_section, TL, SHARE_SECTION, TlSection)

/* How much of the effort goes to a goal, against its weight. */

G_END_DECLS
