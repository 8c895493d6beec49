/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-asks.h"

#include <glib/gi18n.h>

#include "tl-pack-groups.h"
#include "tl-pack-words.h"

#define MAX_ASKS 4
#define MAX_EXAMPLES 3

static void
ask_free (gpointer data)
{
  TlAsk *ask = data;

  g_free (ask->text);
  g_free (ask->detail);
  g_free (ask->examples);
  g_free (ask);
}

static void
add_ask (GPtrArray *asks, char *text, char *detail, char *examples)
{
  TlAsk *ask = g_new (TlAsk, 1);

  ask->text = text;
  ask->detail = detail;
  ask->examples = examples;
  g_ptr_array_add (asks, ask);
}

static gboolean
is_open (TlItem *decision)
{
  const char *outcome = tl_item_get_text (decision, TL_DECISION_OUTCOME);

  return tl_item_get_date (decision, TL_DECISION_DECIDED_ON) == TL_DATE_NONE
         && (outcome == NULL || *outcome == '\0');
}

/* The earliest first, then in the order of the document; what has no date comes last. */
static gint
compare_due (gconstpointer a, gconstpointer b, gpointer workspace)
{
  TlItem *first = *(TlItem *const *) a;
  TlItem *second = *(TlItem *const *) b;
  TlDate due_first = tl_item_get_date (first, TL_DECISION_DUE);
  TlDate due_second = tl_item_get_date (second, TL_DECISION_DUE);

  if (due_first != due_second)
    return due_first - 1 < due_second - 1 ? -1 : 1;
  return tl_workspace_get_position (workspace, first)
                 < tl_workspace_get_position (workspace, second)
             ? -1
             : 1;
}

static GPtrArray *
list_open_decisions (const TlPack *pack)
{
  GPtrArray *decisions = g_ptr_array_new ();
  guint n = tl_workspace_get_n_items (pack->workspace, TL_KIND_DECISION);

  for (guint i = 0; i < n; i++)
    {
      TlItem *decision = tl_workspace_get_item (pack->workspace, TL_KIND_DECISION, i);

      if (is_open (decision))
        g_ptr_array_add (decisions, decision);
    }
  g_ptr_array_sort_with_data (decisions, compare_due, pack->workspace);
  return decisions;
}

static void
add_decision (GPtrArray *asks, TlItem *decision)
{
  const char *ask = tl_item_get_text (decision, TL_DECISION_ASK);
  TlItem *owner = tl_item_get_ref (decision, TL_DECISION_OWNER);
  g_autofree char *due = tl_date_format_for_people (tl_item_get_date (decision, TL_DECISION_DUE));
  char *detail;

  if (owner != NULL && due != NULL)
    /* Translators: who decides, and by which day. */
    detail = g_strdup_printf (_ ("%1$s decides by %2$s"), tl_pack_get_title (owner), due);
  else if (owner != NULL)
    detail = g_strdup_printf (_ ("%s decides"), tl_pack_get_title (owner));
  else if (due != NULL)
    detail = g_strdup_printf (_ ("To be decided by %s"), due);
  else
    detail = g_strdup (_ ("Who decides, and by when, is not recorded"));
  add_ask (asks, g_strdup (ask != NULL && *ask != '\0' ? ask : tl_pack_get_title (decision)),
           detail, NULL);
}

static char *
list_examples (const GPtrArray *items)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_more;

  for (guint i = 0; i < items->len && i < MAX_EXAMPLES; i++)
    g_ptr_array_add (titles, tl_pack_quote (g_ptr_array_index (items, i)));
  if (titles->len == 0)
    return NULL;
  n_more = items->len - titles->len;
  g_ptr_array_add (titles, NULL);
  list = g_strjoinv (", ", (char **) titles->pdata);
  if (n_more == 0)
    return g_steal_pointer (&list);
  /* Translators: a list of titles, and how many there are besides. */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), list,
                          n_more);
}

static void
add_findings (const TlPack *pack, GPtrArray *asks)
{
  g_autoptr (GPtrArray) groups = tl_pack_list_groups (pack);

  for (guint i = 0; i < groups->len && asks->len < MAX_ASKS; i++)
    {
      const TlPackGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      if (group->severity != TL_SEVERITY_HIGH)
        return;
      for (guint k = 0; k < group->findings->len; k++)
        {
          const TlFinding *finding = g_ptr_array_index (group->findings, k);

          if (finding->n_items > 0)
            g_ptr_array_add (items, finding->items[0]);
        }
      add_ask (asks,
               /* Translators: what is wrong, and how often it was found. */
               g_strdup_printf (C_ ("finding", "%1$s: %2$u"), tl_rule_get_title (group->rule),
                                group->findings->len),
               g_strdup (tl_rule_get_remedy (group->rule)), list_examples (items));
    }
}

/**
 * tl_pack_list_asks:
 * @pack: the summary
 *
 * Lists the decisions that are open, the most pressing first; where none is recorded, what is
 * urgent among the findings.
 *
 * Returns: (transfer full) (element-type TlAsk): a few, or none
 */
GPtrArray *
tl_pack_list_asks (const TlPack *pack)
{
  GPtrArray *asks = g_ptr_array_new_with_free_func (ask_free);
  g_autoptr (GPtrArray) decisions = list_open_decisions (pack);

  for (guint i = 0; i < decisions->len && i < MAX_ASKS; i++)
    add_decision (asks, g_ptr_array_index (decisions, i));
  if (decisions->len == 0)
    add_findings (pack, asks);
  return asks;
}
