/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-link-agreement.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-field-factory.h"
#include "tl-item-words.h"

struct _TlLinkAgreement
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *link;

  /* Template. */
  GtkToggleButton *open;
  GtkLabel *words;
  GtkBox *fields;
  GtkWidget *agree;

  TlFieldEditor *editors[3]; /* made when they are first needed */
};

G_DEFINE_FINAL_TYPE (TlLinkAgreement, tl_link_agreement, GTK_TYPE_WIDGET)

static const TlField edited[] = { TL_LINK_STATUS, TL_LINK_AGREED_BY, TL_LINK_AGREED_ON };

static void
make_editors (TlLinkAgreement *self)
{
  if (self->editors[0] != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    {
      GtkWidget *editor = tl_field_create_editor (edited[i]);

      gtk_widget_insert_before (editor, GTK_WIDGET (self->fields), self->agree);
      self->editors[i] = TL_FIELD_EDITOR (editor);
    }
}

static void
bind_editors (TlLinkAgreement *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->open);

  gtk_widget_set_visible (GTK_WIDGET (self->fields), is_open);
  if (!is_open || self->link == NULL)
    return;
  make_editors (self);
  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    tl_field_editor_bind (self->editors[i], self->session, self->link);
}

static void
agree_cb (TlLinkAgreement *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_command_agree (self->session, self->link, &error))
    tl_session_say (self->session, error->message, FALSE);
}

/* What is agreed says by whom and when, as far as that is known. */
static char *
dup_agreed (TlItem *link)
{
  TlItem *person = tl_item_get_ref (link, TL_LINK_AGREED_BY);
  TlDate date = tl_item_get_date (link, TL_LINK_AGREED_ON);
  g_autofree char *name = person != NULL ? tl_item_dup_name (person) : NULL;
  g_autofree char *day = date != TL_DATE_NONE ? tl_date_format_for_people (date) : NULL;

  if (name != NULL && day != NULL)
    /* Translators: who has agreed to a link, and on which day. */
    return g_strdup_printf (_ ("✓ Agreed by %s on %s"), name, day);
  if (name != NULL)
    /* Translators: who has agreed to a link. */
    return g_strdup_printf (_ ("✓ Agreed by %s, day not recorded"), name);
  if (day != NULL)
    /* Translators: on which day a link was agreed. */
    return g_strdup_printf (_ ("✓ Agreed on %s"), day);
  return g_strdup (_ ("✓ Agreed, by whom and when is not recorded"));
}

static char *
dup_words (TlItem *link)
{
  switch (tl_item_get_choice (link, TL_LINK_STATUS))
    {
    case TL_LINK_STATUS_AGREED:
      return dup_agreed (link);
    case TL_LINK_STATUS_DISPUTED:
      return g_strdup (_ ("✕ Disputed"));
    case TL_LINK_STATUS_PROPOSED:
      return g_strdup (_ ("Proposed, not agreed yet"));
    default:
      return g_strdup (_ ("Not known to be agreed"));
    }
}

static void
tl_link_agreement_dispose (GObject *object)
{
  TlLinkAgreement *self = TL_LINK_AGREEMENT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->link);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_link_agreement_parent_class)->dispose (object);
}

static void
tl_link_agreement_class_init (TlLinkAgreementClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_link_agreement_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-link-agreement.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLinkAgreement, open);
  gtk_widget_class_bind_template_child (widget_class, TlLinkAgreement, words);
  gtk_widget_class_bind_template_child (widget_class, TlLinkAgreement, fields);
  gtk_widget_class_bind_template_child (widget_class, TlLinkAgreement, agree);
  gtk_widget_class_bind_template_callback (widget_class, agree_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_editors);
}

static void
tl_link_agreement_init (TlLinkAgreement *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_link_agreement_bind:
 * @self: a line
 * @session: a session
 * @link: the link that it is about from now on
 */
void
tl_link_agreement_bind (TlLinkAgreement *self, TlSession *session, TlItem *link)
{
  g_return_if_fail (TL_IS_LINK_AGREEMENT (self));

  g_set_object (&self->session, session);
  g_set_object (&self->link, link);
  gtk_widget_set_sensitive (self->agree, tl_session_is_editable (session));
  bind_editors (self);
  tl_link_agreement_refresh (self);
}

/**
 * tl_link_agreement_refresh:
 * @self: a line that is bound
 *
 * The link may have changed.
 */
void
tl_link_agreement_refresh (TlLinkAgreement *self)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TL_IS_LINK_AGREEMENT (self) && self->link != NULL);

  words = dup_words (self->link);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    if (self->editors[i] != NULL)
      tl_field_editor_refresh (self->editors[i]);
}
