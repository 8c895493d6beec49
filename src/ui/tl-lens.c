/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-lens.h"

#include "tl-reach.h"
#include "tl-reading-order.h"

struct _TlLens
{
  GObject parent_instance;

  /* Owned. */
  TlAnalysis *analysis;
  GPtrArray *order; /* of TlItem: how the items are read; NULL until asked */
  char *query;      /* as it was typed; never NULL */
  TlFilter *filter; /* NULL when nothing is asked for, or nothing that can be understood */
  GError *error;
  GPtrArray *matches;   /* of TlItem, in the order of reading */
  GHashTable *indices;  /* TlItem, borrowed from matches → its index */
  GPtrArray *focus;     /* of TlItem; NULL when there is none */
  GHashTable *in_focus; /* of TlItem; NULL when there is no focus */
  TlFolds *folds;
  TlLensCamera camera;
  GHashTable *served; /* of TlItem: what matches serve; NULL unless the rest is hidden */

  TlFilterSpan error_span;
  guint focus_steps;
  int colour_by;
  int arrange_by;
  int direction;
  guint n_open; /* changes that were begun */
  gboolean hides;
  gboolean is_changed; /* and that was not told yet */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLens, tl_lens, G_TYPE_OBJECT)

static void
change (TlLens *self)
{
  self->is_changed = TRUE;
  if (self->n_open > 0)
    return;
  self->is_changed = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GPtrArray *
get_order (TlLens *self)
{
  if (self->order == NULL)
    self->order = tl_reading_order_new (tl_analysis_get_alignment (self->analysis));
  return self->order;
}

static GPtrArray *
find_matches (TlLens *self)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *order = self->filter != NULL ? get_order (self) : NULL;

  for (guint i = 0; order != NULL && i < order->len; i++)
    {
      TlItem *item = order->pdata[i];

      if (tl_filter_is_searched (tl_item_get_kind (item))
          && tl_filter_matches (self->filter, self->analysis, item))
        g_ptr_array_add (matches, g_object_ref (item));
    }
  return matches;
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

/* Returns whether they are others than before. */
static gboolean
update_matches (TlLens *self)
{
  g_autoptr (GPtrArray) matches = find_matches (self);

  if (is_same_list (matches, self->matches))
    return FALSE;
  g_hash_table_remove_all (self->indices);
  for (guint i = 0; i < matches->len; i++)
    g_hash_table_insert (self->indices, matches->pdata[i], GUINT_TO_POINTER (i));
  g_ptr_array_unref (self->matches);
  self->matches = g_steal_pointer (&matches);
  return TRUE;
}

static void
drop_removed (GPtrArray *items)
{
  for (guint i = items->len; i > 0; i--)
    if (tl_item_get_workspace (items->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (items, i - 1);
}

static gboolean
is_same_set (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer item;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!g_hash_table_contains (b, item))
      return FALSE;
  return TRUE;
}

/* Returns whether it covers other items than before. */
static gboolean
update_focus (TlLens *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->in_focus);

  if (self->focus != NULL)
    drop_removed (self->focus);
  if (self->focus != NULL && self->focus->len == 0)
    g_clear_pointer (&self->focus, g_ptr_array_unref);
  if (self->focus != NULL)
    self->in_focus = tl_reach_find (self->focus, self->focus_steps);
  return !is_same_set (before, self->in_focus);
}

static gboolean
is_lit (TlLens *self, TlItem *item)
{
  return item != NULL && tl_lens_matches (self, item) && tl_lens_is_in_focus (self, item);
}

/* A project that is found means little without what it is for. */
static GHashTable *
find_served (TlLens *self)
{
  GHashTable *served;

  if (self->filter == NULL || !self->hides)
    return NULL;
  served = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->matches->len; i++)
    if (is_lit (self, self->matches->pdata[i]))
      tl_reach_add_served (served, self->matches->pdata[i]);
  return served;
}

/* Returns whether it is other items than before. */
static gboolean
update_served (TlLens *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->served);

  self->served = find_served (self);
  return !is_same_set (before, self->served);
}

static void
tl_lens_dispose (GObject *object)
{
  TlLens *self = TL_LENS (object);

  g_clear_pointer (&self->indices, g_hash_table_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->served, g_hash_table_unref);
  g_clear_pointer (&self->in_focus, g_hash_table_unref);
  g_clear_pointer (&self->focus, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->filter, tl_filter_unref);
  g_clear_pointer (&self->analysis, tl_analysis_unref);

  G_OBJECT_CLASS (tl_lens_parent_class)->dispose (object);
}

