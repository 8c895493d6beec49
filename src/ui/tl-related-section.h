/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_RELATED_SECTION (tl_related_section_get_type ())
G_DECLARE_FINAL_TYPE (TlRelatedSection, tl_related_section, TL, RELATED_SECTION, TlSection)

/* What refers to an item, or what it refers to, in one respect. It hides when that is nothing. */
GPtrArray *tl_related_sections_new (TlKind kind);

G_END_DECLS
