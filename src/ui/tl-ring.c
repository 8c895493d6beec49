/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-ring.h"

#include <math.h>

#include "tl-compat.h"

/* In pixels. */
#define RING_SIZE_PX 88
#define STROKE_PX 9.0

struct _TlRing
{
  GtkWidget parent_instance;

  /* Owned. */
  GtkWidget *label;

  double share; /* NaN: there is none */
};

G_DEFINE_FINAL_TYPE (TlRing, tl_ring, GTK_TYPE_WIDGET)

static void
stroke_arc (cairo_t *cr, double size, double share, const GdkRGBA *color)
{
  const double top = -G_PI / 2;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_arc (cr, size / 2, size / 2, (size - STROKE_PX) / 2, top, top + share * 2 * G_PI);
  cairo_stroke (cr);
}

static void
tl_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlRing *self = TL_RING (widget);
  double size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA color;
  GdkRGBA ground;
  cairo_t *cr;

  tl_widget_get_color (widget, &color);
  ground = color;
  ground.alpha *= .16F;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  cairo_set_line_width (cr, STROKE_PX);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_arc (cr, size, 1, &ground);
  if (self->share > 0)
    stroke_arc (cr, size, self->share, &color);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
tl_ring_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  TlRing *self = TL_RING (widget);
  int label;

  /* Larger letters make a larger ring. */
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &label, NULL, NULL, NULL);
  *minimum = *natural = MAX (RING_SIZE_PX, label + 4 * (int) STROKE_PX);
}

static void
tl_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (TL_RING (widget)->label, width, height, baseline, NULL);
}

static void
tl_ring_dispose (GObject *object)
{
  g_clear_pointer (&TL_RING (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_ring_parent_class)->dispose (object);
}

static void
tl_ring_class_init (TlRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_ring_dispose;
  widget_class->measure = tl_ring_measure;
  widget_class->size_allocate = tl_ring_size_allocate;
  widget_class->snapshot = tl_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_ring_init (TlRing *self)
{
  self->share = NAN;
  self->label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * tl_ring_new:
 *
 * Returns: (transfer floating): a ring without a share
 */
GtkWidget *
tl_ring_new (void)
{
  return g_object_new (TL_TYPE_RING, NULL);
}

/**
 * tl_ring_set_share:
 * @self: a ring
 * @share: the part of the circle from 0 to 1; NaN for none
 * @text: what stands in the middle
 */
void
tl_ring_set_share (TlRing *self, double share, const char *text)
{
  g_return_if_fail (TL_IS_RING (self));

  self->share = CLAMP (share, 0, 1);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
