/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-palette-actions.h"

#include <adwaita.h>
#include <string.h>

#include "tl-accels.h"
#include "tl-menu-owner.h"

#define SHORTCUTS "/io/github/throughline/Throughline/ui/tl-shortcuts.ui"

/* What is known while the window is looked through. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *focus;   /* (nullable) */
  GPtrArray *actions; /* of TlPaletteAction */
  GHashTable *by_id;
  const char *page; /* (nullable): the title of the view that is being looked through */
} Search;

typedef void (*VisitFunc) (Search *search, GtkWidget *widget);

/* A label as it is read, without the mark of its access key. */
static char *
dup_plain (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = label; *at != '\0'; at++)
    {
      if (*at == '_' && at[1] != '\0')
        at++;
      g_string_append_c (plain, *at);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
is_global (const char *name)
{
  return g_str_has_prefix (name, "win.") || g_str_has_prefix (name, "app.");
}

/* The toolkit's own have their places on the frame of the window; a list of what can be done need
 * not offer itself. */
static gboolean
is_left_out (const char *name)
{
  return g_str_has_prefix (name, "window.") || g_str_equal (name, "win.palette");
}

/* Actions run where the keyboard was, if that can reach them; those of the window run on it, which
 * is there as long as the palette is. */
static GtkWidget *
find_origin (Search *search, const char *name, GtkWidget *source)
{
  if (is_global (name))
    return search->window;
  if (search->focus != NULL && gtk_widget_is_ancestor (search->focus, source))
    return search->focus;
  return source;
}

/* Returns: (transfer none) (nullable): the action, if it is one to be offered */
static TlPaletteAction *
add_action (Search *search,
            GtkWidget *source,
            const char *name,
            GVariant *target,
            const char *const *path,
            const char *label)
{
  g_autofree char *id = g_action_print_detailed_name (name, target);
  TlPaletteAction *action = g_hash_table_lookup (search->by_id, id);

  if (is_left_out (name))
    return NULL;
  if (action != NULL)
    {
      tl_palette_action_add_name (action, label);
      return action;
    }
  action = tl_palette_action_new (name, target, find_origin (search, name, source), label);
  tl_palette_action_set_place (action, path, label);
  g_ptr_array_add (search->actions, action);
  g_hash_table_insert (search->by_id, (char *) tl_palette_action_get_id (action), action);
  return action;
}

/* Menus. */

static char *
dup_attribute (GMenuModel *model, int index, const char *attribute)
{
  g_autofree char *text = NULL;

  if (!g_menu_model_get_item_attribute (model, index, attribute, "s", &text))
    return NULL;
  return dup_plain (text);
}

/* A choice that two menus offer is told by the one that is named more exactly. */
static gboolean
is_better_place (TlPaletteAction *action, const char *const *path)
{
  return tl_palette_action_get_target (action) != NULL
         && g_strv_length ((char **) path) > tl_palette_action_get_depth (action);
}

static void
add_item (Search *search, GtkWidget *source, GMenuModel *model, int index, GStrv path)
{
  g_autofree char *name = NULL;
  g_autofree char *accel = NULL;
  g_autofree char *short_label = dup_attribute (model, index, G_MENU_ATTRIBUTE_LABEL);
  g_autofree char *long_label = dup_attribute (model, index, "long-label");
  g_autoptr (GVariant) target
      = g_menu_model_get_item_attribute_value (model, index, G_MENU_ATTRIBUTE_TARGET, NULL);
  const char *label = long_label != NULL ? long_label : short_label;
  TlPaletteAction *action;

  if (label == NULL
      || !g_menu_model_get_item_attribute (model, index, G_MENU_ATTRIBUTE_ACTION, "s", &name))
    return;
  action = add_action (search, source, name, target, (const char *const *) path, label);
  if (action == NULL)
    return;
  if (is_better_place (action, (const char *const *) path))
    tl_palette_action_set_place (action, (const char *const *) path, label);
  if (g_menu_model_get_item_attribute (model, index, "accel", "s", &accel))
    tl_palette_action_set_keys (action, accel);
}

/* A name is not told twice in a row: the menu of the table is in the view of that name. */
static GStrv
dup_path_with (GStrv path, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint depth = g_strv_length (path);

  g_strv_builder_addv (builder, (const char **) path);
  if (name != NULL && *name != '\0' && (depth == 0 || !g_str_equal (path[depth - 1], name)))
    g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

static void
add_menu (Search *search, GtkWidget *source, GMenuModel *model, GStrv path)
{
  const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autofree char *label = dup_attribute (model, i, G_MENU_ATTRIBUTE_LABEL);
      g_auto (GStrv) inner = dup_path_with (path, label);

      add_item (search, source, model, i, path);
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (model, i, links[k]);

          if (link != NULL)
            add_menu (search, source, link, inner);
        }
    }
}

