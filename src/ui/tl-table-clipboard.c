/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-cell-block.h"
#include "tl-compat.h"
#include "tl-paste.h"
#include "tl-table-private.h"
#include "tl-table-words.h"

/* To and from the clipboard, as spreadsheets have it. */

/* What is asked about while the preview is open. */
typedef struct
{
  TlTableView *view;
  TlCellEdits *edits;
  guint64 revision; /* of the workspace that was looked at */
} Pasting;

static void
pasting_free (Pasting *pasting)
{
  g_object_unref (pasting->view);
  tl_cell_edits_free (pasting->edits);
  g_free (pasting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

/* Out. */

void
tl_table_copy (TlTableView *self)
{
  g_autoptr (GPtrArray) items = tl_table_dup_rows (self);
  g_autoptr (TlCellBlock) block = tl_cell_block_new ();
  g_autofree char *text = NULL;
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  for (guint i = 0; i < items->len; i++)
    {
      tl_cell_block_begin_row (block);
      for (guint j = first; j < first + n_columns; j++)
        {
          g_autofree char *cell = tl_table_column_dup_text (tl_table_get_column (self, j)->column,
                                                            self->session, items->pdata[i]);

          tl_cell_block_add (block, cell);
        }
    }
  text = tl_cell_block_to_text (block);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

void
tl_table_cut (TlTableView *self)
{
  tl_table_copy (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "table.clear", NULL);
}

/* In: where to. */

static GPtrArray *
collect_rows_from (TlTableView *self, guint row)
{
  GPtrArray *items = g_ptr_array_new ();
  TlItem *item;

  for (; (item = tl_table_model_get_item (self->model, row)) != NULL; row++)
    g_ptr_array_add (items, item);
  return items;
}

static GArray *
collect_fields (TlTableView *self, guint first, guint n_columns)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (TlField));

  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (fields, tl_table_get_column (self, first + i)->column->field);
  return fields;
}

/* Into the block, over and over, when the block is larger than what is pasted and can be filled
 * with it; else from its first cell on, as far as it goes. */
static gboolean
fills (TlCellBlock *block, guint n_rows, guint n_columns)
{
  guint height = tl_cell_block_get_n_rows (block);
  guint width = tl_cell_block_get_n_columns (block);

  return height > 0 && n_rows * n_columns > height * width && n_rows % height == 0
         && n_columns % width == 0;
}

static TlCellEdits *
plan (TlTableView *self, TlCellBlock *block, guint *first_row, guint *n_left_out)
{
  g_autoptr (GPtrArray) selected = tl_table_dup_rows (self);
  g_autoptr (GPtrArray) below = NULL;
  g_autoptr (GArray) fields = NULL;
  TlPasteTarget target = { self->session, tl_table_model_get_kind (self->model), selected };
  gboolean fill;
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  fill = fills (block, selected->len, n_columns);
  *first_row = selected->len > 0 ? tl_table_model_find (self->model, selected->pdata[0])
                                 : tl_table_model_get_n_items (self->model);
  if (!fill)
    {
      target.items = below = collect_rows_from (self, *first_row);
      n_columns = tl_table_count_columns (self) - first;
    }
  fields = collect_fields (self, first, n_columns);
  target.fields = (const TlField *) fields->data;
  target.n_fields = fields->len;
  return fill ? tl_paste_plan_fill (&target, block, n_left_out)
              : tl_paste_plan (&target, block, n_left_out);
}

/* In: doing it. */

static void
paste (TlTableView *self, TlCellEdits *edits)
{
  guint n_changes = tl_cell_edits_get_n_changes (edits);
  GPtrArray *added;
  g_autofree char *words = NULL;

  if (n_changes == 0 || !tl_cell_edits_apply (edits, C_ ("undo", "Paste"), TRUE))
    return;
  added = tl_cell_edits_get_added (edits);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted %u cell", "Pasted %u cells",
                                        n_changes),
                           n_changes);
  tl_session_say (self->session, words, TRUE);
  if (self->cursor_item == NULL && added->len > 0)
    tl_table_put_cursor (self, added->pdata[0], NULL);
  tl_table_focus_cursor (self);
}

static void
answered_cb (GtkWindow *parent, const char *answer, gpointer user_data)
{
  g_autoptr (Pasting) pasting = user_data;
  TlTableView *self = pasting->view;

  if (!g_str_equal (answer, "paste") || self->session == NULL)
    return;
  if (tl_workspace_get_revision (tl_session_get_workspace (self->session)) != pasting->revision)
    {
      tl_session_say (self->session, _ ("Nothing was pasted: the plan has changed meanwhile"),
                      FALSE);
      return;
    }
  paste (self, pasting->edits);
}

static GtkWidget *
create_refusals (TlCellEdits *edits, guint first_row)
{
  g_autofree char *refusals = tl_edits_dup_refusals (edits, first_row + 1);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (refusals);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "tl-refusals");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  return scroller;
}

static void
ask (TlTableView *self, TlCellEdits *edits, guint first_row, guint n_left_out)
{
  gboolean has_refusals = tl_cell_edits_get_n_refusals (edits) > 0;
  TlAnswer answers[] = {
    { "cancel", C_ ("answer", "_Cancel"), TL_ANSWER_PLAIN },
    { "paste", has_refusals ? C_ ("answer", "_Paste What Is Good") : C_ ("answer", "_Paste"),
      TL_ANSWER_SUGGESTED },
  };
  g_autofree char *body = tl_edits_dup_preview (edits, n_left_out);
  gboolean has_good = tl_cell_edits_get_n_changes (edits) > 0;
  Pasting *pasting = g_new0 (Pasting, 1);

  if (!has_good)
    answers[0].label = C_ ("answer", "_Close");
  pasting->view = g_object_ref (self);
  pasting->edits = edits;
  pasting->revision = tl_workspace_get_revision (tl_session_get_workspace (self->session));
  tl_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
          has_good ? C_ ("table", "Paste Into the Table?") : C_ ("table", "Nothing Can Be Pasted"),
          body, has_refusals ? create_refusals (edits, first_row) : NULL, answers, has_good ? 2 : 1,
          answered_cb, pasting);
}

/* A row is changed at once; more are shown first. */
void
tl_table_paste_text (TlTableView *self, const char *text)
{
  g_autoptr (TlCellBlock) block = NULL;
  g_autoptr (TlCellEdits) edits = NULL;
  guint first_row;
  guint n_left_out;
  guint n_rows;

  if (tl_table_refuse_read_only (self))
    return;
  block = tl_cell_block_parse (text);
  edits = plan (self, block, &first_row, &n_left_out);
  n_rows = tl_cell_edits_get_n_changed_rows (edits) + tl_cell_edits_get_n_new_rows (edits);
  if (n_rows == 0 && tl_cell_edits_get_n_refusals (edits) == 0)
    tl_session_say (self->session, _ ("What is on the clipboard changes nothing here"), FALSE);
  else if (n_rows > 1 || tl_cell_edits_get_n_refusals (edits) > 0 || n_left_out > 0)
    ask (self, g_steal_pointer (&edits), first_row, n_left_out);
  else
    paste (self, edits);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlTableView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (text == NULL || *text == '\0')
    tl_session_say (self->session, _ ("There is no text on the clipboard"), FALSE);
  else
    tl_table_paste_text (self, text);
}

void
tl_table_paste (TlTableView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->reading,
                                 read_cb, g_object_ref (self));
}
