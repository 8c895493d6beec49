/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM_FINDINGS (tl_item_findings_get_type ())
G_DECLARE_FINAL_TYPE (TlItemFindings, tl_item_findings, TL, ITEM_FINDINGS, GtkWidget)

/* The findings about an item, weightiest first, of which a few stand open; and what is waived. */
void tl_item_findings_bind (TlItemFindings *self, TlSession *session, TlItem *item);
void tl_item_findings_refresh (TlItemFindings *self);

G_END_DECLS
