/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* What there is to know of an item before one opens it, in words. Nothing private is in it. */
typedef struct
{
  char *standing;      /* kind and status */
  char *title;         /* in full */
  char *lead;          /* (nullable): how it leads to the mission */
  char *facts;         /* (nullable): who and how much, in one line */
  const char *related; /* (nullable): how it hangs together with those that follow */
  GPtrArray *others;   /* of char *: titles, at most a few, and how many more there are */
  GPtrArray *findings; /* of char *: each with its sign */
} TlEssentials;

TlEssentials *tl_essentials_new (TlSession *session, TlItem *item);
TlEssentials *tl_essentials_new_for_lane (TlSession *session, TlScene *scene, guint entry);
void tl_essentials_free (TlEssentials *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEssentials, tl_essentials_free)

char *tl_essentials_dup_spoken (const TlEssentials *self);

G_END_DECLS
