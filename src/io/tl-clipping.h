/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

#define TL_CLIPPING_MEDIA_TYPE "application/vnd.throughline.clipping+json"

#define TL_CLIPPING_ERROR (tl_clipping_error_quark ())
GQuark tl_clipping_error_quark (void);

typedef enum
{
  TL_CLIPPING_ERROR_NEWER, /* from a later version of this program */
  TL_CLIPPING_ERROR_EMPTY, /* nothing in it stands for itself */
} TlClippingError;

/* Items on their way from one place to another: a workspace of its own, which is written and read
 * like any. It has the items, what is nothing without them (causes, measures, the links among
 * them), and, as companions that lend their titles, what they refer to. */
TlWorkspace *tl_clipping_new (GPtrArray *items);
TlWorkspace *tl_clipping_read (GBytes *bytes, GError **error);
gboolean tl_clipping_is_companion (TlItem *item);
guint tl_clipping_get_n_items (TlWorkspace *clipping);
GPtrArray *tl_clipping_put (TlWorkspace *clipping, TlWorkspace *target, GError **error);

G_END_DECLS
