/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-pin.h"

/* What a finding says on a card, where there is room for two words. */
typedef struct
{
  const char *rule;
  const char *sign;
} ShortSign;

static const ShortSign short_signs[] = {
  { "ALN-01", NC_ ("sign on a card", "No objective") },
  { "ALN-02", NC_ ("sign on a card", "Only closed objectives") },
  { "ALN-03", NC_ ("sign on a card", "Linked to a goal only") },
  { "ALN-05", NC_ ("sign on a card", "No active goal") },
  { "ALN-06", NC_ ("sign on a card", "No project") },
  { "ALN-07", NC_ ("sign on a card", "No learning") },
  { "ALN-12", NC_ ("sign on a card", "Claimed twice") },
  { "GOL-01", NC_ ("sign on a card", "No owner") },
  { "GOL-06", NC_ ("sign on a card", "Cause and cure differ") },
};

static void
clear_card (gpointer data)
{
  TlMapCard *card = data;

  g_free (card->title);
  g_clear_object (&card->item);
}

static void
clear_link (gpointer data)
{
  g_clear_object (&((TlMapLink *) data)->item);
}

static void
clear_lane (gpointer data)
{
  g_free (((TlMapLane *) data)->id);
  g_free (((TlMapLane *) data)->title);
}

static int
add_card (TlMap *self, TlItem *item, TlKind kind)
{
  TlMapCard card = {
    .item = g_object_ref (item),
    .title = tl_map_dup_title (item),
    .kind = kind,
    .goal = TL_MAP_NONE,
    .lane = TL_MAP_NONE,
    .category = TL_COLOURING_NONE,
    .node = TL_MAP_NONE,
    .n_lines = 1,
  };
  TlPoint corner;

  /* A compact picture has another scale, in which the places of the map mean nothing. */
  card.is_pinned = !self->metrics.is_compact && tl_pin_get_corner (item, &corner);
  g_array_append_val (self->cards, card);
  g_hash_table_insert (self->card_of_item, item, GUINT_TO_POINTER (self->cards->len));
  return (int) self->cards->len - 1;
}

/**
 * tl_map_find_card:
 * @self: a map
 * @item: an item
 *
 * Returns: its card, or the one that it is folded into; %TL_MAP_NONE when it is not in sight
 */
int
tl_map_find_card (const TlMap *self, TlItem *item)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->card_of_item, item)) - 1;
}

static void
put_item (TlMapLink *link, TlItem *item)
{
  g_set_object (&link->item, item);
  link->strength = tl_item_get_choice (item, TL_LINK_STRENGTH);
  link->status = tl_item_get_choice (item, TL_LINK_STATUS);
}

static void
add_link (TlMap *self, TlItem *item, int left, int right)
{
  TlMapLink link = { .left = left, .right = right, .edge = TL_MAP_NONE };

  if (item != NULL)
    put_item (&link, item);
  g_array_append_val (self->links, link);
}

static gboolean
is_hidden (const TlMap *self, TlItem *item)
{
  if (self->flagged_items != NULL && !g_hash_table_contains (self->flagged_items, item))
    return TRUE;
  return self->options->filter != NULL && !self->options->filter (item, self->options->filter_data);
}

static void
collect_goals (TlMap *self, TlAlignment *alignment)
{
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_active = tl_alignment_is_active_goal (alignment, goals[i]);
      TlMapCard *card;

      if ((!is_active && !self->options->include_uncounted) || is_hidden (self, goals[i]))
        continue;
      card = tl_map_get_card (self, add_card (self, goals[i], TL_KIND_GOAL));
      card->is_inactive = !is_active;
      card->is_covered = tl_alignment_is_goal_covered (alignment, goals[i]);
      card->is_folded
          = self->options->is_folded != NULL
            && self->options->is_folded (tl_item_get_id (goals[i]), self->options->fold_data);
    }
}

static void
fold_into (TlMap *self, TlItem *item, int card)
{
  g_hash_table_insert (self->card_of_item, item, GINT_TO_POINTER (card + 1));
  tl_map_get_card (self, card)->n_hidden++;
  self->n_folded[tl_map_get_kind_index (tl_item_get_kind (item))]++;
}

