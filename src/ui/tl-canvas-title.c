/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-canvas-private.h"
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-rename-entry.h"
#include "tl-titles.h"

/* Titles that are written on the map: over the card that is renamed, or where a card is to be. */

#define MIN_RENAME_WIDTH 200
#define NEW_WIDTH 280
#define NEW_GAP 6.0   /* pixels below the card before */
#define EDGE_GAP 8.0  /* pixels to the edge of the map */
#define SIDE_GAP 24.0 /* map units beside what the new card hangs together with */

/* What hangs together with a new item as with its like: what the next one is added to as well. */
static TlItem *
find_under (TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);

      if (field == TL_LINK_PROJECT)
        return tl_item_get_ref (link, TL_LINK_TARGET);
    }
  return NULL;
}

static gboolean
is_gone (TlItem *item)
{
  return item != NULL && tl_item_get_workspace (item) == NULL;
}

/* The entry. */

static void
put_entry (TlCanvas *self, const char *title, GCallback done)
{
  tl_canvas_hide_essentials (self);
  self->rename_entry = tl_rename_entry_new (title);
  g_signal_connect_object (self->rename_entry, "done", done, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rename_entry, GTK_WIDGET (self));
}

/* Below what was added before, if the map shows it, or where it was asked for. */
static TlRect
get_new_rect (TlCanvas *self)
{
  TlCanvasNewCard *card = &self->new_card;
  TlPoint at = tl_viewport_to_screen (tl_canvas_get_viewport (self), card->at);
  guint index;

  if (card->beside != NULL && tl_map_view_find (self->view, card->beside, &index))
    {
      TlRect rect = tl_map_view_get_entry_rect (self->view, index);

      return tl_rect (rect.x, rect.y + rect.height + NEW_GAP, MAX (rect.width, NEW_WIDTH), 0);
    }
  return tl_rect (at.x, at.y, NEW_WIDTH, 0);
}

/* Within the map, and not over what the new card is to hang together with. */
static TlRect
fit_new_rect (TlCanvas *self, TlRect rect)
{
  TlItem *under = self->new_card.under;
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - EDGE_GAP;
  double bottom = gtk_widget_get_height (GTK_WIDGET (self)) - EDGE_GAP;
  guint index;

  rect.x = MAX (EDGE_GAP, MIN (rect.x, right - rect.width));
  if (under != NULL && tl_map_view_find (self->view, tl_item_get_id (under), &index))
    {
      TlRect card = tl_map_view_get_entry_rect (self->view, index);

      if (tl_rect_intersects (rect, card))
        rect.y = card.y + card.height + NEW_GAP;
    }
  rect.y = MAX (tl_map_view_get_top (self->view), MIN (rect.y, bottom - rect.height));
  return rect;
}

/**
 * tl_canvas_allocate_title:
 * @self: a canvas that is being allocated
 *
 * Puts the entry for a title where its card is, or is to be.
 */
void
tl_canvas_allocate_title (TlCanvas *self)
{
  TlRect rect = tl_rect (0, 0, MIN_RENAME_WIDTH, 0);
  GtkRequisition size;
  guint index;

  if (self->rename_entry == NULL)
    return;
  gtk_widget_get_preferred_size (self->rename_entry, &size, NULL);
  if (self->renamed == NULL)
    {
      rect = get_new_rect (self);
      rect.height = size.height;
      rect = fit_new_rect (self, rect);
    }
  else if (tl_map_view_find (self->view, tl_item_get_id (self->renamed), &index))
    rect = tl_map_view_get_entry_rect (self->view, index);
  rect.width = MAX (rect.width, MAX (size.width, MIN_RENAME_WIDTH));
  gtk_widget_size_allocate (self->rename_entry,
                            &(GtkAllocation) { (int) floor (rect.x), (int) floor (rect.y),
                                               (int) rect.width, size.height },
                            -1);
}

/**
 * tl_canvas_end_rename:
 * @self: a canvas
 *
 * Takes the entry away, and leaves the plan as it is.
 */
void
tl_canvas_end_rename (TlCanvas *self)
{
  if (self->rename_entry == NULL)
    return;
  gtk_widget_unparent (g_steal_pointer (&self->rename_entry));
  g_clear_object (&self->renamed);
  g_clear_object (&self->new_card.under);
  g_clear_pointer (&self->new_card.beside, g_free);
}

