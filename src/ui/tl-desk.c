/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-desk.h"

typedef struct
{
  /* Owned. */
  TlSession *session;
  GSignalGroup *session_signals;

  guint is_stale : 1; /* something has changed while nobody looked */
} TlDeskPrivate;

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlDesk, tl_desk, GTK_TYPE_WIDGET)

static void
refresh (TlDesk *self)
{
  TlDeskPrivate *priv = tl_desk_get_instance_private (self);

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->is_stale)
    TL_DESK_GET_CLASS (self)->refresh (self);
}

static void
tl_desk_map (GtkWidget *widget)
{
  TlDesk *self = TL_DESK (widget);
  TlDeskPrivate *priv = tl_desk_get_instance_private (self);

  GTK_WIDGET_CLASS (tl_desk_parent_class)->map (widget);
  if (priv->is_stale)
    refresh (self);
}

static void
tl_desk_dispose (GObject *object)
{
  TlDeskPrivate *priv = tl_desk_get_instance_private (TL_DESK (object));
  GtkWidget *child;

  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_desk_parent_class)->dispose (object);
}

static void
tl_desk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, tl_desk_get_session (TL_DESK (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_desk_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      tl_desk_set_session (TL_DESK (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_desk_class_init (TlDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_desk_dispose;
  object_class->get_property = tl_desk_get_property;
  object_class->set_property = tl_desk_set_property;
  widget_class->map = tl_desk_map;

  props[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "desk");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_desk_init (TlDesk *self)
{
  TlDeskPrivate *priv = tl_desk_get_instance_private (self);

  priv->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (priv->session_signals, "analysed", G_CALLBACK (refresh), self);
}

/**
 * tl_desk_get_session:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): what is worked on
 */
TlSession *
tl_desk_get_session (TlDesk *self)
{
  TlDeskPrivate *priv = tl_desk_get_instance_private (self);

  g_return_val_if_fail (TL_IS_DESK (self), NULL);

  return priv->session;
}

/**
 * tl_desk_set_session:
 * @self: a desk
 * @session: (nullable): what is worked on from now on
 */
void
tl_desk_set_session (TlDesk *self, TlSession *session)
{
  TlDeskPrivate *priv = tl_desk_get_instance_private (self);

  g_return_if_fail (TL_IS_DESK (self) && (session == NULL || TL_IS_SESSION (session)));

  if (!g_set_object (&priv->session, session))
    return;
  g_signal_group_set_target (priv->session_signals, session);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