/* @goal is the card that the objective lies under, if any. */
static void
collect_objective (TlMap *self, TlAlignment *alignment, TlItem *item, int goal)
{
  gboolean is_active = tl_item_get_choice (item, TL_OBJECTIVE_STATUS) == TL_OBJECTIVE_STATUS_ACTIVE;
  TlMapCard *card;
  int place;

  if (!is_active && !self->options->include_uncounted)
    return;
  if (goal != TL_MAP_NONE)
    {
      tl_map_get_card (self, goal)->n_partners++;
      tl_map_get_card (self, goal)->n_covered += tl_alignment_is_covered (alignment, item) ? 1 : 0;
    }
  if (is_hidden (self, item))
    return;
  if (goal != TL_MAP_NONE && tl_map_get_card (self, goal)->is_folded)
    {
      fold_into (self, item, goal);
      return;
    }
  place = add_card (self, item, TL_KIND_OBJECTIVE);
  card = tl_map_get_card (self, place);
  card->is_inactive = !is_active;
  card->is_covered = tl_alignment_is_covered (alignment, item);
  if (goal == TL_MAP_NONE)
    return;
  card->goal = goal;
  add_link (self, NULL, goal, place);
}

static void
collect_objectives (TlMap *self, TlAlignment *alignment)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (self->analysis);
  int n_goals = (int) self->cards->len;

  for (int goal = 0; goal < n_goals; goal++)
    {
      guint n;
      TlItem *const *objectives
          = tl_alignment_get_objectives (alignment, tl_map_get_card (self, goal)->item, &n);

      for (guint i = 0; i < n; i++)
        collect_objective (self, alignment, objectives[i], goal);
    }
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);
      TlItem *goal = tl_item_get_ref (item, TL_OBJECTIVE_GOAL);

      if (goal == NULL || tl_map_find_card (self, goal) == TL_MAP_NONE)
        collect_objective (self, alignment, item, TL_MAP_NONE);
    }
}

static void
count_in_tray (TlMap *self, TlStanding standing, double days, gboolean is_shown)
{
  if (standing == TL_STANDING_MANDATE)
    {
      self->n_mandates++;
      self->n_shown_mandates += is_shown ? 1 : 0;
      self->mandate_days += days;
    }
  else
    {
      self->n_alarms++;
      self->n_shown_alarms += is_shown ? 1 : 0;
      self->alarm_days += days;
    }
}

static void
collect_projects (TlMap *self, TlAlignment *alignment)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (self->analysis);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);
      TlStanding standing = tl_alignment_get_standing (alignment, item);
      gboolean is_shown = !is_hidden (self, item);
      TlMapCard *card;

      if (standing == TL_STANDING_UNCOUNTED && !self->options->include_uncounted)
        continue;
      if (tl_map_is_for_tray (standing))
        count_in_tray (self, standing, tl_alignment_get_effort (alignment, item), is_shown);
      if (!is_shown)
        continue;
      card = tl_map_get_card (self, add_card (self, item, TL_KIND_PROJECT));
      card->standing = standing;
      card->is_inactive = standing == TL_STANDING_UNCOUNTED;
      card->n_projects = 1;
    }
}

/* A second link between the same two is drawn, but counts nobody twice. @n: of the source */
static void
count_partner (TlMap *self, int card, int n, int target, int *last_partner)
{
  if (last_partner[target] == n + 1)
    return;
  last_partner[target] = n + 1;
  tl_map_get_card (self, card)->n_partners++;
  if (tl_map_get_card (self, target)->kind == TL_KIND_OBJECTIVE)
    tl_map_get_card (self, target)->n_partners++;
}

/* A project that serves several objectives of a goal serves the goal once. */
static void
count_project_of_goal (TlMap *self, int project, int target, int *last_project)
{
  const TlMapCard *card = tl_map_get_card (self, target);
  int goal = card->kind == TL_KIND_GOAL ? target : card->goal;

  if (goal == TL_MAP_NONE || last_project[goal] == project + 1)
    return;
  last_project[goal] = project + 1;
  tl_map_get_card (self, goal)->n_projects++;
}

/* Links between the same two cards are one line, where what they lead to or from is folded into
 * one of them; it looks like the strongest. @last_line: by card, the line of the source that was
 * looked at last. */
static void
add_folded_link (TlMap *self, TlItem *item, int target, int source, guint *last_line)
{
  TlMapLink *link = last_line[target] > 0 ? tl_map_get_link (self, last_line[target] - 1) : NULL;
  TlMapFoldedLink folded = { item, 0 };

  if (link == NULL || link->right != source)
    {
      add_link (self, item, target, source);
      last_line[target] = self->links->len;
      link = tl_map_get_link (self, self->links->len - 1);
    }
  else if (tl_link_get_sigma (item) > tl_link_get_sigma (link->item))
    put_item (link, item);
  link->n_folded++;
  folded.link = last_line[target] - 1;
  g_array_append_val (self->folded_links, folded);
}

