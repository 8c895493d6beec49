/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-group.h"

#include <glib/gi18n-lib.h>

#include "tl-field-factory.h"

struct _TlFieldGroup
{
  GtkWidget parent_instance;

  /* Owned. */
  GArray *fields;     /* of TlField */
  TlSession *session; /* NULL while bound to nothing */
  TlItem *item;

  /* Template. */
  GtkExpander *expander;
  GtkLabel *heading;
  GtkLabel *count;
  GtkBox *box;

  TlKind kind;
  TlGroup group;
  guint is_binding : 1;
  guint is_made : 1;    /* the editors exist */
  guint is_decided : 1; /* the user has opened or closed the group: so it stays */
};

G_DEFINE_FINAL_TYPE (TlFieldGroup, tl_field_group, GTK_TYPE_WIDGET)

/* Fields that only some items need: they are shown where a choice calls for them, and where they
 * say something. */
static const struct
{
  TlField field;
  TlField chosen;
  int choice;
} on_demand[] = {
  { TL_PROJECT_MANDATE_BASIS, TL_PROJECT_ORIGIN, TL_ORIGIN_MANDATE },
  { TL_PROJECT_MANDATE_REVIEW, TL_PROJECT_ORIGIN, TL_ORIGIN_MANDATE },
};

static gboolean
is_called_for (TlItem *item, TlField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (on_demand); i++)
    if (on_demand[i].field == field)
      return tl_item_is_set (item, field)
             || tl_item_get_choice (item, on_demand[i].chosen) == on_demand[i].choice;
  return TRUE;
}

static guint
count_called_for (TlFieldGroup *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    n += is_called_for (self->item, g_array_index (self->fields, TlField, i)) ? 1 : 0;
  return n;
}

static guint
count_filled (TlFieldGroup *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    n += tl_item_is_set (self->item, g_array_index (self->fields, TlField, i));
  return n;
}

/* The sections above the form say what the other groups of these kinds hold. */
static gboolean
is_told_above (TlKind kind)
{
  return kind == TL_KIND_GOAL || kind == TL_KIND_OBJECTIVE || kind == TL_KIND_PROJECT
         || kind == TL_KIND_PERSON;
}

/* What people look for first stands open, and so does what says something that is told nowhere
 * else. */
static gboolean
is_open_by_default (TlFieldGroup *self)
{
  return self->group == TL_GROUP_BASICS
         || (self->group != TL_GROUP_RECORD && self->kind != TL_KIND_SETTINGS
             && !is_told_above (self->kind) && count_filled (self) > 0);
}

static void
update_count (TlFieldGroup *self)
{
  const char *label = tl_group_get_label (self->group);
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;
  guint n_filled = count_filled (self);
  guint n_fields = count_called_for (self);

  /* Translators: how many fields of a group say something: “3 of 8”. */
  text = g_strdup_printf (C_ ("field", "%u of %u"), n_filled, n_fields);
  /* Translators: for screen readers: a group of fields, and how many say something. */
  spoken = g_strdup_printf (_ ("%s, %u of %u recorded"), label, n_filled, n_fields);
  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
make_editors (TlFieldGroup *self)
{
  if (self->is_made)
    return;
  self->is_made = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    gtk_box_append (self->box, tl_field_create_editor (g_array_index (self->fields, TlField, i)));
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_called_for (TlFieldGroup *self, gboolean keeps_focused)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TlField field = tl_field_editor_get_field (TL_FIELD_EDITOR (child));

      gtk_widget_set_visible (child, is_called_for (self->item, field)
                                         || (keeps_focused && has_focus_within (child)));
    }
}

/* What is closed is bound to nothing, and costs nothing. */
static void
bind_editors (TlFieldGroup *self)
{
  gboolean is_open = self->item != NULL && gtk_expander_get_expanded (self->expander);

  if (is_open)
    make_editors (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_field_editor_bind (TL_FIELD_EDITOR (child), self->session, is_open ? self->item : NULL);
  if (is_open)
    show_called_for (self, FALSE);
}

static void
expanded_cb (TlFieldGroup *self)
{
  if (self->is_binding)
    return;
  self->is_decided = TRUE;
  bind_editors (self);
}

/* An expander that is closed would look for the focus in what it has taken out of the window. */
static gboolean
tl_field_group_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlFieldGroup *self = TL_FIELD_GROUP (widget);

  if (gtk_expander_get_expanded (self->expander))
    return GTK_WIDGET_CLASS (tl_field_group_parent_class)->focus (widget, direction);
  return !has_focus_within (widget) && gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}

