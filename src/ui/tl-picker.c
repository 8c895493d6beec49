/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-picker.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-place.h"
#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-link-ranking.h"
#include "tl-picker-window.h"

/* What is being linked while the picker is open. */
typedef struct
{
  TlSession *session;
  TlItem *item;
  TlItem *link; /* (nullable): what is moved to another end */
} Linking;

/* Who is told of the item. */
typedef struct
{
  TlPickedFunc picked;
  gpointer user_data;
  GDestroyNotify destroy;
} Choosing;

static Choosing *
choosing_new (TlPickedFunc picked, gpointer user_data, GDestroyNotify destroy)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  *choosing = (Choosing) { picked, user_data, destroy };
  return choosing;
}

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  if (choosing->destroy != NULL)
    choosing->destroy (choosing->user_data);
  g_free (choosing);
}

static void
item_picked_cb (TlPickerEntry *entry, gpointer user_data)
{
  Choosing *choosing = user_data;

  choosing->picked (tl_picker_entry_get_item (entry), choosing->user_data);
}

static Linking *
linking_new (TlSession *session, TlItem *item, TlItem *link)
{
  Linking *linking = g_new0 (Linking, 1);

  linking->session = g_object_ref (session);
  linking->item = g_object_ref (item);
  g_set_object (&linking->link, link);
  return linking;
}

static void
linking_free (gpointer data)
{
  Linking *linking = data;

  g_object_unref (linking->session);
  g_object_unref (linking->item);
  g_clear_object (&linking->link);
  g_free (linking);
}

static gboolean
link_to (Linking *linking, TlItem *picked, GError **error)
{
  if (linking->link == NULL)
    return tl_command_link (linking->session, linking->item, picked, error) != NULL;
  if (tl_item_get_kind (picked) == TL_KIND_PROJECT)
    return tl_command_relink_from (linking->session, linking->link, picked, error);
  return tl_command_relink (linking->session, linking->link, picked, error);
}

static void
link_picked_cb (TlPickerEntry *entry, gpointer user_data)
{
  TlItem *picked = tl_picker_entry_get_item (entry);
  Linking *linking = user_data;
  g_autoptr (GError) error = NULL;

  /* The document may have changed below the picker. */
  if (tl_item_get_workspace (picked) == NULL || tl_item_get_workspace (linking->item) == NULL
      || (linking->link != NULL && tl_item_get_workspace (linking->link) == NULL))
    return;
  if (!link_to (linking, picked, &error))
    tl_session_say (linking->session, error->message, FALSE);
}

/* The only kind that @field may refer to, when such an item can stand for itself. */
static TlKind
get_new_kind (TlField field)
{
  static const TlKind kinds[] = { TL_KIND_PERSON, TL_KIND_UNIT, TL_KIND_THEME };
  guint32 refers_to = tl_field_get_spec (field)->refers_to;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (refers_to == 1u << kinds[i])
      return kinds[i];
  return TL_N_KINDS;
}

static gboolean
may_refer (TlItem *item, TlField field, TlItem *target)
{
  const char *id = tl_item_get_id (target);
  const char *const ids[] = { id, NULL };
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REFS)
    value = tl_value_from_words (ids);
  else
    value = tl_value_from_text (id);
  return tl_workspace_check (tl_item_get_workspace (item), item, field, &value, NULL);
}

static void
add_kind (TlPickerWindow *picker, TlItem *item, TlField field, TlKind kind)
{
  TlWorkspace *workspace = tl_item_get_workspace (item);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    {
      TlItem *target = tl_workspace_get_item (workspace, kind, i);

      if (target != item && may_refer (item, field, target))
        tl_picker_window_add (picker, target, NULL);
    }
}

/**
 * tl_picker_choose:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @title: what is to be chosen, translated, in header capitals
 * @items: (element-type TlItem): what there is to choose from, in that order
 * @picked: called once with the item, unless the user cancels
 * @user_data: for @picked
 * @destroy: (nullable): for @user_data
 */
