/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-cell-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cell-text.h"
#include "tl-item-words.h"

/* What is offered at once; who wants another types a little more. */
#define OFFERS_MAX 40

struct _TlCellEditor
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlCellReader *reader;
  GPtrArray *offers; /* of Offer: all that can be chosen; NULL for what is typed freely */

  /* Template. */
  GtkEditable *entry;
  GtkWidget *prose;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *reason;
  GtkWidget *choices;
  GtkListBox *list;
  GtkCalendar *calendar;

  TlField field;
  guint leave_source;
  guint is_done : 1;
  guint is_filling : 1; /* what changes is not of the user's doing */
  guint is_plain : 1;   /* a part of a form: the form tells when it is done */
};

/* Something to choose. */
typedef struct
{
  char *label;
  char *folded;
  char *text; /* what it is called where labels are not unique: an id, or the label */
} Offer;

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCellEditor, tl_cell_editor, GTK_TYPE_WIDGET)

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->label);
  g_free (offer->folded);
  g_free (offer->text);
  g_free (offer);
}

static const TlFieldSpec *
get_spec (TlCellEditor *self)
{
  return tl_field_get_spec (self->field);
}

static gboolean
is_prose (TlCellEditor *self)
{
  return get_spec (self)->type == TL_FIELD_TYPE_PROSE;
}

static char *
dup_text (TlCellEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!is_prose (self))
    return g_strdup (gtk_editable_get_text (self->entry));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* What there is to choose from. */

static void
add_offer (TlCellEditor *self, const char *label, const char *text)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->label = g_strdup (label);
  offer->folded = g_utf8_casefold (label, -1);
  offer->text = g_strdup (text);
  g_ptr_array_add (self->offers, offer);
}

static void
offer_items (TlCellEditor *self, TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);
      g_autofree char *name = tl_item_dup_name (item);

      add_offer (self, name, tl_item_get_id (item));
    }
}

static void
collect_offers (TlCellEditor *self)
{
  const TlFieldSpec *spec = get_spec (self);

  if (spec->n_choices == 0 && spec->refers_to == 0)
    return;
  self->offers = g_ptr_array_new_with_free_func (offer_free);
  for (int i = 0; i < spec->n_choices; i++)
    add_offer (self, tl_field_get_choice_label (self->field, i), spec->choices[i].name);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if ((spec->refers_to & (1u << kind)) != 0)
      offer_items (self, kind);
}

/* Where the last of several references begins in the text. */
static gsize
find_fragment (TlCellEditor *self, const char *text)
{
  const char *sign = get_spec (self)->type == TL_FIELD_TYPE_REFS ? strrchr (text, ';') : NULL;

  return sign != NULL ? (gsize) (sign + 1 - text) : 0;
}

static char *
dup_folded_fragment (TlCellEditor *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *fragment = g_strstrip (g_strdup (text + find_fragment (self, text)));

  return g_utf8_casefold (fragment, -1);
}

static void
append_offer (TlCellEditor *self, Offer *offer)
{
  GtkWidget *label = gtk_label_new (offer->label);
  GtkWidget *row;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (self->list, label);
  row = gtk_widget_get_parent (label);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "tl-offer", offer);
}

/* What begins with what was typed comes first, then what has it within. */
static void
fill_list (TlCellEditor *self, const char *folded)
{
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->offers->len && n < OFFERS_MAX; i++)
      {
        Offer *offer = self->offers->pdata[i];
        const char *found = strstr (offer->folded, folded);

        if (found == NULL || (found == offer->folded) != (pass == 0))
          continue;
        append_offer (self, offer);
        n++;
      }
  gtk_widget_set_visible (self->choices, n > 0);
}

static Offer *
get_chosen (TlCellEditor *self)
{
  GtkListBoxRow *row = self->offers != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? g_object_get_data (G_OBJECT (row), "tl-offer") : NULL;
}

static void
select_row (TlCellEditor *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->choices));
  graphene_rect_t bounds;

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
step (TlCellEditor *self, int direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    select_row (self, 0);
  else
    select_row (self, gtk_list_box_row_get_index (row) + direction);
}

/* The one that is there already. */
static void
select_label (TlCellEditor *self, const char *folded)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Offer *offer = g_object_get_data (G_OBJECT (row), "tl-offer");

      if (strcmp (offer->folded, folded) == 0)
        {
          select_row (self, i);
          return;
        }
    }
}

