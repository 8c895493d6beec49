/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-table-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-compat.h"
#include "tl-item-words.h"
#include "tl-style.h"

/* What is laid out of a text; a longer one would take long, and is cut off by the column anyway. */
#define SHOWN_CHARACTERS_MAX 240
/* Whole numbers from here on get blanks between thousands. */
#define GROUPED_DIGITS_MIN 5
#define DIGITS_OF_A_GROUP 3
#define THIN_SPACE "\xe2\x80\x89"
#define FLAG_SIGN "▲"

struct _TlTableCell
{
  GtkWidget parent_instance;

  /* Owned. */
  TlItem *item; /* NULL while nothing is shown */
  char *text;
  PangoLayout *layout; /* NULL until it is drawn */

  /* Borrowed. */
  const TlTableColumn *column;

  guint is_in_block : 1;
  guint is_cursor : 1;
};

G_DEFINE_FINAL_TYPE (TlTableCell, tl_table_cell, GTK_TYPE_WIDGET)

static gboolean
is_number (TlTableCell *self)
{
  return self->column->source == TL_COLUMN_FIELD && tl_table_column_is_numeric (self->column);
}

static char *
dup_grouped (const char *number)
{
  gsize n_sign = strspn (number, "-");
  gsize n_digits = strspn (number + n_sign, "0123456789");
  g_autoptr (GString) grouped = g_string_new (number);

  if (n_digits < GROUPED_DIGITS_MIN)
    return g_strdup (number);
  for (gsize left = n_digits; left > DIGITS_OF_A_GROUP; left -= DIGITS_OF_A_GROUP)
    g_string_insert (grouped, (gssize) (n_sign + left - DIGITS_OF_A_GROUP), THIN_SPACE);
  return g_string_free (g_steal_pointer (&grouped), FALSE);
}

static char *
dup_line (const char *text)
{
  const char *end = text;
  char *line;

  for (guint i = 0; i < SHOWN_CHARACTERS_MAX && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  line = g_strndup (text, (gsize) (end - text));
  return g_strdelimit (line, "\n\r\t", ' ');
}

static PangoLayout *
ensure_layout (TlTableCell *self)
{
  g_autofree char *shown = NULL;

  if (self->layout != NULL)
    return self->layout;
  shown = is_number (self) ? dup_grouped (self->text) : dup_line (self->text);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shown);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  tl_style_align_layout (self->layout, gtk_widget_get_direction (GTK_WIDGET (self)),
                         tl_table_column_is_numeric (self->column));
  return self->layout;
}

