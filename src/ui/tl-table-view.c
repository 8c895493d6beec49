/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-settings.h"
#include "tl-table-private.h"
#include "tl-table-words.h"

#define KIND_SETTING "table-kind"

enum
{
  PROP_SESSION = 1,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTableView,
                               tl_table_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_MENU_OWNER, tl_table_init_menu_owner))

/* The registers, in groups as the menu has them. */
static const TlKind kinds[][6] = {
  { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_CAUSE, TL_KIND_THEME, TL_N_KINDS },
  { TL_KIND_PROJECT, TL_KIND_LINK, TL_KIND_REQUEST, TL_KIND_SOLUTION, TL_KIND_MEASURE, TL_N_KINDS },
  { TL_KIND_PERSON, TL_KIND_UNIT, TL_N_KINDS },
  { TL_KIND_INSIGHT, TL_KIND_DECISION, TL_KIND_WAIVER, TL_KIND_NOTE, TL_N_KINDS },
  { TL_KIND_VIEW, TL_KIND_STORY, TL_KIND_STEP, TL_N_KINDS },
};

static gboolean
has_register (TlKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; kinds[i][j] != TL_N_KINDS; j++)
      if (kinds[i][j] == kind)
        return TRUE;
  return FALSE;
}

static guint
count_items (TlTableView *self, TlKind kind)
{
  return self->session != NULL
             ? tl_workspace_get_n_items (tl_session_get_workspace (self->session), kind)
             : 0;
}

/* A register and how many rows it has. */
static char *
dup_kind_label (TlTableView *self, TlKind kind)
{
  /* Translators: a kind of item and how many there are: “Projects (45)”. */
  return g_strdup_printf (C_ ("table", "%s (%u)"), tl_kind_get_plural (kind),
                          count_items (self, kind));
}

GMenuModel *
tl_table_create_kind_menu (TlTableView *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = 0; kinds[i][j] != TL_N_KINDS; j++)
        {
          g_autofree char *label = dup_kind_label (self, kinds[i][j]);
          g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

          g_menu_item_set_action_and_target (item, "table.kind", "s",
                                             tl_kind_get_spec (kinds[i][j])->array);
          g_menu_append_item (section, item);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

/* Made when it opens, with the numbers of that moment. */
static void
create_kind_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = tl_table_create_kind_menu (user_data);

  gtk_menu_button_set_menu_model (button, menu);
}

/* The line below: how many rows, and what the selected numbers make together. */

static void
append_sum (TlTableView *self, GString *text, GPtrArray *items)
{
  double sum = 0;
  guint n = 0;
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  for (guint j = first; j < first + n_columns; j++)
    {
      const TlTableColumn *column = tl_table_get_column (self, j)->column;

      if (!tl_table_column_is_numeric (column) || column->source != TL_COLUMN_FIELD)
        continue;
      for (guint i = 0; i < items->len; i++)
        {
          double number = tl_table_column_get_number (column, self->session, items->pdata[i]);

          n += !isnan (number);
          sum += isnan (number) ? 0 : number;
        }
    }
  if (n > 1)
    /* Translators: what the selected numbers of a table make together, and their mean. */
    g_string_append_printf (text, C_ ("table", " · Sum %.15g · Mean %.4g"), sum, sum / n);
}

static void
update_status (TlTableView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) selected = NULL;
  guint n = tl_table_model_get_n_items (self->model);
  guint n_all = count_items (self, tl_table_model_get_kind (self->model));

  if (self->session == NULL)
    return;
  selected = tl_table_model_dup_selected (self->model);
  if (n < n_all)
    /* Translators: so many of so many rows of a table are shown. */
    g_string_append_printf (text, C_ ("table", "%u of %u rows"), n, n_all);
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n), n);
  if (selected->len > 1)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " · %u selected", " · %u selected",
                                         selected->len),
                            selected->len);
  append_sum (self, text, selected);
  gtk_label_set_text (self->status, text->str);
}

static void
update_page (TlTableView *self)
{
  TlKind kind = tl_table_model_get_kind (self->model);
  const char *page = "rows";
  g_autofree char *title = NULL;
  g_autofree char *label = dup_kind_label (self, kind);

  if (count_items (self, kind) == 0)
    page = "empty";
  else if (tl_table_model_get_n_items (self->model) == 0)
    page = "no-match";
  /* Translators: a kind of item, such as “Projects”, of which there is none. */
  title = g_strdup_printf (C_ ("table", "No %s Yet"), tl_kind_get_plural (kind));
  gtk_label_set_text (self->empty_title, title);
  gtk_label_set_text (self->empty_words, tl_kind_get_purpose (kind));
  gtk_label_set_text (self->kind_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_kind_get_plural (kind), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tl_table_find_rows (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tl_kind_get_plural (kind), -1);
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->status), g_str_equal (page, "rows"));
}

