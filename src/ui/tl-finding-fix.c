/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-fix.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-picker.h"

/* A finding about a project may be mended in one of its links: in the first that has a gap there.
 */
static TlItem *
find_link (TlAlignment *alignment, TlItem *project, TlField field)
{
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  for (guint i = 0; i < n; i++)
    if (!tl_item_is_set (links[i], field))
      return links[i];
  return n > 0 ? links[0] : NULL;
}

static TlItem *
find_edited (TlAlignment *alignment, TlItem *item, TlField field)
{
  if (tl_kind_has_field (tl_item_get_kind (item), field))
    return item;
  if (tl_item_get_kind (item) == TL_KIND_PROJECT && tl_kind_has_field (TL_KIND_LINK, field))
    return find_link (alignment, item, field);
  if (tl_item_get_kind (item) == TL_KIND_GOAL && tl_kind_has_field (TL_KIND_PERSON, field))
    return tl_item_get_ref (item, TL_GOAL_OWNER);
  return NULL;
}

static char *
dup_edit_label (TlItem *item, TlField field)
{
  if (item == NULL)
    return NULL;
  if (tl_item_is_set (item, field))
    /* Translators: the name of a field. */
    return g_strdup_printf (C_ ("fix", "Change “%s”"), tl_field_get_label (field));
  /* Translators: the name of a field. */
  return g_strdup_printf (C_ ("fix", "Fill In “%s”"), tl_field_get_label (field));
}

/**
 * tl_finding_fix_dup_label:
 * @alignment: the alignment that the finding rests on
 * @rule: the rule of a finding
 * @item: what the finding is about
 *
 * Returns: (transfer full) (nullable): what a button is called that does something about the
 *   finding; %NULL where one click can do nothing
 */
char *
tl_finding_fix_dup_label (TlAlignment *alignment, const TlRule *rule, TlItem *item)
{
  gboolean is_project;

  g_return_val_if_fail (rule != NULL && TL_IS_ITEM (item), NULL);

  is_project = tl_item_get_kind (item) == TL_KIND_PROJECT;

  switch (rule->fix)
    {
    case TL_FIX_LINK:
      return g_strdup (is_project ? C_ ("fix", "Link to an Objective…")
                                  : C_ ("fix", "Link a Project…"));
    case TL_FIX_EDIT:
      return dup_edit_label (find_edited (alignment, item, rule->field), rule->field);
    case TL_FIX_STOP:
      return is_project ? g_strdup (C_ ("fix", "Stop the Project")) : NULL;
    case TL_FIX_OBJECTIVE:
      return g_strdup (C_ ("fix", "Write the Objective"));
    case TL_FIX_NONE:
    default:
      return NULL;
    }
}

static void
edit (GtkWidget *widget, TlSession *session, TlItem *item, TlField field)
{
  TlItem *edited = find_edited (tl_session_get_alignment (session), item, field);

  if (edited != NULL)
    gtk_widget_activate_action (widget, "win.edit-field", "(si)", tl_item_get_id (edited),
                                (int) field);
}

static void
write_objective (GtkWidget *widget, TlSession *session, TlItem *item)
{
  TlItem *objective = tl_command_write_objective (session, item, NULL);

  if (objective == NULL)
    return;
  tl_session_reveal (session, objective);
  gtk_widget_activate_action (widget, "win.edit-field", "(si)", tl_item_get_id (objective),
                              (int) TL_ITEM_TITLE);
}

/**
 * tl_finding_fix_run:
 * @widget: the widget that was pressed, in the window of @session
 * @session: where the finding was found
 * @rule: the rule of the finding, which is gone when this returns
 * @item: what the finding is about
 *
 * Does what tl_finding_fix_dup_label() says, or asks for what it needs.
 */
void
tl_finding_fix_run (GtkWidget *widget, TlSession *session, const TlRule *rule, TlItem *item)
{
  g_autoptr (GtkWidget) keep_widget = g_object_ref (widget);
  g_autoptr (TlItem) keep_item = g_object_ref (item);
  g_autoptr (GError) error = NULL;

  tl_session_reveal (session, item);
  switch (rule->fix)
    {
    case TL_FIX_LINK:
      tl_picker_link (widget, session, item);
      break;
    case TL_FIX_EDIT:
      edit (widget, session, item, rule->field);
      break;
    case TL_FIX_STOP:
      if (!tl_command_stop (session, item, &error))
        tl_session_say (session, error->message, FALSE);
      break;
    case TL_FIX_OBJECTIVE:
      write_objective (widget, session, item);
      break;
    case TL_FIX_NONE:
    default:
      break;
    }
}
