/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-filter.h"

#include <string.h>

#include "tl-item-words.h"

static char *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (composed != NULL ? composed : text, -1);
}

static void
append_name (GString *all, TlItem *item)
{
  g_autofree char *name = tl_item_dup_name (item);

  g_string_append_printf (all, "\n%s", name);
}

static void
append_waiver (GString *all, TlItem *waiver)
{
  const char *reason = tl_item_get_text (waiver, TL_WAIVER_REASON);
  TlItem *by = tl_item_get_ref (waiver, TL_WAIVER_BY);

  if (reason != NULL)
    g_string_append_printf (all, "\n%s", reason);
  if (by != NULL)
    append_name (all, by);
}

static gboolean
has_words (const GString *all, GStrv words)
{
  g_autofree char *folded = fold (all->str);

  for (GStrv word = words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * tl_finding_filter_clear:
 * @self: a filter
 *
 * Lets everything pass again.
 */
void
tl_finding_filter_clear (TlFindingFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  self->severities = 0;
}

/**
 * tl_finding_filter_set_text:
 * @self: a filter
 * @text: words, as somebody types them; each has to be somewhere in a finding
 */
void
tl_finding_filter_set_text (TlFindingFilter *self, const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (GStrv part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (words, *part);
  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strv_builder_end (words);
  if (self->words[0] == NULL)
    g_clear_pointer (&self->words, g_strfreev);
}

/**
 * tl_finding_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether everything passes
 */
gboolean
tl_finding_filter_is_empty (const TlFindingFilter *self)
{
  return self->words == NULL && self->severities == 0;
}

/**
 * tl_finding_filter_takes_severity:
 * @self: a filter
 * @severity: a severity
 *
 * Returns: whether findings of @severity are wanted
 */
gboolean
tl_finding_filter_takes_severity (const TlFindingFilter *self, TlSeverity severity)
{
  return self->severities == 0 || (self->severities & (1u << severity)) != 0;
}

/**
 * tl_finding_filter_takes_finding:
 * @self: a filter
 * @finding: a finding
 *
 * Returns: whether the words are in what it is about, the title of the rule, what is wrong, what to
 *   do about it, or why it is waived
 */
gboolean
tl_finding_filter_takes_finding (const TlFindingFilter *self, const TlFinding *finding)
{
  g_autoptr (GString) all = NULL;

  if (self->words == NULL)
    return TRUE;
  all = g_string_new (tl_rule_get_title (finding->rule));
  g_string_append_printf (all, "\n%s\n%s\n%s", finding->rule->id, finding->detail, finding->remedy);
  for (guint i = 0; i < finding->n_items; i++)
    append_name (all, finding->items[i]);
  if (finding->waiver != NULL)
    append_waiver (all, finding->waiver);
  return has_words (all, self->words);
}

/**
 * tl_finding_filter_takes_waiver:
 * @self: a filter
 * @waiver: a waiver that hides nothing
 *
 * Returns: whether it is wanted; it has no severity
 */
gboolean
tl_finding_filter_takes_waiver (const TlFindingFilter *self, TlItem *waiver)
{
  g_autoptr (GString) all = NULL;
  const TlRule *rule = tl_rule_find (tl_item_get_text (waiver, TL_WAIVER_RULE));
  TlItem *about = tl_item_get_ref (waiver, TL_WAIVER_ABOUT);

  if (self->severities != 0)
    return FALSE;
  if (self->words == NULL)
    return TRUE;
  all = g_string_new (rule != NULL ? tl_rule_get_title (rule) : "");
  append_waiver (all, waiver);
  if (about != NULL)
    append_name (all, about);
  return has_words (all, self->words);
}
