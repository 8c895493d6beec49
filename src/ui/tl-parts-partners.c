/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-item-words.h"
#include "tl-pack-words.h"
#include "tl-partner.h"
#include "tl-talks.h"

#define PERCENT 100.0

/* More than can be led in a month would be a list, not a suggestion. */
#define N_TALKS 8

static void
add_talk_actions (TlPart *part, TlItem *person)
{
  tl_part_add_action (part, "part.talked", g_variant_new_string (tl_item_get_id (person)),
                      C_ ("button", "Record a Talk"));
  tl_part_add_action (part, "win.edit-field",
                      g_variant_new ("(si)", tl_item_get_id (person), TL_PERSON_NEXT_STEP),
                      C_ ("button", "Next Step…"));
}

static gint64
count_quiet_days (TlSession *session, TlItem *person)
{
  TlDate last = tl_item_get_date (person, TL_PERSON_LAST_CONTACT);

  if (last == TL_DATE_NONE)
    return -1;
  return (gint64) tl_analysis_get_today (tl_session_get_analysis (session)) - (gint64) last;
}

static char *
tell_contact (TlSession *session, TlItem *person)
{
  gint64 days = count_quiet_days (session, person);

  if (days < 0)
    return g_strdup (C_ ("contact", "no talk recorded"));
  if (days == 0)
    return g_strdup (C_ ("contact", "talked today"));
  return g_strdup_printf (ngettext ("talked %u day ago", "talked %u days ago", (gulong) days),
                          (guint) days);
}

/* How learning stands with somebody, in one line. */
static char *
tell_partner (TlSession *session, TlItem *person)
{
  TlClientTests tests = tl_client_tests_get (person);
  TlPartnerRatings ratings = tl_partner_ratings_get (person);
  g_autofree char *contact = tell_contact (session, person);
  GString *text = g_string_new (NULL);

  if (tests.n_unknown == TL_N_CLIENT_TESTS)
    g_string_append (text, C_ ("partner", "tests not recorded"));
  else
    /* Translators: how many of the four tests of a client somebody meets. */
    g_string_append_printf (text, C_ ("partner", "%u of 4 tests"), tests.n_met);
  if (ratings.n_unknown == TL_N_PARTNER_RATINGS)
    g_string_append (text, C_ ("partner", " · not rated"));
  for (guint i = 0; i < TL_N_PARTNER_RATINGS && ratings.n_unknown < TL_N_PARTNER_RATINGS; i++)
    {
      const char *label = tl_field_get_label (tl_partner_rating_get_field (i));

      if (isnan (ratings.values[i]))
        /* Translators: access, credibility or trust, which nobody has rated. */
        g_string_append_printf (text, C_ ("partner", " · %s not rated"), label);
      else
        /* Translators: access, credibility or trust, and its rating: "Trust 3". */
        g_string_append_printf (text, C_ ("partner", " · %s %.0f"), label, ratings.values[i]);
    }
  g_string_append_printf (text, " · %s", contact);
  return g_string_free (text, FALSE);
}

static void
add_topic (TlPart *talk, const TlFinding *finding)
{
  TlPart *part = tl_part_add (talk, tl_parts_new_topic (finding));

  part->detail = g_strdup_printf ("%s. %s", tl_rule_get_title (finding->rule),
                                  finding->remedy != NULL ? finding->remedy
                                                          : tl_rule_get_remedy (finding->rule));
}

static void
add_talk (TlPart *heading, TlSession *session, const TlTalk *talk)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (talk->person));
  const char *step = tl_item_get_text (talk->person, TL_PERSON_NEXT_STEP);
  g_autofree char *contact = tell_contact (session, talk->person);

  part->number = g_strdup_printf (ngettext ("%u thing to settle", "%u things to settle",
                                            talk->findings->len),
                                  talk->findings->len);
  if (step != NULL && *step != '\0')
    /* Translators: when the last talk was, and what was planned then. */
    part->detail = g_strdup_printf (C_ ("partner", "%s · next step: %s"), contact, step);
  else
    part->detail = g_strdup_printf (C_ ("partner", "%s · no next step recorded"), contact);
  add_talk_actions (part, talk->person);
  for (guint i = 0; i < talk->findings->len; i++)
    add_topic (part, talk->findings->pdata[i]);
}

static void
add_talks (TlPart *root, TlSession *session, GPtrArray *talks)
{
  TlPart *heading;

  if (talks->len == 0)
    return;
  heading = tl_part_add (root, tl_part_new ("talks", C_ ("heading", "Talk to next")));
  for (guint i = 0; i < talks->len && i < N_TALKS; i++)
    add_talk (heading, session, talks->pdata[i]);
}

/* What is wrong with whom a goal has for a partner, in a word; the finding has the sentence. */
static char *
judge_owner (TlSession *session, TlItem *goal, TlItem *owner)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlClientTests tests;
  TlPartnerRatings ratings;

  if (owner == NULL)
    return g_strdup (C_ ("partner", "▲ no owner"));
  tests = tl_client_tests_get (owner);
  ratings = tl_partner_ratings_get (owner);
  if (tests.n_unknown == TL_N_CLIENT_TESTS)
    return NULL;
  if (tests.n_met + tests.n_unknown < TL_N_CLIENT_TESTS)
    return g_strdup (C_ ("partner", "▲ not the right client"));
  if (ratings.lowest < tl_workspace_get_setting (workspace, TL_SETTINGS_PARTNER_FLOOR))
    return g_strdup (C_ ("partner", "▲ weak partnership"));
  return NULL;
}

