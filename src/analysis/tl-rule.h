/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"
#include "tl-figures.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SEVERITY_HIGH,
  TL_SEVERITY_MEDIUM,
  TL_SEVERITY_LOW,
  TL_N_SEVERITIES,
} TlSeverity;

/* What one click can do about a finding. */
typedef enum
{
  TL_FIX_NONE,
  TL_FIX_LINK,      /* link the project to an objective */
  TL_FIX_EDIT,      /* set the field */
  TL_FIX_FILL,      /* set the field, where it is not recorded; a rating also where it is low */
  TL_FIX_STOP,      /* stop the project */
  TL_FIX_OBJECTIVE, /* write the objective; with the field of its level, one that is high enough */
  TL_FIX_ANALYSIS,  /* take the project back to analysis */
  TL_FIX_ADD,       /* add what the field is of: an outcome measure, a goal of learning's own */
  TL_FIX_COMPARE,   /* put the two side by side, where something can be done about both */
} TlFix;

/* A way to mend a finding, and the field that it needs. */
typedef struct
{
  TlFix fix;
  TlField field;
} TlRuleFix;

#define TL_RULE_MAX_FIXES 4

/* A row of the table of checks. Texts are for the accessor functions, which translate. */
typedef struct
{
  const char *id; /* "ALN-01" */
  const char *title;
  const char *why;
  const char *remedy;
  const char *source; /* key of the practice, or the name of the method it rests on */
  TlSeverity severity;
  TlFix fix;                             /* what is advised first */
  TlField field;                         /* with TL_FIX_EDIT, TL_FIX_FILL and TL_FIX_ADD */
  TlRuleFix more[TL_RULE_MAX_FIXES - 1]; /* what else helps, the better way first */
  gboolean is_private; /* rests on private fields: not for papers that leave the owner's hands */
} TlRule;

guint tl_rule_get_n_rules (void);
const TlRule *tl_rule_get (guint index);
const TlRule *tl_rule_find (const char *id);
const char *tl_rule_get_title (const TlRule *rule);
const char *tl_rule_get_why (const TlRule *rule);
const char *tl_rule_get_remedy (const TlRule *rule);
const char *tl_rule_get_practice (const TlRule *rule);
TlRuleFix tl_rule_get_fix (const TlRule *rule, guint index);

const char *tl_severity_get_name (TlSeverity severity);
const char *tl_severity_get_label (TlSeverity severity);
const char *tl_severity_get_sign (TlSeverity severity);
gboolean tl_severity_parse (const char *name, TlSeverity *severity);

G_END_DECLS
