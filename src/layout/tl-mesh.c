/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-mesh.h"

#include <string.h>

/* Larger groups would blur the picture that the coarse mesh gives of the fine one. */
#define MAX_GROUP_SIZE 4

/**
 * tl_mesh_new:
 * @n: the number of vertices
 * @n_ends: twice the number of edges, at least
 *
 * Returns: (transfer full): a mesh with room for its edges, all zero
 */
TlMesh *
tl_mesh_new (int n, int n_ends)
{
  TlMesh *mesh = g_new (TlMesh, 1);

  mesh->n = n;
  mesh->start = g_new0 (int, n + 1);
  mesh->node = g_new (int, MAX (n_ends, 1));
  mesh->weight = g_new (double, MAX (n_ends, 1));
  mesh->loop = g_new0 (double, n);
  mesh->degree = g_new0 (double, n);
  return mesh;
}

/**
 * tl_mesh_free:
 * @mesh: (transfer full): a mesh
 */
void
tl_mesh_free (TlMesh *mesh)
{
  g_free (mesh->start);
  g_free (mesh->node);
  g_free (mesh->weight);
  g_free (mesh->loop);
  g_free (mesh->degree);
  g_free (mesh);
}

/* Vertices with few edges choose first: the leaves of a star all join its centre. */
static int *
sort_by_edge_count (const TlMesh *mesh)
{
  int *sorted = g_new (int, mesh->n);
  g_autofree int *fill = g_new0 (int, mesh->start[mesh->n] + 2);
  int most = 0;

  for (int i = 0; i < mesh->n; i++)
    {
      int count = mesh->start[i + 1] - mesh->start[i];
      most = MAX (most, count);
      fill[count + 1]++;
    }
  for (int k = 0; k <= most; k++)
    fill[k + 1] += fill[k];
  for (int i = 0; i < mesh->n; i++)
    sorted[fill[mesh->start[i + 1] - mesh->start[i]]++] = i;
  return sorted;
}

/* The neighbour that is tied most closely, measured against how much else it is tied to. */
static int
find_closest (const TlMesh *mesh, int vertex, const int *groups, const int *sizes)
{
  gboolean is_leaf = mesh->start[vertex + 1] - mesh->start[vertex] == 1;
  double best = 0;
  int closest = -1;

  for (int a = mesh->start[vertex]; a < mesh->start[vertex + 1]; a++)
    {
      int other = mesh->node[a];
      double tie = mesh->weight[a] / mesh->degree[other];

      if (groups[other] >= 0 && sizes[groups[other]] >= MAX_GROUP_SIZE && !is_leaf)
        continue;
      if (groups[other] >= 0)
        tie /= 2;
      if (tie > best)
        {
          best = tie;
          closest = other;
        }
    }
  return closest;
}

static int
group_vertices (const TlMesh *mesh, int *groups)
{
  g_autofree int *sorted = sort_by_edge_count (mesh);
  g_autofree int *sizes = g_new0 (int, mesh->n);
  int n_groups = 0;

  for (int i = 0; i < mesh->n; i++)
    groups[i] = -1;
  for (int k = 0; k < mesh->n; k++)
    {
      int vertex = sorted[k];
      int closest;

      if (groups[vertex] >= 0)
        continue;
      closest = find_closest (mesh, vertex, groups, sizes);
      if (closest < 0 || groups[closest] < 0)
        groups[vertex] = n_groups++;
      else
        groups[vertex] = groups[closest];
      sizes[groups[vertex]]++;
      if (closest >= 0 && groups[closest] < 0)
        {
          groups[closest] = groups[vertex];
          sizes[groups[vertex]]++;
        }
    }
  return n_groups;
}

static void
list_members (const int *groups, int n, int n_groups, int *member_start, int *members)
{
  memset (member_start, 0, sizeof (int) * (gsize) (n_groups + 2));
  for (int i = 0; i < n; i++)
    member_start[groups[i] + 2]++;
  for (int g = 0; g < n_groups; g++)
    member_start[g + 2] += member_start[g + 1];
  for (int i = 0; i < n; i++)
    members[member_start[groups[i] + 1]++] = i;
}

/* Adds the edges of @vertex to those of its @group in @coarse; slots says where an edge to a group
 * is. */
static int
merge_edges (const TlMesh *mesh,
             int vertex,
             const int *groups,
             TlMesh *coarse,
             int n_ends,
             int *slots)
{
  int group = groups[vertex];

  for (int a = mesh->start[vertex]; a < mesh->start[vertex + 1]; a++)
    {
      int other = groups[mesh->node[a]];

      if (other == group)
        coarse->loop[group] += mesh->weight[a];
      else if (slots[other] >= coarse->start[group])
        coarse->weight[slots[other]] += mesh->weight[a];
      else
        {
          slots[other] = n_ends;
          coarse->node[n_ends] = other;
          coarse->weight[n_ends++] = mesh->weight[a];
        }
    }
  coarse->loop[group] += mesh->loop[vertex];
  coarse->degree[group] += mesh->degree[vertex];
  return n_ends;
}

/**
 * tl_mesh_coarsen:
 * @mesh: a mesh
 * @groups: (out caller-allocates) (array): for each vertex, the vertex of the result that stands
 * for it
 *
 * Draws closely tied vertices together. Weights add up, so that a wave over the result is the same
 * wave over @mesh, held level within each group.
 *
 * Returns: (transfer full): a smaller mesh
 */
TlMesh *
tl_mesh_coarsen (const TlMesh *mesh, int *groups)
{
  int n_groups = group_vertices (mesh, groups);
  TlMesh *coarse = tl_mesh_new (n_groups, mesh->start[mesh->n]);
  g_autofree int *member_start = g_new (int, n_groups + 2);
  g_autofree int *members = g_new (int, mesh->n);
  g_autofree int *slots = g_new (int, n_groups);
  int n_ends = 0;

  list_members (groups, mesh->n, n_groups, member_start, members);
  for (int g = 0; g < n_groups; g++)
    slots[g] = -1;
  for (int g = 0; g < n_groups; g++)
    {
      coarse->start[g] = n_ends;
      for (int m = member_start[g]; m < member_start[g + 1]; m++)
        n_ends = merge_edges (mesh, members[m], groups, coarse, n_ends, slots);
    }
  coarse->start[n_groups] = n_ends;
  return coarse;
}
