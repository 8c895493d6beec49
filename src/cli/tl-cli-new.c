/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include <glib/gi18n.h>

#include "tl-cli-private.h"
#include "tl-format.h"
#include "tl-template.h"
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

static char *
list_templates (const char *separator)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < tl_template_get_n_templates (); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? separator : "", tl_template_get (i)->name);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What the help tells of the templates. */
static char *
describe_templates (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Templates:"));

  for (guint i = 0; i < tl_template_get_n_templates (); i++)
    {
      const TlTemplate *template = tl_template_get (i);

      g_string_append_printf (text, "\n  %-24s  %s", template->name,
                              tl_template_get_summary (template));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A plan that has no title yet is called what its file is called. */
static TlWorkspace *
create (const TlTemplate *template, const char *path)
{
  TlWorkspace *workspace = template != NULL ? tl_template_create (template) : tl_workspace_new ();
  TlItem *root = tl_workspace_get_root (workspace);
  g_autofree char *title = make_title (path);

  if (*tl_item_get_title (root) == '\0')
    tl_workspace_set_text (workspace, root, TL_ITEM_TITLE, title, NULL);
  return workspace;
}

int
tl_cli_new (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *names = list_templates ("|");
  g_autofree char *listed = list_templates (", ");
  g_autofree char *description = describe_templates ();
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("The file to make"), N_ ("OUT") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &name,
      N_ ("What to begin from; nothing when not given"), names },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!tl_cli_parse_described ("new", description, entries, 0, &argc, &argv))
    return TL_EXIT_FAILED;
  if (path == NULL)
    return tl_cli_fail (_ ("Say with -o which file to make."));
  if (name != NULL && tl_template_find (name) == NULL)
    return tl_cli_fail (_ ("There is no template “%s”. There are: %s."), name, listed);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return tl_cli_fail (_ ("%s exists already and stays as it is."), path);

  workspace = create (tl_template_find (name), path);
  bytes = tl_write_bytes (workspace);
  return tl_cli_write (path, bytes) ? TL_EXIT_DONE : TL_EXIT_FAILED;
}
