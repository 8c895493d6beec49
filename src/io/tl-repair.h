/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-json-span.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/* Something in a file that was left out because it cannot be, and that the user is told of. */
typedef struct
{
  TlJsonPlace place; /* of the value in the file */
  char *item_id;     /* empty for the workspace itself and its settings */
  TlField field;     /* TL_N_FIELDS when it is about a whole member */
  char *sentence;    /* for people, translated */
} TlRepair;

TlRepair *
tl_repair_new (TlJsonPlace place, const char *item_id, TlField field, const char *sentence);
void tl_repair_free (TlRepair *self);
char *tl_repair_dup_message (const TlRepair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRepair, tl_repair_free)

G_END_DECLS
