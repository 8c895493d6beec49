/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-palette-action.h"

#include <glib/gi18n-lib.h>

struct _TlPaletteAction
{
  GObject parent_instance;

  /* Owned. */
  char *name;
  GVariant *target; /* (nullable) */
  char *id;         /* both in one text, as a menu writes it */
  char *label;
  GStrv path;     /* the names of the menus around it, the outermost first */
  GString *names; /* other names that it goes by, a line each */
  char *keys;

  /* Weak. */
  GtkWidget *origin;

  gboolean is_enabled;
  gboolean is_active;
};

G_DEFINE_FINAL_TYPE (TlPaletteAction, tl_palette_action, G_TYPE_OBJECT)

/* Names of actions are English words, which those who know the program in that language try. */
static void
add_own_name (TlPaletteAction *self)
{
  const char *dot = strchr (self->name, '.');
  g_autofree char *words = g_strdup (dot != NULL ? dot + 1 : self->name);

  g_strdelimit (words, "-", ' ');
  tl_palette_action_add_name (self, words);
}

static void
tl_palette_action_finalize (GObject *object)
{
  TlPaletteAction *self = TL_PALETTE_ACTION (object);

  g_clear_weak_pointer (&self->origin);
  g_free (self->name);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self->id);
  g_free (self->label);
  g_strfreev (self->path);
  g_string_free (self->names, TRUE);
  g_free (self->keys);

  G_OBJECT_CLASS (tl_palette_action_parent_class)->finalize (object);
}

static void
tl_palette_action_class_init (TlPaletteActionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_palette_action_finalize;
}

static void
tl_palette_action_init (TlPaletteAction *self)
{
  self->path = g_new0 (char *, 1);
  self->names = g_string_new (NULL);
}

/**
 * tl_palette_action_new:
 * @name: the name of an action, with its prefix
 * @target: (nullable): what it is given
 * @origin: the widget on which it runs
 * @label: what it is called, translated, without marks of access keys
 *
 * Returns: (transfer full): the action, as one that cannot be used
 */
TlPaletteAction *
tl_palette_action_new (const char *name, GVariant *target, GtkWidget *origin, const char *label)
{
  TlPaletteAction *self = g_object_new (TL_TYPE_PALETTE_ACTION, NULL);

  self->name = g_strdup (name);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  self->id = g_action_print_detailed_name (name, target);
  self->label = g_strdup (label);
  g_set_weak_pointer (&self->origin, origin);
  add_own_name (self);
  return self;
}

/**
 * tl_palette_action_set_place:
 * @self: an action
 * @path: (array zero-terminated=1): the names of the menus around it, the outermost first
 * @label: what it is called there
 */
void
tl_palette_action_set_place (TlPaletteAction *self, const char *const *path, const char *label)
{
  g_return_if_fail (TL_IS_PALETTE_ACTION (self));

  g_strfreev (self->path);
  self->path = g_strdupv ((char **) path);
  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * tl_palette_action_add_name:
 * @self: an action
 * @name: another name by which it is to be found
 */
void
tl_palette_action_add_name (TlPaletteAction *self, const char *name)
{
  g_return_if_fail (TL_IS_PALETTE_ACTION (self));

  if (self->names->len > 0)
    g_string_append_c (self->names, '\n');
  g_string_append (self->names, name);
}

/**
 * tl_palette_action_set_keys:
 * @self: an action
 * @accel: (nullable): the keys that activate it, as gtk_accelerator_parse() reads them
 */
void
tl_palette_action_set_keys (TlPaletteAction *self, const char *accel)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  g_return_if_fail (TL_IS_PALETTE_ACTION (self));

  g_clear_pointer (&self->keys, g_free);
  if (accel != NULL && gtk_accelerator_parse (accel, &key, &modifiers))
    self->keys = gtk_accelerator_get_label (key, modifiers);
}

/**
 * tl_palette_action_set_state:
 * @self: an action
 * @is_enabled: whether it can be used now
 * @is_active: whether what it switches or chooses is on
 */
void
tl_palette_action_set_state (TlPaletteAction *self, gboolean is_enabled, gboolean is_active)
{
  g_return_if_fail (TL_IS_PALETTE_ACTION (self));

  self->is_enabled = is_enabled;
  self->is_active = is_active;
}

/**
 * tl_palette_action_get_name:
 * @self: an action
 *
 * Returns: its name, with its prefix
 */
const char *
tl_palette_action_get_name (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->name;
}

/**
 * tl_palette_action_get_target:
 * @self: an action
 *
 * Returns: (transfer none) (nullable): what it is given
 */
GVariant *
tl_palette_action_get_target (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->target;
}

/**
 * tl_palette_action_get_id:
 * @self: an action
 *
 * Returns: its name and what it is given, as g_action_parse_detailed_name() reads them
 */
const char *
tl_palette_action_get_id (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->id;
}

/**
 * tl_palette_action_get_origin:
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the widget on which it runs; %NULL when that is gone
 */
GtkWidget *
tl_palette_action_get_origin (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->origin;
}

/**
 * tl_palette_action_get_label:
 * @self: an action
 *
 * Returns: what it is called in its menu
 */
const char *
tl_palette_action_get_label (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->label;
}

/**
 * tl_palette_action_get_group:
 * @self: an action
 *
 * Returns: (nullable): the name of its menu, when it is one of several choices there, which say
 *   little without it
 */
const char *
tl_palette_action_get_group (TlPaletteAction *self)
{
  guint depth = tl_palette_action_get_depth (self);

  return self->target != NULL && depth > 0 ? self->path[depth - 1] : NULL;
}

/**
 * tl_palette_action_get_depth:
 * @self: an action
 *
 * Returns: how many names of menus are known around it
 */
guint
tl_palette_action_get_depth (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), 0);

  return g_strv_length (self->path);
}

/**
 * tl_palette_action_dup_place:
 * @self: an action
 *
 * Returns: (transfer full): the menus that lead to it; may be empty
 */
char *
tl_palette_action_dup_place (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  /* Translators: stands between the names of a menu and of the menu in it. */
  return g_strjoinv (C_ ("palette", " › "), self->path);
}

/**
 * tl_palette_action_get_other_names:
 * @self: an action
 *
 * Returns: other names that it goes by, a line each
 */
const char *
tl_palette_action_get_other_names (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->names->str;
}

/**
 * tl_palette_action_get_keys:
 * @self: an action
 *
 * Returns: (nullable): the keys that activate it, as they are shown
 */
const char *
tl_palette_action_get_keys (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), NULL);

  return self->keys;
}

/**
 * tl_palette_action_is_enabled:
 * @self: an action
 *
 * Returns: whether it can be used now
 */
gboolean
tl_palette_action_is_enabled (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), FALSE);

  return self->is_enabled;
}

/**
 * tl_palette_action_is_active:
 * @self: an action
 *
 * Returns: whether what it switches or chooses is on
 */
gboolean
tl_palette_action_is_active (TlPaletteAction *self)
{
  g_return_val_if_fail (TL_IS_PALETTE_ACTION (self), FALSE);

  return self->is_active;
}

/**
 * tl_palette_action_activate:
 * @self: an action
 *
 * Runs it, unless the widget on which it would run is gone.
 */
void
tl_palette_action_activate (TlPaletteAction *self)
{
  g_return_if_fail (TL_IS_PALETTE_ACTION (self));

  if (self->origin != NULL)
    gtk_widget_activate_action_variant (self->origin, self->name, self->target);
}
