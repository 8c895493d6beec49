/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-template.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-reader.h"
#include "tl-io-resources.h"

#define FOLDER "/io/github/throughline/Throughline/templates/"

static const TlTemplate templates[] = {
  { "goals-first", NC_ ("template", "Goals First"),
    N_ ("A few goals and objectives to write over, with a word on what belongs in each") },
  { TL_TEMPLATE_SAMPLE, NC_ ("template", "Regional Railway"),
    N_ ("The whole plan of an invented railway, in which every check finds something") },
};

/**
 * tl_template_get_n_templates:
 *
 * Returns: how many templates there are
 */
guint
tl_template_get_n_templates (void)
{
  return G_N_ELEMENTS (templates);
}

/**
 * tl_template_get:
 * @index: less than tl_template_get_n_templates()
 *
 * Returns: (transfer none): the template, in the order in which they are offered
 */
const TlTemplate *
tl_template_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  return &templates[index];
}

/**
 * tl_template_find:
 * @name: (nullable): a name, such as "goals-first"
 *
 * Returns: (transfer none) (nullable): the template that has it
 */
const TlTemplate *
tl_template_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].name, name) == 0)
      return &templates[i];
  return NULL;
}

/**
 * tl_template_get_title:
 * @self: a template
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
tl_template_get_title (const TlTemplate *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "template", self->title);
}

/**
 * tl_template_get_summary:
 * @self: a template
 *
 * Returns: (transfer none): what is in it, translated
 */
const char *
tl_template_get_summary (const TlTemplate *self)
{
  return _ (self->summary);
}

/**
 * tl_template_get_bytes:
 * @self: a template
 *
 * Returns: (transfer full): its document
 */
GBytes *
tl_template_get_bytes (const TlTemplate *self)
{
  g_autofree char *path = g_strconcat (FOLDER, self->name, TL_FORMAT_SUFFIX, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes
      = g_resource_lookup_data (tl_io_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("A template is not in the program: %s", error->message);
  return bytes;
}

/**
 * tl_template_create:
 * @self: a template
 *
 * Returns: (transfer full): a workspace of one's own, with what is in the template
 */
TlWorkspace *
tl_template_create (const TlTemplate *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlReadResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = tl_template_get_bytes (self);
  result = tl_read_bytes (bytes, &error);
  if (result == NULL)
    g_error ("A template cannot be read: %s", error->message);
  return g_object_ref (result->workspace);
}
