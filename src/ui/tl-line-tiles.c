/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-line-tiles.h"

#include <math.h>

#include "tl-lines.h"

#define TILE_SIZE 512 /* device pixels */
#define NEEDED 64.0   /* pixels beyond the edge that must be there */
#define AHEAD 128.0   /* pixels beyond it that are drawn along with what is needed */
#define MAX_AHEAD 2   /* tiles beyond those that are kept */
#define MAX_THREADS 2 /* more have nothing to do but what has been given up */
#define HASH_SEED 14695981039346656037U
#define HASH_FACTOR 1099511628211U

/* Which tiles, both ends counted in. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Span;

typedef struct
{
  GskRenderNode *node; /* (nullable): nothing is to be seen */
  guint64 looks;       /* which lines are on it, and how they look */
} Tile;

/* What is to be on a tile. */
typedef struct
{
  gint64 key;
  guint64 looks;
  GArray *which; /* of guint: of the entries, later of the lines */
  cairo_surface_t *surface;
} Job;

/* Tiles that are drawn together, and shown together. Only the thread has them meanwhile. */
typedef struct
{
  TlLineTiles *owner; /* (nullable): for the main thread alone; nobody wants them any more */
  TlLines *lines;
  GArray *jobs; /* of Job */
  double scale; /* device pixels a map unit */
  int factor;
  int is_given_up; /* atomic */
} Batch;

struct _TlLineTiles
{
  /* Owned */
  GHashTable *tiles; /* key → Tile */

  /* Borrowed */
  Batch *batch; /* (nullable): with the thread */
  GFunc ready;  /* (nullable) */
  gpointer ready_data;

  double halo_width; /* above 0: halos instead of the lines */
  TlColor halo_color;
  double scale; /* of the tiles: device pixels a map unit */
  int factor;   /* device pixels a pixel */
  guint64 revision;
  gboolean waits; /* what is there must not be shown */
};

static gint64
get_key (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

static int
get_column (gint64 key)
{
  return (int) (key >> 32);
}

static int
get_row (gint64 key)
{
  return (int) (guint32) key;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_free (tile);
}

static void
clear_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->which, g_array_unref);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
}

static void
free_batch (Batch *batch)
{
  g_object_unref (batch->lines);
  g_array_unref (batch->jobs);
  g_free (batch);
}

static TlRect
get_tile_rect (gint64 key, double scale)
{
  double side = TILE_SIZE / scale;

  return tl_rect (get_column (key) * side, get_row (key) * side, side, side);
}

static Span
get_span (TlRect rect, double scale)
{
  double side = TILE_SIZE / scale;

  return (Span) { (int) floor (rect.x / side), (int) floor (rect.y / side),
                  (int) floor ((rect.x + rect.width) / side),
                  (int) floor ((rect.y + rect.height) / side) };
}

static Span
grow_span (Span span, int by)
{
  return (Span) { span.left - by, span.top - by, span.right + by, span.bottom + by };
}

static Span
get_common_span (Span a, Span b)
{
  return (Span) { MAX (a.left, b.left), MAX (a.top, b.top), MIN (a.right, b.right),
                  MIN (a.bottom, b.bottom) };
}

static gboolean
is_in_span (Span span, gint64 key)
{
  int column = get_column (key);
  int row = get_row (key);

  return column >= span.left && column <= span.right && row >= span.top && row <= span.bottom;
}

/* Drawing. */

static void
draw_batch (Batch *batch)
{
  for (guint i = 0; i < batch->jobs->len && !g_atomic_int_get (&batch->is_given_up); i++)
    {
      Job *job = &g_array_index (batch->jobs, Job, i);

      if (job->which->len == 0)
        continue;
      job->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE_SIZE, TILE_SIZE);
      tl_lines_draw (batch->lines, (const guint *) (gpointer) job->which->data, job->which->len,
                     get_tile_rect (job->key, batch->scale), batch->scale, job->surface);
      cairo_surface_flush (job->surface);
    }
}

