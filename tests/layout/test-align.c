/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-align.h"
#include "tl-snap.h"

#define N_RECTS 3

/* Of three sizes, none level with another. */
static const TlRect rects[N_RECTS] = {
  { 0, 0, 100, 40 },
  { 30, 200, 60, 20 },
  { 300, 90, 200, 80 },
};

static const struct
{
  TlAlignTo to;
  TlPoint corners[N_RECTS];
} aligned[] = {
  { TL_ALIGN_TO_LEFT, { { 0, 0 }, { 0, 200 }, { 0, 90 } } },
  { TL_ALIGN_TO_CENTRE, { { 200, 0 }, { 220, 200 }, { 150, 90 } } },
  { TL_ALIGN_TO_RIGHT, { { 400, 0 }, { 440, 200 }, { 300, 90 } } },
  { TL_ALIGN_TO_TOP, { { 0, 0 }, { 30, 0 }, { 300, 0 } } },
  { TL_ALIGN_TO_MIDDLE, { { 0, 90 }, { 30, 100 }, { 300, 70 } } },
  { TL_ALIGN_TO_BOTTOM, { { 0, 180 }, { 30, 200 }, { 300, 140 } } },
};

static void
assert_corners (const TlPoint *found, const TlPoint *wanted, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (found[i].x, wanted[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (found[i].y, wanted[i].y, 1e-9);
    }
}

static void
test_align (void)
{
  TlPoint corners[N_RECTS];

  g_assert_cmpuint (G_N_ELEMENTS (aligned), ==, TL_N_ALIGN_TO);
  for (guint i = 0; i < G_N_ELEMENTS (aligned); i++)
    {
      tl_align_rects (aligned[i].to, rects, N_RECTS, corners);
      assert_corners (corners, aligned[i].corners, N_RECTS);
    }
  tl_align_rects (TL_ALIGN_TO_RIGHT, rects, 1, corners);
  assert_corners (corners, &(TlPoint) { 0, 0 }, 1);
  tl_align_rects (TL_ALIGN_TO_RIGHT, NULL, 0, NULL);
}

static const struct
{
  const char *what;
  gboolean is_vertical;
  guint n;
  TlRect rects[4];
  TlPoint corners[4];
} distributed[] = {
  { "three sizes",
    FALSE,
    3,
    { { 0, 0, 100, 40 }, { 30, 200, 60, 20 }, { 300, 90, 200, 80 } },
    { { 0, 0 }, { 170, 200 }, { 300, 90 } } },
  { "not in order",
    TRUE,
    3,
    { { 0, 100, 10, 10 }, { 5, 0, 10, 10 }, { 9, 20, 10, 10 } },
    { { 0, 100 }, { 5, 0 }, { 9, 50 } } },
  { "too little room",
    FALSE,
    3,
    { { 0, 0, 100, 10 }, { 10, 20, 100, 10 }, { 20, 40, 100, 10 } },
    { { 0, 0 }, { 116, 20 }, { 232, 40 } } },
  { "one place",
    TRUE,
    3,
    { { 0, 0, 10, 10 }, { 0, 0, 10, 10 }, { 0, 0, 10, 10 } },
    { { 0, 0 }, { 0, 26 }, { 0, 52 } } },
  { "two", FALSE, 2, { { 0, 0, 10, 10 }, { 90, 0, 10, 10 } }, { { 0, 0 }, { 90, 0 } } },
  { "one", FALSE, 1, { { 7, 8, 10, 10 } }, { { 7, 8 } } },
  { "none", FALSE, 0, { { 0, 0, 0, 0 } }, { { 0, 0 } } },
};

static void
test_distribute (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (distributed); i++)
    {
      TlPoint corners[4] = { { 0, 0 } };

      g_test_message ("%s", distributed[i].what);
      tl_distribute_rects (distributed[i].is_vertical, distributed[i].rects, distributed[i].n, 16,
                           corners);
      assert_corners (corners, distributed[i].corners, distributed[i].n);
    }
}

/* A rectangle of 100 by 40 beside one of 100 by 40 at 0, 0 and one of 60 by 20 at 300, 200. */
static const TlRect neighbours[] = { { 0, 0, 100, 40 }, { 300, 200, 60, 20 } };

static const struct
{
  const char *what;
  TlPoint at;
  TlPoint snapped;
  const char *guides; /* v: vertical, h: horizontal */
} snaps[] = {
  { "left with left", { 3, 100 }, { 0, 104 }, "v" },
  { "nothing near, to the grid", { 131, 69 }, { 128, 72 }, "" },
  { "right with left", { 198, 101 }, { 200, 104 }, "v" },
  { "left with right", { 97, 100 }, { 100, 104 }, "v" },
  { "middle with middle", { 283, 101 }, { 280, 104 }, "v" },
  { "top with top", { 150, 5 }, { 152, 0 }, "h" },
  { "bottom with top", { 150, 158 }, { 152, 160 }, "h" },
  { "both ways", { 4, -2 }, { 0, 0 }, "vh" },
  { "two ways, two neighbours", { 2, 203 }, { 0, 200 }, "vh" },
  { "the nearer line", { 46, 100 }, { 50, 104 }, "v" },
};

static void
test_snap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    {
      TlRect rect = tl_rect (snaps[i].at.x, snaps[i].at.y, 100, 40);
      TlSnap snap = tl_snap_rect (rect, neighbours, G_N_ELEMENTS (neighbours), 6, 8);

      g_test_message ("%s", snaps[i].what);
      g_assert_cmpfloat (rect.x + snap.shift.x, ==, snaps[i].snapped.x);
      g_assert_cmpfloat (rect.y + snap.shift.y, ==, snaps[i].snapped.y);
      g_assert_cmpuint (snap.n_guides, ==, strlen (snaps[i].guides));
      for (guint j = 0; j < snap.n_guides; j++)
        g_assert_cmpint (snap.guides[j].is_vertical, ==, snaps[i].guides[j] == 'v');
    }
}

/* A guide goes from the one to the other. */
static void
test_guide (void)
{
  TlSnap snap = tl_snap_rect (tl_rect (2, 300, 100, 40), neighbours, 2, 6, 0);

  g_assert_cmpuint (snap.n_guides, ==, 1);
  g_assert_cmpfloat (snap.guides[0].at, ==, 0);
  g_assert_cmpfloat (snap.guides[0].from, ==, 0);
  g_assert_cmpfloat (snap.guides[0].to, ==, 340);
  g_assert_cmpfloat (snap.shift.y, ==, 0);
}

/* Of lines that are as near, that of the nearer neighbour. */
static void
test_nearer_neighbour (void)
{
  const TlRect three[] = { { 0, 0, 10, 10 }, { 0, 500, 10, 10 }, { 0, 900, 10, 10 } };
  TlSnap snap = tl_snap_rect (tl_rect (1, 520, 10, 10), three, 3, 4, 0);

  g_assert_cmpuint (snap.n_guides, ==, 1);
  g_assert_cmpfloat (snap.guides[0].from, ==, 500);
  g_assert_cmpfloat (snap.guides[0].to, ==, 530);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align/align", test_align);
  g_test_add_func ("/align/distribute", test_distribute);
  g_test_add_func ("/align/snap/table", test_snap);
  g_test_add_func ("/align/snap/guide", test_guide);
  g_test_add_func ("/align/snap/nearer-neighbour", test_nearer_neighbour);
  return g_test_run ();
}
