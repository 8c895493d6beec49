/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-matrix-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-style.h"

#define LEAST_WIDTH 280
#define LEAST_HEIGHT 240
#define KEPT_LINES 20000.0 /* rows and columns whose texts may be kept laid out */

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_FOLDED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE_WITH_CODE (TlMatrixGrid,
                               tl_matrix_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (TL_TYPE_MENU_OWNER,
                                                          tl_matrix_grid_init_menu_owner))

static void
notify_folded (TlMatrixGrid *self)
{
  g_object_notify (G_OBJECT (self), "folded");
}

/* The matrix. */

static void
describe (TlMatrixGrid *self)
{
  g_autofree char *description = tl_matrix_describe (self->matrix);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static gboolean
shows_cb (TlItem *item, gpointer user_data)
{
  return tl_lens_get_emphasis (user_data, item) != TL_LENS_HIDDEN;
}

static void
replace_matrix (TlMatrixGrid *self)
{
  g_autoptr (TlMatrix) previous = g_steal_pointer (&self->matrix);
  TlMatrixOptions options = {
    .order = self->order,
    .include_uncounted = self->shows_all,
    .folded = self->folded,
    .previous = self->keeps_order ? previous : NULL,
  };
  TlLens *lens = tl_session_get_lens (self->session);

  if (tl_lens_get_hides (lens))
    {
      options.shows = shows_cb;
      options.shows_data = lens;
    }

  self->matrix = tl_matrix_new (tl_session_get_analysis (self->session), &options);
  /* What it has laid out it knows by the texts of the previous matrix. */
  tl_snapshot_painter_forget (self->painter);
  self->painted_lines = 0;
  self->hovered.part = TL_MATRIX_NOWHERE;
  self->is_stale = FALSE;
  self->keeps_order = TRUE;
}

/* Scrolling. */

static void
scrolled_cb (TlMatrixGrid *self)
{
  tl_matrix_grid_queue_update (self);
}

static void
set_adjustment (TlMatrixGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure_adjustment (TlMatrixGrid *self, GtkOrientation orientation, double size, double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (size - page, 0));

  g_signal_handlers_block_by_func (adjustment, scrolled_cb, self);
  gtk_adjustment_configure (adjustment, value, 0, MAX (size, page), tl_matrix_get_row_height (),
                            MAX (page - tl_matrix_get_row_height (), 1), page);
  g_signal_handlers_unblock_by_func (adjustment, scrolled_cb, self);
}

static void
update_frame (TlMatrixGrid *self, int width, int height)
{
  TlMatrixFrame before = self->frame;
  double largest = MIN ((double) width / LEAST_WIDTH, (double) height / LEAST_HEIGHT);
  TlRect body;

  self->scale = MAX (MIN (tl_style_get_text_scale (), largest), 1);
  self->frame = tl_matrix_frame (self->matrix, width / self->scale, height / self->scale);
  body = tl_matrix_frame_get_body (&self->frame);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                        tl_matrix_get_columns_width (self->matrix), body.width);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, tl_matrix_get_rows_height (self->matrix),
                        body.height);
  self->frame.scroll_x
      = round (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]));
  self->frame.scroll_y
      = round (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]));
  if (memcmp (&before, &self->frame, sizeof before) != 0)
    g_clear_pointer (&self->picture, gsk_render_node_unref);
}

static void
paint_picture (TlMatrixGrid *self)
{
  TlRect body = tl_matrix_frame_get_body (&self->frame);

  if (self->painted_lines > KEPT_LINES)
    {
      tl_snapshot_painter_forget (self->painter);
      self->painted_lines = 0;
    }
  self->painted_lines += (body.width + body.height) / tl_matrix_get_row_height ();
  tl_snapshot_painter_begin (self->painter);
  tl_matrix_paint (self->matrix, &self->frame, tl_style_get_theme (), TL_PAINTER (self->painter),
                   FALSE);
  self->picture = tl_snapshot_painter_end (self->painter);
}

/* Session. */

