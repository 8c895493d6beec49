/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-canvas.h"
#include "tl-find-bar.h"
#include "tl-inspector.h"
#include "tl-notice.h"
#include "tl-panes.h"
#include "tl-practice.h"
#include "tl-side-panel.h"
#include "tl-table-view.h"
#include "tl-title.h"
#include "tl-toast.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* What the parts of the window share: tl-window.c builds it and shows a document,
 * tl-window-actions.c edits, tl-window-file.c reads and writes, tl-window-views.c chooses what is
 * in sight, tl-window-find.c searches and keeps ways to look, tl-window-palette.c finds actions by
 * their names, tl-window-said.c tells of what is done. */
struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned. */
  TlSession *session;
  GFile *loading; /* what is being read */
  GCancellable *cancellable;
  GSettings *settings; /* NULL where the schema is not installed */
  GSignalGroup *document_signals;
  GSignalGroup *history_signals;
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;

  /* Borrowed. */
  GtkWidget *stage;
  GtkWidget *checks;

  /* Template. */
  GtkWidget *breakpoints;
  TlTitle *title;
  TlTitle *compact_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GMenu *views_menu;
  TlToast *toast;
  TlNotice *repairs_notice;
  TlNotice *read_only_notice;
  TlNotice *disk_notice;
  TlFindBar *find_bar;
  GtkStack *pages;
  AdwStatusPage *failure;
  TlPanes *panes;
  TlSidePanel *side_panel;
  AdwViewStack *views;
  TlCanvas *canvas;
  TlTableView *table;
  TlPractice *practice;
  TlInspector *inspector;

  char *untold; /* (nullable): of the last edit, to be told when nothing more is said of it */

  guint focus_source;
  guint present_source; /* until the window comes up, whatever it has to show */
  guint tell_source;
  gboolean is_leaving;
};

void tl_window_install_edit_actions (GtkWidgetClass *widget_class);
void tl_window_update_edit_actions (TlWindow *self);
const char *tl_window_get_refusal (TlWindow *self, const char *name);

void tl_window_open_palette (TlWindow *self);

void tl_window_install_file_actions (GtkWidgetClass *widget_class);
void tl_window_update_file_actions (TlWindow *self);
void tl_window_check_disk (TlWindow *self);

void tl_window_install_view_actions (GtkWidgetClass *widget_class);
const char *tl_window_get_view (TlWindow *self);
void tl_window_set_view (TlWindow *self, const char *name);
gboolean tl_window_shows_plan (TlWindow *self);
gboolean tl_window_shows_map (TlWindow *self);
void tl_window_set_views_session (TlWindow *self);

void tl_window_install_find_actions (GtkWidgetClass *widget_class);
void tl_window_update_saved_views (TlWindow *self);
void tl_window_find (TlWindow *self);
void tl_window_find_next (TlWindow *self);
void tl_window_find_previous (TlWindow *self);
void tl_window_save_view (TlWindow *self);
void tl_window_manage_views (TlWindow *self);

gboolean tl_window_focus_page (TlWindow *self);
void tl_window_save_state (TlWindow *self);

void tl_window_init_said (TlWindow *self);
void tl_window_dispose_said (TlWindow *self);
void tl_window_toast (TlWindow *self, const char *text, gboolean can_undo);
void tl_window_undo (TlWindow *self);
void tl_window_redo (TlWindow *self);

G_END_DECLS
