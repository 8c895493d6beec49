/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-page.h"

#include <glib/gi18n.h>

#include "tl-brief.h"
#include "tl-commands-silo.h"
#include "tl-divide-window.h"
#include "tl-item-link.h"
#include "tl-merge-window.h"
#include "tl-silo-line.h"
#include "tl-silo-term.h"
#include "tl-together-window.h"
#include "tl-waive-window.h"
#include "tl-waiver-words.h"

struct _TlSiloPage
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlSiloPair *pair;

  /* Template. */
  GtkWidget *back;
  GtkLabel *sort;
  GtkAdjustment *scroll;
  GtkLabel *headline;
  GtkWidget *waiver;
  GtkLabel *waiver_text;
  GtkBox *heads;
  TlItemLink *first;
  TlItemLink *second;
  GtkBox *terms;
  GtkBox *lines;
  GtkLabel *proposal;
  GtkLabel *question;
  GtkBox *actions;
  GtkWidget *waive_button;
  GtkLabel *refusal;

  guint is_folded : 1;
  guint is_stacked : 1;
};

enum
{
  PROP_FOLDED = 1,
  PROP_STACKED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSiloPage, tl_silo_page, GTK_TYPE_WIDGET)

/* As it was compared last; NULL while it is being compared anew. */
static const TlPair *
find_compared (TlSiloPage *self)
{
  TlDuplicates *duplicates = tl_session_get_duplicates (self->session);
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  const TlPair *pair = NULL;
  TlItem *items[2];

  if (duplicates != NULL && tl_silo_pair_is_there (self->pair))
    pair = tl_duplicates_find_pair (duplicates, tl_item_get_id (self->pair->items[0]),
                                    tl_item_get_id (self->pair->items[1]));
  return pair != NULL && tl_pair_holds (pair, alignment, items) ? pair : NULL;
}

/* Showing. */

static GtkWidget *
get_child (GtkBox *box, guint index, GtkWidget *(*create) (void) )
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; i < index && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    {
      child = create ();
      gtk_box_append (box, child);
    }
  return child;
}

static void
show_brief (TlSiloPage *self, const TlPair *pair, const TlBrief *brief)
{
  gtk_label_set_label (self->headline, brief->title);
  gtk_label_set_label (self->proposal, brief->proposal);
  gtk_label_set_label (self->question, brief->question);
  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    tl_silo_term_show (TL_SILO_TERM (get_child (self->terms, term, tl_silo_term_new)), pair, term,
                       brief->shared->pdata[term]);
  for (guint i = 0; i < brief->rows->len; i++)
    {
      GtkWidget *line = get_child (self->lines, i, tl_silo_line_new);

      g_object_set (line, "stacked", self->is_stacked, NULL);
      tl_silo_line_show (TL_SILO_LINE (line), brief->rows->pdata[i]);
    }
}

static char *
dup_waivers (GPtrArray *waivers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < waivers->len; i++)
    {
      TlItem *waiver = waivers->pdata[i];
      g_autofree char *terms = tl_waiver_dup_terms (waiver);

      /* Translators: who waived something and until when, and why. */
      g_string_append_printf (text, C_ ("waiver", "%s%s: %s"), i > 0 ? "\n" : "", terms,
                              tl_item_get_text (waiver, TL_WAIVER_REASON));
      if (tl_item_get_ref (waiver, TL_WAIVER_WITH) == NULL)
        g_string_append_printf (text, " %s", _ ("It holds for more than this pair."));
    }
  return g_string_free (text, FALSE);
}

static void
show_waivers (TlSiloPage *self)
{
  g_autofree char *text = dup_waivers (self->pair->waivers);

  gtk_label_set_label (self->waiver_text, text);
  gtk_widget_set_visible (self->waiver, self->pair->waivers->len > 0);
  gtk_widget_set_visible (self->waive_button, self->pair->rules->len > 0);
}

static void
enable (TlSiloPage *self, const TlPair *pair)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_editable = tl_session_is_editable (self->session);
  gboolean has_people = pair == NULL || pair->shared[TL_DUPLICATE_AUDIENCE][0] != NULL;
  const char *refusal = NULL;

  if (!is_editable)
    refusal = _ ("The document is open for reading only.");
  else if (!has_people)
    refusal = _ ("They have no audience in common that could be divided.");
  gtk_widget_action_set_enabled (widget, "silo.merge", is_editable);
  gtk_widget_action_set_enabled (widget, "silo.divide", is_editable && pair != NULL && has_people);
  gtk_widget_action_set_enabled (widget, "silo.together", is_editable);
  gtk_widget_action_set_enabled (widget, "silo.waive", is_editable);
  gtk_widget_action_set_enabled (widget, "silo.withdraw", is_editable);
  gtk_widget_action_set_enabled (widget, "silo.save", pair != NULL);
  gtk_label_set_label (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
}

/* Acting. */

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);

  tl_merge_window_present (widget, self->session, self->pair->items);
}

static void
divide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);
  const TlPair *pair = find_compared (self);

  if (pair != NULL)
    tl_divide_window_present (widget, self->session, self->pair->items,
                              (const char *const *) pair->shared[TL_DUPLICATE_AUDIENCE]);
}

