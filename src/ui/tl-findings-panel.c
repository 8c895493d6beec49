/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-findings-panel.h"

#include <glib/gi18n.h>

#include "tl-commands-check.h"
#include "tl-commands-waiver.h"
#include "tl-commands.h"
#include "tl-finding-fix.h"
#include "tl-finding-groups.h"
#include "tl-finding-menu.h"
#include "tl-finding-spot.h"
#include "tl-fix-popover.h"
#include "tl-picker.h"
#include "tl-waive-window.h"

/* So many matches of a search are shown without their groups being opened by hand. */
#define N_MATCHES_OPENED 60

struct _TlFindingsPanel
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;
  GListStore *groups;
  GtkTreeListModel *tree;
  GHashTable *opened;   /* keys of the groups that the user has opened */
  TlFindingNode *asked; /* what the menu is about */

  /* Borrowed: a child, while it is open. */
  GtkWidget *popover;

  /* Template. */
  GtkEditable *search;
  GtkToggleButton *high;
  GtkToggleButton *medium;
  GtkToggleButton *low;
  GtkLabel *high_label;
  GtkLabel *medium_label;
  GtkLabel *low_label;
  GtkStack *pages;
  GtkLabel *count;
  GtkListView *list;
  GtkWidget *off;
  GtkLabel *off_label;

  TlFindingFilter filter;
  TlFindingSpot held; /* where the popover was opened */
  guint popover_source;
};

/* A field that a picker is asked for. */
typedef struct
{
  TlSession *session;
  TlItem *item;
  TlField field;
} Asking;

G_DEFINE_FINAL_TYPE (TlFindingsPanel, tl_findings_panel, GTK_TYPE_WIDGET)

/* The list. */

static char *
dup_count (const TlFindingCounts *counts)
{
  g_autofree char *open_text
      = g_strdup_printf (ngettext ("%u open finding", "%u open findings", counts->n_open),
                         counts->n_open);
  g_autofree char *waived_text
      = g_strdup_printf (ngettext ("%u waived", "%u waived", counts->n_waived), counts->n_waived);

  if (counts->n_waived == 0)
    return g_steal_pointer (&open_text);
  /* Translators: how many findings are open, and how many are waived. */
  return g_strdup_printf (C_ ("findings", "%1$s · %2$s"), open_text, waived_text);
}

static void
show_count (TlFindingsPanel *self, const TlFindingCounts *counts)
{
  g_autofree char *all = dup_count (counts);
  g_autofree char *shown = NULL;

  if (!tl_finding_filter_is_empty (&self->filter))
    /* Translators: how many findings there are, and how many of them pass the filter. */
    shown = g_strdup_printf (C_ ("findings", "%1$s · %2$u shown"), all, counts->n_shown);
  gtk_label_set_label (self->count, shown != NULL ? shown : all);
}

static void
show_chip (GtkLabel *label, TlSeverity severity, guint n)
{
  /* Translators: a sign for how grave findings are, how many, and a word for it: "▲ 12 High". The
   * word is cut off first where there is little room. */
  g_autofree char *text
      = g_strdup_printf (C_ ("chip", "%1$s %2$u %3$s"), tl_severity_get_sign (severity), n,
                         tl_severity_get_label (severity));

  gtk_label_set_label (label, text);
}

static void
show_page (TlFindingsPanel *self, const TlFindingCounts *counts)
{
  const char *page = "findings";

  if (counts->n_open + counts->n_waived + counts->n_idle == 0)
    page = "nothing";
  else if (counts->n_shown == 0)
    page = "no-match";
  gtk_stack_set_visible_child_name (self->pages, page);
}

static void
show_off (TlFindingsPanel *self)
{
  guint n = tl_rules_count_off (self->session);
  g_autofree char *text = g_strdup_printf (ngettext ("%u check is off", "%u checks are off", n), n);

  gtk_label_set_label (self->off_label, text);
  gtk_widget_set_visible (self->off, n > 0);
}

