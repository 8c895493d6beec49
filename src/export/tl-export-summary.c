/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-export-private.h"
#include "tl-markdown.h"
#include "tl-pack-asks.h"
#include "tl-pack-groups.h"
#include "tl-pack-sentences.h"
#include "tl-pack-words.h"

/* The leadership summary in words: what the pages of the pack say, as Markdown. */

#define PERCENT 100.0

/* Of what is not urgent the largest are listed, and the rest is counted. */
#define MOST 8

static void
append_heading (GString *out, const char *heading, char *sentence)
{
  g_string_append_printf (out, "\n## %s\n\n", heading);
  tl_markdown_append_text (out, sentence);
  g_string_append (out, "\n\n");
  g_free (sentence);
}

static void
append_line (GString *out, char *text)
{
  g_string_append (out, "- ");
  tl_markdown_append_text (out, text);
  g_string_append_c (out, '\n');
  g_free (text);
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_c (out, ' ');
  tl_markdown_append_text (out, text);
  g_string_append (out, " |");
}

/* What is asked for, and what else is to be known at once. */

static void
append_asks (GString *out, const TlPack *pack)
{
  g_autoptr (GPtrArray) asks = tl_pack_list_asks (pack);

  for (guint i = 0; i < asks->len; i++)
    {
      const TlAsk *ask = asks->pdata[i];

      g_string_append_printf (out, "%u. **", i + 1);
      tl_markdown_append_text (out, ask->text);
      g_string_append (out, "** ");
      if (ask->detail != NULL)
        tl_markdown_append_text (out, ask->detail);
      g_string_append_c (out, '\n');
    }
  if (asks->len > 0)
    g_string_append_c (out, '\n');
}

static void
append_answers (GString *out, const TlPack *pack)
{
  g_autoptr (GPtrArray) answers = tl_pack_list_answers (pack);

  append_line (out, tl_pack_say_rate (pack));
  append_line (out, tl_pack_say_effort_rate (pack));
  append_line (out, tl_pack_say_coverage (pack));
  append_line (out, tl_pack_say_unaligned (pack));
  for (guint i = 0; i < answers->len; i++)
    append_line (out, g_strdup (answers->pdata[i]));
}

/* Goals. */

static void
append_goal (GString *out, const TlPack *pack, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  guint n_active;
  guint n_covered = tl_pack_count_covered (pack, goal, &n_active);
  g_autofree char *coverage
      = g_strdup_printf (C_ ("coverage", "%1$u of %2$u"), n_covered, n_active);
  g_autofree char *share
      = tl_pack_format_share (tl_alignment_get_goal_share (pack->alignment, goal));
  g_autofree char *weight
      = tl_pack_format_share (tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT);

  g_string_append_printf (out, "| %u |", tl_alignment_get_rank (pack->alignment, goal));
  append_cell (out, tl_pack_get_title (goal));
  append_cell (out, owner != NULL ? tl_pack_get_title (owner) : _ ("Not recorded"));
  append_cell (out, coverage);
  g_string_append_printf (out, " %u |", tl_pack_count_projects (pack, goal));
  append_cell (out, share);
  append_cell (out, weight);
  g_string_append_c (out, '\n');
}

static void
append_goals (GString *out, const TlPack *pack)
{
  const char *const columns[] = {
    "#",
    _ ("Goal"),
    _ ("Owner"),
    _ ("Objectives served"),
    _ ("Projects"),
    C_ ("column", "Share of effort"),
    C_ ("column", "Weight"),
  };
  guint n;
  TlItem *const *goals = tl_pack_get_goals (pack, &n);

  append_heading (out, _ ("Goals at a glance"), tl_pack_say_goals (pack));
  if (n == 0)
    return;
  g_string_append_c (out, '|');
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (out, columns[i]);
  g_string_append (out, "\n|---:|---|---|---:|---:|---:|---:|\n");
  for (guint i = 0; i < n; i++)
    append_goal (out, pack, goals[i]);
}

/* Findings. */

static void
append_names (GString *out, const TlFinding *finding)
{
  if (finding->n_items == 0)
    tl_markdown_append_text (out, _ ("The plan as a whole"));
  for (guint i = 0; i < finding->n_items; i++)
    {
      g_autofree char *name = tl_pack_dup_name (finding->items[i]);

      g_string_append (out, i > 0 ? " — " : "");
      tl_markdown_append_text (out, name);
    }
}

static void
append_group (GString *out, const TlPackGroup *group)
{
  guint n = group->findings->len;
  guint n_listed = group->severity == TL_SEVERITY_HIGH || n <= MOST + 1 ? n : MOST;

  g_string_append_printf (out, "### %s %s · %s · ", tl_severity_get_sign (group->severity),
                          tl_severity_get_label (group->severity), group->rule->id);
  tl_markdown_append_text (out, tl_rule_get_title (group->rule));
  g_string_append_printf (out, ": %u\n\n", n);
  if (!group->is_explained)
    {
      tl_markdown_append_text (out, tl_rule_get_remedy (group->rule));
      g_string_append (out, "\n\n");
    }
  for (guint i = 0; i < n_listed; i++)
    {
      g_string_append (out, "- ");
      append_names (out, group->findings->pdata[i]);
      g_string_append_c (out, '\n');
    }
  if (n > n_listed)
    append_line (out, g_strdup_printf (ngettext ("and %u more", "and %u more", n - n_listed),
                                       n - n_listed));
  g_string_append_c (out, '\n');
}

static void
append_findings (GString *out, const TlPack *pack)
{
  g_autoptr (GPtrArray) groups = tl_pack_list_groups (pack);

  append_heading (out, _ ("What does not fit"), tl_pack_say_findings (pack));
  for (guint i = 0; i < groups->len; i++)
    append_group (out, groups->pdata[i]);
}

/**
 * tl_export_summary:
 * @analysis: what the summary tells of
 * @options: whether findings that rest on private fields are in it; the type of file is "md"
 * @error: not used
 *
 * Writes the leadership summary in words, to be pasted into a mail or a minute: what is asked for,
 * the figures, the goals, and what does not fit.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
tl_export_summary (TlAnalysis *analysis, const TlExportOptions *options, GError **error)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  g_autofree char *place = tl_pack_format_place (root, tl_analysis_get_today (analysis));
  GString *out = g_string_new ("# ");
  TlPack pack;

  tl_pack_init (&pack, analysis, NULL, options->flags);
  tl_markdown_append_text (out, tl_pack_get_title (root));
  g_string_append (out, "\n\n");
  tl_markdown_append_text (out, place);
  g_string_append_c (out, '\n');
  append_heading (out, C_ ("summary", "In short"), tl_pack_say_alignment (&pack));
  append_asks (out, &pack);
  append_answers (out, &pack);
  append_goals (out, &pack);
  append_heading (out, C_ ("summary", "Where effort goes"), tl_pack_say_effort (&pack));
  append_line (out, tl_pack_say_focus (&pack));
  append_findings (out, &pack);
  while (g_str_has_suffix (out->str, "\n\n"))
    g_string_truncate (out, out->len - 1);
  return g_string_free_to_bytes (out);
}
