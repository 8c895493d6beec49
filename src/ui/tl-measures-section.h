/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURES_SECTION (tl_measures_section_get_type ())
G_DECLARE_FINAL_TYPE (TlMeasuresSection, tl_measures_section, TL, MEASURES_SECTION, TlSection)

/* The measures of a goal, an objective or a project, and how they stand. */

G_END_DECLS
