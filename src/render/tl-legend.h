/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TL_KEY_CATEGORY,
  TL_KEY_MORE, /* categories beyond those that are listed */
  TL_KEY_LINK,
  TL_KEY_MARK,
  TL_KEY_LEVEL,
  TL_KEY_UNSERVED,
  TL_KEY_SIGN,
  TL_KEY_TRAY,
  TL_KEY_PIN,
} TlKeySort;

/* What a symbol of the picture means, and how many there are. */
typedef struct
{
  TlKeySort sort;
  int choice; /* strength, work category, or the category of the colouring */
  int status; /* of a link */
  guint n;
  const char *label; /* translated; borrowed from the scene */
} TlLegendKey;

GArray *tl_legend_list_keys (const TlScene *scene);
gboolean
tl_legend_has_entry (const TlScene *scene, const TlLegendKey *key, guint entry, TlItem *item);
double tl_legend_get_symbol_width (const TlLegendKey *key);
void tl_legend_paint_symbol (const TlLegendKey *key,
                             const TlColouring *colouring,
                             const TlTheme *theme,
                             TlPainter *painter,
                             TlRect rect);

G_END_DECLS
