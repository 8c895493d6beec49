/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_GAP_SECTION (tl_gap_section_get_type ())
G_DECLARE_FINAL_TYPE (TlGapSection, tl_gap_section, TL, GAP_SECTION, TlSection)

/* What should happen and what does, side by side. */

G_END_DECLS
