/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter-complete.h"

#include <glib/gi18n-lib.h>

#include "tl-filter-private.h"
#include "tl-fold.h"
#include "tl-item-text.h"

#define MOST_COMPLETIONS 40

/* How well a candidate fits what was typed. */
typedef enum
{
  FIT_BEGINS,      /* with it */
  FIT_HAS_WORD,    /* that begins with it */
  FIT_IS_DESCRIBED /* by a word that begins with it */
} Fit;

#define N_FITS (FIT_IS_DESCRIBED + 1)

typedef struct
{
  const char *text; /* the whole of it */
  char *partial;    /* folded: what was typed of the word */
  TlFilterSpan span;
  TlAnalysis *analysis;
  GPtrArray *found[N_FITS]; /* of TlCompletion */
  GHashTable *seen;         /* of replacements */
} Search;

static void
completion_free (gpointer data)
{
  TlCompletion *completion = data;

  g_free (completion->replacement);
  g_free (completion->label);
  g_free (completion->description);
  g_free (completion);
}

static gboolean
has_word (const char *folded, const char *partial)
{
  const char *at = folded;

  while ((at = strstr (at, partial)) != NULL)
    {
      const char *before = g_utf8_find_prev_char (folded, at);

      if (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
        return TRUE;
      at = g_utf8_next_char (at);
    }
  return FALSE;
}

static gboolean
get_fit (const Search *search, const char *folded, const char *description, Fit *fit)
{
  g_autofree char *described = NULL;

  if (g_str_has_prefix (folded, search->partial))
    *fit = FIT_BEGINS;
  else if (has_word (folded, search->partial))
    *fit = FIT_HAS_WORD;
  else if (description != NULL)
    {
      described = tl_fold (description);
      *fit = FIT_IS_DESCRIBED;
      return has_word (described, search->partial);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_full (const Search *search, Fit fit)
{
  return search->found[fit]->len >= MOST_COMPLETIONS;
}

/* Takes over @replacement. */
static void
add (Search *search, Fit fit, char *replacement, const char *label, const char *description)
{
  TlCompletion *completion;

  if (is_full (search, fit) || g_hash_table_contains (search->seen, replacement))
    {
      g_free (replacement);
      return;
    }
  completion = g_new0 (TlCompletion, 1);
  completion->replacement = replacement;
  completion->label = g_strdup (label);
  completion->description = g_strdup (description);
  completion->span = search->span;
  g_ptr_array_add (search->found[fit], completion);
  g_hash_table_add (search->seen, replacement);
}

static char *
quote (const char *value)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static void
add_value (Search *search, const char *folded, const char *value, const char *description)
{
  g_autofree char *made = folded == NULL ? tl_fold (value) : NULL;
  Fit fit;

  if (get_fit (search, folded != NULL ? folded : made, description, &fit) && !is_full (search, fit))
    add (search, fit, tl_filter_needs_quotes (value) ? quote (value) : g_strdup (value), value,
         description);
}

static void
add_titles (Search *search, TlKind kind)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (search->analysis);
  guint n = tl_workspace_get_n_items (workspace, kind);

  for (guint i = 0; i < n && !is_full (search, FIT_BEGINS); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);
      const char *title = tl_item_get_title (item);
      Fit fit;

      if (title != NULL && get_fit (search, tl_item_text_get_title (item), NULL, &fit))
        add_value (search, tl_item_text_get_title (item), title, tl_kind_get_label (kind));
    }
}

static void
add_words_of_kind (Search *search, TlKind kind, TlField field)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (search->analysis);
  guint n = tl_workspace_get_n_items (workspace, kind);

  for (guint i = 0; i < n && !is_full (search, FIT_BEGINS); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);

      for (const char *const *word = tl_item_get_words (item, field); *word != NULL; word++)
        add_value (search, NULL, *word, NULL);
    }
}

static void
add_words (Search *search, const TlFieldSpec *spec)
{
  if (spec->kind != TL_KIND_ITEM)
    add_words_of_kind (search, spec->kind, spec->field);
  for (TlKind kind = 0; spec->kind == TL_KIND_ITEM && kind < TL_N_KINDS; kind++)
    if (tl_filter_is_searched (kind))
      add_words_of_kind (search, kind, spec->field);
}

