/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_ADDRESSED_SECTION (tl_addressed_section_get_type ())
G_DECLARE_FINAL_TYPE (TlAddressedSection, tl_addressed_section, TL, ADDRESSED_SECTION, TlSection)

/* The causes that a project addresses. */

G_END_DECLS
