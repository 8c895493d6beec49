/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-divide-window.h"

#include <glib/gi18n.h>

#include "tl-commands-silo.h"
#include "tl-item-words.h"
#include "tl-split-row.h"

struct _TlDivideWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *projects[2];

  /* Template. */
  GtkLabel *first_name;
  GtkLabel *second_name;
  GtkBox *rows;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (TlDivideWindow, tl_divide_window, ADW_TYPE_WINDOW)

/* The words that one of the two loses, NULL-terminated and borrowed. */
static GPtrArray *
list_taken (TlDivideWindow *self, TlSplit kept_by_other)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (tl_split_row_get_choice (TL_SPLIT_ROW (row)) == kept_by_other)
      g_ptr_array_add (taken, (gpointer) tl_split_row_get_word (TL_SPLIT_ROW (row)));
  g_ptr_array_add (taken, NULL);
  return taken;
}

static void
divide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlDivideWindow *self = TL_DIVIDE_WINDOW (widget);
  g_autoptr (GPtrArray) first = list_taken (self, TL_SPLIT_SECOND);
  g_autoptr (GPtrArray) second = list_taken (self, TL_SPLIT_FIRST);
  const char *const *const taken[]
      = { (const char *const *) first->pdata, (const char *const *) second->pdata };
  g_autoptr (GError) error = NULL;

  if (tl_command_divide_audience (self->session, self->projects, taken, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static void
tl_divide_window_dispose (GObject *object)
{
  TlDivideWindow *self = TL_DIVIDE_WINDOW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    g_clear_object (&self->projects[i]);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_divide_window_parent_class)->dispose (object);
}

static void
tl_divide_window_class_init (TlDivideWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_divide_window_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_install_action (widget_class, "divide.divide", NULL, divide_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-divide-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDivideWindow, first_name);
  gtk_widget_class_bind_template_child (widget_class, TlDivideWindow, second_name);
  gtk_widget_class_bind_template_child (widget_class, TlDivideWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, TlDivideWindow, error);
}

static void
tl_divide_window_init (TlDivideWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_name (GtkLabel *label, const char *letter, TlItem *project)
{
  g_autofree char *name = tl_item_dup_name (project);
  /* Translators: the letter that stands for a project, and its title. */
  g_autofree char *text = g_strdup_printf (C_ ("audience", "%1$s: %2$s"), letter, name);

  gtk_label_set_label (label, text);
}

/**
 * tl_divide_window_present:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @projects: (array fixed-size=2): two projects of it
 * @shared: (array zero-terminated=1): the parts of the audience that both have
 *
 * Asks for each part which of the two keeps it, and divides the audience so.
 */
void
tl_divide_window_present (GtkWidget *parent,
                          TlSession *session,
                          TlItem *const *projects,
                          const char *const *shared)
{
  TlDivideWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && projects != NULL);

  self = g_object_new (TL_TYPE_DIVIDE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    self->projects[i] = g_object_ref (projects[i]);
  show_name (self->first_name, C_ ("one of two projects", "A"), projects[0]);
  show_name (self->second_name, C_ ("one of two projects", "B"), projects[1]);
  for (; *shared != NULL; shared++)
    gtk_box_append (self->rows, tl_split_row_new (*shared));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}
