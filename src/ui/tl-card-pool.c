/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-card-pool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-pin.h"

#define MAX_NODES 300

struct _TlCardPool
{
  GtkWidget *canvas; /* borrowed: the parent of the nodes */
  GCallback entered;
  GCallback action;

  GHashTable *nodes; /* id, the node's own → TlCardNode, a child of the canvas */
  guint64 revision;  /* of what the nodes say */
};

static TlCardNode *
create_node (TlCardPool *self)
{
  GtkWidget *node = tl_card_node_new ();

  g_signal_connect_object (node, "entered", self->entered, self->canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "action", self->action, self->canvas, 0);
  gtk_widget_set_parent (node, self->canvas);
  return TL_CARD_NODE (node);
}

static char *
dup_own_description (TlSession *session, TlItem *item)
{
  g_autofree char *description = tl_item_describe (session, item);

  if (tl_pin_find (item) == NULL)
    return g_steal_pointer (&description);
  /* Translators: for screen readers, a card that the user has pinned to its place on the map. */
  return g_strdup_printf (C_ ("accessible", "%s, pinned"), description);
}

static gboolean
get_fold (TlMapView *view, const char *id, TlFold *fold)
{
  guint index;

  return tl_map_view_find (view, id, &index)
         && tl_scene_get_fold (tl_map_view_get_scene (view), index, fold);
}

/* What the colour of a card says, is said of it, too, and what it hides. */
static char *
dup_description (TlSession *session, TlMapView *view, TlItem *item)
{
  GString *description;
  g_autofree char *plain = dup_own_description (session, item);
  g_autofree char *hidden = NULL;
  const char *note = NULL;
  guint index;
  TlFold fold;

  if (tl_map_view_find (view, tl_item_get_id (item), &index))
    note = tl_map_view_get_entry (view, index)->tint.note;
  if (get_fold (view, tl_item_get_id (item), &fold) && fold.is_folded)
    hidden = tl_fold_dup_words (fold.n_hidden, FALSE);
  description = g_string_new (plain);
  if (note != NULL)
    g_string_append_printf (description, ", %s", note);
  if (hidden != NULL)
    g_string_append_printf (description, ", %s", hidden);
  return g_string_free (description, FALSE);
}

static void
tell_fold (TlCardNode *node, TlMapView *view, const char *id)
{
  TlFold fold;

  tl_card_node_set_expanded (node, get_fold (view, id, &fold) ? !fold.is_folded
                                                              : GTK_ACCESSIBLE_VALUE_UNDEFINED);
}

static void
describe_lane (TlCardNode *node, TlMapView *view, const char *id)
{
  g_autofree char *facts = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  guint index;
  TlFold fold;

  if (!get_fold (view, id, &fold) || !tl_map_view_find (view, id, &index))
    return;
  title = tl_scene_describe_lane (tl_map_view_get_scene (view), index, &facts);
  /* Translators: for screen readers, a lane of the map: its title. */
  label = g_strdup_printf (C_ ("accessible", "Lane: %s"), title);
  /* Translators: for screen readers, a lane whose cards are hidden, and what lies in it. */
  description = fold.is_folded ? g_strdup_printf (C_ ("accessible", "Folded, %s"), facts)
                               : g_steal_pointer (&facts);
  tl_card_node_describe (node, label, description);
}

static void
describe (TlCardNode *node, TlSession *session, TlMapView *view, TlItem *item)
{
  g_autofree char *description = dup_description (session, view, item);
  g_autofree char *label = NULL;

  if (tl_item_get_kind (item) == TL_KIND_LINK)
    {
      TlItem *project = tl_item_get_ref (item, TL_LINK_PROJECT);
      TlItem *target = tl_item_get_ref (item, TL_LINK_TARGET);
      g_autofree char *project_name = project != NULL ? tl_item_dup_name (project) : NULL;
      g_autofree char *target_name = target != NULL ? tl_item_dup_name (target) : NULL;

      /* Translators: for screen readers, a link on the map: a project and what it serves. */
      label = g_strdup_printf (C_ ("accessible", "Link: %1$s to %2$s"),
                               project_name != NULL ? project_name : "",
                               target_name != NULL ? target_name : "");
    }
  else
    {
      g_autofree char *name = tl_item_dup_name (item);

      /* Translators: for screen readers, a card on the map: its kind and its title. */
      label = g_strdup_printf (C_ ("accessible", "%1$s: %2$s"),
                               tl_kind_get_label (tl_item_get_kind (item)), name);
    }
  tl_card_node_describe (node, label, description);
}