/* Widgets. */

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_GRID_VIEW (widget)
         || GTK_IS_LIST_BOX (widget);
}

static gboolean
is_in_sight (GtkWidget *parent, GtkWidget *child)
{
  return !(GTK_IS_STACK (parent) || ADW_IS_VIEW_STACK (parent))
         || gtk_widget_get_child_visible (child);
}

/* What a row offers is about the row; what is on another page of a stack is only reached when it is
 * the window's. What is left out in a narrow window is still there. */
static void
visit (Search *search,
       GtkWidget *widget,
       gboolean is_in_reach,
       VisitFunc in_reach,
       VisitFunc hidden)
{
  const char *page = search->page;
  VisitFunc func = is_in_reach ? in_reach : hidden;

  func (search, widget);
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_POPOVER (widget) || is_list (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_VIEW_STACK (widget))
        search->page = adw_view_stack_page_get_title (
            adw_view_stack_get_page (ADW_VIEW_STACK (widget), child));
      visit (search, child, is_in_reach && is_in_sight (widget, child), in_reach, hidden);
      search->page = page;
    }
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = NULL;

  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      label = find_label (child);
  return label;
}

/* A figure is no name. */
static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* The keys stand in brackets at the end of a tooltip. */
static char *
dup_without_keys (const char *tooltip)
{
  const char *bracket = g_str_has_suffix (tooltip, ")") ? strrchr (tooltip, '(') : NULL;

  return g_strchomp (bracket != NULL ? g_strndup (tooltip, (gsize) (bracket - tooltip))
                                     : g_strdup (tooltip));
}

/* What a button with a menu says is its name when it has an access key; otherwise it shows what was
 * chosen, and the tooltip says what that is. */
static char *
dup_button_name (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  GtkLabel *label = find_label (button);
  gboolean is_name = label != NULL && has_letter (gtk_label_get_text (label));

  if (GTK_IS_MENU_BUTTON (button) && tooltip != NULL)
    is_name = is_name && gtk_label_get_use_underline (label);
  if (is_name)
    return g_strdup (gtk_label_get_text (label));
  return tooltip != NULL ? dup_without_keys (tooltip) : NULL;
}

static GStrv
dup_path_here (Search *search)
{
  g_autofree char *page = search->page != NULL ? dup_plain (search->page) : NULL;
  g_auto (GStrv) none = g_new0 (char *, 1);

  return dup_path_with (none, page);
}

static void
visit_menu (Search *search, GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GMenuModel *model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
      g_autofree char *name = dup_button_name (widget);
      g_auto (GStrv) here = dup_path_here (search);
      g_auto (GStrv) path = dup_path_with (here, name);

      if (model != NULL)
        add_menu (search, widget, model, path);
    }
  else if (TL_IS_MENU_OWNER (widget))
    {
      g_autoptr (GMenuModel) model = tl_menu_owner_create_menu (TL_MENU_OWNER (widget));
      g_auto (GStrv) here = dup_path_here (search);

      if (model != NULL)
        add_menu (search, widget, model, here);
    }
}

static const char *
get_button_action (GtkWidget *widget)
{
  return GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
                                    : NULL;
}

static void
add_button (Search *search, GtkWidget *widget, const char *name)
{
  g_auto (GStrv) path = dup_path_here (search);
  g_autofree char *label = dup_button_name (widget);
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

  if (label != NULL)
    add_action (search, widget, name, target, (const char *const *) path, label);
}

static void
visit_shown_button (Search *search, GtkWidget *widget)
{
  const char *name = get_button_action (widget);

  if (name != NULL && (is_global (name) || gtk_widget_get_mapped (widget)))
    add_button (search, widget, name);
}

static void
visit_hidden_button (Search *search, GtkWidget *widget)
{
  const char *name = get_button_action (widget);

  if (name != NULL && is_global (name))
    add_button (search, widget, name);
}

static void
visit_nothing (Search *search, GtkWidget *widget)
{
}

/* The window of shortcuts. */

