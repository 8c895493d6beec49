/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_OBJECTIVE_LIST (tl_objective_list_get_type ())
G_DECLARE_FINAL_TYPE (TlObjectiveList, tl_objective_list, TL, OBJECTIVE_LIST, GtkWidget)

/* The objectives of a goal, which of them something serves, and the way to another one. */
void tl_objective_list_bind (TlObjectiveList *self, TlSession *session, TlItem *item);
void tl_objective_list_refresh (TlObjectiveList *self);

G_END_DECLS
