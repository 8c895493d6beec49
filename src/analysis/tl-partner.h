/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"
#include "tl-marks.h"

G_BEGIN_DECLS

/* What the private fields of a person say about a partnership. All of it is private as well. */

#define TL_N_CLIENT_TESTS 4
#define TL_N_PARTNER_RATINGS 3

/* Owns the goal, has most at stake, has authority, has resources. */
typedef struct
{
  TlTriState answers[TL_N_CLIENT_TESTS];
  guint n_met;
  guint n_unknown;
} TlClientTests;

/* Access, credibility and trust, from 0 to 4. */
typedef struct
{
  double values[TL_N_PARTNER_RATINGS]; /* NaN where not recorded */
  double lowest;                       /* of those that are; NaN when none is */
  TlField weakest;                     /* which that is; the first among equals */
  guint n_unknown;
} TlPartnerRatings;

TlClientTests tl_client_tests_get (TlItem *person);
TlField tl_client_test_get_field (guint test);
TlPartnerRatings tl_partner_ratings_get (TlItem *person);
TlField tl_partner_rating_get_field (guint rating);
double tl_partner_get_strength (TlItem *person, TlDate today);

G_END_DECLS
