/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-gate.h"

/* What is known of the project P, and what the gate lacks of it. */

#define OBJECTIVE "{'id':'O','goal':'G','should':'60 %','is':'20 %'}"
#define CAUSE "{'id':'C','objective':'O'}"
#define LINK "{'id':'L','project':'P','target':'O'}"
#define GOAL "{'id':'G'}"

typedef struct
{
  const char *name;
  const char *goals;
  const char *objectives;
  const char *causes;
  const char *links;
  const char *project;
  const char *missing; /* step, item and field in the file */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "open", GOAL, OBJECTIVE, CAUSE, LINK, ",'sponsor':'S'", "" },
  { "nothing", "", "", "", "", "", "0:P.project 1:-.goal 2:-.- 3:-.- 4:-.- 5:P.sponsor " },
  { "goal-only", GOAL, "", "", "{'id':'L','project':'P','target':'G'}", ",'sponsor':'S'", "0:P.project 2:-.- 3:-.- 4:-.- " },
  { "closed-goal-only", "{'id':'G','status':'retired'}", "", "", "{'id':'L','project':'P','target':'G'}", ",'sponsor':'S'", "0:P.project 1:-.goal 2:-.- 3:-.- 4:-.- " },
  { "objective-met", GOAL, "{'id':'O','goal':'G','should':'a','is':'b','status':'met'}", CAUSE, LINK, ",'sponsor':'S'", "0:P.project 1:-.goal 2:-.- 3:-.- 4:-.- " },
  { "no-goal", GOAL, "{'id':'O','should':'a','is':'b'}", CAUSE, LINK, ",'sponsor':'S'", "1:O.goal " },
  { "goal-retired", "{'id':'G','status':'retired'}", OBJECTIVE, CAUSE, LINK, ",'sponsor':'S'", "1:O.goal " },
  { "no-should", GOAL, "{'id':'O','goal':'G','is':'b'}", CAUSE, LINK, ",'sponsor':'S'", "2:O.should " },
  { "no-is", GOAL, "{'id':'O','goal':'G','should':'a'}", CAUSE, LINK, ",'sponsor':'S'", "3:O.is " },
  { "no-cause", GOAL, OBJECTIVE, "{'id':'C'}", LINK, ",'sponsor':'S'", "4:O.objective " },
  { "no-sponsor", GOAL, OBJECTIVE, CAUSE, LINK, "", "5:P.sponsor " },
  { "best-of-two", GOAL, "{'id':'N','goal':'G','should':'a'}," OBJECTIVE, CAUSE, "{'id':'K','project':'P','target':'N'}," LINK, ",'sponsor':'S'", "" },
  { "better-of-two", GOAL, "{'id':'N','goal':'G'}," OBJECTIVE, "", "{'id':'K','project':'P','target':'N'}," LINK, ",'sponsor':'S'", "4:O.objective " },
  { "first-of-equals", GOAL, "{'id':'N','goal':'G'},{'id':'O','goal':'G'}", "", "{'id':'K','project':'P','target':'N'}," LINK, ",'sponsor':'S'", "2:N.should 3:N.is 4:N.objective " },
  { "not-its-own", GOAL, OBJECTIVE, CAUSE, "{'id':'L','project':'Q','target':'O'}", ",'sponsor':'S'", "0:P.project 1:-.goal 2:-.- 3:-.- 4:-.- " },
};
/* clang-format on */

static TlWorkspace *
read_case (const Case *test, const char *more)
{
  g_autofree char *document = g_strdup_printf (
      "{'people':[{'id':'S'}],'goals':[%s],'objectives':[%s],'causes':[%s],'links':[%s],"
      "'projects':[{'id':'P'%s%s},{'id':'Q'}]}",
      test->goals, test->objectives, test->causes, test->links, test->project, more);

  return sample_read_text (document);
}

