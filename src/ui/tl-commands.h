/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_COMMAND_ERROR (tl_command_error_quark ())
GQuark tl_command_error_quark (void);

typedef enum
{
  TL_COMMAND_ERROR_TITLE,  /* a title with nothing in it */
  TL_COMMAND_ERROR_KIND,   /* the two cannot be linked */
  TL_COMMAND_ERROR_LINKED, /* they are linked already */
  TL_COMMAND_ERROR_CLOSED, /* the target is no longer active */
  TL_COMMAND_ERROR_GATE,   /* a solution is named before the gap is known, without a reason */
} TlCommandError;

/* What a user does to the plan, each one transaction with a label and the right words. No widgets
 * here: menus, keys, gestures and the inspector all come through these. What is to be selected or
 * revealed afterwards is for the caller. */
TlItem *tl_command_add (TlSession *session, TlKind kind, const char *title);
TlItem *tl_command_add_goal (TlSession *session, const char *title);
TlItem *tl_command_add_objective (TlSession *session, TlItem *goal, const char *title);
TlItem *tl_command_add_project (TlSession *session, TlItem *target, const char *title);
gboolean tl_command_rename (TlSession *session, TlItem *item, const char *title, GError **error);
gboolean tl_command_put_field (TlSession *session,
                               TlItem *item,
                               TlField field,
                               const TlValue *value,
                               GError **error);
gboolean tl_command_set_field (TlSession *session,
                               TlItem *item,
                               TlField field,
                               const TlValue *value,
                               GError **error);
void tl_command_delete (TlSession *session, GPtrArray *items);
gboolean tl_command_stop (TlSession *session, TlItem *project, GError **error);
gboolean tl_command_return_to_analysis (TlSession *session, TlItem *project, GError **error);

gboolean
tl_command_check_link (TlSession *session, TlItem *project, TlItem *target, GError **error);
gboolean tl_command_can_link (TlSession *session, TlItem *project, TlItem *target);
TlItem *tl_command_put_link (TlSession *session, TlItem *project, TlItem *target, GError **error);
TlItem *tl_command_link (TlSession *session, TlItem *project, TlItem *target, GError **error);
TlItem *tl_command_write_objective (TlSession *session, TlItem *item, const char *title);
gboolean tl_command_set_strength (TlSession *session, TlItem *link, int strength, GError **error);

/* One sentence for a screen reader and a tooltip: "Project, Field certification, serves 2
 * objectives". */
char *tl_item_describe (TlSession *session, TlItem *item);

G_END_DECLS
