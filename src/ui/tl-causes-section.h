/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_CAUSES_SECTION (tl_causes_section_get_type ())
G_DECLARE_FINAL_TYPE (TlCausesSection, tl_causes_section, TL, CAUSES_SECTION, TlSection)

/* Why the gap of an objective is there, and what is done about each cause. */

G_END_DECLS
