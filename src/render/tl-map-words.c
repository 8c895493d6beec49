/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-link-words.h"

#define THIN_SPACE "\xe2\x80\xaf" /* narrow, and no line breaks there */
#define SEPARATOR " · "
#define MAX_TITLE 500 /* characters; a tooltip is laid out whole */

static guint
clamp_count (double number)
{
  return (guint) CLAMP (number, 0, (double) G_MAXINT);
}

static void
add_fact (GString *facts, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, SEPARATOR);
  g_string_append (facts, fact);
}

static void
add_owner (GString *facts, TlItem *item, TlField field)
{
  TlItem *owner = tl_item_get_ref (item, field);
  g_autofree char *title = owner != NULL ? tl_map_dup_title (owner) : NULL;

  add_fact (facts, title);
}

static char *
describe_goal (const TlMapCard *card)
{
  GString *facts = g_string_new (NULL);
  double weight = tl_item_get_number (card->item, TL_GOAL_WEIGHT);

  add_owner (facts, card->item, TL_GOAL_OWNER);
  if (!isnan (weight))
    {
      g_autofree char *number = tl_map_format_number (weight);
      /* Translators: the weight of a goal in percent; the space does not break */
      g_autofree char *share = g_strdup_printf (C_ ("weight", "%s %%"), number);

      add_fact (facts, share);
    }
  return g_string_free (facts, FALSE);
}

static char *
describe_coverage (const TlMap *self, const TlMapCard *card)
{
  double share
      = tl_alignment_get_goal_share (tl_analysis_get_alignment (self->analysis), card->item);
  g_autofree char *number = tl_map_format_number (isnan (share) ? 0 : round (share * 100));

  if (card->n_partners == 0)
    return g_strdup (_ ("No objectives yet"));
  if (!card->is_covered)
    return g_strdup (tl_item_get_choice (card->item, TL_GOAL_ROLE) == TL_ROLE_NO
                         ? _ ("No learning, by choice")
                         : _ ("No learning"));
  /* Translators: objectives covered, objectives, and the goal's share of all effort in percent */
  return g_strdup_printf (C_ ("goal", "%u of %u covered · %s %% of effort"), card->n_covered,
                          card->n_partners, number);
}

static char *
describe_project (const TlMapCard *card, gboolean with_status)
{
  GString *facts = g_string_new (NULL);
  int status = tl_item_get_choice (card->item, TL_PROJECT_STATUS);
  double days = tl_item_get_number (card->item, TL_PROJECT_EFFORT);

  if (with_status && status != TL_CHOICE_NONE)
    add_fact (facts, tl_field_get_choice_label (TL_PROJECT_STATUS, status));
  if (!isnan (days))
    {
      g_autofree char *text = tl_map_format_days (days);

      add_fact (facts, text);
    }
  if (with_status)
    add_owner (facts, card->item, TL_PROJECT_OWNER);
  return g_string_free (facts, FALSE);
}

static char *
name_goal (const TlMap *self, const TlMapCard *card)
{
  guint rank = tl_alignment_get_rank (tl_analysis_get_alignment (self->analysis), card->item);
  const char *title = card->title;

  g_autofree char *name = NULL;
  g_autofree char *hidden = card->is_folded ? tl_map_describe_hidden (card) : NULL;

  if (rank == 0)
    name = g_strdup_printf (C_ ("spoken", "Goal, no longer active, %s"), title);
  else
    name = g_strdup_printf (ngettext ("Goal %u, %s, %u of %u objective covered",
                                      "Goal %u, %s, %u of %u objectives covered", card->n_partners),
                            rank, title, card->n_covered, card->n_partners);
  /* Translators: what is said of a goal, and that its objectives are hidden. */
  return hidden != NULL ? g_strdup_printf (C_ ("spoken", "%s, %s"), name, hidden)
                        : g_steal_pointer (&name);
}

static char *
name_objective (const TlMapCard *card)
{
  const char *title = card->title;

  if (card->n_partners == 0)
    return g_strdup_printf (C_ ("spoken", "Objective, %s, no project serves it"), title);
  return g_strdup_printf (ngettext ("Objective, %s, %u project serves it",
                                    "Objective, %s, %u projects serve it", card->n_partners),
                          title, card->n_partners);
}

static char *
name_project (const TlMapCard *card)
{
  const char *title = card->title;

  if (card->standing == TL_STANDING_MANDATE)
    return g_strdup_printf (C_ ("spoken", "Project, %s, mandated, serves no objective"), title);
  if (tl_map_card_is_apart (card))
    return g_strdup_printf (C_ ("spoken", "Project, %s, not aligned"), title);
  if (card->standing == TL_STANDING_GOAL_ONLY)
    return g_strdup_printf (C_ ("spoken", "Project, %s, linked to a goal only"), title);
  return g_strdup_printf (ngettext ("Project, %s, serves %u objective",
                                    "Project, %s, serves %u objectives", card->n_partners),
                          title, card->n_partners);
}

