/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One end of a link. Levels are in map units from the top of the map. */
typedef struct
{
  int card;
  gboolean on_right; /* the side of the card */
  double toward;     /* the level of what the link leads to */
  double level;      /* the level at which it touches the card: to be found */
} TlPort;

void
tl_ports_spread (TlPort *ports, int n_ports, const double *tops, const double *heights, double gap);

G_END_DECLS
