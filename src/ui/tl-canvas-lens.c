/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-item-words.h"

#define FIRST_STEPS 2
#define MAX_STEPS 10
#define LEAST_LEGEND_WIDTH 560 /* of a canvas on which the legend opens by itself */
#define FNV_START 14695981039346656037U
#define FNV_PRIME 1099511628211U

/* What the lens says of an entry; asked for once, when the entry comes into sight. */
typedef enum
{
  STATE_KNOWN = 1 << 0,
  STATE_LIT = 1 << 1,
  STATE_DIM = 1 << 2,
  STATE_MATCH = 1 << 3,
} State;

static TlLens *
get_lens (TlCanvas *self)
{
  return self->session != NULL ? tl_session_get_lens (self->session) : NULL;
}

static gboolean
is_asked (TlLens *lens)
{
  return lens != NULL && (tl_lens_has_query (lens) || tl_lens_get_focus (lens) != NULL);
}

static gboolean
is_hiding (TlLens *lens)
{
  return is_asked (lens) && tl_lens_get_hides (lens);
}

/* Two sets of hidden items have the same key when they are the same, and nothing was folded or
 * unfolded since. */
static guint64
get_hidden_key (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  TlWorkspace *workspace;
  guint64 key = FNV_START;

  if (lens == NULL)
    return 0;
  key ^= tl_folds_get_serial (tl_lens_get_folds (lens));
  if (!is_hiding (lens))
    return key;
  workspace = tl_session_get_workspace (self->session);
  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);

        if (tl_lens_get_emphasis (lens, item) == TL_LENS_HIDDEN)
          key ^= GPOINTER_TO_SIZE (item);
        key *= FNV_PRIME;
      }
  return key;
}

static gboolean
filter_cb (TlItem *item, gpointer lens)
{
  return tl_lens_get_emphasis (lens, item) != TL_LENS_HIDDEN;
}

static guint8
ask (TlCanvas *self, guint index)
{
  TlLens *lens = get_lens (self);
  TlItem *item = tl_canvas_get_item (self, index);
  guint left, right;
  guint8 state = STATE_KNOWN;

  if (item != NULL)
    {
      TlLensEmphasis emphasis = tl_lens_get_emphasis (lens, item);

      state |= emphasis == TL_LENS_LIT ? STATE_LIT : emphasis == TL_LENS_DIM ? STATE_DIM : 0;
      if (tl_lens_has_query (lens) && tl_lens_matches (lens, item))
        state |= STATE_MATCH;
    }
  else if (tl_scene_get_ends (tl_map_view_get_scene (self->view), index, &left, &right))
    state |= (ask (self, left) & ask (self, right) & STATE_LIT) != 0 ? STATE_LIT : STATE_DIM;
  return state;
}

static guint8
get_state (TlCanvas *self, guint index)
{
  if (self->lens_states == NULL)
    return STATE_KNOWN;
  if (self->lens_states[index] == 0)
    self->lens_states[index] = ask (self, index);
  return self->lens_states[index];
}

/* What of the picture is not of the rest. */
static guint
count_lit_cards (TlCanvas *self)
{
  const TlDisplayList *list = tl_map_view_get_list (self->view);
  guint n = 0;

  for (guint i = 0; list != NULL && i < tl_display_list_get_n_entries (list); i++)
    n += tl_display_list_get_entry (list, i)->item.role == TL_ENTRY_CARD
         && (get_state (self, i) & STATE_DIM) == 0;
  return n;
}

static char *
dup_focus_title (GPtrArray *focus)
{
  guint n = focus->len - 1;
  char *name = tl_item_dup_name (focus->pdata[0]);
  g_autofree char *first = NULL;

  if (n == 0)
    return name;
  first = name;
  /* Translators: the first of several items, and how many more there are. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n),
                          first, n);
}

static void
announce_focus (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  GPtrArray *focus = tl_lens_get_focus (lens);
  guint steps = tl_lens_get_focus_steps (lens);
  guint n = count_lit_cards (self);
  g_autofree char *steps_text = NULL;
  g_autofree char *cards_text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (focus == NULL || focus->len == 0)
    return;
  title = dup_focus_title (focus);
  steps_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", steps), steps);
  cards_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card", "%u cards", n), n);
  /* Translators: what is in focus, how many steps around it, how many cards that makes. */
  text = g_strdup_printf (C_ ("accessible", "Focus on %1$s, %2$s: %3$s"), title, steps_text,
                          cards_text);
  tl_announce (GTK_WIDGET (self), text);
}

