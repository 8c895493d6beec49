/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-cell-block.h"

/* The cells of a block, for a comparison: | between cells, / between rows. */
static char *
dump (TlCellBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_cell_block_get_n_rows (block); i++)
    {
      if (i > 0)
        g_string_append_c (text, '/');
      for (guint j = 0; tl_cell_block_get (block, i, j) != NULL; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", tl_cell_block_get (block, i, j));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *text;
  const char *cells;
  guint n_columns;
} readings[] = {
  { "", "", 0 },
  { "one", "one", 1 },
  { "a\tb\nc\td\n", "a|b/c|d", 2 },
  { "a\tb\r\nc\td\r\n", "a|b/c|d", 2 },
  { "a\tb\rc\td", "a|b/c|d", 2 },
  { "\xef\xbb\xbf"
    "a\tb",
    "a|b", 2 },
  { "a\tb\tc\nd\ne\tf", "a|b|c/d/e|f", 3 },
  { "\ta\t", "|a|", 3 },
  { "a\n\nb", "a//b", 1 },
  { "\"two\nlines\"\tb", "two\nlines|b", 2 },
  { "\"a\ttab\"\tb", "a\ttab|b", 2 },
  { "\"say \"\"so\"\"\"\tb", "say \"so\"|b", 2 },
  { "\"quoted\" and more\tb", "\"quoted\" and more|b", 2 },
  { "\"never closed\tb\nc\td", "\"never closed|b/c|d", 2 },
  { "5\" pipe\tb", "5\" pipe|b", 2 },
  { "\"\"\tb", "|b", 2 },
  /* With commas or semicolons, only when it cannot be a sentence. */
  { "Design, then build", "Design, then build", 1 },
  { "a,b\nc,d", "a|b/c|d", 2 },
  { "a;b,c\nd;e,f", "a|b,c/d|e,f", 2 },
  { "a,b\nc", "a,b/c", 1 },
  { "\"a\",\"b, c\"", "a|b, c", 2 },
  { "\"a, b\",c\n\"d\ne\",f\n", "a, b|c/d\ne|f", 2 },
  /* What was kept from being a formula, and what is none. */
  { "'=1+1\t'-x\t'@home", "=1+1|-x|@home", 3 },
  { "'tis\t=A1", "'tis|=A1", 2 },
};

static void
test_reading (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (TlCellBlock) block = tl_cell_block_parse (readings[i].text);
      g_autofree char *cells = dump (block);

      g_test_message ("“%s”", readings[i].text);
      g_assert_cmpstr (cells, ==, readings[i].cells);
      g_assert_cmpuint (tl_cell_block_get_n_columns (block), ==, readings[i].n_columns);
    }
}

static void
test_broken_text (void)
{
  g_autoptr (TlCellBlock) block = tl_cell_block_parse ("a\xff"
                                                       "b\tc");

  g_assert_true (g_utf8_validate (tl_cell_block_get (block, 0, 0), -1, NULL));
  g_assert_cmpstr (tl_cell_block_get (block, 0, 1), ==, "c");
}

static const struct
{
  const char *cell;
  const char *text;
} writings[] = {
  { "plain", "plain\n" },
  { "", "\n" },
  { "two\nlines", "\"two\nlines\"\n" },
  { "a\ttab", "\"a\ttab\"\n" },
  { "say \"so\"", "\"say \"\"so\"\"\"\n" },
  { "=1+1", "'=1+1\n" },
  { "-x", "'-x\n" },
  { "-3.5", "-3.5\n" },
  { "@home", "'@home\n" },
  { "+49 30", "'+49 30\n" },
};

static void
test_writing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autoptr (TlCellBlock) block = tl_cell_block_new ();
      g_autoptr (TlCellBlock) again = NULL;
      g_autofree char *text = NULL;

      tl_cell_block_begin_row (block);
      tl_cell_block_add (block, writings[i].cell);
      text = tl_cell_block_to_text (block);
      g_assert_cmpstr (text, ==, writings[i].text);
      again = tl_cell_block_parse (text);
      g_assert_cmpstr (tl_cell_block_get (again, 0, 0), ==, writings[i].cell);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cell-block/reading", test_reading);
  g_test_add_func ("/cell-block/broken-text", test_broken_text);
  g_test_add_func ("/cell-block/writing", test_writing);
  return g_test_run ();
}
