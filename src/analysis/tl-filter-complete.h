/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

/* One way to go on with a filter that is being typed. */
typedef struct
{
  char *replacement; /* for the bytes from … to of the text */
  char *label;       /* what it is called, without quotation marks and operators */
  char *description; /* what it means, in a few words, translated */
  TlFilterSpan span;
} TlCompletion;

GPtrArray *tl_filter_complete (const char *text, gsize cursor, TlAnalysis *analysis);

G_END_DECLS
