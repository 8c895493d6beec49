/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-part-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-view.h"
#include "tl-foot-layout.h"
#include "tl-compat.h"
#include "tl-paragraph.h"
#include "tl-part.h"
#include "tl-rank-badge.h"

#define BAR_INSET_PX 3.0

struct _TlPartRow
{
  GtkWidget parent_instance;

  /* Owned. */
  GtkTreeListRow *row;
  TlPart *part;
  GSignalGroup *part_signals;
  GSignalGroup *row_signals;

  /* Template. */
  GtkTreeExpander *expander;
  TlRankBadge *rank;
  TlChartView *swatch;
  TlParagraph *title;
  GtkLabel *note;
  GtkLabel *number;
  GtkButton *step;
  TlChartView *bar;
  GtkWidget *foot;
  TlParagraph *detail;
  GtkButton *first;
  GtkButton *second;
};

G_DEFINE_FINAL_TYPE (TlPartRow, tl_part_row, GTK_TYPE_WIDGET)

static void
draw_swatch (TlPainter *painter, const TlTheme *theme, TlRect place, gpointer user_data)
{
  TlPart *part = user_data;
  TlChartPart look = tl_chart_get_mix (theme, part->kind);

  tl_chart_draw_part (painter, theme, &look, place);
}

static void
draw_bar (TlPainter *painter, const TlTheme *theme, TlRect place, gpointer user_data)
{
  TlPart *part = user_data;
  TlRect track
      = tl_rect (place.x, place.y + BAR_INSET_PX, place.width, place.height - 2 * BAR_INSET_PX);
  TlChartPart look = tl_chart_get_mix (theme, part->kind);

  if (part->look == TL_PART_GOAL)
    look = (TlChartPart) { 0, tl_theme_get_hue (theme, MAX (part->rank, 1) - 1), TL_CHART_SOLID };
  else if (part->look == TL_PART_SHARE)
    look = (TlChartPart) { 0, tl_chart_get_grey (theme), TL_CHART_SOLID };
  look.share = part->share;
  tl_chart_draw_bar (painter, theme, NAN, look.color, track);
  tl_chart_draw_stack (painter, theme, &look, 1, track);
  tl_chart_draw_mark (painter, theme, part->mark, track);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* The target comes before the name: an action is never asked with the target of another. */
static void
show_button (TlPartRow *self, GtkButton *button, const TlPartAction *action)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GVariant) target = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), action->name != NULL);
  gtk_actionable_set_action_name (actionable, NULL);
  if (action->name == NULL || !g_action_parse_detailed_name (action->name, &name, &target, NULL))
    return;
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
  gtk_button_set_label (button, action->label);
  /* Translators: for screen readers: what a row is about, and what its button does. */
  words = g_strdup_printf (C_ ("accessible name", "%s: %s"), self->part->title, action->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* A step is one line with its button; otherwise the buttons stand below the number. */
static void
show_buttons (TlPartRow *self)
{
  static const TlPartAction none = { 0 };
  const TlPartAction *actions = self->part->actions;
  gboolean is_step = self->part->look == TL_PART_STEP;

  show_button (self, self->step, is_step ? &actions[0] : &none);
  show_button (self, self->first, is_step ? &none : &actions[0]);
  show_button (self, self->second, is_step ? &none : &actions[1]);
  gtk_widget_set_visible (self->foot,
                          self->part->detail != NULL || (!is_step && actions[0].name != NULL));
}

static void
show_look (TlPartRow *self)
{
  TlPart *part = self->part;

  gtk_widget_set_visible (GTK_WIDGET (self->rank),
                          part->look == TL_PART_GOAL || part->look == TL_PART_RANK);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), part->look == TL_PART_KIND);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), part->look == TL_PART_GOAL
                                                      || part->look == TL_PART_KIND
                                                      || part->look == TL_PART_SHARE);
  gtk_widget_set_valign (GTK_WIDGET (self->rank),
                         part->look == TL_PART_GOAL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  if (part->rank > 0)
    tl_rank_badge_set_rank (self->rank, part->rank);
  tl_chart_view_set_func (self->swatch, draw_swatch, g_object_ref (part), g_object_unref);
  tl_chart_view_set_func (self->bar, draw_bar, g_object_ref (part), g_object_unref);
}

static void
show_state (TlPartRow *self)
{
  g_autofree char *words = NULL;
  gboolean is_open = gtk_tree_list_row_get_expanded (self->row);
  gboolean has_parts = g_list_model_get_n_items (G_LIST_MODEL (self->part->parts)) > 0;

  words = tl_part_dup_words (self->part);
  tl_list_row_set_label (GTK_WIDGET (self), words);
  tl_list_row_set_expanded (GTK_WIDGET (self),
                            has_parts ? is_open : GTK_ACCESSIBLE_VALUE_UNDEFINED);
  if (has_parts)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "childless");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "childless");
}

