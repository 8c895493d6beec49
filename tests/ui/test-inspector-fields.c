/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-cell-editor.h"
#include "tl-cell-edits.h"
#include "tl-commands.h"
#include "tl-field-factory.h"
#include "tl-field-scale.h"
#include "tl-table-column.h"
#include "ui-plan.h"
#include "ui-widgets.h"

/* Every field of every kind: what it cannot hold is refused where it stands, with a reason, and the
 * document stays as it is. */

typedef struct
{
  TlSession *session;
  GtkWidget *box;
  GtkWidget *window;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ui_plan_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->window = ui_window_new (fixture->box);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer session = fixture->session;

  g_object_add_weak_pointer (session, &session);
  ui_window_close (fixture->window);
  g_object_unref (fixture->session);
  ui_settle ();
  g_assert_null (session);
}

static gboolean
is_reason (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static void
check_refused (Fixture *fixture, TlFieldEditor *editor, const char *before)
{
  g_autofree char *after = ui_plan_dump (fixture->session);

  g_assert_true (tl_field_editor_is_refused (editor));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (editor), "error"));
  g_assert_nonnull (ui_find (GTK_WIDGET (editor), is_reason, NULL));
  g_assert_cmpstr (after, ==, before);
  tl_field_editor_settle (editor);
  g_assert_false (tl_field_editor_is_refused (editor));
  g_assert_null (ui_find (GTK_WIDGET (editor), is_reason, NULL));
}

