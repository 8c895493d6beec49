/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-insight-pick.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-practice.h"
#include "tl-picker.h"

/* An insight for which something is being picked. */
typedef struct
{
  TlSession *session;
  TlItem *insight;
  gboolean is_used; /* or only attached */
} Picking;

static void
picking_free (gpointer data)
{
  Picking *picking = data;

  g_object_unref (picking->session);
  g_object_unref (picking->insight);
  g_free (picking);
}

/* The document may have changed below the picker. */
static void
picked_cb (TlItem *item, gpointer user_data)
{
  Picking *picking = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_item_get_workspace (picking->insight) == NULL || tl_item_get_workspace (item) == NULL)
    return;
  if (picking->is_used)
    tl_command_use_insight (picking->session, picking->insight, item, &error);
  else
    tl_command_attach_insight (picking->session, picking->insight, item, &error);
  /* What was refused is said; nothing has changed then. */
  if (error != NULL)
    tl_session_say (picking->session, error->message, FALSE);
}

/* The goals by rank, each followed by its objectives. */
static GPtrArray *
list_targets (TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      guint n_objectives;
      TlItem *const *objectives = tl_alignment_get_objectives (alignment, goals[i], &n_objectives);

      g_ptr_array_add (items, g_object_ref (goals[i]));
      for (guint j = 0; j < n_objectives; j++)
        g_ptr_array_add (items, g_object_ref (objectives[j]));
    }
  return items;
}

/**
 * tl_insight_pick:
 * @parent: a widget of the window above which to ask
 * @session: a session
 * @insight: what was heard
 * @is_used: whether it becomes evidence or a cause; otherwise it is only said to be about something
 *
 * Asks for a goal or an objective, and does that with it.
 */
void
tl_insight_pick (GtkWidget *parent, TlSession *session, TlItem *insight, gboolean is_used)
{
  g_autoptr (GPtrArray) targets = NULL;
  Picking *picking;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TL_IS_SESSION (session) && TL_IS_ITEM (insight));

  targets = list_targets (session);
  picking = g_new0 (Picking, 1);
  picking->session = g_object_ref (session);
  picking->insight = g_object_ref (insight);
  picking->is_used = is_used;
  tl_picker_choose (parent, session,
                    is_used ? C_ ("dialog title", "Evidence for a Goal, or Cause of a Gap")
                            : C_ ("dialog title", "What Is It About?"),
                    targets, picked_cb, picking, picking_free);
}