static void
analysed_cb (TlMatrixGrid *self, TlTransaction *transaction)
{
  tl_matrix_grid_invalidate (self, TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_matrix_grid_ensure (self);
}

static void
selection_changed_cb (TlMatrixGrid *self)
{
  if (tl_matrix_grid_ensure (self))
    tl_matrix_grid_describe_node (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a lens hides is left out of the matrix, and who looks for something else gets a fresh order;
 * but the lens tells of every edit, too, and then rows stay where they are. */
static void
lens_changed_cb (TlMatrixGrid *self)
{
  TlLens *lens = tl_session_get_lens (self->session);
  const char *query = tl_lens_get_hides (lens) ? tl_lens_get_query (lens) : NULL;
  gpointer focus = tl_lens_get_hides (lens) ? tl_lens_get_focus (lens) : NULL;
  gboolean is_same = g_strcmp0 (query, self->query) == 0 && focus == self->focus;

  if (!is_same || query != NULL || focus != NULL)
    tl_matrix_grid_invalidate (self, is_same);
  if (!is_same)
    {
      g_free (self->query);
      self->query = g_strdup (query);
      self->focus = focus;
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_matrix_grid_ensure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where an item is shown: the place of a link, a title, a goal. */
static TlMatrixSpot
find_spot (TlMatrixGrid *self, TlItem *item)
{
  TlMatrixSpot spot = { TL_MATRIX_NOWHERE, TL_MATRIX_NONE, TL_MATRIX_NONE };
  TlItem *target = item;

  if (tl_item_get_kind (item) == TL_KIND_LINK)
    {
      TlItem *project = tl_item_get_ref (item, TL_LINK_PROJECT);

      target = tl_item_get_ref (item, TL_LINK_TARGET);
      spot.row = project != NULL ? tl_matrix_find_row (self->matrix, project) : TL_MATRIX_NONE;
    }
  else
    spot.row = tl_matrix_find_row (self->matrix, item);
  if (target != NULL)
    spot.column = tl_matrix_find_column (self->matrix, target);
  if (spot.row != TL_MATRIX_NONE && spot.column != TL_MATRIX_NONE)
    spot.part = TL_MATRIX_CELL;
  else if (spot.row != TL_MATRIX_NONE)
    spot.part = TL_MATRIX_ROW;
  else if (spot.column != TL_MATRIX_NONE)
    spot.part = TL_MATRIX_COLUMN;
  if (tl_item_get_kind (item) == TL_KIND_GOAL && tl_matrix_find_group (self->matrix, item) >= 0)
    {
      int group = tl_matrix_find_group (self->matrix, item);

      spot.part = TL_MATRIX_GROUP;
      spot.column = tl_matrix_get_group (self->matrix, group)->first_column;
    }
  return spot;
}

static void
revealed_cb (TlMatrixGrid *self, TlItem *item)
{
  TlMatrixSpot spot;

  if (!tl_matrix_grid_ensure (self))
    return;
  spot = find_spot (self, item);
  switch (spot.part)
    {
    case TL_MATRIX_CELL:
      tl_matrix_grid_set_cursor (self, spot.row, spot.column);
      break;
    case TL_MATRIX_ROW:
      tl_matrix_grid_set_cursor (self, spot.row, TL_MATRIX_TITLES);
      break;
    case TL_MATRIX_COLUMN:
      tl_matrix_grid_set_cursor (self, TL_MATRIX_TITLES, spot.column);
      break;
    case TL_MATRIX_GROUP:
      tl_matrix_grid_set_cursor (self, TL_MATRIX_GOALS, spot.column);
      break;
    case TL_MATRIX_FOLD:
    case TL_MATRIX_NOWHERE:
    default:
      break;
    }
}

static void
theme_changed_cb (TlMatrixGrid *self)
{
  tl_matrix_grid_queue_update (self);
}

/* Widget. */

/**
 * tl_matrix_grid_get_pixels:
 * @self: a grid that has its size
 * @rect: in the frame
 *
 * Returns: where it is in the widget, in pixels: with large texts, everything is larger
 */
TlRect
tl_matrix_grid_get_pixels (TlMatrixGrid *self, TlRect rect)
{
  return tl_rect (rect.x * self->scale, rect.y * self->scale, rect.width * self->scale,
                  rect.height * self->scale);
}

static void
tl_matrix_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  if (!tl_matrix_grid_ensure (self))
    return;
  update_frame (self, width, height);
  if (self->picture == NULL)
    paint_picture (self);
  tl_matrix_grid_allocate_node (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tl_matrix_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_width ? 800 : 600;
}

static void
tl_matrix_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  if (self->picture == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) self->scale, (float) self->scale);
  gtk_snapshot_append_node (snapshot, self->picture);
  tl_matrix_grid_snapshot_overlay (self, snapshot);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (tl_matrix_grid_parent_class)->snapshot (widget, snapshot);
}

static void
tl_matrix_grid_unmap (GtkWidget *widget)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  /* Who comes back finds a fresh order: nothing has been under the pointer meanwhile. */
  tl_matrix_grid_invalidate (self, FALSE);
  GTK_WIDGET_CLASS (tl_matrix_grid_parent_class)->unmap (widget);
}

static void
tl_matrix_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, tl_matrix_grid_is_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_matrix_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    case PROP_FOLDED:
      tl_matrix_grid_fold_all (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_matrix_grid_dispose (GObject *object)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  self->node = NULL;
  for (int sort = 0; sort < TL_MATRIX_N_NODES; sort++)
    for (int i = 0; i < 2; i++)
      g_clear_pointer (&self->nodes[sort][i], gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->lens_signals);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_matrix_grid_parent_class)->dispose (object);
}

static void
tl_matrix_grid_finalize (GObject *object)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->matrix, tl_matrix_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->row_id, g_free);
  g_clear_pointer (&self->column_id, g_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->painter);

  G_OBJECT_CLASS (tl_matrix_grid_parent_class)->finalize (object);
}

