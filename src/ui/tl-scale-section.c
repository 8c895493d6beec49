/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-scale-section.h"

#include <glib/gi18n-lib.h>

struct _TlScaleSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *fields;
};

G_DEFINE_FINAL_TYPE (TlScaleSection, tl_scale_section, TL_TYPE_SECTION)

static gboolean
tl_scale_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  return TRUE;
}

static void
tl_scale_section_class_init (TlScaleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_scale_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-scale-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlScaleSection, fields);
}

static void
tl_scale_section_init (TlScaleSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_section_add_editor (TL_SECTION (self), self->fields, TL_PROJECT_REUSE);
  tl_section_add_prose (TL_SECTION (self), self->fields, TL_PROJECT_REUSE_PLAN,
                        _ ("Who is next, and what follows?"));
  tl_section_add_prose (TL_SECTION (self), self->fields, TL_PROJECT_EXTRA,
                        _ ("Which small thing will nobody expect?"));
}
