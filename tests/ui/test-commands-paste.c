/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-clipping.h"
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "tl-titles.h"
#include "tl-writer.h"
#include "ui-plan.h"

#define HEAD "{\"format\": \"throughline-workspace\", \"version\": 1"

/* A plan with a bit of everything that a copy may or may not take along. */
#define PLAN                                                                                       \
  "{'title': 'Plan',"                                                                              \
  " 'people': [{'id': 'pat', 'title': 'Pat', 'role': 'Head of sales', 'trust': 3}],"               \
  " 'goals': [{'id': 'g1', 'title': 'Win', 'priority': 1, 'owner': 'pat'},"                        \
  "           {'id': 'g2', 'title': 'Keep', 'priority': 4}],"                                      \
  " 'objectives': [{'id': 'o1', 'title': 'Sell', 'goal': 'g1', 'is': 'Hardly'},"                   \
  "                {'id': 'o2', 'title': 'Talk', 'goal': 'g2', 'status': 'met'}],"                 \
  " 'causes': [{'id': 'c1', 'title': 'No time', 'objective': 'o1'}],"                              \
  " 'projects': [{'id': 'p1', 'title': 'Course', 'status': 'live', 'sponsor': 'pat',"              \
  "               'addresses': ['c1'], 'created': '2025-01-01', 'changed': '2025-02-02',"          \
  "               'house': {'colour': 'red'}},"                                                    \
  "              {'id': 'p2', 'title': 'Coaching', 'status': 'live'}],"                            \
  " 'links': [{'id': 'l1', 'project': 'p1', 'target': 'o1', 'strength': 'strong',"                 \
  "            'mechanism': 'By heart'},"                                                          \
  "           {'id': 'l2', 'project': 'p2', 'target': 'o1', 'strength': 'weak'}],"                 \
  " 'measures': [{'id': 'm1', 'title': 'Deals', 'of': 'o1'}],"                                     \
  " 'waivers': [{'id': 'w1', 'rule': 'GOL-01', 'about': 'o1', 'reason': 'Later'}],"                \
  " 'places': [{'id': 'x1', 'item': 'o1', 'x': 1, 'y': 2}]}"

static GPtrArray *
collect (TlSession *session, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (GStrv id = list; *id != NULL; id++)
    g_ptr_array_add (items, ui_plan_get (session, *id));
  return items;
}

static char *
dup_titles_of (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      TlItem *item = items->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "",
                              tl_kind_get_spec (tl_item_get_kind (item))->array,
                              tl_item_get_title (item));
    }
  return g_string_free (text, FALSE);
}

/* From one session to another by way of bytes, as between two programs. */
static GPtrArray *
carry (TlSession *from, const char *ids, TlSession *to, TlItem *under)
{
  g_autoptr (GPtrArray) items = collect (from, ids);
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GBytes) bytes = tl_write_bytes (clipping);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkspace) read = tl_clipping_read (bytes, &error);
  GPtrArray *copies;

  g_assert_no_error (error);
  copies = tl_command_paste (to, read, under, &error);
  g_assert_no_error (error);
  return copies;
}

/* What comes along with what. */
static const struct
{
  const char *ids;
  const char *copies;
} carried[] = {
  { "g1", "goals:Win" },
  { "p1", "projects:Course" },
  { "p1 l1", "projects:Course" },
  { "o1", "objectives:Sell causes:No time measures:Deals" },
  { "p1 o1", "objectives:Sell causes:No time projects:Course links: measures:Deals" },
  { "p2 p1 o1 g1",
    "goals:Win objectives:Sell causes:No time projects:Course projects:Coaching links: links: "
    "measures:Deals" },
  { "pat", "people:Pat" },
};

static void
test_carried (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (carried); i++)
    {
      g_autoptr (TlSession) session = ui_plan_open (PLAN);
      g_autofree char *before = ui_plan_dump (session);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr (GPtrArray) copies = carry (session, carried[i].ids, session, NULL);
      g_autofree char *titles = dup_titles_of (copies);

      g_assert_cmpstr (titles, ==, carried[i].copies);
      g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==, "Paste");
      after = ui_plan_dump (session);
      tl_session_undo (session);
      undone = ui_plan_dump (session);
      g_assert_cmpstr (undone, ==, before);
      tl_session_redo (session);
      redone = ui_plan_dump (session);
      g_assert_cmpstr (redone, ==, after);
    }
}

