/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who does not see what an edit does is told: each edit says something, in the window's voice. */

#include "tl-application.h"
#include "tl-commands-link.h"
#include "tl-commands-parts.h"
#include "tl-commands-paste.h"
#include "tl-commands-pin.h"
#include "tl-commands-place.h"
#include "tl-commands-practice.h"
#include "tl-commands-request.h"
#include "tl-commands.h"
#include "tl-window-private.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120

typedef struct
{
  TlWindow *window;
  TlSession *session;
} Fixture;

static TlApplication *application;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (TlSession) sample = ui_sample_open ();

  fixture->window = tl_window_new (GTK_APPLICATION (application));
  tl_window_set_document (fixture->window, tl_session_get_document (sample));
  fixture->session = tl_window_get_session (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait (FRAMES_MS);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
}

/* What is said. Until toolkits can speak, a widget is described by it. */

static void
forget (gpointer widget)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Of nothing, NULL. */
static char *
dup_said (gpointer widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
assert_said (gpointer widget, const char *words)
{
  ui_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words, NULL);
}

static TlItem *
get (Fixture *fixture, const char *id)
{
  return ui_sample_get (fixture->session, id);
}

static GPtrArray *
list (Fixture *fixture, const char *id)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (get (fixture, id)));
  return items;
}

/* Edits. */

static void
add_goal (Fixture *fixture)
{
  tl_command_add_goal (fixture->session, "A goal");
}

static void
add_project (Fixture *fixture)
{
  tl_command_add_project (fixture->session, get (fixture, "G1-1"), "A project");
}

static void
add_cause (Fixture *fixture)
{
  tl_command_add_cause (fixture->session, get (fixture, "G1-1"), "A cause");
}

static void
add_request (Fixture *fixture)
{
  tl_command_add_request (fixture->session, "A request");
}

static void
add_insight (Fixture *fixture)
{
  tl_command_add_insight (fixture->session, "An insight");
}

static void
link_project (Fixture *fixture)
{
  tl_command_link (fixture->session, get (fixture, "P17"), get (fixture, "G1-1"), NULL);
}

static void
set_strength (Fixture *fixture)
{
  TlItem *link
      = tl_command_link (fixture->session, get (fixture, "P17"), get (fixture, "G1-1"), NULL);

  ui_settle ();
  forget (fixture->window);
  tl_command_set_strength (fixture->session, link, TL_STRENGTH_STRONG, NULL);
}

static void
rename_project (Fixture *fixture)
{
  tl_command_rename (fixture->session, get (fixture, "P17"), "Another title", NULL);
}

static void
move_objective (Fixture *fixture)
{
  tl_command_put_under (fixture->session, get (fixture, "G1-1"), get (fixture, "G2"), NULL);
}

static void
pin (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = list (fixture, "P17");
  TlPoint at = { 900, 40 };

  tl_command_pin_cards (fixture->session, items, &at, NULL);
}

static void
stop (Fixture *fixture)
{
  tl_command_stop (fixture->session, get (fixture, "P17"), NULL);
}

static void
duplicate (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = list (fixture, "P17");
  g_autoptr (GPtrArray) copies = tl_command_duplicate (fixture->session, items, NULL);
}

static void
cut (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = list (fixture, "P17");

  tl_command_cut (fixture->session, items);
}

static void
delete_project (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = list (fixture, "P17");

  tl_command_delete (fixture->session, items);
}

static const struct
{
  const char *name;
  void (*edit) (Fixture *fixture);
} edits[] = {
  { "add-goal", add_goal },
  { "add-project", add_project },
  { "add-cause", add_cause },
  { "add-request", add_request },
  { "add-insight", add_insight },
  { "link", link_project },
  { "strength", set_strength },
  { "rename", rename_project },
  { "put-under", move_objective },
  { "pin", pin },
  { "stop", stop },
  { "duplicate", duplicate },
  { "cut", cut },
  { "delete", delete_project },
};

static void
test_edit_is_told (Fixture *fixture, gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *said = NULL;

  forget (fixture->window);
  edits[i].edit (fixture);
  ui_settle ();
  said = dup_said (fixture->window);
  g_test_message ("%s", said);
  g_assert_nonnull (said);
  g_assert_cmpstr (said, !=, "");

  label = g_strdup (tl_history_get_undo_label (tl_session_get_history (fixture->session)));
  undone = g_strconcat ("Undone: ", label, NULL);
  redone = g_strconcat ("Redone: ", label, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said (fixture->window, undone);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_said (fixture->window, redone);
}

/* A sentence about an edit is told instead of its name, not before it. */
static void
test_sentence_is_enough (Fixture *fixture, gconstpointer user_data)
{
  delete_project (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->window),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Deleted “Radical Candor”", NULL);
  assert_said (fixture->window, "Deleted “Radical Candor”");
}

/* What is being written is heard anyway. */
static void
test_writing_is_not_told (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *view;

  tl_selection_select (tl_session_get_selection (fixture->session), get (fixture, "P17"));
  ui_wait (FRAMES_MS);
  tl_inspector_focus_field (fixture->window->inspector, TL_ITEM_TITLE);
  ui_settle ();
  view = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (view));
  forget (fixture->window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Another title", -1);
  ui_wait (FRAMES_MS);
  g_assert_cmpstr (tl_item_get_title (get (fixture, "P17")), ==, "Another title");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->window),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static gboolean
says (GtkWidget *widget, gpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* How many are found is told while one asks. */
static void
test_count_is_told (Fixture *fixture, gconstpointer user_data)
{
  TlLens *lens = tl_session_get_lens (fixture->session);
  GtkWidget *bar = GTK_WIDGET (fixture->window->find_bar);
  GtkWidget *count;

  tl_lens_set_query (lens, "status:live");
  ui_wait (FRAMES_MS);
  count = ui_find (bar, says, (gpointer) "43 found");
  g_assert_nonnull (count);
  assert_said (count, "43 found");
  tl_lens_set_query (lens, "zzzz");
  assert_said (count, "Nothing found");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  application = ui_application_new (G_APPLICATION_DEFAULT_FLAGS);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/announcements/edit-is-told/", edits[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_edit_is_told, tear_down);
    }
  g_test_add ("/announcements/sentence-is-enough", Fixture, NULL, set_up, test_sentence_is_enough,
              tear_down);
  g_test_add ("/announcements/writing-is-not-told", Fixture, NULL, set_up, test_writing_is_not_told,
              tear_down);
  g_test_add ("/announcements/count-is-told", Fixture, NULL, set_up, test_count_is_told, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
