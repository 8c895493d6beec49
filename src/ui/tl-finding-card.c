/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-card.h"

#include <glib/gi18n-lib.h>

struct _TlFindingCard
{
  GtkWidget parent_instance;

  /* Owned. */
  TlItem *item;

  /* Template. */
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *why;
  GtkLabel *remedy;
  GtkWidget *fix;
  GtkLabel *fix_label;

  TlFix what;
  TlField field;
};

enum
{
  SIGNAL_FIXED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindingCard, tl_finding_card, GTK_TYPE_WIDGET)

/* What is done about a finding may end the card. */
static void
fix_cb (TlFindingCard *self)
{
  g_autoptr (TlFindingCard) keep = g_object_ref (self);

  g_signal_emit (self, signals[SIGNAL_FIXED], 0, self->item, (guint) self->what,
                 (guint) self->field);
}

static char *
dup_edit_label (TlItem *item, TlField field)
{
  if (!tl_kind_has_field (tl_item_get_kind (item), field))
    return NULL;
  if (tl_item_is_set (item, field))
    /* Translators: the name of a field. */
    return g_strdup_printf (C_ ("fix", "Change “%s”"), tl_field_get_label (field));
  /* Translators: the name of a field. */
  return g_strdup_printf (C_ ("fix", "Fill In “%s”"), tl_field_get_label (field));
}

/* NULL when one click can do nothing about it. */
static char *
dup_fix_label (const TlRule *rule, TlItem *item)
{
  gboolean is_project = tl_item_get_kind (item) == TL_KIND_PROJECT;

  switch (rule->fix)
    {
    case TL_FIX_LINK:
      return g_strdup (is_project ? C_ ("fix", "Link to an Objective…")
                                  : C_ ("fix", "Link a Project…"));
    case TL_FIX_EDIT:
      return dup_edit_label (item, rule->field);
    case TL_FIX_STOP:
      return is_project ? g_strdup (C_ ("fix", "Stop the Project")) : NULL;
    case TL_FIX_OBJECTIVE:
      return g_strdup (C_ ("fix", "Write the Objective"));
    case TL_FIX_NONE:
    default:
      return NULL;
    }
}

static void
tl_finding_card_dispose (GObject *object)
{
  TlFindingCard *self = TL_FINDING_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_finding_card_parent_class)->dispose (object);
}

static void
tl_finding_card_class_init (TlFindingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_finding_card_dispose;

  /**
   * TlFindingCard::fixed:
   * @self: the card
   * @item: the item that the card is about
   * @fix: a #TlFix
   * @field: with %TL_FIX_EDIT, the field
   *
   * The user wants that done.
   */
  signals[SIGNAL_FIXED]
      = g_signal_new ("fixed", TL_TYPE_FINDING_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, TL_TYPE_ITEM, G_TYPE_UINT, G_TYPE_UINT);

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
 * @finding: a finding that is not waived
 * @item: the item for which it is shown, one of those it is about
 *
 * Returns: (transfer floating): a card that needs @finding no longer
 */
GtkWidget *
tl_finding_card_new (const TlFinding *finding, TlItem *item)
{
  TlFindingCard *self = g_object_new (TL_TYPE_FINDING_CARD, NULL);
  const char *rule_title = tl_rule_get_title (finding->rule);
  g_autofree char *fix = dup_fix_label (finding->rule, item);
  /* Translators: the sign of a severity, such as ▲, and the title of a finding. */
  g_autofree char *title = g_strdup_printf (C_ ("finding", "%s %s"),
                                            tl_severity_get_sign (finding->severity), rule_title);

  self->item = g_object_ref (item);
  self->what = finding->rule->fix;
  self->field = finding->rule->field;
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
