/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where something stands in a text, as an editor counts. */
typedef struct
{
  gsize offset; /* bytes from the start */
  guint line;   /* from 1 */
  guint column; /* characters from 1 */
} TlJsonPlace;

/* A value inside a text that tl_json_scan() has passed; offsets in bytes. The spans of members and
 * elements carry what is needed to go on to the next. */
typedef struct
{
  gsize name;        /* first byte of a member's name, after the quote */
  gsize name_length; /* of the name as it is written; 0 also for an element */
  gsize value;       /* first byte of the value */
  gsize end;         /* first byte after the value */
} TlJsonSpan;

#define TL_JSON_PLACE_START ((TlJsonPlace) { .offset = 0, .line = 1, .column = 1 })

TlJsonPlace tl_json_place_at (const char *text, gsize offset);
TlJsonPlace tl_json_place_from (const char *text, TlJsonPlace known, gsize offset);

TlJsonSpan tl_json_span_root (const char *text, gsize length);
gboolean tl_json_span_first (const char *text, TlJsonSpan container, TlJsonSpan *child);
gboolean tl_json_span_next (const char *text, TlJsonSpan *child);
gboolean
tl_json_span_member (const char *text, TlJsonSpan object, const char *name, TlJsonSpan *member);
char *tl_json_span_dup_name (const char *text, TlJsonSpan member);

GString *tl_json_unescape (const char *text, gsize length);

G_END_DECLS
