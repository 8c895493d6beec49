/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-workspace-section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-bar.h"
#include "tl-completeness.h"

#define N_COLUMNS 3

/* What a plan is made of, in the order of the chain. */
static const TlKind counted[] = {
  TL_KIND_GOAL,    TL_KIND_OBJECTIVE, TL_KIND_PROJECT, TL_KIND_CAUSE,
  TL_KIND_LINK,    TL_KIND_PERSON,    TL_KIND_UNIT,    TL_KIND_SOLUTION,
  TL_KIND_REQUEST, TL_KIND_MEASURE,   TL_KIND_INSIGHT, TL_KIND_DECISION,
};

struct _TlWorkspaceSection
{
  TlSection parent_instance;

  /* Template. */
  GtkLabel *words;
  GtkWidget *period;
  TlBar *bar;
  GtkLabel *days;
  GtkGrid *counts;

  GtkLabel *numbers[G_N_ELEMENTS (counted)]; /* in the grid */

  guint words_source;
};

G_DEFINE_FINAL_TYPE (TlWorkspaceSection, tl_workspace_section, TL_TYPE_SECTION)

static GtkLabel *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
add_count (TlWorkspaceSection *self, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->numbers[index] = create_label ("0", "tl-count");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[index]));
  gtk_box_append (GTK_BOX (box),
                  GTK_WIDGET (create_label (tl_kind_get_plural (counted[index]), "caption")));
  gtk_grid_attach (self->counts, box, (int) index % N_COLUMNS, (int) index / N_COLUMNS, 1, 1);
}

static void
show_counts (TlWorkspaceSection *self, TlWorkspace *workspace)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      guint n = tl_workspace_get_n_items (workspace, counted[i]);
      g_autofree char *text = g_strdup_printf ("%u", n);
      GtkWidget *label = GTK_WIDGET (self->numbers[i]);

      gtk_label_set_text (self->numbers[i], text);
      if (n > 0)
        gtk_widget_remove_css_class (label, "dim-label");
      else
        gtk_widget_add_css_class (label, "dim-label");
    }
}

static char *
dup_days (TlDate start, TlDate end, TlDate today)
{
  g_autofree char *first = tl_date_format_for_people (start);
  g_autofree char *last = tl_date_format_for_people (end);
  g_autofree char *left = NULL;

  if (today < start)
    left = g_strdup_printf (ngettext ("begins in %u day", "begins in %u days", start - today),
                            start - today);
  else if (today <= end)
    left = g_strdup_printf (ngettext ("%u day left", "%u days left", end - today), end - today);
  else
    left = g_strdup (C_ ("period", "over"));
  /* Translators: the first and the last day of a plan, and “12 days left”. */
  return g_strdup_printf (C_ ("period", "%s – %s · %s"), first, last, left);
}

static void
show_period (TlWorkspaceSection *self, TlSession *session, TlItem *root)
{
  TlDate start = tl_item_get_date (root, TL_WORKSPACE_PERIOD_START);
  TlDate end = tl_item_get_date (root, TL_WORKSPACE_PERIOD_END);
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));
  gboolean is_known = start != TL_DATE_NONE && end != TL_DATE_NONE && start < end;
  g_autofree char *days = NULL;

  gtk_widget_set_visible (self->period, is_known);
  if (!is_known)
    return;
  days = dup_days (start, end, today);
  tl_bar_show (self->bar, today > start ? (double) (today - start) / (end - start) : 0, 0);
  gtk_label_set_text (self->days, days);
}

/* What the checks look at and do not find, they cannot judge. */
static char *
dup_completeness (TlSession *session)
{
  g_auto (TlCompleteness) completeness = { 0 };

  tl_completeness_init (&completeness, tl_session_get_alignment (session));
  if (isnan (completeness.share))
    return NULL;
  /* Translators: how much of a plan is filled in, in percent, and the same counted. */
  return g_strdup_printf (_ ("%.0f %% of what the checks look at is recorded: %u of %u fields"),
                          completeness.share * 100, completeness.n_filled, completeness.n_fields);
}

static gboolean
show_words_cb (gpointer user_data)
{
  TlWorkspaceSection *self = user_data;
  TlSession *session = tl_section_get_session (TL_SECTION (self));
  g_autofree char *words = session != NULL ? dup_completeness (session) : NULL;

  self->words_source = 0;
  tl_label_show (self->words, words);
  return G_SOURCE_REMOVE;
}

/* All fields of a large plan are looked at, so the words follow the edit once it is in sight. */
static gboolean
tl_workspace_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlWorkspaceSection *self = TL_WORKSPACE_SECTION (section);

  show_period (self, session, item);
  show_counts (self, tl_session_get_workspace (session));
  if (self->words_source == 0)
    self->words_source = g_idle_add_full (G_PRIORITY_LOW, show_words_cb, self, NULL);
  return TRUE;
}

static void
tl_workspace_section_dispose (GObject *object)
{
  g_clear_handle_id (&TL_WORKSPACE_SECTION (object)->words_source, g_source_remove);

  G_OBJECT_CLASS (tl_workspace_section_parent_class)->dispose (object);
}

static void
tl_workspace_section_class_init (TlWorkspaceSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_workspace_section_dispose;
  TL_SECTION_CLASS (klass)->show = tl_workspace_section_show;

  g_type_ensure (TL_TYPE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-workspace-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWorkspaceSection, words);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspaceSection, period);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspaceSection, bar);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspaceSection, days);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspaceSection, counts);
}

static void
tl_workspace_section_init (TlWorkspaceSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    add_count (self, i);
}