static GskRenderNode *
create_node (cairo_surface_t *surface, int factor)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * TILE_SIZE,
                                    (GDestroyNotify) cairo_surface_destroy,
                                    cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture
      = gdk_memory_texture_new (TILE_SIZE, TILE_SIZE, GDK_MEMORY_DEFAULT, bytes, stride);
  float side = (float) TILE_SIZE / (float) factor;

  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, side, side));
}

static void
put_tile (TlLineTiles *self, gint64 key, guint64 looks, GskRenderNode *node)
{
  Tile *tile = g_new0 (Tile, 1);

  tile->node = node;
  tile->looks = looks;
  g_hash_table_insert (self->tiles, g_memdup2 (&key, sizeof key), tile);
}

static void
show_batch (TlLineTiles *self, Batch *batch)
{
  if (self->scale != batch->scale || self->factor != batch->factor || self->waits)
    g_hash_table_remove_all (self->tiles);
  self->scale = batch->scale;
  self->factor = batch->factor;
  self->waits = FALSE;
  for (guint i = 0; i < batch->jobs->len; i++)
    {
      const Job *job = &g_array_index (batch->jobs, Job, i);

      put_tile (self, job->key, job->looks,
                job->which->len > 0 ? create_node (job->surface, batch->factor) : NULL);
    }
}

static gboolean
batch_done_cb (gpointer user_data)
{
  Batch *batch = user_data;
  TlLineTiles *self = batch->owner;

  if (self != NULL)
    {
      self->batch = NULL;
      show_batch (self, batch);
      self->ready (self, self->ready_data);
    }
  free_batch (batch);
  return G_SOURCE_REMOVE;
}

static void
draw_cb (gpointer data, gpointer user_data)
{
  draw_batch (data);
  g_idle_add_full (G_PRIORITY_DEFAULT, batch_done_cb, data, NULL);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (draw_cb, NULL, MAX_THREADS, FALSE, NULL);
  return pool;
}

static void
give_up_batch (TlLineTiles *self)
{
  if (self->batch == NULL)
    return;
  g_atomic_int_set (&self->batch->is_given_up, TRUE);
  self->batch->owner = NULL;
  self->batch = NULL;
}

/* What is to be drawn. */

static guint64
mix (guint64 hash, guint64 value)
{
  return (hash ^ value) * HASH_FACTOR;
}

/* A job for each tile of the span, row by row, with the entries that reach into it. */
static GArray *
list_jobs (TlLineTiles *self,
           const TlDisplayList *list,
           const GArray *entries,
           Span span,
           double scale)
{
  GArray *jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  int n_columns = span.right - span.left + 1;

  g_array_set_clear_func (jobs, clear_job);
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      {
        Job job = { get_key (column, row), mix (HASH_SEED, self->revision),
                    g_array_new (FALSE, FALSE, sizeof (guint)), NULL };

        g_array_append_val (jobs, job);
      }
  for (guint i = 0; i < entries->len; i++)
    {
      const TlPaintedEntry *entry = &g_array_index (entries, TlPaintedEntry, i);
      TlRect extent = tl_display_list_get_entry (list, entry->index)->extent;
      Span reach
          = get_common_span (span,
                             get_span (tl_rect_grow (extent, self->halo_width + 1 / scale), scale));

      for (int row = reach.top; row <= reach.bottom; row++)
        for (int column = reach.left; column <= reach.right; column++)
          {
            Job *job
                = &g_array_index (jobs, Job, (row - span.top) * n_columns + column - span.left);

            job->looks = mix (job->looks, ((guint64) entry->index << 2) | entry->emphasis);
            g_array_append_val (job->which, i);
          }
    }
  return jobs;
}

