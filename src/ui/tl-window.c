/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-window.h"

#include <glib/gi18n.h>

#include "tl-breakpoint-bin.h"
#include "tl-compat.h"
#include "tl-item-words.h"
#include "tl-matrix-view.h"
#include "tl-recent.h"
#include "tl-settings.h"
#include "tl-text.h"
#include "tl-welcome.h"
#include "tl-window-private.h"

enum
{
  PROP_LEFT_PANEL = 1,
  PROP_RIGHT_PANEL,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
not_cb (gpointer this, gboolean value)
{
  return !value;
}

static AdwViewSwitcherPolicy
get_policy_cb (gpointer this, gboolean is_narrow)
{
  return is_narrow ? ADW_VIEW_SWITCHER_POLICY_NARROW : ADW_VIEW_SWITCHER_POLICY_WIDE;
}

/* The views are chosen at the top of the window, or at its foot where there is no room. */
static gboolean
is_switcher_shown_cb (gpointer this, gboolean is_compact, const char *page)
{
  return !is_compact && g_strcmp0 (page, "plan") == 0;
}

static gboolean
is_bar_shown_cb (gpointer this, gboolean is_compact, const char *page)
{
  return is_compact && g_strcmp0 (page, "plan") == 0;
}

static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *home = g_get_home_dir ();

  if (folder == NULL)
    return g_strdup ("");
  if (path == NULL)
    return g_file_get_parse_name (folder);
  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static void
update_title (TlWindow *self)
{
  TlDocument *document = tl_session_get_document (self->session);
  gboolean is_dirty = tl_document_is_dirty (document);
  g_autofree char *whole = tl_document_dup_title (document);
  g_autofree char *name = tl_text_clamp (whole, TL_NAME_MAX);
  g_autofree char *folder = dup_folder (tl_document_get_file (document));
  g_autofree char *title = NULL;

  tl_title_set (self->title, name, folder, is_dirty);
  tl_title_set (self->compact_title, name, folder, is_dirty);

  /* Translators: the title of a window whose document is not saved. */
  title = is_dirty ? g_strdup_printf (C_ ("window title", "%s (Unsaved)"), name) : g_strdup (name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_page (TlWindow *self)
{
  const char *page = "plan";
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  if (self->loading != NULL)
    page = "loading";
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "failure") == 0
           && tl_window_is_untouched (self))
    page = "failure";
  else if (tl_workspace_is_empty (workspace) && tl_session_is_editable (self->session))
    page = "welcome";
  gtk_stack_set_visible_child_name (self->pages, page);

  /* Where there is no plan, there is nothing to search in. */
  if (!tl_window_shows_plan (self) && tl_find_bar_is_shown (self->find_bar))
    tl_find_bar_close (self->find_bar);
}

static void
update_actions (TlWindow *self)
{
  update_page (self);
  tl_window_update_edit_actions (self);
  tl_window_update_file_actions (self);
}

static void
history_changed_cb (TlWindow *self)
{
  /* What a toast offers to undo is the last step no longer. */
  tl_toast_drop_button (self->toast);
  update_actions (self);
}

static void
document_notify_cb (TlWindow *self)
{
  update_title (self);
  tl_window_update_file_actions (self);
}

/* What is to be seen must not lie under a panel. */
static void
revealed_cb (TlWindow *self)
{
  tl_panes_dismiss (self->panes);
}

static void
panel_cb (TlWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEFT_PANEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RIGHT_PANEL]);
}

/* The keyboard goes along to what came into sight; newer stacks see to it, 1.2 leaves it behind. */
static void
view_cb (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  tl_window_update_edit_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    tl_window_focus_page (self);
}

static void
active_cb (TlWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    tl_window_check_disk (self);
}

/*
 * tl_window_focus_page:
 * @self: a window
 *
 * Gives the keyboard to what the window is about.
 *
 * Returns: whether there is anything to take it
 */
gboolean
tl_window_focus_page (TlWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (tl_window_shows_plan (self))
    page = adw_view_stack_get_visible_child (self->views);
  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static gboolean
still_lost_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->focus_source = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    tl_window_focus_page (self);
  return G_SOURCE_REMOVE;
}

/* On the way from one widget to another, the focus is nowhere for a moment; where it stays there,
 * as when a toast goes that had it, no key would do anything any more. */
static void
focus_widget_cb (TlWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->focus_source == 0)
    self->focus_source = g_idle_add (still_lost_cb, self);
}

