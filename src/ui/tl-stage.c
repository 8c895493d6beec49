/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-stage.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-item-words.h"
#include "tl-rank-badge.h"
#include "tl-stage-map.h"
#include "tl-stage-steps.h"
#include "tl-text.h"

#define RESOURCES "/io/github/throughline/Throughline/ui/"
#define MANY_GOALS 5 /* more stand in two columns */
#define LEAST_HEIGHT                                                                               \
  780 /* of the surface, in pixels, for the size of letters in the style sheet                     \
       */
#define LARGE_HEIGHT 960
#define HUGE_HEIGHT 1360
#define CURSOR_MS 2000 /* of rest before the pointer leaves the picture */

struct _TlStage
{
  GtkWindow parent_instance;

  /* Owned */
  TlSession *session;
  GPtrArray *steps; /* of TlStageStep */

  /* Template */
  GtkWidget *heading;
  GtkWidget *lead;
  GtkWidget *text;
  GtkWidget *stack;
  GtkWidget *goals;
  GtkWidget *map;
  GtkWidget *figures;
  GtkWidget *title;
  GtkWidget *counter;

  guint position;
  guint cursor_source;
  guint inhibitor;
};

G_DEFINE_FINAL_TYPE (TlStage, tl_stage, GTK_TYPE_WINDOW)

static void
set_text (gpointer label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
clear_flow_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
}

static void
append_to_flow_box (GtkWidget *box, GObject *widget)
{
  gtk_flow_box_append (GTK_FLOW_BOX (box), GTK_WIDGET (widget));
  gtk_widget_set_focusable (gtk_widget_get_last_child (box), FALSE);
}

static void
append_goal (TlStage *self, TlAlignment *alignment, TlItem *goal)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "tl-stage-goal.ui");
  g_autofree char *owner = tl_stage_dup_owner_line (alignment, goal);
  g_autofree char *name = tl_item_dup_name (goal);

  tl_rank_badge_set_rank (TL_RANK_BADGE (gtk_builder_get_object (builder, "rank")),
                          tl_alignment_get_rank (alignment, goal));
  set_text (gtk_builder_get_object (builder, "title"), name);
  set_text (gtk_builder_get_object (builder, "owner"), owner);
  append_to_flow_box (self->goals, gtk_builder_get_object (builder, "goal"));
}

static void
fill_goals (TlStage *self)
{
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  guint n_columns;

  clear_flow_box (self->goals);
  n_columns = n_goals > MANY_GOALS ? 2 : 1;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->goals), n_columns);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->goals), n_columns);
  for (guint i = 0; i < n_goals; i++)
    if (tl_alignment_is_active_goal (alignment, goals[i]))
      append_goal (self, alignment, goals[i]);
}

static void
fill_figures (TlStage *self)
{
  g_autoptr (GPtrArray) figures = tl_stage_figures_new (tl_session_get_analysis (self->session));

  clear_flow_box (self->figures);
  for (guint i = 0; i < figures->len; i++)
    {
      TlStageFigure *figure = figures->pdata[i];
      g_autoptr (GtkBuilder) builder
          = gtk_builder_new_from_resource (RESOURCES "tl-stage-figure.ui");

      set_text (gtk_builder_get_object (builder, "value"), figure->value);
      set_text (gtk_builder_get_object (builder, "name"), figure->name);
      set_text (gtk_builder_get_object (builder, "text"), figure->text);
      append_to_flow_box (self->figures, gtk_builder_get_object (builder, "figure"));
    }
}

static void
show_scene (TlStage *self, TlStageStep *step)
{
  static const char *const pages[] = { [TL_STAGE_GOALS] = "goals",
                                       [TL_STAGE_GOAL] = "map",
                                       [TL_STAGE_TRAY] = "map",
                                       [TL_STAGE_FIGURES] = "figures" };

  if (step->scene == TL_STAGE_GOAL)
    tl_stage_map_show_chain (TL_STAGE_MAP (self->map), step->id);
  else if (step->scene == TL_STAGE_TRAY)
    tl_stage_map_show_tray (TL_STAGE_MAP (self->map));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), pages[step->scene]);
}

static void
show_step (TlStage *self)
{
  TlStageStep *step = self->steps->pdata[self->position];
  /* Translators: the number of a step in a presentation, and of how many. */
  g_autofree char *counter
      = g_strdup_printf (C_ ("stage", "%1$u / %2$u"), self->position + 1, self->steps->len);

  set_text (self->heading, step->heading);
  set_text (self->lead, step->lead);
  set_text (self->text, step->text);
  set_text (self->counter, counter);
  show_scene (self, step);

  /* Whoever listens hears the heading: it has the keyboard, and the window carries its name. */
  gtk_window_set_title (GTK_WINDOW (self), step->heading);
  gtk_widget_grab_focus (self->heading);
  tl_announce (GTK_WIDGET (self), step->heading);
}

static void
go_to (TlStage *self, int position)
{
  guint bounded = (guint) CLAMP (position, 0, (int) self->steps->len - 1);

  if (bounded == self->position)
    return;
  self->position = bounded;
  show_step (self);
}

