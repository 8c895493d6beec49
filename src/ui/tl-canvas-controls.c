/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-legend-panel.h"
#include "tl-zoom-control.h"

#define INVITE "/io/github/throughline/Throughline/ui/tl-canvas-invite.ui"
#define BAR_TOP 8.0
#define BAR_BOTTOM 4.0
#define CONTROL_GAP 8.0
#define LEAST_LEGEND_HEIGHT 80.0

static void
allocate_child (GtkWidget *child, TlRect rect)
{
  GtkAllocation allocation = { (int) floor (rect.x), (int) floor (rect.y),
                               MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static gboolean
is_rtl (TlCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
allocate_bar (TlCanvas *self)
{
  const double margin = TL_CANVAS_CONTROL_MARGIN;

  allocate_child (self->bar,
                  tl_rect (margin, BAR_TOP, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin,
                           tl_map_view_get_top (self->view) - BAR_TOP - BAR_BOTTOM));
}

/* The heading of the tray begins on the left in either direction of writing. */
static void
allocate_tray_button (TlCanvas *self)
{
  TlRect tray = tl_map_view_get_tray (self->view);
  TlRect head = tl_map_view_get_tray_head (self->view);
  GtkRequisition size;

  gtk_widget_set_child_visible (self->tray_button, !tl_rect_is_empty (tray));
  gtk_widget_get_preferred_size (self->tray_button, NULL, &size);
  allocate_child (self->tray_button,
                  tl_rect (tray.x + tray.width - size.width - 8,
                           tray.y + (head.height - size.height) / 2, size.width, size.height));
}

/* Beside the zoom buttons, and the legend over both. */
static void
allocate_legend (TlCanvas *self)
{
  TlRect zoom = tl_canvas_get_zoom_rect (self);
  double top = tl_map_view_get_top (self->view) + CONTROL_GAP;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * TL_CANVAS_CONTROL_MARGIN;
  double bottom = zoom.y - CONTROL_GAP;
  GtkRequisition button, panel;
  double width, height;

  gtk_widget_get_preferred_size (self->legend_button, NULL, &button);
  allocate_child (self->legend_button, tl_rect (is_rtl (self) ? zoom.x + zoom.width + CONTROL_GAP
                                                              : zoom.x - CONTROL_GAP - button.width,
                                                zoom.y, button.width, zoom.height));
  gtk_widget_set_child_visible (self->legend,
                                self->legend_shown && bottom - top > LEAST_LEGEND_HEIGHT);
  gtk_widget_get_preferred_size (self->legend, NULL, &panel);
  width = MIN (panel.width, room);
  height = MIN (panel.height, MAX (bottom - top, 1));
  allocate_child (self->legend, tl_rect (is_rtl (self) ? zoom.x : zoom.x + zoom.width - width,
                                         bottom - height, width, height));
}

static void
allocate_invite (TlCanvas *self)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  double top = tl_map_view_get_top (self->view);

  gtk_widget_measure (self->invite, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  allocate_child (self->invite, tl_rect (TL_CANVAS_MARGIN, top + TL_CANVAS_MARGIN,
                                         MAX (viewport.width - 2 * TL_CANVAS_MARGIN, 1),
                                         MAX (viewport.height - top - 2 * TL_CANVAS_MARGIN, 1)));
}

/**
 * tl_canvas_measure_controls:
 * @self: a canvas
 *
 * Tells the view how much of the top edge the bar takes.
 */
void
tl_canvas_measure_controls (TlCanvas *self)
{
  int height;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  tl_map_view_set_top (self->view, height + BAR_TOP + BAR_BOTTOM);
}

/**
 * tl_canvas_allocate_controls:
 * @self: a canvas whose view has its size
 */
void
tl_canvas_allocate_controls (TlCanvas *self)
{
  TlRect zoom = tl_canvas_get_zoom_rect (self);

  allocate_bar (self);
  allocate_child (self->zoom_control, zoom);
  allocate_tray_button (self);
  allocate_legend (self);
  allocate_invite (self);
  tl_canvas_allocate_overview (self, zoom.y + zoom.height);
}

/**
 * tl_canvas_get_zoom_rect:
 * @self: a canvas that has its size
 *
 * Returns: where the zoom buttons are, in pixels: in the last corner of the map, above the tray; in
 *   either direction of writing, because the map itself is not mirrored
 */
TlRect
tl_canvas_get_zoom_rect (TlCanvas *self)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  double bottom = viewport.height;
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->zoom_control, NULL, &size);
  if (tl_rect_is_empty (tl_map_view_get_tray (self->view)))
    bottom -= TL_CANVAS_CONTROL_MARGIN;
  return tl_rect (is_rtl (self) ? TL_CANVAS_CONTROL_MARGIN
                                : viewport.width - TL_CANVAS_CONTROL_MARGIN - size.width,
                  bottom - size.height, size.width, size.height);
}

/**
 * tl_canvas_get_control_rect:
 * @self: a canvas that has its size
 *
 * Returns: where the buttons over the map are, in pixels
 */
TlRect
tl_canvas_get_control_rect (TlCanvas *self)
{
  TlRect rect = tl_canvas_get_zoom_rect (self);
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->legend_button, NULL, &size);
  rect.width += CONTROL_GAP + size.width;
  if (!is_rtl (self))
    rect.x -= CONTROL_GAP + size.width;
  return rect;
}