static void
together_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);

  tl_together_window_present (widget, self->session, self->pair->items);
}

static void
waive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);

  if (self->pair->rules->len > 0)
    tl_waive_window_present_pair (widget, self->session, self->pair->items, self->pair->rules);
}

static void
withdraw_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);
  g_autoptr (GPtrArray) waivers = g_ptr_array_ref (self->pair->waivers);
  g_autoptr (GError) error = NULL;

  if (!tl_command_withdraw_waivers (self->session, waivers, &error))
    tl_session_say (self->session, error->message, FALSE);
  else
    tl_silo_page_focus (self);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloPage *self = TL_SILO_PAGE (widget);

  gtk_widget_activate_action (widget, "win.export-brief", "(ss)",
                              tl_item_get_id (self->pair->items[0]),
                              tl_item_get_id (self->pair->items[1]));
}

static void
set_folded (TlSiloPage *self, gboolean is_folded)
{
  if (self->is_folded == is_folded)
    return;
  self->is_folded = is_folded;
  gtk_widget_set_visible (self->back, is_folded);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
set_stacked (TlSiloPage *self, gboolean is_stacked)
{
  if (self->is_stacked == is_stacked)
    return;
  self->is_stacked = is_stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->heads), is_stacked
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->actions), is_stacked
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    g_object_set (line, "stacked", is_stacked, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STACKED]);
}

static void
tl_silo_page_dispose (GObject *object)
{
  TlSiloPage *self = TL_SILO_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->pair);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_silo_page_parent_class)->dispose (object);
}

static void
tl_silo_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, TL_SILO_PAGE (object)->is_folded);
      break;
    case PROP_STACKED:
      g_value_set_boolean (value, TL_SILO_PAGE (object)->is_stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_silo_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      set_folded (TL_SILO_PAGE (object), g_value_get_boolean (value));
      break;
    case PROP_STACKED:
      set_stacked (TL_SILO_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-silo-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, back);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, sort);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, waiver);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, waiver_text);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, heads);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, first);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, second);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, terms);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, lines);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, proposal);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, question);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, actions);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, waive_button);
  gtk_widget_class_bind_template_child (widget_class, TlSiloPage, refusal);
}

static void
tl_silo_page_class_init (TlSiloPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_silo_page_dispose;
  object_class->get_property = tl_silo_page_get_property;
  object_class->set_property = tl_silo_page_set_property;
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_ITEM_LINK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "silo.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "silo.divide", NULL, divide_cb);
  gtk_widget_class_install_action (widget_class, "silo.together", NULL, together_cb);
  gtk_widget_class_install_action (widget_class, "silo.waive", NULL, waive_cb);
  gtk_widget_class_install_action (widget_class, "silo.withdraw", NULL, withdraw_cb);
  gtk_widget_class_install_action (widget_class, "silo.save", NULL, save_cb);
}

static void
tl_silo_page_init (TlSiloPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_silo_page_new:
 *
 * Returns: (transfer floating): a page without a pair
 */
GtkWidget *
tl_silo_page_new (void)
{
  return g_object_new (TL_TYPE_SILO_PAGE, NULL);
}

/**
 * tl_silo_page_show:
 * @self: a page
 * @session: (nullable): the session of the pair
 * @pair: (nullable): two projects; %NULL for none
 *
 * Shows them from now on, from the top.
 */
void
tl_silo_page_show (TlSiloPage *self, TlSession *session, TlSiloPair *pair)
{
  g_return_if_fail (TL_IS_SILO_PAGE (self));

  g_set_object (&self->session, session);
  if (!g_set_object (&self->pair, pair) || pair == NULL)
    return;
  gtk_adjustment_set_value (self->scroll, 0);
  tl_silo_page_refresh (self);
}

/**
 * tl_silo_page_refresh:
 * @self: a page with a pair
 *
 * Shows the pair as it stands. While it is being compared anew, it stays as it was.
 */
void
tl_silo_page_refresh (TlSiloPage *self)
{
  const TlPair *pair;

  g_return_if_fail (TL_IS_SILO_PAGE (self) && self->pair != NULL);

  pair = find_compared (self);
  enable (self, pair);
  show_waivers (self);
  gtk_label_set_label (self->sort, tl_silo_pair_get_sort (self->pair));
  tl_item_link_show (self->first, self->session, self->pair->items[0], NULL);
  tl_item_link_show (self->second, self->session, self->pair->items[1], NULL);
  if (pair != NULL)
    {
      g_autoptr (TlBrief) brief
          = tl_brief_new (tl_session_get_analysis (self->session), pair, self->pair->items);

      show_brief (self, pair, brief);
    }
}

/**
 * tl_silo_page_focus:
 * @self: a page with a pair
 *
 * Gives the keyboard to the first of the two.
 */
void
tl_silo_page_focus (TlSiloPage *self)
{
  g_return_if_fail (TL_IS_SILO_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

/**
 * tl_silo_page_get_pair:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the pair that is shown
 */
TlSiloPair *
tl_silo_page_get_pair (TlSiloPage *self)
{
  g_return_val_if_fail (TL_IS_SILO_PAGE (self), NULL);

  return self->pair;
}
