/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-picker-window.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-picker-entry.h"
#include "tl-picker-row.h"

#define ROWS_OF_A_PAGE 8

struct _TlPickerWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  GPtrArray *entries;  /* of TlPickerEntry */
  GPtrArray *matches;  /* those of them that match, in the order of the entries */
  char *searched_text; /* what stood in the entry when the list was filtered */
  GStrv searched;      /* its words, folded; NULL: all match */
  char *empty_words;
  TlEntryPickedFunc picked;
  gpointer user_data;
  GDestroyNotify destroy;

  /* Template. */
  AdwWindowTitle *heading;
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *new_button;
  GtkLabel *new_label;
  GListStore *found; /* the matches, the best first */
  GtkSingleSelection *selection;

  TlKind new_kind; /* TL_N_KINDS: nothing new is offered */
};

G_DEFINE_FINAL_TYPE (TlPickerWindow, tl_picker_window, ADW_TYPE_WINDOW)

/* The window closes before the entry is handed out: what comes next may open another. */
static void
pick (TlPickerWindow *self, TlPickerEntry *entry)
{
  g_autoptr (TlPickerWindow) keep = g_object_ref (self);
  g_autoptr (TlPickerEntry) picked = g_object_ref (entry);

  if (tl_picker_entry_is_refused (entry))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  self->picked (picked, self->user_data);
}

/* What is called by the words is meant before what only lies under something that is. */
static int
compare (gconstpointer left, gconstpointer right)
{
  TlPickerEntry *const *a = left;
  TlPickerEntry *const *b = right;

  return (int) tl_picker_entry_get_score (*a) - (int) tl_picker_entry_get_score (*b);
}

/* Not by the list models of the toolkit: how good a match is changes with each letter, and they
 * rely on an order while they take in what else has changed. */
static void
find (TlPickerWindow *self, GPtrArray *among)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < among->len; i++)
    if (tl_picker_entry_search (among->pdata[i], (const char *const *) self->searched))
      g_ptr_array_add (matches, among->pdata[i]);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = g_steal_pointer (&matches);
  found = g_ptr_array_copy (self->matches, NULL, NULL);
  g_ptr_array_sort (found, compare);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       found->pdata, found->len);
}

