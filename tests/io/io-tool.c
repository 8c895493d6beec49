/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scripts beside it need of the library: a schema, documents of chance, one save. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "random-workspace.h"
#include "tl-json-schema.h"
#include "tl-save.h"
#include "tl-writer.h"

static int
print_bytes (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return fwrite (data, 1, length, stdout) == length ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
print_schema (void)
{
  g_autoptr (GBytes) bytes = tl_json_schema_write ();

  return print_bytes (bytes);
}

static int
print_random_document (void)
{
  g_autoptr (TlWorkspace) workspace = random_workspace_new (4);
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);

  return print_bytes (bytes);
}

/* Reads the new content first; a call that does nothing tells a tracer where saving begins. */
static int
save (const char *path, const char *source)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  TlFileIdentity expected, written;

  bytes = tl_file_read_path (source, NULL, NULL, &error);
  if (bytes != NULL)
    before = tl_file_read (file, &expected, NULL, &error);
  g_assert_no_error (error);
  rmdir ("/the save begins");
  if (tl_save (file, bytes, &expected, &written, NULL, &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "%s\n", error->message);
  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 2 && g_str_equal (argv[1], "schema"))
    return print_schema ();
  if (argc == 2 && g_str_equal (argv[1], "random"))
    return print_random_document ();
  if (argc == 4 && g_str_equal (argv[1], "save"))
    return save (argv[2], argv[3]);
  fprintf (stderr, "Usage: %s schema | random | save FILE SOURCE\n", argv[0]);
  return EXIT_FAILURE;
}
