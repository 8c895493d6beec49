/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-welcome.h"

struct _TlWelcome
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlWelcome, tl_welcome, GTK_TYPE_WIDGET)

static void
tl_welcome_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_welcome_parent_class)->dispose (object);
}

static void
tl_welcome_class_init (TlWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_welcome_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-welcome.ui");
}

static void
tl_welcome_init (TlWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_welcome_new:
 *
 * Returns: (transfer floating): an invitation
 */
GtkWidget *
tl_welcome_new (void)
{
  return g_object_new (TL_TYPE_WELCOME, NULL);
}
