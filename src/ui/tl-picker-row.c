/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-picker-row.h"

#include "tl-rank-badge.h"

struct _TlPickerRow
{
  GtkWidget parent_instance;

  /* Template. */
  TlRankBadge *badge;
  GtkWidget *lines;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *reason;
  GtkLabel *keys;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (TlPickerRow, tl_picker_row, GTK_TYPE_WIDGET)

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
tl_picker_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_picker_row_parent_class)->dispose (object);
}

static void
tl_picker_row_class_init (TlPickerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picker_row_dispose;

  g_type_ensure (TL_TYPE_RANK_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, lines);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, reason);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, keys);
  gtk_widget_class_bind_template_child (widget_class, TlPickerRow, mark);
}

static void
tl_picker_row_init (TlPickerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_picker_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
tl_picker_row_new (void)
{
  return g_object_new (TL_TYPE_PICKER_ROW, NULL);
}

/**
 * tl_picker_row_set_entry:
 * @self: a row
 * @entry: what it shows from now on
 */
void
tl_picker_row_set_entry (TlPickerRow *self, TlPickerEntry *entry)
{
  g_return_if_fail (TL_IS_PICKER_ROW (self) && TL_IS_PICKER_ENTRY (entry));

  tl_rank_badge_set_rank (self->badge, tl_picker_entry_get_rank (entry));
  set_line (self->title, tl_picker_entry_get_title (entry));
  set_line (self->detail, tl_picker_entry_get_detail (entry));
  set_line (self->reason, tl_picker_entry_get_reason (entry));
  set_line (self->keys, tl_picker_entry_get_keys (entry));
  gtk_widget_set_visible (self->mark, tl_picker_entry_is_marked (entry));
  if (tl_picker_entry_is_refused (entry))
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
}
