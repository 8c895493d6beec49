/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"
#include "tl-table-private.h"

/* The columns of the table. Those that are not shown are not in the column view: it makes cells for
 * hidden columns, too. */

#define SETTING "table-columns"
#define WIDTH_MIN 48 /* pixels */
#define WIDTH_MAX 2000
#define SAVE_DELAY_MS 400
#define SORT_MAX 8

static void
shown_column_free (gpointer data)
{
  TlShownColumn *shown = data;

  g_object_unref (shown->widget);
  g_free (shown);
}

static gboolean
is_in_table (TlShownColumn *shown)
{
  return gtk_column_view_column_get_column_view (shown->widget) != NULL;
}

/* Cells. */

static void
setup_cb (TlShownColumn *shown, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_table_cell_new (shown->column));
}

/* The first cell of a row gives it its name. */
void
tl_table_name_row (TlTableView *self, TlTableCell *cell)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (cell));
  GtkWidget *row = place != NULL ? gtk_widget_get_parent (place) : NULL;
  g_autofree char *name = NULL;

  if (row == NULL || tl_table_find_column (self, tl_table_cell_get_column (cell)) != 0)
    return;
  name = tl_item_dup_name (tl_table_cell_get_item (cell));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (TlShownColumn *shown, GtkListItem *item)
{
  TlTableCell *cell = TL_TABLE_CELL (gtk_list_item_get_child (item));

  tl_table_cell_bind (cell, shown->view->session, gtk_list_item_get_item (item));
  g_ptr_array_add (shown->view->cells, cell);
  tl_table_mark_cell (shown->view, cell);
  tl_table_name_row (shown->view, cell);
}

static void
unbind_cb (TlShownColumn *shown, GtkListItem *item)
{
  TlTableCell *cell = TL_TABLE_CELL (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (shown->view->cells, cell);
  tl_table_cell_unbind (cell);
}

static GtkListItemFactory *
create_factory (TlShownColumn *shown)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), shown);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), shown);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), shown);
  return factory;
}

/* Sorting. The column view knows by which columns the user wants to sort, and how; older toolkits
 * do not tell. Its sorter asks the sorters of the columns, so the order can be found out by having
 * them answer one by one. The model does the sorting. */

static int
answer_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ((TlShownColumn *) user_data)->answer;
}

static GtkOrdering
ask (TlTableView *self)
{
  return gtk_sorter_compare (gtk_column_view_get_sorter (self->table), self, self->table);
}

/* Whether the view sorts by @shown: smaller upwards, larger downwards. */
static GtkOrdering
find_direction (TlTableView *self, TlShownColumn *shown)
{
  GtkOrdering direction;

  shown->answer = GTK_ORDERING_SMALLER;
  direction = ask (self);
  shown->answer = GTK_ORDERING_EQUAL;
  return direction;
}

/* Whether what @a says comes before what @b says. Both sort, each in the direction it is given. */
static gboolean
comes_before (TlTableView *self, TlShownColumn *a, TlShownColumn *b)
{
  GtkOrdering direction = find_direction (self, a);
  GtkOrdering other = find_direction (self, b);
  GtkOrdering first;

  a->answer = direction;
  b->answer = -other;
  first = ask (self);
  a->answer = GTK_ORDERING_EQUAL;
  b->answer = GTK_ORDERING_EQUAL;
  return first == GTK_ORDERING_SMALLER;
}

static guint
collect_sort (TlTableView *self, TlShownColumn **sorted)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len && n < SORT_MAX; i++)
    {
      TlShownColumn *shown = self->columns->pdata[i];
      guint at = n;

      if (!is_in_table (shown) || find_direction (self, shown) == GTK_ORDERING_EQUAL)
        continue;
      for (; at > 0 && comes_before (self, shown, sorted[at - 1]); at--)
        sorted[at] = sorted[at - 1];
      sorted[at] = shown;
      n++;
    }
  return n;
}

