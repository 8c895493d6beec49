/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-part.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* What a desk of figures says. */
typedef struct
{
  char *headline; /* the conclusion, in a sentence */
  char *text;     /* (nullable): what it rests on */
  TlPart *root;   /* of the tree */
} TlParts;

typedef TlParts (*TlPartsFunc) (TlSession *session);

TlParts tl_parts_of_discovery (TlSession *session);
TlParts tl_parts_of_mix (TlSession *session);
TlParts tl_parts_of_effort (TlSession *session);
TlParts tl_parts_of_insights (TlSession *session);
TlParts tl_parts_of_partners (TlSession *session);
TlParts tl_parts_of_requests (TlSession *session);
TlPart *tl_parts_new_topic (const TlFinding *finding);
void tl_parts_clear (TlParts *self);

G_END_DECLS
