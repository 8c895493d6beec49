/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-side-panel.h"

#include "tl-figures-panel.h"
#include "tl-findings-panel.h"
#include "tl-outline.h"

struct _TlSidePanel
{
  GtkWidget parent_instance;

  /* Template. */
  TlFiguresPanel *figures;
  TlFindingsPanel *findings;
  TlOutline *outline;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (TlSidePanel, tl_side_panel, GTK_TYPE_WIDGET)

static void
tl_side_panel_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_side_panel_parent_class)->dispose (object);
}

static void
tl_side_panel_class_init (TlSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_side_panel_dispose;

  g_type_ensure (TL_TYPE_FIGURES_PANEL);
  g_type_ensure (TL_TYPE_FINDINGS_PANEL);
  g_type_ensure (TL_TYPE_OUTLINE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "side-panel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSidePanel, figures);
  gtk_widget_class_bind_template_child (widget_class, TlSidePanel, findings);
  gtk_widget_class_bind_template_child (widget_class, TlSidePanel, outline);
  gtk_widget_class_bind_template_child (widget_class, TlSidePanel, pages);
}

static void
tl_side_panel_init (TlSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_side_panel_new:
 *
 * Returns: (transfer floating): a panel without a session
 */
GtkWidget *
tl_side_panel_new (void)
{
  return g_object_new (TL_TYPE_SIDE_PANEL, NULL);
}

/**
 * tl_side_panel_set_session:
 * @self: a panel
 * @session: (nullable): whose figures, findings and items to show
 */
void
tl_side_panel_set_session (TlSidePanel *self, TlSession *session)
{
  g_return_if_fail (TL_IS_SIDE_PANEL (self));

  tl_figures_panel_set_session (self->figures, session);
  tl_findings_panel_set_session (self->findings, session);
  tl_outline_set_session (self->outline, session);
}

/**
 * tl_side_panel_show_page:
 * @self: a panel
 * @name: "findings" or "outline"
 */
void
tl_side_panel_show_page (TlSidePanel *self, const char *name)
{
  g_return_if_fail (TL_IS_SIDE_PANEL (self));

  gtk_stack_set_visible_child_name (self->pages, name);
}
