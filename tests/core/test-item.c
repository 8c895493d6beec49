/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-workspace.h"

typedef struct
{
  TlWorkspace *workspace;
  TlItem *goal;
  TlItem *project;
} Fixture;

static TlItem *
add (Fixture *fixture, TlKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  TlItem *item = tl_workspace_add (fixture->workspace, kind, id, TL_POSITION_END, &error);

  g_assert_no_error (error);
  return item;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = tl_workspace_new ();
  fixture->goal = add (fixture, TL_KIND_GOAL, "G");
  fixture->project = add (fixture, TL_KIND_PROJECT, "P");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->workspace);
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (tl_item_get_kind (fixture->goal), ==, TL_KIND_GOAL);
  g_assert_cmpstr (tl_item_get_id (fixture->goal), ==, "G");
  g_assert_cmpstr (tl_item_get_title (fixture->goal), ==, "");
  g_assert_true (tl_item_get_workspace (fixture->goal) == fixture->workspace);
  g_assert_cmpstr (tl_item_get_id (tl_workspace_get_root (fixture->workspace)), ==, "");
}

/* What every type of field answers when nothing is recorded. */
static void
test_nothing_recorded (Fixture *fixture, gconstpointer data)
{
  TlItem *settings = tl_workspace_get_settings (fixture->workspace);

  g_assert_false (tl_item_is_set (fixture->project, TL_PROJECT_EFFORT));
  g_assert_null (tl_item_get_text (fixture->project, TL_PROJECT_SUMMARY));
  g_assert_true (isnan (tl_item_get_number (fixture->project, TL_PROJECT_EFFORT)));
  g_assert_cmpuint (tl_item_get_date (fixture->project, TL_PROJECT_START), ==, TL_DATE_NONE);
  g_assert_cmpint (tl_item_get_choice (fixture->project, TL_PROJECT_STATUS), ==, TL_CHOICE_NONE);
  g_assert_cmpint (tl_item_get_choice (fixture->goal, TL_GOAL_STATUS), ==, TL_GOAL_STATUS_ACTIVE);
  g_assert_cmpint (tl_item_get_choice (fixture->project, TL_PROJECT_REFRAMED), ==, TL_CHOICE_NONE);
  g_assert_false (tl_item_get_flag (fixture->goal, TL_GOAL_FUNCTION_SCORECARD));
  g_assert_null (*tl_item_get_words (fixture->project, TL_PROJECT_TOPICS));
  g_assert_null (tl_item_get_ref (fixture->goal, TL_GOAL_OWNER));
  g_assert_cmpfloat (tl_item_get_number (settings, TL_SETTINGS_WEAK_DAYS), ==, 5);
}

/* A default is not kept: what is absent from the file stays absent. */
static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  TlItem *settings = tl_workspace_get_settings (workspace);

  tl_workspace_set_choice (workspace, fixture->goal, TL_GOAL_STATUS, TL_GOAL_STATUS_RETIRED, NULL);
  g_assert_true (tl_item_is_set (fixture->goal, TL_GOAL_STATUS));
  tl_workspace_set_choice (workspace, fixture->goal, TL_GOAL_STATUS, TL_GOAL_STATUS_ACTIVE, NULL);
  g_assert_false (tl_item_is_set (fixture->goal, TL_GOAL_STATUS));

  tl_workspace_set_number (workspace, settings, TL_SETTINGS_WEAK_DAYS, 8, NULL);
  g_assert_cmpfloat (tl_workspace_get_setting (workspace, TL_SETTINGS_WEAK_DAYS), ==, 8);
  tl_workspace_set_number (workspace, settings, TL_SETTINGS_WEAK_DAYS, 5, NULL);
  g_assert_false (tl_item_is_set (settings, TL_SETTINGS_WEAK_DAYS));
  g_assert_cmpfloat (tl_workspace_get_setting (workspace, TL_SETTINGS_WEAK_DAYS), ==, 5);

  /* No is an answer where nothing would be unknown. */
  tl_workspace_set_choice (workspace, fixture->project, TL_PROJECT_REFRAMED, TL_TRI_NO, NULL);
  g_assert_true (tl_item_is_set (fixture->project, TL_PROJECT_REFRAMED));
  /* And a zero is a number. */
  tl_workspace_set_number (workspace, fixture->project, TL_PROJECT_EFFORT, 0, NULL);
  g_assert_true (tl_item_is_set (fixture->project, TL_PROJECT_EFFORT));
}

