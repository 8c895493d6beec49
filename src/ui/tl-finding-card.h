/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_CARD (tl_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingCard, tl_finding_card, TL, FINDING_CARD, GtkWidget)

/* A finding about the item that is shown: what is wrong, why it matters, what to do, and a button
 * that does it. */
GtkWidget *tl_finding_card_new (TlSession *session, const TlFinding *finding, TlItem *item);

G_END_DECLS
