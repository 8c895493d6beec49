/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-spectral.h"

#include "tl-mesh.h"
#include "tl-wave.h"

#define COARSEST_SIZE 16
#define COARSEST_ROUNDS 500
#define FINE_ROUNDS 50
#define START_SEED 1

/* The connected parts of a net: those of part p are nodes[start[p]] .. nodes[start[p + 1] - 1]. */
typedef struct
{
  int n;
  int *start;
  int *nodes;
} Parts;

static void
clear_parts (Parts *parts)
{
  g_free (parts->start);
  g_free (parts->nodes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static int
visit_neighbours (const TlAdjacency *adjacency, int node, gboolean *seen, int *nodes, int n)
{
  for (int a = adjacency->start[node]; a < adjacency->start[node + 1]; a++)
    {
      int other = adjacency->node[a];

      if (seen[other])
        continue;
      seen[other] = TRUE;
      nodes[n++] = other;
    }
  return n;
}

static void
find_parts (const TlNet *net, Parts *parts)
{
  g_autofree gboolean *seen = g_new0 (gboolean, net->n_nodes + 1);
  int n = 0;

  parts->n = 0;
  parts->start = g_new0 (int, net->n_nodes + 1);
  parts->nodes = g_new (int, net->n_nodes + 1);
  for (int i = 0; i < net->n_nodes; i++)
    {
      if (seen[i])
        continue;
      seen[i] = TRUE;
      parts->nodes[n++] = i;
      for (int next = n - 1; next < n; next++)
        {
          n = visit_neighbours (&net->left, parts->nodes[next], seen, parts->nodes, n);
          n = visit_neighbours (&net->right, parts->nodes[next], seen, parts->nodes, n);
        }
      parts->start[++parts->n] = n;
    }
}

static int
add_edges (TlMesh *mesh,
           int vertex,
           const TlAdjacency *adjacency,
           int node,
           const int *index,
           int n)
{
  for (int a = adjacency->start[node]; a < adjacency->start[node + 1]; a++)
    {
      mesh->node[n] = index[adjacency->node[a]];
      mesh->weight[n++] = 1;
      mesh->degree[vertex]++;
    }
  return n;
}

static TlMesh *
make_mesh (const TlNet *net, const int *nodes, int n_nodes, int *index)
{
  TlMesh *mesh;
  int n = 0;

  for (int i = 0; i < n_nodes; i++)
    {
      index[nodes[i]] = i;
      n += tl_adjacency_get_degree (&net->left, nodes[i]);
      n += tl_adjacency_get_degree (&net->right, nodes[i]);
    }
  mesh = tl_mesh_new (n_nodes, n);
  n = 0;
  for (int i = 0; i < n_nodes; i++)
    {
      n = add_edges (mesh, i, &net->left, nodes[i], index, n);
      n = add_edges (mesh, i, &net->right, nodes[i], index, n);
      mesh->start[i + 1] = n;
    }
  return mesh;
}

/* A start that leans on no symmetry of the graph and is the same on every machine. */
static void
fill_start (double *values, int n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (START_SEED);

  for (int i = 0; i < n; i++)
    values[i] = i + g_rand_double (rand);
}

static void
find_slowest_wave (const TlMesh *mesh, double *values)
{
  g_autoptr (TlMesh) coarse = NULL;
  g_autofree int *groups = NULL;
  g_autofree double *coarse_values = NULL;

  if (mesh->n > COARSEST_SIZE)
    {
      groups = g_new (int, mesh->n);
      coarse = tl_mesh_coarsen (mesh, groups);
    }
  if (coarse == NULL || coarse->n > mesh->n * 9 / 10)
    {
      fill_start (values, mesh->n);
      tl_wave_calm (mesh, values, COARSEST_ROUNDS);
      return;
    }
  coarse_values = g_new (double, coarse->n);
  find_slowest_wave (coarse, coarse_values);
  for (int i = 0; i < mesh->n; i++)
    values[i] = coarse_values[groups[i]];
  tl_wave_calm (mesh, values, FINE_ROUNDS);
}

/* A wave and its mirror image are equally slow: the one that runs with the order of the nodes is
 * taken. */
static double
find_direction (const int *nodes, const double *values, int n)
{
  double mean = 0;
  double lean = 0;

  for (int i = 0; i < n; i++)
    mean += (double) nodes[i] / n;
  for (int i = 0; i < n; i++)
    lean += (nodes[i] - mean) * values[i];
  return lean < 0 ? -1 : 1;
}

/* Maps the values of a part into [base, base + 0.9], so that parts never mix. */
static void
take_places (const int *nodes, const double *values, int n, double base, double *places)
{
  double direction = find_direction (nodes, values, n);
  double low = direction * values[0];
  double high = low;

  for (int i = 1; i < n; i++)
    {
      low = MIN (low, direction * values[i]);
      high = MAX (high, direction * values[i]);
    }
  for (int i = 0; i < n; i++)
    places[nodes[i]] = base + (high > low ? 0.9 * (direction * values[i] - low) / (high - low) : 0);
}

/**
 * tl_spectral_place:
 * @net: a net
 * @places: (out caller-allocates) (array): a place for each node
 *
 * Lays all nodes along one line such that linked nodes are near each other: the slowest wave of
 * each connected part, found on ever coarser meshes and refined on the way back (the idea of Koren,
 * Carmel and Harel, "ACE: a fast multiscale eigenvectors computation for drawing huge graphs",
 * 2002). Parts follow one another in the order of their first nodes; nodes without any link come
 * last. The result depends on the graph alone, not on the order of @net.
 */
void
tl_spectral_place (const TlNet *net, double *places)
{
  g_auto (Parts) parts = { 0 };
  g_autofree int *index = g_new (int, net->n_nodes + 1);
  g_autofree double *values = g_new (double, net->n_nodes + 1);

  find_parts (net, &parts);
  for (int p = 0; p < parts.n; p++)
    {
      const int *nodes = parts.nodes + parts.start[p];
      int n = parts.start[p + 1] - parts.start[p];
      g_autoptr (TlMesh) mesh = NULL;

      if (n == 1)
        {
          places[nodes[0]] = net->n_nodes;
          continue;
        }
      mesh = make_mesh (net, nodes, n, index);
      find_slowest_wave (mesh, values);
      take_places (nodes, values, n, p, places);
    }
}