static void
tl_field_group_dispose (GObject *object)
{
  TlFieldGroup *self = TL_FIELD_GROUP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_field_group_parent_class)->dispose (object);
}

static void
tl_field_group_finalize (GObject *object)
{
  g_array_unref (TL_FIELD_GROUP (object)->fields);

  G_OBJECT_CLASS (tl_field_group_parent_class)->finalize (object);
}

static void
tl_field_group_class_init (TlFieldGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_field_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_field_group_finalize;
  widget_class->focus = tl_field_group_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldGroup, expander);
  gtk_widget_class_bind_template_child (widget_class, TlFieldGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, TlFieldGroup, count);
  gtk_widget_class_bind_template_child_full (widget_class, "fields", FALSE,
                                             G_STRUCT_OFFSET (TlFieldGroup, box));
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
tl_field_group_init (TlFieldGroup *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (TlField));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The title stands above the form; it is edited there. */
static gboolean
belongs (TlField field, TlGroup group)
{
  return tl_field_get_spec (field)->group == group && field != TL_ITEM_TITLE
         && tl_field_has_editor (field);
}

/**
 * tl_field_group_new:
 * @kind: a kind of item
 * @group: a group of its fields
 *
 * Returns: (transfer floating): the group, bound to nothing
 */
GtkWidget *
tl_field_group_new (TlKind kind, TlGroup group)
{
  TlFieldGroup *self = g_object_new (TL_TYPE_FIELD_GROUP, NULL);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  self->kind = kind;
  self->group = group;
  for (guint i = 0; i < n_fields; i++)
    if (belongs (fields[i], group))
      g_array_append_val (self->fields, fields[i]);
  gtk_label_set_text (self->heading, tl_group_get_label (group));
  gtk_widget_set_visible (GTK_WIDGET (self), self->fields->len > 0);
  return GTK_WIDGET (self);
}

/**
 * tl_field_group_has:
 * @self: a group
 * @field: a field
 *
 * Returns: whether the group edits @field
 */
gboolean
tl_field_group_has (TlFieldGroup *self, TlField field)
{
  g_return_val_if_fail (TL_IS_FIELD_GROUP (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, TlField, i) == field)
      return TRUE;
  return FALSE;
}

/**
 * tl_field_group_bind:
 * @self: a group
 * @session: (nullable): the session
 * @item: (nullable): an item of the group's kind to edit from now on
 */
void
tl_field_group_bind (TlFieldGroup *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_FIELD_GROUP (self));

  if (self->fields->len == 0)
    return;
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  if (item != NULL && !self->is_decided)
    {
      self->is_binding = TRUE;
      gtk_expander_set_expanded (self->expander, is_open_by_default (self));
      self->is_binding = FALSE;
    }
  bind_editors (self);
  if (item != NULL)
    update_count (self);
}

/**
 * tl_field_group_refresh:
 * @self: a group
 *
 * The item may have changed.
 */
void
tl_field_group_refresh (TlFieldGroup *self)
{
  g_return_if_fail (TL_IS_FIELD_GROUP (self));

  if (self->item == NULL || self->fields->len == 0)
    return;
  update_count (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_field_editor_refresh (TL_FIELD_EDITOR (child));
  /* What somebody is emptying does not vanish under the hands. */
  show_called_for (self, TRUE);
}

/**
 * tl_field_group_open_at:
 * @self: a group that is bound
 * @field: one of its fields
 *
 * Opens the group, and shows the field even where nothing calls for it.
 *
 * Returns: (transfer none) (nullable): the editor of @field
 */
GtkWidget *
tl_field_group_open_at (TlFieldGroup *self, TlField field)
{
  g_return_val_if_fail (TL_IS_FIELD_GROUP (self) && self->item != NULL, NULL);

  gtk_expander_set_expanded (self->expander, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tl_field_editor_get_field (TL_FIELD_EDITOR (child)) == field)
      {
        gtk_widget_set_visible (child, TRUE);
        return child;
      }
  return NULL;
}
