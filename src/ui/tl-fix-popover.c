/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-fix-popover.h"

#include <glib/gi18n-lib.h>

#include "tl-field-factory.h"
#include "tl-item-words.h"

#define MAX_TOGETHER 4

struct _TlFixPopover
{
  GtkPopover parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *item;
  GSignalGroup *signals;

  /* Template. */
  GtkLabel *title;
  GtkBox *editors;

  TlField field;
  guint64 revision; /* of the workspace when it opened */
};

/* What is settled in one go. */
static const TlField together[][MAX_TOGETHER] = {
  { TL_LINK_MECHANISM, TL_LINK_STRENGTH },
  { TL_GOAL_ROLE, TL_GOAL_ROLE_REASON },
  { TL_OBJECTIVE_SHOULD, TL_OBJECTIVE_IS },
  { TL_PERSON_ACCESS, TL_PERSON_CREDIBILITY, TL_PERSON_TRUST, TL_PERSON_NEXT_STEP },
  { TL_PROJECT_WHOLE_ORGANISATION, TL_PROJECT_LONG_TERM, TL_PROJECT_MULTIPLE_SOLUTIONS,
    TL_PROJECT_SOLUTION_NEUTRAL },
  { TL_PROJECT_REUSE, TL_PROJECT_REUSE_PLAN },
  { TL_REQUEST_OUTCOME, TL_REQUEST_ANSWER },
  { TL_GOAL_MEASURE_NAME, TL_GOAL_TARGET, TL_GOAL_UNIT_OF_MEASURE, TL_GOAL_BY_DATE },
};

G_DEFINE_FINAL_TYPE (TlFixPopover, tl_fix_popover, GTK_TYPE_POPOVER)

/* A title, which is field 0, is never among them. */
static const TlField *
find_together (TlField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    for (guint j = 0; j < MAX_TOGETHER; j++)
      if (together[i][j] == field && field != 0)
        return together[i];
  return NULL;
}

static void
refresh (TlFixPopover *self)
{
  for (GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->editors)); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    tl_field_editor_refresh (TL_FIELD_EDITOR (editor));
}

static void
close_cb (TlFixPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static TlFieldEditor *
find_editor (TlFixPopover *self)
{
  GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->editors));

  while (editor != NULL && tl_field_editor_get_field (TL_FIELD_EDITOR (editor)) != self->field)
    editor = gtk_widget_get_next_sibling (editor);
  return editor != NULL ? TL_FIELD_EDITOR (editor) : NULL;
}

static void
shown_cb (TlFixPopover *self)
{
  TlFieldEditor *editor = find_editor (self);

  if (editor != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (editor));
}

/* What was changed is told once, with the offer to undo it. */
static void
tell (TlFixPopover *self)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  tl_history_seal (tl_session_get_history (self->session));
  if (tl_workspace_get_revision (tl_session_get_workspace (self->session)) == self->revision
      || tl_item_get_workspace (self->item) == NULL)
    return;
  name = tl_item_dup_name (self->item);
  /* Translators: the name of a field, and the item that it was changed of. */
  words = g_strdup_printf (_ ("Changed “%1$s” of “%2$s”"), tl_field_get_label (self->field), name);
  tl_session_say (self->session, words, TRUE);
}

static void
tl_fix_popover_closed (GtkPopover *popover)
{
  TlFixPopover *self = TL_FIX_POPOVER (popover);

  for (GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->editors)); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    tl_field_editor_bind (TL_FIELD_EDITOR (editor), NULL, NULL);
  tell (self);
}

static void
add_editor (TlFixPopover *self, TlField field)
{
  GtkWidget *editor = tl_field_create_editor (field);

  gtk_box_append (self->editors, editor);
  tl_field_editor_bind (TL_FIELD_EDITOR (editor), self->session, self->item);
}

static void
tl_fix_popover_dispose (GObject *object)
{
  TlFixPopover *self = TL_FIX_POPOVER (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_fix_popover_parent_class)->dispose (object);
}

static void
tl_fix_popover_class_init (TlFixPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_fix_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = tl_fix_popover_closed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-fix-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFixPopover, title);
  gtk_widget_class_bind_template_child (widget_class, TlFixPopover, editors);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
tl_fix_popover_init (TlFixPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "analysed", G_CALLBACK (refresh), self);
}

/**
 * tl_fix_popover_new:
 * @session: the session
 * @item: what to ask about
 * @field: a field of it for which tl_fix_popover_can_ask()
 *
 * When it closes, it says what has been changed.
 *
 * Returns: (transfer floating): a popover to be given a parent and popped up
 */
GtkWidget *
tl_fix_popover_new (TlSession *session, TlItem *item, TlField field)
{
  TlFixPopover *self;
  const TlField *fields = find_together (field);
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item), NULL);
  g_return_val_if_fail (tl_fix_popover_can_ask (field), NULL);

  self = g_object_new (TL_TYPE_FIX_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->field = field;
  self->revision = tl_workspace_get_revision (tl_session_get_workspace (session));
  name = tl_item_dup_name (item);
  gtk_label_set_text (self->title, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (fields == NULL)
    add_editor (self, field);
  for (guint i = 0; fields != NULL && i < MAX_TOGETHER && fields[i] != 0; i++)
    add_editor (self, fields[i]);
  g_signal_group_set_target (self->signals, session);
  return GTK_WIDGET (self);
}

/**
 * tl_fix_popover_can_ask:
 * @field: a field
 *
 * Returns: whether its editor is small enough; what refers to other items is asked for by a picker,
 *   and lists of words by the inspector
 */
gboolean
tl_fix_popover_can_ask (TlField field)
{
  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
    case TL_FIELD_TYPE_DATE:
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return TRUE;
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_REFS:
    case TL_FIELD_TYPE_DATA:
    default:
      return FALSE;
    }
}