/* A copy in the same plan: new ids, the same people, links with all that was said of them. */
static void
test_same_plan (void)
{
  g_autoptr (TlSession) session = ui_plan_open (PLAN);
  g_autoptr (GPtrArray) copies = carry (session, "o1 p1", session, NULL);
  TlItem *objective = copies->pdata[0];
  TlItem *cause = copies->pdata[1];
  TlItem *project = copies->pdata[2];
  TlItem *link = copies->pdata[3];

  g_assert_cmpstr (tl_item_get_id (project), !=, "p1");
  g_assert_true (tl_item_get_ref (project, TL_PROJECT_SPONSOR) == ui_plan_get (session, "pat"));
  g_assert_true (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == ui_plan_get (session, "g1"));
  g_assert_cmpstr (tl_item_get_words (project, TL_PROJECT_ADDRESSES)[0], ==,
                   tl_item_get_id (cause));
  g_assert_true (tl_item_get_ref (link, TL_LINK_PROJECT) == project);
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == objective);
  g_assert_cmpstr (tl_item_get_text (link, TL_LINK_MECHANISM), ==, "By heart");
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==, TL_STRENGTH_STRONG);
  g_assert_cmpuint (tl_item_get_n_extras (project), ==, 1);
  g_assert_cmpint (tl_item_get_date (project, TL_ITEM_CREATED), ==,
                   tl_date_parse (UI_PLAN_READ_TODAY));
  g_assert_false (tl_item_is_set (project, TL_ITEM_CHANGED));
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_PERSON),
                    ==, 1);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_WAIVER),
                    ==, 1);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_PLACE),
                    ==, 1);
}

/* Another plan may have the same ids for other things, and other ids for the same. */
static void
test_other_plan (void)
{
  g_autoptr (TlSession) from = ui_plan_open (PLAN);
  g_autoptr (TlSession) to = ui_plan_open ("{'people': [{'id': 'p1', 'title': 'Someone else'},"
                                           "            {'id': 'jo', 'title': 'PAT'}],"
                                           " 'goals': [{'id': 'g1', 'title': 'Not this one',"
                                           "            'priority': 7}]}");
  g_autoptr (GPtrArray) copies = carry (from, "g1 g2 o1 p1", to, NULL);
  g_autoptr (GPtrArray) alone = NULL;
  TlItem *goal = copies->pdata[0];

  g_assert_cmpstr (tl_item_get_id (goal), !=, "g1");
  g_assert_cmpstr (tl_item_get_id (copies->pdata[1]), ==, "g2");
  g_assert_true (tl_item_get_ref (goal, TL_GOAL_OWNER) == ui_plan_get (to, "jo"));
  g_assert_cmpfloat (tl_item_get_number (goal, TL_GOAL_PRIORITY), ==, 8);
  g_assert_cmpfloat (tl_item_get_number (copies->pdata[1], TL_GOAL_PRIORITY), ==, 9);
  alone = carry (from, "o1", to, NULL);
  g_assert_true (tl_item_get_ref (alone->pdata[0], TL_OBJECTIVE_GOAL) == goal);
}

/* People come along by name, and nothing that is private does. */
static void
test_privacy (void)
{
  g_autoptr (TlSession) from = ui_plan_open (PLAN);
  g_autoptr (TlSession) to = ui_plan_open ("{'title': 'Another'}");
  g_autoptr (GPtrArray) items = collect (from, "p1 pat");
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GBytes) bytes = tl_write_bytes (clipping);
  g_autoptr (GPtrArray) copies = carry (from, "p1", to, NULL);
  TlItem *person = tl_item_get_ref (copies->pdata[0], TL_PROJECT_SPONSOR);

  g_assert_null (
      g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "trust"));
  g_assert_cmpstr (tl_item_get_title (person), ==, "Pat");
  g_assert_false (tl_item_is_set (person, TL_PERSON_ROLE));
  g_assert_false (tl_item_is_set (person, TL_PERSON_TRUST));
}

/* What is pasted onto something goes under it, where it can and is not somewhere already. */
static const struct
{
  const char *ids;
  const char *under;
  const char *parent; /* of the first copy: the goal, or what it serves */
} hung[] = {
  { "p1", "o1", "o1" }, { "p1", "g2", "g2" },      { "p1", "o2", NULL }, { "o1", "g2", "g2" },
  { "o1", "o2", "g1" }, { "o1 g1", "g2", "copy" }, { "g2", "g1", NULL }, { "p1", NULL, NULL },
};

static TlItem *
find_parent (TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);

      if (field == TL_LINK_PROJECT)
        return tl_item_get_ref (link, TL_LINK_TARGET);
    }
  return NULL;
}

