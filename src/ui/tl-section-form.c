/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-section-form.h"

#include "tl-addressed-section.h"
#include "tl-causes-section.h"
#include "tl-effort-section.h"
#include "tl-gap-section.h"
#include "tl-gate-section.h"
#include "tl-marks-section.h"
#include "tl-measures-section.h"
#include "tl-partner-section.h"
#include "tl-person-section.h"
#include "tl-related-section.h"
#include "tl-role-section.h"
#include "tl-scale-section.h"
#include "tl-share-section.h"
#include "tl-target-section.h"
#include "tl-workspace-section.h"

#define SPACING_PX 18

struct _TlSectionForm
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlSectionForm, tl_section_form, GTK_TYPE_WIDGET)

/* Which sections suit which kind, in the order in which people ask. What is related follows. */
static const struct
{
  TlKind kind;
  TlSectionPlace place;
  GType (*get_type) (void);
} rows[] = {
  { TL_KIND_WORKSPACE, TL_SECTION_PLACE_BODY, tl_workspace_section_get_type },
  { TL_KIND_PERSON, TL_SECTION_PLACE_BODY, tl_person_section_get_type },
  { TL_KIND_GOAL, TL_SECTION_PLACE_LEAD, tl_partner_section_get_type },
  { TL_KIND_GOAL, TL_SECTION_PLACE_LEAD, tl_target_section_get_type },
  { TL_KIND_GOAL, TL_SECTION_PLACE_BODY, tl_role_section_get_type },
  { TL_KIND_GOAL, TL_SECTION_PLACE_BODY, tl_share_section_get_type },
  { TL_KIND_GOAL, TL_SECTION_PLACE_BODY, tl_measures_section_get_type },
  { TL_KIND_OBJECTIVE, TL_SECTION_PLACE_LEAD, tl_gap_section_get_type },
  { TL_KIND_OBJECTIVE, TL_SECTION_PLACE_LEAD, tl_causes_section_get_type },
  { TL_KIND_OBJECTIVE, TL_SECTION_PLACE_BODY, tl_measures_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_gate_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_marks_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_partner_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_addressed_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_effort_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_measures_section_get_type },
  { TL_KIND_PROJECT, TL_SECTION_PLACE_BODY, tl_scale_section_get_type },
};

static void
tl_section_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_section_form_parent_class)->dispose (object);
}

static void
tl_section_form_class_init (TlSectionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_section_form_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tl_section_form_init (TlSectionForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING_PX);
}

static GtkWidget *
create_section (guint row)
{
  if (rows[row].get_type == tl_partner_section_get_type)
    return tl_partner_section_new (rows[row].kind);
  return g_object_new (rows[row].get_type (), NULL);
}

/**
 * tl_section_form_new:
 * @kind: a kind of item
 * @place: where the sections stand
 *
 * Returns: (transfer floating): the sections, possibly none, bound to nothing
 */
GtkWidget *
tl_section_form_new (TlKind kind, TlSectionPlace place)
{
  GtkWidget *self = g_object_new (TL_TYPE_SECTION_FORM, NULL);
  g_autoptr (GPtrArray) related = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].kind == kind && rows[i].place == place)
      gtk_widget_set_parent (create_section (i), self);
  if (place == TL_SECTION_PLACE_BODY)
    {
      related = tl_related_sections_new (kind);
      for (guint i = 0; i < related->len; i++)
        gtk_widget_set_parent (related->pdata[i], self);
    }
  return self;
}

/* A form in which nothing is to be seen leaves no gap. */
static void
update_visible (TlSectionForm *self)
{
  gboolean is_visible = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    is_visible |= gtk_widget_get_visible (child);
  gtk_widget_set_visible (GTK_WIDGET (self), is_visible);
}

/**
 * tl_section_form_bind:
 * @self: the sections
 * @session: (nullable): the session
 * @item: (nullable): an item of their kind to show from now on
 */
void
tl_section_form_bind (TlSectionForm *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_SECTION_FORM (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_section_bind (TL_SECTION (child), session, item);
  if (item != NULL)
    update_visible (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_section_form_refresh:
 * @self: the sections
 *
 * The item, or what it stands with, may have changed.
 */
void
tl_section_form_refresh (TlSectionForm *self)
{
  GtkWidget *first;

  g_return_if_fail (TL_IS_SECTION_FORM (self));

  first = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (first == NULL || tl_section_get_item (TL_SECTION (first)) == NULL)
    return;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    tl_section_refresh (TL_SECTION (child));
  update_visible (self);
}

/**
 * tl_section_form_find_editor:
 * @self: the sections
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the editor of @field that is to be seen
 */
GtkWidget *
tl_section_form_find_editor (TlSectionForm *self, TlField field)
{
  g_return_val_if_fail (TL_IS_SECTION_FORM (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *editor = tl_section_find_editor (TL_SECTION (child), field);

      if (editor != NULL)
        return editor;
    }
  return NULL;
}
