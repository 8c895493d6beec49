/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-plan.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-reader.h"

#define TODAY "2026-11-21"

TlAnalysis *
export_plan_analyse (TlWorkspace *workspace)
{
  return tl_analysis_new (workspace, tl_date_parse (TODAY));
}

TlAnalysis *
export_plan_load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                 "software-company.throughline.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = tl_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return export_plan_analyse (result->workspace);
}

TlItem *
export_plan_add (TlWorkspace *workspace, TlKind kind, const char *title)
{
  g_autoptr (GError) error = NULL;
  TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, &error);

  g_assert_no_error (error);
  if (title != NULL)
    export_plan_set_text (item, TL_ITEM_TITLE, title);
  return item;
}

void
export_plan_set_text (TlItem *item, TlField field, const char *text)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_text (tl_item_get_workspace (item), item, field, text, &error);
  g_assert_no_error (error);
}

void
export_plan_set_number (TlItem *item, TlField field, double number)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_number (tl_item_get_workspace (item), item, field, number, &error);
  g_assert_no_error (error);
}

void
export_plan_set_choice (TlItem *item, TlField field, int choice)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_choice (tl_item_get_workspace (item), item, field, choice, &error);
  g_assert_no_error (error);
}

void
export_plan_set_ref (TlItem *item, TlField field, TlItem *target)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_ref (tl_item_get_workspace (item), item, field, target, &error);
  g_assert_no_error (error);
}

void
export_plan_set_date (TlItem *item, TlField field, const char *date)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_date (tl_item_get_workspace (item), item, field, tl_date_parse (date), &error);
  g_assert_no_error (error);
}

TlItem *
export_plan_add_goal (TlWorkspace *workspace, const char *title, double weight)
{
  TlItem *goal = export_plan_add (workspace, TL_KIND_GOAL, title);

  export_plan_set_number (goal, TL_GOAL_PRIORITY,
                          tl_workspace_get_n_items (workspace, TL_KIND_GOAL));
  if (weight > 0)
    export_plan_set_number (goal, TL_GOAL_WEIGHT, weight);
  return goal;
}

TlItem *
export_plan_add_objective (TlItem *goal, const char *title)
{
  TlItem *objective = export_plan_add (tl_item_get_workspace (goal), TL_KIND_OBJECTIVE, title);

  export_plan_set_ref (objective, TL_OBJECTIVE_GOAL, goal);
  return objective;
}

/* A counted project; without days when there are none. */
TlItem *
export_plan_add_project (TlWorkspace *workspace, const char *title, double days)
{
  TlItem *project = export_plan_add (workspace, TL_KIND_PROJECT, title);

  export_plan_set_choice (project, TL_PROJECT_STATUS, TL_STATUS_LIVE);
  export_plan_set_choice (project, TL_PROJECT_ORIGIN, TL_ORIGIN_REQUEST);
  if (days > 0)
    export_plan_set_number (project, TL_PROJECT_EFFORT, days);
  return project;
}

void
export_plan_link (TlItem *project, TlItem *target)
{
  TlItem *link = export_plan_add (tl_item_get_workspace (project), TL_KIND_LINK, NULL);

  export_plan_set_ref (link, TL_LINK_PROJECT, project);
  export_plan_set_ref (link, TL_LINK_TARGET, target);
  export_plan_set_choice (link, TL_LINK_STRENGTH, TL_STRENGTH_STRONG);
}

static GBytes *
make (TlAnalysis *analysis, const char *what, const char *extension, TlExportFlags flags)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_export (analysis, what, extension, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

GBytes *
export_make (TlAnalysis *analysis, const char *what, const char *extension)
{
  return make (analysis, what, extension, TL_EXPORT_PUBLIC);
}

GBytes *
export_make_private (TlAnalysis *analysis, const char *what, const char *extension)
{
  return make (analysis, what, extension, TL_EXPORT_WITH_PRIVATE);
}

static char *
write_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("throughline-XXXXXX", &error);
  char *path = g_build_filename (directory, "export", NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (directory);
}

char *
export_run_tool (GBytes *bytes, const char *const *arguments)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s is not installed", arguments[0]);

      g_test_skip (message);
      return NULL;
    }
  path = write_file (bytes);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv,
                     (gpointer) (strcmp (arguments[i], EXPORT_FILE) == 0 ? path : arguments[i]));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  remove_file (path);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&output);
}

/* All words of a PDF in the order in which they were drawn, one space between them. */
char *
export_read_text (GBytes *pdf)
{
  const char *const arguments[] = { "pdftotext", "-raw", "-enc", "UTF-8", EXPORT_FILE, "-", NULL };
  g_autofree char *raw = export_run_tool (pdf, arguments);
  g_autoptr (GString) text = g_string_new (NULL);

  if (raw == NULL)
    return NULL;
  for (const char *c = raw; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (text, g_utf8_get_char (c));
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
export_count_lines (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\n')
      n++;
  return n;
}

/* Returns 0 and skips the test when that cannot be told. */
guint
export_count_pages (GBytes *pdf)
{
  const char *const arguments[] = { "pdfinfo", EXPORT_FILE, NULL };
  g_autofree char *text = export_run_tool (pdf, arguments);
  const char *line = text != NULL ? strstr (text, "Pages:") : NULL;

  return line != NULL ? (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10) : 0;
}

/* Whether the first words of a title stand in a text; a card may cut off the rest. */
gboolean
export_has_words (const char *text, const char *words)
{
  const glong n_kept = 22;
  g_autofree char *start = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), n_kept));
  char *last_space = strrchr (start, ' ');

  if (strlen (start) < strlen (words) && last_space != NULL)
    *last_space = '\0';
  return strstr (text, start) != NULL;
}
