/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-marks.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

/* So many are named to begin with when something is to be automated. */
#define N_TO_AUTOMATE 5

typedef struct
{
  TlItem *item; /* borrowed */
  double days;
} Weighed;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  double first = ((const Weighed *) a)->days;
  double second = ((const Weighed *) b)->days;

  return (first < second) - (first > second);
}

/* The projects of a figure, those with the most days first. */
static GArray *
list_projects (TlAlignment *alignment, TlFigureId figure)
{
  g_autoptr (GPtrArray) items = tl_figure_dup_items (alignment, figure, TL_FIGURE_PART);
  GArray *projects = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      Weighed project = { items->pdata[i], tl_alignment_get_effort (alignment, items->pdata[i]) };

      g_array_append_val (projects, project);
    }
  g_array_sort (projects, compare_days);
  return projects;
}

static void
set_days (TlPart *part, TlItem *project)
{
  double days = tl_item_get_number (project, TL_PROJECT_EFFORT);

  part->number = isnan (days) ? g_strdup (C_ ("days", "not recorded")) : tl_pack_format_days (days);
}

static void
add_projects (TlPart *part, TlAlignment *alignment, TlFigureId figure, guint n_most)
{
  g_autoptr (GArray) projects = list_projects (alignment, figure);

  for (guint i = 0; i < projects->len && i < n_most; i++)
    {
      TlItem *project = g_array_index (projects, Weighed, i).item;

      set_days (tl_part_add (part, tl_part_new_for (project)), project);
    }
}

/* What is wanted of a kind of work, and whether there is enough of it. */
static void
hold_against (TlPart *part, TlWorkspace *workspace, TlFigureId figure, double share)
{
  gboolean is_floor = figure == TL_FIGURE_MIX_STRATEGIC;
  double wanted = tl_workspace_get_setting (workspace, is_floor ? TL_SETTINGS_STRATEGIC_SHARE
                                                                : TL_SETTINGS_TRANSACTIONAL_SHARE)
                  / PERCENT;
  g_autofree char *number = tl_pack_format_share (wanted);

  if (!is_floor && figure != TL_FIGURE_MIX_TRANSACTIONAL)
    return;
  part->mark = wanted;
  if (is_floor)
    /* Translators: a share of the days: "at least 25 %". */
    part->detail = g_strdup_printf (C_ ("target", "Wanted: at least %s"), number);
  else
    /* Translators: a share of the days: "at most 20 %". */
    part->detail = g_strdup_printf (C_ ("target", "Wanted: at most %s"), number);
  if (is_floor && share < wanted)
    part->note = g_strdup (C_ ("mix", "▲ too little"));
  else if (!is_floor && share > wanted)
    part->note = g_strdup (C_ ("mix", "▲ too much"));
}

static void
add_kind (TlPart *root, TlSession *session, TlFigureId figure)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  double share = tl_figure_get_value (alignment, figure);
  g_autofree char *percent = tl_pack_format_share (share);
  g_autofree char *days
      = tl_pack_format_days (tl_figure_get_sum (alignment, figure, TL_FIGURE_PART));
  TlPart *part;

  if (figure == TL_FIGURE_MIX_UNKNOWN && !(share > 0))
    return;
  part = tl_part_add (root, tl_part_new (tl_figure_get_spec (figure)->name,
                                         tl_figure_get_label (figure)));
  part->look = TL_PART_KIND;
  part->kind = figure;
  part->share = share;
  /* Translators: days of a kind of work, and their share: "410 days · 27 %". */
  part->number = g_strdup_printf (C_ ("mix", "%s · %s"), days, percent);
  if (!isnan (share))
    hold_against (part, tl_session_get_workspace (session), figure, share);
  add_projects (part, alignment, figure, G_MAXUINT);
}

/* Which marks of strategic work a project does not bear, in words. */
static char *
tell_marks (const TlMarks *marks)
{
  const char *failed[TL_N_MARKS + 1] = { NULL };
  guint n_failed = 0;
  GString *text = g_string_new (NULL);

  /* Translators: how many of the five marks of strategic work a project bears. */
  g_string_append_printf (text, C_ ("marks", "%u of 5"), marks->n_yes);
  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    {
      if (marks->answers[mark] == TL_TRI_STATE_NO)
        failed[n_failed++] = tl_mark_get_label (mark);
    }
  if (n_failed > 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) failed);

      /* Translators: marks of strategic work that a project does not bear. */
      g_string_append_printf (text, C_ ("marks", " · no: %s"), list);
    }
  if (marks->n_unknown > 0)
    {
      /* Translators: how many marks of strategic work nobody has answered. */
      g_string_append_printf (text,
                              ngettext (" · %u not recorded", " · %u not recorded",
                                        marks->n_unknown),
                              marks->n_unknown);
    }
  return g_string_free (text, FALSE);
}

