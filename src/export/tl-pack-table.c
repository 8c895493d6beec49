/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-table.h"

#include <glib/gi18n.h>

#include "tl-pack-shapes.h"

#define CELL_GAP 16.0
#define BELOW_HEAD 12.0

/**
 * tl_pack_table_get_cell:
 * @columns: the columns of a table
 * @n_columns: how many
 * @column: one of them
 * @row: the place of a row
 *
 * Returns: the cell of the column in the row
 */
TlRect
tl_pack_table_get_cell (const TlPackColumn *columns, guint n_columns, guint column, TlRect row)
{
  double x = row.x;

  for (guint i = 0; i < column; i++)
    x += columns[i].share * row.width;
  return tl_rect (x, row.y,
                  columns[column].share * row.width - (column == n_columns - 1 ? 0 : CELL_GAP),
                  row.height);
}

/**
 * tl_pack_table_draw_head:
 * @pack: the summary
 * @columns: the columns of a table
 * @n_columns: how many
 * @body: the place of the table on its page
 *
 * Writes the labels of the columns.
 *
 * Returns: what is left of @body
 */
TlRect
tl_pack_table_draw_head (const TlPack *pack,
                         const TlPackColumn *columns,
                         guint n_columns,
                         TlRect body)
{
  double height = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].label != NULL)
      {
        TlRect cell = tl_pack_table_get_cell (columns, n_columns, i, body);
        TlText text = tl_pack_text (pack, _ (columns[i].label), TL_TEXT_STRONG, cell.width, 2);

        text.color = pack->theme->quiet;
        height = MAX (height, tl_sheets_write (pack->sheets, &text, cell.x, cell.y));
      }
  height += BELOW_HEAD;
  return tl_rect (body.x, body.y + height, body.width, body.height - height);
}
