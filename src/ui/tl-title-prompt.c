/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-title-prompt.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"

#define ENTRY_WIDTH_CHARS 32

typedef struct
{
  GtkWidget *entry;
  TlTitleFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Prompt;

static void
answered_cb (GtkWindow *parent, const char *answer, gpointer user_data)
{
  Prompt *prompt = user_data;

  if (g_str_equal (answer, "take"))
    prompt->func (parent, gtk_editable_get_text (GTK_EDITABLE (prompt->entry)), prompt->user_data);
  if (prompt->destroy != NULL)
    prompt->destroy (prompt->user_data);
  g_object_unref (prompt->entry);
  g_free (prompt);
}

/**
 * tl_prompt_for_title:
 * @parent: the window that asks
 * @heading: what is to get a title, plain text
 * @body: what there is to know about it, plain text
 * @answer: the label of the button that takes it, with an underscore before its access key
 * @title: the title to propose
 * @func: what to do with the title, which may be empty; not called when the user wants none
 * @user_data: passed to @func
 * @destroy: (nullable): what to do with @user_data in the end
 *
 * Asks the user for a title.
 */
void
tl_prompt_for_title (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const char *answer,
                     const char *title,
                     TlTitleFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  const TlAnswer answers[] = {
    { "cancel", C_ ("button", "_Cancel"), TL_ANSWER_PLAIN },
    { "take", answer, TL_ANSWER_SUGGESTED },
  };
  Prompt *prompt = g_new0 (Prompt, 1);

  prompt->entry = g_object_ref_sink (gtk_entry_new ());
  prompt->func = func;
  prompt->user_data = user_data;
  prompt->destroy = destroy;
  gtk_editable_set_text (GTK_EDITABLE (prompt->entry), title);
  gtk_editable_set_width_chars (GTK_EDITABLE (prompt->entry), ENTRY_WIDTH_CHARS);
  gtk_entry_set_activates_default (GTK_ENTRY (prompt->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (prompt->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Title"), -1);
  tl_ask (parent, heading, body, prompt->entry, answers, G_N_ELEMENTS (answers), answered_cb,
          prompt);
  gtk_widget_grab_focus (prompt->entry);
}