/* Selects what an entry of the legend is about. */
static void
legend_activated_cb (TlCanvas *self, guint index)
{
  const TlLegendKey *key = tl_legend_panel_get_key (TL_LEGEND_PANEL (self->legend), index);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const TlScene *scene;
  guint n;

  if (self->session == NULL || !tl_canvas_ensure_scene (self))
    return;
  scene = tl_map_view_get_scene (self->view);
  n = tl_display_list_get_n_entries (tl_scene_get_list (scene));
  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_canvas_get_item (self, i);

      if (item != NULL && tl_legend_has_entry (scene, key, i, item))
        g_ptr_array_add (items, item);
    }
  tl_selection_set_items (tl_session_get_selection (self->session), items);
}

/**
 * tl_canvas_update_legend:
 * @self: a canvas
 *
 * Has the legend follow what is on the map.
 */
void
tl_canvas_update_legend (TlCanvas *self)
{
  const TlScene *scene = tl_map_view_get_scene (self->view);

  gtk_widget_set_visible (self->legend_button, scene != NULL && tl_scene_get_n_cards (scene) > 0);
  gtk_widget_set_visible (self->legend,
                          self->legend_shown && gtk_widget_get_visible (self->legend_button));
  if (scene != NULL && self->legend_shown)
    tl_legend_panel_set_scene (TL_LEGEND_PANEL (self->legend), scene,
                               tl_field_get_choice_label (TL_VIEW_COLOUR_BY,
                                                          tl_canvas_get_colour_by (self)));
}

/* What is said where there is nothing to draw. */
typedef struct
{
  const char *title;
  const char *text;
  const char *label;
  const char *action;
} Invitation;

static Invitation
get_invitation (TlCanvas *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  if (tl_canvas_is_filtered (self))
    return (Invitation) { C_ ("invitation", "Nothing to Show"),
                          C_ ("invitation", "No card is left of what is asked for."),
                          C_ ("invitation", "Show Everything"), "canvas.show-everything" };
  if (tl_workspace_get_n_items (workspace, TL_KIND_PROJECT) > 0 && self->show != TL_CANVAS_SHOW_ALL)
    return (Invitation) { C_ ("invitation", "No Goals Yet"),
                          C_ ("invitation",
                              "There are ideas or past projects, and nothing for them "
                              "to serve. Add a goal, or choose to show all projects."),
                          C_ ("invitation", "Add Goal"), "win.add-goal" };
  return (Invitation) { C_ ("invitation", "No Goals Yet"),
                        C_ ("invitation", "Start with a goal of the business. Objectives and "
                                          "projects find their place beside it."),
                        C_ ("invitation", "Add Goal"), "win.add-goal" };
}

/**
 * tl_canvas_update_invite:
 * @self: a canvas
 *
 * Says what to do where there is nothing to draw, and the document has more in it.
 */
void
tl_canvas_update_invite (TlCanvas *self)
{
  const TlScene *scene = tl_map_view_get_scene (self->view);
  gboolean is_bare = scene != NULL && tl_scene_get_n_cards (scene) == 0;
  Invitation invitation;

  gtk_widget_set_visible (self->invite, is_bare);
  if (!is_bare)
    return;
  invitation = get_invitation (self);
  gtk_label_set_text (self->invite_title, invitation.title);
  gtk_label_set_text (self->invite_text, invitation.text);
  gtk_button_set_label (self->invite_button, invitation.label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->invite_button), invitation.action);
}

static void
init_tray_button (TlCanvas *self)
{
  self->tray_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->tray_button), "pan-down-symbolic");
  gtk_widget_add_css_class (self->tray_button, "flat");
  gtk_widget_add_css_class (self->tray_button, "circular");
  gtk_widget_set_tooltip_text (self->tray_button, C_ ("tooltip", "Fold Tray"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tray_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("tooltip", "Fold Tray"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tray_button), "canvas.fold-tray");
  gtk_widget_set_parent (self->tray_button, GTK_WIDGET (self));
}

