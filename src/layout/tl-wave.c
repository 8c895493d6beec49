/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-wave.h"

#include <math.h>

/* The square of the relative error in the Rayleigh quotient at which a wave is taken as it is. */
#define SETTLED 1e-6

/* A wave on its way to being slow. Only the buffers are owned. */
typedef struct
{
  double *values;
  double *laplacian; /* of the values */
  double *direction;
  double *gradient;
  double *slope; /* the Laplacian of the direction */
  double quotient;
} Wave;

static double
multiply (const TlMesh *mesh, const double *a, const double *b)
{
  double sum = 0;

  for (int i = 0; i < mesh->n; i++)
    sum += a[i] * b[i];
  return sum;
}

/* The inner product in which a vertex counts as much as it has links. */
static double
multiply_by_degree (const TlMesh *mesh, const double *a, const double *b)
{
  double sum = 0;

  for (int i = 0; i < mesh->n; i++)
    sum += mesh->degree[i] * a[i] * b[i];
  return sum;
}

static void
apply_laplacian (const TlMesh *mesh, const double *values, double *result)
{
  for (int i = 0; i < mesh->n; i++)
    {
      double sum = (mesh->degree[i] - mesh->loop[i]) * values[i];

      for (int a = mesh->start[i]; a < mesh->start[i + 1]; a++)
        sum -= mesh->weight[a] * values[mesh->node[a]];
      result[i] = sum;
    }
}

/* Takes out the constant wave, which is of no use, and brings the rest to unit strength. */
static void
normalise (const TlMesh *mesh, double *values)
{
  double total = 0;
  double mean = 0;
  double power;

  for (int i = 0; i < mesh->n; i++)
    {
      total += mesh->degree[i];
      mean += mesh->degree[i] * values[i];
    }
  for (int i = 0; i < mesh->n; i++)
    values[i] -= mean / total;
  power = multiply_by_degree (mesh, values, values);
  for (int i = 0; i < mesh->n && power > 0; i++)
    values[i] /= sqrt (power);
}

/* The step along a direction that makes the Rayleigh quotient least, from the products of the value
 * x and the direction p: a = x'Lp, b = p'Lp, c = x'Dp, d = p'Dp. It is a root of a quadratic
 * equation. */
static double
find_step (double quotient, double a, double b, double c, double d)
{
  double square = b * c - a * d;
  double linear = b - quotient * d;
  double constant = a - quotient * c;
  double root = sqrt (MAX (linear * linear - 4 * square * constant, 0));

  return linear + root > 0 ? -2 * constant / (linear + root) : 0;
}

/* Turns the direction towards the steepest descent, but not back to where it came from (the rule of
 * Polak and Ribière). Returns the strength of the slope. */
static double
turn (const TlMesh *mesh, Wave *wave, double slope_before)
{
  double slope = 0;
  double change = 0;
  double keep;

  for (int i = 0; i < mesh->n; i++)
    {
      double g = wave->laplacian[i] / mesh->degree[i] - wave->quotient * wave->values[i];

      slope += mesh->degree[i] * g * g;
      change += mesh->degree[i] * g * (g - wave->gradient[i]);
      wave->gradient[i] = g;
    }
  keep = slope_before > 0 ? MAX (change / slope_before, 0) : 0;
  for (int i = 0; i < mesh->n; i++)
    wave->direction[i] = keep * wave->direction[i] - wave->gradient[i];
  return slope;
}

static void
advance (const TlMesh *mesh, Wave *wave)
{
  const double *x = wave->values;
  const double *p = wave->direction;
  double a, b, c, d, t, power;

  apply_laplacian (mesh, p, wave->slope);
  a = multiply (mesh, x, wave->slope);
  b = multiply (mesh, p, wave->slope);
  c = multiply_by_degree (mesh, x, p);
  d = multiply_by_degree (mesh, p, p);
  t = find_step (wave->quotient, a, b, c, d);
  power = 1 + t * (2 * c + t * d);
  wave->quotient = (wave->quotient + t * (2 * a + t * b)) / power;
  for (int i = 0; i < mesh->n; i++)
    {
      wave->values[i] = (wave->values[i] + t * wave->direction[i]) / sqrt (power);
      wave->laplacian[i] = (wave->laplacian[i] + t * wave->slope[i]) / sqrt (power);
    }
}

/**
 * tl_wave_calm:
 * @mesh: a connected mesh
 * @values: (inout) (array): a value by vertex
 * @rounds: how many steps to take at most
 *
 * Brings @values closer to the slowest wave over the mesh, the generalised Fiedler vector, along
 * which linked vertices lie close together: it is what makes the Rayleigh quotient x'Lx / x'Dx
 * least when the constant is left out, with L the Laplacian and D the degrees. The steps are those
 * of conjugate gradients with an exact search along each direction.
 */
void
tl_wave_calm (const TlMesh *mesh, double *values, int rounds)
{
  Wave wave = { values,
                g_new (double, mesh->n),
                g_new0 (double, mesh->n),
                g_new0 (double, mesh->n),
                g_new (double, mesh->n),
                0 };
  double slope = 0;

  normalise (mesh, values);
  apply_laplacian (mesh, values, wave.laplacian);
  wave.quotient = multiply (mesh, values, wave.laplacian);
  for (int r = 0; r < rounds; r++)
    {
      slope = turn (mesh, &wave, slope);
      if (slope <= SETTLED * wave.quotient * wave.quotient)
        break;
      advance (mesh, &wave);
    }
  g_free (wave.laplacian);
  g_free (wave.direction);
  g_free (wave.gradient);
  g_free (wave.slope);
}
