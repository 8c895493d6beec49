/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-row.h"

#include <glib/gi18n.h>

#include "tl-compat.h"
#include "tl-finding-fix.h"
#include "tl-paragraph.h"
#include "tl-waiver-words.h"

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
  TlParagraph *title;
  GtkWidget *badges;
  GtkLabel *high;
  GtkLabel *medium;
  GtkLabel *low;
  GtkLabel *others;
  GtkLabel *items;
  TlParagraph *group_why;
  GtkImage *arrow;
  GtkWidget *entry;
  TlParagraph *name;
  GtkLabel *severity;
  TlParagraph *detail;
  TlParagraph *remedy;
  TlParagraph *terms;
  TlParagraph *why;
  GtkWidget *fix;
  GtkLabel *fix_label;
  GtkToggleButton *why_button;
  GtkWidget *more;
};

enum
{
  SIGNAL_FIX,
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
  g_signal_emit (self, signals[SIGNAL_FIX], 0);
}

static void
more_cb (TlFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
pressed_cb (TlFindingRow *self)
{
  g_autoptr (TlFindingNode) node = dup_node (self);

  if (node != NULL && !tl_finding_node_is_group (node))
    g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
why_cb (TlFindingRow *self)
{
  g_autoptr (TlFindingNode) node = dup_node (self);

  if (node != NULL)
    tl_finding_node_set_explained (node, gtk_toggle_button_get_active (self->why_button));
}

static void
show_badge (GtkLabel *badge, TlFindingNode *node, TlSeverity severity)
{
  guint n = tl_finding_node_get_n_of (node, severity);
  /* Translators: a sign, how many findings there are, and how grave they are: "▲ 12 High". */
  g_autofree char *text
      = g_strdup_printf (C_ ("badge", "%1$s %2$u %3$s"), tl_severity_get_sign (severity), n,
                         tl_severity_get_label (severity));

  gtk_label_set_label (badge, text);
  gtk_widget_set_visible (GTK_WIDGET (badge), n > 0);
}

static void
show_badges (TlFindingRow *self, TlFindingNode *node)
{
  gboolean is_rule = tl_finding_node_get_kind (node) == TL_FINDING_ROW_RULE;
  guint n = is_rule ? tl_finding_node_get_n_waived (node) : tl_finding_node_get_n_findings (node);
  g_autofree char *text = NULL;

  show_badge (self->high, node, TL_SEVERITY_HIGH);
  show_badge (self->medium, node, TL_SEVERITY_MEDIUM);
  show_badge (self->low, node, TL_SEVERITY_LOW);
  if (tl_finding_node_get_kind (node) != TL_FINDING_ROW_IDLE)
    text = g_strdup_printf (ngettext ("%u waived", "%u waived", n), n);
  else
    text = g_strdup_printf (ngettext ("%u waiver", "%u waivers", n), n);
  gtk_label_set_label (self->others, text);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
  if (is_rule)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->high), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->medium), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->low), FALSE);
}

static const char *
get_group_title (TlFindingNode *node)
{
  switch (tl_finding_node_get_kind (node))
    {
    case TL_FINDING_ROW_WAIVED:
      return C_ ("findings", "Waived");
    case TL_FINDING_ROW_IDLE:
      return C_ ("findings", "Waivers Without Effect");
    default:
      return tl_rule_get_title (tl_finding_node_get_rule (node));
    }
}

static void
show_group (TlFindingRow *self, TlFindingNode *node)
{
  gboolean is_open = gtk_tree_list_row_get_expanded (self->row);
  const TlRule *rule = tl_finding_node_get_rule (node);
  g_autofree char *items = tl_finding_node_dup_items (node, N_NAMES);

  show_badges (self, node);
  tl_paragraph_set_text (self->title, get_group_title (node));
  gtk_label_set_label (self->items, items);
  tl_paragraph_set_text (self->group_why, rule != NULL ? tl_rule_get_why (rule) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->items), !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->group_why), is_open && rule != NULL);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-up-symbolic" : "pan-down-symbolic");
}

/* What the button does: the best that one click can do, or setting the finding aside. */
static char *
dup_fix (TlFindingRow *self, TlFindingNode *node)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  g_autoptr (GPtrArray) fixes = NULL;

  if (tl_finding_node_get_waiver (node) != NULL)
    return g_strdup (C_ ("fix", "End the Waiver"));
  fixes = tl_finding_list_fixes (alignment, tl_finding_node_get_finding (node));
  if (fixes->len > 0)
    return tl_finding_fix_dup_label (alignment, fixes->pdata[0]);
  return g_strdup (C_ ("fix", "Waive…"));
}

