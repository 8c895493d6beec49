/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-essentials.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-cell-text.h"
#include "tl-item-lead.h"
#include "tl-item-words.h"
#include "tl-map.h"
#include "tl-text.h"

#define MAX_LINES 3 /* of others, and of findings */
#define MAX_FACT 160
#define SEPARATOR " · "

/* In the order in which they are told. */
static const struct
{
  TlKind kind;
  TlField field;
} facts[] = {
  { TL_KIND_GOAL, TL_GOAL_OWNER },
  { TL_KIND_GOAL, TL_GOAL_WEIGHT },
  { TL_KIND_OBJECTIVE, TL_OBJECTIVE_OWNER },
  { TL_KIND_OBJECTIVE, TL_OBJECTIVE_LEVEL },
  { TL_KIND_OBJECTIVE, TL_OBJECTIVE_BY_DATE },
  { TL_KIND_PROJECT, TL_PROJECT_OWNER },
  { TL_KIND_PROJECT, TL_PROJECT_SPONSOR },
  { TL_KIND_PROJECT, TL_PROJECT_EFFORT },
  { TL_KIND_PROJECT, TL_PROJECT_START },
  { TL_KIND_PROJECT, TL_PROJECT_END },
  { TL_KIND_LINK, TL_LINK_STRENGTH },
  { TL_KIND_LINK, TL_LINK_MECHANISM },
};

/* Facts. */

static char *
dup_value (TlItem *item, TlField field)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  if (field == TL_PROJECT_EFFORT)
    return tl_map_format_days (tl_item_get_number (item, field));
  if (field == TL_GOAL_WEIGHT)
    {
      number = tl_map_format_number (tl_item_get_number (item, field));
      /* Translators: the weight of a goal in percent; the space does not break */
      return g_strdup_printf (C_ ("weight", "%s %%"), number);
    }
  if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_DATE)
    return tl_date_format_for_people (tl_item_get_date (item, field));
  text = tl_cell_dup_text (item, field);
  return tl_text_clamp (text, MAX_FACT);
}

static void
add_fact (GString *line, const char *fact)
{
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, fact);
}

static char *
dup_facts (TlItem *item)
{
  GString *line = g_string_new (NULL);
  g_autofree char *target = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *fact = NULL;

      if (facts[i].kind != tl_item_get_kind (item) || !tl_item_is_set (item, facts[i].field))
        continue;
      value = dup_value (item, facts[i].field);
      /* Translators: the name of a field, such as “Owner”, and what it says. */
      fact = g_strdup_printf (C_ ("essentials", "%1$s: %2$s"), tl_field_get_label (facts[i].field),
                              value);
      add_fact (line, fact);
    }
  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    target = tl_goal_dup_target (item);
  if (target != NULL)
    add_fact (line, target);
  return g_string_free (line, line->len == 0);
}

/* What it hangs together with. */

static void
add_other (GPtrArray *others, TlItem *item, TlItem *link)
{
  int strength = link != NULL ? tl_item_get_choice (link, TL_LINK_STRENGTH) : TL_CHOICE_NONE;
  g_autofree char *name = NULL;

  if (item == NULL)
    return;
  name = tl_item_dup_name (item);
  if (strength == TL_CHOICE_NONE)
    g_ptr_array_add (others, g_steal_pointer (&name));
  else
    /* Translators: the title of what a project serves, or of what serves it, and how strongly. */
    g_ptr_array_add (others,
                     g_strdup_printf (C_ ("essentials", "%1$s · %2$s"), name,
                                      tl_field_get_choice_label (TL_LINK_STRENGTH, strength)));
}

/* Of many, the first and how many more. */
static void
cut_lines (GPtrArray *lines)
{
  guint n_more = lines->len > MAX_LINES ? lines->len - MAX_LINES + 1 : 0;

  if (n_more == 0)
    return;
  g_ptr_array_set_size (lines, MAX_LINES - 1);
  g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more",
                                                        "and %u more", n_more),
                                           n_more));
}

static const char *
list_others (TlAlignment *alignment, TlItem *item, GPtrArray *others)
{
  TlItem *const *found;
  guint n;

  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      found = tl_alignment_get_links (alignment, item, &n);
      for (guint i = 0; i < n; i++)
        add_other (others, tl_item_get_ref (found[i], TL_LINK_TARGET), found[i]);
      return others->len > 0 ? C_ ("essentials", "Serves")
                             : C_ ("essentials", "Serves nothing yet");
    case TL_KIND_OBJECTIVE:
      found = tl_alignment_get_supporters (alignment, item, &n);
      for (guint i = 0; i < n; i++)
        add_other (others, tl_item_get_ref (found[i], TL_LINK_PROJECT), found[i]);
      return others->len > 0 ? C_ ("essentials", "Served by")
                             : C_ ("essentials", "Nothing serves it yet");
    case TL_KIND_GOAL:
      found = tl_alignment_get_objectives (alignment, item, &n);
      for (guint i = 0; i < n; i++)
        add_other (others, found[i], NULL);
      return others->len > 0 ? C_ ("essentials", "Objectives")
                             : C_ ("essentials", "No objectives yet");
    default:
      return NULL;
    }
}

