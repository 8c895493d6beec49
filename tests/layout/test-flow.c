/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-flow-layout.h"

typedef struct
{
  const char *name;
  double row_width;
  double gap;
  double height;
  int n;
  TlPoint sizes[4];
  TlPoint places[4]; /* from the origin */
} Flow;

static const Flow FLOWS[] = {
  { "/flow-layout/none", 100, 8, 0, 0 },
  { "/flow-layout/one-row",
    100,
    10,
    20,
    3,
    { { 30, 20 }, { 30, 20 }, { 20, 20 } },
    { { 0, 0 }, { 40, 0 }, { 80, 0 } } },
  { "/flow-layout/wraps",
    100,
    10,
    50,
    3,
    { { 60, 20 }, { 31, 20 }, { 10, 20 } },
    { { 0, 0 }, { 0, 30 }, { 41, 30 } } },
  { "/flow-layout/just-fits", 100, 10, 20, 2, { { 60, 20 }, { 30, 20 } }, { { 0, 0 }, { 70, 0 } } },
  { "/flow-layout/too-wide",
    100,
    10,
    80,
    3,
    { { 20, 20 }, { 500, 20 }, { 20, 20 } },
    { { 0, 0 }, { 0, 30 }, { 0, 60 } } },
  { "/flow-layout/uneven",
    100,
    10,
    70,
    3,
    { { 40, 20 }, { 40, 50 }, { 40, 10 } },
    { { 0, 0 }, { 50, 0 }, { 0, 60 } } },
  { "/flow-layout/no-width", 0, 4, 24, 2, { { 40, 10 }, { 40, 10 } }, { { 0, 0 }, { 0, 14 } } },
};

static void
test_flow (const void *data)
{
  const Flow *test = data;
  TlPoint origin = tl_point (16, 200);
  TlRect rects[4];

  for (int i = 0; i < test->n; i++)
    rects[i] = tl_rect (-1, -1, test->sizes[i].x, test->sizes[i].y);
  g_assert_cmpfloat (tl_flow_layout (rects, test->n, origin, test->row_width, test->gap), ==,
                     test->height);
  for (int i = 0; i < test->n; i++)
    {
      g_assert_cmpfloat (rects[i].x, ==, origin.x + test->places[i].x);
      g_assert_cmpfloat (rects[i].y, ==, origin.y + test->places[i].y);
      g_assert_cmpfloat (rects[i].width, ==, test->sizes[i].x);
      g_assert_cmpfloat (rects[i].height, ==, test->sizes[i].y);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (FLOWS); i++)
    g_test_add_data_func (FLOWS[i].name, &FLOWS[i], test_flow);
  return g_test_run ();
}
