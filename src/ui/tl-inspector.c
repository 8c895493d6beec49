/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-field-factory.h"
#include "tl-field-form.h"
#include "tl-field-prose.h"
#include "tl-item-findings.h"
#include "tl-item-lead.h"
#include "tl-item-link.h"
#include "tl-item-words.h"
#include "tl-link-list.h"
#include "tl-objective-list.h"
#include "tl-picker.h"
#include "tl-rank-badge.h"
#include "tl-section-form.h"

/* How many items one can go back to. */
#define MAX_TRAIL 50

/* Longer than between two keys when one is held, and shorter than what is felt as a pause. */
#define REST_MS 60

struct _TlInspector
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  TlItem *item;     /* what is shown: the workspace's own item when nothing is selected */
  GPtrArray *trail; /* TlItem: what was shown before, the last last */

  /* Template. */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *head;
  TlRankBadge *badge;
  GtkLabel *standing;
  GtkLabel *chain;
  TlLinkList *links;
  TlObjectiveList *objectives;
  TlItemFindings *findings;
  GtkBox *leads_box;
  GtkBox *bodies_box;
  GtkBox *forms_box;
  GtkButton *remove;
  GtkLabel *several;
  GtkLabel *kinds;
  GtkWidget *remove_all;
  GtkWidget *link_both;

  /* Children made in code, one a kind and only when it is needed. */
  TlFieldEditor *title;
  TlSectionForm *sections[TL_N_SECTION_PLACES][TL_N_KINDS];
  TlFieldForm *forms[TL_N_KINDS];

  guint rest_source; /* until the selection has stood still */
  guint is_due : 1;  /* something else is selected than what is shown */
  guint is_going_back : 1;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

/* The head. */

static guint
get_rank (TlInspector *self)
{
  TlItem *goal = NULL;

  if (tl_item_get_kind (self->item) == TL_KIND_GOAL)
    goal = self->item;
  else if (tl_item_get_kind (self->item) == TL_KIND_OBJECTIVE)
    goal = tl_item_get_ref (self->item, TL_OBJECTIVE_GOAL);
  return goal != NULL ? tl_alignment_get_rank (tl_session_get_alignment (self->session), goal) : 0;
}

static void
show_head (TlInspector *self)
{
  g_autofree char *standing = tl_item_dup_standing_line (self->session, self->item);
  g_autofree char *lead = tl_item_dup_lead (self->session, self->item);
  gboolean has_lead = lead != NULL && *lead != '\0';

  tl_rank_badge_set_rank (self->badge, get_rank (self));
  gtk_label_set_text (self->standing, standing);
  gtk_label_set_text (self->chain, has_lead ? lead : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chain), has_lead);
}

static void
show_remove (TlInspector *self)
{
  TlKind kind = tl_item_get_kind (self->item);
  /* Translators: a kind of item, such as “Goal”. */
  g_autofree char *label
      = g_strdup_printf (C_ ("inspector", "Delete %s"), tl_kind_get_label (kind));

  gtk_button_set_label (self->remove, label);
  gtk_widget_set_visible (GTK_WIDGET (self->remove), !tl_kind_get_spec (kind)->is_single);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove), tl_session_is_editable (self->session));
}

/* Sections. */

static TlSectionForm *
ensure_sections (TlInspector *self, TlSectionPlace place, TlKind kind)
{
  GtkBox *box = place == TL_SECTION_PLACE_LEAD ? self->leads_box : self->bodies_box;

  if (self->sections[place][kind] == NULL)
    {
      self->sections[place][kind] = TL_SECTION_FORM (tl_section_form_new (kind, place));
      gtk_box_append (box, GTK_WIDGET (self->sections[place][kind]));
    }
  return self->sections[place][kind];
}

/* A box with nothing in it leaves no gap. */
static void
show_boxes (TlInspector *self)
{
  TlKind shown = self->item != NULL ? tl_item_get_kind (self->item) : TL_N_KINDS;

  for (TlSectionPlace place = 0; place < TL_N_SECTION_PLACES; place++)
    {
      GtkBox *box = place == TL_SECTION_PLACE_LEAD ? self->leads_box : self->bodies_box;

      gtk_widget_set_visible (GTK_WIDGET (box), shown < TL_N_KINDS
                                                    && self->sections[place][shown] != NULL
                                                    && gtk_widget_get_visible (
                                                        GTK_WIDGET (self->sections[place][shown])));
    }
}

