/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-schema.h"

G_BEGIN_DECLS

#define TL_FORMAT_NAME "throughline-workspace"
#define TL_FORMAT_VERSION 1
#define TL_FORMAT_SUFFIX ".throughline.json"
#define TL_FORMAT_MEDIA_TYPE "application/vnd.throughline+json"

/* Members of the document that are no fields of any kind. */
#define TL_FORMAT_MEMBER_FORMAT "format"
#define TL_FORMAT_MEMBER_VERSION "version"
#define TL_FORMAT_MEMBER_ID "id"

/* Where an unknown member stands: behind the field of a slot, before all of them, or, in the
 * document itself, behind the array of a kind. */
#define TL_FORMAT_ANCHOR_HEAD (-1)
#define TL_FORMAT_ANCHOR_KIND(kind) (TL_N_FIELDS + (int) (kind))

G_END_DECLS
