/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-picture.h"
#include "tl-display-list.h"

static const char golden[]
    = "tray tray 10 100 220 60 \"Tray\"\n"
      "  stroke path M 10 120 L 30 100 M 13.51 156.5 L 70 100 M 50 160 L 110 100"
      " M 90 160 L 150 100 M 130 160 L 190 100 M 170 160 L 226.5 103.5 M 210 160 L 230 140"
      " width 6 #ffcc66 alpha 0.5\n"
      "  save\n"
      "  translate 100 110\n"
      "  scale 2\n"
      "  clip 0 0 20 16\n"
      "  text strong \"1\" 0 0 in 20 x1 center #8a5000\n"
      "  restore\n"
      "link L1 218 48 74 104 \"Link\"\n"
      "  stroke path M 220 50 C 255 50 255 150 290 150 width 3 dash 0 6 #1c71d8 alpha 0.34\n"
      "card P1 20 20 200 60 \"A title\" in \"Projects & more\"\n"
      "  fill rect 20 20 200 60 radius 12 #ffffff\n"
      "  fill edge 20 20 200 60 radius 12 width 5 #1c71d8\n"
      "  stroke rect 20 20 200 60 radius 12 width 1 dash 4 3 #d0d0d0\n"
      "  text title \"A title\" + \"12 days\" 32 28 in 180 x2 #202020\n";

static TlDisplayList *
record_sample (void)
{
  TlDisplayList *list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);

  sample_picture_paint (TL_PAINTER (recorder), "A title");
  return list;
}

static void
test_golden (void)
{
  g_autoptr (TlDisplayList) list = record_sample ();
  g_autofree char *dump = tl_display_list_dump (list);

  g_assert_cmpstr (dump, ==, golden);
}

/* What is replayed onto a recorder is the same list again. */
static void
test_replay (void)
{
  g_autoptr (TlDisplayList) list = record_sample ();
  g_autoptr (TlDisplayList) copy = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (copy);
  g_autofree char *dump = NULL;

  tl_display_list_paint (list, TL_PAINTER (recorder), NULL, TL_DETAIL_FULL, NULL, NULL);
  dump = tl_display_list_dump (copy);
  g_assert_cmpstr (dump, ==, golden);
}

typedef struct
{
  TlPainterItem item;
  guint n_drawn;
} Due;

static void
draw_due (guint entry, TlRecorder *recorder, gpointer user_data)
{
  Due *due = user_data;

  due->n_drawn++;
  tl_recorder_name_item (recorder, "Named late", "More");
  tl_painter_fill_rect (TL_PAINTER (recorder), due->item.bounds, 0, tl_color (0x112233));
}

/* What is due is drawn once, when it is painted, and has its place before. */
static void
test_due (void)
{
  g_autoptr (TlDisplayList) list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlDisplayList) copy = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);
  g_autoptr (TlRecorder) painter = tl_recorder_new (copy);
  Due due = { { "P1", NULL, NULL, NULL, TL_ENTRY_CARD, tl_rect (10, 10, 50, 20) }, 0 };
  TlRect beside = tl_rect (500, 500, 10, 10);
  g_autofree char *dump = NULL;
  guint index;

  tl_display_list_set_draw_func (list, draw_due, &due);
  tl_recorder_add_due (recorder, &due.item, tl_rect (8, 8, 54, 24));
  g_assert_true (tl_display_list_find (list, "P1", &index));
  g_assert_true (tl_display_list_hit (list, tl_point (20, 20), 0, &index));
  g_assert_cmpfloat (tl_display_list_get_bounds (list).x, ==, 8);
  tl_display_list_paint (list, TL_PAINTER (painter), &beside, TL_DETAIL_FULL, NULL, NULL);
  g_assert_cmpuint (due.n_drawn, ==, 0);
  for (int i = 0; i < 2; i++)
    tl_display_list_paint (list, TL_PAINTER (painter), NULL, TL_DETAIL_FULL, NULL, NULL);
  g_assert_cmpuint (due.n_drawn, ==, 1);
  g_assert_cmpstr (tl_display_list_get_entry (list, index)->item.hint, ==, "More");
  g_assert_cmpfloat (tl_display_list_get_entry (list, index)->extent.width, ==, 54);
  dump = tl_display_list_dump (list);
  g_assert_cmpstr (dump, ==,
                   "card P1 10 10 50 20 \"Named late\"\n  fill rect 10 10 50 20 #112233\n");
}

