/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-find-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-card-node.h"
#include "tl-compat.h"
#include "tl-filter-entry.h"
#include "tl-find-help.h"

struct _TlFindBar
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *lens_signals;
  GSignalGroup *selection_signals;

  /* Borrowed: what had the keyboard when the bar was opened. */
  GtkWidget *before;

  /* Template. */
  GtkBox *box;
  TlFilterEntry *entry;
  GtkLabel *count;
  GtkToggleButton *hide_button;
  GtkWidget *hide_label;
  GtkWidget *hide_image;
  GtkMenuButton *help_button;
  TlFindHelp *help;
  GtkWidget *error_box;
  GtkLabel *error;
  GMenu *views_menu;

  guint is_updating : 1;
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

static TlLens *
get_lens (TlFindBar *self)
{
  return tl_session_get_lens (self->session);
}

/* Whether what is selected is a match, and which. */
static gboolean
find_current (TlFindBar *self, guint *index)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (self->session));

  return primary != NULL && tl_lens_find_match (get_lens (self), primary, index);
}

static char *
dup_count (TlFindBar *self)
{
  guint n = tl_lens_get_n_matches (get_lens (self));
  guint index;

  if (!tl_lens_has_query (get_lens (self)))
    return g_strdup ("");
  if (n == 0)
    return g_strdup (C_ ("find", "Nothing found"));
  if (find_current (self, &index))
    /* Translators: which match is shown, and how many there are. */
    return g_strdup_printf (C_ ("find", "%u of %u"), index + 1, n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", n), n);
}

static void
show_count (TlFindBar *self)
{
  g_autofree char *count = dup_count (self);
  gboolean is_nothing
      = tl_lens_has_query (get_lens (self)) && tl_lens_get_n_matches (get_lens (self)) == 0;

  if (!g_str_equal (gtk_label_get_label (self->count), count))
    {
      gtk_label_set_label (self->count, count);
      tl_announce (GTK_WIDGET (self->count), count);
    }
  if (is_nothing)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "nothing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "nothing");
}

/* While the list of completions is there, the text is being written, and wrong as it may be. */
static void
show_error (TlFindBar *self)
{
  const GError *error = tl_lens_get_error (get_lens (self));
  TlFilterSpan span = { 0 };

  if (tl_filter_entry_is_completing (self->entry))
    error = NULL;
  if (error != NULL)
    span = tl_lens_get_error_span (get_lens (self));
  tl_filter_entry_underline (self->entry, span);
  gtk_widget_set_visible (self->error_box, error != NULL);
  if (error != NULL && !g_str_equal (gtk_label_get_label (self->error), error->message))
    {
      gtk_label_set_label (self->error, error->message);
      tl_announce (GTK_WIDGET (self->error), error->message);
    }
}

static void
update (TlFindBar *self)
{
  const char *query;

  if (self->session == NULL)
    return;
  self->is_updating = TRUE;
  query = tl_lens_get_query (get_lens (self));
  tl_filter_entry_set_text (self->entry, query);
  gtk_toggle_button_set_active (self->hide_button, tl_lens_get_hides (get_lens (self)));
  self->is_updating = FALSE;
  if (*query != '\0')
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  show_count (self);
  show_error (self);
}

static void
changed_cb (TlFindBar *self)
{
  if (self->session != NULL && !self->is_updating)
    tl_lens_set_query (get_lens (self), tl_filter_entry_get_text (self->entry));
}

static void
completing_cb (TlFindBar *self)
{
  if (self->session != NULL)
    show_error (self);
}

static void
next_cb (TlFindBar *self)
{
  tl_find_bar_step (self, 1);
}

static void
previous_cb (TlFindBar *self)
{
  tl_find_bar_step (self, -1);
}

static void
hide_toggled_cb (TlFindBar *self)
{
  if (self->session != NULL && !self->is_updating)
    tl_lens_set_hides (get_lens (self), gtk_toggle_button_get_active (self->hide_button));
}

static void
chosen_cb (TlFindBar *self, const char *example)
{
  gtk_menu_button_popdown (self->help_button);
  tl_lens_set_query (get_lens (self), example);
  tl_filter_entry_focus (self->entry);
}

static void
set_compact (TlFindBar *self, gboolean is_compact)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), is_compact
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->hide_label, !is_compact);
  gtk_widget_set_visible (self->hide_image, is_compact);
}

