/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-waivers.h"

#include "tl-workspace.h"

/* What a waiver is for; as a key it is looked up without being copied. */
typedef struct
{
  const TlRule *rule;
  TlItem *about; /* borrowed; NULL: whatever breaks the rule */
  TlItem *with;  /* borrowed; NULL: alone or with whatever else */
} Subject;

struct _TlWaivers
{
  GHashTable *by_subject; /* Subject → TlItem, borrowed */
};

static guint
subject_hash (gconstpointer key)
{
  const Subject *subject = key;

  return (g_direct_hash (subject->rule) * 31 + g_direct_hash (subject->about)) * 31
         + g_direct_hash (subject->with);
}

static gboolean
subject_equal (gconstpointer left, gconstpointer right)
{
  const Subject *a = left;
  const Subject *b = right;

  return a->rule == b->rule && a->about == b->about && a->with == b->with;
}

/* The two of a pair may be named in any order. */
static Subject
subject_new (const TlRule *rule, TlItem *about, TlItem *with)
{
  gboolean is_turned = with != NULL && (about == NULL || with < about);

  return (Subject) { rule, is_turned ? with : about, is_turned ? about : with };
}

static gboolean
has_reason (TlItem *waiver)
{
  const char *reason = tl_item_get_text (waiver, TL_WAIVER_REASON);

  while (reason != NULL && g_unichar_isspace (g_utf8_get_char (reason)))
    reason = g_utf8_next_char (reason);
  return reason != NULL && *reason != '\0';
}

static gboolean
holds (TlItem *waiver, TlDate today)
{
  TlDate until = tl_item_get_date (waiver, TL_WAIVER_UNTIL);

  return (until == TL_DATE_NONE || until >= today) && has_reason (waiver);
}

/**
 * tl_waivers_new:
 * @workspace: a workspace
 * @today: the day on which they have to hold
 *
 * A waiver holds when it names a rule and a reason and has not run out; its last day is a day on
 * which it holds. With a second subject it is for the pair of the two alone, and without any for
 * the whole workspace: nothing there breaks the rule.
 *
 * Returns: (transfer full): the waivers of @workspace that hold
 */
TlWaivers *
tl_waivers_new (TlWorkspace *workspace, TlDate today)
{
  TlWaivers *self = g_new0 (TlWaivers, 1);
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_WAIVER);

  self->by_subject = g_hash_table_new_full (subject_hash, subject_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      TlItem *waiver = tl_workspace_get_item (workspace, TL_KIND_WAIVER, i);
      Subject subject = subject_new (tl_rule_find (tl_item_get_text (waiver, TL_WAIVER_RULE)),
                                     tl_item_get_ref (waiver, TL_WAIVER_ABOUT),
                                     tl_item_get_ref (waiver, TL_WAIVER_WITH));

      if (subject.rule != NULL && holds (waiver, today)
          && !g_hash_table_contains (self->by_subject, &subject))
        g_hash_table_insert (self->by_subject, g_memdup2 (&subject, sizeof subject), waiver);
    }
  return self;
}

/**
 * tl_waivers_free:
 * @self: (transfer full): waivers
 */
void
tl_waivers_free (TlWaivers *self)
{
  g_hash_table_unref (self->by_subject);
  g_free (self);
}

/**
 * tl_waivers_find:
 * @self: waivers
 * @finding: a finding
 *
 * A waiver for the pair goes before one for either of the items, and that before one for the
 * workspace; among equals the first in the document counts.
 *
 * Returns: (transfer none) (nullable): the waiver that hides @finding
 */
TlItem *
tl_waivers_find (TlWaivers *self, const TlFinding *finding)
{
  TlItem *const *items = finding->items;
  const Subject subjects[] = {
    subject_new (finding->rule, items[0], finding->n_items > 1 ? items[1] : NULL),
    subject_new (finding->rule, finding->n_items > 0 ? items[0] : NULL, NULL),
    subject_new (finding->rule, finding->n_items > 1 ? items[1] : NULL, NULL),
    subject_new (finding->rule, NULL, NULL),
  };
  TlItem *waiver = NULL;

  if (g_hash_table_size (self->by_subject) == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (subjects) && waiver == NULL; i++)
    waiver = g_hash_table_lookup (self->by_subject, &subjects[i]);
  return waiver;
}
