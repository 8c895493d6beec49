/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-pin.h"
#include "tl-workspace.h"

static TlItem *
add (TlWorkspace *workspace, TlKind kind, const char *id)
{
  return tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);
}

static TlItem *
add_place (TlWorkspace *workspace, const char *id, TlItem *card, const char *numbers)
{
  TlItem *place = add (workspace, TL_KIND_PLACE, id);
  g_auto (GStrv) parts = g_strsplit (numbers, " ", 2);

  tl_workspace_set_ref (workspace, place, TL_PLACE_ITEM, card, NULL);
  for (guint i = 0; i < g_strv_length (parts); i++)
    tl_workspace_set_number (workspace, place, i == 0 ? TL_PLACE_X : TL_PLACE_Y,
                             g_ascii_strtod (parts[i], NULL), NULL);
  return place;
}

static void
test_pinned (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *project = add (workspace, TL_KIND_PROJECT, "p");
  TlItem *goal = add (workspace, TL_KIND_GOAL, "g");
  TlItem *place = add_place (workspace, "at", project, "-12.5 80");
  TlPoint corner = { 0 };

  g_assert_true (tl_pin_find (project) == place);
  g_assert_true (tl_pin_get_corner (project, &corner));
  g_assert_cmpfloat (corner.x, ==, -12.5);
  g_assert_cmpfloat (corner.y, ==, 80);
  g_assert_null (tl_pin_find (goal));
  g_assert_false (tl_pin_get_corner (goal, &corner));

  /* It dies with its card. */
  tl_workspace_remove (workspace, project);
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_PLACE), ==, 0);
}

/* A document from elsewhere may say half of it, or say it twice. */
static void
test_odd_places (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *project = add (workspace, TL_KIND_PROJECT, "p");
  TlItem *person = add (workspace, TL_KIND_PERSON, "jo");
  TlItem *first, *second;

  add_place (workspace, "half", project, "8");
  add_place (workspace, "nobody", person, "8 8");
  g_assert_null (tl_pin_find (project));
  g_assert_null (tl_pin_find (person));

  first = add_place (workspace, "first", project, "8 16");
  second = add_place (workspace, "second", project, "80 160");
  g_assert_true (tl_pin_find (project) == first);
  tl_workspace_move (workspace, second, 0);
  g_assert_true (tl_pin_find (project) == second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/pinned", test_pinned);
  g_test_add_func ("/pin/odd-places", test_odd_places);
  return g_test_run ();
}
