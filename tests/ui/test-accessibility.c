/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What nobody must have to see, to point at or to wait for. */

#include <adwaita.h>
#include <string.h>

#include "tl-commands.h"
#include "tl-outline-place.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 60
#define N_COMMANDS 250
#define SEED 11

static void
set_up (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_animate (FALSE);
  ui_canvas_open (fixture, 1000, 760);
}

/* Whoever cannot see the map has the outline: each card and each link stands in it. */

static void
collect (const TlOutlinePlace *place, TlSession *session, GHashTable *found, guint depth)
{
  g_autoptr (GArray) under = tl_outline_place_list (place, session);

  g_assert_cmpuint (depth, <, 30);
  for (guint i = 0; under != NULL && i < under->len; i++)
    {
      const TlOutlinePlace *child = &g_array_index (under, TlOutlinePlace, i);

      if (tl_outline_place_get_item (child) != NULL)
        g_hash_table_add (found, tl_outline_place_get_item (child));
      if (child->link != NULL)
        g_hash_table_add (found, child->link);
      collect (child, session, found, depth + 1);
    }
}

static void
test_outline_is_complete (void)
{
  static const TlKind kinds[] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT, TL_KIND_LINK };
  g_autoptr (TlSession) session = ui_sample_open ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  TlOutlinePlace root = TL_OUTLINE_PLACE_ROOT;

  collect (&root, session, found, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < tl_workspace_get_n_items (workspace, kinds[i]); j++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kinds[i], j);

        if (!g_hash_table_contains (found, item))
          g_error ("%s is not in the outline", tl_item_get_id (item));
      }
}

/* The map read by ear: each card and each link on it is a node that says what it is. */

static gboolean
is_node_of (GtkWidget *widget, gpointer id)
{
  return TL_IS_CARD_NODE (widget)
         && g_strcmp0 (tl_card_node_get_id (TL_CARD_NODE (widget)), id) == 0;
}

static char *
dup_told (GtkAccessible *accessible, GtkAccessibleProperty property)
{
  char *told = gtk_test_accessible_has_property (accessible, property)
                   ? gtk_test_accessible_check_property (accessible, property, "")
                   : NULL;

  return told != NULL ? told : g_strdup ("");
}

static void
check_told (UiCanvas *fixture, TlItem *item)
{
  const char *id = tl_item_get_id (item);
  TlKind kind = tl_item_get_kind (item);
  TlItem *about = kind == TL_KIND_LINK ? tl_item_get_ref (item, TL_LINK_TARGET) : item;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  GtkAccessible *node;

  tl_canvas_focus_item (fixture->canvas, item);
  ui_wait (FRAMES_MS);
  node = GTK_ACCESSIBLE (ui_find (GTK_WIDGET (fixture->canvas), is_node_of, (gpointer) id));
  if (node == NULL)
    g_error ("%s has no node", id);
  gtk_test_accessible_assert_role (node, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  label = dup_told (node, GTK_ACCESSIBLE_PROPERTY_LABEL);
  description = dup_told (node, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (strstr (label, tl_kind_get_label (kind)) == NULL
      || strstr (label, tl_item_get_title (about)) == NULL || *description == '\0')
    g_error ("%s is told as “%s”, “%s”", id, label, description);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (node));
}

static void
test_map_is_told (UiCanvas *fixture, gconstpointer user_data)
{
  const TlDisplayList *list = tl_map_view_get_list (fixture->canvas->view);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint n_links = 0;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlItem *item = tl_canvas_get_item (fixture->canvas, i);

      if (item != NULL && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  g_assert_cmpuint (items->len, >, 100);
  for (guint i = 0; i < items->len; i++)
    {
      n_links += tl_item_get_kind (items->pdata[i]) == TL_KIND_LINK;
      check_told (fixture, items->pdata[i]);
    }
  g_assert_cmpuint (n_links, >, 30);
}

/* Who asks for less motion gets none: everything is where it goes to at once. */
static void
test_reduced_motion (UiCanvas *fixture, gconstpointer user_data)
{
  TlItem *item = ui_sample_get (fixture->session, "G1");

  for (int is_animated = 0; is_animated < 2; is_animated++)
    {
      ui_canvas_animate (is_animated);
      tl_canvas_set_zoom (fixture->canvas, is_animated ? 0.4 : 0.8);
      g_assert_cmpint (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas),
                                          tl_camera_get_destination (fixture->canvas->camera)),
                       ==, !is_animated);
      ui_wait (8 * FRAMES_MS);
      tl_selection_select (tl_session_get_selection (fixture->session), item);
      tl_canvas_set_show (fixture->canvas,
                          is_animated ? TL_CANVAS_SHOW_COUNTED : TL_CANVAS_SHOW_FLAGGED);
      g_assert_cmpint (fixture->canvas->glide != NULL, ==, is_animated);
      ui_wait (8 * FRAMES_MS);
    }
  ui_canvas_animate (FALSE);
  tl_camera_fling (fixture->canvas->camera, 0, -2000);
  g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas),
                                    tl_camera_get_destination (fixture->canvas->camera)));
}

