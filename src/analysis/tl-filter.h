/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

#define TL_FILTER_ERROR (tl_filter_error_quark ())
GQuark tl_filter_error_quark (void);

typedef enum
{
  TL_FILTER_ERROR_SYNTAX, /* a bracket or a quotation mark too few, an op without sides */
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

/* A question that an item answers with yes or no, compiled from a line of text. Immutable.
 *
 *   any       = all { "or" all }
 *   all       = { not [ "and" ] }                 all of them hold
 *   not       = ( "-" | "not" ) not | "(" any ")" | condition | state | word
 *   condition = name operator value { "," value } any of the values
 *   operator  = ":" | "=" | "!=" | "<" | "<=" | ">" | ">="
 *   value     = word
 *   word      = letters without spaces | "\"" what stands exactly so "\""
 *
 * A word stands anywhere in what the item says: its texts, lists and choices, and the titles of
 * what it refers to and is no part of, whatever the capitals and accents. One of three letters or
 * less has to begin a word there; what is quoted has to begin and end one.
 *
 * A name is that of a field in the file (effortDays), a short one (days), or its label; the fields
 * of all kinds that are called so are meant. ":" asks whether a text or the title of a reference
 * contains the value, "=" whether it is the value; of numbers, days and choices both ask the same.
 * "!=" holds for items that have such a field with anything else in it, or nothing. Choices are
 * given by their name in the file or their label; those that are taken for a number (strength,
 * bands) can be compared. Days are 2026-07-01, 2026-07, 2026-Q3, 2026 and today. What is in a unit
 * that is part of another is in that one as well.
 *
 * Names that are no fields: kind; serves, goal and objective, which follow the links upwards; rule
 * and severity of findings that are not waived; has and no, whose value is a name; id.
 *
 * A state is one of the words unaligned, aligned, mandated, uncovered, covered, flagged, waived,
 * top and key. In quotation marks it is a word like any other, as are or, and, not. */
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
