/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_TARGET_SECTION (tl_target_section_get_type ())
G_DECLARE_FINAL_TYPE (TlTargetSection, tl_target_section, TL, TARGET_SECTION, TlSection)

/* By which number a goal is judged. */

G_END_DECLS
