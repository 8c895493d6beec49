/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-views-menu.h"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"

/* Labels of menus take an underscore for the mark of an access key. */
static char *
dup_label (TlItem *view)
{
  g_autofree char *name = tl_item_dup_name (view);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
make_views (TlWorkspace *workspace)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_VIEW); i++)
    {
      TlItem *view = tl_workspace_get_item (workspace, TL_KIND_VIEW, i);
      g_autofree char *label = dup_label (view);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.show-saved-view", "s", tl_item_get_id (view));
      g_menu_append_item (section, item);
    }
  return section;
}

static GMenu *
make_actions (TlWorkspace *workspace)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, C_ ("menu", "_Save This View…"), "win.save-view");
  if (tl_workspace_get_n_items (workspace, TL_KIND_VIEW) > 0)
    g_menu_append (section, C_ ("menu", "_Manage Views…"), "win.manage-views");
  return section;
}

static gboolean
is_same (GMenuModel *a, GMenuModel *b)
{
  if (g_menu_model_get_n_items (a) != g_menu_model_get_n_items (b))
    return FALSE;
  for (int i = 0; i < g_menu_model_get_n_items (a); i++)
    {
      g_autoptr (GVariant) label_a = g_menu_model_get_item_attribute_value (a, i, "label", NULL);
      g_autoptr (GVariant) label_b = g_menu_model_get_item_attribute_value (b, i, "label", NULL);
      g_autoptr (GVariant) id_a = g_menu_model_get_item_attribute_value (a, i, "target", NULL);
      g_autoptr (GVariant) id_b = g_menu_model_get_item_attribute_value (b, i, "target", NULL);

      if (!g_variant_equal (label_a, label_b) || !g_variant_equal (id_a, id_b))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_views_menu_fill:
 * @menu: a menu that belongs to this list alone
 * @workspace: a workspace
 *
 * Makes the menu a list of the saved views, and of what can be done with them. One that is right
 * already is left alone, because it may be open.
 */
void
tl_views_menu_fill (GMenu *menu, TlWorkspace *workspace)
{
  g_autoptr (GMenu) views = make_views (workspace);
  g_autoptr (GMenu) actions = make_actions (workspace);
  g_autoptr (GMenuModel) before = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    before = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
  if (before != NULL && is_same (before, G_MENU_MODEL (views)))
    return;
  g_menu_remove_all (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (actions));
}
