/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-flag.h"

struct _TlFieldFlag
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (TlFieldFlag, tl_field_flag, TL_TYPE_FIELD_EDITOR)

static void
active_cb (TlFieldFlag *self)
{
  TlValue value
      = tl_value_from_choice (gtk_switch_get_active (self->toggle) ? TL_TRI_YES : TL_TRI_NO);

  tl_field_editor_commit (TL_FIELD_EDITOR (self), &value);
}

static void
tl_field_flag_show_value (TlFieldEditor *editor, const TlValue *value)
{
  gtk_switch_set_active (TL_FIELD_FLAG (editor)->toggle,
                         value->form == TL_VALUE_CHOICE && value->choice == TL_TRI_YES);
}

static void
tl_field_flag_class_init (TlFieldFlagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_flag_show_value;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-flag.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldFlag, toggle);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
tl_field_flag_init (TlFieldFlag *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