/* What is to be done is read to its end. */
static void
show_step (TlPartRow *self)
{
  gboolean is_step = self->part->look == TL_PART_STEP;

  if (is_step)
    gtk_widget_add_css_class (GTK_WIDGET (self), "step-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "step-row");
  tl_paragraph_set_single (self->title, !is_step);
}

static void
update (TlPartRow *self)
{
  gboolean is_heading;

  if (self->part == NULL)
    return;
  is_heading = self->part->item == NULL && self->part->look == TL_PART_PLAIN;
  tl_paragraph_set_text (self->title, self->part->title);
  tl_paragraph_set_text (self->detail, self->part->detail != NULL ? self->part->detail : "");
  show_text (self->number, self->part->number);
  show_text (self->note, self->part->note);
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");
  show_step (self);
  show_look (self);
  show_buttons (self);
  show_state (self);
}

/* The keyboard goes to each of the buttons, and to the row when there is none: an expander would
 * let it in to one button only, and be a second stop for the same row. */
static gboolean
tl_part_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_tree_expander_get_child (TL_PART_ROW (widget)->expander),
                                 direction);
}

static void
tl_part_row_dispose (GObject *object)
{
  TlPartRow *self = TL_PART_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->part_signals);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->part);
  g_clear_object (&self->row);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_part_row_parent_class)->dispose (object);
}

static void
tl_part_row_class_init (TlPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_part_row_dispose;
  widget_class->focus = tl_part_row_focus;

  g_type_ensure (TL_TYPE_CHART_VIEW);
  g_type_ensure (TL_TYPE_FOOT_LAYOUT);
  g_type_ensure (TL_TYPE_PARAGRAPH);
  g_type_ensure (TL_TYPE_RANK_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "partrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, rank);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, note);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, number);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, step);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, foot);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, first);
  gtk_widget_class_bind_template_child (widget_class, TlPartRow, second);
}

static void
tl_part_row_init (TlPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->part_signals = g_signal_group_new (TL_TYPE_PART);
  g_signal_group_connect_swapped (self->part_signals, "changed", G_CALLBACK (update), self);
  self->row_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::expanded", G_CALLBACK (update), self);
}

/**
 * tl_part_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_part_row_new (void)
{
  return g_object_new (TL_TYPE_PART_ROW, NULL);
}

/**
 * tl_part_row_bind:
 * @self: a row
 * @row: a row of a tree of #TlPart
 *
 * Shows the part until tl_part_row_unbind().
 */
void
tl_part_row_bind (TlPartRow *self, GtkTreeListRow *row)
{
  g_return_if_fail (TL_IS_PART_ROW (self));

  g_set_object (&self->row, row);
  g_clear_object (&self->part);
  self->part = gtk_tree_list_row_get_item (row);
  gtk_tree_expander_set_list_row (self->expander, row);
  g_signal_group_set_target (self->part_signals, self->part);
  g_signal_group_set_target (self->row_signals, row);
  update (self);
}

/**
 * tl_part_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
tl_part_row_unbind (TlPartRow *self)
{
  g_return_if_fail (TL_IS_PART_ROW (self));

  g_signal_group_set_target (self->part_signals, NULL);
  g_signal_group_set_target (self->row_signals, NULL);
  gtk_tree_expander_set_list_row (self->expander, NULL);
  tl_chart_view_set_func (self->swatch, NULL, NULL, NULL);
  tl_chart_view_set_func (self->bar, NULL, NULL, NULL);
  g_clear_object (&self->part);
  g_clear_object (&self->row);
}

/**
 * tl_part_row_get_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what tl_part_row_bind() was given
 */
GtkTreeListRow *
tl_part_row_get_row (TlPartRow *self)
{
  g_return_val_if_fail (TL_IS_PART_ROW (self), NULL);

  return self->row;
}

/**
 * tl_part_row_get_part:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlPart *
tl_part_row_get_part (TlPartRow *self)
{
  g_return_val_if_fail (TL_IS_PART_ROW (self), NULL);

  return self->part;
}

/**
 * tl_part_row_get_focus:
 * @self: a row
 *
 * Returns: which of its buttons has the keyboard, from 1; 0 for none
 */
guint
tl_part_row_get_focus (TlPartRow *self)
{
  g_return_val_if_fail (TL_IS_PART_ROW (self), 0);

  if (gtk_widget_is_focus (GTK_WIDGET (self->second)))
    return 2;
  return gtk_widget_is_focus (GTK_WIDGET (self->first))
                 || gtk_widget_is_focus (GTK_WIDGET (self->step))
             ? 1
             : 0;
}

/**
 * tl_part_row_set_focus:
 * @self: a row
 * @button: which of its buttons gets the keyboard, as tl_part_row_get_focus() tells it; one that
 *   there is not does not
 */
void
tl_part_row_set_focus (TlPartRow *self, guint button)
{
  g_return_if_fail (TL_IS_PART_ROW (self));

  if (button == 2 && gtk_widget_get_visible (GTK_WIDGET (self->second)))
    gtk_widget_grab_focus (GTK_WIDGET (self->second));
  else if (button != 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
