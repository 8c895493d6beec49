#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets every system call of a save fail, and kills the program at every one of them.

Usage: inject-faults.py IO_TOOL

Whatever happens, the file holds the old or the new content as a whole; where it must be written
in place, a kill may leave a part, but then a whole copy of the new content is in the folder for
recovery. An exit status of 0 means the new content; an error leaves no temporary file.
"""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
MARKER = "/the save begins"
OLD = b"old " * 1000
LONGER = b"new content " * 500
SHORTER = b"new content " * 100
CALLS = re.compile(
    r"^(open|openat|read|pread64|write|pwrite64|lseek|fsync|fdatasync|close"
    r"|rename|renameat|renameat2"
    r"|fstat|lstat|stat|newfstatat|statx|access|faccessat|faccessat2|fchmod|fchown|ftruncate"
    r"|fallocate|mkdir|mkdirat|getdents64|listxattr|readlink|readlinkat)$"
)
FAULTS = ["error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL"]


class Place:
    """A folder with a document, and one for recovery."""

    def __init__(self, is_linked, new):
        self.new = new
        self.dir = tempfile.mkdtemp(prefix="throughline-faults-")
        self.path = os.path.join(self.dir, "docs", "plan.json")
        self.source = os.path.join(self.dir, "source")
        self.state = os.path.join(self.dir, "state")
        self.trace = os.path.join(self.dir, "trace")
        os.mkdir(os.path.join(self.dir, "docs"))
        self.write(self.source, new)
        self.write(self.path, OLD)
        if is_linked:
            os.link(self.path, os.path.join(self.dir, "link"))

    def write(self, path, content):
        with open(path, "wb") as file:
            file.write(content)

    def run(self, tool, *options):
        environment = dict(os.environ, XDG_STATE_HOME=self.state, G_SLICE="always-malloc")
        tracer = ["strace", "-f", "-qq", "-o", self.trace, *options]
        command = tracer + [tool, "save", self.path, self.source]
        silence = subprocess.DEVNULL
        return subprocess.run(command, env=environment, stderr=silence, stdout=silence)

    def has_temporary_file(self):
        return os.listdir(os.path.dirname(self.path)) != ["plan.json"]

    def content(self):
        with open(self.path, "rb") as file:
            return file.read()

    def has_recovery_copy(self):
        for folder, _, names in os.walk(self.state):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    if file.read() == self.new:
                        return True
        return False

    def remove(self):
        shutil.rmtree(self.dir)


def list_calls(tool, is_linked, new):
    """Yields name and number of each call that belongs to the save."""
    place = Place(is_linked, new)
    if place.run(tool, "-e", "trace=%file,%desc").returncode != 0 or place.content() != new:
        print("A save cannot be traced here.")
        sys.exit(SKIP)
    counts = collections.Counter()
    calls = []
    is_saving = False
    with open(place.trace, encoding="utf-8", errors="replace") as trace:
        for line in trace:
            match = re.match(r"^\d+ +(\w+)\(", line)
            if match is None:
                continue
            name = match.group(1)
            counts[name] += 1
            if is_saving and CALLS.match(name):
                calls.append((name, counts[name]))
            is_saving = is_saving or MARKER in line
    place.remove()
    return calls


def check(tool, is_linked, new, name, number, fault):
    place = Place(is_linked, new)
    injection = f"inject={name}:{fault}:when={number}"
    status = place.run(tool, "-e", f"trace={name}", "-e", injection).returncode
    content = place.content()
    is_whole = content in (OLD, new)
    if fault == "signal=KILL":
        is_good = is_whole or (is_linked and place.has_recovery_copy())
    else:
        is_true = status != 0 or content == new
        is_good = is_whole and is_true and not place.has_temporary_file()
    place.remove()
    if not is_good:
        way = "in place" if is_linked else "renamed"
        sys.exit(f"{name} number {number}, {fault}, {way}: damage, status {status}.")


def main():
    tool = sys.argv[1]
    if shutil.which("strace") is None:
        print("strace is not installed, so no faults are injected.")
        sys.exit(SKIP)
    n = 0
    # In place a shorter text leaves the tail of the old one, when nobody cuts it off.
    for is_linked, new in (False, LONGER), (True, LONGER), (True, SHORTER):
        calls = list_calls(tool, is_linked, new)
        if len(calls) < 10:
            sys.exit(f"Only {len(calls)} calls were seen.")
        for name, number in calls:
            for fault in FAULTS:
                check(tool, is_linked, new, name, number, fault)
                n += 1
    print(f"{n} faults, no damage.")


main()
