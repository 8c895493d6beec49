/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-request-page.h"

#include <glib/gi18n.h>

#include "tl-commands-request.h"
#include "tl-field-factory.h"
#include "tl-match-row.h"
#include "tl-ranking.h"

/* Ranking waits until the typing rests. */
#define RANK_DELAY_MS 200
#define N_MATCHES 6

/* What is asked, in under a minute; the rest is in the inspector. */
static const TlField asked[] = {
  TL_ITEM_TITLE,      TL_REQUEST_REQUESTER, TL_REQUEST_ASKED_FOR,
  TL_REQUEST_PROBLEM, TL_REQUEST_AUDIENCE,  TL_REQUEST_TOPICS,
};

struct _TlRequestPage
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *request;
  TlRanking *ranking; /* of the revision that was last ranked */

  /* Borrowed: children. */
  GPtrArray *editors;

  /* Template. */
  GtkLabel *state;
  GtkBox *fields;
  GtkLabel *no_match;
  GtkBox *matches;
  GtkLabel *hint;
  GtkLabel *warning;
  GtkBox *answer;
  GtkWidget *copy_button;
  GtkWidget *project_button;

  guint rank_source;
};

enum
{
  PROP_OUTCOME = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlRequestPage, tl_request_page, GTK_TYPE_WIDGET)

static void
say_error (TlRequestPage *self, GError *error)
{
  if (error != NULL)
    tl_session_say (self->session, error->message, FALSE);
}

static int
get_outcome (TlRequestPage *self)
{
  return self->request != NULL ? tl_item_get_choice (self->request, TL_REQUEST_OUTCOME)
                               : TL_OUTCOME_OPEN;
}

static const char *
get_outcome_name (TlRequestPage *self)
{
  return tl_field_get_choice_name (TL_REQUEST_OUTCOME, get_outcome (self));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A match whose button has the keyboard is replaced by one that looks the same: it keeps it. */
static void
show_matches (TlRequestPage *self, GPtrArray *hits)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->matches));

  clear_box (self->matches);
  for (guint i = 0; i < hits->len; i++)
    gtk_box_append (self->matches, tl_match_row_new (hits->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->matches), hits->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_match), hits->len == 0);
  gtk_label_set_label (
      self->no_match,
      _ ("Nothing like it is known. Say what is asked and for whom, and record solutions that "
         "exist in other departments, too: the Table has a register for them."));
  if (had_focus && hits->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->matches), GTK_DIR_TAB_FORWARD);
}

/* The project that was begun for the request is no answer to it. */
static void
drop_own (TlRequestPage *self, GPtrArray *hits)
{
  TlItem *project = get_outcome (self) == TL_OUTCOME_DISCOVER
                        ? tl_item_get_ref (self->request, TL_REQUEST_PROJECT)
                        : NULL;

  for (guint i = hits->len; i > 0; i--)
    if (((const TlRankingHit *) hits->pdata[i - 1])->item == project)
      g_ptr_array_remove_index (hits, i - 1);
}

/* Where something fits, what hardly does is noise. */
static void
drop_faint (GPtrArray *hits)
{
  const TlRankingHit *best = hits->len > 0 ? hits->pdata[0] : NULL;

  if (best == NULL || best->score < TL_MATCH_FAIR)
    return;
  while (((const TlRankingHit *) hits->pdata[hits->len - 1])->score < TL_MATCH_FAIR)
    g_ptr_array_set_size (hits, (int) hits->len - 1);
}

static void
rank (TlRequestPage *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  g_autoptr (GPtrArray) hits = NULL;

  if (self->ranking == NULL
      || tl_ranking_get_revision (self->ranking) != tl_alignment_get_revision (alignment))
    {
      g_clear_pointer (&self->ranking, tl_ranking_free);
      self->ranking = tl_ranking_new (alignment);
    }
  hits = tl_ranking_find_for_request (self->ranking, self->request, N_MATCHES);
  drop_own (self, hits);
  drop_faint (hits);
  show_matches (self, hits);
}

