/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-value.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM (tl_item_get_type ())
G_DECLARE_FINAL_TYPE (TlItem, tl_item, TL, ITEM, GObject)

typedef struct _TlWorkspace TlWorkspace;

/* A member that this version does not know, kept for the next writer. */
typedef struct
{
  int anchor;        /* slot of the known field that it stood behind, -1 at the head */
  const char *group; /* the object it stood in ("period"), NULL for the item itself */
  const char *name;
  const char *json; /* its value */
} TlExtra;

TlKind tl_item_get_kind (TlItem *self);
const char *tl_item_get_id (TlItem *self);
const char *tl_item_get_title (TlItem *self);
TlWorkspace *tl_item_get_workspace (TlItem *self);
guint64 tl_item_get_revision (TlItem *self);

gboolean tl_item_is_set (TlItem *self, TlField field);
const TlValue *tl_item_get_value (TlItem *self, TlField field);
const char *tl_item_get_text (TlItem *self, TlField field);
double tl_item_get_number (TlItem *self, TlField field);
TlDate tl_item_get_date (TlItem *self, TlField field);
int tl_item_get_choice (TlItem *self, TlField field);
gboolean tl_item_get_flag (TlItem *self, TlField field);
const char *const *tl_item_get_words (TlItem *self, TlField field);
TlItem *tl_item_get_ref (TlItem *self, TlField field);
GPtrArray *tl_item_dup_refs (TlItem *self, TlField field);

guint tl_item_get_n_referrers (TlItem *self);
TlItem *tl_item_get_referrer (TlItem *self, guint index, TlField *field);

guint tl_item_get_n_extras (TlItem *self);
const TlExtra *tl_item_get_extra (TlItem *self, guint index);
void
tl_item_add_extra (TlItem *self, int anchor, const char *group, const char *name, const char *json);

G_END_DECLS
