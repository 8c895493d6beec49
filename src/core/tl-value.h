/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-date.h"
#include "tl-schema.h"

G_BEGIN_DECLS

typedef enum
{
  TL_VALUE_UNSET,
  TL_VALUE_TEXT,   /* text, prose, a reference's id, data */
  TL_VALUE_NUMBER, /* number, integer */
  TL_VALUE_DATE,
  TL_VALUE_CHOICE, /* choice, flag, tri: the index of the choice */
  TL_VALUE_WORDS,  /* words, ids of references */
} TlValueForm;

/* What one field of one item holds. It owns what it points to: copy with tl_value_copy(), end with
 * tl_value_clear(). Text and lists are shared between copies and never change. */
typedef struct
{
  TlValueForm form;
  union
  {
    char *text; /* a GRefString */
    double number;
    TlDate date;
    int choice;
    GStrv words; /* in a reference-counted box, NULL-terminated, never empty */
  };
} TlValue;

#define TL_VALUE_INIT ((TlValue) { TL_VALUE_UNSET, { NULL } })

TlValue tl_value_from_text (const char *text);
TlValue tl_value_from_text_len (const char *text, gssize length);
TlValue tl_value_from_number (double number);
TlValue tl_value_from_date (TlDate date);
TlValue tl_value_from_choice (int choice);
TlValue tl_value_from_words (const char *const *words);

TlValue tl_value_copy (const TlValue *value);
void tl_value_clear (TlValue *value);
gboolean tl_value_equal (const TlValue *a, const TlValue *b);
TlValueForm tl_field_get_form (TlField field);
char *tl_value_to_display (const TlValue *value, TlField field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlValue, tl_value_clear)

G_END_DECLS