static void
sorter_changed_cb (TlTableView *self)
{
  TlShownColumn *sorted[SORT_MAX];
  TlTableSort sort[SORT_MAX];
  gboolean had_focus = tl_table_has_focus (self);
  guint n;

  if (self->is_arranging)
    return;
  n = collect_sort (self, sorted);
  for (guint i = 0; i < n; i++)
    sort[i] = (TlTableSort) { sorted[i]->column,
                              find_direction (self, sorted[i]) == GTK_ORDERING_LARGER };
  self->sorts[tl_table_model_get_kind (self->model)] = n > 0 ? sort[0] : (TlTableSort) { NULL };
  tl_table_model_set_sort (self->model, sort, n);
  tl_table_update_cells (self);
  if (had_focus)
    tl_table_focus_cursor (self);
  else
    tl_table_reveal_cursor (self);
}

static void
sort_by (TlTableView *self, const TlTableColumn *column, gboolean is_descending)
{
  guint at = tl_table_find_column (self, column);

  if (at == GTK_INVALID_LIST_POSITION)
    return;
  gtk_column_view_sort_by_column (self->table, tl_table_get_column (self, at)->widget,
                                  is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* What is remembered: for each kind, the columns in their order, whether each is shown, and how
 * wide it is. It is the user's and not the document's: columns are how somebody likes to look at
 * things, a plan that is opened by two must not differ by it. */

static gboolean
save_cb (gpointer user_data)
{
  TlTableView *self = user_data;
  TlKind kind = tl_table_model_get_kind (self->model);
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, SETTING);
  GVariantBuilder columns;
  GVariantBuilder all;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  self->save_source = 0;
  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(sbi)"));
  for (guint i = 0; i < self->columns->len; i++)
    {
      TlShownColumn *shown = self->columns->pdata[i];

      g_variant_builder_add (&columns, "(sbi)", shown->column->name, is_in_table (shown),
                             gtk_column_view_column_get_fixed_width (shown->widget));
    }
  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{sa(sbi)}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "{&s@a(sbi)}", &name, &value))
    if (!g_str_equal (name, tl_kind_get_spec (kind)->array))
      g_variant_builder_add (&all, "{s@a(sbi)}", name, value);
  g_variant_builder_add (&all, "{sa(sbi)}", tl_kind_get_spec (kind)->array, &columns);
  g_settings_set_value (self->settings, SETTING, g_variant_builder_end (&all));
  return G_SOURCE_REMOVE;
}

/* Soon, not now: a drag of an edge changes the width many times. */
void
tl_table_save_columns (TlTableView *self)
{
  if (self->settings == NULL || self->is_arranging || self->save_source != 0)
    return;
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
save_now (TlTableView *self)
{
  if (self->save_source == 0)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  save_cb (self);
}

static GVariant *
load_columns (TlTableView *self, TlKind kind)
{
  g_autoptr (GVariant) all = NULL;

  if (self->settings == NULL)
    return NULL;
  all = g_settings_get_value (self->settings, SETTING);
  return g_variant_lookup_value (all, tl_kind_get_spec (kind)->array, G_VARIANT_TYPE ("a(sbi)"));
}

/* Building. */

static void
width_cb (TlTableView *self)
{
  tl_table_save_columns (self);
}

static GMenuModel *
create_header_menu (const TlTableColumn *column)
{
  static const struct
  {
    const char *label;
    const char *action;
    int argument;
  } rows[] = {
    { NC_ ("table menu", "Sort Upwards"), "table.sort", FALSE },
    { NC_ ("table menu", "Sort Downwards"), "table.sort", TRUE },
    { NC_ ("table menu", "Move Towards the Start"), "table.move-column", -1 },
    { NC_ ("table menu", "Move Towards the End"), "table.move-column", 1 },
    { NC_ ("table menu", "Hide Column"), "table.hide-column", 0 },
  };
  GMenu *menu = g_menu_new ();
  GMenu *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (g_dpgettext2 (GETTEXT_PACKAGE, "table menu", rows[i].label), NULL);
      gboolean begins = i == 0 || !g_str_equal (rows[i].action, rows[i - 1].action);

      if (g_str_equal (rows[i].action, "table.sort"))
        g_menu_item_set_action_and_target (item, rows[i].action, "(sb)", column->name,
                                           rows[i].argument);
      else if (g_str_equal (rows[i].action, "table.move-column"))
        g_menu_item_set_action_and_target (item, rows[i].action, "(si)", column->name,
                                           rows[i].argument);
      else
        g_menu_item_set_action_and_target (item, rows[i].action, "s", column->name);
      if (begins)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_append_item (section, item);
    }
  g_clear_object (&section);
  return G_MENU_MODEL (menu);
}

