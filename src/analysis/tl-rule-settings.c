/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-rule-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_THRESHOLDS 3
/* As in "ALN-01". */
#define FAMILY_LENGTH 3

typedef struct
{
  const char *prefix;
  const char *label;
} Family;

typedef struct
{
  const char *rule;
  guint n_fields;
  TlField fields[MAX_THRESHOLDS];
} Thresholds;

static const Family families[] = {
  { "ALN", NC_ ("family of checks", "Alignment") },
  { "GOL", NC_ ("family of checks", "Goals and Objectives") },
  { "WRK", NC_ ("family of checks", "Kinds of Work") },
  { "PRT", NC_ ("family of checks", "Partners") },
  { "VAL", NC_ ("family of checks", "Value") },
  { "MEA", NC_ ("family of checks", "Measures") },
  { "PLN", NC_ ("family of checks", "Plan") },
};

static const Thresholds thresholds[] = {
  { "ALN-04", 1, { TL_SETTINGS_WEAK_DAYS } },
  { "ALN-09", 1, { TL_SETTINGS_EFFORT_GAP } },
  { "ALN-10", 1, { TL_SETTINGS_LATE_LINK } },
  { "ALN-12", 1, { TL_SETTINGS_CONTRIBUTION_LIMIT } },
  { "GOL-03", 3, { TL_SETTINGS_MAX_GOALS, TL_SETTINGS_MAX_OBJECTIVES, TL_SETTINGS_MAX_PER_GOAL } },
  { "GOL-04", 1, { TL_SETTINGS_MIN_LEVEL } },
  { "WRK-01", 1, { TL_SETTINGS_STRATEGIC_MARKS } },
  { "WRK-02", 1, { TL_SETTINGS_SOLUTION_DAYS } },
  { "WRK-03", 2, { TL_SETTINGS_STRATEGIC_SHARE, TL_SETTINGS_TRANSACTIONAL_SHARE } },
  { "WRK-04", 1, { TL_SETTINGS_REQUEST_SHARE } },
  { "PRT-03", 1, { TL_SETTINGS_PARTNER_FLOOR } },
  { "PRT-04", 1, { TL_SETTINGS_QUIET_WEIGHT } },
  { "VAL-02", 1, { TL_SETTINGS_DUPLICATE_SCORE } },
  { "VAL-04", 1, { TL_SETTINGS_LOW_USE } },
  { "VAL-06", 1, { TL_SETTINGS_REQUEST_DAYS } },
  { "MEA-02", 1, { TL_SETTINGS_EVALUATION_DAYS } },
  { "PLN-01", 1, { TL_SETTINGS_REVIEW_DAYS } },
};

static gboolean
is_of_a_rule (TlField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    for (guint j = 0; j < thresholds[i].n_fields; j++)
      if (thresholds[i].fields[j] == field && tl_rule_find (thresholds[i].rule) != NULL)
        return TRUE;
  return FALSE;
}

/**
 * tl_rule_get_family:
 * @rule: a rule
 *
 * Returns: (transfer none): what the rules of its kind are about, translated, in header capitals
 */
const char *
tl_rule_get_family (const TlRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strncmp (rule->id, families[i].prefix, FAMILY_LENGTH) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "family of checks", families[i].label);
  return C_ ("family of checks", "Others");
}

/**
 * tl_rule_get_thresholds:
 * @rule: a rule
 * @n_thresholds: (out): how many there are
 *
 * Returns: (array length=n_thresholds) (transfer none) (nullable): the settings that only @rule
 *   goes by
 */
const TlField *
tl_rule_get_thresholds (const TlRule *rule, guint *n_thresholds)
{
  g_return_val_if_fail (rule != NULL && n_thresholds != NULL, NULL);

  *n_thresholds = 0;
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    if (g_str_equal (thresholds[i].rule, rule->id))
      {
        *n_thresholds = thresholds[i].n_fields;
        return thresholds[i].fields;
      }
  return NULL;
}

/**
 * tl_rule_list_shared_thresholds:
 *
 * Returns: (transfer full) (element-type TlField): the numbers among the settings that are not of
 *   one rule, in the order of the schema
 */
GArray *
tl_rule_list_shared_thresholds (void)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (TlField));
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (TL_KIND_SETTINGS, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (tl_field_get_form (fields[i]) == TL_VALUE_NUMBER && !is_of_a_rule (fields[i]))
      g_array_append_val (shared, fields[i]);
  return shared;
}