static char *
list_missing (const TlGate *gate)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    {
      const TlGateNeed *need = &gate->needs[step];
      const char *field = need->item != NULL || step == TL_GATE_GOAL
                              ? tl_field_get_spec (need->field)->name
                              : "-";

      if (!need->is_met)
        g_string_append_printf (text, "%d:%s.%s ", step,
                                need->item != NULL ? tl_item_get_id (need->item) : "-", field);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlWorkspace) workspace = read_case (test, "");
  g_autofree char *missing = NULL;
  g_autofree char *words = NULL;
  TlGate gate;

  tl_gate_look (&gate, tl_workspace_lookup (workspace, "P"));
  missing = list_missing (&gate);
  words = tl_gate_dup_missing (&gate);
  g_assert_cmpstr (missing, ==, test->missing);
  g_assert_cmpint (tl_gate_is_open (&gate), ==, *missing == '\0');
  g_assert_cmpint (tl_gate_is_open (&gate), ==, *words == '\0');
}

static void
test_words (void)
{
  g_autoptr (TlWorkspace) workspace = read_case (&cases[1], "");
  g_autofree char *words = NULL;
  TlGate gate;

  tl_gate_look (&gate, tl_workspace_lookup (workspace, "P"));
  words = tl_gate_dup_missing (&gate);
  g_assert_cmpstr (words, ==,
                   "the objective it serves, a goal behind it, what should happen, what happens "
                   "today, a cause of the gap, a sponsor");
  for (TlGateStep step = 0; step < TL_N_GATE_STEPS; step++)
    g_assert_cmpstr (tl_gate_step_get_words (step), !=, "");
}

/* What goes through the gate, and what is through already. */

static const struct
{
  const char *project;
  TlField field;
  const char *choice; /* NULL: unset */
  gboolean stops;     /* while the gate is shut */
} moves[] = {
  { "", TL_PROJECT_SOLUTION_TYPE, "course", TRUE },
  { "", TL_PROJECT_SOLUTION_TYPE, "undecided", FALSE },
  { "", TL_PROJECT_SOLUTION_TYPE, NULL, FALSE },
  { ",'solutionType':'undecided'", TL_PROJECT_SOLUTION_TYPE, "tool", TRUE },
  { ",'solutionType':'course'", TL_PROJECT_SOLUTION_TYPE, "tool", FALSE },
  { ",'solutionType':'course'", TL_PROJECT_SOLUTION_TYPE, NULL, FALSE },
  { "", TL_PROJECT_STATUS, "live", FALSE },
  { ",'solutionType':'undecided'", TL_PROJECT_STATUS, "live", FALSE },
  { ",'solutionType':'course'", TL_PROJECT_STATUS, "approved", TRUE },
  { ",'solutionType':'course'", TL_PROJECT_STATUS, "design", TRUE },
  { ",'solutionType':'course'", TL_PROJECT_STATUS, "live", TRUE },
  { ",'solutionType':'course'", TL_PROJECT_STATUS, "paused", FALSE },
  { ",'solutionType':'course'", TL_PROJECT_STATUS, NULL, FALSE },
  { ",'solutionType':'course','status':'analysis'", TL_PROJECT_STATUS, "design", TRUE },
  { ",'solutionType':'course','status':'approved'", TL_PROJECT_STATUS, "live", FALSE },
  { ",'solutionType':'course','status':'live'", TL_PROJECT_STATUS, "live", FALSE },
  { "", TL_PROJECT_REUSE, "scaled", FALSE },
};

static void
check_move (guint index, const Case *known, gboolean stops)
{
  g_autoptr (TlWorkspace) workspace = read_case (known, moves[index].project);
  TlItem *project = tl_workspace_lookup (workspace, "P");
  TlValue value = TL_VALUE_INIT;

  g_test_message ("%u, %s", index, known->name);
  if (moves[index].choice != NULL)
    value = tl_value_from_choice (tl_field_find_choice (moves[index].field, moves[index].choice));
  g_assert_cmpint (tl_gate_stops (project, moves[index].field, &value), ==, stops);
}

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      check_move (i, &cases[0], FALSE);
      check_move (i, &cases[1], moves[i].stops);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gate/missing/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/gate/words", test_words);
  g_test_add_func ("/gate/moves", test_moves);
  return g_test_run ();
}
