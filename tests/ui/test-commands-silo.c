/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-silo.h"
#include "tl-writer.h"
#include "ui-plan.h"

/* What the commands about two projects make of a document, to the last byte; and undo leads back.
 */

typedef void (*CommandFunc) (TlSession *session);

typedef struct
{
  const char *name;
  CommandFunc command;
  const char *before;
  const char *after;
  const char *said;
} Case;

static TlItem *
get (TlSession *session, const char *id)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (session), id);

  g_assert_nonnull (item);
  return item;
}

static void
merge (TlSession *session, TlMergeFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_command_merge (session, get (session, "P"), get (session, "Q"), flags, &error));
  g_assert_no_error (error);
}

static void
merge_keeping (TlSession *session)
{
  merge (session, TL_MERGE_KEEP);
}

static void
merge_adding (TlSession *session)
{
  merge (session, TL_MERGE_ADD_DAYS | TL_MERGE_ADD_COST | TL_MERGE_ADD_PARTICIPANTS);
}

static void
divide (TlSession *session)
{
  const char *const from_p[] = { "Sales", NULL };
  const char *const from_q[] = { "service", NULL };
  const char *const *taken[] = { from_p, from_q };
  TlItem *projects[] = { get (session, "P"), get (session, "Q") };
  g_autoptr (GError) error = NULL;

  tl_command_divide_audience (session, projects, taken, &error);
  g_assert_no_error (error);
}

static void
bring_together (TlSession *session)
{
  TlItem *projects[] = { get (session, "P"), get (session, "Q") };
  g_autoptr (GError) error = NULL;
  TlItem *decision = tl_command_bring_together (session, projects, get (session, "A"),
                                                tl_date_from_ymd (2026, 12, 5), &error);

  g_assert_no_error (error);
  g_assert_nonnull (decision);
}

static void
waive (TlSession *session)
{
  static const char *const rules[] = { "VAL-02", "VAL-05", NULL };
  TlItem *projects[] = { get (session, "P"), get (session, "Q") };
  g_autoptr (GError) error = NULL;

  tl_command_waive_pair (session, projects, rules, "  Other words for other people\n", NULL,
                         tl_date_from_ymd (2027, 1, 31), &error);
  g_assert_no_error (error);
}

static void
withdraw (TlSession *session)
{
  g_autoptr (GPtrArray) waivers = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (waivers, get (session, "W"));
  g_ptr_array_add (waivers, get (session, "X"));
  tl_command_withdraw_waivers (session, waivers, &error);
  g_assert_no_error (error);
}

