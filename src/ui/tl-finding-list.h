/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-analysis.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_LIST (tl_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingList, tl_finding_list, TL, FINDING_LIST, GObject)

/* A finding, or a waiver that hides none. */
typedef struct
{
  const TlFinding *finding; /* NULL for a waiver */
  TlItem *waiver;           /* borrowed; NULL for a finding */
} TlFindingEntry;

/* What is under a group: a list model whose nodes are made when somebody asks for them, because
 * there may be thousands of findings and room for twenty. */
TlFindingList *tl_finding_list_new (TlAnalysis *analysis);
void tl_finding_list_append (TlFindingList *self, const TlFinding *finding, TlItem *waiver);
void tl_finding_list_take_over (TlFindingList *self, TlFindingList *newer);
guint tl_finding_list_get_n_entries (TlFindingList *self);
const TlFindingEntry *tl_finding_list_get_entry (TlFindingList *self, guint index);

G_END_DECLS
