/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-view.h"
#include "tl-commands.h"
#include "ui-plan.h"

typedef struct
{
  guint n_changed;
  guint n_analysed; /* as the lens found it when it told */
  guint n_matches;
} Heard;

static void
analysed_cb (TlSession *session, TlTransaction *transaction, Heard *heard)
{
  heard->n_analysed++;
  heard->n_matches = tl_lens_get_n_matches (tl_session_get_lens (session));
}

static void
changed_cb (TlLens *lens, Heard *heard)
{
  heard->n_changed++;
}

static TlLens *
listen (TlSession *session, Heard *heard)
{
  TlLens *lens = tl_session_get_lens (session);

  g_signal_connect (session, "analysed", G_CALLBACK (analysed_cb), heard);
  g_signal_connect (lens, "changed", G_CALLBACK (changed_cb), heard);
  return lens;
}

static GPtrArray *
make_list (TlSession *session, const char *id)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, ui_plan_get (session, id));
  return items;
}

static char *
dup_matches (TlLens *lens)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tl_lens_get_n_matches (lens); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            tl_item_get_id (tl_lens_get_match (lens, i)));
  return g_string_free (ids, FALSE);
}

static TlItem *
get (TlSession *session, TlKind kind, guint position)
{
  return tl_workspace_get_item (tl_session_get_workspace (session), kind, position);
}

static void
test_query (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);
  TlItem *goal = get (session, TL_KIND_GOAL, 0);
  TlItem *project = get (session, TL_KIND_PROJECT, 0);
  guint index = 9;

  g_assert_false (tl_lens_has_query (lens));
  g_assert_true (tl_lens_matches (lens, goal));
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_NORMAL);
  g_assert_cmpuint (tl_lens_get_n_matches (lens), ==, 0);

  tl_lens_set_query (lens, "kind:project");
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_true (tl_lens_has_query (lens));
  g_assert_cmpuint (tl_lens_get_n_matches (lens), ==, 3);
  g_assert_true (tl_lens_matches (lens, project));
  g_assert_false (tl_lens_matches (lens, goal));
  g_assert_true (tl_lens_find_match (lens, tl_lens_get_match (lens, 2), &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_false (tl_lens_find_match (lens, goal, &index));
  g_assert_cmpint (tl_lens_get_emphasis (lens, project), ==, TL_LENS_LIT);
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_DIM);
  tl_lens_set_query (lens, "kind:project");
  g_assert_cmpuint (heard.n_changed, ==, 1);

  tl_lens_set_hides (lens, TRUE);
  g_assert_cmpuint (heard.n_changed, ==, 2);
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_DIM);
  g_assert_cmpint (tl_lens_get_emphasis (lens, get (session, TL_KIND_GOAL, 1)), ==, TL_LENS_HIDDEN);
  tl_lens_set_query (lens, "  ");
  g_assert_false (tl_lens_has_query (lens));
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_NORMAL);
}

/* With the rest hidden, what a match serves stays in sight, up to its goal; it follows the links.
 */
static void
test_served (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);
  g_autoptr (GPtrArray) focus = make_list (session, "g2");

  tl_lens_set_query (lens, "Story training");
  tl_lens_set_hides (lens, TRUE);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "p1")), ==, TL_LENS_LIT);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "l1")), ==, TL_LENS_DIM);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "o1")), ==, TL_LENS_DIM);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "g1")), ==, TL_LENS_DIM);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "o3")), ==, TL_LENS_HIDDEN);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "p2")), ==, TL_LENS_HIDDEN);

  heard.n_changed = 0;
  tl_command_link (session, ui_plan_get (session, "p1"), ui_plan_get (session, "o3"), NULL);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "g2")), ==, TL_LENS_DIM);
  tl_session_undo (session);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "g2")), ==, TL_LENS_HIDDEN);

  /* A focus says itself how far one is to see. */
  tl_lens_set_query (lens, "");
  tl_lens_set_focus (lens, focus, 1);
  g_assert_cmpint (tl_lens_get_emphasis (lens, ui_plan_get (session, "g1")), ==, TL_LENS_HIDDEN);
}

/* What cannot be understood asks for nothing, and says so. */
static void
test_error (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlLens *lens = tl_session_get_lens (session);
  TlFilterSpan span;

  tl_lens_set_query (lens, "kind:project stauts:live");
  g_assert_nonnull (tl_lens_get_error (lens));
  span = tl_lens_get_error_span (lens);
  g_assert_cmpuint (span.from, ==, 13);
  g_assert_cmpuint (span.to, ==, 19);
  g_assert_cmpstr (tl_lens_get_query (lens), ==, "kind:project stauts:live");
  g_assert_false (tl_lens_has_query (lens));
  g_assert_cmpuint (tl_lens_get_n_matches (lens), ==, 0);
  g_assert_true (tl_lens_matches (lens, get (session, TL_KIND_GOAL, 0)));

  tl_lens_set_query (lens, NULL);
  g_assert_null (tl_lens_get_error (lens));
  g_assert_cmpstr (tl_lens_get_query (lens), ==, "");
}

