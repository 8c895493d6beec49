/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>

#include "tl-commands-request.h"
#include "tl-item-words.h"

static int
compare_received (gconstpointer a, gconstpointer b)
{
  TlDate first = tl_item_get_date (*(TlItem *const *) a, TL_REQUEST_RECEIVED_ON);
  TlDate second = tl_item_get_date (*(TlItem *const *) b, TL_REQUEST_RECEIVED_ON);

  return (first > second) - (first < second);
}

/* The one that has waited longest comes first. */
static GPtrArray *
list_requests (TlWorkspace *workspace)
{
  GPtrArray *requests = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_REQUEST); i++)
    g_ptr_array_add (requests, tl_workspace_get_item (workspace, TL_KIND_REQUEST, i));
  g_ptr_array_sort (requests, compare_received);
  return requests;
}

static gboolean
is_open (TlItem *request)
{
  return tl_item_get_choice (request, TL_REQUEST_OUTCOME) == TL_OUTCOME_OPEN;
}

static TlPart *
add_request (TlPart *heading, TlItem *request, const char *label)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (request));
  TlItem *person = tl_item_get_ref (request, TL_REQUEST_REQUESTER);
  g_autofree char *name = person != NULL ? tl_item_dup_name (person) : NULL;
  const char *problem = tl_item_get_text (request, TL_REQUEST_PROBLEM);
  gboolean has_problem = problem != NULL && *problem != '\0';

  if (name != NULL && has_problem)
    part->detail = g_strdup_printf ("%s · %s", name, problem);
  else
    part->detail = g_strdup (has_problem ? problem : name);
  tl_part_add_action (part, "request.open", g_variant_new_string (tl_item_get_id (request)), label);
  return part;
}

static void
add_open (TlPart *heading, TlSession *session, TlItem *request)
{
  TlPart *part = add_request (heading, request, C_ ("button", "Answer…"));
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));
  gint64 days = tl_request_count_days (request, today);
  double limit
      = tl_workspace_get_setting (tl_session_get_workspace (session), TL_SETTINGS_REQUEST_DAYS);

  if (days >= 0)
    part->number = g_strdup_printf (ngettext ("%u day", "%u days", (gulong) days), (guint) days);
  if ((double) days > limit)
    part->note = g_strdup (C_ ("request", "▲ waiting"));
}

static void
add_answered (TlPart *heading, TlItem *request)
{
  TlPart *part = add_request (heading, request, C_ ("button", "Open…"));
  TlItem *help = tl_request_get_help (request);
  int outcome = tl_item_get_choice (request, TL_REQUEST_OUTCOME);
  g_autofree char *name = help != NULL ? tl_item_dup_name (help) : NULL;

  part->number = g_strdup (tl_field_get_choice_label (TL_REQUEST_OUTCOME, outcome));
  if (name == NULL)
    return;
  g_free (part->detail);
  /* Translators: the title of what the answer to a request points to. */
  part->detail = g_strdup_printf (C_ ("request", "→ %s"), name);
}

/* Value that was given without anything being built (practice S6 and S9). */
static char *
say_helped (GPtrArray *requests)
{
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      int outcome = tl_item_get_choice (requests->pdata[i], TL_REQUEST_OUTCOME);

      n += outcome == TL_OUTCOME_POINT || outcome == TL_OUTCOME_GUIDE || outcome == TL_OUTCOME_EQUIP
               ? 1
               : 0;
    }
  if (n == 0)
    return g_strdup (
        _ ("Never a bare no: point to what exists, guide, equip, discover together, or "
           "decline with help."));
  return g_strdup_printf (ngettext ("%u request was helped without anything being built.",
                                    "%u requests were helped without anything being built.", n),
                          n);
}

static char *
say_requests (guint n_open, guint n_all)
{
  if (n_all == 0)
    return g_strdup (_ ("No request is recorded yet"));
  if (n_open == 0)
    return g_strdup (_ ("Every request has its answer"));
  return g_strdup_printf (ngettext ("%u request waits for an answer",
                                    "%u requests wait for an answer", n_open),
                          n_open);
}

/**
 * tl_parts_of_requests:
 * @session: a session
 *
 * The requests that wait, and how the others were answered (practice S6).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_requests (TlSession *session)
{
  g_autoptr (GPtrArray) requests = list_requests (tl_session_get_workspace (session));
  TlPart *root = tl_part_new ("requests", C_ ("desk", "Requests"));
  TlPart *open = tl_part_new ("open", C_ ("heading", "Waiting for an answer"));
  TlPart *answered = tl_part_new ("answered", C_ ("heading", "Answered"));
  guint n_open;

  for (guint i = 0; i < requests->len; i++)
    {
      if (is_open (requests->pdata[i]))
        add_open (open, session, requests->pdata[i]);
      else
        add_answered (answered, requests->pdata[i]);
    }
  n_open = tl_part_keep (root, open);
  tl_part_keep (root, answered);
  return (TlParts) { say_requests (n_open, requests->len), say_helped (requests), root };
}