static void
update (TlTableView *self)
{
  update_page (self);
  tl_table_update_cells (self);
  update_status (self);
}

/* Filtering. */

static GPtrArray *
collect_columns (TlTableView *self)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < tl_table_count_columns (self); i++)
    g_ptr_array_add (columns, (gpointer) tl_table_get_column (self, i)->column);
  return columns;
}

/* Other columns, or another text. */
void
tl_table_refilter (TlTableView *self)
{
  g_autoptr (GPtrArray) columns = collect_columns (self);

  tl_table_model_set_filter (self->model, gtk_editable_get_text (GTK_EDITABLE (self->filter)),
                             columns);
  update (self);
}

static void
filter_cb (TlTableView *self)
{
  tl_table_refilter (self);
  tl_table_reveal_cursor (self);
}

/* Escape gives the filter up, and a second time the entry. */
static void
stop_filter_cb (TlTableView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  else
    tl_table_focus_cursor (self);
}

static void
filter_activate_cb (TlTableView *self)
{
  tl_table_focus_cursor (self);
}

static void
columns_shown_cb (TlTableView *self)
{
  tl_table_fill_column_list (self);
}

static gboolean
place_editor_cb (TlTableView *self, GtkWidget *widget, GdkRectangle *place)
{
  return tl_table_place_editor (self, widget, place);
}

/* The cell goes on under the editor, and the editor with it. */
static void
scrolled_cb (TlTableView *self)
{
  if (self->editor != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* Following the session. */

static void
refresh_cells (TlTableView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      tl_table_cell_refresh (self->cells->pdata[i], self->session);
      tl_table_name_row (self, self->cells->pdata[i]);
    }
}

/* The row of the cursor, or the one that has taken its place. */
static void
keep_cursor (TlTableView *self, guint row)
{
  guint n = tl_table_model_get_n_items (self->model);

  if (row == GTK_INVALID_LIST_POSITION || n == 0
      || tl_table_model_find (self->model, self->cursor_item) != GTK_INVALID_LIST_POSITION)
    return;
  tl_table_put_cursor (self, tl_table_model_get_item (self->model, MIN (row, n - 1)), NULL);
}

/* Rows have come or gone by what is searched for. */
static void
lens_cb (TlTableView *self)
{
  guint row = tl_table_model_find (self->model, self->cursor_item);
  gboolean had_focus = tl_table_has_focus (self);

  if (self->is_unfilled)
    return;
  tl_table_model_look (self->model);
  keep_cursor (self, row);
  update (self);
  if (had_focus && !tl_table_has_focus (self) && self->editor == NULL)
    tl_table_focus_cursor (self);
}

static void
analysed_cb (TlTableView *self, TlTransaction *transaction)
{
  gboolean had_focus = tl_table_has_focus (self);
  guint row = tl_table_model_find (self->model, self->cursor_item);

  if (self->is_unfilled)
    return;
  if (self->edited_item != NULL && tl_item_get_workspace (self->edited_item) == NULL)
    tl_table_end_edit (self);
  tl_table_model_update (self->model, transaction);
  keep_cursor (self, row);
  refresh_cells (self);
  update (self);
  if (had_focus && !tl_table_has_focus (self) && self->editor == NULL)
    tl_table_focus_cursor (self);
}

/* What is selected elsewhere is where one goes on here. */
static void
follow_selection (TlTableView *self)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (self->session));

  if (primary == NULL || primary == self->cursor_item
      || tl_table_model_find (self->model, primary) == GTK_INVALID_LIST_POSITION)
    return;
  tl_table_put_cursor (self, primary, self->cursor_column);
  tl_table_reveal_cursor (self);
}

