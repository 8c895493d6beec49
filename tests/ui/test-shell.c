/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-accels.h"
#include "tl-application.h"
#include "tl-commands.h"
#include "tl-window-private.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define RESOURCES "/io/github/throughline/Throughline/ui/"

static TlApplication *application;

static char *
read_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The class that a template is for, or NULL where the file is no template. */
static char *
dup_template_class (const char *xml)
{
  const char *at = strstr (xml, "<template class=\"");
  const char *end;

  if (at == NULL)
    return NULL;
  at += strlen ("<template class=\"");
  end = strchr (at, '"');
  return g_strndup (at, (gsize) (end - at));
}

/* What a window has in it is made with the window; the rest is made here. */
static gboolean
can_make (GType type)
{
  return g_type_is_a (type, GTK_TYPE_WIDGET) && !G_TYPE_IS_ABSTRACT (type)
         && !g_type_is_a (type, GTK_TYPE_WINDOW);
}

static void
test_templates_load (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCES, 0, NULL);
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *xml = read_resource (names[i]);
      g_autofree char *class_name = dup_template_class (xml);
      g_autofree char *path = g_strconcat (RESOURCES, names[i], NULL);

      if (class_name == NULL)
        {
          g_autoptr (GtkBuilder) builder = gtk_builder_new ();
          g_autoptr (GError) error = NULL;

          gtk_builder_add_from_resource (builder, path, &error);
          g_assert_no_error (error);
          if (strstr (xml, "GtkShortcutsWindow") != NULL)
            gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
        }
      else if (can_make (g_type_from_name (class_name)))
        {
          g_autoptr (GtkWidget) widget
              = g_object_ref_sink (g_object_new (g_type_from_name (class_name), NULL));

          g_assert_true (GTK_IS_WIDGET (widget));
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_accels_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    {
      const TlAccel *accel = tl_accels_get (i);

      for (guint k = 0; accel->accels[k] != NULL; k++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accel->accels[k], &key, &modifiers));
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (key << 8 | modifiers)));
        }
    }
}

/* The window of shortcuts asks for the keys of the application by the name of the action; it is
 * told those of the windows. */
static char *
dup_listing (const TlAccel *accel)
{
  g_autofree char *keys = g_strjoinv (" ", (char **) accel->accels);
  g_autofree char *escaped = g_markup_escape_text (keys, -1);

  if (accel->yields)
    return g_strdup_printf ("<property name=\"accelerator\">%s</property>", escaped);
  return g_strdup_printf ("<property name=\"action-name\">%s</property>", accel->action);
}

/* Every action with a key is in the window of shortcuts, and every action there has a key. */
static void
test_shortcuts_are_listed (void)
{
  g_autofree char *xml = read_resource ("tl-shortcuts.ui");
  guint n_wanted = 0;
  guint n_listed = 0;

  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    {
      const TlAccel *accel = tl_accels_get (i);
      g_autofree char *wanted = dup_listing (accel);

      if (strstr (xml, wanted) == NULL)
        g_error ("%s is not in the window of shortcuts", accel->action);
      if (!accel->yields)
        n_wanted++;
    }
  for (const char *at = strstr (xml, "\"action-name\""); at != NULL;
       at = strstr (at + 1, "\"action-name\""))
    n_listed++;
  g_assert_cmpuint (n_listed, ==, n_wanted);
}

/* The keys of windows have to be written into the menus, too. */
static void
test_menus_show_keys (void)
{
  g_autofree char *xml = read_resource ("tl-window.ui");

  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    {
      const TlAccel *accel = tl_accels_get (i);
      g_autofree char *key = g_markup_escape_text (accel->accels[0], -1);
      g_autofree char *item
          = g_strdup_printf ("<attribute name=\"action\">%s</attribute>", accel->action);
      g_autofree char *wanted = g_strdup_printf ("<attribute name=\"accel\">%s</attribute>", key);
      const char *at = strstr (xml, item);

      if (!accel->yields)
        continue;
      g_assert_nonnull (at);
      at += strlen (item);
      at += strspn (at, " \n");
      g_assert_true (g_str_has_prefix (at, wanted));
    }
}