static void
add_candidate (TlPart *part, TlSession *session, TlItem *goal)
{
  TlItem *candidate = tl_talks_find_candidate (tl_session_get_analysis (session), goal);
  TlPart *leaf;

  if (candidate == NULL)
    return;
  leaf = tl_part_add (part, tl_part_new_for (candidate));
  leaf->number = g_strdup (C_ ("partner", "better placed"));
  leaf->detail = tell_partner (session, candidate);
}

static void
add_goal (TlPart *heading, TlSession *session, TlItem *goal)
{
  TlPart *part = tl_part_add (heading, tl_part_new_for (goal));
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));
  double strength = owner != NULL ? tl_partner_get_strength (owner, today) : (double) NAN;
  g_autofree char *name = owner != NULL ? tl_item_dup_name (owner) : NULL;
  g_autofree char *standing = owner != NULL ? tell_partner (session, owner) : NULL;

  part->look = TL_PART_GOAL;
  part->rank = tl_alignment_get_rank (tl_session_get_alignment (session), goal);
  part->share = isnan (strength) ? 0 : strength / PERCENT;
  part->note = judge_owner (session, goal, owner);
  if (isnan (strength))
    part->number = g_strdup (C_ ("partner", "strength not known"));
  else
    /* Translators: the strength of a partnership, out of 100. */
    part->number = g_strdup_printf (C_ ("partner", "%.0f of 100"), strength);
  if (owner != NULL)
    part->detail = g_strdup_printf ("%s: %s", name, standing);
  else
    tl_part_add_action (part, "win.edit-field",
                        g_variant_new ("(si)", tl_item_get_id (goal), TL_GOAL_OWNER),
                        C_ ("button", "Name an Owner…"));
  add_candidate (part, session, goal);
}

static void
add_goals (TlPart *root, TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  TlPart *heading
      = tl_part_new ("goals",
                     C_ ("heading", "The partner for each goal, and how strong the tie is"));

  for (guint i = 0; i < n_goals; i++)
    {
      if (tl_alignment_is_active_goal (alignment, goals[i]))
        add_goal (heading, session, goals[i]);
    }
  tl_part_keep (root, heading);
}

static gboolean
is_quiet (TlSession *session, TlItem *person)
{
  gint64 days = count_quiet_days (session, person);

  return (double) days > tl_item_get_number (person, TL_PERSON_CADENCE);
}

static gboolean
is_partner (TlSession *session, TlItem *person)
{
  return tl_item_get_choice (person, TL_PERSON_PART) != TL_PART_LEARNING;
}

typedef gboolean (*Belongs) (TlSession *session, TlItem *person);

static void
add_people (TlPart *root, TlSession *session, const char *key, const char *title, Belongs belongs)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlPart *heading = tl_part_new (key, title);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PERSON); i++)
    {
      TlItem *person = tl_workspace_get_item (workspace, TL_KIND_PERSON, i);
      TlPart *part;

      if (!is_partner (session, person) || !belongs (session, person))
        continue;
      part = tl_part_add (heading, tl_part_new_for (person));
      part->detail = tell_partner (session, person);
      add_talk_actions (part, person);
    }
  tl_part_keep (root, heading);
}

static char *
say_partners (TlSession *session, GPtrArray *talks)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  const TlTalk *first = talks->len > 0 ? talks->pdata[0] : NULL;
  g_autofree char *name = first != NULL ? tl_item_dup_name (first->person) : NULL;

  if (tl_workspace_get_n_items (workspace, TL_KIND_PERSON) == 0)
    return g_strdup (_ ("No leaders are recorded yet: name the owners of the goals first"));
  if (first == NULL)
    return g_strdup (_ ("Nothing waits for a talk with a leader"));
  /* Translators: the name of a person. */
  return g_strdup_printf (ngettext ("Talk to %2$s next: there is %1$u thing to settle",
                                    "Talk to %2$s next: there are %1$u things to settle",
                                    first->findings->len),
                          first->findings->len, name);
}

/**
 * tl_parts_of_partners:
 * @session: a session
 *
 * Whom to talk to next and about what, the partner for each goal, and who has not been heard from
 * (practice S4, S14 and S15).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_partners (TlSession *session)
{
  g_autoptr (GPtrArray) talks = tl_talks_list (tl_session_get_analysis (session));
  TlParts parts = { say_partners (session, talks),
                    g_strdup (_ ("Tests, ratings and talks are private: they are in no export and "
                                 "never on the stage.")),
                    tl_part_new ("partners", C_ ("desk", "Partners")) };

  add_talks (parts.root, session, talks);
  add_goals (parts.root, session);
  add_people (parts.root, session, "quiet", C_ ("heading", "Not heard from for too long"),
              is_quiet);
  add_people (parts.root, session, "people", C_ ("heading", "All partners"), is_partner);
  return parts;
}
