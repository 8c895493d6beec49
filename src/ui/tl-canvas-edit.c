/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"
#include "tl-commands-paste.h"

/* What the hands do on the map, each an action of the canvas with its keys. */

/* When an action can be used. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_EDITABLE = 1 << 0,
  NEEDS_ITEMS = 1 << 1, /* something selected, or with the keyboard */
  NEEDS_CARD = 1 << 2,  /* the one that was selected last */
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
