/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pack.h"

G_BEGIN_DECLS

/* What the leaders are asked for. */
typedef struct
{
  char *text;
  char *detail;   /* who and when, or what to do */
  char *examples; /* (nullable): titles of what it is about */
} TlAsk;

GPtrArray *tl_pack_list_asks (const TlPack *pack);

G_END_DECLS
