/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-section.h"

#include "tl-field-factory.h"
#include "tl-field-prose.h"

typedef struct
{
  /* Owned. */
  TlSession *session; /* NULL while nothing is shown */
  TlItem *item;
  GPtrArray *editors; /* borrowed from the widgets below */

  /* Template, and what the subclass brings. */
  GtkWidget *header;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *lock;
  GtkWidget *content;
} TlSectionPrivate;

enum
{
  PROP_HEADING = 1,
  PROP_CONTENT,
  PROP_PRIVATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlSection, tl_section, GTK_TYPE_WIDGET)

static TlSectionPrivate *
get_private (TlSection *self)
{
  return tl_section_get_instance_private (self);
}

/* What has the focus does not vanish under the hands. */
static void
show (TlSection *self)
{
  TlSectionPrivate *priv = get_private (self);
  gboolean has_focus
      = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gboolean says_something = TL_SECTION_GET_CLASS (self)->show (self, priv->session, priv->item);

  gtk_widget_set_visible (GTK_WIDGET (self), says_something || has_focus);
}

static void
tl_section_dispose (GObject *object)
{
  TlSectionPrivate *priv = get_private (TL_SECTION (object));
  GtkWidget *child;

  g_ptr_array_set_size (priv->editors, 0);
  priv->content = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->item);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (tl_section_parent_class)->dispose (object);
}

static void
tl_section_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (TL_SECTION (object))->editors);

  G_OBJECT_CLASS (tl_section_parent_class)->finalize (object);
}

