/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A field of an item of the sample; words are lines of the text. */
typedef struct
{
  const char *array;
  const char *id;
  const char *field;
  const char *text; /* NULL for a number or a flag */
  double number;
} SampleRow;

extern const SampleRow sample_rows[];
extern const guint n_sample_rows;
