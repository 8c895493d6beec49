/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-menu.h"

#include <glib/gi18n-lib.h>

#include "tl-finding-fix.h"

/* A title that people have typed is no mnemonic. */
static char *
escape (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_fixes (GMenu *menu, TlSession *session, const TlFinding *finding)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autoptr (GPtrArray) fixes = tl_finding_list_fixes (alignment, finding);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < fixes->len; i++)
    {
      g_autofree char *label = tl_finding_fix_dup_label (alignment, fixes->pdata[i]);
      g_autofree char *escaped = escape (label);
      g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

      g_menu_item_set_action_and_target (item, "findings.fix", "u", i);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_waiver (GMenu *menu, TlFindingNode *node)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (tl_finding_node_get_waiver (node) != NULL)
    g_menu_append (section, C_ ("menu", "_End the Waiver"), "findings.end-waiver");
  else
    g_menu_append (section, C_ ("menu", "_Waive…"), "findings.waive");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_rest (GMenu *menu, TlFindingNode *node, gboolean is_editable)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (tl_finding_node_get_item (node) != NULL)
    g_menu_append (section, C_ ("menu", "_Show It"), "findings.show");
  if (tl_finding_node_get_rule (node) != NULL && is_editable)
    g_menu_append (section, C_ ("menu", "Switch This _Check Off"), "findings.switch-off");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * tl_finding_menu_new:
 * @session: the session
 * @node: a node that is no group
 *
 * Returns: (transfer full): what can be done about it: first what mends it, the better ways first,
 *   then waiving it or ending its waiver, then what is about the item and the check
 */
GMenuModel *
tl_finding_menu_new (TlSession *session, TlFindingNode *node)
{
  GMenu *menu = g_menu_new ();
  gboolean is_editable = tl_session_is_editable (session);
  const TlFinding *finding = tl_finding_node_get_finding (node);

  if (is_editable && finding != NULL && finding->waiver == NULL)
    append_fixes (menu, session, finding);
  if (is_editable)
    append_waiver (menu, node);
  append_rest (menu, node, is_editable);
  return G_MENU_MODEL (menu);
}
