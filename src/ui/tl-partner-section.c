/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-partner-section.h"

#include <glib/gi18n-lib.h>

#include "tl-person-words.h"

struct _TlPartnerSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *person;
  GtkLabel *note;
  GtkLabel *tests;
};

G_DEFINE_FINAL_TYPE (TlPartnerSection, tl_partner_section, TL_TYPE_SECTION)

static TlField
get_field (TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_GOAL ? TL_GOAL_OWNER : TL_PROJECT_SPONSOR;
}

static const char *
get_none (TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    return _ ("▲ Nobody answers for this goal.");
  if (tl_item_get_choice (item, TL_PROJECT_ORIGIN) == TL_ORIGIN_MANDATE)
    return NULL;
  return _ ("▲ No leader stands behind it.");
}

static gboolean
tl_partner_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlPartnerSection *self = TL_PARTNER_SECTION (section);
  TlItem *person = tl_item_get_ref (item, get_field (item));
  g_autofree char *tests = person != NULL ? tl_person_dup_tests (person) : NULL;
  g_autofree char *spoken = person != NULL ? tl_person_dup_spoken_tests (person) : NULL;

  tl_label_show (self->note, person == NULL ? get_none (item) : NULL);
  tl_label_show (self->tests, tests);
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->tests), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, -1);
  g_object_set (self, "private", person != NULL, NULL);
  return TRUE;
}

static void
tl_partner_section_class_init (TlPartnerSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_partner_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-partner-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPartnerSection, person);
  gtk_widget_class_bind_template_child (widget_class, TlPartnerSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlPartnerSection, tests);
}

static void
tl_partner_section_init (TlPartnerSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_partner_section_new:
 * @kind: %TL_KIND_GOAL, for its owner, or %TL_KIND_PROJECT, for its sponsor
 *
 * Returns: (transfer floating): the section, bound to nothing
 */
GtkWidget *
tl_partner_section_new (TlKind kind)
{
  TlPartnerSection *self = g_object_new (TL_TYPE_PARTNER_SECTION, NULL);
  TlField field = kind == TL_KIND_GOAL ? TL_GOAL_OWNER : TL_PROJECT_SPONSOR;

  tl_section_set_heading (TL_SECTION (self), tl_field_get_label (field));
  tl_field_editor_hide_name (tl_section_add_editor (TL_SECTION (self), self->person, field));
  return GTK_WIDGET (self);
}
