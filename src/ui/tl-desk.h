/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_DESK (tl_desk_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlDesk, tl_desk, TL, DESK, GtkWidget)

/**
 * TlDeskClass:
 * @refresh: shows the document as it stands; there may be no session
 *
 * A place where one part of the practice is done. It shows a session, and is refreshed after each
 * change while somebody looks at it, and when somebody looks at it again. Property: "session".
 */
struct _TlDeskClass
{
  GtkWidgetClass parent_class;

  void (*refresh) (TlDesk *self);
};

TlSession *tl_desk_get_session (TlDesk *self);
void tl_desk_set_session (TlDesk *self, TlSession *session);

G_END_DECLS
