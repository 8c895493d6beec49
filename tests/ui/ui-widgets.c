/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-widgets.h"

void
ui_widgets_init (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  /* The driver of a display that is not there leaks when it is unloaded. */
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/throughline/Throughline/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* An application that is there beside any other, for windows. */
TlApplication *
ui_application_new (GApplicationFlags flags)
{
  TlApplication *application = tl_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | flags);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* GTK 4.8 forgets to free the date when it looks for recent files that are too old. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-max-age", -1, NULL);
  return application;
}

void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for so long, for what takes frames. */
void
ui_wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, set_flag, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Presses a key on a widget by its class binding, as the key itself would. */
gboolean
ui_press_key (GtkWidget *widget, const char *accelerator)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accelerator);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

/* The window is shown, and what is in it has its place. */
GtkWidget *
ui_window_new (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  gboolean is_late = FALSE;
  guint timer = g_timeout_add_seconds (10, set_flag, &is_late);

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 340, 700);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (content) && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_late);
  g_source_remove (timer);
  ui_settle ();
  return window;
}

void
ui_window_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

/* The first that matches among those that can be seen, from the top. */
GtkWidget *
ui_find (GtkWidget *root, UiMatch match, gpointer data)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

GtkWidget *
ui_find_type (GtkWidget *root, GType type)
{
  return ui_find (root, is_of_type, GSIZE_TO_POINTER (type));
}

static gboolean
has_label (GtkWidget *widget, gpointer data)
{
  const char *text;

  if (!GTK_IS_LABEL (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) == NULL)
    return FALSE;
  text = gtk_label_get_text (GTK_LABEL (widget));
  return g_strcmp0 (text, data) == 0;
}

GtkWidget *
ui_find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = ui_find (root, has_label, (gpointer) label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
edits_field (GtkWidget *widget, gpointer data)
{
  return TL_IS_FIELD_EDITOR (widget)
         && tl_field_editor_get_field (TL_FIELD_EDITOR (widget)) == GPOINTER_TO_UINT (data)
         && tl_field_editor_get_item (TL_FIELD_EDITOR (widget)) != NULL;
}

TlFieldEditor *
ui_find_editor (GtkWidget *root, TlField field)
{
  GtkWidget *found = ui_find (root, edits_field, GUINT_TO_POINTER (field));

  return found != NULL ? TL_FIELD_EDITOR (found) : NULL;
}

GtkWidget *
ui_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static gboolean
says_something (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* Only what an application names: the parts of GTK's own widgets are GTK's. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  return GTK_IS_BUTTON (widget) && ui_find (widget, says_something, NULL) != NULL;
}

static gboolean
needs_name (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_EXPANDER (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_LIST_VIEW (widget)
         || GTK_IS_CALENDAR (widget);
}

static gboolean
is_unnamed (GtkWidget *widget, gpointer data)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!needs_name (widget) || is_named (widget))
    return FALSE;
  return parent == NULL || !needs_name (parent);
}

/* What a screen reader could only call by its type; NULL when everything has a name. */
char *
ui_find_unnamed (GtkWidget *root)
{
  GtkWidget *found = ui_find (root, is_unnamed, NULL);

  return found != NULL ? g_strdup_printf ("%s in %s", G_OBJECT_TYPE_NAME (found),
                                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (found)))
                       : NULL;
}
