/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "tl-color.h"

G_BEGIN_DECLS

/* What a text is for decides its size, weight and line height; see the table in tl-text.c. */
typedef enum
{
  TL_TEXT_DETAIL,   /* 11: the quiet line */
  TL_TEXT_STRONG,   /* 11 bold: badges, chips, signs */
  TL_TEXT_BODY,     /* 13 */
  TL_TEXT_TITLE,    /* 13 semibold: the title of a card */
  TL_TEXT_HEADING,  /* 15 bold: the head of a column */
  TL_TEXT_HEADLINE, /* 20 bold: the head of a page */
  TL_TEXT_DISPLAY,  /* 32 bold: a figure to be read from afar */
  TL_N_TEXT_ROLES
} TlTextRole;

typedef enum
{
  TL_ALIGN_START, /* left in left-to-right text, right in right-to-left text */
  TL_ALIGN_CENTER,
  TL_ALIGN_END,
} TlAlign;

/* A text as the scene wants it; strings are borrowed. Lengths in map units. */
typedef struct
{
  const char *string;
  const char *suffix;    /* (nullable): follows in the detail role */
  gboolean suffix_below; /* on a line of its own instead of the same one */
  TlTextRole role;
  TlAlign align;
  double width;  /* lines break or end in an ellipsis here; 0 for one line of any length */
  int max_lines; /* what is longer ends in an ellipsis; 0 counts as 1 */
  TlColor color;
  TlColor suffix_color;
} TlText;

double tl_text_role_get_size (TlTextRole role);
double tl_text_role_get_line_height (TlTextRole role);
PangoWeight tl_text_role_get_weight (TlTextRole role);
const char *tl_text_get_default_families (void);
void tl_text_setup_context (PangoContext *context);

double tl_text_estimate_width (const char *string, TlTextRole role);
gsize tl_text_estimate_fit (const char *string, TlTextRole role, double width);
int tl_text_estimate_lines (const char *string, TlTextRole role, double width, int max_lines);

char *tl_text_clamp (const char *string, int max_characters);
PangoLayout *tl_text_create_layout (PangoContext *context, const TlText *text);

G_END_DECLS
