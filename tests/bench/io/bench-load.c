/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a document takes to load, against a bare parse of the same bytes by json-glib: both in
 * turn in one run, the best of several, so that the ratio says more than the times. */

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>

#include "tl-json-scanner.h"
#include "tl-reader.h"
#include "tl-writer.h"

#define ROUNDS 7

typedef enum
{
  STEP_PARSE,
  STEP_SCAN,
  STEP_LOAD,
  STEP_WRITE,
  N_STEPS,
} Step;

static void
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_error ("json-glib does not take the file");
}

static void
scan (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!tl_json_scan (text, length, TL_JSON_SCAN_DOCUMENT, NULL, NULL))
    g_error ("the scanner does not take the file");
}

static void
load (GBytes *bytes)
{
  g_autoptr (TlReadResult) result = tl_read_bytes (bytes, NULL);

  if (result == NULL)
    g_error ("the reader does not take the file");
}

static gint64
run (Step step, GBytes *bytes, TlWorkspace *workspace)
{
  gint64 start = g_get_monotonic_time ();

  switch (step)
    {
    case STEP_PARSE:
      parse (bytes);
      break;
    case STEP_SCAN:
      scan (bytes);
      break;
    case STEP_LOAD:
      load (bytes);
      break;
    case STEP_WRITE:
      g_bytes_unref (tl_write_bytes (workspace));
      break;
    case N_STEPS:
    default:
      g_assert_not_reached ();
    }
  return g_get_monotonic_time () - start;
}

static void
measure (GBytes *bytes, TlWorkspace *workspace, gint64 best[N_STEPS])
{
  for (Step step = 0; step < N_STEPS; step++)
    best[step] = G_MAXINT64;
  for (int round = 0; round < ROUNDS; round++)
    for (Step step = 0; step < N_STEPS; step++)
      best[step] = MIN (best[step], run (step, bytes, workspace));
}

static gboolean
measure_file (const char *path, gint64 best[N_STEPS], GError **error)
{
  static const char *const names[N_STEPS] = { "json-glib parse", "scan", "load", "write" };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = tl_file_read (file, NULL, NULL, error);
  g_autoptr (TlReadResult) result = bytes != NULL ? tl_read_bytes (bytes, error) : NULL;

  if (result == NULL)
    return FALSE;
  measure (bytes, result->workspace, best);
  g_print ("%s: %" G_GSIZE_FORMAT " bytes\n", name, g_bytes_get_size (bytes));
  for (Step step = 0; step < N_STEPS; step++)
    g_print ("%-16s %9.2f ms  %5.2f × json-glib\n", names[step], (double) best[step] / 1000,
             (double) best[step] / (double) MAX (best[STEP_PARSE], 1));
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 best[N_STEPS];
  gint64 load_before = 0;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("Usage: %s FILE…\n", argv[0]);
      return EXIT_FAILURE;
    }
  for (int i = 1; i < argc; i++)
    {
      if (!measure_file (argv[i], best, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
      if (load_before > 0)
        g_print ("load: %.1f times the one before\n",
                 (double) best[STEP_LOAD] / (double) load_before);
      load_before = MAX (best[STEP_LOAD], 1);
    }
  return EXIT_SUCCESS;
}
