/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* What is asked for by name, but is no field. */
typedef enum
{
  TL_SPECIAL_NONE,
  TL_SPECIAL_KIND,
  TL_SPECIAL_SERVES,
  TL_SPECIAL_GOAL,
  TL_SPECIAL_OBJECTIVE,
  TL_SPECIAL_RULE,
  TL_SPECIAL_SEVERITY,
  TL_SPECIAL_HAS,
  TL_SPECIAL_NO,
  TL_SPECIAL_ID,
} TlFilterSpecial;

/* A name that may stand before an operator, and the fields of all kinds that it stands for. */
typedef struct
{
  char *shown;
  TlFilterSpecial special;
  GArray *fields; /* of TlField */
} TlFilterName;

/* One word that says how something stands: unaligned, covered, flagged… */
typedef struct
{
  const char *name;
  const char *label;
  const char *help;
  gboolean (*is) (TlAnalysis *analysis, TlItem *item);
} TlFilterState;

const TlFilterName *tl_filter_name_find (const char *text);
GPtrArray *tl_filter_name_get_all (void);
char *tl_filter_name_describe (const TlFilterName *self);
gboolean tl_filter_name_is_one (const TlFilterName *self, TlFieldType type);

const TlFilterState *tl_filter_state_find (const char *text);
const TlFilterState *tl_filter_state_get (guint index);
const char *tl_filter_state_get_label (const TlFilterState *self);
const char *tl_filter_state_get_help (const TlFilterState *self);

char *tl_filter_make_key (const char *text);
const char *tl_filter_find_nearest (const char *text, GPtrArray *names);

G_END_DECLS