static void
tl_lens_finalize (GObject *object)
{
  TlLens *self = TL_LENS (object);

  g_clear_error (&self->error);
  g_free (self->query);
  tl_folds_free (self->folds);

  G_OBJECT_CLASS (tl_lens_parent_class)->finalize (object);
}

static void
tl_lens_class_init (TlLensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_lens_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_lens_finalize;

  /**
   * TlLens::changed:
   * @self: the lens
   *
   * What it answers is another than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_LENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  /**
   * TlLens::led:
   * @self: the lens
   *
   * The map is to be looked at elsewhere.
   */
  signals[SIGNAL_LED]
      = g_signal_new ("led", TL_TYPE_LENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_lens_init (TlLens *self)
{
  self->query = g_strdup ("");
  self->folds = tl_folds_new ();
  self->matches = g_ptr_array_new_with_free_func (g_object_unref);
  self->indices = g_hash_table_new (NULL, NULL);
  self->colour_by = self->arrange_by = self->direction = TL_CHOICE_NONE;
}

/**
 * tl_lens_new:
 * @analysis: the analysis of the document that is looked at
 *
 * Returns: (transfer full): a lens that shows everything as it is
 */
TlLens *
tl_lens_new (TlAnalysis *analysis)
{
  TlLens *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_object_new (TL_TYPE_LENS, NULL);
  self->analysis = tl_analysis_ref (analysis);
  return self;
}

/**
 * tl_lens_set_query:
 * @self: a lens
 * @text: (nullable): a query, or nothing to ask for nothing
 *
 * Asks for what matches @text. Where that cannot be understood, nothing is asked for, and
 * tl_lens_get_error() says why.
 */
void
tl_lens_set_query (TlLens *self, const char *text)
{
  g_return_if_fail (TL_IS_LENS (self));

  if (g_strcmp0 (self->query, text != NULL ? text : "") == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (text != NULL ? text : "");
  g_clear_error (&self->error);
  g_clear_pointer (&self->filter, tl_filter_unref);
  self->filter = tl_filter_new (self->query, TL_FILTER_DEFAULT, &self->error_span, &self->error);
  if (self->filter != NULL && tl_filter_is_empty (self->filter))
    g_clear_pointer (&self->filter, tl_filter_unref);
  update_matches (self);
  update_served (self);
  change (self);
}

/**
 * tl_lens_get_query:
 * @self: a lens
 *
 * Returns: (transfer none): the query as it was typed, right or wrong; empty when there is none
 */
const char *
tl_lens_get_query (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), NULL);

  return self->query;
}

/**
 * tl_lens_get_error:
 * @self: a lens
 *
 * Returns: (transfer none) (nullable): what is wrong with the query, in a sentence for the user
 */
const GError *
tl_lens_get_error (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), NULL);

  return self->error;
}

/**
 * tl_lens_get_error_span:
 * @self: a lens with an error
 *
 * Returns: which bytes of the query are wrong
 */
TlFilterSpan
tl_lens_get_error_span (TlLens *self)
{
  return self->error_span;
}

/**
 * tl_lens_has_query:
 * @self: a lens
 *
 * Returns: whether anything is asked for, in words that can be understood
 */
gboolean
tl_lens_has_query (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), FALSE);

  return self->filter != NULL;
}

/**
 * tl_lens_matches:
 * @self: a lens
 * @item: an item of the document
 *
 * Returns: whether @item is what is asked for; %TRUE for all where nothing is
 */
gboolean
tl_lens_matches (TlLens *self, TlItem *item)
{
  return self->filter == NULL || g_hash_table_contains (self->indices, item);
}

/**
 * tl_lens_get_n_matches:
 * @self: a lens
 *
 * Returns: how many items match; 0 where nothing is asked for
 */
guint
tl_lens_get_n_matches (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), 0);

  return self->matches->len;
}

/**
 * tl_lens_get_match:
 * @self: a lens
 * @index: less than tl_lens_get_n_matches()
 *
 * Returns: (transfer none): a match, in the order of reading
 */
TlItem *
tl_lens_get_match (TlLens *self, guint index)
{
  g_return_val_if_fail (TL_IS_LENS (self) && index < self->matches->len, NULL);

  return self->matches->pdata[index];
}

/**
 * tl_lens_find_match:
 * @self: a lens
 * @item: an item of the document
 * @index: (out): which match it is
 *
 * Returns: whether @item is a match
 */
gboolean
tl_lens_find_match (TlLens *self, TlItem *item, guint *index)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->indices, item, NULL, &value))
    return FALSE;
  *index = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * tl_lens_set_hides:
 * @self: a lens
 * @hides: whether what is not asked for is hidden, not dimmed
 */
