/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window-private.h"

G_BEGIN_DECLS

/* A window on a plan, as the program shows it, and clocks that do not run while others do. */
void bench_init (const char *renderer);
TlWindow *bench_window_open (const char *path);
void bench_window_close (TlWindow *window);
void bench_rest (TlSession *session);
guint bench_next_frame (GtkWidget *widget);

double bench_thread_ms (void);
double bench_process_ms (void);
void bench_sum_up (GArray *values, double *median, double *late);

typedef void (*BenchFunc) (double milliseconds, gpointer user_data);
void bench_watch (GType type, BenchFunc allocated, BenchFunc painted, gpointer user_data);

G_END_DECLS
