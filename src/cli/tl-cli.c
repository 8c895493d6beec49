/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include "tl-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "tl-cli-private.h"
#include "tl-config.h"
#include "tl-repair.h"
#include "tl-save.h"

/* clang-format off */
static const TlCommand commands[] = {
  { "check",   N_("FILE"),        N_("Compute the figures and findings of a document"), tl_cli_check },
  { "export",  N_("FILE -o OUT"), N_("Write the map, the matrix, the leadership pack, a summary or a table"), tl_cli_export },
  { "convert", N_("IN OUT"),      N_("Write a document in its canonical form"), tl_cli_convert },
  { "new",     N_("-o OUT"),      N_("Make a new document, empty or from a template"), tl_cli_new },
  { "schema",  "",                N_("Print the JSON Schema of documents"), tl_cli_schema },
};
/* clang-format on */

static const TlCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static gboolean
is_option (const char *word, const char *option)
{
  return word != NULL && g_str_equal (word, option);
}

static void
print_help (void)
{
  g_print ("%s\n", _ ("Usage: throughline [FILE…]"));
  g_print ("%s\n\n", _ ("       throughline COMMAND [ARGUMENT…]"));
  g_print ("%s\n\n", _ ("Without a command, the application opens the files. The commands need no "
                        "display:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“throughline COMMAND --help” tells all of a command. Exit status: 0 done, "
                        "1 the check found what it was to fail on, 2 failed."));
}

/**
 * tl_cli_has_command:
 * @argc: number of words
 * @argv: the words of the command line
 *
 * Returns: whether they are for tl_cli_main() and not for the application
 */
gboolean
tl_cli_has_command (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;

  return word != NULL
         && (find_command (word) != NULL || is_option (word, "--help") || is_option (word, "-h")
             || is_option (word, "--version"));
}

/**
 * tl_cli_main:
 * @argc: number of words
 * @argv: words for which tl_cli_has_command() is true
 *
 * Runs a command without a display. Results go to standard output, messages to standard error.
 *
 * Returns: the exit status
 */
int
tl_cli_main (int argc, char **argv)
{
  const TlCommand *command;

  g_return_val_if_fail (tl_cli_has_command (argc, argv), TL_EXIT_FAILED);

  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if (is_option (argv[1], "--version"))
    g_print ("Throughline %s\n", TL_VERSION);
  else
    print_help ();
  return TL_EXIT_DONE;
}

/* Tells what went wrong on standard error; returns the status for it. */
int
tl_cli_fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("throughline: %s\n", message);
  return TL_EXIT_FAILED;
}

int
tl_cli_fail_with (const GError *error)
{
  return tl_cli_fail ("%s", error->message);
}

/* Parses the options of a command and holds it to its number of arguments, which are left in @argv.
 */
gboolean
tl_cli_parse (const char *name,
              const GOptionEntry *entries,
              int n_arguments,
              int *argc,
              char ***argv)
{
  return tl_cli_parse_described (name, NULL, entries, n_arguments, argc, argv);
}

/* The same for a command whose help has more to say at its end. */
gboolean
tl_cli_parse_described (const char *name,
                        const char *description,
                        const GOptionEntry *entries,
                        int n_arguments,
                        int *argc,
                        char ***argv)
{
  const TlCommand *command = find_command (name);
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("throughline %s", name);

  g_assert (command != NULL);
  /* The usage line of the option parser begins with the program's name. */
  g_set_prgname (program);
  context = g_option_context_new (*command->arguments != '\0' ? _ (command->arguments) : NULL);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      tl_cli_fail_with (error);
      return FALSE;
    }
  if (*argc != n_arguments + 1)
    {
      tl_cli_fail (_ ("%s takes these arguments: %s"), name,
                   *command->arguments != '\0' ? _ (command->arguments) : _ ("none"));
      return FALSE;
    }
  return TRUE;
}

/* %NULL is today. */
gboolean
tl_cli_parse_today (const char *text, TlDate *today)
{
  *today = text != NULL ? tl_date_parse (text) : tl_date_today ();
  if (*today != TL_DATE_NONE)
    return TRUE;
  tl_cli_fail (_ ("“%s” is not a date of the form YYYY-MM-DD."), text);
  return FALSE;
}

/* Reads a document and tells what had to be repaired; %NULL after telling why it cannot be read. */
TlDocument *
tl_cli_load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_load (file, NULL, &error);
  GPtrArray *repairs;

  if (document == NULL)
    {
      tl_cli_fail_with (error);
      return NULL;
    }
  repairs = tl_document_get_repairs (document);
  for (guint i = 0; i < repairs->len; i++)
    {
      g_autofree char *message = tl_repair_dup_message (repairs->pdata[i]);

      g_printerr ("%s: %s\n", path, message);
    }
  return document;
}

/* Writes safely; %FALSE after telling why it cannot be. */
gboolean
tl_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  TlFileIdentity written;

  if (tl_save (file, bytes, NULL, &written, NULL, &error))
    return TRUE;
  tl_cli_fail_with (error);
  return FALSE;
}

void
tl_cli_print_bytes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}
