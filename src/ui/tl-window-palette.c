/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n.h>

#include "tl-palette-actions.h"
#include "tl-picker-window.h"
#include "tl-window-private.h"

/* The command palette: everything that can be done, and everywhere that one can go, by name. */

#define RECENT "recent-commands"
#define N_RECENT 6

static GStrv
dup_recent (TlWindow *self)
{
  return self->settings != NULL ? g_settings_get_strv (self->settings, RECENT) : g_new0 (char *, 1);
}

static void
remember (TlWindow *self, const char *id)
{
  g_auto (GStrv) before = dup_recent (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 1;

  if (self->settings == NULL)
    return;
  g_strv_builder_add (builder, id);
  for (guint i = 0; before[i] != NULL && n < N_RECENT; i++)
    if (!g_str_equal (before[i], id))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, RECENT, (const char *const *) after);
}

/* Commands. */

static guint
get_order (TlPaletteAction *action, GStrv recent)
{
  guint n = g_strv_length (recent);

  if (!tl_palette_action_is_enabled (action))
    return n + 1;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (recent[i], tl_palette_action_get_id (action)))
      return i;
  return n;
}

static TlPickerEntry *
create_entry (TlWindow *self, TlPaletteAction *action)
{
  g_autofree char *place = tl_palette_action_dup_place (action);
  TlPickerEntry *entry
      = tl_picker_entry_new_plain (G_OBJECT (action), tl_palette_action_get_group (action),
                                   tl_palette_action_get_label (action), place,
                                   tl_palette_action_get_other_names (action));

  tl_picker_entry_set_keys (entry, tl_palette_action_get_keys (action));
  tl_picker_entry_set_marked (entry, tl_palette_action_is_active (action));
  if (!tl_palette_action_is_enabled (action))
    {
      const char *reason = tl_window_get_refusal (self, tl_palette_action_get_name (action));

      tl_picker_entry_refuse (entry, reason != NULL ? reason : _ ("Cannot be used now"));
    }
  return entry;
}

/* What was used lately comes first; what cannot be used now is found as well, so that one learns
 * that it exists and why it does nothing, but stands last. */
static void
add_commands (TlWindow *self, TlPickerWindow *picker)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (GPtrArray) actions = tl_palette_actions_new (GTK_WIDGET (self), focus);
  g_auto (GStrv) recent = dup_recent (self);
  guint n_orders = g_strv_length (recent) + 2;

  for (guint order = 0; order < n_orders; order++)
    for (guint i = 0; i < actions->len; i++)
      if (get_order (actions->pdata[i], recent) == order)
        tl_picker_window_add_entry (picker, create_entry (self, actions->pdata[i]));
}

/* Items. */

/* Links and what else has no name of its own cannot be looked for by one; saved views are commands.
 */
static const TlKind kinds[] = {
  TL_KIND_GOAL,    TL_KIND_OBJECTIVE, TL_KIND_PROJECT,  TL_KIND_PERSON,   TL_KIND_UNIT,
  TL_KIND_THEME,   TL_KIND_CAUSE,     TL_KIND_REQUEST,  TL_KIND_SOLUTION, TL_KIND_MEASURE,
  TL_KIND_INSIGHT, TL_KIND_NOTE,      TL_KIND_DECISION, TL_KIND_STORY,
};

static void
add_items (TlWindow *self, TlPickerWindow *picker)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  if (!tl_window_shows_plan (self))
    return;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kinds[k]); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kinds[k], i);

        tl_picker_window_add_entry (picker, tl_picker_entry_new_to_go_to (item));
      }
}

/* What no view shows is shown by the inspector. */
static void
go_to (TlWindow *self, TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);

  /* The document may have changed below the palette. */
  if (tl_item_get_workspace (item) != tl_session_get_workspace (self->session))
    return;
  tl_session_reveal (self->session, item);
  if (kind != TL_KIND_GOAL && kind != TL_KIND_OBJECTIVE && kind != TL_KIND_PROJECT)
    tl_panes_set_shown (self->panes, TL_SIDE_END, TRUE);
}

static void
picked_cb (TlPickerEntry *entry, gpointer user_data)
{
  TlWindow *self = user_data;
  TlItem *item = tl_picker_entry_get_item (entry);
  TlPaletteAction *action;

  if (item != NULL)
    {
      go_to (self, item);
      return;
    }
  action = tl_picker_entry_get_subject (entry);
  remember (self, tl_palette_action_get_id (action));
  tl_palette_action_activate (action);
}

/*
 * tl_window_open_palette:
 * @self: a window
 *
 * Lets the user find an action by its name and run it where the keyboard is now, or find an item
 * and go there.
 */
void
tl_window_open_palette (TlWindow *self)
{
  TlPickerWindow *picker
      = tl_picker_window_new (self->session, C_ ("window title", "Command Palette"), picked_cb,
                              g_object_ref (self), g_object_unref);

  add_commands (self, picker);
  add_items (self, picker);
  tl_picker_window_set_hint (picker, C_ ("palette", "Find a command or an item"));
  gtk_window_set_default_size (GTK_WINDOW (picker), 560, 560);
  tl_picker_window_present (picker, GTK_WIDGET (self));
}
