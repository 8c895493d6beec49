/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-rule.h"

#include <glib/gi18n-lib.h>

#include "tl-check.h"

/* The one table of checks, in the order in which findings are listed. */
static const TlRuleRow *const families[] = {
  tl_rules_alignment, tl_rules_links,    tl_rules_goals,    tl_rules_gaps,
  tl_rules_strategy,  tl_rules_work,     tl_rules_partners, tl_rules_value,
  tl_rules_silo,      tl_rules_measures, tl_rules_plan,
};

typedef struct
{
  const char *name; /* in files and on the command line */
  const char *label;
  const char *sign;
} Severity;

static const Severity severities[TL_N_SEVERITIES] = {
  [TL_SEVERITY_HIGH] = { "high", NC_ ("severity", "High"), "▲" },
  [TL_SEVERITY_MEDIUM] = { "medium", NC_ ("severity", "Medium"), "△" },
  [TL_SEVERITY_LOW] = { "low", NC_ ("severity", "Low"), "○" },
};

/* What a source says, in a few words. */
typedef struct
{
  const char *key;
  const char *words;
} Source;

static const Source sources[] = {
  { "S1", NC_ ("practice", "Every learning project serves an objective") },
  { "S2", NC_ ("practice", "Learning is measured like every other function") },
  { "S3", NC_ ("practice", "Know the business, and speak its language") },
  { "S4", NC_ ("practice", "Listen, and propose before you are asked") },
  { "S5", NC_ ("practice", "Keep the strategy until the business moves") },
  { "S6", NC_ ("practice", "Never a bare no: point to what exists, or help") },
  { "S7", NC_ ("practice", "Add something small that nobody expects") },
  { "S8", NC_ ("practice", "Nothing is done once and then forgotten") },
  { "S9", NC_ ("practice", "Learning need not own all learning") },
  { "S10", NC_ ("practice", "Be the first to see duplication, and bring areas together") },
  { "S11", NC_ ("practice", "Know transactional, tactical and strategic work apart") },
  { "S12", NC_ ("practice", "Strategic work bears five marks") },
  { "S13", NC_ ("practice", "From goal to gap to causes, and only then to solutions") },
  { "S14", NC_ ("practice", "The right partner owns the goal, and can decide") },
  { "S15", NC_ ("practice", "Partnerships grow by access, credibility and trust") },
  { "TDRp", NC_ ("practice", "Talent Development Reporting principles") },
  { "Phillips", NC_ ("practice", "The levels of evaluation by Phillips") },
};

/**
 * tl_rule_get_row:
 * @index: number of a rule
 *
 * Returns: (transfer none) (nullable): the rule with its function; %NULL past the last one
 */
const TlRuleRow *
tl_rule_get_row (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const TlRuleRow *row = families[i]; row->rule.id != NULL; row++)
      if (index-- == 0)
        return row;
  return NULL;
}

/**
 * tl_rule_get_n_rules:
 *
 * Returns: how many rules there are
 */
guint
tl_rule_get_n_rules (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const TlRuleRow *row = families[i]; row->rule.id != NULL; row++)
      n++;
  return n;
}

/**
 * tl_rule_get:
 * @index: less than tl_rule_get_n_rules()
 *
 * Returns: (transfer none): the rule, in the order in which findings are listed
 */
const TlRule *
tl_rule_get (guint index)
{
  const TlRuleRow *row = tl_rule_get_row (index);

  g_return_val_if_fail (row != NULL, NULL);

  return &row->rule;
}

/**
 * tl_rule_find:
 * @id: (nullable): an id, such as "ALN-01"
 *
 * Returns: (transfer none) (nullable): the rule that has it
 */
const TlRule *
tl_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const TlRuleRow *row = families[i]; row->rule.id != NULL; row++)
      if (g_strcmp0 (row->rule.id, id) == 0)
        return &row->rule;
  return NULL;
}

/**
 * tl_rule_get_title:
 * @rule: a rule
 *
 * Returns: (transfer none): what it finds, in a few words, translated
 */
const char *
tl_rule_get_title (const TlRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return _ (rule->title);
}

/**
 * tl_rule_get_why:
 * @rule: a rule
 *
 * Returns: (transfer none): why that matters, in a sentence, translated
 */
const char *
tl_rule_get_why (const TlRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return _ (rule->why);
}

/**
 * tl_rule_get_remedy:
 * @rule: a rule
 *
 * Returns: (transfer none): what to do about it in general, in a sentence, translated; a finding
 * may know better
 */
const char *
tl_rule_get_remedy (const TlRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return _ (rule->remedy);
}

/**
 * tl_rule_get_practice:
 * @rule: a rule
 *
 * Returns: (transfer none) (nullable): what the practice or the method says that @rule rests on, in
 *   a few words, translated
 */
const char *
tl_rule_get_practice (const TlRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].key, rule->source))
      return g_dpgettext2 (GETTEXT_PACKAGE, "practice", sources[i].words);
  return NULL;
}

/**
 * tl_rule_get_fix:
 * @rule: a rule
 * @index: less than %TL_RULE_MAX_FIXES
 *
 * Returns: a way to mend what @rule finds, those that are to be preferred first; %TL_FIX_NONE past
 * the last
 */
TlRuleFix
tl_rule_get_fix (const TlRule *rule, guint index)
{
  TlRuleFix none = { TL_FIX_NONE, 0 };

  g_return_val_if_fail (rule != NULL && index < TL_RULE_MAX_FIXES, none);

  if (index > 0)
    return rule->more[index - 1];
  return (TlRuleFix) { rule->fix, rule->field };
}

/**
 * tl_severity_get_name:
 * @severity: a severity
 *
 * Returns: (transfer none): "high", "medium" or "low", as files and the command line have it
 */
const char *
tl_severity_get_name (TlSeverity severity)
{
  g_return_val_if_fail (severity < TL_N_SEVERITIES, NULL);

  return severities[severity].name;
}

/**
 * tl_severity_get_label:
 * @severity: a severity
 *
 * Returns: (transfer none): its name for people, translated, with a capital
 */
const char *
tl_severity_get_label (TlSeverity severity)
{
  g_return_val_if_fail (severity < TL_N_SEVERITIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", severities[severity].label);
}

/**
 * tl_severity_get_sign:
 * @severity: a severity
 *
 * Returns: (transfer none): a shape that tells it without colour
 */
const char *
tl_severity_get_sign (TlSeverity severity)
{
  g_return_val_if_fail (severity < TL_N_SEVERITIES, NULL);

  return severities[severity].sign;
}

/**
 * tl_severity_parse:
 * @name: (nullable): name of a severity
 * @severity: (out): the severity of that name
 *
 * Returns: whether there is one
 */
gboolean
tl_severity_parse (const char *name, TlSeverity *severity)
{
  for (TlSeverity i = 0; i < TL_N_SEVERITIES; i++)
    if (g_strcmp0 (severities[i].name, name) == 0)
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}