/* After an edit, whoever hears of the edit finds the lens right, and the lens tells once, if there
 * is anything to tell. */
static void
test_follows_edits (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);
  TlItem *project = get (session, TL_KIND_PROJECT, 0);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();

  tl_command_rename (session, project, "Zebra crossing", NULL);
  g_assert_cmpuint (heard.n_analysed, ==, 1);
  g_assert_cmpuint (heard.n_changed, ==, 0);

  tl_lens_set_query (lens, "zebra");
  g_assert_cmpuint (tl_lens_get_n_matches (lens), ==, 1);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  tl_command_rename (session, get (session, TL_KIND_GOAL, 0), "Zebras", NULL);
  /* The goal, and its two objectives, which name it. */
  g_assert_cmpuint (heard.n_matches, ==, 4);
  g_assert_cmpuint (heard.n_changed, ==, 2);
  tl_command_rename (session, get (session, TL_KIND_GOAL, 1), "Horses", NULL);
  g_assert_cmpuint (heard.n_changed, ==, 2);

  g_ptr_array_add (projects, project);
  tl_command_delete (session, projects);
  g_assert_cmpuint (heard.n_matches, ==, 3);
  g_assert_cmpuint (heard.n_changed, ==, 3);
  tl_session_undo (session);
  g_assert_cmpuint (heard.n_matches, ==, 4);
  g_assert_cmpuint (heard.n_changed, ==, 4);
}

static TlItem *
get_link (TlSession *session)
{
  return get (session, TL_KIND_LINK, 0);
}

static void
test_focus (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);
  TlItem *link = get_link (session);
  TlItem *project = tl_item_get_ref (link, TL_LINK_PROJECT);
  TlItem *objective = tl_item_get_ref (link, TL_LINK_TARGET);
  TlItem *goal = tl_item_get_ref (objective, TL_OBJECTIVE_GOAL);
  g_autoptr (GPtrArray) focus = make_list (session, tl_item_get_id (project));

  g_assert_true (tl_lens_is_in_focus (lens, goal));
  tl_lens_set_focus (lens, focus, 1);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_true (tl_lens_is_in_focus (lens, objective));
  g_assert_false (tl_lens_is_in_focus (lens, goal));
  g_assert_cmpint (tl_lens_get_emphasis (lens, link), ==, TL_LENS_LIT);
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_DIM);

  tl_lens_set_focus (lens, focus, 2);
  g_assert_cmpuint (heard.n_changed, ==, 2);
  g_assert_cmpuint (tl_lens_get_focus_steps (lens), ==, 2);
  g_assert_true (tl_lens_is_in_focus (lens, goal));
  tl_lens_set_focus (lens, focus, 2);
  g_assert_cmpuint (heard.n_changed, ==, 2);

  /* In focus and searched for are both asked for. */
  tl_lens_set_query (lens, "kind:goal");
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_LIT);
  g_assert_cmpint (tl_lens_get_emphasis (lens, project), ==, TL_LENS_DIM);
  g_assert_cmpint (tl_lens_get_emphasis (lens, link), ==, TL_LENS_DIM);
  tl_lens_set_query (lens, NULL);

  /* What the focus is around goes, and the focus with it. */
  tl_command_delete (session, focus);
  g_assert_null (tl_lens_get_focus (lens));
  g_assert_cmpint (tl_lens_get_emphasis (lens, goal), ==, TL_LENS_NORMAL);
  tl_lens_set_focus (lens, NULL, 0);
}

/* A link lights up with its ends, and by itself. */
static void
test_links (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlLens *lens = tl_session_get_lens (session);
  TlItem *link = get_link (session);

  tl_lens_set_query (lens, "kind:project,objective");
  g_assert_cmpint (tl_lens_get_emphasis (lens, link), ==, TL_LENS_LIT);
  tl_lens_set_query (lens, "kind:project");
  g_assert_cmpint (tl_lens_get_emphasis (lens, link), ==, TL_LENS_DIM);
  tl_lens_set_query (lens, "kind:link");
  g_assert_cmpint (tl_lens_get_emphasis (lens, link), ==, TL_LENS_LIT);
}

static void
test_several_as_one (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);

  tl_lens_begin (lens);
  tl_lens_set_query (lens, "kind:goal");
  tl_lens_begin (lens);
  tl_lens_set_hides (lens, TRUE);
  tl_lens_end (lens);
  tl_lens_set_colour_by (lens, TL_COLOUR_BY_STATUS);
  g_assert_cmpuint (heard.n_changed, ==, 0);
  tl_lens_end (lens);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  tl_lens_begin (lens);
  tl_lens_end (lens);
  g_assert_cmpuint (heard.n_changed, ==, 1);
}

