/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-commands.h"
#include "tl-link-words.h"
#include "tl-text.h"

/* Translators: how an item is called that has no title yet. */
#define UNTITLED C_ ("title", "Untitled")

/* Characters of a name in a sentence that is said in passing. */
#define SAID_NAME_MAX 48

/* Nobody writes titles as long as that, but a file can have them, and widgets lay out all of what
 * they are given. */
static char *
dup_title (TlItem *item)
{
  const char *title = tl_item_get_title (item);
  g_autofree char *line = NULL;

  if (strlen (title) > TL_NAME_MAX || strpbrk (title, "\n\r\t\v\f") != NULL)
    title = line = tl_text_clamp (title, TL_NAME_MAX);
  return g_strdup (*title != '\0' ? title : UNTITLED);
}

static char *
dup_ref_name (TlItem *item, TlField field)
{
  TlItem *target = tl_item_get_ref (item, field);

  return target != NULL ? dup_title (target) : g_strdup (UNTITLED);
}

/* Projects. */

static char *
describe_serving_project (TlAlignment *alignment, TlItem *project, const char *name)
{
  guint n_links;

  tl_alignment_get_valid_links (alignment, project, &n_links);
  /* Translators: for screen readers; a project's title and how many objectives it serves. */
  return g_strdup_printf (ngettext ("Project, %s, serves %u objective",
                                    "Project, %s, serves %u objectives", n_links),
                          name, n_links);
}

static char *
describe_project (TlSession *session, TlItem *project)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autofree char *name = dup_title (project);
  const char *status;

  switch (tl_alignment_get_standing (alignment, project))
    {
    case TL_STANDING_ALIGNED:
      return describe_serving_project (alignment, project, name);
    case TL_STANDING_GOAL_ONLY:
      /* Translators: for screen readers; the title of a project. */
      return g_strdup_printf (_ ("Project, %s, not aligned: serves a goal but no objective"), name);
    case TL_STANDING_CLOSED:
      /* Translators: for screen readers; the title of a project. */
      return g_strdup_printf (_ ("Project, %s, not aligned: serves only what is closed"), name);
    case TL_STANDING_UNLINKED:
      /* Translators: for screen readers; the title of a project. */
      return g_strdup_printf (_ ("Project, %s, not aligned: serves no objective"), name);
    case TL_STANDING_MANDATE:
      /* Translators: for screen readers; the title of a project. */
      return g_strdup_printf (_ ("Project, %s, demanded by a rule, serves no objective"), name);
    case TL_STANDING_UNCOUNTED:
    default:
      status = tl_field_get_choice_label (TL_PROJECT_STATUS,
                                          tl_item_get_choice (project, TL_PROJECT_STATUS));
      if (status == NULL)
        /* Translators: for screen readers; the title of a project. */
        return g_strdup_printf (_ ("Project, %s, status not recorded, not counted"), name);
      /* Translators: for screen readers; the title of a project and its status. */
      return g_strdup_printf (_ ("Project, %s, status: %s, not counted"), name, status);
    }
}

/* Objectives. */

static char *
describe_support (TlAlignment *alignment, TlItem *objective)
{
  guint n_links;

  tl_alignment_get_supporters (alignment, objective, &n_links);
  if (n_links == 0)
    /* Translators: for screen readers; follows the title of an objective. */
    return g_strdup (C_ ("objective", "nothing supports it"));
  /* Translators: for screen readers; follows the title of an objective. */
  return g_strdup_printf (ngettext ("supported by %u project", "supported by %u projects", n_links),
                          n_links);
}

