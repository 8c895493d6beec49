/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gv.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define CARD_WIDTH 208
#define CARD_HEIGHT 40
#define MAX_LETTERS 64

static const char LETTERS[] = "gop";

typedef struct
{
  TlLayoutGraph *graph;
  GHashTable *nodes; /* name → index + 1 */
} Reader;

/* A node of a drawing and how far down it is. */
typedef struct
{
  char name[MAX_LETTERS];
  double level;
} Drawn;

static int
get_node (Reader *reader, const char *name)
{
  int node = GPOINTER_TO_INT (g_hash_table_lookup (reader->nodes, name)) - 1;
  const char *letter = strchr (LETTERS, name[0]);

  if (node >= 0 || letter == NULL)
    return node;
  node
      = tl_layout_graph_add_node (reader->graph, (int) (letter - LETTERS), CARD_WIDTH, CARD_HEIGHT);
  g_hash_table_insert (reader->nodes, g_strdup (name), GINT_TO_POINTER (node + 1));
  return node;
}

static int
compare_drawn (const void *a, const void *b)
{
  const Drawn *p = a;
  const Drawn *q = b;

  if (p->level < q->level || p->level > q->level)
    return p->level < q->level ? -1 : 1;
  return strcmp (p->name, q->name);
}

/* Adds the nodes in the order of a drawing from left to right in Graphviz' plain format. */
static gboolean
add_drawn_nodes (Reader *reader, const char *path, GError **error)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", 5);
      Drawn node = { 0 };

      if (g_strcmp0 (words[0], "node") != 0 || g_strv_length (words) < 4)
        continue;
      g_strlcpy (node.name, words[1], sizeof node.name);
      node.level = g_ascii_strtod (words[3], NULL);
      g_array_append_val (drawn, node);
    }
  g_array_sort (drawn, compare_drawn);
  for (guint i = 0; i < drawn->len; i++)
    get_node (reader, g_array_index (drawn, Drawn, i).name);
  return TRUE;
}

static gboolean
add_edges (Reader *reader, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GRegex) edge = g_regex_new ("^\\s*(\\w+)\\s*->\\s*(\\w+)\\s*;", 0, 0, NULL);

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (!g_regex_match (edge, lines[i], 0, &match))
        continue;
      from = g_match_info_fetch (match, 1);
      to = g_match_info_fetch (match, 2);
      if (get_node (reader, from) < 0 || get_node (reader, to) < 0 || from[0] == to[0])
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "%s:%d: the names of both ends must begin with different letters of “%s”",
                       path, i + 1, LETTERS);
          return FALSE;
        }
      tl_layout_graph_add_edge (reader->graph, get_node (reader, from), get_node (reader, to), 1);
    }
  return TRUE;
}

/**
 * gv_write:
 * @graph: a graph of three columns
 *
 * Returns: (transfer full): the source of the graph
 */
char *
gv_write (const TlLayoutGraph *graph)
{
  GString *text = g_string_new ("digraph plan { rankdir=LR; node [shape=box];\n");

  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);

      g_string_append_printf (text, "  %c%d -> %c%d;\n",
                              LETTERS[tl_layout_graph_get_node (graph, edge.right).column],
                              edge.right,
                              LETTERS[tl_layout_graph_get_node (graph, edge.left).column],
                              edge.left);
    }
  g_string_append (text, "}\n");
  return g_string_free (text, FALSE);
}

/**
 * gv_read:
 * @path: a file with the source of a graph
 * @drawing_path: (nullable): a drawing of it, from left to right, in Graphviz' plain format
 * @error: where to put the reason of a failure
 *
 * Reads a graph. Its nodes are added in the order in which they are drawn, or named.
 *
 * Returns: (transfer full): the graph, or %NULL when a file cannot be read
 */
TlLayoutGraph *
gv_read (const char *path, const char *drawing_path, GError **error)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { graph, nodes };

  if (drawing_path != NULL && !add_drawn_nodes (&reader, drawing_path, error))
    return NULL;
  if (!add_edges (&reader, path, error))
    return NULL;
  return g_steal_pointer (&graph);
}