static void
refuse_text (Fixture *fixture, TlFieldEditor *editor, const char *text)
{
  g_autofree char *before = ui_plan_dump (fixture->session);
  GtkWidget *entry = ui_find_type (GTK_WIDGET (editor), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  check_refused (fixture, editor, before);
}

static void
refuse_value (Fixture *fixture, TlFieldEditor *editor, const TlValue *value)
{
  g_autofree char *before = ui_plan_dump (fixture->session);

  g_assert_false (tl_field_editor_commit (editor, value));
  check_refused (fixture, editor, before);
}

static void
refuse_number (Fixture *fixture, TlFieldEditor *editor, double number)
{
  g_autofree char *text = g_strdup_printf ("%.15g", number);

  refuse_text (fixture, editor, text);
}

static void
refuse_numbers (Fixture *fixture, TlFieldEditor *editor, const TlFieldSpec *spec)
{
  refuse_text (fixture, editor, "many");
  refuse_text (fixture, editor, "1 2x");
  if (spec->type == TL_FIELD_TYPE_INTEGER)
    refuse_text (fixture, editor, "1.5");
  if (spec->minimum > -1e12)
    refuse_number (fixture, editor, spec->minimum - 1);
  if (spec->maximum < 1e12)
    refuse_number (fixture, editor, spec->maximum + 1);
}

static void
refuse_dates (Fixture *fixture, TlFieldEditor *editor)
{
  static const char *const bad[] = { "tomorrow", "2025-02-30", "2025-13-01", "2025", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse_text (fixture, editor, bad[i]);
}

static void
refuse_choices (Fixture *fixture, TlFieldEditor *editor, const TlFieldSpec *spec)
{
  TlValue beyond = tl_value_from_choice (spec->n_choices);
  TlValue wrong = tl_value_from_number (1);

  refuse_value (fixture, editor, &beyond);
  refuse_value (fixture, editor, &wrong);
}

static TlValue
create_ref (const TlFieldSpec *spec, const char *id)
{
  const char *const ids[] = { id, NULL };

  return spec->type == TL_FIELD_TYPE_REFS ? tl_value_from_words (ids) : tl_value_from_text (id);
}

/* What is not there, what is of a kind that does not fit, and the item itself. */
static void
refuse_refs (Fixture *fixture, TlFieldEditor *editor, TlItem *item, const TlFieldSpec *spec)
{
  g_auto (TlValue) nobody = create_ref (spec, "nobody");
  g_auto (TlValue) itself = create_ref (spec, tl_item_get_id (item));
  g_auto (TlValue) misfit = create_ref (spec, "l1");

  refuse_value (fixture, editor, &nobody);
  refuse_value (fixture, editor, &itself);
  if ((spec->refers_to & (1u << TL_KIND_LINK)) == 0)
    refuse_value (fixture, editor, &misfit);
}

static const char *const bad_addresses[]
    = { "the intranet", "javascript:alert(1)", "file:///etc/passwd", "https://a b" };

/* Any text is a text; only a title has to say something, and an address to lead somewhere. */
static void
refuse_texts (Fixture *fixture, TlFieldEditor *editor, TlItem *item)
{
  if (tl_field_editor_get_field (editor) == TL_ITEM_TITLE
      && tl_item_get_kind (item) != TL_KIND_LINK)
    refuse_value (fixture, editor, &TL_VALUE_INIT);
  for (guint i = 0; i < G_N_ELEMENTS (bad_addresses); i++)
    if (tl_field_editor_get_field (editor) == TL_SOLUTION_ADDRESS)
      refuse_text (fixture, editor, bad_addresses[i]);
}

static void
refuse_all (Fixture *fixture, TlFieldEditor *editor, TlItem *item, const TlFieldSpec *spec)
{
  switch (spec->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      refuse_numbers (fixture, editor, spec);
      break;
    case TL_FIELD_TYPE_DATE:
      refuse_dates (fixture, editor);
      break;
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      refuse_choices (fixture, editor, spec);
      break;
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_REFS:
      refuse_refs (fixture, editor, item, spec);
      break;
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_DATA:
    default:
      refuse_texts (fixture, editor, item);
    }
}

static void
test_field (Fixture *fixture, TlItem *item, TlField field)
{
  GtkWidget *editor = tl_field_create_editor (field);

  g_test_message ("%s: %s", tl_kind_get_label (tl_item_get_kind (item)),
                  tl_field_get_spec (field)->name);
  gtk_box_append (GTK_BOX (fixture->box), editor);
  tl_field_editor_bind (TL_FIELD_EDITOR (editor), fixture->session, item);
  refuse_all (fixture, TL_FIELD_EDITOR (editor), item, tl_field_get_spec (field));
  gtk_box_remove (GTK_BOX (fixture->box), editor);
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  TlKind kind = GPOINTER_TO_INT (data);
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);
  TlItem *item;

  if (tl_workspace_get_n_items (workspace, kind) == 0)
    tl_command_add (fixture->session, kind, "New");
  item = tl_workspace_get_item (workspace, kind, 0);
  for (guint i = 0; i < n_fields; i++)
    if (tl_field_has_editor (fields[i]))
      test_field (fixture, item, fields[i]);
}

/* The same in a cell of the table, and in one of many cells. */

static void
refuse_among_many (Fixture *fixture, TlItem *item, TlField field, const TlValue *value)
{
  g_autoptr (TlCellEdits) edits = tl_cell_edits_new (fixture->session, tl_item_get_kind (item));

  tl_cell_edits_begin_row (edits, item);
  tl_cell_edits_set (edits, field, value, NULL);
  tl_cell_edits_check (edits);
  g_assert_cmpuint (tl_cell_edits_get_n_refusals (edits), ==, 1);
  g_assert_cmpstr (tl_cell_edits_get_refusal (edits, 0)->reason, !=, "");
}

static void
refuse_cell (Fixture *fixture, TlItem *item, TlField field, const char *text)
{
  g_autofree char *before = ui_plan_dump (fixture->session);
  g_autofree char *after = NULL;
  TlCellEditor *editor = TL_CELL_EDITOR (tl_cell_editor_new (fixture->session, field));
  g_auto (TlValue) value = TL_VALUE_INIT;

  g_test_message ("%s: “%s”", tl_field_get_spec (field)->name, text);
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (editor));
  tl_cell_editor_set_text (editor, text);
  if (tl_cell_editor_read (editor, &value))
    {
      g_autoptr (GError) error = NULL;

      refuse_among_many (fixture, item, field, &value);
      g_assert_false (tl_command_set_field (fixture->session, item, field, &value, &error));
      tl_cell_editor_refuse (editor, error->message);
    }
  g_assert_nonnull (tl_cell_editor_get_reason (editor));
  g_assert_cmpstr (tl_cell_editor_get_reason (editor), !=, "");
  after = ui_plan_dump (fixture->session);
  g_assert_cmpstr (after, ==, before);
  gtk_box_remove (GTK_BOX (fixture->box), GTK_WIDGET (editor));
}

