/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-export-private.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

/* Position first, then what follows from it. */
static void (*const pages[]) (const TlPack *pack) = {
  tl_pack_add_summary, tl_pack_add_goals,    tl_pack_add_map,
  tl_pack_add_effort,  tl_pack_add_findings, tl_pack_add_partners,
};

/* Adds all pages to @sheets. */
static void
compose (TlAnalysis *analysis, TlSheets *sheets, TlExportFlags flags)
{
  TlPack pack;

  tl_pack_init (&pack, analysis, sheets, flags);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i](&pack);
}

static char *
format_running_text (TlAnalysis *analysis)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  g_autofree char *place = tl_pack_format_place (root, tl_analysis_get_today (analysis));

  return g_strjoin (" · ", tl_pack_get_title (root), place, NULL);
}

/**
 * tl_export_pack:
 * @analysis: what the summary tells of
 * @options: whether the partnerships are in it; the type of file is "pdf"
 * @error: where the file could not be made
 *
 * Composes the summary for the leaders: A4, landscape. The first time is to count the pages, which
 * every foot names.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_pack (TlAnalysis *analysis, const TlExportOptions *options, GError **error)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  g_autofree char *title = NULL;
  g_autofree char *created = tl_export_format_creation (analysis);
  g_autofree char *running_text = format_running_text (analysis);
  g_autoptr (TlSheets) draft = NULL;
  g_autoptr (TlSheets) sheets = NULL;

  /* Translators: the title of the document; the name of the workspace is inserted. */
  title = g_strdup_printf (_ ("Leadership Summary: %s"), tl_pack_get_title (root));
  const TlPdfInfo info = {
    .title = title,
    .author = tl_item_get_text (root, TL_WORKSPACE_ORGANISATION),
    .subject = running_text,
    .created = created,
  };

  draft = tl_sheets_new (&info, running_text, 0);
  compose (analysis, draft, options->flags);
  sheets = tl_sheets_new (&info, running_text, tl_sheets_get_n_pages (draft));
  compose (analysis, sheets, options->flags);
  return tl_sheets_finish (sheets, error);
}

/**
 * tl_pack_init:
 * @self: (out caller-allocates): a summary
 * @analysis: what it tells of
 * @sheets: (nullable): what it is written on; sentences need none
 * @flags: whether it tells of what is private
 *
 * All of it is borrowed.
 */
void
tl_pack_init (TlPack *self, TlAnalysis *analysis, TlSheets *sheets, TlExportFlags flags)
{
  *self = (TlPack) {
    .analysis = analysis,
    .workspace = tl_analysis_get_workspace (analysis),
    .alignment = tl_analysis_get_alignment (analysis),
    .figures = tl_analysis_get_figures (analysis),
    .theme = sheets != NULL ? tl_sheets_get_theme (sheets) : NULL,
    .sheets = sheets,
    .with_private = (flags & TL_EXPORT_WITH_PRIVATE) != 0,
  };
}

/**
 * tl_pack_get_goals:
 * @pack: the summary
 * @n_goals: (out): how many
 *
 * Returns: (transfer none) (array length=n_goals): the active goals in the order of their rank
 */
TlItem *const *
tl_pack_get_goals (const TlPack *pack, guint *n_goals)
{
  guint n_all;
  TlItem *const *goals = tl_alignment_get_goals (pack->alignment, &n_all);

  for (*n_goals = 0; *n_goals < n_all; (*n_goals)++)
    if (!tl_alignment_is_active_goal (pack->alignment, goals[*n_goals]))
      break;
  return goals;
}

/**
 * tl_pack_count_open_goals:
 * @pack: the summary
 * @n_covered: (out): how many of them have an objective that a project serves
 *
 * Returns: how many active goals learning may have a role in
 */
guint
tl_pack_count_open_goals (const TlPack *pack, guint *n_covered)
{
  guint n_goals, n_open = 0;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  *n_covered = 0;
  for (guint i = 0; i < n_goals; i++)
    {
      if (tl_item_get_choice (goals[i], TL_GOAL_ROLE) == TL_ROLE_NO)
        continue;
      n_open++;
      if (tl_alignment_is_goal_covered (pack->alignment, goals[i]))
        (*n_covered)++;
    }
  return n_open;
}

