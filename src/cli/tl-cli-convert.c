/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include "tl-cli-private.h"
#include "tl-writer.h"

int
tl_cli_convert (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!tl_cli_parse ("convert", entries, 2, &argc, &argv))
    return TL_EXIT_FAILED;
  document = tl_cli_load (argv[1]);
  if (document == NULL)
    return TL_EXIT_FAILED;
  if (tl_document_is_read_only (document))
    return tl_cli_fail ("%s", tl_document_get_read_only_reason (document));
  bytes = tl_write_bytes (tl_document_get_workspace (document));
  return tl_cli_write (argv[2], bytes) ? TL_EXIT_DONE : TL_EXIT_FAILED;
}
