/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-objective-list.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-picker-row.h"

struct _TlObjectiveList
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *goal;

  /* Template. */
  GtkLabel *summary;
  GtkBox *rows;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlObjectiveList, tl_objective_list, GTK_TYPE_WIDGET)

static void
select_item (TlObjectiveList *self, TlItem *item)
{
  tl_selection_select (tl_session_get_selection (self->session), item);
  tl_session_reveal (self->session, item);
}

static void
add_cb (TlObjectiveList *self)
{
  TlItem *objective = tl_command_add_objective (self->session, self->goal, NULL);

  if (objective != NULL)
    select_item (self, objective);
}

static void
row_clicked_cb (TlObjectiveList *self, GtkButton *button)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (button));
  TlItem *objective = tl_workspace_lookup (tl_session_get_workspace (self->session), id);

  if (objective != NULL)
    select_item (self, objective);
}

static char *
dup_reason (TlAlignment *alignment, TlItem *objective)
{
  guint n;

  if (!tl_alignment_is_active_objective (alignment, objective))
    return g_strdup (
        tl_field_get_choice_label (TL_OBJECTIVE_STATUS,
                                   tl_item_get_choice (objective, TL_OBJECTIVE_STATUS)));
  tl_alignment_get_supporters (alignment, objective, &n);
  if (n == 0)
    return g_strdup (_ ("▲ no project supports it"));
  return g_strdup_printf (ngettext ("supported by %u project", "supported by %u projects", n), n);
}

static GtkWidget *
create_row (TlObjectiveList *self, TlItem *objective)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = tl_picker_row_new ();
  g_autofree char *reason = dup_reason (tl_session_get_alignment (self->session), objective);
  g_autofree char *spoken = tl_item_describe (self->session, objective);
  g_autoptr (TlPickerEntry) entry = tl_picker_entry_new_under_goal (objective, reason);

  tl_picker_row_set_entry (TL_PICKER_ROW (row), entry);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_name (button, tl_item_get_id (objective));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tl-item-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
tl_objective_list_dispose (GObject *object)
{
  TlObjectiveList *self = TL_OBJECTIVE_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->goal);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_objective_list_parent_class)->dispose (object);
}

static void
tl_objective_list_class_init (TlObjectiveListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_objective_list_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-objective-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlObjectiveList, summary);
  gtk_widget_class_bind_template_child (widget_class, TlObjectiveList, rows);
  gtk_widget_class_bind_template_child (widget_class, TlObjectiveList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_objective_list_init (TlObjectiveList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_objective_list_bind:
 * @self: a list
 * @session: (nullable): the session
 * @item: (nullable): the goal whose objectives to show; the list hides for anything else
 */
void
tl_objective_list_bind (TlObjectiveList *self, TlSession *session, TlItem *item)
{
  gboolean is_goal = item != NULL && tl_item_get_kind (item) == TL_KIND_GOAL;

  g_return_if_fail (TL_IS_OBJECTIVE_LIST (self));

  g_set_object (&self->session, session);
  if (!is_goal)
    item = NULL;
  g_set_object (&self->goal, item);
  gtk_widget_set_visible (GTK_WIDGET (self), is_goal);
  if (is_goal)
    gtk_widget_set_sensitive (self->add, tl_session_is_editable (session));
  tl_objective_list_refresh (self);
}

/**
 * tl_objective_list_refresh:
 * @self: a list
 *
 * The goal, its objectives or what serves them may have changed.
 */
void
tl_objective_list_refresh (TlObjectiveList *self)
{
  g_autofree char *summary = NULL;
  TlItem *const *objectives;
  guint n_objectives;
  GtkWidget *row;

  g_return_if_fail (TL_IS_OBJECTIVE_LIST (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL)
    gtk_widget_grab_focus (self->add);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  if (self->goal == NULL)
    return;
  objectives = tl_alignment_get_objectives (tl_session_get_alignment (self->session), self->goal,
                                            &n_objectives);
  for (guint i = 0; i < n_objectives; i++)
    gtk_box_append (self->rows, create_row (self, objectives[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_objectives > 0);
  summary = tl_goal_dup_coverage (self->session, self->goal);
  gtk_label_set_text (self->summary, summary);
}