/* What rests on ratings of people is for the owner's panels, not for a map that others look at. */
static void
list_findings (TlAnalysis *analysis, TlItem *item, TlSeverity least, GPtrArray *lines)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, item);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = findings->pdata[i];

      if (!finding->rule->is_private && finding->severity <= least)
        g_ptr_array_add (lines, g_strdup_printf ("%s %s", tl_severity_get_sign (finding->severity),
                                                 finding->detail));
    }
}

/**
 * tl_essentials_new:
 * @session: a session
 * @item: an item of its workspace
 *
 * Returns: (transfer full): what there is to know of it
 */
TlEssentials *
tl_essentials_new (TlSession *session, TlItem *item)
{
  TlEssentials *self = g_new0 (TlEssentials, 1);

  self->standing = tl_item_dup_standing_line (session, item);
  self->title = tl_item_dup_name (item);
  /* What a project serves is listed. */
  if (tl_item_get_kind (item) != TL_KIND_PROJECT)
    self->lead = tl_item_dup_lead (session, item);
  self->facts = dup_facts (item);
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  self->related = list_others (tl_session_get_alignment (session), item, self->others);
  list_findings (tl_session_get_analysis (session), item, TL_SEVERITY_LOW, self->findings);
  cut_lines (self->others);
  cut_lines (self->findings);
  return self;
}

/* Whether a goal or a project lies in a lane, in sight or folded. */
static gboolean
is_in_lane (TlScene *scene, TlItem *item, guint lane)
{
  guint entry;

  if (tl_scene_find_hidden (scene, item, &entry))
    return entry == lane;
  return tl_display_list_find (tl_scene_get_list (scene), tl_item_get_id (item), &entry)
         && tl_scene_get_owner (scene, entry, &entry) && entry == lane;
}

/**
 * tl_essentials_new_for_lane:
 * @session: a session
 * @scene: a scene of its workspace as it is
 * @entry: of a lane
 *
 * Returns: (transfer full): what there is to know of the lane: what lies in it, and what of that
 *   needs a decision first
 */
TlEssentials *
tl_essentials_new_for_lane (TlSession *session, TlScene *scene, guint entry)
{
  static const TlKind kinds[] = { TL_KIND_GOAL, TL_KIND_PROJECT };
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlEssentials *self = g_new0 (TlEssentials, 1);
  TlFold fold = { 0 };

  tl_scene_get_fold (scene, entry, &fold);
  self->standing
      = g_strdup (fold.is_folded ? C_ ("essentials", "Lane · Folded") : C_ ("essentials", "Lane"));
  self->title = tl_scene_describe_lane (scene, entry, &self->facts);
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kinds[k]); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kinds[k], i);

        if (!is_in_lane (scene, item, entry))
          continue;
        self->related = tl_kind_get_plural (kinds[k]);
        add_other (self->others, item, NULL);
        list_findings (tl_session_get_analysis (session), item, TL_SEVERITY_HIGH, self->findings);
      }
  cut_lines (self->others);
  cut_lines (self->findings);
  return self;
}

/**
 * tl_essentials_free:
 * @self: (transfer full): the essentials
 */
void
tl_essentials_free (TlEssentials *self)
{
  g_free (self->standing);
  g_free (self->title);
  g_free (self->lead);
  g_free (self->facts);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static void
add_spoken (GString *text, const char *part, const char *separator)
{
  if (part == NULL || *part == '\0')
    return;
  /* Some parts are whole sentences, others are not. */
  if (text->len > 0)
    g_string_append (text, text->str[text->len - 1] == '.' ? separator + 1 : separator);
  g_string_append (text, part);
}

/**
 * tl_essentials_dup_spoken:
 * @self: the essentials
 *
 * Returns: (transfer full): all of it in one text, for a screen reader
 */
char *
tl_essentials_dup_spoken (const TlEssentials *self)
{
  GString *text = g_string_new (NULL);

  add_spoken (text, self->standing, ". ");
  add_spoken (text, self->title, ". ");
  add_spoken (text, self->lead, ". ");
  add_spoken (text, self->facts, ". ");
  add_spoken (text, self->related, ". ");
  for (guint i = 0; i < self->others->len; i++)
    add_spoken (text, self->others->pdata[i], i == 0 ? ": " : "; ");
  for (guint i = 0; i < self->findings->len; i++)
    add_spoken (text, self->findings->pdata[i], ". ");
  return g_string_free (text, FALSE);
}
