/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "sample-picture.h"
#include "tl-png.h"

static void
test_picture (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPng) png = tl_png_new (300, 200.2, 2, &error);
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;

  g_assert_no_error (error);
  sample_picture_paint (tl_png_get_painter (png), "A title");
  bytes = tl_png_finish (png, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpmem (data + 16, 8, "\0\0\x02\x58\0\0\x01\x91", 8); /* 600 × 401 */
}

static void
test_too_large (void)
{
  static const struct
  {
    double width;
    double height;
    double scale;
  } cases[] = { { 40000, 10, 1 }, { 10, 20000, 2 }, { 20000, 20000, 1 }, { 1e300, 1e300, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlPng) png = tl_png_new (cases[i].width, cases[i].height, cases[i].scale, &error);

      g_assert_null (png);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_largest_scale (void)
{
  double scale = tl_png_get_largest_scale (1000, 200000);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPng) png = tl_png_new (1000, 200000, scale, &error);

  g_assert_no_error (error);
  g_assert_nonnull (png);
  g_assert_cmpfloat (scale, >, 0.15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/png/picture", test_picture);
  g_test_add_func ("/png/too-large", test_too_large);
  g_test_add_func ("/png/largest-scale", test_largest_scale);
  return g_test_run ();
}
