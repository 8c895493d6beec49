/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-entry-nodes.h"

#include "tl-snapshot-painter.h"

#define N_EMPHASES (TL_EMPHASIS_DIMMED + 1)
#define MAX_KEPT 6000 /* entries that are not wanted now */

typedef struct
{
  GskRenderNode *nodes[N_EMPHASES];
  guint8 built; /* bits: also what has turned out to be empty is not painted again */
  guint8 detail;
} Entry;

struct _TlEntryNodes
{
  const TlDisplayList *list; /* borrowed */

  /* Owned */
  TlSnapshotPainter *painter;
  Entry *entries;

  guint n_entries;
  guint n_built;
};

static void
clear_entry (TlEntryNodes *self, Entry *entry)
{
  if (entry->built != 0)
    self->n_built--;
  for (int i = 0; i < N_EMPHASES; i++)
    g_clear_pointer (&entry->nodes[i], gsk_render_node_unref);
  entry->built = 0;
}

static GskRenderNode *
paint (TlEntryNodes *self, guint index, TlDetail detail, TlEmphasis emphasis)
{
  if (tl_entry_is_line (tl_display_list_get_entry (self->list, index)))
    tl_snapshot_painter_begin_without_lines (self->painter);
  else
    tl_snapshot_painter_begin (self->painter);
  tl_display_list_paint_entry (self->list, index, TL_PAINTER (self->painter), detail, emphasis);
  return tl_snapshot_painter_end (self->painter);
}

/**
 * tl_entry_nodes_new:
 * @context: the fonts, for these nodes alone
 *
 * Returns: (transfer full): the nodes of no list yet
 */
TlEntryNodes *
tl_entry_nodes_new (PangoContext *context)
{
  TlEntryNodes *self = g_new0 (TlEntryNodes, 1);

  self->painter = tl_snapshot_painter_new (context);
  return self;
}

/**
 * tl_entry_nodes_free:
 * @self: (transfer full): the nodes
 */
void
tl_entry_nodes_free (TlEntryNodes *self)
{
  tl_entry_nodes_set_list (self, NULL);
  g_object_unref (self->painter);
  g_free (self);
}

/**
 * tl_entry_nodes_set_list:
 * @self: the nodes
 * @list: (nullable): what they are to show; it must outlive them, or the next call
 *
 * Forgets the nodes of the list before, which may be gone already.
 */
void
tl_entry_nodes_set_list (TlEntryNodes *self, const TlDisplayList *list)
{
  for (guint i = 0; i < self->n_entries; i++)
    clear_entry (self, &self->entries[i]);
  g_clear_pointer (&self->entries, g_free);
  tl_snapshot_painter_forget (self->painter);
  self->list = list;
  self->n_entries = list != NULL ? tl_display_list_get_n_entries (list) : 0;
  self->entries = g_new0 (Entry, self->n_entries);
}

/**
 * tl_entry_nodes_get:
 * @self: the nodes of a list
 * @index: of an entry
 * @detail: one step; the nodes of another step are dropped
 * @emphasis: the state of the entry
 *
 * The lines of links are not in it: they are for #TlLineTiles.
 *
 * Returns: (transfer none) (nullable): the node in map units, %NULL when nothing is to be seen
 */
GskRenderNode *
tl_entry_nodes_get (TlEntryNodes *self, guint index, TlDetail detail, TlEmphasis emphasis)
{
  Entry *entry = &self->entries[index];
  guint8 bit = (guint8) (1 << emphasis);

  if (entry->built != 0 && entry->detail != detail)
    clear_entry (self, entry);
  if ((entry->built & bit) == 0)
    {
      entry->nodes[emphasis] = paint (self, index, detail, emphasis);
      if (entry->built == 0)
        self->n_built++;
      entry->built |= bit;
      entry->detail = (guint8) detail;
    }
  return entry->nodes[emphasis];
}

/**
 * tl_entry_nodes_forget:
 * @self: the nodes of a list
 * @index: of an entry that looks otherwise now
 *
 * The nodes that were made for it are not to be used in between.
 */
void
tl_entry_nodes_forget (TlEntryNodes *self, guint index)
{
  clear_entry (self, &self->entries[index]);
}

/**
 * tl_entry_nodes_trim:
 * @self: the nodes of a list
 * @wanted: (element-type guint): the entries in sight
 *
 * When far more is kept than is in sight, keeps only that.
 */
void
tl_entry_nodes_trim (TlEntryNodes *self, const GArray *wanted)
{
  g_autofree guint8 *is_wanted = NULL;

  if (self->n_built <= MAX_KEPT + wanted->len)
    return;
  is_wanted = g_new0 (guint8, self->n_entries);
  for (guint i = 0; i < wanted->len; i++)
    is_wanted[g_array_index (wanted, guint, i)] = TRUE;
  for (guint i = 0; i < self->n_entries; i++)
    if (!is_wanted[i])
      clear_entry (self, &self->entries[i]);
}
