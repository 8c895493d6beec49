/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-align.h"
#include "tl-canvas-private.h"
#include "tl-commands-pin.h"

/* Cards that are put elsewhere by the keyboard and by menus; by hand it is tl-tool-move.c. */

#define LEAP 5         /* meshes of the grid, of a long step */
#define LEAST_GAP 16.0 /* map units between cards that are distributed */

/* Where what is selected lies on the map. */
typedef struct
{
  GPtrArray *items; /* of TlItem */
  GArray *rects;    /* of TlRect */
} Cards;

static void
cards_clear (Cards *cards)
{
  g_ptr_array_unref (cards->items);
  g_array_unref (cards->rects);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cards, cards_clear)

/* What lies in the tray has no place of its own. */
static Cards
list_cards (TlCanvas *self)
{
  Cards cards = { g_ptr_array_new_with_free_func (g_object_unref),
                  g_array_new (FALSE, FALSE, sizeof (TlRect)) };
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (self);

  for (guint i = 0; tl_canvas_ensure_scene (self) && i < items->len; i++)
    {
      const TlEntry *entry;
      guint index;

      if (!tl_map_view_find (self->view, tl_item_get_id (items->pdata[i]), &index)
          || tl_map_view_is_in_tray (self->view, index))
        continue;
      entry = tl_map_view_get_entry (self->view, index);
      if (entry->item.role != TL_ENTRY_CARD)
        continue;
      g_ptr_array_add (cards.items, g_object_ref (items->pdata[i]));
      g_array_append_val (cards.rects, entry->item.bounds);
    }
  return cards;
}

/* They are where the hand has left them, and what gives way does so in the same moment: the map
 * below them stays. */
static void
stay (TlCanvas *self, TlViewport viewport)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  TlItem *focused = self->focused != NULL ? tl_workspace_lookup (workspace, self->focused) : NULL;

  tl_canvas_end_glide (self);
  tl_map_view_set_viewport (self->view, viewport);
  self->is_led = TRUE;
  tl_canvas_focus_item (self, focused);
}

/**
 * tl_canvas_place_cards:
 * @self: a canvas
 * @items: (element-type TlItem): cards
 * @corners: (array): where the upper left corner of each is to lie, in map units
 * @label: (nullable): what was done, for the history; %NULL for moving
 *
 * Pins the cards there, at once. What has the keyboard keeps it.
 */
void
tl_canvas_place_cards (TlCanvas *self, GPtrArray *items, const TlPoint *corners, const char *label)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);

  if (label == NULL)
    label = ngettext ("Move Card", "Move Cards", items->len);
  if (tl_command_pin_cards (self->session, items, corners, label))
    stay (self, viewport);
}

/* Steps. */

/* The steps of one way are one step of undo, as long as the same is moved. */
static char *
dup_merge_key (Cards *cards)
{
  return g_strdup_printf ("nudge:%u:%s", cards->items->len,
                          tl_item_get_id (cards->items->pdata[0]));
}

/**
 * tl_canvas_nudge:
 * @self: a canvas with a session
 * @dx: meshes of the grid to the right
 * @dy: meshes of the grid down
 *
 * Moves the cards that are selected by so much.
 */
void
tl_canvas_nudge (TlCanvas *self, int dx, int dy)
{
  g_auto (Cards) cards = list_cards (self);
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  g_autofree TlPoint *corners = g_new (TlPoint, cards.items->len + 1);
  g_autofree char *key = NULL;
  const char *label;

  if (cards.items->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < cards.items->len; i++)
    {
      TlRect rect = g_array_index (cards.rects, TlRect, i);

      corners[i] = tl_point (rect.x + dx * TL_CANVAS_GRID, rect.y + dy * TL_CANVAS_GRID);
    }
  key = dup_merge_key (&cards);
  label = ngettext ("Move Card", "Move Cards", cards.items->len);
  tl_workspace_begin_merging (workspace, label, key);
  tl_command_pin_cards (self->session, cards.items, corners, label);
  tl_workspace_commit (workspace);
  stay (self, viewport);
}

