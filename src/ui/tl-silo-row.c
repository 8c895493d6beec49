/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-row.h"

#include <glib/gi18n.h>

#include "tl-compat.h"

struct _TlSiloRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSiloPair *pair;
  GSignalGroup *pair_signals;

  /* Template. */
  GtkLabel *first;
  GtkLabel *second;
  GtkLabel *units;
  GtkLabel *percent;
  GtkLabel *likeness;
  GtkLabel *saving;
  GtkWidget *mixed;
  GtkWidget *waived;
};

G_DEFINE_FINAL_TYPE (TlSiloRow, tl_silo_row, GTK_TYPE_WIDGET)

static void
update (TlSiloRow *self)
{
  TlSiloPair *pair = self->pair;
  g_autofree char *words = NULL;

  if (pair == NULL)
    return;
  words = tl_silo_pair_dup_words (pair);
  gtk_label_set_label (self->first, pair->names[0]);
  gtk_label_set_label (self->second, pair->names[1]);
  gtk_label_set_label (self->units, pair->units);
  gtk_label_set_label (self->percent, pair->percent);
  gtk_label_set_label (self->likeness, pair->likeness);
  gtk_label_set_label (self->saving, pair->saving != NULL ? pair->saving : "");
  gtk_widget_set_visible (GTK_WIDGET (self->saving), pair->saving != NULL);
  gtk_widget_set_visible (self->mixed, pair->is_mixed && pair->is_duplicate);
  gtk_widget_set_visible (self->waived, pair->is_waived);
  tl_list_row_set_label (GTK_WIDGET (self), words);
}

static void
released_cb (TlSiloRow *self, int n_press)
{
  if (self->pair != NULL && n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "silo.open", "(ss)",
                                tl_item_get_id (self->pair->items[0]),
                                tl_item_get_id (self->pair->items[1]));
}

static void
tl_silo_row_dispose (GObject *object)
{
  TlSiloRow *self = TL_SILO_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->pair_signals);
  g_clear_object (&self->pair);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_silo_row_parent_class)->dispose (object);
}

static void
tl_silo_row_class_init (TlSiloRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_silo_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "silorow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-silo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, first);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, second);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, units);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, percent);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, likeness);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, saving);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, mixed);
  gtk_widget_class_bind_template_child (widget_class, TlSiloRow, waived);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
tl_silo_row_init (TlSiloRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pair_signals = g_signal_group_new (TL_TYPE_SILO_PAIR);
  g_signal_group_connect_swapped (self->pair_signals, "changed", G_CALLBACK (update), self);
}

/**
 * tl_silo_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_silo_row_new (void)
{
  return g_object_new (TL_TYPE_SILO_ROW, NULL);
}

/**
 * tl_silo_row_bind:
 * @self: a row
 * @pair: two projects
 *
 * Shows the pair until tl_silo_row_unbind().
 */
void
tl_silo_row_bind (TlSiloRow *self, TlSiloPair *pair)
{
  g_return_if_fail (TL_IS_SILO_ROW (self) && TL_IS_SILO_PAIR (pair));

  g_set_object (&self->pair, pair);
  g_signal_group_set_target (self->pair_signals, pair);
  update (self);
}

/**
 * tl_silo_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
tl_silo_row_unbind (TlSiloRow *self)
{
  g_return_if_fail (TL_IS_SILO_ROW (self));

  g_signal_group_set_target (self->pair_signals, NULL);
  g_clear_object (&self->pair);
}
