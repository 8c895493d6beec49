/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* The check of a document, as `throughline check` prints it. */
gboolean tl_report_wants_rule (const char *const *rules, const TlRule *rule);
GBytes *tl_report_to_json (TlAnalysis *analysis, const char *const *rules);
GBytes *tl_report_to_text (TlAnalysis *analysis, const char *const *rules);

G_END_DECLS
