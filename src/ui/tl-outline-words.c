/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-words.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-text.h"

/* Characters of the mission. */
#define MISSION_MAX 400

static const char *
get_loose_title (TlKind kind)
{
  switch ((int) kind)
    {
    case TL_KIND_OBJECTIVE:
      return C_ ("outline", "Without a Goal");
    case TL_KIND_CAUSE:
      return C_ ("outline", "Causes Without an Objective");
    case TL_KIND_LINK:
      return C_ ("outline", "Links With a Loose End");
    case TL_KIND_STEP:
    default:
      return C_ ("outline", "Steps Without a Story");
    }
}

static const char *
get_heading (const TlOutlinePlace *place)
{
  switch (place->type)
    {
    case TL_OUTLINE_NO_THEME:
      return C_ ("outline", "No Theme");
    case TL_OUTLINE_LOOSE:
      return get_loose_title (place->kind);
    case TL_OUTLINE_UNALIGNED:
      return C_ ("outline", "Not Aligned");
    case TL_OUTLINE_MANDATED:
      return C_ ("outline", "Mandated, Not Linked");
    case TL_OUTLINE_IDEAS:
      return C_ ("outline", "Ideas");
    case TL_OUTLINE_ENDED:
      return C_ ("outline", "Ended Work");
    case TL_OUTLINE_KIND:
      return place->kind == TL_KIND_PLACE ? C_ ("outline", "Pinned Cards")
                                          : tl_kind_get_plural (place->kind);
    case TL_OUTLINE_ROOT:
    case TL_OUTLINE_PLAN:
    case TL_OUTLINE_ITEM:
    case TL_OUTLINE_LINKED:
    case TL_OUTLINE_GAP:
    default:
      return "";
    }
}

static const char *
get_text (TlItem *item, TlField field)
{
  return tl_item_is_set (item, field) ? tl_item_get_text (item, field) : C_ ("gap", "not recorded");
}

static char *
dup_gap (TlItem *objective)
{
  if (!tl_item_is_set (objective, TL_OBJECTIVE_SHOULD)
      && !tl_item_is_set (objective, TL_OBJECTIVE_IS))
    return g_strdup (C_ ("outline", "Gap"));
  /* Translators: the gap of an objective: what is today, and what should be. */
  return g_strdup_printf (C_ ("outline", "Gap: %s → %s"), get_text (objective, TL_OBJECTIVE_IS),
                          get_text (objective, TL_OBJECTIVE_SHOULD));
}

/* A pinned place is called after its card. */
static TlItem *
get_named (TlItem *item)
{
  TlItem *card
      = tl_item_get_kind (item) == TL_KIND_PLACE ? tl_item_get_ref (item, TL_PLACE_ITEM) : NULL;

  return card != NULL ? card : item;
}

/**
 * tl_outline_dup_title:
 * @node: a node
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_outline_dup_title (TlOutlineNode *node)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);

  if (place->type == TL_OUTLINE_GAP)
    return dup_gap (place->item);
  if (place->item == NULL)
    return g_strdup (get_heading (place));
  return tl_item_dup_name (get_named (place->item));
}

static gboolean
lacks_support (TlItem *item, TlAlignment *alignment)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_alignment_is_active_objective (alignment, item)
           && !tl_alignment_is_covered (alignment, item);
  return tl_item_get_kind (item) == TL_KIND_GOAL && tl_alignment_is_active_goal (alignment, item)
         && !tl_alignment_is_goal_covered (alignment, item);
}

static TlField
get_status_field (TlKind kind)
{
  switch ((int) kind)
    {
    case TL_KIND_GOAL:
      return TL_GOAL_STATUS;
    case TL_KIND_OBJECTIVE:
      return TL_OBJECTIVE_STATUS;
    case TL_KIND_PROJECT:
      return TL_PROJECT_STATUS;
    default:
      return TL_ITEM_TITLE;
    }
}

/* The status, where it takes an item out of what counts. */
static const char *
get_end (TlItem *item, TlAlignment *alignment)
{
  TlField field = get_status_field (tl_item_get_kind (item));

  if (field == TL_ITEM_TITLE)
    return NULL;
  if ((field == TL_GOAL_STATUS && tl_alignment_is_active_goal (alignment, item))
      || (field == TL_OBJECTIVE_STATUS
          && tl_item_get_choice (item, field) == TL_OBJECTIVE_STATUS_ACTIVE)
      || (field == TL_PROJECT_STATUS && tl_alignment_is_counted (alignment, item)))
    return NULL;
  return tl_field_get_choice_label (field, tl_item_get_choice (item, field));
}

