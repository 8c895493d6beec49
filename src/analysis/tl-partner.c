/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-partner.h"

#include <math.h>

#define HIGHEST_RATING 4.0
#define PERCENT 100.0

/* After so many cadences without a word, a partnership is half of what it was. */
#define QUIET_CADENCES 2

static const TlField tests[TL_N_CLIENT_TESTS] = {
  TL_PERSON_OWNS_GOAL,
  TL_PERSON_HAS_STAKE,
  TL_PERSON_HAS_AUTHORITY,
  TL_PERSON_HAS_RESOURCES,
};

static const TlField ratings[TL_N_PARTNER_RATINGS] = {
  TL_PERSON_ACCESS,
  TL_PERSON_CREDIBILITY,
  TL_PERSON_TRUST,
};

/**
 * tl_client_tests_get:
 * @person: a person
 *
 * Who is the right client for a piece of work passes four tests (practice S14).
 *
 * Returns: the answers that are recorded
 */
TlClientTests
tl_client_tests_get (TlItem *person)
{
  TlClientTests answers = { 0 };

  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    {
      int answer = tl_item_get_choice (person, tests[i]);

      if (answer == TL_CHOICE_NONE)
        answers.n_unknown++;
      else
        answers.answers[i] = answer == TL_TRI_YES ? TL_TRI_STATE_YES : TL_TRI_STATE_NO;
      answers.n_met += answer == TL_TRI_YES ? 1 : 0;
    }
  return answers;
}

/**
 * tl_client_test_get_field:
 * @test: less than %TL_N_CLIENT_TESTS
 *
 * Returns: the field of a person that holds the answer
 */
TlField
tl_client_test_get_field (guint test)
{
  g_return_val_if_fail (test < TL_N_CLIENT_TESTS, tests[0]);

  return tests[test];
}

/**
 * tl_partner_ratings_get:
 * @person: a person
 *
 * Returns: the ratings that are recorded, and the lowest of them
 */
TlPartnerRatings
tl_partner_ratings_get (TlItem *person)
{
  TlPartnerRatings result = { .lowest = (double) NAN, .weakest = ratings[0] };

  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    {
      double value = tl_item_get_number (person, ratings[i]);

      result.values[i] = value;
      result.n_unknown += isnan (value) ? 1 : 0;
      if (isnan (value) || value >= result.lowest)
        continue;
      result.lowest = value;
      result.weakest = ratings[i];
    }
  return result;
}

/**
 * tl_partner_rating_get_field:
 * @rating: less than %TL_N_PARTNER_RATINGS
 *
 * Returns: the field of a person that holds it
 */
TlField
tl_partner_rating_get_field (guint rating)
{
  g_return_val_if_fail (rating < TL_N_PARTNER_RATINGS, ratings[0]);

  return ratings[rating];
}

/**
 * tl_partner_get_strength:
 * @person: a person
 * @today: the day on which it is asked
 *
 * 100 · (tests met ÷ 4) · ∛(access · credibility · trust) ÷ 4, and half of that when the last
 * contact is older than two cadences (practice S14 and S15). The root makes the weakest rating
 * count: where one of them is nothing, all is.
 *
 * Returns: the strength of the partnership, from 0 to 100; NaN while a test or a rating is not
 *   recorded. A contact that is not recorded halves nothing.
 */
double
tl_partner_get_strength (TlItem *person, TlDate today)
{
  TlClientTests answers = tl_client_tests_get (person);
  TlPartnerRatings rated = tl_partner_ratings_get (person);
  TlDate last = tl_item_get_date (person, TL_PERSON_LAST_CONTACT);
  double cadence = tl_item_get_number (person, TL_PERSON_CADENCE);
  double strength;

  if (answers.n_unknown > 0 || rated.n_unknown > 0)
    return (double) NAN;
  strength = PERCENT * answers.n_met / TL_N_CLIENT_TESTS
             * cbrt (rated.values[0] * rated.values[1] * rated.values[2]) / HIGHEST_RATING;
  if (last != TL_DATE_NONE && (double) today - (double) last > QUIET_CADENCES * cadence)
    strength /= 2;
  return strength;
}