static gboolean
rank_cb (gpointer user_data)
{
  TlRequestPage *self = user_data;

  self->rank_source = 0;
  if (self->request != NULL)
    rank (self);
  return G_SOURCE_REMOVE;
}

static char *
tell_state (TlRequestPage *self)
{
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (self->session));
  gint64 days = tl_request_count_days (self->request, today);
  TlDate decided = tl_item_get_date (self->request, TL_REQUEST_DECIDED_ON);
  g_autofree char *day = decided != TL_DATE_NONE ? tl_date_format_for_people (decided) : NULL;

  if (get_outcome (self) != TL_OUTCOME_OPEN && day != NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("Answered on %s"), day);
  if (get_outcome (self) != TL_OUTCOME_OPEN)
    return g_strdup (_ ("Answered"));
  if (days < 0)
    return g_strdup (_ ("Open; when it came in is not recorded"));
  if (days == 0)
    return g_strdup (_ ("Came in today"));
  return g_strdup_printf (ngettext ("Open for %u day", "Open for %u days", (gulong) days),
                          (guint) days);
}

/* A no is no answer until it says where help is to be found. */
static gboolean
is_bare_no (TlRequestPage *self)
{
  return get_outcome (self) == TL_OUTCOME_DECLINE && tl_request_get_help (self->request) == NULL
         && tl_request_is_answer_proposed (self->request);
}

/* A button that has the keyboard and is of no more use hands it to the one before. */
static void
allow_discovery (TlRequestPage *self, gboolean is_allowed)
{
  gboolean had_focus = gtk_widget_has_focus (self->project_button);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.discover", is_allowed);
  if (had_focus && !is_allowed)
    gtk_widget_grab_focus (self->copy_button);
}

static void
show_answer (TlRequestPage *self)
{
  const char *answer = tl_item_get_text (self->request, TL_REQUEST_ANSWER);
  gboolean is_editable = tl_session_is_editable (self->session);

  gtk_label_set_label (self->hint, tl_request_get_outcome_hint (get_outcome (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->warning), is_bare_no (self));
  gtk_label_set_label (self->warning,
                       _ ("▲ Say what can help instead, or point to something above."));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), get_outcome (self) != TL_OUTCOME_OPEN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.copy",
                                 answer != NULL && *answer != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.outcome", is_editable);
  allow_discovery (self,
                   is_editable && tl_item_get_ref (self->request, TL_REQUEST_PROJECT) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.point", is_editable);
}

static void
point_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlRequestPage *self = TL_REQUEST_PAGE (widget);
  TlItem *help = tl_workspace_lookup (tl_session_get_workspace (self->session),
                                      g_variant_get_string (parameter, NULL));
  int outcome = get_outcome (self);
  g_autoptr (GError) error = NULL;

  if (help == NULL || self->request == NULL)
    return;
  /* Who has already chosen how to answer keeps the choice, and gets the help into it. */
  tl_command_answer_request (self->session, self->request,
                             outcome == TL_OUTCOME_OPEN ? TL_OUTCOME_POINT : outcome, help, &error);
  say_error (self, error);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlRequestPage *self = TL_REQUEST_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          tl_item_get_text (self->request, TL_REQUEST_ANSWER));
  tl_session_say (self->session, _ ("The answer is on the clipboard."), FALSE);
}

static void
discover_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlRequestPage *self = TL_REQUEST_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (tl_command_promote_request (self->session, self->request, &error) != NULL)
    tl_session_say (self->session, _ ("It is a project in analysis now."), TRUE);
  say_error (self, error);
}

static void
set_outcome (TlRequestPage *self, const char *name)
{
  int outcome = tl_field_find_choice (TL_REQUEST_OUTCOME, name);
  g_autoptr (GError) error = NULL;

  if (self->request == NULL || outcome < 0)
    return;
  /* The chosen one, chosen again, is chosen no longer. */
  if (outcome == get_outcome (self))
    tl_command_reopen_request (self->session, self->request, &error);
  else
    tl_command_answer_request (self->session, self->request, outcome, NULL, &error);
  say_error (self, error);
}

