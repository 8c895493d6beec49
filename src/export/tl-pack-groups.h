/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pack.h"

G_BEGIN_DECLS

/* Findings of one rule and one severity, what weighs most first. */
typedef struct
{
  const TlRule *rule;
  TlSeverity severity;
  GPtrArray *findings;   /* of TlFinding, borrowed */
  gboolean is_explained; /* the same rule stands above with another severity */
} TlPackGroup;

GPtrArray *tl_pack_list_groups (const TlPack *pack);

G_END_DECLS
