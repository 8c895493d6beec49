/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-text-lines.h"

#define ELLIPSIS "\xe2\x80\xa6"

typedef struct
{
  int start; /* bytes in the layout's text */
  int length;
  gboolean is_ellipsis;
} Span;

static void
clear_piece (gpointer data)
{
  g_free (((TlTextPiece *) data)->string);
}

static void
line_free (gpointer data)
{
  TlTextLine *line = data;

  g_array_unref (line->pieces);
  g_free (line);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const Span *) a)->start - ((const Span *) b)->start;
}

/* Runs come as they are seen; text is written as it is read. */
static GArray *
list_spans (PangoLayoutLine *line)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((PangoLayoutRun *) l->data)->item;
      Span span = { item->offset, item->length,
                    (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0 };

      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

static GArray *
list_pieces (PangoLayoutLine *line, const char *string, int suffix_start)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (TlTextPiece));
  g_autoptr (GArray) spans = list_spans (line);

  g_array_set_clear_func (pieces, clear_piece);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      TlTextPiece piece = { NULL, span->start >= suffix_start };

      piece.string = span->is_ellipsis ? g_strdup (ELLIPSIS)
                                       : g_strndup (string + span->start, (gsize) span->length);
      g_array_append_val (pieces, piece);
    }
  if (pieces->len > 0) /* the blank at which the line was broken */
    g_strchomp (g_array_index (pieces, TlTextPiece, pieces->len - 1).string);
  return pieces;
}

/* Only the suffix has a colour of its own in the layout. */
static int
find_suffix (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (attributes);

  do
    {
      int start, end;

      pango_attr_iterator_range (iterator, &start, &end);
      if (pango_attr_iterator_get (iterator, PANGO_ATTR_FOREGROUND) != NULL)
        return start;
    }
  while (pango_attr_iterator_next (iterator));
  return G_MAXINT;
}

/**
 * tl_text_list_lines:
 * @layout: what tl_text_create_layout() has made
 *
 * Takes a layout apart for a file format that has text but cannot break lines.
 *
 * Returns: (transfer full) (element-type TlTextLine): its lines, top down
 */
GPtrArray *
tl_text_list_lines (PangoLayout *layout)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  const char *string = pango_layout_get_text (layout);
  int suffix_start = find_suffix (layout);

  do
    {
      PangoLayoutLine *pango_line = pango_layout_iter_get_line_readonly (iter);
      TlTextLine *line = g_new0 (TlTextLine, 1);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line->pieces = list_pieces (pango_line, string, suffix_start);
      line->x = pango_units_to_double (logical.x);
      line->width = pango_units_to_double (logical.width);
      line->baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      line->is_rtl = pango_layout_line_get_resolved_direction (pango_line) == PANGO_DIRECTION_RTL;
      g_ptr_array_add (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  return lines;
}