/* What is opened for a search is not what the user has opened. */
static void
remember_opened (TlFindingsPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
      g_autoptr (TlFindingNode) node = gtk_tree_list_row_get_item (row);
      const char *key = tl_finding_node_get_key (node);

      if (!gtk_tree_list_row_get_expanded (row))
        g_hash_table_remove (self->opened, key);
      else if (!g_hash_table_contains (self->opened, key))
        g_hash_table_add (self->opened, g_strdup (key));
    }
}

/* A group that has moved, or was away for a while, comes back as it was. */
static void
open_again (TlFindingsPanel *self, gboolean is_search)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
      g_autoptr (TlFindingNode) node = gtk_tree_list_row_get_item (row);
      gboolean is_open
          = is_search || g_hash_table_contains (self->opened, tl_finding_node_get_key (node));

      if (gtk_tree_list_row_get_expanded (row) != is_open)
        gtk_tree_list_row_set_expanded (row, is_open);
    }
}

static void
fill (TlFindingsPanel *self)
{
  TlFindingCounts counts
      = tl_finding_groups_update (self->groups, tl_session_get_analysis (self->session),
                                  &self->filter);

  open_again (self, self->filter.words != NULL && counts.n_shown <= N_MATCHES_OPENED);
  show_count (self, &counts);
  show_chip (self->high_label, TL_SEVERITY_HIGH, counts.n_of_severity[TL_SEVERITY_HIGH]);
  show_chip (self->medium_label, TL_SEVERITY_MEDIUM, counts.n_of_severity[TL_SEVERITY_MEDIUM]);
  show_chip (self->low_label, TL_SEVERITY_LOW, counts.n_of_severity[TL_SEVERITY_LOW]);
  show_page (self, &counts);
  show_off (self);
}

