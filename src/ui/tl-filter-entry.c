/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-filter-entry.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-completion-row.h"
#include "tl-filter-complete.h"

#define GAP 4 /* pixels between the entry and the list */

struct _TlFilterEntry
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GPtrArray *completions; /* of TlCompletion: the rows of the list; NULL while it is away */

  /* Template. */
  GtkEntry *entry;
  GtkPopover *popover;
  GtkScrolledWindow *scroller;
  GtkListBox *list;

  guint is_setting : 1; /* the text is not being typed */
  guint is_moving : 1;  /* the text has changed, and the cursor goes after it */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NEXT,
  SIGNAL_PREVIOUS,
  SIGNAL_STOPPED,
  SIGNAL_COMPLETING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFilterEntry, tl_filter_entry, GTK_TYPE_WIDGET)

static gsize
get_cursor (TlFilterEntry *self)
{
  const char *text = tl_filter_entry_get_text (self);
  int position = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  return (gsize) (g_utf8_offset_to_pointer (text, position) - text);
}

static void
clear_list (TlFilterEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
put_away (TlFilterEntry *self)
{
  if (self->completions == NULL)
    return;
  g_clear_pointer (&self->completions, g_ptr_array_unref);
  gtk_popover_popdown (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_emit (self, signals[SIGNAL_COMPLETING], 0);
}

static void
place (TlFilterEntry *self)
{
  GdkRectangle rect = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                        gtk_widget_get_height (GTK_WIDGET (self)) };

  gtk_popover_set_pointing_to (self->popover, &rect);
  gtk_popover_set_offset (self->popover, 0, GAP);
}

/* Takes over @completions. */
static void
show_list (TlFilterEntry *self, GPtrArray *completions)
{
  gboolean is_new = self->completions == NULL;

  g_clear_pointer (&self->completions, g_ptr_array_unref);
  self->completions = completions;
  clear_list (self);
  for (guint i = 0; i < completions->len; i++)
    gtk_list_box_append (self->list, tl_completion_row_new (completions->pdata[i]));
  gtk_list_box_unselect_all (self->list);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (!is_new)
    return;
  place (self);
  gtk_popover_popup (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE,
                               -1);
  g_signal_emit (self, signals[SIGNAL_COMPLETING], 0);
}

/* Whether there is nothing to be typed for a list, and nothing to choose in it. */
static gboolean
is_needless (TlFilterEntry *self, GPtrArray *completions)
{
  const TlCompletion *first = completions->len > 0 ? completions->pdata[0] : NULL;
  const char *text = tl_filter_entry_get_text (self);
  gsize length;

  if (first == NULL)
    return TRUE;
  length = first->span.to - first->span.from;
  if (length == 0)
    return first->span.from == 0 || strchr (":=<>,", text[first->span.from - 1]) == NULL;
  return completions->len == 1 && strlen (first->replacement) == length
         && strncmp (text + first->span.from, first->replacement, length) == 0;
}

static GPtrArray *
complete (TlFilterEntry *self)
{
  return tl_filter_complete (tl_filter_entry_get_text (self), get_cursor (self),
                             tl_session_get_analysis (self->session));
}

static void
update_list (TlFilterEntry *self, gboolean is_asked)
{
  g_autoptr (GPtrArray) completions = NULL;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  completions = complete (self);
  if (completions->len == 0 || (!is_asked && is_needless (self, completions)))
    put_away (self);
  else
    show_list (self, g_steal_pointer (&completions));
}

static void
show_icon (TlFilterEntry *self)
{
  gboolean is_empty = *tl_filter_entry_get_text (self) == '\0';

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     is_empty ? NULL : "edit-clear-symbolic");
  if (!is_empty)
    gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     C_ ("tooltip", "Clear"));
}

