/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-causes-section.h"

#include <glib/gi18n-lib.h>

#include "tl-cause-row.h"
#include "tl-commands-parts.h"

struct _TlCausesSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *rows;
  GtkLabel *none;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlCausesSection, tl_causes_section, TL_TYPE_SECTION)

static void
add_cb (TlCausesSection *self)
{
  TlItem *cause = tl_command_add_cause (tl_section_get_session (TL_SECTION (self)),
                                        tl_section_get_item (TL_SECTION (self)), NULL);

  if (cause != NULL)
    tl_section_edit (TL_SECTION (self), cause, TL_ITEM_TITLE);
}

/* Rows are told what they show; only what is too much or too little comes or goes. */
static void
show_rows (TlCausesSection *self, TlSession *session, TlItem *const *causes, guint n_causes)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < n_causes; i++, row = gtk_widget_get_next_sibling (row))
    {
      if (row == NULL)
        {
          row = tl_cause_row_new ();
          gtk_box_append (self->rows, row);
        }
      tl_cause_row_show (TL_CAUSE_ROW (row), session, causes[i]);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == row)
        gtk_widget_grab_focus (self->add);
      gtk_box_remove (self->rows, row);
      row = next;
    }
}

static gboolean
tl_causes_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlCausesSection *self = TL_CAUSES_SECTION (section);
  guint n_causes;
  TlItem *const *causes
      = tl_alignment_get_causes (tl_session_get_alignment (session), item, &n_causes);

  show_rows (self, session, causes, n_causes);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_causes > 0);
  tl_label_show (self->none,
                 n_causes == 0 ? _ ("No cause is recorded. Why is there a gap at all?") : NULL);
  gtk_widget_set_sensitive (self->add, tl_session_is_editable (session));
  return TRUE;
}

static void
tl_causes_section_class_init (TlCausesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_causes_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-causes-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCausesSection, rows);
  gtk_widget_class_bind_template_child (widget_class, TlCausesSection, none);
  gtk_widget_class_bind_template_child (widget_class, TlCausesSection, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_causes_section_init (TlCausesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