void
tl_lens_set_hides (TlLens *self, gboolean hides)
{
  g_return_if_fail (TL_IS_LENS (self));

  if (self->hides == !!hides)
    return;
  self->hides = !!hides;
  update_served (self);
  change (self);
}

/**
 * tl_lens_get_hides:
 * @self: a lens
 *
 * Returns: whether what is not asked for is hidden, not dimmed
 */
gboolean
tl_lens_get_hides (TlLens *self)
{
  return self->hides;
}

/**
 * tl_lens_set_focus:
 * @self: a lens
 * @items: (nullable) (element-type TlItem): what to look at; none or %NULL for no focus
 * @steps: how far around them, see tl_reach_find()
 */
void
tl_lens_set_focus (TlLens *self, GPtrArray *items, guint steps)
{
  g_return_if_fail (TL_IS_LENS (self));

  g_clear_pointer (&self->focus, g_ptr_array_unref);
  if (items != NULL)
    {
      self->focus = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (self->focus, g_object_ref (items->pdata[i]));
    }
  if (update_focus (self) | (self->focus_steps != steps))
    {
      self->focus_steps = steps;
      update_focus (self);
      update_served (self);
      change (self);
    }
}

/**
 * tl_lens_get_focus:
 * @self: a lens
 *
 * Returns: (transfer none) (nullable) (element-type TlItem): what the focus is around
 */
GPtrArray *
tl_lens_get_focus (TlLens *self)
{
  return self->focus;
}

/**
 * tl_lens_get_focus_steps:
 * @self: a lens
 *
 * Returns: how far the focus goes
 */
guint
tl_lens_get_focus_steps (TlLens *self)
{
  return self->focus_steps;
}

/**
 * tl_lens_is_in_focus:
 * @self: a lens
 * @item: an item of the document
 *
 * Returns: whether @item is in focus; %TRUE for all where there is none
 */
gboolean
tl_lens_is_in_focus (TlLens *self, TlItem *item)
{
  return self->in_focus == NULL || g_hash_table_contains (self->in_focus, item);
}

/**
 * tl_lens_set_folded:
 * @self: a lens
 * @id: of an item of the document, or of a lane of the map
 * @is_folded: whether it hides what is under it
 */
void
tl_lens_set_folded (TlLens *self, const char *id, gboolean is_folded)
{
  g_return_if_fail (TL_IS_LENS (self) && id != NULL);

  if (tl_folds_set (self->folds, id, is_folded))
    change (self);
}

/**
 * tl_lens_set_all_folded:
 * @self: a lens
 * @ids: (element-type utf8): of all that hide what is under them
 */
void
tl_lens_set_all_folded (TlLens *self, GPtrArray *ids)
{
  g_return_if_fail (TL_IS_LENS (self) && ids != NULL);

  if (tl_folds_set_all (self->folds, ids))
    change (self);
}

/**
 * tl_lens_is_folded:
 * @self: a lens
 * @id: of an item of the document, or of a lane of the map
 *
 * Returns: whether it hides what is under it
 */
gboolean
tl_lens_is_folded (TlLens *self, const char *id)
{
  return tl_folds_contains (self->folds, id);
}

/**
 * tl_lens_get_folds:
 * @self: a lens
 *
 * Returns: (transfer none): all that hides what is under it
 */
const TlFolds *
tl_lens_get_folds (TlLens *self)
{
  return self->folds;
}

/**
 * tl_lens_get_camera:
 * @self: a lens
 *
 * Returns: where the map is looked at
 */
TlLensCamera
tl_lens_get_camera (TlLens *self)
{
  return self->camera;
}

/**
 * tl_lens_note_camera:
 * @self: a lens
 * @camera: where the map is looked at now
 *
 * For the map to say; nothing else looks otherwise.
 */
void
tl_lens_note_camera (TlLens *self, TlLensCamera camera)
{
  self->camera = camera;
}

/**
 * tl_lens_lead_camera:
 * @self: a lens
 * @camera: where to look at the map
 */
void
tl_lens_lead_camera (TlLens *self, TlLensCamera camera)
{
  g_return_if_fail (TL_IS_LENS (self));

  self->camera = camera;
  g_signal_emit (self, signals[SIGNAL_LED], 0);
}

/**
 * tl_lens_set_colour_by:
 * @self: a lens
 * @colour_by: what the colours of cards stand for, one of the choices of that name, or
 *   %TL_CHOICE_NONE
 */
