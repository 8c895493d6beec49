/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-completion-row.h"

#include "tl-fold.h"

struct _TlCompletionRow
{
  GtkListBoxRow parent_instance;

  /* Template. */
  GtkLabel *label;
  GtkLabel *description;
};

G_DEFINE_FINAL_TYPE (TlCompletionRow, tl_completion_row, GTK_TYPE_LIST_BOX_ROW)

static void
tl_completion_row_class_init (TlCompletionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-completion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCompletionRow, label);
  gtk_widget_class_bind_template_child (widget_class, TlCompletionRow, description);
}

static void
tl_completion_row_init (TlCompletionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_completion_row_new:
 * @completion: a completion
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
tl_completion_row_new (const TlCompletion *completion)
{
  TlCompletionRow *self = g_object_new (TL_TYPE_COMPLETION_ROW, NULL);
  const char *description = completion->description != NULL ? completion->description : "";
  g_autofree char *plain_label = tl_fold (completion->label);
  g_autofree char *plain_description = tl_fold (description);
  g_autofree char *name = NULL;

  /* Some values are called what they are. */
  if (g_str_equal (plain_label, plain_description))
    description = "";
  gtk_label_set_label (self->label, completion->label);
  gtk_label_set_label (self->description, description);
  name = *description != '\0' ? g_strdup_printf ("%s, %s", completion->label, description)
                              : g_strdup (completion->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
