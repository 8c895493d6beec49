/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-link.h"

#include "tl-picker-row.h"

struct _TlItemLink
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *item;

  /* Template. */
  GtkWidget *button;
  TlPickerRow *row;
};

G_DEFINE_FINAL_TYPE (TlItemLink, tl_item_link, GTK_TYPE_WIDGET)

static void
clicked_cb (TlItemLink *self)
{
  if (self->item != NULL && tl_item_get_workspace (self->item) != NULL)
    tl_item_open (self->session, self->item);
}

/* Without this, a widget whose focus can be grabbed takes it again when it is to be left backwards.
 */
static gboolean
tl_item_link_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (TL_ITEM_LINK (widget)->button, direction);
}

static gboolean
tl_item_link_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_ITEM_LINK (widget)->button);
}

static void
tl_item_link_dispose (GObject *object)
{
  TlItemLink *self = TL_ITEM_LINK (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_item_link_parent_class)->dispose (object);
}

static void
tl_item_link_class_init (TlItemLinkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_item_link_dispose;
  widget_class->focus = tl_item_link_focus;
  widget_class->grab_focus = tl_item_link_grab_focus;

  g_type_ensure (TL_TYPE_PICKER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-item-link.ui");
  gtk_widget_class_bind_template_child (widget_class, TlItemLink, button);
  gtk_widget_class_bind_template_child (widget_class, TlItemLink, row);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
tl_item_link_init (TlItemLink *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_item_link_new:
 *
 * Returns: (transfer floating): a link that leads nowhere yet
 */
GtkWidget *
tl_item_link_new (void)
{
  return g_object_new (TL_TYPE_ITEM_LINK, NULL);
}

/**
 * tl_item_link_show:
 * @self: a link
 * @session: a session
 * @item: where it leads from now on
 * @words: (nullable): what there is to say of @item here, translated
 */
void
tl_item_link_show (TlItemLink *self, TlSession *session, TlItem *item, const char *words)
{
  g_autoptr (TlPickerEntry) entry = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (TL_IS_ITEM_LINK (self) && TL_IS_SESSION (session) && TL_IS_ITEM (item));

  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  entry = tl_picker_entry_new (session, item, words);
  spoken = tl_picker_entry_dup_spoken (entry);
  tl_picker_row_set_entry (self->row, entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/**
 * tl_item_link_get_item:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): where it leads
 */
TlItem *
tl_item_link_get_item (TlItemLink *self)
{
  g_return_val_if_fail (TL_IS_ITEM_LINK (self), NULL);

  return self->item;
}

/**
 * tl_item_open:
 * @session: a session
 * @item: an item in it
 */
void
tl_item_open (TlSession *session, TlItem *item)
{
  g_autoptr (TlItem) keep = g_object_ref (item);

  tl_selection_select (tl_session_get_selection (session), item);
  tl_session_reveal (session, item);
}