/* Those of other kinds show nothing, and cost nothing. */
static void
bind_sections (TlInspector *self)
{
  TlKind shown = self->item != NULL ? tl_item_get_kind (self->item) : TL_N_KINDS;

  for (TlSectionPlace place = 0; place < TL_N_SECTION_PLACES; place++)
    for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
      if (kind == shown)
        tl_section_form_bind (ensure_sections (self, place, kind), self->session, self->item);
      else if (self->sections[place][kind] != NULL)
        tl_section_form_bind (self->sections[place][kind], NULL, NULL);
  show_boxes (self);
}

static void
refresh_sections (TlInspector *self)
{
  TlKind kind = tl_item_get_kind (self->item);

  for (TlSectionPlace place = 0; place < TL_N_SECTION_PLACES; place++)
    tl_section_form_refresh (ensure_sections (self, place, kind));
  show_boxes (self);
}

static GtkWidget *
find_section_editor (TlInspector *self, TlField field)
{
  GtkWidget *editor = NULL;

  for (TlSectionPlace place = 0; place < TL_N_SECTION_PLACES && editor == NULL; place++)
    editor
        = tl_section_form_find_editor (ensure_sections (self, place, tl_item_get_kind (self->item)),
                                       field);
  return editor;
}

/* Forms. */

static TlFieldForm *
ensure_form (TlInspector *self, TlKind kind)
{
  if (self->forms[kind] == NULL)
    {
      self->forms[kind] = TL_FIELD_FORM (tl_field_form_new (kind));
      gtk_box_append (self->forms_box, GTK_WIDGET (self->forms[kind]));
    }
  return self->forms[kind];
}

/* The item that the form of @kind shows: with the workspace go its settings. */
static TlItem *
get_form_item (TlInspector *self, TlKind kind)
{
  TlKind shown = self->item != NULL ? tl_item_get_kind (self->item) : TL_N_KINDS;

  if (kind == shown)
    return self->item;
  if (kind == TL_KIND_SETTINGS && shown == TL_KIND_WORKSPACE)
    return tl_workspace_get_settings (tl_session_get_workspace (self->session));
  return NULL;
}

static void
bind_forms (TlInspector *self)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      TlItem *item = get_form_item (self, kind);

      if (item == NULL && self->forms[kind] == NULL)
        continue;
      tl_field_form_bind (ensure_form (self, kind), self->session, item);
      gtk_widget_set_visible (GTK_WIDGET (self->forms[kind]), item != NULL);
    }
}

static gboolean
has_title (TlItem *item)
{
  return item != NULL && tl_kind_has_field (tl_item_get_kind (item), TL_ITEM_TITLE)
         && tl_item_get_kind (item) != TL_KIND_LINK;
}

