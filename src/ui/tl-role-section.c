/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-role-section.h"

#include <glib/gi18n-lib.h>

#include "tl-field-prose.h"

struct _TlRoleSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *role;
  GtkLabel *note;
  GtkBox *numbers;
};

G_DEFINE_FINAL_TYPE (TlRoleSection, tl_role_section, TL_TYPE_SECTION)

static void
add_reason (TlRoleSection *self)
{
  GtkWidget *editor
      = g_object_new (TL_TYPE_FIELD_PROSE, "field", (guint) TL_GOAL_ROLE_REASON, NULL);

  tl_field_prose_set_placeholder (TL_FIELD_PROSE (editor), _ ("Why? In the owner’s words"));
  gtk_box_append (self->role, editor);
  tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (editor));
}

static const char *
get_note (TlItem *goal)
{
  if (tl_item_get_choice (goal, TL_GOAL_ROLE) == TL_ROLE_UNDECIDED)
    return _ ("▲ Not settled: ask the owner whether learning can move this goal.");
  return NULL;
}

static gboolean
tl_role_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlRoleSection *self = TL_ROLE_SECTION (section);
  int role = tl_item_get_choice (item, TL_GOAL_ROLE);

  tl_label_show (self->note, get_note (item));
  if (role == TL_ROLE_UNDECIDED)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "tl-alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "tl-alarm");
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), role != TL_ROLE_NO);
  return TRUE;
}

static void
tl_role_section_class_init (TlRoleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_role_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-role-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, role);
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlRoleSection, numbers);
}

static void
tl_role_section_init (TlRoleSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_editor_hide_name (tl_section_add_editor (TL_SECTION (self), self->role, TL_GOAL_ROLE));
  add_reason (self);
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_CONTRIBUTION);
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_CONTRIBUTION_BAND);
}
