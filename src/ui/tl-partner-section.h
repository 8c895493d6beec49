/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-section.h"

G_BEGIN_DECLS

#define TL_TYPE_PARTNER_SECTION (tl_partner_section_get_type ())
G_DECLARE_FINAL_TYPE (TlPartnerSection, tl_partner_section, TL, PARTNER_SECTION, TlSection)

/* Who stands behind a project or a goal, and how good a partner that is. */
GtkWidget *tl_partner_section_new (TlKind kind);

G_END_DECLS
