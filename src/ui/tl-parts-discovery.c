/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>

#include "tl-gate-fill.h"
#include "tl-gate.h"
#include "tl-item-words.h"

/* What is looked into, before anything is approved. What is only an idea is not looked into yet. */
static gboolean
is_looked_into (TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status == TL_STATUS_INTAKE || status == TL_STATUS_ANALYSIS;
}

static const TlFinding *
find_finding (TlSession *session, TlItem *item, const char *rule)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (tl_session_get_analysis (session), item);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = findings->pdata[i];

      if (finding->waiver == NULL && g_str_equal (finding->rule->id, rule))
        return finding;
    }
  return NULL;
}

static void
add_step (TlPart *part, TlItem *project, const TlGate *gate, TlGateStep step)
{
  g_autofree char *key = g_strdup_printf ("step-%u", (guint) step);
  TlPart *leaf = tl_part_add (part, tl_part_new (key, tl_gate_step_get_words (step)));

  leaf->look = TL_PART_STEP;
  /* Translators: of a step that is not taken; “later” when another comes first. */
  leaf->number
      = g_strdup (gate->needs[step].item != NULL ? C_ ("gate", "not yet") : C_ ("gate", "later"));
  if (gate->needs[step].item != NULL)
    tl_part_add_action (leaf, "part.fill",
                        g_variant_new ("(si)", tl_item_get_id (project), (int) step),
                        tl_gate_fill_get_label (step));
}

static void
add_steps (TlPart *part, TlItem *project, const TlGate *gate)
{
  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    if (!gate->needs[step].is_met)
      add_step (part, project, gate, step);
}

/* How far it is: the bar is what is known of what has to be known. */
static void
set_progress (TlPart *part, const TlGate *gate)
{
  guint n_met = TL_N_GATE_STEPS - tl_gate_count_missing (gate);

  part->look = TL_PART_SHARE;
  part->share = (double) n_met / TL_N_GATE_STEPS;
  /* Translators: of the things that have to be known, how many are. */
  part->number = g_strdup_printf (C_ ("gate", "%u of %u known"), n_met, (guint) TL_N_GATE_STEPS);
}

static void
add_shut (TlPart *heading, TlItem *project, const TlGate *gate)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (project));

  set_progress (part, gate);
  part->detail = tl_item_dup_detail (project);
  part->is_open = TRUE;
  add_steps (part, project, gate);
}

static void
add_ready (TlPart *heading, TlItem *project, const TlGate *gate)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (project));
  g_autofree char *name = tl_item_dup_name (gate->objective);

  set_progress (part, gate);
  /* Translators: the title of the objective that a project serves. */
  part->detail = g_strdup_printf (C_ ("discovery", "for “%s”"), name);
  tl_part_add_action (part, "win.edit-field",
                      g_variant_new ("(si)", tl_item_get_id (project),
                                     (int) TL_PROJECT_SOLUTION_TYPE),
                      C_ ("button", "Choose a Solution…"));
}

/* The decisions about nothing but this project, which is what a reason at the gate is kept as. */
static GPtrArray *
list_reasons (TlItem *project)
{
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *decision = tl_item_get_referrer (project, i, &field);

      if (field == TL_DECISION_ABOUT
          && g_strv_length ((char **) tl_item_get_words (decision, TL_DECISION_ABOUT)) == 1
          && tl_item_is_set (decision, TL_DECISION_OUTCOME))
        g_ptr_array_add (reasons, decision);
    }
  return reasons;
}

static void
add_reasons (TlPart *part, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      TlPart *leaf = tl_part_add (part, tl_part_new_for (reasons->pdata[i]));
      TlDate date = tl_item_get_date (reasons->pdata[i], TL_DECISION_DECIDED_ON);

      leaf->detail = g_strdup (tl_item_get_text (reasons->pdata[i], TL_DECISION_OUTCOME));
      if (date != TL_DATE_NONE)
        leaf->number = tl_date_format_for_people (date);
    }
}

static char *
tell_early (const TlFinding *jump, const TlGate *gate)
{
  g_autofree char *missing = tl_gate_dup_missing (gate);

  if (jump != NULL && jump->detail != NULL)
    return g_strdup (jump->detail);
  /* Translators: a list of what is missing. */
  return g_strdup_printf (_ ("Not known yet: %s."), missing);
}

/* A solution was named, and the gate was shut: as the rule has it for what is approved, as things
 * stand for what is not, and for the rest when somebody has said why. */
static void
add_early (TlPart *heading, TlSession *session, TlItem *project, const TlGate *gate)
{
  const TlFinding *jump = find_finding (session, project, "WRK-02");
  g_autoptr (GPtrArray) reasons = list_reasons (project);
  gboolean is_early = tl_gate_is_named (project) && !tl_gate_is_open (gate)
                      && (is_looked_into (project) || reasons->len > 0);
  int type = tl_item_get_choice (project, TL_PROJECT_SOLUTION_TYPE);
  TlPart *part;

  if (jump == NULL && !is_early)
    return;
  part = tl_part_add (heading, tl_part_new_for (project));
  if (tl_gate_is_named (project))
    part->number = g_strdup (tl_field_get_choice_label (TL_PROJECT_SOLUTION_TYPE, type));
  part->detail = tell_early (jump, gate);
  add_reasons (part, reasons);
  add_steps (part, project, gate);
}

