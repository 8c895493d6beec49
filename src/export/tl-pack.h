/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"
#include "tl-sheets.h"

G_BEGIN_DECLS

/* What the pages of the leadership summary share; all borrowed for the time of composing. */
typedef struct
{
  TlAnalysis *analysis;
  TlWorkspace *workspace;
  TlAlignment *alignment;
  const TlFigures *figures;
  const TlTheme *theme;
  TlSheets *sheets;
  gboolean with_private; /* tells of partnerships, too */
} TlPack;

void tl_pack_init (TlPack *self, TlAnalysis *analysis, TlSheets *sheets, TlExportFlags flags);

/* The pages, in their order: each function adds one or more. */
void tl_pack_add_summary (const TlPack *pack);
void tl_pack_add_goals (const TlPack *pack);
void tl_pack_add_map (const TlPack *pack);
void tl_pack_add_effort (const TlPack *pack);
void tl_pack_add_findings (const TlPack *pack);
void tl_pack_add_partners (const TlPack *pack);

/* Goals, as every page tells them. */
TlItem *const *tl_pack_get_goals (const TlPack *pack, guint *n_goals);
guint tl_pack_count_open_goals (const TlPack *pack, guint *n_covered);
guint tl_pack_count_covered (const TlPack *pack, TlItem *goal, guint *n_active);
guint tl_pack_count_projects (const TlPack *pack, TlItem *goal);
gboolean tl_pack_has_finding (const TlPack *pack, TlItem *item, const char *rule);
double tl_pack_get_gap (const TlPack *pack, TlItem *goal);
TlItem *tl_pack_find_widest_gap (const TlPack *pack, gboolean over);

/* Findings that may be told to others. */
gboolean tl_pack_shows (const TlPack *pack, const TlFinding *finding);
guint tl_pack_count_findings (const TlPack *pack);

G_END_DECLS
