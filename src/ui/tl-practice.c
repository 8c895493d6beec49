/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-practice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-desk-tab.h"
#include "tl-parts-desk.h"
#include "tl-request-desk.h"
#include "tl-silo-desk.h"

#define MAX_RULES 8
#define TAB_MARGIN 8.0 /* pixels beside the tab that are in sight, too */

/* A desk, and the checks whose findings are for it. */
typedef struct
{
  const char *name;
  const char *label;
  GtkWidget *(*create) (const char *name);
  const char *rules[MAX_RULES];
} Desk;

static GtkWidget *
create_requests (const char *name)
{
  return tl_request_desk_new ();
}

static GtkWidget *
create_silos (const char *name)
{
  return tl_silo_desk_new ();
}

static GtkWidget *
create_parts (const char *name)
{
  return g_object_new (TL_TYPE_PARTS_DESK, "subject", name, NULL);
}

/* clang-format off */
static const Desk desks[] = {
  { "requests",  NC_ ("desk", "Requests"), create_requests,
    { "VAL-03", "VAL-06" } },
  { "discovery", NC_ ("desk", "Discovery"), create_parts,
    { "GOL-05", "GOL-06", "GOL-07", "WRK-02" } },
  { "partners",  NC_ ("desk", "Partners"), create_parts,
    { "GOL-01", "PRT-01", "PRT-02", "PRT-03", "PRT-04" } },
  { "silos",     NC_ ("desk", "Silos"), create_silos,
    { "VAL-02", "VAL-05" } },
  { "mix",       NC_ ("desk", "Work Mix"), create_parts,
    { "WRK-01", "WRK-03", "WRK-04" } },
  { "insights",  NC_ ("desk", "Insights"), create_parts,
    { NULL } },
  { "effort",    NC_ ("desk", "Effort"), create_parts,
    { "ALN-09" } },
};
/* clang-format on */

struct _TlPractice
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *session_signals;

  /* Template. */
  GtkScrolledWindow *tab_scroller;
  GtkBox *tabs;
  GtkStack *pages;

  guint reveal_source;
};

enum
{
  PROP_SESSION = 1,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlPractice, tl_practice, GTK_TYPE_WIDGET)

/* A hint waits for nobody: where little is recorded there are dozens, and they would drown the
 * rest.
 */
static guint
count_waiting (TlPractice *self, const Desk *desk)
{
  TlAnalysis *analysis = tl_session_get_analysis (self->session);
  guint n = 0;

  for (guint i = 0; i < MAX_RULES && desk->rules[i] != NULL; i++)
    {
      const TlRule *rule = tl_rule_find (desk->rules[i]);

      if (rule != NULL)
        n += tl_analysis_count_from (analysis, rule, TL_SEVERITY_MEDIUM);
    }
  return n;
}

static const Desk *
find_desk (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      if (g_strcmp0 (desks[i].name, name) == 0)
        return &desks[i];
    }
  return NULL;
}

static void
analysed_cb (TlPractice *self)
{
  if (self->session == NULL)
    return;
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      const Desk *desk = find_desk (tl_desk_tab_get_name (TL_DESK_TAB (tab)));

      tl_desk_tab_set_waiting (TL_DESK_TAB (tab), count_waiting (self, desk));
    }
}

/* Each page holds a desk from the first look at it on. */
static GtkWidget *
ensure_desk (TlPractice *self, const char *name)
{
  AdwBin *page = ADW_BIN (gtk_stack_get_child_by_name (self->pages, name));
  const Desk *desk = find_desk (name);

  g_assert (desk != NULL);
  if (adw_bin_get_child (page) == NULL)
    adw_bin_set_child (page, desk->create (name));
  return adw_bin_get_child (page);
}

/* A desk that nobody looks at has no work to do; and one that goes out of sight does not take the
 * keyboard on its way. */
static void
bind_page (TlPractice *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_can_focus (page, page == shown);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_desk_set_session (TL_DESK (ensure_desk (self, tl_practice_get_desk (self))), self->session);
}

static void
unbind_pages (TlPractice *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      GtkWidget *desk = adw_bin_get_child (ADW_BIN (page));

      if (desk != NULL)
        tl_desk_set_session (TL_DESK (desk), NULL);
    }
}

