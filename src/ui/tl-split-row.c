/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-split-row.h"

#include <glib/gi18n.h>

struct _TlSplitRow
{
  GtkWidget parent_instance;

  /* Template. */
  GtkLabel *word;
  GtkWidget *choices;
  GtkToggleButton *first;
  GtkToggleButton *both;
  GtkToggleButton *second;
};

G_DEFINE_FINAL_TYPE (TlSplitRow, tl_split_row, GTK_TYPE_WIDGET)

static void
tl_split_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_split_row_parent_class)->dispose (object);
}

static void
tl_split_row_class_init (TlSplitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_split_row_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-split-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSplitRow, word);
  gtk_widget_class_bind_template_child (widget_class, TlSplitRow, choices);
  gtk_widget_class_bind_template_child (widget_class, TlSplitRow, first);
  gtk_widget_class_bind_template_child (widget_class, TlSplitRow, both);
  gtk_widget_class_bind_template_child (widget_class, TlSplitRow, second);
}

static void
tl_split_row_init (TlSplitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_split_row_new:
 * @word: a part of an audience
 *
 * Returns: (transfer floating): a row in which both keep it
 */
GtkWidget *
tl_split_row_new (const char *word)
{
  TlSplitRow *self = g_object_new (TL_TYPE_SPLIT_ROW, NULL);

  gtk_label_set_label (self->word, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_split_row_get_word:
 * @self: a row
 *
 * Returns: the part of the audience
 */
const char *
tl_split_row_get_word (TlSplitRow *self)
{
  g_return_val_if_fail (TL_IS_SPLIT_ROW (self), NULL);

  return gtk_label_get_label (self->word);
}

/**
 * tl_split_row_get_choice:
 * @self: a row
 *
 * Returns: which of the two keeps it
 */
TlSplit
tl_split_row_get_choice (TlSplitRow *self)
{
  g_return_val_if_fail (TL_IS_SPLIT_ROW (self), TL_SPLIT_BOTH);

  if (gtk_toggle_button_get_active (self->first))
    return TL_SPLIT_FIRST;
  return gtk_toggle_button_get_active (self->second) ? TL_SPLIT_SECOND : TL_SPLIT_BOTH;
}

/**
 * tl_split_row_set_choice:
 * @self: a row
 * @choice: which of the two keeps it
 */
void
tl_split_row_set_choice (TlSplitRow *self, TlSplit choice)
{
  g_return_if_fail (TL_IS_SPLIT_ROW (self));

  switch (choice)
    {
    case TL_SPLIT_FIRST:
      gtk_toggle_button_set_active (self->first, TRUE);
      break;
    case TL_SPLIT_SECOND:
      gtk_toggle_button_set_active (self->second, TRUE);
      break;
    case TL_SPLIT_BOTH:
    default:
      gtk_toggle_button_set_active (self->both, TRUE);
    }
}