/* To the first mark that nobody has answered. */
static void
add_question (TlPart *part, TlItem *project, const TlMarks *marks)
{
  TlMark mark = 0;

  while (
      mark < TL_N_MARKS
      && (marks->answers[mark] != TL_TRI_STATE_UNKNOWN || tl_mark_get_field (mark) == TL_N_FIELDS))
    mark++;
  if (mark < TL_N_MARKS)
    tl_part_add_action (part, "win.edit-field",
                        g_variant_new ("(si)", tl_item_get_id (project),
                                       (int) tl_mark_get_field (mark)),
                        C_ ("button", "Answer…"));
}

static void
add_judged (TlPart *heading, TlAlignment *alignment, TlItem *project, TlCalling calling)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (project));
  TlMarks marks = tl_marks_get (alignment, project);
  g_autoptr (GVariant) target
      = g_variant_ref_sink (g_variant_new_string (tl_item_get_id (project)));

  part->detail = tell_marks (&marks);
  set_days (part, project);
  if (calling == TL_CALLING_TOO_HIGH)
    tl_part_add_action (part, "part.call-tactical", target, C_ ("button", "Call It Tactical"));
  else if (calling == TL_CALLING_TOO_LOW)
    tl_part_add_action (part, "part.call-strategic", target, C_ ("button", "Call It Strategic"));
  else
    add_question (part, project, &marks);
}

/* Where what a project is called and what its marks make of it differ. */
static void
add_calling (TlPart *root,
             TlAlignment *alignment,
             TlCalling calling,
             const char *key,
             const char *title)
{
  TlPart *heading = tl_part_new (key, title);
  guint n_projects;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n_projects);

  for (guint i = 0; i < n_projects; i++)
    {
      if (tl_marks_compare (alignment, projects[i]) == calling)
        add_judged (heading, alignment, projects[i], calling);
    }
  tl_part_keep (root, heading);
}

static void
add_automation (TlPart *root, TlAlignment *alignment)
{
  TlPart *heading = tl_part_new ("automate", C_ ("heading", "Automate or centralise first"));

  heading->detail
      = g_strdup (_ ("The largest transactional work: what a form, a tool or one shared desk "
                     "could do gives days to strategic work."));
  add_projects (heading, alignment, TL_FIGURE_MIX_TRANSACTIONAL, N_TO_AUTOMATE);
  tl_part_keep (root, heading);
}

static char *
say_mix (TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlWorkspace *workspace = tl_session_get_workspace (session);
  double strategic = tl_figure_get_value (alignment, TL_FIGURE_MIX_STRATEGIC);
  double transactional = tl_figure_get_value (alignment, TL_FIGURE_MIX_TRANSACTIONAL);
  double least = tl_workspace_get_setting (workspace, TL_SETTINGS_STRATEGIC_SHARE) / PERCENT;
  double most = tl_workspace_get_setting (workspace, TL_SETTINGS_TRANSACTIONAL_SHARE) / PERCENT;
  g_autofree char *share = tl_pack_format_share_below (strategic, least);
  g_autofree char *routine = tl_pack_format_share (transactional);

  if (isnan (strategic))
    return g_strdup (_ ("No days are recorded yet, so there is no mix to look at"));
  if (strategic < least)
    /* Translators: a share of the days. */
    return g_strdup_printf (_ ("Strategic work has %s of the days, and needs more room"), share);
  if (transactional > most)
    /* Translators: a share of the days. */
    return g_strdup_printf (_ ("Routine takes %s of the days, and crowds out the rest"), routine);
  /* Translators: a share of the days. */
  return g_strdup_printf (_ ("Strategic work has %s of the days, as wanted"), share);
}

static char *
say_origin (TlSession *session)
{
  double share = tl_figure_get_value (tl_session_get_alignment (session), TL_FIGURE_PROACTIVE);
  g_autofree char *percent = tl_pack_format_share (share);

  if (isnan (share))
    return NULL;
  /* Translators: a share of the projects. */
  return g_strdup_printf (_ ("%s of the projects were proposed by the learning team before anybody "
                             "asked."),
                          percent);
}

/**
 * tl_parts_of_mix:
 * @session: a session
 *
 * What kinds of work the days go to, against what is wanted; what the marks of strategic work say
 * against what projects are called; and what to automate (practice S11 and S12).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_mix (TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlParts parts
      = { say_mix (session), say_origin (session), tl_part_new ("mix", C_ ("desk", "Work Mix")) };
  guint n_projects;

  tl_alignment_get_counted_projects (alignment, &n_projects);
  for (TlFigureId figure = TL_FIGURE_MIX_STRATEGIC;
       figure <= TL_FIGURE_MIX_UNKNOWN && n_projects > 0; figure++)
    add_kind (parts.root, session, figure);
  add_calling (parts.root, alignment, TL_CALLING_TOO_HIGH, "too-high",
               C_ ("heading", "Called strategic, without the marks of it"));
  add_calling (parts.root, alignment, TL_CALLING_TOO_LOW, "too-low",
               C_ ("heading", "Strategic by its marks, and called something else"));
  add_calling (parts.root, alignment, TL_CALLING_OPEN, "open",
               C_ ("heading", "Too little recorded to tell"));
  add_automation (parts.root, alignment);
  return parts;
}
