/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-gate-fill.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-picker.h"

/**
 * tl_gate_fill_get_label:
 * @step: a step
 *
 * Returns: what stands on a button that leads to where @step is filled in, translated
 */
const char *
tl_gate_fill_get_label (TlGateStep step)
{
  switch (step)
    {
    case TL_GATE_OBJECTIVE:
      return C_ ("gate", "Link…");
    case TL_GATE_CAUSE:
      return C_ ("gate", "Add");
    case TL_GATE_GOAL:
    case TL_GATE_SPONSOR:
      return C_ ("gate", "Choose");
    default:
      return C_ ("gate", "Write");
    }
}

static void
edit (GtkWidget *widget, TlItem *item, TlField field)
{
  gtk_widget_activate_action (widget, "win.edit-field", "(si)", tl_item_get_id (item), (int) field);
}

/**
 * tl_gate_fill:
 * @widget: what was used to ask for it, in a window with the session
 * @session: a session
 * @project: a project
 * @step: a step that is not met
 *
 * Leads to where the step is filled in: asks for an objective, adds a cause to be named, or brings
 * the keyboard to the field. Does nothing when another step comes first.
 */
void
tl_gate_fill (GtkWidget *widget, TlSession *session, TlItem *project, TlGateStep step)
{
  TlGate gate;
  const TlGateNeed *need = &gate.needs[step];

  g_return_if_fail (GTK_IS_WIDGET (widget) && TL_IS_SESSION (session));
  g_return_if_fail (step < TL_N_GATE_STEPS);

  tl_gate_look (&gate, project);
  if (need->item == NULL)
    return;
  if (step == TL_GATE_OBJECTIVE)
    tl_picker_link (widget, session, need->item);
  else if (step == TL_GATE_CAUSE)
    {
      TlItem *cause = tl_command_add_cause (session, need->item, NULL);

      if (cause != NULL)
        edit (widget, cause, TL_ITEM_TITLE);
    }
  else
    edit (widget, need->item, need->field);
}