static void
set_focus (TlCanvas *self, GPtrArray *items, guint steps)
{
  tl_lens_set_focus (get_lens (self), items, steps);
  if (!tl_canvas_ensure_scene (self))
    return;
  if (items->len > 0 && TL_IS_ITEM (items->pdata[0]))
    tl_canvas_reveal (self, items->pdata[0]);
  announce_focus (self);
}

static void
change_steps (TlCanvas *self, int change)
{
  TlLens *lens = get_lens (self);
  g_autoptr (GPtrArray) focus = NULL;
  int steps;

  if (lens == NULL || tl_lens_get_focus (lens) == NULL)
    return;
  steps = (int) tl_lens_get_focus_steps (lens) + change;
  if (steps < 1 || steps > MAX_STEPS)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  focus = g_ptr_array_ref (tl_lens_get_focus (lens));
  set_focus (self, focus, (guint) steps);
}

/* A link has no place of its own to look at from: its two ends have. */
static void
add_to_focus (GPtrArray *items, TlItem *item)
{
  if (tl_item_get_kind (item) != TL_KIND_LINK)
    {
      g_ptr_array_add (items, g_object_ref (item));
      return;
    }
  for (int i = 0; i < 2; i++)
    {
      TlItem *end = tl_item_get_ref (item, i == 0 ? TL_LINK_PROJECT : TL_LINK_TARGET);

      if (end != NULL)
        g_ptr_array_add (items, g_object_ref (end));
    }
}

/**
 * tl_canvas_focus_selection:
 * @self: a canvas
 *
 * Looks at what is selected, or else at the card that has the keyboard, and at what is a few steps
 * around it; the rest is dimmed or hidden.
 */
void
tl_canvas_focus_selection (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  TlSelection *selection;
  TlItem *item;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (lens == NULL)
    return;
  selection = tl_session_get_selection (self->session);
  item = self->focused != NULL
             ? tl_workspace_lookup (tl_session_get_workspace (self->session), self->focused)
             : NULL;
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    add_to_focus (items, tl_selection_get_item (selection, i));
  if (items->len == 0 && item != NULL)
    add_to_focus (items, item);
  if (items->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  set_focus (self, items,
             tl_lens_get_focus (lens) != NULL ? tl_lens_get_focus_steps (lens) : FIRST_STEPS);
}

/**
 * tl_canvas_unfocus:
 * @self: a canvas
 *
 * Looks at everything again.
 *
 * Returns: whether there was a focus
 */
gboolean
tl_canvas_unfocus (TlCanvas *self)
{
  TlLens *lens = get_lens (self);

  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  if (lens == NULL || tl_lens_get_focus (lens) == NULL)
    return FALSE;
  tl_lens_set_focus (lens, NULL, tl_lens_get_focus_steps (lens));
  tl_announce (GTK_WIDGET (self), C_ ("accessible", "Everything is shown"));
  return TRUE;
}

/**
 * tl_canvas_show_everything:
 * @self: a canvas
 *
 * Takes away what lies between the eye and the map: focus, query, and all projects but those that
 * count.
 */
void
tl_canvas_show_everything (TlCanvas *self)
{
  TlLens *lens = get_lens (self);

  if (lens == NULL)
    return;
  tl_lens_begin (lens);
  tl_lens_set_query (lens, NULL);
  tl_canvas_unfocus (self);
  tl_lens_end (lens);
  tl_canvas_set_show (self, TL_CANVAS_SHOW_COUNTED);
}

static void
focus_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean was_in_control = tl_canvas_is_in_control (self);

  if (g_str_equal (name, "canvas.focus"))
    tl_canvas_focus_selection (self);
  else if (g_str_equal (name, "canvas.focus-more"))
    change_steps (self, 1);
  else if (g_str_equal (name, "canvas.focus-fewer"))
    change_steps (self, -1);
  else if (g_str_equal (name, "canvas.unfocus"))
    tl_canvas_unfocus (self);
  else if (g_str_equal (name, "canvas.clear-query"))
    tl_lens_set_query (get_lens (self), NULL);
  else
    tl_canvas_show_everything (self);
  if (was_in_control)
    tl_canvas_keep_focus (self);
}

/**
 * tl_canvas_class_add_lens_actions:
 * @widget_class: of the canvas
 *
 * Installs the actions that change how the map is looked at.
 */
