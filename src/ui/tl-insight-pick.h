/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

void tl_insight_pick (GtkWidget *parent, TlSession *session, TlItem *insight, gboolean is_used);

G_END_DECLS
