/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

#define TL_TITLES_MAX 1000        /* lines of a text that become items at a time */
#define TL_TITLES_MAX_LENGTH 1000 /* letters of a line that can be a title */

#define TL_TITLES_ERROR (tl_titles_error_quark ())
GQuark tl_titles_error_quark (void);

typedef enum
{
  TL_TITLES_ERROR_EMPTY, /* nothing but blanks */
  TL_TITLES_ERROR_MANY,  /* more lines than TL_TITLES_MAX */
  TL_TITLES_ERROR_LONG,  /* a line that is no title */
} TlTitlesError;

/* Items as a plain text: a title a line. */
char *tl_titles_from_items (GPtrArray *items);
GStrv tl_titles_parse (const char *text, GError **error);

G_END_DECLS