/* clang-format off */
static const Case cases[] = {
  { "texts", merge_keeping,
    "{'projects':[{'id':'P','title':'Coach','notes':'Ours','summary':'We coach.'},{'id':'Q','title':'Mentor','notes':'Theirs','summary':'They mentor.'}]}",
    "{'projects':[{'id':'P','title':'Coach','notes':'Ours\\n\\nMentor\\nTheirs','summary':'We coach.\\n\\nMentor\\nThey mentor.'}]}",
    "Merged “Mentor” into “Coach”" },
  { "texts-of-the-other", merge_keeping,
    "{'projects':[{'id':'P','title':'Coach'},{'id':'Q','title':'Mentor','notes':'Theirs','summary':'They mentor.'}]}",
    "{'projects':[{'id':'P','title':'Coach','notes':'Mentor\\nTheirs','summary':'Mentor\\nThey mentor.'}]}", NULL },
  { "same-texts", merge_keeping,
    "{'projects':[{'id':'P','title':'Coach','notes':'N','summary':'S'},{'id':'Q','title':'Mentor','notes':'N','summary':'S'}]}",
    "{'projects':[{'id':'P','title':'Coach','notes':'N','summary':'S'}]}", NULL },
  { "title-alone", merge_keeping,
    "{'projects':[{'id':'P','title':'Coach','notes':'Ours'},{'id':'Q','title':'Mentor'}]}",
    "{'projects':[{'id':'P','title':'Coach','notes':'Ours\\n\\nMerged with it: Mentor'}]}", NULL },
  { "lines", merge_keeping,
    "{'projects':[{'id':'P','title':'Coach','extra':'Tea','reusePlan':'Next'},{'id':'Q','title':'Mentor','extra':'Cake','evaluationMethod':'Ask'}]}",
    "{'projects':[{'id':'P','title':'Coach','notes':'Mentor\\nUnexpected Extra: Cake','evaluationMethod':'Ask','reusePlan':'Next','extra':'Tea'}]}", NULL },
  { "words", merge_keeping,
    "{'causes':[{'id':'C','objective':'O'},{'id':'D','objective':'O'},{'id':'c','objective':'O'}],'objectives':[{'id':'O'}],'projects':["
      "{'id':'P','title':'A','notes':'n','tags':['x'],'audience':['Sales','HR'],'topics':['t'],'skills':['s'],'addresses':['C']},"
      "{'id':'Q','title':'B','notes':'n','tags':['y','X'],'audience':['sales','IT'],'topics':['T','u'],'skills':['r'],'addresses':['D','C','c']}]}",
    "{'causes':[{'id':'C','objective':'O'},{'id':'D','objective':'O'},{'id':'c','objective':'O'}],'objectives':[{'id':'O'}],'projects':["
      "{'id':'P','title':'A','notes':'n','tags':['x','y'],'audience':['Sales','HR','IT'],'topics':['t','u'],'skills':['s','r'],'addresses':['C','D','c']}]}", NULL },
  { "numbers-kept", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n','effortDays':10,'cost':5},{'id':'Q','title':'B','notes':'n','effortDays':20,'cost':7,'participants':30}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n','effortDays':10,'cost':5,'participants':30}]}", NULL },
  { "numbers-added", merge_adding,
    "{'projects':[{'id':'P','title':'A','notes':'n','effortDays':10,'cost':5},{'id':'Q','title':'B','notes':'n','effortDays':20,'cost':7,'participants':30}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n','effortDays':30,'cost':12,'participants':30}]}", NULL },
  { "dates", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n','start':'2026-03-01','end':'2026-06-30'},{'id':'Q','title':'B','notes':'n','start':'2026-01-01','end':'2026-12-31'}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n','start':'2026-01-01','end':'2026-12-31'}]}", NULL },
  { "dates-inside", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n','start':'2026-01-01','end':'2026-12-31'},{'id':'Q','title':'B','notes':'n','start':'2026-03-01','end':'2026-06-30'}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n','start':'2026-01-01','end':'2026-12-31'}]}", NULL },
  { "blanks", merge_keeping,
    "{'units':[{'id':'U'},{'id':'V'}],'people':[{'id':'A'},{'id':'B'}],'projects':[{'id':'P','title':'A','notes':'n','status':'live','unit':'U','owner':'A'},"
      "{'id':'Q','title':'B','notes':'n','status':'paused','unit':'V','owner':'B','sponsor':'B','origin':'request','reach':9}]}",
    "{'units':[{'id':'U'},{'id':'V'}],'people':[{'id':'A'},{'id':'B'}],'projects':[{'id':'P','title':'A','notes':'n','origin':'request','sponsor':'B','owner':'A','unit':'U','status':'live','reach':9}]}", NULL },
  { "links-moved", merge_keeping,
    "{'objectives':[{'id':'O'},{'id':'N'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'Q','target':'N','strength':'strong'}]}",
    "{'objectives':[{'id':'O'},{'id':'N'}],'projects':[{'id':'P','title':'A','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'P','target':'N','strength':'strong'}]}", NULL },
  { "link-folded-into-own", merge_keeping,
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O','strength':'strong','mechanism':'Habit','status':'proposed'},{'id':'M','project':'Q','target':'O','strength':'weak','mechanism':'Hope','confidence':0.5,'status':'agreed','agreedOn':'2026-01-01'}]}",
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O','strength':'strong','mechanism':'Habit\\nHope','confidence':0.5,'status':'proposed'}]}", NULL },
  { "link-folded-into-other", merge_keeping,
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O','strength':'weak','evidence':'E'},{'id':'M','project':'Q','target':'O','strength':'medium'}],"
      "'insights':[{'id':'I','about':['L','M']}]}",
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'}],"
      "'links':[{'id':'M','project':'P','target':'O','strength':'medium','evidence':'E'}],"
      "'insights':[{'id':'I','about':['M']}]}", NULL },
  { "link-agreed-among-equals", merge_keeping,
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n'}],"
      "'links':[{'id':'L','project':'P','target':'O','strength':'strong'},{'id':'M','project':'Q','target':'O','strength':'strong','agreedOn':'2026-01-01'}]}",
    "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'A','notes':'n'}],"
      "'links':[{'id':'M','project':'P','target':'O','strength':'strong','agreedOn':'2026-01-01'}]}", NULL },
  { "pointers", merge_keeping,
    "{'people':[{'id':'A'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n'},{'id':'R','title':'C','initiative':'Q','redirect':'Q'}],"
      "'requests':[{'id':'E','project':'Q'}],'measures':[{'id':'M','of':'Q'}],'insights':[{'id':'I','about':['Q'],'promotedTo':'Q'}],'decisions':[{'id':'D','about':['Q','P','R']}],"
      "'waivers':[{'id':'W','rule':'VAL-02','about':'Q','reason':'r'},{'id':'X','rule':'VAL-02','about':'P','with':'Q','reason':'r'},{'id':'Y','rule':'ALN-01','about':'P','reason':'r'}],"
      "'places':[{'id':'Z','item':'Q','x':1,'y':2}]}",
    "{'people':[{'id':'A'}],'projects':[{'id':'P','title':'A','notes':'n'},{'id':'R','title':'C','initiative':'P','redirect':'P'}],"
      "'requests':[{'id':'E','project':'P'}],'measures':[{'id':'M','of':'P'}],'insights':[{'id':'I','about':['P'],'promotedTo':'P'}],'decisions':[{'id':'D','about':['P','R']}],"
      "'waivers':[{'id':'Y','rule':'ALN-01','about':'P','reason':'r'}]}", NULL },
  { "part-of-the-other", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n','initiative':'Q','redirect':'Q'},{'id':'Q','title':'B','notes':'n'}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n'}]}", NULL },
  { "the-other-is-part", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n'},{'id':'Q','title':'B','notes':'n','initiative':'P'}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n'}]}", NULL },
  { "grandchild-of-the-other", merge_keeping,
    "{'projects':[{'id':'P','title':'A','notes':'n','initiative':'R'},{'id':'R','title':'C','initiative':'Q'},{'id':'Q','title':'B','notes':'n'}]}",
    "{'projects':[{'id':'P','title':'A','notes':'n','initiative':'R'},{'id':'R','title':'C'}]}", NULL },

  { "divide", divide,
    "{'projects':[{'id':'P','audience':['sales','service']},{'id':'Q','audience':['Service','SALES','it']}]}",
    "{'projects':[{'id':'P','audience':['service']},{'id':'Q','audience':['SALES','it']}]}", "Divided the audience" },
  { "decision", bring_together,
    "{'people':[{'id':'A'}],'projects':[{'id':'P','title':'Coach'},{'id':'Q','title':'Mentor'}]}",
    "{'people':[{'id':'A'}],'projects':[{'id':'P','title':'Coach'},{'id':'Q','title':'Mentor'}],"
      "'decisions':[{'id':'?','title':'One or two: “Coach” and “Mentor”','created':'2026-11-21','ask':'Do “Coach” and “Mentor” become one, does one use what the other makes, or do they divide the audience?','options':['Merge the two','One uses what the other makes','Divide the audience'],'about':['P','Q'],'owner':'A','due':'2026-12-05'}]}",
    "Added a decision about both" },
  { "waive", waive,
    "{'projects':[{'id':'P'},{'id':'Q'}]}",
    "{'projects':[{'id':'P'},{'id':'Q'}],'waivers':["
      "{'id':'?','title':'Possible duplication','created':'2026-11-21','rule':'VAL-02','about':'P','with':'Q','reason':'Other words for other people','until':'2027-01-31'},"
      "{'id':'?','title':'Mixed message','created':'2026-11-21','rule':'VAL-05','about':'P','with':'Q','reason':'Other words for other people','until':'2027-01-31'}]}",
    "Waived the pair" },
  { "withdraw", withdraw,
    "{'projects':[{'id':'P'},{'id':'Q'}],'waivers':[{'id':'W','rule':'VAL-02','about':'P','with':'Q','reason':'r'},{'id':'X','rule':'VAL-05','about':'P','with':'Q','reason':'r'}]}",
    "{'projects':[{'id':'P'},{'id':'Q'}]}", "Withdrew the waiver" },
};
/* clang-format on */

