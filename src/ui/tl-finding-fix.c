/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-fix.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-commands.h"
#include "tl-fix-target.h"
#include "tl-item-words.h"
#include "tl-partner.h"
#include "tl-picker.h"

static gboolean
is_kind (TlItem *item, TlKind kind)
{
  return tl_item_get_kind (item) == kind;
}

/* A rating is in question when it is too low as well. */
static gboolean
is_in_question (TlAlignment *alignment, TlItem *edited, TlField field)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);

  if (!tl_item_is_set (edited, field))
    return TRUE;
  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    if (tl_partner_rating_get_field (i) == field)
      return tl_item_get_number (edited, field)
             < tl_workspace_get_setting (workspace, TL_SETTINGS_PARTNER_FLOOR);
  return FALSE;
}

/* What is added is a measure of a project, or a goal to the plan. */
static gboolean
can_add (TlItem *item, TlField field)
{
  return is_kind (item, field == TL_MEASURE_OF ? TL_KIND_PROJECT : TL_KIND_WORKSPACE);
}

static gboolean
is_at_work (TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status != TL_STATUS_DONE && status != TL_STATUS_STOPPED && status != TL_STATUS_DECLINED;
}

static gboolean
is_past_analysis (TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status >= TL_STATUS_APPROVED && status <= TL_STATUS_PAUSED;
}

static gboolean
is_linked_to_goal (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_get_standing (alignment, project) == TL_STANDING_GOAL_ONLY;
}

static gboolean
is_applicable (TlAlignment *alignment, const TlFindingFix *self)
{
  gboolean is_project = is_kind (self->item, TL_KIND_PROJECT);
  TlItem *edited;

  switch (self->fix)
    {
    case TL_FIX_LINK:
      return is_project || is_kind (self->item, TL_KIND_OBJECTIVE)
             || is_kind (self->item, TL_KIND_GOAL);
    case TL_FIX_EDIT:
      return tl_fix_find_target (alignment, self->item, self->field) != NULL;
    case TL_FIX_FILL:
      edited = tl_fix_find_target (alignment, self->item, self->field);
      return edited != NULL && is_in_question (alignment, edited, self->field);
    case TL_FIX_STOP:
      return is_project && is_at_work (self->item);
    case TL_FIX_ANALYSIS:
      return is_project && is_past_analysis (self->item);
    case TL_FIX_OBJECTIVE:
      return is_kind (self->item, TL_KIND_GOAL)
             || (is_project && is_linked_to_goal (alignment, self->item));
    case TL_FIX_ADD:
      return can_add (self->item, self->field);
    case TL_FIX_COMPARE:
    case TL_FIX_NONE:
    default:
      return FALSE;
    }
}

static void
fix_free (gpointer data)
{
  TlFindingFix *self = data;

  g_object_unref (self->item);
  g_clear_object (&self->other);
  g_free (self);
}

/* What is found in a link may be mended in its project. */
static TlItem *
get_worked (TlItem *item, TlFix fix)
{
  TlItem *project = NULL;

  if (is_kind (item, TL_KIND_LINK) && (fix == TL_FIX_STOP || fix == TL_FIX_ANALYSIS))
    project = tl_item_get_ref (item, TL_LINK_PROJECT);
  return project != NULL ? project : item;
}

static void
append (GPtrArray *fixes, TlAlignment *alignment, TlRuleFix way, TlItem *item, gboolean is_of_two)
{
  TlFindingFix fix = { get_worked (item, way.fix), way.fix, way.field, is_of_two };

  if (!is_applicable (alignment, &fix))
    return;
  g_object_ref (fix.item);
  g_ptr_array_add (fixes, g_memdup2 (&fix, sizeof fix));
}

/* The one way that leads over both items at once. */
static void
append_comparison (GPtrArray *fixes, TlItem *const *items)
{
  TlFindingFix fix = { g_object_ref (items[0]), TL_FIX_COMPARE, 0, TRUE, g_object_ref (items[1]) };

  g_ptr_array_add (fixes, g_memdup2 (&fix, sizeof fix));
}

/* What is found in the plan as a whole is mended in what it begins with. */
static GPtrArray *
list (TlAlignment *alignment, const TlRule *rule, TlItem *const *items, guint n_items)
{
  TlItem *root = tl_workspace_get_root (tl_alignment_get_workspace (alignment));
  GPtrArray *fixes = g_ptr_array_new_with_free_func (fix_free);

  for (guint i = 0; i < TL_RULE_MAX_FIXES && n_items == 0; i++)
    append (fixes, alignment, tl_rule_get_fix (rule, i), root, FALSE);
  for (guint i = 0; i < TL_RULE_MAX_FIXES; i++)
    {
      TlRuleFix way = tl_rule_get_fix (rule, i);

      if (way.fix == TL_FIX_COMPARE && n_items == 2)
        append_comparison (fixes, items);
      for (guint j = 0; j < n_items && way.fix != TL_FIX_COMPARE; j++)
        append (fixes, alignment, way, items[j], n_items > 1);
    }
  return fixes;
}

