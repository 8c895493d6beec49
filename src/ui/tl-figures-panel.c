/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-figures-panel.h"

#include <glib/gi18n.h>

#include "tl-figure-popover.h"
#include "tl-figure-row.h"
#include "tl-figure-words.h"
#include "tl-ring.h"

/* Those in sight come first, those that are folded away after them. */
#define N_IN_SIGHT 2
#define N_ROWS G_N_ELEMENTS (shown)

struct _TlFiguresPanel
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;

  /* Borrowed: children. */
  GPtrArray *rows;    /* of TlFigureRow */
  GtkWidget *popover; /* while it is open */
  GtkWidget *asked;   /* the button that it explains */

  /* Template. */
  GtkWidget *ring_button;
  TlRing *ring;
  GtkLabel *band;
  GtkLabel *projects;
  GtkBox *figures;
  GtkToggleButton *more_button;
  GtkImage *more_arrow;
  GtkWidget *more_scroller;
  GtkBox *more;

  guint popover_source;
};

/* The alignment itself is the ring. */
static const TlFigureId shown[] = {
  TL_FIGURE_ALIGNED_DAYS,
  TL_FIGURE_COVERED_WEIGHT,
  TL_FIGURE_ALIGNED_WITHOUT_MANDATES,
  TL_FIGURE_ALIGNED_BY_STRENGTH,
  TL_FIGURE_COVERED_OBJECTIVES,
  TL_FIGURE_COVERED_GOALS,
  TL_FIGURE_FOCUS,
  TL_FIGURE_MIX_STRATEGIC,
  TL_FIGURE_MIX_TACTICAL_ALIGNED,
  TL_FIGURE_MIX_TACTICAL_UNALIGNED,
  TL_FIGURE_MIX_TRANSACTIONAL,
  TL_FIGURE_MIX_UNKNOWN,
  TL_FIGURE_PROACTIVE,
  TL_FIGURE_WITH_DAYS,
};

static const char *const band_classes[] = {
  [TL_BAND_UNKNOWN] = "unknown",
  [TL_BAND_GOOD] = "good",
  [TL_BAND_WATCH] = "watch",
  [TL_BAND_ACT] = "act",
};

G_DEFINE_FINAL_TYPE (TlFiguresPanel, tl_figures_panel, GTK_TYPE_WIDGET)

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
  g_autofree char *rate = tl_share_dup_percent (figures->alignment_rate);
  g_autofree char *projects = dup_projects (figures);
  g_autofree char *effort = tl_share_dup_percent (figures->effort_weighted_alignment);
  g_autofree char *coverage = tl_share_dup_percent (figures->goal_coverage_by_weight);
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

/* The numbers of those in sight say what they are of, in words that read on from the number. */
static void
show_rows (TlFiguresPanel *self, const TlFigures *figures)
{
  g_autofree char *effort_caption = dup_effort_caption (figures);

  for (guint i = 0; i < self->rows->len; i++)
    tl_figure_row_set_share (self->rows->pdata[i], tl_figures_get_value (figures, shown[i]));
  tl_figure_row_set_caption (self->rows->pdata[0], effort_caption);
}

static void
update (TlFiguresPanel *self)
{
  const TlFigures *figures;
  g_autofree char *percent = NULL;
  g_autofree char *projects = NULL;
  g_autofree char *spoken = NULL;
  TlBand band;

  if (self->session == NULL)
    return;
  figures = tl_analysis_get_figures (tl_session_get_analysis (self->session));
  band = tl_figures_get_band (figures, tl_session_get_workspace (self->session));
  percent = tl_share_dup_percent (figures->alignment_rate);
  projects = dup_projects (figures);
  /* Translators: the name of a figure, and the figure. */
  spoken = g_strdup_printf (C_ ("figure", "%1$s: %2$s"), tl_figure_get_label (TL_FIGURE_ALIGNED),
                            percent);

  tl_ring_set_share (self->ring, figures->alignment_rate, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ring), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  percent, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ring_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  show_band (self, band);
  gtk_label_set_label (self->projects, projects);
  show_rows (self, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), band != TL_BAND_UNKNOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), band != TL_BAND_UNKNOWN);
  describe (self, figures, band);
}

/* Explaining. */

static gboolean
drop_popover_cb (gpointer user_data)
{
  TlFiguresPanel *self = user_data;

  self->popover_source = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* What a row of the popover reveals may have led the keyboard elsewhere. */
static void
popover_closed_cb (TlFiguresPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->asked);
  if (self->popover_source == 0)
    self->popover_source = g_idle_add (drop_popover_cb, self);
}

static void
explain (TlFiguresPanel *self, GtkWidget *button, TlFigureId figure)
{
  graphene_rect_t bounds;

  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->popover_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->asked = button;
  self->popover = tl_figure_popover_new (self->session, figure);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_RIGHT);
  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width,
                                                   (int) bounds.size.height });
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
ring_cb (TlFiguresPanel *self)
{
  explain (self, self->ring_button, TL_FIGURE_ALIGNED);
}

static void
row_cb (TlFiguresPanel *self, TlFigureRow *row)
{
  explain (self, GTK_WIDGET (row), tl_figure_row_get_figure (row));
}

static void
more_cb (TlFiguresPanel *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->more_button);

  gtk_widget_set_visible (self->more_scroller, is_open);
  gtk_image_set_from_icon_name (self->more_arrow,
                                is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
}

static void
add_rows (TlFiguresPanel *self)
{
  g_autoptr (GtkSizeGroup) in_sight = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) folded = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = tl_figure_row_new (shown[i]);

      g_ptr_array_add (self->rows, row);
      gtk_box_append (i < N_IN_SIGHT ? self->figures : self->more, row);
      gtk_size_group_add_widget (i < N_IN_SIGHT ? in_sight : folded,
                                 tl_figure_row_get_number (TL_FIGURE_ROW (row)));
      g_signal_connect_object (row, "clicked", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
    }
  tl_figure_row_set_caption (self->rows->pdata[1], C_ ("figure", "goal coverage by weight"));
}

static void
tl_figures_panel_dispose (GObject *object)
{
  TlFiguresPanel *self = TL_FIGURES_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->popover_source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, ring_button);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, ring);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, band);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, projects);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, figures);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, more_button);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, more_arrow);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, more_scroller);
  gtk_widget_class_bind_template_child (widget_class, TlFiguresPanel, more);
  gtk_widget_class_bind_template_callback (widget_class, ring_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
tl_figures_panel_init (TlFiguresPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  add_rows (self);
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