static void
selection_cb (TlTableView *self)
{
  /* When it comes into sight, it follows. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!self->is_moving && self->editor == NULL)
    follow_selection (self);
  tl_table_update_cells (self);
  update_status (self);
}

static void
revealed_cb (TlTableView *self, TlItem *item)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !has_register (tl_item_get_kind (item)))
    return;
  tl_table_view_show_kind (self, tl_item_get_kind (item));
  tl_table_model_keep (self->model, item);
  tl_table_put_cursor (self, item, NULL);
  tl_table_reveal_cursor (self);
  update (self);
}

/* Another kind, or another document. */

static void
fill (TlTableView *self, TlKind kind)
{
  self->is_unfilled = FALSE;
  tl_table_end_edit (self);
  g_clear_object (&self->cursor_item);
  g_clear_object (&self->anchor_item);
  self->cursor_column = NULL;
  self->anchor_column = NULL;
  tl_table_drop_columns (self);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  tl_table_model_set_source (self->model, self->session, kind);
  tl_table_build_columns (self);
  if (tl_table_count_columns (self) > 0)
    tl_table_put_cursor (self, tl_table_model_get_item (self->model, 0),
                         tl_table_get_column (self, 0)->column);
  if (self->session != NULL)
    follow_selection (self);
  update (self);
}

static void
load_settings (TlTableView *self)
{
  g_autofree char *name = NULL;
  TlKind kind;

  self->settings = tl_settings_new ();
  if (self->settings == NULL)
    return;
  name = g_settings_get_string (self->settings, KIND_SETTING);
  kind = tl_kind_from_array (name);
  if (kind != TL_N_KINDS && has_register (kind))
    tl_table_model_set_source (self->model, NULL, kind);
}

/* Whoever comes from the map with something selected wants to see that. */
static void
tl_table_view_map (GtkWidget *widget)
{
  TlTableView *self = TL_TABLE_VIEW (widget);
  TlItem *primary;

  GTK_WIDGET_CLASS (tl_table_view_parent_class)->map (widget);

  if (self->session == NULL)
    return;
  if (self->is_unfilled)
    fill (self, tl_table_model_get_kind (self->model));
  primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  if (primary != NULL && has_register (tl_item_get_kind (primary)))
    tl_table_view_show_kind (self, tl_item_get_kind (primary));
  follow_selection (self);
  tl_table_update_cells (self);
  update_status (self);
  tl_table_reveal_cursor (self);
}

static void
tl_table_view_unmap (GtkWidget *widget)
{
  tl_table_end_edit (TL_TABLE_VIEW (widget));

  GTK_WIDGET_CLASS (tl_table_view_parent_class)->unmap (widget);
}

static gboolean
contains_focus (TlTableView *self, GtkWidget *widget)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == widget
         && tl_table_has_focus (self) == (widget == GTK_WIDGET (self->stack));
}

/* The cells are one stop of Tab: within, one goes by arrows. */
static gboolean
tl_table_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlTableView *self = TL_TABLE_VIEW (widget);
  gboolean shows_rows = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "rows") == 0;

  if (!shows_rows || self->editor != NULL
      || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (tl_table_view_parent_class)->focus (widget, direction);
  if (contains_focus (self, GTK_WIDGET (self->stack)))
    return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (self->bar, direction);
  if (gtk_widget_get_focus_child (widget) == self->bar)
    return gtk_widget_child_focus (self->bar, direction)
           || (direction == GTK_DIR_TAB_FORWARD && tl_table_focus_cursor (self));
  return tl_table_focus_cursor (self) || gtk_widget_child_focus (self->bar, direction);
}

static gboolean
tl_table_view_grab_focus (GtkWidget *widget)
{
  TlTableView *self = TL_TABLE_VIEW (widget);

  return tl_table_focus_cursor (self) || gtk_widget_grab_focus (GTK_WIDGET (self->kind_button));
}

static void
tl_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlTableView *self = TL_TABLE_VIEW (widget);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_layout_manager_allocate (layout, widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->context_menu));
}

static void
tl_table_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlTableView *self = TL_TABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_KIND:
      /* Actions on properties ask before there is anything. */
      if (self->model != NULL)
        g_value_set_string (value, tl_kind_get_spec (tl_table_model_get_kind (self->model))->array);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_table_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlTableView *self = TL_TABLE_VIEW (object);
  TlKind kind;

  switch (prop_id)
    {
    case PROP_SESSION:
      tl_table_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_KIND:
      kind = tl_kind_from_array (g_value_get_string (value));
      if (kind != TL_N_KINDS && has_register (kind))
        tl_table_view_show_kind (self, kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_table_view_dispose (GObject *object)
{
  TlTableView *self = TL_TABLE_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->lens_signals);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->columns != NULL)
    {
      tl_table_end_edit (self);
      tl_table_drop_columns (self);
      gtk_column_view_set_model (self->table, NULL);
      tl_table_model_set_source (self->model, NULL, TL_KIND_PROJECT);
    }
  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->cursor_item);
  g_clear_object (&self->anchor_item);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_table_view_parent_class)->dispose (object);
}

static void
tl_table_view_finalize (GObject *object)
{
  g_ptr_array_unref (TL_TABLE_VIEW (object)->cells);

  G_OBJECT_CLASS (tl_table_view_parent_class)->finalize (object);
}

