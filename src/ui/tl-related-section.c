/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-related-section.h"

#include <glib/gi18n-lib.h>

#include "tl-item-lead.h"
#include "tl-item-list.h"

/* One respect in which items of a kind are related to others. */
typedef struct
{
  TlKind kind;
  TlField field;
  const char *heading; /* NULL: the name of the field, which is the item's own */
} Relation;

struct _TlRelatedSection
{
  TlSection parent_instance;

  /* Template. */
  TlItemList *list;

  const Relation *relation;
};

G_DEFINE_FINAL_TYPE (TlRelatedSection, tl_related_section, TL_TYPE_SECTION)

static const Relation relations[] = {
  { TL_KIND_UNIT, TL_UNIT_PARENT, NULL },
  { TL_KIND_UNIT, TL_UNIT_PARENT, NC_ ("related", "Parts") },
  { TL_KIND_UNIT, TL_PERSON_UNIT, NC_ ("related", "People") },
  { TL_KIND_UNIT, TL_GOAL_UNIT, NC_ ("related", "Goals") },
  { TL_KIND_UNIT, TL_PROJECT_UNIT, NC_ ("related", "Projects") },
  { TL_KIND_UNIT, TL_SOLUTION_UNIT, NC_ ("related", "Solutions") },
  { TL_KIND_UNIT, TL_REQUEST_UNIT, NC_ ("related", "Requests") },

  { TL_KIND_PERSON, TL_GOAL_OWNER, NC_ ("related", "Goals Owned") },
  { TL_KIND_PERSON, TL_PROJECT_SPONSOR, NC_ ("related", "Projects Sponsored") },
  { TL_KIND_PERSON, TL_OBJECTIVE_OWNER, NC_ ("related", "Objectives Owned") },
  { TL_KIND_PERSON, TL_PROJECT_OWNER, NC_ ("related", "Projects Owned") },
  { TL_KIND_PERSON, TL_REQUEST_REQUESTER, NC_ ("related", "Requests") },
  { TL_KIND_PERSON, TL_DECISION_OWNER, NC_ ("related", "Decisions") },
  { TL_KIND_PERSON, TL_SOLUTION_OWNER, NC_ ("related", "Solutions Owned") },
  { TL_KIND_PERSON, TL_INSIGHT_HEARD_FROM, NC_ ("related", "What Was Heard") },

  { TL_KIND_THEME, TL_GOAL_THEME, NC_ ("related", "Goals") },

  { TL_KIND_GOAL, TL_GOAL_PARENT, NULL },
  { TL_KIND_GOAL, TL_GOAL_PARENT, NC_ ("related", "Parts") },
  { TL_KIND_GOAL, TL_INSIGHT_ABOUT, NC_ ("related", "Insights") },
  { TL_KIND_GOAL, TL_DECISION_ABOUT, NC_ ("related", "Decisions") },
  { TL_KIND_GOAL, TL_REQUEST_GOAL, NC_ ("related", "Requests") },

  { TL_KIND_OBJECTIVE, TL_INSIGHT_ABOUT, NC_ ("related", "Insights") },
  { TL_KIND_OBJECTIVE, TL_DECISION_ABOUT, NC_ ("related", "Decisions") },

  { TL_KIND_CAUSE, TL_CAUSE_OBJECTIVE, NULL },
  { TL_KIND_CAUSE, TL_PROJECT_ADDRESSES, NC_ ("related", "Addressed By") },

  { TL_KIND_PROJECT, TL_PROJECT_INITIATIVE, NULL },
  { TL_KIND_PROJECT, TL_PROJECT_INITIATIVE, NC_ ("related", "Parts") },
  { TL_KIND_PROJECT, TL_REQUEST_PROJECT, NC_ ("related", "Requests") },
  { TL_KIND_PROJECT, TL_DECISION_ABOUT, NC_ ("related", "Decisions") },
  { TL_KIND_PROJECT, TL_INSIGHT_ABOUT, NC_ ("related", "Insights") },
  { TL_KIND_PROJECT, TL_PROJECT_REDIRECT, NULL },

  { TL_KIND_LINK, TL_LINK_PROJECT, NULL },
  { TL_KIND_LINK, TL_LINK_TARGET, NULL },
  { TL_KIND_LINK, TL_LINK_AGREED_BY, NULL },

  { TL_KIND_REQUEST, TL_REQUEST_REQUESTER, NULL },
  { TL_KIND_REQUEST, TL_REQUEST_GOAL, NULL },
  { TL_KIND_REQUEST, TL_REQUEST_SOLUTION, NULL },
  { TL_KIND_REQUEST, TL_REQUEST_PROJECT, NULL },
  { TL_KIND_REQUEST, TL_DECISION_ABOUT, NC_ ("related", "Decisions") },

  { TL_KIND_SOLUTION, TL_SOLUTION_OWNER, NULL },
  { TL_KIND_SOLUTION, TL_REQUEST_SOLUTION, NC_ ("related", "Requests It Answers") },
  { TL_KIND_SOLUTION, TL_PROJECT_REDIRECT, NC_ ("related", "Projects Redirected Here") },

  { TL_KIND_MEASURE, TL_MEASURE_OF, NULL },

  { TL_KIND_INSIGHT, TL_INSIGHT_ABOUT, NULL },
  { TL_KIND_INSIGHT, TL_INSIGHT_PROMOTED_TO, NULL },

  { TL_KIND_DECISION, TL_DECISION_ABOUT, NULL },
  { TL_KIND_DECISION, TL_DECISION_OWNER, NULL },

  { TL_KIND_WAIVER, TL_WAIVER_ABOUT, NULL },
  { TL_KIND_WAIVER, TL_WAIVER_BY, NULL },

  { TL_KIND_STORY, TL_STEP_STORY, NC_ ("related", "Steps") },
  { TL_KIND_VIEW, TL_STEP_VIEW, NC_ ("related", "Steps") },
};

