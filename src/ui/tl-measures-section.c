/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-measures-section.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-item-lead.h"
#include "tl-item-list.h"

struct _TlMeasuresSection
{
  TlSection parent_instance;

  /* Template. */
  TlItemList *list;
  GtkLabel *none;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlMeasuresSection, tl_measures_section, TL_TYPE_SECTION)

static void
add_cb (TlMeasuresSection *self)
{
  TlItem *measure = tl_command_add_measure (tl_section_get_session (TL_SECTION (self)),
                                            tl_section_get_item (TL_SECTION (self)), NULL);

  if (measure != NULL)
    tl_section_edit (TL_SECTION (self), measure, TL_ITEM_TITLE);
}

static char *
dup_words (TlSession *session, TlItem *measure)
{
  return tl_measure_dup_standing (measure);
}

static gboolean
tl_measures_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlMeasuresSection *self = TL_MEASURES_SECTION (section);
  g_autoptr (GPtrArray) measures = tl_item_collect_referrers (item, TL_MEASURE_OF);

  tl_item_list_show (self->list, session, item, measures, dup_words);
  gtk_widget_set_visible (GTK_WIDGET (self->list), measures->len > 0);
  tl_label_show (self->none, measures->len == 0 ? _ ("Nothing measures it yet.") : NULL);
  gtk_widget_set_sensitive (self->add, tl_session_is_editable (session));
  return TRUE;
}

static void
tl_measures_section_class_init (TlMeasuresSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_measures_section_show;

  g_type_ensure (TL_TYPE_ITEM_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-measures-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeasuresSection, list);
  gtk_widget_class_bind_template_child (widget_class, TlMeasuresSection, none);
  gtk_widget_class_bind_template_child (widget_class, TlMeasuresSection, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_measures_section_init (TlMeasuresSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
