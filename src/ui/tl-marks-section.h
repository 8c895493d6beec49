/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_MARKS_SECTION (tl_marks_section_get_type ())
G_DECLARE_FINAL_TYPE (TlMarksSection, tl_marks_section, TL, MARKS_SECTION, TlSection)

/* The five marks of strategic work, and what they make of a project. */

G_END_DECLS
