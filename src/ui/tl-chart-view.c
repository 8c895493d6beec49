/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-chart-view.h"

#include "tl-snapshot-painter.h"
#include "tl-style.h"

#define HEIGHT_PX 12
#define MAX_HEIGHT_PX 4096

struct _TlChartView
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSnapshotPainter *painter;
  GskRenderNode *node; /* as it was drawn last; NULL when that is out of date */
  gpointer user_data;
  GDestroyNotify destroy;

  TlChartFunc func;
  int height;
};

enum
{
  PROP_HEIGHT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlChartView, tl_chart_view, GTK_TYPE_WIDGET)

static void
redraw (TlChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
build_node (TlChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlRect place = tl_rect (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->painter == NULL)
    self->painter = tl_snapshot_painter_new (gtk_widget_get_pango_context (widget));
  tl_snapshot_painter_begin (self->painter);
  self->func (TL_PAINTER (self->painter), tl_style_get_theme (), place, self->user_data);
  self->node = tl_snapshot_painter_end (self->painter);
}

static void
tl_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->func == NULL)
    return;
  if (self->node == NULL)
    build_node (self);
  if (self->node == NULL)
    return;
  /* Bars grow in the direction of reading. */
  if (is_mirrored)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget), 0.F));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
tl_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural
      = orientation == GTK_ORIENTATION_VERTICAL ? TL_CHART_VIEW (widget)->height : 0;
}

static void
tl_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  redraw (TL_CHART_VIEW (widget));
}

static void
tl_chart_view_dispose (GObject *object)
{
  TlChartView *self = TL_CHART_VIEW (object);

  tl_chart_view_set_func (self, NULL, NULL, NULL);
  g_clear_object (&self->painter);

  G_OBJECT_CLASS (tl_chart_view_parent_class)->dispose (object);
}

static void
tl_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HEIGHT:
      g_value_set_int (value, TL_CHART_VIEW (object)->height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HEIGHT:
      TL_CHART_VIEW (object)->height = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_view_class_init (TlChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_chart_view_dispose;
  object_class->get_property = tl_chart_view_get_property;
  object_class->set_property = tl_chart_view_set_property;
  widget_class->measure = tl_chart_view_measure;
  widget_class->size_allocate = tl_chart_view_size_allocate;
  widget_class->snapshot = tl_chart_view_snapshot;

  props[PROP_HEIGHT] = g_param_spec_int ("height", NULL, NULL, 0, MAX_HEIGHT_PX, HEIGHT_PX,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_chart_view_init (TlChartView *self)
{
  self->height = HEIGHT_PX;
  tl_style_connect (self, G_CALLBACK (redraw));
}

/**
 * tl_chart_view_new:
 *
 * Returns: (transfer floating): a view of no chart
 */
GtkWidget *
tl_chart_view_new (void)
{
  return g_object_new (TL_TYPE_CHART_VIEW, NULL);
}

/**
 * tl_chart_view_set_func:
 * @self: a view
 * @func: (nullable): draws the chart, whenever it is asked to
 * @user_data: for @func
 * @destroy: (nullable): for @user_data
 *
 * Shows another chart from now on.
 */
void
tl_chart_view_set_func (TlChartView *self,
                        TlChartFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (TL_IS_CHART_VIEW (self));

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  redraw (self);
}
