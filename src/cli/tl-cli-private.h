/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-cli.h"
#include "tl-document.h"

G_BEGIN_DECLS

/* Exit statuses, the same for every command. */
enum
{
  TL_EXIT_DONE = 0,
  TL_EXIT_FOUND = 1,  /* done, and it found what --fail-on names */
  TL_EXIT_FAILED = 2, /* bad arguments, or a file that cannot be read or written */
};

/* A row of the table of commands. */
typedef struct
{
  const char *name;
  const char *arguments; /* of the usage line */
  const char *summary;   /* one line, to be translated */
  int (*run) (int argc, char **argv);
} TlCommand;

int tl_cli_check (int argc, char **argv);
int tl_cli_convert (int argc, char **argv);
int tl_cli_export (int argc, char **argv);
int tl_cli_new (int argc, char **argv);
int tl_cli_schema (int argc, char **argv);

int tl_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
int tl_cli_fail_with (const GError *error);
gboolean tl_cli_parse (const char *name,
                       const GOptionEntry *entries,
                       int n_arguments,
                       int *argc,
                       char ***argv);
gboolean tl_cli_parse_described (const char *name,
                                 const char *description,
                                 const GOptionEntry *entries,
                                 int n_arguments,
                                 int *argc,
                                 char ***argv);
gboolean tl_cli_parse_today (const char *text, TlDate *today);
TlDocument *tl_cli_load (const char *path);
gboolean tl_cli_write (const char *path, GBytes *bytes);
void tl_cli_print_bytes (GBytes *bytes);

G_END_DECLS
