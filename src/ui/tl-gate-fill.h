/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-gate.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* How a step of the discovery gate is filled in, wherever it is shown. */
const char *tl_gate_fill_get_label (TlGateStep step);
void tl_gate_fill (GtkWidget *widget, TlSession *session, TlItem *project, TlGateStep step);

G_END_DECLS