static void
bind_item (TlInspector *self, TlItem *item)
{
  g_set_object (&self->item, item);
  tl_field_editor_bind (self->title, self->session, has_title (item) ? item : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->title), has_title (item));
  tl_link_list_bind (self->links, self->session, item);
  tl_objective_list_bind (self->objectives, self->session, item);
  tl_item_findings_bind (self->findings, self->session, item);
  bind_sections (self);
  bind_forms (self);
  if (item == NULL)
    return;
  show_head (self);
  show_remove (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The way back. */

static gboolean
can_go_to (TlInspector *self, TlItem *item)
{
  return item != self->item
         && tl_item_get_workspace (item) == tl_session_get_workspace (self->session);
}

/* Only items that somebody looked at one by one. */
static void
remember (TlInspector *self, TlItem *next)
{
  if (self->item == NULL || self->item == next || self->is_going_back
      || tl_kind_get_spec (tl_item_get_kind (self->item))->is_single)
    return;
  g_ptr_array_remove (self->trail, self->item);
  if (self->trail->len >= MAX_TRAIL)
    g_ptr_array_remove_index (self->trail, 0);
  g_ptr_array_add (self->trail, g_object_ref (self->item));
}

static gboolean
contains_focus (TlInspector *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* The focus goes to the title before what has it is hidden: it is never nowhere. */
static void
move_to (TlInspector *self, TlItem *item)
{
  gboolean had_focus = contains_focus (self);

  if (had_focus && has_title (item))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->title), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
    }
  bind_item (self, item);
  if (had_focus && !has_title (item))
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

/* Several items. */

static char *
dup_kinds (TlSelection *selection)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_of[TL_N_KINDS] = { 0 };

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    n_of[tl_item_get_kind (tl_selection_get_item (selection, i))]++;
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (n_of[kind] > 0)
      {
        if (text->len > 0)
          g_string_append_c (text, '\n');
        /* Translators: a kind of item, and how many of it are selected: “Projects: 3”. */
        g_string_append_printf (text, C_ ("inspector", "%s: %u"), tl_kind_get_plural (kind),
                                n_of[kind]);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_several (TlInspector *self, TlSelection *selection)
{
  guint n = tl_selection_get_n_items (selection);
  g_autofree char *several
      = g_strdup_printf (ngettext ("%u item selected", "%u items selected", n), n);
  g_autofree char *kinds = dup_kinds (selection);

  bind_item (self, NULL);
  gtk_label_set_text (self->several, several);
  gtk_label_set_text (self->kinds, kinds);
  gtk_widget_set_sensitive (self->remove_all, tl_session_is_editable (self->session));
  gtk_widget_set_visible (self->link_both,
                          n == 2
                              && tl_command_can_link (self->session,
                                                      tl_selection_get_item (selection, 0),
                                                      tl_selection_get_item (selection, 1)));
  gtk_stack_set_visible_child_name (self->stack, "several");
}

/* What is selected, or else the workspace. An item that has left the workspace leaves the selection
 * next. */
static TlItem *
get_wanted (TlInspector *self)
{
  TlItem *item = tl_selection_get_primary (tl_session_get_selection (self->session));

  return item != NULL && tl_item_get_workspace (item) != NULL
             ? item
             : tl_workspace_get_root (tl_session_get_workspace (self->session));
}

static void
follow_selection (TlInspector *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *item;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->is_due = FALSE;
  if (tl_selection_get_n_items (selection) > 1)
    {
      show_several (self, selection);
      return;
    }
  item = get_wanted (self);
  gtk_stack_set_visible_child_name (self->stack, "item");
  if (item == self->item)
    return;
  remember (self, item);
  move_to (self, item);
}

static gboolean
rested_cb (gpointer user_data)
{
  TlInspector *self = user_data;

  self->rest_source = 0;
  follow_selection (self);
  return G_SOURCE_REMOVE;
}

/* To show another item takes longer than a frame, and who walks from card to card with a key held
 * does not wait for it. Who works here does, and what nobody sees is shown when it is seen. */
static void
selection_changed_cb (TlInspector *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->is_due = TRUE;
  if (contains_focus (self))
    follow_selection (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rest_source
        = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, REST_MS, rested_cb, self, NULL);
}

static void
refresh (TlInspector *self)
{
  tl_field_editor_refresh (self->title);
  tl_link_list_refresh (self->links);
  tl_objective_list_refresh (self->objectives);
  refresh_sections (self);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (self->forms[kind] != NULL)
      tl_field_form_refresh (self->forms[kind]);
  show_head (self);
  tl_item_findings_refresh (self->findings);
}

static void
analysed_cb (TlInspector *self)
{
  TlItem *before = self->item;

  if (self->is_due && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tl_inspector_follow (self);
  if (self->item == NULL || tl_item_get_workspace (self->item) == NULL)
    follow_selection (self);
  else if (self->item == before)
    refresh (self);
}

static void
remove_cb (TlInspector *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  tl_inspector_follow (self);
  if (self->item == NULL)
    return;
  g_ptr_array_add (items, self->item);
  tl_command_delete (self->session, items);
}

static void
remove_all_cb (TlInspector *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    g_ptr_array_add (items, tl_selection_get_item (selection, i));
  tl_command_delete (self->session, items);
}

/* They may have been linked since by another way. */
static void
link_both_cb (TlInspector *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  g_autoptr (GError) error = NULL;

  tl_inspector_follow (self);
  if (tl_selection_get_n_items (selection) != 2)
    return;
  if (tl_command_link (self->session, tl_selection_get_item (selection, 0),
                       tl_selection_get_item (selection, 1), &error)
      == NULL)
    tl_session_say (self->session, error->message, FALSE);
  show_several (self, selection);
}

static void
deselect_cb (TlInspector *self)
{
  tl_selection_clear (tl_session_get_selection (self->session));
}

static void
tl_inspector_map (GtkWidget *widget)
{
  tl_inspector_follow (TL_INSPECTOR (widget));

  GTK_WIDGET_CLASS (tl_inspector_parent_class)->map (widget);
}

/* The keyboard comes to what is selected. */
static gboolean
tl_inspector_focus (GtkWidget *widget, GtkDirectionType direction)
{
  tl_inspector_follow (TL_INSPECTOR (widget));

  return GTK_WIDGET_CLASS (tl_inspector_parent_class)->focus (widget, direction);
}

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);
  GtkWidget *child;

  if (self->session != NULL)
    tl_inspector_set_session (self, NULL);
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, TL_INSPECTOR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_inspector_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    tl_inspector_set_session (TL_INSPECTOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, head);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, badge);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, standing);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, chain);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, links);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, objectives);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, findings);
  gtk_widget_class_bind_template_child_full (widget_class, "leads", FALSE,
                                             G_STRUCT_OFFSET (TlInspector, leads_box));
  gtk_widget_class_bind_template_child_full (widget_class, "bodies", FALSE,
                                             G_STRUCT_OFFSET (TlInspector, bodies_box));
  gtk_widget_class_bind_template_child_full (widget_class, "forms", FALSE,
                                             G_STRUCT_OFFSET (TlInspector, forms_box));
  gtk_widget_class_bind_template_child (widget_class, TlInspector, remove);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, several);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, kinds);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, remove_all);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, link_both);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_both_cb);
  gtk_widget_class_bind_template_callback (widget_class, deselect_cb);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_inspector_dispose;
  object_class->get_property = tl_inspector_get_property;
  object_class->set_property = tl_inspector_set_property;
  widget_class->map = tl_inspector_map;
  widget_class->focus = tl_inspector_focus;

  props[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TL_TYPE_ITEM_FINDINGS);
  g_type_ensure (TL_TYPE_RANK_BADGE);
  g_type_ensure (TL_TYPE_LINK_LIST);
  g_type_ensure (TL_TYPE_OBJECTIVE_LIST);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "tl-inspector");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-inspector.ui");
  bind_template (widget_class);
}

