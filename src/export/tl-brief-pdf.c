/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-brief.h"

#include <glib/gi18n.h>

#include "tl-sheets.h"

/* Distances, in the units of a sheet. */
#define LABEL_WIDTH 104.0
#define GAP 18.0
#define ROW_PADDING 7.0
#define SECTION_GAP 18.0
#define HEADING_GAP 6.0
#define BOX_PADDING 14.0
#define BOX_RADIUS 8.0

#define SHARED_LINES 2
#define TEXT_LINES 3

/* How much is told, in lines at most. */
typedef struct
{
  int name;
  int prose;
  int part;
  guint n_parts;
} Limits;

/* The first that fits on a page is taken. */
static const Limits limits[] = {
  { 3, 8, 2, 6 },
  { 2, 5, 1, 5 },
  { 1, 2, 1, 3 },
};

typedef struct
{
  TlSheets *sheets;
  const TlTheme *theme;
  const Limits *limits;
  TlRect body;
  double y;
} Page;

static double
get_column_width (const Page *page)
{
  return (page->body.width - LABEL_WIDTH - 2 * GAP) / 2;
}

static double
get_column_x (const Page *page, guint side)
{
  return page->body.x + LABEL_WIDTH + GAP + side * (get_column_width (page) + GAP);
}

static double
write_text (const Page *page,
            const char *string,
            TlTextRole role,
            TlColor color,
            TlRect box,
            int max_lines)
{
  TlText text = {
    .string = string,
    .role = role,
    .width = box.width,
    .max_lines = max_lines,
    .color = color,
  };

  return tl_sheets_write (page->sheets, &text, box.x, box.y);
}

static void
draw_line (Page *page)
{
  tl_painter_fill_rect (tl_sheets_get_painter (page->sheets),
                        tl_rect (page->body.x, page->y, page->body.width, 1), 0,
                        page->theme->border);
  page->y += 1 + ROW_PADDING;
}

static void
write_names (Page *page, const TlBrief *brief)
{
  double height = 0;

  for (guint side = 0; side < 2; side++)
    {
      TlRect box = tl_rect (get_column_x (page, side), page->y, get_column_width (page), 0);

      height = MAX (height, write_text (page, brief->names[side], TL_TEXT_HEADING,
                                        page->theme->text, box, page->limits->name));
    }
  page->y += height + ROW_PADDING;
}

/* Returns the height of what is said on one side. */
static double
write_parts (const Page *page, const GPtrArray *parts, TlRect box)
{
  double top = box.y;
  int max_lines = parts->len > 1 ? page->limits->part : page->limits->prose;
  guint n_most = page->limits->n_parts;

  if (parts->len == 0)
    return write_text (page, C_ ("brief", "not recorded"), TL_TEXT_BODY, page->theme->quiet, box,
                       1);
  for (guint i = 0; i < parts->len && i < n_most; i++)
    {
      const TlBriefPart *part = parts->pdata[i];
      g_autofree char *more
          = i == n_most - 1 && parts->len > n_most
                ? g_strdup_printf (ngettext ("and %u more", "and %u more", parts->len - i),
                                   parts->len - i)
                : NULL;
      /* Translators: something that two projects have in common; the sign says so. */
      g_autofree char *shared = g_strdup_printf (C_ ("brief", "= %s"), part->text);
      gboolean is_shared = part->is_shared && more == NULL;

      box.y += write_text (page,
                           more != NULL ? more
                           : is_shared  ? shared
                                        : part->text,
                           is_shared ? TL_TEXT_TITLE : TL_TEXT_BODY,
                           more != NULL ? page->theme->quiet : page->theme->text, box, max_lines);
    }
  return box.y - top;
}

static void
write_row (Page *page, const TlBriefRow *row)
{
  double height;

  draw_line (page);
  height = write_text (page, row->label, TL_TEXT_DETAIL, page->theme->quiet,
                       tl_rect (page->body.x, page->y + 1, LABEL_WIDTH, 0), 2);
  for (guint side = 0; side < 2; side++)
    {
      TlRect box = tl_rect (get_column_x (page, side), page->y, get_column_width (page), 0);

      height = MAX (height, write_parts (page, row->parts[side], box));
    }
  page->y += height + ROW_PADDING;
}