static void
tl_matrix_grid_class_init (TlMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_matrix_grid_dispose;
  object_class->finalize = tl_matrix_grid_finalize;
  object_class->get_property = tl_matrix_grid_get_property;
  object_class->set_property = tl_matrix_grid_set_property;
  widget_class->size_allocate = tl_matrix_grid_size_allocate;
  widget_class->measure = tl_matrix_grid_measure;
  widget_class->snapshot = tl_matrix_grid_snapshot;
  widget_class->unmap = tl_matrix_grid_unmap;
  widget_class->focus = tl_matrix_grid_take_focus;
  widget_class->grab_focus = tl_matrix_grid_grab_focus;
  widget_class->query_tooltip = tl_matrix_grid_query_tooltip;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_object_class_install_property (object_class, PROP_FOLDED,
                                   g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                             | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_css_name (widget_class, "matrixgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  tl_matrix_grid_class_add_keys (widget_class);
}

static void
init_session_signals (TlMatrixGrid *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "revealed", G_CALLBACK (revealed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (selection_changed_cb), self);
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (lens_changed_cb),
                                  self);
}

static void
tl_matrix_grid_init (TlMatrixGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = tl_style_create_picture_context (widget);

  self->scale = 1;
  self->painter = tl_snapshot_painter_new (context);
  g_object_unref (context);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_stale = TRUE;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  init_session_signals (self);
  tl_matrix_grid_init_cursor (self);
  tl_matrix_grid_init_pointer (self);
  tl_matrix_grid_init_actions (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Matrix of projects and objectives"), -1);
  tl_style_connect (self, G_CALLBACK (theme_changed_cb));
}

/* For the other parts of the grid. */

/**
 * tl_matrix_grid_ensure:
 * @self: a grid
 *
 * Makes the matrix anew if the document is another by now.
 *
 * Returns: whether there is a matrix
 */
gboolean
tl_matrix_grid_ensure (TlMatrixGrid *self)
{
  gboolean was_folded;

  if (self->session == NULL)
    return FALSE;
  if (!self->is_stale)
    return TRUE;
  was_folded = tl_matrix_grid_is_folded (self);
  replace_matrix (self);
  tl_matrix_grid_queue_update (self);
  describe (self);
  tl_matrix_grid_restore_cursor (self);
  if (was_folded != tl_matrix_grid_is_folded (self))
    notify_folded (self);
  return TRUE;
}

/**
 * tl_matrix_grid_invalidate:
 * @self: a grid
 * @keeps_order: whether rows and columns stay where they are
 *
 * Lets the matrix be made anew when it is needed next.
 */
void
tl_matrix_grid_invalidate (TlMatrixGrid *self, gboolean keeps_order)
{
  self->is_stale = TRUE;
  self->keeps_order = self->keeps_order && keeps_order;
  tl_matrix_grid_queue_update (self);
}

/**
 * tl_matrix_grid_queue_update:
 * @self: a grid
 *
 * Asks for a frame with everything as it is by then.
 */
void
tl_matrix_grid_queue_update (TlMatrixGrid *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_matrix_grid_set_folded:
 * @self: a grid
 * @group: of its matrix
 * @is_folded: whether that is to be one column
 */
void
tl_matrix_grid_set_folded (TlMatrixGrid *self, int group, gboolean is_folded)
{
  const char *id = tl_matrix_get_group (self->matrix, group)->id;

  if (is_folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  tl_matrix_grid_invalidate (self, TRUE);
  tl_matrix_grid_ensure (self);
  notify_folded (self);
}

/**
 * tl_matrix_grid_new:
 *
 * Returns: (transfer floating): a grid of nothing yet
 */
GtkWidget *
tl_matrix_grid_new (void)
{
  return g_object_new (TL_TYPE_MATRIX_GRID, NULL);
}

/**
 * tl_matrix_grid_set_session:
 * @self: a grid
 * @session: (nullable): what to show from now on
 */
void
tl_matrix_grid_set_session (TlMatrixGrid *self, TlSession *session)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  if (self->session == session)
    return;
  g_set_object (&self->session, session);
  g_hash_table_remove_all (self->folded);
  g_clear_pointer (&self->row_id, g_free);
  g_clear_pointer (&self->column_id, g_free);
  self->row = 0;
  self->column = 0;
  tl_matrix_grid_invalidate (self, FALSE);
  g_clear_pointer (&self->matrix, tl_matrix_free);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? tl_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->lens_signals,
                             session != NULL ? tl_session_get_lens (session) : NULL);
  for (int i = 0; i < 2; i++)
    gtk_adjustment_set_value (self->adjustments[i], 0);
}

/**
 * tl_matrix_grid_set_order:
 * @self: a grid
 * @order: of its rows
 *
 * Sorts the rows, even if they were in that order once.
 */
void
tl_matrix_grid_set_order (TlMatrixGrid *self, TlMatrixOrder order)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));
  g_return_if_fail (order < TL_N_MATRIX_ORDERS);

  self->order = order;
  tl_matrix_grid_invalidate (self, FALSE);
  tl_matrix_grid_ensure (self);
}

