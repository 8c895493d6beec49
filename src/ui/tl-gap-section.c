/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-gap-section.h"

#include <glib/gi18n-lib.h>

#include "tl-field-scale.h"
#include "tl-level.h"

struct _TlGapSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *sides;
  GtkLabel *note;
  GtkBox *level;
  GtkBox *audience;
};

G_DEFINE_FINAL_TYPE (TlGapSection, tl_gap_section, TL_TYPE_SECTION)

static const char *
get_note (TlItem *objective)
{
  gboolean has_should = tl_item_is_set (objective, TL_OBJECTIVE_SHOULD);
  gboolean has_is = tl_item_is_set (objective, TL_OBJECTIVE_IS);

  if (!has_should && !has_is)
    return _ ("▲ No gap is recorded: nobody can tell what has to change.");
  if (!has_is)
    return _ ("▲ What happens today is not recorded.");
  return has_should ? NULL : _ ("▲ What should happen is not recorded.");
}

static gboolean
tl_gap_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlGapSection *self = TL_GAP_SECTION (section);
  g_autofree char *level = NULL;

  if (tl_item_is_set (item, TL_OBJECTIVE_LEVEL))
    level = tl_level_dup_label ((int) tl_item_get_number (item, TL_OBJECTIVE_LEVEL));
  tl_section_set_summary (section, level);
  tl_label_show (self->note, get_note (item));
  return TRUE;
}

static void
tl_gap_section_class_init (TlGapSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_gap_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-gap-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGapSection, sides);
  gtk_widget_class_bind_template_child (widget_class, TlGapSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlGapSection, level);
  gtk_widget_class_bind_template_child (widget_class, TlGapSection, audience);
}

static void
tl_gap_section_init (TlGapSection *self)
{
  GtkWidget *level;

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_section_add_prose (TL_SECTION (self), self->sides, TL_OBJECTIVE_IS, _ ("What happens today?"));
  tl_section_add_prose (TL_SECTION (self), self->sides, TL_OBJECTIVE_SHOULD,
                        _ ("What should happen?"));
  level = tl_field_scale_new (TL_OBJECTIVE_LEVEL);
  gtk_box_append (self->level, level);
  tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (level));
  tl_section_add_editor (TL_SECTION (self), self->audience, TL_OBJECTIVE_AUDIENCE);
}
