/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-brief.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-export-private.h"
#include "tl-markdown.h"
#include "tl-pack-words.h"

#define PERCENT 100.0
#define ROUNDING 1e-6 /* of percent */

static void
part_free (gpointer data)
{
  TlBriefPart *part = data;

  g_free (part->text);
  g_free (part);
}

static void
row_free (gpointer data)
{
  TlBriefRow *row = data;

  for (guint i = 0; i < G_N_ELEMENTS (row->parts); i++)
    g_ptr_array_unref (row->parts[i]);
  g_free (row);
}

static TlBriefRow *
add_row (TlBrief *self, const char *label)
{
  TlBriefRow *row = g_new (TlBriefRow, 1);

  row->label = label;
  for (guint i = 0; i < G_N_ELEMENTS (row->parts); i++)
    row->parts[i] = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Takes @text over. */
static void
add_part (TlBriefRow *row, guint side, char *text, gboolean is_shared)
{
  TlBriefPart *part = g_new (TlBriefPart, 1);

  part->text = text;
  part->is_shared = is_shared;
  g_ptr_array_add (row->parts[side], part);
}

static gboolean
is_listed (char *const *list, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (; *list != NULL; list++)
    {
      g_autofree char *other = g_utf8_casefold (*list, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
add_words (TlBriefRow *row, TlItem *const *items, TlField field, char *const *shared)
{
  for (guint side = 0; side < 2; side++)
    for (const char *const *word = tl_item_get_words (items[side], field); *word != NULL; word++)
      add_part (row, side, g_strdup (*word), is_listed (shared, *word));
}

static void
add_refs (TlBrief *self, const char *label, TlItem *const *items, TlField field)
{
  TlBriefRow *row = add_row (self, label);
  TlItem *refs[] = { tl_item_get_ref (items[0], field), tl_item_get_ref (items[1], field) };

  for (guint side = 0; side < 2; side++)
    if (refs[side] != NULL)
      add_part (row, side, g_strdup (tl_pack_get_title (refs[side])), refs[0] == refs[1]);
}

static void
add_summaries (TlBrief *self, TlItem *const *items, const TlPair *pair)
{
  TlBriefRow *row = add_row (self, pair->is_duplicate ? C_ ("brief", "What it does")
                                                      : C_ ("brief", "What it tells them"));

  for (guint side = 0; side < 2; side++)
    if (tl_item_is_set (items[side], TL_PROJECT_SUMMARY))
      add_part (row, side, g_strdup (tl_item_get_text (items[side], TL_PROJECT_SUMMARY)), FALSE);
}

static void
add_objectives (TlBrief *self, TlAlignment *alignment, TlItem *const *items, const TlPair *pair)
{
  TlBriefRow *row = add_row (self, C_ ("brief", "Objectives"));

  for (guint side = 0; side < 2; side++)
    {
      guint n;
      TlItem *const *links = tl_alignment_get_valid_links (alignment, items[side], &n);

      for (guint i = 0; i < n; i++)
        {
          TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);

          add_part (row, side, g_strdup (tl_pack_get_title (target)),
                    g_strv_contains ((const char *const *) pair->shared[TL_DUPLICATE_OBJECTIVES],
                                     tl_item_get_id (target)));
        }
    }
}

/* The goals behind those objectives, each once. */
static GPtrArray *
list_goals (TlAlignment *alignment, TlItem *project)
{
  GPtrArray *goals = g_ptr_array_new ();
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  for (guint i = 0; i < n; i++)
    {
      TlItem *goal = tl_alignment_get_goal (alignment, tl_item_get_ref (links[i], TL_LINK_TARGET));

      if (goal != NULL && !g_ptr_array_find (goals, goal, NULL))
        g_ptr_array_add (goals, goal);
    }
  return goals;
}

static void
add_goals (TlBrief *self, TlAlignment *alignment, TlItem *const *items)
{
  TlBriefRow *row = add_row (self, C_ ("brief", "Goals"));
  g_autoptr (GPtrArray) first = list_goals (alignment, items[0]);
  g_autoptr (GPtrArray) second = list_goals (alignment, items[1]);
  GPtrArray *goals[] = { first, second };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < goals[side]->len; i++)
      add_part (row, side, g_strdup (tl_pack_get_title (goals[side]->pdata[i])),
                g_ptr_array_find (goals[1 - side], goals[side]->pdata[i], NULL));
}

static void
add_topics (TlBrief *self, TlItem *const *items, const TlPair *pair)
{
  TlBriefRow *row = add_row (self, C_ ("brief", "Topics and skills"));

  add_words (row, items, TL_PROJECT_TOPICS, pair->shared[TL_DUPLICATE_TOPICS]);
  add_words (row, items, TL_PROJECT_SKILLS, pair->shared[TL_DUPLICATE_TOPICS]);
}

static char *
dup_period (TlItem *project)
{
  TlDate start = tl_item_get_date (project, TL_PROJECT_START);
  TlDate end = tl_item_get_date (project, TL_PROJECT_END);
  g_autofree char *from = tl_date_format_for_people (start);
  g_autofree char *to = tl_date_format_for_people (end);

  if (from != NULL && to != NULL)
    /* Translators: a period, from one day to another. */
    return g_strdup_printf (_ ("%1$s – %2$s"), from, to);
  if (from != NULL)
    return g_strdup_printf (_ ("from %s"), from);
  return to != NULL ? g_strdup_printf (_ ("until %s"), to) : NULL;
}

static void
add_effort (TlBrief *self, TlItem *const *items)
{
  TlBriefRow *periods = add_row (self, C_ ("brief", "Runs"));
  TlBriefRow *days = add_row (self, C_ ("brief", "Effort"));

  for (guint side = 0; side < 2; side++)
    {
      char *period = dup_period (items[side]);

      if (period != NULL)
        add_part (periods, side, period, FALSE);
      if (tl_item_is_set (items[side], TL_PROJECT_EFFORT))
        add_part (days, side,
                  tl_pack_format_days (tl_item_get_number (items[side], TL_PROJECT_EFFORT)), FALSE);
    }
}

static void
add_cost (TlBrief *self, TlItem *const *items)
{
  TlItem *root = tl_workspace_get_root (tl_item_get_workspace (items[0]));
  const char *currency = tl_item_get_text (root, TL_WORKSPACE_CURRENCY);
  TlBriefRow *row = add_row (self, C_ ("brief", "Cost"));

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *number = NULL;

      if (!tl_item_is_set (items[side], TL_PROJECT_COST))
        continue;
      number = tl_pack_format_number (tl_item_get_number (items[side], TL_PROJECT_COST));
      if (currency == NULL)
        add_part (row, side, g_steal_pointer (&number), FALSE);
      else
        /* Translators: an amount of money, and the code of its currency: "12 000 EUR". */
        add_part (row, side, g_strdup_printf (C_ ("money", "%1$s %2$s"), number, currency), FALSE);
    }
}

static void
add_participants (TlBrief *self, TlItem *const *items)
{
  TlBriefRow *row = add_row (self, C_ ("brief", "Participants"));

  for (guint side = 0; side < 2; side++)
    if (tl_item_is_set (items[side], TL_PROJECT_PARTICIPANTS))
      add_part (row, side,
                tl_pack_format_number (tl_item_get_number (items[side], TL_PROJECT_PARTICIPANTS)),
                FALSE);
}

static void
add_statuses (TlBrief *self, TlItem *const *items)
{
  TlBriefRow *row = add_row (self, C_ ("brief", "Status"));

  for (guint side = 0; side < 2; side++)
    {
      int status = tl_item_get_choice (items[side], TL_PROJECT_STATUS);

      add_part (row, side, g_strdup (tl_field_get_choice_label (TL_PROJECT_STATUS, status)), FALSE);
    }
}

static char *
join_shared (TlWorkspace *workspace, const TlPair *pair, TlDuplicateTerm term)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (char *const *name = pair->shared[term]; *name != NULL; name++)
    {
      TlItem *item
          = term == TL_DUPLICATE_OBJECTIVES ? tl_workspace_lookup (workspace, *name) : NULL;

      g_string_append (list, list->len > 0 ? C_ ("list", ", ") : "");
      g_string_append_printf (list, C_ ("list", "“%s”"),
                              item != NULL ? tl_pack_get_title (item) : *name);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A line for each term: how much of it is shared, and what. */
static void
list_shared (TlBrief *self, TlWorkspace *workspace, const TlPair *pair)
{
  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    {
      g_autofree char *names = join_shared (workspace, pair, term);
      g_autofree char *share = tl_pack_format_share (pair->terms[term]);
      const char *label = tl_brief_get_term_label (term);
      char *line;

      if (isnan (pair->terms[term]))
        /* Translators: a label, such as "Audience". */
        line = g_strdup_printf (_ ("%s: not recorded for either"), label);
      else if (*names != '\0')
        /* Translators: a label, how much of it is shared in percent, and what is shared. */
        line = g_strdup_printf (_ ("%1$s: %2$s shared: %3$s"), label, share, names);
      else if (term == TL_DUPLICATE_TITLE)
        line = g_strdup_printf (_ ("%1$s: %2$s alike"), label, share);
      else
        line = g_strdup_printf (_ ("%s: nothing shared"), label);
      g_ptr_array_add (self->shared, line);
    }
}

static char *
dup_title (TlItem *const *items, const TlPair *pair)
{
  g_autofree char *first = tl_pack_quote (items[0]);
  g_autofree char *second = tl_pack_quote (items[1]);
  g_autofree char *score
      = tl_pack_format_share (floor (pair->score * PERCENT + ROUNDING) / PERCENT);

  if (!pair->is_duplicate)
    /* Translators: two projects in quotation marks. */
    return g_strdup_printf (_ ("%1$s and %2$s speak to the same people about the same topic, and "
                               "serve no goal in common"),
                            first, second);
  /* Translators: two projects in quotation marks, and how alike they are in percent. */
  return g_strdup_printf (_ ("%1$s and %2$s are %3$s alike"), first, second, score);
}

static char *
dup_proposal (const TlPair *pair)
{
  g_autofree char *days = NULL;

  if (!pair->is_duplicate)
    return g_strdup (_ ("Agree on one message, or on who speaks when."));
  if (isnan (pair->saving) || pair->saving <= 0)
    return g_strdup (tl_pair_is_very_alike (pair)
                         ? _ ("Make one project of the two.")
                         : _ ("Let one use what the other makes, or divide the audience."));
  days = tl_pack_format_days (pair->saving);
  if (tl_pair_is_very_alike (pair))
    /* Translators: a number of days. */
    return g_strdup_printf (_ ("Make one project of the two. That could save up to %s."), days);
  return g_strdup_printf (
      _ ("Let one use what the other makes, or divide the audience. What is not "
         "done twice could save up to %s."),
      days);
}

static char *
dup_question (const TlPair *pair)
{
  if (!pair->is_duplicate)
    return g_strdup (
        _ ("What do both say in the same words, and whom do these people hear first?"));
  if (tl_pair_is_very_alike (pair))
    return g_strdup (_ ("Which of the two goes on, who leads it, and what does the other bring?"));
  return g_strdup (_ ("Who makes it for both, and for whom does each go on alone?"));
}

/**
 * tl_brief_new:
 * @analysis: of the workspace as it stands
 * @pair: two projects
 * @items: (array fixed-size=2): the projects themselves
 *
 * Puts together what both owners need to know when they meet. Fields that are declared private are
 * not read.
 *
 * Returns: (transfer full): the brief
 */
TlBrief *
tl_brief_new (TlAnalysis *analysis, const TlPair *pair, TlItem *const *items)
{
  TlBrief *self = g_new0 (TlBrief, 1);
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->shared = g_ptr_array_new_with_free_func (g_free);
  self->title = dup_title (items, pair);
  for (guint side = 0; side < 2; side++)
    {
      TlItem *owner = tl_item_get_ref (items[side], TL_PROJECT_OWNER);

      self->names[side] = g_strdup (tl_pack_get_title (items[side]));
      self->owners[side] = owner != NULL ? g_strdup (tl_pack_get_title (owner)) : NULL;
    }
  add_summaries (self, items, pair);
  add_refs (self, C_ ("brief", "Unit"), items, TL_PROJECT_UNIT);
  add_refs (self, C_ ("brief", "Owner"), items, TL_PROJECT_OWNER);
  add_refs (self, C_ ("brief", "Sponsor"), items, TL_PROJECT_SPONSOR);
  add_statuses (self, items);
  add_words (add_row (self, C_ ("brief", "Audience")), items, TL_PROJECT_AUDIENCE,
             pair->shared[TL_DUPLICATE_AUDIENCE]);
  add_topics (self, items, pair);
  add_objectives (self, tl_analysis_get_alignment (analysis), items, pair);
  add_goals (self, tl_analysis_get_alignment (analysis), items);
  add_effort (self, items);
  add_cost (self, items);
  add_participants (self, items);
  list_shared (self, workspace, pair);
  self->proposal = dup_proposal (pair);
  self->question = dup_question (pair);
  self->place
      = tl_pack_format_place (tl_workspace_get_root (workspace), tl_analysis_get_today (analysis));
  self->created = tl_export_format_creation (analysis);
  return self;
}

/**
 * tl_brief_free:
 * @self: (transfer full): a brief
 */
void
tl_brief_free (TlBrief *self)
{
  g_free (self->title);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->names[side]);
      g_free (self->owners[side]);
    }
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->shared);
  g_free (self->proposal);
  g_free (self->question);
  g_free (self->place);
  g_free (self->created);
  g_free (self);
}