/* Those of a folded lane come one after the other. */
static GArray *
list_sources (TlMap *self)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (TlMapSource));

  for (int i = 0; i < (int) self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, i);
      TlMapSource source = { card->item, i };

      if (card->kind == TL_KIND_PROJECT && !tl_map_is_for_tray (card->standing))
        g_array_append_val (sources, source);
    }
  g_array_append_vals (sources, self->hidden_projects->data, self->hidden_projects->len);
  return sources;
}

/* What was looked at last, by card: each counts once for it. */
typedef struct
{
  guint *line;
  int *partner;
  int *project;
} Last;

static void
collect_links_of (TlMap *self, TlAlignment *alignment, const TlMapSource *source, int n, Last last)
{
  TlMapCard *card = tl_map_get_card (self, source->card);
  guint n_links;
  TlItem *const *links = tl_alignment_get_links (alignment, source->item, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *item = tl_item_get_ref (links[i], TL_LINK_TARGET);
      int target = item != NULL ? tl_map_find_card (self, item) : TL_MAP_NONE;

      if (target == TL_MAP_NONE)
        continue;
      if (tl_map_get_card (self, target)->item != item || card->item != source->item)
        add_folded_link (self, links[i], target, source->card, last.line);
      else
        add_link (self, links[i], target, source->card);
      count_partner (self, source->card, n, target, last.partner);
      count_project_of_goal (self, n, target, last.project);
    }
}

static void
collect_links (TlMap *self, TlAlignment *alignment)
{
  g_autoptr (GArray) sources = list_sources (self);
  g_autofree guint *last_line = g_new0 (guint, self->cards->len + 1);
  g_autofree int *last_partner = g_new0 (int, self->cards->len + 1);
  g_autofree int *last_project = g_new0 (int, self->cards->len + 1);

  for (guint i = 0; i < sources->len; i++)
    collect_links_of (self, alignment, &g_array_index (sources, TlMapSource, i), (int) i,
                      (Last) { last_line, last_partner, last_project });
}

/* What serves an objective serves it, in sight or not. */
static void
count_hidden_partners (TlMap *self, TlAlignment *alignment)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);
      guint n = 0;

      if (card->kind == TL_KIND_OBJECTIVE)
        tl_alignment_get_supporters (alignment, card->item, &n);
      else if (card->kind == TL_KIND_PROJECT && !tl_map_is_for_tray (card->standing))
        tl_alignment_get_valid_links (alignment, card->item, &n);
      card->n_partners = MAX (card->n_partners, n);
    }
}

/* What a card says of a finding; %NULL when the finding is not loud enough, or not for all eyes:
 * the map is shown to others. */
static const char *
get_sign (const TlFinding *finding)
{
  const char *sign = tl_map_get_short_sign (finding->rule->id);

  if (finding->rule->is_private)
    return NULL;
  if (sign == NULL && finding->severity == TL_SEVERITY_HIGH)
    return tl_rule_get_title (finding->rule);
  return sign;
}

static void
collect_flagged (TlMap *self)
{
  self->flagged_items = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < tl_analysis_get_n_findings (self->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (self->analysis, i);

      if (get_sign (finding) == NULL)
        continue;
      for (guint j = 0; j < finding->n_items; j++)
        g_hash_table_add (self->flagged_items, finding->items[j]);
    }
}

/* The first finding that is loud enough says what is wrong; the inspector has them all. */
static void
put_sign (const TlMap *self, TlMapSign *signs, TlItem *item, const char *words)
{
  int card = tl_map_find_card (self, item);

  if (card == TL_MAP_NONE)
    return;
  if (tl_map_get_card (self, card)->item != item)
    signs[card].hides_flagged = TRUE;
  else if (signs[card].words == NULL)
    signs[card].words = words;
}

/**
 * tl_map_list_signs:
 * @self: a map
 * @analysis: whose findings to look at
 *
 * Returns: (transfer full) (array): by card: what needs a decision
 */
TlMapSign *
tl_map_list_signs (const TlMap *self, TlAnalysis *analysis)
{
  TlMapSign *signs = g_new0 (TlMapSign, self->cards->len + 1);
  const TlFinding *last = NULL;
  const char *words = NULL;

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      /* They come in the order of severity and rule, and words are looked up slowly. */
      if (last == NULL || finding->rule != last->rule || finding->severity != last->severity)
        words = get_sign (finding);
      last = finding;
      for (guint j = 0; words != NULL && j < finding->n_items; j++)
        put_sign (self, signs, finding->items[j], words);
    }
  return signs;
}

