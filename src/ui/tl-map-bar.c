/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-bar.h"

#include <glib/gi18n-lib.h>

#define TEMPLATE "/io/github/throughline/Throughline/ui/tl-map-bar.ui"

struct _TlMapBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *wide;
  GtkWidget *colour_button;
  GtkWidget *show_button;
  GtkWidget *arrange_button;
  GtkWidget *focus_button;
  GtkWidget *move_button;
  GtkWidget *focus_box;
  GtkWidget *focus_label;
  GtkWidget *filter_box;
  GtkWidget *filter_label;
  GtkWidget *narrow;
  GtkWidget *narrow_box;
  GtkWidget *narrow_label;
};

G_DEFINE_FINAL_TYPE (TlMapBar, tl_map_bar, GTK_TYPE_WIDGET)

static void
set_chip (GtkWidget *button, const char *text)
{
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
dup_focus_text (const TlMapBarState *state)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Focus: %u step", "Focus: %u steps",
                                       state->n_steps),
                          state->n_steps);
}

static char *
dup_filter_text (const TlMapBarState *state)
{
  /* Translators: what is asked for, and how many cards answer to it. */
  return g_strdup_printf (C_ ("map bar", "“%1$s”: %2$u"), state->query, state->n_cards);
}

/* A small map has room for one thing to be said. */
static void
update_narrow (TlMapBar *self, const TlMapBarState *state)
{
  g_autofree char *text = NULL;

  if (state->n_steps > 0)
    text = dup_focus_text (state);
  else if (state->query != NULL)
    text = dup_filter_text (state);
  gtk_widget_set_visible (self->narrow_box, text != NULL);
  gtk_label_set_text (GTK_LABEL (self->narrow_label), text != NULL ? text : "");
}

static void
tl_map_bar_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  TlMapBar *self = TL_MAP_BAR (widget);
  int narrow, narrow_natural, wide, wide_natural;

  gtk_widget_measure (self->narrow, orientation, -1, &narrow, &narrow_natural, NULL, NULL);
  gtk_widget_measure (self->wide, orientation, -1, &wide, &wide_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? narrow : MAX (narrow, wide);
  *natural = MAX (wide_natural, narrow_natural);
}

/* What is not shown is not told of, either. */
static void
show_child (GtkWidget *child, gboolean is_shown)
{
  gtk_widget_set_child_visible (child, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}

static void
tl_map_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlMapBar *self = TL_MAP_BAR (widget);
  GtkAllocation whole = { 0, 0, width, height };
  gboolean is_wide;
  int least;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  is_wide = least <= width;
  show_child (self->wide, is_wide);
  show_child (self->narrow, !is_wide);
  gtk_widget_size_allocate (is_wide ? self->wide : self->narrow, &whole, -1);
}

static void
tl_map_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_map_bar_parent_class)->dispose (object);
}

static void
tl_map_bar_class_init (TlMapBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_map_bar_dispose;
  widget_class->measure = tl_map_bar_measure;
  widget_class->size_allocate = tl_map_bar_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, wide);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, colour_button);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, show_button);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, focus_button);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, move_button);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, focus_box);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, focus_label);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, filter_box);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, filter_label);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, narrow);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, narrow_box);
  gtk_widget_class_bind_template_child (widget_class, TlMapBar, narrow_label);
  gtk_widget_class_set_css_name (widget_class, "mapbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_map_bar_init (TlMapBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_map_bar_new:
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
tl_map_bar_new (void)
{
  return g_object_new (TL_TYPE_MAP_BAR, NULL);
}

/**
 * tl_map_bar_set_state:
 * @self: a bar
 * @state: what to tell
 */
void
tl_map_bar_set_state (TlMapBar *self, const TlMapBarState *state)
{
  g_autofree char *focus = dup_focus_text (state);
  g_autofree char *filter = state->query != NULL ? dup_filter_text (state) : NULL;
  g_autofree char *colour = NULL;
  g_autofree char *show = NULL;
  g_autofree char *arrange = NULL;
  gboolean needs_room = state->n_steps > 0 || state->query != NULL;

  g_return_if_fail (TL_IS_MAP_BAR (self));

  /* Translators: a button on the map: what its colours stand for. */
  colour = g_strdup_printf (C_ ("map bar", "Colour: %s"), state->colour);
  /* Translators: a button on the map: which projects it shows. */
  show = g_strdup_printf (C_ ("map bar", "Show: %s"), state->show);
  set_chip (self->colour_button, colour);
  set_chip (self->show_button, show);
  /* Translators: a button on the map: by what its cards are arranged. */
  arrange = g_strdup_printf (C_ ("map bar", "Arrange: %s"), state->arrange);
  set_chip (self->arrange_button, arrange);
  /* What is in focus or asked for needs room, and says more. */
  gtk_widget_set_visible (self->move_button, !needs_room
                                                 || gtk_toggle_button_get_active (
                                                     GTK_TOGGLE_BUTTON (self->move_button)));
  if (needs_room)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->arrange_button), "view-grid-symbolic");
  gtk_widget_set_visible (self->focus_button, state->n_steps == 0);
  gtk_widget_set_visible (self->focus_box, state->n_steps > 0);
  gtk_label_set_text (GTK_LABEL (self->focus_label), focus);
  gtk_widget_set_visible (self->filter_box, filter != NULL);
  gtk_label_set_text (GTK_LABEL (self->filter_label), filter != NULL ? filter : "");
  gtk_widget_set_tooltip_text (self->filter_label, filter);
  update_narrow (self, state);
}
