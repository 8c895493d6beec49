/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-display-list.h"
#include "tl-theme.h"

G_BEGIN_DECLS

#define TL_COLOURING_NONE (-1)    /* of an item: no category has it */
#define TL_COLOURING_NEUTRAL (-1) /* of a category: no hue */

/* A colour, and what it means. */
typedef struct
{
  char *label; /* translated, one line */
  int hue;     /* its place among the theme's, or neutral */
  TlLook look;
  guint n_projects; /* in the picture; by goal: those that serve it */
  guint n_items;    /* in the picture, of every kind */
} TlCategory;

/* By what a picture is coloured: the categories, in the order of the legend, and which of them an
 * item has. Which colour a category has depends on the plan alone, not on what is shown of it. */
typedef struct _TlColouring TlColouring;

TlColouring *tl_colouring_new (TlAnalysis *analysis, int by);
void tl_colouring_free (TlColouring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlColouring, tl_colouring_free)

int tl_colouring_get_by (const TlColouring *self);
guint tl_colouring_get_n_categories (const TlColouring *self);
const TlCategory *tl_colouring_get_category (const TlColouring *self, int category);
int tl_colouring_classify (const TlColouring *self, TlAnalysis *analysis, TlItem *item);
const char *tl_colouring_get_note (const TlColouring *self, int category, TlItem *item);
void tl_colouring_count (TlColouring *self, int category, TlKind kind, guint n_projects);
TlColor tl_colouring_get_color (const TlColouring *self, int category, const TlTheme *theme);

G_END_DECLS
