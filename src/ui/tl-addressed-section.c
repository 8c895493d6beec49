/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-addressed-section.h"

#include <glib/gi18n-lib.h>

#include "tl-chip.h"
#include "tl-commands-parts.h"
#include "tl-item-lead.h"
#include "tl-item-link.h"
#include "tl-item-list.h"
#include "tl-picker.h"

struct _TlAddressedSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *rows;
  GtkLabel *note;
  GtkWidget *add;

  char *told; /* what the rows say */
};

G_DEFINE_FINAL_TYPE (TlAddressedSection, tl_addressed_section, TL_TYPE_SECTION)

/* What was asked for when the picker opened. */
typedef struct
{
  TlSession *session;
  TlItem *project;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_object_unref (asking->project);
  g_free (asking);
}

static void
set_addressed (TlSession *session, TlItem *project, TlItem *cause, gboolean is_addressed)
{
  g_autoptr (GError) error = NULL;

  if (!tl_command_set_addressed (session, project, cause, is_addressed, &error))
    tl_session_say (session, error->message, FALSE);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Asking *asking = user_data;

  if (tl_item_get_workspace (picked) != NULL && tl_item_get_workspace (asking->project) != NULL)
    set_addressed (asking->session, asking->project, picked, TRUE);
}

static gboolean
is_addressed (TlItem *project, TlItem *cause)
{
  return g_strv_contains (tl_item_get_words (project, TL_PROJECT_ADDRESSES),
                          tl_item_get_id (cause));
}

/* Those of the objectives that the project serves, which it does not address yet. */
static GPtrArray *
collect_causes (TlSession *session, TlItem *project)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  GPtrArray *found = g_ptr_array_new ();
  guint n_links;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint n_causes;
      TlItem *const *causes
          = tl_alignment_get_causes (alignment, tl_item_get_ref (links[i], TL_LINK_TARGET),
                                     &n_causes);

      for (guint k = 0; k < n_causes; k++)
        if (!is_addressed (project, causes[k]) && !g_ptr_array_find (found, causes[k], NULL))
          g_ptr_array_add (found, causes[k]);
    }
  return found;
}

static void
add_cb (TlAddressedSection *self)
{
  TlSession *session = tl_section_get_session (TL_SECTION (self));
  TlItem *project = tl_section_get_item (TL_SECTION (self));
  g_autoptr (GPtrArray) causes = collect_causes (session, project);
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->project = g_object_ref (project);
  tl_picker_choose (GTK_WIDGET (self), session, C_ ("inspector", "Address a Cause"), causes,
                    picked_cb, asking, asking_free);
}

static void
removed_cb (TlAddressedSection *self, TlChip *chip)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  set_addressed (tl_section_get_session (TL_SECTION (self)),
                 tl_section_get_item (TL_SECTION (self)), tl_chip_get_item (chip), FALSE);
}

static void
opened_cb (TlAddressedSection *self, TlChip *chip)
{
  tl_item_open (tl_section_get_session (TL_SECTION (self)), tl_chip_get_item (chip));
}

static GtkWidget *
create_row (TlAddressedSection *self, TlItem *cause)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *chip = tl_chip_new (cause);
  g_autofree char *lead = tl_item_dup_lead (tl_section_get_session (TL_SECTION (self)), cause);
  GtkWidget *label = gtk_label_new (lead);

  g_signal_connect_object (chip, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "tl-note");
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Rows are made anew only when they would say something else. */
static char *
dup_told (GPtrArray *causes, TlSession *session)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      g_autofree char *lead = tl_item_dup_lead (session, causes->pdata[i]);

      g_string_append_printf (told, "%s\n%s\n%s\n", tl_item_get_id (causes->pdata[i]),
                              tl_item_get_title (causes->pdata[i]), lead);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
show_rows (TlAddressedSection *self, GPtrArray *causes)
{
  g_autofree char *told = dup_told (causes, tl_section_get_session (TL_SECTION (self)));
  GtkWidget *row;

  if (g_strcmp0 (told, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&told);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL)
    gtk_widget_grab_focus (self->add);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < causes->len; i++)
    gtk_box_append (self->rows, create_row (self, causes->pdata[i]));
}

static gboolean
any_is_curable (GPtrArray *causes)
{
  for (guint i = 0; i < causes->len; i++)
    if (tl_item_get_choice (causes->pdata[i], TL_CAUSE_CATEGORY) == TL_CAUSE_SKILL_KNOWLEDGE)
      return TRUE;
  return FALSE;
}

static const char *
get_note (GPtrArray *causes, guint n_to_add)
{
  if (causes->len > 0)
    return any_is_curable (causes) ? NULL : _ ("▲ None of these is known to be cured by learning.");
  if (n_to_add == 0)
    return _ ("No cause is recorded at the objectives it serves.");
  return _ ("It addresses no cause yet.");
}

static gboolean
tl_addressed_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlAddressedSection *self = TL_ADDRESSED_SECTION (section);
  g_autoptr (GPtrArray) causes = tl_item_collect_targets (item, TL_PROJECT_ADDRESSES);
  g_autoptr (GPtrArray) others = collect_causes (session, item);

  show_rows (self, causes);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), causes->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows), tl_session_is_editable (session));
  tl_label_show (self->note, get_note (causes, others->len));
  gtk_widget_set_sensitive (self->add, others->len > 0 && tl_session_is_editable (session));
  return TRUE;
}

static void
tl_addressed_section_finalize (GObject *object)
{
  g_free (TL_ADDRESSED_SECTION (object)->told);

  G_OBJECT_CLASS (tl_addressed_section_parent_class)->finalize (object);
}

static void
tl_addressed_section_class_init (TlAddressedSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_addressed_section_finalize;
  TL_SECTION_CLASS (klass)->show = tl_addressed_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-addressed-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAddressedSection, rows);
  gtk_widget_class_bind_template_child (widget_class, TlAddressedSection, note);
  gtk_widget_class_bind_template_child (widget_class, TlAddressedSection, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_addressed_section_init (TlAddressedSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