/* Nothing, when there is no word in the text: then nothing is searched for. */
static GStrv
dup_folded_words (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (GStrv word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (kept, *word);
  g_strfreev (words);
  words = g_strv_builder_end (kept);
  return *words != NULL ? g_steal_pointer (&words) : NULL;
}

static void
update_stack (TlPickerWindow *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gboolean has_none = self->entries->len == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  adw_status_page_set_title (self->empty, has_none ? C_ ("picker", "Nothing to Choose From")
                                                   : C_ ("picker", "Nothing Matches"));
  adw_status_page_set_description (self->empty, has_none ? self->empty_words : NULL);
}

static void
update_new_button (TlPickerWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autofree char *label = NULL;

  if (self->new_kind == TL_N_KINDS)
    return;
  if (*name == '\0')
    label = g_strdup (tl_kind_get_new_title (self->new_kind));
  else
    /* Translators: “New person”, and what it is to be called: “New person: Jane”. */
    label = g_strdup_printf (C_ ("picker", "%s: %s"), tl_kind_get_new_title (self->new_kind), name);
  gtk_label_set_text (self->new_label, label);
}

static void
select_position (TlPickerWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
search_changed_cb (TlPickerWindow *self)
{
  const char *text = gtk_editable_get_text (self->search);
  gboolean is_stricter;

  if (g_strcmp0 (self->searched_text, text) == 0)
    return;
  /* Among many, only what was left is looked at again while one types on. */
  is_stricter = self->searched != NULL && g_str_has_prefix (text, self->searched_text);
  g_free (self->searched_text);
  self->searched_text = g_strdup (text);
  g_strfreev (self->searched);
  self->searched = dup_folded_words (text);
  find (self, is_stricter ? self->matches : self->entries);
  select_position (self, 0);
  update_stack (self);
  update_new_button (self);
}

/* The focus stays in the entry, so what is selected is told as the entry's description. */
static void
selected_cb (TlPickerWindow *self)
{
  TlPickerEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *spoken = NULL;

  if (entry == NULL || self->search == NULL)
    return;
  spoken = tl_picker_entry_dup_spoken (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

static void
move_selection (TlPickerWindow *self, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int at = (int) gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  select_position (self, (guint) CLAMP (at + by, 0, n - 1));
}

static gboolean
key_pressed_cb (TlPickerWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_selection (self, -ROWS_OF_A_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_selection (self, ROWS_OF_A_PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
activate_cb (TlPickerWindow *self)
{
  TlPickerEntry *entry;

  /* Enter may come before the search has caught up with the typing. */
  search_changed_cb (self);
  entry = gtk_single_selection_get_selected_item (self->selection);
  if (entry != NULL)
    pick (self, entry);
}

static void
row_activated_cb (TlPickerWindow *self, guint position)
{
  g_autoptr (TlPickerEntry) entry
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry != NULL)
    pick (self, entry);
}

/* Adding and using the new item are one step of undo. */
static void
new_clicked_cb (TlPickerWindow *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  g_autofree char *title = g_strdup (gtk_editable_get_text (self->search));
  /* Translators: a kind of item, such as “Person”. */
  g_autofree char *label
      = g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (self->new_kind));
  TlItem *item;

  tl_workspace_begin (workspace, label);
  item = tl_command_add (self->session, self->new_kind, title);
  if (item != NULL)
    {
      g_autoptr (TlPickerEntry) entry = tl_picker_entry_new (self->session, item, NULL);

      pick (self, entry);
    }
  tl_workspace_commit (workspace);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, tl_picker_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  TlPickerEntry *entry = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *spoken = tl_picker_entry_dup_spoken (entry);

  tl_picker_row_set_entry (TL_PICKER_ROW (row), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
tl_picker_window_dispose (GObject *object)
{
  TlPickerWindow *self = TL_PICKER_WINDOW (object);

  if (self->destroy != NULL)
    g_clear_pointer (&self->user_data, self->destroy);
  self->destroy = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_picker_window_parent_class)->dispose (object);
}

static void
tl_picker_window_finalize (GObject *object)
{
  TlPickerWindow *self = TL_PICKER_WINDOW (object);

  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_ptr_array_unref (self->entries);
  g_free (self->searched_text);
  g_strfreev (self->searched);
  g_free (self->empty_words);

  G_OBJECT_CLASS (tl_picker_window_parent_class)->finalize (object);
}

static void
tl_picker_window_class_init (TlPickerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picker_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_picker_window_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  g_type_ensure (TL_TYPE_PICKER_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-picker-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, new_label);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, found);
  gtk_widget_class_bind_template_child (widget_class, TlPickerWindow, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
tl_picker_window_init (TlPickerWindow *self)
{
  self->new_kind = TL_N_KINDS;
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_picker_window_new:
 * @session: a session
 * @title: what is to be chosen, translated, in header capitals
 * @picked: called once with the entry, unless the user cancels
 * @user_data: for @picked
 * @destroy: (nullable): for @user_data
 *
 * Returns: (transfer none): a window, which GTK owns until it is closed
 */
TlPickerWindow *
tl_picker_window_new (TlSession *session,
                      const char *title,
                      TlEntryPickedFunc picked,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  TlPickerWindow *self = g_object_new (TL_TYPE_PICKER_WINDOW, "title", title, NULL);

  self->session = g_object_ref (session);
  self->picked = picked;
  self->user_data = user_data;
  self->destroy = destroy;
  adw_window_title_set_title (self->heading, title);
  return self;
}

/**
 * tl_picker_window_add:
 * @self: a picker
 * @item: an item to choose from
 * @reason: (nullable): why it is offered, translated
 */
void
tl_picker_window_add (TlPickerWindow *self, TlItem *item, const char *reason)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self) && TL_IS_ITEM (item));

  g_ptr_array_add (self->entries, tl_picker_entry_new (self->session, item, reason));
}

/**
 * tl_picker_window_add_entry:
 * @self: a picker
 * @entry: (transfer full): something else to choose from
 */
void
tl_picker_window_add_entry (TlPickerWindow *self, TlPickerEntry *entry)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self) && TL_IS_PICKER_ENTRY (entry));

  g_ptr_array_add (self->entries, entry);
}

/**
 * tl_picker_window_set_hint:
 * @self: a picker
 * @hint: what can be typed, translated
 */
void
tl_picker_window_set_hint (TlPickerWindow *self, const char *hint)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self));

  g_object_set (self->search, "placeholder-text", hint, NULL);
}

/**
 * tl_picker_window_set_subject:
 * @self: a picker
 * @subject: for what something is chosen
 */
void
tl_picker_window_set_subject (TlPickerWindow *self, const char *subject)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self));

  adw_window_title_set_subtitle (self->heading, subject);
}

/**
 * tl_picker_window_set_empty_words:
 * @self: a picker
 * @words: what to do when there is nothing to choose from, translated
 */
void
tl_picker_window_set_empty_words (TlPickerWindow *self, const char *words)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self));

  g_free (self->empty_words);
  self->empty_words = g_markup_escape_text (words, -1);
}

/**
 * tl_picker_window_offer_new:
 * @self: a picker
 * @kind: a kind of item that can be added here and picked at once
 */
void
tl_picker_window_offer_new (TlPickerWindow *self, TlKind kind)
{
  g_return_if_fail (TL_IS_PICKER_WINDOW (self));

  self->new_kind = kind;
  gtk_widget_set_visible (self->new_button, TRUE);
  update_new_button (self);
}

/**
 * tl_picker_window_present:
 * @self: a picker
 * @parent: a widget of the window above which it opens
 */
void
tl_picker_window_present (TlPickerWindow *self, GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  g_return_if_fail (TL_IS_PICKER_WINDOW (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  find (self, self->entries);
  update_stack (self);
  selected_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_window_present (GTK_WINDOW (self));
}
