/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-row.h"

#include <glib/gi18n.h>

#include "tl-commands.h"
#include "tl-compat.h"
#include "tl-finding-fix.h"

/* Names on a card that is closed. */
#define N_NAMES 3

struct _TlFindingRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GtkTreeListRow *row;
  GSignalGroup *node_signals;
  GSignalGroup *row_signals;

  /* Template. */
  GtkWidget *group;
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *items;
  GtkLabel *why;
  GtkImage *arrow;
  GtkWidget *entry;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *remedy;
  GtkWidget *fix;
  GtkLabel *fix_label;
};

static const char *const severity_classes[TL_N_SEVERITIES] = {
  [TL_SEVERITY_HIGH] = "high",
  [TL_SEVERITY_MEDIUM] = "medium",
  [TL_SEVERITY_LOW] = "low",
};

G_DEFINE_FINAL_TYPE (TlFindingRow, tl_finding_row, GTK_TYPE_WIDGET)

static TlFindingNode *
dup_node (TlFindingRow *self)
{
  return self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;
}

static void
fix_cb (TlFindingRow *self)
{
  g_autoptr (TlFindingNode) node = dup_node (self);
  const TlFinding *finding = node != NULL ? tl_finding_node_get_finding (node) : NULL;

  if (finding != NULL && finding->n_items > 0)
    tl_finding_fix_run (GTK_WIDGET (self), self->session, finding->rule, finding->items[0]);
}

static void
show_badge (TlFindingRow *self, TlFindingNode *node)
{
  const TlFinding *finding = tl_finding_node_get_finding (node);
  guint n = tl_finding_node_get_n_findings (node);
  g_autofree char *text = NULL;

  for (int i = 0; i < TL_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), severity_classes[i]);
  if (tl_finding_node_is_waived (node))
    {
      text = g_strdup_printf ("%u", n);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->badge), severity_classes[finding->severity]);
      /* Translators: a sign, how many findings there are, and how grave they are: "▲ 12 High". */
      text = g_strdup_printf (C_ ("badge", "%1$s %2$u %3$s"),
                              tl_severity_get_sign (finding->severity), n,
                              tl_severity_get_label (finding->severity));
    }
  gtk_label_set_label (self->badge, text);
}

static void
show_group (TlFindingRow *self, TlFindingNode *node)
{
  gboolean is_open = gtk_tree_list_row_get_expanded (self->row);
  gboolean is_waived = tl_finding_node_is_waived (node);
  const TlRule *rule = tl_finding_node_get_finding (node)->rule;
  g_autofree char *items = tl_finding_node_dup_items (node, N_NAMES);

  show_badge (self, node);
  gtk_label_set_label (self->title,
                       is_waived ? C_ ("findings", "Waived") : tl_rule_get_title (rule));
  gtk_label_set_label (self->items, items);
  gtk_label_set_label (self->why, tl_rule_get_why (rule));
  gtk_widget_set_visible (GTK_WIDGET (self->items), !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->why), is_open && !is_waived);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-up-symbolic" : "pan-down-symbolic");
}

static char *
dup_fix (TlFindingRow *self, TlFindingNode *node)
{
  const TlFinding *finding = tl_finding_node_get_finding (node);

  if (finding->n_items == 0 || tl_finding_node_is_waived (node)
      || !tl_session_is_editable (self->session))
    return NULL;
  return tl_finding_fix_dup_label (tl_session_get_alignment (self->session), finding->rule,
                                   finding->items[0]);
}

static void
show_finding (TlFindingRow *self, TlFindingNode *node)
{
  const TlFinding *finding = tl_finding_node_get_finding (node);
  g_autofree char *fix = dup_fix (self, node);
  g_autofree char *name = tl_finding_node_dup_items (node, 1);
  const char *remedy = finding->remedy;

  if (finding->waiver != NULL)
    remedy = tl_item_get_text (finding->waiver, TL_WAIVER_REASON);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->detail, finding->detail);
  gtk_label_set_label (self->remedy, remedy);
  gtk_label_set_label (self->fix_label, fix != NULL ? fix : "");
  gtk_widget_set_visible (self->fix, fix != NULL);
}

static gboolean
is_last_child (TlFindingRow *self)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (self->row);
  GListModel *siblings;
  g_autoptr (GObject) last = NULL;
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (self->row);
  guint n;

  if (parent == NULL)
    return FALSE;
  siblings = gtk_tree_list_row_get_children (parent);
  n = siblings != NULL ? g_list_model_get_n_items (siblings) : 0;
  if (n == 0)
    return FALSE;
  last = g_list_model_get_item (siblings, n - 1);
  return last == item;
}

static void
show_looks (TlFindingRow *self, TlFindingNode *node)
{
  gboolean is_group = tl_finding_node_is_group (node);
  const char *css[] = { is_group ? "group" : "entry", NULL, NULL };

  if (is_group && gtk_tree_list_row_get_expanded (self->row))
    css[1] = "open";
  else if (!is_group && is_last_child (self))
    css[1] = "last";
  gtk_widget_set_css_classes (GTK_WIDGET (self), css);
  gtk_widget_set_visible (self->group, is_group);
  gtk_widget_set_visible (self->entry, !is_group);
}

static void
update (TlFindingRow *self)
{
  g_autoptr (TlFindingNode) node = dup_node (self);
  g_autofree char *label = NULL;

  if (node == NULL)
    return;
  show_looks (self, node);
  if (tl_finding_node_is_group (node))
    show_group (self, node);
  else
    show_finding (self, node);
  label = tl_finding_node_dup_label (node);
  tl_list_row_set_label (GTK_WIDGET (self), label);
  if (tl_finding_node_is_group (node))
    tl_list_row_set_expanded (GTK_WIDGET (self), gtk_tree_list_row_get_expanded (self->row));
}

static void
tl_finding_row_dispose (GObject *object)
{
  TlFindingRow *self = TL_FINDING_ROW (object);

  g_clear_object (&self->node_signals);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_finding_row_parent_class)->dispose (object);
}

static void
tl_finding_row_class_init (TlFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "finding");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, group);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, items);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, why);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, fix_label);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
}

static void
tl_finding_row_init (TlFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->node_signals = g_signal_group_new (TL_TYPE_FINDING_NODE);
  g_signal_group_connect_swapped (self->node_signals, "changed", G_CALLBACK (update), self);
  self->row_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::expanded", G_CALLBACK (update), self);
}

/**
 * tl_finding_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_finding_row_new (void)
{
  return g_object_new (TL_TYPE_FINDING_ROW, NULL);
}

/**
 * tl_finding_row_bind:
 * @self: a row
 * @session: the session in which the findings are
 * @row: a row of a tree of #TlFindingNode
 *
 * Shows the node until tl_finding_row_unbind().
 */
void
tl_finding_row_bind (TlFindingRow *self, TlSession *session, GtkTreeListRow *row)
{
  g_autoptr (TlFindingNode) node = NULL;

  g_return_if_fail (TL_IS_FINDING_ROW (self));

  g_set_object (&self->session, session);
  g_set_object (&self->row, row);
  node = dup_node (self);
  g_signal_group_set_target (self->node_signals, node);
  g_signal_group_set_target (self->row_signals, row);
  update (self);
}

/**
 * tl_finding_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
tl_finding_row_unbind (TlFindingRow *self)
{
  g_return_if_fail (TL_IS_FINDING_ROW (self));

  g_signal_group_set_target (self->node_signals, NULL);
  g_signal_group_set_target (self->row_signals, NULL);
  g_clear_object (&self->row);
}
