/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-level.h"

#include <glib/gi18n-lib.h>

/* After Phillips: what goes in, what people think of it, what they know, what they do, which number
 * moves, and what it is worth. */
static const char *const names[TL_N_LEVELS] = {
  NC_ ("level", "input"),       NC_ ("level", "reaction"), NC_ ("level", "learning"),
  NC_ ("level", "application"), NC_ ("level", "impact"),   NC_ ("level", "return"),
};

/**
 * tl_level_get_name:
 * @level: a level, 0 to 5
 *
 * Returns: its name within a sentence, translated
 */
const char *
tl_level_get_name (int level)
{
  g_return_val_if_fail (level >= 0 && level < TL_N_LEVELS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "level", names[level]);
}

/**
 * tl_level_dup_label:
 * @level: a level, 0 to 5
 *
 * Returns: (transfer full): “level 4, impact”, translated
 */
char *
tl_level_dup_label (int level)
{
  /* Translators: a level of evaluation, within a sentence, and its name: “level 4, impact”. */
  return g_strdup_printf (C_ ("level", "level %d, %s"), level, tl_level_get_name (level));
}
