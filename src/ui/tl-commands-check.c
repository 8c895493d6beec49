/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-check.h"

#include <glib/gi18n-lib.h>

static const char *const *
get_rules_off (TlSession *session)
{
  TlItem *settings = tl_workspace_get_settings (tl_session_get_workspace (session));

  return tl_item_get_words (settings, TL_SETTINGS_RULES_OFF);
}

/* The ids that are to be off, each once. Those of rules that this version does not know stay. */
static GStrv
dup_rules_off (TlSession *session, const TlRule *rule, gboolean is_on)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (const char *const *id = get_rules_off (session); *id != NULL; id++)
    if (!g_str_equal (*id, rule->id))
      g_strv_builder_add (ids, *id);
  if (!is_on)
    g_strv_builder_add (ids, rule->id);
  return g_strv_builder_end (ids);
}

/**
 * tl_rule_is_on:
 * @session: a session
 * @rule: a rule
 *
 * Returns: whether the plan is checked by @rule
 */
gboolean
tl_rule_is_on (TlSession *session, const TlRule *rule)
{
  g_return_val_if_fail (TL_IS_SESSION (session) && rule != NULL, FALSE);

  return !g_strv_contains (get_rules_off (session), rule->id);
}

/**
 * tl_rules_count_off:
 * @session: a session
 *
 * Returns: how many rules are switched off
 */
guint
tl_rules_count_off (TlSession *session)
{
  guint n = 0;

  g_return_val_if_fail (TL_IS_SESSION (session), 0);

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    n += tl_rule_is_on (session, tl_rule_get (i)) ? 0 : 1;
  return n;
}

/**
 * tl_command_switch_rule:
 * @session: a session
 * @rule: a rule
 * @is_on: whether the plan is to be checked by it
 * @error: return location when the document is read-only
 *
 * Returns: whether @rule is on or off now, as wanted
 */
gboolean
tl_command_switch_rule (TlSession *session, const TlRule *rule, gboolean is_on, GError **error)
{
  g_auto (GStrv) ids = NULL;
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session) && rule != NULL, FALSE);

  if (tl_rule_is_on (session, rule) == is_on)
    return TRUE;
  workspace = tl_session_get_workspace (session);
  ids = dup_rules_off (session, rule, is_on);
  tl_workspace_begin (workspace,
                      is_on ? C_ ("undo", "Switch Check On") : C_ ("undo", "Switch Check Off"));
  taken = tl_workspace_set_words (workspace, tl_workspace_get_settings (workspace),
                                  TL_SETTINGS_RULES_OFF, (const char *const *) ids, error);
  tl_workspace_commit (workspace);
  return taken;
}

/**
 * tl_command_reset_setting:
 * @session: a session
 * @field: one of the settings
 * @error: return location when the document is read-only
 *
 * Returns: whether the default holds now
 */
gboolean
tl_command_reset_setting (TlSession *session, TlField field, GError **error)
{
  g_autofree char *label = NULL;
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_kind_has_field (TL_KIND_SETTINGS, field), FALSE);

  workspace = tl_session_get_workspace (session);
  /* Translators: the name of a setting, such as “Weak Links Matter From”. */
  label = g_strdup_printf (C_ ("undo", "Reset %s"), tl_field_get_label (field));
  tl_workspace_begin (workspace, label);
  taken = tl_workspace_set (workspace, tl_workspace_get_settings (workspace), field, &TL_VALUE_INIT,
                            error);
  tl_workspace_commit (workspace);
  return taken;
}