static void
tl_request_page_dispose (GObject *object)
{
  TlRequestPage *self = TL_REQUEST_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rank_source, g_source_remove);
  g_clear_pointer (&self->ranking, tl_ranking_free);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_object (&self->request);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_request_page_parent_class)->dispose (object);
}

static void
tl_request_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OUTCOME:
      g_value_set_string (value, get_outcome_name (TL_REQUEST_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_request_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OUTCOME:
      set_outcome (TL_REQUEST_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_request_page_class_init (TlRequestPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_request_page_dispose;
  object_class->get_property = tl_request_page_get_property;
  object_class->set_property = tl_request_page_set_property;
  props[PROP_OUTCOME]
      = g_param_spec_string ("outcome", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-request-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, state);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, fields);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, matches);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, warning);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, answer);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TlRequestPage, project_button);
  gtk_widget_class_install_property_action (widget_class, "request.outcome", "outcome");
  gtk_widget_class_install_action (widget_class, "request.point", "s", point_cb);
  gtk_widget_class_install_action (widget_class, "request.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "request.discover", NULL, discover_cb);
}

static void
add_editor (TlRequestPage *self, GtkBox *box, TlField field)
{
  GtkWidget *editor = tl_field_create_editor (field);

  gtk_box_append (box, editor);
  g_ptr_array_add (self->editors, editor);
}

static void
tl_request_page_init (TlRequestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->editors = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    add_editor (self, self->fields, asked[i]);
  add_editor (self, self->answer, TL_REQUEST_ANSWER);
}

/**
 * tl_request_page_new:
 *
 * Returns: (transfer floating): a page without a request
 */
GtkWidget *
tl_request_page_new (void)
{
  return g_object_new (TL_TYPE_REQUEST_PAGE, NULL);
}

/**
 * tl_request_page_show:
 * @self: a page
 * @session: (nullable): the session of the request
 * @request: (nullable): a request; %NULL for none
 *
 * Shows that request from now on.
 */
void
tl_request_page_show (TlRequestPage *self, TlSession *session, TlItem *request)
{
  g_return_if_fail (TL_IS_REQUEST_PAGE (self));

  g_clear_handle_id (&self->rank_source, g_source_remove);
  g_clear_pointer (&self->ranking, tl_ranking_free);
  g_set_object (&self->session, session);
  g_set_object (&self->request, request);
  for (guint i = 0; i < self->editors->len; i++)
    tl_field_editor_bind (self->editors->pdata[i], session, request);
  if (request != NULL)
    {
      tl_request_page_refresh (self);
      rank (self);
    }
}

/**
 * tl_request_page_refresh:
 * @self: a page with a request
 *
 * Shows the request as it stands.
 */
void
tl_request_page_refresh (TlRequestPage *self)
{
  g_autofree char *state = NULL;

  g_return_if_fail (TL_IS_REQUEST_PAGE (self) && self->request != NULL);

  state = tell_state (self);
  gtk_label_set_label (self->state, state);
  for (guint i = 0; i < self->editors->len; i++)
    tl_field_editor_refresh (self->editors->pdata[i]);
  show_answer (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
  if (self->rank_source == 0)
    self->rank_source = g_timeout_add (RANK_DELAY_MS, rank_cb, self);
}

/**
 * tl_request_page_focus:
 * @self: a page with a request
 *
 * Gives the keyboard to what is asked.
 */
void
tl_request_page_focus (TlRequestPage *self)
{
  g_return_if_fail (TL_IS_REQUEST_PAGE (self));

  gtk_widget_grab_focus (self->editors->pdata[0]);
}

/**
 * tl_request_page_get_request:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the request that is shown
 */
TlItem *
tl_request_page_get_request (TlRequestPage *self)
{
  g_return_val_if_fail (TL_IS_REQUEST_PAGE (self), NULL);

  return self->request;
}
