/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-workspace.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-workspace-private.h"

/* What may become the value of a field. Every editor and the reader ask here, so that bad input is
 * refused with the same words everywhere. */

#define INTEGER_LIMIT 9007199254740992.0 /* 2^53, up to which doubles are whole */

static gboolean
check_number (const TlFieldSpec *spec, double number, GError **error)
{
  if (!isfinite (number) || (spec->type == TL_FIELD_TYPE_INTEGER && fabs (number) > INTEGER_LIMIT))
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_RANGE,
                 _ ("The number is too large."));
  else if (spec->type == TL_FIELD_TYPE_INTEGER && number != floor (number))
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_RANGE,
                 _ ("%g is not a whole number."), number);
  else if (number < spec->minimum && spec->maximum == G_MAXDOUBLE)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_RANGE, _ ("%g is less than %g."),
                 number, spec->minimum);
  else if (number < spec->minimum || number > spec->maximum)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_RANGE,
                 _ ("%g is not between %g and %g."), number, spec->minimum, spec->maximum);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_reference (TlWorkspace *self,
                 TlItem *item,
                 const TlFieldSpec *spec,
                 const char *id,
                 GError **error)
{
  TlItem *target = tl_workspace_lookup (self, id);

  if (target == NULL)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DANGLING,
                 _ ("Nothing in the document has the id “%s”."), id);
  else if ((spec->refers_to & (1u << tl_item_get_kind (target))) == 0)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DANGLING,
                 _ ("“%s” is of another kind (%s) than fits here."), id,
                 tl_kind_get_label (tl_item_get_kind (target)));
  else if (target == item)
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CYCLE,
                 _ ("“%s” cannot refer to itself."), id);
  else if (spec->is_acyclic && tl_workspace_is_below (self, target, item, spec->field))
    g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CYCLE,
                 _ ("“%s” would become part of itself."), tl_item_get_id (item));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_form (TlWorkspace *self,
            TlItem *item,
            const TlFieldSpec *spec,
            const TlValue *value,
            GError **error)
{
  switch (spec->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return check_number (spec, value->number, error);
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      if (value->choice >= 0 && value->choice < spec->n_choices)
        return TRUE;
      g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CHOICE,
                   _ ("There is no such choice."));
      return FALSE;
    case TL_FIELD_TYPE_REF:
      return check_reference (self, item, spec, value->text, error);
    case TL_FIELD_TYPE_REFS:
      for (GStrv id = value->words; *id != NULL; id++)
        if (!check_reference (self, item, spec, *id, error))
          return FALSE;
      return TRUE;
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_DATE:
    case TL_FIELD_TYPE_DATA:
    default:
      return TRUE;
    }
}

gboolean
tl_workspace_check_writable (TlWorkspace *self, GError **error)
{
  if (!tl_workspace_is_read_only (self))
    return TRUE;
  g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
               _ ("The document is open for reading only."));
  return FALSE;
}

/**
 * tl_workspace_check:
 * @self: a workspace
 * @item: an item in it
 * @field: a field of its kind
 * @value: what it is to hold; unset always fits
 * @error: return location for a #TlWorkspaceError with a sentence that tells what is wrong
 *
 * Returns: whether tl_workspace_set() would take @value
 */
gboolean
tl_workspace_check (TlWorkspace *self,
                    TlItem *item,
                    TlField field,
                    const TlValue *value,
                    GError **error)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (tl_kind_has_field (tl_item_get_kind (item), field), FALSE);

  if (!tl_workspace_check_writable (self, error))
    return FALSE;
  if (value->form == TL_VALUE_UNSET)
    return TRUE;
  if (value->form != tl_field_get_form (field))
    {
      g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_FORM,
                   _ ("The value is of another type."));
      return FALSE;
    }
  return check_form (self, item, tl_field_get_spec (field), value, error);
}
