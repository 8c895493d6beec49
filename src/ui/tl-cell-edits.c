/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-cell-edits.h"

#include "tl-commands-row.h"
#include "tl-commands.h"

typedef struct
{
  TlField field;
  TlValue value;
  char *text;
  char *reason; /* why it cannot be; NULL when it can, as far as is known */
} Cell;

typedef struct
{
  TlItem *item;  /* owned; NULL for a row that is to be added */
  GArray *cells; /* of Cell */
} Row;

struct _TlCellEdits
{
  /* Owned. */
  TlSession *session;
  GPtrArray *rows;  /* of Row */
  GArray *refusals; /* of TlRefusal */
  GPtrArray *added; /* of TlItem: what applying has added */

  TlKind kind;
  guint n_changes;
  guint n_changed_rows;
  guint n_new_rows;
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  tl_value_clear (&cell->value);
  g_free (cell->text);
  g_free (cell->reason);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->item);
  g_array_unref (row->cells);
  g_free (row);
}

static void
refusal_clear (gpointer data)
{
  TlRefusal *refusal = data;

  g_clear_object (&refusal->item);
  g_free (refusal->text);
  g_free (refusal->reason);
}

static void
append_cell (TlCellEdits *self, Cell *cell)
{
  Row *row;

  g_return_if_fail (self->rows->len > 0);

  row = self->rows->pdata[self->rows->len - 1];
  g_array_append_vals (row->cells, cell, 1);
}

/* Doing it. */

/* Whether something is another now than before. */
static gboolean
do_cell (TlCellEdits *self, TlItem *item, Cell *cell)
{
  g_autoptr (GError) error = NULL;
  g_auto (TlValue) before = tl_value_copy (tl_item_get_value (item, cell->field));

  if (cell->reason != NULL)
    return FALSE;
  if (tl_command_put_field (self->session, item, cell->field, &cell->value, &error))
    return !tl_value_equal (&before, tl_item_get_value (item, cell->field));
  cell->reason = g_strdup (error->message);
  return FALSE;
}

/* A row with nothing in it is not added. */
static gboolean
has_good_cell (const Row *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_array_index (row->cells, Cell, i).reason == NULL)
      return TRUE;
  return FALSE;
}

static void
do_row (TlCellEdits *self, Row *row, TlRowMaker *maker)
{
  TlItem *item = row->item;
  guint n_changes = self->n_changes;

  if (item == NULL && !has_good_cell (row))
    return;
  if (item == NULL)
    {
      item = tl_row_maker_add (maker);
      self->n_new_rows++;
      g_ptr_array_add (self->added, g_object_ref (item));
    }
  for (guint i = 0; i < row->cells->len; i++)
    self->n_changes += do_cell (self, item, &g_array_index (row->cells, Cell, i));
  if (row->item != NULL && self->n_changes > n_changes)
    self->n_changed_rows++;
}

/* In a transaction that has begun. */
static void
do_all (TlCellEdits *self)
{
  TlRowMaker maker = TL_ROW_MAKER_INIT (self->session, self->kind);

  self->n_changes = 0;
  self->n_changed_rows = 0;
  self->n_new_rows = 0;
  g_ptr_array_set_size (self->added, 0);
  for (guint i = 0; i < self->rows->len; i++)
    do_row (self, self->rows->pdata[i], &maker);
}

static void
collect_refusals (TlCellEdits *self)
{
  g_array_set_size (self->refusals, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          Cell *cell = &g_array_index (row->cells, Cell, j);
          TlRefusal refusal = { .row = i + 1, .field = cell->field };

          if (cell->reason == NULL)
            continue;
          refusal.item = row->item != NULL ? g_object_ref (row->item) : NULL;
          refusal.text = g_strdup (cell->text);
          refusal.reason = g_strdup (cell->reason);
          g_array_append_val (self->refusals, refusal);
        }
    }
}

/**
 * tl_cell_edits_new:
 * @session: a session
 * @kind: the kind of the items whose cells are to be changed
 *
 * Returns: (transfer full): edits that do nothing yet
 */