/* With little room not all tabs are in sight, but that of the desk is. */
static gboolean
reveal_tab (gpointer user_data)
{
  TlPractice *self = user_data;
  GtkAdjustment *scroll = gtk_scrolled_window_get_hadjustment (self->tab_scroller);
  const char *desk = tl_practice_get_desk (self);

  self->reveal_source = 0;
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      graphene_rect_t place;

      if (g_strcmp0 (tl_desk_tab_get_name (TL_DESK_TAB (tab)), desk) == 0
          && gtk_widget_compute_bounds (tab, gtk_widget_get_parent (GTK_WIDGET (self->tabs)),
                                        &place))
        {
          double start = gtk_adjustment_get_value (scroll) + place.origin.x;

          gtk_adjustment_clamp_page (scroll, start - TAB_MARGIN,
                                     start + place.size.width + TAB_MARGIN);
        }
    }
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given: the tabs get their places after the room is known. */
static void
queue_reveal_tab (TlPractice *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add (reveal_tab, self);
}

static void
tl_practice_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_practice_parent_class)->map (widget);

  bind_page (TL_PRACTICE (widget));
}

static void
tl_practice_dispose (GObject *object)
{
  TlPractice *self = TL_PRACTICE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_practice_parent_class)->dispose (object);
}

static void
tl_practice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TlPractice *self = TL_PRACTICE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_DESK:
      g_value_set_string (value, self->pages != NULL ? tl_practice_get_desk (self) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_practice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TlPractice *self = TL_PRACTICE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      tl_practice_set_session (self, g_value_get_object (value));
      break;
    case PROP_DESK:
      tl_practice_set_desk (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_practice_class_init (TlPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_practice_dispose;
  object_class->get_property = tl_practice_get_property;
  object_class->set_property = tl_practice_set_property;
  widget_class->map = tl_practice_map;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION, flags);
  props[PROP_DESK] = g_param_spec_string ("desk", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "practice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-practice.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPractice, tab_scroller);
  gtk_widget_class_bind_template_child (widget_class, TlPractice, tabs);
  gtk_widget_class_bind_template_child (widget_class, TlPractice, pages);
  gtk_widget_class_bind_template_callback (widget_class, queue_reveal_tab);
  gtk_widget_class_install_property_action (widget_class, "practice.desk", "desk");
}

static void
tl_practice_init (TlPractice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      gtk_stack_add_named (self->pages, adw_bin_new (), desks[i].name);
      gtk_box_append (self->tabs,
                      tl_desk_tab_new (desks[i].name,
                                       g_dpgettext2 (GETTEXT_PACKAGE, "desk", desks[i].label)));
    }
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
}

/**
 * tl_practice_new:
 *
 * Returns: (transfer floating): desks without a session
 */
GtkWidget *
tl_practice_new (void)
{
  return g_object_new (TL_TYPE_PRACTICE, NULL);
}

/**
 * tl_practice_set_session:
 * @self: the desks
 * @session: (nullable): what is worked on from now on
 */
void
tl_practice_set_session (TlPractice *self, TlSession *session)
{
  g_return_if_fail (TL_IS_PRACTICE (self) && (session == NULL || TL_IS_SESSION (session)));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  unbind_pages (self);
  bind_page (self);
  analysed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * tl_practice_get_desk:
 * @self: the desks
 *
 * Returns: (nullable): the name of the desk in sight
 */
const char *
tl_practice_get_desk (TlPractice *self)
{
  g_return_val_if_fail (TL_IS_PRACTICE (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * tl_practice_set_desk:
 * @self: the desks
 * @name: the name of a desk; one that does not exist changes nothing
 *
 * Brings the desk into sight.
 */
void
tl_practice_set_desk (TlPractice *self, const char *name)
{
  g_return_if_fail (TL_IS_PRACTICE (self));

  if (g_strcmp0 (tl_practice_get_desk (self), name) == 0 || name == NULL
      || gtk_stack_get_child_by_name (self->pages, name) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, name);
  bind_page (self);
  queue_reveal_tab (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESK]);
}

/**
 * tl_practice_compare:
 * @self: the desks
 * @id: id of a project
 * @other: id of another
 *
 * Brings the two into sight side by side, on the desk where something can be done about both.
 */
void
tl_practice_compare (TlPractice *self, const char *id, const char *other)
{
  GtkWidget *desk;

  g_return_if_fail (TL_IS_PRACTICE (self) && id != NULL && other != NULL);

  tl_practice_set_desk (self, "silos");
  desk = ensure_desk (self, "silos");
  tl_desk_set_session (TL_DESK (desk), self->session);
  tl_silo_desk_open (TL_SILO_DESK (desk), id, other);
}
