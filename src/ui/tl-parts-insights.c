/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>

#include "tl-item-words.h"

static int
compare_heard (gconstpointer a, gconstpointer b)
{
  TlDate first = tl_item_get_date (*(TlItem *const *) a, TL_INSIGHT_HEARD_ON);
  TlDate second = tl_item_get_date (*(TlItem *const *) b, TL_INSIGHT_HEARD_ON);

  return (first < second) - (first > second);
}

/* What was heard, the latest first. */
static GPtrArray *
list_insights (TlWorkspace *workspace)
{
  GPtrArray *insights = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_INSIGHT); i++)
    g_ptr_array_add (insights, tl_workspace_get_item (workspace, TL_KIND_INSIGHT, i));
  g_ptr_array_sort (insights, compare_heard);
  return insights;
}

static void G_GNUC_PRINTF (2, 3) append (GString *text, const char *format, ...)
{
  va_list words;

  if (text->len > 0)
    g_string_append (text, " · ");
  va_start (words, format);
  g_string_append_vprintf (text, format, words);
  va_end (words);
}

static char *
dup_names (TlItem *insight)
{
  g_autoptr (GPtrArray) about = tl_item_dup_refs (insight, TL_INSIGHT_ABOUT);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < about->len; i++)
    {
      g_autofree char *name = tl_item_dup_name (about->pdata[i]);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* From whom, where, when and about what. */
static char *
tell_source (TlItem *insight)
{
  GString *text = g_string_new (NULL);
  TlItem *person = tl_item_get_ref (insight, TL_INSIGHT_HEARD_FROM);
  const char *place = tl_item_get_text (insight, TL_INSIGHT_HEARD_IN);
  g_autofree char *names = dup_names (insight);
  TlDate date = tl_item_get_date (insight, TL_INSIGHT_HEARD_ON);
  const char *sort
      = tl_field_get_choice_label (TL_INSIGHT_SORT, tl_item_get_choice (insight, TL_INSIGHT_SORT));

  if (sort != NULL)
    append (text, "%s", sort);
  if (person != NULL)
    {
      g_autofree char *name = tl_item_dup_name (person);

      /* Translators: the name of who said it. */
      append (text, C_ ("insight", "from %s"), name);
    }
  if (place != NULL && *place != '\0')
    /* Translators: where something was heard, such as “staff meeting”. */
    append (text, C_ ("insight", "in %s"), place);
  if (date != TL_DATE_NONE)
    {
      g_autofree char *day = tl_date_format_for_people (date);

      append (text, "%s", day);
    }
  if (*names != '\0')
    /* Translators: titles of what an insight is about. */
    append (text, C_ ("insight", "about %s"), names);
  return g_string_free (text, FALSE);
}

static void
set_detail (TlPart *part, char *detail)
{
  part->detail = detail;
  if (*detail == '\0')
    g_clear_pointer (&part->detail, g_free);
}

static void
add_unused (TlPart *heading, TlItem *insight)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (insight));
  const char *id = tl_item_get_id (insight);

  set_detail (part, tell_source (insight));
  tl_part_add_action (part, "part.attach", g_variant_new_string (id), C_ ("button", "Attach…"));
  tl_part_add_action (part, "part.use", g_variant_new_string (id), C_ ("button", "Use…"));
}

static void
add_used (TlPart *heading, TlItem *insight)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (insight));
  TlItem *target = tl_item_get_ref (insight, TL_INSIGHT_PROMOTED_TO);
  g_autofree char *name = tl_item_dup_name (target);
  g_autofree char *source = tell_source (insight);

  /* Translators: a kind of item and its title: "Became: Cause “No time to practise”". */
  part->detail = g_strdup_printf (C_ ("insight", "Became: %s “%s”%s%s"),
                                  tl_kind_get_label (tl_item_get_kind (target)), name,
                                  *source != '\0' ? " · " : "", source);
}

/* The goals that insights speak of, directly or by an objective. */
static GHashTable *
find_spoken_of (GPtrArray *insights)
{
  GHashTable *goals = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < insights->len; i++)
    {
      g_autoptr (GPtrArray) about = tl_item_dup_refs (insights->pdata[i], TL_INSIGHT_ABOUT);

      for (guint j = 0; j < about->len; j++)
        {
          TlItem *item = about->pdata[j];

          if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
            item = tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
          if (item != NULL)
            g_hash_table_add (goals, item);
        }
    }
  return goals;
}

static void
add_silent_goals (TlPart *root, TlSession *session, GPtrArray *insights)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autoptr (GHashTable) spoken_of = find_spoken_of (insights);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  TlPart *heading = tl_part_new ("silent", C_ ("heading", "Goals that nobody has spoken of"));

  for (guint i = 0; i < n_goals; i++)
    {
      TlItem *owner = tl_item_get_ref (goals[i], TL_GOAL_OWNER);
      TlPart *part;

      if (!tl_alignment_is_active_goal (alignment, goals[i])
          || g_hash_table_contains (spoken_of, goals[i]))
        continue;
      part = tl_part_add (heading, tl_part_new_for (goals[i]));
      part->look = TL_PART_RANK;
      part->rank = tl_alignment_get_rank (alignment, goals[i]);
      part->number = owner != NULL ? tl_item_dup_name (owner) : g_strdup (C_ ("goal", "no owner"));
    }
  tl_part_keep (root, heading);
}

static char *
say_insights (guint n_unused, guint n_all)
{
  if (n_all == 0)
    return g_strdup (_ ("Nothing is written down yet: note what leaders say, in their words"));
  if (n_unused == 0)
    return g_strdup (_ ("All that was heard has been put to use"));
  return g_strdup_printf (ngettext ("%u thing was heard and is not used yet",
                                    "%u things were heard and are not used yet", n_unused),
                          n_unused);
}

/**
 * tl_parts_of_insights:
 * @session: a session
 *
 * What was heard and is not used yet, which goals nobody has spoken of, and what became of the rest
 * (practice S3 and S4).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_insights (TlSession *session)
{
  g_autoptr (GPtrArray) insights = list_insights (tl_session_get_workspace (session));
  TlPart *root = tl_part_new ("insights", C_ ("desk", "Insights"));
  TlPart *unused = tl_part_new ("unused", C_ ("heading", "Heard, and not used yet"));
  TlPart *used = tl_part_new ("used", C_ ("heading", "Put to use"));
  guint n_unused = 0;

  for (guint i = 0; i < insights->len; i++)
    {
      if (tl_item_get_ref (insights->pdata[i], TL_INSIGHT_PROMOTED_TO) != NULL)
        add_used (used, insights->pdata[i]);
      else
        add_unused (unused, insights->pdata[i]);
    }
  n_unused = g_list_model_get_n_items (G_LIST_MODEL (unused->parts));
  tl_part_keep (root, unused);
  add_silent_goals (root, session, insights);
  tl_part_keep (root, used);
  return (TlParts) { say_insights (n_unused, insights->len),
                     g_strdup (_ ("Attach what you heard to a goal, or use it: as evidence for a "
                                  "goal, or as a cause of an objective's gap.")),
                     root };
}
