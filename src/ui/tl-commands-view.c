/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-scene.h"

/* Characters of a query that serves as a title. */
#define TITLE_MAX 48
#define ZOOM_STEPS 1000 /* in which the zoom is written down */

static void
set (TlItem *view, TlField field, TlValue value)
{
  /* What a lens holds is in the ranges of a view, and the document can be changed. */
  gboolean taken = tl_workspace_set (tl_item_get_workspace (view), view, field, &value, NULL);

  g_assert (taken);
  tl_value_clear (&value);
}

static TlValue
make_refs (GPtrArray *items)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (ids, (char *) tl_item_get_id (items->pdata[i]));
  g_ptr_array_add (ids, NULL);
  return ids->len > 1 ? tl_value_from_words ((const char *const *) ids->pdata) : TL_VALUE_INIT;
}

static TlValue
make_choice (int choice)
{
  return choice != TL_CHOICE_NONE ? tl_value_from_choice (choice) : TL_VALUE_INIT;
}

/* The lanes that are folded, without what the ids of all lanes begin with. */
static TlValue
make_lanes (GPtrArray *ids)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (g_str_has_prefix (ids->pdata[i], TL_LANE_PREFIX))
      g_ptr_array_add (words, (char *) ids->pdata[i] + strlen (TL_LANE_PREFIX));
  g_ptr_array_add (words, NULL);
  return words->len > 1 ? tl_value_from_words ((const char *const *) words->pdata) : TL_VALUE_INIT;
}

static GPtrArray *
find_items (TlWorkspace *workspace, GPtrArray *ids)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      TlItem *item = tl_workspace_lookup (workspace, ids->pdata[i]);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

static TlValue
make_number (double number, double steps)
{
  return tl_value_from_number (round (number * steps) / steps);
}

/* On the map, where one looks is part of what one sees; elsewhere that is left as it is. */
static void
record_camera (TlLens *lens, TlItem *view, int place)
{
  TlLensCamera camera = tl_lens_get_camera (lens);

  if (place != TL_PLACE_OF_VIEW_MAP || camera.zoom <= 0)
    return;
  set (view, TL_VIEW_X, make_number (camera.x, 1));
  set (view, TL_VIEW_Y, make_number (camera.y, 1));
  set (view, TL_VIEW_ZOOM, make_number (camera.zoom, ZOOM_STEPS));
}

static void
lead_camera (TlLens *lens, TlItem *view)
{
  TlLensCamera camera = {
    tl_item_get_number (view, TL_VIEW_X),
    tl_item_get_number (view, TL_VIEW_Y),
    tl_item_get_number (view, TL_VIEW_ZOOM),
  };

  if (isfinite (camera.x) && isfinite (camera.y) && isfinite (camera.zoom))
    tl_lens_lead_camera (lens, camera);
}

/* Writes down how the document is looked at. */
static void
record (TlSession *session, TlItem *view, int place)
{
  TlLens *lens = tl_session_get_lens (session);
  const char *query = tl_lens_get_query (lens);
  gboolean has_focus = tl_lens_get_focus (lens) != NULL;
  g_autoptr (GPtrArray) folded = tl_folds_list (tl_lens_get_folds (lens));
  g_autoptr (GPtrArray) items = find_items (tl_session_get_workspace (session), folded);
  gboolean dims = (*query != '\0' || has_focus) && !tl_lens_get_hides (lens);

  set (view, TL_VIEW_PLACE, make_choice (place));
  set (view, TL_VIEW_FILTER, *query != '\0' ? tl_value_from_text (query) : TL_VALUE_INIT);
  set (view, TL_VIEW_FOCUS, make_refs (tl_lens_get_focus (lens)));
  set (view, TL_VIEW_REACH,
       has_focus ? tl_value_from_number (MIN (tl_lens_get_focus_steps (lens), 10)) : TL_VALUE_INIT);
  set (view, TL_VIEW_DIM, dims ? tl_value_from_choice (TL_TRI_YES) : TL_VALUE_INIT);
  set (view, TL_VIEW_COLOUR_BY, make_choice (tl_lens_get_colour_by (lens)));
  set (view, TL_VIEW_ARRANGE_BY, make_choice (tl_lens_get_arrange_by (lens)));
  set (view, TL_VIEW_DIRECTION, make_choice (tl_lens_get_direction (lens)));
  set (view, TL_VIEW_FOLDED, make_refs (items));
  set (view, TL_VIEW_FOLDED_LANES, make_lanes (folded));
  record_camera (lens, view, place);
}

/**
 * tl_command_save_view:
 * @session: a session that can be edited
 * @title: (nullable): what to call the view; one is made up when nothing is in it
 * @place: where it is seen, or %TL_CHOICE_NONE
 *
 * Keeps how the document is looked at as a view of that title.
 *
 * Returns: (transfer none) (nullable): the view; %NULL when the document cannot be changed
 */
TlItem *
tl_command_save_view (TlSession *session, const char *title, int place)
{
  g_autofree char *tidy = title != NULL ? g_strstrip (g_strdup (title)) : NULL;
  g_autofree char *proposed = NULL;
  TlWorkspace *workspace;
  TlItem *view;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  if (!tl_session_is_editable (session))
    return NULL;
  if (tidy == NULL || *tidy == '\0')
    proposed = tl_view_dup_proposed_title (session);
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Save View"));
  view = tl_command_add (session, TL_KIND_VIEW, proposed != NULL ? proposed : tidy);
  record (session, view, place);
  tl_workspace_commit (workspace);
  return view;
}

/**
 * tl_command_update_view:
 * @session: a session
 * @view: a view of it
 * @place: where it is seen, or %TL_CHOICE_NONE
 *
 * Makes @view what the document is looked at now.
 *
 * Returns: whether it is
 */