/* Keys of windows are listed without the action, since the toolkit does not know them. */
static const char *
find_action_of_keys (const char *keys)
{
  g_auto (GStrv) listed = g_strsplit (keys, " ", -1);

  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    {
      const TlAccel *accel = tl_accels_get (i);

      if (accel->yields && g_strv_equal ((const char *const *) listed, accel->accels))
        return accel->action;
    }
  return NULL;
}

static void
visit_shortcut (Search *search, GtkWidget *widget)
{
  GtkWidget *group = gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_GROUP);
  g_autofree char *title = NULL;
  g_autofree char *detailed = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *group_title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget) || group == NULL)
    return;
  g_object_get (widget, "title", &title, "action-name", &detailed, "accelerator", &keys, NULL);
  g_object_get (group, "title", &group_title, NULL);
  if (detailed == NULL && keys != NULL)
    detailed = g_strdup (find_action_of_keys (keys));
  if (detailed != NULL && g_action_parse_detailed_name (detailed, &name, &target, NULL))
    {
      const char *const path[] = { group_title, NULL };

      add_action (search, search->window, name, target, path, title);
    }
}

static void
add_shortcuts (Search *search)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  visit (search, window, TRUE, visit_shortcut, visit_shortcut);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_keys (TlPaletteAction *action)
{
  for (guint i = 0; i < tl_accels_get_n_accels (); i++)
    if (g_str_equal (tl_accels_get (i)->action, tl_palette_action_get_id (action)))
      tl_palette_action_set_keys (action, tl_accels_get (i)->accels[0]);
}

/* The states. */

/* Asks as a menu over the widget would: the toolkit tells the state of an action to buttons only.
 */
static void
ask_states (GPtrArray *actions, GtkWidget *origin)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  GtkWidget *button;

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  for (guint i = 0; i < actions->len; i++)
    {
      TlPaletteAction *action = actions->pdata[i];

      if (tl_palette_action_get_origin (action) != origin)
        continue;
      button = gtk_toggle_button_new ();
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tl_palette_action_get_name (action));
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                              tl_palette_action_get_target (action));
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (asked, action);
    }
  gtk_widget_set_parent (popover, origin);
  button = gtk_widget_get_first_child (box);
  for (guint i = 0; i < asked->len; i++, button = gtk_widget_get_next_sibling (button))
    tl_palette_action_set_state (asked->pdata[i], gtk_widget_is_sensitive (button),
                                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_widget_unparent (popover);
}

static void
ask_all_states (GPtrArray *actions)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      GtkWidget *origin = tl_palette_action_get_origin (actions->pdata[i]);

      if (g_hash_table_add (asked, origin))
        ask_states (actions, origin);
    }
}

/* Several actions may do one thing in several places: of those that are called the same, the first
 * that can be used is kept. */
static GPtrArray *
drop_doubles (GPtrArray *actions)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      TlPaletteAction *action = actions->pdata[i];
      const char *group = tl_palette_action_get_group (action);
      g_autofree char *title = g_strjoin ("\n", tl_palette_action_get_label (action), group, NULL);
      gpointer place;

      if (!g_hash_table_lookup_extended (places, title, NULL, &place))
        {
          g_hash_table_insert (places, g_steal_pointer (&title), GUINT_TO_POINTER (kept->len));
          g_ptr_array_add (kept, g_object_ref (action));
        }
      else if (tl_palette_action_is_enabled (action)
               && !tl_palette_action_is_enabled (kept->pdata[GPOINTER_TO_UINT (place)]))
        {
          g_object_unref (kept->pdata[GPOINTER_TO_UINT (place)]);
          kept->pdata[GPOINTER_TO_UINT (place)] = g_object_ref (action);
        }
    }
  return kept;
}

/**
 * tl_palette_actions_new:
 * @window: a window
 * @focus: (nullable): the widget in it that has the keyboard
 *
 * Looks for all actions of the window, of the application and of what is in sight that need nothing
 * but what a menu, a button or the window of shortcuts gives them.
 *
 * Returns: (transfer full) (element-type TlPaletteAction): the actions, as they stand
 */
GPtrArray *
tl_palette_actions_new (GtkWidget *window, GtkWidget *focus)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { window, focus, actions, by_id, NULL };

  g_return_val_if_fail (GTK_IS_WIDGET (window), NULL);

  visit (&search, window, TRUE, visit_menu, visit_nothing);
  add_shortcuts (&search);
  visit (&search, window, TRUE, visit_shown_button, visit_hidden_button);
  for (guint i = 0; i < actions->len; i++)
    set_keys (actions->pdata[i]);
  ask_all_states (actions);
  return drop_doubles (actions);
}
