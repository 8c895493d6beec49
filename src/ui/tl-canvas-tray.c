/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include "tl-settings.h"

static const char *const groupings[TL_N_TRAY_GROUPINGS] = {
  [TL_TRAY_UNGROUPED] = "none",
  [TL_TRAY_BY_UNIT] = "unit",
  [TL_TRAY_BY_ORIGIN] = "origin",
};

/**
 * tl_canvas_get_tray_groups:
 * @self: a canvas
 *
 * Returns: the name of what the cards of the tray are grouped by: "none", "unit" or "origin"
 */
const char *
tl_canvas_get_tray_groups (TlCanvas *self)
{
  return groupings[self->tray_groups];
}

/**
 * tl_canvas_set_tray_groups:
 * @self: a canvas
 * @name: (nullable): what to group the cards of the tray by; what is no such name changes nothing
 */
void
tl_canvas_set_tray_groups (TlCanvas *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_strcmp0 (name, groupings[i]) == 0 && self->tray_groups != (TlTrayGrouping) i)
      {
        self->tray_groups = (TlTrayGrouping) i;
        tl_canvas_invalidate_scene (self);
        g_object_notify (G_OBJECT (self), "tray-groups");
      }
}

/**
 * tl_canvas_init_tray:
 * @self: a new canvas
 *
 * Groups the tray as the user had it last.
 */
void
tl_canvas_init_tray (TlCanvas *self)
{
  g_autoptr (GSettings) settings = tl_settings_new ();

  if (settings != NULL)
    g_settings_bind (settings, "tray-groups", self, "tray-groups", G_SETTINGS_BIND_DEFAULT);
}