gboolean
tl_command_update_view (TlSession *session, TlItem *view, int place)
{
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (view), FALSE);

  if (!tl_session_is_editable (session))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Change View"));
  record (session, view, place);
  tl_workspace_commit (workspace);
  return TRUE;
}

static GPtrArray *
list_folds (TlItem *view)
{
  g_autoptr (GPtrArray) items = tl_item_dup_refs (view, TL_VIEW_FOLDED);
  const char *const *lanes = tl_item_get_words (view, TL_VIEW_FOLDED_LANES);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (ids, g_strdup (tl_item_get_id (items->pdata[i])));
  for (guint i = 0; lanes != NULL && lanes[i] != NULL; i++)
    g_ptr_array_add (ids, g_strconcat (TL_LANE_PREFIX, lanes[i], NULL));
  return ids;
}

/**
 * tl_view_show:
 * @session: a session
 * @view: a view of it
 *
 * Looks at the document as @view says. Which of the window's views that is, is for the window; a
 * filter that cannot be understood shows its error as one that was typed.
 */
void
tl_view_show (TlSession *session, TlItem *view)
{
  TlLens *lens;
  g_autoptr (GPtrArray) focus = NULL;
  g_autoptr (GPtrArray) folded = NULL;
  const char *filter;

  g_return_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (view));

  lens = tl_session_get_lens (session);
  filter = tl_item_get_text (view, TL_VIEW_FILTER);
  focus = tl_item_dup_refs (view, TL_VIEW_FOCUS);
  folded = list_folds (view);
  tl_lens_begin (lens);
  tl_lens_set_query (lens, filter);
  tl_lens_set_focus (lens, focus->len > 0 ? focus : NULL,
                     tl_item_is_set (view, TL_VIEW_REACH)
                         ? (guint) tl_item_get_number (view, TL_VIEW_REACH)
                         : 0);
  tl_lens_set_hides (lens,
                     (filter != NULL || focus->len > 0) && !tl_item_get_flag (view, TL_VIEW_DIM));
  tl_lens_set_colour_by (lens, tl_item_get_choice (view, TL_VIEW_COLOUR_BY));
  tl_lens_set_arrange_by (lens, tl_item_get_choice (view, TL_VIEW_ARRANGE_BY));
  tl_lens_set_direction (lens, tl_item_get_choice (view, TL_VIEW_DIRECTION));
  tl_lens_set_all_folded (lens, folded);
  tl_lens_end (lens);
  lead_camera (lens, view);
}

/**
 * tl_view_dup_proposed_title:
 * @session: a session
 *
 * Returns: (transfer full): what to call a view of how the document is looked at now
 */
char *
tl_view_dup_proposed_title (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autofree char *query
      = g_strstrip (g_strdup (tl_lens_get_query (tl_session_get_lens (session))));
  g_autofree char *start = NULL;

  if (*query == '\0')
    /* Translators: what a saved view is called that was given no name, with a number. */
    return g_strdup_printf (C_ ("view", "View %u"),
                            tl_workspace_get_n_items (workspace, TL_KIND_VIEW) + 1);
  if (g_utf8_strlen (query, -1) <= TITLE_MAX)
    return g_steal_pointer (&query);
  start = g_utf8_substring (query, 0, TITLE_MAX - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
add_part (GString *summary, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (summary->len > 0)
    g_string_append (summary, " · ");
  g_string_append (summary, part);
}

/**
 * tl_view_dup_summary:
 * @view: a view
 *
 * Returns: (transfer full): what it shows, in a line: where, what it looks for, what it is around
 */
char *
tl_view_dup_summary (TlItem *view)
{
  GString *summary = g_string_new (NULL);
  g_autoptr (GPtrArray) focus = tl_item_dup_refs (view, TL_VIEW_FOCUS);
  g_autoptr (GPtrArray) folded = list_folds (view);
  int colour_by = tl_item_get_choice (view, TL_VIEW_COLOUR_BY);
  g_autofree char *around = NULL;
  int arrange_by = tl_item_get_choice (view, TL_VIEW_ARRANGE_BY);
  g_autofree char *colours = NULL;
  g_autofree char *arranged = NULL;
  g_autofree char *folds = NULL;

  add_part (summary,
            tl_field_get_choice_label (TL_VIEW_PLACE, tl_item_get_choice (view, TL_VIEW_PLACE)));
  add_part (summary, tl_item_get_text (view, TL_VIEW_FILTER));
  if (focus->len > 0)
    {
      g_autofree char *name = tl_item_dup_name (focus->pdata[0]);

      /* Translators: what a saved view is about: the title of a card. */
      around = g_strdup_printf (C_ ("view", "around %s"), name);
    }
  add_part (summary, around);
  if (colour_by != TL_CHOICE_NONE)
    /* Translators: what the colours of cards stand for, such as Status. */
    colours = g_strdup_printf (C_ ("view", "coloured by %s"),
                               tl_field_get_choice_label (TL_VIEW_COLOUR_BY, colour_by));
  add_part (summary, colours);
  if (arrange_by != TL_CHOICE_NONE)
    /* Translators: by what the cards of the map are arranged, such as Unit. */
    arranged = g_strdup_printf (C_ ("view", "arranged by %s"),
                                tl_field_get_choice_label (TL_VIEW_ARRANGE_BY, arrange_by));
  add_part (summary, arranged);
  add_part (summary, tl_field_get_choice_label (TL_VIEW_DIRECTION,
                                                tl_item_get_choice (view, TL_VIEW_DIRECTION)));
  if (folded->len > 0)
    /* Translators: how many goals and lanes of a saved view hide what is under them. */
    folds = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u folded", "%u folded", folded->len),
                             folded->len);
  add_part (summary, folds);
  return g_string_free (summary, FALSE);
}
