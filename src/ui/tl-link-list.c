/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-link-list.h"

#include <glib/gi18n-lib.h>

#include "tl-link-row.h"
#include "tl-picker.h"

struct _TlLinkList
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *item;

  /* Template. */
  GtkLabel *heading;
  GtkBox *rows;
  GtkLabel *none;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (TlLinkList, tl_link_list, GTK_TYPE_WIDGET)

static int
compare_positions (gconstpointer left, gconstpointer right, gpointer user_data)
{
  TlItem *a = *(TlItem *const *) left;
  TlItem *b = *(TlItem *const *) right;

  return (int) tl_workspace_get_position (user_data, a)
         - (int) tl_workspace_get_position (user_data, b);
}

/* In the order of the document. */
static GPtrArray *
collect_links (TlLinkList *self)
{
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < tl_item_get_n_referrers (self->item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (self->item, i, &field);

      if ((field == TL_LINK_PROJECT && tl_item_get_ref (link, TL_LINK_TARGET) != NULL)
          || (field == TL_LINK_TARGET && tl_item_get_ref (link, TL_LINK_PROJECT) != NULL))
        g_ptr_array_add (links, link);
    }
  g_ptr_array_sort_with_data (links, compare_positions, tl_item_get_workspace (self->item));
  return links;
}

/* Rows that still stand for the same links in the same order are kept, with what is being typed in
 * them. */
static gboolean
shows_links (TlLinkList *self, GPtrArray *links)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < links->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL || tl_link_row_get_link (TL_LINK_ROW (row)) != links->pdata[i])
      return FALSE;
  return row == NULL;
}

static void
remove_rows (TlLinkList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
show_links (TlLinkList *self, GPtrArray *links)
{
  if (shows_links (self, links))
    {
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        tl_link_row_refresh (TL_LINK_ROW (row));
      return;
    }
  /* The focus must not vanish with a row that is removed. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
  remove_rows (self);
  for (guint i = 0; i < links->len; i++)
    gtk_box_append (self->rows, tl_link_row_new (self->session, links->pdata[i], self->item));
}

static const char *
get_heading (TlKind kind)
{
  switch (kind)
    {
    case TL_KIND_PROJECT:
      return C_ ("links", "Serves");
    case TL_KIND_OBJECTIVE:
      return C_ ("links", "Supported By");
    default:
      return C_ ("links", "Linked Without an Objective");
    }
}

static gboolean
is_alarming (TlLinkList *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);

  if (tl_item_get_kind (self->item) == TL_KIND_OBJECTIVE)
    return tl_alignment_is_active_objective (alignment, self->item);
  return tl_alignment_get_standing (alignment, self->item) == TL_STANDING_UNLINKED;
}

static const char *
get_none (TlLinkList *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);

  if (tl_item_get_kind (self->item) == TL_KIND_OBJECTIVE)
    return is_alarming (self) ? _ ("▲ No project supports it.") : _ ("No project supports it.");
  if (tl_alignment_get_standing (alignment, self->item) == TL_STANDING_MANDATE)
    return _ ("No objective. A rule demands this work.");
  if (is_alarming (self))
    return _ ("▲ No objective. What is tied to nothing is hard to defend.");
  return _ ("No objective.");
}

static void
show_none (TlLinkList *self)
{
  gtk_label_set_text (self->none, get_none (self));
  if (is_alarming (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->none), "tl-alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->none), "tl-alarm");
}

static void
add_cb (TlLinkList *self)
{
  if (self->item != NULL)
    tl_picker_link (GTK_WIDGET (self), self->session, self->item);
}

static void
tl_link_list_dispose (GObject *object)
{
  TlLinkList *self = TL_LINK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_link_list_parent_class)->dispose (object);
}

static void
tl_link_list_class_init (TlLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_link_list_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-link-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLinkList, heading);
  gtk_widget_class_bind_template_child (widget_class, TlLinkList, rows);
  gtk_widget_class_bind_template_child (widget_class, TlLinkList, none);
  gtk_widget_class_bind_template_child (widget_class, TlLinkList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_link_list_init (TlLinkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
can_have_links (TlItem *item)
{
  return item != NULL
         && (tl_item_get_kind (item) == TL_KIND_PROJECT
             || tl_item_get_kind (item) == TL_KIND_OBJECTIVE
             || tl_item_get_kind (item) == TL_KIND_GOAL);
}

/**
 * tl_link_list_bind:
 * @self: a list
 * @session: (nullable): the session
 * @item: (nullable): whose links to show; the list hides for what cannot have any
 */
void
tl_link_list_bind (TlLinkList *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_LINK_LIST (self));

  remove_rows (self);
  g_set_object (&self->session, session);
  if (!can_have_links (item))
    item = NULL;
  g_set_object (&self->item, item);
  if (item == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  gtk_label_set_text (self->heading, get_heading (tl_item_get_kind (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_heading (tl_item_get_kind (item)), -1);
  gtk_button_set_label (self->add, tl_item_get_kind (item) == TL_KIND_PROJECT
                                       ? C_ ("links", "Link to an Objective…")
                                       : C_ ("links", "Link a Project…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), tl_session_is_editable (session));
  tl_link_list_refresh (self);
}

/**
 * tl_link_list_refresh:
 * @self: a list
 *
 * Links, or what they join, may have changed. A goal shows its links only when it has any, for
 * they are a stop-gap.
 */
void
tl_link_list_refresh (TlLinkList *self)
{
  g_autoptr (GPtrArray) links = NULL;
  gboolean is_goal;

  g_return_if_fail (TL_IS_LINK_LIST (self));

  if (self->item == NULL)
    return;
  links = collect_links (self);
  is_goal = tl_item_get_kind (self->item) == TL_KIND_GOAL;
  show_links (self, links);
  gtk_widget_set_visible (GTK_WIDGET (self), !is_goal || links->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), links->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), links->len == 0);
  if (!is_goal)
    show_none (self);
}
