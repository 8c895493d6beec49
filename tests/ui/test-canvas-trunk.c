/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define AHEAD 12.0 /* map units along a line, from its card */

/* Two links of one card that leave it as one line. */
typedef struct
{
  TlPoint trunk;  /* in map units */
  TlPoint branch; /* the same, where one of them is alone */
  const char *ids[2];
} Trunk;

static gboolean
is_link (UiCanvas *fixture, guint index)
{
  return tl_map_view_get_entry (fixture->canvas->view, index)->item.role == TL_ENTRY_LINK;
}

static TlPoint
to_screen (UiCanvas *fixture, TlPoint point)
{
  return tl_viewport_to_screen (tl_map_view_get_viewport (fixture->canvas->view), point);
}

/* The ends are known when both are drawn. */
static void
get_line (UiCanvas *fixture, guint index, TlPoint *from, TlPoint *to)
{
  const TlDisplayList *list = tl_map_view_get_list (fixture->canvas->view);

  tl_display_list_draw_entry (list, index);
  g_assert_true (tl_display_list_get_line (list, index, from, to));
}

static gboolean
find_trunk (UiCanvas *fixture, Trunk *trunk)
{
  const TlDisplayList *list = tl_map_view_get_list (fixture->canvas->view);
  guint n = tl_display_list_get_n_entries (list);

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; is_link (fixture, a) && b < n; b++)
      {
        TlPoint from[2], to[2];

        if (!is_link (fixture, b))
          continue;
        get_line (fixture, a, &from[0], &to[0]);
        get_line (fixture, b, &from[1], &to[1]);
        if (from[0].x != from[1].x || from[0].y != from[1].y || to[0].y == to[1].y)
          continue;
        trunk->trunk = tl_point (from[0].x + AHEAD, from[0].y);
        trunk->branch = tl_point (to[0].x - AHEAD / 4, to[0].y);
        trunk->ids[0] = tl_map_view_get_entry (fixture->canvas->view, a)->item.id;
        trunk->ids[1] = tl_map_view_get_entry (fixture->canvas->view, b)->item.id;
        return TRUE;
      }
  return FALSE;
}

static gboolean
contains (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (tl_item_get_id (items->pdata[i]), id))
      return TRUE;
  return FALSE;
}

static Trunk
get_trunk (UiCanvas *fixture)
{
  Trunk trunk = { 0 };

  g_assert_true (tl_canvas_ensure_scene (fixture->canvas));
  g_assert_true (find_trunk (fixture, &trunk));
  return trunk;
}

/* Returns where the point is when the map has been moved. */
static TlPoint
bring_into_sight (UiCanvas *fixture, TlPoint point)
{
  TlPoint now = to_screen (fixture, point);

  tl_canvas_set_viewport (fixture->canvas,
                          tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), 300 - now.x,
                                           300 - now.y));
  ui_settle ();
  return to_screen (fixture, point);
}

static GPtrArray *
list_at (UiCanvas *fixture, TlPoint point)
{
  return tl_canvas_list_items_at (fixture->canvas, bring_into_sight (fixture, point));
}

static void
select_at (UiCanvas *fixture, TlPoint point, gboolean toggles)
{
  tl_canvas_select_at (fixture->canvas, bring_into_sight (fixture, point), toggles);
}

/* Where links run as one, all of them are pointed at, and otherwise one. */
static void
test_items (UiCanvas *fixture, gconstpointer user_data)
{
  Trunk trunk = get_trunk (fixture);
  g_autoptr (GPtrArray) all = list_at (fixture, trunk.trunk);
  g_autoptr (GPtrArray) one = list_at (fixture, trunk.branch);

  g_assert_cmpuint (all->len, >=, 2);
  g_assert_true (contains (all, trunk.ids[0]));
  g_assert_true (contains (all, trunk.ids[1]));
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (contains (one, trunk.ids[0]));
}

/* A click selects what is pointed at. */
static void
test_click (UiCanvas *fixture, gconstpointer user_data)
{
  TlSelection *selection = tl_session_get_selection (fixture->session);
  Trunk trunk = get_trunk (fixture);
  TlItem *items[] = { ui_sample_get (fixture->session, trunk.ids[0]),
                      ui_sample_get (fixture->session, trunk.ids[1]) };

  select_at (fixture, trunk.trunk, FALSE);
  g_assert_true (tl_selection_contains (selection, items[0]));
  g_assert_true (tl_selection_contains (selection, items[1]));
  select_at (fixture, trunk.branch, FALSE);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 1);
  g_assert_true (tl_selection_contains (selection, items[0]));
  select_at (fixture, trunk.trunk, TRUE);
  g_assert_true (tl_selection_contains (selection, items[0]));
  g_assert_true (tl_selection_contains (selection, items[1]));
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  ui_canvas_add ("/canvas-trunk/items", test_items);
  ui_canvas_add ("/canvas-trunk/click", test_click);
  return g_test_run ();
}
