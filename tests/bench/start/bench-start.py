#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program to the picture of a plan, and what it takes until all is at rest.

bench-start.py PROGRAM RUNS SAMPLE PLAN… : medians of so many runs. Next to the sample, GNOME Text
Editor with a text of a hundred lines, where that is installed.
"""
import shutil
import statistics
import sys
import tempfile

from program import Watcher

EDITOR = 'gnome-text-editor'
N_LINES = 100
GOAL = 1  # seconds of processor time, and to the picture, for the largest plan


def measure(watcher, runs, name, arguments):
    """The medians of several starts, after one that fills the caches of the machine."""
    starts = [watcher.start(arguments) for _ in range(runs + 1)][1:]
    wall = statistics.median(start.wall for start in starts)
    cpu = statistics.median(start.cpu for start in starts)
    print(f'{name:>40} {wall * 1e3:8.0f} ms to the picture {cpu * 1e3:8.0f} ms of CPU until rest',
          flush=True)
    return wall, cpu


def compare_editor(watcher, runs, sample_cpu):
    if shutil.which(EDITOR) is None:
        print(f'{EDITOR} is skipped, because it is not installed')
        return
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8') as file:
        file.writelines(f'A line of text, and this is number {i + 1}.\n' for i in range(N_LINES))
        file.flush()
        _, cpu = measure(watcher, runs, f'{EDITOR}, {N_LINES} lines', [EDITOR, file.name])
    print(f'the sample takes {sample_cpu / cpu:.2f} times the CPU of {EDITOR}; goal 1: '
          f'{"reached" if sample_cpu <= cpu else "missed"}')


def main():
    program, runs, documents = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    watcher = Watcher()
    figures = [measure(watcher, runs, document.rpartition('/')[2], [program, document])
               for document in documents]
    compare_editor(watcher, runs, figures[0][1])
    print(f'the largest plan: goal {GOAL} s to the picture and of CPU: '
          f'{"reached" if max(figures[-1]) <= GOAL else "missed"}')


main()