/* After any commands in any order something has the keyboard. */

static void
delete_focused (UiCanvas *fixture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  TlItem *item = fixture->canvas->focused != NULL
                     ? ui_sample_get (fixture->session, fixture->canvas->focused)
                     : NULL;

  if (item == NULL)
    return;
  g_ptr_array_add (items, g_object_ref (item));
  tl_command_delete (fixture->session, items);
}

static void
undo (UiCanvas *fixture)
{
  tl_session_undo (fixture->session);
}

static void
redo (UiCanvas *fixture)
{
  tl_session_redo (fixture->session);
}

static void
add (UiCanvas *fixture)
{
  tl_command_add_project (fixture->session, NULL, NULL);
}

static void
ask (UiCanvas *fixture)
{
  tl_lens_set_query (tl_session_get_lens (fixture->session), "status:live");
}

static void
hide_rest (UiCanvas *fixture)
{
  tl_canvas_set_hides (fixture->canvas, !tl_canvas_get_hides (fixture->canvas));
}

static void
move_on (UiCanvas *fixture)
{
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
}

static void
run_command (UiCanvas *fixture, GRand *random)
{
  static void (*const commands[]) (UiCanvas *)
      = { delete_focused, undo, redo, add, ask, hide_rest, move_on, move_on };
  static const char *const actions[]
      = { "canvas.home",     "canvas.back",    "canvas.forward",   "canvas.overview",
          "canvas.overview", "canvas.legend",  "canvas.fold-tray", "canvas.focus",
          "canvas.unfocus",  "canvas.zoom-in", "canvas.zoom-fit",  "canvas.show-everything",
          "item.essentials" };
  static const char *const keys[]
      = { "Up",         "Down",      "Left",   "Right",      "Home", "End", "<Alt>Left",
          "<Alt>Right", "<Alt>Down", "Escape", "<Control>i", "o",    "F2" };
  guint n = G_N_ELEMENTS (commands) + G_N_ELEMENTS (actions) + G_N_ELEMENTS (keys);
  guint i = (guint) g_rand_int_range (random, 0, (int) n);

  if (i < G_N_ELEMENTS (commands))
    {
      commands[i](fixture);
      return;
    }
  i -= G_N_ELEMENTS (commands);
  if (i < G_N_ELEMENTS (actions))
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), actions[i], NULL);
  else
    ui_press_key (GTK_WIDGET (fixture->canvas), keys[i - G_N_ELEMENTS (actions)]);
}

static void
test_focus_is_never_lost (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G1"));
  for (int i = 0; i < N_COMMANDS; i++)
    {
      GtkWidget *focus;

      run_command (fixture, random);
      ui_wait (FRAMES_MS);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_get_mapped (focus));
      g_assert_true (gtk_widget_is_sensitive (focus));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

  g_test_add_func ("/ui/accessibility/outline-is-complete", test_outline_is_complete);
  g_test_add ("/ui/accessibility/map-is-told", UiCanvas, NULL, set_up, test_map_is_told,
              ui_canvas_tear_down);
  g_test_add ("/ui/accessibility/reduced-motion", UiCanvas, NULL, set_up, test_reduced_motion,
              ui_canvas_tear_down);
  g_test_add ("/ui/accessibility/focus-is-never-lost", UiCanvas, NULL, set_up,
              test_focus_is_never_lost, ui_canvas_tear_down);
  return g_test_run ();
}
