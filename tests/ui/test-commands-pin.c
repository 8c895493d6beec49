/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-pin.h"
#include "tl-pin.h"
#include "ui-plan.h"

static GPtrArray *
collect (TlSession *session, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (GStrv id = list; *id != NULL; id++)
    g_ptr_array_add (items, ui_plan_get (session, *id));
  return items;
}

static gboolean
pin (TlSession *session, const char *ids, double x, double y)
{
  g_autoptr (GPtrArray) items = collect (session, ids);
  g_autofree TlPoint *points = g_new (TlPoint, items->len);

  for (guint i = 0; i < items->len; i++)
    points[i] = tl_point (x + 100 * i, y);
  return tl_command_pin_cards (session, items, points, NULL);
}

static void
assert_at (TlSession *session, const char *id, double x, double y)
{
  TlPoint corner = { 0 };

  g_assert_true (tl_pin_get_corner (ui_plan_get (session, id), &corner));
  g_assert_cmpfloat (corner.x, ==, x);
  g_assert_cmpfloat (corner.y, ==, y);
}

static guint
count_places (TlSession *session)
{
  return tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_PLACE);
}

static void
say_cb (char **said, const char *text, gboolean can_undo)
{
  g_free (*said);
  *said = g_strdup_printf ("%s%s", text, can_undo ? " (undo)" : "");
}

static void
test_pin (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlHistory *history = tl_session_get_history (session);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;

  /* A person is no card; places are whole units, and on the map. */
  g_assert_true (pin (session, "p1 pat o1", 10.4, -3e9));
  assert_at (session, "p1", 10, -1e7);
  assert_at (session, "o1", 210, -1e7);
  g_assert_cmpuint (count_places (session), ==, 2);
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Pin Cards");

  /* One place a card, however often it is moved. */
  g_assert_true (pin (session, "p1", 8, 16));
  assert_at (session, "p1", 8, 16);
  g_assert_cmpuint (count_places (session), ==, 2);
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, "Pin Card");
  g_assert_cmpuint (tl_session_count_pinned (session, NULL), ==, 2);

  tl_session_undo (session);
  assert_at (session, "p1", 10, -1e7);
  tl_session_undo (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (tl_history_can_undo (history));
}

static void
test_nothing_to_pin (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();

  g_assert_false (pin (session, "pat l1", 0, 0));
  g_assert_false (tl_command_tidy_all (session));
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

/* What a document says twice is said once after the first move. */
static void
test_doubled_place (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);

  for (int i = 0; i < 3; i++)
    {
      TlItem *place = tl_workspace_add (workspace, TL_KIND_PLACE, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, place, TL_PLACE_ITEM, ui_plan_get (session, "p1"), NULL);
      tl_workspace_set_number (workspace, place, TL_PLACE_X, i, NULL);
      if (i > 0)
        tl_workspace_set_number (workspace, place, TL_PLACE_Y, i, NULL);
    }
  assert_at (session, "p1", 1, 1);
  pin (session, "p1", 8, 16);
  g_assert_cmpuint (count_places (session), ==, 1);
  assert_at (session, "p1", 8, 16);
}

static void
test_unpin (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (GPtrArray) some = collect (session, "p1 p2 pat");

  pin (session, "p1 g1", 0, 0);
  g_assert_cmpuint (tl_session_count_pinned (session, some), ==, 1);
  g_assert_true (tl_command_unpin_cards (session, some));
  g_assert_null (tl_pin_find (ui_plan_get (session, "p1")));
  g_assert_nonnull (tl_pin_find (ui_plan_get (session, "g1")));
  g_assert_false (tl_command_unpin_cards (session, some));
  tl_session_undo (session);
  g_assert_cmpuint (tl_session_count_pinned (session, NULL), ==, 2);
}

static void
test_tidy_all (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;

  g_signal_connect_swapped (session, "said", G_CALLBACK (say_cb), &said);
  pin (session, "p1 g1 o1", 0, 0);
  g_assert_true (tl_command_tidy_all (session));
  g_assert_cmpstr (said, ==, "Unpinned 3 cards (undo)");
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  tl_session_undo (session);
  g_assert_cmpuint (tl_session_count_pinned (session, NULL), ==, 3);
}

static void
test_read_only (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (GPtrArray) items = collect (session, "p1");
  g_autofree char *said = NULL;

  pin (session, "p1", 8, 8);
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_signal_connect_swapped (session, "said", G_CALLBACK (say_cb), &said);
  g_assert_false (pin (session, "p1", 80, 80));
  g_assert_cmpstr (said, ==, "The document is open for reading only.");
  g_assert_false (tl_command_unpin_cards (session, items));
  g_assert_false (tl_command_tidy_all (session));
  assert_at (session, "p1", 8, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/pin", test_pin);
  g_test_add_func ("/commands/nothing-to-pin", test_nothing_to_pin);
  g_test_add_func ("/commands/doubled-place", test_doubled_place);
  g_test_add_func ("/commands/unpin", test_unpin);
  g_test_add_func ("/commands/tidy-all", test_tidy_all);
  g_test_add_func ("/commands/pin-read-only", test_read_only);
  return g_test_run ();
}
