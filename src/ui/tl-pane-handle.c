/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-pane-handle.h"

/* How far a key moves it, in pixels. */
#define STEP_PX 16

struct _TlPaneHandle
{
  GtkWidget parent_instance;
};

enum
{
  SIGNAL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPaneHandle, tl_pane_handle, GTK_TYPE_WIDGET)

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, g_variant_get_int32 (args));
  return TRUE;
}

static void
tl_pane_handle_class_init (TlPaneHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "pane-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);

  /**
   * TlPaneHandle::stepped:
   * @self: the handle
   * @pixels: how far to move it
   */
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", TL_TYPE_PANE_HANDLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", -STEP_PX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", STEP_PX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, step_cb, "i", G_MININT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, step_cb, "i", G_MAXINT);
}

static void
tl_pane_handle_init (TlPaneHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

/**
 * tl_pane_handle_new:
 * @label: its name for assistive technologies, translated
 *
 * Returns: (transfer floating): a handle
 */
GtkWidget *
tl_pane_handle_new (const char *label)
{
  GtkWidget *self = g_object_new (TL_TYPE_PANE_HANDLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * tl_pane_handle_set_range:
 * @self: a handle
 * @now: the width of the panel that it belongs to, in pixels
 * @minimum: the least that it can be
 * @maximum: the most that it can be
 *
 * Tells assistive technologies where it stands.
 */
void
tl_pane_handle_set_range (TlPaneHandle *self, int now, int minimum, int maximum)
{
  g_return_if_fail (TL_IS_PANE_HANDLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) now, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) minimum,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) maximum, -1);
}
