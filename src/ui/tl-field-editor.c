/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-editor.h"

#include "tl-commands.h"
#include "tl-field-text.h"
#include "tl-focus.h"
#include "tl-gate-question.h"

typedef struct
{
  /* Owned. */
  TlSession *session; /* NULL while nothing is edited */
  TlItem *item;
  TlValue shown; /* what the control shows, or has committed */
  TlValue begun; /* what the item held when the typing began */

  /* Template, and what the subclass brings. */
  GtkWidget *header;
  GtkLabel *name;
  GtkWidget *lock;
  GtkLabel *reason;
  GtkWidget *control;
  GtkWidget *target;

  TlField field;
  guint is_committing : 1;
  guint is_showing : 1; /* what the control tells is not of the user's doing */
  guint is_refused : 1;
} TlFieldEditorPrivate;

enum
{
  PROP_FIELD = 1,
  PROP_CONTROL,
  PROP_TARGET,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlFieldEditor, tl_field_editor, GTK_TYPE_WIDGET)

static TlFieldEditorPrivate *
get_private (TlFieldEditor *self)
{
  return tl_field_editor_get_instance_private (self);
}

/* The help is the description, until there is something more urgent to be told. */
static void
describe (TlFieldEditor *self, const char *reason)
{
  TlFieldEditorPrivate *priv = get_private (self);
  const char *help = tl_field_get_help (priv->field);
  const char *text = reason != NULL ? reason : help;

  if (priv->target == NULL)
    return;
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->target),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->target),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
set_refused (TlFieldEditor *self, const char *reason)
{
  TlFieldEditorPrivate *priv = get_private (self);

  if (reason == NULL && !priv->is_refused)
    return;
  priv->is_refused = reason != NULL;
  gtk_label_set_text (priv->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->reason), reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  describe (self, reason);
}

static void
show_value (TlFieldEditor *self, const TlValue *value)
{
  TlFieldEditorPrivate *priv = get_private (self);

  priv->is_showing = TRUE;
  TL_FIELD_EDITOR_GET_CLASS (self)->show_value (self, value);
  priv->is_showing = FALSE;
}

static void
remember (TlValue *memory, const TlValue *value)
{
  TlValue copy = tl_value_copy (value);

  tl_value_clear (memory);
  *memory = copy;
}

static void
show_item (TlFieldEditor *self)
{
  TlFieldEditorPrivate *priv = get_private (self);
  const TlValue *value = tl_item_get_value (priv->item, priv->field);

  set_refused (self, NULL);
  remember (&priv->shown, value);
  remember (&priv->begun, value);
  show_value (self, value);
}

static gboolean
set_field (TlFieldEditor *self, const TlValue *value, GError **error)
{
  TlFieldEditorPrivate *priv = get_private (self);
  gboolean taken;

  priv->is_committing = TRUE;
  taken = tl_command_set_field (priv->session, priv->item, priv->field, value, error);
  priv->is_committing = FALSE;
  /* What listens to the change may have bound another item. */
  if (priv->item != NULL)
    remember (&priv->shown, tl_item_get_value (priv->item, priv->field));
  return taken;
}

/* On the way to what is refused the entry may have been empty, or have said something else that
 * fits: the item gets back what it held before. */
static void
refuse (TlFieldEditor *self, const char *reason)
{
  TlFieldEditorPrivate *priv = get_private (self);
  g_auto (TlValue) begun = tl_value_copy (&priv->begun);

  if (!tl_value_equal (&begun, tl_item_get_value (priv->item, priv->field)))
    set_field (self, &begun, NULL);
  set_refused (self, reason);
}

static void
asked_cb (GtkWidget *widget)
{
  tl_field_editor_settle (TL_FIELD_EDITOR (widget));
}

static void
focus_leave_cb (TlFieldEditor *self)
{
  tl_field_editor_settle (self);
}