/**
 * tl_finding_list_fixes:
 * @alignment: the alignment that the finding rests on
 * @finding: a finding
 *
 * Returns: (transfer full) (element-type TlFindingFix): what can be done about it with one click,
 *   the better ways first; none where it takes more than that
 */
GPtrArray *
tl_finding_list_fixes (TlAlignment *alignment, const TlFinding *finding)
{
  g_return_val_if_fail (alignment != NULL && finding != NULL, NULL);

  return list (alignment, finding->rule, finding->items, finding->n_items);
}

/**
 * tl_item_list_fixes:
 * @alignment: the alignment that the finding rests on
 * @rule: the rule of a finding
 * @item: an item that it is about
 *
 * Returns: (transfer full) (element-type TlFindingFix): those ways that lead over @item
 */
GPtrArray *
tl_item_list_fixes (TlAlignment *alignment, const TlRule *rule, TlItem *item)
{
  g_return_val_if_fail (alignment != NULL && rule != NULL && TL_IS_ITEM (item), NULL);

  return list (alignment, rule, &item, 1);
}

/**
 * tl_finding_fix_get_edited:
 * @alignment: the alignment that the finding rests on
 * @self: a way with a field
 *
 * Returns: (transfer none) (nullable): the item whose field is to be set: what the finding is
 *   about, or what stands next to it, such as its link, its cause, its owner
 */
TlItem *
tl_finding_fix_get_edited (TlAlignment *alignment, const TlFindingFix *self)
{
  g_return_val_if_fail (alignment != NULL && self != NULL, NULL);

  return tl_fix_find_target (alignment, self->item, self->field);
}

/* What is taken for granted is changed like what was recorded; to be undecided is neither. */
static gboolean
has_value (TlItem *item, TlField field)
{
  return tl_item_is_set (item, field)
         || (field != TL_GOAL_ROLE && tl_field_get_form (field) == TL_VALUE_CHOICE
             && tl_item_get_choice (item, field) != TL_CHOICE_NONE);
}

static char *
dup_edit_label (TlItem *edited, TlField field)
{
  if (has_value (edited, field))
    /* Translators: the name of a field. */
    return g_strdup_printf (C_ ("fix", "Change “%s”"), tl_field_get_label (field));
  /* Translators: the name of a field. */
  return g_strdup_printf (C_ ("fix", "Fill In “%s”"), tl_field_get_label (field));
}

static char *
dup_plain_label (TlAlignment *alignment, const TlFindingFix *self)
{
  switch (self->fix)
    {
    case TL_FIX_LINK:
      return g_strdup (is_kind (self->item, TL_KIND_PROJECT) ? C_ ("fix", "Link to an Objective…")
                                                             : C_ ("fix", "Link a Project…"));
    case TL_FIX_EDIT:
    case TL_FIX_FILL:
      return dup_edit_label (tl_fix_find_target (alignment, self->item, self->field), self->field);
    case TL_FIX_STOP:
      return g_strdup (C_ ("fix", "Stop the Project"));
    case TL_FIX_ANALYSIS:
      return g_strdup (C_ ("fix", "Return to Analysis"));
    case TL_FIX_OBJECTIVE:
      return g_strdup (C_ ("fix", "Write the Objective"));
    case TL_FIX_ADD:
      return g_strdup (self->field == TL_MEASURE_OF ? C_ ("fix", "Add an Outcome Measure")
                                                    : C_ ("fix", "Add a Goal for Learning"));
    case TL_FIX_COMPARE:
      return g_strdup (C_ ("fix", "Compare…"));
    case TL_FIX_NONE:
    default:
      return g_strdup ("");
    }
}

/* Which item a label has to name, because the finding leaves it open: the one of two, or what
 * stands next to an objective, a goal or the plan, which have many of them. */
static TlItem *
find_named (TlAlignment *alignment, const TlFindingFix *self)
{
  TlItem *edited;

  if (self->fix == TL_FIX_COMPARE)
    return NULL;
  if (self->is_of_two)
    return self->item;
  if (self->fix != TL_FIX_EDIT && self->fix != TL_FIX_FILL)
    return NULL;
  edited = tl_fix_find_target (alignment, self->item, self->field);
  if (edited == self->item || is_kind (self->item, TL_KIND_PROJECT)
      || (is_kind (self->item, TL_KIND_OBJECTIVE) && is_kind (edited, TL_KIND_GOAL)))
    return NULL;
  return edited;
}

/**
 * tl_finding_fix_dup_label:
 * @alignment: the alignment that the finding rests on
 * @self: a way to mend a finding
 *
 * Returns: (transfer full): what a button is called that goes this way
 */
