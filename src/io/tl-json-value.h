/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-json-span.h"
#include "tl-value.h"

G_BEGIN_DECLS

typedef enum
{
  TL_JSON_FITS,
  TL_JSON_IS_WRONG_TYPE,
  TL_JSON_IS_NO_CHOICE,
  TL_JSON_IS_NO_DATE,
} TlJsonVerdict;

gboolean tl_json_is_string (const char *text, TlJsonSpan span);
char *tl_json_dup_string (const char *text, TlJsonSpan span);

TlJsonVerdict tl_json_to_value (const char *text,
                                TlJsonSpan span,
                                const TlFieldSpec *spec,
                                TlValue *value,
                                gsize *misfit);

G_END_DECLS