void
tl_canvas_class_add_lens_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[]
      = { "canvas.focus",   "canvas.focus-more",  "canvas.focus-fewer",
          "canvas.unfocus", "canvas.clear-query", "canvas.show-everything" };
  /* A menu shows the last one. */
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_KP_Add, "canvas.focus-more" },
               { GDK_KEY_KP_Subtract, "canvas.focus-fewer" },
               { GDK_KEY_plus, "canvas.focus-more" },
               { GDK_KEY_minus, "canvas.focus-fewer" },
               { GDK_KEY_o, "canvas.overview" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, focus_activated);
  gtk_widget_class_install_property_action (widget_class, "canvas.colour-by", "colour-by");
  gtk_widget_class_install_property_action (widget_class, "canvas.show", "show");
  gtk_widget_class_install_property_action (widget_class, "canvas.hide-rest", "hide-rest");
  gtk_widget_class_install_property_action (widget_class, "canvas.legend", "legend-shown");
  gtk_widget_class_install_property_action (widget_class, "canvas.overview", "overview-shown");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

/* Enables what can be done with the lens as it is. */
static void
update_actions (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlLens *lens = get_lens (self);
  gboolean has_focus = lens != NULL && tl_lens_get_focus (lens) != NULL;
  guint steps = has_focus ? tl_lens_get_focus_steps (lens) : 0;

  gtk_widget_action_set_enabled (widget, "canvas.focus", lens != NULL);
  gtk_widget_action_set_enabled (widget, "canvas.focus-more", has_focus && steps < MAX_STEPS);
  gtk_widget_action_set_enabled (widget, "canvas.focus-fewer", has_focus && steps > 1);
  gtk_widget_action_set_enabled (widget, "canvas.unfocus", has_focus);
  gtk_widget_action_set_enabled (widget, "canvas.clear-query",
                                 lens != NULL && tl_lens_has_query (lens));
  tl_canvas_update_arrange_actions (self);
}

static void
update_bar (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  TlMapBarState state = {
    .colour = tl_field_get_choice_label (TL_VIEW_COLOUR_BY, tl_canvas_get_colour_by (self)),
    .show = tl_canvas_show_get_label (self->show),
    .arrange = tl_field_get_choice_label (TL_VIEW_ARRANGE_BY, tl_canvas_get_arrange_by (self)),
  };

  if (lens != NULL && tl_lens_has_query (lens))
    state.query = tl_lens_get_query (lens);
  if (lens != NULL && tl_lens_get_focus (lens) != NULL)
    state.n_steps = tl_lens_get_focus_steps (lens);
  if (state.query != NULL)
    state.n_cards = count_lit_cards (self);
  tl_map_bar_set_state (TL_MAP_BAR (self->bar), &state);
}

/* The rest of an allocation is no time to change children. */
static gboolean
update_controls_cb (gpointer user_data)
{
  TlCanvas *self = user_data;
  gboolean was_in_control = tl_canvas_is_in_control (self);

  self->controls_source = 0;
  update_actions (self);
  tl_canvas_update_fold_actions (self);
  update_bar (self);
  tl_canvas_update_legend (self);
  tl_canvas_update_overview (self);
  tl_canvas_update_invite (self);
  if (was_in_control)
    tl_canvas_keep_focus (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/**
 * tl_canvas_queue_controls:
 * @self: a canvas
 *
 * Has the bar and the legend follow, soon.
 */
void
tl_canvas_queue_controls (TlCanvas *self)
{
  if (self->controls_source == 0)
    self->controls_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_controls_cb, self, NULL);
}

/**
 * tl_canvas_forget_states:
 * @self: a canvas whose lens or scene is another than before
 *
 * Has the lens asked again about whatever comes into sight.
 */
void
tl_canvas_forget_states (TlCanvas *self)
{
  const TlDisplayList *list = tl_map_view_get_list (self->view);
  TlLens *lens = get_lens (self);

  g_clear_pointer (&self->lens_states, g_free);
  if (list != NULL && is_asked (lens))
    self->lens_states = g_new0 (guint8, tl_display_list_get_n_entries (list) + 1);
  tl_canvas_queue_overview (self, TRUE);
}

static void
lens_changed_cb (TlCanvas *self)
{
  gboolean is_arranged = tl_canvas_follow_arrangement (self);
  gboolean is_other = is_arranged || get_hidden_key (self) != self->hidden_key;
  TlScene *scene = tl_map_view_get_scene (self->view);

  if (is_other)
    {
      tl_card_pool_forget (self->pool);
      tl_canvas_invalidate_scene (self);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)) && tl_canvas_ensure_scene (self))
        tl_canvas_move_lost_focus (self);
    }
  else if (scene != NULL && !self->scene_is_stale)
    {
      if (tl_colouring_get_by (tl_scene_get_colouring (scene)) != tl_canvas_get_colour_by (self))
        {
          tl_map_view_colour_by (self->view, tl_session_get_analysis (self->session),
                                 tl_canvas_get_colour_by (self));
          tl_card_pool_forget (self->pool);
        }
      tl_canvas_forget_states (self);
    }
  update_actions (self);
  tl_canvas_queue_controls (self);
  tl_canvas_queue_update (self);
  g_object_notify (G_OBJECT (self), "colour-by");
  g_object_notify (G_OBJECT (self), "hide-rest");
}