static void
init_legend (TlCanvas *self)
{
  self->legend = tl_legend_panel_new ();
  gtk_widget_set_visible (self->legend, FALSE);
  g_signal_connect_object (self->legend, "activated", G_CALLBACK (legend_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  self->legend_button = gtk_toggle_button_new_with_label (C_ ("canvas", "Legend"));
  gtk_widget_set_tooltip_text (self->legend_button, C_ ("tooltip", "What Colours and Shapes Mean"));
  gtk_widget_add_css_class (self->legend_button, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->legend_button), "canvas.legend");
  gtk_widget_set_parent (self->legend_button, GTK_WIDGET (self));
}

static void
init_invite (TlCanvas *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (INVITE);

  self->invite = GTK_WIDGET (gtk_builder_get_object (builder, "invite"));
  self->invite_title = GTK_LABEL (gtk_builder_get_object (builder, "title"));
  self->invite_text = GTK_LABEL (gtk_builder_get_object (builder, "text"));
  self->invite_button = GTK_BUTTON (gtk_builder_get_object (builder, "button"));
  gtk_widget_set_visible (self->invite, FALSE);
  gtk_widget_set_parent (self->invite, GTK_WIDGET (self));
}

/**
 * tl_canvas_init_controls:
 * @self: a new canvas
 *
 * Puts the bar, the legend and the buttons over the map.
 */
void
tl_canvas_init_controls (TlCanvas *self)
{
  self->bar = tl_map_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  tl_canvas_init_overview (self);
  init_legend (self);
  self->zoom_control = tl_zoom_control_new ();
  gtk_widget_set_parent (self->zoom_control, GTK_WIDGET (self));
  g_object_bind_property (self, "zoom", self->zoom_control, "zoom", G_BINDING_SYNC_CREATE);
  init_tray_button (self);
  init_invite (self);
}

/**
 * tl_canvas_dispose_controls:
 * @self: a canvas that goes
 */
void
tl_canvas_dispose_controls (TlCanvas *self)
{
  g_clear_handle_id (&self->controls_source, g_source_remove);
  tl_canvas_dispose_overview (self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->legend_button, gtk_widget_unparent);
  g_clear_pointer (&self->zoom_control, gtk_widget_unparent);
  g_clear_pointer (&self->tray_button, gtk_widget_unparent);
  g_clear_pointer (&self->invite, gtk_widget_unparent);
}

/* In the order of Tab, after the cards. */
static GtkWidget *
get_control (TlCanvas *self, guint i)
{
  GtkWidget *const controls[]
      = { self->invite,        self->bar,          self->overview,   self->legend,
          self->legend_button, self->zoom_control, self->tray_button };

  return i < G_N_ELEMENTS (controls) ? controls[i] : NULL;
}

static guint
find_control (TlCanvas *self, GtkWidget *child)
{
  guint i = 0;

  while (get_control (self, i) != NULL && get_control (self, i) != child)
    i++;
  return i;
}

/**
 * tl_canvas_is_control:
 * @self: a canvas
 * @child: (nullable): one of its children
 *
 * Returns: whether it is no part of the map but lies over it
 */
gboolean
tl_canvas_is_control (TlCanvas *self, GtkWidget *child)
{
  return child != NULL && get_control (self, find_control (self, child)) != NULL;
}

/**
 * tl_canvas_focus_control:
 * @self: a canvas
 * @from: (nullable): the control that has the keyboard
 * @direction: forward or backward
 *
 * Moves the keyboard on, within @from or to the next control.
 *
 * Returns: whether there is one
 */
gboolean
tl_canvas_focus_control (TlCanvas *self, GtkWidget *from, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  guint n = find_control (self, NULL);
  guint i;

  if (from != NULL && gtk_widget_child_focus (from, direction))
    return TRUE;
  i = from != NULL ? find_control (self, from) : is_back ? n : G_MAXUINT;
  if (direction != GTK_DIR_TAB_FORWARD && !is_back)
    return FALSE;
  for (i = is_back ? i - 1 : i + 1; i < n; i = is_back ? i - 1 : i + 1)
    {
      GtkWidget *control = get_control (self, i);

      if (gtk_widget_get_visible (control) && gtk_widget_get_child_visible (control)
          && gtk_widget_child_focus (control, direction))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_focus_kept (TlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_sensitive (focus) && gtk_widget_get_mapped (focus);
}

/**
 * tl_canvas_is_in_control:
 * @self: a canvas
 *
 * Returns: whether a control has the keyboard, or anything in it; a menu that is being closed is on
 *   its way to give it back
 */
gboolean
tl_canvas_is_in_control (TlCanvas *self)
{
  return is_focus_kept (self)
         && tl_canvas_is_control (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

/**
 * tl_canvas_keep_focus:
 * @self: a canvas where a control had the keyboard that may be gone, or that cannot be used now
 *
 * Gives the keyboard back to the cards rather than to nobody.
 */
void
tl_canvas_keep_focus (TlCanvas *self)
{
  if (!is_focus_kept (self))
    tl_canvas_focus_cards (self);
}
