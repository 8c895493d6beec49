/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-findings-panel.h"

#include <glib/gi18n.h>

#include "tl-finding-node.h"
#include "tl-finding-row.h"

struct _TlFindingsPanel
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;
  GListStore *groups;

  /* Template. */
  GtkStack *pages;
  GtkLabel *count;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (TlFindingsPanel, tl_findings_panel, GTK_TYPE_WIDGET)

static void
show_count (TlFindingsPanel *self, guint n_open, guint n_waived)
{
  g_autofree char *open_text
      = g_strdup_printf (ngettext ("%u open finding", "%u open findings", n_open), n_open);
  g_autofree char *waived_text
      = g_strdup_printf (ngettext ("%u waived", "%u waived", n_waived), n_waived);
  /* Translators: how many findings are open, and how many are waived. */
  g_autofree char *both = g_strdup_printf (C_ ("findings", "%1$s · %2$s"), open_text, waived_text);

  gtk_label_set_label (self->count, n_waived > 0 ? both : open_text);
}

static void
update (TlFindingsPanel *self)
{
  TlAnalysis *analysis = tl_session_get_analysis (self->session);
  guint n_open = tl_analysis_get_n_findings (analysis);
  guint n_waived = tl_analysis_get_n_waived (analysis);

  tl_finding_nodes_update (self->groups, analysis);
  show_count (self, n_open, n_waived);
  gtk_stack_set_visible_child_name (self->pages, n_open + n_waived > 0 ? "findings" : "nothing");
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = tl_finding_node_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_finding_row_new ());
}

static void
bind_cb (TlFindingsPanel *self, GtkListItem *item)
{
  tl_finding_row_bind (TL_FINDING_ROW (gtk_list_item_get_child (item)), self->session,
                       gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_finding_row_unbind (TL_FINDING_ROW (gtk_list_item_get_child (item)));
}

static void
activate_cb (TlFindingsPanel *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (TlFindingNode) node = gtk_tree_list_row_get_item (row);
  const TlFinding *finding = tl_finding_node_get_finding (node);

  if (tl_finding_node_is_group (node))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (finding->n_items > 0)
    tl_session_reveal (self->session, finding->items[0]);
  else
    tl_selection_clear (tl_session_get_selection (self->session));
}

static void
set_up_list (TlFindingsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->groups)),
                                                    FALSE, FALSE, create_children, NULL, NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (tree));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
tl_findings_panel_dispose (GObject *object)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->signals);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->groups);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_findings_panel_parent_class)->dispose (object);
}

static void
tl_findings_panel_class_init (TlFindingsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_findings_panel_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-findings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, count);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tl_findings_panel_init (TlFindingsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  set_up_list (self);
  self->signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "analysed", G_CALLBACK (update), self);
}

/**
 * tl_findings_panel_new:
 *
 * Returns: (transfer floating): a panel without findings
 */
GtkWidget *
tl_findings_panel_new (void)
{
  return g_object_new (TL_TYPE_FINDINGS_PANEL, NULL);
}

/**
 * tl_findings_panel_set_session:
 * @self: a panel
 * @session: (nullable): whose findings to show
 */
void
tl_findings_panel_set_session (TlFindingsPanel *self, TlSession *session)
{
  g_return_if_fail (TL_IS_FINDINGS_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  g_list_store_remove_all (self->groups);
  if (session != NULL)
    update (self);
}