static gboolean
has_window_action (TlWindow *window, const char *action)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (window);
  GType owner;
  const char *name;
  const GVariantType *parameter;
  const char *property;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter, &property); i++)
    {
      if (g_str_equal (name, action))
        return TRUE;
    }
  return FALSE;
}

static void
test_accels_are_known (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    {
      g_auto (GStrv) parts = g_strsplit (tl_accels_get (i)->action, "::", 2);
      const char *action = parts[0];

      if (g_str_has_prefix (action, "app.")
              ? !g_action_group_has_action (G_ACTION_GROUP (application), action + 4)
              : !has_window_action (window, action))
        g_error ("there is no action %s", action);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static GMenuModel *
find_primary_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GMenuModel *menu = find_primary_menu (child);

      if (menu != NULL)
        return menu;
    }
  return NULL;
}

/* The menu ends with the shortcuts and with what the program is, and does not close anything. */
static void
test_primary_menu (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  GMenuModel *menu = find_primary_menu (GTK_WIDGET (window));
  const char *const last[] = { "app.shortcuts", "app.about" };
  g_autoptr (GMenuModel) section = NULL;
  int n;

  g_assert_nonnull (menu);
  section
      = g_menu_model_get_item_link (menu, g_menu_model_get_n_items (menu) - 1, G_MENU_LINK_SECTION);
  n = g_menu_model_get_n_items (section);
  g_assert_cmpint (n, >=, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *action = NULL;

      g_menu_model_get_item_attribute (section, n - 2 + i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_assert_cmpstr (action, ==, last[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The toolkit's own buttons are its own affair. The type of the one that newer header bars hold is
 * not public. */
static gboolean
is_ours (GtkWidget *widget)
{
  return !GTK_IS_CALENDAR (widget) && !GTK_IS_WINDOW_CONTROLS (widget)
         && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwBackButton");
}

static void
check_tooltips (GtkWidget *widget)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (icon != NULL && gtk_widget_get_tooltip_text (widget) == NULL)
    g_error ("the button with the icon %s in a %s has no tooltip", icon,
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_ours (child))
        check_tooltips (child);
    }
}

static void
test_icon_buttons_have_tooltips (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  check_tooltips (GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_shows_document (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  TlSession *session;

  g_assert_true (tl_window_is_untouched (window));
  g_assert_null (tl_window_get_file (window));
  tl_window_set_document (window, tl_session_get_document (sample));
  session = tl_window_get_session (window);
  g_assert_true (tl_session_get_document (session) == tl_session_get_document (sample));
  g_assert_false (tl_window_is_untouched (window));
  g_assert_nonnull (tl_window_get_file (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "All-remote software company");

  ui_sample_link (session, "P17", "G1-2");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "All-remote software company (Unsaved)");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "All-remote software company");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An offer to undo is about the last step, and goes with it. */
static void
test_undo_toast_goes (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  TlSession *session;

  tl_window_set_document (window, tl_session_get_document (sample));
  session = tl_window_get_session (window);
  for (guint i = 0; i < 2; i++)
    {
      tl_command_link (session, ui_sample_get (session, "P17"), ui_sample_get (session, "G1-2"),
                       NULL);
      g_assert_nonnull (tl_toast_get_button (window->toast));
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      else
        tl_command_add_goal (session, NULL);
      g_assert_null (tl_toast_get_button (window->toast));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Long enough for a panel to slide in and a window to be drawn. */
static void
let_it_draw (void)
{
  ui_wait (500);
}

static gboolean
get_flag (TlWindow *window, const char *property)
{
  gboolean flag;

  g_object_get (window, property, &flag, NULL);
  return flag;
}

/* A slow machine takes its time; what never happens ends with the time that the test has. */
static void
wait_for_flag (TlWindow *window, const char *property, gboolean expected)
{
  while (get_flag (window, property) != expected)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/* What nobody sees must not move: it would keep the processor awake as long as the window is open.
 */
static void
test_rests (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  GdkFrameClock *clock;
  guint n_frames = 5;

  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  let_it_draw ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "update", G_CALLBACK (count_cb), &n_frames);
  for (guint i = 0; i < 20 && n_frames >= 5; i++)
    {
      n_frames = 0;
      let_it_draw ();
    }
  g_signal_handlers_disconnect_by_func (clock, count_cb, &n_frames);
  g_assert_cmpuint (n_frames, <, 5);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What slides in has never been drawn before; warnings are fatal. */
static void
test_panels_slide_in (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 640);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_flag (window, "left-panel", FALSE);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.right-panel", NULL);
  wait_for_flag (window, "right-panel", TRUE);
  let_it_draw ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.left-panel", NULL);
  wait_for_flag (window, "left-panel", TRUE);
  wait_for_flag (window, "right-panel", FALSE);
  let_it_draw ();

  /* A card that is revealed is not to lie under a panel. */
  tl_session_reveal (tl_window_get_session (window),
                     ui_sample_get (tl_window_get_session (window), "P17"));
  wait_for_flag (window, "left-panel", FALSE);
  let_it_draw ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_named (GtkWidget *widget, const char *css_name)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_css_name (widget), css_name) == 0)
    return widget;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL && found == NULL;
       at = gtk_widget_get_next_sibling (at))
    found = find_named (at, css_name);
  return found;
}

/* A toast that is put away while it still comes in, on a machine that then draws nothing for a
 * while, so that both motions end in one frame. libadwaita 1.2 uses what it has freed then. */
static void
test_toast_is_put_away (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  GtkWidget *toast;

  gtk_window_present (GTK_WINDOW (window));
  let_it_draw ();
  for (guint i = 0; i < 2; i++)
    {
      tl_window_toast (window, i == 0 ? "First" : "Second", i == 0);
      for (guint j = 0; j < 10; j++)
        g_main_context_iteration (NULL, FALSE);
      toast = find_named (GTK_WIDGET (window), "toast");
      g_assert_nonnull (toast);
      g_signal_emit_by_name (gtk_widget_get_last_child (toast), "clicked");
      g_usleep (600 * 1000);
    }
  let_it_draw ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_shortcuts_can_be_shown (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  let_it_draw ();
  g_action_group_activate_action (G_ACTION_GROUP (application), "shortcuts", NULL);
  let_it_draw ();
  g_assert_nonnull (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* A file that is dropped on a window is opened, here in that window, which nobody has used. */
static void
test_file_is_dropped (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));
  g_autoptr (GFile) file = ui_sample_get_file ();
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = g_slist_append (NULL, file);
  gboolean is_taken = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 10.0, 10.0,
                         &is_taken);
  g_assert_true (is_taken);
  while (tl_workspace_is_empty (tl_session_get_workspace (tl_window_get_session (window))))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_window_shows_map (window));
  g_slist_free (files);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window does not come up to say that it reads, unless that takes long. */
static void
test_window_comes_with_plan (void)
{
  g_autoptr (GFile) file = ui_sample_get_file ();
  GtkWindow *window;

  g_application_open (G_APPLICATION (application), &file, 1, "");
  window = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)) || !tl_window_shows_map (TL_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_workspace_is_empty (
      tl_session_get_workspace (tl_window_get_session (TL_WINDOW (window)))));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = ui_application_new (G_APPLICATION_HANDLES_OPEN);

  g_test_add_func ("/shell/templates-load", test_templates_load);
  g_test_add_func ("/shell/accels-differ", test_accels_differ);
  g_test_add_func ("/shell/accels-are-known", test_accels_are_known);
  g_test_add_func ("/shell/shortcuts-are-listed", test_shortcuts_are_listed);
  g_test_add_func ("/shell/menus-show-keys", test_menus_show_keys);
  g_test_add_func ("/shell/primary-menu", test_primary_menu);
  g_test_add_func ("/shell/icon-buttons-have-tooltips", test_icon_buttons_have_tooltips);
  g_test_add_func ("/shell/window-shows-document", test_window_shows_document);
  g_test_add_func ("/shell/undo-toast-goes", test_undo_toast_goes);
  g_test_add_func ("/shell/toast-is-put-away", test_toast_is_put_away);
  g_test_add_func ("/shell/rests", test_rests);
  g_test_add_func ("/shell/panels-slide-in", test_panels_slide_in);
  g_test_add_func ("/shell/file-is-dropped", test_file_is_dropped);
  g_test_add_func ("/shell/comes-with-plan", test_window_comes_with_plan);
  g_test_add_func ("/shell/shortcuts-can-be-shown", test_shortcuts_can_be_shown);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
