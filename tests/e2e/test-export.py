#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the program for other eyes, through the dialogs of the window.

test-export.py PROGRAM SAMPLE
"""

import os
import struct
import sys
import xml.etree.ElementTree

from throughline import ENTRY, Throughline, copy_to, expect, make_folder

SAMPLE = sys.argv[2]


def check_pdf(data):
    expect(data[:5], b'%PDF-', 'the beginning of a PDF document')
    expect(data.rstrip()[-5:], b'%%EOF', 'the end of a PDF document')


def check_svg(data):
    root = xml.etree.ElementTree.fromstring(data)
    expect(root.tag, '{http://www.w3.org/2000/svg}svg', 'the root of a drawing')
    expect(b'Radical Candor' in data, True, 'whether the drawing has a project that is not aligned')


def check_png(data):
    expect(data[:8], b'\x89PNG\r\n\x1a\n', 'the beginning of a picture')
    width, height = struct.unpack('>II', data[16:24])
    expect(width > 500 and height > 500, True, f'whether {width} × {height} can be read')


# The action, the title of its dialog, the name of the file, and how to know the kind.
EXPORTS = [
    ('win.export-map', 'Export Map as PDF, SVG or PNG', 'map.pdf', check_pdf),
    ('win.export-map', 'Export Map as PDF, SVG or PNG', 'map.svg', check_svg),
    ('win.export-map', 'Export Map as PDF, SVG or PNG', 'map.png', check_png),
    ('win.export-matrix', 'Export Matrix as PDF, SVG or PNG', 'matrix.svg', check_svg),
    ('win.export-pack', 'Export Leadership Summary', 'summary.pdf', check_pdf),
]


def choose(app, action, title, path):
    app.activate(action)
    dialog = app.get_window(title)
    dialog.get(ENTRY, 'Name:').set_text(path)
    app.key('Return')
    app.wait(lambda: len(app.root.children) == 1, 'the dialog to go')


def export(app, folder, action, title, name, check):
    path = os.path.join(folder, name)
    choose(app, action, title, path)
    app.get_said(f'Exported “{name}”')
    with open(path, 'rb') as file:
        check(file.read())


def give_up(app, folder):
    """A dialog that is left without an answer exports nothing."""
    before = sorted(os.listdir(folder))
    app.activate('win.export-map')
    app.get_window('Export Map as PDF, SVG or PNG')
    app.key('Escape')
    app.wait(lambda: len(app.root.children) == 1, 'the dialog to go')
    expect(sorted(os.listdir(folder)), before, 'the folder')


def main():
    folder = make_folder()
    path = copy_to(folder, SAMPLE)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        for row in EXPORTS:
            export(app, folder, *row)
        give_up(app, folder)
        app.get_title('All-remote software company')
        app.close('win.close')


main()