/**
 * tl_map_dup_title:
 * @item: an item
 *
 * Returns: (transfer full): its title as one line of bearable length, or a word that says it has
 *   none
 */
char *
tl_map_dup_title (TlItem *item)
{
  const char *title = tl_item_get_title (item);
  g_autofree char *clamped = title != NULL ? tl_text_clamp (title, MAX_TITLE) : NULL;

  if (clamped == NULL || *clamped == '\0')
    return g_strdup (C_ ("title", "Untitled"));
  return g_steal_pointer (&clamped);
}

/**
 * tl_map_format_number:
 * @number: a finite number
 *
 * Returns: (transfer full): the number as people read it: thin spaces in thousands, and one
 *   decimal where there are any
 */
char *
tl_map_format_number (double number)
{
  g_autofree char *digits = g_strdup_printf ("%.1f", fabs (number));
  gsize n_whole = strspn (digits, "0123456789");
  gboolean is_whole = g_str_has_suffix (digits, "0");
  GString *text = g_string_new (number <= -0.05 ? "−" : NULL);

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append (text, THIN_SPACE);
      g_string_append_c (text, digits[i]);
    }
  if (!is_whole)
    g_string_append (text, digits + n_whole);
  return g_string_free (text, FALSE);
}

/**
 * tl_map_format_days:
 * @days: person-days
 *
 * Returns: (transfer full): the number with its unit
 */
char *
tl_map_format_days (double days)
{
  g_autofree char *number = tl_map_format_number (days);
  guint plural = days > 1 && days < 2 ? 2 : clamp_count (days);

  return g_strdup_printf (ngettext ("%s day", "%s days", plural), number);
}

/**
 * tl_fold_dup_words:
 * @n_hidden: how many objectives a goal hides, or cards a lane
 * @is_lane: which of both
 *
 * Returns: (transfer full): the same in words
 */
char *
tl_fold_dup_words (guint n_hidden, gboolean is_lane)
{
  if (is_lane)
    return g_strdup_printf (ngettext ("%u card hidden", "%u cards hidden", n_hidden), n_hidden);
  return g_strdup_printf (ngettext ("%u objective hidden", "%u objectives hidden", n_hidden),
                          n_hidden);
}

/**
 * tl_map_describe_hidden:
 * @card: the card of a goal that is folded
 *
 * Returns: (transfer full): how much is folded into it, with a sign if any of that needs a decision
 */
char *
tl_map_describe_hidden (const TlMapCard *card)
{
  g_autofree char *words = tl_fold_dup_words (card->n_hidden, FALSE);

  return card->hides_flagged ? g_strconcat ("▲ ", words, NULL) : g_steal_pointer (&words);
}

static char *
count_cards (const TlMap *self, const TlMapLane *lane)
{
  if (tl_map_get_lane_kind (self) == TL_KIND_GOAL)
    return g_strdup_printf (ngettext ("%u goal", "%u goals", lane->n_cards), lane->n_cards);
  return g_strdup_printf (ngettext ("%u project", "%u projects", lane->n_cards), lane->n_cards);
}

static char *
count_unaligned (const TlMapLane *lane)
{
  return g_strdup_printf (ngettext ("%u not aligned", "%u not aligned", lane->n_unaligned),
                          lane->n_unaligned);
}

/**
 * tl_map_describe_lane:
 * @lane: a lane
 *
 * Returns: (transfer full): what stands behind its title: how many cards lie in it, and their days
 */
char *
tl_map_describe_lane (const TlMapLane *lane)
{
  g_autofree char *days = tl_map_format_days (lane->days);

  return g_strdup_printf (C_ ("heading", "%u · %s"), lane->n_cards, days);
}

/**
 * tl_map_dup_strip_title:
 * @self: a map
 * @card: a strip of it
 *
 * Returns: (transfer full): what it says first; a column has its title over it
 */
char *
tl_map_dup_strip_title (const TlMap *self, const TlMapCard *card)
{
  if (tl_map_has_lanes_for_columns (self))
    return count_cards (self, tl_map_get_lane (self, (guint) card->lane));
  return g_strdup (card->title);
}

/**
 * tl_map_describe_strip:
 * @self: a map
 * @card: a strip of it
 *
 * Returns: (transfer full): what is folded into it, in a few words, with a sign if any of that
 *   needs a decision
 */
char *
tl_map_describe_strip (const TlMap *self, const TlMapCard *card)
{
  const TlMapLane *lane = tl_map_get_lane (self, (guint) card->lane);
  g_autofree char *days = tl_map_format_days (lane->days);
  g_autofree char *count = count_cards (self, lane);
  g_autofree char *unaligned = lane->n_unaligned > 0 ? count_unaligned (lane) : NULL;
  GString *words = g_string_new (NULL);

  if (!tl_map_has_lanes_for_columns (self))
    add_fact (words, count);
  if (unaligned != NULL)
    add_fact (words, unaligned);
  else if (!self->is_upright || words->len == 0)
    add_fact (words, days);
  if (card->hides_flagged)
    g_string_prepend (words, "▲ ");
  return g_string_free (words, FALSE);
}

