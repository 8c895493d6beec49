/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

/* Asks why a project is to go through the discovery gate while it is shut, and lets it through
 * with an answer. */
typedef void (*TlGateFunc) (GtkWidget *widget);

void tl_gate_ask (GtkWidget *widget,
                  TlSession *session,
                  TlItem *project,
                  TlField field,
                  const TlValue *value,
                  TlGateFunc done);

G_END_DECLS
