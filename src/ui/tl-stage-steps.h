/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

typedef enum
{
  TL_STAGE_GOALS,   /* all of them */
  TL_STAGE_GOAL,    /* one, with its chain */
  TL_STAGE_TRAY,    /* what serves nothing */
  TL_STAGE_FIGURES, /* all in numbers */
} TlStageScene;

/* What one moment of a talk shows and says. Nothing private is ever in it. */
typedef struct
{
  TlStageScene scene;
  char *id;      /* of the goal, or NULL */
  char *heading; /* one line, to be read aloud */
  char *lead;    /* (nullable): who, how much */
  char *text;    /* (nullable): one sentence */
} TlStageStep;

/* A number that is read from afar, and what it means. */
typedef struct
{
  char *value;
  char *name;
  char *text;
} TlStageFigure;

GPtrArray *tl_stage_steps_new (TlAnalysis *analysis);
GPtrArray *tl_stage_figures_new (TlAnalysis *analysis);
char *tl_stage_dup_owner_line (TlAlignment *alignment, TlItem *goal);

G_END_DECLS
