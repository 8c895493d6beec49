/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include "tl-cli-private.h"
#include "tl-json-schema.h"

int
tl_cli_schema (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GBytes) schema = NULL;

  if (!tl_cli_parse ("schema", entries, 0, &argc, &argv))
    return TL_EXIT_FAILED;
  schema = tl_json_schema_write ();
  tl_cli_print_bytes (schema);
  return TL_EXIT_DONE;
}
