/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-rename-entry.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"

struct _TlRenameEntry
{
  GtkWidget parent_instance;

  /* Children. */
  GtkWidget *entry;
  GtkWidget *reason; /* why the text was refused; shown only then */

  guint leave_source;
  gboolean is_done;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlRenameEntry, tl_rename_entry, GTK_TYPE_WIDGET)

/* The handler removes the entry, which takes the focus from it: once is enough. */
static void
finish (TlRenameEntry *self, gboolean takes_text)
{
  g_autofree char *text = NULL;

  if (self->is_done)
    return;
  self->is_done = TRUE;
  if (takes_text)
    text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, text);
  g_object_unref (self);
}

static void
activate_cb (TlRenameEntry *self)
{
  finish (self, TRUE);
}

/* Whoever looks something up in another window before anything is written comes back to write it.
 */
static gboolean
is_away (TlRenameEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root))
         && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

static gboolean
left_cb (gpointer user_data)
{
  TlRenameEntry *self = user_data;

  self->leave_source = 0;
  if (!is_away (self))
    finish (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TlRenameEntry *self)
{
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* The toolkit is still on its way from one widget to the other, and none of them may go yet. */
static void
leave_cb (TlRenameEntry *self)
{
  if (self->leave_source == 0)
    self->leave_source = g_idle_add (left_cb, self);
}

static gboolean
key_cb (TlRenameEntry *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  finish (self, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
tl_rename_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_RENAME_ENTRY (widget)->entry);
}

static void
tl_rename_entry_dispose (GObject *object)
{
  TlRenameEntry *self = TL_RENAME_ENTRY (object);

  self->is_done = TRUE;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->reason, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_rename_entry_parent_class)->dispose (object);
}

static void
tl_rename_entry_class_init (TlRenameEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_rename_entry_dispose;
  widget_class->grab_focus = tl_rename_entry_grab_focus;

  /**
   * TlRenameEntry::done:
   * @self: the entry
   * @title: (nullable): the new title, without blanks around it; %NULL for the old one
   *
   * The user has decided.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", TL_TYPE_RENAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "renameentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_rename_entry_init (TlRenameEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "New title"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Rename"), -1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_vexpand (self->entry, TRUE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);

  self->reason = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_add_css_class (self->reason, "caption");
  gtk_widget_add_css_class (self->reason, "error");
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tl_rename_entry_new:
 * @title: the old title, which is selected, so that typing replaces it
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
tl_rename_entry_new (const char *title)
{
  TlRenameEntry *self = g_object_new (TL_TYPE_RENAME_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_rename_entry_set_hint:
 * @self: an entry
 * @hint: (not nullable): what is to be written, shown while nothing is
 * @help: what happens then, for a screen reader
 */
void
tl_rename_entry_set_hint (TlRenameEntry *self, const char *hint, const char *help)
{
  g_return_if_fail (TL_IS_RENAME_ENTRY (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
}

/**
 * tl_rename_entry_refuse:
 * @self: an entry that has just said that it is done
 * @reason: why the title cannot be taken, a sentence
 *
 * Keeps the entry, with the reason under it, if the user is still there to do better.
 *
 * Returns: whether it stays; otherwise the old title has to do, and the reason has to be told
 *   elsewhere
 */
gboolean
tl_rename_entry_refuse (TlRenameEntry *self, const char *reason)
{
  g_return_val_if_fail (TL_IS_RENAME_ENTRY (self), FALSE);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return FALSE;
  self->is_done = FALSE;
  gtk_label_set_label (GTK_LABEL (self->reason), reason);
  gtk_widget_set_visible (self->reason, TRUE);
  gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
  tl_announce (self->entry, reason);
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}