/**
 * tl_canvas_follow_titles:
 * @self: a canvas whose document has changed
 *
 * Takes the entry away when what it is about has been deleted.
 */
void
tl_canvas_follow_titles (TlCanvas *self)
{
  if (!is_gone (self->renamed) && !is_gone (self->new_card.under))
    return;
  tl_canvas_end_rename (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* New cards. */

static void
begin_next (TlCanvas *self, TlItem *before)
{
  TlCanvasNewCard card = {
    .kind = tl_item_get_kind (before),
    .under = find_under (before),
    .beside = (char *) tl_item_get_id (before),
    .goes_on = TRUE,
  };

  tl_canvas_begin_add (self, &card);
}

static void
end_add (TlCanvas *self, gboolean had_focus)
{
  g_autoptr (TlItem) under = g_steal_pointer (&self->new_card.under);
  g_autofree char *beside = g_steal_pointer (&self->new_card.beside);
  TlItem *before = beside != NULL
                       ? tl_workspace_lookup (tl_session_get_workspace (self->session), beside)
                       : NULL;

  tl_canvas_end_rename (self);
  if (!had_focus)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_focus_item (self, before != NULL ? before : under);
}

static void
added_cb (TlCanvas *self, const char *title, TlRenameEntry *entry)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (entry);
  gboolean goes_on = self->new_card.goes_on;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) titles = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (title == NULL || *title == '\0')
    {
      end_add (self, had_focus);
      return;
    }
  titles = tl_titles_parse (title, &error);
  if (titles != NULL)
    items = tl_command_add_list (self->session, self->new_card.kind, self->new_card.under,
                                 (const char *const *) titles, &error);
  if (items == NULL && tl_rename_entry_refuse (entry, error->message))
    return;
  tl_canvas_end_rename (self);
  if (items == NULL)
    {
      tl_session_say (self->session, error->message, FALSE);
      return;
    }
  if (!had_focus)
    return;
  tl_canvas_select_new (self, items);
  if (goes_on)
    begin_next (self, items->pdata[items->len - 1]);
}

static char *
dup_hint (const TlCanvasNewCard *card)
{
  g_autofree char *name = card->under != NULL ? tl_item_dup_short_name (card->under) : NULL;

  if (name == NULL)
    return g_strdup (tl_kind_get_new_title (card->kind));
  if (card->kind == TL_KIND_PROJECT)
    /* Translators: an objective or a goal that the project is to serve. */
    return g_strdup_printf (C_ ("placeholder", "New project for “%s”"), name);
  /* Translators: the goal of the objective, or a project that is to serve it. */
  return g_strdup_printf (C_ ("placeholder", "New objective for “%s”"), name);
}

/**
 * tl_canvas_begin_add:
 * @self: a canvas
 * @card: what is to be added; its parts are copied
 *
 * Asks for the title of a new card where it is to be. Return adds it, and a card for each line of
 * what was pasted, and asks for the next where it goes on; Escape, and a title with nothing in it,
 * add nothing.
 */
void
tl_canvas_begin_add (TlCanvas *self, const TlCanvasNewCard *card)
{
  g_autofree char *hint = dup_hint (card);
  TlCanvasNewCard copy = *card;

  if (!tl_canvas_ensure_scene (self) || !tl_session_is_editable (self->session))
    return;
  copy.beside = g_strdup (card->beside);
  copy.under = card->under != NULL ? g_object_ref (card->under) : NULL;
  tl_canvas_end_rename (self);
  self->new_card = copy;
  put_entry (self, "", G_CALLBACK (added_cb));
  tl_rename_entry_set_hint (TL_RENAME_ENTRY (self->rename_entry), hint,
                            _ ("Enter adds it, and Escape does not. A list that is pasted becomes "
                               "a card a line."));
  gtk_widget_grab_focus (self->rename_entry);
}

/* Beside what it is to hang together with, on the side where its kind stands. */
static TlPoint
get_place_beside (TlCanvas *self, TlItem *item)
{
  TlRect rect = tl_rect (0, 0, 0, 0);
  guint index;

  if (tl_map_view_find (self->view, tl_item_get_id (item), &index))
    rect = tl_viewport_rect_to_map (tl_canvas_get_viewport (self),
                                    tl_map_view_get_entry_rect (self->view, index));
  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    return tl_point (rect.x - SIDE_GAP - NEW_WIDTH / tl_canvas_get_zoom (self), rect.y);
  return tl_point (rect.x + rect.width + SIDE_GAP, rect.y);
}