static char *
describe_objective (TlSession *session, TlItem *objective)
{
  g_autofree char *name = dup_title (objective);
  g_autofree char *support = NULL;
  g_autofree char *goal = NULL;
  int status = tl_item_get_choice (objective, TL_OBJECTIVE_STATUS);

  if (status != TL_OBJECTIVE_STATUS_ACTIVE)
    /* Translators: for screen readers; the title of an objective and its status. */
    return g_strdup_printf (_ ("Objective, %s, status: %s"), name,
                            tl_field_get_choice_label (TL_OBJECTIVE_STATUS, status));
  support = describe_support (tl_session_get_alignment (session), objective);
  if (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == NULL)
    /* Translators: for screen readers; the title of an objective and what supports it. */
    return g_strdup_printf (_ ("Objective, %s, without a goal, %s"), name, support);
  goal = dup_ref_name (objective, TL_OBJECTIVE_GOAL);
  /* Translators: for screen readers; the titles of an objective and its goal, and what supports
   * the objective. */
  return g_strdup_printf (_ ("Objective, %s, of the goal %s, %s"), name, goal, support);
}

/* Goals. */

static char *
describe_coverage (TlAlignment *alignment, TlItem *goal)
{
  guint n_objectives;
  guint n_covered = 0;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n_objectives);

  for (guint i = 0; i < n_objectives; i++)
    n_covered += tl_alignment_is_covered (alignment, objectives[i]);
  if (n_objectives == 0)
    /* Translators: follows the title of a goal. */
    return g_strdup (C_ ("goal", "no objective yet"));
  /* Translators: of the objectives of a goal, how many a project serves; “2 of 4 objectives
   * supported”. */
  return g_strdup_printf (ngettext ("%u of %u objective supported", "%u of %u objectives supported",
                                    n_objectives),
                          n_covered, n_objectives);
}

static char *
describe_goal (TlSession *session, TlItem *goal)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autofree char *name = dup_title (goal);
  g_autofree char *coverage = NULL;
  int status = tl_item_get_choice (goal, TL_GOAL_STATUS);

  if (!tl_alignment_is_active_goal (alignment, goal))
    /* Translators: for screen readers; the title of a goal and its status. */
    return g_strdup_printf (_ ("Goal, %s, status: %s"), name,
                            tl_field_get_choice_label (TL_GOAL_STATUS, status));
  coverage = describe_coverage (alignment, goal);
  /* Translators: for screen readers; the title of a goal, its place by priority, and how many of
   * its objectives are supported. */
  return g_strdup_printf (_ ("Goal, %s, rank %u, %s"), name,
                          tl_alignment_get_rank (alignment, goal), coverage);
}

/* Links. */

static char *
describe_link (TlItem *link)
{
  g_autofree char *project = dup_ref_name (link, TL_LINK_PROJECT);
  g_autofree char *target = dup_ref_name (link, TL_LINK_TARGET);
  g_autofree char *look = tl_link_dup_look (link);

  /* Translators: for screen readers; the titles of a project and of the objective it serves, and
   * how strongly. */
  return g_strdup_printf (_ ("Link, %s serves %s, %s"), project, target, look);
}

/* The line above a title. */

static const char *
get_status_label (TlItem *item)
{
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return tl_field_get_choice_label (TL_GOAL_STATUS, tl_item_get_choice (item, TL_GOAL_STATUS));
    case TL_KIND_OBJECTIVE:
      return tl_field_get_choice_label (TL_OBJECTIVE_STATUS,
                                        tl_item_get_choice (item, TL_OBJECTIVE_STATUS));
    case TL_KIND_PROJECT:
      return tl_field_get_choice_label (TL_PROJECT_STATUS,
                                        tl_item_get_choice (item, TL_PROJECT_STATUS));
    case TL_KIND_LINK:
      return tl_field_get_choice_label (TL_LINK_STATUS, tl_item_get_choice (item, TL_LINK_STATUS));
    default:
      return NULL;
    }
}

static const char *
get_kind_words (TlItem *item)
{
  if (tl_item_get_kind (item) != TL_KIND_PROJECT)
    return tl_kind_get_label (tl_item_get_kind (item));
  switch (tl_item_get_choice (item, TL_PROJECT_WORK_CATEGORY))
    {
    case TL_WORK_STRATEGIC:
      return _ ("◆ Strategic project");
    case TL_WORK_TACTICAL:
      return _ ("● Tactical project");
    case TL_WORK_TRANSACTIONAL:
      return _ ("▬ Transactional project");
    default:
      return tl_kind_get_label (TL_KIND_PROJECT);
    }
}