static void
set_entry (TlCellEditor *self, const char *text)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
  self->is_filling = FALSE;
}

/* Puts the name in place of what was typed of it. */
static void
complete (TlCellEditor *self, Offer *offer)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *before = g_strndup (text, find_fragment (self, text));
  g_autofree char *completed = g_strconcat (before, *before != '\0' ? " " : "", offer->label, NULL);

  set_entry (self, completed);
}

/* Days. */

static void
show_day (TlCellEditor *self)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autofree char *text = dup_text (self);
  g_autofree char *noon = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (!tl_cell_reader_parse (self->reader, self->field, text, &value, NULL)
      || value.form != TL_VALUE_DATE)
    return;
  date = tl_date_format (value.date);
  noon = g_strconcat (date, "T12:00:00Z", NULL);
  day = g_date_time_new_from_iso8601 (noon, NULL);
  self->is_filling = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_filling = FALSE;
}

static void
day_selected_cb (TlCellEditor *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (!self->is_filling)
    set_entry (self, text);
}

/* Being through. */

static void
finish (TlCellEditor *self, TlCellDone how)
{
  if (self->is_done || self->is_plain)
    return;
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, how);
  g_object_unref (self);
}

static gboolean
left_cb (gpointer user_data)
{
  TlCellEditor *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->leave_source = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    finish (self, TL_CELL_DONE_AWAY);
  return G_SOURCE_REMOVE;
}

/* The toolkit is still on its way from one widget to the other, and none of them may go yet. */
static void
leave_cb (TlCellEditor *self)
{
  if (self->leave_source == 0 && !self->is_plain)
    self->leave_source = g_idle_add (left_cb, self);
}

static void
changed_cb (TlCellEditor *self)
{
  g_autofree char *folded = NULL;

  tl_cell_editor_refuse (self, NULL);
  if (self->is_filling)
    return;
  if (get_spec (self)->type == TL_FIELD_TYPE_DATE)
    show_day (self);
  if (self->offers == NULL)
    return;
  folded = dup_folded_fragment (self);
  fill_list (self, folded);
  gtk_list_box_unselect_all (self->list);
  if (*folded != '\0')
    select_row (self, 0);
}

static void
row_activated_cb (TlCellEditor *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  complete (self, g_object_get_data (G_OBJECT (row), "tl-offer"));
  finish (self, TL_CELL_DONE_STAY);
}

/* A line break in prose is Enter with Control or Alt, as in spreadsheets. */
static gboolean
breaks_line (TlCellEditor *self, GdkModifierType state)
{
  if (!is_prose (self) || (!self->is_plain && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0))
    return FALSE;
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, "\n", -1);
  return TRUE;
}

