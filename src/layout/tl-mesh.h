/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A connected, weighted graph without columns. An edge is listed at both of its ends; a vertex that
 * stands for several keeps the links among them as its loop. */
typedef struct
{
  int n;
  int *start;
  int *node;
  double *weight;
  double *loop;
  double *degree; /* loop included */
} TlMesh;

TlMesh *tl_mesh_new (int n, int n_ends);
void tl_mesh_free (TlMesh *mesh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMesh, tl_mesh_free)

TlMesh *tl_mesh_coarsen (const TlMesh *mesh, int *groups);

G_END_DECLS
