/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-style.h"

#include <adwaita.h>

#define USUAL_XFT_DPI (96.0 * 1024)
#define LARGEST_TEXT_SCALE 3.0

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
 * tl_style_get_text_scale:
 *
 * Returns: how large the user wants texts to be; 1 is the usual size, which is never fallen below
 */
double
tl_style_get_text_scale (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return CLAMP (dpi / USUAL_XFT_DPI, 1, LARGEST_TEXT_SCALE);
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

/**
 * tl_style_create_picture_context:
 * @widget: where a picture of the document is shown
 *
 * A picture of the document is the same wherever the language of the program is written from right
 * to left, because paper and screen are to show one thing, and its direction is a choice of the
 * document. Each text in it begins on the side on which its own letters begin.
 *
 * Returns: (transfer full): the fonts of @widget, for the texts of such a picture
 */
PangoContext *
tl_style_create_picture_context (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);

  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/**
 * tl_style_align_layout:
 * @layout: a single paragraph
 * @direction: of the widget that shows it
 * @is_end: whether it stands at the end of the widget, as numbers do
 *
 * Puts a text on the side where the widget begins, as a label does, or at its end. Pango turns the
 * sides around where a text is written in another direction than those around it. The layout has
 * its width already, or else it is laid out twice.
 */
void
tl_style_align_layout (PangoLayout *layout, GtkTextDirection direction, gboolean is_end)
{
  gboolean is_rtl = direction == GTK_TEXT_DIR_RTL;
  gboolean is_right = is_rtl != is_end;
  PangoLayoutLine *line;

  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  line = pango_layout_get_line_readonly (layout, 0);
  if ((pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL) != is_rtl)
    pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}
