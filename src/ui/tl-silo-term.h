/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-duplicates.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_TERM (tl_silo_term_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloTerm, tl_silo_term, TL, SILO_TERM, GtkWidget)

/* One of the things by which two projects are compared: what they share of it, and its part in the
 * score. */
GtkWidget *tl_silo_term_new (void);
void tl_silo_term_show (TlSiloTerm *self,
                        const TlPair *pair,
                        TlDuplicateTerm term,
                        const char *sentence);

G_END_DECLS