static void
update_name (TlTableCell *self)
{
  g_autofree char *column = tl_table_column_dup_label (self->column);
  g_autofree char *row = tl_item_dup_name (self->item);
  g_autofree char *name = NULL;

  /* Translators: a cell of a table, for screen readers: the column, the title of the row, and what
   * stands there: “Days, row Field certification: 90”. */
  name = g_strdup_printf (C_ ("cell", "%s, row %s: %s"), column, row,
                          /* Translators: nothing stands in a cell, for screen readers. */
                          *self->text != '\0' ? self->text : C_ ("cell", "empty"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Amber belongs to what is not aligned, with its sign. */
static void
update_flag (TlTableCell *self)
{
  if (self->column->source == TL_COLUMN_STANDING)
    set_class (GTK_WIDGET (self), "flagged", g_str_has_prefix (self->text, FLAG_SIGN));
}

/* The style sheet gives the height, by the size of the font; columns give the width. */
static void
tl_table_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
tl_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlTableCell *self = TL_TABLE_CELL (widget);
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout;
  GdkRGBA color;
  int height;

  if (self->item == NULL || *self->text == '\0' || width <= 0)
    return;
  layout = ensure_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  tl_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0,
                                                (float) ((gtk_widget_get_height (widget) - height)
                                                         / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* What is cut off can be read all the same. */
static gboolean
tl_table_cell_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  TlTableCell *self = TL_TABLE_CELL (widget);

  if (self->layout == NULL
      || (!pango_layout_is_ellipsized (self->layout) && strchr (self->text, '\n') == NULL))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
forget_layout (TlTableCell *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tl_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_table_cell_parent_class)->css_changed (widget, change);
  forget_layout (TL_TABLE_CELL (widget));
}

static void
tl_table_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (tl_table_cell_parent_class)->direction_changed (widget, previous);
  forget_layout (TL_TABLE_CELL (widget));
}

static void
tl_table_cell_dispose (GObject *object)
{
  TlTableCell *self = TL_TABLE_CELL (object);

  g_clear_object (&self->item);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tl_table_cell_parent_class)->dispose (object);
}

static void
tl_table_cell_class_init (TlTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_table_cell_dispose;
  widget_class->measure = tl_table_cell_measure;
  widget_class->snapshot = tl_table_cell_snapshot;
  widget_class->query_tooltip = tl_table_cell_query_tooltip;
  widget_class->css_changed = tl_table_cell_css_changed;
  widget_class->direction_changed = tl_table_cell_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tl_table_cell_init (TlTableCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->text = g_strdup ("");
}

/**
 * tl_table_cell_new:
 * @column: the column in which it stands
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
tl_table_cell_new (const TlTableColumn *column)
{
  TlTableCell *self = g_object_new (TL_TYPE_TABLE_CELL, NULL);

  self->column = column;
  if (tl_table_column_is_numeric (column))
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  if (!tl_table_column_is_editable (column))
    gtk_widget_add_css_class (GTK_WIDGET (self), "computed");
  if (column->field == TL_ITEM_TITLE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "row-title");
  return GTK_WIDGET (self);
}

/**
 * tl_table_cell_bind:
 * @self: a cell
 * @session: a session
 * @item: the item whose row it is in from now on
 */
void
tl_table_cell_bind (TlTableCell *self, TlSession *session, TlItem *item)
{
  g_return_if_fail (TL_IS_TABLE_CELL (self) && TL_IS_ITEM (item));

  g_set_object (&self->item, item);
  g_free (self->text);
  self->text = tl_table_column_dup_text (self->column, session, item);
  forget_layout (self);
  update_name (self);
  update_flag (self);
}

void
tl_table_cell_unbind (TlTableCell *self)
{
  g_clear_object (&self->item);
}

/**
 * tl_table_cell_refresh:
 * @self: a cell with an item
 * @session: its session
 *
 * The document has changed; mostly elsewhere.
 */
void
tl_table_cell_refresh (TlTableCell *self, TlSession *session)
{
  g_autofree char *text = NULL;

  if (self->item == NULL || tl_item_get_workspace (self->item) == NULL)
    return;
  text = tl_table_column_dup_text (self->column, session, self->item);
  if (strcmp (text, self->text) != 0)
    tl_table_cell_bind (self, session, self->item);
}

/**
 * tl_table_cell_set_in_block:
 * @self: a cell
 * @is_in_block: whether it is one of several that are selected
 */
void
tl_table_cell_set_in_block (TlTableCell *self, gboolean is_in_block)
{
  if (self->is_in_block == is_in_block)
    return;
  self->is_in_block = is_in_block;
  set_class (GTK_WIDGET (self), "in-block", is_in_block);
}

/**
 * tl_table_cell_set_cursor:
 * @self: a cell
 * @is_cursor: whether keys are about it when the table has the keyboard
 */
void
tl_table_cell_set_cursor (TlTableCell *self, gboolean is_cursor)
{
  if (self->is_cursor == is_cursor)
    return;
  self->is_cursor = is_cursor;
  set_class (GTK_WIDGET (self), "cursor", is_cursor);
}

const TlTableColumn *
tl_table_cell_get_column (TlTableCell *self)
{
  return self->column;
}

TlItem *
tl_table_cell_get_item (TlTableCell *self)
{
  return self->item;
}

const char *
tl_table_cell_get_text (TlTableCell *self)
{
  return self->text;
}