static gboolean
drop_cb (TlWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (files == NULL)
    return FALSE;
  for (GSList *at = files; at != NULL; at = at->next)
    {
      GFile *file = at->data;

      g_application_open (application, &file, 1, "");
    }
  return TRUE;
}

/*
 * tl_window_save_state:
 * @self: a window
 *
 * Remembers how the window looks for the next one.
 */
void
tl_window_save_state (TlWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  int width;
  int height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_int (self->settings, "left-panel-width",
                      tl_panes_get_width (self->panes, TL_SIDE_START));
  g_settings_set_int (self->settings, "right-panel-width",
                      tl_panes_get_width (self->panes, TL_SIDE_END));
  if (tl_panes_get_folded (self->panes))
    return;
  g_settings_set_boolean (self->settings, "left-panel-visible",
                          tl_panes_get_shown (self->panes, TL_SIDE_START));
  g_settings_set_boolean (self->settings, "right-panel-visible",
                          tl_panes_get_shown (self->panes, TL_SIDE_END));
}

static void
load_state (TlWindow *self)
{
  int width = 1440;
  int height = 900;

  self->settings = tl_settings_new ();
  if (self->settings != NULL)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      tl_panes_set_width (self->panes, TL_SIDE_START,
                          g_settings_get_int (self->settings, "left-panel-width"));
      tl_panes_set_width (self->panes, TL_SIDE_END,
                          g_settings_get_int (self->settings, "right-panel-width"));
      tl_panes_set_shown (self->panes, TL_SIDE_START,
                          g_settings_get_boolean (self->settings, "left-panel-visible"));
      tl_panes_set_shown (self->panes, TL_SIDE_END,
                          g_settings_get_boolean (self->settings, "right-panel-visible"));
      g_settings_bind (self->settings, "overview-visible", self->canvas, "overview-shown",
                       G_SETTINGS_BIND_DEFAULT);
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  tl_breakpoint_bin_expect_width (TL_BREAKPOINT_BIN (self->breakpoints), width);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (source);

  if (tl_window_leave_finish (self, result))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);

  if (!self->is_leaving)
    tl_window_leave_async (self, left_cb, NULL);
  return GDK_EVENT_STOP;
}

/* Where what had the keyboard is gone, the work is where to go on, not the first button. */
static gboolean
tl_window_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlWindow *self = TL_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((focus == NULL || !gtk_widget_get_mapped (focus)) && tl_window_focus_page (self))
    return TRUE;
  return GTK_WIDGET_CLASS (tl_window_parent_class)->focus (widget, direction);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->present_source, g_source_remove);
  tl_window_dispose_said (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  if (self->stage != NULL)
    gtk_window_destroy (GTK_WINDOW (self->stage));
  g_clear_weak_pointer (&self->stage);
  if (self->checks != NULL)
    gtk_window_destroy (GTK_WINDOW (self->checks));
  g_clear_weak_pointer (&self->checks);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

/* Actions on properties ask before there is a template. */
static gboolean
shows_panel (TlWindow *self, TlSide side)
{
  return self->panes != NULL && tl_panes_get_shown (self->panes, side);
}

static void
tl_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch (prop_id)
    {
    case PROP_LEFT_PANEL:
      g_value_set_boolean (value, shows_panel (self, TL_SIDE_START));
      break;
    case PROP_RIGHT_PANEL:
      g_value_set_boolean (value, shows_panel (self, TL_SIDE_END));
      break;
    case PROP_VIEW:
      g_value_set_string (value, tl_window_get_view (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch (prop_id)
    {
    case PROP_LEFT_PANEL:
      tl_panes_set_shown (self->panes, TL_SIDE_START, g_value_get_boolean (value));
      break;
    case PROP_RIGHT_PANEL:
      tl_panes_set_shown (self->panes, TL_SIDE_END, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      tl_window_set_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, breakpoints);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, compact_title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, repairs_notice);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, read_only_notice);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, disk_notice);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, views_menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, side_panel);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, table);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, practice);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, inspector);
  gtk_widget_class_bind_template_callback (widget_class, not_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_policy_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_switcher_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_bar_shown_cb);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_window_dispose;
  object_class->get_property = tl_window_get_property;
  object_class->set_property = tl_window_set_property;
  widget_class->focus = tl_window_focus;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;

  props[PROP_LEFT_PANEL] = g_param_spec_boolean ("left-panel", NULL, NULL, TRUE, flags);
  props[PROP_RIGHT_PANEL] = g_param_spec_boolean ("right-panel", NULL, NULL, TRUE, flags);
  props[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "map", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_BREAKPOINT_BIN);
  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_INSPECTOR);
  g_type_ensure (TL_TYPE_MATRIX_VIEW);
  g_type_ensure (TL_TYPE_NOTICE);
  g_type_ensure (TL_TYPE_PANES);
  g_type_ensure (TL_TYPE_PRACTICE);
  g_type_ensure (TL_TYPE_SIDE_PANEL);
  g_type_ensure (TL_TYPE_TABLE_VIEW);
  g_type_ensure (TL_TYPE_TITLE);
  g_type_ensure (TL_TYPE_TOAST);
  g_type_ensure (TL_TYPE_WELCOME);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.left-panel", "left-panel");
  gtk_widget_class_install_property_action (widget_class, "win.right-panel", "right-panel");
  tl_window_install_view_actions (widget_class);
  tl_window_install_find_actions (widget_class);
  tl_window_install_edit_actions (widget_class);
  tl_window_install_file_actions (widget_class);
}

