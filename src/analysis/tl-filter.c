/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter.h"

struct _TlFilter
{
  gatomicrefcount ref_count;
  GStrv words;
};

G_DEFINE_QUARK (tl - filter - error - quark, tl_filter_error)

TlFilter *
tl_filter_new (const char *text, TlFilterFlags flags, TlFilterSpan *where, GError **error)
{
  TlFilter *self = g_new0 (TlFilter, 1);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  g_atomic_ref_count_init (&self->ref_count);
  self->words = g_strsplit_set (folded, " \t\n", -1);
  return self;
}

TlFilter *
tl_filter_ref (TlFilter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_filter_unref (TlFilter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->words);
  g_free (self);
}

gboolean
tl_filter_is_empty (const TlFilter *self)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (*self->words[i] != '\0')
      return FALSE;
  return TRUE;
}

gboolean
tl_filter_matches (const TlFilter *self, TlAnalysis *analysis, TlItem *item)
{
  const char *title = tl_item_get_title (item);
  g_autofree char *folded = g_utf8_casefold (title != NULL ? title : "", -1);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

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
