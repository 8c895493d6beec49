/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-picture.h"

static void
paint_card (TlPainter *painter, const char *title)
{
  TlRect rect = { 20, 20, 200, 60 };
  TlPainterItem item = { "P1", title, title, "https://example.org/?a='b'&c", TL_ENTRY_CARD, rect };
  TlText text = {
    .string = title,
    .suffix = "12 days",
    .role = TL_TEXT_TITLE,
    .width = 180,
    .max_lines = 2,
    .color = tl_color (0x202020),
    .suffix_color = tl_color (0x606060),
  };

  tl_painter_begin_item (painter, &item);
  tl_painter_fill_rect (painter, rect, 12, tl_color (0xffffff));
  tl_painter_fill_edge (painter, rect, 12, 5, tl_color (0x1c71d8));
  tl_painter_stroke_rect (painter, rect, 12, tl_stroke_dashed (1, 4, 3), tl_color (0xd0d0d0));
  tl_painter_draw_text (painter, &text, tl_point (32, 28));
  tl_painter_end_item (painter);
}

static void
paint_ground (TlPainter *painter)
{
  TlRect rect = { 10, 100, 220, 60 };
  TlPainterItem item = { "tray", "Tray", NULL, "javascript:alert(1)", TL_ENTRY_TRAY, rect };
  TlText text = {
    .string = "1",
    .role = TL_TEXT_STRONG,
    .align = TL_ALIGN_CENTER,
    .width = 20,
    .color = tl_color (0x8a5000),
  };

  tl_painter_begin_item (painter, &item);
  tl_painter_hatch_rect (painter, rect, 12, 40, tl_stroke (6),
                         tl_color_with_alpha (tl_color (0xffcc66), 0.5));
  tl_painter_save (painter);
  tl_painter_translate (painter, 100, 110);
  tl_painter_scale (painter, 2);
  tl_painter_clip_rect (painter, tl_rect (0, 0, 20, 16));
  tl_painter_draw_text (painter, &text, tl_point (0, 0));
  tl_painter_restore (painter);
  tl_painter_end_item (painter);
}

void
sample_picture_paint (TlPainter *painter, const char *title)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlPainterItem link = { "L1", "Link", NULL, NULL, TL_ENTRY_LINK, { 0 } };

  paint_ground (painter);
  tl_painter_begin_item (painter, &link);
  tl_path_builder_add_link (builder, tl_point (220, 50), tl_point (290, 150), FALSE);
  tl_painter_stroke_path (painter, tl_path_builder_get_path (builder), tl_stroke_dashed (3, 0, 6),
                          tl_color_with_alpha (tl_color (0x1c71d8), 0.34));
  tl_painter_end_item (painter);
  tl_painter_begin_group (painter, "Projects & more");
  paint_card (painter, title);
  tl_painter_end_group (painter);
}
