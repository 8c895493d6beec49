/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-figure-popover.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-figure-words.h"
#include "tl-item-words.h"

struct _TlFigurePopover
{
  GtkPopover parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;
  GListStore *items; /* of TlItem, those of the chosen set */

  /* Template. */
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *formula;
  GtkLabel *gap;
  GtkLabel *gain;
  GtkToggleButton *part;
  GtkToggleButton *rest;
  GtkToggleButton *whole;
  GtkListView *list;
  GtkWidget *select_all;
  GtkWidget *show_in_table;

  TlFigureId figure;
};

/* An item, and what it is sorted by. */
typedef struct
{
  TlItem *item; /* borrowed */
  double amount;
} Entry;

G_DEFINE_FINAL_TYPE (TlFigurePopover, tl_figure_popover, GTK_TYPE_POPOVER)

static TlFigureSet
get_set (TlFigurePopover *self)
{
  if (gtk_toggle_button_get_active (self->part))
    return TL_FIGURE_PART;
  return gtk_toggle_button_get_active (self->rest) ? TL_FIGURE_REST : TL_FIGURE_WHOLE;
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const Entry *a = left;
  const Entry *b = right;

  return a->amount < b->amount ? 1 : a->amount > b->amount ? -1 : 0;
}

/* The largest first; what is alike stays in its order. */
static void
sort (GPtrArray *items, TlAlignment *alignment, TlFigureId figure, TlFigureSet set)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      Entry entry
          = { items->pdata[i], tl_figure_get_amount (alignment, figure, set, items->pdata[i]) };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare);
  for (guint i = 0; i < items->len; i++)
    items->pdata[i] = g_array_index (entries, Entry, i).item;
}

static void
show_items (TlFigurePopover *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  TlFigureSet set = get_set (self);
  g_autoptr (GPtrArray) items = tl_figure_dup_items (alignment, self->figure, set);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  sort (items, alignment, self->figure, set);
  g_list_store_splice (self->items, 0, n_old, items->pdata, items->len);
  gtk_widget_set_sensitive (self->select_all, items->len > 0);
  gtk_widget_set_sensitive (self->show_in_table, items->len > 0);
}

static void
set_cb (TlFigurePopover *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && self->session != NULL)
    show_items (self);
}

static void
show_count (GtkToggleButton *button,
            const char *format,
            TlAlignment *alignment,
            TlFigureId figure,
            TlFigureSet set)
{
  g_autoptr (GPtrArray) items = tl_figure_dup_items (alignment, figure, set);
  g_autofree char *number = g_strdup_printf ("%u", items->len);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (number, parts);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
show_optional (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static void
update (TlFigurePopover *self)
{
  TlAnalysis *analysis = tl_session_get_analysis (self->session);
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  g_autofree char *percent = tl_share_dup_percent (tl_figures_get_value (figures, self->figure));
  g_autofree char *division = tl_figure_dup_division (alignment, self->figure);
  /* Translators: a share, and the numbers that are divided: “64 % · 29 of 45”. */
  g_autofree char *value = g_strdup_printf (C_ ("figure", "%1$s · %2$s"), percent, division);

  gtk_label_set_label (self->value, value);
  show_optional (self->gap, tl_figure_dup_gap (figures, self->figure));
  show_optional (self->gain, tl_figure_dup_gain (alignment, self->figure));
  /* Translators: on buttons that choose which items of a figure are listed; %s is how many. */
  show_count (self->part, C_ ("items of a figure", "In It (%s)"), alignment, self->figure,
              TL_FIGURE_PART);
  show_count (self->rest, C_ ("items of a figure", "Left Out (%s)"), alignment, self->figure,
              TL_FIGURE_REST);
  show_count (self->whole, C_ ("items of a figure", "All (%s)"), alignment, self->figure,
              TL_FIGURE_WHOLE);
  show_items (self);
}

static void
select_items (TlFigurePopover *self)
{
  g_autoptr (GPtrArray) items = tl_figure_dup_items (tl_session_get_alignment (self->session),
                                                     self->figure, get_set (self));

  tl_selection_set_items (tl_session_get_selection (self->session), items);
}

static void
select_all_cb (TlFigurePopover *self)
{
  select_items (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* A table that shows another register turns to the one that the first of them is in. */
static void
show_in_table_cb (TlFigurePopover *self)
{
  g_autoptr (TlItem) first = g_list_model_get_item (G_LIST_MODEL (self->items), 0);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "table");
  if (first != NULL)
    tl_session_reveal (self->session, first);
  select_items (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
activate_cb (TlFigurePopover *self, guint position)
{
  g_autoptr (TlItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  tl_session_reveal (self->session, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                  PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *amount = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);

  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_add_css_class (amount, "dim-label");
  gtk_widget_add_css_class (amount, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_list_item_set_child (list_item, box);
}

/* Where things are counted, each is one and needs no number. */
static void
bind_cb (TlFigurePopover *self, GtkListItem *list_item)
{
  TlItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  gboolean is_counted = tl_figure_get_spec (self->figure)->unit == TL_FIGURE_UNIT_ITEMS;
  double amount = tl_figure_get_amount (tl_session_get_alignment (self->session), self->figure,
                                        get_set (self), item);
  g_autofree char *name = tl_item_dup_name (item);
  g_autofree char *text = is_counted ? g_strdup ("") : tl_figure_dup_amount (self->figure, amount);
  /* Translators: an item, and what it adds to a figure, for screen readers. */
  g_autofree char *spoken = g_strdup_printf (C_ ("figure", "%1$s, %2$s"), name, text);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_tooltip_text (box, name);
  tl_list_row_set_label (box, is_counted ? name : spoken);
}

static void
tl_figure_popover_dispose (GObject *object)
{
  TlFigurePopover *self = TL_FIGURE_POPOVER (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_figure_popover_parent_class)->dispose (object);
}

static void
tl_figure_popover_class_init (TlFigurePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figure_popover_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-figure-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, title);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, value);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, formula);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, gap);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, gain);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, part);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, rest);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, whole);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, list);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, select_all);
  gtk_widget_class_bind_template_child (widget_class, TlFigurePopover, show_in_table);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_in_table_cb);
}

static void
tl_figure_popover_init (TlFigurePopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TL_TYPE_ITEM);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  self->signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "analysed", G_CALLBACK (update), self);
}

/**
 * tl_figure_popover_new:
 * @session: the session
 * @figure: which figure to explain
 *
 * Returns: (transfer floating): a popover to be given a parent and popped up
 */
GtkWidget *
tl_figure_popover_new (TlSession *session, TlFigureId figure)
{
  TlFigurePopover *self;
  const char *label;

  g_return_val_if_fail (TL_IS_SESSION (session) && figure < TL_N_FIGURES, NULL);

  self = g_object_new (TL_TYPE_FIGURE_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->figure = figure;
  label = tl_figure_get_label (figure);
  gtk_label_set_label (self->title, label);
  gtk_label_set_label (self->formula, tl_figure_get_formula (figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update (self);
  g_signal_group_set_target (self->signals, session);
  return GTK_WIDGET (self);
}
