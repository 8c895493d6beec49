# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon is a square drawing that shows something at the sizes that desktops ask for."""

import os
import struct
import subprocess
import tempfile
import zlib
import xml.etree.ElementTree as ElementTree

import tree

SIZES = (16, 32, 64, 128)
APP_ICONS = [
    f'data/icons/hicolor/scalable/apps/{tree.APP_ID}.svg',
    f'data/icons/hicolor/symbolic/apps/{tree.APP_ID}-symbolic.svg',
]


def read_png(path):
    """The width and height of a PNG file, and whether any of its pixels is set."""
    with open(path, 'rb') as file:
        data = file.read()
    width, height = struct.unpack('>II', data[16:24])
    pixels, at = b'', 8
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        if kind == b'IDAT':
            pixels += data[at + 8:at + 8 + length]
        at += length + 12
    rows = zlib.decompress(pixels)
    stride = len(rows) // height
    # The first byte of a row names its filter; all the others of an empty picture are zero.
    return width, height, any(any(rows[y * stride + 1:(y + 1) * stride]) for y in range(height))


def check(path, folder):
    svg = ElementTree.fromstring(tree.read(path))
    if svg.get('width') != svg.get('height'):
        return [f'{path}: not a square']
    problems = []
    for size in SIZES:
        picture = os.path.join(folder, f'{size}.png')
        command = ['rsvg-convert', '-w', str(size), '-h', str(size), '-o', picture, path]
        result = subprocess.run(command, cwd=tree.TOP, capture_output=True, text=True)
        if result.returncode != 0:
            problems.append(f'{path}: {result.stderr}')
        elif read_png(picture) != (size, size, True):
            problems.append(f'{path}: nothing to be seen at {size} pixels')
    return problems


def main():
    tree.need('rsvg-convert')
    icons = [path for path in tree.files_of('data', '.svg') + tree.files_of('src', '.svg')]
    problems = [f'{path}: missing' for path in APP_ICONS if path not in icons]
    with tempfile.TemporaryDirectory() as folder:
        for path in icons:
            problems += check(path, folder)
            if '-symbolic' in path and 'stroke=' in tree.read(path):
                problems.append(f'{path}: a stroke, which is not recoloured')
    tree.finish(problems)


main()
