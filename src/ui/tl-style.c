/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-style.h"

#include <adwaita.h>

/**
 * tl_style_get_theme:
 *
 * Returns: (transfer none): the colours of what is painted, as the system wants them now: light or
 *   dark, and with high contrast or without
 */
const TlTheme *
tl_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return tl_theme_get (is_dark ? TL_THEME_CONTRAST_DARK : TL_THEME_CONTRAST_LIGHT);
  return tl_theme_get (is_dark ? TL_THEME_DARK : TL_THEME_LIGHT);
}

/**
 * tl_style_connect:
 * @object: who paints
 * @changed: called with @object when there are other colours
 *
 * The connection ends with the object.
 */
void
tl_style_connect (gpointer object, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}
