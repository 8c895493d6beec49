/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-link-words.h"

#include <glib/gi18n.h>

/**
 * tl_link_dup_look:
 * @link: a link
 *
 * Returns: (transfer full): in words what its line shows: by its width how strong it is, by dots
 *   that it is weak, and by dashes that it is disputed
 */
char *
tl_link_dup_look (TlItem *link)
{
  int strength = tl_item_get_choice (link, TL_LINK_STRENGTH);
  g_autofree char *words = NULL;

  if (strength == TL_CHOICE_NONE)
    words = g_strdup (C_ ("spoken", "strength not recorded"));
  else
    /* Translators: how strongly a project serves an objective. */
    words = g_strdup_printf (C_ ("spoken", "strength: %s"),
                             tl_field_get_choice_label (TL_LINK_STRENGTH, strength));
  if (tl_item_get_choice (link, TL_LINK_STATUS) != TL_LINK_STATUS_DISPUTED)
    return g_steal_pointer (&words);
  return g_strdup_printf (C_ ("spoken", "%s, disputed"), words);
}
