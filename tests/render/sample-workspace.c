/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-workspace.h"

#include "sample-data.h"

static TlValue
read_value (const SampleRow *row, const TlFieldSpec *spec)
{
  g_auto (GStrv) words = NULL;

  switch (tl_field_get_form (spec->field))
    {
    case TL_VALUE_NUMBER:
      return tl_value_from_number (row->number);
    case TL_VALUE_DATE:
      return tl_value_from_date (tl_date_parse (row->text));
    case TL_VALUE_CHOICE:
      if (spec->type == TL_FIELD_TYPE_FLAG)
        return tl_value_from_choice (row->number > 0);
      return tl_value_from_choice (tl_field_find_choice (spec->field, row->text));
    case TL_VALUE_WORDS:
      words = g_strsplit (row->text, "\n", -1);
      return tl_value_from_words ((const char *const *) words);
    default:
      return tl_value_from_text (row->text);
    }
}

static void
read_row (TlWorkspace *workspace, const SampleRow *row)
{
  TlItem *item = tl_workspace_lookup (workspace, row->id);
  const TlFieldSpec *spec = tl_kind_find_field (tl_kind_from_array (row->array), row->field);
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (spec == NULL)
    return;
  value = read_value (row, spec);
  tl_workspace_set (workspace, item, spec->field, &value, &error);
  g_assert_no_error (error);
}

/* The items come first, so that no reference points to one that is still missing. */
TlWorkspace *
sample_workspace_new (void)
{
  TlWorkspace *workspace = tl_workspace_new ();

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < n_sample_rows; i++)
    if (tl_workspace_lookup (workspace, sample_rows[i].id) == NULL)
      tl_workspace_add (workspace, tl_kind_from_array (sample_rows[i].array), sample_rows[i].id,
                        TL_POSITION_END, NULL);
  for (guint i = 0; i < n_sample_rows; i++)
    read_row (workspace, &sample_rows[i]);
  tl_workspace_end_bulk (workspace);
  return workspace;
}

static TlItem *
add (TlWorkspace *workspace, TlKind kind, const char *title, guint number)
{
  g_autofree char *whole = g_strdup_printf ("%s %u", title, number);
  TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, whole, NULL);
  return item;
}

static void
add_links (TlWorkspace *workspace, TlItem *project, GRand *rand, guint near_to)
{
  guint n_objectives = tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE);
  int n = g_rand_int_range (rand, 0, 5);

  for (int i = 0; i < n; i++)
    {
      guint target = (near_to + (guint) g_rand_int_range (rand, 0, 12)) % n_objectives;
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET,
                            tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, target), NULL);
      tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH,
                               g_rand_int_range (rand, 0, TL_N_STRENGTH), NULL);
    }
}

TlWorkspace *
sample_workspace_new_plan (guint n_projects)
{
  TlWorkspace *workspace = tl_workspace_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_projects);
  guint n_objectives = n_projects / 4 + 1;
  guint n_goals = n_projects / 20 + 1;

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < n_goals; i++)
    add (workspace, TL_KIND_GOAL, "Serve customers better than last year", i);
  for (guint i = 0; i < n_objectives; i++)
    {
      TlItem *objective = add (workspace, TL_KIND_OBJECTIVE, "Answer within a day", i);

      tl_workspace_set_ref (workspace, objective, TL_OBJECTIVE_GOAL,
                            tl_workspace_get_item (workspace, TL_KIND_GOAL, i % n_goals), NULL);
    }
  for (guint i = 0; i < n_projects; i++)
    {
      TlItem *project = add (workspace, TL_KIND_PROJECT, "Sales enablement sessions for region", i);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_number (workspace, project, TL_PROJECT_EFFORT, i % 60, NULL);
      add_links (workspace, project, rand, i / 4);
    }
  tl_workspace_end_bulk (workspace);
  return workspace;
}
