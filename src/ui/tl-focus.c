/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-focus.h"

static GtkWidget *
find_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) ? focus : NULL;
}

/**
 * tl_focus_is_in:
 * @widget: a widget
 *
 * Returns: whether something in @widget has the keyboard, other than @widget itself
 */
gboolean
tl_focus_is_in (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return find_focus_in (widget) != NULL;
}

/**
 * tl_focus_find_item:
 * @list: a list
 *
 * Returns: (transfer none) (nullable): the child of @list that has the keyboard, or in which
 *   something has; the row that a factory has made is the child of that
 */
GtkWidget *
tl_focus_find_item (GtkListView *list)
{
  GtkWidget *item;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  item = find_focus_in (GTK_WIDGET (list));
  while (item != NULL && gtk_widget_get_parent (item) != GTK_WIDGET (list))
    item = gtk_widget_get_parent (item);
  return item;
}
