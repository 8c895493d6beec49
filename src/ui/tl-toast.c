/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-toast.h"

#define STAY_S 5

struct _TlToast
{
  GtkWidget parent_instance;

  /* Template. */
  GtkRevealer *revealer;
  GtkEventControllerFocus *focus;
  GtkEventControllerMotion *motion;
  GtkLabel *label;
  GtkButton *button;

  guint stay_source;
};

enum
{
  PROP_ACTION_NAME = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlToast, tl_toast, GTK_TYPE_WIDGET)

static gboolean
stay_cb (gpointer user_data)
{
  TlToast *self = user_data;

  self->stay_source = 0;
  tl_toast_hide (self);
  return G_SOURCE_REMOVE;
}

/* The clock runs while it is shown, and stands still while somebody is at it. */
static void
restart_clock (TlToast *self)
{
  g_clear_handle_id (&self->stay_source, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer)
      && !gtk_event_controller_focus_contains_focus (self->focus)
      && !gtk_event_controller_motion_contains_pointer (self->motion))
    self->stay_source = g_timeout_add_seconds (STAY_S, stay_cb, self);
}

static void
held_cb (TlToast *self)
{
  restart_clock (self);
}

/* What is put away is gone for assistive technologies as well. The toast itself stays: they hear of
 * the name of what they know already. */
static void
revealed_cb (TlToast *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer)
      && !gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static void
dismiss_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tl_toast_hide (TL_TOAST (widget));
}

static void
tl_toast_dispose (GObject *object)
{
  TlToast *self = TL_TOAST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_handle_id (&self->stay_source, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_toast_parent_class)->dispose (object);
}

static void
tl_toast_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlToast *self = TL_TOAST (object);

  switch (prop_id)
    {
    case PROP_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_toast_class_init (TlToastClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_toast_dispose;
  object_class->set_property = tl_toast_set_property;
  props[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "toast.dismiss", NULL, dismiss_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, TlToast, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlToast, focus);
  gtk_widget_class_bind_template_child (widget_class, TlToast, motion);
  gtk_widget_class_bind_template_child (widget_class, TlToast, label);
  gtk_widget_class_bind_template_child (widget_class, TlToast, button);
  gtk_widget_class_bind_template_callback (widget_class, held_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tl_toast_hide);
}

static void
tl_toast_init (TlToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_toast_new:
 *
 * Returns: (transfer floating): a toast that is not shown
 */
GtkWidget *
tl_toast_new (void)
{
  return g_object_new (TL_TYPE_TOAST, NULL);
}

/**
 * tl_toast_show:
 * @self: a toast
 * @text: what there is to say, plain text
 * @button: (nullable): what its button is called, with a mnemonic; NULL for no button
 *
 * Says it for some seconds, in place of what was said before.
 */
void
tl_toast_show (TlToast *self, const char *text, const char *button)
{
  g_return_if_fail (TL_IS_TOAST (self) && text != NULL);

  gtk_label_set_label (self->label, text);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  restart_clock (self);
}

/**
 * tl_toast_hide:
 * @self: a toast
 *
 * Puts it away.
 */
void
tl_toast_hide (TlToast *self)
{
  g_return_if_fail (TL_IS_TOAST (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  restart_clock (self);
}

/**
 * tl_toast_drop_button:
 * @self: a toast
 *
 * Takes its button from it, because what the button did is no longer what the text says.
 */
void
tl_toast_drop_button (TlToast *self)
{
  g_return_if_fail (TL_IS_TOAST (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
}

/**
 * tl_toast_get_button:
 * @self: a toast
 *
 * Returns: (nullable): what its button is called; NULL where there is nothing to press
 */
const char *
tl_toast_get_button (TlToast *self)
{
  g_return_val_if_fail (TL_IS_TOAST (self), NULL);

  if (!gtk_revealer_get_reveal_child (self->revealer)
      || !gtk_widget_get_visible (GTK_WIDGET (self->button)))
    return NULL;
  return gtk_button_get_label (self->button);
}