/* To be found out together, as was answered, and nobody has begun. */
static void
add_promised (TlPart *heading, TlItem *request)
{
  TlPart *part;

  if (tl_item_get_choice (request, TL_REQUEST_OUTCOME) != TL_OUTCOME_DISCOVER
      || tl_item_get_ref (request, TL_REQUEST_PROJECT) != NULL)
    return;
  part = tl_part_add (heading, tl_part_new_for (request));
  part->detail = g_strdup (tl_item_get_text (request, TL_REQUEST_PROBLEM));
  tl_part_add_action (part, "part.begin", g_variant_new_string (tl_item_get_id (request)),
                      C_ ("button", "Begin"));
}

/* What is described first of a gap that nobody has described. */
static void
add_gap_action (TlPart *part, TlItem *objective)
{
  const TlField fields[] = { TL_OBJECTIVE_SHOULD, TL_OBJECTIVE_IS };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!tl_item_is_set (objective, fields[i]))
      {
        tl_part_add_action (part, "win.edit-field",
                            g_variant_new ("(si)", tl_item_get_id (objective), (int) fields[i]),
                            C_ ("button", "Write…"));
        return;
      }
  tl_part_add_action (part, "part.add-cause", g_variant_new_string (tl_item_get_id (objective)),
                      C_ ("button", "Add Cause"));
}

/* The rule about what is not described, and those about causes that nothing is done about. */
static void
add_gaps (TlPart *heading, TlSession *session)
{
  const char *const rules[] = { "GOL-05", "GOL-06", "GOL-07", NULL };
  TlAnalysis *analysis = tl_session_get_analysis (session);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);
      TlPart *part;

      if (!g_strv_contains (rules, finding->rule->id))
        continue;
      part = tl_part_add (heading, tl_parts_new_topic (finding));
      part->detail = g_strdup_printf ("%s. %s", tl_rule_get_title (finding->rule), finding->detail);
      if (g_str_equal (finding->rule->id, rules[0]))
        add_gap_action (part, finding->items[0]);
    }
}

/* The groups of the desk, each with what belongs in it. */
typedef struct
{
  TlPart *shut;
  TlPart *ready;
  TlPart *promised;
  TlPart *early;
  TlPart *gaps;
} Groups;

static void
place (Groups *groups, TlSession *session, TlItem *project)
{
  TlGate gate;

  tl_gate_look (&gate, project);
  if (is_looked_into (project) && !tl_gate_is_named (project))
    {
      if (tl_gate_is_open (&gate))
        add_ready (groups->ready, project, &gate);
      else
        add_shut (groups->shut, project, &gate);
    }
  else
    add_early (groups->early, session, project, &gate);
}

static void
fill (Groups *groups, TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n_projects;
  TlItem *const *projects
      = tl_alignment_get_counted_projects (tl_session_get_alignment (session), &n_projects);

  for (guint i = 0; i < n_projects; i++)
    place (groups, session, projects[i]);
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_REQUEST); i++)
    add_promised (groups->promised, tl_workspace_get_item (workspace, TL_KIND_REQUEST, i));
  add_gaps (groups->gaps, session);
}

/* One of these is the conclusion, the others follow it. */
typedef struct
{
  guint n_searching;
  guint n_ready;
  guint n_early;
} Standing;

static GPtrArray *
list_sentences (const Standing *standing)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (standing->n_searching > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u project still looks for its solution",
                                                "%u projects still look for their "
                                                "solutions",
                                                standing->n_searching),
                                      standing->n_searching));
  if (standing->n_ready > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u project is ready to name a solution",
                                                           "%u projects are ready to name a "
                                                           "solution",
                                                           standing->n_ready),
                                                 standing->n_ready));
  if (standing->n_early > 0)
    g_ptr_array_add (
        sentences, g_strdup_printf (ngettext ("%u project had a solution before its gap was known",
                                              "%u projects had a solution before their gap was "
                                              "known",
                                              standing->n_early),
                                    standing->n_early));
  return sentences;
}

static void
say_discovery (TlParts *parts, const Standing *standing)
{
  g_autoptr (GPtrArray) sentences = list_sentences (standing);
  GString *text = g_string_new (NULL);

  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("No project looks for its solution")));
  parts->headline = g_strdup (sentences->pdata[0]);
  for (guint i = 1; i < sentences->len; i++)
    g_string_append_printf (text, "%s. ", (char *) sentences->pdata[i]);
  g_string_append (text, _ ("What should happen, what happens and why come first; then the best "
                            "solution is rarely a course alone."));
  parts->text = g_string_free (text, FALSE);
}

/**
 * tl_parts_of_discovery:
 * @session: a session
 *
 * Which projects still look for their solution, and what has to be known first; which are ready to
 * name one; which had one too early, and why; and what an analysis has left open (practice S12 and
 * S13).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_discovery (TlSession *session)
{
  TlParts parts = { .root = tl_part_new ("discovery", C_ ("desk", "Discovery")) };
  Groups groups = {
    tl_part_new ("shut", C_ ("heading", "Still to be found out")),
    tl_part_new ("ready", C_ ("heading", "Ready for a solution")),
    tl_part_new ("promised", C_ ("heading", "Promised, and not begun")),
    tl_part_new ("early", C_ ("heading", "Named before its time")),
    tl_part_new ("gaps", C_ ("heading", "Gaps that are not understood, or not closed")),
  };
  Standing standing;

  fill (&groups, session);
  standing.n_searching = tl_part_keep (parts.root, groups.shut);
  standing.n_ready = tl_part_keep (parts.root, groups.ready);
  tl_part_keep (parts.root, groups.promised);
  standing.n_early = tl_part_keep (parts.root, groups.early);
  tl_part_keep (parts.root, groups.gaps);
  say_discovery (&parts, &standing);
  return parts;
}
