/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-notice.h"

struct _TlNotice
{
  GtkWidget parent_instance;

  /* Template. */
  GtkRevealer *revealer;
  GtkBox *box;
  GtkImage *image;
  GtkLabel *label;
  GtkButton *first;
  GtkButton *second;
};

enum
{
  PROP_REVEALED = 1,
  PROP_TEXT,
  PROP_ICON_NAME,
  PROP_FIRST_LABEL,
  PROP_FIRST_ACTION,
  PROP_SECOND_LABEL,
  PROP_SECOND_ACTION,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlNotice, tl_notice, GTK_TYPE_WIDGET)

static void
set_label (GtkButton *button, const char *label)
{
  gtk_button_set_label (button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
}

static void
dismiss_cb (TlNotice *self)
{
  tl_notice_hide (self);
}

/* Out of sight it takes no room, not even in the window's least width. */
static void
revealed_cb (TlNotice *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer) && !tl_notice_is_shown (self))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
tl_notice_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_notice_parent_class)->dispose (object);
}

static void
tl_notice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlNotice *self = TL_NOTICE (object);

  switch (prop_id)
    {
    case PROP_REVEALED:
      g_value_set_boolean (value, tl_notice_is_shown (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, tl_notice_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_notice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlNotice *self = TL_NOTICE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_FIRST_LABEL:
      set_label (self->first, g_value_get_string (value));
      break;
    case PROP_FIRST_ACTION:
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->first),
                                               g_value_get_string (value));
      break;
    case PROP_SECOND_LABEL:
      set_label (self->second, g_value_get_string (value));
      break;
    case PROP_SECOND_ACTION:
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->second),
                                               g_value_get_string (value));
      break;
    case PROP_COMPACT:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), g_value_get_boolean (value)
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags answers = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags settings = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, answers);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, answers);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, settings);
  props[PROP_FIRST_LABEL] = g_param_spec_string ("first-label", NULL, NULL, NULL, settings);
  props[PROP_FIRST_ACTION] = g_param_spec_string ("first-action", NULL, NULL, NULL, settings);
  props[PROP_SECOND_LABEL] = g_param_spec_string ("second-label", NULL, NULL, NULL, settings);
  props[PROP_SECOND_ACTION] = g_param_spec_string ("second-action", NULL, NULL, NULL, settings);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, settings);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tl_notice_class_init (TlNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_notice_dispose;
  object_class->get_property = tl_notice_get_property;
  object_class->set_property = tl_notice_set_property;
  install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, box);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, image);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, label);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, first);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, second);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
tl_notice_init (TlNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_notice_new:
 *
 * Returns: (transfer floating): a notice that is not shown
 */
GtkWidget *
tl_notice_new (void)
{
  return g_object_new (TL_TYPE_NOTICE, NULL);
}

/**
 * tl_notice_show:
 * @self: a notice
 * @text: what there is to know, plain text
 *
 * Shows it until it is hidden or the user has put it away.
 */
void
tl_notice_show (TlNotice *self, const char *text)
{
  g_return_if_fail (TL_IS_NOTICE (self) && text != NULL);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

/**
 * tl_notice_hide:
 * @self: a notice
 *
 * Puts it away.
 */
void
tl_notice_hide (TlNotice *self)
{
  g_return_if_fail (TL_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

/**
 * tl_notice_is_shown:
 * @self: a notice
 *
 * Returns: whether it is shown
 */
gboolean
tl_notice_is_shown (TlNotice *self)
{
  g_return_val_if_fail (TL_IS_NOTICE (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * tl_notice_get_text:
 * @self: a notice
 *
 * Returns: what it says, or said last
 */
const char *
tl_notice_get_text (TlNotice *self)
{
  g_return_val_if_fail (TL_IS_NOTICE (self), NULL);

  return gtk_label_get_label (self->label);
}