static void
tl_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlSectionPrivate *priv = get_private (TL_SECTION (object));

  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, gtk_label_get_text (priv->heading));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, priv->content);
      break;
    case PROP_PRIVATE:
      g_value_set_boolean (value, gtk_widget_get_visible (priv->lock));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_section_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlSection *self = TL_SECTION (object);
  TlSectionPrivate *priv = get_private (self);

  switch (prop_id)
    {
    case PROP_HEADING:
      tl_section_set_heading (self, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      g_assert (priv->content == NULL);
      priv->content = g_value_get_object (value);
      gtk_widget_insert_after (priv->content, GTK_WIDGET (self), priv->header);
      break;
    case PROP_PRIVATE:
      gtk_widget_set_visible (priv->lock, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_section_class_init (TlSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_section_dispose;
  object_class->finalize = tl_section_finalize;
  object_class->get_property = tl_section_get_property;
  object_class->set_property = tl_section_set_property;

  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PRIVATE] = g_param_spec_boolean ("private", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-section.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TlSection, header);
  gtk_widget_class_bind_template_child_private (widget_class, TlSection, heading);
  gtk_widget_class_bind_template_child_private (widget_class, TlSection, summary);
  gtk_widget_class_bind_template_child_private (widget_class, TlSection, lock);
}

static void
tl_section_init (TlSection *self)
{
  GtkLayoutManager *layout;

  get_private (self)->editors = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * tl_section_bind:
 * @self: a section
 * @session: (nullable): the session
 * @item: (nullable): the item to show from now on, of a kind that the section suits
 */
void
tl_section_bind (TlSection *self, TlSession *session, TlItem *item)
{
  TlSectionPrivate *priv;

  g_return_if_fail (TL_IS_SECTION (self));
  g_return_if_fail (item == NULL || TL_IS_SESSION (session));

  priv = get_private (self);
  g_set_object (&priv->session, session);
  g_set_object (&priv->item, item);
  for (guint i = 0; i < priv->editors->len; i++)
    tl_field_editor_bind (priv->editors->pdata[i], session, item);
  if (item != NULL)
    show (self);
}

/**
 * tl_section_refresh:
 * @self: a section
 *
 * The item, or what it stands with, may have changed.
 */
void
tl_section_refresh (TlSection *self)
{
  TlSectionPrivate *priv;

  g_return_if_fail (TL_IS_SECTION (self));

  priv = get_private (self);
  if (priv->item == NULL)
    return;
  for (guint i = 0; i < priv->editors->len; i++)
    tl_field_editor_refresh (priv->editors->pdata[i]);
  show (self);
}

/**
 * tl_section_find_editor:
 * @self: a section
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the editor of @field that the section shows
 */
GtkWidget *
tl_section_find_editor (TlSection *self, TlField field)
{
  TlSectionPrivate *priv;

  g_return_val_if_fail (TL_IS_SECTION (self), NULL);

  priv = get_private (self);
  for (guint i = 0; i < priv->editors->len; i++)
    if (tl_field_editor_get_field (priv->editors->pdata[i]) == field
        && gtk_widget_get_visible (GTK_WIDGET (self))
        && gtk_widget_get_visible (priv->editors->pdata[i]))
      return priv->editors->pdata[i];
  return NULL;
}

/**
 * tl_section_get_session:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the session
 */
TlSession *
tl_section_get_session (TlSection *self)
{
  return get_private (self)->session;
}

/**
 * tl_section_get_item:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the item that is shown
 */
TlItem *
tl_section_get_item (TlSection *self)
{
  return get_private (self)->item;
}

/**
 * tl_section_add_editor:
 * @self: a section
 * @box: a box in it
 * @field: a field of the items that it shows
 *
 * Returns: (transfer none): the editor that suits the field, at the end of @box
 */
TlFieldEditor *
tl_section_add_editor (TlSection *self, GtkBox *box, TlField field)
{
  GtkWidget *editor = tl_field_create_editor (field);

  gtk_box_append (box, editor);
  tl_section_adopt_editor (self, TL_FIELD_EDITOR (editor));
  return TL_FIELD_EDITOR (editor);
}

/**
 * tl_section_add_prose:
 * @self: a section
 * @box: a box in it
 * @field: a text field of the items that it shows
 * @question: what is asked where nothing is recorded, translated
 *
 * As tl_section_add_editor(), with an editor in which sentences wrap.
 */
void
tl_section_add_prose (TlSection *self, GtkBox *box, TlField field, const char *question)
{
  GtkWidget *editor = g_object_new (TL_TYPE_FIELD_PROSE, "field", (guint) field, NULL);

  tl_field_prose_set_placeholder (TL_FIELD_PROSE (editor), question);
  gtk_box_append (box, editor);
  tl_section_adopt_editor (self, TL_FIELD_EDITOR (editor));
}

/**
 * tl_section_adopt_editor:
 * @self: a section
 * @editor: an editor that is somewhere in it, bound to nothing yet
 *
 * From now on the editor is bound to what the section shows.
 */
void
tl_section_adopt_editor (TlSection *self, TlFieldEditor *editor)
{
  g_return_if_fail (TL_IS_SECTION (self) && TL_IS_FIELD_EDITOR (editor));

  g_ptr_array_add (get_private (self)->editors, editor);
}

/**
 * tl_section_set_heading:
 * @self: a section
 * @heading: what it is about, translated
 */
void
tl_section_set_heading (TlSection *self, const char *heading)
{
  g_return_if_fail (TL_IS_SECTION (self) && heading != NULL);

  gtk_label_set_text (get_private (self)->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
}

/**
 * tl_section_set_summary:
 * @self: a section
 * @summary: (nullable): how it stands, in a few words beside the heading, translated
 */
void
tl_section_set_summary (TlSection *self, const char *summary)
{
  g_return_if_fail (TL_IS_SECTION (self));

  tl_label_show (get_private (self)->summary, summary);
}

/**
 * tl_section_edit:
 * @self: a section
 * @item: an item
 * @field: a field of it
 *
 * Leads to the field.
 */
void
tl_section_edit (TlSection *self, TlItem *item, TlField field)
{
  g_return_if_fail (TL_IS_SECTION (self) && TL_IS_ITEM (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-field", "(si)", tl_item_get_id (item),
                              (int) field);
}

/**
 * tl_label_show:
 * @label: a label
 * @text: (nullable): what it says, plain text
 */
void
tl_label_show (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}
