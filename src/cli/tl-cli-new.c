/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include <glib/gi18n.h>

#include "tl-cli-private.h"
#include "tl-format.h"
#include "tl-writer.h"

/* "plans/2027.throughline.json" is the plan "2027". */
static char *
make_title (const char *path)
{
  char *name = g_filename_display_basename (path);
  char *suffix = g_strrstr (name, TL_FORMAT_SUFFIX);

  if (suffix != NULL && suffix != name)
    *suffix = '\0';
  return name;
}

int
tl_cli_new (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *title = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("The file to make"), N_ ("OUT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!tl_cli_parse ("new", entries, 0, &argc, &argv))
    return TL_EXIT_FAILED;
  if (path == NULL)
    return tl_cli_fail (_ ("Say with -o which file to make."));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return tl_cli_fail (_ ("%s exists already and stays as it is."), path);

  workspace = tl_workspace_new ();
  title = make_title (path);
  tl_workspace_set_text (workspace, tl_workspace_get_root (workspace), TL_ITEM_TITLE, title, NULL);
  bytes = tl_write_bytes (workspace);
  return tl_cli_write (path, bytes) ? TL_EXIT_DONE : TL_EXIT_FAILED;
}
