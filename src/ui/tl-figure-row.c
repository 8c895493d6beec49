/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-figure-row.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-words.h"

struct _TlFigureRow
{
  GtkButton parent_instance;

  /* Template. */
  GtkLabel *number;
  GtkLabel *caption;

  TlFigureId figure;
};

G_DEFINE_FINAL_TYPE (TlFigureRow, tl_figure_row, GTK_TYPE_BUTTON)

static void
tl_figure_row_class_init (TlFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, number);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, caption);
}

static void
tl_figure_row_init (TlFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_figure_row_new:
 * @figure: which figure
 *
 * Returns: (transfer floating): a row for it, without a number
 */
GtkWidget *
tl_figure_row_new (TlFigureId figure)
{
  TlFigureRow *self = g_object_new (TL_TYPE_FIGURE_ROW, NULL);

  self->figure = figure;
  gtk_label_set_label (self->caption, tl_figure_get_label (figure));
  return GTK_WIDGET (self);
}

/**
 * tl_figure_row_get_figure:
 * @self: a row
 *
 * Returns: the figure that it shows
 */
TlFigureId
tl_figure_row_get_figure (TlFigureRow *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ROW (self), TL_N_FIGURES);

  return self->figure;
}

/**
 * tl_figure_row_set_share:
 * @self: a row
 * @share: the figure, from 0 to 1; NaN for none
 */
void
tl_figure_row_set_share (TlFigureRow *self, double share)
{
  g_autofree char *percent = tl_share_dup_percent (share);
  /* Translators: the name of a figure, and the figure. */
  g_autofree char *spoken
      = g_strdup_printf (C_ ("figure", "%1$s: %2$s"), tl_figure_get_label (self->figure), percent);

  g_return_if_fail (TL_IS_FIGURE_ROW (self));

  gtk_label_set_label (self->number, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * tl_figure_row_set_caption:
 * @self: a row
 * @caption: what the number is of, where it is not the name of the figure
 */
void
tl_figure_row_set_caption (TlFigureRow *self, const char *caption)
{
  g_return_if_fail (TL_IS_FIGURE_ROW (self));

  gtk_label_set_label (self->caption, caption);
}

/**
 * tl_figure_row_get_number:
 * @self: a row
 *
 * Returns: (transfer none): the widget of the number, for rows that stand under each other
 */
GtkWidget *
tl_figure_row_get_number (TlFigureRow *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ROW (self), NULL);

  return GTK_WIDGET (self->number);
}
