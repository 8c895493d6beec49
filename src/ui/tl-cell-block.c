/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-cell-block.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _TlCellBlock
{
  /* Owned. */
  GPtrArray *rows; /* of GPtrArray of texts */
  guint n_columns; /* of the longest row */
};

/* Reading. */

static gboolean
ends_cell (char c, char separator)
{
  return c == separator || c == '\n' || c == '\r' || c == '\0';
}

/* A cell in quotes, which are doubled in it. Behind the closing one the cell must end, or the
 * quotes were part of a text that nobody has quoted. NULL then; else where the cell ends. */
static const char *
read_quoted (const char *at, char separator, GString *cell)
{
  g_string_truncate (cell, 0);
  if (*at != '"')
    return NULL;
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        return ends_cell (at[1], separator) ? at + 1 : NULL;
      g_string_append_c (cell, *at);
    }
  return NULL;
}

static const char *
read_plain (const char *at, char separator, GString *cell)
{
  const char *start = at;

  while (!ends_cell (*at, separator))
    at++;
  g_string_truncate (cell, 0);
  g_string_append_len (cell, start, at - start);
  return at;
}

static const char *
read_cell (const char *at, char separator, GString *cell)
{
  const char *end = read_quoted (at, separator, cell);

  return end != NULL ? end : read_plain (at, separator, cell);
}

static const char *
skip_line_end (const char *at)
{
  if (at[0] == '\r' && at[1] == '\n')
    return at + 2;
  return *at != '\0' ? at + 1 : at;
}

/* Signs that spreadsheets take for the start of a formula; with an apostrophe before them they are
 * text. */
static gboolean
starts_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static const char *
without_guard (const char *text)
{
  return *text == '\'' && starts_formula (text + 1) ? text + 1 : text;
}

static void
read_rows (TlCellBlock *self, const char *at, char separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*at != '\0')
    {
      tl_cell_block_begin_row (self);
      for (;;)
        {
          at = read_cell (at, separator, cell);
          tl_cell_block_add (self, without_guard (cell->str));
          if (*at != separator)
            break;
          at++;
        }
      at = skip_line_end (at);
    }
}

/* How many cells each row has when @separator stands between them; 0 when they differ, or nothing
 * is separated by it. */
static guint
count_even_columns (const char *at, char separator, guint *n_rows)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint n_columns = 0;

  for (*n_rows = 0; *at != '\0'; (*n_rows)++)
    {
      guint n = 0;

      for (at = read_cell (at, separator, cell), n = 1; *at == separator; n++)
        at = read_cell (at + 1, separator, cell);
      at = skip_line_end (at);
      if (*n_rows > 0 && n != n_columns)
        return 0;
      n_columns = n;
    }
  return n_columns > 1 ? n_columns : 0;
}

/* Spreadsheets put tabs between cells. Where there is none it may be text with separators, but a
 * sentence with a comma is one cell: only rows of the same length are taken for that, and several
 * of them or one that is quoted. */
static char
find_separator (const char *text)
{
  static const char separators[] = { ';', ',' };

  if (strchr (text, '\t') != NULL)
    return '\t';
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n_rows;

      if (count_even_columns (text, separators[i], &n_rows) > 0 && (n_rows > 1 || *text == '"'))
        return separators[i];
    }
  return '\t';
}

/* Writing. */

static gboolean
is_number (const char *text)
{
  char *end;

  g_strtod (text, &end);
  return end != text && *end == '\0';
}

static void
write_cell (GString *text, const char *cell)
{
  g_autofree char *guarded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (starts_formula (cell) && !is_number (cell))
    cell = guarded = g_strconcat ("'", cell, NULL);
  if (strpbrk (cell, "\"\t\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  parts = g_strsplit (cell, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/**
 * tl_cell_block_new:
 *
 * Returns: (transfer full): a block without rows
 */
TlCellBlock *
tl_cell_block_new (void)
{
  TlCellBlock *self = g_new0 (TlCellBlock, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * tl_cell_block_parse:
 * @text: what is on the clipboard
 *
 * Reads cells as spreadsheets write them: with tabs between them, and in quotes where a cell has
 * several lines; or with commas or semicolons, when there are several rows of one length. An
 * apostrophe that keeps a text from being a formula is left out.
 *
 * Returns: (transfer full): the cells
 */
TlCellBlock *
tl_cell_block_parse (const char *text)
{
  TlCellBlock *self = tl_cell_block_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start = valid;

  if (g_str_has_prefix (start, BYTE_ORDER_MARK))
    start += strlen (BYTE_ORDER_MARK);
  read_rows (self, start, find_separator (start));
  return self;
}

void
tl_cell_block_free (TlCellBlock *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tl_cell_block_begin_row:
 * @self: a block
 *
 * What is added from here on stands in a new row.
 */
void
tl_cell_block_begin_row (TlCellBlock *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/**
 * tl_cell_block_add:
 * @self: a block in which a row has begun
 * @text: what stands in the next cell of the row
 */
void
tl_cell_block_add (TlCellBlock *self, const char *text)
{
  GPtrArray *row;

  g_return_if_fail (self->rows->len > 0);

  row = self->rows->pdata[self->rows->len - 1];
  g_ptr_array_add (row, g_strdup (text));
  self->n_columns = MAX (self->n_columns, row->len);
}

/**
 * tl_cell_block_to_text:
 * @self: a block
 *
 * Texts that a spreadsheet would take for a formula get an apostrophe.
 *
 * Returns: (transfer full): the cells with tabs between them, and each row on a line
 */
char *
tl_cell_block_to_text (TlCellBlock *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = self->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, '\t');
          write_cell (text, row->pdata[j]);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_cell_block_get_n_rows:
 * @self: a block
 *
 * Returns: how many rows there are
 */
guint
tl_cell_block_get_n_rows (TlCellBlock *self)
{
  return self->rows->len;
}

/**
 * tl_cell_block_get_n_columns:
 * @self: a block
 *
 * Returns: how many cells the longest row has
 */
guint
tl_cell_block_get_n_columns (TlCellBlock *self)
{
  return self->n_columns;
}

/**
 * tl_cell_block_get:
 * @self: a block
 * @row: less than tl_cell_block_get_n_rows()
 * @column: any number
 *
 * Returns: (nullable): what stands there; %NULL behind the end of the row
 */
const char *
tl_cell_block_get (TlCellBlock *self, guint row, guint column)
{
  GPtrArray *cells;

  g_return_val_if_fail (row < self->rows->len, NULL);

  cells = self->rows->pdata[row];
  return column < cells->len ? cells->pdata[column] : NULL;
}
