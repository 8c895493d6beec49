/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-title.h"

struct _TlTitle
{
  GtkWidget parent_instance;

  /* Template. */
  GtkWidget *dirty_mark;
  GtkLabel *title;
  GtkLabel *folder;
};

G_DEFINE_FINAL_TYPE (TlTitle, tl_title, GTK_TYPE_WIDGET)

static void
tl_title_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_title_parent_class)->dispose (object);
}

static void
tl_title_class_init (TlTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_title_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-title.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTitle, dirty_mark);
  gtk_widget_class_bind_template_child (widget_class, TlTitle, title);
  gtk_widget_class_bind_template_child (widget_class, TlTitle, folder);
}

static void
tl_title_init (TlTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_title_new:
 *
 * Returns: (transfer floating): a title with nothing in it
 */
GtkWidget *
tl_title_new (void)
{
  return g_object_new (TL_TYPE_TITLE, NULL);
}

/**
 * tl_title_set:
 * @self: a title
 * @title: what the document is called
 * @folder: where it lies; empty where it has no file
 * @is_dirty: whether there are changes that are not saved
 *
 * Shows these.
 */
void
tl_title_set (TlTitle *self, const char *title, const char *folder, gboolean is_dirty)
{
  g_return_if_fail (TL_IS_TITLE (self) && title != NULL && folder != NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->folder, folder);
  gtk_widget_set_visible (GTK_WIDGET (self->folder), *folder != '\0');
  gtk_widget_set_visible (self->dirty_mark, is_dirty);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
}
