/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-desk.h"

#include <glib/gi18n.h>

#include "tl-breakpoint-bin.h"
#include "tl-focus.h"
#include "tl-list-update.h"
#include "tl-silo-page.h"
#include "tl-silo-pair.h"
#include "tl-silo-row.h"

/* clang-format off */
static const struct
{
  const char *name;
  const char *label;
} filters[TL_N_SILO_FILTERS] = {
  [TL_SILO_ALL] = { "all", NC_ ("silo filter", "All") },
  [TL_SILO_ALIKE] = { "alike", NC_ ("silo filter", "Alike") },
  [TL_SILO_MIXED] = { "mixed", NC_ ("silo filter", "Mixed") },
  [TL_SILO_WAIVED] = { "waived", NC_ ("silo filter", "Waived") },
};
/* clang-format on */

struct _TlSiloDesk
{
  TlDesk parent_instance;

  /* Owned. */
  GListStore *pairs; /* of TlSiloPair: all of them */
  GtkCustomFilter *only;
  GtkSingleSelection *model;
  GSignalGroup *compared;
  char *wanted; /* (nullable): the key of a pair to be opened when it is known */

  /* Template. */
  GtkWidget *side;
  GtkWidget *head;
  GtkLabel *headline;
  GtkLabel *text;
  GtkToggleButton *chips[TL_N_SILO_FILTERS];
  GtkStack *states;
  GtkSpinner *spinner;
  GtkListView *list;
  GtkWidget *separator;
  GtkStack *pages;
  TlSiloPage *page;

  TlSiloFilter filter;
  guint is_folded : 1;
  guint is_updating : 1;    /* rows come and go, and the selection with them */
  guint is_provisional : 1; /* an answer is on its way that may be another one */
};

enum
{
  PROP_FILTER = 1,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSiloDesk, tl_silo_desk, TL_TYPE_DESK)

static const char *
get_key (gpointer pair)
{
  return TL_SILO_PAIR (pair)->key;
}

static void
take_over (gpointer older, gpointer newer)
{
  tl_silo_pair_take_over (older, newer);
}

static TlSiloPair *
find_pair (TlSiloDesk *self, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);

      if (g_str_equal (pair->key, key))
        return pair;
    }
  return NULL;
}

/* Folded, there is room for the list or for a pair, not for both. */
static void
arrange (TlSiloDesk *self)
{
  gboolean is_open = tl_silo_page_get_pair (self->page) != NULL;

  gtk_stack_set_visible_child_name (self->pages, is_open ? "pair" : "none");
  gtk_widget_set_visible (self->side, !self->is_folded || !is_open);
  gtk_widget_set_visible (self->separator, !self->is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), !self->is_folded || is_open);
  g_object_set (self->page, "folded", self->is_folded, NULL);
}

static void
show_pair (TlSiloDesk *self, TlSiloPair *pair)
{
  tl_silo_page_show (self->page, tl_desk_get_session (TL_DESK (self)), pair);
  arrange (self);
}

static void
select_pair (TlSiloDesk *self, TlSiloPair *pair)
{
  GListModel *listed = G_LIST_MODEL (self->model);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr (TlSiloPair) other = g_list_model_get_item (listed, i);

      if (other == pair)
        gtk_single_selection_set_selected (self->model, i);
    }
}

static void
selected_cb (TlSiloDesk *self)
{
  TlSiloPair *pair = gtk_single_selection_get_selected_item (self->model);

  if (!self->is_updating && !self->is_folded && pair != NULL)
    show_pair (self, pair);
}

static void
open_pair (TlSiloDesk *self, TlSiloPair *pair)
{
  if (!tl_silo_pair_passes (pair, self->filter))
    g_object_set (self, "filter", filters[TL_SILO_ALL].name, NULL);
  select_pair (self, pair);
  show_pair (self, pair);
  tl_silo_page_focus (self->page);
}

static void
activate_cb (TlSiloDesk *self, guint position)
{
  g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (pair != NULL)
    open_pair (self, pair);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id, *other;

  g_variant_get (parameter, "(&s&s)", &id, &other);
  tl_silo_desk_open (TL_SILO_DESK (widget), id, other);
}

/* Where no pair is listed, there is a way to list others. */
static void
focus_list (TlSiloDesk *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD);
}

static void
leave_pair (TlSiloDesk *self)
{
  show_pair (self, NULL);
  focus_list (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlSiloDesk *self = TL_SILO_DESK (widget);

  if (tl_silo_page_get_pair (self->page) == NULL)
    return;
  if (self->is_folded)
    leave_pair (self);
  else
    focus_list (self);
}

/* Words above the list. */

static guint
count (TlSiloDesk *self, TlSiloFilter filter)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);

      n += tl_silo_pair_passes (pair, filter) ? 1 : 0;
    }
  return n;
}

static void
show_chips (TlSiloDesk *self)
{
  for (guint i = 0; i < TL_N_SILO_FILTERS; i++)
    {
      /* Translators: which pairs are listed, and how many these are: "Waived 3". */
      g_autofree char *label
          = g_strdup_printf (C_ ("silo filter", "%1$s %2$u"),
                             g_dpgettext2 (GETTEXT_PACKAGE, "silo filter", filters[i].label),
                             count (self, i));

      gtk_button_set_label (GTK_BUTTON (self->chips[i]), label);
    }
}

