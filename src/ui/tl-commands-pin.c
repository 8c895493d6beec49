/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-pin.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-pin.h"

static gboolean
refuse_when_read_only (TlSession *session)
{
  if (tl_session_is_editable (session))
    return FALSE;
  tl_session_say (session, _ ("The document is open for reading only."), FALSE);
  return TRUE;
}

/* All that says where @card is to lie, but for @kept. */
static void
remove_places (TlItem *card, TlItem *kept)
{
  for (guint i = tl_item_get_n_referrers (card); i > 0; i--)
    {
      TlField field;
      TlItem *place = tl_item_get_referrer (card, i - 1, &field);

      if (field == TL_PLACE_ITEM && place != kept)
        tl_workspace_remove (tl_item_get_workspace (card), place);
    }
}

static TlItem *
find_place (TlItem *card)
{
  TlItem *pin = tl_pin_find (card);

  for (guint i = 0; pin == NULL && i < tl_item_get_n_referrers (card); i++)
    {
      TlField field;
      TlItem *place = tl_item_get_referrer (card, i, &field);

      if (field == TL_PLACE_ITEM)
        return place;
    }
  return pin;
}

static void
set_coordinate (TlItem *place, TlField field, double coordinate)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  gboolean taken
      = tl_workspace_set_number (tl_item_get_workspace (place), place, field,
                                 CLAMP (round (coordinate), spec->minimum, spec->maximum), NULL);

  g_assert (taken);
}

static void
pin (TlWorkspace *workspace, TlItem *card, TlPoint corner)
{
  TlItem *place = find_place (card);

  if (place == NULL)
    {
      place = tl_workspace_add (workspace, TL_KIND_PLACE, NULL, TL_POSITION_END, NULL);
      g_assert (place != NULL);
      tl_workspace_set_ref (workspace, place, TL_PLACE_ITEM, card, NULL);
    }
  set_coordinate (place, TL_PLACE_X, corner.x);
  set_coordinate (place, TL_PLACE_Y, corner.y);
  remove_places (card, place);
}

/**
 * tl_command_pin_cards:
 * @session: a session
 * @items: (element-type TlItem): cards of the map; other items among them are passed over
 * @points: (array): where the upper left corner of each is to lie, in map units
 * @label: (nullable): what was done, for the history: “Pin Card”, unless it says otherwise
 *
 * Lets cards stay where they are put, to the nearest whole unit. A card that was pinned before is
 * moved.
 *
 * Returns: whether there was a card; not when the document is read-only, which has been said
 */
gboolean
tl_command_pin_cards (TlSession *session,
                      GPtrArray *items,
                      const TlPoint *points,
                      const char *label)
{
  TlWorkspace *workspace;
  gboolean has_card = FALSE;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (items != NULL && (points != NULL || items->len == 0), FALSE);

  if (refuse_when_read_only (session))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, label != NULL
                                     ? label
                                     : ngettext ("Pin Card", "Pin Cards", (gulong) items->len));
  for (guint i = 0; i < items->len; i++)
    if (tl_pin_is_kind (tl_item_get_kind (items->pdata[i])))
      {
        pin (workspace, items->pdata[i], points[i]);
        has_card = TRUE;
      }
  tl_workspace_commit (workspace);
  return has_card;
}

/* Returns how many cards went back to the layout. */
static guint
unpin (TlSession *session, GPtrArray *items, const char *label)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n = tl_session_count_pinned (session, items);

  if (n == 0)
    return 0;
  tl_workspace_begin (workspace, label);
  for (guint i = 0; i < items->len; i++)
    if (tl_pin_find (items->pdata[i]) != NULL)
      remove_places (items->pdata[i], NULL);
  tl_workspace_commit (workspace);
  return n;
}

/**
 * tl_command_unpin_cards:
 * @session: a session
 * @items: (element-type TlItem): items
 *
 * Gives the places of those that are pinned back to the layout.
 *
 * Returns: whether one was pinned; not when the document is read-only, which has been said
 */
gboolean
tl_command_unpin_cards (TlSession *session, GPtrArray *items)
{
  g_return_val_if_fail (TL_IS_SESSION (session) && items != NULL, FALSE);

  if (refuse_when_read_only (session))
    return FALSE;
  return unpin (session, items, ngettext ("Unpin Card", "Unpin Cards", (gulong) items->len)) > 0;
}

/* The cards that are pinned, each once. */
static GPtrArray *
list_pinned (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PLACE); i++)
    {
      TlItem *place = tl_workspace_get_item (workspace, TL_KIND_PLACE, i);
      TlItem *card = tl_item_get_ref (place, TL_PLACE_ITEM);

      if (card != NULL && tl_pin_find (card) == place)
        g_ptr_array_add (cards, card);
    }
  return cards;
}

/**
 * tl_command_tidy_all:
 * @session: a session
 *
 * Gives the places of all cards back to the layout, and says how many there were.
 *
 * Returns: whether one was pinned; not when the document is read-only, which has been said
 */
gboolean
tl_command_tidy_all (TlSession *session)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *words = NULL;
  guint n;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);

  if (refuse_when_read_only (session))
    return FALSE;
  cards = list_pinned (session);
  n = unpin (session, cards, C_ ("undo", "Tidy Map"));
  if (n == 0)
    return FALSE;
  words = g_strdup_printf (ngettext ("Unpinned %u card", "Unpinned %u cards", n), n);
  tl_session_say (session, words, TRUE);
  return TRUE;
}

/**
 * tl_session_count_pinned:
 * @session: a session
 * @items: (nullable) (element-type TlItem): items, or %NULL for all
 *
 * Returns: how many of them are cards that the user has pinned
 */
guint
tl_session_count_pinned (TlSession *session, GPtrArray *items)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  g_return_val_if_fail (TL_IS_SESSION (session), 0);

  if (items == NULL)
    items = all = list_pinned (session);
  for (guint i = 0; i < items->len; i++)
    n += tl_pin_find (items->pdata[i]) != NULL;
  return n;
}
