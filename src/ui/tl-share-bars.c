/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-share-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-bar.h"

struct _TlShareBars
{
  GtkWidget parent_instance;

  /* Template. */
  TlBar *share;
  TlBar *weight;
  GtkLabel *share_text;
  GtkLabel *weight_text;
};

G_DEFINE_FINAL_TYPE (TlShareBars, tl_share_bars, GTK_TYPE_WIDGET)

static void
show_percent (GtkLabel *label, double percent)
{
  /* Translators: a share in percent. */
  g_autofree char *text = g_strdup_printf (C_ ("share", "%.0f %%"), percent);

  gtk_label_set_text (label, isnan (percent) ? "–" : text);
}

static void
tl_share_bars_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_share_bars_parent_class)->dispose (object);
}

static void
tl_share_bars_class_init (TlShareBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_share_bars_dispose;

  g_type_ensure (TL_TYPE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-share-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, TlShareBars, share);
  gtk_widget_class_bind_template_child (widget_class, TlShareBars, weight);
  gtk_widget_class_bind_template_child (widget_class, TlShareBars, share_text);
  gtk_widget_class_bind_template_child (widget_class, TlShareBars, weight_text);
}

static void
tl_share_bars_init (TlShareBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_share_bars_show:
 * @self: the bars
 * @share: percent of the days; NaN when none are recorded
 * @weight: percent of what matters; NaN when it is not recorded
 * @rank: of the goal
 *
 * The longer of the two is as wide as there is room.
 */
void
tl_share_bars_show (TlShareBars *self, double share, double weight, guint rank)
{
  double whole = fmax (isnan (share) ? 0 : share, isnan (weight) ? 0 : weight);

  g_return_if_fail (TL_IS_SHARE_BARS (self));

  tl_bar_show (self->share, whole > 0 ? share / whole : 0, rank);
  tl_bar_show (self->weight, whole > 0 ? weight / whole : 0, 0);
  show_percent (self->share_text, share);
  show_percent (self->weight_text, weight);
}