/* Where the keyboard was on a finding that is gone, it goes on to the next. */
static void
update (TlFindingsPanel *self)
{
  TlFindingSpot spot = { 0 };
  gboolean is_here = tl_finding_spot_take (&spot, self->list);

  if (self->filter.words == NULL)
    remember_opened (self);
  fill (self);
  if (is_here)
    tl_finding_spot_return (&spot, self->list);
  tl_finding_spot_clear (&spot);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = tl_finding_node_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

/* The filter. */

static void
search_changed_cb (TlFindingsPanel *self)
{
  if (self->session == NULL)
    return;
  if (self->filter.words == NULL)
    remember_opened (self);
  tl_finding_filter_set_text (&self->filter, gtk_editable_get_text (self->search));
  fill (self);
}

static void
stop_search_cb (TlFindingsPanel *self)
{
  gtk_editable_set_text (self->search, "");
}

/* Enter leads from the words to what has them. */
static void
search_activate_cb (TlFindingsPanel *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
severity_cb (TlFindingsPanel *self)
{
  GtkToggleButton *const buttons[TL_N_SEVERITIES] = { self->high, self->medium, self->low };

  if (self->session == NULL)
    return;
  if (self->filter.words == NULL)
    remember_opened (self);
  self->filter.severities = 0;
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    if (gtk_toggle_button_get_active (buttons[severity]))
      self->filter.severities |= 1u << severity;
  fill (self);
}

/* The button that was pressed goes; the keyboard goes where it can begin again. */
static void
show_all_cb (TlFindingsPanel *self)
{
  gtk_toggle_button_set_active (self->high, FALSE);
  gtk_toggle_button_set_active (self->medium, FALSE);
  gtk_toggle_button_set_active (self->low, FALSE);
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Popovers. */

/* What was done may have led the keyboard elsewhere. */
static gboolean
has_keyboard (TlFindingsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  TlFindingsPanel *self = user_data;

  self->popover_source = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* The popover itself goes later: the action of a menu comes after the menu has closed. */
static void
popover_closed_cb (TlFindingsPanel *self)
{
  if (has_keyboard (self))
    tl_finding_spot_return (&self->held, self->list);
  if (self->popover_source == 0)
    self->popover_source = g_idle_add (drop_popover_cb, self);
}

/* At the foot of the row, where its buttons are, or at the edge of what is to be seen of it. */
static void
point_at_row (TlFindingsPanel *self, GtkPopover *popover)
{
  TlFindingRow *row
      = self->held.key != NULL ? tl_finding_spot_find_row (self->list, self->held.key) : NULL;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t bounds;
  int foot;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  foot = CLAMP ((int) (bounds.origin.y + bounds.size.height), 1, MAX (height, 1));
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { (int) bounds.origin.x, foot - 1,
                                                          (int) bounds.size.width, 1 });
}

static void
pop_up (TlFindingsPanel *self, GtkWidget *popover)
{
  g_clear_handle_id (&self->popover_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  point_at_row (self, GTK_POPOVER (popover));
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_object_unref (asking->item);
  g_free (asking);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Asking *asking = user_data;
  g_auto (TlValue) value = tl_value_from_text (tl_item_get_id (picked));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (tl_item_get_workspace (asking->item) == NULL)
    return;
  if (!tl_command_set_field (asking->session, asking->item, asking->field, &value, &error))
    {
      tl_session_say (asking->session, error->message, FALSE);
      return;
    }
  tl_history_seal (tl_session_get_history (asking->session));
  /* Translators: the name of a field, and the title of what it holds now. */
  words = g_strdup_printf (_ ("“%1$s” is now “%2$s”"), tl_field_get_label (asking->field),
                           tl_item_get_title (picked));
  tl_session_say (asking->session, words, TRUE);
}

static void
ask_picker (TlFindingsPanel *self, TlItem *item, TlField field)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (self->session);
  asking->item = g_object_ref (item);
  asking->field = field;
  tl_picker_choose_for_field (GTK_WIDGET (self), self->session, item, field, picked_cb, asking,
                              asking_free);
}

static void
edit_field_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (widget);
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  const char *id;
  TlItem *item;
  int field;

  g_variant_get (parameter, "(&si)", &id, &field);
  item = tl_workspace_lookup (workspace, id);
  if (item == NULL)
    return;
  if (tl_fix_popover_can_ask (field))
    pop_up (self, tl_fix_popover_new (self->session, item, field));
  else if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REF)
    ask_picker (self, item, field);
  else
    gtk_widget_activate_action_variant (widget, "win.edit-field", parameter);
}

/* What can be done about a finding. */

static void
ask_about (TlFindingsPanel *self, TlFindingRow *row)
{
  GtkTreeListRow *shown = tl_finding_row_get_row (row);

  g_clear_object (&self->asked);
  if (shown == NULL)
    return;
  self->asked = gtk_tree_list_row_get_item (shown);
  tl_finding_spot_set (&self->held, shown);
}

static void
waive (TlFindingsPanel *self)
{
  const TlFinding *finding = tl_finding_node_get_finding (self->asked);

  if (finding != NULL)
    tl_waive_window_present (GTK_WIDGET (self), self->session, finding);
}

static void
end_waiver (TlFindingsPanel *self)
{
  TlItem *waiver = tl_finding_node_get_waiver (self->asked);
  g_autoptr (GError) error = NULL;

  if (waiver != NULL && !tl_command_end_waiver (self->session, waiver, &error))
    tl_session_say (self->session, error->message, FALSE);
}

static void
show_item (TlFindingsPanel *self)
{
  TlItem *item = tl_finding_node_get_item (self->asked);

  if (item != NULL)
    tl_session_reveal (self->session, item);
}

static void
switch_off (TlFindingsPanel *self)
{
  const TlRule *rule = tl_finding_node_get_rule (self->asked);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (rule == NULL)
    return;
  if (!tl_command_switch_rule (self->session, rule, FALSE, &error))
    {
      tl_session_say (self->session, error->message, FALSE);
      return;
    }
  /* Translators: the title of a check. */
  words = g_strdup_printf (_ ("Switched off “%s”"), tl_rule_get_title (rule));
  tl_session_say (self->session, words, TRUE);
}

static void
run_fix (TlFindingsPanel *self, guint index)
{
  const TlFinding *finding = tl_finding_node_get_finding (self->asked);
  g_autoptr (GPtrArray) fixes = NULL;

  if (finding == NULL)
    return;
  fixes = tl_finding_list_fixes (tl_session_get_alignment (self->session), finding);
  if (index < fixes->len)
    tl_finding_fix_run (GTK_WIDGET (self), self->session, fixes->pdata[index]);
  else if (index == 0)
    waive (self);
}

static void
row_fix_cb (TlFindingsPanel *self, TlFindingRow *row)
{
  ask_about (self, row);
  if (self->asked == NULL)
    return;
  if (tl_finding_node_get_waiver (self->asked) != NULL)
    end_waiver (self);
  else
    run_fix (self, 0);
}

static void
row_menu_cb (TlFindingsPanel *self, TlFindingRow *row)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  ask_about (self, row);
  if (self->asked == NULL || tl_finding_node_is_group (self->asked))
    return;
  menu = tl_finding_menu_new (self->session, self->asked);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  pop_up (self, popover);
}

