/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-together-window.h"

#include <glib/gi18n.h>

#include "tl-commands-silo.h"
#include "tl-item-words.h"
#include "tl-picker.h"

struct _TlTogetherWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *projects[2];
  TlItem *owner; /* NULL: nobody yet */

  /* Template. */
  GtkLabel *question;
  GtkWidget *owner_button;
  GtkLabel *owner_name;
  GtkWidget *owner_clear;
  GtkEditable *due;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (TlTogetherWindow, tl_together_window, ADW_TYPE_WINDOW)

static void
set_error (TlTogetherWindow *self, const char *text)
{
  gtk_label_set_label (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

static void
refuse_due (TlTogetherWindow *self, const char *text)
{
  set_error (self, text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->due));
}

static void
add_cb (TlTogetherWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->due)));
  TlDate due = *text != '\0' ? tl_date_parse (text) : TL_DATE_NONE;
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && due == TL_DATE_NONE)
    refuse_due (self, _ ("That is no day. Write it as in 2026-03-31."));
  else if (tl_command_bring_together (self->session, self->projects, self->owner, due, &error)
           != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    set_error (self, error->message);
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_cb (TL_TOGETHER_WINDOW (widget));
}

static void
due_changed_cb (TlTogetherWindow *self)
{
  set_error (self, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_owner (TlTogetherWindow *self)
{
  g_autofree char *name = self->owner != NULL ? tl_item_dup_name (self->owner)
                                              : g_strdup (C_ ("decision", "Nobody yet"));
  /* Translators: for screen readers: who decides. */
  g_autofree char *spoken = g_strdup_printf (C_ ("accessible name", "Who decides: %s"), name);

  gtk_label_set_label (self->owner_name, name);
  gtk_widget_set_visible (self->owner_clear, self->owner != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->owner_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  TlTogetherWindow *self = user_data;

  g_set_object (&self->owner, picked);
  show_owner (self);
}

static void
owner_cb (TlTogetherWindow *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PERSON); i++)
    g_ptr_array_add (people, tl_workspace_get_item (workspace, TL_KIND_PERSON, i));
  tl_picker_choose (GTK_WIDGET (self), self->session, C_ ("picker", "Who Decides"), people,
                    picked_cb, g_object_ref (self), g_object_unref);
}

static void
clear_owner_cb (TlTogetherWindow *self)
{
  g_clear_object (&self->owner);
  show_owner (self);
  gtk_widget_grab_focus (self->owner_button);
}

static void
tl_together_window_dispose (GObject *object)
{
  TlTogetherWindow *self = TL_TOGETHER_WINDOW (object);

  g_clear_object (&self->owner);
  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    g_clear_object (&self->projects[i]);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_together_window_parent_class)->dispose (object);
}

static void
tl_together_window_class_init (TlTogetherWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_together_window_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_install_action (widget_class, "together.add", NULL, add_action_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-together-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, question);
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, owner_button);
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, owner_name);
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, owner_clear);
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, due);
  gtk_widget_class_bind_template_child (widget_class, TlTogetherWindow, error);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_owner_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
}

static void
tl_together_window_init (TlTogetherWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_together_window_present:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @projects: (array fixed-size=2): two projects of it
 *
 * Asks who decides about the two and by when, and adds the decision.
 */
void
tl_together_window_present (GtkWidget *parent, TlSession *session, TlItem *const *projects)
{
  TlTogetherWindow *self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *question = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && projects != NULL);

  self
      = g_object_new (TL_TYPE_TOGETHER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    self->projects[i] = g_object_ref (projects[i]);
  first = tl_item_dup_name (projects[0]);
  second = tl_item_dup_name (projects[1]);
  /* Translators: two projects. */
  question = g_strdup_printf (_ ("Do “%1$s” and “%2$s” become one, does one use what the other "
                                 "makes, or do they divide the audience?"),
                              first, second);
  gtk_label_set_label (self->question, question);
  show_owner (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->owner_button);
}
