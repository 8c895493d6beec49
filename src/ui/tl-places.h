/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-viewport.h"

G_BEGIN_DECLS

/* Where somebody has been on a map: what it was seen from, and what was selected. */
typedef struct
{
  TlViewport viewport;
  char **ids; /* of what was selected */
} TlPlace;

TlPlace *tl_place_new (TlViewport viewport, const char *const *ids);
void tl_place_free (TlPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlace, tl_place_free)

/* The places that one can go back to, and forward again. Knows no widget. */
typedef struct _TlPlaces TlPlaces;

TlPlaces *tl_places_new (void);
void tl_places_free (TlPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlaces, tl_places_free)

void tl_places_leave (TlPlaces *self, TlPlace *here);
TlPlace *tl_places_go (TlPlaces *self, TlPlace *here, gboolean is_back);
gboolean tl_places_can_go (TlPlaces *self, gboolean is_back);
void tl_places_clear (TlPlaces *self);

G_END_DECLS