void
tl_picker_choose (GtkWidget *parent,
                  TlSession *session,
                  const char *title,
                  GPtrArray *items,
                  TlPickedFunc picked,
                  gpointer user_data,
                  GDestroyNotify destroy)
{
  TlPickerWindow *picker;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session));
  g_return_if_fail (items != NULL && picked != NULL);

  picker = tl_picker_window_new (session, title, item_picked_cb,
                                 choosing_new (picked, user_data, destroy), choosing_free);
  for (guint i = 0; i < items->len; i++)
    tl_picker_window_add (picker, items->pdata[i], NULL);
  tl_picker_window_present (picker, parent);
}

/**
 * tl_picker_choose_for_field:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @item: the item with the field
 * @field: a field that refers to items
 * @picked: called once with the item, unless the user cancels
 * @user_data: for @picked
 * @destroy: (nullable): for @user_data
 *
 * Offers what @field may refer to. A person, unit or theme that does not exist yet can be added.
 */
void
tl_picker_choose_for_field (GtkWidget *parent,
                            TlSession *session,
                            TlItem *item,
                            TlField field,
                            TlPickedFunc picked,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  TlPickerWindow *picker;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && picked != NULL);
  g_return_if_fail (tl_field_get_spec (field)->refers_to != 0);

  name = tl_item_dup_name (item);
  picker = tl_picker_window_new (session, tl_field_get_label (field), item_picked_cb,
                                 choosing_new (picked, user_data, destroy), choosing_free);
  tl_picker_window_set_subject (picker, name);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if ((tl_field_get_spec (field)->refers_to & (1u << kind)) != 0)
      add_kind (picker, item, field, kind);
  if (get_new_kind (field) != TL_N_KINDS)
    tl_picker_window_offer_new (picker, get_new_kind (field));
  tl_picker_window_present (picker, parent);
}

static void
present_candidates (GtkWidget *parent, TlPickerWindow *picker, Linking *linking)
{
  g_autoptr (GPtrArray) candidates = tl_link_ranking_new (linking->session, linking->item);
  g_autofree char *name = tl_item_dup_name (linking->link != NULL ? linking->link : linking->item);
  gboolean is_project = tl_item_get_kind (linking->item) == TL_KIND_PROJECT;

  tl_picker_window_set_subject (picker, name);
  tl_picker_window_set_empty_words (
      picker, is_project ? _ ("It serves every objective that there is. Add another first.")
                         : _ ("Every project serves it already. Add another first."));
  for (guint i = 0; i < candidates->len; i++)
    {
      TlLinkCandidate *candidate = candidates->pdata[i];

      tl_picker_window_add (picker, candidate->item, candidate->reason);
    }
  tl_picker_window_present (picker, parent);
}

/**
 * tl_picker_link:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @item: a project that is to serve something, or an objective or goal that is to be served
 *
 * Asks what to link @item to, most promising first, and links it.
 */
void
tl_picker_link (GtkWidget *parent, TlSession *session, TlItem *item)
{
  TlPickerWindow *picker;
  Linking *linking;
  gboolean is_project;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && TL_IS_ITEM (item));

  is_project = tl_item_get_kind (item) == TL_KIND_PROJECT;
  linking = linking_new (session, item, NULL);
  picker = tl_picker_window_new (session,
                                 is_project ? C_ ("picker", "Link to an Objective")
                                            : C_ ("picker", "Link a Project"),
                                 link_picked_cb, linking, linking_free);
  present_candidates (parent, picker, linking);
}

/**
 * tl_picker_move_link:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @link: a link with both of its ends
 * @end: %TL_LINK_TARGET or %TL_LINK_PROJECT, which is to be another
 *
 * Asks where to move that end of the link, most promising first, and moves it.
 */
void
tl_picker_move_link (GtkWidget *parent, TlSession *session, TlItem *link, TlField end)
{
  TlField fixed = end == TL_LINK_TARGET ? TL_LINK_PROJECT : TL_LINK_TARGET;
  TlPickerWindow *picker;
  Linking *linking;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session));
  g_return_if_fail (tl_item_get_kind (link) == TL_KIND_LINK);
  g_return_if_fail (tl_item_get_ref (link, fixed) != NULL);

  linking = linking_new (session, tl_item_get_ref (link, fixed), link);
  picker = tl_picker_window_new (session,
                                 end == TL_LINK_TARGET ? C_ ("picker", "Move Link to an Objective")
                                                       : C_ ("picker", "Move Link to a Project"),
                                 link_picked_cb, linking, linking_free);
  present_candidates (parent, picker, linking);
}
