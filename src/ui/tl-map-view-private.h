/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entry-nodes.h"
#include "tl-line-tiles.h"
#include "tl-map-view.h"

G_BEGIN_DECLS

/* On what an entry lies. */
typedef enum
{
  GROUND_MAP,
  GROUND_HEADINGS, /* those of the columns */
  GROUND_TRAY,
  GROUND_NONE, /* between map and tray: it cannot be drawn when the tray is docked */
} Ground;

/* Where everything was before the scene changed. */
typedef struct
{
  TlScene *scene;
  guint8 *grounds;
  TlViewport map;
  TlViewport tray;
  TlViewport map_after; /* at the moment of the change; the camera may move on */
  TlViewport tray_after;
  double share; /* of the way that is still ahead, from 1 to 0 */
} Glide;

/* How an entry is shown on its way. */
typedef struct
{
  TlPoint offset;       /* from where it belongs, in pixels */
  gboolean is_fading;   /* what is drawn anew in another shape comes out of nothing */
  gboolean is_crossing; /* between map and tray */
} Shift;

/* An entry that is in sight. */
typedef struct
{
  GskRenderNode *node; /* borrowed */
  guint index;
} Shown;

/* The lines of the map, in layers. */
typedef enum
{
  LINES_STILL,
  LINES_FADING, /* of a glide: they come out of nothing */
  LINES_HALOS,
  N_LINES
} Lines;

struct _TlMapView
{
  /* Owned */
  TlScene *scene;
  Glide *glide;        /* (nullable) */
  TlScene *past;       /* (nullable): one that goes when there is time */
  GHashTable *carried; /* (nullable): index + 1 of the cards that are dragged along */
  TlEntryNodes *nodes;
  TlLineTiles *lines[N_LINES];
  GArray *halos;        /* of TlPaintedEntry: the links that have one */
  guint8 *grounds;      /* of each entry: a Ground */
  GArray *tray_grounds; /* of guint: those whose heads stay when the cards scroll */
  GArray *visible;      /* of guint: entries in sight, in the order of painting */
  GArray *map_nodes;    /* of Shown */
  GArray *heading_nodes;
  GArray *tray_nodes;
  GArray *head_nodes; /* of the tray */

  guint n_below;          /* of the nodes of the map: those that lie under the lines */
  int factor;             /* device pixels a pixel */
  double text_scale;      /* which the tray has where there is room */
  TlPoint carried_by[2];  /* how far, in pixels: on the map, from the tray */
  TlRect headings_region; /* in map units */
  TlRect tray_region;     /* in map units; empty when there is no tray */
  double tray_head;       /* in map units: from the top of the tray to its first card */
  TlRect content;         /* in map units: all but a docked tray */
  TlViewport map;
  TlViewport tray;
  TlRect tray_frame; /* in pixels */
  double tray_scroll;
  guint past_source;
  double width;
  double height;
  double top; /* of the height: what something else lies on */
  gboolean is_docked;
  gboolean is_folded;
};

TlViewport tl_map_view_get_viewport_of (TlMapView *self, Ground ground);
TlRect tl_map_view_get_frame_of (TlMapView *self, Ground ground);
gboolean tl_map_view_get_shift (TlMapView *self, guint index, Shift *shift);

G_END_DECLS
