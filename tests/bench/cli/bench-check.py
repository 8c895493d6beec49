#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory of `throughline check`, as whole processes, for plans of growing size.

bench-check.py PROGRAM RUNS PLAN… : the plans come smallest first; the last line tells the growth
from the second largest to the largest. Machines are noisy: the ratio says more than the seconds.
"""
import os
import statistics
import sys


def run(program, plan):
    """One run: CPU seconds, and the largest amount of memory in KiB."""
    pid = os.fork()
    if pid == 0:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.execv(program, [program, 'check', plan, '--format', 'json'])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f'{program} check {plan}: status {os.waitstatus_to_exitcode(status)}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    program, runs, plans = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    seconds, memory = [], []
    print(f'{"bytes":>12} {"CPU ms":>9} {"peak MiB":>9}')
    for plan in plans:
        figures = [run(program, plan) for _ in range(runs + 1)][1:]
        seconds.append(statistics.median(figure[0] for figure in figures))
        memory.append(statistics.median(figure[1] for figure in figures))
        print(f'{os.path.getsize(plan):12,} {seconds[-1] * 1e3:9.1f} {memory[-1] / 1024:9.1f}')
    print(f'growth of the last step: time {seconds[-1] / seconds[-2]:.1f}, '
          f'memory {memory[-1] / memory[-2]:.1f}; 15 is the goal at most')


main()