static gboolean
key_pressed_cb (TlCellEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_back = (state & GDK_SHIFT_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (breaks_line (self, state))
        return GDK_EVENT_STOP;
      if (self->is_plain)
        return GDK_EVENT_PROPAGATE;
      finish (self, is_back ? TL_CELL_DONE_UP : TL_CELL_DONE_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (self->is_plain || (state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      finish (self, is_back ? TL_CELL_DONE_LEFT : TL_CELL_DONE_RIGHT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->is_plain)
        return GDK_EVENT_PROPAGATE;
      finish (self, TL_CELL_DONE_NOT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (self->offers == NULL || is_prose (self))
        return GDK_EVENT_PROPAGATE;
      step (self, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
tl_cell_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (tl_cell_editor_get_target (TL_CELL_EDITOR (widget)));
}

static void
tl_cell_editor_dispose (GObject *object)
{
  TlCellEditor *self = TL_CELL_EDITOR (object);
  GtkWidget *child;

  self->is_done = TRUE;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->reader, tl_cell_reader_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_cell_editor_parent_class)->dispose (object);
}

static void
tl_cell_editor_class_init (TlCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_cell_editor_dispose;
  widget_class->grab_focus = tl_cell_editor_grab_focus;

  /**
   * TlCellEditor::done:
   * @self: the editor
   * @how: a #TlCellDone
   *
   * The user has decided. When what is in the editor is refused it may go on.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", TL_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "celleditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-cell-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, prose);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, view);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, list);
  gtk_widget_class_bind_template_child (widget_class, TlCellEditor, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
tl_cell_editor_init (TlCellEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static const char *
get_placeholder (TlCellEditor *self)
{
  switch (get_spec (self)->type)
    {
    case TL_FIELD_TYPE_DATE:
      return C_ ("field", "YYYY-MM-DD");
    case TL_FIELD_TYPE_WORDS:
      return C_ ("field", "Words, with commas");
    default:
      return C_ ("field", "Not recorded");
    }
}

/**
 * tl_cell_editor_new:
 * @session: a session
 * @field: a field that people edit
 *
 * Returns: (transfer floating): an editor of a value of @field, with nothing in it
 */
GtkWidget *
tl_cell_editor_new (TlSession *session, TlField field)
{
  TlCellEditor *self = g_object_new (TL_TYPE_CELL_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->reader = tl_cell_reader_new (tl_session_get_workspace (session));
  self->field = field;
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !is_prose (self));
  gtk_widget_set_visible (self->prose, is_prose (self));
  gtk_widget_set_visible (GTK_WIDGET (self->calendar), get_spec (self)->type == TL_FIELD_TYPE_DATE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), get_placeholder (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tl_cell_editor_get_target (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tl_field_get_label (field), -1);
  collect_offers (self);
  if (self->offers != NULL)
    fill_list (self, "");
  return GTK_WIDGET (self);
}

/**
 * tl_cell_editor_set_text:
 * @self: an editor
 * @text: what it begins with, which typing replaces
 */
void
tl_cell_editor_set_text (TlCellEditor *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  g_return_if_fail (TL_IS_CELL_EDITOR (self));

  self->is_filling = TRUE;
  if (is_prose (self))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    gtk_editable_set_text (self->entry, text);
  self->is_filling = FALSE;
  gtk_editable_select_region (self->entry, 0, -1);
  if (get_spec (self)->type == TL_FIELD_TYPE_DATE)
    show_day (self);
  if (self->offers != NULL)
    select_label (self, folded);
}

/**
 * tl_cell_editor_get_target:
 * @self: an editor
 *
 * Returns: (transfer none): what one types into
 */
GtkWidget *
tl_cell_editor_get_target (TlCellEditor *self)
{
  return is_prose (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry);
}

static gboolean
takes_offer (TlCellEditor *self, const char *text)
{
  return get_chosen (self) != NULL && text[find_fragment (self, text)] != '\0';
}

/**
 * tl_cell_editor_read:
 * @self: an editor
 * @value: (out): what is in it
 *
 * What is highlighted below the text counts, not what was typed of it. What cannot be read is
 * refused, and the editor says why.
 *
 * Returns: whether it can be read
 */
gboolean
tl_cell_editor_read (TlCellEditor *self, TlValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Offer *offer = get_chosen (self);

  g_return_val_if_fail (TL_IS_CELL_EDITOR (self), FALSE);

  text = dup_text (self);
  if (takes_offer (self, text))
    {
      complete (self, offer);
      g_free (text);
      text = get_spec (self)->type == TL_FIELD_TYPE_REFS ? dup_text (self) : g_strdup (offer->text);
    }
  if (tl_cell_reader_parse (self->reader, self->field, text, value, &error))
    return TRUE;
  tl_cell_editor_refuse (self, error->message);
  return FALSE;
}

/**
 * tl_cell_editor_refuse:
 * @self: an editor
 * @reason: (nullable): why what is in it cannot be, in a sentence; %NULL when it can
 */
void
tl_cell_editor_refuse (TlCellEditor *self, const char *reason)
{
  GtkAccessible *target = GTK_ACCESSIBLE (tl_cell_editor_get_target (self));

  if (reason == NULL && !gtk_widget_get_visible (GTK_WIDGET (self->reason)))
    return;
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_property (target, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
  gtk_accessible_update_state (target, GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * tl_cell_editor_get_reason:
 * @self: an editor
 *
 * Returns: (nullable): why what is in it was refused
 */
const char *
tl_cell_editor_get_reason (TlCellEditor *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->reason)) ? gtk_label_get_text (self->reason)
                                                            : NULL;
}

/**
 * tl_cell_editor_set_plain:
 * @self: an editor that is a part of a form
 *
 * Enter, Tab and Escape are the form's.
 */
void
tl_cell_editor_set_plain (TlCellEditor *self)
{
  self->is_plain = TRUE;
}
