/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

typedef void (*TlWordFunc) (const char *word, gpointer data);

void tl_words_foreach (const char *text, GString *scratch, TlWordFunc func, gpointer data);
void
tl_words_foreach_of (TlItem *item, TlField list, GString *scratch, TlWordFunc func, gpointer data);

G_END_DECLS
