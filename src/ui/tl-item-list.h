/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM_LIST (tl_item_list_get_type ())
G_DECLARE_FINAL_TYPE (TlItemList, tl_item_list, TL, ITEM_LIST, GtkWidget)

/* What there is to say of an item of the list, translated and owned by the caller; NULL for
 * nothing. */
typedef char *(*TlItemWordsFunc) (TlSession *session, TlItem *item);

/* Links to some items. However many there are, only some are shown until more are asked for. */
void tl_item_list_show (TlItemList *self,
                        TlSession *session,
                        TlItem *owner,
                        GPtrArray *items,
                        TlItemWordsFunc words);

GPtrArray *tl_item_collect_referrers (TlItem *item, TlField field);
GPtrArray *tl_item_collect_targets (TlItem *item, TlField field);

G_END_DECLS
