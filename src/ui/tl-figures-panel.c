/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-figures-panel.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-ring.h"

struct _TlFiguresPanel
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;

  /* Template. */
  TlRing *ring;
  GtkLabel *band;
  GtkLabel *projects;
  GtkLabel *effort;
  GtkLabel *effort_caption;
  GtkLabel *coverage;
  GtkWidget *figures;
};

static const char *const band_classes[] = {
  [TL_BAND_UNKNOWN] = "unknown",
  [TL_BAND_GOOD] = "good",
  [TL_BAND_WATCH] = "watch",
  [TL_BAND_ACT] = "act",
};

G_DEFINE_FINAL_TYPE (TlFiguresPanel, tl_figures_panel, GTK_TYPE_WIDGET)

static char *
dup_percent (double share)
{
  if (isnan (share))
    return g_strdup (C_ ("a share that cannot be computed", "–"));
  /* Translators: a share, such as 64 %. The space is a narrow one that does not break. */
  return g_strdup_printf (C_ ("share", "%.0f\u202f%%"), share * 100);
}

static void
show_percent (GtkLabel *label, double share)
{
  g_autofree char *text = dup_percent (share);

  gtk_label_set_label (label, text);
}

static void
show_band (TlFiguresPanel *self, TlBand band)
{
  const char *css[] = { band_classes[band], NULL };
  /* Translators: a sign and a word for how things are, such as "▲ act". */
  g_autofree char *text
      = g_strdup_printf (C_ ("band", "%s %s"), tl_band_get_sign (band), tl_band_get_word (band));

  gtk_label_set_label (self->band, band != TL_BAND_UNKNOWN ? text : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->ring), (const char **) css);
  gtk_widget_set_css_classes (GTK_WIDGET (self->band), (const char **) css);
}

static char *
dup_projects (const TlFigures *figures)
{
  if (figures->n_counted == 0)
    return g_strdup (_ ("No projects to count yet"));
  return g_strdup_printf (ngettext ("%u of %u project", "%u of %u projects", figures->n_counted),
                          figures->n_aligned, figures->n_counted);
}

static char *
dup_effort_caption (const TlFigures *figures)
{
  if (figures->n_with_effort == figures->n_counted)
    return g_strdup (_ ("of effort"));
  return g_strdup_printf (ngettext ("of effort; %u of %u project has days",
                                    "of effort; %u of %u projects have days", figures->n_counted),
                          figures->n_with_effort, figures->n_counted);
}

/* All of it as one sentence, because a screen reader would otherwise meet loose numbers. */
static void
describe (TlFiguresPanel *self, const TlFigures *figures, TlBand band)
{
  g_autofree char *rate = dup_percent (figures->alignment_rate);
  g_autofree char *projects = dup_projects (figures);
  g_autofree char *effort = dup_percent (figures->effort_weighted_alignment);
  g_autofree char *coverage = dup_percent (figures->goal_coverage_by_weight);
  g_autofree char *sentence = NULL;

  if (band == TL_BAND_UNKNOWN)
    sentence = g_strdup (projects);
  else
    /* Translators: aligned share, word for how good that is, "29 of 45 projects", share of effort,
     * share of the goals by weight. */
    sentence = g_strdup_printf (_ ("Aligned %1$s, %2$s: %3$s, %4$s of effort, %5$s goal coverage "
                                   "by weight"),
                                rate, tl_band_get_word (band), projects, effort, coverage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
update (TlFiguresPanel *self)
{
  const TlFigures *figures;
  g_autofree char *percent = NULL;
  g_autofree char *projects = NULL;
  g_autofree char *effort_caption = NULL;
  TlBand band;

  if (self->session == NULL)
    return;
  figures = tl_analysis_get_figures (tl_session_get_analysis (self->session));
  band = tl_figures_get_band (figures, tl_session_get_workspace (self->session));
  percent = dup_percent (figures->alignment_rate);
  projects = dup_projects (figures);
  effort_caption = dup_effort_caption (figures);

  tl_ring_set_share (self->ring, figures->alignment_rate, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ring), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  percent, -1);
  show_band (self, band);
  gtk_label_set_label (self->projects, projects);
  show_percent (self->effort, figures->effort_weighted_alignment);
  gtk_label_set_label (self->effort_caption, effort_caption);
  show_percent (self->coverage, figures->goal_coverage_by_weight);
  gtk_widget_set_visible (self->figures, band != TL_BAND_UNKNOWN);
  describe (self, figures, band);
}

static void
tl_figures_panel_dispose (GObject *object)
{
  TlFiguresPanel *self = TL_FIGURES_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_figures_panel_parent_class)->dispose (object);
}

static void
tl_figures_panel_class_init (TlFiguresPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figures_panel_dispose;

  g_type_ensure (TL_TYPE_RING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-figures-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, ring);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, band);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, projects);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, effort);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, effort_caption);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, coverage);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, figures);
}

static void
tl_figures_panel_init (TlFiguresPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "analysed", G_CALLBACK (update), self);
}

/**
 * tl_figures_panel_new:
 *
 * Returns: (transfer floating): a panel without figures
 */
GtkWidget *
tl_figures_panel_new (void)
{
  return g_object_new (TL_TYPE_FIGURES_PANEL, NULL);
}

/**
 * tl_figures_panel_set_session:
 * @self: a panel
 * @session: (nullable): whose figures to show
 */
void
tl_figures_panel_set_session (TlFiguresPanel *self, TlSession *session)
{
  g_return_if_fail (TL_IS_FIGURES_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  update (self);
}