/* @item: NULL for a lane */
static void
bind (TlCardPool *self,
      TlCardNode *node,
      TlSession *session,
      TlMapView *view,
      TlItem *item,
      const char *id)
{
  TlSelection *selection = tl_session_get_selection (session);

  tl_card_node_set_id (node, id);
  if (item != NULL)
    describe (node, session, view, item);
  else
    describe_lane (node, view, id);
  tell_fold (node, view, id);
  tl_card_node_set_selected (node, item != NULL && tl_selection_contains (selection, item));
  g_hash_table_insert (self->nodes, (gpointer) tl_card_node_get_id (node), node);
}

/* What should have a node, and where it stands. */
typedef struct
{
  TlItem *item; /* NULL for a lane */
  const char *id;
  TlRect bounds; /* in map units */
  gboolean is_in_tray;
  gboolean is_in_row;
} Wanted;

static void
want (GHashTable *ids, GArray *wanted, TlSession *session, TlMapView *view, const char *id)
{
  TlItem *item = id != NULL ? tl_workspace_lookup (tl_session_get_workspace (session), id) : NULL;
  Wanted card = { .item = item };
  TlFold fold;
  guint index;

  if (wanted->len >= MAX_NODES || !tl_map_view_find (view, id, &index)
      || (item == NULL && !get_fold (view, id, &fold)))
    return;
  card.id = item != NULL ? tl_item_get_id (item) : tl_map_view_get_entry (view, index)->item.id;
  if (!g_hash_table_add (ids, (gpointer) card.id))
    return;
  /* The strip of a lane reaches beyond its column. */
  card.bounds = item != NULL ? tl_map_view_get_entry (view, index)->item.bounds : fold.handle;
  card.is_in_tray = tl_map_view_is_in_tray (view, index);
  card.is_in_row = card.is_in_tray || tl_scene_is_upright (tl_map_view_get_scene (view));
  g_array_append_val (wanted, card);
}

/* Column by column on the map, unless it is in rows; row by row in the tray. */
static int
compare_wanted (gconstpointer pointer_a, gconstpointer pointer_b)
{
  const Wanted *a = pointer_a;
  const Wanted *b = pointer_b;
  double dx = a->bounds.x - b->bounds.x;
  double dy = a->bounds.y - b->bounds.y;
  double first = a->is_in_row ? dy : dx;
  double second = a->is_in_row ? dx : dy;

  if (a->is_in_tray != b->is_in_tray)
    return a->is_in_tray ? 1 : -1;
  if (first != 0)
    return first < 0 ? -1 : 1;
  return second < 0 ? -1 : second > 0;
}

static GArray *
list_wanted (TlSession *session, TlMapView *view, const char *focused, GHashTable *ids)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (session));
  GArray *visible = tl_map_view_get_visible (view);
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  TlScene *scene = tl_map_view_get_scene (view);
  TlRect seen;

  want (ids, wanted, session, view, focused);
  if (primary != NULL)
    want (ids, wanted, session, view, tl_item_get_id (primary));
  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      const TlEntry *entry = tl_map_view_get_entry (view, index);

      if (entry->item.role == TL_ENTRY_CARD && tl_map_view_get_seen_rect (view, index, &seen))
        want (ids, wanted, session, view, entry->item.id);
    }
  for (guint i = 0; scene != NULL && i < tl_scene_get_n_lanes (scene); i++)
    if (tl_map_view_get_seen_rect (view, tl_scene_get_lane (scene, i), &seen))
      want (ids, wanted, session, view,
            tl_map_view_get_entry (view, tl_scene_get_lane (scene, i))->item.id);
  g_array_sort (wanted, compare_wanted);
  return wanted;
}

/* Who goes through the children one by one meets them in the order of reading. */
static void
put_in_order (TlCardPool *self, GArray *wanted)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < wanted->len; i++)
    {
      GtkWidget *node = GTK_WIDGET (tl_card_pool_find (self, g_array_index (wanted, Wanted, i).id));

      if (gtk_widget_get_prev_sibling (node) != previous)
        gtk_widget_insert_after (node, self->canvas, previous);
      previous = node;
    }
}

/* Takes the nodes that are no longer wanted out of the table. */
static GPtrArray *
collect_free (TlCardPool *self, GHashTable *wanted)
{
  GPtrArray *unused = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      if (g_hash_table_contains (wanted, id))
        continue;
      g_hash_table_iter_remove (&iter);
      g_ptr_array_add (unused, node);
    }
  return unused;
}

