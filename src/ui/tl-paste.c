/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-paste.h"

#include "tl-cell-text.h"

static void
add_cell (TlCellEdits *edits, TlCellReader *reader, TlField field, const char *text)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (tl_cell_reader_parse (reader, field, text, &value, &error))
    tl_cell_edits_set (edits, field, &value, text);
  else
    tl_cell_edits_refuse (edits, field, text, error->message);
}

static gboolean
can_paste (const TlPasteTarget *target, guint column)
{
  return column < target->n_fields && target->fields[column] != TL_N_FIELDS;
}

/* A row that is to be new gets its own title where the block has none. */
static gboolean
says_something (TlField field, const char *text, gboolean is_new)
{
  return text != NULL && !(is_new && field == TL_ITEM_TITLE && *text == '\0');
}

static gboolean
is_empty_row (TlCellBlock *block, guint row)
{
  for (guint i = 0; i < tl_cell_block_get_n_columns (block); i++)
    {
      const char *text = tl_cell_block_get (block, row, i);

      if (text != NULL && *text != '\0')
        return FALSE;
    }
  return TRUE;
}

static guint
count_left_out (const TlPasteTarget *target, TlCellBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < tl_cell_block_get_n_columns (block); i++)
    n += !can_paste (target, i);
  return n;
}

/**
 * tl_paste_plan:
 * @target: where to paste
 * @block: what to paste
 * @n_left_out: (out): how many columns of @block have no place, or one that cannot be edited
 *
 * Each row of @block goes into the next row of the target; behind the last one, into a new row,
 * unless nothing is in it.
 *
 * Returns: (transfer full): the edits, which have been checked
 */
TlCellEdits *
tl_paste_plan (const TlPasteTarget *target, TlCellBlock *block, guint *n_left_out)
{
  TlCellEdits *edits = tl_cell_edits_new (target->session, target->kind);
  g_autoptr (TlCellReader) reader = tl_cell_reader_new (tl_session_get_workspace (target->session));

  for (guint i = 0; i < tl_cell_block_get_n_rows (block); i++)
    {
      gboolean is_new = i >= target->items->len;

      if (is_new && is_empty_row (block, i))
        continue;
      tl_cell_edits_begin_row (edits, is_new ? NULL : target->items->pdata[i]);
      for (guint j = 0; j < tl_cell_block_get_n_columns (block); j++)
        {
          const char *text = tl_cell_block_get (block, i, j);

          if (can_paste (target, j) && says_something (target->fields[j], text, is_new))
            add_cell (edits, reader, target->fields[j], text);
        }
    }
  *n_left_out = count_left_out (target, block);
  tl_cell_edits_check (edits);
  return edits;
}

/**
 * tl_paste_plan_fill:
 * @target: where to paste: all of its rows and fields
 * @block: a block whose cells are to be repeated
 * @n_left_out: (out): as in tl_paste_plan()
 *
 * What one copies once and pastes over many cells.
 *
 * Returns: (transfer full): the edits, which have been checked
 */
TlCellEdits *
tl_paste_plan_fill (const TlPasteTarget *target, TlCellBlock *block, guint *n_left_out)
{
  TlCellEdits *edits = tl_cell_edits_new (target->session, target->kind);
  g_autoptr (TlCellReader) reader = tl_cell_reader_new (tl_session_get_workspace (target->session));
  guint n_rows = tl_cell_block_get_n_rows (block);
  guint n_columns = tl_cell_block_get_n_columns (block);

  *n_left_out = 0;
  for (guint j = 0; j < target->n_fields; j++)
    *n_left_out += !can_paste (target, j);
  for (guint i = 0; i < target->items->len && n_rows > 0; i++)
    {
      tl_cell_edits_begin_row (edits, target->items->pdata[i]);
      for (guint j = 0; j < target->n_fields; j++)
        {
          const char *text = tl_cell_block_get (block, i % n_rows, j % n_columns);

          if (can_paste (target, j) && text != NULL)
            add_cell (edits, reader, target->fields[j], text);
        }
    }
  tl_cell_edits_check (edits);
  return edits;
}