/* New ids are chance. */
static char *
write_plan (TlWorkspace *workspace)
{
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (GRegex) ids = g_regex_new ("\"id\": ?\"(decision|waiver)-[^\"]*\"", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace (ids, text, -1, 0, "\"id\": \"?\"", 0, NULL);
  g_autoptr (GRegex) other = g_regex_new ("\"id\": ?\"\\?+\"", 0, 0, NULL);

  return g_regex_replace (other, plain, -1, 0, "\"id\": \"?\"", 0, NULL);
}

static void
said_cb (TlSession *session, const char *text, gboolean can_undo, gpointer user_data)
{
  char **said = user_data;

  g_assert_true (can_undo);
  g_assert_null (*said);
  *said = g_strdup (text);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlSession) session = ui_plan_open (test->before);
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autofree char *unique = g_strdup (test->after);
  g_autoptr (TlWorkspace) expected = NULL;
  g_autofree char *before = write_plan (workspace);
  g_autofree char *after = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *said = NULL;
  char *second;

  /* An id is not met twice. */
  second = strstr (unique, "'?'");
  second = second != NULL ? strstr (second + 1, "{'id':'?'") : NULL;
  if (second != NULL)
    memcpy (second, "{'id':'!'", 9);
  expected = ui_plan_read (unique);
  g_signal_connect (session, "said", G_CALLBACK (said_cb), &said);
  test->command (session);
  after = write_plan (workspace);
  wanted = write_plan (expected);
  g_strdelimit (wanted, "!", '?');
  g_assert_cmpstr (after, ==, wanted);
  if (test->said != NULL)
    g_assert_cmpstr (said, ==, test->said);
  g_assert_nonnull (said);

  tl_session_undo (session);
  undone = write_plan (workspace);
  g_assert_cmpstr (undone, ==, before);
  tl_session_redo (session);
  redone = write_plan (workspace);
  g_assert_cmpstr (redone, ==, after);
}