/**
 * tl_card_pool_new:
 * @canvas: the parent of the nodes; it outlives the pool
 * @entered: handler for TlCardNode::entered, called with @canvas first
 * @action: handler for TlCardNode::action
 *
 * Returns: (transfer full): an empty pool
 */
TlCardPool *
tl_card_pool_new (GtkWidget *canvas, GCallback entered, GCallback action)
{
  TlCardPool *self = g_new0 (TlCardPool, 1);

  self->canvas = canvas;
  self->entered = entered;
  self->action = action;
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * tl_card_pool_free:
 * @self: (transfer full): a pool; its nodes leave the canvas
 */
void
tl_card_pool_free (TlCardPool *self)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    gtk_widget_unparent (node);
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * tl_card_pool_sync:
 * @self: a pool
 * @session: (nullable): where the items are; without one all nodes go
 * @view: prepared: what is in sight
 * @focused: (nullable): id of the item that has the keyboard, in sight or not
 *
 * Gives a node to each card that should have one, and takes it from the others. Not to be called
 * while the canvas is being allocated.
 */
void
tl_card_pool_sync (TlCardPool *self, TlSession *session, TlMapView *view, const char *focused)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) wanted = session != NULL ? list_wanted (session, view, focused, ids)
                                              : g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_autoptr (GPtrArray) unused = collect_free (self, ids);
  guint64 revision
      = session != NULL ? tl_workspace_get_revision (tl_session_get_workspace (session)) : 0;
  guint n_reused = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *card = &g_array_index (wanted, Wanted, i);
      TlCardNode *node = tl_card_pool_find (self, card->id);

      if (node != NULL && self->revision == revision)
        continue;
      if (node == NULL)
        node = n_reused < unused->len ? unused->pdata[n_reused++] : create_node (self);
      bind (self, node, session, view, card->item, card->id);
    }
  for (; n_reused < unused->len; n_reused++)
    gtk_widget_unparent (unused->pdata[n_reused]);
  put_in_order (self, wanted);
  self->revision = revision;
}

/**
 * tl_card_pool_find:
 * @self: a pool
 * @id: (nullable): of an item
 *
 * Returns: (transfer none) (nullable): its node, if it has one now
 */
TlCardNode *
tl_card_pool_find (TlCardPool *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;
}

/**
 * tl_card_pool_ensure:
 * @self: a pool
 * @session: where the items are
 * @view: where the cards are
 * @id: of an item or a lane
 *
 * Returns: (transfer none) (nullable): its node, in sight or not; %NULL when the map does not show
 *   it
 */
TlCardNode *
tl_card_pool_ensure (TlCardPool *self, TlSession *session, TlMapView *view, const char *id)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (session), id);
  TlCardNode *node = tl_card_pool_find (self, id);
  TlFold fold;
  guint index;

  if (node != NULL || !tl_map_view_find (view, id, &index)
      || (item == NULL && !get_fold (view, id, &fold)))
    return node;
  node = create_node (self);
  bind (self, node, session, view, item, id);
  return node;
}

/**
 * tl_card_pool_forget:
 * @self: a pool
 *
 * Has all nodes told anew what they stand for when the pool is brought up to date next.
 */
void
tl_card_pool_forget (TlCardPool *self)
{
  self->revision = G_MAXUINT64;
}

/**
 * tl_card_pool_update_selected:
 * @self: a pool
 * @session: whose selection has changed
 */
void
tl_card_pool_update_selected (TlCardPool *self, TlSession *session)
{
  TlSelection *selection = tl_session_get_selection (session);
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GHashTableIter iter;
  gpointer id, node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      TlItem *item = tl_workspace_lookup (workspace, id);

      tl_card_node_set_selected (node, item != NULL && tl_selection_contains (selection, item));
    }
}

/**
 * tl_card_pool_allocate:
 * @self: a pool
 * @view: where the cards are now
 *
 * Puts each node over its card.
 */
void
tl_card_pool_allocate (TlCardPool *self, TlMapView *view)
{
  GHashTableIter iter;
  gpointer id, node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      TlRect rect = tl_rect (0, 0, 1, 1);
      GtkAllocation allocation;
      guint index;

      if (tl_map_view_find (view, id, &index) && !tl_map_view_get_seen_rect (view, index, &rect))
        rect = tl_map_view_get_entry_rect (view, index);
      allocation
          = (GtkAllocation) { (int) floor (rect.x), (int) floor (rect.y),
                              MAX (1, (int) ceil (rect.width)), MAX (1, (int) ceil (rect.height)) };
      /* A widget must be measured before it is allocated. */
      gtk_widget_measure (node, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (node, &allocation, -1);
    }
}