static void
tl_find_bar_dispose (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->lens_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlFindBar *self = TL_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, hide_button);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, hide_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, hide_image);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, help_button);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, help);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, error_box);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, error);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, views_menu);
  gtk_widget_class_bind_template_callback (widget_class, completing_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tl_find_bar_close);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_find_bar_dispose;
  object_class->set_property = tl_find_bar_set_property;

  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_FILTER_ENTRY);
  g_type_ensure (TL_TYPE_FIND_HELP);
  gtk_widget_class_set_css_name (widget_class, "find-bar");
  bind_template (widget_class);
}

static void
tl_find_bar_init (TlFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (update), self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (show_count),
                                  self);
}

/**
 * tl_find_bar_set_session:
 * @self: a bar
 * @session: the session in which to search
 */
void
tl_find_bar_set_session (TlFindBar *self, TlSession *session)
{
  g_return_if_fail (TL_IS_FIND_BAR (self) && TL_IS_SESSION (session));

  g_set_object (&self->session, session);
  tl_filter_entry_set_session (self->entry, session);
  g_signal_group_set_target (self->lens_signals, tl_session_get_lens (session));
  g_signal_group_set_target (self->selection_signals, tl_session_get_selection (session));
  update (self);
  if (*tl_lens_get_query (get_lens (self)) == '\0')
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_find_bar_get_views_menu:
 * @self: a bar
 *
 * Returns: (transfer none): the menu of saved views in it, to be filled by the window
 */
GMenu *
tl_find_bar_get_views_menu (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), NULL);

  return self->views_menu;
}

/**
 * tl_find_bar_open:
 * @self: a bar
 *
 * Shows the bar and gives it the keyboard.
 */
void
tl_find_bar_open (TlFindBar *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->before, focus);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  tl_filter_entry_focus (self->entry);
}

/* The map knows where it wants the keyboard: at what was found, if anything was. */
static gboolean
return_focus (GtkWidget *before)
{
  if (!gtk_widget_get_mapped (before))
    return FALSE;
  if (TL_IS_CARD_NODE (before))
    return gtk_widget_child_focus (gtk_widget_get_parent (before), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (before);
}

/* Back to where the keyboard was, or to nowhere, from where the window takes it to its page. */
static void
give_focus_back (TlFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  if (self->before == NULL || !return_focus (self->before))
    gtk_root_set_focus (root, NULL);
}

/**
 * tl_find_bar_close:
 * @self: a bar
 *
 * Searches for nothing any more, and puts the bar away.
 */
void
tl_find_bar_close (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (self->session != NULL)
    {
      tl_lens_begin (get_lens (self));
      tl_lens_set_query (get_lens (self), NULL);
      tl_lens_set_hides (get_lens (self), FALSE);
      tl_lens_end (get_lens (self));
    }
  give_focus_back (self);
  g_clear_weak_pointer (&self->before);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_find_bar_is_shown:
 * @self: a bar
 *
 * Returns: whether it is there
 */
gboolean
tl_find_bar_is_shown (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * tl_find_bar_step:
 * @self: a bar
 * @step: 1 for the next match, -1 for the one before
 *
 * Selects the next match and brings it into sight; behind the last one comes the first.
 */
void
tl_find_bar_step (TlFindBar *self, int step)
{
  guint n;
  guint index;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  n = self->session != NULL ? tl_lens_get_n_matches (get_lens (self)) : 0;
  if (n == 0)
    return;
  if (!find_current (self, &index))
    index = step > 0 ? n - 1 : 0;
  index = step > 0 ? (index + 1) % n : (index + n - 1) % n;
  tl_session_reveal (self->session, tl_lens_get_match (get_lens (self), index));
}
