/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-accels.h"

/* clang-format off */
static const TlAccel accels[] = {
  { "app.new",            { "<Control>n" } },
  { "app.open",           { "<Control>o" } },
  { "app.quit",           { "<Control>q" } },
  { "app.shortcuts",      { "<Control>question" } },
  { "win.palette",        { "<Control>k" } },
  { "win.save",           { "<Control>s" } },
  { "win.save-as",        { "<Control><Shift>s" } },
  { "win.close",          { "<Control>w" } },
  { "win.undo",           { "<Control>z" }, TRUE },
  { "win.redo",           { "<Control><Shift>z", "<Control>y" }, TRUE },
  { "win.add-goal",       { "<Control><Shift>g" } },
  { "win.add-objective",  { "<Control><Shift>o" } },
  { "win.add-project",    { "<Control><Shift>p" } },
  { "win.link",           { "<Control>l" } },
  { "win.rename",         { "F2" }, TRUE },
  { "win.focus",          { "<Control><Shift>f" } },
  { "win.delete",         { "Delete" }, TRUE },
  { "win.find",           { "<Control>f" } },
  { "win.find-next",      { "F3", "<Control>g" } },
  { "win.find-previous",  { "<Shift>F3" } },
  { "win.select-all",     { "<Control>a" }, TRUE },
  { "win.deselect",       { "<Control><Shift>a" }, TRUE },
  { "win.go-back",        { "<Alt>Left" }, TRUE },
  { "win.place-back",     { "<Control>bracketleft", "Back" } },
  { "win.place-forward",  { "<Control>bracketright", "Forward" } },
  { "win.home",           { "<Alt>Home" } },
  { "win.zoom-in",        { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out",       { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-normal",    { "<Control>0", "<Control>KP_0" } },
  { "win.zoom-fit",       { "<Control>9" } },
  { "win.zoom-selection", { "<Control>8" } },
  { "win.view::map",      { "<Alt>1" } },
  { "win.view::table",    { "<Alt>2" } },
  { "win.view::matrix",   { "<Alt>3" } },
  { "win.view::practice", { "<Alt>4" } },
  { "win.left-panel",     { "F9" } },
  { "win.right-panel",    { "<Shift>F9" } },
  { "win.present",        { "F5" } },
  { "win.menu",           { "F10" } },
  { "win.export-map",     { "<Control>e" } },
  { "win.export-pack",    { "<Control><Shift>e" } },
};
/* clang-format on */

/**
 * tl_accels_get_n_accels:
 *
 * Returns: how many actions have keys
 */
guint
tl_accels_get_n_accels (void)
{
  return G_N_ELEMENTS (accels);
}

/**
 * tl_accels_get:
 * @index: less than tl_accels_get_n_accels()
 *
 * Returns: (transfer none): an action and its keys, the first of them the one to be shown
 */
const TlAccel *
tl_accels_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (accels), NULL);

  return &accels[index];
}

/**
 * tl_accels_install:
 * @application: the application
 *
 * Makes the keys work in all windows, but for those that a text in which one types has a use for.
 */
void
tl_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (!accels[i].yields)
        gtk_application_set_accels_for_action (application, accels[i].action,
                                               (const char *const *) accels[i].accels);
    }
}

static void
bind (GtkWidgetClass *widget_class, const TlAccel *accel)
{
  for (guint i = 0; accel->accels[i] != NULL; i++)
    {
      guint key = 0;
      GdkModifierType modifiers = 0;

      gtk_accelerator_parse (accel->accels[i], &key, &modifiers);
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, accel->action, NULL);
    }
}

/**
 * tl_accels_bind:
 * @widget_class: a class of windows
 *
 * Makes the other keys work in windows of the class. The keys of an application come before
 * whatever has the keyboard, so that Delete would be taken away from the text that it is to
 * shorten; those of a window come after it.
 */
void
tl_accels_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (accels[i].yields)
        bind (widget_class, &accels[i]);
    }
}
