/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sample-picture.h"
#include "tl-pdf.h"

static GBytes *
draw (const char *title)
{
  TlPdfInfo info = { .title = title, .author = "An author", .created = "2025-07-01T00:00:00Z" };
  g_autoptr (TlPdf) pdf = tl_pdf_new (&info);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (int page = 1; page <= 2; page++)
    {
      g_autofree char *name = g_strdup_printf ("Page %d", page);

      sample_picture_paint (tl_pdf_begin_page (pdf, 842, 595, name), title);
      tl_pdf_end_page (pdf);
    }
  bytes = tl_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Runs a tool of poppler on the document, which follows on its standard input; NULL without it. */
static char *
run (GBytes *pdf, const char *tool, const char *option)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, option, NULL, NULL, NULL };
  int status;

  if (program == NULL)
    return NULL;
  directory = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (directory, "test.pdf", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  argv[2] = path;
  argv[3] = strcmp (tool, "pdftotext") == 0 ? "-" : NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_remove (path);
  g_rmdir (directory);
  return g_steal_pointer (&output);
}

static void
test_text (void)
{
  g_autoptr (GBytes) pdf = draw ("Office ffi: Größe und Wirkung");
  g_autofree char *text = run (pdf, "pdftotext", "-raw");

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "Office ffi: Größe und"));
  g_assert_nonnull (strstr (text, "12 days"));
}

static void
test_information (void)
{
  g_autoptr (GBytes) pdf = draw ("The title");
  g_autofree char *text = run (pdf, "pdfinfo", "-isodates");

  if (text == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "The title"));
  g_assert_nonnull (strstr (text, "An author"));
  g_assert_nonnull (strstr (text, "2025-07-01T00:00:00Z"));
  g_assert_nonnull (strstr (text, "842 x 595"));
  g_assert_nonnull (strstr (text, "Pages:           2"));
}

static void
test_links (void)
{
  g_autoptr (GBytes) pdf = draw ("The title");
  g_autofree char *text = run (pdf, "pdfinfo", "-url");

  if (text == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "https://example.org/?a='b'&c"));
  g_assert_null (strstr (text, "javascript"));
}

static void
test_fonts (void)
{
  g_autoptr (GBytes) pdf = draw ("The title");
  g_autofree char *images = run (pdf, "pdfimages", "-list");
  g_auto (GStrv) lines = NULL;

  if (images == NULL)
    {
      g_test_skip ("pdfimages is not installed");
      return;
    }
  lines = g_strsplit (g_strstrip (images), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2); /* the two of its heading */
}

static void
test_repeatable (void)
{
  g_autoptr (GBytes) first = draw ("The title");
  g_autoptr (GBytes) second = draw ("The title");

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_hostile (void)
{
  static const char *const titles[] = {
    "<b>&\"'\\", "\x01\x02", "\xff\xff", "שלום שלום", "🎯🎯", "uri='x' dest='y'", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GBytes) pdf = draw (titles[i]);

      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
    }
}

static void
test_safe_links (void)
{
  static const struct
  {
    const char *uri;
    gboolean is_safe;
  } cases[] = {
    { "https://example.org/a?b=c#d", TRUE },
    { "HTTP://EXAMPLE.ORG", TRUE },
    { "mailto:someone@example.org", TRUE },
    { NULL, FALSE },
    { "", FALSE },
    { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },
    { "https://exa mple.org", FALSE },
    { "https://example.org\n", FALSE },
    { "//example.org", FALSE },
    { "data:text/html,x", FALSE },
    { "https://\xff", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_painter_link_is_safe (cases[i].uri), ==, cases[i].is_safe);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/information", test_information);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/no-bitmaps", test_fonts);
  g_test_add_func ("/pdf/repeatable", test_repeatable);
  g_test_add_func ("/pdf/hostile", test_hostile);
  g_test_add_func ("/pdf/safe-links", test_safe_links);
  return g_test_run ();
}
