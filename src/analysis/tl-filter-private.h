/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter-lex.h"
#include "tl-filter-names.h"
#include "tl-fold.h"

G_BEGIN_DECLS

typedef struct _TlFilterTest TlFilterTest;

/* One question about one field of one kind, or about something that is no field. */
struct _TlFilterTest
{
  gboolean (*is_met) (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
  TlKind kind; /* whose items it is about; TL_KIND_ITEM for all */
  TlField field;
  TlFilterSpecial special;
  double from; /* of numbers and days, both ends in */
  double to;
  int choice; /* also a severity */
  char *id;
  TlNeedle needle;      /* its text is NULL where anything will do */
  gboolean is_relative; /* days are counted from today */
  gboolean is_whole;    /* the text is what is looked for, and does not only contain it */
};

typedef enum
{
  TL_NODE_ALL,
  TL_NODE_ANY,
  TL_NODE_NOT,
  TL_NODE_WORD,
  TL_NODE_STATE,
  TL_NODE_TESTS, /* any of them, by those that are about the item's kind */
} TlFilterNodeType;

typedef struct
{
  TlFilterNodeType type;
  GPtrArray *children; /* of TlFilterNode */
  TlNeedle needle;
  const TlFilterState *state;
  GArray *tests;       /* of TlFilterTest */
  gboolean is_refused; /* none of the tests, and yet there is one about the item's kind */
} TlFilterNode;

TlFilterNode *tl_filter_node_new (TlFilterNodeType type);
void tl_filter_node_free (TlFilterNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFilterNode, tl_filter_node_free)

TlFilterNode *
tl_filter_parse (const char *text, TlFilterFlags flags, TlFilterSpan *where, GError **error);

gboolean tl_filter_node_matches (const TlFilterNode *node,
                                 TlFilterFlags flags,
                                 TlAnalysis *analysis,
                                 TlItem *item);

/* Tests from a name, an operator and a value. */
gboolean tl_filter_add_tests (GArray *tests,
                              const TlFilterName *name,
                              TlFilterFlags flags,
                              TlOperator op,
                              const char *value,
                              GError **error);
gboolean
tl_filter_add_presence (GArray *tests, TlFilterFlags flags, const char *value, GError **error);
void tl_filter_test_clear (gpointer data);
gboolean tl_filter_test_is_about (const TlFilterTest *self, TlItem *item);
const TlFilterName *tl_filter_require_name (const char *text, GError **error);

/* Days of a year, a quarter, a month, a day, or today. */
gboolean tl_filter_read_days (const char *text, TlDate *from, TlDate *to, gboolean *is_today);

gboolean tl_filter_meets_choice (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_kind (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_number (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_value (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_date (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_text (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_ref (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_relation (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_rule (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_severity (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_meets_id (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);
gboolean tl_filter_is_recorded (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item);

G_END_DECLS
