/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands-request.h"
#include "tl-item-words.h"

static void
greet (GString *text, TlItem *request)
{
  TlItem *person = tl_item_get_ref (request, TL_REQUEST_REQUESTER);
  g_autofree char *name = person != NULL ? tl_item_dup_name (person) : NULL;

  if (name != NULL)
    /* Translators: how an answer to a request begins; the name of a person. */
    g_string_append_printf (text, C_ ("answer", "Dear %s,\n\n"), name);
}

/* The title of a request is in the words of who asked. */
static void
thank (GString *text, TlItem *request)
{
  g_autofree char *name = tl_item_dup_name (request);

  /* Translators: in an answer to a request; its title. */
  g_string_append_printf (text, C_ ("answer", "thank you for coming to us with “%s”. "), name);
}

static void
name_help (GString *text, TlItem *help)
{
  gboolean is_solution = tl_item_get_kind (help) == TL_KIND_SOLUTION;
  TlItem *owner = tl_item_get_ref (help, is_solution ? TL_SOLUTION_OWNER : TL_PROJECT_OWNER);
  const char *address = is_solution ? tl_item_get_text (help, TL_SOLUTION_ADDRESS) : NULL;
  g_autofree char *name = tl_item_dup_name (help);

  g_string_append_printf (text, "“%s”", name);
  if (owner != NULL)
    {
      g_autofree char *who = tl_item_dup_name (owner);

      /* Translators: who looks after something that exists. */
      g_string_append_printf (text, C_ ("answer", " (ask %s)"), who);
    }
  if (address != NULL && *address != '\0')
    g_string_append_printf (text, ": %s", address);
}

static void
tell_point (GString *text, TlItem *help)
{
  g_string_append (text, C_ ("answer", "Something for this exists already"));
  if (help != NULL)
    {
      g_string_append (text, ": ");
      name_help (text, help);
    }
  g_string_append (text, C_ ("answer", ". Try it with a few people first, and tell us by which "
                                       "signs you will see that it helps. If it does not, we will "
                                       "look at the problem with you."));
}

static void
tell_guide (GString *text, TlItem *help)
{
  g_string_append (text, C_ ("answer", "You can do this yourselves, and we will walk alongside: we "
                                       "show you how we would go about it, read what you write, "
                                       "and are there for the first round."));
  if (help != NULL)
    {
      g_string_append (text, C_ ("answer", " A good place to begin is "));
      name_help (text, help);
      g_string_append (text, ".");
    }
}

static void
tell_equip (GString *text, TlItem *help)
{
  g_string_append (text,
                   C_ ("answer", "The people closest to the work will teach this best. We "
                                 "help you choose one or two of them, and give them what a "
                                 "trainer needs: an outline, exercises, and a practice run."));
  if (help != NULL)
    {
      g_string_append (text, C_ ("answer", " They can build on "));
      name_help (text, help);
      g_string_append (text, ".");
    }
}

static void
tell_discover (GString *text, TlItem *request)
{
  const char *problem = tl_item_get_text (request, TL_REQUEST_PROBLEM);

  g_string_append (text, C_ ("answer", "Before we decide on a solution, we would like to "
                                       "understand with you what should be different, what is the "
                                       "case today, and why."));
  if (problem == NULL || *problem == '\0')
    g_string_append (text, C_ ("answer", " What goes wrong now, and how would you notice that it "
                                         "no longer does?"));
  g_string_append (text, C_ ("answer", " May we have an hour with you and with somebody who does "
                                       "this work every day?"));
}

static void
tell_decline (GString *text, TlItem *help)
{
  g_string_append (text,
                   C_ ("answer", "It serves none of the goals that we have all agreed to work "
                                 "on this year, so our own days will not go into it now."));
  if (help == NULL)
    {
      g_string_append (text, C_ ("answer", " Here is what we can offer instead: "));
      return;
    }
  g_string_append (text, C_ ("answer", " What can help you in the meantime is "));
  name_help (text, help);
  g_string_append (text, C_ ("answer", ", and we are glad to talk about how to use it."));
}

/**
 * tl_request_dup_answer:
 * @request: a request
 * @outcome: how it is answered
 * @help: (nullable): the solution or project that the answer points to
 *
 * Returns: (transfer full): an answer to begin with, for the user to make their own; never a bare
 *   no (practice S6)
 */
char *
tl_request_dup_answer (TlItem *request, int outcome, TlItem *help)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TL_IS_ITEM (request), g_string_free (text, FALSE));

  if (outcome == TL_OUTCOME_OPEN)
    return g_string_free (text, FALSE);
  greet (text, request);
  thank (text, request);
  switch (outcome)
    {
    case TL_OUTCOME_POINT:
      tell_point (text, help);
      break;
    case TL_OUTCOME_GUIDE:
      tell_guide (text, help);
      break;
    case TL_OUTCOME_EQUIP:
      tell_equip (text, help);
      break;
    case TL_OUTCOME_DISCOVER:
      tell_discover (text, request);
      break;
    case TL_OUTCOME_DECLINE:
      tell_decline (text, help);
      break;
    default:
      g_assert_not_reached ();
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_request_get_help:
 * @request: a request
 *
 * Returns: (transfer none) (nullable): the solution, or the project, that its answer points to
 */
TlItem *
tl_request_get_help (TlItem *request)
{
  TlItem *solution = tl_item_get_ref (request, TL_REQUEST_SOLUTION);

  return solution != NULL ? solution : tl_item_get_ref (request, TL_REQUEST_PROJECT);
}

/**
 * tl_request_is_answer_proposed:
 * @request: a request
 *
 * Returns: whether its answer is still the one that was proposed, or none; in one's own words it is
 *   not to be replaced
 */
gboolean
tl_request_is_answer_proposed (TlItem *request)
{
  const char *answer = tl_item_get_text (request, TL_REQUEST_ANSWER);
  g_autofree char *proposed = NULL;

  if (answer == NULL || *answer == '\0')
    return TRUE;
  proposed = tl_request_dup_answer (request, tl_item_get_choice (request, TL_REQUEST_OUTCOME),
                                    tl_request_get_help (request));
  return g_str_equal (answer, proposed);
}

/**
 * tl_request_get_outcome_hint:
 * @outcome: how a request is answered
 *
 * Returns: (transfer none): what that means, in a sentence, translated
 */
const char *
tl_request_get_outcome_hint (int outcome)
{
  switch (outcome)
    {
    case TL_OUTCOME_POINT:
      return C_ ("outcome", "Something that exists will do: say what, and where.");
    case TL_OUTCOME_GUIDE:
      return C_ ("outcome", "They can do it themselves, with you at their side.");
    case TL_OUTCOME_EQUIP:
      return C_ ("outcome", "Somebody of theirs will teach it: make them good at it.");
    case TL_OUTCOME_DISCOVER:
      return C_ ("outcome", "It may matter: look for the gap and its causes together.");
    case TL_OUTCOME_DECLINE:
      return C_ ("outcome", "It serves no goal: say so, and offer something all the same.");
    default:
      return C_ ("outcome", "Not answered yet.");
    }
}

/**
 * tl_request_count_days:
 * @request: a request
 * @today: the day on which it is asked
 *
 * Returns: for how many days it has been there; -1 when that is not recorded
 */
gint64
tl_request_count_days (TlItem *request, TlDate today)
{
  TlDate received = tl_item_get_date (request, TL_REQUEST_RECEIVED_ON);

  return received != TL_DATE_NONE ? (gint64) today - (gint64) received : -1;
}
