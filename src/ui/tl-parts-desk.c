/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts-desk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-chart-view.h"
#include "tl-commands-parts.h"
#include "tl-commands-practice.h"
#include "tl-commands-request.h"
#include "tl-commands.h"
#include "tl-focus.h"
#include "tl-gate-fill.h"
#include "tl-insight-pick.h"
#include "tl-part-row.h"
#include "tl-part-spot.h"
#include "tl-parts.h"

typedef struct
{
  const char *name;
  const char *label;
  TlPartsFunc divide;
  gboolean has_chart; /* of the whole, above the tree */
  const char
      *opens; /* (nullable): the action that opens an item; as a rule it is shown in the map */
  const char *invited; /* (nullable): what an entry above the tree asks for */
  TlItem *(*capture) (TlSession *session, const char *text); /* what it is made of */
  const char *first;  /* what to do first when there is nothing to show */
  const char *begin;  /* (nullable): the action that does it, when no entry does */
  const char *button; /* what stands on its button */
} Subject;

static TlItem *
capture_project (TlSession *session, const char *text)
{
  return tl_command_add_project (session, NULL, text);
}

/* clang-format off */
static const Subject subjects[] = {
  { "requests", NC_ ("accessible name", "Requests"), tl_parts_of_requests,
    .opens = "request.open",
    .invited = NC_ ("placeholder", "What is asked for? Write it down and press Enter"),
    .capture = tl_command_add_request,
    .first = NC_ ("desk", "When somebody asks for a course, write the request down above. What "
                          "exists already is then found for it, and it gets an answer that is "
                          "never a bare no.") },
  { "discovery", NC_ ("accessible name", "Discovery"), tl_parts_of_discovery,
    .invited = NC_ ("placeholder", "What is to be found out? Write it down and press Enter"),
    .capture = capture_project,
    .first = NC_ ("desk", "Write down above what is to be looked into, or promote a request. What "
                          "has to be known before a solution is named is asked for here, one step "
                          "after the other.") },
  { "partners", NC_ ("accessible name", "Partners"), tl_parts_of_partners,
    .first = NC_ ("desk", "Add the goals of the organisation, and name the leader who owns each of "
                          "them. Whom to talk to next, and about what, is then found here."),
    .begin = "win.add-goal", .button = NC_ ("button", "_Add Goal") },
  { "mix", NC_ ("accessible name", "Kinds of work"), tl_parts_of_mix, .has_chart = TRUE,
    .first = NC_ ("desk", "Add the projects that you work on, with their days and whether they are "
                          "strategic, tactical or transactional."),
    .begin = "win.add-project", .button = NC_ ("button", "_Add Project") },
  { "insights", NC_ ("accessible name", "What was heard"), tl_parts_of_insights,
    .invited = NC_ ("placeholder", "What did you hear? Write it down and press Enter"),
    .capture = tl_command_add_insight,
    .first = NC_ ("desk", "What leaders say about their work is where proposals come from. Note it "
                          "above in their words, and attach it to a goal.") },
  { "effort", NC_ ("accessible name", "Effort for each goal"), tl_parts_of_effort,
    .first = NC_ ("desk", "Add the goals of the organisation and give each of them a weight; then "
                          "the days of the projects can be held against it."),
    .begin = "win.add-goal", .button = NC_ ("button", "_Add Goal") },
};
/* clang-format on */

struct _TlPartsDesk
{
  TlDesk parent_instance;

  /* Owned. */
  TlPart *root;
  GtkTreeListModel *tree;
  GtkSingleSelection *model;

  /* Template. */
  GtkWidget *head;
  GtkLabel *headline;
  GtkLabel *text;
  GtkEntry *capture;
  TlChartView *chart;
  GtkListView *list;
  GtkWidget *tree_page;
  AdwStatusPage *empty_page;
  GtkButton *begin;

  const Subject *subject;
  gboolean is_updating; /* rows come and go, and the selection with them */
};

enum
{
  PROP_SUBJECT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlPartsDesk, tl_parts_desk, TL_TYPE_DESK)