static void
test_look_up (void)
{
  g_autoptr (TlDisplayList) list = record_sample ();
  const TlEntry *entry;
  guint index;

  g_assert_cmpuint (tl_display_list_get_n_entries (list), ==, 3);
  g_assert_true (tl_display_list_find (list, "P1", &index));
  g_assert_cmpuint (index, ==, 2);
  entry = tl_display_list_get_entry (list, index);
  g_assert_cmpstr (entry->item.id, ==, "P1");
  g_assert_cmpstr (entry->group, ==, "Projects & more");
  g_assert_true (tl_rect_contains_rect (entry->extent, entry->item.bounds));
  g_assert_true (tl_rect_contains_rect (tl_display_list_get_bounds (list), entry->extent));
  /* What is drawn under a transform counts where it is seen. */
  entry = tl_display_list_get_entry (list, 0);
  g_assert_cmpfloat (entry->extent.x, >, 0);
  g_assert_cmpfloat (entry->extent.y, >, 90);
  g_assert_false (tl_display_list_find (list, "P2", NULL));
}

static void
test_culling (void)
{
  g_autoptr (TlDisplayList) list = record_sample ();
  g_autoptr (TlDisplayList) part = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (part);
  TlRect clip = { 20, 20, 100, 30 };

  tl_display_list_paint (list, TL_PAINTER (recorder), &clip, TL_DETAIL_FULL, NULL, NULL);
  g_assert_cmpuint (tl_display_list_get_n_entries (part), ==, 1);
  g_assert_true (tl_display_list_find (part, "P1", NULL));
}

static TlEmphasis
dim_all_but_links (guint index, gpointer list)
{
  return tl_display_list_get_entry (list, index)->item.role == TL_ENTRY_LINK ? TL_EMPHASIS_LIT
                                                                             : TL_EMPHASIS_DIMMED;
}

static void
test_emphasis (void)
{
  g_autoptr (TlDisplayList) list = record_sample ();
  g_autoptr (TlDisplayList) dimmed = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (dimmed);
  g_autofree char *dump = NULL;

  tl_display_list_paint (list, TL_PAINTER (recorder), NULL, TL_DETAIL_FULL, dim_all_but_links,
                         list);
  dump = tl_display_list_dump (dimmed);
  g_assert_nonnull (strstr (dump, "dash 0 6 #1c71d8 alpha 0.816"));
  g_assert_nonnull (strstr (dump, "#fff2d7 alpha 0.5"));
  g_assert_null (strstr (dump, "#202020"));
}

static TlEmphasis
light_one_cb (guint entry, gpointer user_data)
{
  return entry == *(guint *) user_data ? TL_EMPHASIS_LIT : TL_EMPHASIS_DIMMED;
}