/**
 * tl_canvas_add_linked:
 * @self: a canvas
 * @item: a goal, an objective or a project
 *
 * Asks for the titles of cards that hang together with @item, one after the other.
 */
void
tl_canvas_add_linked (TlCanvas *self, TlItem *item)
{
  TlCanvasNewCard card = {
    .kind = tl_kind_get_fitting (tl_item_get_kind (item)),
    .under = item,
    .goes_on = TRUE,
  };

  if (card.kind == TL_N_KINDS || !tl_canvas_ensure_scene (self))
    return;
  tl_canvas_reveal (self, item);
  card.at = get_place_beside (self, item);
  tl_canvas_begin_add (self, &card);
}

/**
 * tl_canvas_add_beside:
 * @self: a canvas
 * @item: a goal, an objective or a project
 *
 * Asks for the titles of cards like @item, one after the other.
 */
void
tl_canvas_add_beside (TlCanvas *self, TlItem *item)
{
  if (tl_kind_get_fitting (tl_item_get_kind (item)) == TL_N_KINDS)
    return;
  tl_canvas_reveal (self, item);
  begin_next (self, item);
}

/* Titles of cards that are there. */

/* Returns: whether it has the first of the titles; the others become cards of their own */
static gboolean
name_first (TlCanvas *self, TlItem *item, const char *text, GError **error)
{
  g_auto (GStrv) titles = tl_titles_parse (text, error);
  g_autoptr (GPtrArray) more = NULL;

  if (titles == NULL || !tl_command_rename (self->session, item, titles[0], error))
    return FALSE;
  if (titles[1] == NULL)
    return TRUE;
  more = tl_command_add_list (self->session, tl_item_get_kind (item), find_under (item),
                              (const char *const *) titles + 1, error);
  return more != NULL;
}

static void
renamed_cb (TlCanvas *self, const char *title, TlRenameEntry *entry)
{
  g_autoptr (TlItem) item = g_steal_pointer (&self->renamed);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (entry);
  gboolean is_new = self->names_new;
  g_autoptr (GError) error = NULL;
  gboolean is_named = TRUE;

  tl_canvas_end_rename (self);
  if (item == NULL || tl_item_get_workspace (item) == NULL)
    return;
  if (title != NULL && g_strcmp0 (title, tl_item_get_title (item)) != 0)
    is_named = is_new && *title != '\0' ? name_first (self, item, title, &error)
                                        : tl_command_rename (self->session, item, title, &error);
  if (!is_named)
    tl_session_say (self->session, error->message, FALSE);
  if (had_focus)
    tl_canvas_focus_item (self, item);
  if (had_focus && is_new && is_named && title != NULL)
    begin_next (self, item);
}

static void
begin_rename (TlCanvas *self, TlItem *item, gboolean is_new)
{
  guint index;

  if (!tl_canvas_ensure_scene (self) || !tl_session_is_editable (self->session)
      || !tl_map_view_find (self->view, tl_item_get_id (item), &index)
      || tl_map_view_get_entry (self->view, index)->item.role != TL_ENTRY_CARD)
    return;
  tl_canvas_end_rename (self);
  tl_canvas_reveal (self, item);
  self->renamed = g_object_ref (item);
  self->names_new = is_new;
  put_entry (self, tl_item_get_title (item), G_CALLBACK (renamed_cb));
  gtk_widget_grab_focus (self->rename_entry);
}

/**
 * tl_canvas_begin_rename:
 * @self: a canvas
 * @item: a card on the map
 *
 * Puts an entry over the card. Return takes the new title, and so does going elsewhere; Escape
 * leaves the old one.
 */
void
tl_canvas_begin_rename (TlCanvas *self, TlItem *item)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (TL_IS_ITEM (item));

  begin_rename (self, item, FALSE);
}

/**
 * tl_canvas_name_new:
 * @self: a canvas
 * @item: a card that has just been added
 *
 * As tl_canvas_begin_rename(); when Return has taken the title, it asks for that of the next card
 * of the same sort.
 */
void
tl_canvas_name_new (TlCanvas *self, TlItem *item)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (TL_IS_ITEM (item));

  begin_rename (self, item, TRUE);
}