static const char *
get_strength (TlItem *link)
{
  return tl_field_get_choice_label (TL_LINK_STRENGTH, tl_item_get_choice (link, TL_LINK_STRENGTH));
}

/**
 * tl_outline_dup_detail:
 * @node: a node
 * @session: the session it is about
 *
 * Returns: (transfer full) (nullable): a word, a sign or a number to be read with the title
 */
char *
tl_outline_dup_detail (TlOutlineNode *node, TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  TlItem *item = tl_outline_node_get_item (node);

  if (item == NULL)
    return place->type != TL_OUTLINE_GAP
               ? g_strdup_printf ("%u", tl_outline_node_count_children (node, session))
               : NULL;
  if (get_end (item, alignment) != NULL)
    return g_strdup (get_end (item, alignment));
  if (place->link != NULL)
    return g_strdup (get_strength (place->link));
  return place->type == TL_OUTLINE_ITEM && lacks_support (item, alignment) ? g_strdup ("▲") : NULL;
}

/**
 * tl_outline_dup_subtitle:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): of the plan, the mission
 */
char *
tl_outline_dup_subtitle (TlOutlineNode *node)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);

  if (place->type != TL_OUTLINE_PLAN || !tl_item_is_set (place->item, TL_WORKSPACE_MISSION))
    return NULL;
  return tl_text_clamp (tl_item_get_text (place->item, TL_WORKSPACE_MISSION), MISSION_MAX);
}

static const char *
get_category (const TlOutlinePlace *place)
{
  if (place->type != TL_OUTLINE_ITEM || place->kind != TL_KIND_CAUSE)
    return NULL;
  return tl_field_get_choice_label (TL_CAUSE_CATEGORY,
                                    tl_item_get_choice (place->item, TL_CAUSE_CATEGORY));
}

/**
 * tl_outline_dup_tooltip:
 * @node: a node
 *
 * Returns: (transfer full): the whole title, of the plan the mission, and of a cause what it is one
 *   of
 */
char *
tl_outline_dup_tooltip (TlOutlineNode *node)
{
  g_autofree char *title = tl_outline_dup_title (node);
  g_autofree char *subtitle = tl_outline_dup_subtitle (node);
  const char *more = subtitle != NULL ? subtitle : get_category (tl_outline_node_get_place (node));

  return more != NULL ? g_strdup_printf ("%s\n%s", title, more) : g_steal_pointer (&title);
}

static void
append_part (GString *label, const char *part)
{
  if (part == NULL)
    return;
  if (label->len > 0)
    /* Translators: between two parts of what a row of the outline says to a screen reader. */
    g_string_append (label, C_ ("outline", ", "));
  g_string_append (label, part);
}

static void
append_level (GString *label, TlItem *item)
{
  g_autofree char *level = NULL;

  if (item == NULL || tl_item_get_kind (item) != TL_KIND_OBJECTIVE
      || !tl_item_is_set (item, TL_OBJECTIVE_LEVEL))
    return;
  level = g_strdup_printf (C_ ("outline", "level %.0f"),
                           tl_item_get_number (item, TL_OBJECTIVE_LEVEL));
  append_part (label, level);
}

static void
append_count (GString *label, guint n_children)
{
  g_autofree char *count = NULL;

  if (n_children == 0)
    return;
  /* Translators: for screen readers; how much stands under a row of the outline. */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row under it", "%u rows under it",
                                        n_children),
                           n_children);
  append_part (label, count);
}

static void
append_strength (GString *label, TlItem *link)
{
  g_autofree char *strength = NULL;

  if (link == NULL || get_strength (link) == NULL)
    return;
  /* Translators: for screen readers; how strong a link is, such as “Medium”. */
  strength = g_strdup_printf (C_ ("outline", "link: %s"), get_strength (link));
  append_part (label, strength);
}

/**
 * tl_outline_dup_label:
 * @node: a node
 * @session: the session it is about
 *
 * Returns: (transfer full): all that the row says, for assistive technologies: what it is, its
 *   title, how it stands and how much is under it
 */
char *
tl_outline_dup_label (TlOutlineNode *node, TlSession *session)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  TlItem *item = tl_outline_node_get_item (node);
  g_autoptr (GString) label = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (item == NULL || place->kind == TL_KIND_PLACE || place->kind == TL_KIND_WORKSPACE)
    title = tl_outline_dup_tooltip (node);
  else
    title = tl_item_describe (session, item);
  append_part (label, title);
  append_level (label, item);
  append_strength (label, place->link);
  append_part (label, get_category (place));
  append_count (label, tl_outline_node_count_children (node, session));
  return g_string_free (g_steal_pointer (&label), FALSE);
}