static char *
dup_words (TlSession *session, TlItem *item)
{
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
    case TL_KIND_OBJECTIVE:
    case TL_KIND_PROJECT:
      return NULL;
    default:
      return tl_item_dup_lead (session, item);
    }
}

static gboolean
tl_related_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlRelatedSection *self = TL_RELATED_SECTION (section);
  g_autoptr (GPtrArray) items = self->relation->heading != NULL
                                    ? tl_item_collect_referrers (item, self->relation->field)
                                    : tl_item_collect_targets (item, self->relation->field);
  g_autofree char *count = items->len > 1 ? g_strdup_printf ("%u", items->len) : NULL;

  tl_item_list_show (self->list, session, item, items, dup_words);
  tl_section_set_summary (section, count);
  return items->len > 0;
}

static void
tl_related_section_class_init (TlRelatedSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_related_section_show;

  g_type_ensure (TL_TYPE_ITEM_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-related-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRelatedSection, list);
}

static void
tl_related_section_init (TlRelatedSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_section (const Relation *relation)
{
  TlRelatedSection *self = g_object_new (TL_TYPE_RELATED_SECTION, "private",
                                         tl_field_get_spec (relation->field)->is_private, NULL);

  self->relation = relation;
  tl_section_set_heading (TL_SECTION (self),
                          relation->heading != NULL
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "related", relation->heading)
                              : tl_field_get_label (relation->field));
  return GTK_WIDGET (self);
}

/**
 * tl_related_sections_new:
 * @kind: a kind of item
 *
 * Returns: (transfer full) (element-type GtkWidget): floating sections that show what items of
 *   @kind are related to, bound to nothing
 */
GPtrArray *
tl_related_sections_new (TlKind kind)
{
  GPtrArray *sections = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (relations[i].kind == kind)
      g_ptr_array_add (sections, create_section (&relations[i]));
  return sections;
}
