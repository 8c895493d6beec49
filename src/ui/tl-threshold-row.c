/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-threshold-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-check.h"
#include "tl-field-factory.h"

struct _TlThresholdRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;

  /* Template, and a child. */
  GtkWidget *box;
  GtkWidget *reset;
  GtkLabel *by_default;
  TlFieldEditor *editor;

  TlField field;
};

G_DEFINE_FINAL_TYPE (TlThresholdRow, tl_threshold_row, GTK_TYPE_WIDGET)

static void
reset_cb (TlThresholdRow *self)
{
  g_autoptr (GError) error = NULL;

  /* The button goes with what it has undone. */
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  if (!tl_command_reset_setting (self->session, self->field, &error))
    tl_session_say (self->session, error->message, FALSE);
}

static char *
dup_default (TlField field)
{
  double number = tl_field_get_spec (field)->default_number;
  const char *unit = tl_field_get_unit (field);

  if (unit == NULL)
    /* Translators: what a setting is when nobody has changed it. */
    return g_strdup_printf (C_ ("setting", "Default: %.15g"), number);
  /* Translators: what a setting is when nobody has changed it, and its unit. */
  return g_strdup_printf (C_ ("setting", "Default: %1$.15g %2$s"), number, unit);
}

static void
tl_threshold_row_dispose (GObject *object)
{
  TlThresholdRow *self = TL_THRESHOLD_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_threshold_row_parent_class)->dispose (object);
}

static void
tl_threshold_row_class_init (TlThresholdRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_threshold_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-threshold-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlThresholdRow, box);
  gtk_widget_class_bind_template_child (widget_class, TlThresholdRow, reset);
  gtk_widget_class_bind_template_child (widget_class, TlThresholdRow, by_default);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
tl_threshold_row_init (TlThresholdRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_threshold_row_new:
 * @session: the session
 * @field: a number among the settings
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
tl_threshold_row_new (TlSession *session, TlField field)
{
  TlThresholdRow *self = g_object_new (TL_TYPE_THRESHOLD_ROW, NULL);
  g_autofree char *by_default = dup_default (field);
  /* Translators: the name of a setting. */
  g_autofree char *reset
      = g_strdup_printf (C_ ("accessible name", "Reset “%s”"), tl_field_get_label (field));

  self->session = g_object_ref (session);
  self->field = field;
  self->editor = TL_FIELD_EDITOR (tl_field_create_editor (field));
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->editor));
  tl_field_editor_bind (self->editor, session,
                        tl_workspace_get_settings (tl_session_get_workspace (session)));
  gtk_label_set_text (self->by_default, by_default);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reset, -1);
  tl_threshold_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * tl_threshold_row_update:
 * @self: a row
 *
 * Shows how things stand now; what is being typed stays.
 */
void
tl_threshold_row_update (TlThresholdRow *self)
{
  TlItem *settings;

  g_return_if_fail (TL_IS_THRESHOLD_ROW (self));

  settings = tl_workspace_get_settings (tl_session_get_workspace (self->session));
  tl_field_editor_refresh (self->editor);
  gtk_widget_set_visible (self->reset, tl_item_is_set (settings, self->field));
}