/**
 * tl_canvas_init_lens:
 * @self: a new canvas
 */
void
tl_canvas_init_lens (TlCanvas *self)
{
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (lens_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->lens_signals, "led", G_CALLBACK (tl_canvas_follow_camera),
                                  self);
}

/**
 * tl_canvas_get_colour_by:
 * @self: a canvas
 *
 * Returns: by what the map is coloured, a choice of the field %TL_VIEW_COLOUR_BY
 */
int
tl_canvas_get_colour_by (TlCanvas *self)
{
  TlLens *lens = get_lens (self);
  int by = lens != NULL ? tl_lens_get_colour_by (lens) : TL_CHOICE_NONE;

  return by != TL_CHOICE_NONE ? by : TL_COLOUR_BY_GOAL;
}

/**
 * tl_canvas_set_colour_by:
 * @self: a canvas
 * @name: (nullable): a choice of the field %TL_VIEW_COLOUR_BY
 */
void
tl_canvas_set_colour_by (TlCanvas *self, const char *name)
{
  int by = name != NULL ? tl_field_find_choice (TL_VIEW_COLOUR_BY, name) : TL_CHOICE_NONE;

  if (self->session == NULL || by == TL_CHOICE_NONE || by == tl_canvas_get_colour_by (self))
    return;
  tl_lens_set_colour_by (get_lens (self), by);
  /* New colours are not known yet; but on a small map, the map comes first. */
  if (by != TL_COLOUR_BY_GOAL && gtk_widget_get_width (GTK_WIDGET (self)) >= LEAST_LEGEND_WIDTH)
    g_object_set (self, "legend-shown", TRUE, NULL);
}

/**
 * tl_canvas_set_hides:
 * @self: a canvas
 * @hides: whether the rest is hidden, not dimmed
 */
void
tl_canvas_set_hides (TlCanvas *self, gboolean hides)
{
  if (self->session == NULL)
    return;
  tl_lens_set_hides (get_lens (self), hides);
  if (tl_canvas_ensure_scene (self))
    announce_focus (self);
}

/**
 * tl_canvas_get_hides:
 * @self: a canvas
 *
 * Returns: whether the rest is hidden, not dimmed
 */
gboolean
tl_canvas_get_hides (TlCanvas *self)
{
  return self->session != NULL && tl_lens_get_hides (get_lens (self));
}

/**
 * tl_canvas_fill_options:
 * @self: a canvas with a session
 * @options: (inout): what its scene shows, by the lens and by what is chosen
 */
void
tl_canvas_fill_options (TlCanvas *self, TlSceneOptions *options)
{
  TlLens *lens = get_lens (self);

  options->colour_by = tl_canvas_get_colour_by (self);
  tl_canvas_fill_arrangement (self, options);
  options->include_uncounted = self->show == TL_CANVAS_SHOW_ALL;
  options->only_flagged = self->show == TL_CANVAS_SHOW_FLAGGED;
  self->hidden_key = get_hidden_key (self);
  tl_canvas_fill_folds (self, options);
  if (!is_hiding (lens))
    return;
  options->filter = filter_cb;
  options->filter_data = lens;
}

/**
 * tl_canvas_is_filtered:
 * @self: a canvas
 *
 * Returns: whether there may be more in the document than the map shows
 */
gboolean
tl_canvas_is_filtered (TlCanvas *self)
{
  return is_hiding (get_lens (self)) || self->show == TL_CANVAS_SHOW_FLAGGED;
}

/**
 * tl_canvas_look_through:
 * @self: a canvas
 * @index: of an entry
 * @emphasis: the state that the entry would have without the lens
 *
 * Returns: the state that it has; what is lit by hand stays lit
 */
TlEmphasis
tl_canvas_look_through (TlCanvas *self, guint index, TlEmphasis emphasis)
{
  guint8 state;

  if (self->lens_states == NULL || emphasis == TL_EMPHASIS_LIT)
    return emphasis;
  state = get_state (self, index);
  if ((state & STATE_DIM) != 0)
    return TL_EMPHASIS_DIMMED;
  return emphasis == TL_EMPHASIS_NONE && (state & STATE_LIT) != 0 ? TL_EMPHASIS_LIT : emphasis;
}

/**
 * tl_canvas_is_match:
 * @self: a canvas
 * @index: of an entry
 *
 * Returns: whether it answers to what is asked for
 */
gboolean
tl_canvas_is_match (TlCanvas *self, guint index)
{
  return self->lens_states != NULL && (get_state (self, index) & STATE_MATCH) != 0;
}