static void
fix_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (widget);

  if (self->asked != NULL)
    run_fix (self, g_variant_get_uint32 (parameter));
}

static void
asked_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (widget);

  if (self->asked == NULL)
    return;
  if (g_str_equal (name, "findings.waive"))
    waive (self);
  else if (g_str_equal (name, "findings.end-waiver"))
    end_waiver (self);
  else if (g_str_equal (name, "findings.show"))
    show_item (self);
  else
    switch_off (self);
}

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      gtk_tree_list_row_set_expanded (row, g_str_equal (name, "findings.open-all"));
    }
}

/* Rows. */

static void
setup_cb (TlFindingsPanel *self, GtkListItem *item)
{
  GtkWidget *row = tl_finding_row_new ();

  g_signal_connect_object (row, "fix", G_CALLBACK (row_fix_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
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
  TlItem *item = tl_finding_node_get_item (node);

  if (tl_finding_node_is_group (node))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (item != NULL)
    tl_session_reveal (self->session, item);
  else
    tl_selection_clear (tl_session_get_selection (self->session));
}

static gboolean
key_pressed_cb (TlFindingsPanel *self, guint keyval, guint keycode, GdkModifierType state)
{
  TlFindingSpot spot = { 0 };
  TlFindingRow *row;
  gboolean is_menu = keyval == GDK_KEY_Menu
                     || (keyval == GDK_KEY_F10
                         && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK);

  if (!is_menu || !tl_finding_spot_take (&spot, self->list))
    return GDK_EVENT_PROPAGATE;
  row = tl_finding_spot_find_row (self->list, spot.key);
  if (row != NULL)
    row_menu_cb (self, row);
  tl_finding_spot_clear (&spot);
  return GDK_EVENT_STOP;
}

static void
set_up_list (TlFindingsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->groups)), FALSE, FALSE,
                                        create_children, NULL, NULL);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
tl_findings_panel_dispose (GObject *object)
{
  TlFindingsPanel *self = TL_FINDINGS_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->popover_source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->asked);
  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->tree);
  g_clear_object (&self->groups);
  g_clear_object (&self->session);
  g_clear_pointer (&self->opened, g_hash_table_unref);
  tl_finding_filter_clear (&self->filter);
  tl_finding_spot_clear (&self->held);

  G_OBJECT_CLASS (tl_findings_panel_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const asked[]
      = { "findings.waive", "findings.end-waiver", "findings.show", "findings.switch-off" };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    gtk_widget_class_install_action (widget_class, asked[i], NULL, asked_action_cb);
  gtk_widget_class_install_action (widget_class, "findings.fix", "u", fix_action_cb);
  gtk_widget_class_install_action (widget_class, "findings.edit-field", "(si)", edit_field_cb);
  gtk_widget_class_install_action (widget_class, "findings.open-all", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "findings.close-all", NULL, open_action_cb);
}

static void
tl_findings_panel_class_init (TlFindingsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_findings_panel_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings-panel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-findings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, search);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, high);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, medium);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, low);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, high_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, medium_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, low_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, count);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, off);
  gtk_widget_class_bind_template_child (widget_class, TlFindingsPanel, off_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, severity_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  install_actions (widget_class);
}

static void
tl_findings_panel_init (TlFindingsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_hash_table_remove_all (self->opened);
  g_clear_object (&self->asked);
  if (session != NULL)
    fill (self);
}