static void
add_drop_target (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
connect_signals (TlWindow *self)
{
  self->document_signals = g_signal_group_new (TL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify", G_CALLBACK (document_notify_cb),
                                  self);
  self->history_signals = g_signal_group_new (TL_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (history_changed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (tl_window_update_edit_actions), self);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  tl_window_init_said (self);
  g_signal_group_connect_swapped (self->session_signals, "revealed", G_CALLBACK (revealed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "analysed",
                                  G_CALLBACK (tl_window_update_saved_views), self);

  g_signal_connect_object (self->panes, "notify::show-start", G_CALLBACK (panel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::show-end", G_CALLBACK (panel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->disk_notice, "notify::revealed",
                           G_CALLBACK (tl_window_update_file_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self, 0);
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (focus_widget_cb), self, 0);
}

static void
tl_window_init (TlWindow *self)
{
  g_autoptr (TlDocument) document = tl_document_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  connect_signals (self);
  add_drop_target (self);
  load_state (self);
  tl_recent_bind_menu (self->recent_menu);
  tl_window_set_document (self, document);
  panel_cb (self);
}

/**
 * tl_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window on a new document, not shown yet; the application owns it
 */
TlWindow *
tl_window_new (GtkApplication *application)
{
  return g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * tl_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): the session of the document that is shown
 */
TlSession *
tl_window_get_session (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * tl_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file of the document that is shown, or is being read
 */
GFile *
tl_window_get_file (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  if (self->loading != NULL)
    return self->loading;
  return tl_document_get_file (tl_session_get_document (self->session));
}

/**
 * tl_window_is_untouched:
 * @self: a window
 *
 * Returns: whether nobody would miss what is in the window: a new document without a file in which
 *   nothing was ever written
 */
gboolean
tl_window_is_untouched (TlWindow *self)
{
  TlHistory *history;

  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  history = tl_session_get_history (self->session);
  return tl_window_get_file (self) == NULL && !tl_history_can_undo (history)
         && !tl_history_can_redo (history)
         && tl_workspace_is_empty (tl_session_get_workspace (self->session));
}

/**
 * tl_window_set_document:
 * @self: a window
 * @document: the document to show from now on
 *
 * What was shown before is let go; whether it may be is for the caller to ask.
 */
void
tl_window_set_document (TlWindow *self, TlDocument *document)
{
  g_autoptr (TlSession) session = NULL;

  g_return_if_fail (TL_IS_WINDOW (self) && TL_IS_DOCUMENT (document));

  tl_toast_drop_button (self->toast);
  if (self->checks != NULL)
    gtk_window_destroy (GTK_WINDOW (self->checks));
  session = tl_session_new (document);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->history_signals, tl_document_get_history (document));
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals, tl_session_get_selection (session));
  tl_side_panel_set_session (self->side_panel, session);
  tl_find_bar_set_session (self->find_bar, session);
  tl_window_update_saved_views (self);
  tl_window_set_views_session (self);
  tl_inspector_set_session (self->inspector, session);

  /* What was waited for is there at once. */
  gtk_stack_set_visible_child_full (self->pages, "plan", GTK_STACK_TRANSITION_TYPE_NONE);
  update_title (self);
  update_actions (self);
}