static void
show_buttons (TlFindingRow *self, TlFindingNode *node)
{
  gboolean is_editable = tl_session_is_editable (self->session);
  g_autofree char *fix = is_editable ? dup_fix (self, node) : NULL;

  gtk_label_set_label (self->fix_label, fix != NULL ? fix : "");
  gtk_widget_set_tooltip_text (self->fix, fix);
  gtk_widget_set_visible (self->fix, fix != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->why_button), tl_finding_node_get_rule (node) != NULL);
  gtk_toggle_button_set_active (self->why_button, tl_finding_node_get_explained (node));
}

/* A group whose findings are all alike says so itself. */
static gboolean
is_of_mixed_group (TlFindingRow *self)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (self->row);
  g_autoptr (TlFindingNode) group = parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;
  guint n_kinds = 0;

  for (TlSeverity severity = 0; group != NULL && severity < TL_N_SEVERITIES; severity++)
    n_kinds += tl_finding_node_get_n_of (group, severity) > 0 ? 1 : 0;
  return n_kinds > 1;
}

static void
show_severity (TlFindingRow *self, TlFindingNode *node)
{
  const TlFinding *finding = tl_finding_node_get_finding (node);
  gboolean is_told = finding != NULL && is_of_mixed_group (self);
  const char *css[] = { "badge", NULL, NULL };
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->severity), is_told);
  if (!is_told)
    return;
  css[1] = severity_classes[finding->severity];
  /* Translators: a sign and a word for how grave a finding is: "▲ High". */
  text = g_strdup_printf (C_ ("badge", "%1$s %2$s"), tl_severity_get_sign (finding->severity),
                          tl_severity_get_label (finding->severity));
  gtk_label_set_label (self->severity, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->severity), css);
}

/* Of what is waived the remedy is no longer asked for; the reason stands in its place. */
static void
show_remedy (TlFindingRow *self, TlFindingNode *node)
{
  const TlFinding *finding = tl_finding_node_get_finding (node);
  TlItem *waiver = tl_finding_node_get_waiver (node);
  const char *reason = waiver != NULL ? tl_item_get_text (waiver, TL_WAIVER_REASON) : NULL;
  g_autofree char *terms = waiver != NULL ? tl_waiver_dup_terms (waiver) : NULL;
  g_autofree char *quoted = reason != NULL
                                /* Translators: why somebody has waived a finding. */
                                ? g_strdup_printf (C_ ("waiver", "“%s”"), reason)
                                : NULL;
  const char *remedy = waiver != NULL ? quoted : finding->remedy;

  tl_paragraph_set_text (self->remedy, remedy != NULL ? remedy : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), remedy != NULL);
  tl_paragraph_set_text (self->terms, terms != NULL ? terms : "");
  gtk_widget_set_visible (GTK_WIDGET (self->terms), terms != NULL);
}

static void
show_finding (TlFindingRow *self, TlFindingNode *node)
{
  const TlRule *rule = tl_finding_node_get_rule (node);
  g_autofree char *name = tl_finding_node_dup_items (node, 1);
  g_autofree char *detail = tl_finding_node_dup_detail (node);

  tl_paragraph_set_text (self->name, name);
  tl_paragraph_set_text (self->detail, detail);
  tl_paragraph_set_text (self->why, rule != NULL ? tl_rule_get_why (rule) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), tl_finding_node_get_explained (node));
  show_severity (self, node);
  show_remedy (self, node);
  show_buttons (self, node);
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

  /**
   * TlFindingRow::fix:
   * @self: the row
   *
   * The user wants what the button says.
   */
  signals[SIGNAL_FIX] = g_signal_new ("fix", TL_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);

  /**
   * TlFindingRow::menu:
   * @self: the row
   *
   * The user wants to know what else can be done.
   */
  signals[SIGNAL_MENU] = g_signal_new ("menu", TL_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_PARAGRAPH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "finding");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, group);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, badges);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, high);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, medium);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, low);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, others);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, items);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, group_why);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, severity);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, terms);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, why);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, fix_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, more);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
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

/**
 * tl_finding_row_get_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
GtkTreeListRow *
tl_finding_row_get_row (TlFindingRow *self)
{
  g_return_val_if_fail (TL_IS_FINDING_ROW (self), NULL);

  return self->row;
}