static void
changed_cb (TlFilterEntry *self)
{
  show_icon (self);
  if (self->is_setting)
    return;
  gtk_entry_set_attributes (self->entry, NULL);

  /* The list first: while it is there, the text is not finished, and no error is told. */
  update_list (self, FALSE);
  self->is_moving = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is typed changes the text before it moves the cursor. */
static void
cursor_moved_cb (TlFilterEntry *self)
{
  if (self->is_setting)
    return;
  if (self->is_moving)
    update_list (self, FALSE);
  else
    put_away (self);
  self->is_moving = FALSE;
}

static void
icon_press_cb (TlFilterEntry *self, GtkEntryIconPosition position)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
is_to_go_on (const char *replacement)
{
  char last = replacement[strlen (replacement) - 1];

  return last == ':' || last == '<' || last == '>';
}

/* Puts the completion into the text, and a space behind it where it is a whole. */
static void
take (TlFilterEntry *self, GtkListBoxRow *row)
{
  const TlCompletion *completion = self->completions->pdata[gtk_list_box_row_get_index (row)];
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  g_autofree char *text = g_strdup (tl_filter_entry_get_text (self));
  const char *rest = text + completion->span.to;
  g_autofree char *inserted
      = g_strconcat (completion->replacement,
                     is_to_go_on (completion->replacement) || *rest == ' ' || *rest == ')' ? ""
                                                                                           : " ",
                     NULL);
  int from = (int) g_utf8_pointer_to_offset (text, text + completion->span.from);
  int to = (int) g_utf8_pointer_to_offset (text, rest);

  self->is_setting = TRUE;
  gtk_editable_delete_text (editable, from, to);
  gtk_editable_insert_text (editable, inserted, -1, &from);
  gtk_editable_set_position (editable, from);
  self->is_setting = FALSE;
  put_away (self);
  changed_cb (self);
  self->is_moving = FALSE;
}

static void
row_activated_cb (TlFilterEntry *self, GtkListBoxRow *row)
{
  if (self->completions != NULL)
    take (self, row);
}

static void
scroll_to (TlFilterEntry *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static void
walk (TlFilterEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  int n_rows = (int) self->completions->len;

  if (index < 0)
    {
      gtk_list_box_unselect_all (self->list);
      return;
    }
  row = gtk_list_box_get_row_at_index (self->list, MIN (index, n_rows - 1));
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
  tl_announce (GTK_WIDGET (self->entry),
               ((TlCompletion *) self->completions->pdata[MIN (index, n_rows - 1)])->label);
}

static gboolean
press_in_list (TlFilterEntry *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      walk (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      take (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      take (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      put_away (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_in_entry (TlFilterEntry *self, guint key, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      update_list (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      put_away (self);
      g_signal_emit (self, signals[modifiers & GDK_SHIFT_MASK ? SIGNAL_PREVIOUS : SIGNAL_NEXT], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (TlFilterEntry *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->completions != NULL && (modifiers & GDK_SHIFT_MASK) == 0
      && press_in_list (self, key) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;
  return press_in_entry (self, key, modifiers);
}

static void
tl_filter_entry_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TL_FILTER_ENTRY (widget)->entry), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
tl_filter_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlFilterEntry *self = TL_FILTER_ENTRY (widget);

  gtk_widget_allocate (GTK_WIDGET (self->entry), width, height, baseline, NULL);
  if (self->completions != NULL)
    place (self);
  gtk_popover_present (self->popover);
}

static void
tl_filter_entry_unmap (GtkWidget *widget)
{
  put_away (TL_FILTER_ENTRY (widget));
  GTK_WIDGET_CLASS (tl_filter_entry_parent_class)->unmap (widget);
}

static gboolean
tl_filter_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FILTER_ENTRY (widget)->entry));
}

static void
tl_filter_entry_dispose (GObject *object)
{
  TlFilterEntry *self = TL_FILTER_ENTRY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->completions, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_filter_entry_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  static const char *const names[] = { "changed", "next", "previous", "stopped", "completing" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TL_TYPE_FILTER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
tl_filter_entry_class_init (TlFilterEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_filter_entry_dispose;
  widget_class->measure = tl_filter_entry_measure;
  widget_class->size_allocate = tl_filter_entry_size_allocate;
  widget_class->unmap = tl_filter_entry_unmap;
  widget_class->grab_focus = tl_filter_entry_grab_focus;
  install_signals ();

  gtk_widget_class_set_css_name (widget_class, "filter-entry");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-filter-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFilterEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFilterEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, TlFilterEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlFilterEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_filter_entry_init (TlFilterEntry *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (widget);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), widget);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (put_away), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

/**
 * tl_filter_entry_set_session:
 * @self: an entry
 * @session: (nullable): the session whose titles and people it offers
 */
void
tl_filter_entry_set_session (TlFilterEntry *self, TlSession *session)
{
  g_return_if_fail (TL_IS_FILTER_ENTRY (self));

  put_away (self);
  g_set_object (&self->session, session);
}

/**
 * tl_filter_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): what stands in it
 */
const char *
tl_filter_entry_get_text (TlFilterEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * tl_filter_entry_set_text:
 * @self: an entry
 * @text: what is to stand in it
 *
 * Sets the text without telling of it.
 */
void
tl_filter_entry_set_text (TlFilterEntry *self, const char *text)
{
  g_return_if_fail (TL_IS_FILTER_ENTRY (self) && text != NULL);

  if (g_str_equal (text, tl_filter_entry_get_text (self)))
    return;
  put_away (self);
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
}

/**
 * tl_filter_entry_underline:
 * @self: an entry
 * @span: what is wrong with its text, in bytes; nothing where it is empty
 */
void
tl_filter_entry_underline (TlFilterEntry *self, TlFilterSpan span)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *attribute;

  g_return_if_fail (TL_IS_FILTER_ENTRY (self));

  if (span.to > span.from)
    {
      attributes = pango_attr_list_new ();
      attribute = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      attribute->start_index = (guint) span.from;
      attribute->end_index = (guint) span.to;
      pango_attr_list_insert (attributes, attribute);
    }
  gtk_entry_set_attributes (self->entry, attributes);
}

/**
 * tl_filter_entry_focus:
 * @self: an entry
 *
 * Gives it the keyboard, with all of its text chosen, so that typing replaces it.
 */
void
tl_filter_entry_focus (TlFilterEntry *self)
{
  g_return_if_fail (TL_IS_FILTER_ENTRY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * tl_filter_entry_is_completing:
 * @self: an entry
 *
 * Returns: whether the list is there
 */
gboolean
tl_filter_entry_is_completing (TlFilterEntry *self)
{
  g_return_val_if_fail (TL_IS_FILTER_ENTRY (self), FALSE);

  return self->completions != NULL;
}
