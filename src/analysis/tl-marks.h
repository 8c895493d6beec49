/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* The five marks of strategic work. */
typedef enum
{
  TL_MARK_BUSINESS_GOAL, /* computed */
  TL_MARK_WHOLE_ORGANISATION,
  TL_MARK_LONG_TERM,
  TL_MARK_MULTIPLE_SOLUTIONS,
  TL_MARK_SOLUTION_NEUTRAL,
  TL_N_MARKS,
} TlMark;

typedef enum
{
  TL_TRI_STATE_UNKNOWN,
  TL_TRI_STATE_NO,
  TL_TRI_STATE_YES,
  TL_N_TRI_STATES,
} TlTriState;

typedef struct
{
  TlTriState answers[TL_N_MARKS];
  guint n_yes;
  guint n_unknown;
} TlMarks;

/* What a project is called, held against what its marks make of it. */
typedef enum
{
  TL_CALLING_FITS,
  TL_CALLING_TOO_HIGH, /* called strategic, and fails the marks */
  TL_CALLING_TOO_LOW,  /* bears the marks, and is called something else */
  TL_CALLING_OPEN,     /* too little is recorded to tell */
} TlCalling;

TlMarks tl_marks_get (TlAlignment *alignment, TlItem *project);
TlTriState tl_marks_judge (const TlMarks *marks, guint least);
TlCalling tl_marks_compare (TlAlignment *alignment, TlItem *project);
const char *tl_mark_get_label (TlMark mark);
const char *tl_mark_get_question (TlMark mark);
TlField tl_mark_get_field (TlMark mark);

G_END_DECLS
