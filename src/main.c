/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline"

#include <glib/gi18n.h>
#include <locale.h>

#include "tl-application.h"
#include "tl-cli.h"
#include "tl-config.h"

int
main (int argc, char **argv)
{
  g_autoptr (TlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The toolkit is not even initialised for a command: it may run where there is no display. */
  if (tl_cli_has_command (argc, argv))
    return tl_cli_main (argc, argv);

  g_set_application_name (C_ ("application name", "Throughline"));
  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