/**
 * tl_brief_get_term_label:
 * @term: what projects are compared by
 *
 * Returns: (transfer none): its name for people, translated, with a capital
 */
const char *
tl_brief_get_term_label (TlDuplicateTerm term)
{
  switch (term)
    {
    case TL_DUPLICATE_OBJECTIVES:
      return C_ ("brief", "Objectives");
    case TL_DUPLICATE_AUDIENCE:
      return C_ ("brief", "Audience");
    case TL_DUPLICATE_TOPICS:
      return C_ ("brief", "Topics and skills");
    default:
      return C_ ("brief", "Title");
    }
}

/* Markdown. */

static void
append_parts (GString *out, const GPtrArray *parts)
{
  if (parts->len == 0)
    g_string_append (out, C_ ("brief", "not recorded"));
  for (guint i = 0; i < parts->len; i++)
    {
      const TlBriefPart *part = parts->pdata[i];

      g_string_append (out, i > 0 ? "; " : "");
      g_string_append (out, part->is_shared ? "**= " : "");
      tl_markdown_append_text (out, part->text);
      g_string_append (out, part->is_shared ? "**" : "");
    }
}

static void
append_section (GString *out, const char *heading, const char *text)
{
  g_string_append_printf (out, "\n## %s\n\n", heading);
  tl_markdown_append_text (out, text);
  g_string_append_c (out, '\n');
}

