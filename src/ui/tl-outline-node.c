/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-node.h"

#include <glib/gi18n.h>

#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-list-update.h"

typedef enum
{
  NODE_ROOT,      /* not shown: what is under it is the top of the outline */
  NODE_PLAN,      /* the workspace, with the goals under it */
  NODE_ITEM,      /* an item in its place */
  NODE_SUPPORTER, /* a project under what it serves */
  NODE_LOOSE,     /* the heading of objectives without an active goal */
  NODE_UNALIGNED, /* the heading of projects that serve nothing */
  NODE_MANDATED,  /* the heading of projects that a rule demands, and that are not linked */
  NODE_UNCOUNTED, /* the heading of ideas, and of projects that are over */
  NODE_KIND,      /* the heading of all items of a kind */
} NodeType;

struct _TlOutlineNode
{
  GObject parent_instance;

  /* Owned. */
  TlItem *item;
  TlItem *link;
  GListStore *children; /* NULL as long as nobody has asked */
  char *key;

  NodeType type;
  TlKind kind; /* of a heading of a kind */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOutlineNode, tl_outline_node, G_TYPE_OBJECT)

static void
tl_outline_node_dispose (GObject *object)
{
  TlOutlineNode *self = TL_OUTLINE_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->link);
  g_clear_object (&self->item);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (tl_outline_node_parent_class)->dispose (object);
}

static void
tl_outline_node_class_init (TlOutlineNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_outline_node_dispose;

  /**
   * TlOutlineNode::changed:
   * @self: the node
   *
   * The row may say something else than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_OUTLINE_NODE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_outline_node_init (TlOutlineNode *self)
{
}

static char *
dup_key (NodeType type, TlItem *item)
{
  return g_strdup_printf ("%d %s", type, item != NULL ? tl_item_get_id (item) : "");
}

static void
append (GListStore *list, NodeType type, TlItem *item, TlItem *link)
{
  g_autoptr (TlOutlineNode) node = g_object_new (TL_TYPE_OUTLINE_NODE, NULL);

  node->type = type;
  g_set_object (&node->item, item);
  g_set_object (&node->link, link);
  /* A project may serve an objective by two links, and by its links to many. */
  node->key = dup_key (type, link != NULL ? link : item);
  g_list_store_append (list, node);
}

static void
append_supporters (GListStore *list, TlAlignment *alignment, TlItem *objective)
{
  guint n;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n);

  for (guint i = 0; i < n; i++)
    append (list, NODE_SUPPORTER, tl_item_get_ref (links[i], TL_LINK_PROJECT), links[i]);
}

/* The objectives that count come first, as they do on the map, and the others after them. */
static void
append_under_goal (GListStore *list, TlAlignment *alignment, TlItem *goal)
{
  guint n;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);

  for (guint i = 0; i < n; i++)
    append (list, NODE_ITEM, objectives[i], NULL);
  n = tl_item_get_n_referrers (goal);
  for (guint i = 0; i < n; i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (goal, i, &field);

      if (field == TL_OBJECTIVE_GOAL && !tl_alignment_is_active_objective (alignment, referrer))
        append (list, NODE_ITEM, referrer, NULL);
      else if (field == TL_LINK_TARGET && tl_item_get_ref (referrer, TL_LINK_PROJECT) != NULL)
        append (list, NODE_SUPPORTER, tl_item_get_ref (referrer, TL_LINK_PROJECT), referrer);
    }
}

static void
append_goals (GListStore *list, TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  for (guint i = 0; i < n; i++)
    append (list, NODE_ITEM, goals[i], NULL);
  n = tl_workspace_get_n_items (workspace, TL_KIND_GOAL);
  for (guint i = 0; i < n; i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);

      if (!tl_alignment_is_active_goal (alignment, goal))
        append (list, NODE_ITEM, goal, NULL);
    }
}

/* Where a project stands that is under no objective. */
static NodeType
get_heading (TlAlignment *alignment, TlItem *project)
{
  switch (tl_alignment_get_standing (alignment, project))
    {
    case TL_STANDING_UNCOUNTED:
      return NODE_UNCOUNTED;
    case TL_STANDING_MANDATE:
      return NODE_MANDATED;
    case TL_STANDING_ALIGNED:
      return NODE_SUPPORTER;
    case TL_STANDING_GOAL_ONLY:
    case TL_STANDING_CLOSED:
    case TL_STANDING_UNLINKED:
    default:
      return NODE_UNALIGNED;
    }
}

