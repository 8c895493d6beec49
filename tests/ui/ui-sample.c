/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-sample.h"

GFile *
ui_sample_get_file (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples",
                                            "software-company.throughline.json", NULL);

  return g_file_new_for_path (path);
}

TlSession *
ui_sample_open (void)
{
  g_autoptr (GFile) file = ui_sample_get_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = NULL;

  g_setenv ("THROUGHLINE_TODAY", "2026-01-15", TRUE);
  document = tl_document_load (file, NULL, &error);
  g_assert_no_error (error);
  return tl_session_new (document);
}

TlItem *
ui_sample_get (TlSession *session, const char *id)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (session), id);

  g_assert_nonnull (item);
  return item;
}

TlItem *
ui_sample_link (TlSession *session, const char *project, const char *target)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *link;

  tl_workspace_begin (workspace, "Link");
  link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);
  tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, ui_sample_get (session, project), NULL);
  tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, ui_sample_get (session, target), NULL);
  tl_workspace_commit (workspace);
  return link;
}
