/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <glib/gi18n-lib.h>

#include "tl-filter-private.h"

#define DEEPEST_NESTING 50

typedef struct
{
  GArray *tokens; /* of TlToken */
  guint at;
  TlFilterFlags flags;
  guint depth;
  TlFilterSpan *where;
  GError **error;
} Parser;

static TlFilterNode *parse_any (Parser *parser);

void
tl_filter_test_clear (gpointer data)
{
  TlFilterTest *self = data;

  g_free (self->id);
  tl_needle_clear (&self->needle);
}

TlFilterNode *
tl_filter_node_new (TlFilterNodeType type)
{
  TlFilterNode *self = g_new0 (TlFilterNode, 1);

  self->type = type;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_filter_node_free);
  self->tests = g_array_new (FALSE, FALSE, sizeof (TlFilterTest));
  g_array_set_clear_func (self->tests, tl_filter_test_clear);
  return self;
}

void
tl_filter_node_free (TlFilterNode *self)
{
  g_ptr_array_unref (self->children);
  g_array_unref (self->tests);
  tl_needle_clear (&self->needle);
  g_free (self);
}

gboolean
tl_filter_test_is_about (const TlFilterTest *self, TlItem *item)
{
  return self->kind == TL_KIND_ITEM || self->kind == tl_item_get_kind (item);
}

/* The token so many places on; the last one, which ends the text, is never passed. */
static const TlToken *
peek (Parser *parser, guint n)
{
  return &g_array_index (parser->tokens, TlToken, MIN (parser->at + n, parser->tokens->len - 1));
}

static const TlToken *
take (Parser *parser)
{
  const TlToken *token = peek (parser, 0);

  if (token->type != TL_TOKEN_END)
    parser->at++;
  return token;
}

static TlFilterNode *
fail_at (Parser *parser, const TlToken *token)
{
  *parser->where = token->span;
  return NULL;
}

static TlFilterNode *
fail_syntax (Parser *parser, const TlToken *token, const char *message)
{
  g_set_error_literal (parser->error, TL_FILTER_ERROR, TL_FILTER_ERROR_SYNTAX, message);
  return fail_at (parser, token);
}

/* A word that joins others, in English or as translated, unless it is quoted, or a field. */
static gboolean
is_keyword (Parser *parser, const char *english, const char *translated)
{
  const TlToken *token = peek (parser, 0);

  return token->type == TL_TOKEN_WORD && !token->is_quoted
         && peek (parser, 1)->type != TL_TOKEN_OPERATOR
         && (g_ascii_strcasecmp (token->text, english) == 0
             || g_ascii_strcasecmp (token->text, translated) == 0);
}

static gboolean
is_or (Parser *parser)
{
  /* Translators: joins two conditions of the filter language of which one is enough. */
  return is_keyword (parser, "or", C_ ("filter", "or"));
}

static gboolean
is_and (Parser *parser)
{
  /* Translators: joins two conditions of the filter language that must both hold. */
  return is_keyword (parser, "and", C_ ("filter", "and"));
}

static gboolean
is_not (Parser *parser)
{
  /* Translators: before a condition of the filter language that must not hold. */
  return peek (parser, 0)->type == TL_TOKEN_MINUS
         || is_keyword (parser, "not", C_ ("filter", "not"));
}

static gboolean
add_value (Parser *parser,
           TlFilterNode *node,
           const TlFilterName *name,
           TlOperator op,
           const char *value)
{
  if (name->special == TL_SPECIAL_HAS || name->special == TL_SPECIAL_NO)
    return tl_filter_add_presence (node->tests, parser->flags, value, parser->error);
  return tl_filter_add_tests (node->tests, name, parser->flags, op, value, parser->error);
}

static TlFilterNode *
fail_missing_value (Parser *parser, const TlToken *op, const TlFilterName *name)
{
  g_set_error (parser->error, TL_FILTER_ERROR, TL_FILTER_ERROR_SYNTAX,
               C_ ("filter error", "“%s” needs a value"), name->shown);
  return fail_at (parser, op);
}

/* name operator value, value… */
static TlFilterNode *
parse_condition (Parser *parser)
{
  g_autoptr (TlFilterNode) node = tl_filter_node_new (TL_NODE_TESTS);
  const TlToken *token = take (parser);
  const TlToken *op = take (parser);
  const TlFilterName *name = tl_filter_require_name (token->text, parser->error);
  guint n_values = 0;

  if (name == NULL)
    return fail_at (parser, token);
  node->is_refused = (op->op == TL_OPERATOR_OTHER) != (name->special == TL_SPECIAL_NO);
  do
    {
      const TlToken *value = peek (parser, 0);

      if (n_values > 0 && value->type != TL_TOKEN_WORD)
        break; /* a comma that only ends the list */
      if (value->type != TL_TOKEN_WORD || *value->text == '\0')
        return fail_missing_value (parser, op, name);
      if (value->is_open)
        return fail_syntax (parser, value, C_ ("filter error", "The quotation mark is not closed"));
      if (!add_value (parser, node, name, op->op, value->text))
        return fail_at (parser, value);
      take (parser);
      n_values++;
    }
  while (peek (parser, 0)->type == TL_TOKEN_COMMA && take (parser) != NULL);
  return g_steal_pointer (&node);
}

