/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-waive-window.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-silo.h"
#include "tl-commands-waiver.h"
#include "tl-item-words.h"
#include "tl-picker.h"

struct _TlWaiveWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *items[2]; /* what the finding is about */
  TlItem *by;       /* NULL: nobody in particular */
  GPtrArray *rules; /* of ids, NULL-terminated: the checks that a pair is waived for; else NULL */

  /* Template. */
  GtkLabel *rule_title;
  GtkLabel *about_name;
  GtkDropDown *about;
  GtkWidget *reason;
  GtkLabel *reason_error;
  GtkLabel *by_name;
  GtkWidget *by_clear;
  GtkEditable *until;
  GtkLabel *until_error;

  const TlRule *rule;
  guint n_items;
};

G_DEFINE_FINAL_TYPE (TlWaiveWindow, tl_waive_window, ADW_TYPE_WINDOW)

static void
set_error (GtkLabel *label, GtkWidget *control, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (text != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text, -1);
      gtk_widget_grab_focus (control);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static char *
dup_reason (TlWaiveWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What a waiver of a pair is for, in the order of the list. */
enum
{
  FOR_PAIR,
  FOR_FIRST,
  FOR_SECOND,
};

static TlItem *
get_about (TlWaiveWindow *self)
{
  gboolean is_second = self->n_items > 1 && gtk_drop_down_get_selected (self->about) == FOR_SECOND;

  return self->items[is_second ? 1 : 0];
}

static TlItem *
get_with (TlWaiveWindow *self)
{
  gboolean is_pair = self->n_items > 1 && gtk_drop_down_get_selected (self->about) == FOR_PAIR;

  return is_pair ? self->items[1] : NULL;
}

static gboolean
read_until (TlWaiveWindow *self, TlDate *until)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->until)));

  *until = *text != '\0' ? tl_date_parse (text) : TL_DATE_NONE;
  if (*text == '\0' || *until != TL_DATE_NONE)
    return TRUE;
  set_error (self->until_error, GTK_WIDGET (self->until),
             _ ("That is no day. Write it as in 2026-03-31."));
  return FALSE;
}

/* Returns whether it is waived now. */
static gboolean
waive (TlWaiveWindow *self, const char *reason, TlDate until, GError **error)
{
  if (self->rules != NULL)
    return tl_command_waive_pair (self->session, self->items,
                                  (const char *const *) self->rules->pdata, reason, self->by, until,
                                  error);
  return tl_command_waive (self->session, self->rule, get_about (self), get_with (self), reason,
                           self->by, until, error)
         != NULL;
}

static void
waive_cb (TlWaiveWindow *self)
{
  g_autofree char *reason = dup_reason (self);
  g_autoptr (GError) error = NULL;
  TlDate until;

  set_error (self->reason_error, self->reason, NULL);
  set_error (self->until_error, GTK_WIDGET (self->until), NULL);
  if (!read_until (self, &until))
    return;
  if (waive (self, reason, until, &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_error_matches (error, TL_WAIVER_ERROR, TL_WAIVER_ERROR_UNTIL)
           || g_error_matches (error, TL_SILO_ERROR, TL_SILO_ERROR_UNTIL))
    set_error (self->until_error, GTK_WIDGET (self->until), error->message);
  else
    set_error (self->reason_error, self->reason, error->message);
}

static void
show_by (TlWaiveWindow *self)
{
  g_autofree char *name
      = self->by != NULL ? tl_item_dup_name (self->by) : g_strdup (C_ ("waiver", "Not recorded"));

  gtk_label_set_text (self->by_name, name);
  gtk_widget_set_visible (self->by_clear, self->by != NULL);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  TlWaiveWindow *self = user_data;

  g_set_object (&self->by, picked);
  show_by (self);
}

static void
by_cb (TlWaiveWindow *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PERSON); i++)
    g_ptr_array_add (people, tl_workspace_get_item (workspace, TL_KIND_PERSON, i));
  tl_picker_choose (GTK_WIDGET (self), self->session, C_ ("picker", "Waived By"), people, picked_cb,
                    g_object_ref (self), g_object_unref);
}

static void
clear_by_cb (TlWaiveWindow *self)
{
  g_clear_object (&self->by);
  show_by (self);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self->by_name), GTK_TYPE_BUTTON));
}

static void
until_changed_cb (TlWaiveWindow *self)
{
  set_error (self->until_error, GTK_WIDGET (self->until), NULL);
}

static void
reason_changed_cb (TlWaiveWindow *self)
{
  set_error (self->reason_error, self->reason, NULL);
}