/* A line that is lit lies over those that share its way, and under the cards. */
static void
test_lit_line (void)
{
  static const TlEntryRole roles[]
      = { TL_ENTRY_TRAY, TL_ENTRY_BRANCH, TL_ENTRY_LINK, TL_ENTRY_LINK, TL_ENTRY_CARD };
  static const struct
  {
    guint lit;
    guint order[G_N_ELEMENTS (roles)];
  } cases[] = {
    { 0, { 0, 1, 2, 3, 4 } }, { 1, { 0, 2, 3, 1, 4 } }, { 2, { 0, 1, 3, 2, 4 } },
    { 3, { 0, 1, 2, 3, 4 } }, { 4, { 0, 1, 2, 3, 4 } },
  };
  g_autoptr (TlDisplayList) list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      TlPainterItem item = { id, id, NULL, NULL, roles[i], tl_rect (0, 0, 10, 10) };

      tl_painter_begin_item (TL_PAINTER (recorder), &item);
      tl_painter_fill_rect (TL_PAINTER (recorder), item.bounds, 0, tl_color (0));
      tl_painter_end_item (TL_PAINTER (recorder));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint lit = cases[i].lit;
      g_autoptr (GArray) painted
          = tl_display_list_query_painted (list, tl_rect (0, 0, 10, 10), light_one_cb, &lit);

      g_assert_cmpuint (painted->len, ==, G_N_ELEMENTS (roles));
      for (guint k = 0; k < painted->len; k++)
        g_assert_cmpuint (g_array_index (painted, TlPaintedEntry, k).index, ==, cases[i].order[k]);
    }
}

static void
test_detail (void)
{
  static const struct
  {
    double scale;
    TlDetail detail;
    const char *expected;
  } cases[] = {
    { 1, TL_DETAIL_FULL, "ab" },
    { 0.5, TL_DETAIL_TITLES, "a" },
    { 0.2, TL_DETAIL_BARS, "c" },
    { 0.05, TL_DETAIL_BLOCKS, "c" },
  };
  g_autoptr (TlDisplayList) list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);
  TlPainterItem item = { "P1", "P1", NULL, NULL, TL_ENTRY_CARD, { 0, 0, 10, 10 } };
  TlText text = { .role = TL_TEXT_BODY, .color = tl_color (0) };

  tl_painter_begin_item (TL_PAINTER (recorder), &item);
  for (const char *c = "abc"; *c != '\0'; c++)
    {
      char letter[2] = { *c, '\0' };

      text.string = letter;
      tl_recorder_set_detail (recorder, *c == 'a'   ? TL_DETAIL_FULL | TL_DETAIL_TITLES
                                        : *c == 'b' ? TL_DETAIL_FULL
                                                    : TL_DETAIL_BARS | TL_DETAIL_BLOCKS);
      tl_painter_draw_text (TL_PAINTER (recorder), &text, tl_point (0, 0));
    }
  tl_painter_end_item (TL_PAINTER (recorder));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlDisplayList) step = tl_display_list_new (tl_color (0xffffff));
      g_autoptr (TlRecorder) copier = tl_recorder_new (step);
      g_autofree char *dump = NULL;

      g_assert_cmpint (tl_detail_for_scale (cases[i].scale), ==, cases[i].detail);
      tl_display_list_paint (list, TL_PAINTER (copier), NULL, cases[i].detail, NULL, NULL);
      dump = tl_display_list_dump (step);
      for (const char *c = "abc"; *c != '\0'; c++)
        {
          g_autofree char *op = g_strdup_printf ("text body \"%c\"", *c);

          g_assert_cmpint (strstr (dump, op) != NULL, ==, strchr (cases[i].expected, *c) != NULL);
        }
    }
}

/* Cards in rows that partly cover each other, and links between them. */
static void
record_field (TlRecorder *recorder, GRand *rand, guint n)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      TlPainterItem item = { id, id, NULL, NULL, TL_ENTRY_CARD, { 0 } };
      double x = g_rand_double_range (rand, 0, 4000);
      double y = g_rand_double_range (rand, 0, 40.0 * n);

      item.role = i % 3 == 0 ? TL_ENTRY_LINK : i % 50 == 1 ? TL_ENTRY_TRAY : TL_ENTRY_CARD;
      tl_painter_begin_item (TL_PAINTER (recorder), &item);
      if (item.role == TL_ENTRY_LINK)
        {
          TlPoint end = tl_point (x + 90, g_rand_double_range (rand, 0, 40.0 * n));

          tl_path_builder_reset (builder);
          tl_path_builder_add_link (builder, tl_point (x, y), end, FALSE);
          tl_painter_stroke_path (TL_PAINTER (recorder), tl_path_builder_get_path (builder),
                                  tl_stroke (3), tl_color (0));
        }
      else
        tl_painter_fill_rect (TL_PAINTER (recorder), tl_rect (x, y, 200, 48), 12, tl_color (0));
      tl_painter_end_item (TL_PAINTER (recorder));
    }
}