static TlShownColumn *
add_column (TlTableView *self, const TlTableColumn *column, int width)
{
  TlShownColumn *shown = g_new0 (TlShownColumn, 1);
  g_autofree char *label = tl_table_column_dup_label (column);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (answer_cb, shown, NULL));
  g_autoptr (GMenuModel) menu = create_header_menu (column);

  shown->view = self;
  shown->column = column;
  shown->widget = gtk_column_view_column_new (label, create_factory (shown));
  gtk_column_view_column_set_resizable (shown->widget, TRUE);
  gtk_column_view_column_set_fixed_width (shown->widget, CLAMP (width, WIDTH_MIN, WIDTH_MAX));
  gtk_column_view_column_set_sorter (shown->widget, sorter);
  gtk_column_view_column_set_header_menu (shown->widget, menu);
  g_signal_connect_object (shown->widget, "notify::fixed-width", G_CALLBACK (width_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->columns, shown);
  return shown;
}

static gboolean
has_column (TlTableView *self, const TlTableColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((TlShownColumn *) self->columns->pdata[i])->column == column)
      return TRUE;
  return FALSE;
}

static void
restore_columns (TlTableView *self, TlKind kind, GVariant *saved)
{
  GVariantIter iter;
  const char *name;
  gboolean is_shown;
  int width;

  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_loop (&iter, "(&sbi)", &name, &is_shown, &width))
    {
      const TlTableColumn *column = tl_table_columns_find (kind, name);
      TlShownColumn *shown;

      if (column == NULL || has_column (self, column))
        continue;
      shown = add_column (self, column, width);
      if (is_shown)
        gtk_column_view_append_column (self->table, shown->widget);
    }
}

static void
add_defaults (TlTableView *self, TlKind kind, gboolean shows_them)
{
  for (guint i = 0; i < tl_table_columns_count (kind); i++)
    {
      const TlTableColumn *column = tl_table_columns_get (kind, i);
      TlShownColumn *shown;

      if (has_column (self, column))
        continue;
      shown = add_column (self, column, tl_table_column_get_width (column));
      if (column->is_shown && shows_them)
        gtk_column_view_append_column (self->table, shown->widget);
    }
}

/* The order in which the user has dragged them, for those that are shown; the others stay behind
 * the one they stood behind. */
static void
columns_changed_cb (TlTableView *self)
{
  GListModel *in_table = gtk_column_view_get_columns (self->table);
  guint next = 0;

  if (self->is_arranging)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) widget = NULL;
      guint at = i;

      if (!is_in_table (self->columns->pdata[i]))
        continue;
      widget = g_list_model_get_item (in_table, next++);
      while (at < self->columns->len
             && ((TlShownColumn *) self->columns->pdata[at])->widget != widget)
        at++;
      if (at < self->columns->len)
        {
          gpointer swap = self->columns->pdata[i];

          self->columns->pdata[i] = self->columns->pdata[at];
          self->columns->pdata[at] = swap;
        }
    }
  tl_table_update_cells (self);
  tl_table_save_columns (self);
}

/* Cells hear from their columns, so the columns go last. */
void
tl_table_drop_columns (TlTableView *self)
{
  GListModel *in_table = gtk_column_view_get_columns (self->table);

  save_now (self);
  self->is_arranging = TRUE;
  while (g_list_model_get_n_items (in_table) > 0)
    {
      g_autoptr (GtkColumnViewColumn) widget = g_list_model_get_item (in_table, 0);

      gtk_column_view_remove_column (self->table, widget);
    }
  g_ptr_array_set_size (self->columns, 0);
  self->is_arranging = FALSE;
}

