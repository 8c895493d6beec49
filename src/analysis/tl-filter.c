/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter.h"

#include "tl-filter-private.h"

struct _TlFilter
{
  gatomicrefcount ref_count;
  TlFilterNode *root;
  TlFilterFlags flags;
};

G_DEFINE_QUARK (tl - filter - error - quark, tl_filter_error)

/**
 * tl_filter_new:
 * @text: a filter, in the language that tl-filter.h describes
 * @flags: how to search
 * @where: (out) (optional): where @text is wrong, when it is
 * @error: where to say what is wrong, in a sentence for the user, translated
 *
 * Returns: (transfer full) (nullable): the filter
 */
TlFilter *
tl_filter_new (const char *text, TlFilterFlags flags, TlFilterSpan *where, GError **error)
{
  TlFilterSpan somewhere = { 0 };
  TlFilterNode *root;
  TlFilter *self;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  root = tl_filter_parse (text, flags, &somewhere, error);
  if (where != NULL)
    *where = somewhere;
  if (root == NULL)
    return NULL;
  self = g_new0 (TlFilter, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->root = root;
  self->flags = flags;
  return self;
}

/**
 * tl_filter_ref:
 * @self: a filter
 *
 * Returns: (transfer full): @self
 */
TlFilter *
tl_filter_ref (TlFilter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_filter_unref:
 * @self: (transfer full): a filter
 */
void
tl_filter_unref (TlFilter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  tl_filter_node_free (self->root);
  g_free (self);
}

/**
 * tl_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it asks for nothing, so that all items match
 */
gboolean
tl_filter_is_empty (const TlFilter *self)
{
  const TlFilterNode *first = self->root->children->pdata[0];

  return self->root->children->len == 1 && first->children->len == 0;
}

/**
 * tl_filter_matches:
 * @self: a filter
 * @analysis: the analysis of the workspace of @item
 * @item: an item
 *
 * Returns: whether @item is what is asked for
 */
gboolean
tl_filter_matches (const TlFilter *self, TlAnalysis *analysis, TlItem *item)
{
  return tl_filter_node_matches (self->root, self->flags, analysis, item);
}

/**
 * tl_filter_is_searched:
 * @kind: a kind of item
 *
 * Returns: whether items of @kind are looked for: those that say something about the plan, not
 * about how it is looked at
 */
gboolean
tl_filter_is_searched (TlKind kind)
{
  switch (kind)
    {
    case TL_KIND_WORKSPACE:
    case TL_KIND_VIEW:
    case TL_KIND_STORY:
    case TL_KIND_STEP:
    case TL_KIND_SNAPSHOT:
    case TL_KIND_PLACE:
    case TL_KIND_SETTINGS:
      return FALSE;
    default:
      return kind < TL_N_KINDS;
    }
}
