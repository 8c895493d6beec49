/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-check-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-check.h"
#include "tl-rule-settings.h"
#include "tl-threshold-row.h"

struct _TlCheckRow
{
  AdwPreferencesRow parent_instance;

  /* Owned. */
  TlSession *session;

  /* Template. */
  GtkLabel *title;
  GtkLabel *hits;
  GtkSwitch *on;
  GtkLabel *why;
  GtkLabel *source;
  GtkBox *thresholds;

  const TlRule *rule;
  guint is_showing : 1; /* what the switch tells is not of the user's doing */
};

G_DEFINE_FINAL_TYPE (TlCheckRow, tl_check_row, ADW_TYPE_PREFERENCES_ROW)

static void
switched_cb (TlCheckRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  if (tl_command_switch_rule (self->session, self->rule, gtk_switch_get_active (self->on), &error))
    return;
  tl_session_say (self->session, error->message, FALSE);
  tl_check_row_update (self);
}

static void
show_thresholds (TlCheckRow *self, gboolean is_on)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->thresholds)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      tl_threshold_row_update (TL_THRESHOLD_ROW (row));
      gtk_widget_set_sensitive (row, is_on);
    }
}

static void
add_thresholds (TlCheckRow *self)
{
  guint n;
  const TlField *fields = tl_rule_get_thresholds (self->rule, &n);

  for (guint i = 0; i < n; i++)
    gtk_box_append (self->thresholds, tl_threshold_row_new (self->session, fields[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->thresholds), n > 0);
}

static void
tl_check_row_dispose (GObject *object)
{
  g_clear_object (&TL_CHECK_ROW (object)->session);

  G_OBJECT_CLASS (tl_check_row_parent_class)->dispose (object);
}

static void
tl_check_row_class_init (TlCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_check_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, hits);
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, on);
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, why);
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, source);
  gtk_widget_class_bind_template_child (widget_class, TlCheckRow, thresholds);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
tl_check_row_init (TlCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_check_row_new:
 * @session: the session
 * @rule: a rule
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
tl_check_row_new (TlSession *session, const TlRule *rule)
{
  TlCheckRow *self = g_object_new (TL_TYPE_CHECK_ROW, NULL);
  const char *title = tl_rule_get_title (rule);
  /* Translators: the id of a check, such as ALN-01, and the practice or method it rests on. */
  g_autofree char *source
      = g_strdup_printf (_ ("%1$s · rests on: %2$s"), rule->id, tl_rule_get_practice (rule));

  self->session = g_object_ref (session);
  self->rule = rule;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->why, tl_rule_get_why (rule));
  gtk_label_set_text (self->source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tl_rule_get_why (rule), -1);
  add_thresholds (self);
  tl_check_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * tl_check_row_update:
 * @self: a row
 *
 * Shows how things stand now.
 */
void
tl_check_row_update (TlCheckRow *self)
{
  gboolean is_on;
  guint n;
  g_autofree char *hits = NULL;

  g_return_if_fail (TL_IS_CHECK_ROW (self));

  is_on = tl_rule_is_on (self->session, self->rule);
  n = tl_analysis_count (tl_session_get_analysis (self->session), self->rule);
  if (is_on)
    hits = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
  else
    hits = g_strdup (C_ ("check", "Off"));
  gtk_label_set_text (self->hits, hits);
  self->is_showing = TRUE;
  gtk_switch_set_active (self->on, is_on);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->on), tl_session_is_editable (self->session));
  show_thresholds (self, is_on && tl_session_is_editable (self->session));
}
