/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-findings.h"

#include <glib/gi18n-lib.h>

#include "tl-finding-card.h"

/* So many stand open; what else an item says would be out of sight below more. */
#define FIRST_N 2

struct _TlItemFindings
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *item;
  char *told; /* what the cards say */

  /* Template. */
  GtkBox *cards;
  GtkButton *more;

  guint shows_all : 1;
};

G_DEFINE_FINAL_TYPE (TlItemFindings, tl_item_findings, GTK_TYPE_WIDGET)

static gboolean
is_about (const TlFinding *finding, TlItem *item)
{
  for (guint i = 0; i < finding->n_items; i++)
    if (finding->items[i] == item)
      return TRUE;
  return FALSE;
}

static GPtrArray *
collect_waived (TlItemFindings *self)
{
  TlAnalysis *analysis = tl_session_get_analysis (self->session);
  GPtrArray *waived = g_ptr_array_new ();

  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    if (is_about (tl_analysis_get_waived (analysis, i), self->item))
      g_ptr_array_add (waived, (gpointer) tl_analysis_get_waived (analysis, i));
  return waived;
}

static char *
dup_waived (const TlFinding *finding)
{
  const char *reason = tl_item_get_text (finding->waiver, TL_WAIVER_REASON);

  /* Translators: the title of a finding, and why it is let pass. */
  return g_strdup_printf (_ ("Waived: %s. %s"), tl_rule_get_title (finding->rule),
                          reason != NULL ? reason : "");
}

static void
append_finding (TlItemFindings *self, const TlFinding *finding)
{
  GtkWidget *card = tl_finding_card_new (self->session, finding, self->item);

  gtk_widget_set_sensitive (card, tl_session_is_editable (self->session));
  gtk_box_append (self->cards, card);
}

static void
append_waived (TlItemFindings *self, const TlFinding *finding)
{
  g_autofree char *text = dup_waived (finding);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->cards, label);
}

/* Cards are made anew only when they would say something else. */
static char *
dup_told (TlItemFindings *self, GPtrArray *findings, GPtrArray *waived)
{
  GString *told = g_string_new (tl_session_is_editable (self->session) ? "+" : "-");

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = findings->pdata[i];

      g_string_append_printf (told, "%s %d %s %s\n", finding->rule->id, finding->severity,
                              finding->detail, finding->remedy);
    }
  for (guint i = 0; i < waived->len; i++)
    {
      g_autofree char *text = dup_waived (waived->pdata[i]);

      g_string_append (told, text);
    }
  g_string_append_c (told, self->shows_all ? '*' : '.');
  return g_string_free (told, FALSE);
}

static void
show_more (TlItemFindings *self, guint n_hidden)
{
  g_autofree char *label
      = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_hidden), n_hidden);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_hidden > 0);
}

/* What had the focus is gone with its card. */
static void
focus_next (TlItemFindings *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD) && root != NULL)
    gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
}

static void
show_cards (TlItemFindings *self, GPtrArray *findings, GPtrArray *waived)
{
  guint n_shown = self->shows_all ? findings->len : MIN (findings->len, FIRST_N);
  gboolean had_focus
      = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  GtkWidget *child;

  /* One more takes no more room than the button that would show it. */
  if (findings->len == FIRST_N + 1)
    n_shown = findings->len;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < n_shown; i++)
    append_finding (self, findings->pdata[i]);
  for (guint i = 0; i < waived->len; i++)
    append_waived (self, waived->pdata[i]);
  show_more (self, findings->len - n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len + waived->len > 0);
  if (had_focus)
    focus_next (self);
}

static void
more_cb (TlItemFindings *self)
{
  self->shows_all = TRUE;
  tl_item_findings_refresh (self);
}

static void
tl_item_findings_dispose (GObject *object)
{
  TlItemFindings *self = TL_ITEM_FINDINGS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (tl_item_findings_parent_class)->dispose (object);
}

static void
tl_item_findings_class_init (TlItemFindingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_item_findings_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-item-findings.ui");
  gtk_widget_class_bind_template_child (widget_class, TlItemFindings, cards);
  gtk_widget_class_bind_template_child (widget_class, TlItemFindings, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
tl_item_findings_init (TlItemFindings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_item_findings_bind:
 * @self: a list
 * @session: (nullable): the session
 * @item: (nullable): whose findings to show from now on
 */
void
tl_item_findings_bind (TlItemFindings *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_ITEM_FINDINGS (self));

  g_set_object (&self->session, session);
  if (g_set_object (&self->item, item))
    {
      self->shows_all = FALSE;
      g_clear_pointer (&self->told, g_free);
    }
  tl_item_findings_refresh (self);
}

/**
 * tl_item_findings_refresh:
 * @self: a list
 *
 * The analysis may have changed.
 */
void
tl_item_findings_refresh (TlItemFindings *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) waived = NULL;
  g_autofree char *told = NULL;

  g_return_if_fail (TL_IS_ITEM_FINDINGS (self));

  if (self->item == NULL)
    return;
  findings = tl_analysis_find_item (tl_session_get_analysis (self->session), self->item);
  waived = collect_waived (self);
  told = dup_told (self, findings, waived);
  if (g_strcmp0 (told, self->told) == 0)
    return;
  show_cards (self, findings, waived);
  g_free (self->told);
  self->told = g_steal_pointer (&told);
}
