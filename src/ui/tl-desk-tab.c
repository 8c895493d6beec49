/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-desk-tab.h"

#include <glib/gi18n.h>

struct _TlDeskTab
{
  GtkWidget parent_instance;

  /* Owned. */
  char *name;

  /* Template. */
  GtkToggleButton *button;
  GtkLabel *label;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (TlDeskTab, tl_desk_tab, GTK_TYPE_WIDGET)

static void
tl_desk_tab_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_desk_tab_parent_class)->dispose (object);
}

static void
tl_desk_tab_finalize (GObject *object)
{
  g_free (TL_DESK_TAB (object)->name);

  G_OBJECT_CLASS (tl_desk_tab_parent_class)->finalize (object);
}

static void
tl_desk_tab_class_init (TlDeskTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_desk_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_desk_tab_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "desktab");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-desk-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDeskTab, button);
  gtk_widget_class_bind_template_child (widget_class, TlDeskTab, label);
  gtk_widget_class_bind_template_child (widget_class, TlDeskTab, badge);
}

static void
tl_desk_tab_init (TlDeskTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_desk_tab_new:
 * @name: the name of a desk, which the action practice.desk is given
 * @label: what the desk is called, translated
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_desk_tab_new (const char *name, const char *label)
{
  TlDeskTab *self = g_object_new (TL_TYPE_DESK_TAB, NULL);

  self->name = g_strdup (name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", name);
  gtk_label_set_label (self->label, label);
  tl_desk_tab_set_waiting (self, 0);
  return GTK_WIDGET (self);
}

/**
 * tl_desk_tab_get_name:
 * @self: a button
 *
 * Returns: the name of its desk
 */
const char *
tl_desk_tab_get_name (TlDeskTab *self)
{
  g_return_val_if_fail (TL_IS_DESK_TAB (self), NULL);

  return self->name;
}

/**
 * tl_desk_tab_set_waiting:
 * @self: a button
 * @n_waiting: how many findings the desk is for
 *
 * Shows the number, and tells it to assistive technologies.
 */
void
tl_desk_tab_set_waiting (TlDeskTab *self, guint n_waiting)
{
  g_autofree char *number = g_strdup_printf ("%u", n_waiting);
  g_autofree char *name = NULL;

  g_return_if_fail (TL_IS_DESK_TAB (self));

  gtk_label_set_label (self->badge, number);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), n_waiting > 0);
  if (n_waiting > 0)
    name = g_strdup_printf (
        /* Translators: a desk, and how many findings are for it: "Requests, 3 findings". */
        g_dngettext (GETTEXT_PACKAGE, "%s, %u finding", "%s, %u findings", n_waiting),
        gtk_label_get_label (self->label), n_waiting);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : gtk_label_get_label (self->label), -1);
}