/* Leaves out the tiles that are there as they should be, and those on which there is nothing. */
static void
drop_done_jobs (TlLineTiles *self, GArray *jobs)
{
  guint n_left = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      Job job = g_array_index (jobs, Job, i);
      const Tile *tile = g_hash_table_lookup (self->tiles, &job.key);

      if (tile != NULL && tile->looks == job.looks)
        continue;
      if (job.which->len == 0)
        {
          put_tile (self, job.key, job.looks, NULL);
          continue;
        }
      g_array_index (jobs, Job, i) = g_array_index (jobs, Job, n_left);
      g_array_index (jobs, Job, n_left++) = job;
    }
  g_array_set_size (jobs, n_left);
}

/* Takes down the lines of the jobs, each once. */
static TlLines *
take_lines (TlLineTiles *self, const TlDisplayList *list, const GArray *entries, GArray *jobs)
{
  TlLines *lines = tl_lines_new ();
  g_autofree guint *first = g_new0 (guint, entries->len + 1); /* + 1 */
  g_autofree guint *end = g_new0 (guint, entries->len + 1);

  if (self->halo_width > 0)
    tl_lines_set_halo (lines, self->halo_width, self->halo_color);
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = &g_array_index (jobs, Job, i);
      GArray *which = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < job->which->len; j++)
        {
          guint k = g_array_index (job->which, guint, j);
          const TlPaintedEntry *entry = &g_array_index (entries, TlPaintedEntry, k);

          if (first[k] == 0)
            {
              first[k] = tl_lines_get_n_lines (lines) + 1;
              tl_display_list_paint_entry (list, entry->index, TL_PAINTER (lines), TL_DETAIL_FULL,
                                           entry->emphasis);
              end[k] = tl_lines_get_n_lines (lines);
            }
          for (guint line = first[k] - 1; line < end[k]; line++)
            g_array_append_val (which, line);
        }
      g_array_unref (job->which);
      job->which = which;
    }
  return lines;
}

static gboolean
has_needed (const GArray *jobs, Span needed)
{
  for (guint i = 0; i < jobs->len; i++)
    if (is_in_span (needed, g_array_index (jobs, Job, i).key))
      return TRUE;
  return FALSE;
}

static gboolean
has_tile_in (TlLineTiles *self, Span span)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (is_in_span (span, *(gint64 *) key))
      return TRUE;
  return FALSE;
}

static void
trim (TlLineTiles *self, Span kept)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!is_in_span (kept, *(gint64 *) key))
      g_hash_table_iter_remove (&iter);
}

/**
 * tl_line_tiles_new:
 *
 * Returns: (transfer full): tiles of no lines yet
 */
TlLineTiles *
tl_line_tiles_new (void)
{
  TlLineTiles *self = g_new0 (TlLineTiles, 1);

  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_tile);
  self->factor = 1;
  return self;
}

/**
 * tl_line_tiles_free:
 * @self: (transfer full): tiles
 */
void
tl_line_tiles_free (TlLineTiles *self)
{
  give_up_batch (self);
  g_hash_table_unref (self->tiles);
  g_free (self);
}

/**
 * tl_line_tiles_set_ready_func:
 * @self: tiles
 * @ready: (nullable): called when other tiles are to be shown than before; without it, nothing is
 *   drawn in a thread
 * @user_data: for @ready
 */
void
tl_line_tiles_set_ready_func (TlLineTiles *self, GFunc ready, gpointer user_data)
{
  self->ready = ready;
  self->ready_data = user_data;
}

/**
 * tl_line_tiles_set_halo:
 * @self: tiles
 * @width: how far a halo reaches beyond a line, in map units; above 0
 * @color: of the halo
 *
 * Shows halos of the lines and not the lines.
 */
void
tl_line_tiles_set_halo (TlLineTiles *self, double width, TlColor color)
{
  if (self->halo_width == width && tl_color_equal (self->halo_color, color))
    return;
  self->halo_width = width;
  self->halo_color = color;
  tl_line_tiles_touch (self);
}

/**
 * tl_line_tiles_forget:
 * @self: tiles
 *
 * What has been drawn is to be seen no more: the lines are those of something else now.
 */
void
tl_line_tiles_forget (TlLineTiles *self)
{
  give_up_batch (self);
  self->waits = TRUE;
  self->revision++;
}