static TlPart *
dup_part (GtkTreeListRow *row)
{
  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
selected_cb (TlPartsDesk *self)
{
  g_autoptr (TlPart) part = dup_part (gtk_single_selection_get_selected_item (self->model));
  TlSession *session = tl_desk_get_session (TL_DESK (self));

  if (!self->is_updating && session != NULL && part != NULL && part->item != NULL)
    tl_selection_select (tl_session_get_selection (session), part->item);
}

static void
open_item (TlPartsDesk *self, TlItem *item)
{
  const char *action = self->subject->opens != NULL ? self->subject->opens : "win.show-in-map";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", tl_item_get_id (item));
}

/* What its button does; a step that another comes before has none. */
static void
do_step (TlPartsDesk *self, TlPart *part)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (part->actions[0].name != NULL
      && g_action_parse_detailed_name (part->actions[0].name, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
activate_cb (TlPartsDesk *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (TlPart) part = dup_part (row);

  if (part == NULL)
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (part->parts)) > 0)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (part->look == TL_PART_STEP)
    do_step (self, part);
  else if (part->item != NULL)
    open_item (self, part->item);
}

/* Arrows open and close the row that has the keyboard, not a button in it. The list would take them
 * and do nothing. */
static gboolean
key_pressed_cb (TlPartsDesk *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->model);
  GtkWidget *item = tl_focus_find_item (self->list);

  if ((!is_right && !is_left) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (item == NULL || !gtk_widget_is_focus (item) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_tree_list_row_set_expanded (row, is_right != is_mirrored);
  return GDK_EVENT_STOP;
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  return g_object_ref (G_LIST_MODEL (TL_PART (item)->parts));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_part_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_part_row_bind (TL_PART_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_part_row_unbind (TL_PART_ROW (gtk_list_item_get_child (item)));
}

static void
draw_whole (TlPainter *painter, const TlTheme *theme, TlRect place, gpointer user_data)
{
  TlPartsDesk *self = user_data;
  TlSession *session = tl_desk_get_session (TL_DESK (self));
  TlChartPart parts[TL_FIGURE_MIX_UNKNOWN - TL_FIGURE_MIX_STRATEGIC + 1];

  if (session == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] = tl_chart_get_mix (theme, TL_FIGURE_MIX_STRATEGIC + i);
      parts[i].share
          = tl_figure_get_value (tl_session_get_alignment (session), TL_FIGURE_MIX_STRATEGIC + i);
    }
  tl_chart_draw_stack (painter, theme, parts, G_N_ELEMENTS (parts), place);
}

/* A heading is open from the start: what is under it is why it is there. Once it was opened, it is
 * the user's to close. */
static void
open_new_parts (TlPartsDesk *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (TlPart) part = dup_part (row);
      gboolean is_heading = gtk_tree_list_row_get_depth (row) == 0 && part->look == TL_PART_PLAIN;

      if (!part->was_opened && (is_heading || part->is_open))
        gtk_tree_list_row_set_expanded (row, TRUE);
      part->was_opened = TRUE;
    }
}

/* What is open is so before the list sees it, which would make rows for what goes out of sight. */
static void
build_tree (TlPartsDesk *self, TlPart *root)
{
  g_set_object (&self->root, root);
  g_clear_object (&self->tree);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (root->parts)), FALSE, FALSE,
                                        create_children, NULL, NULL);
  open_new_parts (self);
  gtk_single_selection_set_model (self->model, G_LIST_MODEL (self->tree));
}

static void
clear (TlPartsDesk *self)
{
  gtk_single_selection_set_model (self->model, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->root);
}

/* The keyboard leaves the tree before that goes: what is hidden with the keyboard in it keeps Tab
 * out of all that is around it. */
static void
show_tree (TlPartsDesk *self, gboolean is_shown)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), !is_shown);
  if (!is_shown && focus != NULL && gtk_widget_is_ancestor (focus, self->tree_page))
    gtk_widget_grab_focus (self->subject->invited != NULL ? GTK_WIDGET (self->capture)
                                                          : GTK_WIDGET (self->begin));
  gtk_widget_set_visible (self->tree_page, is_shown);
}

