/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

#define TL_FILTER_ERROR (tl_filter_error_quark ())
GQuark tl_filter_error_quark (void);

typedef enum
{
  TL_FILTER_ERROR_SYNTAX, /* a bracket or a quotation mark too few, an operator without sides */
  TL_FILTER_ERROR_FIELD,  /* nothing has a field of that name */
  TL_FILTER_ERROR_VALUE,  /* no such choice, no number, no day */
  TL_FILTER_ERROR_DEPTH,  /* brackets in brackets without end */
} TlFilterError;

typedef enum
{
  TL_FILTER_DEFAULT = 0,
  TL_FILTER_WITHOUT_PRIVATE = 1 << 0, /* as if the private fields were empty */
} TlFilterFlags;

/* A place in the text of a filter, in bytes; @to is behind it. */
typedef struct
{
  gsize from;
  gsize to;
} TlFilterSpan;

/* A question that an item answers with yes or no, compiled from a line of text. Immutable. */
typedef struct _TlFilter TlFilter;

TlFilter *
tl_filter_new (const char *text, TlFilterFlags flags, TlFilterSpan *where, GError **error);
TlFilter *tl_filter_ref (TlFilter *self);
void tl_filter_unref (TlFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFilter, tl_filter_unref)

gboolean tl_filter_is_empty (const TlFilter *self);
gboolean tl_filter_matches (const TlFilter *self, TlAnalysis *analysis, TlItem *item);

/* Whether items of the kind are looked at: those that say something about the plan itself. */
gboolean tl_filter_is_searched (TlKind kind);

G_END_DECLS