/**
 * tl_line_tiles_touch:
 * @self: tiles
 *
 * What has been drawn is to be seen until there is something newer: the lines look otherwise now.
 */
void
tl_line_tiles_touch (TlLineTiles *self)
{
  self->revision++;
}

/**
 * tl_line_tiles_is_busy:
 * @self: tiles
 *
 * Returns: whether others are being drawn
 */
gboolean
tl_line_tiles_is_busy (TlLineTiles *self)
{
  return self->batch != NULL;
}

/**
 * tl_line_tiles_prepare:
 * @self: tiles
 * @list: where the lines are
 * @entries: (element-type TlPaintedEntry): the lines that reach into the frame, or are at most
 *   %TL_LINE_TILES_REACH pixels beside it, one above the other
 * @viewport: where the map is seen from
 * @frame: the part of the view in which it is seen, in pixels
 * @factor: device pixels a pixel
 *
 * Has the tiles drawn that are missing: in a thread, as long as there is something to show.
 */
void
tl_line_tiles_prepare (TlLineTiles *self,
                       const TlDisplayList *list,
                       const GArray *entries,
                       TlViewport viewport,
                       TlRect frame,
                       int factor)
{
  double scale = viewport.scale * factor;
  gboolean is_other = scale != self->scale || factor != self->factor || self->waits;
  Span needed = get_span (tl_viewport_rect_to_map (viewport, tl_rect_grow (frame, NEEDED)), scale);
  Span ahead = get_span (tl_viewport_rect_to_map (viewport, tl_rect_grow (frame, AHEAD)), scale);
  g_autoptr (GArray) jobs = NULL;
  Batch *batch;

  if (entries->len == 0)
    {
      tl_line_tiles_forget (self);
      g_hash_table_remove_all (self->tiles);
    }
  if (entries->len == 0 || tl_rect_is_empty (frame) || self->batch != NULL)
    return;
  jobs = list_jobs (self, list, entries, is_other ? needed : ahead, scale);
  if (!is_other)
    {
      drop_done_jobs (self, jobs);
      trim (self, grow_span (ahead, MAX_AHEAD));
    }
  if (!has_needed (jobs, needed))
    return;
  batch = g_new0 (Batch, 1);
  batch->owner = self;
  batch->lines = take_lines (self, list, entries, jobs);
  batch->jobs = g_steal_pointer (&jobs);
  batch->scale = scale;
  batch->factor = factor;
  if (self->ready != NULL && !self->waits && g_hash_table_size (self->tiles) > 0
      && (is_other || has_tile_in (self, needed)))
    {
      self->batch = batch;
      g_thread_pool_push (get_pool (), batch, NULL);
      return;
    }
  draw_batch (batch);
  show_batch (self, batch);
  free_batch (batch);
}

/**
 * tl_line_tiles_append:
 * @self: tiles that are prepared
 * @viewport: where the map is seen from
 * @frame: the part of the view in which it is seen, in pixels
 * @snapshot: where to put the tiles, in pixels
 */
void
tl_line_tiles_append (TlLineTiles *self, TlViewport viewport, TlRect frame, GtkSnapshot *snapshot)
{
  double ratio = viewport.scale * self->factor / self->scale;
  double side = (double) TILE_SIZE / self->factor * ratio;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Tile *tile = value;
      TlRect rect = tl_rect (viewport.origin.x + get_column (*(gint64 *) key) * side,
                             viewport.origin.y + get_row (*(gint64 *) key) * side, side, side);

      if (tile->node == NULL || !tl_rect_intersects (rect, frame))
        continue;
      /* What has the right size is put on whole pixels, or it would be blurred. */
      if (ratio == 1)
        rect = tl_rect (round (rect.x * self->factor) / self->factor,
                        round (rect.y * self->factor) / self->factor, side, side);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y));
      gtk_snapshot_scale (snapshot, (float) ratio, (float) ratio);
      gtk_snapshot_append_node (snapshot, tile->node);
      gtk_snapshot_restore (snapshot);
    }
}
