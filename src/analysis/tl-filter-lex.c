/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter-lex.h"

typedef struct
{
  const char *text;
  const char *at;
  GArray *tokens;
} Lexer;

typedef struct
{
  const char *sign;
  TlOperator op;
} OperatorRow;

/* The longer ones first. */
static const OperatorRow operators[] = {
  { "!=", TL_OPERATOR_OTHER }, { "<=", TL_OPERATOR_AT_MOST }, { ">=", TL_OPERATOR_AT_LEAST },
  { ":", TL_OPERATOR_HAS },    { "=", TL_OPERATOR_EQUAL },    { "<", TL_OPERATOR_LESS },
  { ">", TL_OPERATOR_MORE },
};

static void
token_clear (gpointer data)
{
  g_free (((TlToken *) data)->text);
}

static const OperatorRow *
find_operator (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (at, operators[i].sign))
      return &operators[i];
  return NULL;
}

/* Straight ones, and what word processors make of them. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || (c >= 0x201c && c <= 0x201f);
}

static gboolean
ends_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == '\0' || c == '(' || c == ')' || c == ',' || g_unichar_isspace (c) || is_quote (c)
         || find_operator (at) != NULL;
}

static void
add (Lexer *lexer, TlTokenType type, const char *end, TlToken token)
{
  token.type = type;
  token.span.from = (gsize) (lexer->at - lexer->text);
  token.span.to = (gsize) (end - lexer->text);
  g_array_append_val (lexer->tokens, token);
  lexer->at = end;
}

static void
take_quoted (Lexer *lexer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = g_utf8_next_char (lexer->at);
  gboolean is_open;

  while (*at != '\0' && !is_quote (g_utf8_get_char (at)))
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      g_string_append_unichar (text, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  is_open = *at == '\0';
  add (lexer, TL_TOKEN_WORD, is_open ? at : g_utf8_next_char (at),
       (TlToken) { .text = g_string_free (g_steal_pointer (&text), FALSE),
                   .is_quoted = TRUE,
                   .is_open = is_open });
}

static void
take_word (Lexer *lexer)
{
  const char *at = lexer->at;

  while (!ends_word (at))
    at = g_utf8_next_char (at);
  add (lexer, TL_TOKEN_WORD, at,
       (TlToken) { .text = g_strndup (lexer->at, (gsize) (at - lexer->at)) });
}

static gboolean
is_behind_operator (Lexer *lexer)
{
  TlTokenType last;

  if (lexer->tokens->len == 0)
    return FALSE;
  last = g_array_index (lexer->tokens, TlToken, lexer->tokens->len - 1).type;
  return last == TL_TOKEN_OPERATOR || last == TL_TOKEN_COMMA;
}

/* A minus says no where a term begins; in a value it is part of a number. */
static gboolean
take_minus (Lexer *lexer)
{
  const char *next = lexer->at + 1;

  if (*lexer->at != '-' || is_behind_operator (lexer))
    return FALSE;
  if (*next != '\0' && !g_unichar_isspace (g_utf8_get_char (next)))
    add (lexer, TL_TOKEN_MINUS, next, (TlToken) { 0 });
  else
    lexer->at = next; /* a dash between words */
  return TRUE;
}

static void
take (Lexer *lexer)
{
  const OperatorRow *row = find_operator (lexer->at);

  if (g_unichar_isspace (g_utf8_get_char (lexer->at)))
    lexer->at = g_utf8_next_char (lexer->at);
  else if (row != NULL)
    add (lexer, TL_TOKEN_OPERATOR, lexer->at + strlen (row->sign), (TlToken) { .op = row->op });
  else if (*lexer->at == ',')
    add (lexer, TL_TOKEN_COMMA, lexer->at + 1, (TlToken) { 0 });
  else if (*lexer->at == '(')
    add (lexer, TL_TOKEN_OPEN, lexer->at + 1, (TlToken) { 0 });
  else if (*lexer->at == ')')
    add (lexer, TL_TOKEN_CLOSE, lexer->at + 1, (TlToken) { 0 });
  else if (is_quote (g_utf8_get_char (lexer->at)))
    take_quoted (lexer);
  else if (!take_minus (lexer))
    take_word (lexer);
}

/*
 * tl_filter_lex:
 * @text: a filter as it was typed, UTF-8
 * @length: how many of its bytes to read; at the beginning of a character
 *
 * Returns: (transfer full) (element-type TlToken): the parts of it, ended by one of type
 *   %TL_TOKEN_END
 */
GArray *
tl_filter_lex (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  Lexer lexer = { part, part, g_array_new (FALSE, FALSE, sizeof (TlToken)) };

  g_array_set_clear_func (lexer.tokens, token_clear);
  while (*lexer.at != '\0')
    take (&lexer);
  add (&lexer, TL_TOKEN_END, lexer.at, (TlToken) { 0 });
  return lexer.tokens;
}

/*
 * tl_filter_find_word_end:
 * @text: a filter as it was typed
 * @from: where in it, in bytes
 *
 * Returns: where a word without quotation marks ends that goes on at @from
 */
gsize
tl_filter_find_word_end (const char *text, gsize from)
{
  const char *at = text + from;

  while (!ends_word (at))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

/*
 * tl_filter_needs_quotes:
 * @text: a value
 *
 * Returns: whether @text would not be read as one word
 */
gboolean
tl_filter_needs_quotes (const char *text)
{
  return *text == '\0' || *text == '-' || text[tl_filter_find_word_end (text, 0)] != '\0';
}
