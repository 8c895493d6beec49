/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDINGS_PANEL (tl_findings_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingsPanel, tl_findings_panel, TL, FINDINGS_PANEL, GtkWidget)

/* What the checks have found: a card for each rule that opens to its findings, and those that are
 * waived apart; what can be done about each, and what of them to show. */
GtkWidget *tl_findings_panel_new (void);
void tl_findings_panel_set_session (TlFindingsPanel *self, TlSession *session);

G_END_DECLS
