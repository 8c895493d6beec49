/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_PAIR (tl_silo_pair_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloPair, tl_silo_pair, TL, SILO_PAIR, GObject)

/* Which pairs are listed. */
typedef enum
{
  TL_SILO_ALL,
  TL_SILO_ALIKE,
  TL_SILO_MIXED,
  TL_SILO_WAIVED,
  TL_N_SILO_FILTERS,
} TlSiloFilter;

/* Two projects about which something was found, as a row of a list that stays the same row while
 * what is found changes. Texts are for people. Signal: "changed". */
struct _TlSiloPair
{
  GObject parent_instance;

  /* Owned. */
  char *key;        /* tells it from other pairs */
  TlItem *items[2]; /* in the order of the document */
  char *names[2];
  char *units;        /* for whom they are, and whether that is for two */
  char *percent;      /* how alike they are */
  char *likeness;     /* the same in words */
  char *saving;       /* (nullable): days */
  GPtrArray *rules;   /* of ids, borrowed from the table: the checks that tell of it */
  GPtrArray *waivers; /* of TlItem: what keeps others from telling */

  double score;
  guint is_duplicate : 1;
  guint is_mixed : 1;
  guint is_hint : 1;   /* too little is recorded to be sure that they are alike */
  guint is_waived : 1; /* no check tells of it any more */
};

GListStore *tl_silo_pair_list (TlSession *session);
char *tl_silo_pair_dup_key (const char *id, const char *other);
gboolean tl_silo_pair_passes (TlSiloPair *self, TlSiloFilter filter);
gboolean tl_silo_pair_is_there (TlSiloPair *self);
void tl_silo_pair_take_over (TlSiloPair *self, TlSiloPair *newer);
const char *tl_silo_pair_get_sort (TlSiloPair *self);
char *tl_silo_pair_dup_words (TlSiloPair *self);

G_END_DECLS