static void
show_words (TlPartsDesk *self, const TlParts *parts)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (parts->root->parts)) == 0;

  gtk_label_set_label (self->headline, parts->headline);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), !is_empty);
  gtk_label_set_label (self->text, parts->text != NULL ? parts->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), !is_empty && parts->text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), !is_empty && self->subject->has_chart);
  show_tree (self, !is_empty);
  adw_status_page_set_title (self->empty_page, parts->headline);
}

static void
tl_parts_desk_refresh (TlDesk *desk)
{
  TlPartsDesk *self = TL_PARTS_DESK (desk);
  TlSession *session = tl_desk_get_session (desk);
  TlPartSpot spot = { 0 };
  TlParts parts;

  self->is_updating = TRUE;
  if (session == NULL)
    {
      clear (self);
      self->is_updating = FALSE;
      return;
    }
  parts = self->subject->divide (session);
  tl_part_spot_take (&spot, self->list);
  show_words (self, &parts);
  if (self->root == NULL)
    build_tree (self, parts.root);
  else
    tl_part_update (self->root, parts.root);
  open_new_parts (self);
  tl_part_spot_return (&spot, self->list);
  if (self->subject->has_chart)
    tl_chart_view_set_func (self->chart, draw_whole, self, NULL);
  tl_parts_clear (&parts);
  self->is_updating = FALSE;
}

/* What was refused is said; nothing has changed then. */
static void
say_error (TlPartsDesk *self, GError *error)
{
  if (error != NULL)
    tl_session_say (tl_desk_get_session (TL_DESK (self)), error->message, FALSE);
}

static TlItem *
lookup (TlPartsDesk *self, GVariant *id)
{
  TlSession *session = tl_desk_get_session (TL_DESK (self));

  if (session == NULL)
    return NULL;
  return tl_workspace_lookup (tl_session_get_workspace (session), g_variant_get_string (id, NULL));
}

static void
talked_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  TlItem *person = lookup (self, parameter);
  g_autoptr (GError) error = NULL;

  if (person != NULL)
    tl_command_record_talk (tl_desk_get_session (TL_DESK (self)), person, &error);
  say_error (self, error);
}

static void
pick_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  TlItem *insight = lookup (self, parameter);

  if (insight != NULL)
    tl_insight_pick (widget, tl_desk_get_session (TL_DESK (self)), insight,
                     g_str_equal (action, "part.use"));
}

static void
capture_cb (TlPartsDesk *self)
{
  TlSession *session = tl_desk_get_session (TL_DESK (self));
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->capture)));
  TlItem *item;

  if (session == NULL || *g_strstrip (text) == '\0')
    return;
  item = self->subject->capture (session, text);
  if (item == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->capture), "");
  tl_selection_select (tl_session_get_selection (session), item);
  if (self->subject->opens != NULL)
    open_item (self, item);
}

static void
call_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  TlItem *project = lookup (self, parameter);
  TlValue category = tl_value_from_choice (
      g_str_equal (action, "part.call-strategic") ? TL_WORK_STRATEGIC : TL_WORK_TACTICAL);
  g_autoptr (GError) error = NULL;

  if (project != NULL)
    tl_command_set_field (tl_desk_get_session (TL_DESK (self)), project, TL_PROJECT_WORK_CATEGORY,
                          &category, &error);
  say_error (self, error);
}

/* Tab goes through the buttons of a row and on, past the other rows, which are for the arrows: a
 * tree of a hundred rows would hold it for long. */
static gboolean
tl_parts_desk_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  GtkWidget *item = tl_focus_find_item (self->list);

  if (item == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (tl_parts_desk_parent_class)->focus (widget, direction);
  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (item, direction);
  return (!gtk_widget_is_focus (item) && gtk_widget_child_focus (item, direction))
         || gtk_widget_child_focus (self->head, direction);
}

static void
fill_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  g_autoptr (GVariant) id = g_variant_get_child_value (parameter, 0);
  g_autoptr (GVariant) step = g_variant_get_child_value (parameter, 1);
  TlItem *project = lookup (self, id);

  if (project != NULL)
    tl_gate_fill (widget, tl_desk_get_session (TL_DESK (self)), project,
                  (TlGateStep) g_variant_get_int32 (step));
}

