/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-list.h"

#include <glib/gi18n-lib.h>

#include "tl-item-link.h"

/* How many items are shown at first, and how many more at a time. */
#define FIRST_N 6
#define MORE_N 20

struct _TlItemList
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *owner;
  GPtrArray *items;

  /* Template. */
  GtkBox *rows;
  GtkButton *more;

  TlItemWordsFunc words;
  guint limit;
};

G_DEFINE_FINAL_TYPE (TlItemList, tl_item_list, GTK_TYPE_WIDGET)

static void
show_row (TlItemList *self, GtkWidget *row, TlItem *item)
{
  g_autofree char *words = self->words != NULL ? self->words (self->session, item) : NULL;

  tl_item_link_show (TL_ITEM_LINK (row), self->session, item, words);
}

/* The focus stays in the list when its row is no longer needed. */
static void
remove_row (TlItemList *self, GtkWidget *row)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (row);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == row && before != NULL)
    gtk_widget_grab_focus (before);
  gtk_box_remove (self->rows, row);
}

static void
show_more (TlItemList *self)
{
  guint n_hidden = self->items->len > self->limit ? self->items->len - self->limit : 0;
  g_autofree char *label
      = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_hidden), n_hidden);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_hidden > 0);
}

/* Rows are told what they show; only what is too much or too little comes or goes. */
static void
show_rows (TlItemList *self)
{
  guint n = MIN (self->items->len, self->limit);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < n; i++, row = gtk_widget_get_next_sibling (row))
    {
      if (row == NULL)
        {
          row = tl_item_link_new ();
          gtk_box_append (self->rows, row);
        }
      show_row (self, row, self->items->pdata[i]);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      remove_row (self, row);
      row = next;
    }
  show_more (self);
}

static void
more_cb (TlItemList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));

  self->limit += MORE_N;
  show_rows (self);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

static void
tl_item_list_dispose (GObject *object)
{
  TlItemList *self = TL_ITEM_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->owner);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_item_list_parent_class)->dispose (object);
}

static void
tl_item_list_class_init (TlItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_item_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlItemList, rows);
  gtk_widget_class_bind_template_child (widget_class, TlItemList, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
tl_item_list_init (TlItemList *self)
{
  self->limit = FIRST_N;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_item_list_show:
 * @self: a list
 * @session: a session
 * @owner: whose list it is; with another owner it starts short again
 * @items: (element-type TlItem): what to show, in that order; they are in the workspace
 * @words: (nullable): what there is to say of each
 */
void
tl_item_list_show (TlItemList *self,
                   TlSession *session,
                   TlItem *owner,
                   GPtrArray *items,
                   TlItemWordsFunc words)
{
  g_return_if_fail (TL_IS_ITEM_LIST (self) && TL_IS_SESSION (session) && items != NULL);

  g_set_object (&self->session, session);
  if (g_set_object (&self->owner, owner))
    self->limit = FIRST_N;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
  self->words = words;
  show_rows (self);
}

static int
compare_positions (gconstpointer left, gconstpointer right, gpointer user_data)
{
  TlItem *a = *(TlItem *const *) left;
  TlItem *b = *(TlItem *const *) right;

  return (int) tl_workspace_get_position (user_data, a)
         - (int) tl_workspace_get_position (user_data, b);
}

/**
 * tl_item_collect_referrers:
 * @item: an item in a workspace
 * @field: a reference field of some kind
 *
 * Returns: (transfer full) (element-type TlItem): the items that refer to @item by @field, in the
 *   order of the document
 */
GPtrArray *
tl_item_collect_referrers (TlItem *item, TlField field)
{
  GPtrArray *items = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_ITEM (item), items);

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField by;
      TlItem *referrer = tl_item_get_referrer (item, i, &by);

      if (by == field)
        g_ptr_array_add (items, referrer);
    }
  g_ptr_array_sort_with_data (items, compare_positions, tl_item_get_workspace (item));
  return items;
}

/**
 * tl_item_collect_targets:
 * @item: an item in a workspace
 * @field: a reference field of its kind
 *
 * Returns: (transfer full) (element-type TlItem): what @item refers to by @field
 */
GPtrArray *
tl_item_collect_targets (TlItem *item, TlField field)
{
  GPtrArray *items;
  TlItem *target;

  g_return_val_if_fail (TL_IS_ITEM (item), NULL);

  if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REFS)
    return tl_item_dup_refs (item, field);
  items = g_ptr_array_new ();
  target = tl_item_get_ref (item, field);
  if (target != NULL)
    g_ptr_array_add (items, target);
  return items;
}