static guint
count_firm (TlSiloDesk *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);

      n += tl_silo_pair_passes (pair, TL_SILO_ALIKE) && !pair->is_hint ? 1 : 0;
    }
  return n;
}

static char *
dup_headline (guint n_firm)
{
  if (n_firm == 0)
    return g_strdup (_ ("No two projects are surely alike"));
  return g_strdup_printf (ngettext ("%u pair of projects is alike",
                                    "%u pairs of projects are alike", n_firm),
                          n_firm);
}

static char *
dup_text (TlDuplicates *duplicates, guint n_hints)
{
  guint n = duplicates != NULL ? tl_duplicates_get_n_found (duplicates) : 0;

  if (duplicates != NULL && tl_duplicates_is_capped (duplicates))
    return g_strdup_printf (ngettext ("%u pair was found, and there may be more. Those that are "
                                      "most alike are listed.",
                                      "%u pairs were found, and there may be more. Those that are "
                                      "most alike are listed.",
                                      n),
                            n);
  if (n_hints == 0)
    return g_strdup (_ ("Bring both owners together: merge, share, divide, or leave it for a "
                        "reason."));
  return g_strdup_printf (ngettext ("%u more is a hint: little is recorded of the two.",
                                    "%u more are hints: little is recorded of the two.", n_hints),
                          n_hints);
}

static void
show_words (TlSiloDesk *self)
{
  TlSession *session = tl_desk_get_session (TL_DESK (self));
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->pairs));
  guint n_firm = count_firm (self);
  g_autofree char *headline = dup_headline (n_firm);
  g_autofree char *text
      = dup_text (tl_session_get_duplicates (session), count (self, TL_SILO_ALIKE) - n_firm);

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->text, text);
  show_chips (self);
  /* What turns unseen keeps the processor awake. */
  gtk_spinner_set_spinning (self->spinner, n_all == 0 && self->is_provisional);
  if (n_all == 0)
    gtk_stack_set_visible_child_name (self->states, self->is_provisional ? "working" : "empty");
  else
    gtk_stack_set_visible_child_name (self->states,
                                      g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
                                          ? "list"
                                          : "no-match");
}

/* Refreshing. */

/* What is being compared anew is not known for a moment, and stays until it is known again. */
static void
keep_unknown (TlSiloDesk *self, GListStore *wanted)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (wanted)); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (wanted), i);

      g_hash_table_add (known, pair->key);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), i);

      if (tl_silo_pair_is_there (pair) && !g_hash_table_contains (known, pair->key))
        g_list_store_insert (wanted, MIN (i, g_list_model_get_n_items (G_LIST_MODEL (wanted))),
                             pair);
    }
}

