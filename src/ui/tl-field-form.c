/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-form.h"

#include "tl-field-group.h"

#define SPACING_PX 12

struct _TlFieldForm
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlFieldForm, tl_field_form, GTK_TYPE_WIDGET)

static void
tl_field_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_field_form_parent_class)->dispose (object);
}

static void
tl_field_form_class_init (TlFieldFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_field_form_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
tl_field_form_init (TlFieldForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING_PX);
}

/**
 * tl_field_form_new:
 * @kind: a kind of item
 *
 * Returns: (transfer floating): a form, bound to nothing
 */
GtkWidget *
tl_field_form_new (TlKind kind)
{
  GtkWidget *self = g_object_new (TL_TYPE_FIELD_FORM, NULL);

  for (TlGroup group = 0; group < TL_N_GROUPS; group++)
    gtk_widget_set_parent (tl_field_group_new (kind, group), self);
  return self;
}

/**
 * tl_field_form_bind:
 * @self: a form
 * @session: (nullable): the session
 * @item: (nullable): an item of the form's kind to edit from now on
 */
void
tl_field_form_bind (TlFieldForm *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_FIELD_FORM (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_field_group_bind (TL_FIELD_GROUP (child), session, item);
}

/**
 * tl_field_form_refresh:
 * @self: a form
 *
 * The item may have changed.
 */
void
tl_field_form_refresh (TlFieldForm *self)
{
  g_return_if_fail (TL_IS_FIELD_FORM (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_field_group_refresh (TL_FIELD_GROUP (child));
}

/**
 * tl_field_form_open_at:
 * @self: a form that is bound
 * @field: a field
 *
 * Opens the group of @field.
 *
 * Returns: (transfer none) (nullable): the editor of @field
 */
GtkWidget *
tl_field_form_open_at (TlFieldForm *self, TlField field)
{
  g_return_val_if_fail (TL_IS_FIELD_FORM (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tl_field_group_has (TL_FIELD_GROUP (child), field))
      return tl_field_group_open_at (TL_FIELD_GROUP (child), field);
  return NULL;
}
