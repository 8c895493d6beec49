/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-fold.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } expected[] = {
    { "", "" },
    { "Win with AI", "win with ai" },
    { "  a \t\n b  ", "a b " },
    { "Größe", "grosse" },
    { "CAFÉ", "cafe" },
    { "Cafe\u0301", "cafe" },
    { "Łódź, Ærø", "lodz, aero" },
    { "İstanbul ısı", "istanbul isi" },
    { "ﬁne ①", "fine 1" },
    { "“Don’t”", "\"don't\"" },
    { "a–b", "a-b" },
    { "ΟΔΟΣ οδός", "οδοσ οδοσ" },
    { "学習", "学習" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *folded = tl_fold (expected[i].text);

      g_assert_cmpstr (folded, ==, expected[i].folded);
    }
}

static void
test_needle (void)
{
  static const struct
  {
    const char *text;
    gboolean is_exact;
    const char *in;
    gboolean is_found;
  } expected[] = {
    { "", FALSE, "", TRUE },
    { "", FALSE, "abc", TRUE },
    { "AI", FALSE, "training", FALSE },
    { "AI", FALSE, "training with AI", TRUE },
    { "AI", FALSE, "aimless", TRUE },
    { "AI", TRUE, "aimless", FALSE },
    { "AI", TRUE, "an AI, of course", TRUE },
    { "AI", TRUE, "ai", TRUE },
    { "L&D", FALSE, "for L&D only", TRUE },
    { "board", FALSE, "Onboarding", TRUE },
    { "board", TRUE, "Onboarding", FALSE },
    { "on board", TRUE, "Get on board!", TRUE },
    { "+5", FALSE, "score+5%", TRUE },
    { "習", FALSE, "学習", TRUE },
    { "ai", TRUE, "aim ai", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (TlNeedle) needle = { 0 };
      g_autofree char *folded = tl_fold (expected[i].in);

      tl_needle_init (&needle, expected[i].text, expected[i].is_exact);
      g_test_message ("“%s” in “%s”", expected[i].text, folded);
      g_assert_cmpint (tl_needle_is_in (&needle, folded), ==, expected[i].is_found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold", test_fold);
  g_test_add_func ("/needle", test_needle);

  return g_test_run ();
}
