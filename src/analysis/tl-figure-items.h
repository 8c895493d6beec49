/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* The figures that can be explained: each is a part of a whole, and both are made of items. */
typedef enum
{
  TL_FIGURE_ALIGNED,
  TL_FIGURE_ALIGNED_WITHOUT_MANDATES,
  TL_FIGURE_ALIGNED_DAYS,
  TL_FIGURE_ALIGNED_BY_STRENGTH,
  TL_FIGURE_UNALIGNED,
  TL_FIGURE_UNALIGNED_DAYS,
  TL_FIGURE_MANDATES,
  TL_FIGURE_WITH_DAYS,
  TL_FIGURE_COVERED_OBJECTIVES,
  TL_FIGURE_COVERED_GOALS,
  TL_FIGURE_COVERED_WEIGHT,
  TL_FIGURE_FOCUS,
  TL_FIGURE_MIX_STRATEGIC,
  TL_FIGURE_MIX_TACTICAL_ALIGNED,
  TL_FIGURE_MIX_TACTICAL_UNALIGNED,
  TL_FIGURE_MIX_TRANSACTIONAL,
  TL_FIGURE_MIX_UNKNOWN,
  TL_FIGURE_PROACTIVE,
  TL_N_FIGURES,
} TlFigureId;

/* What the items of a figure are added up in. */
typedef enum
{
  TL_FIGURE_UNIT_ITEMS,
  TL_FIGURE_UNIT_DAYS,
  TL_FIGURE_UNIT_WEIGHT, /* percent, as goals have it */
} TlFigureUnit;

typedef enum
{
  TL_FIGURE_PART,  /* above the line */
  TL_FIGURE_WHOLE, /* below it */
  TL_FIGURE_REST,  /* of the whole, what is not in the part */
} TlFigureSet;

/* A row of the table of figures. Texts are for the accessor functions, which translate. */
typedef struct
{
  TlFigureId id;
  const char *name; /* for actions, and for saved views */
  const char *label;
  const char *formula; /* a sentence */
  TlKind kind;         /* of its items */
  TlFigureUnit unit;
} TlFigureSpec;

const TlFigureSpec *tl_figure_get_spec (TlFigureId figure);
const TlFigureSpec *tl_figure_find (const char *name);
const char *tl_figure_get_label (TlFigureId figure);
const char *tl_figure_get_formula (TlFigureId figure);

GPtrArray *tl_figure_dup_items (TlAlignment *alignment, TlFigureId figure, TlFigureSet set);
double
tl_figure_get_amount (TlAlignment *alignment, TlFigureId figure, TlFigureSet set, TlItem *item);
double tl_figure_get_sum (TlAlignment *alignment, TlFigureId figure, TlFigureSet set);
double tl_figure_get_value (TlAlignment *alignment, TlFigureId figure);

G_END_DECLS
