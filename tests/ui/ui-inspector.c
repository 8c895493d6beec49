/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-inspector.h"

#include "tl-picker-window.h"
#include "tl-section.h"

/* The window's part: it shows the inspector, which then leads to the field. */
static void
edit_field_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  UiInspector *self = user_data;
  const char *id;
  int field;

  g_variant_get (parameter, "(&si)", &id, &field);
  ui_inspector_select_item (self, ui_plan_get (self->session, id));
  tl_inspector_focus_field (TL_INSPECTOR (self->inspector), (TlField) field);
}

void
ui_inspector_set_up (UiInspector *self, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("edit-field", G_VARIANT_TYPE ("(si)"));

  self->session = ui_plan_new ();
  self->inspector = tl_inspector_new ();
  tl_inspector_set_session (TL_INSPECTOR (self->inspector), self->session);
  self->window = ui_window_new (self->inspector);
  g_signal_connect (action, "activate", G_CALLBACK (edit_field_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));
}

/* Nothing keeps the inspector or the session once the window is closed. */
void
ui_inspector_tear_down (UiInspector *self, gconstpointer data)
{
  GtkWidget *picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  gpointer inspector = self->inspector;
  gpointer session = self->session;

  if (picker != NULL)
    ui_window_close (picker);
  g_object_add_weak_pointer (inspector, &inspector);
  g_object_add_weak_pointer (session, &session);
  ui_window_close (self->window);
  g_assert_null (inspector);
  g_object_unref (self->session);
  ui_settle ();
  g_assert_null (session);
}

TlItem *
ui_inspector_select (UiInspector *self, const char *id)
{
  TlItem *item = ui_plan_get (self->session, id);

  ui_inspector_select_item (self, item);
  return item;
}

void
ui_inspector_select_item (UiInspector *self, TlItem *item)
{
  tl_selection_select (tl_session_get_selection (self->session), item);
  tl_inspector_follow (TL_INSPECTOR (self->inspector));
  ui_settle ();
}

TlWorkspace *
ui_inspector_get_workspace (UiInspector *self)
{
  return tl_session_get_workspace (self->session);
}

static gboolean
has_heading (GtkWidget *widget, gpointer data)
{
  g_autofree char *heading = NULL;

  if (!TL_IS_SECTION (widget))
    return FALSE;
  g_object_get (widget, "heading", &heading, NULL);
  return g_strcmp0 (heading, data) == 0;
}

GtkWidget *
ui_inspector_find_section (UiInspector *self, const char *heading)
{
  return ui_find (self->inspector, has_heading, (gpointer) heading);
}

GtkWidget *
ui_inspector_get_section (UiInspector *self, const char *heading)
{
  GtkWidget *section = ui_inspector_find_section (self, heading);

  if (section == NULL)
    g_error ("there is no section “%s”", heading);
  return section;
}

static gboolean
says (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

gboolean
ui_says (GtkWidget *root, const char *text)
{
  return ui_find (root, says, (gpointer) text) != NULL;
}

void
ui_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_find_button (root, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

void
ui_toggle (GtkWidget *root, TlField field, const char *label)
{
  TlFieldEditor *editor = ui_find_editor (root, field);

  g_assert_nonnull (editor);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (GTK_WIDGET (editor), label)),
                                TRUE);
  ui_settle ();
}

GtkWidget *
ui_inspector_get_focus (UiInspector *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  return focus;
}