/**
 * tl_brief_to_markdown:
 * @self: a brief
 *
 * Returns: (transfer full): the brief as Markdown, which can be read as it is: in the table, an
 *   equals sign stands before what both have
 */
char *
tl_brief_to_markdown (const TlBrief *self)
{
  GString *out = g_string_new ("# ");

  tl_markdown_append_text (out, self->title);
  g_string_append (out, "\n\n| |");
  for (guint side = 0; side < 2; side++)
    {
      g_string_append_c (out, ' ');
      tl_markdown_append_text (out, self->names[side]);
      g_string_append (out, " |");
    }
  g_string_append (out, "\n|---|---|---|\n");
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlBriefRow *row = self->rows->pdata[i];

      g_string_append_printf (out, "| %s |", row->label);
      for (guint side = 0; side < 2; side++)
        {
          g_string_append_c (out, ' ');
          append_parts (out, row->parts[side]);
          g_string_append (out, " |");
        }
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "\n## %s\n\n", C_ ("brief", "What they share"));
  for (guint i = 0; i < self->shared->len; i++)
    {
      g_string_append (out, "- ");
      tl_markdown_append_text (out, self->shared->pdata[i]);
      g_string_append_c (out, '\n');
    }
  append_section (out, C_ ("brief", "Proposed"), self->proposal);
  append_section (out, C_ ("brief", "The question to settle"), self->question);
  g_string_append_c (out, '\n');
  tl_markdown_append_text (out, self->place);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