static void
tl_table_view_class_init (TlTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tl_table_view_dispose;
  object_class->finalize = tl_table_view_finalize;
  object_class->get_property = tl_table_view_get_property;
  object_class->set_property = tl_table_view_set_property;
  widget_class->map = tl_table_view_map;
  widget_class->unmap = tl_table_view_unmap;
  widget_class->focus = tl_table_view_focus;
  widget_class->grab_focus = tl_table_view_grab_focus;
  widget_class->size_allocate = tl_table_view_size_allocate;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tl_table_install_actions (widget_class);
  tl_table_install_columns (widget_class);
  gtk_widget_class_install_property_action (widget_class, "table.kind", "kind");

  gtk_widget_class_set_css_name (widget_class, "tableview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTableView, bar);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, kind_button);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, kind_label);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, filter);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, columns_list);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, table);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, empty_title);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, empty_words);
  gtk_widget_class_bind_template_child (widget_class, TlTableView, status);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_editor_cb);
}

/* What was chosen may have opened an editor or a window, which has the keyboard then. */
static void
menu_closed_cb (TlTableView *self)
{
  if (self->editor == NULL)
    tl_table_focus_cursor (self);
}

static void
set_up_menu (TlTableView *self)
{
  self->context_menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  g_signal_connect_object (self->context_menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->kind_button, create_kind_menu_cb, self, NULL);
}

static void
set_up_signals (TlTableView *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "revealed", G_CALLBACK (revealed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_cb),
                                  self);
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (lens_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (tl_table_queue_reveal), self,
                           G_CONNECT_SWAPPED);
}

static void
tl_table_view_init (TlTableView *self)
{
  GtkLayoutManager *layout;

  self->cells = g_ptr_array_new ();
  self->model = tl_table_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("table", "Table"), -1);
  /* The row of headers has no name of its own either. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->table))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("table", "Column headers"),
                                  -1);
  tl_table_watch_columns (self);
  set_up_menu (self);
  tl_table_add_controllers (self);
  set_up_signals (self);
  load_settings (self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->model));
  update (self);
}

/**
 * tl_table_view_new:
 *
 * Returns: (transfer floating): a table of nothing
 */
GtkWidget *
tl_table_view_new (void)
{
  return g_object_new (TL_TYPE_TABLE_VIEW, NULL);
}

/**
 * tl_table_view_set_session:
 * @self: a table view
 * @session: (nullable): whose document to show
 */
void
tl_table_view_set_session (TlTableView *self, TlSession *session)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  if (self->session == session)
    return;
  tl_table_end_edit (self);
  tl_table_drop_columns (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? tl_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->lens_signals,
                             session != NULL ? tl_session_get_lens (session) : NULL);
  tl_table_model_set_source (self->model, NULL, tl_table_model_get_kind (self->model));
  self->is_unfilled = TRUE;
  if (session == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self, tl_table_model_get_kind (self->model));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * tl_table_view_get_kind:
 * @self: a table view
 *
 * Returns: the kind whose register is shown
 */
TlKind
tl_table_view_get_kind (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), TL_N_KINDS);

  return tl_table_model_get_kind (self->model);
}

/**
 * tl_table_view_show_kind:
 * @self: a table view
 * @kind: a kind of which there can be many
 */
void
tl_table_view_show_kind (TlTableView *self, TlKind kind)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self) && has_register (kind));

  if (tl_table_model_get_kind (self->model) == kind)
    return;
  fill (self, kind);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, KIND_SETTING, tl_kind_get_spec (kind)->array);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

/**
 * tl_table_view_select_all:
 * @self: a table view
 *
 * Selects all rows that are shown, in all columns.
 */
void
tl_table_view_select_all (TlTableView *self)
{
  guint n_columns;

  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  n_columns = tl_table_count_columns (self);
  if (self->session == NULL || n_columns == 0)
    return;
  self->anchor_column = tl_table_get_column (self, 0)->column;
  self->cursor_column = tl_table_get_column (self, n_columns - 1)->column;
  self->is_moving = TRUE;
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->model));
  self->is_moving = FALSE;
}

/**
 * tl_table_view_begin_edit:
 * @self: a table view
 * @item: an item
 * @field: a field of its kind
 *
 * Shows the item's register, and has the user edit the field in it.
 */
void
tl_table_view_begin_edit (TlTableView *self, TlItem *item, TlField field)
{
  const TlTableColumn *column;

  g_return_if_fail (TL_IS_TABLE_VIEW (self) && TL_IS_ITEM (item));

  column = tl_table_columns_find_field (tl_item_get_kind (item), field);
  if (column == NULL || !has_register (tl_item_get_kind (item)))
    return;
  tl_table_view_show_kind (self, tl_item_get_kind (item));
  tl_table_show_column (self, column, TRUE);
  tl_table_move_cursor (self, item, column, FALSE);
  tl_table_begin_edit (self, NULL);
}