/**
 * tl_pack_count_covered:
 * @pack: the summary
 * @goal: a goal
 * @n_active: (out): how many active objectives it has
 *
 * Returns: how many of these a project serves
 */
guint
tl_pack_count_covered (const TlPack *pack, TlItem *goal, guint *n_active)
{
  guint n_objectives, n_covered = 0;
  TlItem *const *objectives = tl_alignment_get_objectives (pack->alignment, goal, &n_objectives);

  *n_active = 0;
  for (guint i = 0; i < n_objectives; i++)
    {
      if (!tl_alignment_is_active_objective (pack->alignment, objectives[i]))
        continue;
      (*n_active)++;
      if (tl_alignment_is_covered (pack->alignment, objectives[i]))
        n_covered++;
    }
  return n_covered;
}

/**
 * tl_pack_count_projects:
 * @pack: the summary
 * @goal: a goal
 *
 * Returns: how many counted projects serve an active objective of the goal, each counted once
 */
guint
tl_pack_count_projects (const TlPack *pack, TlItem *goal)
{
  g_autoptr (GHashTable) projects = g_hash_table_new (NULL, NULL);
  guint n_objectives;
  TlItem *const *objectives = tl_alignment_get_objectives (pack->alignment, goal, &n_objectives);

  for (guint i = 0; i < n_objectives; i++)
    {
      guint n_links;
      TlItem *const *links = tl_alignment_get_supporters (pack->alignment, objectives[i], &n_links);

      for (guint k = 0; k < n_links; k++)
        g_hash_table_add (projects, tl_item_get_ref (links[k], TL_LINK_PROJECT));
    }
  return g_hash_table_size (projects);
}

/**
 * tl_pack_shows:
 * @pack: the summary
 * @finding: a finding, waived or not
 *
 * Returns: whether the summary may tell of it; what rests on private fields stays with the owner of
 *   the plan, who may ask for it
 */
gboolean
tl_pack_shows (const TlPack *pack, const TlFinding *finding)
{
  return pack->with_private || !finding->rule->is_private;
}

/**
 * tl_pack_count_findings:
 * @pack: the summary
 *
 * Returns: how many findings it tells of, without those that are waived
 */
guint
tl_pack_count_findings (const TlPack *pack)
{
  guint n = 0;

  for (guint i = 0; i < tl_analysis_get_n_findings (pack->analysis); i++)
    n += tl_pack_shows (pack, tl_analysis_get_finding (pack->analysis, i)) ? 1 : 0;
  return n;
}

/**
 * tl_pack_has_finding:
 * @pack: the summary
 * @item: an item
 * @rule: the id of a rule
 *
 * Returns: whether the rule has found something in the item that is not waived
 */
gboolean
tl_pack_has_finding (const TlPack *pack, TlItem *item, const char *rule)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (pack->analysis, item);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (findings, i);

      if (finding->waiver == NULL && g_str_equal (finding->rule->id, rule))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_pack_get_gap:
 * @pack: the summary
 * @goal: an active goal
 *
 * Returns: by how much its share of the effort is above its weight, from -1 to 1; NaN when either
 *   is not recorded
 */
double
tl_pack_get_gap (const TlPack *pack, TlItem *goal)
{
  return tl_alignment_get_goal_share (pack->alignment, goal)
         - tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT;
}

/**
 * tl_pack_find_widest_gap:
 * @pack: the summary
 * @over: whether to look for more effort than weight, or for less
 *
 * Returns: (nullable): the active goal from which effort and weight are furthest apart that way
 */
TlItem *
tl_pack_find_widest_gap (const TlPack *pack, gboolean over)
{
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);
  TlItem *widest = NULL;
  double width = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      double gap = tl_pack_get_gap (pack, goals[i]) * (over ? 1 : -1);

      if (!isnan (gap) && gap > width)
        {
          widest = goals[i];
          width = gap;
        }
    }
  return widest;
}
