/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-suggester.h"
#include "tl-words.h"

/* Which words of a text say what it is about. */

static void
append_word (const char *word, gpointer data)
{
  g_string_append_printf (data, "%s ", word);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } expected[] = {
    { NULL, "" },
    { "", "" },
    { "Radical Candor", "radical candor " },
    { "Win with AI, not for the sake of it", "with ai sake " },
    { "Five-week course (Q3)", "five week course q3 " },
    { "Größe zählt: ÄRGER", "größe zählt ärger " },
    { "  --  ", "" },
    { "a I of", "" },
  };
  g_autoptr (GString) scratch = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);

      tl_words_foreach (expected[i].text, scratch, append_word, found);
      g_assert_cmpstr (found->str, ==, expected[i].words);
    }
}

/* Which objective is suggested for P, and whether because it is alike. */

typedef struct
{
  const char *name;
  const char *goals;
  const char *objectives;
  const char *project;
  const char *found;
  gboolean is_alike;
} Case;

#define GOALS                                                                                      \
  "{'id':'G','priority':3,'weight':20},{'id':'H','priority':2,'weight':50},"                       \
  "{'id':'I','priority':1,'weight':20}"

/* clang-format off */
static const Case cases[] = {
  { "by-title", GOALS, "{'id':'O','goal':'G','title':'Managers coach'},{'id':'N','goal':'H'}", "'title':'Coach the leads'", "O", TRUE },
  { "by-audience", GOALS, "{'id':'O','goal':'G','audience':['field sales']},{'id':'N','goal':'H'}", "'audience':['Sales']", "O", TRUE },
  { "more-words", GOALS, "{'id':'O','goal':'H','title':'Coach sales'},{'id':'N','goal':'G','title':'Coach sales leads'}", "'title':'Leads who coach sales'", "N", TRUE },
  { "repeated-word", GOALS, "{'id':'O','goal':'H','title':'Coach, coach'},{'id':'N','goal':'G','title':'Sales leads'}", "'title':'Coach coach coach sales leads'", "N", TRUE },
  { "then-weight", GOALS, "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'H','title':'Coach'}", "'title':'Coach'", "N", TRUE },
  { "then-rank", GOALS, "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'I','title':'Coach'}", "'title':'Coach'", "N", TRUE },
  { "then-document", GOALS, "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'G','title':'Coach'}", "'title':'Coach'", "O", TRUE },
  { "not-alike", GOALS, "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'H','title':'Sell'}", "'title':'Radical Candor'", "N", FALSE },
  { "no-title", GOALS, "{'id':'O','goal':'G'}", "'title':'Radical Candor'", "O", FALSE },
  { "closed", GOALS, "{'id':'O','goal':'G','title':'Coach','status':'closed'},{'id':'N','goal':'G'}", "'title':'Coach'", "N", FALSE },
  { "role-no", "{'id':'G','learningRole':'no'},{'id':'H'}", "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'H'}", "'title':'Coach'", "N", FALSE },
  { "retired", "{'id':'G','status':'retired'},{'id':'H'}", "{'id':'O','goal':'G','title':'Coach'},{'id':'N','goal':'H'}", "'title':'Coach'", "N", FALSE },
  { "none-left", GOALS, "{'id':'X','goal':'G'}", "'title':'Coach'", NULL, FALSE },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *document = g_strdup_printf (
      "{'goals':[%s],'objectives':[%s],'projects':[{'id':'P',%s},{'id':'Q','status':'live'}],"
      "'links':[{'id':'L','project':'Q'%s}]}",
      test->goals, test->objectives, test->project, test->found == NULL ? ",'target':'X'" : "");
  g_autoptr (TlWorkspace) workspace = sample_read_text (document);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_autoptr (TlSuggester) suggester = tl_suggester_new (alignment);
  TlItem *project = tl_workspace_lookup (workspace, "P");

  /* The second answer is that of the first: asking leaves no trace. */
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_alike;
      TlItem *found = tl_suggester_find (suggester, project, &is_alike);

      g_assert_cmpstr (found != NULL ? tl_item_get_id (found) : NULL, ==, test->found);
      g_assert_cmpint (is_alike, ==, test->is_alike);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/suggester/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