static gboolean
hit_by_scan (const TlDisplayList *list, TlPoint point, guint *index)
{
  for (int ground = 0; ground < 2; ground++)
    for (guint i = tl_display_list_get_n_entries (list); i > 0; i--)
      {
        const TlEntry *entry = tl_display_list_get_entry (list, i - 1);
        TlEntryRole wanted = ground ? TL_ENTRY_TRAY : TL_ENTRY_CARD;

        if (entry->item.role == wanted && tl_rect_contains (entry->item.bounds, point))
          {
            *index = i - 1;
            return TRUE;
          }
      }
  return FALSE;
}

static void
test_hits_against_a_scan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (TlDisplayList) list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);
  guint n_cards = 0;
  guint n_links = 0;

  record_field (recorder, rand, 600);
  for (int i = 0; i < 4000; i++)
    {
      TlPoint point = tl_point (g_rand_double_range (rand, -50, 4300),
                                g_rand_double_range (rand, -50, 24100));
      guint index = 0, expected = 0;
      gboolean hit = tl_display_list_hit (list, point, 4, &index);
      gboolean scanned = hit_by_scan (list, point, &expected);

      if (hit && tl_display_list_get_entry (list, index)->item.role == TL_ENTRY_LINK)
        {
          n_links++;
          g_assert_true (!scanned
                         || tl_display_list_get_entry (list, expected)->item.role == TL_ENTRY_TRAY);
          continue;
        }
      g_assert_cmpint (hit, ==, scanned);
      g_assert_cmpuint (index, ==, expected);
      n_cards += hit ? 1 : 0;
    }
  g_assert_cmpuint (n_cards, >, 50);
  g_assert_cmpuint (n_links, >, 50);
}

static void
test_nearest_link (void)
{
  g_autoptr (TlDisplayList) list = tl_display_list_new (tl_color (0xffffff));
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  guint index = 99;

  for (int i = 0; i < 2; i++)
    {
      TlPainterItem item = { i == 0 ? "upper" : "lower", "Link", NULL, NULL, TL_ENTRY_LINK, { 0 } };

      tl_path_builder_reset (builder);
      tl_path_builder_add_link (builder, tl_point (0, 10 * i), tl_point (100, 10 * i), FALSE);
      tl_painter_begin_item (TL_PAINTER (recorder), &item);
      tl_painter_stroke_path (TL_PAINTER (recorder), tl_path_builder_get_path (builder),
                              tl_stroke (2), tl_color (0));
      tl_painter_end_item (TL_PAINTER (recorder));
    }
  g_assert_true (tl_display_list_hit (list, tl_point (50, 3), 8, &index));
  g_assert_cmpuint (index, ==, 0);
  g_assert_true (tl_display_list_hit (list, tl_point (50, 7), 8, &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_true (tl_display_list_hit (list, tl_point (50, 14.9), 4, &index));
  g_assert_false (tl_display_list_hit (list, tl_point (50, 15.1), 4, &index));
  g_assert_false (tl_display_list_hit (list, tl_point (50, -30), 4, &index));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/display-list/golden", test_golden);
  g_test_add_func ("/display-list/replay", test_replay);
  g_test_add_func ("/display-list/due", test_due);
  g_test_add_func ("/display-list/look-up", test_look_up);
  g_test_add_func ("/display-list/culling", test_culling);
  g_test_add_func ("/display-list/emphasis", test_emphasis);
  g_test_add_func ("/display-list/lit-line", test_lit_line);
  g_test_add_func ("/display-list/detail", test_detail);
  g_test_add_func ("/display-list/hits-against-a-scan", test_hits_against_a_scan);
  g_test_add_func ("/display-list/nearest-link", test_nearest_link);
  return g_test_run ();
}
