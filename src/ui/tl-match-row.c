/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-match-row.h"

#include <glib/gi18n.h>

#include "tl-item-words.h"

/* More shared words than these explain nothing more. */
#define N_WORDS 5

struct _TlMatchRow
{
  GtkWidget parent_instance;

  /* Template. */
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *why;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (TlMatchRow, tl_match_row, GTK_TYPE_WIDGET)

static void
append_ref (GString *text, TlItem *item, TlField field)
{
  TlItem *target = tl_item_get_ref (item, field);
  g_autofree char *name = target != NULL ? tl_item_dup_name (target) : NULL;

  if (name != NULL)
    g_string_append_printf (text, " · %s", name);
}

/* What it is, and whose. */
static char *
tell_what (TlItem *item)
{
  gboolean is_solution = tl_item_get_kind (item) == TL_KIND_SOLUTION;
  TlField type = is_solution ? TL_SOLUTION_TYPE : TL_PROJECT_STATUS;
  const char *sort = tl_field_get_choice_label (type, tl_item_get_choice (item, type));
  GString *text = g_string_new (tl_kind_get_label (tl_item_get_kind (item)));

  if (sort != NULL)
    g_string_append_printf (text, " · %s", sort);
  append_ref (text, item, is_solution ? TL_SOLUTION_UNIT : TL_PROJECT_UNIT);
  append_ref (text, item, is_solution ? TL_SOLUTION_OWNER : TL_PROJECT_OWNER);
  return g_string_free (text, FALSE);
}

static const char *
get_verdict (double score)
{
  if (score >= TL_MATCH_CLOSE)
    return C_ ("match", "Close match");
  return score >= TL_MATCH_FAIR ? C_ ("match", "Some overlap") : C_ ("match", "Faint overlap");
}

static void
append_shared (GString *text, const char *what, char **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL && i < N_WORDS; i++)
    {
      if (i == 0)
        g_string_append_printf (text, " · %s: ", what);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words[i]);
    }
}

/* How well it fits, and by what. */
static char *
tell_why (const TlRankingHit *hit)
{
  GString *text = g_string_new (get_verdict (hit->score));

  append_shared (text, C_ ("match", "audience"), hit->shared[TL_RANKING_AUDIENCE]);
  append_shared (text, C_ ("match", "topics"), hit->shared[TL_RANKING_TOPICS]);
  append_shared (text, C_ ("match", "words"), hit->shared[TL_RANKING_WORDS]);
  return g_string_free (text, FALSE);
}

static void
tl_match_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_match_row_parent_class)->dispose (object);
}

static void
tl_match_row_class_init (TlMatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_match_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMatchRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlMatchRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlMatchRow, why);
  gtk_widget_class_bind_template_child (widget_class, TlMatchRow, button);
}

static void
tl_match_row_init (TlMatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_match_row_new:
 * @hit: something that exists, and why it may fit
 *
 * Returns: (transfer floating): a row that tells it
 */
GtkWidget *
tl_match_row_new (const TlRankingHit *hit)
{
  TlMatchRow *self = g_object_new (TL_TYPE_MATCH_ROW, NULL);
  g_autofree char *name = tl_item_dup_name (hit->item);
  g_autofree char *what = tell_what (hit->item);
  g_autofree char *why = tell_why (hit);
  g_autofree char *words = g_strdup_printf ("%s, %s, %s", name, what, why);
  /* Translators: for screen readers; the title of something that exists. */
  g_autofree char *button = g_strdup_printf (C_ ("accessible name", "Point to “%s”"), name);

  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->detail, what);
  gtk_label_set_label (self->why, why);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", tl_item_get_id (hit->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  button, -1);
  return GTK_WIDGET (self);
}
