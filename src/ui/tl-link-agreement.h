/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_LINK_AGREEMENT (tl_link_agreement_get_type ())
G_DECLARE_FINAL_TYPE (TlLinkAgreement, tl_link_agreement, TL, LINK_AGREEMENT, GtkWidget)

/* Whether a link is agreed, by whom and when, in a line that opens. */
void tl_link_agreement_bind (TlLinkAgreement *self, TlSession *session, TlItem *link);
void tl_link_agreement_refresh (TlLinkAgreement *self);

G_END_DECLS