/* Puts in the columns of the kind that the model has. */
void
tl_table_build_columns (TlTableView *self)
{
  TlKind kind = tl_table_model_get_kind (self->model);
  g_autoptr (GVariant) saved = load_columns (self, kind);
  TlTableSort sort = self->sorts[kind];

  self->is_arranging = TRUE;
  if (saved != NULL)
    restore_columns (self, kind, saved);
  add_defaults (self, kind, saved == NULL || tl_table_count_columns (self) == 0);
  self->is_arranging = FALSE;
  if (sort.column != NULL)
    sort_by (self, sort.column, sort.is_descending);
}

/* To be called once, when the table is there. */
void
tl_table_watch_columns (TlTableView *self)
{
  self->columns = g_ptr_array_new_with_free_func (shown_column_free);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->table), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
}

guint
tl_table_count_columns (TlTableView *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->table));
}

/* The column that is shown at that place. */
TlShownColumn *
tl_table_get_column (TlTableView *self, guint index)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (is_in_table (self->columns->pdata[i]) && index-- == 0)
      return self->columns->pdata[i];
  return NULL;
}

/* Its place among those that are shown. */
guint
tl_table_find_column (TlTableView *self, const TlTableColumn *column)
{
  guint place = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TlShownColumn *shown = self->columns->pdata[i];

      if (shown->column == column)
        return is_in_table (shown) ? place : GTK_INVALID_LIST_POSITION;
      place += is_in_table (shown);
    }
  return GTK_INVALID_LIST_POSITION;
}

static TlShownColumn *
find_shown (TlTableView *self, const TlTableColumn *column, guint *index, guint *place)
{
  *place = 0;
  for (*index = 0; *index < self->columns->len; (*index)++)
    {
      TlShownColumn *shown = self->columns->pdata[*index];

      if (shown->column == column)
        return shown;
      *place += is_in_table (shown);
    }
  return NULL;
}

static void
columns_arranged (TlTableView *self)
{
  self->is_arranging = FALSE;
  if (tl_table_find_column (self, self->cursor_column) == GTK_INVALID_LIST_POSITION)
    {
      TlShownColumn *first = tl_table_get_column (self, 0);

      self->cursor_column = self->anchor_column = first != NULL ? first->column : NULL;
    }
  if (tl_table_model_is_filtered (self->model))
    tl_table_refilter (self);
  tl_table_update_cells (self);
  tl_table_save_columns (self);
}

/* The last column stays: without one there would be nothing to click on. */
void
tl_table_show_column (TlTableView *self, const TlTableColumn *column, gboolean is_shown)
{
  guint index;
  guint place;
  TlShownColumn *shown = find_shown (self, column, &index, &place);

  if (shown == NULL || is_in_table (shown) == is_shown
      || (!is_shown && tl_table_count_columns (self) == 1))
    return;
  self->is_arranging = TRUE;
  if (is_shown)
    gtk_column_view_insert_column (self->table, place, shown->widget);
  else
    gtk_column_view_remove_column (self->table, shown->widget);
  columns_arranged (self);
  if (!is_shown)
    sorter_changed_cb (self);
}

static void
move_column (TlTableView *self, const TlTableColumn *column, int direction)
{
  guint index;
  guint place;
  TlShownColumn *shown = find_shown (self, column, &index, &place);
  guint last = self->columns->len - 1;

  if (shown == NULL || (direction < 0 && index == 0) || (direction > 0 && index == last))
    return;
  self->is_arranging = TRUE;
  g_ptr_array_steal_index (self->columns, index);
  g_ptr_array_insert (self->columns, (int) index + direction, shown);
  if (is_in_table (shown))
    {
      guint to = tl_table_find_column (self, column);

      if (to != place)
        gtk_column_view_insert_column (self->table, to, shown->widget);
    }
  columns_arranged (self);
}

/* The list of columns in the popover. */

static void
toggled_cb (GtkCheckButton *check, TlTableView *self)
{
  const TlTableColumn *column = g_object_get_data (G_OBJECT (check), "tl-column");

  tl_table_show_column (self, column, gtk_check_button_get_active (check));
  /* The last one stays. */
  if (tl_table_find_column (self, column) != GTK_INVALID_LIST_POSITION)
    gtk_check_button_set_active (check, TRUE);
}

