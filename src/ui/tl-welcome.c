/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-welcome.h"

#define SAMPLE "software-company.throughline.json"

struct _TlWelcome
{
  GtkWidget parent_instance;

  /* Template. */
  GtkWidget *sample_button;
};

G_DEFINE_FINAL_TYPE (TlWelcome, tl_welcome, GTK_TYPE_WIDGET)

static void
tl_welcome_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_welcome_parent_class)->dispose (object);
}

static void
tl_welcome_class_init (TlWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_welcome_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWelcome, sample_button);
}

static void
tl_welcome_init (TlWelcome *self)
{
  g_autoptr (GFile) sample = tl_sample_find ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->sample_button, sample != NULL);
}

/**
 * tl_welcome_new:
 *
 * Returns: (transfer floating): an invitation
 */
GtkWidget *
tl_welcome_new (void)
{
  return g_object_new (TL_TYPE_WELCOME, NULL);
}

/**
 * tl_sample_find:
 *
 * Looks for the sample where the program is installed, and where it is built.
 *
 * Returns: (transfer full) (nullable): the file of the sample, or %NULL where there is none
 */
GFile *
tl_sample_find (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  const char *const places[] = { "throughline/samples", "samples" };

  for (guint i = 0; folders[i] != NULL; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *path = g_build_filename (folders[i], places[k], SAMPLE, NULL);

          if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
            return g_file_new_for_path (path);
        }
    }
  return NULL;
}
