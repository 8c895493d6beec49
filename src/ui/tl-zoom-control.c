/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-zoom-control.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TEMPLATE "/io/github/throughline/Throughline/ui/tl-zoom-control.ui"

struct _TlZoomControl
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *reset_button;
  GtkWidget *percentage;

  double zoom;
};

enum
{
  PROP_ZOOM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlZoomControl, tl_zoom_control, GTK_TYPE_WIDGET)

static void
set_zoom (TlZoomControl *self, double zoom)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  /* Translators: a zoom level; the space before the sign is a narrow one. */
  text = g_strdup_printf (C_ ("zoom", "%d\u202f%%"), (int) lround (zoom * 100));
  /* Translators: for screen readers, a button that shows the zoom level, and sets it to 100 %. */
  label = g_strdup_printf (C_ ("accessible", "Zoom is %d %%, reset"), (int) lround (zoom * 100));
  gtk_label_set_text (GTK_LABEL (self->percentage), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
tl_zoom_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    g_value_set_double (value, TL_ZOOM_CONTROL (object)->zoom);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_zoom_control_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    set_zoom (TL_ZOOM_CONTROL (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_zoom_control_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_zoom_control_parent_class)->dispose (object);
}

static void
tl_zoom_control_class_init (TlZoomControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_zoom_control_dispose;
  object_class->get_property = tl_zoom_control_get_property;
  object_class->set_property = tl_zoom_control_set_property;

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, 0, 100, 0,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, TlZoomControl, reset_button);
  gtk_widget_class_bind_template_child (widget_class, TlZoomControl, percentage);
  gtk_widget_class_set_css_name (widget_class, "zoomcontrol");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_zoom_control_init (TlZoomControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_zoom_control_new:
 *
 * Returns: (transfer floating): the buttons; what they do is the canvas's
 */
GtkWidget *
tl_zoom_control_new (void)
{
  return g_object_new (TL_TYPE_ZOOM_CONTROL, NULL);
}
