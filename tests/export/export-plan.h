/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

/* Plans to export: the sample, and such as a test needs. */
TlAnalysis *export_plan_load_sample (void);
TlAnalysis *export_plan_analyse (TlWorkspace *workspace);

TlItem *export_plan_add (TlWorkspace *workspace, TlKind kind, const char *title);
void export_plan_set_text (TlItem *item, TlField field, const char *text);
void export_plan_set_number (TlItem *item, TlField field, double number);
void export_plan_set_choice (TlItem *item, TlField field, int choice);
void export_plan_set_ref (TlItem *item, TlField field, TlItem *target);
void export_plan_set_date (TlItem *item, TlField field, const char *date);

TlItem *export_plan_add_goal (TlWorkspace *workspace, const char *title, double weight);
TlItem *export_plan_add_objective (TlItem *goal, const char *title);
TlItem *export_plan_add_project (TlWorkspace *workspace, const char *title, double days);
void export_plan_link (TlItem *project, TlItem *target);

/* Makes a file, which must succeed. */
GBytes *export_make (TlAnalysis *analysis, const char *what, const char *extension);
GBytes *export_make_private (TlAnalysis *analysis, const char *what, const char *extension);

/* What a tool prints about a file; @file stands in @arguments for its path. Skips the test and
 * returns NULL when the tool is not installed. */
#define EXPORT_FILE "@file"
char *export_run_tool (GBytes *bytes, const char *const *arguments);
char *export_read_text (GBytes *pdf);
guint export_count_lines (const char *text);
guint export_count_pages (GBytes *pdf);
gboolean export_has_words (const char *text, const char *words);