static gboolean
tl_field_editor_grab_focus (GtkWidget *widget)
{
  TlFieldEditor *self = TL_FIELD_EDITOR (widget);
  TlFieldEditorPrivate *priv = get_private (self);

  return priv->target != NULL && !tl_field_editor_contains_focus (self)
         && gtk_widget_grab_focus (priv->target);
}

static void
tl_field_editor_constructed (GObject *object)
{
  TlFieldEditor *self = TL_FIELD_EDITOR (object);
  TlFieldEditorPrivate *priv = get_private (self);

  G_OBJECT_CLASS (tl_field_editor_parent_class)->constructed (object);

  gtk_label_set_text (priv->name, tl_field_get_label (priv->field));
  gtk_widget_set_tooltip_text (priv->header, tl_field_get_help (priv->field));
  gtk_widget_set_visible (priv->lock, tl_field_get_spec (priv->field)->is_private);
  if (priv->target == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_field_get_label (priv->field), -1);
  describe (self, NULL);
}

static void
tl_field_editor_dispose (GObject *object)
{
  TlFieldEditor *self = TL_FIELD_EDITOR (object);
  TlFieldEditorPrivate *priv = get_private (self);
  GtkWidget *child;

  g_clear_object (&priv->item);
  g_clear_object (&priv->session);
  tl_value_clear (&priv->shown);
  tl_value_clear (&priv->begun);
  priv->control = NULL;
  priv->target = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_field_editor_parent_class)->dispose (object);
}

static void
tl_field_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlFieldEditorPrivate *priv = get_private (TL_FIELD_EDITOR (object));

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_uint (value, priv->field);
      break;
    case PROP_CONTROL:
      g_value_set_object (value, priv->control);
      break;
    case PROP_TARGET:
      g_value_set_object (value, priv->target);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_field_editor_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  TlFieldEditorPrivate *priv = get_private (TL_FIELD_EDITOR (object));

  switch (prop_id)
    {
    case PROP_FIELD:
      priv->field = g_value_get_uint (value);
      break;
    case PROP_CONTROL:
      g_assert (priv->control == NULL);
      priv->control = g_value_get_object (value);
      gtk_widget_insert_after (priv->control, GTK_WIDGET (object), priv->header);
      break;
    case PROP_TARGET:
      priv->target = g_value_get_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_field_editor_class_init (TlFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tl_field_editor_constructed;
  object_class->dispose = tl_field_editor_dispose;
  object_class->get_property = tl_field_editor_get_property;
  object_class->set_property = tl_field_editor_set_property;
  widget_class->grab_focus = tl_field_editor_grab_focus;

  props[PROP_FIELD]
      = g_param_spec_uint ("field", NULL, NULL, 0, TL_N_FIELDS - 1, 0,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, GTK_TYPE_WIDGET,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-editor.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldEditor, header);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldEditor, name);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldEditor, lock);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldEditor, reason);
}

