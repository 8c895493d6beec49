/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-recent.h"

#include "tl-format.h"

/* More than this is a list to be searched, not a menu. */
#define N_SHOWN 8

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_application_name ())
         && gtk_recent_info_exists (info);
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  GDateTime *visited_a = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *visited_b = gtk_recent_info_get_visited ((GtkRecentInfo *) b);

  return g_date_time_compare (visited_b, visited_a);
}

/* An underscore in a menu's label marks the access key, and a file may well have one. */
static char *
dup_label (GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  if (g_str_has_suffix (label, TL_FORMAT_SUFFIX))
    label[strlen (label) - strlen (TL_FORMAT_SUFFIX)] = '\0';
  return g_steal_pointer (&label);
}

static void
fill_menu (GMenu *menu)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_shown = 0;

  infos = g_list_sort (infos, compare_infos);
  g_menu_remove_all (menu);
  for (GList *at = infos; at != NULL && n_shown < N_SHOWN; at = at->next)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *label = NULL;

      if (!is_ours (at->data))
        continue;
      label = dup_label (at->data);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-uri", "s",
                                         gtk_recent_info_get_uri (at->data));
      g_menu_append_item (menu, item);
      n_shown++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

/**
 * tl_recent_add:
 * @file: a document that was opened or saved
 *
 * Remembers it as the latest one.
 */
void
tl_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .mime_type = (char *) TL_FORMAT_MEDIA_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * tl_recent_bind_menu:
 * @menu: a menu that belongs to this list alone
 *
 * Keeps the menu as a list of the documents that were open last; each one opens by app.open-uri.
 */
void
tl_recent_bind_menu (GMenu *menu)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_menu),
                           menu, G_CONNECT_SWAPPED);
  fill_menu (menu);
}
