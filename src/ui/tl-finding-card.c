/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-card.h"

#include <glib/gi18n-lib.h>

#include "tl-finding-fix.h"

struct _TlFindingCard
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GPtrArray *fixes; /* of TlFindingFix */

  /* Template. */
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *why;
  GtkLabel *remedy;
  GtkWidget *fix;
  GtkLabel *fix_label;
};

G_DEFINE_FINAL_TYPE (TlFindingCard, tl_finding_card, GTK_TYPE_WIDGET)

static void
fix_cb (TlFindingCard *self)
{
  if (self->fixes->len > 0)
    tl_finding_fix_run (GTK_WIDGET (self), self->session, self->fixes->pdata[0]);
}

static void
tl_finding_card_dispose (GObject *object)
{
  TlFindingCard *self = TL_FINDING_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_finding_card_parent_class)->dispose (object);
}

static void
tl_finding_card_class_init (TlFindingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_finding_card_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-finding-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, title);
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, detail);
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, why);
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, remedy);
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, fix);
  gtk_widget_class_bind_template_child (widget_class, TlFindingCard, fix_label);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
}

static void
tl_finding_card_init (TlFindingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_finding_card_new:
 * @session: where the finding was found
 * @finding: a finding that is not waived
 * @item: the item for which it is shown, one of those it is about
 *
 * Returns: (transfer floating): a card that needs @finding no longer
 */
GtkWidget *
tl_finding_card_new (TlSession *session, const TlFinding *finding, TlItem *item)
{
  TlFindingCard *self = g_object_new (TL_TYPE_FINDING_CARD, NULL);
  const char *rule_title = tl_rule_get_title (finding->rule);
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autofree char *fix = NULL;
  /* Translators: the sign of a severity, such as ▲, and the title of a finding. */
  g_autofree char *title = g_strdup_printf (C_ ("finding", "%s %s"),
                                            tl_severity_get_sign (finding->severity), rule_title);

  self->session = g_object_ref (session);
  /* Two are compared from either side. */
  self->fixes = finding->rule->fix == TL_FIX_COMPARE
                    ? tl_finding_list_fixes (alignment, finding)
                    : tl_item_list_fixes (alignment, finding->rule, item);
  if (self->fixes->len > 0)
    fix = tl_finding_fix_dup_label (alignment, self->fixes->pdata[0]);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, finding->detail);
  gtk_label_set_text (self->why, tl_rule_get_why (finding->rule));
  gtk_label_set_text (self->remedy, finding->remedy);
  gtk_widget_set_visible (self->fix, fix != NULL);
  gtk_label_set_text (self->fix_label, fix != NULL ? fix : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tl_severity_get_label (finding->severity));
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            finding->severity == TL_SEVERITY_LOW ? "tl-low" : "tl-flagged");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, rule_title,
                                  -1);
  return GTK_WIDGET (self);
}
