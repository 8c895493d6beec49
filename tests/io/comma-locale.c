/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comma-locale.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define LOCALE "de_DE.UTF-8"

static gboolean
prints_a_comma (void)
{
  return g_strcmp0 (localeconv ()->decimal_point, ",") == 0;
}

/* Machines that build have hardly any locale; the sources of one make one. Each program has its
 * own folder, since tests run side by side. */
static void
compile_locale (void)
{
  g_autofree char *name = g_strdup_printf ("locale-%s", g_get_prgname ());
  g_autofree char *dir = g_build_filename (g_test_get_dir (G_TEST_BUILT), name, NULL);
  g_autofree char *output = g_build_filename (dir, LOCALE, NULL);
  const char *argv[] = { "localedef", "--no-archive", "-i", "de_DE", "-f", "UTF-8", output, NULL };

  g_mkdir_with_parents (dir, 0755);
  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", dir, TRUE);
}

gboolean
comma_locale_enter (void)
{
  static gboolean was_compiled;

  if (setlocale (LC_ALL, LOCALE) == NULL && !was_compiled)
    {
      was_compiled = TRUE;
      compile_locale ();
      setlocale (LC_ALL, LOCALE);
    }
  return prints_a_comma ();
}

void
comma_locale_leave (void)
{
  setlocale (LC_ALL, "C.UTF-8");
}
