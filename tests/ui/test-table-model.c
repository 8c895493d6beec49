/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-table-model.h"
#include "ui-plan.h"

#include <math.h>

#define RANDOM_STEPS 400

/* A list that only hears of changes must agree with the one that is made anew. */
typedef struct
{
  TlSession *session;
  TlTableModel *model;
  GPtrArray *mirror; /* of TlItem */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  Fixture *fixture)
{
  g_assert_cmpuint (position + n_removed, <=, fixture->mirror->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
analysed_cb (Fixture *fixture, TlTransaction *transaction)
{
  tl_table_model_update (fixture->model, transaction);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ui_plan_new ();
  fixture->model = tl_table_model_new ();
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_swapped (fixture->session, "analysed", G_CALLBACK (analysed_cb), fixture);
  tl_table_model_set_source (fixture->model, fixture->session, TL_KIND_PROJECT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->session, fixture);
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_clear_pointer (&fixture->mirror, g_ptr_array_unref);
  g_assert_finalize_object (fixture->model);
  g_clear_object (&fixture->session);
}

static char *
dump (TlTableModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_table_model_get_n_items (model); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            tl_item_get_id (tl_table_model_get_item (model, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = dump (fixture->model);

  g_assert_cmpstr (rows, ==, expected);
  g_assert_cmpuint (fixture->mirror->len, ==, tl_table_model_get_n_items (fixture->model));
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      TlItem *item = tl_table_model_get_item (fixture->model, i);

      g_assert_true (fixture->mirror->pdata[i] == item);
      g_assert_cmpuint (tl_table_model_find (fixture->model, item), ==, i);
    }
}

static void
sort_by (Fixture *fixture, const char *first, const char *second)
{
  const char *names[] = { first, second };
  TlTableSort sort[2];
  guint n = 0;

  for (guint i = 0; i < 2 && names[i] != NULL; i++)
    {
      gboolean is_descending = *names[i] == '-';

      sort[n].column = tl_table_columns_find (tl_table_model_get_kind (fixture->model),
                                              names[i] + is_descending);
      g_assert_nonnull (sort[n].column);
      sort[n++].is_descending = is_descending;
    }
  tl_table_model_set_sort (fixture->model, sort, n);
}

static void
set_number (Fixture *fixture, const char *id, double number)
{
  TlValue value = tl_value_from_number (number);

  tl_command_set_field (fixture->session, ui_plan_get (fixture->session, id), TL_PROJECT_EFFORT,
                        &value, NULL);
  tl_history_seal (tl_session_get_history (fixture->session));
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, "p1 p2 p3");
  sort_by (fixture, "title", NULL);
  assert_rows (fixture, "p2 p3 p1");
  sort_by (fixture, "-title", NULL);
  assert_rows (fixture, "p1 p3 p2");
  /* What is not known comes last, either way. */
  sort_by (fixture, "effortDays", NULL);
  assert_rows (fixture, "p2 p1 p3");
  sort_by (fixture, "-effortDays", NULL);
  assert_rows (fixture, "p1 p2 p3");
  /* What sorts alike stays as the document has it. */
  sort_by (fixture, "status", NULL);
  assert_rows (fixture, "p1 p2 p3");
  sort_by (fixture, "-status", "-title");
  assert_rows (fixture, "p1 p3 p2");
  /* Choices in their order: aligned, serves nothing, mandated. */
  sort_by (fixture, "-=standing", NULL);
  assert_rows (fixture, "p3 p2 p1");
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  sort_by (fixture, "effortDays", NULL);
  set_number (fixture, "p3", 1);
  assert_rows (fixture, "p3 p2 p1");
  set_number (fixture, "p3", 99);
  assert_rows (fixture, "p2 p1 p3");
  set_number (fixture, "p2", 5);
  assert_rows (fixture, "p2 p1 p3");
  tl_session_undo (fixture->session);
  tl_session_undo (fixture->session);
  assert_rows (fixture, "p2 p1 p3");
}

/* A column that follows from other items. */
static void
test_follow_others (Fixture *fixture, gconstpointer data)
{
  sort_by (fixture, "-=standing", NULL);
  assert_rows (fixture, "p3 p2 p1");
  tl_command_link (fixture->session, ui_plan_get (fixture->session, "p3"),
                   ui_plan_get (fixture->session, "o1"), NULL);
  assert_rows (fixture, "p2 p1 p3");
}

/* A new analysis of the same document leaves the order as it is. */
static void
test_analysed_again (Fixture *fixture, gconstpointer data)
{
  sort_by (fixture, "-title", NULL);
  g_signal_emit_by_name (fixture->session, "analysed", NULL);
  assert_rows (fixture, "p1 p3 p2");
}

static void
test_come_and_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (ui_plan_get (fixture->session, "p1")));
  g_ptr_array_add (items, g_object_ref (ui_plan_get (fixture->session, "p3")));
  sort_by (fixture, "title", NULL);
  tl_command_delete (fixture->session, items);
  assert_rows (fixture, "p2");
  tl_session_undo (fixture->session);
  assert_rows (fixture, "p2 p3 p1");
  g_ptr_array_set_size (items, 1);
  tl_command_delete (fixture->session, items);
  assert_rows (fixture, "p2 p3");
  tl_session_undo (fixture->session);
  assert_rows (fixture, "p2 p3 p1");
}

