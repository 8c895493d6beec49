/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-bulk-window.h"

#include <glib/gi18n-lib.h>

#include "tl-cell-editor.h"
#include "tl-cell-edits.h"
#include "tl-table-column.h"
#include "tl-table-words.h"

struct _TlBulkWindow
{
  AdwWindow parent_instance;

  /* Owned. */
  TlSession *session;
  GPtrArray *items;
  GArray *choices; /* of TlField: what the list has, in its order */

  /* Borrowed. */
  TlCellEditor *editor;

  /* Template. */
  AdwWindowTitle *heading;
  GtkDropDown *fields;
  GtkStringList *labels;
  AdwBin *place;
  GtkWidget *refusals_box;
  GtkLabel *refusals;
};

G_DEFINE_FINAL_TYPE (TlBulkWindow, tl_bulk_window, ADW_TYPE_WINDOW)

static TlKind
get_kind (TlBulkWindow *self)
{
  return tl_item_get_kind (self->items->pdata[0]);
}

static TlField
get_field (TlBulkWindow *self)
{
  return g_array_index (self->choices, TlField, gtk_drop_down_get_selected (self->fields));
}

static void
refuse (TlBulkWindow *self, const char *refusals)
{
  gtk_label_set_text (self->refusals, refusals != NULL ? refusals : "");
  gtk_widget_set_visible (self->refusals_box, refusals != NULL);
}

static void
field_cb (TlBulkWindow *self)
{
  const char *label;
  g_autofree char *spoken = NULL;

  if (gtk_drop_down_get_selected (self->fields) == GTK_INVALID_LIST_POSITION
      || self->choices->len == 0)
    return;
  label = tl_field_get_label (get_field (self));
  /* Translators: the field that is chosen, for screen readers. */
  spoken = g_strdup_printf (C_ ("table", "Field: %s"), label);
  self->editor = TL_CELL_EDITOR (tl_cell_editor_new (self->session, get_field (self)));
  tl_cell_editor_set_plain (self->editor);
  adw_bin_set_child (self->place, GTK_WIDGET (self->editor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->fields))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  refuse (self, NULL);
}

/* What has gone meanwhile is passed over. */
static TlCellEdits *
create_edits (TlBulkWindow *self, const TlValue *value)
{
  TlCellEdits *edits = tl_cell_edits_new (self->session, get_kind (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      if (tl_item_get_workspace (self->items->pdata[i]) == NULL)
        continue;
      tl_cell_edits_begin_row (edits, self->items->pdata[i]);
      tl_cell_edits_set (edits, get_field (self), value, NULL);
    }
  tl_cell_edits_check (edits);
  return edits;
}

static gboolean
set_value (TlBulkWindow *self, const TlValue *value)
{
  g_autoptr (TlCellEdits) edits = create_edits (self, value);
  /* Translators: the name of a field, such as “Effort”. */
  g_autofree char *label
      = g_strdup_printf (C_ ("undo", "Set %s"), tl_field_get_label (get_field (self)));
  g_autofree char *words = NULL;
  guint n = tl_cell_edits_get_n_changed_rows (edits);

  if (tl_cell_edits_get_n_refusals (edits) > 0)
    {
      g_autofree char *refusals = tl_edits_dup_refusals (edits, 0);

      refuse (self, refusals);
      return FALSE;
    }
  tl_cell_edits_apply (edits, label, FALSE);
  words
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row changed", "%u rows changed", n), n);
  tl_session_say (self->session, words, n > 0);
  return TRUE;
}

static void
set_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlBulkWindow *self = TL_BULK_WINDOW (widget);
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (!tl_session_is_editable (self->session))
    refuse (self, _ ("The document is open for reading only."));
  else if (tl_cell_editor_read (self->editor, &value) && set_value (self, &value))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* Enter in the editor, when it has no use for it. */
static gboolean
key_cb (TlBulkWindow *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "bulk.set", NULL);
  return GDK_EVENT_STOP;
}

static void
tl_bulk_window_dispose (GObject *object)
{
  TlBulkWindow *self = TL_BULK_WINDOW (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_bulk_window_parent_class)->dispose (object);
}

static void
tl_bulk_window_finalize (GObject *object)
{
  g_array_unref (TL_BULK_WINDOW (object)->choices);

  G_OBJECT_CLASS (tl_bulk_window_parent_class)->finalize (object);
}

static void
tl_bulk_window_class_init (TlBulkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_bulk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_bulk_window_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_install_action (widget_class, "bulk.set", NULL, set_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-bulk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, labels);
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, place);
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, refusals_box);
  gtk_widget_class_bind_template_child (widget_class, TlBulkWindow, refusals);
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
}

static void
tl_bulk_window_init (TlBulkWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->choices = g_array_new (FALSE, FALSE, sizeof (TlField));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->place), key);
}

static void
list_fields (TlBulkWindow *self, TlField first)
{
  guint selected = 0;

  for (guint i = 0; i < tl_table_columns_count (get_kind (self)); i++)
    {
      const TlTableColumn *column = tl_table_columns_get (get_kind (self), i);
      g_autofree char *label = tl_table_column_dup_label (column);

      if (!tl_table_column_is_editable (column))
        continue;
      if (column->field == first)
        selected = self->choices->len;
      g_array_append_val (self->choices, column->field);
      gtk_string_list_append (self->labels, label);
    }
  gtk_drop_down_set_selected (self->fields, selected);
  field_cb (self);
}

/**
 * tl_bulk_window_new:
 * @session: a session
 * @items: (element-type TlItem): items of one kind, at least one
 * @first: the field to begin with, or %TL_N_FIELDS
 *
 * Returns: (transfer none): a window, which the toolkit owns
 */
TlBulkWindow *
tl_bulk_window_new (TlSession *session, GPtrArray *items, TlField first)
{
  TlBulkWindow *self;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session) && items->len > 0, NULL);

  self = g_object_new (TL_TYPE_BULK_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->items = g_ptr_array_ref (items);
  subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "For %u row", "For %u rows", items->len),
                         items->len);
  adw_window_title_set_title (self->heading, C_ ("table", "Set a Value"));
  adw_window_title_set_subtitle (self->heading, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), C_ ("table", "Set a Value"));
  list_fields (self, first);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return self;
}
