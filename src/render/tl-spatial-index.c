/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-spatial-index.h"

#include <math.h>

/* A grid whose cells double in size from level to level. A rectangle lies in the cell of its centre
 * on the first level whose cells are as large as it is, and so in exactly one bucket: it sticks out
 * of its cell by half a cell at most, and moving it touches two buckets. A link across half the map
 * costs no more than a card. */

#define SMALLEST_CELL 256.0 /* map units */
#define N_LEVELS 24
#define MAX_COORDINATE 1e9 /* beyond it a cell's number would not fit */

typedef struct
{
  int level;
  int x;
  int y;
} CellKey;

typedef struct
{
  CellKey key;
  GArray *ids; /* of guint */
} Bucket;

typedef struct
{
  TlRect rect;
  Bucket *bucket; /* borrowed; NULL for an id that is not there */
  guint place;    /* in the bucket */
} Slot;

struct _TlSpatialIndex
{
  GHashTable *buckets; /* owned CellKey in Bucket → owned Bucket */
  GArray *slots;       /* of Slot, by id */
  guint n_buckets[N_LEVELS];
};

static guint
hash_cell (gconstpointer key)
{
  const CellKey *cell = key;
  guint hash = (guint) cell->x * 0x9e3779b1u ^ (guint) cell->y * 0x85ebca77u;

  return (hash ^ (guint) cell->level * 0xc2b2ae3du) * 0x27d4eb2fu;
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const CellKey *ka = a;
  const CellKey *kb = b;

  return ka->level == kb->level && ka->x == kb->x && ka->y == kb->y;
}

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;

  g_array_unref (bucket->ids);
  g_free (bucket);
}

static double
get_cell_size (int level)
{
  return ldexp (SMALLEST_CELL, level);
}

static int
get_cell (double coordinate, double size)
{
  if (isnan (coordinate))
    return 0;
  return (int) floor (CLAMP (coordinate, -MAX_COORDINATE, MAX_COORDINATE) / size);
}

static CellKey
get_key (TlRect rect)
{
  TlPoint center = tl_rect_get_center (rect);
  double size = MAX (rect.width, rect.height);
  int level = 0;

  while (level < N_LEVELS - 1 && get_cell_size (level) < size)
    level++;
  return (CellKey) { level, get_cell (center.x, get_cell_size (level)),
                     get_cell (center.y, get_cell_size (level)) };
}

static Bucket *
ensure_bucket (TlSpatialIndex *self, CellKey key)
{
  Bucket *bucket = g_hash_table_lookup (self->buckets, &key);

  if (bucket == NULL)
    {
      bucket = g_new (Bucket, 1);
      bucket->key = key;
      bucket->ids = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->buckets, &bucket->key, bucket);
      self->n_buckets[key.level]++;
    }
  return bucket;
}

static Slot *
get_slot (const TlSpatialIndex *self, guint id)
{
  return &g_array_index (self->slots, Slot, id);
}

static void
collect (const TlSpatialIndex *self, const Bucket *bucket, TlRect rect, GArray *found)
{
  for (guint i = 0; i < bucket->ids->len; i++)
    {
      guint id = g_array_index (bucket->ids, guint, i);

      if (tl_rect_intersects (get_slot (self, id)->rect, rect))
        g_array_append_val (found, id);
    }
}

static void
collect_level (const TlSpatialIndex *self, int level, TlRect rect, GArray *found)
{
  double size = get_cell_size (level);
  TlRect reach = tl_rect_grow (rect, size / 2);
  int right = get_cell (reach.x + reach.width, size);
  int bottom = get_cell (reach.y + reach.height, size);

  for (int y = get_cell (reach.y, size); y <= bottom; y++)
    for (int x = get_cell (reach.x, size); x <= right; x++)
      {
        CellKey key = { level, x, y };
        const Bucket *bucket = g_hash_table_lookup (self->buckets, &key);

        if (bucket != NULL)
          collect (self, bucket, rect, found);
      }
}

