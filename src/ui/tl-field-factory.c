/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-factory.h"

#include "tl-field-choice.h"
#include "tl-field-entry.h"
#include "tl-field-flag.h"
#include "tl-field-prose.h"
#include "tl-field-ref.h"
#include "tl-field-refs.h"
#include "tl-field-tri.h"

static GType
get_editor_type (TlField field)
{
  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_TEXT:
      /* Titles and sentences wrap; what is short stays on its line. */
      return field == TL_ITEM_TITLE ? TL_TYPE_FIELD_PROSE : TL_TYPE_FIELD_ENTRY;
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
    case TL_FIELD_TYPE_DATE:
      return TL_TYPE_FIELD_ENTRY;
    case TL_FIELD_TYPE_PROSE:
      return TL_TYPE_FIELD_PROSE;
    case TL_FIELD_TYPE_CHOICE:
      return TL_TYPE_FIELD_CHOICE;
    case TL_FIELD_TYPE_FLAG:
      return TL_TYPE_FIELD_FLAG;
    case TL_FIELD_TYPE_TRI:
      return TL_TYPE_FIELD_TRI;
    case TL_FIELD_TYPE_REF:
      return TL_TYPE_FIELD_REF;
    case TL_FIELD_TYPE_REFS:
      return TL_TYPE_FIELD_REFS;
    case TL_FIELD_TYPE_DATA:
    default:
      return G_TYPE_INVALID;
    }
}

/**
 * tl_field_has_editor:
 * @field: a field
 *
 * Returns: whether people edit @field; raw data they do not
 */
gboolean
tl_field_has_editor (TlField field)
{
  return get_editor_type (field) != G_TYPE_INVALID;
}

/**
 * tl_field_create_editor:
 * @field: a field that has an editor
 *
 * Returns: (transfer floating): a new editor, bound to nothing yet
 */
GtkWidget *
tl_field_create_editor (TlField field)
{
  g_return_val_if_fail (tl_field_has_editor (field), NULL);

  return g_object_new (get_editor_type (field), "field", (guint) field, NULL);
}