/* What leads from an objective to the mission, as one sentence. */

static char *
dup_mission (TlSession *session)
{
  TlItem *root = tl_workspace_get_root (tl_session_get_workspace (session));

  return g_strstrip (g_strdup (tl_item_is_set (root, TL_WORKSPACE_MISSION)
                                   ? tl_item_get_text (root, TL_WORKSPACE_MISSION)
                                   : ""));
}

static char *
dup_goal_chain (TlSession *session)
{
  g_autofree char *mission = dup_mission (session);

  if (*mission == '\0')
    return NULL;
  /* Translators: of a goal; the organisation's mission. */
  return g_strdup_printf (_ ("It carries the mission: %s"), mission);
}

/* The goal of an objective, with the theme where there is one. */
static char *
dup_goal_name (TlItem *objective)
{
  TlItem *goal = tl_item_get_ref (objective, TL_OBJECTIVE_GOAL);
  TlItem *theme = goal != NULL ? tl_item_get_ref (goal, TL_GOAL_THEME) : NULL;
  g_autofree char *name = dup_ref_name (objective, TL_OBJECTIVE_GOAL);
  g_autofree char *theme_name = NULL;

  if (theme == NULL)
    /* Translators: the title of a goal within a sentence. */
    return g_strdup_printf (C_ ("goal", "“%s”"), name);
  theme_name = dup_title (theme);
  /* Translators: the titles of a goal and of its theme, within a sentence. */
  return g_strdup_printf (C_ ("goal", "“%s” of the theme “%s”"), name, theme_name);
}

static char *
dup_objective_chain (TlSession *session, TlItem *objective)
{
  g_autofree char *mission = dup_mission (session);
  g_autofree char *goal = NULL;

  if (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == NULL)
    return NULL;
  goal = dup_goal_name (objective);
  if (*mission == '\0')
    /* Translators: of an objective; its goal. */
    return g_strdup_printf (_ ("It is a step to the goal %s."), goal);
  /* Translators: of an objective; its goal and the organisation's mission. */
  return g_strdup_printf (_ ("It is a step to the goal %s, for the mission: %s"), goal, mission);
}

/* The strongest of the links that count; the first of equals. */
static TlItem *
find_best_link (TlAlignment *alignment, TlItem *project)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n_links);
  TlItem *best = NULL;

  for (guint i = 0; i < n_links; i++)
    if (best == NULL || tl_link_get_sigma (links[i]) > tl_link_get_sigma (best))
      best = links[i];
  return best;
}

static char *
dup_project_chain (TlSession *session, TlItem *project)
{
  TlItem *link = find_best_link (tl_session_get_alignment (session), project);
  g_autofree char *mission = dup_mission (session);
  g_autofree char *objective = NULL;
  g_autofree char *goal = NULL;

  if (link == NULL)
    return NULL;
  objective = dup_ref_name (link, TL_LINK_TARGET);
  goal = dup_goal_name (tl_item_get_ref (link, TL_LINK_TARGET));
  if (*mission == '\0')
    /* Translators: of a project; its objective and the goal of that. */
    return g_strdup_printf (_ ("It moves “%s”, a step to the goal %s."), objective, goal);
  /* Translators: of a project; its objective, the goal of that and the organisation's mission. */
  return g_strdup_printf (_ ("It moves “%s”, a step to the goal %s, for the mission: %s"),
                          objective, goal, mission);
}

static char *
dup_link_chain (TlItem *link)
{
  g_autofree char *project = dup_ref_name (link, TL_LINK_PROJECT);
  g_autofree char *target = dup_ref_name (link, TL_LINK_TARGET);

  /* Translators: the titles of a project and of the objective it serves. */
  return g_strdup_printf (_ ("“%s” serves “%s”."), project, target);
}