static void
test_hung (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hung); i++)
    {
      g_autoptr (TlSession) session = ui_plan_open (PLAN);
      TlItem *under = hung[i].under != NULL ? ui_plan_get (session, hung[i].under) : NULL;
      g_autoptr (GPtrArray) copies = carry (session, hung[i].ids, session, under);
      guint at = g_strcmp0 (hung[i].parent, "copy") == 0 ? 1 : 0;
      TlItem *parent = find_parent (copies->pdata[at]);

      if (at == 1)
        g_assert_true (parent == copies->pdata[0]);
      else
        g_assert_cmpstr (parent != NULL ? tl_item_get_id (parent) : NULL, ==, hung[i].parent);
    }
}

static void
test_duplicate (void)
{
  g_autoptr (TlSession) session = ui_plan_open (PLAN);
  g_autoptr (GPtrArray) items = collect (session, "o1 p1 p2");
  g_autoptr (GPtrArray) link = collect (session, "l1");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = tl_command_duplicate (session, items, &error);
  g_autoptr (GPtrArray) none = tl_command_duplicate (session, link, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 7);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==, "Duplicate");
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_assert_null (tl_command_duplicate (session, items, &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
}

/* What has been cut comes back with the ids that it had. */
static void
test_cut (void)
{
  g_autoptr (TlSession) session = ui_plan_open (PLAN);
  g_autoptr (GPtrArray) items = collect (session, "p2 o2");
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GPtrArray) back = NULL;

  tl_command_cut (session, items);
  g_assert_null (tl_workspace_lookup (tl_session_get_workspace (session), "p2"));
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==, "Cut");
  back = tl_command_paste (session, clipping, NULL, NULL);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_nonnull (tl_workspace_lookup (tl_session_get_workspace (session), "p2"));
}

/* From anywhere: what is no clipping is refused with the reason. */
static const struct
{
  const char *text;
  const char *message;
} refused[] = {
  { "", "line 1, column 1: " },
  { "[]", "line 1, column 1: This is not a Throughline document." },
  { "{\"format\": \"throughline-workspace\"", "line 1, column 35: " },
  { HEAD "}", "There is nothing in it." },
  { HEAD ", \"views\": [{\"id\": \"v\", \"title\": \"View\"}]}", "There is nothing in it." },
  { HEAD ", \"links\": [{\"id\": \"l\"}]}", "There is nothing in it." },
  { HEAD ", \"people\": [{\"companion\": true, \"id\": \"p\"}]}", "There is nothing in it." },
  { "{\"format\": \"throughline-workspace\", \"version\": 2, \"goals\": [{\"id\": \"g\"}]}",
    "It comes from a later version of Throughline." },
  { HEAD ", \"goals\": [{\"id\": \"g\"}, {\"id\": \"g\"}]}", "line 1, column " },
  { HEAD ", \"goals\": [{\"id\": \"g\", \"title\": \"\xff\"}]}", "line 1, column " },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (refused[i].text, strlen (refused[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_clipping_read (bytes, &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, refused[i].message))
        g_error ("%s", error->message);
    }
}

/* Lists of titles. */

static const struct
{
  const char *text;
  const char *titles; /* joined by "|"; NULL where there are none */
} parsed[] = {
  { "One", "One" },
  { "One\nTwo", "One|Two" },
  { "One\r\nTwo\r\n\r\n", "One|Two" },
  { " \n\tOne  \n\n  Two\n", "One|Two" },
  { "- One\n* Two\n• Three\n– Four", "One|Two|Three|Four" },
  { "1. One\n2) Two\n10. Ten", "One|Two|Ten" },
  { "2026. A year\n3D printing\n-dash\n1.5 days", "2026. A year|3D printing|-dash|1.5 days" },
  { "-\n- \n1.\n", "-|-|1." },
  { "Name\tOwner\tDays", "Name\tOwner\tDays" },
  { "", NULL },
  { " \n\t\r\n", NULL },
};

static void
test_parsed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parsed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) titles = tl_titles_parse (parsed[i].text, &error);
      g_autofree char *joined = titles != NULL ? g_strjoinv ("|", titles) : NULL;

      g_assert_cmpstr (joined, ==, parsed[i].titles);
      if (parsed[i].titles == NULL)
        g_assert_error (error, TL_TITLES_ERROR, TL_TITLES_ERROR_EMPTY);
    }
}