static void
reload (TlStage *self)
{
  TlItem *root = tl_workspace_get_root (tl_session_get_workspace (self->session));
  g_autofree char *title = tl_text_clamp (tl_item_get_title (root), TL_NAME_MAX);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = tl_stage_steps_new (tl_session_get_analysis (self->session));
  self->position = MIN (self->position, self->steps->len - 1);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  fill_goals (self);
  fill_figures (self);
  show_step (self);
}

/* Hands. */

typedef struct
{
  guint key;
  int step; /* how far to go */
} StageKey;

#define FAR 100000

/* Arrows and letters for hands, pages for clickers. */
static const StageKey keys[] = {
  { GDK_KEY_Right, 1 },   { GDK_KEY_Down, 1 },     { GDK_KEY_Page_Down, 1 },  { GDK_KEY_space, 1 },
  { GDK_KEY_Return, 1 },  { GDK_KEY_KP_Enter, 1 }, { GDK_KEY_n, 1 },          { GDK_KEY_Left, -1 },
  { GDK_KEY_Up, -1 },     { GDK_KEY_Page_Up, -1 }, { GDK_KEY_BackSpace, -1 }, { GDK_KEY_p, -1 },
  { GDK_KEY_Home, -FAR }, { GDK_KEY_End, FAR },
};

/* Before the window, which would take the arrows to move the focus. */
static gboolean
key_cb (TlStage *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape || key == GDK_KEY_F5)
    {
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        go_to (self, (int) self->position + keys[i].step);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
click_cb (TlStage *self, int n_press, double x, double y, GtkGestureSingle *gesture)
{
  gboolean is_back = gtk_gesture_single_get_current_button (gesture) == GDK_BUTTON_SECONDARY;

  go_to (self, (int) self->position + (is_back ? -1 : 1));
}

static gboolean
hide_cursor_cb (gpointer user_data)
{
  TlStage *self = user_data;

  self->cursor_source = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
motion_cb (TlStage *self)
{
  g_clear_handle_id (&self->cursor_source, g_source_remove);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->cursor_source = g_timeout_add (CURSOR_MS, hide_cursor_cb, self);
}

static void
set_css_class (TlStage *self, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
resized_cb (TlStage *self, GParamSpec *pspec, GdkSurface *surface)
{
  int height = gdk_surface_get_height (surface);

  set_css_class (self, "small", height < LEAST_HEIGHT);
  set_css_class (self, "large", height >= LARGE_HEIGHT && height < HUGE_HEIGHT);
  set_css_class (self, "huge", height >= HUGE_HEIGHT);
}

static void
realize_stage (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (tl_stage_parent_class)->realize (widget);
  surface = gtk_native_get_surface (GTK_NATIVE (widget));
  g_signal_connect_object (surface, "notify::height", G_CALLBACK (resized_cb), widget,
                           G_CONNECT_SWAPPED);
}

/* A screen must not go dark in the middle of a talk. */
static void
map_stage (GtkWidget *widget)
{
  TlStage *self = TL_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (tl_stage_parent_class)->map (widget);
  if (application != NULL && self->inhibitor == 0)
    self->inhibitor
        = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                   C_ ("stage", "A presentation is on"));
}

static void
unmap_stage (GtkWidget *widget)
{
  TlStage *self = TL_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibitor != 0)
    gtk_application_uninhibit (application, self->inhibitor);
  self->inhibitor = 0;
  GTK_WIDGET_CLASS (tl_stage_parent_class)->unmap (widget);
}

static void
tl_stage_dispose (GObject *object)
{
  TlStage *self = TL_STAGE (object);

  g_clear_handle_id (&self->cursor_source, g_source_remove);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_stage_parent_class)->dispose (object);
}

static void
tl_stage_class_init (TlStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_stage_dispose;
  widget_class->realize = realize_stage;
  widget_class->map = map_stage;
  widget_class->unmap = unmap_stage;

  g_type_ensure (TL_TYPE_STAGE_MAP);
  g_type_ensure (TL_TYPE_RANK_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "tl-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStage, heading);
  gtk_widget_class_bind_template_child (widget_class, TlStage, lead);
  gtk_widget_class_bind_template_child (widget_class, TlStage, text);
  gtk_widget_class_bind_template_child (widget_class, TlStage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlStage, goals);
  gtk_widget_class_bind_template_child (widget_class, TlStage, map);
  gtk_widget_class_bind_template_child (widget_class, TlStage, figures);
  gtk_widget_class_bind_template_child (widget_class, TlStage, title);
  gtk_widget_class_bind_template_child (widget_class, TlStage, counter);
}

static void
tl_stage_init (TlStage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * tl_stage_new:
 * @session: what is presented; it is followed when it changes
 *
 * Returns: (transfer none): a window that fills the screen when it is presented; it goes when it is
 *   closed
 */
GtkWidget *
tl_stage_new (TlSession *session)
{
  TlStage *self;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  self = g_object_new (TL_TYPE_STAGE, NULL);
  self->session = g_object_ref (session);
  tl_stage_map_set_session (TL_STAGE_MAP (self->map), session);
  g_signal_connect_object (session, "analysed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