/**
 * tl_map_name_lane:
 * @self: a map
 * @lane: one of its lanes
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tl_map_name_lane (const TlMap *self, const TlMapLane *lane)
{
  g_autofree char *facts = tl_map_list_in_lane (self, lane);

  /* Translators: what is said of a lane of the map: its title, and what lies in it. */
  return g_strdup_printf (lane->is_folded ? C_ ("spoken", "Lane, %s, folded, %s")
                                          : C_ ("spoken", "Lane, %s, %s"),
                          lane->title, facts);
}

/**
 * tl_map_list_in_lane:
 * @self: a map
 * @lane: one of its lanes
 *
 * Returns: (transfer full): what lies in it, in words to be spoken
 */
char *
tl_map_list_in_lane (const TlMap *self, const TlMapLane *lane)
{
  g_autofree char *days = tl_map_format_days (lane->days);
  g_autofree char *count = count_cards (self, lane);
  g_autofree char *unaligned = lane->n_unaligned > 0 ? count_unaligned (lane) : NULL;

  return unaligned != NULL ? g_strjoin (", ", count, unaligned, days, NULL)
                           : g_strjoin (", ", count, days, NULL);
}

/**
 * tl_map_describe_goal:
 * @self: a map
 * @card: the card of a goal
 *
 * Returns: (transfer full): the line under the title: what needs a decision, or else how well the
 *   goal is served
 */
char *
tl_map_describe_goal (const TlMap *self, const TlMapCard *card)
{
  return card->sign != NULL ? g_strconcat ("▲ ", card->sign, NULL) : describe_coverage (self, card);
}

/**
 * tl_map_describe_card:
 * @self: a map
 * @card: one of its cards
 *
 * Returns: (transfer full): the facts of its quiet line
 */
char *
tl_map_describe_card (const TlMap *self, const TlMapCard *card)
{
  if (card->kind == TL_KIND_GOAL)
    return describe_goal (card);
  if (card->kind == TL_KIND_PROJECT)
    return describe_project (card, card->sign == NULL);
  return g_strdup ("");
}

/**
 * tl_map_dup_days:
 * @self: a map
 * @card: of a project, one line high
 *
 * Returns: (transfer full): what stands behind its title
 */
char *
tl_map_dup_days (const TlMap *self, const TlMapCard *card)
{
  g_autofree char *days = describe_project (card, FALSE);

  /* In a docked tray the heading has the sign for all that lies under it. */
  if (card->sign == NULL || self->options->tray == TL_TRAY_DOCKED)
    return g_steal_pointer (&days);
  return g_strconcat ("▲ ", days, NULL);
}

static char *
name_card (const TlMap *self, const TlMapCard *card)
{
  if (tl_map_card_is_strip (card))
    return tl_map_name_lane (self, tl_map_get_lane (self, (guint) card->lane));
  if (card->kind == TL_KIND_GOAL)
    return name_goal (self, card);
  if (card->kind == TL_KIND_OBJECTIVE)
    return name_objective (card);
  return name_project (card);
}

/**
 * tl_map_name_card:
 * @self: a map
 * @card: one of its cards
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tl_map_name_card (const TlMap *self, const TlMapCard *card)
{
  g_autofree char *name = name_card (self, card);

  if (!tl_map_shows_pin (self, card))
    return g_steal_pointer (&name);
  /* Translators: what is said of a card that the user has pinned to its place. */
  return g_strdup_printf (C_ ("spoken", "%s, pinned"), name);
}

/**
 * tl_map_name_link:
 * @self: a map
 * @link: one of its links
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tl_map_name_link (const TlMap *self, const TlMapLink *link)
{
  const char *left = tl_map_get_card (self, link->left)->title;
  const char *right = tl_map_get_card (self, link->right)->title;
  gboolean is_of_strip = tl_map_card_is_strip (tl_map_get_card (self, link->left))
                         || tl_map_card_is_strip (tl_map_get_card (self, link->right));
  g_autofree char *look = NULL;

  if (link->item == NULL)
    return g_strdup_printf (C_ ("spoken", "%s is an objective of %s"), right, left);
  if (link->n_folded > 0 && is_of_strip)
    /* Translators: for a screen reader: how many, and two cards or lanes of the map. */
    return g_strdup_printf (ngettext ("%1$u link between %2$s and %3$s",
                                      "%1$u links between %2$s and %3$s", link->n_folded),
                            link->n_folded, right, left);
  if (link->n_folded > 0)
    return g_strdup_printf (ngettext ("%s serves %u hidden objective of %s",
                                      "%s serves %u hidden objectives of %s", link->n_folded),
                            right, link->n_folded, left);
  look = tl_link_dup_look (link->item);
  return g_strdup_printf (_ ("Link, %s serves %s, %s"), right, left, look);
}