static void
refuse_numbers_in_cell (Fixture *fixture, TlItem *item, TlField field)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  g_autofree char *below = g_strdup_printf ("%.15g", spec->minimum - 1);
  g_autofree char *above = g_strdup_printf ("%.15g", spec->maximum + 1);

  refuse_cell (fixture, item, field, "many");
  refuse_cell (fixture, item, field, "1 2x");
  if (spec->type == TL_FIELD_TYPE_INTEGER)
    refuse_cell (fixture, item, field, "1.5");
  if (spec->minimum > -1e12)
    refuse_cell (fixture, item, field, below);
  if (spec->maximum < 1e12)
    refuse_cell (fixture, item, field, above);
}

static void
refuse_in_cell (Fixture *fixture, TlItem *item, TlField field)
{
  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      refuse_numbers_in_cell (fixture, item, field);
      break;
    case TL_FIELD_TYPE_DATE:
      refuse_cell (fixture, item, field, "2025-02-30");
      refuse_cell (fixture, item, field, "sometime");
      break;
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_REFS:
      refuse_cell (fixture, item, field, "xyzzy");
      break;
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_DATA:
    default:
      if (field == TL_SOLUTION_ADDRESS)
        refuse_cell (fixture, item, field, bad_addresses[0]);
    }
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);

  for (TlKind kind = TL_KIND_UNIT; kind < TL_KIND_SNAPSHOT; kind++)
    {
      if (tl_workspace_get_n_items (workspace, kind) == 0)
        tl_command_add (fixture->session, kind, "New");
      for (guint i = 0; i < tl_table_columns_count (kind); i++)
        {
          const TlTableColumn *column = tl_table_columns_get (kind, i);

          if (tl_table_column_is_editable (column))
            refuse_in_cell (fixture, tl_workspace_get_item (workspace, kind, 0), column->field);
        }
    }
}

/* A ring of parts is refused, however long it is. */
static void
test_ring (Fixture *fixture, gconstpointer data)
{
  TlItem *whole = tl_command_add (fixture->session, TL_KIND_UNIT, "Whole");
  TlItem *part = tl_command_add (fixture->session, TL_KIND_UNIT, "Part");
  GtkWidget *editor = tl_field_create_editor (TL_UNIT_PARENT);
  g_auto (TlValue) value = tl_value_from_text (tl_item_get_id (part));

  tl_workspace_set_ref (tl_session_get_workspace (fixture->session), part, TL_UNIT_PARENT, whole,
                        NULL);
  gtk_box_append (GTK_BOX (fixture->box), editor);
  tl_field_editor_bind (TL_FIELD_EDITOR (editor), fixture->session, whole);
  refuse_value (fixture, TL_FIELD_EDITOR (editor), &value);
}

static GtkToggleButton *
get_step (GtkWidget *editor, const char *label)
{
  GtkWidget *button = ui_find_button (editor, label);

  g_assert_nonnull (button);
  return GTK_TOGGLE_BUTTON (button);
}

/* A step is chosen by its button, and the same button takes it back. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  TlItem *objective = ui_plan_get (fixture->session, "o1");
  GtkWidget *editor = tl_field_scale_new (TL_OBJECTIVE_LEVEL);

  gtk_box_append (GTK_BOX (fixture->box), editor);
  tl_field_editor_bind (TL_FIELD_EDITOR (editor), fixture->session, objective);
  g_assert_true (gtk_toggle_button_get_active (get_step (editor, "4")));
  gtk_toggle_button_set_active (get_step (editor, "2"), TRUE);
  g_assert_cmpfloat (tl_item_get_number (objective, TL_OBJECTIVE_LEVEL), ==, 2);
  g_assert_false (gtk_toggle_button_get_active (get_step (editor, "4")));
  gtk_toggle_button_set_active (get_step (editor, "2"), FALSE);
  g_assert_false (tl_item_is_set (objective, TL_OBJECTIVE_LEVEL));
  tl_session_undo (fixture->session);
  tl_field_editor_refresh (TL_FIELD_EDITOR (editor));
  g_assert_true (gtk_toggle_button_get_active (get_step (editor, "4")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/fields/refused/%s", tl_kind_get_label (kind));

      g_test_add (path, Fixture, GINT_TO_POINTER (kind), fixture_set_up, test_kind,
                  fixture_tear_down);
    }
  g_test_add ("/fields/cells", Fixture, NULL, fixture_set_up, test_cells, fixture_tear_down);
  g_test_add ("/fields/ring", Fixture, NULL, fixture_set_up, test_ring, fixture_tear_down);
  g_test_add ("/fields/scale", Fixture, NULL, fixture_set_up, test_scale, fixture_tear_down);
  return g_test_run ();
}
