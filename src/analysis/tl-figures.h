/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* Bands of the alignment rate, each with a word and a sign so that no meaning rests on colour. */
typedef enum
{
  TL_BAND_UNKNOWN,
  TL_BAND_GOOD,
  TL_BAND_WATCH,
  TL_BAND_ACT,
} TlBand;

/* Shares from 0 to 1; NaN when there is nothing to compute from. Effort in person-days. */
typedef struct
{
  guint n_projects;
  guint n_counted;
  guint n_aligned;
  guint n_with_effort; /* counted projects whose days are recorded */
  double alignment_rate;
  double alignment_rate_without_mandates;
  double effort_days;
  double unaligned_days; /* of counted projects that are not aligned, mandates left out */
  guint n_unaligned;     /* the same projects, counted */
  guint n_mandates;      /* mandated without a link */
  double mandate_days;
  double effort_weighted_alignment;
  double strength_weighted_alignment;
  guint n_active_goals;
  guint n_active_objectives;
  guint n_covered_objectives;
  double objective_coverage;
  double goal_coverage;
  double goal_coverage_by_weight;
  double focus_index;
  double mix_strategic;
  double mix_tactical_aligned;
  double mix_tactical_unaligned;
  double mix_transactional;
  double proactive_share;
} TlFigures;

void tl_figures_compute (TlFigures *figures, TlAlignment *alignment);
TlBand tl_figures_get_band (const TlFigures *figures, TlWorkspace *workspace);
const char *tl_band_get_word (TlBand band);
const char *tl_band_get_sign (TlBand band);

G_END_DECLS
