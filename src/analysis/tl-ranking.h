/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* By what something that exists may fit what is asked for. */
typedef enum
{
  TL_RANKING_WORDS, /* of all that is said */
  TL_RANKING_AUDIENCE,
  TL_RANKING_TOPICS, /* and skills */
  TL_N_RANKING_PARTS,
} TlRankingPart;

/* What is asked for; all borrowed, and each may be missing. */
typedef struct
{
  const char *text;
  const char *const *audience;
  const char *const *topics;
} TlRankingQuery;

/* Something that exists, and why it may fit. */
typedef struct
{
  TlItem *item;                      /* borrowed from the workspace: a solution or a project */
  double score;                      /* 0 to 1 */
  double parts[TL_N_RANKING_PARTS];  /* 0 to 1; NaN: nothing was asked */
  char **shared[TL_N_RANKING_PARTS]; /* words of the query, those that say most first */
} TlRankingHit;

/* An index of the solutions, and of the projects that are counted or done, at one revision. */
typedef struct _TlRanking TlRanking;

TlRanking *tl_ranking_new (TlAlignment *alignment);
void tl_ranking_free (TlRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRanking, tl_ranking_free)

guint64 tl_ranking_get_revision (TlRanking *self);
GPtrArray *tl_ranking_find (TlRanking *self, const TlRankingQuery *query, guint n_most);
GPtrArray *tl_ranking_find_for_request (TlRanking *self, TlItem *request, guint n_most);

G_END_DECLS