/* Before anything in here is touched, and where the keyboard comes by another way than Tab. */
static void
add_controllers (TlInspector *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (tl_inspector_follow), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (tl_inspector_follow), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
tl_inspector_init (TlInspector *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->title = TL_FIELD_EDITOR (tl_field_create_editor (TL_ITEM_TITLE));
  tl_field_editor_hide_name (self->title);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "tl-title");
  gtk_box_append (self->head, GTK_WIDGET (self->title));
  add_controllers (self);
}

/**
 * tl_inspector_new:
 *
 * Returns: (transfer floating): an inspector of nothing
 */
GtkWidget *
tl_inspector_new (void)
{
  return g_object_new (TL_TYPE_INSPECTOR, NULL);
}

static void
disconnect (TlInspector *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (tl_session_get_selection (self->session), self);
  gtk_stack_set_visible_child_name (self->stack, "item");
  bind_item (self, NULL);
  g_ptr_array_set_size (self->trail, 0);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->is_due = FALSE;
}

/**
 * tl_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): whose selection to show from now on
 */
void
tl_inspector_set_session (TlInspector *self, TlSession *session)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || TL_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    disconnect (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "analysed", G_CALLBACK (analysed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (tl_session_get_selection (session), "changed",
                               G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
      self->is_due = TRUE;
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        follow_selection (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * tl_inspector_follow:
 * @self: an inspector
 *
 * Shows what is selected now. That would come by itself a moment after the selection has changed.
 */
void
tl_inspector_follow (TlInspector *self)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  if (self->is_due && self->session != NULL)
    follow_selection (self);
}

/**
 * tl_inspector_focus_field:
 * @self: an inspector
 * @field: a field of what it shows
 *
 * Puts the focus into the editor of the field: that of a section, or else that of the form, whose
 * group is opened.
 */
void
tl_inspector_focus_field (TlInspector *self, TlField field)
{
  GtkWidget *editor = NULL;

  g_return_if_fail (TL_IS_INSPECTOR (self) && field < TL_N_FIELDS);

  tl_inspector_follow (self);
  if (self->item == NULL)
    return;
  if (field == TL_ITEM_TITLE && has_title (self->item))
    editor = GTK_WIDGET (self->title);
  else if (tl_kind_has_field (tl_item_get_kind (self->item), field))
    editor = find_section_editor (self, field);
  if (editor == NULL && field != TL_ITEM_TITLE
      && tl_kind_has_field (tl_item_get_kind (self->item), field))
    editor = tl_field_form_open_at (ensure_form (self, tl_item_get_kind (self->item)), field);
  if (editor != NULL)
    gtk_widget_grab_focus (editor);
}

/**
 * tl_inspector_go_back:
 * @self: an inspector
 *
 * Selects what was shown before, as long as that is still there.
 *
 * Returns: whether there was anything to go back to
 */
gboolean
tl_inspector_go_back (TlInspector *self)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self), FALSE);

  tl_inspector_follow (self);
  while (self->session != NULL && self->trail->len > 0)
    {
      g_autoptr (TlItem) item = g_ptr_array_steal_index (self->trail, self->trail->len - 1);

      if (!can_go_to (self, item))
        continue;
      self->is_going_back = TRUE;
      tl_item_open (self->session, item);
      self->is_going_back = FALSE;
      return TRUE;
    }
  return FALSE;
}