static void
test_too_much (void)
{
  g_autofree char *line = g_strnfill (TL_TITLES_MAX_LENGTH + 1, 'a');
  g_autofree char *lines = g_strnfill (2 * TL_TITLES_MAX + 2, '\n');
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_titles_parse (line, &error));
  g_assert_error (error, TL_TITLES_ERROR, TL_TITLES_ERROR_LONG);
  g_clear_error (&error);
  for (guint i = 0; i <= 2 * TL_TITLES_MAX; i += 2)
    lines[i] = 'a';
  g_assert_null (tl_titles_parse (lines, &error));
  g_assert_error (error, TL_TITLES_ERROR, TL_TITLES_ERROR_MANY);
}

static const struct
{
  const char *ids;
  const char *text;
} written[] = {
  { "p1", "Course" },
  { "p1 p2", "Course\nCoaching" },
  { "p1 o1 p2", "Sell\n\tCourse\n\tCoaching" },
  { "o2 p1 o1 g1", "Talk\nWin\n\tSell\n\t\tCourse" },
  { "g1 p1", "Win\nCourse" },
};

static void
test_written (void)
{
  g_autoptr (TlSession) session = ui_plan_open (PLAN);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GPtrArray) items = collect (session, written[i].ids);
      g_autofree char *text = tl_titles_from_items (items);

      g_assert_cmpstr (text, ==, written[i].text);
    }
}

static const struct
{
  TlKind kind;
  const char *under;
  const char *titles;
  const char *added;
  const char *label;
  int code; /* of TL_COMMAND_ERROR, or -1 */
} added[] = {
  { TL_KIND_PROJECT, NULL, "A", "projects:A", "Add Project", -1 },
  { TL_KIND_PROJECT, "o1", "A|B", "projects:A projects:B", "Add 2 Cards", -1 },
  { TL_KIND_PROJECT, "g1", "A", "projects:A", "Add Project", -1 },
  { TL_KIND_PROJECT, "o2", "A", NULL, NULL, TL_COMMAND_ERROR_CLOSED },
  { TL_KIND_OBJECTIVE, "g1", "A|B", "objectives:A objectives:B", "Add 2 Cards", -1 },
  { TL_KIND_OBJECTIVE, "p1", "A", "objectives:A", "Add Objective", -1 },
  { TL_KIND_OBJECTIVE, NULL, "A", "objectives:A", "Add Objective", -1 },
  { TL_KIND_GOAL, NULL, "A|B|C", "goals:A goals:B goals:C", "Add 3 Cards", -1 },
};

static gboolean
hangs_together (TlSession *session, TlItem *item, TlItem *under)
{
  if (tl_item_get_kind (under) == TL_KIND_PROJECT)
    return !tl_command_can_link (session, under, item);
  return find_parent (item) == under;
}

static void
test_added (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autoptr (TlSession) session = ui_plan_open (PLAN);
      g_autofree char *before = ui_plan_dump (session);
      g_autofree char *undone = NULL;
      g_autofree char *names = NULL;
      g_auto (GStrv) titles = g_strsplit (added[i].titles, "|", -1);
      TlItem *under = added[i].under != NULL ? ui_plan_get (session, added[i].under) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = tl_command_add_list (session, added[i].kind, under,
                                                         (const char *const *) titles, &error);

      if (items == NULL)
        {
          g_assert_error (error, TL_COMMAND_ERROR, added[i].code);
          continue;
        }
      names = dup_titles_of (items);
      g_assert_cmpstr (names, ==, added[i].added);
      g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==,
                       added[i].label);
      for (guint j = 0; under != NULL && j < items->len; j++)
        g_assert_true (hangs_together (session, items->pdata[j], under));
      tl_session_undo (session);
      undone = ui_plan_dump (session);
      g_assert_cmpstr (undone, ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands-paste/carried", test_carried);
  g_test_add_func ("/commands-paste/same-plan", test_same_plan);
  g_test_add_func ("/commands-paste/other-plan", test_other_plan);
  g_test_add_func ("/commands-paste/privacy", test_privacy);
  g_test_add_func ("/commands-paste/hung", test_hung);
  g_test_add_func ("/commands-paste/duplicate", test_duplicate);
  g_test_add_func ("/commands-paste/cut", test_cut);
  g_test_add_func ("/commands-paste/refused", test_refused);
  g_test_add_func ("/commands-paste/titles/parsed", test_parsed);
  g_test_add_func ("/commands-paste/titles/too-much", test_too_much);
  g_test_add_func ("/commands-paste/titles/written", test_written);
  g_test_add_func ("/commands-paste/added", test_added);
  return g_test_run ();
}