static void
test_recorded (Fixture *fixture, gconstpointer data)
{
  static const char *const topics[] = { "sales", "service", NULL };
  TlWorkspace *workspace = fixture->workspace;
  TlItem *person = add (fixture, TL_KIND_PERSON, "W");

  tl_workspace_set_text (workspace, fixture->goal, TL_ITEM_TITLE, "Grow", NULL);
  tl_workspace_set_number (workspace, fixture->goal, TL_GOAL_WEIGHT, 12.5, NULL);
  tl_workspace_set_date (workspace, fixture->goal, TL_GOAL_BY_DATE, 738000, NULL);
  tl_workspace_set_choice (workspace, fixture->goal, TL_GOAL_FUNCTION_SCORECARD, TL_TRI_YES, NULL);
  tl_workspace_set_ref (workspace, fixture->goal, TL_GOAL_OWNER, person, NULL);
  tl_workspace_set_words (workspace, fixture->project, TL_PROJECT_TOPICS, topics, NULL);

  g_assert_cmpstr (tl_item_get_title (fixture->goal), ==, "Grow");
  g_assert_cmpfloat (tl_item_get_number (fixture->goal, TL_GOAL_WEIGHT), ==, 12.5);
  g_assert_cmpuint (tl_item_get_date (fixture->goal, TL_GOAL_BY_DATE), ==, 738000);
  g_assert_true (tl_item_get_flag (fixture->goal, TL_GOAL_FUNCTION_SCORECARD));
  g_assert_true (tl_item_get_ref (fixture->goal, TL_GOAL_OWNER) == person);
  g_assert_cmpstr (tl_item_get_text (fixture->goal, TL_GOAL_OWNER), ==, "W");
  g_assert_true (g_strv_equal (tl_item_get_words (fixture->project, TL_PROJECT_TOPICS), topics));
}

static void
test_refs (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "D", "C", NULL };
  TlItem *first = add (fixture, TL_KIND_CAUSE, "C");
  TlItem *second = add (fixture, TL_KIND_CAUSE, "D");
  g_autoptr (GPtrArray) refs = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  tl_workspace_set_words (fixture->workspace, fixture->project, TL_PROJECT_ADDRESSES, ids, NULL);
  refs = tl_item_dup_refs (fixture->project, TL_PROJECT_ADDRESSES);
  g_assert_cmpuint (refs->len, ==, 2);
  g_assert_true (refs->pdata[0] == second && refs->pdata[1] == first);

  /* An item that has left its workspace refers to nothing. */
  g_object_ref (fixture->project);
  tl_workspace_remove (fixture->workspace, fixture->project);
  gone = tl_item_dup_refs (fixture->project, TL_PROJECT_ADDRESSES);
  g_assert_cmpuint (gone->len, ==, 0);
  g_object_unref (fixture->project);
}

static void
test_revision (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  guint64 untouched = tl_item_get_revision (fixture->project);

  tl_workspace_set_text (workspace, fixture->goal, TL_ITEM_TITLE, "Grow", NULL);
  g_assert_cmpuint (tl_item_get_revision (fixture->goal), ==,
                    tl_workspace_get_revision (workspace));
  g_assert_cmpuint (tl_item_get_revision (fixture->project), ==, untouched);
}

static void
test_extras (Fixture *fixture, gconstpointer data)
{
  const TlExtra *extra;

  g_assert_cmpuint (tl_item_get_n_extras (fixture->goal), ==, 0);
  tl_item_add_extra (fixture->goal, 3, NULL, "mood", "\"good\"");
  tl_item_add_extra (fixture->goal, -1, "period", "length", "12");
  g_assert_cmpuint (tl_item_get_n_extras (fixture->goal), ==, 2);
  extra = tl_item_get_extra (fixture->goal, 0);
  g_assert_cmpint (extra->anchor, ==, 3);
  g_assert_null (extra->group);
  g_assert_cmpstr (extra->name, ==, "mood");
  g_assert_cmpstr (extra->json, ==, "\"good\"");
  extra = tl_item_get_extra (fixture->goal, 1);
  g_assert_cmpint (extra->anchor, ==, -1);
  g_assert_cmpstr (extra->group, ==, "period");
}

/* An item lives as long as its workspace, and longer where it is held. */
static void
test_lifetime (void)
{
  TlWorkspace *workspace = tl_workspace_new ();
  TlItem *gone = tl_workspace_add (workspace, TL_KIND_GOAL, "G", TL_POSITION_END, NULL);
  g_autoptr (TlItem) held = NULL;

  held = g_object_ref (tl_workspace_add (workspace, TL_KIND_GOAL, "H", TL_POSITION_END, NULL));
  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  g_object_unref (workspace);
  g_assert_null (gone);
  g_assert_null (tl_item_get_workspace (held));
  g_assert_cmpstr (tl_item_get_id (held), ==, "H");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/item/identity", test_identity);
  ADD ("/item/nothing-recorded", test_nothing_recorded);
  ADD ("/item/defaults", test_defaults);
  ADD ("/item/recorded", test_recorded);
  ADD ("/item/refs", test_refs);
  ADD ("/item/revision", test_revision);
  ADD ("/item/extras", test_extras);
  g_test_add_func ("/item/lifetime", test_lifetime);

  return g_test_run ();
}