char *
tl_finding_fix_dup_label (TlAlignment *alignment, const TlFindingFix *self)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  TlItem *named;

  g_return_val_if_fail (alignment != NULL && self != NULL, NULL);

  label = dup_plain_label (alignment, self);
  named = find_named (alignment, self);
  if (named == NULL)
    return g_steal_pointer (&label);
  name = tl_item_dup_name (named);
  /* Translators: what a button does, and with which of two items: “Stop the Project: Field
   * certification”. */
  return g_strdup_printf (C_ ("fix", "%1$s: %2$s"), label, name);
}

/* A panel that can ask for the field where the finding stands does so; else the inspector asks. */
static void
edit (GtkWidget *widget, TlSession *session, const TlFindingFix *self)
{
  TlItem *edited = tl_fix_find_target (tl_session_get_alignment (session), self->item, self->field);
  GVariant *field;

  if (edited == NULL)
    return;
  field = g_variant_ref_sink (g_variant_new ("(si)", tl_item_get_id (edited), (int) self->field));
  if (!gtk_widget_activate_action_variant (widget, "findings.edit-field", field))
    gtk_widget_activate_action_variant (widget, "win.edit-field", field);
  g_variant_unref (field);
}

/* What was written is shown, and asked for its name. */
static void
show_written (GtkWidget *widget, TlSession *session, TlItem *item)
{
  tl_session_reveal (session, item);
  gtk_widget_activate_action (widget, "win.edit-field", "(si)", tl_item_get_id (item),
                              (int) TL_ITEM_TITLE);
}

/* Writing it and saying how far it goes are one step of undo. */
static void
write_objective (GtkWidget *widget, TlSession *session, const TlFindingFix *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *objective;

  tl_workspace_begin (workspace, C_ ("undo", "Write Objective"));
  objective = tl_command_write_objective (session, self->item, NULL);
  if (objective != NULL && self->field == TL_OBJECTIVE_LEVEL)
    tl_workspace_set_number (workspace, objective, TL_OBJECTIVE_LEVEL,
                             tl_workspace_get_setting (workspace, TL_SETTINGS_MIN_LEVEL), NULL);
  tl_workspace_commit (workspace);
  if (objective != NULL)
    show_written (widget, session, objective);
}

static void
add (GtkWidget *widget, TlSession *session, const TlFindingFix *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  gboolean is_measure = self->field == TL_MEASURE_OF;
  TlItem *item;

  tl_workspace_begin (workspace, is_measure ? C_ ("undo", "Add Measure") : C_ ("undo", "Add Goal"));
  item = is_measure ? tl_command_add_measure (session, self->item, NULL)
                    : tl_command_add (session, TL_KIND_GOAL, NULL);
  if (item != NULL && is_measure)
    tl_workspace_set_choice (workspace, item, TL_MEASURE_CATEGORY, TL_MEASURE_OUTCOME, NULL);
  else if (item != NULL)
    tl_workspace_set_choice (workspace, item, self->field, TL_TRI_YES, NULL);
  tl_workspace_commit (workspace);
  if (item != NULL)
    show_written (widget, session, item);
}

static void
set_status (TlSession *session, const TlFindingFix *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (self->fix == TL_FIX_STOP)
    is_done = tl_command_stop (session, self->item, &error);
  else
    is_done = tl_command_return_to_analysis (session, self->item, &error);
  if (!is_done)
    tl_session_say (session, error->message, FALSE);
}

/**
 * tl_finding_fix_run:
 * @widget: the widget that was pressed, in the window of @session
 * @session: where the finding was found
 * @self: what to do; it may be gone when this returns
 *
 * Selects the item and does what tl_finding_fix_dup_label() says, or asks for what it needs.
 */
void
tl_finding_fix_run (GtkWidget *widget, TlSession *session, const TlFindingFix *self)
{
  g_autoptr (GtkWidget) keep_widget = NULL;
  g_autoptr (TlItem) keep_item = NULL;
  g_autoptr (TlItem) keep_other = NULL;
  TlFindingFix fix;

  g_return_if_fail (GTK_IS_WIDGET (widget) && TL_IS_SESSION (session) && self != NULL);

  keep_widget = g_object_ref (widget);
  keep_item = g_object_ref (self->item);
  g_set_object (&keep_other, self->other);
  fix = *self;
  if (!is_kind (fix.item, TL_KIND_WORKSPACE))
    tl_selection_select (tl_session_get_selection (session), fix.item);
  switch (fix.fix)
    {
    case TL_FIX_LINK:
      tl_picker_link (widget, session, fix.item);
      break;
    case TL_FIX_EDIT:
    case TL_FIX_FILL:
      edit (widget, session, &fix);
      break;
    case TL_FIX_STOP:
    case TL_FIX_ANALYSIS:
      set_status (session, &fix);
      break;
    case TL_FIX_OBJECTIVE:
      write_objective (widget, session, &fix);
      break;
    case TL_FIX_ADD:
      add (widget, session, &fix);
      break;
    case TL_FIX_COMPARE:
      gtk_widget_activate_action (widget, "win.compare", "(ss)", tl_item_get_id (fix.item),
                                  tl_item_get_id (fix.other));
      break;
    case TL_FIX_NONE:
    default:
      break;
    }
}