static gboolean
is_worth_a_scan (const TlSpatialIndex *self, int level, TlRect rect)
{
  double size = get_cell_size (level);

  return (rect.width / size + 2) * (rect.height / size + 2)
         > 2.0 * g_hash_table_size (self->buckets);
}

static void
collect_everywhere (const TlSpatialIndex *self, TlRect rect, GArray *found)
{
  GHashTableIter iter;
  gpointer bucket;

  g_hash_table_iter_init (&iter, self->buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    collect (self, bucket, rect, found);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint ia = *(const guint *) a;
  guint ib = *(const guint *) b;

  return ia < ib ? -1 : ia > ib;
}

/**
 * tl_spatial_index_new:
 *
 * Returns: (transfer full): an index that holds nothing
 */
TlSpatialIndex *
tl_spatial_index_new (void)
{
  TlSpatialIndex *self = g_new0 (TlSpatialIndex, 1);

  self->buckets = g_hash_table_new_full (hash_cell, cell_equal, NULL, bucket_free);
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  return self;
}

/**
 * tl_spatial_index_free:
 * @self: (transfer full): an index
 */
void
tl_spatial_index_free (TlSpatialIndex *self)
{
  g_hash_table_unref (self->buckets);
  g_array_unref (self->slots);
  g_free (self);
}

/**
 * tl_spatial_index_set:
 * @self: an index
 * @id: a number; memory is used up to the largest
 * @rect: where the thing with this number is now
 *
 * Adds or moves a rectangle in constant time.
 */
void
tl_spatial_index_set (TlSpatialIndex *self, guint id, TlRect rect)
{
  CellKey key = get_key (rect);
  Slot *slot;

  g_return_if_fail (id < G_MAXINT);

  if (id >= self->slots->len)
    g_array_set_size (self->slots, id + 1);
  slot = get_slot (self, id);
  if (slot->bucket == NULL || !cell_equal (&slot->bucket->key, &key))
    {
      tl_spatial_index_remove (self, id);
      slot->bucket = ensure_bucket (self, key);
      slot->place = slot->bucket->ids->len;
      g_array_append_val (slot->bucket->ids, id);
    }
  slot->rect = rect;
}

/**
 * tl_spatial_index_remove:
 * @self: an index
 * @id: a number; nothing happens when it is not there
 */
void
tl_spatial_index_remove (TlSpatialIndex *self, guint id)
{
  Slot *slot;
  GArray *ids;

  if (id >= self->slots->len || get_slot (self, id)->bucket == NULL)
    return;
  slot = get_slot (self, id);
  ids = slot->bucket->ids;
  g_array_remove_index_fast (ids, slot->place);
  if (slot->place < ids->len)
    get_slot (self, g_array_index (ids, guint, slot->place))->place = slot->place;
  slot->bucket = NULL;
}

/**
 * tl_spatial_index_get:
 * @self: an index
 * @id: a number
 * @rect: (out) (optional): where it is
 *
 * Returns: whether it is there at all
 */
gboolean
tl_spatial_index_get (const TlSpatialIndex *self, guint id, TlRect *rect)
{
  if (id >= self->slots->len || get_slot (self, id)->bucket == NULL)
    return FALSE;
  if (rect != NULL)
    *rect = get_slot (self, id)->rect;
  return TRUE;
}

/**
 * tl_spatial_index_query:
 * @self: an index
 * @rect: an area
 *
 * Returns: (transfer full) (element-type guint): the numbers of all rectangles that reach into the
 *   area, ascending
 */
GArray *
tl_spatial_index_query (const TlSpatialIndex *self, TlRect rect)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (is_worth_a_scan (self, 0, rect))
    collect_everywhere (self, rect, found);
  else
    for (int level = 0; level < N_LEVELS; level++)
      if (self->n_buckets[level] > 0)
        collect_level (self, level, rect, found);
  g_array_sort (found, compare_ids);
  return found;
}
