/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-link-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-field-factory.h"
#include "tl-field-prose.h"
#include "tl-item-words.h"
#include "tl-link-agreement.h"
#include "tl-picker-row.h"

struct _TlLinkRow
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *link;
  TlItem *end; /* the one from which it is seen */

  /* Template. */
  GtkWidget *show;
  TlPickerRow *other;
  GtkWidget *remove;
  GtkWidget *strengths;
  TlLinkAgreement *agreement;
  GtkToggleButton *buttons[TL_N_STRENGTH];
  GtkWidget *mechanism; /* a child that no template can name: its field is a number */

  guint is_showing : 1;
};

G_DEFINE_FINAL_TYPE (TlLinkRow, tl_link_row, GTK_TYPE_WIDGET)

static TlItem *
get_other_end (TlLinkRow *self)
{
  TlItem *project = tl_item_get_ref (self->link, TL_LINK_PROJECT);

  return project != self->end ? project : tl_item_get_ref (self->link, TL_LINK_TARGET);
}

static void
show_cb (TlLinkRow *self)
{
  TlItem *other = get_other_end (self);

  if (other == NULL)
    return;
  tl_selection_select (tl_session_get_selection (self->session), other);
  tl_session_reveal (self->session, other);
}

static void
remove_cb (TlLinkRow *self)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  g_ptr_array_add (links, self->link);
  tl_command_delete (self->session, links);
}

static void
strength_cb (TlLinkRow *self, GtkToggleButton *button)
{
  g_autoptr (GError) error = NULL;

  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (int strength = 0; strength < TL_N_STRENGTH; strength++)
    if (self->buttons[strength] == button
        && !tl_command_set_strength (self->session, self->link, strength, &error))
      tl_session_say (self->session, error->message, FALSE);
}

static void
show_strength (TlLinkRow *self)
{
  int strength = tl_item_get_choice (self->link, TL_LINK_STRENGTH);

  self->is_showing = TRUE;
  for (int i = 0; i < TL_N_STRENGTH; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == strength);
  self->is_showing = FALSE;
}

static void
show_mechanism (TlLinkRow *self)
{
  if (tl_item_is_set (self->link, TL_LINK_MECHANISM))
    gtk_widget_remove_css_class (self->mechanism, "tl-missing");
  else
    gtk_widget_add_css_class (self->mechanism, "tl-missing");
}

static void
tl_link_row_dispose (GObject *object)
{
  TlLinkRow *self = TL_LINK_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end);
  g_clear_object (&self->link);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_link_row_parent_class)->dispose (object);
}

static void
bind_button (GtkWidgetClass *widget_class, const char *name, int strength)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                             (gssize) (G_STRUCT_OFFSET (TlLinkRow, buttons)
                                                       + sizeof (GtkToggleButton *) * strength));
}

static void
tl_link_row_class_init (TlLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_link_row_dispose;

  g_type_ensure (TL_TYPE_LINK_AGREEMENT);
  g_type_ensure (TL_TYPE_PICKER_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLinkRow, show);
  gtk_widget_class_bind_template_child (widget_class, TlLinkRow, remove);
  gtk_widget_class_bind_template_child (widget_class, TlLinkRow, strengths);
  gtk_widget_class_bind_template_child (widget_class, TlLinkRow, agreement);
  gtk_widget_class_bind_template_child_full (widget_class, "end", FALSE,
                                             G_STRUCT_OFFSET (TlLinkRow, other));
  bind_button (widget_class, "weak", TL_STRENGTH_WEAK);
  bind_button (widget_class, "medium", TL_STRENGTH_MEDIUM);
  bind_button (widget_class, "strong", TL_STRENGTH_STRONG);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_cb);
}

static void
tl_link_row_init (TlLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < TL_N_STRENGTH; i++)
    {
      const char *label = tl_field_get_choice_label (TL_LINK_STRENGTH, i);
      /* Translators: for screen readers: “Strength: Weak”. */
      g_autofree char *spoken = g_strdup_printf (_ ("Strength: %s"), label);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  self->mechanism = tl_field_create_editor (TL_LINK_MECHANISM);
  tl_field_prose_set_placeholder (TL_FIELD_PROSE (self->mechanism),
                                  _ ("▲ How does it move the objective?"));
  tl_field_editor_hide_name (TL_FIELD_EDITOR (self->mechanism));
  gtk_widget_insert_before (self->mechanism, GTK_WIDGET (self), GTK_WIDGET (self->agreement));
}

/**
 * tl_link_row_new:
 * @session: a session
 * @link: a link
 * @end: the project, objective or goal from which it is seen
 *
 * Returns: (transfer floating): a row that shows the other end
 */
GtkWidget *
tl_link_row_new (TlSession *session, TlItem *link, TlItem *end)
{
  TlLinkRow *self = g_object_new (TL_TYPE_LINK_ROW, NULL);
  gboolean is_editable = tl_session_is_editable (session);

  self->session = g_object_ref (session);
  self->link = g_object_ref (link);
  self->end = g_object_ref (end);
  gtk_widget_set_sensitive (self->remove, is_editable);
  gtk_widget_set_sensitive (self->strengths, is_editable);
  tl_field_editor_bind (TL_FIELD_EDITOR (self->mechanism), session, link);
  tl_link_agreement_bind (self->agreement, session, link);
  tl_link_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * tl_link_row_get_link:
 * @self: a row
 *
 * Returns: (transfer none): the link
 */
TlItem *
tl_link_row_get_link (TlLinkRow *self)
{
  g_return_val_if_fail (TL_IS_LINK_ROW (self), NULL);

  return self->link;
}

/**
 * tl_link_row_refresh:
 * @self: a row whose link is in the workspace
 *
 * The link, or what it joins, may have changed.
 */
void
tl_link_row_refresh (TlLinkRow *self)
{
  g_autoptr (TlPickerEntry) entry = NULL;
  g_autofree char *name = NULL;
  g_autofree char *remove = NULL;
  TlItem *other;

  g_return_if_fail (TL_IS_LINK_ROW (self));

  other = get_other_end (self);
  if (other == NULL)
    return;
  entry = tl_picker_entry_new (self->session, other, NULL);
  tl_picker_row_set_entry (self->other, entry);
  show_strength (self);
  show_mechanism (self);
  tl_field_editor_refresh (TL_FIELD_EDITOR (self->mechanism));
  tl_link_agreement_refresh (self->agreement);
  name = tl_item_dup_name (other);
  /* Translators: what a button does; the other end of a link. */
  remove = g_strdup_printf (_ ("Remove Link to “%s”"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
}
