/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_GATE_SECTION (tl_gate_section_get_type ())
G_DECLARE_FINAL_TYPE (TlGateSection, tl_gate_section, TL, GATE_SECTION, TlSection)

/* What has to be known of a project before a solution is named, and the way there. */

G_END_DECLS
