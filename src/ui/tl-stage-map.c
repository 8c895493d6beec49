/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-stage-map.h"

#include <glib/gi18n-lib.h>

#include "tl-camera.h"
#include "tl-highlight.h"
#include "tl-map-view.h"
#include "tl-style.h"

#define GLIDE_MS 550
#define MARGIN 40.0         /* pixels round a chain */
#define LARGEST_SCALE 2.4   /* beyond it a small chain looks blown up */
#define READABLE_SCALE 0.85 /* titles of 11 px: the least that a room can be asked to read */
#define TRAY_WIDTH 764.0    /* map units: for three columns of cards */

struct _TlStageMap
{
  GtkWidget parent_instance;

  /* Owned */
  TlSession *session;
  TlMapView *view;
  TlCamera *camera;
  TlHighlight *highlight; /* (nullable) */
  char *goal;             /* (nullable): whose chain is shown; NULL for the tray */

  gboolean is_placed; /* the first view is a cut */
};

G_DEFINE_FINAL_TYPE (TlStageMap, tl_stage_map, GTK_TYPE_WIDGET)

static void
queue_update (TlStageMap *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lines_ready_cb (gpointer tiles, gpointer user_data)
{
  queue_update (user_data);
}

static TlViewport
camera_get_cb (gpointer user_data)
{
  return tl_map_view_get_viewport (TL_STAGE_MAP (user_data)->view);
}

static void
camera_set_cb (TlViewport viewport, gpointer user_data)
{
  TlStageMap *self = user_data;

  tl_map_view_set_viewport (self->view, viewport);
  queue_update (self);
}

static TlEmphasis
emphasis_cb (guint index, gpointer user_data)
{
  TlStageMap *self = user_data;

  return self->highlight != NULL ? tl_highlight_get (index, self->highlight) : TL_EMPHASIS_NONE;
}

/* All that is lit. */
static TlRect
get_lit_area (TlStageMap *self)
{
  const TlDisplayList *list = tl_map_view_get_list (self->view);
  TlRect area = { 0 };

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);
      gboolean is_part = entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_TRAY;

      if (is_part && emphasis_cb (i, self) == TL_EMPHASIS_LIT)
        area = tl_rect_union (area, entry->item.bounds);
    }
  return area;
}

/* The map goes on above and below what is lit, as far as it is long enough: no void at its ends. */
static TlViewport
settle (TlStageMap *self, TlViewport viewport)
{
  TlRect content = tl_viewport_rect_to_screen (viewport, tl_map_view_get_content (self->view));
  double above = content.y - MARGIN / 2;
  double below = viewport.height - MARGIN / 2 - content.y - content.height;

  if (content.height + MARGIN < viewport.height)
    return viewport;
  return tl_viewport_pan (viewport, 0, above > 0 ? -above : MAX (below, 0));
}

/* What does not fit at a size that can be read is shown from its goal on, with as much as there is
 * room for. */
static TlViewport
get_view_of (TlStageMap *self, TlRect area)
{
  TlViewport viewport
      = tl_viewport_fit (tl_map_view_get_viewport (self->view), area, MARGIN, LARGEST_SCALE);
  TlRect start = area;

  if (viewport.scale >= READABLE_SCALE)
    return settle (self, viewport);
  viewport = tl_viewport_zoom_at (viewport, READABLE_SCALE, tl_point (0, 0));
  if (self->goal != NULL)
    tl_scene_get_item_bounds (tl_map_view_get_scene (self->view), self->goal, &start);
  viewport = tl_viewport_center_on (viewport, tl_point (tl_rect_get_center (area).x,
                                                        tl_rect_get_center (start).y));
  return tl_viewport_reveal (viewport, start, MARGIN);
}

static void
move_camera (TlStageMap *self, guint milliseconds)
{
  if (tl_map_view_get_scene (self->view) == NULL || self->highlight == NULL)
    return;
  tl_camera_glide (self->camera, get_view_of (self, get_lit_area (self)), milliseconds);
}

static void
light (TlStageMap *self)
{
  TlScene *scene = tl_map_view_get_scene (self->view);

  g_clear_pointer (&self->highlight, tl_highlight_free);
  if (scene == NULL)
    return;
  self->highlight = tl_highlight_new (scene);
  if (self->goal != NULL)
    tl_highlight_add_chain (self->highlight, self->goal);
  else
    tl_highlight_add_tray (self->highlight);
}

