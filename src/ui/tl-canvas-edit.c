/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"
#include "tl-commands-paste.h"
#include "tl-commands-place.h"
#include "tl-item-words.h"
#include "tl-picker.h"

/* What the hands do on the map, each an action of the canvas with its keys. */

/* When an action can be used. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_EDITABLE = 1 << 0,
  NEEDS_ITEMS = 1 << 1, /* something selected, or with the keyboard */
  NEEDS_CARD = 1 << 2,  /* the one that was selected last */
  NEEDS_LINK = 1 << 3,
  NEEDS_GOAL = 1 << 4, /* that has a rank */
} Needs;

typedef struct
{
  guint key;
  guint modifiers;
} Key;

typedef struct
{
  const char *name;
  void (*activate) (TlCanvas *self);
  Needs needs;
  Key keys[3];
} Edit;

/* What was selected last; if nothing is, what has the keyboard. */
static TlItem *
get_current (TlCanvas *self)
{
  TlItem *item = NULL;

  if (self->session == NULL)
    return NULL;
  item = tl_selection_get_primary (tl_session_get_selection (self->session));
  if (item == NULL && self->focused != NULL)
    item = tl_workspace_lookup (tl_session_get_workspace (self->session), self->focused);
  return item;
}

static gboolean
is_card (TlItem *item)
{
  return item != NULL && tl_kind_get_fitting (tl_item_get_kind (item)) != TL_N_KINDS;
}

static void
add_linked (TlCanvas *self)
{
  TlItem *item = get_current (self);

  if (is_card (item))
    tl_canvas_add_linked (self, item);
}

static void
add_beside (TlCanvas *self)
{
  TlItem *item = get_current (self);

  if (is_card (item))
    tl_canvas_add_beside (self, item);
}

static gboolean
is_link (TlItem *item)
{
  return item != NULL && tl_item_get_kind (item) == TL_KIND_LINK
         && tl_item_get_ref (item, TL_LINK_PROJECT) != NULL
         && tl_item_get_ref (item, TL_LINK_TARGET) != NULL;
}

static void
move_target (TlCanvas *self)
{
  TlItem *item = get_current (self);

  if (is_link (item))
    tl_picker_move_link (GTK_WIDGET (self), self->session, item, TL_LINK_TARGET);
}

static void
move_project (TlCanvas *self)
{
  TlItem *item = get_current (self);

  if (is_link (item))
    tl_picker_move_link (GTK_WIDGET (self), self->session, item, TL_LINK_PROJECT);
}

/* The rank of goals. */

static gboolean
is_ranked (TlCanvas *self, TlItem *item)
{
  return item != NULL && tl_item_get_kind (item) == TL_KIND_GOAL
         && tl_alignment_is_active_goal (tl_session_get_alignment (self->session), item);
}

/**
 * tl_canvas_rank_goal:
 * @self: a canvas
 * @goal: an active goal
 * @neighbour: another, or the same
 *
 * Gives the goal the rank of the other, and says so.
 */
void
tl_canvas_rank_goal (TlCanvas *self, TlItem *goal, TlItem *neighbour)
{
  g_autofree char *name = tl_item_dup_short_name (goal);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!tl_command_take_place (self->session, goal, neighbour, &error))
    {
      tl_session_say (self->session, error->message, FALSE);
      return;
    }
  tl_selection_select (tl_session_get_selection (self->session), goal);
  tl_canvas_focus_item (self, goal);
  /* Translators: a goal, and its place among all goals. */
  words = g_strdup_printf (_ ("“%s” has priority %u now"), name,
                           tl_alignment_get_rank (tl_session_get_alignment (self->session), goal));
  tl_session_say (self->session, words, TRUE);
}

static void
rank_by (TlCanvas *self, int step)
{
  TlItem *goal = get_current (self);
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);
  guint to;

  if (!is_ranked (self, goal))
    return;
  /* Before the first, this wraps round to what no goal has. */
  to = tl_alignment_get_rank (alignment, goal) - 1 + (guint) step;
  if (to < n && tl_alignment_is_active_goal (alignment, goals[to]))
    tl_canvas_rank_goal (self, goal, goals[to]);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
rank_up (TlCanvas *self)
{
  rank_by (self, -1);
}

