#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Throughline and other programs take to open a document of as many cards, in one run.

bench-start-peers.py PROGRAM GENERATOR PLAN : a peer that is not installed is skipped.
"""
import os
import shutil
import subprocess
import sys
import tempfile

from program import Watcher

CAP = 120  # seconds of processor time, then nobody waits any longer

# The name, the program, and what its environment must have.
PEERS = [
    ('dia', 'dia', {}),
    # It asks about any language that it does not have.
    ('vym', 'vym', {'LANG': 'en_GB.UTF-8', 'LC_ALL': 'en_GB.UTF-8'}),
    ('planner', 'planner', {}),
    ('minder', 'com.github.phase1geo.minder', {}),
]


def write_documents(generator, plan, folder):
    documents = {name: os.path.join(folder, f'cards.{name}') for name, _, _ in PEERS}
    subprocess.run([sys.executable, generator, plan, *documents.values()], check=True)
    return documents


def say(name, cpu, ours):
    if cpu is None:
        print(f'{name:>12}: over {CAP} s of CPU until rest, more than {CAP / ours:.0f} times ours')
    else:
        print(f'{name:>12}: {cpu:.2f} s of CPU until rest, {cpu / ours:.1f} times ours')


def main():
    program, generator, plan = sys.argv[1:]
    watcher = Watcher()
    ours = watcher.start([program, plan]).cpu
    say('throughline', ours, ours)
    with tempfile.TemporaryDirectory() as folder:
        documents = write_documents(generator, plan, folder)
        for name, peer, env in PEERS:
            if shutil.which(peer) is None:
                print(f'{name:>12}: skipped, because it is not installed')
            else:
                say(name, watcher.start([peer, documents[name]], env, CAP).cpu, ours)
            sys.stdout.flush()


main()
