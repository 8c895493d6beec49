/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-rule.h"

G_BEGIN_DECLS

/* Rules as people set them: in families, each with the thresholds that it alone goes by. */
const char *tl_rule_get_family (const TlRule *rule);
const TlField *tl_rule_get_thresholds (const TlRule *rule, guint *n_thresholds);
GArray *tl_rule_list_shared_thresholds (void);

G_END_DECLS
