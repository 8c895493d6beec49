/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

/* A way to mend a finding as things stand: what to do, and to which item. */
typedef struct
{
  TlItem *item; /* owned */
  TlFix fix;
  TlField field;
  gboolean is_of_two; /* the finding is about another item as well */
  TlItem *other;      /* owned, nullable: what the item is compared with */
} TlFindingFix;

GPtrArray *tl_finding_list_fixes (TlAlignment *alignment, const TlFinding *finding);
GPtrArray *tl_item_list_fixes (TlAlignment *alignment, const TlRule *rule, TlItem *item);
TlItem *tl_finding_fix_get_edited (TlAlignment *alignment, const TlFindingFix *self);
char *tl_finding_fix_dup_label (TlAlignment *alignment, const TlFindingFix *self);
void tl_finding_fix_run (GtkWidget *widget, TlSession *session, const TlFindingFix *self);

G_END_DECLS
