/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-row.h"

#include "tl-commands.h"
#include "tl-compat.h"
#include "tl-outline-words.h"
#include "tl-rank-badge.h"
#include "tl-rename-entry.h"

struct _TlOutlineRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GtkTreeListRow *row;
  GSignalGroup *node_signals;
  GSignalGroup *row_signals;
  GSignalGroup *lens_signals;
  char *shown; /* all that is said, to be compared with */

  /* Template. */
  GtkTreeExpander *expander;
  TlRankBadge *rank;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *detail;
  GtkWidget *words;
  GtkBox *box;

  TlRenameEntry *entry; /* child of the box, while the title is being written */
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOutlineRow, tl_outline_row, GTK_TYPE_WIDGET)

static guint
get_rank (TlOutlineRow *self, TlItem *item)
{
  if (item == NULL || tl_item_get_kind (item) != TL_KIND_GOAL)
    return 0;
  return tl_alignment_get_rank (tl_session_get_alignment (self->session), item);
}

static void
set_class (TlOutlineRow *self, const char *css_class, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* What is searched for stands out from the rest. */
static void
show_emphasis (TlOutlineRow *self)
{
  g_autoptr (TlOutlineNode) node = NULL;
  TlLensEmphasis emphasis = TL_LENS_NORMAL;
  TlItem *item;

  if (self->row == NULL)
    return;
  node = gtk_tree_list_row_get_item (self->row);
  item = node != NULL ? tl_outline_node_get_item (node) : NULL;
  if (item != NULL && tl_filter_is_searched (tl_item_get_kind (item))
      && tl_item_get_workspace (item) != NULL)
    emphasis = tl_lens_get_emphasis (tl_session_get_lens (self->session), item);
  set_class (self, "lit", emphasis == TL_LENS_LIT);
  set_class (self, "rest", emphasis == TL_LENS_DIM || emphasis == TL_LENS_HIDDEN);
}

/* The tree takes everything that may have something under it for expandable: whether it has is told
 * here. */
static void
show_state (TlOutlineRow *self, const char *label, int is_expanded)
{
  set_class (self, "childless", is_expanded == GTK_ACCESSIBLE_VALUE_UNDEFINED);
  tl_list_row_set_label (GTK_WIDGET (self), label);
  /* Tab goes to the expander within the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  tl_list_row_set_expanded (GTK_WIDGET (self), is_expanded);
}

static void
show_words (TlOutlineRow *self, TlOutlineNode *node, const char *detail, const char *tooltip)
{
  g_autofree char *title = tl_outline_dup_title (node);
  g_autofree char *subtitle = tl_outline_dup_subtitle (node);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && self->entry == NULL);
}

static void
show_looks (TlOutlineRow *self, TlOutlineNode *node, guint rank)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);

  gtk_widget_set_visible (GTK_WIDGET (self->rank), rank > 0);
  if (rank > 0)
    tl_rank_badge_set_rank (self->rank, rank);
  set_class (self, "heading-row",
             place->item == NULL || place->type == TL_OUTLINE_PLAN || place->kind == TL_KIND_THEME);
  set_class (self, "gap-row", place->type == TL_OUTLINE_GAP);
  set_class (self, "cut", tl_outline_node_is_cut (node));
}

static int
get_expanded (TlOutlineRow *self, TlOutlineNode *node)
{
  return tl_outline_node_count_children (node, self->session) > 0
             ? gtk_tree_list_row_get_expanded (self->row)
             : GTK_ACCESSIBLE_VALUE_UNDEFINED;
}

/* After an edit every row is asked, and most of them say what they said: assistive technologies
 * would be told of each. */
static void
update (TlOutlineRow *self)
{
  g_autoptr (TlOutlineNode) node = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;
  int is_expanded;
  guint rank;

  node = self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;
  if (node == NULL || !tl_outline_place_is_alive (tl_outline_node_get_place (node)))
    return;
  detail = tl_outline_dup_detail (node, self->session);
  tooltip = tl_outline_dup_tooltip (node);
  label = tl_outline_dup_label (node, self->session);
  rank = get_rank (self, tl_outline_node_get_item (node));
  is_expanded = get_expanded (self, node);
  shown = g_strdup_printf ("%s\n%s\n%s\n%u %d %d %d", detail != NULL ? detail : "", tooltip, label,
                           rank, is_expanded, tl_outline_node_is_cut (node), self->entry != NULL);
  show_emphasis (self);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  show_words (self, node, detail, tooltip);
  show_looks (self, node, rank);
  show_state (self, label, is_expanded);
}

static void
toggled_cb (TlOutlineRow *self)
{
  update (self);
  if (self->row != NULL)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, self->row);
}

/* Renaming. */

static void
end_rename (TlOutlineRow *self)
{
  gboolean has_focus;

  if (self->entry == NULL)
    return;
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == GTK_WIDGET (self->entry);
  gtk_box_remove (self->box, GTK_WIDGET (g_steal_pointer (&self->entry)));
  gtk_widget_set_visible (self->words, TRUE);
  update (self);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
renamed_cb (TlOutlineRow *self, const char *title)
{
  TlItem *item = tl_outline_row_get_item (self);
  g_autoptr (GError) error = NULL;

  if (item != NULL && title != NULL && !g_str_equal (title, tl_item_get_title (item))
      && !tl_command_rename (self->session, item, title, &error))
    {
      if (tl_rename_entry_refuse (self->entry, error->message))
        return;
      tl_session_say (self->session, error->message, FALSE);
    }
  end_rename (self);
}

/* The keyboard is on the row around it, of the list. */
static gboolean
tl_outline_row_grab_focus (GtkWidget *widget)
{
  TlOutlineRow *self = TL_OUTLINE_ROW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}

static void
tl_outline_row_dispose (GObject *object)
{
  TlOutlineRow *self = TL_OUTLINE_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->node_signals);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->lens_signals);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_outline_row_parent_class)->dispose (object);
}

