/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

typedef enum
{
  TL_TOKEN_WORD,
  TL_TOKEN_OPERATOR,
  TL_TOKEN_COMMA,
  TL_TOKEN_MINUS,
  TL_TOKEN_OPEN,
  TL_TOKEN_CLOSE,
  TL_TOKEN_END,
} TlTokenType;

typedef enum
{
  TL_OPERATOR_HAS, /* : */
  TL_OPERATOR_EQUAL,
  TL_OPERATOR_OTHER, /* != */
  TL_OPERATOR_LESS,
  TL_OPERATOR_AT_MOST,
  TL_OPERATOR_MORE,
  TL_OPERATOR_AT_LEAST,
} TlOperator;

typedef struct
{
  TlTokenType type;
  TlFilterSpan span;
  char *text; /* of a word, without its quotation marks */
  TlOperator op;
  gboolean is_quoted;
  gboolean is_open; /* the closing quotation mark is missing */
} TlToken;

GArray *tl_filter_lex (const char *text, gsize length);
gsize tl_filter_find_word_end (const char *text, gsize from);
gboolean tl_filter_needs_quotes (const char *text);

G_END_DECLS
