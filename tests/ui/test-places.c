/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-places.h"

static TlPlace *
create_place (int number)
{
  g_autofree char *id = g_strdup_printf ("P%d", number);
  const char *const ids[] = { id, NULL };

  return tl_place_new (tl_viewport_pan (tl_viewport (800, 600), 10 * number, 0), ids);
}

static int
get_number (const TlPlace *place)
{
  g_assert_cmpuint (g_strv_length (place->ids), ==, 1);
  g_assert_cmpint ((int) place->viewport.origin.x, ==, 10 * atoi (place->ids[0] + 1));
  return atoi (place->ids[0] + 1);
}

/* A script of places: a digit goes on to that place; < and > go back and forward. After it, where
 * one is, and whether there is more to both sides. Going where there is nothing changes nothing. */
static void
test_scripts (void)
{
  static const struct
  {
    const char *script;
    int at;
    gboolean has_past;
    gboolean has_future;
  } rows[] = { { "1", 1, FALSE, FALSE },      { "1<", 1, FALSE, FALSE },
               { "1>", 1, FALSE, FALSE },     { "12", 2, TRUE, FALSE },
               { "12<", 1, FALSE, TRUE },     { "12<>", 2, TRUE, FALSE },
               { "123<<", 1, FALSE, TRUE },   { "123<<>", 2, TRUE, TRUE },
               { "123<4", 4, TRUE, FALSE },   { "123<4<", 2, TRUE, TRUE },
               { "123<4<<", 1, FALSE, TRUE }, { "123<4<>>>", 4, TRUE, FALSE },
               { "1223<<", 1, FALSE, TRUE },  { "121<<", 1, FALSE, TRUE },
               { "12<><>", 2, TRUE, FALSE },  { "12345<<<<<", 1, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlPlaces) places = tl_places_new ();
      int at = rows[i].script[0] - '0';

      for (const char *step = rows[i].script + 1; *step != '\0'; step++)
        {
          g_autoptr (TlPlace) to = NULL;

          if (g_ascii_isdigit (*step))
            {
              tl_places_leave (places, create_place (at));
              at = *step - '0';
              continue;
            }
          to = tl_places_go (places, create_place (at), *step == '<');
          at = to != NULL ? get_number (to) : at;
        }
      g_assert_cmpint (at, ==, rows[i].at);
      g_assert_cmpint (tl_places_can_go (places, TRUE), ==, rows[i].has_past);
      g_assert_cmpint (tl_places_can_go (places, FALSE), ==, rows[i].has_future);
      tl_places_clear (places);
      g_assert_false (tl_places_can_go (places, TRUE));
    }
}

/* A window of another size shows the same place. */
static void
test_other_size (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (TlPlaces) places = tl_places_new ();
  g_autoptr (TlPlace) to = NULL;

  tl_places_leave (places, tl_place_new (tl_viewport (800, 600), none));
  to = tl_places_go (places, tl_place_new (tl_viewport (400, 900), none), TRUE);
  g_assert_null (to);
}

/* Of very many, the first are forgotten. */
static void
test_limit (void)
{
  g_autoptr (TlPlaces) places = tl_places_new ();
  int n = 0;
  int at = 1000;

  for (int i = 0; i < at; i++)
    tl_places_leave (places, create_place (i));
  while (tl_places_can_go (places, TRUE))
    {
      g_autoptr (TlPlace) to = tl_places_go (places, create_place (at), TRUE);

      at = get_number (to);
      n++;
    }
  g_assert_cmpint (n, ==, 100);
  g_assert_cmpint (at, ==, 900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/places/scripts", test_scripts);
  g_test_add_func ("/ui/places/other-size", test_other_size);
  g_test_add_func ("/ui/places/limit", test_limit);
  return g_test_run ();
}
