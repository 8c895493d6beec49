/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-term.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-bar.h"
#include "tl-pack-words.h"

#define POINTS 100.0

struct _TlSiloTerm
{
  GtkWidget parent_instance;

  /* Template. */
  GtkLabel *sentence;
  TlBar *bar;
  GtkLabel *points;
};

G_DEFINE_FINAL_TYPE (TlSiloTerm, tl_silo_term, GTK_TYPE_WIDGET)

static void
tl_silo_term_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_silo_term_parent_class)->dispose (object);
}

static void
tl_silo_term_class_init (TlSiloTermClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_silo_term_dispose;

  g_type_ensure (TL_TYPE_BAR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-silo-term.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSiloTerm, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlSiloTerm, bar);
  gtk_widget_class_bind_template_child (widget_class, TlSiloTerm, points);
}

static void
tl_silo_term_init (TlSiloTerm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_silo_term_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
tl_silo_term_new (void)
{
  return g_object_new (TL_TYPE_SILO_TERM, NULL);
}

/* What is recorded for neither takes no part, and the others have its weight. */
static char *
dup_points (const TlPair *pair, TlDuplicateTerm term)
{
  double most = POINTS * tl_duplicate_term_get_weight (term) / pair->basis;
  g_autofree char *all = tl_pack_format_number (most);
  g_autofree char *points = NULL;

  if (isnan (pair->terms[term]))
    return g_strdup (C_ ("silo", "not counted"));
  points = tl_pack_format_number (most * pair->terms[term]);
  /* Translators: how much one thing counts in a score of 100: "21 of 25 points". */
  return g_strdup_printf (C_ ("silo", "%1$s of %2$s points"), points, all);
}

/**
 * tl_silo_term_show:
 * @self: a row
 * @pair: two projects
 * @term: what they are compared by
 * @sentence: what they share of it, translated
 */
void
tl_silo_term_show (TlSiloTerm *self, const TlPair *pair, TlDuplicateTerm term, const char *sentence)
{
  g_autofree char *points = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (TL_IS_SILO_TERM (self) && pair != NULL && sentence != NULL);

  points = dup_points (pair, term);
  words = g_strdup_printf ("%s, %s", sentence, points);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->points, points);
  tl_bar_show (self->bar, isnan (pair->terms[term]) ? 0 : pair->terms[term], 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
