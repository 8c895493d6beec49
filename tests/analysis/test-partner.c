/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-partner.h"

/* The strength of a partnership, worked out by hand. */

#define TODAY tl_date_from_ymd (2026, 11, 21)
#define TOLERANCE 1e-9
#define UNKNOWN ((double) NAN)

/* clang-format off */
#define TESTS(owns, stake, authority, resources) "'ownsGoal':'" owns "','hasStake':'" stake "','hasAuthority':'" authority "','hasResources':'" resources "'"
#define ALL TESTS ("yes", "yes", "yes", "yes")
#define RATED(access, credibility, trust) ",'access':" #access ",'credibility':" #credibility ",'trust':" #trust

static const struct
{
  const char *person;
  double strength;
} cases[] = {
  { ALL RATED (4, 4, 4), 100 },
  { ALL RATED (1, 2, 4), 50 },                                        /* the cube root of 8 is 2 */
  { TESTS ("yes", "yes", "no", "no") RATED (4, 4, 4), 50 },
  { TESTS ("yes", "yes", "yes", "no") RATED (1, 1, 1), 18.75 },
  { TESTS ("no", "no", "no", "no") RATED (4, 4, 4), 0 },
  { ALL RATED (4, 0, 4), 0 },
  { ALL RATED (4, 4, 4) ",'lastContact':'2026-07-24'", 100 },         /* 120 days, two cadences */
  { ALL RATED (4, 4, 4) ",'lastContact':'2026-07-23'", 50 },
  { ALL RATED (4, 4, 4) ",'lastContact':'2026-10-01','cadenceDays':20", 50 },
  { ALL RATED (4, 4, 4) ",'lastContact':'2027-01-01'", 100 },
  { ALL ",'access':4,'trust':4", UNKNOWN },
  { "'ownsGoal':'yes','hasStake':'yes','hasAuthority':'yes'" RATED (4, 4, 4), UNKNOWN },
};
/* clang-format on */

static TlWorkspace *
read_person (const char *person)
{
  g_autofree char *document = g_strdup_printf ("{'people':[{'id':'A',%s}]}", person);

  return sample_read_text (document);
}

static void
test_strength (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlWorkspace) workspace = read_person (cases[i].person);
      double strength = tl_partner_get_strength (tl_workspace_lookup (workspace, "A"), TODAY);

      g_test_message ("%s: %g", cases[i].person, strength);
      g_assert_cmpint (isnan (strength), ==, isnan (cases[i].strength));
      if (!isnan (strength))
        g_assert_cmpfloat_with_epsilon (strength, cases[i].strength, TOLERANCE);
    }
}

static void
test_ratings (void)
{
  g_autoptr (TlWorkspace) workspace = read_person ("'access':3,'trust':1");
  g_autoptr (TlWorkspace) unrated = read_person ("'title':'Ada'");
  TlPartnerRatings ratings = tl_partner_ratings_get (tl_workspace_lookup (workspace, "A"));

  g_assert_cmpfloat (ratings.lowest, ==, 1);
  g_assert_cmpint (ratings.weakest, ==, TL_PERSON_TRUST);
  g_assert_cmpuint (ratings.n_unknown, ==, 1);
  ratings = tl_partner_ratings_get (tl_workspace_lookup (unrated, "A"));
  g_assert_true (isnan (ratings.lowest));
  g_assert_cmpuint (ratings.n_unknown, ==, TL_N_PARTNER_RATINGS);
}

static void
test_client (void)
{
  g_autoptr (TlWorkspace) workspace = read_person ("'ownsGoal':'yes','hasAuthority':'no'");
  TlClientTests tests = tl_client_tests_get (tl_workspace_lookup (workspace, "A"));

  g_assert_cmpuint (tests.n_met, ==, 1);
  g_assert_cmpuint (tests.n_unknown, ==, 2);
  g_assert_cmpint (tests.answers[0], ==, TL_TRI_STATE_YES);
  g_assert_cmpint (tests.answers[1], ==, TL_TRI_STATE_UNKNOWN);
  g_assert_cmpint (tests.answers[2], ==, TL_TRI_STATE_NO);
}

/* All that it reads is private, so that what it says is. */
static void
test_private (void)
{
  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    g_assert_true (tl_field_get_spec (tl_client_test_get_field (i))->is_private);
  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    g_assert_true (tl_field_get_spec (tl_partner_rating_get_field (i))->is_private);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/partner/strength", test_strength);
  g_test_add_func ("/partner/ratings", test_ratings);
  g_test_add_func ("/partner/client", test_client);
  g_test_add_func ("/partner/private", test_private);

  return g_test_run ();
}
