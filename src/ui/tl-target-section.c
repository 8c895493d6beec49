/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-target-section.h"

#include <glib/gi18n-lib.h>

#include "tl-item-lead.h"

struct _TlTargetSection
{
  TlSection parent_instance;

  /* Template. */
  GtkLabel *sentence;
  GtkBox *name;
  GtkBox *numbers;
  GtkBox *days;
};

G_DEFINE_FINAL_TYPE (TlTargetSection, tl_target_section, TL_TYPE_SECTION)

static gboolean
tl_target_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlTargetSection *self = TL_TARGET_SECTION (section);
  g_autofree char *sentence = tl_goal_dup_target (item);

  tl_label_show (self->sentence, sentence);
  return TRUE;
}

static void
tl_target_section_class_init (TlTargetSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_target_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-target-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTargetSection, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlTargetSection, name);
  gtk_widget_class_bind_template_child (widget_class, TlTargetSection, numbers);
  gtk_widget_class_bind_template_child (widget_class, TlTargetSection, days);
}

static void
tl_target_section_init (TlTargetSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_section_add_prose (TL_SECTION (self), self->name, TL_GOAL_MEASURE_NAME,
                        _ ("By which number is it judged?"));
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_BASELINE);
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_GOAL_TARGET);
  tl_section_add_editor (TL_SECTION (self), self->days, TL_GOAL_BY_DATE);
  tl_section_add_editor (TL_SECTION (self), self->days, TL_GOAL_DIRECTION);
}
