/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_JSON_COLUMNS 100 /* that a list of plain values may fill before it gets a line each */

/* Canonical JSON text in the making: two spaces a level, one member a line, a final newline. */
typedef struct _TlJsonOutput TlJsonOutput;

TlJsonOutput *tl_json_output_new (void);
void tl_json_output_free (TlJsonOutput *self);
GBytes *tl_json_output_free_to_bytes (TlJsonOutput *self);

void tl_json_output_begin_object (TlJsonOutput *self);
void tl_json_output_end_object (TlJsonOutput *self);
void tl_json_output_begin_array (TlJsonOutput *self);
void tl_json_output_end_array (TlJsonOutput *self);
void tl_json_output_name (TlJsonOutput *self, const char *name);
void tl_json_output_string (TlJsonOutput *self, const char *string);
void tl_json_output_number (TlJsonOutput *self, double number);
void tl_json_output_boolean (TlJsonOutput *self, gboolean boolean);
void tl_json_output_strings (TlJsonOutput *self, const char *const *strings);
void tl_json_output_json (TlJsonOutput *self, const char *json);

void tl_json_append_string (GString *text, const char *string);
void tl_json_append_number (GString *text, double number);
char *tl_json_compact (const char *json, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonOutput, tl_json_output_free)

G_END_DECLS
