/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

/* For the workspace alone, which is the only mutator. */

typedef struct
{
  TlItem *item; /* borrowed: a referrer leaves the list before it leaves the workspace */
  TlField field;
} TlReferrer;

TlItem *tl_item_new (TlKind kind, const char *id);
void tl_item_attach (TlItem *self, TlWorkspace *workspace, guint position);
void tl_item_detach (TlItem *self);
guint tl_item_get_position_hint (TlItem *self);
void tl_item_set_position_hint (TlItem *self, guint position);
void tl_item_put_value (TlItem *self, TlField field, const TlValue *value, guint64 revision);
void tl_item_add_referrer (TlItem *self, TlItem *referrer, TlField field);
void tl_item_remove_referrer (TlItem *self, TlItem *referrer, TlField field);

G_END_DECLS
