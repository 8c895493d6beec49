/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What to look for in folded text, and how. */
typedef struct
{
  char *text;
  gboolean begins_word; /* only where a word begins */
  gboolean ends_word;   /* only where a word ends */
} TlNeedle;

void tl_needle_init (TlNeedle *self, const char *text, gboolean is_exact);
void tl_needle_clear (TlNeedle *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlNeedle, tl_needle_clear)

gboolean tl_needle_is_in (const TlNeedle *self, const char *folded);

char *tl_fold (const char *text);
void tl_fold_append (GString *folded, const char *text);

G_END_DECLS
