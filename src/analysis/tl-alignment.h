/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* What a project is to the goals. Only counted projects are anything but TL_STANDING_UNCOUNTED. */
typedef enum
{
  TL_STANDING_UNCOUNTED, /* an idea, or done, stopped or declined */
  TL_STANDING_ALIGNED,   /* a valid link to an objective */
  TL_STANDING_GOAL_ONLY, /* a link to an active goal, none to an objective that is active */
  TL_STANDING_CLOSED,    /* links, none of them to anything active */
  TL_STANDING_UNLINKED,  /* no link at all */
  TL_STANDING_MANDATE,   /* no link at all, and demanded by a rule: no alarm */
} TlStanding;

/* The derived answers at one revision of a workspace, immutable. Checks, figures, map and pack read
 * it and never walk the raw links again. Items are borrowed from the workspace, which it keeps
 * alive; an item that was added later is answered as one that is nothing. */
typedef struct _TlAlignment TlAlignment;

TlAlignment *tl_alignment_new (TlWorkspace *workspace);
TlAlignment *tl_alignment_ref (TlAlignment *self);
void tl_alignment_unref (TlAlignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAlignment, tl_alignment_unref)

TlWorkspace *tl_alignment_get_workspace (TlAlignment *self);
guint64 tl_alignment_get_revision (TlAlignment *self);

/* Projects. */
TlStanding tl_alignment_get_standing (TlAlignment *self, TlItem *project);
gboolean tl_alignment_is_counted (TlAlignment *self, TlItem *project);
gboolean tl_alignment_is_aligned (TlAlignment *self, TlItem *project);
gboolean tl_alignment_is_key (TlAlignment *self, TlItem *project);
double tl_alignment_get_effort (TlAlignment *self, TlItem *project);
double tl_alignment_get_strength (TlAlignment *self, TlItem *project);
TlItem *const *tl_alignment_get_links (TlAlignment *self, TlItem *project, guint *n_links);
TlItem *const *tl_alignment_get_valid_links (TlAlignment *self, TlItem *project, guint *n_links);
TlItem *const *tl_alignment_get_counted_projects (TlAlignment *self, guint *n_projects);

/* Objectives. Supporters are the valid links of counted projects; objectives come in document
 * order. */
gboolean tl_alignment_is_active_objective (TlAlignment *self, TlItem *objective);
gboolean tl_alignment_is_covered (TlAlignment *self, TlItem *objective);
TlItem *tl_alignment_get_goal (TlAlignment *self, TlItem *objective);
TlItem *const *tl_alignment_get_supporters (TlAlignment *self, TlItem *objective, guint *n_links);
TlItem *const *tl_alignment_get_causes (TlAlignment *self, TlItem *objective, guint *n_causes);

/* Goals. The rank counts active goals in order of priority, then of the document, from 1; 0 for
 * others. */
gboolean tl_alignment_is_active_goal (TlAlignment *self, TlItem *goal);
guint tl_alignment_get_rank (TlAlignment *self, TlItem *goal);
gboolean tl_alignment_is_top_goal (TlAlignment *self, TlItem *goal);
gboolean tl_alignment_is_goal_covered (TlAlignment *self, TlItem *goal);
double tl_alignment_get_goal_effort (TlAlignment *self, TlItem *goal);
double tl_alignment_get_goal_share (TlAlignment *self, TlItem *goal);
TlItem *const *tl_alignment_get_goals (TlAlignment *self, guint *n_goals);
TlItem *const *tl_alignment_get_objectives (TlAlignment *self, TlItem *goal, guint *n_objectives);

/* Links. */
double tl_link_get_sigma (TlItem *link);

G_END_DECLS