/**
 * tl_item_dup_name:
 * @item: an item
 *
 * Returns: (transfer full): what to call @item: its title, what a link joins, or “Untitled”; one
 *   line, which ends in an ellipsis where the title is longer than can be read
 */
char *
tl_item_dup_name (TlItem *item)
{
  g_autofree char *project = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (TL_IS_ITEM (item), NULL);

  if (tl_item_get_kind (item) != TL_KIND_LINK || *tl_item_get_title (item) != '\0')
    return dup_title (item);
  project = dup_ref_name (item, TL_LINK_PROJECT);
  target = dup_ref_name (item, TL_LINK_TARGET);
  /* Translators: the name of a link: a project and the objective it serves. */
  return g_strdup_printf (C_ ("link", "%s → %s"), project, target);
}

/**
 * tl_item_dup_short_name:
 * @item: an item
 *
 * Returns: (transfer full): as tl_item_dup_name(), for what is said in passing and has to stay in
 *   one line of a window, while the item itself is in sight
 */
char *
tl_item_dup_short_name (TlItem *item)
{
  g_autofree char *name = tl_item_dup_name (item);

  return tl_text_clamp (name, SAID_NAME_MAX);
}

/**
 * tl_kind_get_new_title:
 * @kind: a kind of item
 *
 * Returns: the title of a new item whose title nobody has written yet, translated
 */
const char *
tl_kind_get_new_title (TlKind kind)
{
  switch (kind)
    {
    case TL_KIND_GOAL:
      return C_ ("title", "New goal");
    case TL_KIND_OBJECTIVE:
      return C_ ("title", "New objective");
    case TL_KIND_PROJECT:
      return C_ ("title", "New project");
    case TL_KIND_PERSON:
      return C_ ("title", "New person");
    case TL_KIND_UNIT:
      return C_ ("title", "New unit");
    case TL_KIND_THEME:
      return C_ ("title", "New theme");
    case TL_KIND_CAUSE:
      return C_ ("title", "New cause");
    case TL_KIND_MEASURE:
      return C_ ("title", "New measure");
    default:
      return UNTITLED;
    }
}

/**
 * tl_item_dup_standing_line:
 * @session: a session
 * @item: an item
 *
 * Returns: (transfer full): the quiet line above a title: kind and status, “◆ Strategic project ·
 * Live”
 */
char *
tl_item_dup_standing_line (TlSession *session, TlItem *item)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  const char *status = get_status_label (item);
  guint rank = 0;

  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    rank = tl_alignment_get_rank (alignment, item);
  if (rank > 0)
    /* Translators: the line above the title of a goal: its place by priority, and its status. */
    return g_strdup_printf (_ ("Goal %u · %s"), rank, status);
  if (status == NULL)
    return g_strdup (get_kind_words (item));
  /* Translators: the line above a title: what the item is, such as “◆ Strategic project”, and its
   * status, such as “Live”. */
  return g_strdup_printf (C_ ("item", "%s · %s"), get_kind_words (item), status);
}

static char *
dup_objective_detail (TlItem *objective)
{
  g_autofree char *goal = dup_ref_name (objective, TL_OBJECTIVE_GOAL);

  if (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == NULL)
    return g_strdup (_ ("without a goal"));
  if (!tl_item_is_set (objective, TL_OBJECTIVE_LEVEL))
    return g_steal_pointer (&goal);
  /* Translators: where an objective belongs: its level, from 0 to 5, and the title of its goal. */
  return g_strdup_printf (_ ("Level %.15g · %s"),
                          tl_item_get_number (objective, TL_OBJECTIVE_LEVEL), goal);
}

static char *
dup_project_detail (TlItem *project)
{
  const char *status = get_status_label (project);

  if (status == NULL)
    return g_strdup (tl_kind_get_label (TL_KIND_PROJECT));
  if (!tl_item_is_set (project, TL_PROJECT_EFFORT))
    return g_strdup (status);
  /* Translators: the status of a project and its person-days: “Live · 40 days”. */
  return g_strdup_printf (_ ("%s · %.15g days"), status,
                          tl_item_get_number (project, TL_PROJECT_EFFORT));
}

