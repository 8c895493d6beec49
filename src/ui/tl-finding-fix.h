/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

/* What one click does about a finding: in words, and in deed. */
char *tl_finding_fix_dup_label (TlAlignment *alignment, const TlRule *rule, TlItem *item);
void tl_finding_fix_run (GtkWidget *widget, TlSession *session, const TlRule *rule, TlItem *item);

G_END_DECLS
