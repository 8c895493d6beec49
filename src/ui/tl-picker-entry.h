/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_PICKER_ENTRY (tl_picker_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlPickerEntry, tl_picker_entry, TL, PICKER_ENTRY, GObject)

/* An item among those to be picked, in words. */
TlPickerEntry *tl_picker_entry_new (TlSession *session, TlItem *item, const char *reason);
TlPickerEntry *tl_picker_entry_new_under_goal (TlItem *objective, const char *reason);
TlItem *tl_picker_entry_get_item (TlPickerEntry *self);
const char *tl_picker_entry_get_title (TlPickerEntry *self);
const char *tl_picker_entry_get_detail (TlPickerEntry *self);
const char *tl_picker_entry_get_reason (TlPickerEntry *self);
guint tl_picker_entry_get_rank (TlPickerEntry *self);
char *tl_picker_entry_dup_spoken (TlPickerEntry *self);
gboolean tl_picker_entry_matches (TlPickerEntry *self, const char *const *folded_words);
gboolean tl_picker_entry_matches_title (TlPickerEntry *self, const char *const *folded_words);

G_END_DECLS
