/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-markdown.h"

#include <string.h>

/**
 * tl_markdown_append_text:
 * @out: a document in Markdown
 * @text: what somebody has written, in one line or several
 *
 * Appends it as one line. What would be markup in it is taken as it stands.
 */
void
tl_markdown_append_text (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("\\`*_{}[]<>#+-|!~&", *c) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c == '\n' || *c == '\r' ? ' ' : *c);
    }
}
