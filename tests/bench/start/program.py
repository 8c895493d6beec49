# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch a program start, from outside: what it takes until its window is there and it is at rest.

Nothing is asked of the program, so any can be watched. The processor time is what the kernel has
counted, in all its threads. The picture is there when most of what is seen in the end is seen;
the screen is looked at in single rows, which costs the X server next to nothing. To be run by
in-display.
"""

import ctypes
import os
import subprocess
import time

ALL_PLANES = 2**32 - 1
Z_PIXMAP = 2
N_ROWS = 24
# The share of what is seen in the end that is on the screen when the picture is said to be there.
SEEN = .95
POLL = .01  # seconds
TICKS = os.sysconf('SC_CLK_TCK')
# At rest is who has used less than a fiftieth of a processor for two seconds: a caret may blink.
REST = 2  # seconds
REST_TICKS = 4


class _Image(ctypes.Structure):
    """The beginning of an XImage."""

    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                ('format', ctypes.c_int), ('data', ctypes.POINTER(ctypes.c_char)),
                ('byte_order', ctypes.c_int), ('bitmap_unit', ctypes.c_int),
                ('bitmap_bit_order', ctypes.c_int), ('bitmap_pad', ctypes.c_int),
                ('depth', ctypes.c_int), ('bytes_per_line', ctypes.c_int)]


class Screen:
    """What the X server shows."""

    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDisplayWidth.argtypes = self.x.XDisplayHeight.argtypes = [ctypes.c_void_p,
                                                                          ctypes.c_int]
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                     ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x.XGetImage.restype = ctypes.POINTER(_Image)
        self.x.XDestroyImage.argtypes = [ctypes.POINTER(_Image)]
        self.display = self.x.XOpenDisplay(None)
        if not self.display:
            raise SystemExit('there is no display')
        self.root = self.x.XDefaultRootWindow(self.display)
        self.width = self.x.XDisplayWidth(self.display, 0)
        self.height = self.x.XDisplayHeight(self.display, 0)

    def read_row(self, y):
        image = self.x.XGetImage(self.display, self.root, 0, y, self.width, 1, ALL_PLANES,
                                 Z_PIXMAP)
        row = ctypes.string_at(image.contents.data, image.contents.bytes_per_line)
        self.x.XDestroyImage(image)
        return row

    def look(self):
        """Some of the screen, from top to bottom, as rows of pixels."""
        return [memoryview(self.read_row(self.height * (2 * i + 1) // (2 * N_ROWS))).cast('I')
                for i in range(N_ROWS)]


def _find_share(rows, others, ground):
    """How much of what does not look like the empty screen is the same."""
    pairs = [(a, b) for row, other, under in zip(rows, others, ground)
             for a, b, c in zip(row, other, under) if b != c]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0


def _read_ticks(pid):
    """The processor time of a process until now, its threads counted in; None when it is gone."""
    try:
        with open(f'/proc/{pid}/stat', encoding='utf-8') as file:
            fields = file.read().rpartition(')')[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] == 'Z' else int(fields[11]) + int(fields[12])


class Start:
    """A start that was watched: seconds until the picture is there, and seconds of processor time
    until the program is at rest; None where it was not to be seen or had used too much before.
    """

    def __init__(self, wall, cpu):
        self.wall = wall
        self.cpu = cpu


class Watcher:
    """Starts programs on a screen that is empty, one after the other."""

    def __init__(self):
        self.screen = Screen()
        self.ground = self.screen.look()

    def _watch(self, process, cap):
        """The processor time until rest, or None; and what was seen, whenever it was new."""
        start = time.monotonic()
        used, looks = [(0, 0)], []
        while True:
            now = time.monotonic() - start
            ticks = _read_ticks(process.pid)
            if ticks is None:
                raise SystemExit(f'{process.args[0]} ended by itself')
            seen = self.screen.look()
            if not looks or looks[-1][1] != seen:
                looks.append((now, seen))
            used.append((now, ticks))
            if cap is not None and ticks > cap * TICKS:
                return None, looks
            before = next(entry for entry in reversed(used) if entry[0] <= max(now - REST, 0))
            if 0 < before[1] >= ticks - REST_TICKS and seen != self.ground:
                return before[1] / TICKS, looks
            time.sleep(POLL)

    def _end(self, process):
        process.terminate()
        try:
            process.wait(REST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        while self.screen.look() != self.ground:
            time.sleep(POLL)

    def start(self, arguments, env=None, cap=None):
        """Watch a program until it is at rest, or has used so many seconds, and end it."""
        process = subprocess.Popen(arguments, env={**os.environ, **(env or {})},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            cpu, looks = self._watch(process, cap)
        finally:
            self._end(process)
        last = looks[-1][1]
        wall = next((at for at, seen in looks if _find_share(seen, last, self.ground) >= SEEN),
                    None)
        return Start(wall, cpu)
