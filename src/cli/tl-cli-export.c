/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-cli-private.h"
#include "tl-export.h"

static char *
list_exports (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < tl_exporter_get_n_exporters (); i++)
    g_string_append_printf (list, i > 0 ? "|%s" : "%s", tl_exporter_get (i)->what);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* How the map is laid out follows its colours, between colons. */
static char *
dup_what (const char *what, const char *arrange, const char *direction)
{
  if (what == NULL)
    what = "map";
  if (arrange == NULL && direction == NULL)
    return g_strdup (what);
  return g_strdup_printf ("%s%s:%s:%s", what, strchr (what, ':') != NULL ? "" : ":",
                          arrange != NULL ? arrange : "", direction != NULL ? direction : "");
}

static gboolean
is_map (const char *what)
{
  return what == NULL || g_str_equal (tl_exporter_find (what)->what, "map");
}

int
tl_cli_export (int argc, char **argv)
{
  g_autofree char *what = NULL;
  g_autofree char *arrange = NULL;
  g_autofree char *direction = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  g_autofree char *today_text = NULL;
  gboolean with_private = FALSE;
  g_autofree char *all = list_exports ();
  const char *description
      = _ ("“map:status” colours the map by the status of projects and not by their goals;\n"
           "“table:people” writes the register of people and not that of projects.");
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("The file to write; its extension is its type"), N_ ("OUT") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &what, N_ ("What to export; the map when not given"),
      all },
    { "arrange", 0, 0, G_OPTION_ARG_STRING, &arrange,
      N_ ("How the cards of the map are arranged; by goal when not given"),
      "goal|theme|unit|quarter|category" },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &direction,
      N_ ("Where the map goes from the goals; right when not given"), "right|down" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_ ("The day to check on"), N_ ("DATE") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &with_private,
      N_ ("With what private fields say of partners, which is left out otherwise"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TlDate today;

  if (!tl_cli_parse_described ("export", description, entries, 1, &argc, &argv)
      || !tl_cli_parse_today (today_text, &today))
    return TL_EXIT_FAILED;
  if (path == NULL)
    return tl_cli_fail (_ ("Say with -o which file to write."));
  if (what != NULL && tl_exporter_find (what) == NULL)
    return tl_cli_fail (_ ("--what takes %s, not “%s”."), all, what);
  if ((arrange != NULL || direction != NULL) && !is_map (what))
    return tl_cli_fail (_ ("--arrange and --direction are for the map, not “%s”."), what);

  whole = dup_what (what, arrange, direction);
  document = tl_cli_load (argv[1]);
  if (document == NULL)
    return TL_EXIT_FAILED;
  analysis = tl_analysis_new_complete (tl_document_get_workspace (document), today);
  file = g_file_new_for_commandline_arg (path);
  if (!tl_export_to_file (analysis, whole, file,
                          with_private ? TL_EXPORT_WITH_PRIVATE : TL_EXPORT_PUBLIC, &error))
    return tl_cli_fail_with (error);
  return TL_EXIT_DONE;
}
