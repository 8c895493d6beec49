/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-legend-symbol.h"

#include "tl-snapshot-painter.h"
#include "tl-style.h"

#define WIDTH 32
#define HEIGHT 18

struct _TlLegendSymbol
{
  GtkWidget parent_instance;

  GskRenderNode *node; /* (nullable) owned */
};

G_DEFINE_FINAL_TYPE (TlLegendSymbol, tl_legend_symbol, GTK_TYPE_WIDGET)

static void
tl_legend_symbol_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
tl_legend_symbol_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlLegendSymbol *self = TL_LEGEND_SYMBOL (widget);

  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
tl_legend_symbol_finalize (GObject *object)
{
  g_clear_pointer (&TL_LEGEND_SYMBOL (object)->node, gsk_render_node_unref);

  G_OBJECT_CLASS (tl_legend_symbol_parent_class)->finalize (object);
}

static void
tl_legend_symbol_class_init (TlLegendSymbolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_legend_symbol_finalize;
  widget_class->measure = tl_legend_symbol_measure;
  widget_class->snapshot = tl_legend_symbol_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_legend_symbol_init (TlLegendSymbol *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tl_legend_symbol_new:
 * @key: what it stands for
 * @colouring: the one that the key is of
 *
 * Returns: (transfer floating): the symbol, in the colours of now
 */
GtkWidget *
tl_legend_symbol_new (const TlLegendKey *key, const TlColouring *colouring)
{
  TlLegendSymbol *self = g_object_new (TL_TYPE_LEGEND_SYMBOL, NULL);
  PangoContext *context = tl_style_create_picture_context (GTK_WIDGET (self));
  g_autoptr (TlSnapshotPainter) painter = tl_snapshot_painter_new (context);
  double width = tl_legend_get_symbol_width (key);

  tl_snapshot_painter_begin (painter);
  tl_legend_paint_symbol (key, colouring, tl_style_get_theme (), TL_PAINTER (painter),
                          tl_rect ((WIDTH - width) / 2, 0, width, HEIGHT));
  self->node = tl_snapshot_painter_end (painter);
  g_object_unref (context);
  return GTK_WIDGET (self);
}
