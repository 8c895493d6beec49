/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-chip.h"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"

struct _TlChip
{
  GtkWidget parent_instance;

  /* Owned. */
  TlItem *item;

  /* Template. */
  GtkWidget *open;
  GtkLabel *title;
  GtkWidget *remove;
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlChip, tl_chip, GTK_TYPE_WIDGET)

static void
open_cb (TlChip *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
remove_cb (TlChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
tl_chip_dispose (GObject *object)
{
  TlChip *self = TL_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_chip_parent_class)->dispose (object);
}

static void
tl_chip_class_init (TlChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chip_dispose;

  /**
   * TlChip::opened:
   * @self: the chip
   *
   * The user wants to see the item.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TL_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  /**
   * TlChip::removed:
   * @self: the chip
   *
   * The user wants it gone.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TL_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChip, open);
  gtk_widget_class_bind_template_child (widget_class, TlChip, title);
  gtk_widget_class_bind_template_child (widget_class, TlChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tl_chip_init (TlChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_chip_new:
 * @item: an item
 *
 * Returns: a chip that names it
 */
GtkWidget *
tl_chip_new (TlItem *item)
{
  TlChip *self = g_object_new (TL_TYPE_CHIP, NULL);
  g_autofree char *name = tl_item_dup_name (item);
  /* Translators: what a button does to one of several items: “Take Off “Field certification””. */
  g_autofree char *take_off = g_strdup_printf (C_ ("field", "Take Off “%s”"), name);

  self->item = g_object_ref (item);
  gtk_label_set_text (self->title, name);
  gtk_widget_set_tooltip_text (self->open, name);
  gtk_widget_set_tooltip_text (self->remove, take_off);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  take_off, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_chip_get_item:
 * @self: a chip
 *
 * Returns: (transfer none): the item that it names
 */
TlItem *
tl_chip_get_item (TlChip *self)
{
  g_return_val_if_fail (TL_IS_CHIP (self), NULL);

  return self->item;
}