/* Tab leaves the text, as it leaves everything else. */
static gboolean
key_pressed_cb (TlWaiveWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
      && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    {
      waive_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
tl_waive_window_dispose (GObject *object)
{
  TlWaiveWindow *self = TL_WAIVE_WINDOW (object);

  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->by);
  g_clear_object (&self->items[0]);
  g_clear_object (&self->items[1]);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_waive_window_parent_class)->dispose (object);
}

static void
tl_waive_window_class_init (TlWaiveWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_waive_window_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-waive-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, rule_title);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, about_name);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, about);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, reason_error);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, by_name);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, by_clear);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, until);
  gtk_widget_class_bind_template_child (widget_class, TlWaiveWindow, until_error);
  gtk_widget_class_bind_template_callback (widget_class, waive_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_by_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tl_waive_window_init (TlWaiveWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_pair (TlWaiveWindow *self, const char *first, const char *second)
{
  /* Translators: two projects that a waiver is for. */
  g_autofree char *both = g_strdup_printf (C_ ("waiver", "%1$s with %2$s"), first, second);
  g_autofree char *only_first = g_strdup_printf (C_ ("waiver", "%s, whatever it is with"), first);
  g_autofree char *only_second = g_strdup_printf (C_ ("waiver", "%s, whatever it is with"), second);
  const char *names[]
      = { [FOR_PAIR] = both, [FOR_FIRST] = only_first, [FOR_SECOND] = only_second, NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (self->about, G_LIST_MODEL (list));
}

static void
show_about (TlWaiveWindow *self)
{
  g_autofree char *first = self->n_items > 0
                               ? tl_item_dup_name (self->items[0])
                               : g_strdup (C_ ("what a finding is about", "The whole plan"));
  g_autofree char *second = self->n_items > 1 ? tl_item_dup_name (self->items[1]) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->about), second != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->about_name), second == NULL);
  gtk_label_set_text (self->about_name, first);
  if (second != NULL)
    show_pair (self, first, second);
}

static TlWaiveWindow *
window_new (TlSession *session, TlItem *const *items, guint n_items)
{
  TlWaiveWindow *self = g_object_new (TL_TYPE_WAIVE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->n_items = n_items;
  for (guint i = 0; i < n_items; i++)
    self->items[i] = g_object_ref (items[i]);
  show_by (self);
  return self;
}

static void
present (TlWaiveWindow *self, GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->reason);
}

/**
 * tl_waive_window_present:
 * @parent: a widget of the window above which to ask
 * @session: the session
 * @finding: a finding; not needed when this returns
 *
 * Asks for a reason and records the waiver. It is for the item that the finding is about; where
 * there are two, for the pair, or for one of them whatever it is with.
 */
void
tl_waive_window_present (GtkWidget *parent, TlSession *session, const TlFinding *finding)
{
  TlWaiveWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && finding != NULL);

  self = window_new (session, finding->items, finding->n_items);
  self->rule = finding->rule;
  gtk_label_set_text (self->rule_title, tl_rule_get_title (finding->rule));
  show_about (self);
  present (self, parent);
}

static char *
join_titles (GPtrArray *rules)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? C_ ("list", ", ") : "",
                            tl_rule_get_title (tl_rule_find (rules->pdata[i])));
  return g_string_free (titles, FALSE);
}

/**
 * tl_waive_window_present_pair:
 * @parent: a widget of the window above which to ask
 * @session: the session
 * @projects: (array fixed-size=2): two projects
 * @rules: (element-type utf8): ids of the checks that tell of the two, at least one
 *
 * Asks for a reason and records waivers for the pair, one for each check.
 */
void
tl_waive_window_present_pair (GtkWidget *parent,
                              TlSession *session,
                              TlItem *const *projects,
                              GPtrArray *rules)
{
  TlWaiveWindow *self;
  g_autofree char *titles = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && rules->len > 0);

  self = window_new (session, projects, 2);
  self->rules = g_ptr_array_copy (rules, NULL, NULL);
  g_ptr_array_add (self->rules, NULL);
  titles = join_titles (rules);
  first = tl_item_dup_name (projects[0]);
  second = tl_item_dup_name (projects[1]);
  /* Translators: two projects that a waiver is for. */
  both = g_strdup_printf (C_ ("waiver", "%1$s with %2$s"), first, second);
  gtk_label_set_text (self->rule_title, titles);
  gtk_label_set_text (self->about_name, both);
  gtk_widget_set_visible (GTK_WIDGET (self->about), FALSE);
  present (self, parent);
}