static void
tl_outline_row_class_init (TlOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_row_dispose;

  widget_class->grab_focus = tl_outline_row_grab_focus;

  /**
   * TlOutlineRow::toggled:
   * @self: the row
   * @row: what it shows
   *
   * The row has been opened or closed, or has gone.
   */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", TL_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_TREE_LIST_ROW);

  g_type_ensure (TL_TYPE_RANK_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, rank);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, words);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, box);
}

static void
tl_outline_row_init (TlOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->node_signals = g_signal_group_new (TL_TYPE_OUTLINE_NODE);
  g_signal_group_connect_swapped (self->node_signals, "changed", G_CALLBACK (update), self);
  self->row_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::expanded", G_CALLBACK (toggled_cb),
                                  self);
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (show_emphasis), self);
}

/**
 * tl_outline_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_outline_row_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE_ROW, NULL);
}

/**
 * tl_outline_row_bind:
 * @self: a row
 * @session: the session of the outline
 * @row: a row of a tree of #TlOutlineNode
 *
 * Shows the node until tl_outline_row_unbind().
 */
void
tl_outline_row_bind (TlOutlineRow *self, TlSession *session, GtkTreeListRow *row)
{
  g_autoptr (TlOutlineNode) node = NULL;

  g_return_if_fail (TL_IS_OUTLINE_ROW (self));

  node = gtk_tree_list_row_get_item (row);
  g_set_object (&self->session, session);
  g_set_object (&self->row, row);
  gtk_tree_expander_set_list_row (self->expander, row);
  g_signal_group_set_target (self->node_signals, node);
  g_signal_group_set_target (self->row_signals, row);
  g_signal_group_set_target (self->lens_signals, tl_session_get_lens (session));
  update (self);
}

/**
 * tl_outline_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
tl_outline_row_unbind (TlOutlineRow *self)
{
  g_return_if_fail (TL_IS_OUTLINE_ROW (self));

  g_signal_group_set_target (self->node_signals, NULL);
  g_signal_group_set_target (self->row_signals, NULL);
  g_signal_group_set_target (self->lens_signals, NULL);
  end_rename (self);
  gtk_tree_expander_set_list_row (self->expander, NULL);
  g_clear_object (&self->row);
  g_clear_pointer (&self->shown, g_free);
}

/**
 * tl_outline_row_get_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the row of the tree that it shows
 */
GtkTreeListRow *
tl_outline_row_get_row (TlOutlineRow *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ROW (self), NULL);

  return self->row;
}

/**
 * tl_outline_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the item that it shows
 */
TlItem *
tl_outline_row_get_item (TlOutlineRow *self)
{
  g_autoptr (TlOutlineNode) node = NULL;

  g_return_val_if_fail (TL_IS_OUTLINE_ROW (self), NULL);

  node = self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;
  return node != NULL ? tl_outline_node_get_item (node) : NULL;
}

/**
 * tl_outline_row_begin_rename:
 * @self: a row of an item with a title
 *
 * Puts an entry in place of the title. Return takes the new title, and so does going elsewhere;
 * Escape leaves the old one. One that cannot be taken is refused where it stands.
 */
void
tl_outline_row_begin_rename (TlOutlineRow *self)
{
  TlItem *item = tl_outline_row_get_item (self);

  if (item == NULL || self->entry != NULL)
    return;
  self->entry = TL_RENAME_ENTRY (tl_rename_entry_new (tl_item_get_title (item)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  g_signal_connect_object (self->entry, "done", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->words, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
tl_outline_row_is_renaming (TlOutlineRow *self)
{
  return self->entry != NULL;
}