static gboolean
belongs_under (NodeType heading, TlAlignment *alignment, TlItem *item)
{
  switch (heading)
    {
    case NODE_LOOSE:
      return tl_item_get_ref (item, TL_OBJECTIVE_GOAL) == NULL;
    case NODE_UNALIGNED:
    case NODE_MANDATED:
    case NODE_UNCOUNTED:
      return get_heading (alignment, item) == heading;
    case NODE_ROOT:
    case NODE_PLAN:
    case NODE_ITEM:
    case NODE_SUPPORTER:
    case NODE_KIND:
    default:
      return TRUE;
    }
}

static void
append_kind (GListStore *list, TlSession *session, NodeType heading, TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n = tl_workspace_get_n_items (workspace, kind);

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);

      if (belongs_under (heading, alignment, item))
        append (list, NODE_ITEM, item, NULL);
    }
}

static gboolean
has_any (TlSession *session, NodeType heading, TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n = tl_workspace_get_n_items (workspace, kind);

  for (guint i = 0; i < n; i++)
    {
      if (belongs_under (heading, tl_session_get_alignment (session),
                         tl_workspace_get_item (workspace, kind, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_heading (TlKind kind)
{
  return !tl_kind_get_spec (kind)->is_single && kind != TL_KIND_GOAL && kind != TL_KIND_OBJECTIVE
         && kind != TL_KIND_PROJECT && kind != TL_KIND_LINK;
}

static void
append_heading (GListStore *list, TlSession *session, NodeType type, TlKind kind)
{
  g_autoptr (TlOutlineNode) node = NULL;

  if (!has_any (session, type, kind))
    return;
  node = g_object_new (TL_TYPE_OUTLINE_NODE, NULL);
  node->type = type;
  node->kind = kind;
  node->key = g_strdup_printf ("%d %d", type, kind);
  g_list_store_append (list, node);
}

static void
append_top (GListStore *list, TlSession *session)
{
  append (list, NODE_PLAN, tl_workspace_get_root (tl_session_get_workspace (session)), NULL);
  append_heading (list, session, NODE_LOOSE, TL_KIND_OBJECTIVE);
  append_heading (list, session, NODE_UNALIGNED, TL_KIND_PROJECT);
  append_heading (list, session, NODE_MANDATED, TL_KIND_PROJECT);
  append_heading (list, session, NODE_UNCOUNTED, TL_KIND_PROJECT);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      if (has_heading (kind))
        append_heading (list, session, NODE_KIND, kind);
    }
}

static void
append_under_item (GListStore *list, TlSession *session, TlItem *item)
{
  TlAlignment *alignment = tl_session_get_alignment (session);

  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    append_under_goal (list, alignment, item);
  else if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    append_supporters (list, alignment, item);
}

static GListStore *
list_children (TlOutlineNode *self, TlSession *session)
{
  GListStore *list = g_list_store_new (TL_TYPE_OUTLINE_NODE);

  switch (self->type)
    {
    case NODE_ROOT:
      append_top (list, session);
      break;
    case NODE_PLAN:
      append_goals (list, session);
      break;
    case NODE_ITEM:
      append_under_item (list, session, self->item);
      break;
    case NODE_LOOSE:
    case NODE_UNALIGNED:
    case NODE_MANDATED:
    case NODE_UNCOUNTED:
    case NODE_KIND:
      append_kind (list, session, self->type, self->kind);
      break;
    case NODE_SUPPORTER:
    default:
      break;
    }
  return list;
}

static gboolean
can_have_children (TlOutlineNode *self)
{
  if (self->type == NODE_ITEM)
    return tl_item_get_kind (self->item) == TL_KIND_GOAL
           || tl_item_get_kind (self->item) == TL_KIND_OBJECTIVE;
  return self->type != NODE_SUPPORTER;
}

static void
take_over (gpointer older, gpointer newer)
{
  TlOutlineNode *self = older;
  TlOutlineNode *other = newer;

  g_set_object (&self->item, other->item);
  g_set_object (&self->link, other->link);
}

/**
 * tl_outline_node_new_root:
 *
 * Returns: (transfer full): the node whose children are the top of the outline
 */
TlOutlineNode *
tl_outline_node_new_root (void)
{
  TlOutlineNode *self = g_object_new (TL_TYPE_OUTLINE_NODE, NULL);

  self->type = NODE_ROOT;
  self->key = g_strdup ("");
  return self;
}

/**
 * tl_outline_node_update:
 * @self: a node
 * @session: the session it is about
 *
 * Brings up to date what is under the node, as far as anybody has asked for it.
 */
void
tl_outline_node_update (TlOutlineNode *self, TlSession *session)
{
  g_autoptr (GListStore) now = NULL;
  guint n;

  g_return_if_fail (TL_IS_OUTLINE_NODE (self));

  if (self->children != NULL)
    {
      now = list_children (self, session);
      tl_list_update (self->children, G_LIST_MODEL (now), tl_outline_node_get_key, take_over);
      n = g_list_model_get_n_items (G_LIST_MODEL (self->children));
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (TlOutlineNode) child
              = g_list_model_get_item (G_LIST_MODEL (self->children), i);

          tl_outline_node_update (child, session);
        }
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_outline_node_get_key:
 * @node: a node
 *
 * Returns: what tells it from its siblings, now and after changes
 */
const char *
tl_outline_node_get_key (gpointer node)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (node), NULL);

  return TL_OUTLINE_NODE (node)->key;
}

/**
 * tl_outline_node_get_item:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the item it stands for; %NULL for a heading
 */
TlItem *
tl_outline_node_get_item (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  return self->item;
}

/**
 * tl_outline_node_get_link:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the link by which the project is where it is
 */
TlItem *
tl_outline_node_get_link (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  return self->link;
}

/**
 * tl_outline_node_get_children:
 * @self: a node
 * @session: the session it is about
 *
 * A tree asks only once: so there is a list wherever something may come to be, though it be empty.
 *
 * Returns: (transfer none) (nullable): what is under it, kept up to date by
 *   tl_outline_node_update(); %NULL where nothing can be
 */
GListModel *
tl_outline_node_get_children (TlOutlineNode *self, TlSession *session)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  if (!can_have_children (self))
    return NULL;
  if (self->children == NULL)
    self->children = list_children (self, session);
  return G_LIST_MODEL (self->children);
}

/**
 * tl_outline_node_has_children:
 * @self: a node
 * @session: the session it is about
 *
 * Returns: whether there is something under it now
 */
gboolean
tl_outline_node_has_children (TlOutlineNode *self, TlSession *session)
{
  GListModel *children = tl_outline_node_get_children (self, session);

  return children != NULL && g_list_model_get_n_items (children) > 0;
}

/**
 * tl_outline_node_dup_title:
 * @self: a node
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_outline_node_dup_title (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  switch (self->type)
    {
    case NODE_LOOSE:
      return g_strdup (C_ ("outline", "Without a Goal"));
    case NODE_UNALIGNED:
      return g_strdup (C_ ("outline", "Not Aligned"));
    case NODE_MANDATED:
      return g_strdup (C_ ("outline", "Mandated, Not Linked"));
    case NODE_UNCOUNTED:
      return g_strdup (C_ ("outline", "Ideas and Past Projects"));
    case NODE_KIND:
      return g_strdup (tl_kind_get_plural (self->kind));
    case NODE_PLAN:
    case NODE_ITEM:
    case NODE_SUPPORTER:
      return tl_item_dup_name (self->item);
    case NODE_ROOT:
    default:
      return g_strdup ("");
    }
}

static gboolean
lacks_support (TlItem *item, TlAlignment *alignment)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_alignment_is_active_objective (alignment, item)
           && !tl_alignment_is_covered (alignment, item);
  return tl_item_get_kind (item) == TL_KIND_GOAL && tl_alignment_is_active_goal (alignment, item)
         && !tl_alignment_is_goal_covered (alignment, item);
}

/**
 * tl_outline_node_dup_detail:
 * @self: a node
 * @session: the session it is about
 *
 * Returns: (transfer full) (nullable): a word or a number to be read with the title
 */
char *
tl_outline_node_dup_detail (TlOutlineNode *self, TlSession *session)
{
  GListModel *children;

  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  if (self->link != NULL && tl_item_get_choice (self->link, TL_LINK_STRENGTH) != TL_CHOICE_NONE)
    return g_strdup (tl_field_get_choice_label (TL_LINK_STRENGTH,
                                                tl_item_get_choice (self->link, TL_LINK_STRENGTH)));
  if (self->type == NODE_ITEM && lacks_support (self->item, tl_session_get_alignment (session)))
    return g_strdup ("▲");
  if (self->item != NULL)
    return NULL;
  children = tl_outline_node_get_children (self, session);
  return g_strdup_printf ("%u", children != NULL ? g_list_model_get_n_items (children) : 0);
}

/**
 * tl_outline_node_dup_label:
 * @self: a node
 * @session: the session it is about
 *
 * Returns: (transfer full): all that the row says, for assistive technologies
 */
char *
tl_outline_node_dup_label (TlOutlineNode *self, TlSession *session)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  /* The description of an item says in words what a sign says to the eye. */
  if (self->link != NULL || self->item == NULL)
    detail = tl_outline_node_dup_detail (self, session);
  title = self->item != NULL ? tl_item_describe (session, self->item)
                             : tl_outline_node_dup_title (self);
  if (detail == NULL)
    return g_steal_pointer (&title);
  /* Translators: what a row of the outline is called, and the strength of a link or a number. */
  return g_strdup_printf (C_ ("outline", "%1$s, %2$s"), title, detail);
}

static void
prepend_item (GPtrArray *path, TlItem *item)
{
  g_ptr_array_insert (path, 0, dup_key (NODE_ITEM, item));
}

static void
prepend_heading (GPtrArray *path, NodeType type, TlKind kind)
{
  g_ptr_array_insert (path, 0, g_strdup_printf ("%d %d", type, kind));
}

static void
prepend_goal (GPtrArray *path, TlSession *session, TlItem *goal)
{
  prepend_item (path, goal);
  g_ptr_array_insert (path, 0,
                      dup_key (NODE_PLAN,
                               tl_workspace_get_root (tl_session_get_workspace (session))));
}

static void
prepend_objective (GPtrArray *path, TlSession *session, TlItem *objective)
{
  TlItem *goal = tl_item_get_ref (objective, TL_OBJECTIVE_GOAL);

  prepend_item (path, objective);
  if (goal != NULL)
    prepend_goal (path, session, goal);
  else
    prepend_heading (path, NODE_LOOSE, TL_KIND_OBJECTIVE);
}

static void
prepend_project (GPtrArray *path, TlSession *session, TlItem *project)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  NodeType heading = get_heading (alignment, project);

  if (heading == NODE_SUPPORTER)
    {
      g_ptr_array_insert (path, 0, dup_key (NODE_SUPPORTER, links[0]));
      prepend_objective (path, session, tl_item_get_ref (links[0], TL_LINK_TARGET));
      return;
    }
  prepend_item (path, project);
  prepend_heading (path, heading, TL_KIND_PROJECT);
}

/**
 * tl_outline_dup_path:
 * @session: a session
 * @item: an item of the workspace
 *
 * Returns: (transfer full) (element-type utf8): the keys of the nodes that lead from the top of the
 *   outline to the item, the last its own; empty where it has no place in the outline
 */
GPtrArray *
tl_outline_dup_path (TlSession *session, TlItem *item)
{
  GPtrArray *path = g_ptr_array_new_with_free_func (g_free);
  TlKind kind = tl_item_get_kind (item);

  switch (kind)
    {
    case TL_KIND_GOAL:
      prepend_goal (path, session, item);
      break;
    case TL_KIND_OBJECTIVE:
      prepend_objective (path, session, item);
      break;
    case TL_KIND_PROJECT:
      prepend_project (path, session, item);
      break;
    case TL_KIND_LINK:
      if (tl_item_get_ref (item, TL_LINK_PROJECT) != NULL)
        prepend_project (path, session, tl_item_get_ref (item, TL_LINK_PROJECT));
      break;
    default:
      if (has_heading (kind))
        {
          prepend_item (path, item);
          prepend_heading (path, NODE_KIND, kind);
        }
      break;
    }
  return path;
}
