/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* A project and the days of it that go to a goal. */
typedef struct
{
  TlItem *project; /* borrowed */
  double days;
} TlEffortPart;

/* What the effort of a goal is made of. */
GArray *tl_effort_list_parts (TlAlignment *alignment, TlItem *goal);

G_END_DECLS
