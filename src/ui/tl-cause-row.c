/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-cause-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-item-lead.h"
#include "tl-item-link.h"
#include "tl-item-list.h"
#include "tl-item-words.h"
#include "tl-picker.h"
#include "tl-section.h"

struct _TlCauseRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *cause;

  /* Template. */
  TlItemLink *link;
  GtkLabel *evidence;
  GtkLabel *none;
  TlItemList *projects;
  GtkWidget *add;
};

/* What was asked for when the picker opened. */
typedef struct
{
  TlSession *session;
  TlItem *cause;
} Asking;

G_DEFINE_FINAL_TYPE (TlCauseRow, tl_cause_row, GTK_TYPE_WIDGET)

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_object_unref (asking->cause);
  g_free (asking);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_item_get_workspace (picked) != NULL && tl_item_get_workspace (asking->cause) != NULL
      && !tl_command_set_addressed (asking->session, picked, asking->cause, TRUE, &error))
    tl_session_say (asking->session, error->message, FALSE);
}

static void
add_project (GPtrArray *projects, GHashTable *known, TlItem *project)
{
  if (g_hash_table_add (known, project))
    g_ptr_array_add (projects, project);
}

/* Those that serve the objective come first. */
static GPtrArray *
collect_projects (TlCauseRow *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  TlItem *objective = tl_item_get_ref (self->cause, TL_CAUSE_OBJECTIVE);
  g_autoptr (GPtrArray) addressing = tl_item_collect_referrers (self->cause, TL_PROJECT_ADDRESSES);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *projects = g_ptr_array_new ();
  guint n_links = 0;
  guint n_counted;
  TlItem *const *links
      = objective != NULL ? tl_alignment_get_supporters (alignment, objective, &n_links) : NULL;
  TlItem *const *counted = tl_alignment_get_counted_projects (alignment, &n_counted);

  for (guint i = 0; i < addressing->len; i++)
    g_hash_table_add (known, addressing->pdata[i]);
  for (guint i = 0; i < n_links; i++)
    add_project (projects, known, tl_item_get_ref (links[i], TL_LINK_PROJECT));
  for (guint i = 0; i < n_counted; i++)
    add_project (projects, known, counted[i]);
  return projects;
}

static void
add_cb (TlCauseRow *self)
{
  g_autoptr (GPtrArray) projects = collect_projects (self);
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (self->session);
  asking->cause = g_object_ref (self->cause);
  tl_picker_choose (GTK_WIDGET (self), self->session, C_ ("inspector", "Link to a Cause"), projects,
                    picked_cb, asking, asking_free);
}

static void
tl_cause_row_dispose (GObject *object)
{
  TlCauseRow *self = TL_CAUSE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->cause);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_cause_row_parent_class)->dispose (object);
}

static void
tl_cause_row_class_init (TlCauseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_cause_row_dispose;

  g_type_ensure (TL_TYPE_ITEM_LINK);
  g_type_ensure (TL_TYPE_ITEM_LIST);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-cause-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCauseRow, link);
  gtk_widget_class_bind_template_child (widget_class, TlCauseRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, TlCauseRow, none);
  gtk_widget_class_bind_template_child (widget_class, TlCauseRow, projects);
  gtk_widget_class_bind_template_child (widget_class, TlCauseRow, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_cause_row_init (TlCauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_cause_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_cause_row_new (void)
{
  return g_object_new (TL_TYPE_CAUSE_ROW, NULL);
}

/**
 * tl_cause_row_show:
 * @self: a row
 * @session: a session
 * @cause: what it shows from now on
 */
void
tl_cause_row_show (TlCauseRow *self, TlSession *session, TlItem *cause)
{
  g_autofree char *lead = NULL;
  g_autofree char *name = NULL;
  g_autofree char *add = NULL;
  g_autoptr (GPtrArray) projects = NULL;

  g_return_if_fail (TL_IS_CAUSE_ROW (self) && TL_IS_SESSION (session) && TL_IS_ITEM (cause));

  g_set_object (&self->session, session);
  g_set_object (&self->cause, cause);
  lead = tl_item_dup_lead (session, cause);
  name = tl_item_dup_name (cause);
  /* Translators: what a button does; the title of a cause. */
  add = g_strdup_printf (C_ ("inspector", "Link a Project to “%s”…"), name);
  projects = tl_item_collect_referrers (cause, TL_PROJECT_ADDRESSES);
  tl_item_link_show (self->link, session, cause, lead);
  tl_label_show (self->evidence, tl_item_get_text (cause, TL_CAUSE_EVIDENCE));
  tl_item_list_show (self->projects, session, cause, projects, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->projects), projects->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), projects->len == 0);
  gtk_widget_set_sensitive (self->add, tl_session_is_editable (session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  -1);
}
