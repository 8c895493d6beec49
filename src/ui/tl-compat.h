/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What newer toolkits do in another way: the one place with branches by version. */

/* Called once, with %NULL when the user wants no file. */
typedef void (*TlFileFunc) (GtkWindow *parent, GFile *file, gpointer user_data);

void tl_choose_file (GtkWindow *parent,
                     const char *title,
                     GListModel *filters,
                     TlFileFunc func,
                     gpointer user_data);
void tl_choose_file_to_write (GtkWindow *parent,
                              const char *title,
                              const char *name,
                              GFile *folder,
                              GListModel *filters,
                              TlFileFunc func,
                              gpointer user_data);
GListModel *tl_filters_new (const char *name, const char *const *suffixes);
void tl_filters_add (GListModel *filters, const char *name, const char *const *suffixes);

/* One of the answers to a question; the one that is neither suggested nor destructive and stands
 * first is what Escape means. */
typedef enum
{
  TL_ANSWER_PLAIN,
  TL_ANSWER_SUGGESTED,
  TL_ANSWER_DESTRUCTIVE,
} TlAnswerLooks;

typedef struct
{
  const char *id;
  const char *label; /* translated; with an underscore before its access key */
  TlAnswerLooks looks;
} TlAnswer;

typedef void (*TlAnswerFunc) (GtkWindow *parent, const char *answer, gpointer user_data);

void tl_ask (GtkWindow *parent,
             const char *heading,
             const char *body,
             GtkWidget *more,
             const TlAnswer *answers,
             guint n_answers,
             TlAnswerFunc func,
             gpointer user_data);

void tl_widget_get_color (GtkWidget *widget, GdkRGBA *color);
void tl_list_row_set_label (GtkWidget *child, const char *label);
void tl_list_row_set_expanded (GtkWidget *child, int is_expanded);
void tl_announce (GtkWidget *widget, const char *text);
void tl_show_shortcuts (GtkApplicationWindow *window, const char *resource);
void tl_show_about (GtkWindow *parent);

G_END_DECLS