static void
rebuild (TlStageMap *self)
{
  TlSceneOptions options = { .theme = tl_style_get_theme (),
                             .tray = TL_TRAY_DOCKED,
                             .tray_width = TRAY_WIDTH,
                             .is_narrow = TRUE };

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->highlight, tl_highlight_free);
  tl_map_view_set_scene (self->view,
                         tl_scene_new_map (tl_session_get_analysis (self->session), &options));
  light (self);
  if (self->is_placed)
    move_camera (self, 0);
  queue_update (self);
}

static void
show (TlStageMap *self, const char *goal)
{
  g_autofree char *before = g_steal_pointer (&self->goal);

  self->goal = g_strdup (goal);
  light (self);
  if (self->is_placed)
    move_camera (self, GLIDE_MS);
  queue_update (self);
}

static void
tl_stage_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlStageMap *self = TL_STAGE_MAP (widget);
  TlViewport before = tl_map_view_get_viewport (self->view);
  gboolean is_resized = before.width != width || before.height != height;

  tl_map_view_set_size (self->view, width, height);
  tl_map_view_set_factor (self->view, gtk_widget_get_scale_factor (widget));
  if (tl_map_view_get_scene (self->view) != NULL && self->highlight != NULL
      && (is_resized || !self->is_placed))
    {
      self->is_placed = TRUE;
      tl_camera_stop (self->camera);
      tl_map_view_set_viewport (self->view, get_view_of (self, get_lit_area (self)));
    }
  tl_map_view_prepare (self->view, emphasis_cb, self);
}

static void
tl_stage_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  tl_map_view_snapshot (TL_STAGE_MAP (widget)->view, snapshot);
}

static void
tl_stage_map_dispose (GObject *object)
{
  TlStageMap *self = TL_STAGE_MAP (object);

  g_clear_pointer (&self->camera, tl_camera_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_stage_map_parent_class)->dispose (object);
}

static void
tl_stage_map_finalize (GObject *object)
{
  TlStageMap *self = TL_STAGE_MAP (object);

  g_clear_pointer (&self->highlight, tl_highlight_free);
  g_clear_pointer (&self->view, tl_map_view_free);
  g_clear_pointer (&self->goal, g_free);

  G_OBJECT_CLASS (tl_stage_map_parent_class)->finalize (object);
}

static void
tl_stage_map_class_init (TlStageMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_stage_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_stage_map_finalize;
  widget_class->size_allocate = tl_stage_map_size_allocate;
  widget_class->snapshot = tl_stage_map_snapshot;

  gtk_widget_class_set_css_name (widget_class, "stagemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_stage_map_init (TlStageMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = tl_style_create_picture_context (widget);

  self->view = tl_map_view_new (context);
  g_object_unref (context);
  tl_map_view_set_ready_func (self->view, lines_ready_cb, self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (queue_update), NULL);
  self->camera = tl_camera_new (widget, camera_get_cb, camera_set_cb, self);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Alignment map"), -1);
  tl_style_connect (self, G_CALLBACK (rebuild));
}

/**
 * tl_stage_map_new:
 *
 * Returns: (transfer floating): a map of nothing yet
 */
GtkWidget *
tl_stage_map_new (void)
{
  return g_object_new (TL_TYPE_STAGE_MAP, NULL);
}

/**
 * tl_stage_map_set_session:
 * @self: a map
 * @session: what to show; it is followed when it changes
 */
void
tl_stage_map_set_session (TlStageMap *self, TlSession *session)
{
  g_return_if_fail (TL_IS_STAGE_MAP (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "analysed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/**
 * tl_stage_map_show_chain:
 * @self: a map
 * @id: of a goal
 *
 * Lights the goal with all that serves it, dims the rest, and goes there.
 */
void
tl_stage_map_show_chain (TlStageMap *self, const char *id)
{
  g_return_if_fail (TL_IS_STAGE_MAP (self));
  g_return_if_fail (id != NULL);

  show (self, id);
}

/**
 * tl_stage_map_show_tray:
 * @self: a map
 *
 * Lights the work that serves nothing, and goes there.
 */
void
tl_stage_map_show_tray (TlStageMap *self)
{
  g_return_if_fail (TL_IS_STAGE_MAP (self));

  show (self, NULL);
}
