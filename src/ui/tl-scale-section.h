/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_SCALE_SECTION (tl_scale_section_get_type ())
G_DECLARE_FINAL_TYPE (TlScaleSection, tl_scale_section, TL, SCALE_SECTION, TlSection)

/* What becomes of a project after its first time, and its unexpected extra. */

G_END_DECLS