static TlFilterNode *
parse_word (Parser *parser)
{
  const TlToken *token = take (parser);
  const TlFilterState *state = token->is_quoted ? NULL : tl_filter_state_find (token->text);
  TlFilterNode *node;

  if (token->is_open)
    return fail_syntax (parser, token, C_ ("filter error", "The quotation mark is not closed"));
  node = tl_filter_node_new (state != NULL ? TL_NODE_STATE : TL_NODE_WORD);
  node->state = state;
  tl_needle_init (&node->needle, token->text, token->is_quoted);
  return node;
}

static TlFilterNode *
parse_brackets (Parser *parser)
{
  const TlToken *open = take (parser);
  g_autoptr (TlFilterNode) node = parse_any (parser);

  if (node == NULL)
    return NULL;
  if (take (parser)->type != TL_TOKEN_CLOSE)
    return fail_syntax (parser, open, C_ ("filter error", "The bracket is not closed"));
  return g_steal_pointer (&node);
}

static TlFilterNode *
parse_primary (Parser *parser)
{
  const TlToken *token = peek (parser, 0);

  switch (token->type)
    {
    case TL_TOKEN_WORD:
      return peek (parser, 1)->type == TL_TOKEN_OPERATOR ? parse_condition (parser)
                                                         : parse_word (parser);
    case TL_TOKEN_OPEN:
      return parse_brackets (parser);
    case TL_TOKEN_OPERATOR:
      return fail_syntax (parser, token,
                          C_ ("filter error", "Before this belongs the name of a field"));
    case TL_TOKEN_CLOSE:
      return fail_syntax (parser, token, C_ ("filter error", "No bracket is open here"));
    default:
      return fail_syntax (parser, peek (parser, 0),
                          C_ ("filter error", "Something is missing at the end"));
    }
}

static TlFilterNode *
parse_unary (Parser *parser)
{
  TlFilterNode *node = NULL;
  TlFilterNode *child;

  if (parser->depth == DEEPEST_NESTING)
    {
      g_set_error_literal (parser->error, TL_FILTER_ERROR, TL_FILTER_ERROR_DEPTH,
                           C_ ("filter error", "There are too many brackets in brackets"));
      return fail_at (parser, peek (parser, 0));
    }
  parser->depth++;
  if (!is_not (parser))
    node = parse_primary (parser);
  else
    {
      take (parser);
      child = parse_unary (parser);
      if (child != NULL)
        {
          node = tl_filter_node_new (TL_NODE_NOT);
          g_ptr_array_add (node->children, child);
        }
    }
  parser->depth--;
  return node;
}

static gboolean
ends_list (Parser *parser)
{
  TlTokenType type = peek (parser, 0)->type;

  return type == TL_TOKEN_END || type == TL_TOKEN_CLOSE || is_or (parser);
}

static TlFilterNode *
parse_all (Parser *parser)
{
  g_autoptr (TlFilterNode) node = tl_filter_node_new (TL_NODE_ALL);

  while (!ends_list (parser))
    {
      TlFilterNode *child;

      /* Commas between words, and words that say what goes without saying. */
      if (peek (parser, 0)->type == TL_TOKEN_COMMA || is_and (parser))
        {
          take (parser);
          continue;
        }
      child = parse_unary (parser);
      if (child == NULL)
        return NULL;
      g_ptr_array_add (node->children, child);
    }
  return g_steal_pointer (&node);
}

/* One side of "or", which says nothing when it is empty. */
static gboolean
add_side (Parser *parser, TlFilterNode *node, const TlToken * or)
{
  TlFilterNode *side = parse_all (parser);

  if (side == NULL)
    return FALSE;
  g_ptr_array_add (node->children, side);
  if (side->children->len > 0 || (or == NULL && !is_or (parser)))
    return TRUE;
  fail_syntax (parser, or != NULL ? or : peek (parser, 0),
               C_ ("filter error", "Both sides of “or” need something"));
  return FALSE;
}

static TlFilterNode *
parse_any (Parser *parser)
{
  g_autoptr (TlFilterNode) node = tl_filter_node_new (TL_NODE_ANY);

  if (!add_side (parser, node, NULL))
    return NULL;
  while (is_or (parser))
    if (!add_side (parser, node, take (parser)))
      return NULL;
  return g_steal_pointer (&node);
}

/*
 * tl_filter_parse:
 * @text: a filter as it was typed
 * @flags: how to search
 * @where: (out): where it is wrong, when it is
 * @error: where to say what is wrong
 *
 * Returns: (transfer full) (nullable): what it asks for
 */
TlFilterNode *
tl_filter_parse (const char *text, TlFilterFlags flags, TlFilterSpan *where, GError **error)
{
  g_autoptr (GArray) tokens = tl_filter_lex (text, strlen (text));
  Parser parser = { tokens, 0, flags, 0, where, error };
  g_autoptr (TlFilterNode) node = parse_any (&parser);

  if (node == NULL)
    return NULL;
  if (peek (&parser, 0)->type != TL_TOKEN_END)
    return fail_syntax (&parser, peek (&parser, 0), C_ ("filter error", "No bracket is open here"));
  return g_steal_pointer (&node);
}
