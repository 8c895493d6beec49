/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-merge-window.h"

#include <glib/gi18n.h>

#include "tl-cell-text.h"
#include "tl-item-words.h"
#include "tl-merge.h"
#include "tl-pack-words.h"
#include "tl-reader.h"
#include "tl-writer.h"

/* What is shown of the project that stays. */
static const TlField told[] = {
  TL_PROJECT_AUDIENCE, TL_PROJECT_TOPICS, TL_PROJECT_SKILLS,  TL_PROJECT_START,
  TL_PROJECT_END,      TL_PROJECT_EFFORT, TL_PROJECT_COST,    TL_PROJECT_PARTICIPANTS,
  TL_PROJECT_UNIT,     TL_PROJECT_OWNER,  TL_PROJECT_SPONSOR, TL_PROJECT_STATUS,
  TL_PROJECT_SUMMARY,  TL_ITEM_NOTES,
};

/* A number that can be added. */
typedef struct
{
  TlField field;
  TlMergeFlags flag;
} Sum;

static const Sum sums[] = {
  { TL_PROJECT_EFFORT, TL_MERGE_ADD_DAYS },
  { TL_PROJECT_COST, TL_MERGE_ADD_COST },
  { TL_PROJECT_PARTICIPANTS, TL_MERGE_ADD_PARTICIPANTS },
};

struct _TlMergeWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *projects[2];
  TlReadResult *copy; /* of the plan, to try it on */

  /* Template. */
  GtkCheckButton *keep_first;
  GtkCheckButton *keep_second;
  GtkLabel *first_name;
  GtkLabel *second_name;
  GtkWidget *adding;
  GtkCheckButton *add_days;
  GtkCheckButton *add_cost;
  GtkCheckButton *add_participants;
  GtkLabel *preview;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (TlMergeWindow, tl_merge_window, ADW_TYPE_WINDOW)

static guint
get_kept (TlMergeWindow *self)
{
  return gtk_check_button_get_active (self->keep_second) ? 1 : 0;
}

static TlMergeFlags
get_flags (TlMergeWindow *self)
{
  GtkCheckButton *const buttons[] = { self->add_days, self->add_cost, self->add_participants };
  TlMergeFlags flags = TL_MERGE_KEEP;

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (gtk_check_button_get_active (buttons[i]))
      flags |= sums[i].flag;
  return flags;
}

/* The preview: what the merge makes of a copy. */

static void
append_value (GString *markup, const char *label, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  if (*value == '\0')
    return;
  g_string_append (markup, markup->len > 0 ? "\n" : "");
  /* Translators: a field and what is in it. */
  g_string_append_printf (markup, C_ ("merge", "<b>%1$s:</b> %2$s"), label, escaped);
}

static void
append_links (GString *markup, TlItem *project)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);
      TlItem *target = field == TL_LINK_PROJECT ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;
      g_autofree char *name = target != NULL ? tl_item_dup_name (target) : NULL;

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("list", "; ") : "", name);
    }
  append_value (markup, C_ ("merge", "Serves"), names->str);
}

static char *
describe (TlItem *project)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *name = tl_item_dup_name (project);

  append_value (markup, tl_field_get_label (TL_ITEM_TITLE), name);
  append_links (markup, project);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = tl_cell_dup_text (project, told[i]);

      append_value (markup, tl_field_get_label (told[i]), text);
    }
  return g_string_free (markup, FALSE);
}

static void
show_preview (TlMergeWindow *self)
{
  TlWorkspace *workspace = self->copy->workspace;
  guint kept = get_kept (self);
  g_autofree char *markup = NULL;
  TlItem *items[2];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = tl_workspace_lookup (workspace, tl_item_get_id (self->projects[i]));
  tl_workspace_begin (workspace, C_ ("undo", "Merge Projects"));
  tl_merge_projects (items[kept], items[1 - kept], get_flags (self));
  markup = describe (items[kept]);
  tl_workspace_rollback (workspace);
  gtk_label_set_markup (self->preview, markup);
}

static void
changed_cb (TlMergeWindow *self)
{
  if (self->copy != NULL)
    show_preview (self);
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlMergeWindow *self = TL_MERGE_WINDOW (widget);
  guint kept = get_kept (self);
  g_autoptr (GError) error = NULL;

  if (tl_command_merge (self->session, self->projects[kept], self->projects[1 - kept],
                        get_flags (self), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static void
tl_merge_window_dispose (GObject *object)
{
  TlMergeWindow *self = TL_MERGE_WINDOW (object);

  g_clear_pointer (&self->copy, tl_read_result_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    g_clear_object (&self->projects[i]);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_merge_window_parent_class)->dispose (object);
}

static void
tl_merge_window_class_init (TlMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_merge_window_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, keep_first);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, keep_second);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, first_name);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, second_name);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, adding);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, add_days);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, add_cost);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, add_participants);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, TlMergeWindow, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_merge_window_init (TlMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_sum (TlField field, double first, double second)
{
  g_autofree char *a = tl_pack_format_number (first);
  g_autofree char *b = tl_pack_format_number (second);
  g_autofree char *both = tl_pack_format_number (first + second);

  /* Translators: two numbers and their sum. */
  if (field == TL_PROJECT_EFFORT)
    return g_strdup_printf (C_ ("merge", "Add the days: %1$s + %2$s = %3$s"), a, b, both);
  /* Translators: two numbers and their sum. */
  if (field == TL_PROJECT_COST)
    return g_strdup_printf (C_ ("merge", "Add the cost: %1$s + %2$s = %3$s"), a, b, both);
  /* Translators: two numbers and their sum. */
  return g_strdup_printf (C_ ("merge", "Add the participants: %1$s + %2$s = %3$s"), a, b, both);
}

/* Where one of the two numbers is not known, there is nothing to add. */
static gboolean
show_sum (TlMergeWindow *self, GtkCheckButton *button, TlField field)
{
  gboolean is_known
      = tl_item_is_set (self->projects[0], field) && tl_item_is_set (self->projects[1], field);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), is_known);
  if (!is_known)
    return FALSE;
  words = dup_sum (field, tl_item_get_number (self->projects[0], field),
                   tl_item_get_number (self->projects[1], field));
  gtk_check_button_set_label (button, words);
  return TRUE;
}

static void
show_sums (TlMergeWindow *self)
{
  GtkCheckButton *const buttons[] = { self->add_days, self->add_cost, self->add_participants };
  gboolean is_any_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    is_any_known |= show_sum (self, buttons[i], sums[i].field);
  gtk_widget_set_visible (self->adding, is_any_known);
}

/* What the writer has written, the reader reads. */
static TlReadResult *
copy_plan (TlSession *session)
{
  g_autoptr (GBytes) bytes = tl_write_bytes (tl_session_get_workspace (session));
  TlReadResult *copy = tl_read_bytes (bytes, NULL);

  g_assert (copy != NULL);
  return copy;
}

/**
 * tl_merge_window_present:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @projects: (array fixed-size=2): two projects of it
 *
 * Asks which of the two stays and which numbers are added, and makes one of them.
 */
void
tl_merge_window_present (GtkWidget *parent, TlSession *session, TlItem *const *projects)
{
  TlMergeWindow *self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && projects != NULL);

  self = g_object_new (TL_TYPE_MERGE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (self->projects); i++)
    self->projects[i] = g_object_ref (projects[i]);
  self->copy = copy_plan (session);
  first = tl_item_dup_name (projects[0]);
  second = tl_item_dup_name (projects[1]);
  gtk_label_set_label (self->first_name, first);
  gtk_label_set_label (self->second_name, second);
  show_sums (self);
  show_preview (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->keep_first));
}