static GtkWidget *
create_move_button (TlTableView *self, TlShownColumn *shown, int direction)
{
  gboolean is_up = direction < 0;
  GtkWidget *button = gtk_button_new_from_icon_name (is_up ? "go-up-symbolic" : "go-down-symbolic");
  g_autofree char *label = tl_table_column_dup_label (shown->column);
  g_autofree char *name = NULL;

  if (is_up)
    /* Translators: the name of a column. */
    name = g_strdup_printf (C_ ("table", "Move %s Up"), label);
  else
    /* Translators: the name of a column. */
    name = g_strdup_printf (C_ ("table", "Move %s Down"), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.move-column");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(si)", shown->column->name,
                                    direction);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  return button;
}

static GtkWidget *
create_list_row (TlTableView *self, TlShownColumn *shown)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *label = tl_table_column_dup_label (shown->column);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_in_table (shown));
  g_object_set_data (G_OBJECT (check), "tl-column", (gpointer) shown->column);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), create_move_button (self, shown, -1));
  gtk_box_append (GTK_BOX (row), create_move_button (self, shown, 1));
  return row;
}

/* Fills the popover with the columns of the kind as they are. */
void
tl_table_fill_column_list (TlTableView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_list))) != NULL)
    gtk_box_remove (self->columns_list, child);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_box_append (self->columns_list, create_list_row (self, self->columns->pdata[i]));
}

/* A row of the list goes where its column goes, and keeps the keyboard. */
static void
move_list_row (TlTableView *self, guint from, guint to)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->columns_list));
  GtkWidget *other;

  for (guint i = 0; i < MIN (from, to) && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  other = row != NULL ? gtk_widget_get_next_sibling (row) : NULL;
  if (other != NULL)
    gtk_box_reorder_child_after (self->columns_list, from < to ? row : other,
                                 from < to ? other : gtk_widget_get_prev_sibling (row));
}

/* Actions. */

static const TlTableColumn *
find_named (TlTableView *self, const char *name)
{
  return tl_table_columns_find (tl_table_model_get_kind (self->model), name);
}

static void
sort_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlTableView *self = TL_TABLE_VIEW (widget);
  const char *name;
  gboolean is_descending;

  g_variant_get (parameter, "(&sb)", &name, &is_descending);
  sort_by (self, find_named (self, name), is_descending);
}

static void
unsort_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_column_view_sort_by_column (TL_TABLE_VIEW (widget)->table, NULL, GTK_SORT_ASCENDING);
}

static void
move_column_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlTableView *self = TL_TABLE_VIEW (widget);
  const char *name;
  int direction;
  guint before;
  guint after;
  guint place;

  g_variant_get (parameter, "(&si)", &name, &direction);
  find_shown (self, find_named (self, name), &before, &place);
  move_column (self, find_named (self, name), direction);
  find_shown (self, find_named (self, name), &after, &place);
  if (before != after)
    move_list_row (self, before, after);
}

static void
hide_column_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlTableView *self = TL_TABLE_VIEW (widget);

  tl_table_show_column (self, find_named (self, g_variant_get_string (parameter, NULL)), FALSE);
}

static void
reset_columns_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlTableView *self = TL_TABLE_VIEW (widget);

  tl_table_drop_columns (self);
  self->is_arranging = TRUE;
  add_defaults (self, tl_table_model_get_kind (self->model), TRUE);
  columns_arranged (self);
  sorter_changed_cb (self);
  tl_table_fill_column_list (self);
}

static void
columns_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (TL_TABLE_VIEW (widget)->columns_button);
}

void
tl_table_install_columns (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.sort", "(sb)", sort_cb);
  gtk_widget_class_install_action (widget_class, "table.unsort", NULL, unsort_cb);
  gtk_widget_class_install_action (widget_class, "table.move-column", "(si)", move_column_cb);
  gtk_widget_class_install_action (widget_class, "table.hide-column", "s", hide_column_cb);
  gtk_widget_class_install_action (widget_class, "table.reset-columns", NULL, reset_columns_cb);
  gtk_widget_class_install_action (widget_class, "table.columns", NULL, columns_cb);
}