static void
rank_down (TlCanvas *self)
{
  rank_by (self, 1);
}

#define ALT GDK_ALT_MASK
#define ALT_SHIFT (GDK_ALT_MASK | GDK_SHIFT_MASK)
#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define CTRL_SHIFT (GDK_CONTROL_MASK | GDK_SHIFT_MASK)

/* clang-format off */
static const Edit edits[] = {
  { "canvas.copy", tl_canvas_copy, NEEDS_ITEMS,
    { { GDK_KEY_c, CTRL }, { GDK_KEY_Insert, CTRL } } },
  { "canvas.cut", tl_canvas_cut, NEEDS_EDITABLE | NEEDS_ITEMS,
    { { GDK_KEY_x, CTRL }, { GDK_KEY_Delete, SHIFT } } },
  { "canvas.paste", tl_canvas_paste, NEEDS_EDITABLE,
    { { GDK_KEY_v, CTRL }, { GDK_KEY_Insert, SHIFT } } },
  { "canvas.duplicate", tl_canvas_duplicate, NEEDS_EDITABLE | NEEDS_ITEMS,
    { { GDK_KEY_d, CTRL } } },
  { "canvas.add-linked", add_linked, NEEDS_EDITABLE | NEEDS_CARD,
    { { GDK_KEY_Return, CTRL_SHIFT }, { GDK_KEY_KP_Enter, CTRL_SHIFT } } },
  { "canvas.add-beside", add_beside, NEEDS_EDITABLE | NEEDS_CARD,
    { { GDK_KEY_Return, CTRL }, { GDK_KEY_KP_Enter, CTRL }, { GDK_KEY_Insert, 0 } } },
  { "canvas.move-link-to", move_target, NEEDS_EDITABLE | NEEDS_LINK,
    { { GDK_KEY_l, SHIFT } } },
  { "canvas.move-link-from", move_project, NEEDS_EDITABLE | NEEDS_LINK,
    { { GDK_KEY_l, ALT_SHIFT } } },
  { "canvas.rank-up", rank_up, NEEDS_EDITABLE | NEEDS_GOAL,
    { { GDK_KEY_Up, ALT_SHIFT }, { GDK_KEY_KP_Up, ALT_SHIFT }, { GDK_KEY_Page_Up, ALT } } },
  { "canvas.rank-down", rank_down, NEEDS_EDITABLE | NEEDS_GOAL,
    { { GDK_KEY_Down, ALT_SHIFT }, { GDK_KEY_KP_Down, ALT_SHIFT }, { GDK_KEY_Page_Down, ALT } } },
};
/* clang-format on */

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  for (guint i = 0; self->session != NULL && i < G_N_ELEMENTS (edits); i++)
    if (g_str_equal (edits[i].name, name))
      edits[i].activate (self);
}

static Needs
get_what_there_is (TlCanvas *self)
{
  TlItem *item = get_current (self);
  Needs there_is = NEEDS_NOTHING;

  if (self->session != NULL && tl_session_is_editable (self->session))
    there_is |= NEEDS_EDITABLE;
  if (item != NULL)
    there_is |= NEEDS_ITEMS;
  if (is_card (item))
    there_is |= NEEDS_CARD;
  if (is_link (item))
    there_is |= NEEDS_LINK;
  if (is_ranked (self, item))
    there_is |= NEEDS_GOAL;
  return there_is;
}

/**
 * tl_canvas_class_add_edits:
 * @widget_class: of the canvas
 *
 * Installs the actions, with their keys.
 */
void
tl_canvas_class_add_edits (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      gtk_widget_class_install_action (widget_class, edits[i].name, NULL, activate_cb);
      for (guint j = 0; j < G_N_ELEMENTS (edits[i].keys) && edits[i].keys[j].key != 0; j++)
        tl_canvas_class_bind_action (widget_class, edits[i].keys[j].key, edits[i].keys[j].modifiers,
                                     edits[i].name);
    }
}

/**
 * tl_canvas_update_edits:
 * @self: a canvas
 *
 * Enables what can be done as things stand.
 */
void
tl_canvas_update_edits (TlCanvas *self)
{
  Needs there_is = get_what_there_is (self);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i].name,
                                   (edits[i].needs & ~there_is) == 0);
}
