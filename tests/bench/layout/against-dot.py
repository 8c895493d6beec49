#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out the same plans with Throughline and with Graphviz' dot, and compares time and crossings.

    against-dot.py BENCH-LAYOUT [GRAPH.gv ...]

BENCH-LAYOUT is the benchmark program, whose counter judges both. Without graphs it is asked for
plans of 100 and 1,000 projects. Where dot is not installed this says so and exits with 77, which
Meson shows as skipped.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

DOT_RUNS = 3


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def draw_with_dot(graph, drawing):
    """Median milliseconds, the start of the process included, which at 1,000 projects is little."""
    times = []
    for _ in range(DOT_RUNS):
        start = time.monotonic()
        subprocess.run(["dot", "-Tplain", "-o", drawing, graph], check=True, capture_output=True)
        times.append(1000 * (time.monotonic() - start))
    return statistics.median(times)


def compare(bench, graph, name, folder):
    drawing = os.path.join(folder, "drawing.plain")
    own_time, own_crossings = run(bench, "time", graph).split()
    dot_time = draw_with_dot(graph, drawing)
    dot_crossings = run(bench, "count", graph, drawing).strip()
    ratio = dot_time / float(own_time)
    print(f"{name:20} {float(own_time):10.2f} ms {dot_time:10.1f} ms {ratio:8.1f} "
          f"{int(own_crossings):12,} {int(dot_crossings):12,}", flush=True)


# The plans to make when none is given.
MADE = (("clustered", 100), ("clustered", 1000), ("random", 100), ("random", 1000))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if shutil.which("dot") is None:
        print("dot is not installed: there is nothing to compare with")
        sys.exit(77)
    bench, graphs = sys.argv[1], sys.argv[2:]
    print(f"{'plan':20} {'Throughline':>13} {'dot':>13} {'ratio':>8} "
          f"{'crossings':>12} {'of dot':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for graph in graphs:
            compare(bench, graph, os.path.basename(graph), folder)
        for kind, n in () if graphs else MADE:
            graph = os.path.join(folder, f"{kind}-{n}.gv")
            with open(graph, "w", encoding="utf-8") as f:
                f.write(run(bench, "write", kind, str(n)))
            compare(bench, graph, f"{kind} {n:,}", folder)


main()