void
tl_lens_set_colour_by (TlLens *self, int colour_by)
{
  g_return_if_fail (TL_IS_LENS (self) && colour_by < TL_N_COLOUR_BY);

  if (self->colour_by == colour_by)
    return;
  self->colour_by = colour_by;
  change (self);
}

/**
 * tl_lens_get_colour_by:
 * @self: a lens
 *
 * Returns: what the colours of cards stand for, or %TL_CHOICE_NONE
 */
int
tl_lens_get_colour_by (TlLens *self)
{
  return self->colour_by;
}

/**
 * tl_lens_set_arrange_by:
 * @self: a lens
 * @arrange_by: how the cards of the map are arranged, one of the choices of that name, or
 *   %TL_CHOICE_NONE
 */
void
tl_lens_set_arrange_by (TlLens *self, int arrange_by)
{
  g_return_if_fail (TL_IS_LENS (self) && arrange_by < TL_N_ARRANGE_BY);

  if (self->arrange_by == arrange_by)
    return;
  self->arrange_by = arrange_by;
  change (self);
}

/**
 * tl_lens_get_arrange_by:
 * @self: a lens
 *
 * Returns: how the cards of the map are arranged, or %TL_CHOICE_NONE
 */
int
tl_lens_get_arrange_by (TlLens *self)
{
  return self->arrange_by;
}

/**
 * tl_lens_set_direction:
 * @self: a lens
 * @direction: where the map goes from the goals, a choice of the field %TL_VIEW_DIRECTION, or
 *   %TL_CHOICE_NONE
 */
void
tl_lens_set_direction (TlLens *self, int direction)
{
  g_return_if_fail (TL_IS_LENS (self) && direction < TL_N_MAP_DIRECTION);

  if (self->direction == direction)
    return;
  self->direction = direction;
  change (self);
}

/**
 * tl_lens_get_direction:
 * @self: a lens
 *
 * Returns: where the map goes from the goals, or %TL_CHOICE_NONE
 */
int
tl_lens_get_direction (TlLens *self)
{
  return self->direction;
}

/* A line between two cards that are asked for is asked for with them. */
static gboolean
is_between_lit (TlLens *self, TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_LINK
         && is_lit (self, tl_item_get_ref (item, TL_LINK_PROJECT))
         && is_lit (self, tl_item_get_ref (item, TL_LINK_TARGET));
}

/* Where the rest is hidden, the objective and the goal of a match are dim, and so is a link that
 * leads to them from a card in sight. */
static gboolean
is_background (TlLens *self, TlItem *item)
{
  return !self->hides || (self->served != NULL && g_hash_table_contains (self->served, item));
}

/**
 * tl_lens_get_emphasis:
 * @self: a lens
 * @item: an item of the document
 *
 * Returns: how much of @item there is to be seen. A link is lit with both of its ends, or by
 * itself. What a match serves is never hidden: it is dim.
 */
TlLensEmphasis
tl_lens_get_emphasis (TlLens *self, TlItem *item)
{
  if (self->filter == NULL && self->in_focus == NULL)
    return TL_LENS_NORMAL;
  if (is_lit (self, item) || is_between_lit (self, item))
    return TL_LENS_LIT;
  return is_background (self, item) ? TL_LENS_DIM : TL_LENS_HIDDEN;
}

/**
 * tl_lens_begin:
 * @self: a lens
 *
 * Begins several changes that are told as one by tl_lens_end().
 */
void
tl_lens_begin (TlLens *self)
{
  g_return_if_fail (TL_IS_LENS (self));

  self->n_open++;
}

/**
 * tl_lens_end:
 * @self: a lens with changes that were begun
 *
 * Ends what tl_lens_begin() began, and tells of it if anything has changed.
 */
void
tl_lens_end (TlLens *self)
{
  g_return_if_fail (TL_IS_LENS (self) && self->n_open > 0);

  self->n_open--;
  if (self->n_open == 0 && self->is_changed)
    change (self);
}

/**
 * tl_lens_set_analysis:
 * @self: a lens
 * @analysis: the analysis of the document as it now is
 *
 * Answers by @analysis from now on, and tells if that changes anything.
 */
void
tl_lens_set_analysis (TlLens *self, TlAnalysis *analysis)
{
  gboolean is_other;

  g_return_if_fail (TL_IS_LENS (self) && analysis != NULL);

  tl_analysis_ref (analysis);
  tl_analysis_unref (self->analysis);
  self->analysis = analysis;
  g_clear_pointer (&self->order, g_ptr_array_unref);
  is_other = update_matches (self);
  is_other |= update_focus (self);
  is_other |= update_served (self);
  if (is_other)
    change (self);
}