static void
add_values_of_field (Search *search, TlField field)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  for (int i = 0; i < spec->n_choices; i++)
    add_value (search, NULL, spec->choices[i].name, tl_choice_get_label (&spec->choices[i]));
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if ((spec->refers_to & (1u << kind)) != 0 && tl_filter_is_searched (kind))
      add_titles (search, kind);
  if (spec->type == TL_FIELD_TYPE_WORDS)
    add_words (search, spec);
  if (spec->type == TL_FIELD_TYPE_DATE)
    add_value (search, NULL, C_ ("filter", "today"), NULL);
}

static void
add_kinds (Search *search)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (tl_filter_is_searched (kind))
      add_value (search, NULL, tl_kind_get_spec (kind)->id_prefix, tl_kind_get_plural (kind));
}

static void
add_rules (Search *search)
{
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    add_value (search, NULL, tl_rule_get (i)->id, tl_rule_get_title (tl_rule_get (i)));
}

static void
add_severities (Search *search)
{
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    add_value (search, NULL, tl_severity_get_name (severity), tl_severity_get_label (severity));
}

/* What can be recorded or missing. */
static void
add_names_as_values (Search *search)
{
  GPtrArray *names = tl_filter_name_get_all ();

  for (guint i = 0; i < names->len; i++)
    {
      const TlFilterName *name = names->pdata[i];
      g_autofree char *description = tl_filter_name_describe (name);

      if (name->special == TL_SPECIAL_NONE || name->special == TL_SPECIAL_SERVES
          || name->special == TL_SPECIAL_GOAL || name->special == TL_SPECIAL_OBJECTIVE)
        add_value (search, NULL, name->shown, description);
    }
}

static void
add_values (Search *search, const TlFilterName *name)
{
  switch (name->special)
    {
    case TL_SPECIAL_KIND:
      add_kinds (search);
      break;
    case TL_SPECIAL_RULE:
      add_rules (search);
      break;
    case TL_SPECIAL_SEVERITY:
      add_severities (search);
      break;
    case TL_SPECIAL_HAS:
    case TL_SPECIAL_NO:
      add_names_as_values (search);
      break;
    case TL_SPECIAL_SERVES:
    case TL_SPECIAL_GOAL:
      add_titles (search, TL_KIND_GOAL);
      if (name->special == TL_SPECIAL_SERVES)
        add_titles (search, TL_KIND_OBJECTIVE);
      break;
    case TL_SPECIAL_OBJECTIVE:
      add_titles (search, TL_KIND_OBJECTIVE);
      break;
    case TL_SPECIAL_ID:
      break;
    case TL_SPECIAL_NONE:
    default:
      for (guint i = 0; i < name->fields->len; i++)
        add_values_of_field (search, g_array_index (name->fields, TlField, i));
      break;
    }
}

static gboolean
has_order (const TlFilterName *name)
{
  return tl_filter_name_is_one (name, TL_FIELD_TYPE_DATE)
         || tl_filter_name_is_one (name, TL_FIELD_TYPE_NUMBER)
         || tl_filter_name_is_one (name, TL_FIELD_TYPE_INTEGER);
}

static void
add_name (Search *search, const TlFilterName *name)
{
  static const char *const orders[] = { ">", "<" };
  g_autofree char *folded = tl_fold (name->shown);
  g_autofree char *description = tl_filter_name_describe (name);
  Fit fit;

  if (!get_fit (search, folded, description, &fit))
    return;
  if (!has_order (name))
    {
      add (search, fit, g_strconcat (name->shown, ":", NULL), name->shown, description);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      char *replacement = g_strconcat (name->shown, orders[i], NULL);

      add (search, fit, replacement, replacement, description);
    }
}

static void
add_keyword (Search *search, const char *word, const char *description)
{
  g_autofree char *folded = tl_fold (word);

  if (g_str_has_prefix (folded, search->partial))
    add (search, FIT_BEGINS, g_strdup (word), word, description);
}

static void
add_terms (Search *search)
{
  GPtrArray *names = tl_filter_name_get_all ();
  const TlFilterState *state;
  Fit fit;

  for (guint i = 0; (state = tl_filter_state_get (i)) != NULL; i++)
    {
      const char *label = tl_filter_state_get_label (state);
      const char *help = tl_filter_state_get_help (state);
      g_autofree char *folded = tl_fold (label);

      if (get_fit (search, folded, NULL, &fit))
        add (search, fit, g_strdup (label), label, help);
    }
  for (guint i = 0; i < names->len; i++)
    add_name (search, names->pdata[i]);
  add_keyword (search, C_ ("filter", "or"), C_ ("filter", "One of the two is enough"));
  add_keyword (search, C_ ("filter", "not"), C_ ("filter", "What follows must not hold"));
}

