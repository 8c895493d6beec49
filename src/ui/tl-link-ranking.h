/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What an item could be linked to, most promising first, and why it stands where it does. */
typedef struct
{
  TlItem *item; /* owned */
  double score;
  char *reason; /* translated, “nothing serves it yet · shares “managers””; may be empty */
} TlLinkCandidate;

GPtrArray *tl_link_ranking_new (TlSession *session, TlItem *item);

G_END_DECLS
