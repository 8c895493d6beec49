/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-bar.h"

#include <adwaita.h>
#include <math.h>

#include "tl-compat.h"
#include "tl-theme.h"

#define HEIGHT_PX 8
#define MIN_WIDTH_PX 40

/* Of the text's colour, in what is empty and in a bar without a goal. */
#define TRACK_ALPHA .1f
#define PLAIN_ALPHA .45f

struct _TlBar
{
  GtkWidget parent_instance;

  double fraction; /* 0 to 1 */
  guint rank;      /* of the goal whose hue it has; 0: none */
};

G_DEFINE_FINAL_TYPE (TlBar, tl_bar, GTK_TYPE_WIDGET)

static GdkRGBA
get_fill (TlBar *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TlTheme *theme
      = tl_theme_get (adw_style_manager_get_dark (style) ? TL_THEME_DARK : TL_THEME_LIGHT);
  GdkRGBA fill;
  TlColor hue;

  if (self->rank == 0)
    {
      tl_widget_get_color (GTK_WIDGET (self), &fill);
      fill.alpha *= PLAIN_ALPHA;
      return fill;
    }
  hue = tl_theme_get_hue (theme, self->rank - 1);
  return (GdkRGBA) { (float) hue.r, (float) hue.g, (float) hue.b, (float) hue.a };
}

static void
append_bar (GtkSnapshot *snapshot, float x, float width, float height, const GdkRGBA *color)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, 0, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
tl_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlBar *self = TL_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float length = MAX (height, width * (float) self->fraction);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA fill = get_fill (self);
  GdkRGBA track;

  tl_widget_get_color (widget, &track);
  track.alpha *= TRACK_ALPHA;
  append_bar (snapshot, 0, width, height, &track);
  if (self->fraction > 0)
    append_bar (snapshot, is_rtl ? width - length : 0, length, height, &fill);
}

static void
tl_bar_measure (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : HEIGHT_PX;
  *natural = *minimum;
}

static void
tl_bar_class_init (TlBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tl_bar_snapshot;
  widget_class->measure = tl_bar_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "tl-bar");
}

static void
tl_bar_init (TlBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tl_bar_show:
 * @self: a bar
 * @fraction: how much of it is full, 0 to 1; NaN is nothing
 * @rank: the rank of the goal whose hue it has; 0 for the text's colour
 */
void
tl_bar_show (TlBar *self, double fraction, guint rank)
{
  g_return_if_fail (TL_IS_BAR (self));

  self->fraction = isnan (fraction) ? 0 : CLAMP (fraction, 0, 1);
  self->rank = rank;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
