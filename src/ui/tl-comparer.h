/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-duplicates.h"

G_BEGIN_DECLS

#define TL_TYPE_COMPARER (tl_comparer_get_type ())
G_DECLARE_FINAL_TYPE (TlComparer, tl_comparer, TL, COMPARER, GObject)

/* Compares projects with each other, in a thread and as soon as the user pauses. What was
 * superseded meanwhile is dropped.
 *
 * Signal: "compared" (TlDuplicates *), in the main context: the answer to what was asked last. */
TlComparer *tl_comparer_new (void);
void tl_comparer_compare (TlComparer *self, TlAlignment *alignment);
gboolean tl_comparer_is_busy (TlComparer *self);
gboolean tl_comparer_is_working (TlComparer *self);

G_END_DECLS
