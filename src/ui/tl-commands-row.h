/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "tl-session.h"

G_BEGIN_DECLS

/* Adds rows to the register of a kind, in a transaction that has begun. Many rows in a row cost no
 * more each than one does. */
typedef struct
{
  TlSession *session; /* borrowed */
  TlKind kind;
  double last_priority; /* of the goals; NAN until it is looked for */
} TlRowMaker;

#define TL_ROW_MAKER_INIT(session, kind) ((TlRowMaker) { (session), (kind), (double) NAN })

gboolean tl_kind_needs_title (TlKind kind);
TlItem *tl_row_maker_add (TlRowMaker *self);
TlItem *tl_command_add_row (TlSession *session, TlKind kind);

G_END_DECLS
