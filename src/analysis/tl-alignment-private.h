/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"
#include "tl-item-numbers.h"
#include "tl-relation.h"

G_BEGIN_DECLS

/* The kinds of item that an alignment knows. */
typedef enum
{
  TL_ROLL_GOAL,
  TL_ROLL_OBJECTIVE,
  TL_ROLL_CAUSE,
  TL_ROLL_PROJECT,
  TL_ROLL_LINK,
  TL_ROLL_PERSON, /* these two only to be kept alive, for findings about them */
  TL_ROLL_REQUEST,
  TL_N_ROLLS,
} TlRollName;

/* All items of a kind, numbered by their place in the document. */
typedef struct
{
  TlItem **items; /* owned, each of them as well */
  guint n;
} TlRoll;

typedef struct
{
  double effort; /* person-days */
  guint rank;
  guint is_active : 1;
  guint is_top : 1;
  guint is_covered : 1;
} TlGoalRow;

typedef struct
{
  guint goal;
  guint is_active : 1;
  guint is_covered : 1;
  guint has_outcome : 1; /* an outcome measure is recorded for it */
} TlObjectiveRow;

typedef struct
{
  double effort;   /* person-days, 0 when not recorded */
  double strength; /* of the strongest valid link */
  double sum;      /* of the strengths of its valid links */
  TlStanding standing;
  int origin;   /* as tl_item_get_choice() has it */
  int category; /* likewise */
  int status;   /* likewise */
  guint has_effort : 1;
  guint is_key : 1;
  guint has_outcome : 1; /* an outcome measure is recorded for it */
} TlProjectRow;

/* Both ends by their numbers; only one of objective and goal is anybody. */
typedef struct
{
  guint project;
  guint objective;
  guint goal;
  guint is_valid : 1;
  guint is_strong : 1;
  guint is_agreed : 1;  /* the day of a yes is recorded */
  guint has_reason : 1; /* how the one moves the other is recorded */
  TlDate created;
  double sigma;
  double contribution; /* percent, NaN when not recorded */
} TlLinkRow;

struct _TlAlignment
{
  gatomicrefcount ref_count;

  /* Owned. */
  TlWorkspace *workspace;
  TlRoll rolls[TL_N_ROLLS];
  TlItemNumbers numbers; /* of the items in all rolls */
  TlGoalRow *goals;
  TlObjectiveRow *objectives;
  TlProjectRow *projects;
  TlLinkRow *links;
  TlRelation objectives_of_goal;
  TlRelation causes_of_objective;
  TlRelation supporters_of_objective;
  TlRelation links_of_project;
  TlRelation valid_links_of_project;
  TlItem **ranked_goals;     /* each borrowed */
  TlItem **counted_projects; /* each borrowed */
  guint *counted_rows;       /* their numbers */

  guint64 revision;
  guint n_active_goals;
  guint n_counted;
  double goal_effort; /* person-days of all goals together */
};

void tl_alignment_build (TlAlignment *self);
const TlProjectRow *tl_alignment_get_counted_row (TlAlignment *self, guint index);
const guint *tl_alignment_get_row_links (TlAlignment *self, const TlProjectRow *row, guint *n);
const guint *tl_alignment_get_row_supporters (TlAlignment *self, TlItem *objective, guint *n);
TlItem *tl_alignment_get_row_project (TlAlignment *self, const TlLinkRow *row);
TlItem *tl_alignment_get_row_objective (TlAlignment *self, const TlLinkRow *row);
TlItem *tl_alignment_get_link_project (TlAlignment *self, TlItem *link);
TlItem *tl_alignment_get_link_objective (TlAlignment *self, TlItem *link);

G_END_DECLS
