/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_EFFORT_SECTION (tl_effort_section_get_type ())
G_DECLARE_FINAL_TYPE (TlEffortSection, tl_effort_section, TL, EFFORT_SECTION, TlSection)

/* What a project takes, and how far its results will be shown. */

G_END_DECLS
