/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-card-walk.h"

/* Two columns with cards of unlike heights, and a row below them:
 *
 *   a   c
 *   a   d
 *   b   e
 *   f   g   h
 */
static const struct
{
  const char *id;
  TlRect bounds;
} cards[] = {
  { "c", { 300, 0, 100, 40 } },   { "a", { 0, 0, 100, 90 } },     { "d", { 300, 50, 100, 40 } },
  { "b", { 0, 100, 100, 40 } },   { "e", { 300, 100, 100, 40 } }, { "f", { 0, 300, 100, 40 } },
  { "g", { 110, 300, 100, 40 } }, { "h", { 220, 300, 100, 40 } },
};

static TlDisplayList *
create_list (void)
{
  TlDisplayList *list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);
  TlPainter *painter = TL_PAINTER (recorder);
  TlPainterItem link = { "link", "", NULL, NULL, TL_ENTRY_LINK, { 100, 20, 200, 100 } };

  tl_painter_begin_item (painter, &link);
  tl_painter_fill_rect (painter, link.bounds, 0, tl_color (0));
  tl_painter_end_item (painter);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      TlPainterItem item = { cards[i].id, "", NULL, NULL, TL_ENTRY_CARD, cards[i].bounds };

      tl_painter_begin_item (painter, &item);
      tl_painter_fill_rect (painter, item.bounds, 0, tl_color (0));
      tl_painter_end_item (painter);
    }
  return list;
}

static const char *
get_id (const TlDisplayList *list, guint index)
{
  return tl_display_list_get_entry (list, index)->item.id;
}

static void
test_directions (void)
{
  static const struct
  {
    const char *from;
    TlWalk direction;
    const char *to; /* NULL: there is nothing */
  } rows[] = {
    { "a", TL_WALK_RIGHT, "c" }, { "a", TL_WALK_DOWN, "b" },  { "a", TL_WALK_LEFT, NULL },
    { "a", TL_WALK_UP, NULL },   { "c", TL_WALK_LEFT, "a" },  { "c", TL_WALK_DOWN, "d" },
    { "e", TL_WALK_LEFT, "b" },  { "e", TL_WALK_UP, "d" },    { "b", TL_WALK_DOWN, "f" },
    { "e", TL_WALK_DOWN, "h" },  { "f", TL_WALK_RIGHT, "g" }, { "h", TL_WALK_LEFT, "g" },
    { "g", TL_WALK_UP, "b" },    { "b", TL_WALK_RIGHT, "e" }, { "link", TL_WALK_RIGHT, "d" },
  };
  g_autoptr (TlDisplayList) list = create_list ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint from, to;
      gboolean found;

      g_assert_true (tl_display_list_find (list, rows[i].from, &from));
      found = tl_card_walk (list, from, rows[i].direction, &to);
      g_assert_cmpstr (found ? get_id (list, to) : NULL, ==, rows[i].to);
    }
}

static void
test_ends (void)
{
  g_autoptr (TlDisplayList) list = create_list ();
  g_autoptr (TlDisplayList) empty = tl_display_list_new (tl_color (0));
  guint index;

  g_assert_true (tl_card_walk_end (list, FALSE, &index));
  g_assert_cmpstr (get_id (list, index), ==, "a");
  g_assert_true (tl_card_walk_end (list, TRUE, &index));
  g_assert_cmpstr (get_id (list, index), ==, "h");
  g_assert_true (tl_card_walk_nearest (list, tl_point (150, 290), &index));
  g_assert_cmpstr (get_id (list, index), ==, "g");
  g_assert_false (tl_card_walk_end (empty, FALSE, &index));
  g_assert_false (tl_card_walk_nearest (empty, tl_point (0, 0), &index));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/card-walk/directions", test_directions);
  g_test_add_func ("/ui/card-walk/ends", test_ends);
  return g_test_run ();
}
