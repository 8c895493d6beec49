/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-json-span.h"

G_BEGIN_DECLS

#define TL_JSON_MAX_DEPTH 64
#define TL_JSON_MAX_BYTES ((gsize) 256 * 1024 * 1024)

#define TL_JSON_ERROR (tl_json_error_quark ())

/**
 * TlJsonError:
 * @TL_JSON_ERROR_SYNTAX: the text breaks the grammar of RFC 8259
 * @TL_JSON_ERROR_ENCODING: invalid UTF-8, half a surrogate pair, or a byte order mark
 * @TL_JSON_ERROR_DEPTH: nested deeper than %TL_JSON_MAX_DEPTH
 * @TL_JSON_ERROR_SIZE: longer than %TL_JSON_MAX_BYTES
 * @TL_JSON_ERROR_NUMBER: a number that cannot be held
 * @TL_JSON_ERROR_DUPLICATE: an object has two members of one name
 * @TL_JSON_ERROR_NUL: a string holds the character U+0000
 */
typedef enum
{
  TL_JSON_ERROR_SYNTAX,
  TL_JSON_ERROR_ENCODING,
  TL_JSON_ERROR_DEPTH,
  TL_JSON_ERROR_SIZE,
  TL_JSON_ERROR_NUMBER,
  TL_JSON_ERROR_DUPLICATE,
  TL_JSON_ERROR_NUL,
} TlJsonError;

/**
 * TlJsonScanFlags:
 * @TL_JSON_SCAN_GRAMMAR: what RFC 8259 demands, and the limits of depth, size and double precision
 * @TL_JSON_SCAN_UNIQUE_NAMES: also refuse a second member of the same name; which of the two was
 *   meant nobody can tell
 * @TL_JSON_SCAN_NO_NUL: also refuse U+0000, which the strings of C cannot hold
 * @TL_JSON_SCAN_DOCUMENT: both; what a document must pass
 */
typedef enum
{
  TL_JSON_SCAN_GRAMMAR = 0,
  TL_JSON_SCAN_UNIQUE_NAMES = 1 << 0,
  TL_JSON_SCAN_NO_NUL = 1 << 1,
  TL_JSON_SCAN_DOCUMENT = TL_JSON_SCAN_UNIQUE_NAMES | TL_JSON_SCAN_NO_NUL,
} TlJsonScanFlags;

GQuark tl_json_error_quark (void);

gboolean tl_json_scan (const char *text,
                       gsize length,
                       TlJsonScanFlags flags,
                       TlJsonPlace *place,
                       GError **error);

G_END_DECLS