static void
tl_field_editor_init (TlFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tl_field_editor_bind:
 * @self: an editor
 * @session: (nullable): the session
 * @item: (nullable): the item to edit from now on, which has the field; %NULL for none
 */
void
tl_field_editor_bind (TlFieldEditor *self, TlSession *session, TlItem *item)
{
  TlFieldEditorPrivate *priv;

  g_return_if_fail (TL_IS_FIELD_EDITOR (self));
  g_return_if_fail (item == NULL || TL_IS_SESSION (session));

  priv = get_private (self);
  if (item == NULL)
    session = NULL;
  if (priv->item != item)
    tl_field_editor_settle (self);
  g_set_object (&priv->session, session);
  if (!g_set_object (&priv->item, item) || item == NULL)
    return;
  gtk_widget_set_sensitive (priv->control, tl_session_is_editable (session));
  show_item (self);
}

/**
 * tl_field_editor_refresh:
 * @self: an editor
 *
 * The item may have changed: shows its value, unless that is what is shown already. What somebody
 * is typing stays as it is, with its caret, as long as the value does.
 */
void
tl_field_editor_refresh (TlFieldEditor *self)
{
  TlFieldEditorPrivate *priv;

  g_return_if_fail (TL_IS_FIELD_EDITOR (self));

  priv = get_private (self);
  if (priv->item == NULL || priv->is_committing)
    return;
  if (TL_FIELD_EDITOR_GET_CLASS (self)->shows_titles
      || !tl_value_equal (&priv->shown, tl_item_get_value (priv->item, priv->field)))
    show_item (self);
}

/**
 * tl_field_editor_hide_name:
 * @self: an editor whose place says what it is
 *
 * Only the control is shown; assistive technologies still tell the name.
 */
void
tl_field_editor_hide_name (TlFieldEditor *self)
{
  TlFieldEditorPrivate *priv;

  g_return_if_fail (TL_IS_FIELD_EDITOR (self));

  priv = get_private (self);
  gtk_widget_set_visible (priv->header, FALSE);
  gtk_widget_set_tooltip_text (priv->control, tl_field_get_help (priv->field));
}

/**
 * tl_field_editor_get_field:
 * @self: an editor
 *
 * Returns: the field it edits
 */
TlField
tl_field_editor_get_field (TlFieldEditor *self)
{
  return get_private (self)->field;
}

/**
 * tl_field_editor_get_item:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the item it edits
 */
TlItem *
tl_field_editor_get_item (TlFieldEditor *self)
{
  return get_private (self)->item;
}

/**
 * tl_field_editor_get_session:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the session in which it edits
 */
TlSession *
tl_field_editor_get_session (TlFieldEditor *self)
{
  return get_private (self)->session;
}

/**
 * tl_field_editor_is_refused:
 * @self: an editor
 *
 * Returns: whether it holds something that the document did not take
 */
gboolean
tl_field_editor_is_refused (TlFieldEditor *self)
{
  return get_private (self)->is_refused;
}

/**
 * tl_field_editor_contains_focus:
 * @self: an editor
 *
 * Going backwards out of an editor, the toolkit offers the focus to the editor as a whole. What
 * would take it then could not be left.
 *
 * Returns: whether something within has the focus
 */
gboolean
tl_field_editor_contains_focus (TlFieldEditor *self)
{
  g_return_val_if_fail (TL_IS_FIELD_EDITOR (self), FALSE);

  return tl_focus_is_in (GTK_WIDGET (self));
}

/**
 * tl_field_editor_commit:
 * @self: an editor
 * @value: what the user wants the field to hold
 *
 * For subclasses, when their control changes. A value that does not fit is refused in place: the
 * item keeps its own. Where it only takes a reason, that is asked for.
 *
 * Returns: whether @value was taken
 */
gboolean
tl_field_editor_commit (TlFieldEditor *self, const TlValue *value)
{
  TlFieldEditorPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean taken;

  if (priv->is_showing || priv->item == NULL)
    return TRUE;
  taken = set_field (self, value, &error);
  if (taken)
    set_refused (self, NULL);
  else
    refuse (self, error->message);
  if (g_error_matches (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE))
    tl_gate_ask (GTK_WIDGET (self), priv->session, priv->item, priv->field, value, asked_cb);
  return taken;
}

/**
 * tl_field_editor_commit_text:
 * @self: an editor
 * @text: what the user has typed
 *
 * As tl_field_editor_commit(), with what @text says.
 */
void
tl_field_editor_commit_text (TlFieldEditor *self, const char *text)
{
  TlFieldEditorPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (priv->is_showing || priv->item == NULL)
    return;
  if (tl_field_parse (priv->field, text, &value, &error))
    tl_field_editor_commit (self, &value);
  else
    refuse (self, error->message);
}

/**
 * tl_field_editor_settle:
 * @self: an editor
 *
 * The user is through with the field: what was typed since is one step of undo, and what was
 * refused gives way to what the item holds.
 */
void
tl_field_editor_settle (TlFieldEditor *self)
{
  TlFieldEditorPrivate *priv = get_private (self);

  if (priv->item == NULL)
    return;
  tl_history_seal (tl_session_get_history (priv->session));
  show_item (self);
}
