/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector lets the keyboard walk on, and shows what is selected when it rests: but whoever
 * looks closer, edits or comes here finds what is selected. */

#include "tl-commands.h"
#include "tl-inspector.h"
#include "ui-plan.h"
#include "ui-widgets.h"

typedef struct
{
  TlSession *session;
  GtkWidget *window;
  GtkWidget *elsewhere; /* has the keyboard */
  GtkWidget *inspector;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->session = ui_plan_new ();
  self->elsewhere = gtk_button_new_with_label ("Elsewhere");
  self->inspector = tl_inspector_new ();
  tl_inspector_set_session (TL_INSPECTOR (self->inspector), self->session);
  gtk_box_append (GTK_BOX (box), self->elsewhere);
  gtk_box_append (GTK_BOX (box), self->inspector);
  self->window = ui_window_new (box);
  gtk_widget_grab_focus (self->elsewhere);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_window_close (self->window);
  g_object_unref (self->session);
}

static void
select_item (Fixture *self, const char *id)
{
  tl_selection_select (tl_session_get_selection (self->session), ui_plan_get (self->session, id));
}

static const char *
get_shown (Fixture *self)
{
  TlFieldEditor *title = ui_find_editor (self->inspector, TL_ITEM_TITLE);
  TlItem *item = title != NULL ? tl_field_editor_get_item (title) : NULL;

  return item != NULL ? tl_item_get_id (item) : NULL;
}

static void
wait_for (Fixture *self, const char *id)
{
  while (g_strcmp0 (get_shown (self), id) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_rests (Fixture *self, gconstpointer data)
{
  select_item (self, "p1");
  wait_for (self, "p1");
  select_item (self, "p2");
  g_assert_cmpstr (get_shown (self), ==, "p1");
  select_item (self, "g1");
  g_assert_cmpstr (get_shown (self), ==, "p1");
  wait_for (self, "g1");
}

/* Each is a way to come upon what is shown, and has to find what is selected. */

static void
ask (Fixture *self)
{
  tl_inspector_follow (TL_INSPECTOR (self->inspector));
}

static void
come_by_tab (Fixture *self)
{
  g_assert_true (gtk_widget_child_focus (self->inspector, GTK_DIR_TAB_FORWARD));
}

static void
come_by_field (Fixture *self)
{
  tl_inspector_focus_field (TL_INSPECTOR (self->inspector), TL_ITEM_TITLE);
}

static void
edit (Fixture *self)
{
  tl_command_rename (self->session, ui_plan_get (self->session, "p2"), "Another", NULL);
}

static void
show_again (Fixture *self)
{
  gtk_widget_hide (self->inspector);
  gtk_widget_show (self->inspector);
}

static const struct
{
  const char *name;
  void (*come) (Fixture *self);
} ways[] = {
  { "it is asked", ask },
  { "Tab", come_by_tab },
  { "a field of it is asked for", come_by_field },
  { "an edit", edit },
  { "it is put away and shown again", show_again },
};

static void
test_ways (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_test_message ("%s", ways[i].name);
      gtk_widget_grab_focus (self->elsewhere);
      select_item (self, "p1");
      wait_for (self, "p1");
      select_item (self, "p2");
      g_assert_cmpstr (get_shown (self), ==, "p1");
      ways[i].come (self);
      g_assert_cmpstr (get_shown (self), ==, "p2");
    }
}

/* Where the keyboard is in the inspector, as after a link in it was followed, nothing waits. */
static void
test_at_work (Fixture *self, gconstpointer data)
{
  select_item (self, "p1");
  tl_inspector_focus_field (TL_INSPECTOR (self->inspector), TL_ITEM_TITLE);
  select_item (self, "p2");
  g_assert_cmpstr (get_shown (self), ==, "p2");
}

static void
press_delete (Fixture *self)
{
  g_signal_emit_by_name (ui_find_button (self->inspector, "Delete Project"), "clicked");
}

/* An assistive technology may press a button without coming here. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  select_item (self, "p1");
  wait_for (self, "p1");
  select_item (self, "p2");
  press_delete (self);
  g_assert_nonnull (tl_workspace_lookup (workspace, "p1"));
  g_assert_null (tl_workspace_lookup (workspace, "p2"));
}

/* Nor does it link what is no longer selected. */
static void
test_link (Fixture *self, gconstpointer data)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  guint n_links = tl_workspace_get_n_items (tl_session_get_workspace (self->session), TL_KIND_LINK);
  GtkWidget *button;

  select_item (self, "p2");
  tl_selection_add (selection, ui_plan_get (self->session, "o3"));
  tl_inspector_follow (TL_INSPECTOR (self->inspector));
  button = ui_find_button (self->inspector, "Link Them");
  g_assert_nonnull (button);
  select_item (self, "p1");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (self->session),
                                              TL_KIND_LINK),
                    ==, n_links);
  g_assert_cmpstr (get_shown (self), ==, "p1");
}

/* What is shown, what is selected and what is due may all go at once. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  select_item (self, "p1");
  wait_for (self, "p1");
  select_item (self, "p2");
  g_ptr_array_add (items, ui_plan_get (self->session, "p1"));
  g_ptr_array_add (items, ui_plan_get (self->session, "p2"));
  tl_command_delete (self->session, items);
  g_assert_cmpstr (get_shown (self), !=, "p1");
  g_assert_cmpstr (get_shown (self), !=, "p2");
  tl_session_undo (self->session);
  select_item (self, "p2");
  tl_inspector_set_session (TL_INSPECTOR (self->inspector), NULL);
  ui_settle ();
  g_assert_null (get_shown (self));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/inspector-follow/rests", test_rests);
  ADD ("/inspector-follow/ways", test_ways);
  ADD ("/inspector-follow/at-work", test_at_work);
  ADD ("/inspector-follow/delete", test_delete);
  ADD ("/inspector-follow/link", test_link);
  ADD ("/inspector-follow/gone", test_gone);
#undef ADD

  return g_test_run ();
}
