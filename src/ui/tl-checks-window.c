/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-checks-window.h"

#include <glib/gi18n-lib.h>

#include "tl-check-row.h"
#include "tl-rule-settings.h"
#include "tl-threshold-row.h"

struct _TlChecksWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *signals;
  GPtrArray *rows; /* TlCheckRow and TlThresholdRow, borrowed from the page */

  /* Template. */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TlChecksWindow, tl_checks_window, ADW_TYPE_WINDOW)

static void
update (TlChecksWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (TL_IS_CHECK_ROW (self->rows->pdata[i]))
      tl_check_row_update (self->rows->pdata[i]);
    else
      tl_threshold_row_update (self->rows->pdata[i]);
}

static AdwPreferencesGroup *
add_group (TlChecksWindow *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

/* The rules of a family stand one after the other. */
static void
add_rules (TlChecksWindow *self)
{
  AdwPreferencesGroup *group = NULL;
  const char *family = NULL;

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);
      GtkWidget *row = tl_check_row_new (self->session, rule);

      if (g_strcmp0 (family, tl_rule_get_family (rule)) != 0)
        {
          family = tl_rule_get_family (rule);
          group = add_group (self, family);
        }
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
add_shared (TlChecksWindow *self)
{
  g_autoptr (GArray) fields = tl_rule_list_shared_thresholds ();
  AdwPreferencesGroup *group;

  if (fields->len == 0)
    return;
  group = add_group (self, C_ ("checks", "For Several Checks and Figures"));
  for (guint i = 0; i < fields->len; i++)
    {
      GtkWidget *threshold
          = tl_threshold_row_new (self->session, g_array_index (fields, TlField, i));
      GtkWidget *row = adw_preferences_row_new ();

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), threshold);
      gtk_widget_set_sensitive (threshold, tl_session_is_editable (self->session));
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, threshold);
    }
}

static void
tl_checks_window_dispose (GObject *object)
{
  TlChecksWindow *self = TL_CHECKS_WINDOW (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_checks_window_parent_class)->dispose (object);
}

static void
tl_checks_window_class_init (TlChecksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_checks_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-checks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChecksWindow, page);
}

static void
tl_checks_window_init (TlChecksWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "analysed", G_CALLBACK (update), self);
}

/**
 * tl_checks_window_new:
 * @session: the session whose checks to show
 *
 * Returns: (transfer none): a window, which GTK owns until it is closed
 */
GtkWidget *
tl_checks_window_new (TlSession *session)
{
  TlChecksWindow *self;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  self = g_object_new (TL_TYPE_CHECKS_WINDOW, NULL);
  self->session = g_object_ref (session);
  add_rules (self);
  add_shared (self);
  g_signal_group_set_target (self->signals, session);
  return GTK_WIDGET (self);
}
