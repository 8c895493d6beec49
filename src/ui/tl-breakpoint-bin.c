/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-breakpoint-bin.h"

#include "tl-style.h"

/* Under these widths, in pixels; with large texts, under larger ones. */
#define NARROW_WIDTH_PX 860
#define COMPACT_WIDTH_PX 600

/* The bin may be as small as this whatever its child would like: the child is told, and folds. */
#define MIN_WIDTH_PX 360
#define MIN_HEIGHT_PX 294

struct _TlBreakpointBin
{
  GtkWidget parent_instance;

  /* Owned. */
  GtkWidget *child;

  guint fold_id; /* idle source */

  /* What the child asks for at least while it is not compact, with texts of a certain scale. */
  int wide_least;
  double text_scale;

  guint is_narrow : 1;
  guint is_compact : 1;
};

enum
{
  PROP_CHILD = 1,
  PROP_NARROW,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlBreakpointBin,
                               tl_breakpoint_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static gboolean
is_narrow_at (TlBreakpointBin *self, int width)
{
  return width < NARROW_WIDTH_PX * tl_style_get_text_scale ();
}

/* Also where the child would be cut off otherwise, as it may be with large texts. */
static gboolean
is_compact_at (TlBreakpointBin *self, int width)
{
  return width < COMPACT_WIDTH_PX * tl_style_get_text_scale ()
         || (is_narrow_at (self, width) && width < self->wide_least);
}

static void
learn_least (TlBreakpointBin *self, int least)
{
  double text_scale = tl_style_get_text_scale ();

  if (self->text_scale != text_scale)
    self->wide_least = 0;
  self->text_scale = text_scale;
  if (self->is_narrow && !self->is_compact)
    self->wide_least = least;
}

static void
set_width (TlBreakpointBin *self, int width)
{
  gboolean is_narrow = is_narrow_at (self, width);
  gboolean is_compact = is_compact_at (self, width);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->is_narrow != is_narrow)
    {
      self->is_narrow = is_narrow;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
  if (self->is_compact != is_compact)
    {
      self->is_compact = is_compact;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
fold_cb (gpointer user_data)
{
  TlBreakpointBin *self = user_data;

  self->fold_id = 0;
  set_width (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

static void
tl_breakpoint_bin_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  TlBreakpointBin *self = TL_BREAKPOINT_BIN (widget);
  int floor = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : MIN_HEIGHT_PX;
  int child_minimum = 0;
  int child_natural = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = MIN (floor, child_minimum);
  *natural = MAX (*minimum, child_natural);
}

static void
tl_breakpoint_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlBreakpointBin *self = TL_BREAKPOINT_BIN (widget);
  int min_width = 0;
  int min_height;
  gboolean is_stale;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  learn_least (self, min_width);
  is_stale = self->is_narrow != is_narrow_at (self, width)
             || self->is_compact != is_compact_at (self, width);
  /* What the properties are bound to changes sizes, which is not allowed while sizes are given. */
  if (is_stale && self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
  if (self->child == NULL)
    return;

  width = MAX (width, min_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, min_height), baseline, NULL);
}

static void
tl_breakpoint_bin_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  if (type == NULL && GTK_IS_WIDGET (child))
    tl_breakpoint_bin_set_child (TL_BREAKPOINT_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = tl_breakpoint_bin_add_child;
}

static void
tl_breakpoint_bin_dispose (GObject *object)
{
  TlBreakpointBin *self = TL_BREAKPOINT_BIN (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_breakpoint_bin_parent_class)->dispose (object);
}

static void
tl_breakpoint_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlBreakpointBin *self = TL_BREAKPOINT_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->is_compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_breakpoint_bin_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      tl_breakpoint_bin_set_child (TL_BREAKPOINT_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_breakpoint_bin_class_init (TlBreakpointBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_breakpoint_bin_dispose;
  object_class->get_property = tl_breakpoint_bin_get_property;
  object_class->set_property = tl_breakpoint_bin_set_property;
  widget_class->measure = tl_breakpoint_bin_measure;
  widget_class->size_allocate = tl_breakpoint_bin_size_allocate;

  props[PROP_CHILD]
      = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tl_breakpoint_bin_init (TlBreakpointBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tl_breakpoint_bin_new:
 *
 * Returns: (transfer floating): an empty bin that thinks itself wide
 */
GtkWidget *
tl_breakpoint_bin_new (void)
{
  return g_object_new (TL_TYPE_BREAKPOINT_BIN, NULL);
}

/**
 * tl_breakpoint_bin_set_child:
 * @self: a bin
 * @child: (nullable): what it holds from now on
 */
void
tl_breakpoint_bin_set_child (TlBreakpointBin *self, GtkWidget *child)
{
  g_return_if_fail (TL_IS_BREAKPOINT_BIN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

/**
 * tl_breakpoint_bin_expect_width:
 * @self: a bin
 * @width: the width that it is going to have, in pixels
 *
 * Folds before the first frame rather than after it.
 */
void
tl_breakpoint_bin_expect_width (TlBreakpointBin *self, int width)
{
  g_return_if_fail (TL_IS_BREAKPOINT_BIN (self));

  set_width (self, width);
}

/**
 * tl_breakpoint_bin_is_narrow:
 * @self: a bin
 *
 * Returns: whether there is no room for panels beside the middle
 */
gboolean
tl_breakpoint_bin_is_narrow (TlBreakpointBin *self)
{
  g_return_val_if_fail (TL_IS_BREAKPOINT_BIN (self), FALSE);

  return self->is_narrow;
}

/**
 * tl_breakpoint_bin_is_compact:
 * @self: a bin
 *
 * Returns: whether there is room for a few buttons in a row only
 */
gboolean
tl_breakpoint_bin_is_compact (TlBreakpointBin *self)
{
  g_return_val_if_fail (TL_IS_BREAKPOINT_BIN (self), FALSE);

  return self->is_compact;
}