/**
 * tl_matrix_grid_set_shows_all:
 * @self: a grid
 * @shows_all: whether to show what does not count, too
 */
void
tl_matrix_grid_set_shows_all (TlMatrixGrid *self, gboolean shows_all)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  if (self->shows_all == shows_all)
    return;
  self->shows_all = shows_all;
  tl_matrix_grid_invalidate (self, FALSE);
  tl_matrix_grid_ensure (self);
}

/**
 * tl_matrix_grid_is_folded:
 * @self: a grid
 *
 * Returns: whether every goal is one column
 */
gboolean
tl_matrix_grid_is_folded (TlMatrixGrid *self)
{
  g_return_val_if_fail (TL_IS_MATRIX_GRID (self), FALSE);

  if (self->matrix == NULL || self->is_stale)
    return g_hash_table_size (self->folded) > 0;
  for (int i = 0; i < tl_matrix_get_n_groups (self->matrix); i++)
    if (!tl_matrix_get_group (self->matrix, i)->is_folded)
      return FALSE;
  return tl_matrix_get_n_groups (self->matrix) > 0;
}

/**
 * tl_matrix_grid_fold_all:
 * @self: a grid
 * @is_folded: whether every goal is to be one column
 */
void
tl_matrix_grid_fold_all (TlMatrixGrid *self, gboolean is_folded)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  if (!tl_matrix_grid_ensure (self) || tl_matrix_grid_is_folded (self) == is_folded)
    return;
  g_hash_table_remove_all (self->folded);
  for (int i = 0; i < tl_matrix_get_n_groups (self->matrix) && is_folded; i++)
    g_hash_table_add (self->folded, g_strdup (tl_matrix_get_group (self->matrix, i)->id));
  tl_matrix_grid_invalidate (self, TRUE);
  tl_matrix_grid_ensure (self);
  notify_folded (self);
}

/**
 * tl_matrix_grid_get_matrix:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): what it shows, until the document changes
 */
const TlMatrix *
tl_matrix_grid_get_matrix (TlMatrixGrid *self)
{
  g_return_val_if_fail (TL_IS_MATRIX_GRID (self), NULL);

  return tl_matrix_grid_ensure (self) ? self->matrix : NULL;
}