static const TlToken *
get_token (GArray *tokens, guint from_end)
{
  return tokens->len >= from_end ? &g_array_index (tokens, TlToken, tokens->len - from_end) : NULL;
}

static gboolean
is_token (const TlToken *token, TlTokenType type)
{
  return token != NULL && token->type == type;
}

/* The name whose value ends @from_end tokens from the end: over values and commas back to the
 * operator. */
static const TlFilterName *
find_name (GArray *tokens, guint from_end)
{
  while (is_token (get_token (tokens, from_end), TL_TOKEN_COMMA)
         && is_token (get_token (tokens, from_end + 1), TL_TOKEN_WORD))
    from_end += 2;
  if (!is_token (get_token (tokens, from_end), TL_TOKEN_OPERATOR)
      || !is_token (get_token (tokens, from_end + 1), TL_TOKEN_WORD))
    return NULL;
  return tl_filter_name_find (get_token (tokens, from_end + 1)->text);
}

static gboolean
is_operator_before (GArray *tokens, guint from_end)
{
  while (is_token (get_token (tokens, from_end), TL_TOKEN_COMMA))
    from_end += 2;
  return is_token (get_token (tokens, from_end), TL_TOKEN_OPERATOR);
}

/* Where the word ends that the cursor is in: with it, what is behind the cursor is replaced. */
static gsize
find_end (const char *text, gsize cursor, const TlToken *word)
{
  if (word != NULL && word->is_open)
    return text[cursor] == '"' ? cursor + 1 : cursor;
  if (word != NULL && word->is_quoted)
    return cursor;
  return tl_filter_find_word_end (text, cursor);
}

static gsize
clamp_cursor (const char *text, gsize cursor)
{
  gsize length = strlen (text);

  cursor = MIN (cursor, length);
  while (cursor > 0 && cursor < length && ((guchar) text[cursor] & 0xc0) == 0x80)
    cursor--;
  return cursor;
}

static void
run (Search *search, gsize cursor)
{
  g_autoptr (GArray) tokens = tl_filter_lex (search->text, cursor);
  const TlToken *word = get_token (tokens, 2);
  guint before = 3; /* the token in front of the word, from the end */

  if (!is_token (word, TL_TOKEN_WORD) || word->span.to != cursor)
    {
      word = NULL;
      before = 2;
    }
  search->partial = word != NULL ? tl_fold (word->text) : g_strdup ("");
  search->span.from = word != NULL ? word->span.from : cursor;
  search->span.to = find_end (search->text, cursor, word);
  if (is_operator_before (tokens, before))
    {
      const TlFilterName *name = find_name (tokens, before);

      if (name != NULL)
        add_values (search, name);
    }
  else if (word == NULL || !word->is_quoted)
    add_terms (search);
}

/**
 * tl_filter_complete:
 * @text: a filter that is being typed
 * @cursor: where in @text, in bytes
 * @analysis: the analysis of the workspace whose titles, tags and people to offer
 *
 * Finds what the word at @cursor may become: names of fields, states and the words that join
 * conditions, or, behind an operator, the values that there are.
 *
 * Returns: (transfer full) (element-type TlCompletion): the completions, the likeliest first, at
 *   most a few dozen
 */
GPtrArray *
tl_filter_complete (const char *text, gsize cursor, TlAnalysis *analysis)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { .text = text, .analysis = analysis, .seen = seen };
  GPtrArray *all;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (analysis != NULL, NULL);

  for (Fit fit = 0; fit < N_FITS; fit++)
    search.found[fit] = g_ptr_array_new_with_free_func (completion_free);
  run (&search, clamp_cursor (text, cursor));
  all = g_steal_pointer (&search.found[0]);
  for (Fit fit = 1; fit < N_FITS; fit++)
    g_ptr_array_extend_and_steal (all, search.found[fit]);
  if (all->len > MOST_COMPLETIONS)
    g_ptr_array_set_size (all, MOST_COMPLETIONS);
  g_free (search.partial);
  return all;
}
