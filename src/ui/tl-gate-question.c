/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-gate-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-commands-gate.h"
#include "tl-compat.h"
#include "tl-gate.h"

#define SPACING_PX 6

/* What is asked for while the question stands. */
typedef struct
{
  /* Owned. */
  GtkWidget *widget;
  TlSession *session;
  TlItem *project;
  GtkWidget *entry;

  TlField field;
  TlValue value; /* a choice, which owns nothing */
  TlGateFunc done;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->widget);
  g_object_unref (asking->session);
  g_object_unref (asking->project);
  g_object_unref (asking->entry);
  g_free (asking);
}

/* The project may be gone by now. */
static void
answered_cb (GtkWindow *parent, const char *answer, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (strcmp (answer, "record") == 0 && tl_item_get_workspace (asking->project) != NULL
      && !tl_command_pass_gate (asking->session, asking->project, asking->field, &asking->value,
                                gtk_editable_get_text (GTK_EDITABLE (asking->entry)), &error))
    tl_session_say (asking->session, error->message, FALSE);
  if (asking->done != NULL)
    asking->done (asking->widget);
  asking_free (asking);
}

static GtkWidget *
create_reason (GtkWidget *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING_PX);
  GtkWidget *name = gtk_label_new (C_ ("gate", "Reason to Go On"));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("gate", "Reason to Go On"), -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect (entry, "map", G_CALLBACK (gtk_widget_grab_focus), NULL);
  return box;
}

static char *
dup_body (TlItem *project)
{
  g_autofree char *missing = NULL;
  TlGate gate;

  tl_gate_look (&gate, project);
  missing = tl_gate_dup_missing (&gate);
  /* Translators: a list of what is missing. */
  return g_strdup_printf (_ ("Not known yet: %s. Whoever names a solution now may solve the wrong "
                             "problem. The reason is kept as a decision about the project."),
                          missing);
}

/**
 * tl_gate_ask:
 * @widget: what wanted the change, in the window that asks
 * @session: a session
 * @project: a project
 * @field: the field by which it goes through the gate
 * @value: what the field is to hold, a choice
 * @done: (nullable): called with @widget when the question is answered, whatever the answer
 *
 * With a reason the change is made and the reason kept; otherwise nothing changes.
 */
void
tl_gate_ask (GtkWidget *widget,
             TlSession *session,
             TlItem *project,
             TlField field,
             const TlValue *value,
             TlGateFunc done)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("gate", "_Cancel"), TL_ANSWER_PLAIN },
    { "record", C_ ("gate", "_Go On"), TL_ANSWER_SUGGESTED },
  };
  g_autofree char *body = NULL;
  Asking *asking;

  g_return_if_fail (GTK_IS_WIDGET (widget) && TL_IS_SESSION (session) && TL_IS_ITEM (project));
  g_return_if_fail (value != NULL && value->form == TL_VALUE_CHOICE);

  body = dup_body (project);
  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->session = g_object_ref (session);
  asking->project = g_object_ref (project);
  asking->entry = g_object_ref_sink (gtk_entry_new ());
  asking->field = field;
  asking->value = *value;
  asking->done = done;
  tl_ask (GTK_WINDOW (gtk_widget_get_root (widget)),
          field == TL_PROJECT_SOLUTION_TYPE ? _ ("Name a Solution Already?")
                                            : _ ("Approve a Solution Already?"),
          body, create_reason (asking->entry), answers, G_N_ELEMENTS (answers), answered_cb,
          asking);
}