static void
look (TlSession *session)
{
  TlLens *lens = tl_session_get_lens (session);
  g_autoptr (GPtrArray) focus
      = make_list (session, tl_item_get_id (get (session, TL_KIND_PROJECT, 0)));

  tl_lens_set_query (lens, "kind:project,objective");
  tl_lens_set_focus (lens, focus, 2);
  tl_lens_set_hides (lens, TRUE);
  tl_lens_set_colour_by (lens, TL_COLOUR_BY_ORIGIN);
}

static void
look_away (TlLens *lens)
{
  tl_lens_set_query (lens, "kind:goal");
  tl_lens_set_focus (lens, NULL, 0);
  tl_lens_set_hides (lens, FALSE);
  tl_lens_set_colour_by (lens, TL_CHOICE_NONE);
}

/* A look that is kept comes back whole, in one step, and keeping it is one step to take back. */
static void
test_saved_view (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  Heard heard = { 0 };
  TlLens *lens = listen (session, &heard);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlItem *view;

  look (session);
  before = dup_matches (lens);
  view = tl_command_save_view (session, "  Mine ", TL_PLACE_OF_VIEW_MAP);
  g_assert_cmpuint (heard.n_analysed, ==, 1);
  g_assert_cmpstr (tl_item_get_title (view), ==, "Mine");
  g_assert_cmpint (tl_item_get_choice (view, TL_VIEW_PLACE), ==, TL_PLACE_OF_VIEW_MAP);
  g_assert_cmpstr (tl_item_get_text (view, TL_VIEW_FILTER), ==, "kind:project,objective");
  g_assert_false (tl_item_get_flag (view, TL_VIEW_DIM));

  look_away (lens);
  heard.n_changed = 0;
  tl_view_show (session, view);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  after = dup_matches (lens);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (tl_lens_get_hides (lens));
  g_assert_cmpint (tl_lens_get_colour_by (lens), ==, TL_COLOUR_BY_ORIGIN);
  g_assert_cmpuint (tl_lens_get_focus_steps (lens), ==, 2);
  g_assert_cmpuint (tl_lens_get_focus (lens)->len, ==, 1);

  tl_session_undo (session);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_VIEW), ==,
                    0);
}

static void
test_update_view (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlLens *lens = tl_session_get_lens (session);
  TlItem *view;

  look (session);
  view = tl_command_save_view (session, NULL, TL_CHOICE_NONE);
  g_assert_cmpstr (tl_item_get_title (view), ==, "kind:project,objective");
  g_assert_false (tl_item_is_set (view, TL_VIEW_PLACE));

  tl_workspace_set_number (tl_session_get_workspace (session), view, TL_VIEW_ZOOM, 2, NULL);
  look_away (lens);
  g_assert_true (tl_command_update_view (session, view, TL_PLACE_OF_VIEW_TABLE));
  g_assert_cmpstr (tl_item_get_text (view, TL_VIEW_FILTER), ==, "kind:goal");
  g_assert_true (tl_item_get_flag (view, TL_VIEW_DIM));
  g_assert_false (tl_item_is_set (view, TL_VIEW_FOCUS));
  g_assert_false (tl_item_is_set (view, TL_VIEW_REACH));
  g_assert_false (tl_item_is_set (view, TL_VIEW_COLOUR_BY));
  g_assert_cmpfloat (tl_item_get_number (view, TL_VIEW_ZOOM), ==, 2);

  tl_session_undo (session);
  g_assert_cmpstr (tl_item_get_text (view, TL_VIEW_FILTER), ==, "kind:project,objective");
}

/* A filter that another program has broken is told of like one that was typed. */
static void
test_broken_view (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlLens *lens = tl_session_get_lens (session);
  TlItem *view = tl_command_save_view (session, "Broken", TL_CHOICE_NONE);

  tl_workspace_set_text (tl_session_get_workspace (session), view, TL_VIEW_FILTER, "a (b", NULL);
  tl_view_show (session, view);
  g_assert_cmpstr (tl_lens_get_query (lens), ==, "a (b");
  g_assert_nonnull (tl_lens_get_error (lens));
  g_assert_cmpint (tl_lens_get_emphasis (lens, get (session, TL_KIND_GOAL, 0)), ==, TL_LENS_NORMAL);
}

static void
test_read_only (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *view = tl_command_save_view (session, "Kept", TL_CHOICE_NONE);

  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_assert_null (tl_command_save_view (session, "New", TL_CHOICE_NONE));
  g_assert_false (tl_command_update_view (session, view, TL_CHOICE_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lens/query", test_query);
  g_test_add_func ("/lens/error", test_error);
  g_test_add_func ("/lens/served", test_served);
  g_test_add_func ("/lens/follows-edits", test_follows_edits);
  g_test_add_func ("/lens/focus", test_focus);
  g_test_add_func ("/lens/links", test_links);
  g_test_add_func ("/lens/several-as-one", test_several_as_one);
  g_test_add_func ("/view/saved", test_saved_view);
  g_test_add_func ("/view/update", test_update_view);
  g_test_add_func ("/view/broken", test_broken_view);
  g_test_add_func ("/view/read-only", test_read_only);

  return g_test_run ();
}
