/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-reader.h"
#include "tl-template.h"
#include "tl-writer.h"

/* The plans to begin from are right, and written as the program writes. */

static void
test_documents (void)
{
  for (guint i = 0; i < tl_template_get_n_templates (); i++)
    {
      g_autoptr (GBytes) bytes = tl_template_get_bytes (tl_template_get (i));
      g_autoptr (GError) error = NULL;
      g_autoptr (TlReadResult) result = tl_read_bytes (bytes, &error);
      g_autoptr (GBytes) written = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (result->repairs->len, ==, 0);
      g_assert_false (result->is_newer);
      written = tl_write_bytes (result->workspace);
      g_assert_true (g_bytes_equal (bytes, written));
    }
}

/* Each is a workspace of one's own: to change one changes no other. */
static void
test_create (void)
{
  const TlTemplate *template = tl_template_find (TL_TEMPLATE_SAMPLE);
  g_autoptr (TlWorkspace) first = tl_template_create (template);
  g_autoptr (TlWorkspace) second = tl_template_create (template);
  guint n = tl_workspace_get_n_items (first, TL_KIND_GOAL);

  g_assert_cmpuint (n, >, 0);
  g_assert_false (tl_workspace_is_read_only (first));
  tl_workspace_remove (first, tl_workspace_get_item (first, TL_KIND_GOAL, 0));
  g_assert_cmpuint (tl_workspace_get_n_items (second, TL_KIND_GOAL), ==, n);
}

/* The sample has something of every kind that a person records. */
static void
test_kinds (void)
{
  static const TlKind kinds[]
      = { TL_KIND_UNIT,    TL_KIND_PERSON,  TL_KIND_THEME,    TL_KIND_GOAL,    TL_KIND_OBJECTIVE,
          TL_KIND_CAUSE,   TL_KIND_PROJECT, TL_KIND_LINK,     TL_KIND_REQUEST, TL_KIND_SOLUTION,
          TL_KIND_MEASURE, TL_KIND_INSIGHT, TL_KIND_DECISION, TL_KIND_WAIVER,  TL_KIND_NOTE };
  g_autoptr (TlWorkspace) sample = tl_template_create (tl_template_find (TL_TEMPLATE_SAMPLE));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", tl_kind_get_label (kinds[i]));
      g_assert_cmpuint (tl_workspace_get_n_items (sample, kinds[i]), >, 0);
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < tl_template_get_n_templates (); i++)
    {
      const TlTemplate *template = tl_template_get (i);

      g_assert_true (tl_template_find (template->name) == template);
      g_assert_cmpstr (tl_template_get_title (template), !=, "");
      g_assert_cmpstr (tl_template_get_summary (template), !=, "");
    }
  g_assert_null (tl_template_find ("nothing"));
  g_assert_null (tl_template_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/documents", test_documents);
  g_test_add_func ("/template/create", test_create);
  g_test_add_func ("/template/kinds", test_kinds);
  g_test_add_func ("/template/table", test_table);

  return g_test_run ();
}