static void
write_heading (Page *page, const char *heading)
{
  page->y += SECTION_GAP;
  page->y += write_text (page, heading, TL_TEXT_STRONG, page->theme->accent,
                         tl_rect (page->body.x, page->y, page->body.width, 0), 1);
  page->y += HEADING_GAP;
}

static void
write_paragraph (Page *page, const char *text, int max_lines)
{
  page->y += write_text (page, text, TL_TEXT_BODY, page->theme->text,
                         tl_rect (page->body.x, page->y, page->body.width, 0), max_lines);
}

/* What the two have to answer stands in a frame, and nothing else does. */
static void
write_question (Page *page, const TlBrief *brief)
{
  double width = page->body.width - 2 * BOX_PADDING;
  TlText text = {
    .string = brief->question,
    .role = TL_TEXT_HEADING,
    .width = width,
    .max_lines = TEXT_LINES,
    .color = page->theme->text,
  };
  double height = tl_text_role_get_line_height (TL_TEXT_STRONG) + HEADING_GAP
                  + tl_sheets_measure (page->sheets, &text) + 2 * BOX_PADDING;
  TlRect frame;

  page->y += SECTION_GAP;
  frame = tl_rect (page->body.x, page->y, page->body.width, height);
  tl_painter_stroke_rect (tl_sheets_get_painter (page->sheets), frame, BOX_RADIUS,
                          (TlStroke) { .width = 1.5 }, page->theme->accent);
  page->y += BOX_PADDING;
  page->y
      += write_text (page, C_ ("brief", "The question to settle"), TL_TEXT_STRONG,
                     page->theme->accent, tl_rect (frame.x + BOX_PADDING, page->y, width, 0), 1);
  page->y += HEADING_GAP;
  tl_sheets_write (page->sheets, &text, frame.x + BOX_PADDING, page->y);
  page->y = frame.y + height;
}

static char *
dup_section (const TlBrief *brief)
{
  if (brief->owners[0] != NULL && brief->owners[1] != NULL
      && !g_str_equal (brief->owners[0], brief->owners[1]))
    /* Translators: two people who are to meet. */
    return g_strdup_printf (_ ("Brief for %1$s and %2$s"), brief->owners[0], brief->owners[1]);
  return g_strdup (_ ("Brief for both owners"));
}

/* Returns whether it has fitted on the page. */
static gboolean
compose (const TlBrief *brief, TlSheets *sheets, const Limits *most)
{
  g_autofree char *section = dup_section (brief);
  Page page = { sheets, tl_sheets_get_theme (sheets), most };

  page.body = tl_sheets_begin (sheets, section, brief->title);
  page.y = page.body.y;
  write_names (&page, brief);
  for (guint i = 0; i < brief->rows->len; i++)
    write_row (&page, brief->rows->pdata[i]);
  write_heading (&page, C_ ("brief", "What they share"));
  for (guint i = 0; i < brief->shared->len; i++)
    write_paragraph (&page, brief->shared->pdata[i], SHARED_LINES);
  write_heading (&page, C_ ("brief", "Proposed"));
  write_paragraph (&page, brief->proposal, TEXT_LINES);
  write_question (&page, brief);
  return page.y <= page.body.y + page.body.height;
}

/**
 * tl_brief_to_pdf:
 * @self: a brief
 * @error: where the file could not be made
 *
 * Puts the brief on one page: A4, upright. What is too long for it ends in an ellipsis.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_brief_to_pdf (const TlBrief *self, GError **error)
{
  const TlPdfInfo info = { .title = self->title, .subject = self->place, .created = self->created };

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0;; i++)
    {
      g_autoptr (TlSheets) sheets = tl_sheets_new_upright (&info, self->place, 1);

      if (compose (self, sheets, &limits[i]) || i + 1 == G_N_ELEMENTS (limits))
        return tl_sheets_finish (sheets, error);
    }
}
