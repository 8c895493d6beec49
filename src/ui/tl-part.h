/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-figure-items.h"

G_BEGIN_DECLS

#define TL_TYPE_PART (tl_part_get_type ())
G_DECLARE_FINAL_TYPE (TlPart, tl_part, TL, PART, GObject)

/* What a part of a chart is drawn as. */
typedef enum
{
  TL_PART_PLAIN, /* no drawing: a heading, or one of the items behind a part */
  TL_PART_RANK,  /* no bar, but the rank of a goal */
  TL_PART_GOAL,  /* a bar in the colour of a goal */
  TL_PART_KIND,  /* a bar as the chart of kinds of work has it */
  TL_PART_SHARE, /* a bar of what is done, in no colour that means anything */
  TL_PART_STEP,  /* no drawing: something to be done, which opening it does */
} TlPartLook;

#define TL_PART_MAX_ACTIONS 2

/* What a button does, and what stands on it. */
typedef struct
{
  char *name; /* detailed; NULL for no button */
  char *label;
} TlPartAction;

/* A line of figures with what is behind it: a part of a chart, or an item in it. Texts are for
 * people. */
struct _TlPart
{
  GObject parent_instance;

  /* Owned. */
  char *key; /* tells it from the others beside it */
  char *title;
  char *detail; /* (nullable): a quiet line under the title */
  char *number; /* (nullable) */
  char *note;   /* (nullable): what is wrong, with its sign */
  TlPartAction actions[TL_PART_MAX_ACTIONS];
  TlItem *item;      /* (nullable) */
  GListStore *parts; /* of TlPart: what it is made of */

  TlPartLook look;
  guint rank;          /* of the goal, from 1 */
  TlFigureId kind;     /* of work, as the figures of the mix have it */
  double share;        /* of the longest bar */
  double mark;         /* likewise; NaN for none */
  gboolean is_open;    /* what it is made of is in sight from the start */
  gboolean was_opened; /* or could have been: whoever shows it has seen to that */
};

TlPart *tl_part_new (const char *key, const char *title);
TlPart *tl_part_new_for (TlItem *item);
TlPart *tl_part_add (TlPart *self, TlPart *part);
guint tl_part_keep (TlPart *self, TlPart *part);
void tl_part_update (TlPart *self, TlPart *newer);
void tl_part_add_action (TlPart *self, const char *name, GVariant *target, const char *label);
char *tl_part_dup_words (TlPart *self);

G_END_DECLS