/* A kind of item, and of what sort it is. */
static char *
dup_sort (TlItem *item)
{
  static const TlField fields[TL_N_KINDS] = {
    [TL_KIND_CAUSE] = TL_CAUSE_CATEGORY,   [TL_KIND_MEASURE] = TL_MEASURE_CATEGORY,
    [TL_KIND_INSIGHT] = TL_INSIGHT_SORT,   [TL_KIND_REQUEST] = TL_REQUEST_OUTCOME,
    [TL_KIND_SOLUTION] = TL_SOLUTION_TYPE,
  };
  TlKind kind = tl_item_get_kind (item);
  const char *sort = NULL;

  if (fields[kind] != TL_ITEM_TITLE)
    sort = tl_field_get_choice_label (fields[kind], tl_item_get_choice (item, fields[kind]));
  if (sort == NULL)
    return g_strdup (tl_kind_get_label (kind));
  /* Translators: a kind of item, such as “Cause”, and of what sort it is, such as “Incentives”. */
  return g_strdup_printf (C_ ("item", "%s · %s"), tl_kind_get_label (kind), sort);
}

/**
 * tl_item_dup_detail:
 * @item: an item
 *
 * Returns: (transfer full): where @item belongs, in a few words under its title; may be empty
 */
char *
tl_item_dup_detail (TlItem *item)
{
  const char *role;

  g_return_val_if_fail (TL_IS_ITEM (item), NULL);

  switch (tl_item_get_kind (item))
    {
    case TL_KIND_OBJECTIVE:
      return dup_objective_detail (item);
    case TL_KIND_PROJECT:
      return dup_project_detail (item);
    case TL_KIND_PERSON:
      role = tl_item_get_text (item, TL_PERSON_ROLE);
      return g_strdup (role != NULL && strcmp (role, tl_item_get_title (item)) != 0 ? role : "");
    case TL_KIND_UNIT:
    case TL_KIND_THEME:
      return g_strdup ("");
    default:
      return dup_sort (item);
    }
}

/**
 * tl_goal_dup_coverage:
 * @session: a session
 * @goal: a goal
 *
 * Returns: (transfer full): how many of its objectives are supported
 */
char *
tl_goal_dup_coverage (TlSession *session, TlItem *goal)
{
  return describe_coverage (tl_session_get_alignment (session), goal);
}

/**
 * tl_item_dup_chain:
 * @session: a session
 * @item: an item
 *
 * Returns: (transfer full) (nullable): a sentence, to be read on from the title, that leads from
 * @item to the mission; %NULL when nothing does
 */
char *
tl_item_dup_chain (TlSession *session, TlItem *item)
{
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return dup_goal_chain (session);
    case TL_KIND_OBJECTIVE:
      return dup_objective_chain (session, item);
    case TL_KIND_PROJECT:
      return dup_project_chain (session, item);
    case TL_KIND_LINK:
      return dup_link_chain (item);
    default:
      return NULL;
    }
}

/**
 * tl_item_describe:
 * @session: a session
 * @item: an item
 *
 * Returns: (transfer full): what @item is and how it stands, in one sentence for a screen reader
 */
char *
tl_item_describe (TlSession *session, TlItem *item)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item), NULL);

  switch (tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return describe_goal (session, item);
    case TL_KIND_OBJECTIVE:
      return describe_objective (session, item);
    case TL_KIND_PROJECT:
      return describe_project (session, item);
    case TL_KIND_LINK:
      return describe_link (item);
    default:
      name = dup_title (item);
      /* Translators: for screen readers; a kind of item, such as “Person”, and its title. */
      return g_strdup_printf (C_ ("item", "%s, %s"), tl_kind_get_label (tl_item_get_kind (item)),
                              name);
    }
}
