/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* Which findings are wanted: of some severities, and with some words in them. */
typedef struct
{
  GStrv words;      /* owned, folded; NULL: any */
  guint severities; /* bits of 1 << TlSeverity; 0: any */
} TlFindingFilter;

void tl_finding_filter_clear (TlFindingFilter *self);
void tl_finding_filter_set_text (TlFindingFilter *self, const char *text);
gboolean tl_finding_filter_is_empty (const TlFindingFilter *self);
gboolean tl_finding_filter_takes_severity (const TlFindingFilter *self, TlSeverity severity);
gboolean tl_finding_filter_takes_finding (const TlFindingFilter *self, const TlFinding *finding);
gboolean tl_finding_filter_takes_waiver (const TlFindingFilter *self, TlItem *waiver);

G_END_DECLS
