/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-cell-text.h"
#include "ui-plan.h"

static const struct
{
  TlField field;
  const char *text;
  const char *shown; /* what the item shows afterwards; NULL: refused */
  int error;
} cells[] = {
  /* Choices, by label and by name, whatever the case; and no others. */
  { TL_PROJECT_STATUS, "Design", "Design" },
  { TL_PROJECT_STATUS, " dESIGN ", "Design" },
  { TL_PROJECT_STATUS, "design", "Design" },
  { TL_PROJECT_STATUS, "", "" },
  { TL_PROJECT_STATUS, "Ready", NULL, TL_WORKSPACE_ERROR_CHOICE },
  { TL_PROJECT_STATUS, "true", NULL, TL_WORKSPACE_ERROR_CHOICE },
  { TL_PROJECT_SOLUTION_TYPE, "performance-support", "Performance support" },
  { TL_PROJECT_LONG_TERM, "yes", "Yes" },
  { TL_PROJECT_LONG_TERM, "TRUE", "Yes" },
  { TL_PROJECT_LONG_TERM, "0", "No" },
  { TL_PROJECT_LONG_TERM, "perhaps", NULL, TL_WORKSPACE_ERROR_CHOICE },
  /* References, by id and by title. */
  { TL_PROJECT_OWNER, "pat", "Pat" },
  { TL_PROJECT_OWNER, "PAT", "Pat" },
  { TL_PROJECT_OWNER, "", "" },
  { TL_PROJECT_OWNER, "Kim", NULL, TL_WORKSPACE_ERROR_DANGLING },
  { TL_PROJECT_OWNER, "g1", NULL, TL_WORKSPACE_ERROR_DANGLING },
  { TL_PROJECT_INITIATIVE, "coaching for managers", "Coaching for managers" },
  { TL_PROJECT_INITIATIVE, "Story training", NULL, TL_WORKSPACE_ERROR_CYCLE },
  { TL_PROJECT_INITIATIVE, "Twin", NULL, TL_WORKSPACE_ERROR_DANGLING },
  { TL_PROJECT_INITIATIVE, "twin2", "Twin" },
  { TL_PROJECT_REDIRECT, "Fire safety", "Fire safety" },
  { TL_PROJECT_ADDRESSES, "First; second one", "First; Second one" },
  { TL_PROJECT_ADDRESSES, "First, c2", "First; Second one" },
  { TL_PROJECT_ADDRESSES, "Third; and last", "Third; and last" },
  { TL_PROJECT_ADDRESSES, "First; Fifth", NULL, TL_WORKSPACE_ERROR_DANGLING },
  /* All else. */
  { TL_PROJECT_EFFORT, "12,5", "12.5" },
  { TL_PROJECT_EFFORT, "40 days", "40" },
  { TL_PROJECT_EFFORT, "-1", NULL, TL_WORKSPACE_ERROR_RANGE },
  { TL_PROJECT_EFFORT, "many", NULL, TL_WORKSPACE_ERROR_FORM },
  { TL_PROJECT_START, "2026-02-28", "2026-02-28" },
  { TL_PROJECT_START, "02/28/26", "2026-02-28" },
  { TL_PROJECT_START, "2026-02-30", NULL, TL_WORKSPACE_ERROR_DATE },
  { TL_PROJECT_TOPICS, "sales; coaching", "sales, coaching" },
  { TL_PROJECT_EXTRA, "two\nlines", "two lines" },
  { TL_PROJECT_SUMMARY, "two\nlines", "two\nlines" },
};

static TlItem *
add (TlSession *session, TlKind kind, const char *id, const char *title)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *item = tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title, NULL);
  return item;
}

static TlSession *
open_plan (void)
{
  TlSession *session = ui_plan_new ();

  add (session, TL_KIND_PROJECT, "twin1", "Twin");
  add (session, TL_KIND_PROJECT, "twin2", "Twin");
  add (session, TL_KIND_CAUSE, "c1", "First");
  add (session, TL_KIND_CAUSE, "c2", "Second one");
  add (session, TL_KIND_CAUSE, "c3", "Third; and last");
  return session;
}

static void
test_reading (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (TlSession) session = open_plan ();
      TlWorkspace *workspace = tl_session_get_workspace (session);
      g_autoptr (TlCellReader) reader = tl_cell_reader_new (workspace);
      TlItem *item = ui_plan_get (session, "p1");
      g_auto (TlValue) value = TL_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      gboolean taken = tl_cell_reader_parse (reader, cells[i].field, cells[i].text, &value, &error)
                       && tl_workspace_set (workspace, item, cells[i].field, &value, &error);

      g_test_message ("“%s”", cells[i].text);
      g_assert_cmpint (taken, ==, cells[i].shown != NULL);
      if (!taken)
        {
          g_assert_error (error, TL_WORKSPACE_ERROR, cells[i].error);
          continue;
        }
      shown = tl_cell_dup_text (item, cells[i].field);
      g_assert_cmpstr (shown, ==, cells[i].shown);
    }
}

/* What is shown reads back as what is there: for every field of every item. */
static void
test_round_trip (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (TlCellReader) reader = tl_cell_reader_new (workspace);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;

  for (TlKind kind = TL_KIND_UNIT; kind < TL_KIND_PLACE; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);
        guint n_fields;
        const TlField *fields = tl_kind_get_fields (kind, &n_fields);

        for (guint j = 0; j < n_fields; j++)
          {
            g_autofree char *text = tl_cell_dup_text (item, fields[j]);
            g_auto (TlValue) value = TL_VALUE_INIT;
            g_autoptr (GError) error = NULL;

            if (tl_field_get_spec (fields[j])->type == TL_FIELD_TYPE_DATA)
              continue;
            tl_cell_reader_parse (reader, fields[j], text, &value, &error);
            g_assert_no_error (error);
            tl_workspace_set (workspace, item, fields[j], &value, &error);
            g_assert_no_error (error);
          }
      }
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cell-text/reading", test_reading);
  g_test_add_func ("/cell-text/round-trip", test_round_trip);
  return g_test_run ();
}
