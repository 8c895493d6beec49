/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_MAP_BAR (tl_map_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlMapBar, tl_map_bar, TL, MAP_BAR, GtkWidget)

/* What the bar tells of how the map is looked at. */
typedef struct
{
  const char *colour;  /* by what the map is coloured, translated */
  const char *show;    /* what is shown, translated */
  const char *arrange; /* by what the cards are arranged, translated */
  const char *query;   /* (nullable): what is asked for */
  guint n_steps;       /* of the focus; 0 without one */
  guint n_cards;       /* that are not of the rest */
} TlMapBarState;

/* A bar over the map: chips that say how it is looked at, and change it; where there is no room for
 * them, a menu. What they do is the canvas's, as actions "canvas.". */
GtkWidget *tl_map_bar_new (void);
void tl_map_bar_set_state (TlMapBar *self, const TlMapBarState *state);

G_END_DECLS
