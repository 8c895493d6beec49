/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define UI_PLAN_TODAY "2025-03-31"

/* A small plan, in a session: two goals, four objectives of which one is met, three projects of
 * which one serves an objective, one is tied to nothing and one is demanded by a rule. */
TlSession *ui_plan_new (void);
TlItem *ui_plan_get (TlSession *session, const char *id);
char *ui_plan_dump (TlSession *session);

#define UI_PLAN_READ_TODAY "2026-11-21"

/* A plan from a document in short: single quotes, and without the format. */
TlWorkspace *ui_plan_read (const char *text);
TlSession *ui_plan_open (const char *text);

G_END_DECLS