static GPtrArray *
get_columns (void)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_ptr_array_add (columns, (gpointer) tl_table_columns_find (TL_KIND_PROJECT, "title"));
  g_ptr_array_add (columns, (gpointer) tl_table_columns_find (TL_KIND_PROJECT, "status"));
  return columns;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = get_columns ();
  TlItem *item = ui_plan_get (fixture->session, "p3");

  tl_table_model_set_filter (fixture->model, " SAFETY ", columns);
  assert_rows (fixture, "p3");
  g_assert_cmpuint (tl_table_model_find (fixture->model, ui_plan_get (fixture->session, "p1")), ==,
                    GTK_INVALID_LIST_POSITION);
  /* What is edited stays until something else is asked for, and so does what is new. */
  tl_command_rename (fixture->session, item, "Fire drill", NULL);
  assert_rows (fixture, "p3");
  tl_command_add_project (fixture->session, NULL, "Another");
  g_assert_cmpuint (tl_table_model_get_n_items (fixture->model), ==, 2);
  tl_table_model_set_filter (fixture->model, "safety", columns);
  assert_rows (fixture, "");
  tl_table_model_set_filter (fixture->model, "live", columns);
  assert_rows (fixture, "p1 p2 p3");
}

/* The selection of the session is that of the list, both ways. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->model);
  TlSelection *selection = tl_session_get_selection (fixture->session);
  g_autoptr (GPtrArray) rows = NULL;

  tl_selection_select (selection, ui_plan_get (fixture->session, "p2"));
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (gtk_selection_model_select_item (model, 2, FALSE));
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 2);
  g_assert_true (gtk_selection_model_select_item (model, 0, TRUE));
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 1);
  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 3);
  g_assert_true (gtk_selection_model_unselect_item (model, 1));
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 2);
  sort_by (fixture, "-title", NULL);
  rows = tl_table_model_dup_selected (fixture->model);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (rows->pdata[0] == ui_plan_get (fixture->session, "p1"));
  tl_selection_select (selection, ui_plan_get (fixture->session, "g1"));
  g_assert_false (gtk_selection_model_is_selected (model, 0));
}

static void
step_randomly (Fixture *fixture, GRand *rand)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_PROJECT);
  TlItem *item = n > 0 ? tl_workspace_get_item (workspace, TL_KIND_PROJECT,
                                                (guint) g_rand_int_range (rand, 0, (int) n))
                       : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlValue value = tl_value_from_number (g_rand_int_range (rand, 0, 6));

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      tl_command_add_project (fixture->session, NULL, NULL);
      break;
    case 2:
      g_ptr_array_add (items, item);
      if (n > 4)
        tl_command_delete (fixture->session, items);
      break;
    case 3:
      tl_session_undo (fixture->session);
      break;
    case 4:
      tl_session_redo (fixture->session);
      break;
    case 5:
      if (item != NULL)
        tl_workspace_move (workspace, item, (guint) g_rand_int_range (rand, 0, (int) n));
      break;
    default:
      if (item != NULL)
        tl_workspace_set (workspace, item, TL_PROJECT_EFFORT, &value, NULL);
      break;
    }
}

/* Whatever happens, in whatever order: the list is as if it had just been made. */
static void
test_anything (Fixture *fixture, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (11);
  g_autoptr (TlTableModel) fresh = tl_table_model_new ();

  sort_by (fixture, "-effortDays", "title");
  for (guint i = 0; i < RANDOM_STEPS; i++)
    {
      TlTableSort sort[] = { tl_table_model_get_sort (fixture->model, 0),
                             tl_table_model_get_sort (fixture->model, 1) };
      g_autofree char *expected = NULL;

      step_randomly (fixture, rand);
      tl_table_model_set_source (fresh, fixture->session, TL_KIND_PROJECT);
      tl_table_model_set_sort (fresh, sort, 2);
      expected = dump (fresh);
      assert_rows (fixture, expected);
    }
  g_rand_free (rand);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/table-model/sort", test_sort);
  ADD ("/table-model/follow", test_follow);
  ADD ("/table-model/follow-others", test_follow_others);
  ADD ("/table-model/analysed-again", test_analysed_again);
  ADD ("/table-model/come-and-go", test_come_and_go);
  ADD ("/table-model/filter", test_filter);
  ADD ("/table-model/selection", test_selection);
  ADD ("/table-model/anything", test_anything);
  return g_test_run ();
}