TlCellEdits *
tl_cell_edits_new (TlSession *session, TlKind kind)
{
  TlCellEdits *self = g_new0 (TlCellEdits, 1);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->refusals = g_array_new (FALSE, FALSE, sizeof (TlRefusal));
  g_array_set_clear_func (self->refusals, refusal_clear);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
tl_cell_edits_free (TlCellEdits *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->added);
  g_array_unref (self->refusals);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * tl_cell_edits_begin_row:
 * @self: edits
 * @item: (nullable): an item of their kind; %NULL for one that is to be added
 *
 * The cells that follow are of that item.
 */
void
tl_cell_edits_begin_row (TlCellEdits *self, TlItem *item)
{
  Row *row = g_new0 (Row, 1);

  row->item = item != NULL ? g_object_ref (item) : NULL;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  g_ptr_array_add (self->rows, row);
}

/**
 * tl_cell_edits_set:
 * @self: edits in which a row has begun
 * @field: a field of their kind
 * @value: what it is to hold
 * @text: (nullable): @value as it was given, to be told when it is refused
 */
void
tl_cell_edits_set (TlCellEdits *self, TlField field, const TlValue *value, const char *text)
{
  Cell cell = { field, tl_value_copy (value), g_strdup (text), NULL };

  append_cell (self, &cell);
}

/**
 * tl_cell_edits_refuse:
 * @self: edits in which a row has begun
 * @field: a field of their kind
 * @text: what was to be there
 * @reason: why it cannot be read, in a sentence
 */
void
tl_cell_edits_refuse (TlCellEdits *self, TlField field, const char *text, const char *reason)
{
  Cell cell = { field, TL_VALUE_INIT, g_strdup (text), g_strdup (reason) };

  append_cell (self, &cell);
}

/**
 * tl_cell_edits_check:
 * @self: edits of a workspace that can be changed
 *
 * Tries the edits, one after the other as they would be done, so that what fits alone but not
 * together is found; and takes all of it back, of which nobody hears.
 */
void
tl_cell_edits_check (TlCellEdits *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  g_return_if_fail (tl_session_is_editable (self->session));

  tl_workspace_begin (workspace, "");
  do_all (self);
  tl_workspace_rollback (workspace);
  g_ptr_array_set_size (self->added, 0);
  collect_refusals (self);
}

guint
tl_cell_edits_get_n_changes (TlCellEdits *self)
{
  return self->n_changes;
}

guint
tl_cell_edits_get_n_changed_rows (TlCellEdits *self)
{
  return self->n_changed_rows;
}

guint
tl_cell_edits_get_n_new_rows (TlCellEdits *self)
{
  return self->n_new_rows;
}

guint
tl_cell_edits_get_n_refusals (TlCellEdits *self)
{
  return self->refusals->len;
}

/**
 * tl_cell_edits_get_refusal:
 * @self: edits after tl_cell_edits_check()
 * @index: less than tl_cell_edits_get_n_refusals()
 *
 * Returns: (transfer none): a cell that would be refused
 */
const TlRefusal *
tl_cell_edits_get_refusal (TlCellEdits *self, guint index)
{
  g_return_val_if_fail (index < self->refusals->len, NULL);

  return &g_array_index (self->refusals, TlRefusal, index);
}

/**
 * tl_cell_edits_apply:
 * @self: edits after tl_cell_edits_check()
 * @label: what undo takes back, translated, in header capitals
 * @leaves_out: whether to do what is good when some of it is refused
 *
 * Returns: whether it was done
 */
gboolean
tl_cell_edits_apply (TlCellEdits *self, const char *label, gboolean leaves_out)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  if (!tl_session_is_editable (self->session) || (self->refusals->len > 0 && !leaves_out))
    return FALSE;
  tl_workspace_begin (workspace, label);
  do_all (self);
  tl_workspace_commit (workspace);
  return TRUE;
}

/**
 * tl_cell_edits_get_added:
 * @self: edits after tl_cell_edits_apply()
 *
 * Returns: (transfer none) (element-type TlItem): the new rows
 */
GPtrArray *
tl_cell_edits_get_added (TlCellEdits *self)
{
  return self->added;
}
