/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Saved views: ways to look at the document that are kept with it. @place is one of
 * TlChoiceOfPLACE_OF_VIEW, or TL_CHOICE_NONE where the look goes with every view. To rename and to
 * delete one, the commands for all items serve. */
TlItem *tl_command_save_view (TlSession *session, const char *title, int place);
gboolean tl_command_update_view (TlSession *session, TlItem *view, int place);

/* Not an edit: looks at the document as @view says. */
void tl_view_show (TlSession *session, TlItem *view);
char *tl_view_dup_proposed_title (TlSession *session);
char *tl_view_dup_summary (TlItem *view);

G_END_DECLS