/* What cannot be done says why, and leaves everything as it was. */

static const char plan[] = "{'objectives':[{'id':'O'}],'projects':[{'id':'P','title':'Coach',"
                           "'audience':['sales']},{'id':'Q','audience':['sales','it']}]}";

static void
assert_untouched (TlSession *session, GError *error, TlSiloError code)
{
  g_autofree char *now = write_plan (tl_session_get_workspace (session));
  g_autoptr (TlWorkspace) workspace = ui_plan_read (plan);
  g_autofree char *before = write_plan (workspace);

  g_assert_error (error, TL_SILO_ERROR, (int) code);
  g_assert_cmpstr (now, ==, before);
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

static void
test_merge_refused (void)
{
  g_autoptr (TlSession) session = ui_plan_open (plan);
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) kind = NULL;
  g_autoptr (GError) read_only = NULL;
  TlItem *project = get (session, "P");

  g_assert_false (tl_command_merge (session, project, project, TL_MERGE_KEEP, &same));
  assert_untouched (session, same, TL_SILO_ERROR_SAME);
  g_assert_false (tl_command_merge (session, project, get (session, "O"), TL_MERGE_KEEP, &kind));
  assert_untouched (session, kind, TL_SILO_ERROR_SAME);
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_assert_false (
      tl_command_merge (session, project, get (session, "Q"), TL_MERGE_KEEP, &read_only));
  assert_untouched (session, read_only, TL_SILO_ERROR_READ_ONLY);
}

static void
test_divide_refused (void)
{
  static const struct
  {
    const char *from_p;
    const char *from_q;
  } steps[] = { { "sales", NULL }, { NULL, NULL }, { NULL, "hr" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TlSession) session = ui_plan_open (plan);
      const char *const from_p[] = { steps[i].from_p, NULL };
      const char *const from_q[] = { steps[i].from_q, NULL };
      const char *const *taken[] = { from_p, from_q };
      TlItem *projects[] = { get (session, "P"), get (session, "Q") };
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_command_divide_audience (session, projects, taken, &error));
      assert_untouched (session, error, TL_SILO_ERROR_AUDIENCE);
    }
}

static void
test_waive_refused (void)
{
  static const char *const rules[] = { "VAL-02", NULL };
  static const char *const no_rules[] = { NULL };
  g_autoptr (TlSession) session = ui_plan_open (plan);
  TlItem *projects[] = { get (session, "P"), get (session, "Q") };
  g_autoptr (GError) blank = NULL;
  g_autoptr (GError) no_rule = NULL;

  g_assert_false (
      tl_command_waive_pair (session, projects, rules, " \n", NULL, TL_DATE_NONE, &blank));
  assert_untouched (session, blank, TL_SILO_ERROR_REASON);
  g_assert_false (
      tl_command_waive_pair (session, projects, no_rules, "so", NULL, TL_DATE_NONE, &no_rule));
  assert_untouched (session, no_rule, TL_SILO_ERROR_REASON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/commands-silo/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/commands-silo/merge-refused", test_merge_refused);
  g_test_add_func ("/commands-silo/divide-refused", test_divide_refused);
  g_test_add_func ("/commands-silo/waive-refused", test_waive_refused);

  return g_test_run ();
}
