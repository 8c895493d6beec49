/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_PICKER_ENTRY (tl_picker_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlPickerEntry, tl_picker_entry, TL, PICKER_ENTRY, GObject)

/* Something among what can be picked, in words: an item, or what is known to the caller. */
TlPickerEntry *tl_picker_entry_new (TlSession *session, TlItem *item, const char *reason);
TlPickerEntry *tl_picker_entry_new_under_goal (TlItem *objective, const char *reason);
TlPickerEntry *tl_picker_entry_new_to_go_to (TlItem *item);
TlPickerEntry *tl_picker_entry_new_plain (GObject *subject,
                                          const char *group,
                                          const char *name,
                                          const char *detail,
                                          const char *other_names);
void tl_picker_entry_set_keys (TlPickerEntry *self, const char *keys);
void tl_picker_entry_set_marked (TlPickerEntry *self, gboolean is_marked);
void tl_picker_entry_refuse (TlPickerEntry *self, const char *reason);

gpointer tl_picker_entry_get_subject (TlPickerEntry *self);
TlItem *tl_picker_entry_get_item (TlPickerEntry *self);
const char *tl_picker_entry_get_title (TlPickerEntry *self);
const char *tl_picker_entry_get_detail (TlPickerEntry *self);
const char *tl_picker_entry_get_reason (TlPickerEntry *self);
const char *tl_picker_entry_get_keys (TlPickerEntry *self);
guint tl_picker_entry_get_rank (TlPickerEntry *self);
gboolean tl_picker_entry_is_marked (TlPickerEntry *self);
gboolean tl_picker_entry_is_refused (TlPickerEntry *self);
char *tl_picker_entry_dup_spoken (TlPickerEntry *self);

gboolean tl_picker_entry_search (TlPickerEntry *self, const char *const *folded_words);
guint tl_picker_entry_get_score (TlPickerEntry *self);

G_END_DECLS