static void
update_list (TlSiloDesk *self, TlSession *session)
{
  g_autoptr (GListStore) wanted = tl_silo_pair_list (session);

  if (self->is_provisional)
    keep_unknown (self, wanted);
  self->is_updating = TRUE;
  tl_list_update (self->pairs, G_LIST_MODEL (wanted), get_key, take_over);
  gtk_filter_changed (GTK_FILTER (self->only), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_updating = FALSE;
}

static void
update_page (TlSiloDesk *self)
{
  TlSiloPair *pair = tl_silo_page_get_pair (self->page);

  if (pair == NULL)
    return;
  if (find_pair (self, pair->key) == pair)
    tl_silo_page_refresh (self->page);
  else if (tl_focus_is_in (GTK_WIDGET (self->page)))
    leave_pair (self);
  else
    show_pair (self, NULL);
}

static void
open_wanted (TlSiloDesk *self)
{
  TlSiloPair *pair = self->wanted != NULL ? find_pair (self, self->wanted) : NULL;

  if (pair == NULL && self->is_provisional)
    return;
  g_clear_pointer (&self->wanted, g_free);
  if (pair != NULL)
    open_pair (self, pair);
}

static void
tl_silo_desk_refresh (TlDesk *desk)
{
  TlSiloDesk *self = TL_SILO_DESK (desk);
  TlSession *session = tl_desk_get_session (desk);
  g_autoptr (TlSession) before = g_signal_group_dup_target (self->compared);

  if (before != session)
    {
      g_signal_group_set_target (self->compared, session);
      show_pair (self, NULL);
      g_list_store_remove_all (self->pairs);
    }
  if (session == NULL)
    return;
  self->is_provisional = tl_session_is_comparing (session);
  update_list (self, session);
  show_words (self);
  update_page (self);
  open_wanted (self);
}

/* Where the answer is what it was, nobody else tells that it has come. */
static void
compared_cb (TlSiloDesk *self)
{
  if (self->is_provisional)
    tl_silo_desk_refresh (TL_DESK (self));
}

static gboolean
passes (gpointer pair, gpointer user_data)
{
  TlSiloDesk *self = user_data;

  return tl_silo_pair_passes (pair, self->filter);
}

static void
set_filter (TlSiloDesk *self, const char *name)
{
  for (guint i = 0; i < TL_N_SILO_FILTERS; i++)
    {
      if (g_strcmp0 (filters[i].name, name) != 0 || self->filter == i)
        continue;
      self->filter = i;
      gtk_filter_changed (GTK_FILTER (self->only), GTK_FILTER_CHANGE_DIFFERENT);
      if (tl_desk_get_session (TL_DESK (self)) != NULL)
        show_words (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
      return;
    }
}

static void
set_folded (TlSiloDesk *self, gboolean is_folded)
{
  if (self->is_folded == is_folded)
    return;
  self->is_folded = is_folded;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/* Rows. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_silo_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_silo_row_bind (TL_SILO_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_silo_row_unbind (TL_SILO_ROW (gtk_list_item_get_child (item)));
}

/* What is asked for from elsewhere may be asked for before the desk is in sight. */
static void
tl_silo_desk_map (GtkWidget *widget)
{
  TlSiloDesk *self = TL_SILO_DESK (widget);

  GTK_WIDGET_CLASS (tl_silo_desk_parent_class)->map (widget);
  if (self->wanted != NULL)
    tl_silo_desk_refresh (TL_DESK (self));
}

static void
tl_silo_desk_dispose (GObject *object)
{
  TlSiloDesk *self = TL_SILO_DESK (object);

  g_clear_object (&self->compared);
  if (self->only != NULL)
    gtk_custom_filter_set_filter_func (self->only, NULL, NULL, NULL);

  G_OBJECT_CLASS (tl_silo_desk_parent_class)->dispose (object);

  g_clear_object (&self->model);
  g_clear_object (&self->only);
  g_clear_object (&self->pairs);
  g_clear_pointer (&self->wanted, g_free);
}

static void
tl_silo_desk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlSiloDesk *self = TL_SILO_DESK (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_static_string (value, filters[self->filter].name);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_silo_desk_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlSiloDesk *self = TL_SILO_DESK (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      set_filter (self, g_value_get_string (value));
      break;
    case PROP_FOLDED:
      set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-silo-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, side);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, head);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, headline);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, text);
  for (guint i = 0; i < TL_N_SILO_FILTERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, filters[i].name, FALSE,
                                               G_STRUCT_OFFSET (TlSiloDesk, chips)
                                                   + (gssize) (i * sizeof (GtkToggleButton *)));
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, states);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, list);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, separator);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, pages);
  gtk_widget_class_bind_template_child (widget_class, TlSiloDesk, page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

/* The pairs are one stop of Tab: among them, one goes by arrows. */
static gboolean
tl_silo_desk_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlSiloDesk *self = TL_SILO_DESK (widget);
  gboolean is_in = tl_focus_is_in (GTK_WIDGET (self->list));

  if (is_in && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->pages), direction);
  if (is_in && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->head, direction);
  return GTK_WIDGET_CLASS (tl_silo_desk_parent_class)->focus (widget, direction);
}

static void
tl_silo_desk_class_init (TlSiloDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_silo_desk_dispose;
  object_class->get_property = tl_silo_desk_get_property;
  object_class->set_property = tl_silo_desk_set_property;
  widget_class->focus = tl_silo_desk_focus;
  widget_class->map = tl_silo_desk_map;
  TL_DESK_CLASS (klass)->refresh = tl_silo_desk_refresh;
  props[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_BREAKPOINT_BIN);
  g_type_ensure (TL_TYPE_SILO_PAGE);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "silo.filter", "filter");
  gtk_widget_class_install_action (widget_class, "silo.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "silo.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "silo.back", NULL);
}

static void
tl_silo_desk_init (TlSiloDesk *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *listed;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->compared = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->compared, "compared", G_CALLBACK (compared_cb), self);
  self->pairs = g_list_store_new (TL_TYPE_SILO_PAIR);
  self->only = gtk_custom_filter_new (passes, self, NULL);
  listed = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->pairs)),
                                      g_object_ref (GTK_FILTER (self->only)));
  self->model = gtk_single_selection_new (G_LIST_MODEL (listed));
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
  show_chips (self);
  arrange (self);
}

/**
 * tl_silo_desk_new:
 *
 * Returns: (transfer floating): a desk without a session
 */
GtkWidget *
tl_silo_desk_new (void)
{
  return g_object_new (TL_TYPE_SILO_DESK, NULL);
}

/**
 * tl_silo_desk_open:
 * @self: a desk
 * @id: id of a project
 * @other: id of another
 *
 * Shows the two side by side, and gives them the keyboard: at once, or when they are known as a
 * pair.
 */
void
tl_silo_desk_open (TlSiloDesk *self, const char *id, const char *other)
{
  TlSession *session;

  g_return_if_fail (TL_IS_SILO_DESK (self) && id != NULL && other != NULL);

  session = tl_desk_get_session (TL_DESK (self));
  g_free (self->wanted);
  self->wanted = tl_silo_pair_dup_key (id, other);
  if (session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_silo_desk_refresh (TL_DESK (self));
}
