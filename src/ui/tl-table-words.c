/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-table-words.h"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"

#define REFUSALS_SHOWN_MAX 200

/**
 * tl_edits_dup_refusals:
 * @edits: edits after tl_cell_edits_check()
 * @first_row: the number in the table of the first row of the edits; 0 when rows have no numbers
 *
 * Returns: (transfer full): every refused cell on a line, with its row, column and reason
 */
char *
tl_edits_dup_refusals (TlCellEdits *edits, guint first_row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = tl_cell_edits_get_n_refusals (edits);

  for (guint i = 0; i < MIN (n, REFUSALS_SHOWN_MAX); i++)
    {
      const TlRefusal *refusal = tl_cell_edits_get_refusal (edits, i);
      g_autofree char *row = refusal->item != NULL ? tl_item_dup_name (refusal->item)
                                                   /* Translators: a row that is to be added. */
                                                   : g_strdup (C_ ("table", "new row"));

      if (i > 0)
        g_string_append_c (text, '\n');
      if (first_row > 0)
        /* Translators: number and title of a row, a column, and why it was refused. */
        g_string_append_printf (text, C_ ("table", "Row %u (%s), %s: %s"),
                                first_row + refusal->row - 1, row,
                                tl_field_get_label (refusal->field), refusal->reason);
      else
        /* Translators: title of a row, a column, and why it was refused. */
        g_string_append_printf (text, C_ ("table", "%s, %s: %s"), row,
                                tl_field_get_label (refusal->field), refusal->reason);
    }
  if (n > REFUSALS_SHOWN_MAX)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "\n… and %u more", "\n… and %u more",
                                         n - REFUSALS_SHOWN_MAX),
                            n - REFUSALS_SHOWN_MAX);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_edits_dup_preview:
 * @edits: edits after tl_cell_edits_check()
 * @n_left_out: how many columns have no place
 *
 * Returns: (transfer full): a sentence each on what changes, what is added, what is left out
 */
char *
tl_edits_dup_preview (TlCellEdits *edits, guint n_left_out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_changes = tl_cell_edits_get_n_changes (edits);
  guint n_new = tl_cell_edits_get_n_new_rows (edits);
  guint n_refused = tl_cell_edits_get_n_refusals (edits);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u cell changes.", "%u cells change.",
                                       n_changes),
                          n_changes);
  if (n_new > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " %u row is added.",
                                         " %u rows are added.", n_new),
                            n_new);
  if (n_left_out > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " %u column has no place here and is left out.",
                                         " %u columns have no place here and are left out.",
                                         n_left_out),
                            n_left_out);
  if (n_refused > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " %u cell cannot be taken:",
                                         " %u cells cannot be taken:", n_refused),
                            n_refused);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What each register is for. */

/**
 * tl_kind_get_purpose:
 * @kind: a kind of which there can be many
 *
 * Returns: what such items are for, to somebody who has none yet, translated
 */
const char *
tl_kind_get_purpose (TlKind kind)
{
  switch (kind)
    {
    case TL_KIND_GOAL:
      return C_ ("purpose",
                 "What the business wants to reach. Put down its goals in the owners’ own "
                 "words; everything that learning does is measured against them.");
    case TL_KIND_OBJECTIVE:
      return C_ ("purpose",
                 "What must change so that a goal is reached: what should happen, and what "
                 "happens today. Projects serve objectives.");
    case TL_KIND_CAUSE:
      return C_ ("purpose", "Why an objective is not met yet. Only a lack of skill or knowledge is "
                            "cured by learning.");
    case TL_KIND_PROJECT:
      return C_ ("purpose",
                 "The work of learning and development. A list out of a spreadsheet can be "
                 "pasted here as it is.");
    case TL_KIND_LINK:
      return C_ ("purpose", "Which project serves which objective, how strongly, and by what "
                            "mechanism.");
    case TL_KIND_REQUEST:
      return C_ ("purpose", "What others have asked for. Every request gets help: what exists "
                            "already, or a talk about the need behind it.");
    case TL_KIND_SOLUTION:
      return C_ ("purpose", "What exists already, in learning or elsewhere, to point to before "
                            "anything new is built.");
    case TL_KIND_PERSON:
      return C_ ("purpose",
                 "Goal owners, sponsors, experts and the learning team: who is asked, and "
                 "who decides.");
    case TL_KIND_UNIT:
      return C_ ("purpose", "The areas of the organisation, and which of them belongs to which.");
    case TL_KIND_THEME:
      return C_ ("purpose", "What goals have in common, by the perspective of the strategy.");
    case TL_KIND_MEASURE:
      return C_ ("purpose",
                 "The numbers that show results: last year, plan, to date and forecast.");
    case TL_KIND_INSIGHT:
      return C_ ("purpose",
                 "What was heard in the business before anybody asked: the material of the "
                 "next recommendation.");
    case TL_KIND_DECISION:
      return C_ ("purpose",
                 "What leaders are asked to decide, with options, a recommendation and a "
                 "day.");
    case TL_KIND_WAIVER:
      return C_ ("purpose", "Findings that are let pass, and why.");
    case TL_KIND_NOTE:
      return C_ ("purpose", "Free cards on the map.");
    case TL_KIND_VIEW:
      return C_ ("purpose", "Saved ways to look at the plan, for you and for stories.");
    case TL_KIND_STORY:
      return C_ ("purpose", "What is presented: an ordered list of steps for an audience.");
    case TL_KIND_STEP:
    default:
      return C_ ("purpose", "The steps of the stories, each with what it shows and what you say.");
    }
}
