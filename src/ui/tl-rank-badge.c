/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-rank-badge.h"

#include <adwaita.h>

#include "tl-theme.h"

#define RADIUS_PX 8.0f

struct _TlRankBadge
{
  GtkWidget parent_instance;

  /* Owned. */
  GtkWidget *label;

  guint rank; /* from 1; 0: shows nothing */
};

enum
{
  PROP_RANK = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlRankBadge, tl_rank_badge, GTK_TYPE_WIDGET)

static TlColor
get_ground (TlRankBadge *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TlTheme *theme
      = tl_theme_get (adw_style_manager_get_dark (style) ? TL_THEME_DARK : TL_THEME_LIGHT);

  return tl_theme_get_hue (theme, self->rank - 1);
}

static GdkRGBA
to_rgba (TlColor color)
{
  return (GdkRGBA) { (float) color.r, (float) color.g, (float) color.b, (float) color.a };
}

/* The ink is white or black, whichever reads better on the ground. */
static void
update_ink (TlRankBadge *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  TlColor ink;

  if (self->rank == 0)
    return;
  ink = tl_theme_get_ink (get_ground (self));
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (ink.r * 65535),
                                                                 (guint16) (ink.g * 65535),
                                                                 (guint16) (ink.b * 65535)));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tl_rank_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlRankBadge *self = TL_RANK_BADGE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  GdkRGBA ground;
  GskRoundedRect outline;

  if (self->rank == 0)
    return;
  ground = to_rgba (get_ground (self));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
tl_rank_badge_dispose (GObject *object)
{
  g_clear_pointer (&TL_RANK_BADGE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_rank_badge_parent_class)->dispose (object);
}

static void
tl_rank_badge_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RANK)
    g_value_set_uint (value, TL_RANK_BADGE (object)->rank);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_rank_badge_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RANK)
    tl_rank_badge_set_rank (TL_RANK_BADGE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_rank_badge_class_init (TlRankBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_rank_badge_dispose;
  object_class->get_property = tl_rank_badge_get_property;
  object_class->set_property = tl_rank_badge_set_property;
  widget_class->snapshot = tl_rank_badge_snapshot;

  props[PROP_RANK]
      = g_param_spec_uint ("rank", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "tl-rank-badge");
}

static void
tl_rank_badge_init (TlRankBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_ink), self, G_CONNECT_SWAPPED);
}

/**
 * tl_rank_badge_set_rank:
 * @self: a badge
 * @rank: from 1; 0 hides the badge
 */
void
tl_rank_badge_set_rank (TlRankBadge *self, guint rank)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_RANK_BADGE (self));

  if (self->rank == rank)
    return;
  self->rank = rank;
  text = g_strdup_printf ("%u", rank);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), rank > 0);
  update_ink (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RANK]);
}
