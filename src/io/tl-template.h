/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* A plan to begin from, which comes with the program. Texts are for the accessor functions, which
 * translate. */
typedef struct
{
  const char *name; /* on the command line, and of its file */
  const char *title;
  const char *summary; /* one line */
} TlTemplate;

/* The one that shows everything. */
#define TL_TEMPLATE_SAMPLE "regional-railway"

guint tl_template_get_n_templates (void);
const TlTemplate *tl_template_get (guint index);
const TlTemplate *tl_template_find (const char *name);
const char *tl_template_get_title (const TlTemplate *self);
const char *tl_template_get_summary (const TlTemplate *self);
GBytes *tl_template_get_bytes (const TlTemplate *self);
TlWorkspace *tl_template_create (const TlTemplate *self);

G_END_DECLS
