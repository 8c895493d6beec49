/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

typedef enum
{
  TL_CHANGE_ADD,
  TL_CHANGE_REMOVE,
  TL_CHANGE_SET,
  TL_CHANGE_MOVE,
} TlChangeType;

/* One change, as a value: it says what it needs to be applied, reverted, merged and compared. */
typedef struct
{
  TlChangeType type;
  TlItem *item; /* owned */
  TlField field;
  TlValue before;
  TlValue after;
  guint from; /* position before: remove, move */
  guint to;   /* position after: add, move */
} TlChange;

/* A labelled list of changes that are one step for undo and one signal. */
typedef struct _TlTransaction TlTransaction;

#define TL_TYPE_TRANSACTION (tl_transaction_get_type ())
GType tl_transaction_get_type (void);

TlTransaction *tl_transaction_new (const char *label, const char *merge_key);
TlTransaction *tl_transaction_ref (TlTransaction *self);
void tl_transaction_unref (TlTransaction *self);

const char *tl_transaction_get_label (TlTransaction *self);
const char *tl_transaction_get_merge_key (TlTransaction *self);
guint tl_transaction_get_n_changes (TlTransaction *self);
const TlChange *tl_transaction_get_change (TlTransaction *self, guint index);
gboolean tl_transaction_touches (TlTransaction *self, TlItem *item);
gboolean tl_transaction_touches_kind (TlTransaction *self, TlKind kind);
gboolean tl_transaction_has_removed (TlTransaction *self, TlItem *item);

void tl_transaction_append (TlTransaction *self, TlChange *change);
void tl_transaction_absorb (TlTransaction *self, TlTransaction *later);
TlTransaction *tl_transaction_invert (TlTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTransaction, tl_transaction_unref)

G_END_DECLS