/**
 * tl_map_set_sign:
 * @card: a card
 * @sign: what needs a decision
 */
void
tl_map_set_sign (TlMapCard *card, const TlMapSign *sign)
{
  card->sign = sign->words;
  card->is_flagged = sign->words != NULL;
  card->hides_flagged = sign->hides_flagged;
}

static void
collect_signs (TlMap *self)
{
  g_autofree TlMapSign *signs = tl_map_list_signs (self, self->analysis);

  for (guint i = 0; i < self->cards->len; i++)
    tl_map_set_sign (tl_map_get_card (self, (int) i), &signs[i]);
}

static void
classify_cards (TlMap *self)
{
  self->colouring = tl_colouring_new (self->analysis, self->options->colour_by);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (tl_map_card_is_strip (card))
        continue;
      card->category = tl_colouring_classify (self->colouring, self->analysis, card->item);
      tl_colouring_count (self->colouring, card->category, card->kind, card->n_projects);
      self->n_shown[tl_map_get_kind_index (card->kind)]++;
    }
}

/**
 * tl_map_get_short_sign:
 * @rule: id of a rule
 *
 * Returns: (transfer none) (nullable): what one of its findings says on a card, translated; %NULL
 *   where the rule has no such words
 */
const char *
tl_map_get_short_sign (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_signs); i++)
    if (strcmp (short_signs[i].rule, rule) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "sign on a card", short_signs[i].sign);
  return NULL;
}

/**
 * tl_map_new:
 * @analysis: of the workspace to show
 * @options: what to show; its filter is not asked later
 * @before: (nullable): the layout of an earlier state
 *
 * Collects what the map shows and places it.
 *
 * Returns: (transfer full): the map
 */
TlMap *
tl_map_new (TlAnalysis *analysis, const TlSceneOptions *options, const TlLayout *before)
{
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);
  TlMap *self = g_new0 (TlMap, 1);

  self->analysis = tl_analysis_ref (analysis);
  self->own_options = *options;
  self->own_options.before = NULL;
  self->options = &self->own_options;
  self->theme = options->theme != NULL ? options->theme : tl_theme_get (TL_THEME_LIGHT);
  self->cards = g_array_new (FALSE, FALSE, sizeof (TlMapCard));
  g_array_set_clear_func (self->cards, clear_card);
  self->links = g_array_new (FALSE, FALSE, sizeof (TlMapLink));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (TlMapLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->heads = g_array_new (FALSE, FALSE, sizeof (TlRect));
  g_array_set_clear_func (self->links, clear_link);
  self->tray_groups = g_array_new (FALSE, FALSE, sizeof (TlMapTrayGroup));
  g_array_set_clear_func (self->tray_groups, tl_map_clear_tray_group);
  self->folded_links = g_array_new (FALSE, FALSE, sizeof (TlMapFoldedLink));
  self->hidden_projects = g_array_new (FALSE, FALSE, sizeof (TlMapSource));
  self->card_of_item = g_hash_table_new (NULL, NULL);
  self->route_points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  self->route_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->route_rails = g_array_new (FALSE, FALSE, sizeof (double));
  tl_map_choose_metrics (self);
  if (options->only_flagged)
    collect_flagged (self);
  collect_goals (self, alignment);
  collect_objectives (self, alignment);
  collect_projects (self, alignment);
  tl_map_collect_lanes (self);
  tl_map_fold_lanes (self);
  collect_links (self, alignment);
  if (tl_map_hides (self) || self->n_folded[0] + self->n_folded[1] + self->n_folded[2] > 0)
    count_hidden_partners (self, alignment);
  collect_signs (self);
  classify_cards (self);
  tl_map_count_shapes (self);
  tl_map_arrange (self, before);
  return self;
}

/**
 * tl_map_free:
 * @self: (transfer full): a map
 */
void
tl_map_free (TlMap *self)
{
  tl_layout_free (self->layout);
  g_array_unref (self->cards);
  g_array_unref (self->links);
  g_array_unref (self->lanes);
  g_array_unref (self->heads);
  g_array_unref (self->folded_links);
  g_array_unref (self->hidden_projects);
  g_array_unref (self->tray_groups);
  g_hash_table_unref (self->card_of_item);
  g_clear_pointer (&self->flagged_items, g_hash_table_unref);
  g_clear_pointer (&self->colouring, tl_colouring_free);
  g_array_unref (self->route_points);
  g_array_unref (self->route_starts);
  tl_analysis_unref (self->analysis);
  g_array_unref (self->route_rails);
  g_free (self);
}
