/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-settings.h"

#include "tl-config.h"

/**
 * tl_settings_new:
 *
 * What is remembered of how the program is used. g_settings_new() would end the program where the
 * schema is not installed.
 *
 * Returns: (transfer full) (nullable): the settings; NULL where nothing can be remembered
 */
GSettings *
tl_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TL_APP_ID, TRUE);
  return schema != NULL ? g_settings_new (TL_APP_ID) : NULL;
}
