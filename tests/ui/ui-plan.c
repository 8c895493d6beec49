/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-plan.h"

#include <string.h>

#include "tl-reader.h"

typedef struct
{
  TlKind kind;
  const char *id;
  const char *title;
} Row;

static const Row rows[] = {
  { TL_KIND_PERSON, "pat", "Pat" },
  { TL_KIND_GOAL, "g1", "Win new customers" },
  { TL_KIND_GOAL, "g2", "Keep our people" },
  { TL_KIND_OBJECTIVE, "o1", "Sellers tell the story" },
  { TL_KIND_OBJECTIVE, "o2", "Partners sell with us" },
  { TL_KIND_OBJECTIVE, "o3", "Managers hold talks" },
  { TL_KIND_OBJECTIVE, "o4", "The old one" },
  { TL_KIND_PROJECT, "p1", "Story training" },
  { TL_KIND_PROJECT, "p2", "Coaching for managers" },
  { TL_KIND_PROJECT, "p3", "Fire safety" },
  { TL_KIND_LINK, "l1", NULL },
};

typedef struct
{
  const char *id;
  TlField field;
  const char *text; /* a text, an id, a choice, or a number */
} Cell;

static const Cell cells[] = {
  { "g1", TL_GOAL_PRIORITY, "1" },      { "g1", TL_GOAL_WEIGHT, "60" },
  { "g1", TL_GOAL_OWNER, "pat" },       { "g2", TL_GOAL_PRIORITY, "2" },
  { "g2", TL_GOAL_WEIGHT, "40" },       { "o1", TL_OBJECTIVE_GOAL, "g1" },
  { "o1", TL_OBJECTIVE_LEVEL, "4" },    { "o2", TL_OBJECTIVE_GOAL, "g1" },
  { "o3", TL_OBJECTIVE_GOAL, "g2" },    { "o4", TL_OBJECTIVE_GOAL, "g2" },
  { "o4", TL_OBJECTIVE_STATUS, "met" }, { "p1", TL_PROJECT_STATUS, "live" },
  { "p1", TL_PROJECT_EFFORT, "10" },    { "p1", TL_PROJECT_WORK_CATEGORY, "strategic" },
  { "p2", TL_PROJECT_STATUS, "live" },  { "p2", TL_PROJECT_EFFORT, "5" },
  { "p3", TL_PROJECT_STATUS, "live" },  { "p3", TL_PROJECT_ORIGIN, "mandate" },
  { "l1", TL_LINK_PROJECT, "p1" },      { "l1", TL_LINK_TARGET, "o1" },
  { "l1", TL_LINK_STRENGTH, "strong" },
};

static TlValue
read_cell (const Cell *cell)
{
  switch (tl_field_get_form (cell->field))
    {
    case TL_VALUE_NUMBER:
      return tl_value_from_number (g_ascii_strtod (cell->text, NULL));
    case TL_VALUE_CHOICE:
      return tl_value_from_choice (tl_field_find_choice (cell->field, cell->text));
    default:
      return tl_value_from_text (cell->text);
    }
}

static void
fill (TlWorkspace *workspace)
{
  TlItem *root = tl_workspace_get_root (workspace);

  tl_workspace_set_text (workspace, root, TL_ITEM_TITLE, "Plan", NULL);
  tl_workspace_set_text (workspace, root, TL_WORKSPACE_MISSION, "Everyone can build.", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlItem *item = tl_workspace_add (workspace, rows[i].kind, rows[i].id, TL_POSITION_END, NULL);

      if (rows[i].title != NULL)
        tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, rows[i].title, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_auto (TlValue) value = read_cell (&cells[i]);
      g_autoptr (GError) error = NULL;

      tl_workspace_set (workspace, tl_workspace_lookup (workspace, cells[i].id), cells[i].field,
                        &value, &error);
      g_assert_no_error (error);
    }
}

TlSession *
ui_plan_new (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlDocument) document = NULL;

  g_setenv ("THROUGHLINE_TODAY", UI_PLAN_TODAY, TRUE);
  tl_workspace_begin_bulk (workspace);
  fill (workspace);
  tl_workspace_end_bulk (workspace);
  document = tl_document_new_for_workspace (workspace);
  return tl_session_new (document);
}

TlItem *
ui_plan_get (TlSession *session, const char *id)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (session), id);

  g_assert_nonnull (item);
  return item;
}

static void
dump_item (TlItem *item, GString *text)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  g_string_append_printf (text, "%s\n", tl_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *shown = tl_value_to_display (tl_item_get_value (item, fields[i]), fields[i]);

      if (shown != NULL)
        g_string_append_printf (text, "  %s: %s\n", tl_field_get_spec (fields[i])->name, shown);
    }
}

/* All that the workspace says, to compare one state with another. */
char *
ui_plan_dump (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GString *text = g_string_new (NULL);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      dump_item (tl_workspace_get_item (workspace, kind, i), text);
  return g_string_free (text, FALSE);
}

TlWorkspace *
ui_plan_read (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autofree char *whole
      = g_strdup_printf ("{\"format\":\"throughline-workspace\",\"version\":1,%s", json + 1);
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = tl_read_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->repairs->len, ==, 0);
  return g_object_ref (result->workspace);
}

TlSession *
ui_plan_open (const char *text)
{
  g_autoptr (TlWorkspace) workspace = ui_plan_read (text);
  g_autoptr (TlDocument) document = tl_document_new_for_workspace (workspace);

  g_setenv ("THROUGHLINE_TODAY", UI_PLAN_READ_TODAY, TRUE);
  return tl_session_new (document);
}
