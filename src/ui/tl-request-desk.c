/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-request-desk.h"

#include "tl-parts-desk.h"
#include "tl-request-page.h"

struct _TlRequestDesk
{
  TlDesk parent_instance;

  /* Template. */
  GtkStack *pages;
  TlDesk *list;
  TlRequestPage *page;
};

G_DEFINE_FINAL_TYPE (TlRequestDesk, tl_request_desk, TL_TYPE_DESK)

static void
show_list (TlRequestDesk *self)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->list));
  tl_request_page_show (self->page, NULL, NULL);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlRequestDesk *self = TL_REQUEST_DESK (widget);
  TlSession *session = tl_desk_get_session (TL_DESK (self));
  TlItem *request = tl_workspace_lookup (tl_session_get_workspace (session),
                                         g_variant_get_string (parameter, NULL));

  if (request == NULL || tl_item_get_kind (request) != TL_KIND_REQUEST)
    return;
  tl_request_page_show (self->page, session, request);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->page));
  tl_selection_select (tl_session_get_selection (session), request);
  tl_request_page_focus (self->page);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlRequestDesk *self = TL_REQUEST_DESK (widget);

  show_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
tl_request_desk_refresh (TlDesk *desk)
{
  TlRequestDesk *self = TL_REQUEST_DESK (desk);
  TlSession *session = tl_desk_get_session (desk);
  TlItem *request = tl_request_page_get_request (self->page);

  /* The list sees to its refreshing itself. */
  if (tl_desk_get_session (self->list) != session)
    {
      tl_desk_set_session (self->list, session);
      show_list (self);
    }
  else if (request != NULL && tl_item_get_workspace (request) == NULL)
    show_list (self);
  else if (request != NULL)
    tl_request_page_refresh (self->page);
}

static void
tl_request_desk_class_init (TlRequestDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_DESK_CLASS (klass)->refresh = tl_request_desk_refresh;

  g_type_ensure (TL_TYPE_PARTS_DESK);
  g_type_ensure (TL_TYPE_REQUEST_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-request-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRequestDesk, pages);
  gtk_widget_class_bind_template_child (widget_class, TlRequestDesk, list);
  gtk_widget_class_bind_template_child (widget_class, TlRequestDesk, page);
  gtk_widget_class_install_action (widget_class, "request.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "request.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "request.back",
                                       NULL);
}

static void
tl_request_desk_init (TlRequestDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_request_desk_new:
 *
 * Returns: (transfer floating): a desk without a session
 */
GtkWidget *
tl_request_desk_new (void)
{
  return g_object_new (TL_TYPE_REQUEST_DESK, NULL);
}