static gboolean
nudge_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  int dx, dy;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(ii)", &dx, &dy);
  tl_canvas_nudge (self, dx, dy);
  return GDK_EVENT_STOP;
}

static void
bind_nudge (GtkWidgetClass *widget_class, guint key, guint keypad, int dx, int dy)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK, nudge_cb, "(ii)", dx,
                                    dy);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                    nudge_cb, "(ii)", LEAP * dx, LEAP * dy);
    }
}

/* Rows and columns. */

typedef struct
{
  const char *name;
  const char *label;
  TlAlignTo to; /* TL_N_ALIGN_TO: distributes */
  gboolean is_vertical;
  guint n_least;
} Alignment;

static const Alignment alignments[] = {
  { "canvas.align-left", NC_ ("undo", "Align Left"), TL_ALIGN_TO_LEFT, FALSE, 2 },
  { "canvas.align-centre", NC_ ("undo", "Align Centre"), TL_ALIGN_TO_CENTRE, FALSE, 2 },
  { "canvas.align-right", NC_ ("undo", "Align Right"), TL_ALIGN_TO_RIGHT, FALSE, 2 },
  { "canvas.align-top", NC_ ("undo", "Align Top"), TL_ALIGN_TO_TOP, FALSE, 2 },
  { "canvas.align-middle", NC_ ("undo", "Align Middle"), TL_ALIGN_TO_MIDDLE, FALSE, 2 },
  { "canvas.align-bottom", NC_ ("undo", "Align Bottom"), TL_ALIGN_TO_BOTTOM, FALSE, 2 },
  { "canvas.distribute-horizontally", NC_ ("undo", "Distribute Horizontally"), TL_N_ALIGN_TO, FALSE,
    3 },
  { "canvas.distribute-vertically", NC_ ("undo", "Distribute Vertically"), TL_N_ALIGN_TO, TRUE, 3 },
};

static void
align (TlCanvas *self, const Alignment *alignment)
{
  g_auto (Cards) cards = list_cards (self);
  guint n = cards.items->len;
  g_autofree TlPoint *corners = g_new0 (TlPoint, n + 1);
  const TlRect *rects = (const TlRect *) (void *) cards.rects->data;

  if (n < alignment->n_least)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      tl_session_say (self->session, _ ("Too few cards on the map are selected"), FALSE);
      return;
    }
  if (alignment->to == TL_N_ALIGN_TO)
    tl_distribute_rects (alignment->is_vertical, rects, n, LEAST_GAP, corners);
  else
    tl_align_rects (alignment->to, rects, n, corners);
  tl_canvas_place_cards (self, cards.items, corners,
                         g_dpgettext2 (GETTEXT_PACKAGE, "undo", alignment->label));
}

static void
align_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  for (guint i = 0; self->session != NULL && i < G_N_ELEMENTS (alignments); i++)
    if (g_str_equal (alignments[i].name, name))
      align (self, &alignments[i]);
}

/**
 * tl_canvas_class_add_moves:
 * @widget_class: of the canvas
 *
 * Installs what moves cards, with its keys.
 */
void
tl_canvas_class_add_moves (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    gtk_widget_class_install_action (widget_class, alignments[i].name, NULL, align_cb);
  gtk_widget_class_install_property_action (widget_class, "canvas.move-mode", "move-mode");
  tl_canvas_class_bind_action (widget_class, GDK_KEY_m, 0, "canvas.move-mode");
  bind_nudge (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_nudge (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_nudge (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_nudge (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

/**
 * tl_canvas_update_moves:
 * @self: a canvas
 *
 * Enables what can be done with so many cards as are selected.
 */
void
tl_canvas_update_moves (TlCanvas *self)
{
  gboolean is_editable = self->session != NULL && tl_session_is_editable (self->session);
  guint n = self->session != NULL
                ? tl_selection_get_n_items (tl_session_get_selection (self->session))
                : 0;

  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), alignments[i].name,
                                   is_editable && n >= alignments[i].n_least);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.move-mode", is_editable);
}