static void
add_cause_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  TlItem *objective = lookup (self, parameter);
  TlItem *cause = NULL;

  if (objective != NULL)
    cause = tl_command_add_cause (tl_desk_get_session (TL_DESK (self)), objective, NULL);
  if (cause != NULL)
    gtk_widget_activate_action (widget, "win.edit-field", "(si)", tl_item_get_id (cause),
                                (int) TL_ITEM_TITLE);
}

static void
begin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlPartsDesk *self = TL_PARTS_DESK (widget);
  TlItem *request = lookup (self, parameter);
  g_autoptr (GError) error = NULL;

  if (request != NULL)
    tl_command_promote_request (tl_desk_get_session (TL_DESK (self)), request, &error);
  say_error (self, error);
}

static void
tl_parts_desk_dispose (GObject *object)
{
  TlPartsDesk *self = TL_PARTS_DESK (object);

  if (self->model != NULL)
    clear (self);

  G_OBJECT_CLASS (tl_parts_desk_parent_class)->dispose (object);

  g_clear_object (&self->model);
}

static void
tl_parts_desk_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlPartsDesk *self = TL_PARTS_DESK (object);

  switch (prop_id)
    {
    case PROP_SUBJECT:
      for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
        {
          if (g_strcmp0 (subjects[i].name, g_value_get_string (value)) == 0)
            self->subject = &subjects[i];
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_parts_desk_constructed (GObject *object)
{
  TlPartsDesk *self = TL_PARTS_DESK (object);

  G_OBJECT_CLASS (tl_parts_desk_parent_class)->constructed (object);
  gtk_widget_set_visible (GTK_WIDGET (self->capture), self->subject->invited != NULL);
  if (self->subject->invited != NULL)
    {
      const char *invited = g_dpgettext2 (GETTEXT_PACKAGE, "placeholder", self->subject->invited);

      gtk_entry_set_placeholder_text (self->capture, invited);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->capture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      invited, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (GETTEXT_PACKAGE, "accessible name",
                                                self->subject->label),
                                  -1);
  adw_status_page_set_description (self->empty_page,
                                   g_dpgettext2 (GETTEXT_PACKAGE, "desk", self->subject->first));
  gtk_widget_set_visible (GTK_WIDGET (self->begin), self->subject->begin != NULL);
  /* Without a button, the area that scrolls would be a stop of Tab with nothing to do at it. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->empty_page), self->subject->begin != NULL);
  if (self->subject->begin == NULL)
    return;
  gtk_button_set_label (self->begin,
                        g_dpgettext2 (GETTEXT_PACKAGE, "button", self->subject->button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin), self->subject->begin);
}

static void
tl_parts_desk_class_init (TlPartsDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tl_parts_desk_constructed;
  object_class->dispose = tl_parts_desk_dispose;
  object_class->set_property = tl_parts_desk_set_property;
  widget_class->focus = tl_parts_desk_focus;
  TL_DESK_CLASS (klass)->refresh = tl_parts_desk_refresh;
  props[PROP_SUBJECT]
      = g_param_spec_string ("subject", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-parts-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, head);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, headline);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, text);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, capture);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, chart);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, list);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, tree_page);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TlPartsDesk, begin);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, capture_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "part.add-cause", "s", add_cause_cb);
  gtk_widget_class_install_action (widget_class, "part.begin", "s", begin_cb);
  gtk_widget_class_install_action (widget_class, "part.fill", "(si)", fill_cb);
  gtk_widget_class_install_action (widget_class, "part.call-strategic", "s", call_cb);
  gtk_widget_class_install_action (widget_class, "part.call-tactical", "s", call_cb);
  gtk_widget_class_install_action (widget_class, "part.talked", "s", talked_cb);
  gtk_widget_class_install_action (widget_class, "part.attach", "s", pick_cb);
  gtk_widget_class_install_action (widget_class, "part.use", "s", pick_cb);
}

static void
tl_parts_desk_init (TlPartsDesk *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->subject = subjects;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->model = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
}

/**
 * tl_parts_desk_new:
 * @subject: what the desk is about, as in the property "subject"
 *
 * Returns: (transfer floating): a desk without a session
 */
GtkWidget *
tl_parts_desk_new (const char *subject)
{
  return g_object_new (TL_TYPE_PARTS_DESK, "subject", subject, NULL);
}
