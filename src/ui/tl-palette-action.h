/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PALETTE_ACTION (tl_palette_action_get_type ())
G_DECLARE_FINAL_TYPE (TlPaletteAction, tl_palette_action, TL, PALETTE_ACTION, GObject)

/* An action as the command palette knows it: what it is called, where it is found otherwise, and
 * the widget on which it runs. */
TlPaletteAction *
tl_palette_action_new (const char *name, GVariant *target, GtkWidget *origin, const char *label);
void
tl_palette_action_set_place (TlPaletteAction *self, const char *const *path, const char *label);
void tl_palette_action_add_name (TlPaletteAction *self, const char *name);
void tl_palette_action_set_keys (TlPaletteAction *self, const char *accel);
void tl_palette_action_set_state (TlPaletteAction *self, gboolean is_enabled, gboolean is_active);

const char *tl_palette_action_get_name (TlPaletteAction *self);
GVariant *tl_palette_action_get_target (TlPaletteAction *self);
const char *tl_palette_action_get_id (TlPaletteAction *self);
GtkWidget *tl_palette_action_get_origin (TlPaletteAction *self);
const char *tl_palette_action_get_label (TlPaletteAction *self);
const char *tl_palette_action_get_group (TlPaletteAction *self);
guint tl_palette_action_get_depth (TlPaletteAction *self);
char *tl_palette_action_dup_place (TlPaletteAction *self);
const char *tl_palette_action_get_other_names (TlPaletteAction *self);
const char *tl_palette_action_get_keys (TlPaletteAction *self);
gboolean tl_palette_action_is_enabled (TlPaletteAction *self);
gboolean tl_palette_action_is_active (TlPaletteAction *self);

void tl_palette_action_activate (TlPaletteAction *self);

G_END_DECLS
