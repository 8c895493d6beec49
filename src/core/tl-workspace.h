/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"
#include "tl-transaction.h"

G_BEGIN_DECLS

#define TL_TYPE_WORKSPACE (tl_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TlWorkspace, tl_workspace, TL, WORKSPACE, GObject)

#define TL_WORKSPACE_ERROR (tl_workspace_error_quark ())
GQuark tl_workspace_error_quark (void);

typedef enum
{
  TL_WORKSPACE_ERROR_FORM,      /* a value of another type than the field's */
  TL_WORKSPACE_ERROR_RANGE,     /* outside the field's range, or not whole */
  TL_WORKSPACE_ERROR_CHOICE,    /* no such choice */
  TL_WORKSPACE_ERROR_DATE,      /* no such day */
  TL_WORKSPACE_ERROR_DANGLING,  /* nothing of a fitting kind has that id */
  TL_WORKSPACE_ERROR_CYCLE,     /* an item would become its own ancestor */
  TL_WORKSPACE_ERROR_ID,        /* an id that is empty or taken */
  TL_WORKSPACE_ERROR_READ_ONLY, /* the workspace cannot be changed */
} TlWorkspaceError;

#define TL_POSITION_END G_MAXUINT

TlWorkspace *tl_workspace_new (void);

/* Reading. */
guint64 tl_workspace_get_revision (TlWorkspace *self);
TlItem *tl_workspace_get_root (TlWorkspace *self);
TlItem *tl_workspace_get_settings (TlWorkspace *self);
double tl_workspace_get_setting (TlWorkspace *self, TlField field);
TlItem *tl_workspace_lookup (TlWorkspace *self, const char *id);
guint tl_workspace_get_n_items (TlWorkspace *self, TlKind kind);
TlItem *tl_workspace_get_item (TlWorkspace *self, TlKind kind, guint position);
guint tl_workspace_get_position (TlWorkspace *self, TlItem *item);
gboolean tl_workspace_is_empty (TlWorkspace *self);
gboolean tl_workspace_is_read_only (TlWorkspace *self);
void tl_workspace_set_read_only (TlWorkspace *self, gboolean read_only);

/* Changing. A change outside of a transaction is a transaction of its own. */
void tl_workspace_begin (TlWorkspace *self, const char *label);
void tl_workspace_begin_merging (TlWorkspace *self, const char *label, const char *merge_key);
void tl_workspace_commit (TlWorkspace *self);
void tl_workspace_rollback (TlWorkspace *self);
gboolean tl_workspace_finish (TlWorkspace *self, gboolean is_done);
gboolean tl_workspace_is_in_transaction (TlWorkspace *self);

TlItem *
tl_workspace_add (TlWorkspace *self, TlKind kind, const char *id, guint position, GError **error);
void tl_workspace_remove (TlWorkspace *self, TlItem *item);
void tl_workspace_move (TlWorkspace *self, TlItem *item, guint position);
gboolean tl_workspace_set (TlWorkspace *self,
                           TlItem *item,
                           TlField field,
                           const TlValue *value,
                           GError **error);
gboolean tl_workspace_check (TlWorkspace *self,
                             TlItem *item,
                             TlField field,
                             const TlValue *value,
                             GError **error);

gboolean tl_workspace_set_text (TlWorkspace *self,
                                TlItem *item,
                                TlField field,
                                const char *text,
                                GError **error);
gboolean tl_workspace_set_number (TlWorkspace *self,
                                  TlItem *item,
                                  TlField field,
                                  double number,
                                  GError **error);
gboolean
tl_workspace_set_date (TlWorkspace *self, TlItem *item, TlField field, TlDate date, GError **error);
gboolean tl_workspace_set_choice (TlWorkspace *self,
                                  TlItem *item,
                                  TlField field,
                                  int choice,
                                  GError **error);
gboolean tl_workspace_set_ref (TlWorkspace *self,
                               TlItem *item,
                               TlField field,
                               TlItem *target,
                               GError **error);
gboolean tl_workspace_set_words (TlWorkspace *self,
                                 TlItem *item,
                                 TlField field,
                                 const char *const *words,
                                 GError **error);

/* For the history and the reader. */
void tl_workspace_apply (TlWorkspace *self, TlTransaction *transaction);
void tl_workspace_begin_bulk (TlWorkspace *self);
void tl_workspace_end_bulk (TlWorkspace *self);

G_END_DECLS
