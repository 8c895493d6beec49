/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_PERSON_SECTION (tl_person_section_get_type ())
G_DECLARE_FINAL_TYPE (TlPersonSection, tl_person_section, TL, PERSON_SECTION, TlSection)

/* What kind of partner a person is. All of it is private. */

G_END_DECLS
